//! Immutable columns of imported days.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::span::Span;

/// Days of the whole shop, one column a measure; never changed once made.
///
/// A chunk holds the days of one calendar quarter, so that a restated day writes one quarter
/// anew and not the history. A value is in the unit of its metric (分, count, basis points …);
/// `None` is "no value", which is not zero.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Chunk {
    /// The day of the first value of every column.
    pub from: Option<Day>,
    /// How many days every column has.
    pub n_days: usize,
    /// Metric key → one value a day.
    pub columns: BTreeMap<String, Vec<Option<i64>>>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Chunk {
    /// The days that the columns cover; `None` for an empty chunk.
    pub fn span(&self) -> Option<Span> {
        let from = self.from?;
        let last = i32::try_from(self.n_days.checked_sub(1)?).ok()?;
        Some(Span::new(from, from + last))
    }

    /// The value of a metric on a day.
    pub fn value(&self, metric: &str, day: Day) -> Option<i64> {
        let idx = usize::try_from(day - self.from?).ok()?;
        *self.columns.get(metric)?.get(idx)?
    }
}
