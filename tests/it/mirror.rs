//! Two stores that fail apart from each other: local storage and its mirror.
//!
//! The mirror is a fake that can fail at every call. A browser crash is two prefixes: local
//! storage is as it was after some of its writes, the mirror as it was after some of its own.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::Future;
use std::task::{Context, Poll, Waker};

use zhanggui::base::day::Day;
use zhanggui::base::id::Id;
use zhanggui::base::span::Span;
use zhanggui::facts::chunk::Chunk;
use zhanggui::facts::set::FactSet;
use zhanggui::persist::frame::Header;
use zhanggui::persist::keeper::{Keeper, Opening};
use zhanggui::persist::keys::{self, Slot};
use zhanggui::persist::kv::{Kv, KvError, MemKv};
use zhanggui::persist::mirror::{Answer, Copier, CopyState, Held, Mirror, MirrorError, Put, pump};
use zhanggui::persist::recover::{self, Recovered};
use zhanggui::persist::shelf;
use zhanggui::persist::slots::Notice;
use zhanggui::persist::snapshot::{Snapshot, SnapshotKey};
use zhanggui::persist::state::SaveState;
use zhanggui::tools::shop::edit::ShopEdit;
use zhanggui::workbook::Workbook;

const NOW: &str = "2026-11-21T14:03:27";
const MINE: Id = Id::from_bits(1);

/// Runs what answers at once.
fn now<T>(work: impl Future<Output = T>) -> T {
    let mut work = Box::pin(work);
    match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the fake answers at once"),
    }
}

/// What goes wrong at one call of the mirror.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    Err(MirrorError),
    /// From this call on, for ever.
    Errs(MirrorError),
    /// The program ends before the call, or after it was done and before it is answered.
    CrashBefore,
    CrashAfter,
}

const FAULTS: [Fault; 5] = [
    Fault::Err(MirrorError::Failed),
    Fault::Err(MirrorError::Full),
    Fault::Errs(MirrorError::Missing),
    Fault::CrashBefore,
    Fault::CrashAfter,
];

#[derive(Clone, Debug, Default)]
struct Disk {
    held: Held,
    texts: BTreeMap<String, String>,
    aside: Vec<String>,
    snapshots: BTreeMap<SnapshotKey, (Snapshot, String)>,
}

impl Disk {
    fn sweep(&mut self) {
        let frames: Vec<String> = (self.held.frames.values().chain(self.held.trash.values()))
            .chain(self.snapshots.values().map(|(_, frame)| frame))
            .cloned()
            .collect();
        self.texts.retain(|name, _| frames.iter().any(|frame| frame.contains(name.as_str())));
    }
}

/// A database in memory that keeps every state that it ever had.
#[derive(Default)]
struct FakeMirror {
    disk: RefCell<Disk>,
    past: RefCell<Vec<Disk>>,
    plan: Option<(usize, Fault)>,
    n_calls: Cell<usize>,
    is_dead: Cell<bool>,
}

impl FakeMirror {
    fn with(disk: Disk, plan: Option<(usize, Fault)>) -> Self {
        Self { disk: RefCell::new(disk), plan, ..Self::default() }
    }

    fn call<T>(&self, work: impl FnOnce(&mut Disk) -> T) -> Result<T, MirrorError> {
        let call = self.n_calls.replace(self.n_calls.get() + 1);
        if self.is_dead.get() {
            return Err(MirrorError::Failed);
        }
        match self.plan {
            Some((at, Fault::Err(error))) if at == call => return Err(error),
            Some((at, Fault::Errs(error))) if at <= call => return Err(error),
            Some((at, Fault::CrashBefore)) if at == call => {
                self.is_dead.set(true);
                return Err(MirrorError::Failed);
            }
            _ => {}
        }
        let mut next = self.disk.borrow().clone();
        let value = work(&mut next);
        next.held.chunks = next.texts.keys().cloned().collect();
        self.past.borrow_mut().push(self.disk.replace(next));
        if self.plan == Some((call, Fault::CrashAfter)) {
            self.is_dead.set(true);
            return Err(MirrorError::Failed);
        }
        Ok(value)
    }

    fn answer<T: 'static>(&self, work: impl FnOnce(&mut Disk) -> T) -> Answer<'_, T> {
        Box::pin(std::future::ready(self.call(work)))
    }
}

impl Mirror for FakeMirror {
    fn read(&self) -> Answer<'_, Held> {
        self.answer(|disk| disk.held.clone())
    }

    fn chunks(&self, names: Vec<String>) -> Answer<'_, BTreeMap<String, String>> {
        self.answer(move |disk| {
            let found = names.into_iter().map(|name| (disk.texts.get(&name).cloned(), name));
            found.filter_map(|(text, name)| Some((name, text?))).collect()
        })
    }

    fn put(&self, put: Put) -> Answer<'_, ()> {
        self.answer(move |disk| {
            disk.texts.extend(put.chunks);
            disk.held.frames.insert(put.id, put.frame);
        })
    }

    fn mark_trash(&self, id: Id, is_trash: bool) -> Answer<'_, ()> {
        self.answer(move |Disk { held, .. }| {
            let (from, to) = match is_trash {
                true => (&mut held.frames, &mut held.trash),
                false => (&mut held.trash, &mut held.frames),
            };
            to.extend(from.remove_entry(&id));
        })
    }

    fn forget(&self, id: Id) -> Answer<'_, ()> {
        self.answer(move |disk| {
            disk.held.frames.remove(&id);
            disk.held.trash.remove(&id);
            disk.snapshots.retain(|(of, _), _| *of != id);
            disk.sweep();
        })
    }

    fn set_aside(&self, id: Id) -> Answer<'_, ()> {
        self.answer(move |disk| disk.aside.extend(disk.held.frames.remove(&id)))
    }

    fn snapshots(&self) -> Answer<'_, Vec<Snapshot>> {
        self.answer(|disk| disk.snapshots.values().map(|(info, _)| info.clone()).collect())
    }

    fn add_snapshot(&self, info: Snapshot, put: Put) -> Answer<'_, ()> {
        self.answer(move |disk| {
            disk.texts.extend(put.chunks);
            disk.snapshots.insert(info.key(), (info, put.frame));
        })
    }

    fn snapshot(&self, key: SnapshotKey) -> Answer<'_, Option<String>> {
        self.answer(move |disk| disk.snapshots.get(&key).map(|(_, frame)| frame.clone()))
    }

    fn remove_snapshots(&self, keys: Vec<SnapshotKey>) -> Answer<'_, ()> {
        self.answer(move |disk| {
            disk.snapshots.retain(|key, _| !keys.contains(key));
            disk.sweep();
        })
    }
}

/// Local storage that keeps every state that it ever had.
#[derive(Default)]
struct LogKv {
    disk: MemKv,
    past: RefCell<Vec<BTreeMap<String, String>>>,
    is_full: Cell<bool>,
}

impl LogKv {
    fn of(texts: &BTreeMap<String, String>) -> Self {
        let kv = Self::default();
        for (key, text) in texts {
            kv.disk.set(key, text).unwrap();
        }
        kv
    }
}

impl Kv for LogKv {
    fn get(&self, key: &str) -> Result<Option<String>, KvError> {
        self.disk.get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), KvError> {
        if self.is_full.get() {
            return Err(KvError::Quota);
        }
        self.past.borrow_mut().push(self.disk.dump());
        self.disk.set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), KvError> {
        self.past.borrow_mut().push(self.disk.dump());
        self.disk.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, KvError> {
        self.disk.keys()
    }
}

fn facts(quarter: i32) -> FactSet {
    let from = Day::new(2026, 1, 1).unwrap() + quarter * 91;
    let mut chunk = Chunk::empty(Span::new(from, from + 2));
    chunk.set("sales", from, Some(100 + i64::from(quarter)));
    FactSet { shop_days: vec![chunk.into_ref().unwrap()], ..FactSet::default() }
}

#[track_caller]
fn renamed(workbook: &mut Workbook, name: &str) {
    workbook.apply(ShopEdit::Rename(name.to_owned()).into()).unwrap();
}

/// What the program knows of what it has stored.
#[derive(Default)]
struct Model {
    tried: Vec<Workbook>,
    /// The last one that the mirror has acknowledged.
    mirrored: Option<usize>,
    /// The last one that either has acknowledged.
    saved: Option<usize>,
    /// After each state of the mirror: what was acknowledged by then.
    by_mirror: Vec<(usize, Option<usize>)>,
}

/// Opens what stands in both stores, as the program does at its start.
fn open(kv: &dyn Kv, mirror: &FakeMirror) -> (Option<Opening>, Recovered) {
    let found = now(recover::start(kv, mirror, NOW)).unwrap_or_default();
    let loaded = found.load(kv, MINE).unwrap();
    (Keeper::opening(MINE, loaded), found)
}

/// Edits, imports, a time in which local storage is full, and a page that is loaded anew.
fn run(kv: &LogKv, mirror: &FakeMirror) -> Model {
    let mut model = Model::default();
    let copier = RefCell::new(Copier::default());
    let mut keeper = Keeper::fresh(MINE, NOW);
    let mut workbook = Workbook::default();
    for step in 0_i64..16 {
        match step {
            3 | 6 | 9 => workbook.facts = facts((step / 3) as i32).into(),
            11 => {
                let (opening, found) = open(kv, mirror);
                copier.borrow_mut().learn(found.known);
                if let Some(opening) = opening {
                    (keeper, workbook) = (opening.keeper, opening.workbook);
                }
            }
            _ => {}
        }
        kv.is_full.set((6..9).contains(&step));
        renamed(&mut workbook, &format!("v{step}"));
        model.tried.push(workbook.clone());
        let this = model.tried.len() - 1;
        let state = keeper.save(kv, &workbook, step as u64 + 1, NOW, step).clone();
        match &state {
            SaveState::Saved { .. } => {
                if !mirror.is_dead.get() {
                    model.saved = Some(this);
                }
                copier.borrow_mut().stored(MINE);
            }
            SaveState::Failed(_) => {
                let put = keeper.beside(&workbook, NOW, copier.borrow().known());
                copier.borrow_mut().only_here(put.unwrap());
            }
            state => panic!("{state:?}"),
        }
        let n_before = mirror.past.borrow().len();
        let _ = now(pump(&copier, kv, mirror));
        if matches!(copier.borrow().state(MINE), CopyState::Stands { .. }) {
            (model.mirrored, model.saved) = (Some(this), Some(this));
        }
        if n_before != mirror.past.borrow().len() {
            model.by_mirror.push((mirror.past.borrow().len(), model.mirrored));
        }
        if mirror.is_dead.get() {
            return model;
        }
        let is_failing = matches!(mirror.plan, Some((_, Fault::Errs(_))));
        let is_told = !matches!(copier.borrow().state(MINE), CopyState::Waiting);
        assert!(is_told, "nothing is called waiting when nothing is under way");
        if is_failing && step == 15 && mirror.plan.is_some_and(|(at, _)| at == 0) {
            assert_eq!(copier.borrow().state(MINE), CopyState::Missing(MirrorError::Missing));
        }
        // I5: one fault is over with the next save.
        if step == 15 && !is_failing {
            let _ = now(pump(&copier, kv, mirror));
            assert!(matches!(copier.borrow().state(MINE), CopyState::Stands { .. }));
        }
    }
    model
}

fn place(model: &Model, workbook: &Workbook) -> Option<usize> {
    model.tried.iter().rposition(|tried| tried == workbook)
}

#[test]
fn every_fault_of_the_mirror_at_every_call() {
    let (kv, mirror) = (LogKv::default(), FakeMirror::default());
    run(&kv, &mirror);
    let n_calls = mirror.n_calls.get();
    assert!(16 < n_calls, "{n_calls}");
    for call in 0..n_calls {
        for fault in FAULTS {
            let kv = LogKv::default();
            let mirror = FakeMirror::with(Disk::default(), Some((call, fault)));
            let model = run(&kv, &mirror);
            kv.is_full.set(false);
            let mirror = FakeMirror::with(mirror.disk.into_inner(), None);
            let (opening, _) = open(&kv, &mirror);
            let opening = opening.unwrap_or_else(|| panic!("{call} {fault:?}: I1"));
            let found = place(&model, &opening.workbook);
            assert!(found.is_some(), "{call} {fault:?}: I2 {}", opening.workbook.shop.name);
            assert!(model.saved <= found, "{call} {fault:?}: I3 {:?} {found:?}", model.saved);
        }
    }
}

#[test]
fn a_browser_crash_loses_nothing_that_the_mirror_has_acknowledged() {
    let (kv, mirror) = (LogKv::default(), FakeMirror::default());
    let model = run(&kv, &mirror);
    let mut slots = kv.past.into_inner();
    slots.push(kv.disk.dump());
    let mut mirrors = mirror.past.into_inner();
    mirrors.push(mirror.disk.into_inner());
    let mut n_opened = 0;
    for texts in &slots {
        for (n_writes, disk) in mirrors.iter().enumerate() {
            let acked = model.by_mirror.iter().rfind(|(n, _)| *n <= n_writes);
            let acked = acked.and_then(|(_, acked)| *acked);
            let kv = LogKv::of(texts);
            let fake = FakeMirror::with(disk.clone(), None);
            let (opening, found) = open(&kv, &fake);
            let is_something = texts.keys().any(|key| keys::slot_id(key).is_some())
                || !disk.held.frames.is_empty();
            let Some(mut opening) = opening else {
                assert!(!is_something, "I1");
                continue;
            };
            n_opened += 1;
            assert!(!matches!(opening.keeper.state(), SaveState::ReadOnly(_)), "I1");
            let at = place(&model, &opening.workbook);
            assert!(at.is_some(), "I2: {} {:?}", opening.workbook.shop.name, opening.notices);
            assert!(acked <= at, "I3: {acked:?} {at:?}");
            // The work goes on, and the next version stands in both.
            renamed(&mut opening.workbook, "next");
            let state = opening.keeper.save(&kv, &opening.workbook, 99, NOW, 0);
            assert!(matches!(state, SaveState::Saved { .. }), "I5: {state:?}");
            let copier = RefCell::new(Copier::default());
            copier.borrow_mut().learn(found.known);
            copier.borrow_mut().stored(MINE);
            now(pump(&copier, &kv, &fake)).unwrap();
            let again = Keeper::open(&kv, MINE).unwrap().unwrap();
            assert_eq!(again.workbook, opening.workbook);
            let (wiped, _) = open(&LogKv::default(), &fake);
            assert_eq!(wiped.unwrap().workbook, opening.workbook);
        }
    }
    assert!(300 < n_opened, "{n_opened} pairs");
}

/// Both stores after a few saves with imported facts.
fn both() -> (LogKv, FakeMirror, Workbook) {
    let (kv, mirror) = (LogKv::default(), FakeMirror::default());
    let copier = RefCell::new(Copier::default());
    let mut keeper = Keeper::fresh(MINE, NOW);
    let mut workbook = Workbook { facts: facts(0).into(), ..Workbook::default() };
    for revision in 1..4 {
        renamed(&mut workbook, &format!("v{revision}"));
        keeper.save(&kv, &workbook, revision, NOW, 0);
        copier.borrow_mut().stored(MINE);
        now(pump(&copier, &kv, &mirror)).unwrap();
    }
    (kv, mirror, workbook)
}

#[test]
fn a_wiped_local_storage_comes_back_with_its_facts() {
    let (_, mirror, workbook) = both();
    let kv = LogKv::default();
    let (opening, found) = open(&kv, &mirror);
    assert_eq!(opening.unwrap().workbook, workbook);
    assert_eq!(found.back, [MINE].into());
    let again = Keeper::open(&kv, MINE).unwrap().unwrap();
    assert_eq!(again.workbook, workbook, "it stands in local storage again");
    assert!(again.notices.is_empty());
    assert_eq!(shelf::look(&kv).unwrap().workbooks.len(), 1);
}

#[test]
fn what_was_thrown_away_comes_back_into_the_trash_and_what_was_forgotten_not_at_all() {
    let (kv, mirror, _) = both();
    now(mirror.mark_trash(MINE, true)).unwrap();
    let wiped = LogKv::default();
    open(&wiped, &mirror);
    let shelf = shelf::look(&wiped).unwrap();
    assert_eq!((shelf.workbooks.len(), shelf.trash.len()), (0, 1));

    // The mirror did not hear of it yet when the program ended.
    shelf::throw_away(&kv, MINE, NOW).unwrap();
    shelf::forget(&kv, MINE).unwrap();
    let (opening, found) = open(&kv, &mirror);
    assert!(opening.is_none());
    assert_eq!(found.forgotten, [MINE].into());
    now(mirror.forget(MINE)).unwrap();
    shelf::forgotten(&kv, MINE).unwrap();
    assert!(kv.disk.dump().is_empty());
    let disk = mirror.disk.borrow();
    assert!(disk.held.frames.is_empty() && disk.held.trash.is_empty() && disk.texts.is_empty());
}

#[test]
fn slots_that_are_newer_are_mirrored_again() {
    let (kv, mirror, mut workbook) = both();
    let mut keeper = Keeper::open(&kv, MINE).unwrap().unwrap().keeper;
    renamed(&mut workbook, "later");
    keeper.save(&kv, &workbook, 9, NOW, 0);
    let (opening, found) = open(&kv, &mirror);
    assert_eq!(opening.unwrap().workbook.shop.name, "later");
    assert_eq!(found.stale, [MINE].into());
}

#[test]
fn damage_in_either_store_is_healed_by_the_other_and_kept() {
    let cut = |text: &str| text.chars().take(text.chars().count() - 9).collect::<String>();
    // Both slots damaged: the mirror opens, the damaged texts are set aside.
    let (kv, mirror, workbook) = both();
    for slot in Slot::ALL {
        let key = keys::slot(MINE, slot);
        let damaged = cut(&kv.get(&key).unwrap().unwrap());
        kv.set(&key, &damaged).unwrap();
    }
    let (opening, _) = open(&kv, &mirror);
    let opening = opening.unwrap();
    assert_eq!(opening.workbook, workbook);
    assert!(opening.notices.iter().any(|notice| matches!(notice, Notice::SecondCopy { .. })));
    assert_eq!(shelf::look(&kv).unwrap().n_set_aside, 2, "I4");

    // The mirror damaged: set aside there, and the slots are mirrored again.
    let (kv, mirror, workbook) = both();
    let damaged = cut(&mirror.disk.borrow().held.frames[&MINE]);
    mirror.disk.borrow_mut().held.frames.insert(MINE, damaged.clone());
    let (opening, found) = open(&kv, &mirror);
    assert_eq!(opening.unwrap().workbook, workbook);
    assert_eq!(mirror.disk.borrow().aside, [damaged], "I4");
    assert_eq!(found.stale, [MINE].into());

    // A chunk of facts damaged in local storage.
    let key = keys::facts(&workbook.facts.shop_days[0].id);
    kv.set(&key, "{}").unwrap();
    let (opening, _) = open(&kv, &FakeMirror::with(both().1.disk.into_inner(), None));
    let opening = opening.unwrap();
    assert_eq!(opening.workbook, workbook);
    assert!(opening.notices.is_empty());
}

#[test]
fn a_mirror_of_a_newer_version_is_not_written_over() {
    let (kv, mirror, _) = both();
    let frame = mirror.disk.borrow().held.frames[&MINE].clone();
    let (mut header, body) = {
        let (line, body) = frame.split_once('\n').unwrap();
        (Header::read(line).unwrap(), body.to_owned())
    };
    header.schema += 1;
    header.generation += 1;
    let newer = zhanggui::persist::frame::write(header, &body);
    mirror.disk.borrow_mut().held.frames.insert(MINE, newer.clone());
    let before = kv.disk.dump();
    let (opening, found) = open(&kv, &mirror);
    assert!(matches!(opening.unwrap().keeper.state(), SaveState::ReadOnly(_)), "I7");
    assert!(found.stale.is_empty());
    assert_eq!(kv.disk.dump(), before);
    assert_eq!(mirror.disk.borrow().held.frames[&MINE], newer);
}

#[test]
fn a_full_local_storage_is_read_from_the_mirror_after_a_reload() {
    let (kv, mirror, mut workbook) = both();
    let mut keeper = Keeper::open(&kv, MINE).unwrap().unwrap().keeper;
    let copier = RefCell::new(Copier::default());
    kv.is_full.set(true);
    workbook.facts = facts(2).into();
    renamed(&mut workbook, "beside");
    keeper.save(&kv, &workbook, 9, NOW, 0);
    copier.borrow_mut().only_here(keeper.beside(&workbook, NOW, &Default::default()).unwrap());
    now(pump(&copier, &kv, &mirror)).unwrap();
    assert!(matches!(copier.borrow().state(MINE), CopyState::Stands { .. }));
    let (opening, _) = open(&kv, &mirror);
    let mut opening = opening.unwrap();
    assert_eq!(opening.workbook, workbook);
    assert_eq!(opening.notices.len(), 1, "{:?}", opening.notices);
    kv.is_full.set(false);
    renamed(&mut opening.workbook, "room again");
    opening.keeper.save(&kv, &opening.workbook, 1, NOW, 0);
    assert_eq!(Keeper::open(&kv, MINE).unwrap().unwrap().workbook, opening.workbook);
}

#[test]
fn only_the_newest_version_is_sent() {
    let (kv, _, mut workbook) = both();
    let mirror = FakeMirror::default();
    let copier = RefCell::new(Copier::default());
    let mut keeper = Keeper::open(&kv, MINE).unwrap().unwrap().keeper;
    for revision in 10..15 {
        renamed(&mut workbook, &format!("v{revision}"));
        keeper.save(&kv, &workbook, revision, NOW, 0);
        copier.borrow_mut().stored(MINE);
    }
    now(pump(&copier, &kv, &mirror)).unwrap();
    assert_eq!(mirror.n_calls.get(), 1);
    let frame = mirror.disk.borrow().held.frames[&MINE].clone();
    assert_eq!(Header::read(&frame).unwrap().name, "v14");
    assert!(!copier.borrow().is_waiting());
}
