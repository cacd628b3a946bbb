//! Rows of a keyed table: typed values, and the rows that cannot be used (formats §4.1 – 4.3).

use std::collections::BTreeMap;

use crate::base::day::Day;
use crate::base::order;
use crate::base::span::Span;
use crate::facts::items::metric::ads::channel;
use crate::facts::items::subject::Subject;
use crate::facts::items::table::{ItemLabel, ItemTable, MAX_ITEM_TITLE};
use crate::facts::metric::{Kind, Metric, Unit};
use crate::files::header::{Header, normalise, shown};
use crate::files::keyed::KeyedColumns;
pub(super) use crate::files::keys::id;
use crate::files::keys::key;
use crate::files::limits::MAX_COUNT;
use crate::files::refusal::Reason;
use crate::files::rows::{
    IssueKind, RowIssue, SUMMARIES, SeenRow, Skip, is_possible, kind, shape, skip_words,
};
use crate::files::table::{Cell, Row, Table};
use crate::files::values::{Date, NumberError, date, number, plain, quote};

/// What the rows of a table of items are.
#[derive(Debug, Default)]
pub struct KeyedRows {
    /// The rows that can be used.
    pub table: ItemTable,
    /// The rows that cannot, in order.
    pub issues: Vec<RowIssue>,
    /// Rows that were left out: row and reason.
    pub skipped: Vec<(usize, Skip)>,
    /// Ratios that were recomputed, and how many of them came out as the file says.
    pub ratios: (usize, usize),
}

/// One row, typed.
#[derive(Debug)]
struct Item {
    row: usize,
    title: String,
    code: String,
    values: Vec<Option<i64>>,
    /// Places of values whose last digits were lost.
    rounded: Vec<usize>,
}

/// Reads the rows under a header. `about` is the period of the whole file, for a table without a
/// column of dates.
///
/// # Errors
///
/// [`Reason::InvalidDateInName`] where nothing says when, [`Reason::AmbiguousDates`],
/// [`Reason::NoDataRows`], [`Reason::NoGoodRows`].
pub fn read(
    table: &Table,
    header: &Header,
    columns: &KeyedColumns,
    about: Option<Span>,
) -> Result<KeyedRows, Reason> {
    if columns.date.is_none() && about.is_none() {
        return Err(Reason::InvalidDateInName);
    }
    let mut rows = KeyedRows::default();
    let mut found: BTreeMap<(Span, String), Vec<Item>> = BTreeMap::new();
    for row in &table.rows[(header.idx + 1).min(table.rows.len())..] {
        if let Some(skip) = skip(row, header, columns) {
            rows.skipped.push((row.number, skip));
            continue;
        }
        match one(row, table, header, columns, about) {
            Ok((key, item)) => found.entry(key).or_default().push(item),
            Err(Stop::File(reason)) => return Err(reason),
            Err(Stop::Row(issue)) => rows.issues.push(issue),
        }
    }
    settle(&mut found, &mut rows, &header.names[columns.id()]);
    order::sort_by_key(&mut rows.issues, |issue| issue.row);
    order::sort_by_key(&mut rows.skipped, |(row, _)| *row);
    if found.is_empty() {
        return Err(match rows.issues.first() {
            None => Reason::NoDataRows,
            Some(first) => {
                let n_rows = rows.issues.len();
                Reason::NoGoodRows { n_rows, row: first.row, first: first.to_string() }
            }
        });
    }
    rows.ratios = agreement(columns, &found);
    rows.table = tabled(columns, found);
    Ok(rows)
}

/// What becomes of one row, before the others are known.
///
/// # Errors
///
/// [`Reason::InvalidDateInName`] where nothing says when, [`Reason::AmbiguousDates`].
pub fn peek(
    row: &Row,
    table: &Table,
    header: &Header,
    columns: &KeyedColumns,
    about: Option<Span>,
) -> Result<SeenRow, Reason> {
    if let Some(skip) = skip(row, header, columns) {
        return Ok(SeenRow::Skipped(skip));
    }
    match one(row, table, header, columns, about) {
        Ok(((when, key), Item { title, values, .. })) => {
            Ok(SeenRow::Read { when, key, title, values })
        }
        Err(Stop::Row(issue)) => Ok(SeenRow::Refused(issue)),
        Err(Stop::File(reason)) => Err(reason),
    }
}

/// Items that stand several times in a period: exact repeats count once, others are all refused.
fn settle(found: &mut BTreeMap<(Span, String), Vec<Item>>, rows: &mut KeyedRows, id_name: &str) {
    found.retain(|(_, id), same| {
        let is_equal = same.iter().all(|other| other.values == same[0].values);
        for (idx, other) in same.iter().enumerate() {
            if !is_equal {
                rows.issues.push(RowIssue {
                    row: other.row,
                    column: id_name.to_owned(),
                    kind: IssueKind::Conflict,
                    quote: id.clone(),
                });
            } else if idx > 0 {
                rows.skipped.push((other.row, Skip::Repeat));
            }
        }
        is_equal
    });
}

fn tabled(columns: &KeyedColumns, found: BTreeMap<(Span, String), Vec<Item>>) -> ItemTable {
    let mut labels: BTreeMap<&str, ItemLabel> = BTreeMap::new();
    let mut periods: Vec<(Day, Day)> = Vec::new();
    for ((period, id), same) in &found {
        let period = (period.from(), period.to());
        if periods.last() != Some(&period) {
            periods.push(period);
        }
        let label = labels.entry(id).or_default();
        // Periods come in order, so the latest name stays.
        for (own, said) in [(&mut label.title, &same[0].title), (&mut label.code, &same[0].code)] {
            if !said.is_empty() {
                said.clone_into(own);
            }
        }
    }
    let ids: Vec<&str> = labels.keys().copied().collect();
    let subject = columns.keyed.subject;
    let mut table = ItemTable { subject, periods, ..ItemTable::default() };
    let kept: Vec<(usize, &Metric)> = columns
        .metrics
        .iter()
        .enumerate()
        .filter(|(_, column)| column.2.kind == Kind::Additive)
        .map(|(place, column)| (place, column.2))
        .collect();
    let mut values: Vec<Vec<Option<i64>>> = vec![Vec::with_capacity(found.len()); kept.len()];
    let mut place_of_period = 0;
    for (row, ((period, id), same)) in found.iter().enumerate() {
        while table.periods[place_of_period] != (period.from(), period.to()) {
            place_of_period += 1;
        }
        let item = ids.binary_search(&id.as_str()).unwrap_or(0);
        table.rows.push((place_of_period, item));
        for (column, (place, metric)) in values.iter_mut().zip(&kept) {
            column.push(same[0].values[*place]);
            if same[0].rounded.contains(place) {
                table.rounded.push((row, metric.key.to_owned()));
            }
        }
    }
    for ((_, metric), column) in kept.iter().zip(values) {
        table.columns.insert(metric.key.to_owned(), column);
    }
    table.items = labels
        .iter()
        .map(|(id, label)| ItemLabel { id: (*id).to_owned(), ..label.clone() })
        .collect();
    table
}

/// How many ratios of the file have both parts in their row, and how many of these come out as
/// the file says. Parts that the platform had rounded prove nothing.
fn agreement(
    columns: &KeyedColumns,
    found: &BTreeMap<(Span, String), Vec<Item>>,
) -> (usize, usize) {
    let place = |key: &str| columns.metrics.iter().position(|column| column.2.key == key);
    let subject = columns.keyed.subject;
    let mut ratios = Vec::new();
    for (own, column) in columns.metrics.iter().enumerate() {
        let Kind::Ratio { numerator, denominator } = column.2.kind else { continue };
        if let (Some(above), Some(below)) = (place(numerator), place(denominator)) {
            ratios.push((own, above, below));
        }
    }
    let (mut n_known, mut n_same) = (0, 0);
    for item in found.values().map(|same| &same[0]) {
        for &(own, above, below) in &ratios {
            let is_rounded = [own, above, below].iter().any(|place| item.rounded.contains(place));
            let of = |place: usize| item.values[place];
            let (Some(said), Some(up), Some(down)) = (of(own), of(above), of(below)) else {
                continue;
            };
            let metric = |place: usize| columns.metrics[place].2;
            let up = (i128::from(up), metric(above).unit);
            let down = (i128::from(down), metric(below).unit);
            let unit = unit_in_file(subject, metric(own));
            let made = metric(own).ratio_in(unit, up, down).filter(|_| !is_rounded);
            let Some(made) = made else { continue };
            n_known += 1;
            n_same += usize::from(made == said);
        }
    }
    (n_known, n_same)
}

/// The unit in which a file writes a metric: 万相台 writes its rates with five places.
fn unit_in_file(subject: Subject, metric: &Metric) -> Unit {
    let is_rate = matches!(metric.kind, Kind::Ratio { .. }) && metric.unit == Unit::BasisPoints;
    if is_rate && subject.is_of_ads() { Unit::X100000 } else { metric.unit }
}

/// Whether a value can be. A ratio of an advertisement or a source may be above 100 %: it is
/// checked against its parts, and not kept.
fn can_be(subject: Subject, metric: &Metric, value: i64) -> bool {
    let is_free = subject != Subject::Item && matches!(metric.kind, Kind::Ratio { .. });
    if is_free { value.abs() <= MAX_COUNT } else { is_possible(metric, value) }
}

fn skip(row: &Row, header: &Header, columns: &KeyedColumns) -> Option<Skip> {
    let word = |column: usize| match row.cells.get(column) {
        Some(Cell::Text(text)) => normalise(text),
        _ => String::new(),
    };
    let date = columns.date.map(word).unwrap_or_default();
    let id = word(columns.keys.iter().flatten().copied().next().unwrap_or(0));
    let is_sum = |text: &str| SUMMARIES.iter().any(|word| text.starts_with(word));
    // A search word may begin with any word.
    let is_sum_of_all = match columns.keyed.subject {
        Subject::Item => is_sum(&id),
        _ => SUMMARIES.contains(&id.as_str()),
    };
    if is_sum(&date) || is_sum_of_all {
        return Some(Skip::Summary);
    }
    // A row of sums may have no more than a dash for its item.
    if matches!(id.as_str(), "-" | "--" | "—") {
        return Some(Skip::Summary);
    }
    if normalise(&header.names[columns.id()]) == id {
        return Some(Skip::Header);
    }
    skip_words(row, header, &date)
}

/// Why a row is not read: for itself, or for the whole file.
enum Stop {
    Row(RowIssue),
    File(Reason),
}

fn one(
    row: &Row,
    table: &Table,
    header: &Header,
    columns: &KeyedColumns,
    about: Option<Span>,
) -> Result<((Span, String), Item), Stop> {
    let cell = |column: usize| row.cells.get(column).unwrap_or(&Cell::Empty);
    let issue = |column: usize, kind: IssueKind| {
        let name = header.names.get(column).cloned().unwrap_or_default();
        Stop::Row(RowIssue { row: row.number, column: name, kind, quote: quote(cell(column)) })
    };
    if let Some(kind) = shape(row, table, header, columns.metrics.len()) {
        let (column, quote) = (String::new(), String::new());
        return Err(Stop::Row(RowIssue { row: row.number, column, kind, quote }));
    }
    let period = match columns.date {
        None => about.ok_or(Stop::File(Reason::InvalidDateInName))?,
        Some(column) => match date(cell(column), table.is_1904) {
            Date::Day(day) => Span::day(day),
            Date::Range(span) if span.n_days() <= 366 => span,
            Date::Range(_) | Date::Impossible => {
                return Err(issue(column, IssueKind::ImpossibleDate));
            }
            Date::None => return Err(issue(column, IssueKind::NoDate)),
            Date::NotADate => return Err(issue(column, IssueKind::NotADate)),
            Date::Ambiguous => {
                let text = quote(cell(column));
                return Err(Stop::File(Reason::AmbiguousDates { row: row.number, text }));
            }
        },
    };
    let id = match columns.keyed.subject {
        Subject::Item => id(cell(columns.id())).map_err(|kind| issue(columns.id(), kind))?,
        _ => match key(columns, header, cell) {
            Ok(key) => key,
            Err((column, kind @ IssueKind::PersonalData)) => {
                let (row, column) = (row.number, header.names[column].clone());
                return Err(Stop::Row(RowIssue { row, column, kind, quote: String::new() }));
            }
            Err((column, kind)) => return Err(issue(column, kind)),
        },
    };
    let words = |column: Option<usize>| match column.map(cell) {
        Some(Cell::Text(text)) if !matches!(plain(text).as_str(), "-" | "--") => {
            shown(text).chars().take(MAX_ITEM_TITLE).collect()
        }
        _ => String::new(),
    };
    let mut item = Item {
        row: row.number,
        title: words(columns.title),
        code: match columns.keyed.subject.is_of_ads() {
            true => channel(&words(columns.code)).to_owned(),
            false => words(columns.code),
        },
        values: Vec::with_capacity(columns.metrics.len()),
        rounded: Vec::new(),
    };
    for (place, (column, _, metric)) in columns.metrics.iter().enumerate() {
        let subject = columns.keyed.subject;
        let found = match number(cell(*column), unit_in_file(subject, metric)) {
            Ok(found) => found,
            // A quotient by zero is no value; an amount that cannot be computed is a broken row.
            Err(NumberError::ErrorValue) if metric.kind != Kind::Additive => None,
            Err(error) => return Err(issue(*column, kind(error))),
        };
        if found.is_some_and(|found| !can_be(subject, metric, found.value)) {
            return Err(issue(*column, IssueKind::OutOfBounds));
        }
        if found.is_some_and(|found| found.is_approximate) {
            item.rounded.push(place);
        }
        item.values.push(found.map(|found| found.value));
    }
    Ok(((period, id), item))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::header::find;
    use crate::files::keyed::{ITEMS, columns};
    use crate::files::period::{dates_in, period_above};

    fn rows(text: &str, about: Option<Span>) -> Result<KeyedRows, Reason> {
        let table = crate::files::csv::read(text)?;
        let header = find(&table)?;
        let columns = columns(&header, &ITEMS)?;
        let about = period_above(&table, &header).or(about);
        read(&table, &header, &columns, about)
    }

    const HEAD: &str = "统计日期,商品ID,商品名称,商品访客数,支付买家数,商品支付转化率,支付金额\n";

    #[test]
    fn ids_are_text_and_damaged_ones_are_refused_with_their_row() {
        let text = format!(
            "{HEAD}2026-10-01,\"994,280,026,318\",盒,200,5,2.50%,\"1,234.50\"\n\
             2026-10-01,6.5E+12,盒,1,1,-,1\n\
             2026-10-01,盒子,盒,1,1,-,1\n\
             2026-10-01,996712742542.0,盒,3,-,-,0\n\
             合计,-,,4,-,-,1\n"
        );
        let found = rows(&text, None).unwrap();
        let ids: Vec<&str> = found.table.items.iter().map(|item| item.id.as_str()).collect();
        assert_eq!(ids, ["994280026318", "996712742542"]);
        assert_eq!(found.table.columns["buyers"], [Some(5), None]);
        assert_eq!(found.table.columns["sales"], [Some(123_450), Some(0)]);
        assert!(!found.table.columns.contains_key("cvr"), "a ratio follows from its parts");
        assert_eq!(found.ratios, (1, 1));
        let issues: Vec<_> = found.issues.iter().map(|one| (one.row, one.kind)).collect();
        assert_eq!(issues, [(3, IssueKind::DamagedId), (4, IssueKind::NotAnId)]);
        assert_eq!(found.issues[0].to_string(), "商品ID: an id whose digits are lost (`6.5E+12`)");
        assert_eq!(found.skipped, [(6, Skip::Summary)]);
    }

    #[test]
    fn a_month_is_one_figure_and_rounded_values_are_marked() {
        let text = format!("{HEAD}2026-09-01 ~ 2026-09-30,994280026318,盒,1.3万,193,1.43%,4.3万\n");
        let found = rows(&text, None).unwrap();
        let period = found.table.period(0).unwrap();
        assert_eq!((period.n_days(), found.table.columns["visitors"][0]), (30, Some(13_000)));
        let rounded = [(0, "visitors".to_owned()), (0, "sales".to_owned())];
        assert_eq!(found.table.rounded, rounded);
        assert_eq!(found.ratios, (0, 0), "a rounded part proves nothing");
    }

    #[test]
    fn a_table_without_dates_is_about_what_its_notes_or_its_name_say() {
        let bare = "商品ID,商品名称,商品访客数,支付金额,支付买家数\n994280026318,盒,7,1,1\n";
        let span = dates_in("商品_全部_2026-10-29_2026-10-29 (1).xls");
        assert_eq!(rows(bare, span).unwrap().table.period(0), span);
        assert_eq!(rows(bare, None).unwrap_err(), Reason::InvalidDateInName);
        assert_eq!(dates_in("商品_2026-02-30_2026-02-30.xls"), None);
        let noted = format!("统计时间：2026-10-01 ~ 2026-10-07,,,,\n{bare}");
        assert_eq!(rows(&noted, span).unwrap().table.period(0).unwrap().n_days(), 7);
    }

    #[test]
    fn an_item_that_stands_twice_counts_once_or_not_at_all() {
        let text = format!(
            "{HEAD}2026-10-01,994280026318,盒,1,1,-,1\n2026-10-01,996712742542,盒,2,1,-,1\n\
             2026-10-01,994280026318,盒,1,1,-,1\n2026-10-01,996712742542,盒,3,1,-,1\n"
        );
        let found = rows(&text, None).unwrap();
        assert_eq!(found.table.rows.len(), 1);
        assert_eq!(found.skipped, [(4, Skip::Repeat)]);
        assert_eq!(found.issues.len(), 2);
    }

    #[test]
    fn tables_that_cut_an_item_further_are_not_its_days() {
        let sku = "统计日期,商品ID,SKUID,商品访客数,支付金额,支付买家数\n";
        let table = crate::files::csv::read(sku).unwrap();
        assert!(find(&table).is_err());
    }
}
