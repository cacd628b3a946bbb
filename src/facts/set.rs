//! What has been imported: references to chunks, and the log of imports.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::span::Span;
use crate::facts::chunk::Chunk;

/// The imported facts of a workbook.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct FactSet {
    /// Days of the whole shop, in order, no two chunks with a day in common.
    pub shop_days: Vec<ChunkRef>,
    /// What was imported, latest last.
    pub imports: Vec<Import>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A reference to a chunk. The document stores the id; the columns are kept beside it, once.
#[derive(Clone, Debug, Serialize, Deserialize)]
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
}

impl PartialEq for ChunkRef {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.chunk.is_some() == other.chunk.is_some()
    }
}

/// One import that was applied.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    /// Days that were new.
    pub n_new: u32,
    /// The cells that said something else before.
    pub restated: Vec<Restated>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One cell that an import changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Restated {
    /// Whose value.
    pub day: Day,
    /// Metric key.
    pub metric: String,
    /// What it was.
    pub old: Option<i64>,
    /// What it is.
    pub new: Option<i64>,
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
    /// The value of a metric on a day.
    pub fn value(&self, metric: &str, day: Day) -> Option<i64> {
        let idx = self.shop_days.partition_point(|chunk| chunk.to < day);
        self.shop_days.get(idx)?.chunk.as_ref()?.value(metric, day)
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
}
