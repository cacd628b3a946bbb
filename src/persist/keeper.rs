//! Keeping one open workbook: its slots, when to write them, and what to tell the user.

use std::collections::BTreeSet;

use crate::base::id::Id;
use crate::persist::autosave::Autosave;
use crate::persist::chunks;
use crate::persist::envelope::Meta;
use crate::persist::kv::{Kv, KvError};
use crate::persist::mirror::Put;
use crate::persist::slots::{self, Loaded, Notice, Slots};
use crate::persist::state::{ReadOnly, SaveError, SaveState};
use crate::workbook::Workbook;

/// The open workbook's place in storage.
#[derive(Clone, Debug)]
pub struct Keeper {
    id: Id,
    /// `None` where nothing may be written.
    slots: Option<Slots>,
    meta: Meta,
    autosave: Autosave,
    /// Chunks of facts that nothing referred to at the last look: a second look removes them, so
    /// that a chunk which another tab has just written, and not yet its frame, is safe.
    suspects: BTreeSet<String>,
    /// The chunks that the last stored version refers to.
    referred: Option<Vec<String>>,
    /// How many more saves look for such chunks.
    n_looks: u8,
}

/// A workbook and its keeper.
#[derive(Debug)]
pub struct Opening {
    /// The document; an empty one if `keeper` is read-only.
    pub workbook: Workbook,
    /// Its keeper.
    pub keeper: Keeper,
    /// What the user must be told.
    pub notices: Vec<Notice>,
}

/// `14:03` of `2026-11-21T14:03:27`.
fn clock(at: &str) -> String {
    at.get(11..16).unwrap_or_default().to_owned()
}

impl Keeper {
    /// Of a new workbook, of which nothing is stored until its first change; `now` is civil time.
    pub fn fresh(id: Id, now: &str) -> Self {
        Self::of(Slots::new(id), Meta::new(now))
    }

    /// Of a workbook that came out of a file: nothing of it is stored yet.
    pub fn imported(id: Id, meta: Meta) -> Self {
        Self::of(Slots::new(id), meta)
    }

    fn of(slots: Slots, meta: Meta) -> Self {
        let autosave = Autosave::new(0, slots.saved_at().map(clock));
        let suspects = BTreeSet::new();
        Self {
            id: slots.id(),
            slots: Some(slots),
            meta,
            autosave,
            suspects,
            referred: None,
            n_looks: 0,
        }
    }

    /// Opens what is stored under `id`; `None` if nothing is. What cannot be read is opened as an
    /// empty document that is never written: what is stored stays as it is.
    ///
    /// # Errors
    ///
    /// What storage says.
    pub fn open(kv: &dyn Kv, id: Id) -> Result<Option<Opening>, KvError> {
        Ok(Self::opening(id, slots::load(kv, id)?))
    }

    /// The same of what was loaded under `id`.
    pub fn opening(id: Id, loaded: Loaded) -> Option<Opening> {
        let reason = match loaded {
            Loaded::Nothing => return None,
            Loaded::Opened(opened) => {
                let keeper = Self::of(opened.slots, opened.meta);
                let (workbook, notices) = (opened.workbook, opened.notices);
                return Some(Opening { workbook, keeper, notices });
            }
            Loaded::Newer { schema } => ReadOnly::Newer { schema },
            Loaded::Damaged => ReadOnly::Damaged,
        };
        let keeper = Self {
            id,
            slots: None,
            meta: Meta::default(),
            autosave: Autosave::read_only(reason),
            suspects: BTreeSet::new(),
            referred: None,
            n_looks: 0,
        };
        Some(Opening { workbook: Workbook::default(), keeper, notices: Vec::new() })
    }

    /// After a save that failed: this version for the mirror alone, with the chunks that the
    /// mirror does not know. `None` where nothing may be written.
    pub fn beside(
        &mut self,
        workbook: &Workbook,
        now: &str,
        known: &BTreeSet<String>,
    ) -> Option<Put> {
        if !matches!(self.state(), SaveState::Failed(_)) {
            return None;
        }
        let meta = Meta { modified: now.to_owned(), ..self.meta.clone() };
        let frame = self.slots.as_mut()?.frame_beside(workbook, &meta, now).ok()?;
        Some(Put { id: self.id, frame, chunks: chunks::texts(workbook, known) })
    }

    /// The document as a snapshot, with the chunks that the mirror does not know.
    pub fn snapshot(
        &self,
        workbook: &Workbook,
        now: &str,
        known: &BTreeSet<String>,
    ) -> Option<Put> {
        let frame = self.slots.as_ref()?.clone().frame_beside(workbook, &self.meta, now).ok()?;
        Some(Put { id: self.id, frame, chunks: chunks::texts(workbook, known) })
    }

    /// The workbook.
    pub fn id(&self) -> Id {
        self.id
    }

    /// What is said about the workbook beside its content.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// Says something else about it; stored with the next save.
    pub fn set_meta(&mut self, meta: Meta) {
        self.meta = meta;
    }

    /// What the user sees.
    pub fn state(&self) -> &SaveState {
        self.autosave.state()
    }

    /// Whether something waits to be written that may be.
    pub fn is_dirty(&self) -> bool {
        self.autosave.is_dirty()
    }

    /// When to call [`Self::save`]; `None` while there is nothing to save.
    pub fn due_ms(&self) -> Option<i64> {
        self.autosave.due_ms()
    }

    /// The document is at `revision` of its session now.
    pub fn changed(&mut self, revision: u64, now_ms: i64) {
        self.autosave.changed(revision, now_ms);
    }

    /// Stores the document, as it is at `revision`; `now` is civil time. Nothing is done where
    /// nothing may be written.
    pub fn save(
        &mut self,
        kv: &dyn Kv,
        workbook: &Workbook,
        revision: u64,
        now: &str,
        now_ms: i64,
    ) -> &SaveState {
        self.autosave.changed(revision, now_ms);
        match self.commit(kv, workbook, now) {
            Ok(true) => self.autosave.saved(revision, clock(now)),
            Ok(false) => {}
            Err(error) => self.autosave.failed(error, now_ms),
        }
        self.state()
    }

    fn commit(&mut self, kv: &dyn Kv, workbook: &Workbook, now: &str) -> Result<bool, SaveError> {
        if matches!(self.state(), SaveState::Conflict | SaveState::ReadOnly(_)) {
            return Ok(false);
        }
        let Some(slots) = &mut self.slots else { return Ok(false) };
        let meta = Meta { modified: now.to_owned(), ..self.meta.clone() };
        let mut result = slots.commit(kv, workbook, &meta, now);
        if result == Err(SaveError::Full) {
            // What is ours and of no use makes room before the user is asked to.
            if chunks::unused(kv).and_then(|unused| chunks::remove(kv, &unused)).is_ok() {
                result = slots.commit(kv, workbook, &meta, now);
            }
        }
        result?;
        self.meta = meta;
        // The workbook is stored: tidying up may fail, and is tried again at the next save.
        let _ = self.tidy(kv, workbook);
        Ok(true)
    }

    /// Removes chunks of facts that nothing refers to. Looks only if there may be some: every
    /// frame is read for it.
    fn tidy(&mut self, kv: &dyn Kv, workbook: &Workbook) -> Result<(), KvError> {
        let referred = workbook.facts.chunk_ids();
        if self.referred.as_ref() != Some(&referred) {
            // The slots still refer to what the workbook no longer does until both are written.
            self.referred = Some(referred);
            self.n_looks = 3;
        }
        if self.n_looks == 0 {
            return Ok(());
        }
        self.n_looks -= 1;
        let unused = chunks::unused(kv)?;
        let sure: BTreeSet<String> = unused.intersection(&self.suspects).cloned().collect();
        chunks::remove(kv, &sure)?;
        self.suspects = unused.difference(&sure).cloned().collect();
        Ok(())
    }

    /// Asks storage whether another tab has written this workbook since. `true` if it has and
    /// there is nothing here that would be lost by opening what is stored.
    pub fn check(&mut self, kv: &dyn Kv, now_ms: i64) -> bool {
        let Some(slots) = &self.slots else { return false };
        match slots.check(kv) {
            Err(error @ (SaveError::Conflict | SaveError::Newer)) => {
                if !self.is_dirty() && self.state() != &SaveState::Conflict {
                    return true;
                }
                self.autosave.failed(error, now_ms);
                false
            }
            _ => false,
        }
    }
}
