//! What an import of lines would change, the change itself, and the days of items that follow.
//!
//! A later export of an order's lines replaces the earlier one. Sums of many orders can only be
//! told by their days: an export tells all of the days between its first and its last, and what
//! was known of these goes before it. Sums without days, of a file too long to keep its orders,
//! cannot be told from others: the same file once more changes nothing, another one adds to them.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::day::Day;
use crate::base::order;
use crate::base::span::Span;
use crate::facts::items::metric::orders::LINES;
use crate::facts::merge::{ImportPreview, Of, TotalChange};
use crate::facts::orders::lines::{
    LineChunk, LineRef, LineRow, LineSums, LineTable, MAX_LINES, MAX_SUMS,
};
use crate::facts::set::{FactSet, Sum};

/// Rows with the names of their items.
#[derive(Default)]
struct Named {
    rows: Vec<LineRow>,
    items: Vec<String>,
    places: BTreeMap<String, usize>,
}

impl Named {
    fn push(&mut self, row: &LineRow, items: &[String]) {
        let name = &items[row.item];
        let item = self.places.get(name).copied().unwrap_or_else(|| {
            self.items.push(name.clone());
            self.places.insert(name.clone(), self.items.len() - 1);
            self.items.len() - 1
        });
        self.rows.push(LineRow { item, ..*row });
    }

    fn of(chunk: &LineChunk, is_kept: impl Fn(&LineRow) -> bool) -> Self {
        let mut named = Self::default();
        for row in chunk.rows().iter().filter(|row| is_kept(row)) {
            named.push(row, &chunk.items);
        }
        named
    }

    fn chunk(self, is_by_month: bool) -> Option<LineChunk> {
        LineChunk::of(self.rows, &self.items, is_by_month)
    }
}

fn chunks(facts: &FactSet) -> impl Iterator<Item = &LineChunk> {
    facts.order_lines.iter().filter_map(|one| one.chunk.as_deref())
}

/// Known orders and when they were paid.
fn payments(facts: &FactSet) -> BTreeMap<u64, Option<Day>> {
    facts.all_orders().into_iter().map(|order| (order.id, order.paid)).collect()
}

/// The days of a row's figures: a whole month where it is of one.
fn days_of(row: &LineRow, is_by_month: bool) -> Option<Span> {
    let day = row.day?;
    Some(if is_by_month {
        Span::new(day.month().first(), day.month().last())
    } else {
        Span::day(day)
    })
}

/// Puts the table's lines over those that are known.
pub fn merge_lines(facts: &mut FactSet, table: &LineTable) {
    let new = &table.chunk;
    let new_ref = new.clone().into_ref();
    if facts.order_lines.iter().any(|one| one.id == new_ref.id) {
        return;
    }
    table.salt.keep(facts);
    let mut all: Vec<LineRef> = Vec::new();
    if !new.is_single() {
        for one in std::mem::take(&mut facts.order_lines) {
            match (&one.chunk, new.span()) {
                (Some(chunk), Some(span)) => all.extend(without(chunk, span, one.clone())),
                _ => all.push(one),
            }
        }
        all.push(new_ref);
    } else {
        let fresh = new.rows();
        let orders: BTreeSet<u64> = fresh.iter().filter_map(|row| row.order).collect();
        let paid = if facts.order_lines.is_empty() { BTreeMap::new() } else { payments(facts) };
        let span = span_of(&fresh, &paid);
        let mut old = Named::default();
        for one in std::mem::take(&mut facts.order_lines) {
            match (&one.chunk, span) {
                (Some(chunk), _) if chunk.is_single() => {
                    let is_kept =
                        |row: &&LineRow| row.order.is_some_and(|id| !orders.contains(&id));
                    for row in chunk.rows().iter().filter(is_kept) {
                        old.push(row, &chunk.items);
                    }
                }
                // Days that the file tells line by line.
                (Some(chunk), Some(span)) => all.extend(without(chunk, span, one.clone())),
                _ => all.push(one),
            }
        }
        if old.rows.is_empty() {
            all.push(new_ref);
        } else if old.rows.len() + fresh.len() <= MAX_LINES {
            fresh.iter().for_each(|row| old.push(row, &new.items));
            all.extend(old.chunk(false).map(LineChunk::into_ref));
        } else {
            // Of the older ones the sums by day are kept.
            old.rows.retain_mut(|row| {
                let known = row.order.and_then(|id| paid.get(&id).copied());
                (row.day, row.order) = (row.day.or(known.flatten()), None);
                // Nobody paid for these.
                row.day.is_some() || known != Some(None)
            });
            all.extend(old.chunk(false).map(LineChunk::into_ref));
            all.push(new_ref);
        }
    }
    let place = |one: &LineRef| one.chunk.as_ref().map(|chunk| (chunk.from, chunk.to));
    order::sort_by(&mut all, |a, b| (place(a), &a.id).cmp(&(place(b), &b.id)));
    facts.order_lines = all;
}

fn span_of(rows: &[LineRow], paid: &BTreeMap<u64, Option<Day>>) -> Option<Span> {
    let day = |row: &LineRow| row.day.or(paid.get(&row.order?).copied().flatten());
    let days = || rows.iter().filter_map(day);
    Some(Span::new(days().min()?, days().max()?))
}

/// What is left of a chunk without the days of a span.
fn without(chunk: &LineChunk, span: Span, whole: LineRef) -> Option<LineRef> {
    let is_kept = |row: &LineRow| {
        days_of(row, chunk.is_by_month).is_none_or(|days| days.overlap(span).is_none())
    };
    if chunk.span().is_none_or(|days| days.overlap(span).is_none()) {
        return Some(whole);
    }
    Named::of(chunk, is_kept).chunk(chunk.is_by_month).map(LineChunk::into_ref)
}

/// What importing `table` over `facts` would do.
pub fn preview_lines(facts: &FactSet, table: &LineTable) -> ImportPreview {
    let new = &table.chunk;
    let mut preview = ImportPreview { of: Of::Lines, span: new.span(), ..ImportPreview::default() };
    if preview.span.is_none() && new.is_single() {
        preview.span = span_of(&new.rows(), &payments(facts));
    }
    let file = new.sums();
    let mut before = file;
    let name = new.content_id();
    let size = |n: i64| usize::try_from(n).unwrap_or(usize::MAX);
    if facts.order_lines.iter().any(|one| one.id == name) {
        preview.n_same_days = size(file.lines);
    } else if facts.order_lines.is_empty() {
        (before, preview.n_new_rows) = (LineSums::default(), size(file.lines));
    } else {
        let mut after = facts.clone();
        merge_lines(&mut after, table);
        let (old, merged) = (total(facts), total(&after));
        let went = |old: i64, file: i64, merged: i64| old.saturating_add(file) - merged;
        before = LineSums {
            lines: went(old.lines, file.lines, merged.lines),
            units: went(old.units, file.units, merged.units),
            paid_fen: went(old.paid_fen, file.paid_fen, merged.paid_fen),
            refund_fen: went(old.refund_fen, file.refund_fen, merged.refund_fen),
        };
        count(facts, new, &mut preview);
    }
    let total = |sums: LineSums, key: &str| {
        let total = match key {
            "sales" => sums.paid_fen,
            "refunds" => sums.refund_fen,
            "units" => sums.units,
            _ => sums.lines,
        };
        Sum { total: (sums.lines > 0).then_some(total), n_days: 1, of_days: 1 }
    };
    preview.totals = LINES
        .iter()
        .map(|metric| TotalChange {
            metric: metric.key,
            before: total(before, metric.key),
            after: total(file, metric.key),
        })
        .collect();
    preview
}

fn total(facts: &FactSet) -> LineSums {
    let mut all = LineSums::default();
    chunks(facts).for_each(|chunk| all.add(&chunk.sums()));
    all
}

/// How many lines are new, changed, and the same.
fn count(facts: &FactSet, new: &LineChunk, preview: &mut ImportPreview) {
    let mut known: BTreeMap<u64, BTreeMap<(Option<Day>, &str), LineSums>> = BTreeMap::new();
    if new.is_single() {
        for chunk in chunks(facts).filter(|chunk| chunk.is_single()) {
            for row in chunk.rows() {
                let Some(order) = row.order else { continue };
                let name = (row.day, chunk.items[row.item].as_str());
                known.entry(order).or_default().insert(name, row.sums);
            }
        }
    }
    for row in new.rows() {
        let n_lines = usize::try_from(row.sums.lines).unwrap_or(0);
        let order = row.order.and_then(|order| known.get(&order));
        match order.map(|items| items.get(&(row.day, new.items[row.item].as_str()))) {
            None => preview.n_new_rows += n_lines,
            Some(Some(sums)) if *sums == row.sums => preview.n_same_days += n_lines,
            Some(_) => {
                preview.n_changed_days += n_lines;
                preview.n_filled += n_lines;
            }
        }
    }
}

/// What is known of items by their orders' lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemLines {
    /// Day of payment → item → its lines. Of sums by month the first day has all.
    pub days: BTreeMap<Day, BTreeMap<String, LineSums>>,
    /// Item → lines of which the day is not known.
    pub undated: BTreeMap<String, LineSums>,
}

/// The days of items, by the lines of orders that were paid.
pub fn item_lines(facts: &FactSet) -> ItemLines {
    let mut all = ItemLines::default();
    let paid = payments(facts);
    for chunk in chunks(facts) {
        for row in chunk.rows() {
            let known = row.order.and_then(|order| paid.get(&order).copied());
            let items = match row.day.or(known.flatten()) {
                Some(day) => all.days.entry(day).or_default(),
                // The order is known, and nobody paid for it.
                None if known.is_some() => continue,
                None => &mut all.undated,
            };
            items.entry(chunk.items[row.item].clone()).or_default().add(&row.sums);
        }
    }
    all
}

/// How many rows a workbook's lines may have in all.
pub const MAX_ROWS: usize = 2 * MAX_SUMS;

/// How many rows all lines have.
pub fn n_rows(facts: &FactSet) -> usize {
    chunks(facts).map(|chunk| chunk.n_rows).sum()
}
