//! The bookkeeping itself; see [`crate::store::books`] why it stands apart.

use leptos::prelude::*;

use crate::base::edit::EditError;
use crate::base::id::Id;
use crate::persist::decode::{self, Decoded};
use crate::persist::envelope::{self, Meta};
use crate::persist::file_name;
use crate::persist::keeper::{Keeper, Opening};
use crate::persist::shelf::{self, Shelf};
use crate::persist::slots::Notice;
use crate::persist::state::{SaveError, SaveState};
use crate::platform::{clock, random};
use crate::store::books::Bookkeeping;
use crate::store::browser::BrowserKv;
use crate::store::handle::WorkbookStore;
use crate::store::library::{StoreError, TRASH_DAYS};
use crate::store::session::Session;
use crate::tools::shop::edit::ShopEdit;
use crate::workbook::Workbook;
use crate::workbook::edit::Edit;

/// Opens, changes and writes the workbooks of this browser.
#[derive(Clone, Copy, Debug)]
pub struct Bookkeeper;

impl Bookkeeping for Bookkeeper {
    fn edit(&self, session: &mut Session, edit: Edit, now_ms: i64) -> Result<(), EditError> {
        session.edit(edit, now_ms)
    }

    fn save(&self, keeper: &mut Keeper, session: &Session, now: &str, now_ms: i64) {
        keeper.save(&BrowserKv, session.workbook(), session.revision(), now, now_ms);
    }

    fn is_stale(&self, keeper: &mut Keeper, now_ms: i64) -> bool {
        keeper.check(&BrowserKv, now_ms)
    }

    fn list(&self) -> Result<Shelf, StoreError> {
        Ok(shelf::look(&BrowserKv)?)
    }

    fn open(&self, store: WorkbookStore, id: Id) -> Result<(), StoreError> {
        let opening = Keeper::open(&BrowserKv, id)?.ok_or(StoreError::NotFound)?;
        store.enter(opening);
        Ok(())
    }

    fn open_first(&self, store: WorkbookStore) {
        let before = (clock::today() - TRASH_DAYS).to_string();
        // Old trash that cannot be removed now is removed another day.
        let _ = shelf::empty_trash(&BrowserKv, &before);
        let first = shelf::first(&BrowserKv).ok().flatten();
        match first.and_then(|id| Keeper::open(&BrowserKv, id).ok().flatten()) {
            Some(opening) => store.enter(opening),
            None => store.enter_empty(),
        }
    }

    fn create(&self, store: WorkbookStore, name: &str) -> Result<Id, StoreError> {
        let mut workbook = Workbook::default();
        workbook.apply(ShopEdit::Rename(name.to_owned()).into())?;
        Ok(store.enter_new(workbook, Meta::new(&clock::now_text()), Vec::new()))
    }

    fn rename(&self, id: Id, name: &str) -> Result<(), StoreError> {
        let Opening { mut workbook, mut keeper, .. } = readable(id)?;
        workbook.apply(ShopEdit::Rename(name.to_owned()).into())?;
        store_once(&mut keeper, &workbook)
    }

    fn duplicate(&self, store: WorkbookStore, id: Id, name: &str) -> Result<Id, StoreError> {
        let is_open = id == store.id.get_untracked();
        let mut workbook = if is_open { store.with(Clone::clone) } else { readable(id)?.workbook };
        workbook.apply(ShopEdit::Rename(name.to_owned()).into())?;
        let mut keeper = Keeper::fresh(random::new_id(), &clock::now_text());
        store_once(&mut keeper, &workbook)?;
        Ok(keeper.id())
    }

    fn throw_away(&self, id: Id) -> Result<(), StoreError> {
        Ok(shelf::throw_away(&BrowserKv, id, &clock::now_text())?)
    }

    fn restore(&self, id: Id) -> Result<(), StoreError> {
        Ok(shelf::restore(&BrowserKv, id)?)
    }

    fn forget(&self, id: Id) -> Result<(), StoreError> {
        Ok(shelf::forget(&BrowserKv, id)?)
    }

    fn export_file(&self, store: WorkbookStore) -> Result<(String, String), StoreError> {
        let meta = store.keeper.with_value(|keeper| keeper.meta().clone());
        store.with(|workbook| {
            let text = envelope::to_file(workbook, &meta).map_err(|_| SaveError::Other)?;
            Ok((file_name::export_name(&workbook.shop.name, clock::today()), text))
        })
    }

    fn stored_file(&self, id: Id) -> Result<(String, String), StoreError> {
        match readable(id) {
            Ok(Opening { workbook, keeper, .. }) => {
                let text = envelope::to_file(&workbook, keeper.meta());
                let name = file_name::export_name(&workbook.shop.name, clock::today());
                Ok((name, text.map_err(|_| SaveError::Other)?))
            }
            Err(StoreError::Unreadable(_)) => {
                Ok((format!("zhanggui-{id}.raw.json"), shelf::raw(&BrowserKv, id)?))
            }
            Err(error) => Err(error),
        }
    }

    fn import_json(&self, store: WorkbookStore, text: &str) -> Result<Id, StoreError> {
        let Decoded { workbook, meta, n_missing } = decode::from_file(text)?;
        let missing = (0 < n_missing).then_some(Notice::MissingFacts { n_chunks: n_missing });
        Ok(store.enter_new(workbook, meta, missing.into_iter().collect()))
    }

    fn stored_sample(&self) -> Option<Id> {
        // Where storage cannot be read, a new one can still be looked at.
        shelf::sample(&BrowserKv).ok().flatten()
    }

    fn keep_as_copy(&self, store: WorkbookStore, name: &str) -> Result<Id, StoreError> {
        store.edit(ShopEdit::Rename(name.to_owned()))?;
        let workbook = store.with(Clone::clone);
        let meta = store.keeper.with_value(|keeper| keeper.meta().clone());
        Ok(store.enter_new(workbook, meta, Vec::new()))
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
