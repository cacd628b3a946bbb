//! Opening, making and removing workbooks.

use leptos::prelude::*;
use thiserror::Error;

use crate::base::edit::EditError;
use crate::base::id::Id;
use crate::base::locale::Locale;
use crate::persist::decode::DecodeError;
use crate::persist::envelope::Meta;
use crate::persist::keeper::{Keeper, Opening};
use crate::persist::keys;
use crate::persist::kv::{Kv, KvError};
use crate::persist::shelf::Shelf;
use crate::persist::slots::Notice;
use crate::persist::snapshot::{Snapshot, SnapshotKey};
use crate::persist::state::{ReadOnly, SaveError, SaveState};
use crate::platform::{clock, download, files, random};
use crate::store::books::{books, books_at_hand, fetch_bookkeeping};
use crate::store::browser::BrowserKv;
use crate::store::handle::WorkbookStore;
use crate::store::session::Session;
use crate::tools::shop::edit::ShopEdit;
use crate::workbook::Workbook;

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
        books()?.list()
    }

    /// Opens another workbook; the open one is stored first.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unsaved`], [`StoreError::NotFound`], or what storage says. A workbook that
    /// cannot be read opens as [`SaveState::ReadOnly`].
    pub fn open(self, id: Id) -> Result<(), StoreError> {
        self.leave()?;
        books()?.open(self, id)
    }

    /// Makes a workbook of this name and opens it.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unsaved`], or a name that is too long.
    pub fn create(self, name: &str) -> Result<Id, StoreError> {
        self.leave()?;
        books()?.create(self, name)
    }

    /// Names a workbook; of the open one it is an undoable step.
    ///
    /// # Errors
    ///
    /// A name that is too long, or why the other workbook could not be read or stored.
    pub fn rename(self, id: Id, name: &str) -> Result<(), StoreError> {
        if id == self.id.get_untracked() {
            return Ok(self.edit(ShopEdit::Rename(name.to_owned()))?);
        }
        books()?.rename(id, name)
    }

    /// Makes a copy of a workbook under a name of its own; the open workbook stays open.
    ///
    /// # Errors
    ///
    /// A name that is too long, or why the workbook could not be read or the copy not stored.
    pub fn duplicate(self, id: Id, name: &str) -> Result<Id, StoreError> {
        books()?.duplicate(self, id, name)
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
            books()?.throw_away(id)?;
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
        books()?.restore(id)
    }

    /// Removes a workbook of the trash for good.
    ///
    /// # Errors
    ///
    /// What storage says.
    pub fn forget(self, id: Id) -> Result<(), StoreError> {
        books()?.forget(id)
    }

    /// Downloads the open workbook as `店铺名-2026-11-21.zhanggui.json`; says under which name.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unreadable`] for a workbook that could not be read, or the browser does not
    /// take it.
    pub fn download(self) -> Result<String, StoreError> {
        if let SaveState::ReadOnly(reason) = self.save_state.get_untracked() {
            return Err(StoreError::Unreadable(reason));
        }
        let (name, text) = books()?.export_file(self)?;
        download::save(&name, "application/json", text.as_bytes()).map_err(|_| StoreError::File)?;
        self.note_backup();
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
        let (name, text) = books()?.stored_file(id)?;
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
        let id = books()?.import_json(self, text)?;
        // The file that it came from is one.
        self.note_backup();
        Ok(id)
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
        fetch_bookkeeping().await;
        if let Some(id) = books()?.stored_sample() {
            self.open(id)?;
            return Ok(id);
        }
        let text = files::beside(sample_file(locale)).await.map_err(|_| StoreError::File)?;
        self.import_json(&text)
    }

    /// The earlier versions of all workbooks, the last first; none where the browser has no
    /// second database.
    pub async fn snapshots(self) -> Vec<Snapshot> {
        match books() {
            Ok(books) => books.snapshots().await,
            Err(_) => Vec::new(),
        }
    }

    /// Goes back to an earlier version, as one step that can be taken back. If it is of another
    /// workbook, that one opens; if that is gone, it comes back as a new one.
    ///
    /// # Errors
    ///
    /// [`StoreError::NotFound`] if it is gone or damaged, [`StoreError::Unsaved`], or what
    /// storage says.
    pub async fn go_back(self, key: SnapshotKey) -> Result<(), StoreError> {
        books()?.go_back(self, key).await
    }

    /// After a conflict: keeps what is on the screen as a workbook of its own, under `name`. The
    /// other tab's version stays what it is.
    ///
    /// # Errors
    ///
    /// A name that is too long.
    pub fn keep_as_copy(self, name: &str) -> Result<Id, StoreError> {
        books()?.keep_as_copy(self, name)
    }

    /// After a conflict: opens what the other tab has stored, and gives up what is on the screen.
    ///
    /// # Errors
    ///
    /// What storage says; what is on the screen is kept then.
    pub fn open_stored(self) -> Result<(), StoreError> {
        books()?.open(self, self.id.get_untracked())
    }

    /// Opens what was open last, else what was written last, else an empty workbook.
    pub(super) fn open_first(self) {
        // It is not fetched before there is something to open: see `is_fresh`.
        match books_at_hand() {
            Some(books) => books.open_first(self),
            None => self.enter_empty(),
        }
    }

    /// Opens an empty workbook.
    pub(super) fn enter_empty(self) {
        self.enter(Opening {
            workbook: Workbook::default(),
            keeper: Keeper::fresh(random::new_id(), &clock::now_text()),
            notices: Vec::new(),
        });
    }

    /// Stores what is open, so that it can be left.
    fn leave(self) -> Result<(), StoreError> {
        if self.save_now().is_unsaved() { Err(StoreError::Unsaved) } else { Ok(()) }
    }

    pub(super) fn enter_new(self, workbook: Workbook, meta: Meta, notices: Vec<Notice>) -> Id {
        let keeper = Keeper::imported(random::new_id(), meta);
        let id = keeper.id();
        self.enter(Opening { workbook, keeper, notices });
        self.save();
        id
    }

    pub(super) fn enter(self, opening: Opening) {
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

/// Whether nothing is stored that would have to be opened: a first visit, or storage that does not
/// answer.
pub fn is_fresh() -> bool {
    let keys = BrowserKv.keys().unwrap_or_default();
    !keys.iter().any(|key| keys::slot_id(key).is_some())
}
