//! A workbook as JSON: what a file holds, and with less of it, what a slot holds.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::base::extra::Extra;
use crate::base::record::Record;
use crate::facts::chunk::Chunk;
use crate::facts::items::chunk::ItemChunk;
use crate::facts::orders::chunk::OrderChunk;
use crate::facts::orders::lines::LineChunk;
use crate::persist::{migrate, pretty};
use crate::workbook::Workbook;

/// The `format` of every envelope.
pub const FORMAT: &str = "zhanggui.workbook";
/// The version of this program.
pub const APP: &str = env!("CARGO_PKG_VERSION");

/// A workbook with what is said about it.
///
/// The same record is a file and the body of a stored frame; only the file carries the chunks of
/// facts, which the browser keeps once, beside the frames.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Envelope {
    /// Always `zhanggui.workbook`.
    pub format: String,
    /// The version of the format; this document describes version 1.
    pub schema: u32,
    /// The version of the program that wrote the file.
    #[serde(default)]
    pub app: String,
    /// When the workbook was made, as civil time of the machine: `2026-11-21T14:03:27`.
    #[serde(default)]
    pub created: String,
    /// When the workbook was last changed, as civil time of the machine.
    #[serde(default)]
    pub modified: String,
    /// The document.
    pub workbook: Workbook,
    /// The columns of imported facts, by the ids that `workbook.facts` refers to.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub chunks: BTreeMap<String, Arc<Chunk>>,
    /// The same for the figures of items and of other subjects.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub item_chunks: BTreeMap<String, Arc<ItemChunk>>,
    /// The same for orders.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub order_chunks: BTreeMap<String, Arc<OrderChunk>>,
    /// The same for lines of orders.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub line_chunks: BTreeMap<String, Arc<LineChunk>>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What is known of a workbook beside its content.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meta {
    /// When it was made, as civil time.
    pub created: String,
    /// When it was last changed, as civil time.
    pub modified: String,
    /// Fields of the envelope that this version does not know.
    pub extra: Extra,
}

impl Meta {
    /// Of a workbook that is made at this civil time.
    pub fn new(now: &str) -> Self {
        Self { created: now.to_owned(), modified: now.to_owned(), extra: Extra::new() }
    }
}

fn envelope(workbook: &Workbook, meta: &Meta) -> Envelope {
    Envelope {
        format: FORMAT.to_owned(),
        schema: migrate::CURRENT,
        app: APP.to_owned(),
        created: meta.created.clone(),
        modified: meta.modified.clone(),
        workbook: workbook.clone(),
        chunks: BTreeMap::new(),
        item_chunks: BTreeMap::new(),
        order_chunks: BTreeMap::new(),
        line_chunks: BTreeMap::new(),
        extra: meta.extra.clone(),
    }
}

/// The body of a stored frame: compact, without the facts.
///
/// # Errors
///
/// What serialising says; a document of texts and integers has nothing to say.
pub fn to_body(workbook: &Workbook, meta: &Meta) -> Result<String, serde_json::Error> {
    write(&envelope(workbook, meta))
}

/// The text of an export file: readable, and whole.
///
/// Facts whose chunk is missing stay references; whoever reads the file is told of them.
///
/// # Errors
///
/// As [`to_body`].
pub fn to_file(workbook: &Workbook, meta: &Meta) -> Result<String, serde_json::Error> {
    let facts = &workbook.facts;
    let mut whole = envelope(workbook, meta);
    for wanted in &facts.shop_days {
        if let Some(chunk) = &wanted.chunk {
            whole.chunks.insert(wanted.id.clone(), chunk.clone());
        }
    }
    for wanted in facts.keyed_refs() {
        if let Some(chunk) = &wanted.chunk {
            whole.item_chunks.insert(wanted.id.clone(), chunk.clone());
        }
    }
    for wanted in &facts.orders {
        if let Some(chunk) = &wanted.chunk {
            whole.order_chunks.insert(wanted.id.clone(), chunk.clone());
        }
    }
    for wanted in &facts.order_lines {
        if let Some(chunk) = &wanted.chunk {
            whole.line_chunks.insert(wanted.id.clone(), chunk.clone());
        }
    }
    Ok(pretty::indent(&write(&whole)?))
}

/// The one place that writes the records: each further kind of writer would be a second copy of
/// all that code in the page.
fn write(envelope: &Envelope) -> Result<String, serde_json::Error> {
    serde_json::to_string(envelope)
}
