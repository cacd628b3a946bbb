//! Who opens, changes and writes workbooks, and when he is there.
//!
//! This code knows every section of the document and is the larger part of the program. An empty
//! workbook is shown without it, so it may stand in a file of its own, which is fetched before a
//! stored workbook or a page is shown.

use std::future::Future;
use std::pin::Pin;
use std::sync::{LazyLock, OnceLock};

use leptos::prelude::*;
use leptos::reactive::signal::ArcTrigger;

use crate::base::edit::EditError;
use crate::base::id::Id;
use crate::persist::keeper::Keeper;
use crate::persist::merge::Choices;
use crate::persist::shelf::Shelf;
use crate::persist::snapshot::{Snapshot, SnapshotKey};
use crate::platform::page;
use crate::store::copy::CopyPreview;
use crate::store::handle::WorkbookStore;
use crate::store::library::StoreError;
use crate::store::session::Session;
use crate::workbook::edit::Edit;

/// What is done with whole workbooks. [`WorkbookStore`] says what each does, and asks for it.
pub trait Bookkeeping: Sync {
    /// [`WorkbookStore::edit`], at this time in ms.
    ///
    /// # Errors
    ///
    /// What the tool says; nothing has changed then.
    fn edit(&self, session: &mut Session, edit: Edit, now_ms: i64) -> Result<(), EditError>;
    /// Stores the document with the time as text and in ms; what came of it is the keeper's state.
    fn save(&self, keeper: &mut Keeper, session: &Session, now: &str, now_ms: i64);
    /// Takes what was just stored, or could not be, to the second copy.
    fn copy(&self, store: WorkbookStore, now: &str);
    /// Brings back from the second copy what storage has lost; whether something came back.
    fn prepare(&self) -> Preparing;
    /// [`WorkbookStore::snapshots`].
    fn snapshots(&self) -> Pin<Box<dyn Future<Output = Vec<Snapshot>>>>;
    /// [`WorkbookStore::go_back`].
    fn go_back(&self, store: WorkbookStore, key: SnapshotKey) -> Returning;
    /// Whether another tab has written the workbook and nothing here would be lost.
    fn is_stale(&self, keeper: &mut Keeper, now_ms: i64) -> bool;
    /// [`WorkbookStore::list`].
    ///
    /// # Errors
    ///
    /// What storage says.
    fn list(&self) -> Result<Shelf, StoreError>;
    /// [`WorkbookStore::open`], without leaving the open one first.
    ///
    /// # Errors
    ///
    /// [`StoreError::NotFound`], or what storage says.
    fn open(&self, store: WorkbookStore, id: Id) -> Result<(), StoreError>;
    /// What was open last, else what was written last, else an empty workbook.
    fn open_first(&self, store: WorkbookStore);
    /// [`WorkbookStore::create`], without leaving the open one first.
    ///
    /// # Errors
    ///
    /// A name that is too long.
    fn create(&self, store: WorkbookStore, name: &str) -> Result<Id, StoreError>;
    /// [`WorkbookStore::rename`] of a workbook that is not open.
    ///
    /// # Errors
    ///
    /// A name that is too long, or why the workbook could not be read or stored.
    fn rename(&self, id: Id, name: &str) -> Result<(), StoreError>;
    /// [`WorkbookStore::duplicate`].
    ///
    /// # Errors
    ///
    /// A name that is too long, or why the workbook could not be read or the copy not stored.
    fn duplicate(&self, store: WorkbookStore, id: Id, name: &str) -> Result<Id, StoreError>;
    /// Puts a workbook into the trash.
    ///
    /// # Errors
    ///
    /// What storage says.
    fn throw_away(&self, id: Id) -> Result<(), StoreError>;
    /// [`WorkbookStore::restore`].
    ///
    /// # Errors
    ///
    /// What storage says.
    fn restore(&self, id: Id) -> Result<(), StoreError>;
    /// [`WorkbookStore::forget`].
    ///
    /// # Errors
    ///
    /// What storage says.
    fn forget(&self, id: Id) -> Result<(), StoreError>;
    /// The name and the text of the open workbook's export file.
    ///
    /// # Errors
    ///
    /// That it could not be written.
    fn export_file(&self, store: WorkbookStore) -> Result<(String, String), StoreError>;
    /// The name and the text of a stored workbook's file: as an export file if it can be read, else
    /// what is stored, as it is.
    ///
    /// # Errors
    ///
    /// What storage says.
    fn stored_file(&self, id: Id) -> Result<(String, String), StoreError>;
    /// [`WorkbookStore::import_json`], without leaving the open one first.
    ///
    /// # Errors
    ///
    /// Why the file cannot be read.
    fn import_json(&self, store: WorkbookStore, text: &str) -> Result<Id, StoreError>;
    /// [`WorkbookStore::look_at_copy`].
    ///
    /// # Errors
    ///
    /// Why the file cannot be read, or that the two make no workbook.
    fn look_at_copy(&self, store: WorkbookStore, text: &str) -> Result<CopyPreview, StoreError>;
    /// [`WorkbookStore::merge_copy`].
    ///
    /// # Errors
    ///
    /// As [`Self::look_at_copy`].
    fn merge_copy(
        &self,
        store: WorkbookStore,
        text: &str,
        choices: &Choices,
    ) -> Result<(), StoreError>;
    /// [`WorkbookStore::replace_by_copy`].
    ///
    /// # Errors
    ///
    /// Why the file cannot be read, or the open workbook cannot be put into the trash first.
    fn replace_by_copy(&self, store: WorkbookStore, text: &str) -> Result<(), StoreError>;
    /// The sample that is stored already.
    fn stored_sample(&self) -> Option<Id>;
    /// [`WorkbookStore::keep_as_copy`].
    ///
    /// # Errors
    ///
    /// A name that is too long.
    fn keep_as_copy(&self, store: WorkbookStore, name: &str) -> Result<Id, StoreError>;
}

/// Who does it, once he is here; `None` when his file did not come.
pub type Fetching = Pin<Box<dyn Future<Output = Option<&'static dyn Bookkeeping>>>>;

/// Whether something came back from the second copy.
pub type Preparing = Pin<Box<dyn Future<Output = bool>>>;

/// Whether it was gone back to an earlier version.
pub type Returning = Pin<Box<dyn Future<Output = Result<(), StoreError>>>>;

static FETCH: OnceLock<fn() -> Fetching> = OnceLock::new();
static HERE: OnceLock<&'static dyn Bookkeeping> = OnceLock::new();
static ARRIVAL: LazyLock<ArcTrigger> = LazyLock::new(ArcTrigger::new);

/// Says how the bookkeeping is fetched, before anything is shown.
pub fn set_bookkeeping(fetch: fn() -> Fetching) {
    // Only the first word counts; the program starts once.
    let _ = FETCH.set(fetch);
}

/// Fetches the bookkeeping; whether it is here now. What failed can be tried again.
pub async fn fetch_bookkeeping() -> bool {
    if HERE.get().is_some() {
        return true;
    }
    let Some(fetch) = FETCH.get() else { return false };
    match fetch().await {
        Some(books) => {
            // Two may have waited for the same.
            if HERE.set(books).is_ok() {
                ARRIVAL.notify();
            }
            true
        }
        None => false,
    }
}

/// Asks the second copy for what storage has lost, once the bookkeeping is here.
pub async fn prepare_books() -> bool {
    match books_at_hand() {
        Some(books) => books.prepare().await,
        None => false,
    }
}

/// Whether the bookkeeping is here, for a closure that is told when it comes.
pub fn use_bookkeeping() -> bool {
    ARRIVAL.track();
    has_bookkeeping()
}

/// Whether the bookkeeping is here.
pub fn has_bookkeeping() -> bool {
    HERE.get().is_some()
}

/// The bookkeeping, if it is here.
pub(super) fn books_at_hand() -> Option<&'static dyn Bookkeeping> {
    HERE.get().copied()
}

/// The bookkeeping; where it is not here yet it is asked for once more.
pub(super) fn books() -> Result<&'static dyn Bookkeeping, EditError> {
    HERE.get().copied().ok_or_else(|| {
        page::spawn(Box::pin(async {
            fetch_bookkeeping().await;
        }));
        EditError::NotReady
    })
}
