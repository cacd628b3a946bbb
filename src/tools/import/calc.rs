//! What several files would change, one after the other.

use crate::base::order;
use crate::facts::edit::DayTable;
use crate::facts::merge::{ImportPreview, TotalChange, merge, preview};
use crate::facts::metric::{AOV, BUYERS, CVR, Metric, REFUNDS, SALES, UNITS, VISITORS, metric};
use crate::facts::set::{FactSet, Restated};

/// What each table would do after the ones before it, in the order in which they are applied.
pub fn previews<'a>(
    facts: &FactSet,
    tables: impl IntoIterator<Item = &'a DayTable>,
) -> Vec<ImportPreview> {
    let mut facts = facts.clone();
    let one = |table: &DayTable| {
        let seen = preview(&facts, table);
        merge(&mut facts, table);
        seen
    };
    tables.into_iter().map(one).collect()
}

/// How many different days the cells belong to.
pub fn n_days(restated: &[Restated]) -> usize {
    // The cells come by day.
    restated.chunk_by(|one, next| one.day == next.day).count()
}

/// The totals that everybody looks for, before the others.
const HEADLINE: [&str; 5] = [SALES, BUYERS, VISITORS, UNITS, REFUNDS];

/// The totals with the ones that everybody looks for first.
pub fn headline_first(totals: &[TotalChange]) -> Vec<TotalChange> {
    let rank = |total: &TotalChange| HEADLINE.iter().position(|key| *key == total.metric);
    let mut totals = totals.to_vec();
    // Stable: the others stay in the order of the registry.
    order::sort_by_key(&mut totals, |total| rank(total).unwrap_or(HEADLINE.len()));
    totals
}

/// Columns by which a reader sees at a glance whether a file was understood.
const GLANCE: [&str; 5] = [SALES, VISITORS, BUYERS, CVR, AOV];

/// The columns of a table to show at a glance: the well-known ones, else its first ones.
pub fn glance(table: &DayTable) -> Vec<&'static Metric> {
    let known = GLANCE.iter().filter(|key| table.columns.contains_key(**key));
    let known: Vec<_> = known.filter_map(|key| metric(key)).collect();
    if known.len() > 1 {
        return known;
    }
    table.columns.keys().filter_map(|key| metric(key)).take(GLANCE.len()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(sales: i64) -> DayTable {
        DayTable {
            days: vec!["2026-10-01".parse().unwrap()],
            columns: [("sales".to_owned(), vec![Some(sales)])].into(),
        }
    }

    #[test]
    fn a_file_is_seen_after_the_ones_before_it() {
        let facts = FactSet::default();
        let (first, second) = (table(1), table(2));
        let seen = previews(&facts, [&first, &second, &second]);
        assert_eq!(seen[0].new_days.len(), 1);
        assert_eq!(seen[1].restated[0].old, Some(1));
        assert_eq!(n_days(&seen[1].restated), 1);
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
