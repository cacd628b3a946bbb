//! Which row names the columns, and which dialect it is.

use crate::facts::metric::Metric;
use crate::files::dialects::{
    DATE_NAMES, DIALECTS, Dialect, FINER_CUTS, ITEM_ID_NAMES, Use, is_personal, shop_day_metric,
};
use crate::files::keyed::ITEMS;
use crate::files::limits::{MAX_HEADER_ROWS, MAX_NAME};
use crate::files::refusal::Reason;
use crate::files::table::{Cell, Row, Table, is_blank};
use crate::files::values::narrow;

/// A header that was found.
#[derive(Debug)]
pub struct Header {
    /// Which export this is.
    pub dialect: &'static Dialect,
    /// Its index in the table's rows.
    pub idx: usize,
    /// Its number as the user sees it, from 1.
    pub number: usize,
    /// The name of each column, cleaned for showing; empty where there is none.
    pub names: Vec<String>,
}

/// A column's name as it is compared: no blanks, plain forms, small letters.
pub fn normalise(name: &str) -> String {
    let name = name.chars().filter(|char| !is_blank(*char) && !char.is_control()).map(narrow);
    name.flat_map(char::to_lowercase).collect()
}

/// A column's name as it is shown: no control characters, nothing that turns the direction of
/// the text, at most [`MAX_NAME`] characters.
pub fn shown(name: &str) -> String {
    let is_shown = |char: &char| {
        !char.is_control()
            && !matches!(char, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    name.trim_matches(is_blank).chars().filter(is_shown).take(MAX_NAME).collect()
}

/// Finds the header among the first rows.
///
/// # Errors
///
/// [`Reason::UnknownHeader`], and [`Reason::MissingKeyColumn`] for a dialect that is recognised
/// but whose rows cannot be told apart.
pub fn find(table: &Table) -> Result<Header, Reason> {
    let rows = &table.rows[..table.rows.len().min(MAX_HEADER_ROWS)];
    let mut keyless = None;
    for idx in 0..rows.len() {
        let above = idx.checked_sub(1).map(|idx| &rows[idx]);
        let names = names(&rows[idx], above);
        let Some((dialect, missing)) = recognise(&names) else { continue };
        match missing {
            None => return Ok(Header { dialect, idx, number: rows[idx].number, names }),
            Some(column) => keyless = keyless.or(Some(column)),
        }
    }
    Err(match keyless {
        Some(column) => Reason::MissingKeyColumn { column: column.to_owned() },
        None => Reason::UnknownHeader { n_rows: rows.len() },
    })
}

/// The names in a row. Where a row above was merged down over it, the name stands there.
fn names(row: &Row, above: Option<&Row>) -> Vec<String> {
    let text = |cell: Option<&Cell>| match cell {
        Some(Cell::Text(text)) => shown(text),
        _ => String::new(),
    };
    let n_above = above.map_or(0, |above| above.cells.len());
    let name = |idx: usize| {
        let name = text(row.cells.get(idx));
        if !name.is_empty() {
            return name;
        }
        let upper = text(above.and_then(|above| above.cells.get(idx)));
        if is_date_name(&upper) || shop_day_metric(&upper).is_some() { upper } else { name }
    };
    let mut names: Vec<String> = (0..row.cells.len().max(n_above)).map(name).collect();
    let n_names = names.iter().rposition(|name| !name.is_empty()).map_or(0, |idx| idx + 1);
    names.truncate(n_names.max(row.cells.len()));
    names
}

/// Whether a column is the date.
pub fn is_date_name(name: &str) -> bool {
    let name = normalise(name);
    DATE_NAMES.iter().any(|other| *other == name)
}

/// The dialect of these names, and a column of its key that is missing.
fn recognise(names: &[String]) -> Option<(&'static Dialect, Option<&'static str>)> {
    let names: Vec<String> = names.iter().map(|name| normalise(name)).collect();
    let has = |name: &str| names.contains(&normalise(name));
    let n_metrics = || names.iter().filter(|name| shop_day_metric(name).is_some()).count();
    let n_item_metrics = || names.iter().filter(|name| ITEMS.metric(name).is_some()).count();
    let is_cut_finer = || FINER_CUTS.iter().any(|name| has(name));
    DIALECTS.iter().find_map(|dialect| {
        let n_marks = match dialect.use_as {
            Use::ShopDays if is_cut_finer() => return None,
            Use::Each(keyed) if keyed.finer.iter().any(|name| has(name)) => return None,
            Use::Each(keyed) if *keyed == ITEMS && n_item_metrics() < 2 => return None,
            Use::ShopDays if dialect.marks.is_empty() => n_metrics(),
            _ => dialect.marks.iter().filter(|name| has(name)).count(),
        };
        if n_marks < dialect.n_marks {
            return None;
        }
        let is_missing = |name: &&str| match DATE_NAMES.contains(name) {
            true => !names.iter().any(|name| is_date_name(name)),
            false if *name == ITEM_ID_NAMES[0] => !ITEM_ID_NAMES.iter().any(|name| has(name)),
            false => !has(name),
        };
        let missing = dialect.key.iter().copied().find(is_missing);
        // Two columns without a date are a note that happens to use the words.
        let is_note = missing.is_some() && dialect.use_as == Use::ShopDays && n_marks < 3;
        (!is_note).then_some((dialect, missing))
    })
}

/// What the columns of a shop's day are.
#[derive(Debug, Default)]
pub struct Columns {
    /// The column of the date.
    pub date: usize,
    /// Columns that are read: index, name as in the file, metric.
    pub metrics: Vec<(usize, String, &'static Metric)>,
    /// Names of columns that mean nothing here.
    pub left_out: Vec<String>,
    /// Names of columns that were dropped since they may hold personal data.
    pub personal: Vec<String>,
}

/// Tells the columns of a shop's day apart.
///
/// # Errors
///
/// [`Reason::DuplicateHeader`] where two columns mean the same, by the same or by an older name.
pub fn shop_day_columns(header: &Header) -> Result<Columns, Reason> {
    let mut columns = Columns { date: usize::MAX, ..Columns::default() };
    for (idx, name) in header.names.iter().enumerate() {
        let duplicate = || Reason::DuplicateHeader { name: name.clone() };
        if name.is_empty() {
        } else if is_date_name(name) {
            if columns.date != usize::MAX {
                return Err(duplicate());
            }
            columns.date = idx;
        } else if let Some(metric) = shop_day_metric(name) {
            if columns.metrics.iter().any(|(_, _, other)| other.key == metric.key) {
                return Err(duplicate());
            }
            columns.metrics.push((idx, name.clone(), metric));
        } else if is_personal(name) {
            columns.personal.push(name.clone());
        } else {
            columns.left_out.push(name.clone());
        }
    }
    Ok(columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table {
        crate::files::csv::read(text).unwrap()
    }

    #[test]
    fn a_header_is_found_below_notes() {
        let notes = table("店铺整体日报,,\n店铺,示例,\n统计日期,访客数,支付金额\n2026-10-01,1,2\n");
        let header = find(&notes).unwrap();
        assert_eq!((header.dialect.id, header.number), ("sycm.shop_day", 3));
    }

    #[test]
    fn a_merged_header_is_read_with_the_row_above() {
        let merged = table("统计日期,流量,\n,访客数,浏览量\n2026-10-01,1,2\n");
        let header = find(&merged).unwrap();
        assert_eq!(header.number, 2);
        assert_eq!(header.names, ["统计日期", "访客数", "浏览量"]);
    }

    #[test]
    fn items_are_not_days_of_the_shop() {
        let items = table("统计日期,商品ID,商品名称,商品访客数,支付金额\n");
        assert_eq!(find(&items).unwrap().dialect.id, "sycm.item_day_plain");
        let finer = table("日期,渠道,访客数,支付金额\n");
        assert!(matches!(find(&finer), Err(Reason::UnknownHeader { .. })));
    }

    #[test]
    fn a_missing_date_and_a_column_that_stands_twice_are_named() {
        let undated = find(&table("访客数,支付金额,支付买家数\n1,2,3\n"));
        let column = "统计日期".to_owned();
        assert_eq!(undated.unwrap_err(), Reason::MissingKeyColumn { column });
        let twice = find(&table("日期,支付件数,支付商品件数\n")).unwrap();
        let name = "支付商品件数".to_owned();
        assert_eq!(shop_day_columns(&twice).unwrap_err(), Reason::DuplicateHeader { name });
    }
}
