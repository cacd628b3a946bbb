//! Rows of a shop-day table: typed values, and the rows that cannot be used.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::base::day::Day;
use crate::base::order;
use crate::base::span::Span;
use crate::facts::edit::DayTable;
use crate::facts::metric::{Kind, Metric};
use crate::files::dialects::{SHOP_PERIOD_ID, bounds};
use crate::files::header::{Columns, Header, is_date_name, normalise};
use crate::files::refusal::Reason;
use crate::files::table::{Cell, Row, Table};
use crate::files::values::{Date, NumberError, date, number, quote};

/// A row that is not imported, and why.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[error("{}{kind}{}", column_prefix(.column), quote_suffix(.quote))]
pub struct RowIssue {
    /// The row or record, from 1.
    pub row: usize,
    /// The column as the file names it; empty where the whole row is meant.
    pub column: String,
    /// What is wrong.
    pub kind: IssueKind,
    /// The cell, as far as it may be shown.
    pub quote: String,
}

fn column_prefix(column: &str) -> String {
    if column.is_empty() { String::new() } else { format!("{column}: ") }
}

fn quote_suffix(quote: &str) -> String {
    if quote.is_empty() { String::new() } else { format!(" (`{quote}`)") }
}

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IssueKind {
    /// A cell that should be a number.
    #[error("not a number")]
    NotANumber,
    /// A count with a fraction.
    #[error("not a whole number")]
    NotWhole,
    /// `#REF!` and the like.
    #[error("an error value")]
    ErrorValue,
    /// A number that cannot be: 135 %, −3 visitors.
    #[error("outside of what is possible")]
    OutOfBounds,
    /// No date.
    #[error("no date")]
    NoDate,
    /// A cell that should be a date.
    #[error("not a date")]
    NotADate,
    /// A date that is not in the calendar, or outside of 2000 … 2100.
    #[error("no day between 2000 and 2100")]
    ImpossibleDate,
    /// Several days in a table of days.
    #[error("a period in a table of days")]
    Period,
    /// One cell where the header has many: another separator.
    #[error("one cell only: another separator")]
    OneCell,
    /// Fewer or more cells than the header: the columns are shifted.
    #[error("not as many cells as the header has")]
    CellCount,
    /// A 商品ID in exponent form (`6.5E+12`): its digits are lost.
    #[error("an id whose digits are lost")]
    DamagedId,
    /// A name with a phone number, an address or the like in it.
    #[error("may name a person")]
    PersonalData,
    /// A cell that should be a 商品ID.
    #[error("not an id")]
    NotAnId,
    /// A day that stands several times with different values.
    #[error("the same day stands several times with different values")]
    Conflict,
}

/// A row that is left out without anything being wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Skip {
    /// 合计, 总计 …
    #[error("summary row")]
    Summary,
    /// Units under the header.
    #[error("units of the columns")]
    Units,
    /// The header again.
    #[error("the header again")]
    Header,
    /// The same row once more.
    #[error("an exact repeat")]
    Repeat,
}

/// What the rows of a table are.
#[derive(Debug, Default)]
pub struct Rows {
    /// The rows that can be used, by day.
    pub table: DayTable,
    /// The rows that cannot, in order.
    pub issues: Vec<RowIssue>,
    /// Rows that were left out: row and reason.
    pub skipped: Vec<(usize, Skip)>,
    /// Cells whose last digits were lost before (`2.5万`).
    pub n_approximate: usize,
    /// Ratios that were recomputed, and how many of them came out as the file says.
    pub ratios: (usize, usize),
}

/// Words in the place of the date that mark a row of sums.
pub(super) const SUMMARIES: [&str; 8] =
    ["合计", "总计", "汇总", "小计", "平均", "均值", "日均", "总和"];
/// Words of a row that names units.
const UNITS: [&str; 16] = [
    "人", "次", "元", "%", "件", "秒", "个", "单", "天", "笔", "分", "日期", "日", "-", "万元",
    "￥",
];

/// Reads the rows under a header.
///
/// # Errors
///
/// [`Reason::UnsupportedDialect`] for a table of periods, [`Reason::AmbiguousDates`],
/// [`Reason::NoDataRows`], [`Reason::NoGoodRows`].
pub fn read(table: &Table, header: &Header, columns: &Columns) -> Result<Rows, Reason> {
    let mut rows = Rows::default();
    let mut days: BTreeMap<Day, Vec<Values>> = BTreeMap::new();
    let mut n_periods = 0;
    let below = &table.rows[(header.idx + 1).min(table.rows.len())..];
    for row in below {
        if let Some(skip) = skip(row, header, columns) {
            rows.skipped.push((row.number, skip));
            continue;
        }
        match values(row, table, header, columns) {
            Ok((day, values)) => {
                rows.n_approximate += values.n_approximate;
                days.entry(day).or_default().push(values);
            }
            Err(Stop::File(reason)) => return Err(reason),
            Err(Stop::Row(issue)) => {
                n_periods += usize::from(issue.kind == IssueKind::Period);
                rows.issues.push(issue);
            }
        }
    }
    if n_periods > 0 && days.is_empty() {
        return Err(Reason::UnsupportedDialect { dialect: SHOP_PERIOD_ID.to_owned() });
    }
    settle(&mut days, &mut rows, &header.names[columns.date]);
    order::sort_by_key(&mut rows.issues, |issue| issue.row);
    order::sort_by_key(&mut rows.skipped, |(row, _)| *row);
    if let Some(first) = rows.issues.first().filter(|_| days.is_empty()) {
        let (row, first) = (first.row, first.to_string());
        return Err(Reason::NoGoodRows { n_rows: rows.issues.len(), row, first });
    }
    if days.is_empty() {
        return Err(Reason::NoDataRows);
    }
    rows.ratios = agreement(columns, &days);
    rows.table.days = days.keys().copied().collect();
    for (idx, (_, _, metric)) in columns.metrics.iter().enumerate() {
        let column = days.values().map(|rows| rows[0].values[idx]).collect();
        rows.table.columns.insert(metric.key.to_owned(), column);
    }
    Ok(rows)
}

/// What becomes of one row, before the others are known.
#[derive(Clone, Debug, PartialEq)]
pub enum SeenRow {
    /// It can be used.
    Read {
        /// When it is.
        when: Span,
        /// What it is about; empty for the shop.
        key: String,
        /// What that is called.
        title: String,
        /// One value a column that is read.
        values: Vec<Option<i64>>,
    },
    /// It is left out.
    Skipped(Skip),
    /// It cannot be used.
    Refused(RowIssue),
}

/// What becomes of one row of days of the shop.
///
/// # Errors
///
/// [`Reason::AmbiguousDates`].
pub fn peek(
    row: &Row,
    table: &Table,
    header: &Header,
    columns: &Columns,
) -> Result<SeenRow, Reason> {
    if let Some(skip) = skip(row, header, columns) {
        return Ok(SeenRow::Skipped(skip));
    }
    match values(row, table, header, columns) {
        Ok((day, values)) => Ok(SeenRow::Read {
            when: Span::day(day),
            key: String::new(),
            title: String::new(),
            values: values.values,
        }),
        Err(Stop::Row(issue)) => Ok(SeenRow::Refused(issue)),
        Err(Stop::File(reason)) => Err(reason),
    }
}

/// The values of one row, in the order of the columns that are read.
#[derive(Debug, PartialEq)]
struct Values {
    row: usize,
    values: Vec<Option<i64>>,
    n_approximate: usize,
}

/// How many ratios of the file have both parts in their row, and how many of these come out as the
/// file says.
fn agreement(columns: &Columns, days: &BTreeMap<Day, Vec<Values>>) -> (usize, usize) {
    let place = |key: &str| columns.metrics.iter().position(|column| column.2.key == key);
    let (mut n_known, mut n_same) = (0, 0);
    for (own, (_, _, metric)) in columns.metrics.iter().enumerate() {
        let Kind::Ratio { numerator, denominator } = metric.kind else { continue };
        let (Some(above), Some(below)) = (place(numerator), place(denominator)) else { continue };
        let part = |values: &Values, place: usize| {
            Some((i128::from(values.values[place]?), columns.metrics[place].2.unit))
        };
        for values in days.values().map(|same| &same[0]).filter(|row| row.n_approximate == 0) {
            let parts = (values.values[own], part(values, above), part(values, below));
            let (Some(said), Some(above), Some(below)) = parts else { continue };
            let Some(made) = metric.ratio_of(above, below) else { continue };
            n_known += 1;
            n_same += usize::from(made == said);
        }
    }
    (n_known, n_same)
}

/// Days that stand several times: exact repeats count once, others are all refused.
fn settle(days: &mut BTreeMap<Day, Vec<Values>>, rows: &mut Rows, date_name: &str) {
    days.retain(|day, same| {
        let is_equal = same.iter().all(|other| other.values == same[0].values);
        for (idx, other) in same.iter().enumerate() {
            if !is_equal {
                rows.issues.push(RowIssue {
                    row: other.row,
                    column: date_name.to_owned(),
                    kind: IssueKind::Conflict,
                    quote: day.to_string(),
                });
            } else if idx > 0 {
                rows.skipped.push((other.row, Skip::Repeat));
            }
        }
        is_equal
    });
}

fn skip(row: &Row, header: &Header, columns: &Columns) -> Option<Skip> {
    let plain = |cell: &Cell| match cell {
        Cell::Text(text) => normalise(text),
        _ => String::new(),
    };
    let date = row.cells.get(columns.date).map(plain).unwrap_or_default();
    if SUMMARIES.iter().any(|word| date.starts_with(word)) {
        return Some(Skip::Summary);
    }
    skip_words(row, header, &date)
}

/// Whether a row names units or the columns again; `date` is what stands in the place of the date.
pub(super) fn skip_words(row: &Row, header: &Header, date: &str) -> Option<Skip> {
    let plain = |cell: &Cell| match cell {
        Cell::Text(text) => normalise(text),
        _ => String::new(),
    };
    let filled = || row.cells.iter().filter(|cell| !cell.is_blank());
    let is_units = date.is_empty() || date == "日期" || date == "日";
    if is_units && filled().all(|cell| UNITS.contains(&plain(cell).as_str())) {
        return Some(Skip::Units);
    }
    // Names are compared only where the header can be at all: this is asked of every row.
    if !is_date_name(date) {
        return None;
    }
    let n_names = row
        .cells
        .iter()
        .zip(&header.names)
        .filter(|(cell, name)| !name.is_empty() && plain(cell) == normalise(name))
        .count();
    let is_header = n_names * 2 > filled().count();
    is_header.then_some(Skip::Header)
}

/// Why a row is not read: for itself, or for the whole file.
enum Stop {
    Row(RowIssue),
    File(Reason),
}

/// What is wrong with the number of cells of a row, where that is telling: of a text.
pub(super) fn shape(
    row: &Row,
    table: &Table,
    header: &Header,
    n_metrics: usize,
) -> Option<IssueKind> {
    if !table.is_strict {
        return None;
    }
    let n_filled = row.cells.iter().filter(|cell| !cell.is_blank()).count();
    if n_filled == 1 && n_metrics > 1 && row.cells.len() < header.names.len() {
        return Some(IssueKind::OneCell);
    }
    let mut extra = row.cells.iter().skip(header.names.len());
    let is_short = row.cells.len() < header.names.len();
    (is_short || extra.any(|cell| !cell.is_blank())).then_some(IssueKind::CellCount)
}

fn values(
    row: &Row,
    table: &Table,
    header: &Header,
    columns: &Columns,
) -> Result<(Day, Values), Stop> {
    let issue = |column: usize, kind: IssueKind| {
        let name = header.names.get(column).cloned().unwrap_or_default();
        let quote = row.cells.get(column).map(quote).unwrap_or_default();
        Stop::Row(RowIssue { row: row.number, column: name, kind, quote })
    };
    let whole = |kind| {
        Stop::Row(RowIssue { row: row.number, column: String::new(), kind, quote: String::new() })
    };
    if let Some(kind) = shape(row, table, header, columns.metrics.len()) {
        return Err(whole(kind));
    }
    let cell = |column: usize| row.cells.get(column).unwrap_or(&Cell::Empty);
    let day = match date(cell(columns.date), table.is_1904) {
        Date::Day(day) => day,
        Date::None => return Err(issue(columns.date, IssueKind::NoDate)),
        Date::NotADate => return Err(issue(columns.date, IssueKind::NotADate)),
        Date::Impossible => return Err(issue(columns.date, IssueKind::ImpossibleDate)),
        Date::Range(_) => return Err(issue(columns.date, IssueKind::Period)),
        Date::Ambiguous => {
            let text = quote(cell(columns.date));
            return Err(Stop::File(Reason::AmbiguousDates { row: row.number, text }));
        }
    };
    let mut values = Values { row: row.number, values: Vec::new(), n_approximate: 0 };
    values.values.reserve(columns.metrics.len());
    for (column, _, metric) in &columns.metrics {
        let found = match number(cell(*column), metric.unit) {
            Ok(found) => found,
            // A quotient by zero is no value; an amount that cannot be computed is a broken row.
            Err(NumberError::ErrorValue) if metric.kind != Kind::Additive => None,
            Err(error) => return Err(issue(*column, kind(error))),
        };
        if found.is_some_and(|found| !is_possible(metric, found.value)) {
            return Err(issue(*column, IssueKind::OutOfBounds));
        }
        values.n_approximate += usize::from(found.is_some_and(|found| found.is_approximate));
        values.values.push(found.map(|found| found.value));
    }
    Ok((day, values))
}

pub(super) fn is_possible(metric: &Metric, value: i64) -> bool {
    let (min, max) = bounds(metric);
    (min..=max).contains(&value)
}

pub(super) fn kind(error: NumberError) -> IssueKind {
    match error {
        NumberError::NotANumber => IssueKind::NotANumber,
        NumberError::NotWhole => IssueKind::NotWhole,
        NumberError::ErrorValue => IssueKind::ErrorValue,
        NumberError::TooLarge => IssueKind::OutOfBounds,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::header::{find, shop_day_columns};

    fn rows(text: &str) -> Result<Rows, Reason> {
        let table = crate::files::csv::read(text)?;
        let header = find(&table)?;
        let columns = shop_day_columns(&header)?;
        read(&table, &header, &columns)
    }

    fn kinds(text: &str) -> Vec<(usize, IssueKind)> {
        rows(text).unwrap().issues.iter().map(|issue| (issue.row, issue.kind)).collect()
    }

    #[test]
    fn good_rows_are_read_and_the_others_named_with_their_place() {
        let text = "统计日期,访客数,支付金额,跳失率\n\
                    2026-10-01,579,\"2,765.93\",51.53%\n\
                    2026-10-02,12.5,1.00,50.00%\n\
                    2026-10-03,1,1.00,180.20%\n\
                    2026-13-04,1,1.00,50.00%\n\
                    2026-10-05,1\n\
                    2026-10-06;1;1.00;50.00%\n\
                    合计,579,\"2,765.93\",-\n";
        let expected = [
            (3, IssueKind::NotWhole),
            (4, IssueKind::OutOfBounds),
            (5, IssueKind::ImpossibleDate),
            (6, IssueKind::CellCount),
            (7, IssueKind::OneCell),
        ];
        assert_eq!(kinds(text), expected);
        let rows = rows(text).unwrap();
        assert_eq!(rows.skipped, [(8, Skip::Summary)]);
        assert_eq!(rows.table.columns["sales"], [Some(276_593)]);
        assert_eq!(rows.issues[0].to_string(), "访客数: not a whole number (`12.5`)");
    }

    #[test]
    fn a_day_that_stands_twice_counts_once_or_not_at_all() {
        let text = "日期,访客数,支付金额\n2026-10-01,1,1\n2026-10-02,2,2\n2026-10-01,1,1\n\
                    2026-10-02,2,3\n";
        let rows = rows(text).unwrap();
        assert_eq!(rows.table.days.len(), 1);
        assert_eq!(rows.skipped, [(4, Skip::Repeat)]);
        assert_eq!(kinds(text), [(3, IssueKind::Conflict), (5, IssueKind::Conflict)]);
    }

    #[test]
    fn tables_of_periods_and_ambiguous_dates_are_refused_whole() {
        let periods = rows("统计日期,访客数,支付金额\n2024-11-01 ~ 2024-11-30,1,1\n");
        let dialect = "sycm.shop_period".to_owned();
        assert_eq!(periods.unwrap_err(), Reason::UnsupportedDialect { dialect });
        let ambiguous = rows("日期,访客数,支付金额\n01/10/2026,1,1\n");
        let text = "01/10/2026".to_owned();
        assert_eq!(ambiguous.unwrap_err(), Reason::AmbiguousDates { row: 2, text });
        assert_eq!(rows("日期,访客数,支付金额\n").unwrap_err(), Reason::NoDataRows);
    }
}
