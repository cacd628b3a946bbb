//! The workbooks in storage: which there are, and putting one into the trash and back.
//!
//! There is no list that is stored: every key of the origin is looked at, and of every frame only
//! its first line is read; which facts it refers to is asked of its raw text.

use std::collections::BTreeMap;

use crate::base::id::Id;
use crate::base::order;
use crate::persist::chunks;
use crate::persist::frame::Header;
use crate::persist::keys::{self, Slot};
use crate::persist::kv::{Kv, KvError, units};
use crate::persist::migrate;

/// What an origin may store, keys and texts together, in UTF-16 units (measured in Chromium and
/// Firefox).
pub const ORIGIN_UNITS: usize = 5_242_880;

/// One workbook of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The workbook.
    pub id: Id,
    /// Its name; empty if it has none, or if no header can be read.
    pub name: String,
    /// When it was last written, or when it went to the trash, as civil time.
    pub at: String,
    /// What it takes in storage, in UTF-16 units, with the facts that it refers to. Facts that
    /// several workbooks refer to are stored once and count for each.
    pub size: usize,
    /// Whether it can be opened.
    pub state: EntryState,
    /// Whether it is the sample shop, or a copy of it.
    pub is_sample: bool,
}

/// Whether a workbook can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryState {
    /// As far as its header tells.
    Fine,
    /// A newer version of the program has written it.
    Newer {
        /// The schema it is of.
        schema: u32,
    },
    /// No header of it can be read.
    Damaged,
}

/// What storage holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    /// The workbooks, last written first.
    pub workbooks: Vec<Entry>,
    /// Those in the trash, last thrown away first.
    pub trash: Vec<Entry>,
    /// How many damaged texts are set aside.
    pub n_set_aside: usize,
    /// What all keys and texts of the origin take, in UTF-16 units, of [`ORIGIN_UNITS`].
    pub used: usize,
}

/// What the body of a frame of the sample shop says; `serde_json` writes no space in it.
const SAMPLE_MARK: &str = "\"is_sample\":true";

#[derive(Default)]
struct Found {
    newest: Option<Header>,
    /// Both slots.
    texts: Vec<String>,
    size: usize,
    is_sample: bool,
    /// Whether there is a slot, and not only a mark of the trash.
    is_there: bool,
    trashed_at: Option<String>,
}

/// Looks at everything that is stored.
///
/// # Errors
///
/// What storage says.
pub fn look(kv: &dyn Kv) -> Result<Shelf, KvError> {
    let mut shelf = Shelf::default();
    let mut found = BTreeMap::<Id, Found>::new();
    let mut facts = Vec::new();
    for key in kv.keys()? {
        let text = kv.get(&key)?.unwrap_or_default();
        let size = units(&key) + units(&text);
        shelf.used += size;
        if let Some(id) = keys::trash_id(&key) {
            found.entry(id).or_default().trashed_at = Some(text);
        } else if let Some(id) = keys::slot_id(&key) {
            let found = found.entry(id).or_default();
            found.is_there = true;
            found.size += size;
            if let Ok(header) = Header::read(&text) {
                let newest = found.newest.take();
                let newest = newest.filter(|other| header.version() <= other.version());
                if newest.is_none() {
                    found.is_sample = text.contains(SAMPLE_MARK);
                }
                found.newest = Some(newest.unwrap_or(header));
            }
            found.texts.push(text);
        } else if let Some(hash) = keys::facts_hash(&key) {
            facts.push((hash.to_owned(), size));
        } else {
            shelf.n_set_aside += usize::from(keys::quarantine_id(&key).is_some());
        }
    }
    for (id, mut found) in found.into_iter().filter(|(_, found)| found.is_there) {
        for (hash, size) in &facts {
            if found.texts.iter().any(|text| text.contains(hash.as_str())) {
                found.size += size;
            }
        }
        let list = match found.trashed_at {
            None => &mut shelf.workbooks,
            Some(_) => &mut shelf.trash,
        };
        list.push(entry(id, found));
    }
    for list in [&mut shelf.workbooks, &mut shelf.trash] {
        order::sort_by(list, |one, other| other.at.cmp(&one.at));
    }
    Ok(shelf)
}

fn entry(id: Id, found: Found) -> Entry {
    let state = match &found.newest {
        None => EntryState::Damaged,
        Some(header) if migrate::CURRENT < header.schema => {
            EntryState::Newer { schema: header.schema }
        }
        Some(_) => EntryState::Fine,
    };
    let (name, at) = found.newest.map(|header| (header.name, header.at)).unwrap_or_default();
    let at = found.trashed_at.unwrap_or(at);
    Entry { id, name, at, size: found.size, state, is_sample: found.is_sample }
}

/// Puts a workbook, whole or damaged, into the trash; `now` is civil time.
///
/// # Errors
///
/// What storage says; nothing has changed then.
pub fn throw_away(kv: &dyn Kv, id: Id, now: &str) -> Result<(), KvError> {
    kv.set(&keys::trash(id), now)
}

/// Takes a workbook back out of the trash.
///
/// # Errors
///
/// What storage says; nothing has changed then.
pub fn restore(kv: &dyn Kv, id: Id) -> Result<(), KvError> {
    kv.remove(&keys::trash(id))
}

/// Removes a workbook that is in the trash for good; any other is left alone. Its mark stays
/// until [`forgotten`]: what the mirror still holds does not come back as long as it is there.
///
/// # Errors
///
/// What storage says; what is left is still in the trash.
pub fn forget(kv: &dyn Kv, id: Id) -> Result<(), KvError> {
    if kv.get(&keys::trash(id))?.is_none() {
        return Ok(());
    }
    for slot in Slot::ALL {
        kv.remove(&keys::slot(id, slot))?;
    }
    let unused = chunks::unused(kv)?;
    chunks::remove(kv, &unused)
}

/// The mirror has forgotten a workbook too.
///
/// # Errors
///
/// What storage says; the mirror is asked again then.
pub fn forgotten(kv: &dyn Kv, id: Id) -> Result<(), KvError> {
    kv.remove(&keys::backup(id))?;
    kv.remove(&keys::trash(id))
}

/// The workbooks that are marked as thrown away, whether they are still there or not.
///
/// # Errors
///
/// What storage says.
pub fn marks(kv: &dyn Kv) -> Result<Vec<Id>, KvError> {
    Ok(kv.keys()?.iter().filter_map(|key| keys::trash_id(key)).collect())
}

/// Removes for good what went to the trash before `before`, civil time or day.
///
/// # Errors
///
/// What storage says; what is left is still in the trash.
pub fn empty_trash(kv: &dyn Kv, before: &str) -> Result<(), KvError> {
    for key in kv.keys()? {
        if let Some(id) = keys::trash_id(&key)
            && kv.get(&key)?.is_some_and(|at| at.as_str() < before)
        {
            forget(kv, id)?;
        }
    }
    Ok(())
}

/// The workbook to open at first: the one that was open last, else the one last written. `None`
/// if there is none outside of the trash.
///
/// # Errors
///
/// What storage says.
pub fn first(kv: &dyn Kv) -> Result<Option<Id>, KvError> {
    let workbooks = look(kv)?.workbooks;
    let last: Option<Id> = kv.get(keys::LAST)?.and_then(|id| id.parse().ok());
    let is_there = |id: &Id| workbooks.iter().any(|entry| entry.id == *id);
    let fine = workbooks.iter().find(|entry| entry.state == EntryState::Fine);
    Ok(last.filter(is_there).or(fine.or(workbooks.first()).map(|entry| entry.id)))
}

/// The sample shop, the one last written, if there is one outside of the trash that opens.
///
/// # Errors
///
/// What storage says.
pub fn sample(kv: &dyn Kv) -> Result<Option<Id>, KvError> {
    let is_open = |entry: &Entry| entry.is_sample && entry.state == EntryState::Fine;
    Ok(look(kv)?.workbooks.into_iter().find(is_open).map(|entry| entry.id))
}

/// The stored texts of a workbook as they are, for a download: both slots and what was
/// set aside.
///
/// # Errors
///
/// What storage says.
pub fn raw(kv: &dyn Kv, id: Id) -> Result<String, KvError> {
    let mut raw = BTreeMap::new();
    for key in kv.keys()? {
        let of = keys::slot_id(&key).or_else(|| keys::quarantine_id(&key));
        if of == Some(id)
            && let Some(text) = kv.get(&key)?
        {
            raw.insert(key, text);
        }
    }
    // A map of texts cannot fail to be written.
    serde_json::to_string(&raw).map_err(|_| KvError::Other)
}
