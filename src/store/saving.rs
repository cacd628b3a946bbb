//! Autosave at work: timers, and the moments at which a page may end.

use leptos::prelude::*;

use crate::persist::keeper::Keeper;
use crate::persist::keys;
use crate::persist::state::SaveState;
use crate::platform::{clock, page};
use crate::store::books::{books, prepare_books, use_bookkeeping};
use crate::store::handle::WorkbookStore;
use crate::store::session::Session;

/// So long after a write it is looked at once more: a browser can take one back.
const LOOK_AGAIN_MS: i32 = 2_000;

impl WorkbookStore {
    /// Stores what is not stored yet, now.
    pub fn save_now(self) -> SaveState {
        if self.keeper.with_value(Keeper::is_dirty) {
            self.save();
        }
        self.save_state.get_untracked()
    }

    /// Stores the document, whether it has changed or not.
    pub(super) fn save(self) {
        let (now, now_ms) = (clock::now_text(), clock::now_ms());
        // What has changed was changed by the bookkeeping: it is here.
        let Ok(books) = books() else { return };
        self.session.with_untracked(|session| {
            self.keeper.update_value(|keeper| books.save(keeper, session, &now, now_ms));
        });
        books.copy(self, &now);
        self.show_state();
        self.remember();
        self.arm();
        page::after(LOOK_AGAIN_MS, move || self.look_for_others());
    }

    /// The session may have changed.
    pub(super) fn note_change(self) {
        let revision = self.session.with_untracked(Session::revision);
        self.keeper.update_value(|keeper| keeper.changed(revision, clock::now_ms()));
        self.show_state();
        self.arm();
    }

    pub(super) fn show_state(self) {
        let state = self.keeper.with_value(|keeper| keeper.state().clone());
        if self.save_state.with_untracked(|shown| *shown != state) {
            self.save_state.set(state);
        }
    }

    /// Lets one timer run while there is something to save.
    fn arm(self) {
        let Some(due_ms) = self.keeper.with_value(Keeper::due_ms) else { return };
        if self.is_armed.get_value() {
            return;
        }
        self.is_armed.set_value(true);
        let wait_ms = due_ms.saturating_sub(clock::now_ms()).clamp(0, 60_000);
        page::after(i32::try_from(wait_ms).unwrap_or(0), move || {
            self.is_armed.set_value(false);
            match self.keeper.with_value(Keeper::due_ms) {
                Some(due_ms) if due_ms <= clock::now_ms() => self.save(),
                _ => self.arm(),
            }
        });
    }

    /// Whether another tab has written this workbook: opened at once where nothing here would be
    /// lost, else the user is asked.
    fn look_for_others(self) {
        let now_ms = clock::now_ms();
        let mut is_stale = false;
        let Ok(books) = books() else { return };
        self.keeper.update_value(|keeper| is_stale = books.is_stale(keeper, now_ms));
        if is_stale {
            let _ = self.open_stored();
        }
        self.show_state();
    }

    /// A first visit is shown at once. Was it none, because the browser has lost what it kept, the
    /// second copy has it: looked at when the bookkeeping has come.
    pub(super) fn look_for_lost(self) {
        Effect::new(move |was_here: Option<bool>| {
            let is_here = use_bookkeeping();
            if is_here && was_here == Some(false) {
                page::spawn(Box::pin(async move {
                    let is_back = prepare_books().await;
                    if is_back && self.save_state.get_untracked() == SaveState::New {
                        self.open_first();
                    }
                }));
            }
            is_here
        });
    }

    /// Listens to what may end the page, and to other tabs. Called once.
    pub(super) fn watch_page(self) {
        page::on_leave(move || {
            self.save_now();
        });
        page::on_close(move || {
            self.save_now();
            self.save_state.with_untracked(SaveState::is_unsaved)
        });
        page::on_foreign_key(move |key| {
            if keys::slot_id(key) == Some(self.id.get_untracked()) {
                self.look_for_others();
            }
        });
    }
}
