//! Immutable columns of items.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh64::xxh64;

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::record::Record;
use crate::base::span::Span;
use crate::facts::items::code::{decode, encode};

/// What one row of a table of items is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Grain {
    /// A day.
    Day,
    /// A longer period as one figure: people are counted once in it.
    Period,
}

/// Figures of items: of the days of one calendar quarter, or of one longer period. Never changed
/// once made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ItemChunk {
    /// Days, or one period.
    pub grain: Grain,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// Metric keys, in the order of every item's columns.
    pub metrics: Vec<String>,
    /// The items, by their ids.
    pub items: Vec<ItemColumns>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One item of a chunk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ItemColumns {
    /// 商品ID.
    pub id: String,
    /// 商品名称, as the latest file said; empty where none did.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// 货号; empty where none was said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// Metrics of which the platform had rounded a value (`2.5万`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rounded: Vec<String>,
    /// One column a metric, as `code` writes it: a cell a day, or one for the period.
    pub values: Vec<String>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A reference to a chunk of items, as [`crate::facts::set::ChunkRef`] is one to days.
#[derive(Clone, Debug, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ItemRef {
    /// The content hash (xxh64 of the chunk's JSON, 16 hexadecimal digits).
    pub id: String,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// The columns; `None` where the stored chunk is missing or damaged.
    #[serde(skip)]
    pub chunk: Option<Arc<ItemChunk>>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl PartialEq for ItemRef {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.chunk.is_some() == other.chunk.is_some()
    }
}

impl ItemRef {
    /// Its days.
    pub fn span(&self) -> Span {
        Span::new(self.from, self.to)
    }
}

impl ItemChunk {
    /// The days that it is about.
    pub fn span(&self) -> Span {
        Span::new(self.from, self.to)
    }

    /// How many cells a column has.
    pub fn n_cells(&self) -> usize {
        match self.grain {
            Grain::Day => self.span().n_days(),
            Grain::Period => 1,
        }
    }

    /// The text of an item's column.
    pub fn column<'a>(&self, item: &'a ItemColumns, metric: &str) -> Option<&'a str> {
        let idx = self.metrics.iter().position(|key| key == metric)?;
        item.values.get(idx).map(String::as_str)
    }

    /// The item of this id.
    pub fn item(&self, id: &str) -> Option<&ItemColumns> {
        let idx = self.items.binary_search_by(|item| item.id.as_str().cmp(id)).ok()?;
        self.items.get(idx)
    }

    /// The name of the chunk: xxh64 (seed 0) of its compact JSON, as sixteen hexadecimal digits.
    pub fn content_id(&self) -> String {
        // The JSON of texts and lists cannot fail to be written.
        let json = serde_json::to_vec(self).unwrap_or_default();
        format!("{:016x}", xxh64(&json, 0))
    }

    /// The reference that the document keeps.
    pub fn into_ref(self) -> ItemRef {
        let (id, from, to) = (self.content_id(), self.from, self.to);
        ItemRef { id, from, to, chunk: Some(Arc::new(self)), extra: Extra::new() }
    }
}

/// A chunk that is being written: its columns as values.
#[derive(Clone, Debug)]
pub struct Open {
    grain: Grain,
    span: Span,
    items: BTreeMap<String, OpenItem>,
    extra: Extra,
}

/// An item of it.
#[derive(Clone, Debug, Default)]
pub struct OpenItem {
    /// 商品名称.
    pub title: String,
    /// 货号.
    pub code: String,
    rounded: BTreeSet<String>,
    columns: BTreeMap<String, Vec<Option<i64>>>,
    extra: Extra,
}

impl OpenItem {
    /// The value of a metric in a cell.
    pub fn value(&self, metric: &str, cell: usize) -> Option<i64> {
        *self.columns.get(metric)?.get(cell)?
    }

    /// Whether any metric has a value in a cell.
    pub fn has(&self, cell: usize) -> bool {
        self.columns.values().any(|column| column.get(cell).copied().flatten().is_some())
    }
}

impl Open {
    /// A chunk without items.
    pub fn new(grain: Grain, span: Span) -> Self {
        Self { grain, span, items: BTreeMap::new(), extra: Extra::new() }
    }

    fn n_cells(&self) -> usize {
        match self.grain {
            Grain::Day => self.span.n_days(),
            Grain::Period => 1,
        }
    }

    /// The cell of a day.
    pub fn cell(&self, day: Day) -> Option<usize> {
        match self.grain {
            Grain::Period => Some(0),
            Grain::Day if self.span.contains(day) => usize::try_from(day - self.span.from()).ok(),
            Grain::Day => None,
        }
    }

    /// Takes in what a chunk of the same grain within the same days has.
    pub fn overlay(&mut self, chunk: &ItemChunk) {
        let Some(first) = self.cell(chunk.from) else { return };
        let (n_cells, n_own) = (chunk.n_cells(), self.n_cells());
        for item in &chunk.items {
            let open = self.items.entry(item.id.clone()).or_default();
            name(&mut open.title, &item.title);
            name(&mut open.code, &item.code);
            open.rounded.extend(item.rounded.iter().cloned());
            open.extra.extend(item.extra.clone());
            for (metric, text) in chunk.metrics.iter().zip(&item.values) {
                let column = open.columns.entry(metric.clone()).or_default();
                column.resize(n_own, None);
                for (idx, value) in decode(text, n_cells).into_iter().enumerate() {
                    if let Some(cell) = column.get_mut(first + idx).filter(|_| value.is_some()) {
                        *cell = value;
                    }
                }
            }
        }
        self.extra.extend(chunk.extra.clone());
    }

    /// An item, as far as it is here.
    pub fn item(&self, id: &str) -> Option<&OpenItem> {
        self.items.get(id)
    }

    /// An item to name.
    pub fn name(&mut self, id: &str, title: &str, code: &str) {
        let open = self.items.entry(id.to_owned()).or_default();
        name(&mut open.title, title);
        name(&mut open.code, code);
    }

    /// Writes a value into a cell.
    pub fn set(&mut self, id: &str, metric: &str, cell: usize, value: i64, is_rounded: bool) {
        let n_cells = self.n_cells();
        if cell >= n_cells {
            return;
        }
        let open = self.items.entry(id.to_owned()).or_default();
        let column = open.columns.entry(metric.to_owned()).or_default();
        column.resize(n_cells, None);
        column[cell] = Some(value);
        if is_rounded {
            open.rounded.insert(metric.to_owned());
        } else if self.grain == Grain::Period {
            // The only value is an exact one now; of several days another may be rounded still.
            open.rounded.remove(metric);
        }
    }

    /// The chunk, with metrics and items in the order of their names.
    pub fn close(self) -> ItemChunk {
        let keys = self.items.values().flat_map(|item| item.columns.keys());
        let metrics: BTreeSet<String> = keys.cloned().collect();
        let metrics: Vec<String> = metrics.into_iter().collect();
        let items = self.items.into_iter().map(|(id, item)| ItemColumns {
            id,
            title: item.title,
            code: item.code,
            rounded: item.rounded.into_iter().collect(),
            values: metrics
                .iter()
                .map(|key| item.columns.get(key).map_or_else(String::new, |all| encode(all)))
                .collect(),
            extra: item.extra,
        });
        let (from, to) = (self.span.from(), self.span.to());
        ItemChunk {
            grain: self.grain,
            from,
            to,
            items: items.collect(),
            metrics,
            extra: self.extra,
        }
    }
}

/// A later name counts, unless it says nothing.
fn name(name: &mut String, later: &str) {
    if !later.is_empty() && name != later {
        later.clone_into(name);
    }
}
