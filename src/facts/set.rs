//! What has been imported: references to chunks, and the log of imports.

use std::sync::Arc;

use serde::Serialize;

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::record::Record;
use crate::base::span::Span;
use crate::facts::chunk::Chunk;
use crate::facts::items::chunk::{Grain, ItemRef};
use crate::facts::items::subject::{KeyedFacts, Subject};
use crate::facts::metric::{Kind, metric};
use crate::facts::orders::chunk::OrderRef;
use crate::facts::orders::lines::LineRef;

/// The imported facts of a workbook.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct FactSet {
    /// Days of the whole shop, in order, no two chunks with a day in common.
    pub shop_days: Vec<ChunkRef>,
    /// Days of single items, in order, no two chunks with a day in common.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub item_days: Vec<ItemRef>,
    /// Longer periods of single items as one figure each, in order, each period once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub item_periods: Vec<ItemRef>,
    /// Figures of other subjects, in their order, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keyed: Vec<KeyedFacts>,
    /// Orders by the quarter in which they were placed, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub orders: Vec<OrderRef>,
    /// Lines of orders: which items they had.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub order_lines: Vec<LineRef>,
    /// The salt of the numbers that stand for orders and buyers; drawn with the first orders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub salt: Option<Id>,
    /// Its second half. Numbers of a workbook without it were made with the first one alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub salt_more: Option<Id>,
    /// What was imported, latest last.
    pub imports: Vec<Import>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A reference to a chunk. The document stores the id; the columns are kept beside it, once.
#[derive(Clone, Debug, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ChunkRef {
    /// The content hash (xxh64 of the chunk's JSON, 16 hexadecimal digits).
    pub id: String,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// The columns; `None` where the stored chunk is missing or damaged.
    #[serde(skip)]
    pub chunk: Option<Arc<Chunk>>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl PartialEq for ChunkRef {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.chunk.is_some() == other.chunk.is_some()
    }
}

/// One import that was applied.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Import {
    /// Its name for good.
    pub id: Id,
    /// The file's name.
    pub file: String,
    /// The dialect that was recognised, as `sycm.shop_day`.
    pub dialect: String,
    /// When, as civil time of the machine: `2026-11-21T14:03:27`.
    pub at: String,
    /// The first day in the file.
    pub from: Day,
    /// The last day in the file.
    pub to: Day,
    /// Days that were new; of a file of items, rows.
    pub n_new: u32,
    /// Whether its rows are of single items.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_of_items: bool,
    /// What its rows are about, where these are neither days of the shop nor items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Subject>,
    /// How many cells said something else before.
    #[serde(default)]
    pub n_restated: u32,
    /// The first of these cells; the log drops them as imports get old.
    #[serde(default)]
    pub restated: Vec<Restated>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One cell that an import changed.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Restated {
    /// Whose value; the first day of a longer period.
    pub day: Day,
    /// The item (商品ID); empty for the whole shop.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub item: String,
    /// Metric key.
    pub metric: String,
    /// What it was.
    pub old: Option<i64>,
    /// What it is.
    pub new: Option<i64>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A flag that is not set is not written.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// A sum that says how much of it is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// In the metric's unit; `None` where no day has a value.
    pub total: Option<i64>,
    /// Days with a value.
    pub n_days: usize,
    /// Days of the period.
    pub of_days: usize,
}

impl FactSet {
    /// Whether anything was imported that is kept as chunks.
    pub fn has_chunks(&self) -> bool {
        let is_bare =
            self.shop_days.is_empty() && self.orders.is_empty() && self.order_lines.is_empty();
        !is_bare || self.keyed_refs().next().is_some()
    }

    /// Whether anything is known of single items.
    pub fn has_items(&self) -> bool {
        !(self.item_days.is_empty() && self.item_periods.is_empty())
    }

    /// Whether there is any figure of a subject.
    pub fn knows(&self, subject: Subject) -> bool {
        [Grain::Day, Grain::Period].iter().any(|grain| !self.refs_of(subject, *grain).is_empty())
    }

    /// The ids of all chunks that are referred to.
    pub fn chunk_ids(&self) -> Vec<String> {
        let days = self.shop_days.iter().map(|chunk| &chunk.id);
        let orders = self.orders.iter().map(|chunk| &chunk.id);
        let keyed = self.keyed_refs().map(|chunk| &chunk.id);
        let lines = self.order_lines.iter().map(|chunk| &chunk.id);
        days.chain(keyed).chain(orders).chain(lines).cloned().collect()
    }

    /// The chunks of every keyed table.
    pub fn keyed_refs(&self) -> impl Iterator<Item = &ItemRef> {
        let others = self.keyed.iter().flat_map(|of| of.days.iter().chain(&of.periods));
        self.item_days.iter().chain(&self.item_periods).chain(others)
    }

    /// The same, to be given their columns.
    pub fn keyed_refs_mut(&mut self) -> impl Iterator<Item = &mut ItemRef> {
        let others = self.keyed.iter_mut().flat_map(|of| of.days.iter_mut().chain(&mut of.periods));
        self.item_days.iter_mut().chain(&mut self.item_periods).chain(others)
    }

    /// The chunks of a subject: of its days, or of its longer periods.
    pub fn refs_of(&self, subject: Subject, grain: Grain) -> &[ItemRef] {
        if subject == Subject::Item {
            return match grain {
                Grain::Day => &self.item_days,
                Grain::Period => &self.item_periods,
            };
        }
        let of = self.keyed.iter().find(|of| of.subject == subject);
        of.map_or(&[], |of| match grain {
            Grain::Day => &of.days,
            Grain::Period => &of.periods,
        })
    }

    /// The same, to be written to; a subject of which nothing was known is put into its place.
    pub(crate) fn refs_of_mut(&mut self, subject: Subject, grain: Grain) -> &mut Vec<ItemRef> {
        let (days, periods) = if subject == Subject::Item {
            (&mut self.item_days, &mut self.item_periods)
        } else {
            let at = self.keyed.partition_point(|of| of.subject < subject);
            if self.keyed.get(at).is_none_or(|of| of.subject != subject) {
                self.keyed.insert(at, KeyedFacts::new(subject));
            }
            let of = &mut self.keyed[at];
            (&mut of.days, &mut of.periods)
        };
        match grain {
            Grain::Day => days,
            Grain::Period => periods,
        }
    }

    /// The value of a metric on a day.
    pub fn value(&self, metric: &str, day: Day) -> Option<i64> {
        let idx = self.shop_days.partition_point(|chunk| chunk.to < day);
        self.shop_days.get(idx)?.chunk.as_ref()?.value(metric, day)
    }

    /// Whether any metric has a value on a day.
    pub fn has(&self, day: Day) -> bool {
        let idx = self.shop_days.partition_point(|chunk| chunk.to < day);
        let chunk = self.shop_days.get(idx).and_then(|chunk| chunk.chunk.as_ref());
        chunk.is_some_and(|chunk| chunk.has(day))
    }

    /// The sum of an additive metric over the days of a span.
    pub fn sum(&self, metric: &str, span: Span) -> Sum {
        let mut sum = Sum { of_days: span.n_days(), ..Sum::default() };
        for value in span.days().filter_map(|day| self.value(metric, day)) {
            sum.total = Some(sum.total.unwrap_or(0).saturating_add(value));
            sum.n_days += 1;
        }
        sum
    }

    /// The first and the last day with facts.
    pub fn span(&self) -> Option<Span> {
        Some(Span::new(self.shop_days.first()?.from, self.shop_days.last()?.to))
    }

    /// A metric over the days of a span, by its kind: summed, or recomputed from the sums of its
    /// parts (in the metric's unit, rounded half away from zero). `None` where nothing can be
    /// said: no day has a value, the denominator is 0, the key is not known, or several days of
    /// an opaque metric are asked for.
    ///
    /// A ratio's parts are summed over the days on which both have a value.
    pub fn aggregate(&self, key: &str, span: Span) -> Option<i64> {
        let metric = metric(key)?;
        match metric.kind {
            Kind::Additive => self.sum(key, span).total,
            Kind::Opaque if span.n_days() == 1 => self.value(key, span.from()),
            Kind::Opaque => None,
            Kind::Ratio { numerator, denominator } => {
                let mut sums: Option<(i128, i128)> = None;
                for day in span.days() {
                    let parts = (self.value(numerator, day), self.value(denominator, day));
                    if let (Some(above), Some(below)) = parts {
                        let (sum_above, sum_below) = sums.unwrap_or_default();
                        sums = Some((sum_above + i128::from(above), sum_below + i128::from(below)));
                    }
                }
                let (above, below) = sums?;
                let unit = |key| crate::facts::metric::metric(key).map(|metric| metric.unit);
                metric.ratio_of((above, unit(numerator)?), (below, unit(denominator)?))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::chunk::Chunk;

    #[test]
    fn several_days_add_up_by_the_kind_of_the_metric() {
        let span = Span::new("2026-10-01".parse().unwrap(), "2026-10-03".parse().unwrap());
        let mut chunk = Chunk::empty(span);
        let rows = [
            (Some(1_000), Some(2), Some(100)),
            (Some(500), Some(1), Some(200)),
            (None, Some(5), None),
        ];
        for (day, (sales, buyers, visitors)) in span.days().zip(rows) {
            chunk.set("sales", day, sales);
            chunk.set("buyers", day, buyers);
            chunk.set("visitors", day, visitors);
            chunk.set("bounce_rate", day, Some(5_000));
        }
        let facts = FactSet { shop_days: vec![chunk.into_ref().unwrap()], ..FactSet::default() };
        assert_eq!(facts.aggregate("sales", span), Some(1_500));
        // 1,500 fen of 3 buyers; the day without sales does not count its buyers.
        assert_eq!(facts.aggregate("aov", span), Some(500));
        // 3 of 300 visitors are 1 %.
        assert_eq!(facts.aggregate("cvr", span), Some(100));
        assert_eq!(facts.aggregate("bounce_rate", span), None);
        assert_eq!(facts.aggregate("bounce_rate", Span::day(span.from())), Some(5_000));
        assert_eq!(facts.aggregate("no such", span), None);
    }
}
