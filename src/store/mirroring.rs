//! The second copy at work: what is stored goes there, and what was lost comes back from it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;

use crate::base::id::Id;
use crate::persist::keeper::{Keeper, Opening};
use crate::persist::kv::KvError;
use crate::persist::mirror::{self, Copier, CopyState, Mirror, MirrorError};
use crate::persist::recover::{self, Recovered};
use crate::persist::shelf;
use crate::persist::slots::Notice;
use crate::persist::snapshot::Reason;
use crate::persist::state::SaveState;
use crate::platform::vault::Vault;
use crate::platform::{clock, page};
use crate::store::browser::BrowserKv;
use crate::store::handle::WorkbookStore;
use crate::store::snapshots;
use crate::workbook::Workbook;

/// So long after a failure it is tried again.
const RETRY_MS: i32 = 10_000;

thread_local! {
    static COPIER: Rc<RefCell<Copier>> = Rc::default();
    static FOUND: RefCell<Recovered> = RefCell::default();
    /// Where the state of the open workbook's copy is shown.
    static SHOWN: Cell<Option<WorkbookStore>> = const { Cell::new(None) };
}

/// What waits for its turn, and what the mirror knows.
pub fn copier() -> Rc<RefCell<Copier>> {
    COPIER.with(Rc::clone)
}

/// Compares both stores at the start; whether a workbook came back.
pub async fn prepare() -> bool {
    let found = match recover::start(&BrowserKv, &Vault, &clock::now_text()).await {
        Ok(found) => found,
        Err(MirrorError::Missing) => {
            forget_without_mirror();
            return false;
        }
        // It is slow, or in the way of another version: what is stored from now on goes there.
        Err(_) => return false,
    };
    copier().borrow_mut().learn(found.known.iter().cloned());
    for id in &found.stale {
        copier().borrow_mut().stored(*id);
    }
    found.forgotten.iter().copied().for_each(forget);
    let is_back = !found.back.is_empty() || !found.newer.is_empty();
    FOUND.with(|place| *place.borrow_mut() = found);
    pump();
    is_back
}

/// A browser without a second copy has nothing that could bring a forgotten workbook back.
fn forget_without_mirror() {
    let trash = shelf::marks(&BrowserKv).unwrap_or_default();
    for id in trash {
        if matches!(open(id), Ok(None)) {
            let _ = shelf::forgotten(&BrowserKv, id);
        }
    }
}

/// Opens the newest version that there is: of both slots and the mirror.
pub fn open(id: Id) -> Result<Option<Opening>, KvError> {
    let loaded = FOUND.with(|found| found.borrow().load(&BrowserKv, id))?;
    let mut opening = Keeper::opening(id, loaded);
    let is_back = FOUND.with(|found| found.borrow_mut().back.remove(&id));
    if let Some(opening) = opening.as_mut().filter(|_| is_back) {
        let at = opening.keeper.meta().modified.clone();
        opening.notices.push(Notice::SecondCopy { at });
    }
    Ok(opening)
}

/// Copies what was just stored; what was not is copied all the more.
pub fn copy(store: WorkbookStore, now: &str) {
    SHOWN.set(Some(store));
    let id = store.id.get_untracked();
    let state = store.keeper.with_value(|keeper| keeper.state().clone());
    match state {
        SaveState::Saved { .. } => {
            stored(id);
            snapshots::keep_hourly(id);
        }
        SaveState::Failed(_) => {
            let mut put = None;
            store.session.with_untracked(|session| {
                store.keeper.update_value(|keeper| {
                    put = keeper.beside(session.workbook(), now, copier().borrow().known());
                });
            });
            if let Some(put) = put {
                copier().borrow_mut().only_here(put);
                pump();
            }
        }
        _ => {}
    }
}

/// Keeps a version of the open workbook that has just become another one.
pub fn keep(before: &Workbook, reason: Reason) {
    if let Some(store) = SHOWN.get() {
        snapshots::keep(store, before, reason);
    }
}

/// This workbook has been stored.
pub fn stored(id: Id) {
    copier().borrow_mut().stored(id);
    pump();
}

fn pump() {
    page::spawn(Box::pin(async {
        let copier = copier();
        match mirror::pump(&copier, &BrowserKv, &Vault).await {
            Ok(()) | Err(MirrorError::Missing | MirrorError::Newer) => {}
            Err(MirrorError::Full | MirrorError::Failed) => page::after(RETRY_MS, pump),
        }
        show_open();
    }));
    show_open();
}

fn show_open() {
    if let Some(store) = SHOWN.get() {
        show(store);
    }
}

/// Shows whether the open workbook has its second copy.
pub fn show(store: WorkbookStore) {
    SHOWN.set(Some(store));
    let state = copier().borrow().state(store.id.get_untracked());
    if store.copy_state.with_untracked(|shown: &CopyState| *shown != state) {
        store.copy_state.set(state);
    }
}

/// The mirror has the workbook in the trash too, so that it comes back as what it is.
pub fn mark_trash(id: Id, is_trash: bool) {
    page::spawn(Box::pin(async move {
        // Where this fails, the mark in local storage still says what it is.
        let _ = Vault.mark_trash(id, is_trash).await;
    }));
}

/// Forgets a workbook there too. Until that is done its mark stays in the trash.
pub fn forget(id: Id) {
    let copier = copier();
    copier.borrow_mut().gone(id);
    copier.borrow_mut().forget_chunks();
    page::spawn(Box::pin(async move {
        if matches!(Vault.forget(id).await, Ok(()) | Err(MirrorError::Missing)) {
            // Asked again at the next start.
            let _ = shelf::forgotten(&BrowserKv, id);
        }
    }));
}
