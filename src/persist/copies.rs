//! Copies that went out or came in: what two later versions are measured against.
//!
//! A file says which copies its workbook was (`copies` in the envelope, names by content, latest
//! last). The browser keeps the last few of those that passed through it, without the columns of
//! their facts, as long as there is room. Two workbooks that were the same copy once can so be
//! merged against it.

use serde_json::Value;
use xxhash_rust::xxh64::xxh64;

use crate::persist::envelope::{self, Meta};
use crate::persist::kv::{Kv, KvError};
use crate::persist::{decode, keys};
use crate::workbook::Workbook;

/// The field of the envelope.
const FIELD: &str = "copies";
/// So many names a workbook remembers.
const MAX_NAMES: usize = 20;
/// So many copies a browser keeps, of all workbooks.
const MAX_KEPT: usize = 6;
/// Copies beyond this are not kept, in UTF-16 units: the workbook itself needs the room.
const MAX_UNITS: usize = 400_000;

/// The names of the copies that a workbook was, latest last.
pub fn names(meta: &Meta) -> Vec<&str> {
    let list = meta.extra.get(FIELD).and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_str).collect()
}

/// Notes that the workbook, as it is now, is in other hands too. Keeping it is best effort: where
/// there is no room, a later merge has no ancestor and says so.
pub fn note(kv: &dyn Kv, workbook: &Workbook, meta: &mut Meta) {
    let Ok(body) = envelope::to_body(workbook, &Meta::default()) else { return };
    let name = format!("{:016x}", xxh64(body.as_bytes(), 0));
    let mut all: Vec<String> = names(meta).into_iter().map(str::to_owned).collect();
    all.retain(|one| *one != name);
    all.push(name.clone());
    all.drain(..all.len().saturating_sub(MAX_NAMES));
    meta.extra.insert(FIELD.to_owned(), all.into_iter().collect());
    if body.encode_utf16().count() <= MAX_UNITS {
        // See above.
        let _ = keep(kv, name, &body);
    }
}

fn keep(kv: &dyn Kv, name: String, body: &str) -> Result<(), KvError> {
    let kept = kv.get(keys::COPIES)?.unwrap_or_default();
    let mut kept: Vec<String> = kept.split_whitespace().map(str::to_owned).collect();
    kept.retain(|one| *one != name);
    while MAX_KEPT <= kept.len() {
        kv.remove(&keys::copy(&kept.remove(0)))?;
    }
    kept.push(name.clone());
    // The list first: what it names and is not there does no harm, the other way round it would
    // lie there for good.
    kv.set(keys::COPIES, &kept.join(" "))?;
    kv.set(&keys::copy(&name), body)
}

/// The latest copy that both were, without the columns of its facts; `None` where there is none or
/// it is no longer kept.
pub fn ancestor(kv: &dyn Kv, mine: &Meta, theirs: &Meta) -> Option<Workbook> {
    let mine = names(mine);
    names(theirs).into_iter().rev().filter(|name| mine.contains(name)).find_map(|name| {
        let body = kv.get(&keys::copy(name)).ok().flatten()?;
        let is_whole = format!("{:016x}", xxh64(body.as_bytes(), 0)) == name;
        is_whole.then(|| decode::from_body(&body).ok()).flatten().map(|read| read.workbook)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::persist::chunks;
    use crate::persist::kv::MemKv;

    fn called(name: &str) -> Workbook {
        let mut workbook = Workbook::default();
        workbook.shop.make_mut().name = name.to_owned();
        workbook
    }

    #[test]
    fn the_latest_copy_that_both_were_is_the_ancestor() {
        let kv = MemKv::default();
        let (mut mine, mut theirs) = (Meta::default(), Meta::default());
        note(&kv, &called("一"), &mut mine);
        assert_eq!(ancestor(&kv, &mine, &theirs), None);
        note(&kv, &called("一"), &mut theirs);
        note(&kv, &called("二"), &mut theirs);
        note(&kv, &called("三"), &mut mine);
        assert_eq!(ancestor(&kv, &mine, &theirs), Some(called("一")));
        note(&kv, &called("二"), &mut mine);
        assert_eq!(ancestor(&kv, &mine, &theirs), Some(called("二")));
        // Noted twice it is one copy.
        note(&kv, &called("二"), &mut mine);
        assert_eq!(names(&mine).len(), 3);
    }

    #[test]
    fn few_copies_are_kept_and_a_damaged_one_is_none() {
        let kv = MemKv::default();
        let mut meta = Meta::default();
        for n in 0..30 {
            note(&kv, &called(&n.to_string()), &mut meta);
        }
        assert_eq!(names(&meta).len(), MAX_NAMES);
        assert_eq!(kv.keys().unwrap().len(), MAX_KEPT + 1);
        assert_eq!(ancestor(&kv, &meta, &meta), Some(called("29")));
        let last = (*names(&meta).last().unwrap()).to_owned();
        kv.set(&keys::copy(&last), "{}").unwrap();
        assert_eq!(ancestor(&kv, &meta, &meta), Some(called("28")));
    }

    #[test]
    fn without_room_nothing_is_kept_and_nothing_fails() {
        let (kv, mut meta) = (MemKv::with_capacity(10), Meta::default());
        note(&kv, &called("一"), &mut meta);
        assert_eq!(ancestor(&kv, &meta, &meta), None);
    }

    #[test]
    fn a_copy_keeps_no_facts_alive() {
        let kv = MemKv::default();
        kv.set(&keys::facts("00ff00ff00ff00ff"), "{}").unwrap();
        kv.set(&keys::copy("1"), "00ff00ff00ff00ff").unwrap();
        assert_eq!(chunks::unused(&kv).unwrap().len(), 1);
    }
}
