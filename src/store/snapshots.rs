//! Snapshots at work: made before what is risky and every hour, and gone back to.

use std::cell::Cell;
use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::order;
use crate::persist::frame::{self, Header};
use crate::persist::kv::units;
use crate::persist::mirror::{Beside, Mirror, MirrorError, Put};
use crate::persist::snapshot::{self, MAX_UNITS, Reason, Snapshot, SnapshotKey};
use crate::persist::state::SaveError;
use crate::persist::{chunks, decode, recover, shelf};
use crate::platform::vault::Vault;
use crate::platform::{clock, page};
use crate::store::browser::BrowserKv;
use crate::store::handle::WorkbookStore;
use crate::store::library::StoreError;
use crate::store::mirroring::copier;
use crate::store::room::note_room;
use crate::workbook::Workbook;

/// So long it is not asked again whether an hour is over.
const LOOK_MS: i64 = 300_000;

thread_local! {
    /// Of which workbook it was asked last, and when.
    static LOOKED: Cell<Option<(Id, i64)>> = const { Cell::new(None) };
}

/// Keeps a version of the open workbook that is about to be another one.
pub fn keep(store: WorkbookStore, workbook: &Workbook, reason: Reason) {
    let put = store.keeper.with_value(|keeper| {
        keeper.snapshot(workbook, &clock::now_text(), copier().borrow().known())
    });
    // An empty workbook that was never stored is nothing to go back to.
    if let Some(put) = put.filter(|_| *workbook != Workbook::default()) {
        spawn_add(put, reason);
    }
}

/// Keeps the stored version of any workbook.
pub fn keep_stored(id: Id, reason: Reason) {
    let put = recover::newest(&BrowserKv, id, copier().borrow().known());
    if let Ok(Some(put)) = put {
        spawn_add(put, reason);
    }
}

/// Keeps the stored version if the last snapshot is an hour old.
pub fn keep_hourly(id: Id) {
    let now_ms = clock::now_ms();
    if LOOKED.get().is_some_and(|(of, at)| of == id && now_ms - at < LOOK_MS) {
        return;
    }
    LOOKED.set(Some((id, now_ms)));
    note_room();
    page::spawn(Box::pin(async move {
        let Ok(all) = Vault.snapshots().await else { return };
        if snapshot::is_hour_over(&all, id, now_ms) {
            keep_stored(id, Reason::Hour);
        }
    }));
}

fn spawn_add(put: Put, reason: Reason) {
    page::spawn(Box::pin(async move {
        // Without a second database there are no snapshots, and the archive page says so.
        let _ = add(put, reason).await;
    }));
}

async fn add(put: Put, reason: Reason) -> Result<(), MirrorError> {
    let header = Header::read(&put.frame).map_err(|_| MirrorError::Failed)?;
    let known = copier().borrow().known().clone();
    let names = put.chunks.iter().map(|(name, _)| name.clone()).chain(known);
    let refs: BTreeSet<String> = names.filter(|name| put.frame.contains(name.as_str())).collect();
    let info = Snapshot {
        id: put.id,
        ts: clock::now_ms(),
        at: clock::now_text(),
        name: header.name,
        reason,
        size: units(&put.frame),
        refs: refs.into_iter().collect(),
    };
    let sent: Vec<String> = put.chunks.iter().map(|(name, _)| name.clone()).collect();
    Vault.add_snapshot(info, put).await?;
    copier().borrow_mut().learn(sent);
    let all = Vault.snapshots().await?;
    let today = clock::today().to_string();
    let removed = snapshot::superfluous(&all, &today, MAX_UNITS);
    if !removed.is_empty() {
        // Facts that only these refer to go with them.
        copier().borrow_mut().forget_chunks();
        Vault.remove_snapshots(removed.into_iter().collect()).await?;
    }
    Ok(())
}

/// Every snapshot, the last made first; none where there is no second database.
pub async fn list() -> Vec<Snapshot> {
    let mut all = Vault.snapshots().await.unwrap_or_default();
    order::sort_by(&mut all, |one, other| other.ts.cmp(&one.ts));
    all
}

/// Puts a snapshot in the place of its workbook, as one step that can be taken back; what was
/// there is kept as a snapshot too. A workbook that is gone comes back as a new one.
pub async fn go_back(store: WorkbookStore, key: SnapshotKey) -> Result<(), StoreError> {
    let failed = |_: MirrorError| StoreError::Save(SaveError::Other);
    let frame = Vault.snapshot(key).await.map_err(failed)?.ok_or(StoreError::NotFound)?;
    let (_, body) = frame::read(&frame).map_err(|_| StoreError::NotFound)?;
    let decoded = decode::from_body(body)?;
    let mut workbook = decoded.workbook;
    let names = workbook.facts.chunk_ids();
    let facts = Vault.chunks(names).await.map_err(failed)?;
    chunks::attach(&Beside { kv: &BrowserKv, chunks: &facts }, &mut workbook)?;
    let (id, _) = key;
    if id != store.id.get_untracked() {
        let shelf = shelf::look(&BrowserKv)?;
        if shelf.trash.iter().any(|entry| entry.id == id) {
            store.restore(id)?;
        } else if !shelf.workbooks.iter().any(|entry| entry.id == id) {
            store.enter_new(workbook, decoded.meta, Vec::new());
            return Ok(());
        }
        store.open(id)?;
    }
    let before = store.with(Clone::clone);
    keep(store, &before, Reason::Restore);
    store.replace(workbook);
    store.save_now();
    Ok(())
}
