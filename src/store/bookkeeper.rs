//! The bookkeeping itself; see [`crate::store::books`] why it stands apart.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;

use crate::base::edit::EditError;
use crate::base::id::Id;
use crate::persist::copies;
use crate::persist::decode::{self, Decoded};
use crate::persist::envelope::{self, Meta};
use crate::persist::file_name;
use crate::persist::keeper::{Keeper, Opening};
use crate::persist::merge::{Choices, Merged};
use crate::persist::risk;
use crate::persist::shelf::{self, Shelf};
use crate::persist::slots::Notice;
use crate::persist::snapshot::{Reason, Snapshot, SnapshotKey};
use crate::persist::state::{SaveError, SaveState};
use crate::platform::{clock, random};
use crate::store::books::{Bookkeeping, Preparing, Returning};
use crate::store::browser::BrowserKv;
use crate::store::copy::{self, CopyPreview};
use crate::store::handle::WorkbookStore;
use crate::store::library::{StoreError, TRASH_DAYS};
use crate::store::mirroring;
use crate::store::session::Session;
use crate::store::snapshots;
use crate::tools::shop::edit::ShopEdit;
use crate::workbook::Workbook;
use crate::workbook::edit::Edit;

/// Opens, changes and writes the workbooks of this browser.
#[derive(Clone, Copy, Debug)]
pub struct Bookkeeper;

impl Bookkeeping for Bookkeeper {
    fn edit(&self, session: &mut Session, edit: Edit, now_ms: i64) -> Result<(), EditError> {
        let (step, before) = (edit.step(), session.workbook().clone());
        session.edit(edit, now_ms)?;
        if let Some(reason) = risk::reason(&step, &before, session.workbook()) {
            mirroring::keep(&before, reason);
        }
        Ok(())
    }

    fn snapshots(&self) -> Pin<Box<dyn Future<Output = Vec<Snapshot>>>> {
        Box::pin(snapshots::list())
    }

    fn go_back(&self, store: WorkbookStore, key: SnapshotKey) -> Returning {
        Box::pin(snapshots::go_back(store, key))
    }

    fn save(&self, keeper: &mut Keeper, session: &Session, now: &str, now_ms: i64) {
        keeper.save(&BrowserKv, session.workbook(), session.revision(), now, now_ms);
    }

    fn copy(&self, store: WorkbookStore, now: &str) {
        mirroring::copy(store, now);
    }

    fn prepare(&self) -> Preparing {
        Box::pin(mirroring::prepare())
    }

    fn is_stale(&self, keeper: &mut Keeper, now_ms: i64) -> bool {
        keeper.check(&BrowserKv, now_ms)
    }

    fn list(&self) -> Result<Shelf, StoreError> {
        Ok(shelf::look(&BrowserKv)?)
    }

    fn open(&self, store: WorkbookStore, id: Id) -> Result<(), StoreError> {
        let opening = mirroring::open(id)?.ok_or(StoreError::NotFound)?;
        store.enter(opening);
        mirroring::show(store);
        Ok(())
    }

    fn open_first(&self, store: WorkbookStore) {
        let before = (clock::today() - TRASH_DAYS).to_string();
        // Old trash that cannot be removed now is removed another day.
        let _ = shelf::empty_trash(&BrowserKv, &before);
        let first = shelf::first(&BrowserKv).ok().flatten();
        match first.and_then(|id| mirroring::open(id).ok().flatten()) {
            Some(opening) => store.enter(opening),
            None => store.enter_empty(),
        }
        mirroring::show(store);
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
        snapshots::keep_stored(id, Reason::Delete);
        shelf::throw_away(&BrowserKv, id, &clock::now_text())?;
        mirroring::mark_trash(id, true);
        Ok(())
    }

    fn restore(&self, id: Id) -> Result<(), StoreError> {
        shelf::restore(&BrowserKv, id)?;
        mirroring::mark_trash(id, false);
        Ok(())
    }

    fn forget(&self, id: Id) -> Result<(), StoreError> {
        shelf::forget(&BrowserKv, id)?;
        mirroring::forget(id);
        Ok(())
    }

    fn export_file(&self, store: WorkbookStore) -> Result<(String, String), StoreError> {
        let meta = store.keeper.with_value(|keeper| keeper.meta().clone());
        let mut meta = meta;
        store.with(|workbook| {
            if !workbook.shop.is_sample {
                copies::note(&BrowserKv, workbook, &mut meta);
            }
        });
        store.keeper.update_value(|keeper| keeper.set_meta(meta.clone()));
        if store.save_state.with_untracked(|state| *state != SaveState::New) {
            store.save();
        }
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
        let Decoded { workbook, mut meta, n_missing } = decode::from_file(text)?;
        if !workbook.shop.is_sample {
            copies::note(&BrowserKv, &workbook, &mut meta);
        }
        let missing = (0 < n_missing).then_some(Notice::MissingFacts { n_chunks: n_missing });
        Ok(store.enter_new(workbook, meta, missing.into_iter().collect()))
    }

    fn look_at_copy(&self, store: WorkbookStore, text: &str) -> Result<CopyPreview, StoreError> {
        let (theirs, merged, has_base) = copy::merged(store, text, &Choices::default())?;
        let name = theirs.workbook.shop.name.clone();
        let Merged { conflicts, counts, n_links, .. } = merged;
        Ok(CopyPreview { name, has_base, conflicts, counts, n_links })
    }

    fn merge_copy(
        &self,
        store: WorkbookStore,
        text: &str,
        choices: &Choices,
    ) -> Result<(), StoreError> {
        let (theirs, merged, _) = copy::merged(store, text, choices)?;
        let mut meta = store.keeper.with_value(|keeper| keeper.meta().clone());
        // From here on theirs is what both have.
        copies::note(&BrowserKv, &theirs.workbook, &mut meta);
        store.keeper.update_value(|keeper| keeper.set_meta(meta));
        replace(store, merged.workbook);
        Ok(())
    }

    fn replace_by_copy(&self, store: WorkbookStore, text: &str) -> Result<(), StoreError> {
        let Decoded { workbook, meta, .. } = decode::from_file(text)?;
        let name = store.with(|open| open.shop.name.clone());
        let old = self.duplicate(store, store.id.get_untracked(), &name)?;
        self.throw_away(old)?;
        let mut known = store.keeper.with_value(|keeper| keeper.meta().clone());
        known.extra.extend(meta.extra);
        copies::note(&BrowserKv, &workbook, &mut known);
        store.keeper.update_value(|keeper| keeper.set_meta(known));
        replace(store, workbook);
        Ok(())
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

/// Puts a workbook in the open one's place, as one step; the version before it is kept.
fn replace(store: WorkbookStore, workbook: Workbook) {
    let before = store.with(Clone::clone);
    store.change(|session| session.replace(workbook));
    mirroring::keep(&before, Reason::Replace);
}

/// A stored workbook that can be read.
fn readable(id: Id) -> Result<Opening, StoreError> {
    let opening = mirroring::open(id)?.ok_or(StoreError::NotFound)?;
    match opening.keeper.state() {
        SaveState::ReadOnly(reason) => Err(StoreError::Unreadable(*reason)),
        _ => Ok(opening),
    }
}

fn store_once(keeper: &mut Keeper, workbook: &Workbook) -> Result<(), StoreError> {
    // The next revision of a session that nobody sees: there is something to store.
    match keeper.save(&BrowserKv, workbook, 1, &clock::now_text(), clock::now_ms()) {
        SaveState::Saved { .. } => {
            mirroring::stored(keeper.id());
            Ok(())
        }
        SaveState::Failed(error) => Err(StoreError::Save(*error)),
        _ => Err(StoreError::Save(SaveError::Conflict)),
    }
}
