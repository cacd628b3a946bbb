//! What an import would change, before it changes anything; and the change itself.

use std::collections::BTreeMap;

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::span::Span;
use crate::facts::chunk::{Chunk, join, quarter_of};
use crate::facts::edit::DayTable;
use crate::facts::items::metric::orders::{LINES, ORDERS};
use crate::facts::items::subject::Subject;
use crate::facts::metric::{Kind, Metric, SHOP_DAY, metric};
use crate::facts::set::{ChunkRef, FactSet, Restated, Sum};

/// Whose figures a file has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Of {
    /// The whole shop's, by day.
    #[default]
    Shop,
    /// Single items', sources', plans' …, by day or by longer period.
    Each(Subject),
    /// Orders.
    Orders,
    /// Lines of orders.
    Lines,
}

impl Of {
    /// The metric with this key.
    pub fn metric(self, key: &str) -> Option<&'static Metric> {
        match self {
            Self::Shop => metric(key),
            Self::Each(subject) => subject.metric(key),
            Self::Orders => ORDERS.iter().find(|metric| metric.key == key),
            Self::Lines => LINES.iter().find(|metric| metric.key == key),
        }
    }
}

/// What an import would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportPreview {
    /// Whose figures the file has.
    pub of: Of,
    /// The first and the last day of the file; `None` for a file without rows.
    pub span: Option<Span>,
    /// Days of which nothing was known, in order.
    pub new_days: Vec<Day>,
    /// Rows of items of which nothing was known; a file of shop days has none.
    pub n_new_rows: usize,
    /// Items of which nothing was known.
    pub n_new_items: usize,
    /// Days, or rows of items, that stay exactly as they are.
    pub n_same_days: usize,
    /// Known days, or rows of items, of which a cell changes or is filled in.
    pub n_changed_days: usize,
    /// Cells of known days that had no value and get one.
    pub n_filled: usize,
    /// Cells that say something else than before: old → new, by day and then as in the registry.
    pub restated: Vec<Restated>,
    /// The additive metrics of the file over the file's days, as in the registry.
    pub totals: Vec<TotalChange>,
}

/// A metric's sum over the file's days, before and after the import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TotalChange {
    /// Metric key.
    pub metric: &'static str,
    /// What the facts say now.
    pub before: Sum,
    /// What they would say.
    pub after: Sum,
}

impl ImportPreview {
    /// Whether the import would leave everything as it is: the same file once more.
    pub fn is_no_change(&self) -> bool {
        self.new_days.is_empty()
            && self.n_new_rows == 0
            && self.restated.is_empty()
            && self.n_filled == 0
    }
}

/// What importing `table` over `facts` would do.
pub fn preview(facts: &FactSet, table: &DayTable) -> ImportPreview {
    let (mut after, mut preview) = (facts.clone(), changes(facts, table));
    merge(&mut after, table);
    let Some(span) = preview.span else { return preview };
    preview.totals = SHOP_DAY
        .iter()
        .filter(|metric| metric.kind == Kind::Additive && table.columns.contains_key(metric.key))
        .map(|metric| TotalChange {
            metric: metric.key,
            before: facts.sum(metric.key, span),
            after: after.sum(metric.key, span),
        })
        .collect();
    preview
}

/// The part of a preview that needs no sums.
pub fn changes(facts: &FactSet, table: &DayTable) -> ImportPreview {
    let mut preview = ImportPreview { span: table.span(), ..ImportPreview::default() };
    // Columns in the order of the registry; what the registry does not know comes last.
    let known = SHOP_DAY.iter().filter_map(|metric| table.columns.get_key_value(metric.key));
    let unknown =
        table.columns.iter().filter(|(key, _)| crate::facts::metric::metric(key).is_none());
    let columns: Vec<_> = known.chain(unknown).collect();
    for (row, &day) in table.days.iter().enumerate() {
        if !facts.has(day) {
            preview.new_days.push(day);
            continue;
        }
        let mut is_same = true;
        for (metric, column) in &columns {
            let Some(new) = column.get(row).copied().flatten() else { continue };
            match facts.value(metric, day) {
                Some(old) if old == new => continue,
                None => preview.n_filled += 1,
                old => preview.restated.push(Restated {
                    day,
                    item: String::new(),
                    metric: (*metric).clone(),
                    old,
                    new: Some(new),
                    extra: Extra::new(),
                }),
            }
            is_same = false;
        }
        preview.n_same_days += usize::from(is_same);
        preview.n_changed_days += usize::from(!is_same);
    }
    preview
}

/// Puts the table's values over the facts. Only quarters in which something changes are written
/// anew; all other chunks stay the very same.
///
/// A reference whose columns are missing is dropped when its quarter is written: what it named
/// cannot be read, and two chunks must not share a day.
pub fn merge(facts: &mut FactSet, table: &DayTable) {
    let mut quarters: BTreeMap<Day, Vec<usize>> = BTreeMap::new();
    for (row, &day) in table.days.iter().enumerate() {
        quarters.entry(quarter_of(day).from()).or_default().push(row);
    }
    for (first_day, rows) in quarters {
        merge_quarter(facts, table, quarter_of(first_day), &rows);
    }
}

fn merge_quarter(facts: &mut FactSet, table: &DayTable, quarter: Span, rows: &[usize]) {
    let is_here = |chunk: &ChunkRef| Span::new(chunk.from, chunk.to).overlap(quarter).is_some();
    let days = rows.iter().map(|&row| table.days[row]);
    let (Some(from), Some(to)) = (days.clone().min(), days.max()) else { return };
    let old: Vec<&ChunkRef> = facts.shop_days.iter().filter(|chunk| is_here(chunk)).collect();
    let columns = old.iter().filter_map(|chunk| chunk.chunk.as_deref());
    let mut chunk: Chunk = join(columns, Span::new(from, to));
    for (metric, column) in &table.columns {
        for &row in rows {
            if let Some(value) = column.get(row).copied().flatten() {
                chunk.set(metric, table.days[row], Some(value));
            }
        }
    }
    let Some(new) = chunk.into_ref() else { return };
    if old.len() == 1 && old[0] == &new {
        return;
    }
    facts.shop_days.retain(|chunk| !is_here(chunk));
    let at = facts.shop_days.partition_point(|chunk| chunk.from < new.from);
    facts.shop_days.insert(at, new);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn table(rows: &[(&str, Option<i64>)]) -> DayTable {
        let values = rows.iter().map(|(_, value)| *value).collect();
        DayTable {
            days: rows.iter().map(|(text, _)| day(text)).collect(),
            columns: [("sales".to_owned(), values)].into(),
        }
    }

    #[test]
    fn a_value_replaces_a_value_and_no_value_leaves_what_is_known() {
        let mut facts = FactSet::default();
        merge(&mut facts, &table(&[("2026-03-31", Some(10)), ("2026-04-01", Some(20))]));
        assert_eq!(facts.shop_days.len(), 2, "one chunk a quarter");
        let update = table(&[("2026-03-31", None), ("2026-04-01", Some(25))]);
        let seen = preview(&facts, &update);
        assert_eq!((seen.n_same_days, seen.n_changed_days, seen.restated.len()), (1, 1, 1));
        assert_eq!(seen.totals[0].before.total, Some(30));
        assert_eq!(seen.totals[0].after.total, Some(35));
        let first_quarter = facts.shop_days[0].clone();
        merge(&mut facts, &update);
        assert_eq!(facts.value("sales", day("2026-03-31")), Some(10));
        assert_eq!(facts.value("sales", day("2026-04-01")), Some(25));
        assert_eq!(facts.shop_days[0], first_quarter, "an untouched quarter is the same chunk");
        assert!(preview(&facts, &update).is_no_change());
    }

    #[test]
    fn a_quarter_whose_columns_are_missing_is_written_from_the_file() {
        let mut facts = FactSet::default();
        merge(&mut facts, &table(&[("2026-01-01", Some(10))]));
        facts.shop_days[0].chunk = None;
        let seen = preview(&facts, &table(&[("2026-01-01", Some(10))]));
        assert_eq!(seen.new_days, [day("2026-01-01")]);
        merge(&mut facts, &table(&[("2026-01-01", Some(10))]));
        assert_eq!(facts.shop_days.len(), 1);
        assert_eq!(facts.value("sales", day("2026-01-01")), Some(10));
    }
}
