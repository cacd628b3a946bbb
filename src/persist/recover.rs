//! What local storage has lost comes back from the mirror, and what the mirror lacks goes there.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::id::Id;
use crate::persist::frame::{self, Header};
use crate::persist::keys::{self, Slot};
use crate::persist::kv::{Kv, KvError};
use crate::persist::mirror::{Beside, Held, Mirror, MirrorError, Put};
use crate::persist::{chunks, shelf, slots};

/// What the start found in the mirror.
#[derive(Clone, Debug, Default)]
pub struct Recovered {
    /// The chunks that the mirror has.
    pub known: BTreeSet<String>,
    /// Workbooks that local storage had lost and holds again.
    pub back: BTreeSet<Id>,
    /// Frames that are newer than both slots: opened instead of them.
    pub newer: BTreeMap<Id, String>,
    /// Chunks that such frames need and local storage could not take.
    pub chunks: BTreeMap<String, String>,
    /// Workbooks that the mirror lacks or has an older version of.
    pub stale: BTreeSet<Id>,
    /// Workbooks that are forgotten here and not yet there.
    pub forgotten: BTreeSet<Id>,
}

impl Recovered {
    /// Opens the newest of both slots and the mirror.
    ///
    /// # Errors
    ///
    /// What storage says.
    pub fn load(&self, kv: &dyn Kv, id: Id) -> Result<slots::Loaded, KvError> {
        let beside = Beside { kv, chunks: &self.chunks };
        slots::load_with(&beside, id, self.newer.get(&id).map(String::as_str))
    }
}

/// `14:03` of a frame's first line.
pub fn time_of(frame: &str) -> String {
    let at = Header::read(frame).map(|header| header.at).unwrap_or_default();
    at.get(11..16).unwrap_or_default().to_owned()
}

/// The newest whole slot of a workbook with the chunks that it refers to and are not `known`.
///
/// # Errors
///
/// What storage says.
pub fn newest(kv: &dyn Kv, id: Id, known: &BTreeSet<String>) -> Result<Option<Put>, KvError> {
    let Some((_, frame)) = newest_slot(kv, id)? else { return Ok(None) };
    let mut chunks = Vec::new();
    for key in kv.keys()? {
        let Some(name) = keys::facts_hash(&key) else { continue };
        if !known.contains(name)
            && frame.contains(name)
            && let Some(text) = chunks::whole(kv, name)?
        {
            chunks.push((name.to_owned(), text));
        }
    }
    Ok(Some(Put { id, frame, chunks }))
}

/// A frame with its epoch and generation.
type Versioned = ((u64, u64), String);

fn newest_slot(kv: &dyn Kv, id: Id) -> Result<Option<Versioned>, KvError> {
    let mut newest: Option<Versioned> = None;
    for slot in Slot::ALL {
        let Some(text) = kv.get(&keys::slot(id, slot))? else { continue };
        let Some(version) = version(&text, id) else { continue };
        if newest.as_ref().is_none_or(|(other, _)| *other < version) {
            newest = Some((version, text));
        }
    }
    Ok(newest)
}

/// The version of a frame that is whole and this workbook's.
fn version(text: &str, id: Id) -> Option<(u64, u64)> {
    let (header, _) = frame::read(text).ok()?;
    (header.id == id).then(|| header.version())
}

/// Compares both stores, and brings back what local storage has lost; `now` is civil time. What it
/// has no room for is handed out to be opened from memory.
///
/// # Errors
///
/// The mirror's: nothing is known of it then. A fault of local storage is none of these; what it
/// did not take is handed out.
pub async fn start(kv: &dyn Kv, mirror: &dyn Mirror, now: &str) -> Result<Recovered, MirrorError> {
    let mut held = mirror.read().await?;
    let mut found = Recovered { known: held.chunks.clone(), ..Recovered::default() };
    for id in damaged(&held) {
        // What cannot be read is not written over.
        mirror.set_aside(id).await?;
        held.frames.remove(&id);
        held.trash.remove(&id);
    }
    let failed = |_: KvError| MirrorError::Failed;
    for id in shelf::marks(kv).map_err(failed)? {
        if n_slots(kv, id).map_err(failed)? == 0 {
            found.forgotten.insert(id);
            held.frames.remove(&id);
            held.trash.remove(&id);
        }
    }
    let missing = missing_chunks(kv, &held).map_err(failed)?;
    if !missing.is_empty() {
        found.chunks = mirror.chunks(missing).await?;
        for (name, text) in found.chunks.clone() {
            if kv.set(&keys::facts(&name), &text).is_ok() {
                found.chunks.remove(&name);
            }
        }
    }
    for (id, frame, is_trash) in all(&held) {
        let n_slots = n_slots(kv, id).map_err(failed)?;
        let slot = newest_slot(kv, id).map_err(failed)?.map(|(version, _)| version);
        let mirrored = version(frame, id);
        if mirrored < slot {
            found.stale.insert(id);
        } else if slot < mirrored {
            // The mark first: a workbook of the trash is not among the others for a moment.
            let is_marked = !is_trash || n_slots != 0 || kv.set(&keys::trash(id), now).is_ok();
            let is_back = n_slots == 0 && is_marked;
            if is_back && kv.set(&keys::slot(id, Slot::A), frame).is_ok() {
                found.back.insert(id);
            } else {
                found.newer.insert(id, frame.to_owned());
            }
        }
    }
    for key in kv.keys().map_err(failed)? {
        if let Some(id) = keys::slot_id(&key)
            && !held.frames.contains_key(&id)
            && !held.trash.contains_key(&id)
        {
            found.stale.insert(id);
        }
    }
    Ok(found)
}

fn all(held: &Held) -> impl Iterator<Item = (Id, &str, bool)> {
    let live = held.frames.iter().map(|(id, frame)| (*id, frame.as_str(), false));
    live.chain(held.trash.iter().map(|(id, frame)| (*id, frame.as_str(), true)))
}

fn damaged(held: &Held) -> Vec<Id> {
    all(held).filter(|(id, frame, _)| version(frame, *id).is_none()).map(|(id, ..)| id).collect()
}

fn n_slots(kv: &dyn Kv, id: Id) -> Result<usize, KvError> {
    let mut n = 0;
    for slot in Slot::ALL {
        n += usize::from(kv.get(&keys::slot(id, slot))?.is_some());
    }
    Ok(n)
}

/// The chunks that frames of the mirror refer to, that it has, and that local storage has not, or
/// has damaged.
fn missing_chunks(kv: &dyn Kv, held: &Held) -> Result<Vec<String>, KvError> {
    let mut missing = Vec::new();
    for name in &held.chunks {
        if all(held).any(|(_, frame, _)| frame.contains(name.as_str()))
            && chunks::whole(kv, name)?.is_none()
        {
            missing.push(name.clone());
        }
    }
    Ok(missing)
}
