//! What the views see of the open workbook.

use leptos::prelude::*;

use crate::base::edit::EditError;
use crate::base::id::Id;
use crate::persist::keeper::Keeper;
use crate::persist::mirror::CopyState;
use crate::persist::slots::Notice;
use crate::persist::state::SaveState;
use crate::platform::{clock, random};
use crate::store::books::books;
use crate::store::session::Session;
use crate::workbook::Workbook;
use crate::workbook::edit::{Edit, Step};

/// The open workbook. A copy of the handle is the same workbook.
#[derive(Clone, Copy, Debug)]
pub struct WorkbookStore {
    pub(super) session: RwSignal<Session>,
    pub(super) keeper: StoredValue<Keeper>,
    pub(super) id: RwSignal<Id>,
    pub(super) save_state: RwSignal<SaveState>,
    pub(super) copy_state: RwSignal<CopyState>,
    pub(super) notices: RwSignal<Vec<Notice>>,
    /// Whether a timer will ask when to save.
    pub(super) is_armed: StoredValue<bool>,
}

/// The open workbook of this page; [`WorkbookStore::provide`] has put it there.
pub fn use_workbook() -> WorkbookStore {
    expect_context()
}

impl WorkbookStore {
    /// Opens what is stored, and lets every component below find it by [`use_workbook`]. Called
    /// once, before the first page is built.
    pub fn provide() -> Self {
        let keeper = Keeper::fresh(random::new_id(), &clock::now_text());
        let store = Self {
            session: RwSignal::new(Session::new(Workbook::default())),
            id: RwSignal::new(keeper.id()),
            keeper: StoredValue::new(keeper),
            save_state: RwSignal::default(),
            copy_state: RwSignal::default(),
            notices: RwSignal::default(),
            is_armed: StoredValue::new(false),
        };
        provide_context(store);
        store.open_first();
        store.watch_page();
        store.look_for_lost();
        store
    }

    /// A part of the workbook, told anew when it has changed. Called in the body of a component,
    /// never inside of a closure: each call makes a memo that lives as long as the component.
    pub fn select<T: PartialEq + Send + Sync + 'static>(
        self,
        part: impl Fn(&Workbook) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.session.with(|session| part(session.workbook())))
    }

    /// Looks at the workbook once, without being told when it changes.
    pub fn with<R>(self, look: impl FnOnce(&Workbook) -> R) -> R {
        self.session.with_untracked(|session| look(session.workbook()))
    }

    /// Carries out `edit` as one undoable step, or leaves everything as it was.
    ///
    /// # Errors
    ///
    /// What the tool says; nothing has changed then.
    pub fn edit(self, edit: impl Into<Edit>) -> Result<(), EditError> {
        let (edit, now_ms, books) = (edit.into(), clock::now_ms(), books()?);
        self.change(|session| books.edit(session, edit, now_ms)).unwrap_or(Ok(()))
    }

    /// Takes back the last step, and says which it was.
    pub fn undo(self) -> Option<Step> {
        self.change(Session::undo).flatten()
    }

    /// Brings back the last step that was taken back, and says which it was.
    pub fn redo(self) -> Option<Step> {
        self.change(Session::redo).flatten()
    }

    /// What [`Self::undo`] would take back.
    pub fn next_undo(self) -> Signal<Option<Step>> {
        Signal::derive(move || self.session.with(|session| session.can_undo().cloned()))
    }

    /// What [`Self::redo`] would bring back.
    pub fn next_redo(self) -> Signal<Option<Step>> {
        Signal::derive(move || self.session.with(|session| session.can_redo().cloned()))
    }

    /// Whether what is on the screen is stored.
    pub fn save_state(self) -> Signal<SaveState> {
        self.save_state.into()
    }

    /// Whether it is stored a second time, in another database.
    pub fn copy_state(self) -> Signal<CopyState> {
        self.copy_state.into()
    }

    /// Which workbook is open.
    pub fn id(self) -> Signal<Id> {
        self.id.into()
    }

    /// What the user must be told about the workbook that was opened.
    pub fn notices(self) -> Signal<Vec<Notice>> {
        self.notices.into()
    }

    /// The user has read the notices.
    pub fn dismiss_notices(self) {
        self.notices.set(Vec::new());
    }

    /// Puts another document in this one's place, as one step that can be taken back.
    pub(super) fn replace(self, workbook: Workbook) {
        self.change(|session| session.replace(workbook));
    }

    /// Changes the session; those who look are told only if the document became another one.
    pub(super) fn change<R>(self, change: impl FnOnce(&mut Session) -> R) -> Option<R> {
        let result = self.session.try_maybe_update(|session| {
            let revision = session.revision();
            let result = change(session);
            (session.revision() != revision, result)
        });
        self.note_change();
        result
    }
}
