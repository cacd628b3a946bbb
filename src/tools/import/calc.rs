//! What several files would change, one after the other.

use std::collections::BTreeMap;

use crate::base::order;
use crate::facts::edit::FileTable;
use crate::facts::items::merge::{merge_items, preview_items};
use crate::facts::items::metric::ads::SPEND;
use crate::facts::merge::{ImportPreview, Of, TotalChange, merge, preview};
use crate::facts::metric::{AOV, BUYERS, CVR, Kind, Metric, REFUNDS, SALES, UNITS, VISITORS};
use crate::facts::orders::line_merge::{merge_lines, preview_lines};
use crate::facts::orders::merge::{merge_orders, preview_orders};
use crate::facts::set::{FactSet, Restated};

/// What each table would do after the ones before it, in the order in which they are applied.
pub fn previews<'a>(
    facts: &FactSet,
    tables: impl IntoIterator<Item = &'a FileTable>,
) -> Vec<ImportPreview> {
    let mut facts = facts.clone();
    let mut tables = tables.into_iter().peekable();
    let mut all = Vec::new();
    while let Some(table) = tables.next() {
        all.push(match table {
            FileTable::Days(table) => preview(&facts, table),
            FileTable::Items(table) => preview_items(&facts, table),
            FileTable::Orders(table) => preview_orders(&facts, table),
            FileTable::Lines(table) => preview_lines(&facts, table),
        });
        // Behind the last one nobody asks what it would leave.
        if tables.peek().is_some() {
            match table {
                FileTable::Days(table) => merge(&mut facts, table),
                FileTable::Items(table) => merge_items(&mut facts, table),
                FileTable::Orders(table) => merge_orders(&mut facts, table),
                FileTable::Lines(table) => merge_lines(&mut facts, table),
            }
        }
    }
    all
}

/// How many different days, or items of a day, the cells belong to.
pub fn n_rows(restated: &[Restated]) -> usize {
    // The cells come by day, and by item within it.
    let is_same = |one: &Restated, next: &Restated| one.day == next.day && one.item == next.item;
    restated.chunk_by(is_same).count()
}

/// The totals that everybody looks for, before the others.
const HEADLINE: [&str; 7] = [SPEND, SALES, BUYERS, VISITORS, UNITS, REFUNDS, "clicks"];

/// The totals with the ones that everybody looks for first.
pub fn headline_first(totals: &[TotalChange]) -> Vec<TotalChange> {
    let rank = |total: &TotalChange| HEADLINE.iter().position(|key| *key == total.metric);
    let mut totals = totals.to_vec();
    // Stable: the others stay in the order of the registry.
    order::sort_by_key(&mut totals, |total| rank(total).unwrap_or(HEADLINE.len()));
    totals
}

/// Columns by which a reader sees at a glance whether a file was understood.
const GLANCE: [&str; 6] = [SPEND, SALES, VISITORS, BUYERS, CVR, AOV];

/// The columns of a table to show at a glance: the well-known ones, else its first ones.
pub fn glance(table: &FileTable) -> Vec<&'static Metric> {
    let (columns, of) = (columns(table), table.of());
    let known = GLANCE.iter().filter(|key| columns.contains_key(**key));
    let known: Vec<_> = known.filter_map(|key| of.metric(key)).collect();
    if known.len() > 1 {
        return known;
    }
    columns.keys().filter_map(|key| of.metric(key)).take(GLANCE.len()).collect()
}

/// Orders are shown by what they come to, not by their columns.
static NO_COLUMNS: BTreeMap<String, Vec<Option<i64>>> = BTreeMap::new();

/// The columns of a table, by the keys of their metrics.
pub fn columns(table: &FileTable) -> &BTreeMap<String, Vec<Option<i64>>> {
    match table {
        FileTable::Days(table) => &table.columns,
        FileTable::Items(table) => &table.columns,
        FileTable::Orders(_) | FileTable::Lines(_) => &NO_COLUMNS,
    }
}

/// Whether a column of a file is read for the sake of its rows only: a ratio follows from its
/// parts, and what is opaque does not add up over days.
pub fn is_checked_only(of: Of, key: &str) -> bool {
    matches!(of, Of::Each(_)) && of.metric(key).is_some_and(|metric| metric.kind != Kind::Additive)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::edit::DayTable;

    fn table(sales: i64) -> FileTable {
        FileTable::Days(DayTable {
            days: vec!["2026-10-01".parse().unwrap()],
            columns: [("sales".to_owned(), vec![Some(sales)])].into(),
        })
    }

    #[test]
    fn a_file_is_seen_after_the_ones_before_it() {
        let facts = FactSet::default();
        let (first, second) = (table(1), table(2));
        let seen = previews(&facts, [&first, &second, &second]);
        assert_eq!(seen[0].new_days.len(), 1);
        assert_eq!(seen[1].restated[0].old, Some(1));
        assert_eq!(n_rows(&seen[1].restated), 1);
        assert!(seen[2].is_no_change());
        assert_eq!(facts, FactSet::default());
    }

    #[test]
    fn headline_totals_come_first() {
        let total =
            |metric| TotalChange { metric, before: Default::default(), after: Default::default() };
        let totals = ["visitors", "page_views", "sales", "orders"].map(total);
        let order: Vec<_> = headline_first(&totals).iter().map(|total| total.metric).collect();
        assert_eq!(order, ["sales", "visitors", "page_views", "orders"]);
    }
}
