//! Asking keyed tables: one mechanism for every subject, and short names for items.

use std::collections::BTreeMap;

use crate::base::day::Day;
use crate::base::span::Span;
use crate::facts::items::chunk::{Grain, ItemChunk, ItemColumns, ItemRef};
use crate::facts::items::code::Values;
use crate::facts::items::subject::Subject;
use crate::facts::items::table::ItemLabel;
use crate::facts::set::{FactSet, Import, Sum};

/// A thing's columns over some days, cell by cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemSeries {
    /// 商品ID.
    pub id: String,
    /// A column a metric that was asked for, a cell a day.
    pub columns: Vec<Vec<Option<i64>>>,
}

/// What items come to over a period, and by which count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemSums {
    /// Whether it is the sum of days: people who came on two days count twice (人天).
    pub is_of_days: bool,
    /// Days with figures of any item; of a period as one figure all of them.
    pub n_days: usize,
    /// 商品ID, or the key of another subject → one sum a metric that was asked for.
    pub items: BTreeMap<String, Vec<Sum>>,
    /// Items of which the platform had rounded a figure that was asked for.
    pub rounded: Vec<String>,
}

impl FactSet {
    /// The value of an item's metric on a day.
    pub fn item_value(&self, id: &str, metric: &str, day: Day) -> Option<i64> {
        self.value_of(Subject::Item, id, metric, day)
    }

    /// The value of a metric of any thing on a day.
    pub fn value_of(&self, subject: Subject, id: &str, metric: &str, day: Day) -> Option<i64> {
        let days = self.refs_of(subject, Grain::Day);
        let chunk = days.get(days.partition_point(|chunk| chunk.to < day))?.chunk.as_deref()?;
        let cell = usize::try_from(day - chunk.from).ok()?;
        Values::of(chunk.column(chunk.item(id)?, metric)?).nth(cell)?
    }

    /// The first and the last day with figures of items.
    pub fn item_span(&self) -> Option<Span> {
        self.span_of(Subject::Item)
    }

    /// The first and the last day with figures of a subject by day.
    pub fn span_of(&self, subject: Subject) -> Option<Span> {
        let days = self.refs_of(subject, Grain::Day);
        Some(Span::new(days.first()?.from, days.last()?.to))
    }

    /// The periods that are there as one figure, in order.
    pub fn item_period_spans(&self) -> Vec<Span> {
        self.item_periods.iter().map(|chunk| chunk.span()).collect()
    }

    /// What each item is called, by its id: as the file of the latest days said.
    pub fn item_labels(&self) -> BTreeMap<String, ItemLabel> {
        self.labels_of(Subject::Item)
    }

    /// What each thing of a subject is called, by its key: as the file of the latest days said.
    pub fn labels_of(&self, subject: Subject) -> BTreeMap<String, ItemLabel> {
        let mut labels: BTreeMap<String, (Day, ItemLabel)> = BTreeMap::new();
        let days = self.refs_of(subject, Grain::Day);
        let chunks = days.iter().chain(self.refs_of(subject, Grain::Period));
        for chunk in chunks.filter_map(|chunk| chunk.chunk.as_deref()) {
            for item in &chunk.items {
                let (to, label) = labels.entry(item.id.clone()).or_insert_with(|| {
                    let id = item.id.clone();
                    (chunk.to, ItemLabel { id, ..ItemLabel::default() })
                });
                let is_later = *to <= chunk.to;
                let take = |old: &mut String, new: &str| {
                    if !new.is_empty() && (is_later || old.is_empty()) {
                        new.clone_into(old);
                    }
                };
                take(&mut label.title, &item.title);
                take(&mut label.code, &item.code);
                *to = chunk.to.max(*to);
            }
        }
        labels.into_iter().map(|(id, (_, label))| (id, label)).collect()
    }

    /// What items come to over a period: by its days where any of them has figures, else by the
    /// very same period as one figure. Metrics must be additive.
    pub fn item_sums(&self, span: Span, metrics: &[&str]) -> ItemSums {
        self.sums_of(Subject::Item, span, metrics)
    }

    /// The same of any subject. `n_days` says on how many of the span's days there are figures.
    /// Rows that are sums of others are among them: see [`FactSet::source_sums`].
    pub fn sums_of(&self, subject: Subject, span: Span, metrics: &[&str]) -> ItemSums {
        let mut sums = ItemSums { is_of_days: true, ..ItemSums::default() };
        let days = self.refs_of(subject, Grain::Day);
        let is_inside = days.iter().any(|chunk| chunk.span().overlap(span).is_some());
        if is_inside {
            let mut has_day = vec![false; span.n_days()];
            for_each_cell(days, span, metrics, |id, metric, cell, value| {
                let of = sums.items.entry(id.to_owned()).or_insert_with(|| blank(metrics, span));
                let sum = &mut of[metric];
                sum.total = Some(sum.total.unwrap_or(0).saturating_add(value));
                sum.n_days += 1;
                has_day[cell] = true;
            });
            sums.n_days = has_day.iter().filter(|has| **has).count();
        }
        if !sums.items.is_empty() {
            return sums;
        }
        let periods = self.refs_of(subject, Grain::Period);
        let chunk = periods.iter().find(|chunk| chunk.span() == span);
        let Some(chunk) = chunk.and_then(|chunk| chunk.chunk.as_deref()) else { return sums };
        sums.is_of_days = false;
        sums.n_days = span.n_days();
        for item in &chunk.items {
            let one = |metric: &&str| {
                let total = chunk.column(item, metric).and_then(|text| Values::of(text).next());
                let total = total.flatten();
                let n_days = if total.is_some() { span.n_days() } else { 0 };
                Sum { total, n_days, of_days: span.n_days() }
            };
            sums.items.insert(item.id.clone(), metrics.iter().map(one).collect());
            if item.rounded.iter().any(|key| metrics.contains(&key.as_str())) {
                sums.rounded.push(item.id.clone());
            }
        }
        sums
    }

    /// Every item's columns over some days, for windows that move along them.
    pub fn item_series(&self, span: Span, metrics: &[&str]) -> Vec<ItemSeries> {
        self.series_of(Subject::Item, span, metrics)
    }

    /// The same of any subject.
    pub fn series_of(&self, subject: Subject, span: Span, metrics: &[&str]) -> Vec<ItemSeries> {
        let mut items: BTreeMap<String, Vec<Vec<Option<i64>>>> = BTreeMap::new();
        for_each_cell(
            self.refs_of(subject, Grain::Day),
            span,
            metrics,
            |id, metric, cell, value| {
                let columns = items
                    .entry(id.to_owned())
                    .or_insert_with(|| vec![vec![None; span.n_days()]; metrics.len()]);
                columns[metric][cell] = Some(value);
            },
        );
        items.into_iter().map(|(id, columns)| ItemSeries { id, columns }).collect()
    }

    /// The import that the figures of items over a period came from: the latest with a day of it.
    pub fn item_source(&self, span: Span) -> Option<&Import> {
        let is_of_items = |import: &&Import| {
            import.is_of_items && Span::new(import.from, import.to).overlap(span).is_some()
        };
        self.imports.iter().rev().find(is_of_items)
    }
}

fn blank(metrics: &[&str], span: Span) -> Vec<Sum> {
    vec![Sum { of_days: span.n_days(), ..Sum::default() }; metrics.len()]
}

/// Hands over every value of days within `span`: item, place of the metric, place of the day.
fn for_each_cell(
    days: &[ItemRef],
    span: Span,
    metrics: &[&str],
    mut each: impl FnMut(&str, usize, usize, i64),
) {
    let chunks = days.iter().filter_map(|chunk| chunk.chunk.as_deref());
    let mut one = |chunk: &ItemChunk, item: &ItemColumns| {
        let Some(shared) = chunk.span().overlap(span) else { return };
        // Both are days of the span or of the chunk, and so not negative.
        let skipped = usize::try_from(shared.from() - chunk.from).unwrap_or(0);
        let first = usize::try_from(shared.from() - span.from()).unwrap_or(0);
        for (place, metric) in metrics.iter().enumerate() {
            let Some(text) = chunk.column(item, metric) else { continue };
            let cells = Values::of(text).skip(skipped).take(shared.n_days());
            for (idx, value) in cells.enumerate() {
                if let Some(value) = value {
                    each(&item.id, place, first + idx, value);
                }
            }
        }
    };
    for chunk in chunks.filter(|chunk| chunk.grain == Grain::Day) {
        if chunk.span().overlap(span).is_some() {
            chunk.items.iter().for_each(|item| one(chunk, item));
        }
    }
}
