//! Imported facts in storage: immutable, named by their content, kept once for all workbooks.
//!
//! A chunk is written before the first frame that refers to it, and removed only when no frame
//! does any more: neither slot of any workbook, nor one in the trash or set aside. Whether a
//! frame refers to it is asked of the frame's raw text, so that damaged frames and frames of a
//! newer version count too.

use std::collections::BTreeSet;
use std::sync::Arc;

use xxhash_rust::xxh64::xxh64;

use crate::persist::keys;
use crate::persist::kv::{Kv, KvError};
use crate::workbook::Workbook;

/// Makes the text of a chunk.
type MakeText<'a> = dyn Fn() -> Result<String, KvError> + 'a;

/// Tells `tell` every chunk that the workbook refers to and has.
fn each(
    workbook: &Workbook,
    tell: &mut dyn FnMut(&str, &MakeText<'_>) -> Result<(), KvError>,
) -> Result<(), KvError> {
    // Integers, texts and maps with text keys cannot fail to be written.
    for wanted in &workbook.facts.shop_days {
        let Some(chunk) = &wanted.chunk else { continue };
        tell(&wanted.id, &|| serde_json::to_string(chunk).map_err(|_| KvError::Other))?;
    }
    for wanted in workbook.facts.keyed_refs() {
        let Some(chunk) = &wanted.chunk else { continue };
        tell(&wanted.id, &|| serde_json::to_string(chunk).map_err(|_| KvError::Other))?;
    }
    for wanted in &workbook.facts.orders {
        let Some(chunk) = &wanted.chunk else { continue };
        tell(&wanted.id, &|| serde_json::to_string(chunk).map_err(|_| KvError::Other))?;
    }
    for wanted in &workbook.facts.order_lines {
        let Some(chunk) = &wanted.chunk else { continue };
        tell(&wanted.id, &|| serde_json::to_string(chunk).map_err(|_| KvError::Other))?;
    }
    Ok(())
}

/// Writes the chunks that the workbook refers to and storage does not have.
///
/// # Errors
///
/// What storage says; chunks written so far are there, and do no harm.
pub fn write(kv: &dyn Kv, workbook: &Workbook) -> Result<(), KvError> {
    each(workbook, &mut |id, text| put(kv, id, text))
}

/// The chunks that the workbook refers to, without those that are `known`, by their names.
pub fn texts(workbook: &Workbook, known: &BTreeSet<String>) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    // A chunk that cannot be written is one that was not there.
    let _ = each(workbook, &mut |id, text| {
        if !known.contains(id) {
            texts.push((id.to_owned(), text()?));
        }
        Ok(())
    });
    texts
}

/// Writes a chunk, unless it is there.
fn put(kv: &dyn Kv, id: &str, text: &MakeText<'_>) -> Result<(), KvError> {
    let key = keys::facts(id);
    if kv.get(&key)?.is_some() {
        return Ok(());
    }
    let text = text()?;
    kv.set(&key, &text)?;
    if kv.get(&key)?.as_deref() == Some(text.as_str()) { Ok(()) } else { Err(KvError::Other) }
}

/// Gives every reference its columns; says how many are missing or damaged.
///
/// # Errors
///
/// What storage says.
pub fn attach(kv: &dyn Kv, workbook: &mut Workbook) -> Result<usize, KvError> {
    if !workbook.facts.has_chunks() {
        return Ok(0);
    }
    let mut n_missing = 0;
    let facts = workbook.facts.make_mut();
    for wanted in &mut facts.shop_days {
        let text = whole(kv, &wanted.id)?;
        wanted.chunk = text.and_then(|text| serde_json::from_str(&text).ok().map(Arc::new));
        n_missing += usize::from(wanted.chunk.is_none());
    }
    for wanted in facts.keyed_refs_mut() {
        let text = whole(kv, &wanted.id)?;
        wanted.chunk = text.and_then(|text| serde_json::from_str(&text).ok().map(Arc::new));
        n_missing += usize::from(wanted.chunk.is_none());
    }
    for wanted in &mut facts.orders {
        let text = whole(kv, &wanted.id)?;
        wanted.chunk = text.and_then(|text| serde_json::from_str(&text).ok().map(Arc::new));
        n_missing += usize::from(wanted.chunk.is_none());
    }
    for wanted in &mut facts.order_lines {
        let text = whole(kv, &wanted.id)?;
        wanted.chunk = text.and_then(|text| serde_json::from_str(&text).ok().map(Arc::new));
        n_missing += usize::from(wanted.chunk.is_none());
    }
    Ok(n_missing)
}

/// The text of a chunk, if it is there and what its name says.
///
/// # Errors
///
/// What storage says.
pub fn whole(kv: &dyn Kv, id: &str) -> Result<Option<String>, KvError> {
    let text = kv.get(&keys::facts(id))?;
    Ok(text.filter(|text| format!("{:016x}", xxh64(text.as_bytes(), 0)) == id))
}

/// The keys of chunks that nothing refers to.
///
/// # Errors
///
/// What storage says.
pub fn unused(kv: &dyn Kv) -> Result<BTreeSet<String>, KvError> {
    let (mut unused, mut others) = (BTreeSet::new(), Vec::new());
    for key in kv.keys()?.into_iter().filter(|key| key.starts_with(keys::PREFIX)) {
        if keys::facts_hash(&key).is_some() {
            unused.insert(key);
        } else if !keys::is_copy(&key) {
            others.push(key);
        }
    }
    for key in others {
        if unused.is_empty() {
            break;
        }
        let text = kv.get(&key)?.unwrap_or_default();
        unused.retain(|key| keys::facts_hash(key).is_none_or(|hash| !text.contains(hash)));
    }
    Ok(unused)
}

/// Removes chunks.
///
/// # Errors
///
/// What storage says.
pub fn remove(kv: &dyn Kv, chunks: &BTreeSet<String>) -> Result<(), KvError> {
    chunks.iter().try_for_each(|key| kv.remove(key))
}
