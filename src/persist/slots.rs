//! The two places of a workbook in storage, and the only function that writes them.
//!
//! A commit is one `set` of the slot that is not current, so whatever happens in the middle of it
//! leaves the version before. Reading takes the newest frame that is whole; a text that is not is
//! set aside before anything may be written over it.

use thiserror::Error;
use xxhash_rust::xxh64::xxh64;

use crate::base::id::Id;
use crate::persist::decode::{self, Decoded};
use crate::persist::envelope::{self, APP, Meta};
use crate::persist::frame::{self, Header};
use crate::persist::keys::{self, Slot};
use crate::persist::kv::{Kv, KvError, units};
use crate::persist::state::SaveError;
use crate::persist::{chunks, migrate};
use crate::workbook::Workbook;

/// The most that a frame may take, in UTF-16 units: two slots, and a second workbook, fit into
/// the five million that a browser gives an origin.
pub const MAX_UNITS: usize = 1_500_000;

/// The slots of one workbook that may be written. There is no way to get one for a workbook whose
/// stored text could not be read.
#[derive(Clone, Debug)]
pub struct Slots {
    id: Id,
    current: Option<(Slot, Header)>,
    /// The last frame that was to be written, if it is not known whether it was: storage may
    /// fail after it has done what it was asked.
    tried: Option<(Slot, Header)>,
    /// A whole frame with a body that cannot be read, which could not be set aside yet.
    held: Option<Slot>,
}

/// What was found under a workbook's id.
#[derive(Debug)]
pub enum Loaded {
    /// No text at all.
    Nothing,
    /// A version that can be worked on.
    Opened(Box<Opened>),
    /// A newer version of the program has written it: nothing is changed.
    Newer {
        /// The schema it is of.
        schema: u32,
    },
    /// There is text, and none of it can be read: nothing is changed.
    Damaged,
}

/// A workbook that was read from its slots.
#[derive(Debug)]
pub struct Opened {
    /// The document.
    pub workbook: Workbook,
    /// What is said about it.
    pub meta: Meta,
    /// Where it goes on being written.
    pub slots: Slots,
    /// What the user must be told.
    pub notices: Vec<Notice>,
}

/// What the user must be told of a workbook that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The newest version was damaged and has been set aside; this is the one before it.
    Older {
        /// When the opened version was written, as civil time.
        at: String,
    },
    /// Local storage had lost this workbook or its latest changes: they are from the second copy.
    SecondCopy {
        /// When that version was written, as civil time.
        at: String,
    },
    /// Some imported facts are missing; importing the files again brings them back.
    MissingFacts {
        /// How many quarters of days.
        n_chunks: usize,
    },
}

/// Why a workbook's text could not be kept safe from being written over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("damaged text could not be set aside: {0}")]
struct NotSetAside(KvError);

impl From<NotSetAside> for SaveError {
    fn from(error: NotSetAside) -> Self {
        error.0.into()
    }
}

fn texts(kv: &dyn Kv, id: Id) -> Result<[Option<String>; 2], KvError> {
    Ok([kv.get(&keys::slot(id, Slot::A))?, kv.get(&keys::slot(id, Slot::B))?])
}

fn set_aside(kv: &dyn Kv, id: Id, text: &str) -> Result<(), NotSetAside> {
    let key = keys::quarantine(id, xxh64(text.as_bytes(), 0));
    let is_there = || Ok(kv.get(&key)?.as_deref() == Some(text));
    let kept = || if is_there()? { Ok(true) } else { kv.set(&key, text).and_then(|()| is_there()) };
    match kept() {
        Ok(true) => Ok(()),
        Ok(false) => Err(NotSetAside(KvError::Other)),
        Err(error) => Err(NotSetAside(error)),
    }
}

/// Opens the newest version of a workbook that can be read.
///
/// # Errors
///
/// What storage says; that is not "there is nothing".
pub fn load(kv: &dyn Kv, id: Id) -> Result<Loaded, KvError> {
    load_with(kv, id, None)
}

/// The same, with what the mirror holds as a third place beside the slots.
///
/// # Errors
///
/// What storage says; that is not "there is nothing".
pub fn load_with(kv: &dyn Kv, id: Id, mirror: Option<&str>) -> Result<Loaded, KvError> {
    let texts = texts(kv, id)?;
    if texts.iter().all(Option::is_none) && mirror.is_none() {
        return Ok(Loaded::Nothing);
    }
    let mut best: Option<(Option<Slot>, Header, Decoded)> = None;
    let mut damaged: Vec<(Slot, &str)> = Vec::new();
    let slots = Slot::ALL.into_iter().map(Some).zip(texts.iter().map(Option::as_deref));
    for (slot, text) in slots.chain([(None, mirror)]) {
        let Some(text) = text else { continue };
        if let Some(schema) = newer_schema(text) {
            return Ok(Loaded::Newer { schema });
        }
        let read = frame::read(text).ok().filter(|(header, _)| header.id == id);
        match read.and_then(|(header, body)| Some((header, decode::from_body(body).ok()?))) {
            // What is damaged in the mirror is set aside there.
            None => damaged.extend(slot.map(|slot| (slot, text))),
            Some((header, decoded)) => {
                if best.as_ref().is_none_or(|(_, best, _)| best.version() < header.version()) {
                    best = Some((slot, header, decoded));
                }
            }
        }
    }
    let Some((slot, header, decoded)) = best else { return Ok(Loaded::Damaged) };
    let mut notices = Vec::new();
    let mut held = None;
    let current = slot.unwrap_or_else(|| beside_mirror(&texts));
    if slot.is_none() {
        notices.push(Notice::SecondCopy { at: header.at.clone() });
    }
    for (slot, text) in damaged {
        if Header::read(text).map_or(true, |other| header.version() < other.version()) {
            notices.push(Notice::Older { at: header.at.clone() });
        }
        // Where there is no room now, the next commit asks again before it writes.
        if set_aside(kv, id, text).is_err() {
            held = Some(slot);
        }
    }
    let mut workbook = decoded.workbook;
    let n_chunks = chunks::attach(kv, &mut workbook)?;
    if 0 < n_chunks {
        notices.push(Notice::MissingFacts { n_chunks });
    }
    let slots = Slots { id, current: Some((current, header)), tried: None, held };
    Ok(Loaded::Opened(Box::new(Opened { workbook, meta: decoded.meta, slots, notices })))
}

/// Where the mirror's version counts as standing: the next commit goes to the other slot, which is
/// the one that is empty, damaged or older.
fn beside_mirror(texts: &[Option<String>; 2]) -> Slot {
    let version = |slot: Slot| {
        let text = texts[slot as usize].as_deref()?;
        frame::read(text).ok().map(|(header, _)| header.version())
    };
    if version(Slot::B) < version(Slot::A) { Slot::A } else { Slot::B }
}

/// The schema of a frame that a newer version of the program has written, whole or not.
fn newer_schema(text: &str) -> Option<u32> {
    let header = Header::read(text).ok()?;
    (migrate::CURRENT < header.schema).then_some(header.schema)
}

impl Slots {
    /// The slots of a new workbook, of which nothing is stored yet.
    pub fn new(id: Id) -> Self {
        Self { id, current: None, tried: None, held: None }
    }

    /// The workbook.
    pub fn id(&self) -> Id {
        self.id
    }

    /// When the current version was written, as civil time; `None` for a new workbook.
    pub fn saved_at(&self) -> Option<&str> {
        self.current.as_ref().map(|(_, header)| header.at.as_str())
    }

    /// Whether storage still holds what was last read or written here.
    ///
    /// # Errors
    ///
    /// [`SaveError::Conflict`] if another tab has written since, [`SaveError::Newer`] if it was a
    /// newer version of the program; else what storage says.
    pub fn check(&self, kv: &dyn Kv) -> Result<(), SaveError> {
        self.check_texts(&texts(kv, self.id)?)
    }

    fn check_texts(&self, texts: &[Option<String>; 2]) -> Result<(), SaveError> {
        for text in texts.iter().flatten() {
            if newer_schema(text).is_some() {
                return Err(SaveError::Newer);
            }
            let Ok(found) = Header::read(text) else { continue };
            if self.tried.as_ref().is_some_and(|(_, tried)| *tried == found) {
                continue;
            }
            let is_foreign = match &self.current {
                None => true,
                Some((_, known)) if found.version() == known.version() => found.sum != known.sum,
                Some((_, known)) => known.version() < found.version(),
            };
            // A header that does not belong to its text is damage, not another tab.
            if is_foreign && frame::read(text).is_ok() {
                return Err(SaveError::Conflict);
            }
        }
        Ok(())
    }

    /// Stores a version: all of it, or nothing changes.
    ///
    /// `now` is civil time. Facts that are not stored yet are written first.
    ///
    /// # Errors
    ///
    /// Why not; the version before is still there then.
    pub fn commit(
        &mut self,
        kv: &dyn Kv,
        workbook: &Workbook,
        meta: &Meta,
        now: &str,
    ) -> Result<(), SaveError> {
        let body = envelope::to_body(workbook, meta).map_err(|_| SaveError::Other)?;
        let size = units(&body);
        if MAX_UNITS < size {
            return Err(SaveError::TooLarge { size, max: MAX_UNITS });
        }
        chunks::write(kv, workbook)?;
        let texts = texts(kv, self.id)?;
        self.check_texts(&texts)?;
        self.settle(&texts);
        let target = self.target(&texts);
        self.make_room(kv, target, &texts)?;
        let header = self.header(workbook, now, 1);
        let text = frame::write(header, &body);
        let key = keys::slot(self.id, target);
        self.tried = Some((target, Header::read(&text).map_err(|_| SaveError::Other)?));
        kv.set(&key, &text)?;
        let stored = kv.get(&key)?;
        if stored.as_deref() != Some(text.as_str()) {
            let is_foreign = stored.is_some_and(|stored| {
                Some(&stored) != texts[target as usize].as_ref() && frame::read(&stored).is_ok()
            });
            return Err(if is_foreign { SaveError::Conflict } else { SaveError::NotStored });
        }
        self.current = self.tried.take();
        Ok(())
    }

    fn header(&self, workbook: &Workbook, now: &str, steps: u64) -> Header {
        let (epoch, generation) =
            self.current.as_ref().map_or((1, 0), |(_, header)| header.version());
        Header {
            magic: frame::MAGIC.to_owned(),
            fmt: frame::FMT,
            schema: migrate::CURRENT,
            epoch,
            generation: generation.saturating_add(steps),
            id: self.id,
            name: workbook.shop.name.clone(),
            at: now.to_owned(),
            app: APP.to_owned(),
            len: 0,
            sum: String::new(),
        }
    }

    /// A version that local storage did not take, for the mirror alone: newer than what may have
    /// been tried.
    ///
    /// # Errors
    ///
    /// That it is too large, or could not be serialised.
    pub fn frame_beside(
        &mut self,
        workbook: &Workbook,
        meta: &Meta,
        now: &str,
    ) -> Result<String, SaveError> {
        let body = envelope::to_body(workbook, meta).map_err(|_| SaveError::Other)?;
        let text = frame::write(self.header(workbook, now, 2), &body);
        let header = Header::read(&text).map_err(|_| SaveError::Other)?;
        let slot = self.current.as_ref().map_or(Slot::B, |(slot, _)| *slot);
        self.current = Some((slot, header));
        Ok(text)
    }

    /// Finds out whether the last frame that was to be written was.
    fn settle(&mut self, texts: &[Option<String>; 2]) {
        let Some((slot, tried)) = self.tried.take() else { return };
        let found = texts[slot as usize].as_deref().and_then(|text| frame::read(text).ok());
        if found.is_some_and(|(found, _)| found == tried) {
            // What went to the mirror alone since is newer still.
            let beside = self.current.take().map(|(_, header)| header);
            let newest = beside.filter(|beside| tried.version() < beside.version());
            self.current = Some((slot, newest.unwrap_or(tried)));
        }
    }

    /// The slot that is not current; where the current one is no longer whole, its other still
    /// is the last good version, and the damaged one is written.
    fn target(&self, texts: &[Option<String>; 2]) -> Slot {
        let Some((current, _)) = self.current else { return Slot::A };
        let is_whole = |slot: Slot| {
            texts[slot as usize].as_ref().is_some_and(|text| frame::read(text).is_ok())
        };
        if !is_whole(current) && is_whole(current.other()) { current } else { current.other() }
    }

    /// Sets aside what is in the slot, unless it is a whole frame or was set aside before.
    fn make_room(
        &mut self,
        kv: &dyn Kv,
        target: Slot,
        texts: &[Option<String>; 2],
    ) -> Result<(), NotSetAside> {
        let Some(text) = &texts[target as usize] else { return Ok(()) };
        let is_readable = frame::read(text).is_ok() && self.held != Some(target);
        if !is_readable {
            set_aside(kv, self.id, text)?;
            self.held = self.held.filter(|held| *held != target);
        }
        Ok(())
    }
}
