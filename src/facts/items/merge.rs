//! What an import of a keyed table would change, before it changes anything; and the change itself.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::span::Span;
use crate::facts::chunk::quarter_of;
use crate::facts::items::chunk::{Grain, ItemChunk, ItemRef, Open};
use crate::facts::items::metric::flow::SourcePath;
use crate::facts::items::subject::Subject;
use crate::facts::items::table::ItemTable;
use crate::facts::merge::{ImportPreview, Of, TotalChange};
use crate::facts::metric::Kind;
use crate::facts::set::{FactSet, Restated, Sum};

/// Which chunk a row belongs to: its quarter, or its period.
type Place = (Day, Day, bool);

fn place(period: Span) -> Place {
    match ItemTable::grain_of(period) {
        Grain::Day => {
            let quarter = quarter_of(period.from());
            (quarter.from(), quarter.to(), true)
        }
        Grain::Period => (period.from(), period.to(), false),
    }
}

/// The rows of each chunk that the table touches.
fn by_chunk(table: &ItemTable) -> BTreeMap<Place, Vec<usize>> {
    let mut chunks: BTreeMap<Place, Vec<usize>> = BTreeMap::new();
    for row in 0..table.rows.len() {
        if let Some(period) = table.period(row) {
            chunks.entry(place(period)).or_default().push(row);
        }
    }
    chunks
}

fn grain(place: Place) -> Grain {
    if place.2 { Grain::Day } else { Grain::Period }
}

/// Whether a chunk is the one of a place: days overlap, a period is the very same.
fn is_at(chunk: &ItemRef, (from, to, is_days): Place) -> bool {
    if is_days {
        chunk.span().overlap(Span::new(from, to)).is_some()
    } else {
        (chunk.from, chunk.to) == (from, to)
    }
}

/// What is known of a place, with room for the rows; and whether it is one chunk already.
fn open(facts: &FactSet, table: &ItemTable, place: Place, rows: &[usize]) -> Open {
    let grain = grain(place);
    let old: Vec<&ItemChunk> = facts
        .refs_of(table.subject, grain)
        .iter()
        .filter(|chunk| is_at(chunk, place))
        .filter_map(|chunk| chunk.chunk.as_deref())
        .collect();
    let new = rows.iter().filter_map(|row| table.period(*row));
    let spans = new.chain(old.iter().map(|chunk| chunk.span()));
    let all =
        spans.reduce(|all, one| Span::new(all.from().min(one.from()), all.to().max(one.to())));
    let mut open = Open::new(grain, all.unwrap_or(Span::new(place.0, place.1)));
    for chunk in old {
        open.overlay(chunk);
    }
    open
}

/// Puts the table's values over the facts. Only chunks in which something changes are written
/// anew; all others stay the very same.
pub fn merge_items(facts: &mut FactSet, table: &ItemTable) {
    let rounded: BTreeSet<(usize, &str)> =
        table.rounded.iter().map(|(row, metric)| (*row, metric.as_str())).collect();
    for (place, rows) in by_chunk(table) {
        let mut open = open(facts, table, place, &rows);
        for &row in &rows {
            let (Some(period), Some(label)) = (table.period(row), table.label(row)) else {
                continue;
            };
            let Some(cell) = open.cell(period.from()) else { continue };
            open.name(&label.id, &label.title, &label.code);
            for (metric, column) in &table.columns {
                if let Some(value) = column.get(row).copied().flatten() {
                    let is_rounded = rounded.contains(&(row, metric.as_str()));
                    open.set(&label.id, metric, cell, value, is_rounded);
                }
            }
        }
        let new = open.close().into_ref();
        let list = facts.refs_of_mut(table.subject, grain(place));
        let old = list.iter().filter(|chunk| is_at(chunk, place));
        if old.clone().count() == 1 && old.clone().all(|chunk| *chunk == new) {
            continue;
        }
        list.retain(|chunk| !is_at(chunk, place));
        let at = list.partition_point(|chunk| (chunk.from, chunk.to) < (new.from, new.to));
        list.insert(at, new);
    }
}

/// What importing `table` over `facts` would do.
pub fn preview_items(facts: &FactSet, table: &ItemTable) -> ImportPreview {
    let (of, registry) = (Of::Each(table.subject), table.subject.metrics());
    let mut preview = ImportPreview { of, span: table.span(), ..ImportPreview::default() };
    let mut totals: BTreeMap<&str, (Sum, Sum)> = BTreeMap::new();
    let mut restated: Vec<(usize, Restated)> = Vec::new();
    let known_ids: BTreeSet<String> = facts.labels_of(table.subject).into_keys().collect();
    // Columns in the order of the registry; what the registry does not know comes last.
    let known = registry.iter().filter_map(|metric| table.columns.get_key_value(metric.key));
    let is_unknown = |key: &&String| !registry.iter().any(|metric| metric.key == **key);
    let unknown = table.columns.keys().filter(is_unknown);
    let unknown = unknown.filter_map(|key| table.columns.get_key_value(key));
    let columns: Vec<_> = known.chain(unknown).collect();
    for (place, rows) in by_chunk(table) {
        let open = open(facts, table, place, &rows);
        for &row in &rows {
            let (Some(period), Some(label)) = (table.period(row), table.label(row)) else {
                continue;
            };
            let Some(cell) = open.cell(period.from()) else { continue };
            let old_item = open.item(&label.id).filter(|item| item.has(cell));
            let (mut is_same, mut has_value) = (true, false);
            let is_sum = is_sum(table.subject, &label.id);
            for (metric, column) in &columns {
                let new = column.get(row).copied().flatten();
                let old = old_item.and_then(|item| item.value(metric, cell));
                let (before, after) = totals.entry(metric.as_str()).or_default();
                has_value |= new.is_some();
                if !is_sum {
                    add(before, old);
                    add(after, new.or(old));
                }
                let Some(new) = new.filter(|new| old != Some(*new)) else { continue };
                is_same = false;
                if old_item.is_none() {
                    continue;
                }
                if old.is_none() {
                    preview.n_filled += 1;
                    continue;
                }
                let cell = Restated {
                    day: period.from(),
                    item: label.id.clone(),
                    metric: (*metric).clone(),
                    old,
                    new: Some(new),
                    extra: Extra::new(),
                };
                restated.push((row, cell));
            }
            match old_item {
                None => preview.n_new_rows += usize::from(has_value),
                Some(_) if is_same => preview.n_same_days += 1,
                Some(_) => preview.n_changed_days += 1,
            }
        }
    }
    preview.n_new_items = table.items.iter().filter(|label| !known_ids.contains(&label.id)).count();
    // Chunk by chunk is by period already, but for periods among days.
    crate::base::order::sort_by_key(&mut restated, |(row, _)| *row);
    preview.restated = restated.into_iter().map(|(_, cell)| cell).collect();
    preview.totals = registry
        .iter()
        .filter(|metric| metric.kind == Kind::Additive)
        .filter_map(|metric| {
            let (before, after) = totals.get(metric.key)?;
            Some(TotalChange { metric: metric.key, before: *before, after: *after })
        })
        .collect();
    preview
}

/// Whether a thing is the sum of others in its table.
pub fn is_sum(subject: Subject, id: &str) -> bool {
    subject == Subject::Source && SourcePath::of(id).is_subtotal()
}

/// A sum over rows: every row counts as a day of it that is there.
fn add(sum: &mut Sum, value: Option<i64>) {
    if let Some(value) = value {
        sum.total = Some(sum.total.unwrap_or(0).saturating_add(value));
        sum.n_days += 1;
        sum.of_days += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::items::table::ItemLabel;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// Visitors of items by period.
    pub fn table(rows: &[(&str, &str, &str, Option<i64>)]) -> ItemTable {
        let ids: BTreeSet<&str> = rows.iter().map(|row| row.2).collect();
        let ids: Vec<&str> = ids.into_iter().collect();
        let periods: BTreeSet<(Day, Day)> =
            rows.iter().map(|row| (day(row.0), day(row.1))).collect();
        let periods: Vec<(Day, Day)> = periods.into_iter().collect();
        let mut cells: BTreeMap<(usize, usize), Option<i64>> = BTreeMap::new();
        for (from, to, id, value) in rows {
            let period = periods.binary_search(&(day(from), day(to))).unwrap();
            cells.insert((period, ids.binary_search(id).unwrap()), *value);
        }
        ItemTable {
            subject: Subject::Item,
            items: ids
                .into_iter()
                .map(|id| ItemLabel {
                    id: id.to_owned(),
                    title: format!("盒 {id}"),
                    code: String::new(),
                })
                .collect(),
            periods,
            rows: cells.keys().copied().collect(),
            columns: [("visitors".to_owned(), cells.into_values().collect())].into(),
            rounded: Vec::new(),
        }
    }

    #[test]
    fn rows_land_in_their_quarter_and_periods_stand_alone() {
        let mut facts = FactSet::default();
        let first = table(&[
            ("2026-09-30", "2026-09-30", "71", Some(5)),
            ("2026-10-01", "2026-10-01", "71", Some(7)),
            ("2026-10-01", "2026-10-01", "72", Some(0)),
            ("2026-09-01", "2026-09-30", "71", Some(99)),
        ]);
        let seen = preview_items(&facts, &first);
        assert_eq!((seen.n_new_rows, seen.n_new_items, seen.restated.len()), (4, 2, 0));
        merge_items(&mut facts, &first);
        assert_eq!((facts.item_days.len(), facts.item_periods.len()), (2, 1));
        assert_eq!(facts.item_value("71", "visitors", day("2026-10-01")), Some(7));
        assert_eq!(facts.item_value("72", "visitors", day("2026-10-01")), Some(0));
        assert_eq!(facts.item_value("72", "visitors", day("2026-09-30")), None);
        assert!(preview_items(&facts, &first).is_no_change());

        let july_to_september = facts.item_days[0].clone();
        let update = table(&[
            ("2026-10-01", "2026-10-01", "71", Some(8)),
            ("2026-10-01", "2026-10-01", "72", None),
            ("2026-10-03", "2026-10-03", "72", Some(4)),
        ]);
        let seen = preview_items(&facts, &update);
        assert_eq!((seen.n_new_rows, seen.n_same_days, seen.n_changed_days), (1, 1, 1));
        let cell = &seen.restated[0];
        assert_eq!((cell.item.as_str(), cell.old, cell.new), ("71", Some(7), Some(8)));
        assert_eq!(seen.totals[0].before.total, Some(7));
        assert_eq!(seen.totals[0].after.total, Some(12));
        merge_items(&mut facts, &update);
        assert_eq!(facts.item_days[0], july_to_september);
        assert_eq!(facts.item_days[1].to, day("2026-10-03"));
        assert_eq!(facts.item_value("72", "visitors", day("2026-10-01")), Some(0));
        assert_eq!(facts.item_value("72", "visitors", day("2026-10-02")), None);
    }
}
