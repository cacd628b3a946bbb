//! Opening, making and removing workbooks.

use leptos::prelude::*;
use thiserror::Error;

use crate::base::edit::EditError;
use crate::base::id::Id;
use crate::base::locale::Locale;
use crate::persist::decode::{self, DecodeError, Decoded};
use crate::persist::envelope::{self, Meta};
use crate::persist::keeper::{Keeper, Opening};
use crate::persist::kv::{Kv, KvError};
use crate::persist::shelf::{self, Shelf};
use crate::persist::slots::Notice;
use crate::persist::state::{ReadOnly, SaveError, SaveState};
use crate::persist::{file_name, keys};
use crate::platform::{clock, download, files, random};
use crate::store::browser::BrowserKv;
use crate::store::handle::WorkbookStore;
use crate::store::session::Session;
use crate::tools::shop::edit::ShopEdit;
use crate::workbook::Workbook;
use crate::workbook::edit::Edit;

/// Thrown-away workbooks stay this many days.
pub const TRASH_DAYS: i32 = 30;
/// The sample workbook, beside the page: its names in both languages, its figures the same.
const fn sample_file(locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => "./sample.zhanggui.json",
        Locale::En => "./sample-en.zhanggui.json",
    }
}

/// Why something with workbooks was not done; what was there is as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StoreError {
    /// The open workbook has changes that cannot be stored, and would be lost.
    #[error("the open workbook is not stored")]
    Unsaved,
    /// There is nothing under this id.
    #[error("there is no such workbook")]
    NotFound,
    /// The workbook cannot be read; it can be downloaded as it is.
    #[error("the workbook cannot be read")]
    Unreadable(ReadOnly),
    /// It could not be stored.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// The file is no workbook.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// The edit was refused.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// A file could not be read, or a download was not taken.
    #[error("the browser did not hand over the file")]
    File,
}

impl From<KvError> for StoreError {
    fn from(error: KvError) -> Self {
        Self::Save(error.into())
    }
}

impl WorkbookStore {
    /// The workbooks that are stored, the trash, and the room that all take.
    ///
    /// # Errors
    ///
    /// What storage says.
    pub fn list(self) -> Result<Shelf, StoreError> {
        Ok(shelf::look(&BrowserKv)?)
    }

    /// Opens another workbook; the open one is stored first.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unsaved`], [`StoreError::NotFound`], or what storage says. A workbook that
    /// cannot be read opens as [`SaveState::ReadOnly`].
    pub fn open(self, id: Id) -> Result<(), StoreError> {
        self.leave()?;
        let opening = Keeper::open(&BrowserKv, id)?.ok_or(StoreError::NotFound)?;
        self.enter(opening);
        Ok(())
    }

    /// Makes a workbook of this name and opens it.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unsaved`], or a name that is too long.
    pub fn create(self, name: &str) -> Result<Id, StoreError> {
        self.leave()?;
        let mut workbook = Workbook::default();
        workbook.apply(ShopEdit::Rename(name.to_owned()).into())?;
        Ok(self.enter_new(workbook, Meta::new(&clock::now_text()), Vec::new()))
    }

    /// Names a workbook; of the open one it is an undoable step.
    ///
    /// # Errors
    ///
    /// A name that is too long, or why the other workbook could not be read or stored.
    pub fn rename(self, id: Id, name: &str) -> Result<(), StoreError> {
        let rename = Edit::from(ShopEdit::Rename(name.to_owned()));
        if id == self.id.get_untracked() {
            return Ok(self.edit(rename)?);
        }
        let Opening { mut workbook, mut keeper, .. } = readable(id)?;
        workbook.apply(rename)?;
        store_once(&mut keeper, &workbook)
    }

    /// Makes a copy of a workbook under a name of its own; the open workbook stays open.
    ///
    /// # Errors
    ///
    /// A name that is too long, or why the workbook could not be read or the copy not stored.
    pub fn duplicate(self, id: Id, name: &str) -> Result<Id, StoreError> {
        let is_open = id == self.id.get_untracked();
        let mut workbook = if is_open { self.with(Clone::clone) } else { readable(id)?.workbook };
        workbook.apply(ShopEdit::Rename(name.to_owned()).into())?;
        let mut keeper = Keeper::fresh(random::new_id(), &clock::now_text());
        store_once(&mut keeper, &workbook)?;
        Ok(keeper.id())
    }

    /// Puts a workbook into the trash, from which [`Self::restore`] takes it back for 30 days. If
    /// it is the open one, the one last written opens, or an empty one.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unsaved`], or what storage says.
    pub fn delete(self, id: Id) -> Result<(), StoreError> {
        let is_open = id == self.id.get_untracked();
        if is_open {
            self.leave()?;
        }
        if !is_open || self.save_state.get_untracked() != SaveState::New {
            shelf::throw_away(&BrowserKv, id, &clock::now_text())?;
        }
        if is_open {
            self.open_first();
        }
        Ok(())
    }

    /// Takes a workbook back out of the trash; [`Self::open`] opens it then.
    ///
    /// # Errors
    ///
    /// What storage says.
    pub fn restore(self, id: Id) -> Result<(), StoreError> {
        Ok(shelf::restore(&BrowserKv, id)?)
    }

    /// Removes a workbook of the trash for good.
    ///
    /// # Errors
    ///
    /// What storage says.
    pub fn forget(self, id: Id) -> Result<(), StoreError> {
        Ok(shelf::forget(&BrowserKv, id)?)
    }

    /// The open workbook as an export file.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unreadable`] for a workbook that could not be read.
    pub fn export_json(self) -> Result<String, StoreError> {
        if let SaveState::ReadOnly(reason) = self.save_state.get_untracked() {
            return Err(StoreError::Unreadable(reason));
        }
        let meta = self.keeper.with_value(|keeper| keeper.meta().clone());
        self.with(|workbook| envelope::to_file(workbook, &meta))
            .map_err(|_| StoreError::Save(SaveError::Other))
    }

    /// Downloads the open workbook as `店铺名-2026-11-21.zhanggui.json`; says under which name.
    ///
    /// # Errors
    ///
    /// As [`Self::export_json`], or the browser does not take it.
    pub fn download(self) -> Result<String, StoreError> {
        let text = self.export_json()?;
        let name = self.with(|wb| file_name::export_name(&wb.shop.name, clock::today()));
        download::save(&name, "application/json", text.as_bytes()).map_err(|_| StoreError::File)?;
        Ok(name)
    }

    /// Downloads any workbook: as an export file if it can be read, else what is stored, as it
    /// is.
    ///
    /// # Errors
    ///
    /// What storage says, or the browser does not take it.
    pub fn download_of(self, id: Id) -> Result<String, StoreError> {
        let is_open = id == self.id.get_untracked();
        if is_open && !matches!(self.save_state.get_untracked(), SaveState::ReadOnly(_)) {
            return self.download();
        }
        let (name, text) = match readable(id) {
            Ok(Opening { workbook, keeper, .. }) => {
                let text = envelope::to_file(&workbook, keeper.meta());
                let name = file_name::export_name(&workbook.shop.name, clock::today());
                (name, text.map_err(|_| SaveError::Other)?)
            }
            Err(StoreError::Unreadable(_)) => {
                (format!("zhanggui-{id}.raw.json"), shelf::raw(&BrowserKv, id)?)
            }
            Err(error) => return Err(error),
        };
        download::save(&name, "application/json", text.as_bytes()).map_err(|_| StoreError::File)?;
        Ok(name)
    }

    /// Opens an export file as a new workbook.
    ///
    /// # Errors
    ///
    /// Why the file cannot be read, or [`StoreError::Unsaved`].
    pub fn import_json(self, text: &str) -> Result<Id, StoreError> {
        self.leave()?;
        let Decoded { workbook, meta, n_missing } = decode::from_file(text)?;
        let missing = (0 < n_missing).then_some(Notice::MissingFacts { n_chunks: n_missing });
        Ok(self.enter_new(workbook, meta, missing.into_iter().collect()))
    }

    /// Opens the sample workbook: the one that is stored already, else a new one with its names in
    /// this language.
    ///
    /// # Errors
    ///
    /// [`StoreError::File`] if it does not lie beside the page, or as [`Self::import_json`].
    pub async fn open_sample(self, locale: Locale) -> Result<Id, StoreError> {
        // Opening what is open would throw the steps away that can be undone.
        if self.with(|workbook| workbook.shop.is_sample) {
            return Ok(self.id.get_untracked());
        }
        // Where storage cannot be read, a new one can still be looked at.
        if let Some(id) = shelf::sample(&BrowserKv).ok().flatten() {
            self.open(id)?;
            return Ok(id);
        }
        let text = files::beside(sample_file(locale)).await.map_err(|_| StoreError::File)?;
        self.import_json(&text)
    }

    /// After a conflict: keeps what is on the screen as a workbook of its own, under `name`. The
    /// other tab's version stays what it is.
    ///
    /// # Errors
    ///
    /// A name that is too long.
    pub fn keep_as_copy(self, name: &str) -> Result<Id, StoreError> {
        self.edit(ShopEdit::Rename(name.to_owned()))?;
        let workbook = self.with(Clone::clone);
        let meta = self.keeper.with_value(|keeper| keeper.meta().clone());
        Ok(self.enter_new(workbook, meta, Vec::new()))
    }

    /// After a conflict: opens what the other tab has stored, and gives up what is on the screen.
    ///
    /// # Errors
    ///
    /// What storage says; what is on the screen is kept then.
    pub fn open_stored(self) -> Result<(), StoreError> {
        let id = self.id.get_untracked();
        let opening = Keeper::open(&BrowserKv, id)?.ok_or(StoreError::NotFound)?;
        self.enter(opening);
        Ok(())
    }

    /// Opens what was open last, else what was written last, else an empty workbook.
    pub(super) fn open_first(self) {
        let before = (clock::today() - TRASH_DAYS).to_string();
        // Old trash that cannot be removed now is removed another day.
        let _ = shelf::empty_trash(&BrowserKv, &before);
        let first = shelf::first(&BrowserKv).ok().flatten();
        let opening = first.and_then(|id| Keeper::open(&BrowserKv, id).ok().flatten());
        self.enter(opening.unwrap_or_else(|| Opening {
            workbook: Workbook::default(),
            keeper: Keeper::fresh(random::new_id(), &clock::now_text()),
            notices: Vec::new(),
        }));
    }

    /// Stores what is open, so that it can be left.
    fn leave(self) -> Result<(), StoreError> {
        if self.save_now().is_unsaved() { Err(StoreError::Unsaved) } else { Ok(()) }
    }

    fn enter_new(self, workbook: Workbook, meta: Meta, notices: Vec<Notice>) -> Id {
        let keeper = Keeper::imported(random::new_id(), meta);
        let id = keeper.id();
        self.enter(Opening { workbook, keeper, notices });
        self.save();
        id
    }

    fn enter(self, opening: Opening) {
        let Opening { workbook, keeper, notices } = opening;
        let id = keeper.id();
        self.keeper.set_value(keeper);
        self.session.set(Session::new(workbook));
        self.id.set(id);
        self.notices.set(notices);
        self.show_state();
        self.remember();
    }

    /// Keeps in mind which workbook was open, once it is stored.
    pub(super) fn remember(self) {
        let id = self.id.get_untracked().to_string();
        let is_stored = self.save_state.with_untracked(|state| *state != SaveState::New);
        if is_stored && BrowserKv.get(keys::LAST).ok().flatten().as_ref() != Some(&id) {
            // Without it the workbook that was written last opens next time.
            let _ = BrowserKv.set(keys::LAST, &id);
        }
    }
}

/// A stored workbook that can be read.
fn readable(id: Id) -> Result<Opening, StoreError> {
    let opening = Keeper::open(&BrowserKv, id)?.ok_or(StoreError::NotFound)?;
    match opening.keeper.state() {
        SaveState::ReadOnly(reason) => Err(StoreError::Unreadable(*reason)),
        _ => Ok(opening),
    }
}

fn store_once(keeper: &mut Keeper, workbook: &Workbook) -> Result<(), StoreError> {
    // The next revision of a session that nobody sees: there is something to store.
    match keeper.save(&BrowserKv, workbook, 1, &clock::now_text(), clock::now_ms()) {
        SaveState::Saved { .. } => Ok(()),
        SaveState::Failed(error) => Err(StoreError::Save(*error)),
        _ => Err(StoreError::Save(SaveError::Conflict)),
    }
}
