//! The second copy of every workbook, in another database of the browser, as the rest of the
//! program sees it.
//!
//! Local storage is safe when a tab ends, and late when the whole browser does: what it takes is
//! on the disk only seconds or minutes later. The mirror acknowledges a frame when it is on the
//! disk. It holds the newest frame of each workbook, the facts that the frames refer to, and the
//! snapshots ([`crate::persist::snapshot`]). All of it is asked for and answered later.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;
use std::pin::Pin;

use thiserror::Error;

use crate::base::id::Id;
use crate::persist::kv::{Kv, KvError};
use crate::persist::snapshot::{Snapshot, SnapshotKey};
use crate::persist::{keys, recover};

/// What comes of asking the mirror.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, MirrorError>> + 'a>>;

/// Why the mirror did not do what was asked; what it held is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum MirrorError {
    /// The browser has no such database, or does not allow it.
    #[error("the browser has no database for a second copy")]
    Missing,
    /// There is no room left.
    #[error("the second copy has no room")]
    Full,
    /// A newer version of the program has written there.
    #[error("a newer version of the program has written the second copy")]
    Newer,
    /// Anything else; it can be tried again.
    #[error("the second copy could not be written")]
    Failed,
}

/// One version of a workbook on its way to the mirror: all of it or nothing arrives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    /// The workbook.
    pub id: Id,
    /// The frame.
    pub frame: String,
    /// Chunks of facts that the frame refers to and the mirror does not have, by their names.
    pub chunks: Vec<(String, String)>,
}

/// What the mirror holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// The newest frame of each workbook.
    pub frames: BTreeMap<Id, String>,
    /// The same of those in the trash.
    pub trash: BTreeMap<Id, String>,
    /// The names of the chunks of facts.
    pub chunks: BTreeSet<String>,
}

/// The other database.
pub trait Mirror {
    /// All frames, and the names of all chunks.
    fn read(&self) -> Answer<'_, Held>;
    /// The chunks of these names that are there.
    fn chunks(&self, names: Vec<String>) -> Answer<'_, BTreeMap<String, String>>;
    /// Puts one version there. Answered when it is on the disk.
    fn put(&self, put: Put) -> Answer<'_, ()>;
    /// Moves a workbook to the trash, or back out of it.
    fn mark_trash(&self, id: Id, is_trash: bool) -> Answer<'_, ()>;
    /// Removes a workbook, its snapshots and the facts that nothing refers to any more.
    fn forget(&self, id: Id) -> Answer<'_, ()>;
    /// Copies a damaged frame to where nothing is written over it.
    fn set_aside(&self, id: Id) -> Answer<'_, ()>;
    /// Every snapshot, without its text.
    fn snapshots(&self) -> Answer<'_, Vec<Snapshot>>;
    /// Adds a snapshot, and the facts that it refers to.
    fn add_snapshot(&self, info: Snapshot, put: Put) -> Answer<'_, ()>;
    /// The frame of a snapshot; `None` where it is gone.
    fn snapshot(&self, key: SnapshotKey) -> Answer<'_, Option<String>>;
    /// Removes snapshots and the facts that nothing refers to any more.
    fn remove_snapshots(&self, keys: Vec<SnapshotKey>) -> Answer<'_, ()>;
}

/// Whether the open workbook has its second copy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CopyState {
    /// It has not been asked for yet.
    #[default]
    Unknown,
    /// It is being written.
    Waiting,
    /// It stands.
    Stands {
        /// Since when, as civil time: `14:03`.
        at: String,
    },
    /// There is none of the newest version.
    Missing(MirrorError),
}

/// Takes versions to the mirror, one at a time and only the newest of each workbook.
#[derive(Clone, Debug, Default)]
pub struct Copier {
    states: BTreeMap<Id, CopyState>,
    /// `None` for what local storage holds: it is read when its turn comes.
    waiting: BTreeMap<Id, Option<Put>>,
    is_sending: bool,
    /// The chunks that the mirror has.
    known: BTreeSet<String>,
}

impl Copier {
    /// Of a mirror with these chunks.
    pub fn new(known: BTreeSet<String>) -> Self {
        Self { known, ..Self::default() }
    }

    /// The chunks that the mirror has.
    pub fn known(&self) -> &BTreeSet<String> {
        &self.known
    }

    /// The mirror may have lost chunks since: each is sent again when it is needed.
    pub fn forget_chunks(&mut self) {
        self.known.clear();
    }

    /// Chunks that the mirror has taken with something else.
    pub fn learn(&mut self, chunks: impl IntoIterator<Item = String>) {
        self.known.extend(chunks);
    }

    /// What is to be shown for a workbook.
    pub fn state(&self, id: Id) -> CopyState {
        self.states.get(&id).cloned().unwrap_or_default()
    }

    /// A workbook has been stored in local storage: it is to be copied.
    pub fn stored(&mut self, id: Id) {
        self.waiting.insert(id, None);
        self.states.insert(id, CopyState::Waiting);
    }

    /// Local storage did not take this version: the mirror is the only place of it.
    pub fn only_here(&mut self, put: Put) {
        self.states.insert(put.id, CopyState::Waiting);
        self.waiting.insert(put.id, Some(put));
    }

    /// The workbook is gone.
    pub fn gone(&mut self, id: Id) {
        self.waiting.remove(&id);
        self.states.remove(&id);
    }

    /// Whether something waits.
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    fn next(&mut self, kv: &dyn Kv) -> Result<Option<Put>, KvError> {
        if self.is_sending {
            return Ok(None);
        }
        while let Some((id, put)) = self.waiting.pop_first() {
            let put = match put {
                Some(put) => Some(put),
                None => recover::newest(kv, id, &self.known)?,
            };
            if put.is_some() {
                self.is_sending = true;
                return Ok(put);
            }
            self.states.remove(&id);
        }
        Ok(None)
    }

    fn answered(&mut self, put: Put, result: Result<(), MirrorError>) {
        self.is_sending = false;
        let at = recover::time_of(&put.frame);
        let id = put.id;
        match result {
            Ok(()) => {
                self.known.extend(put.chunks.into_iter().map(|(name, _)| name));
                if !self.waiting.contains_key(&id) {
                    self.states.insert(id, CopyState::Stands { at });
                }
            }
            Err(error) => {
                self.states.insert(id, CopyState::Missing(error));
                // Tried again with the next change or the next look, whichever is first; where a
                // later version waits, that one.
                self.waiting.entry(id).or_insert(Some(put));
            }
        }
    }
}

/// Takes to the mirror what waits, until nothing does or something fails. A second call while one
/// is at work does nothing.
///
/// # Errors
///
/// The mirror's; what waits goes on waiting.
pub async fn pump(
    copier: &RefCell<Copier>,
    kv: &dyn Kv,
    mirror: &dyn Mirror,
) -> Result<(), MirrorError> {
    loop {
        let next = copier.borrow_mut().next(kv).map_err(|_| MirrorError::Failed)?;
        let Some(put) = next else { return Ok(()) };
        let result = mirror.put(put.clone()).await;
        copier.borrow_mut().answered(put, result);
        result?;
    }
}

/// Storage with chunks of facts beside it that it could not take.
pub struct Beside<'a> {
    /// The storage.
    pub kv: &'a dyn Kv,
    /// The chunks, by their names.
    pub chunks: &'a BTreeMap<String, String>,
}

impl Kv for Beside<'_> {
    fn get(&self, key: &str) -> Result<Option<String>, KvError> {
        let text = self.kv.get(key)?;
        let beside = || self.chunks.get(keys::facts_hash(key)?).cloned();
        Ok(text.or_else(beside))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), KvError> {
        self.kv.set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), KvError> {
        self.kv.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, KvError> {
        self.kv.keys()
    }
}
