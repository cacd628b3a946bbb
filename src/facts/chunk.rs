//! Immutable columns of imported days.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use xxhash_rust::xxh64::xxh64;

use crate::base::calendar::Cut;
use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::record::Record;
use crate::base::span::Span;
use crate::facts::set::ChunkRef;

/// Days of the whole shop, one column a measure; never changed once made.
///
/// A chunk holds the days of one calendar quarter, so that a restated day writes one quarter
/// anew and not the history. A value is in the unit of its metric (分, count, basis points …);
/// `None` is "no value", which is not zero.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Record)]
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

    /// A chunk of `span` with no column yet.
    pub fn empty(span: Span) -> Self {
        Self { from: Some(span.from()), n_days: span.n_days(), ..Self::default() }
    }

    /// Writes a value, "no value" included; a day outside of the chunk is left out.
    pub fn set(&mut self, metric: &str, day: Day, value: Option<i64>) {
        let (Some(from), n_days) = (self.from, self.n_days) else { return };
        let idx = usize::try_from(day - from).unwrap_or(usize::MAX);
        if idx < n_days {
            let column = match self.columns.get_mut(metric) {
                Some(column) => column,
                None => self.columns.entry(metric.to_owned()).or_default(),
            };
            // A column of a damaged file may be short: a chunk that is written is whole.
            column.resize(n_days, None);
            column[idx] = value;
        }
    }

    /// Writes every value that `other` has.
    pub fn overlay(&mut self, other: &Self) {
        let Some(from) = other.from else { return };
        for (metric, column) in &other.columns {
            for (day, value) in (0..).map(|n_days| from + n_days).zip(column) {
                if value.is_some() {
                    self.set(metric, day, *value);
                }
            }
        }
    }

    /// Whether any metric has a value on a day.
    pub fn has(&self, day: Day) -> bool {
        self.columns.keys().any(|metric| self.value(metric, day).is_some())
    }

    /// The name of the chunk: xxh64 (seed 0) of its compact JSON with sorted keys, as sixteen
    /// hexadecimal digits. Equal columns have equal names, on every machine.
    pub fn content_id(&self) -> String {
        // The JSON of numbers, texts and maps with text keys cannot fail to be written.
        let json = serde_json::to_vec(self).unwrap_or_default();
        format!("{:016x}", xxh64(&json, 0))
    }

    /// The reference that the document keeps; `None` for an empty chunk.
    pub fn into_ref(self) -> Option<ChunkRef> {
        let span = self.span()?;
        let id = self.content_id();
        let chunk = Some(Arc::new(self));
        Some(ChunkRef { id, from: span.from(), to: span.to(), chunk, extra: Extra::new() })
    }
}

/// The calendar quarter that a day is in: how facts are cut, whatever the fiscal year.
pub fn quarter_of(day: Day) -> Span {
    let (year, month) = day.month().ym();
    Cut::default().quarter(year, usize::from(month - 1) / 3)
}

/// Joins chunks of one quarter to one that covers all their days and `span`; where two have a
/// value, the later one's counts.
pub fn join<'a>(chunks: impl Iterator<Item = &'a Chunk> + Clone, span: Span) -> Chunk {
    let spans = chunks.clone().filter_map(Chunk::span);
    let all =
        spans.fold(span, |all, one| Span::new(all.from().min(one.from()), all.to().max(one.to())));
    let mut joined = Chunk::empty(all);
    for chunk in chunks {
        joined.overlay(chunk);
        joined.extra.extend(chunk.extra.clone());
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_quarter_is_a_calendar_quarter() {
        let quarter = quarter_of(day("2026-11-21"));
        assert_eq!(quarter, Span::new(day("2026-10-01"), day("2026-12-31")));
    }

    #[test]
    fn chunks_join_to_one_that_covers_their_days() {
        let mut first = Chunk::empty(Span::day(day("2026-01-01")));
        first.set("sales", day("2026-01-01"), Some(100));
        let mut second = Chunk::empty(Span::new(day("2026-01-03"), day("2026-01-04")));
        second.set("visitors", day("2026-01-04"), Some(7));
        let joined = join([&first, &second].into_iter(), Span::day(day("2026-01-02")));
        assert_eq!(joined.n_days, 4);
        assert_eq!(joined.value("sales", day("2026-01-01")), Some(100));
        assert_eq!(joined.value("visitors", day("2026-01-04")), Some(7));
        assert!(!joined.has(day("2026-01-02")));
    }

    #[test]
    fn a_chunk_is_named_by_its_content() {
        let mut chunk = Chunk::empty(Span::day(day("2026-01-01")));
        chunk.set("sales", day("2026-01-01"), Some(100));
        let json = r#"{"from":"2026-01-01","n_days":1,"columns":{"sales":[100]}}"#;
        assert_eq!(serde_json::to_string(&chunk).unwrap(), json);
        assert_eq!(chunk.content_id(), format!("{:016x}", xxh64(json.as_bytes(), 0)));
        let name = chunk.content_id();
        chunk.set("sales", day("2026-01-01"), None);
        assert_ne!(chunk.content_id(), name);
    }
}
