//! Storage that fails at every single call in every way, and what must hold after it.
//!
//! A scenario of edits, saves, imports, trash and copies is run once to count its calls of
//! storage; then once more for every call and every fault. The invariants are those of the
//! design: a load never finds "nothing" while there is something (I1), it finds a version that
//! somebody stored (I2) and none older than the last that was called saved (I3), damaged text is
//! kept (I4), an error leaves memory as it was and the next save works (I5), and what a newer
//! version of the program wrote never changes (I7).

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use zhanggui::base::day::Day;
use zhanggui::base::id::Id;
use zhanggui::base::span::Span;
use zhanggui::facts::chunk::Chunk;
use zhanggui::facts::set::FactSet;
use zhanggui::persist::envelope::{self, Meta};
use zhanggui::persist::frame::{self, Header};
use zhanggui::persist::keeper::Keeper;
use zhanggui::persist::keys::{self, Slot};
use zhanggui::persist::kv::{Kv, KvError, MemKv};
use zhanggui::persist::shelf;
use zhanggui::persist::slots::{self, Loaded};
use zhanggui::persist::state::SaveState;
use zhanggui::tools::shop::edit::ShopEdit;
use zhanggui::workbook::Workbook;

const NOW: &str = "2026-11-21T14:03:27";
const MINE: Id = Id::from_bits(1);
const NEWER: Id = Id::from_bits(9);

/// What goes wrong at one call.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    Err(KvError),
    /// From this call on, for ever.
    Errs(KvError),
    /// The program ends before the call …
    CrashBefore,
    /// … or after it.
    CrashAfter,
    /// What was written loses its second half.
    Truncate,
    /// One bit of what was written is another one.
    FlipByte,
    /// The call says that it worked, and did nothing.
    LieOnce,
    /// Another tab writes just before the call.
    ForeignWrite,
}

const FAULTS: [Fault; 9] = [
    Fault::Err(KvError::Quota),
    Fault::Err(KvError::Other),
    Fault::Errs(KvError::Quota),
    Fault::CrashBefore,
    Fault::CrashAfter,
    Fault::Truncate,
    Fault::FlipByte,
    Fault::LieOnce,
    Fault::ForeignWrite,
];

struct FaultKv {
    disk: Rc<MemKv>,
    plan: Option<(usize, Fault)>,
    n_calls: Cell<usize>,
    is_dead: Cell<bool>,
    /// Texts of slots that were damaged.
    damaged: RefCell<Vec<String>>,
    foreign: RefCell<Option<Workbook>>,
}

impl FaultKv {
    fn new(disk: Rc<MemKv>, plan: Option<(usize, Fault)>) -> Self {
        Self {
            disk,
            plan,
            n_calls: Cell::new(0),
            is_dead: Cell::new(false),
            damaged: RefCell::default(),
            foreign: RefCell::default(),
        }
    }

    /// The fault of this call, if it has one.
    fn next(&self) -> Result<Option<Fault>, KvError> {
        let call = self.n_calls.replace(self.n_calls.get() + 1);
        if self.is_dead.get() {
            return Err(KvError::Other);
        }
        let fault = self.plan.and_then(|(at, fault)| match fault {
            Fault::Errs(error) if at <= call => Some(Fault::Err(error)),
            fault => (at == call).then_some(fault),
        });
        match fault {
            Some(Fault::Err(error)) => Err(error),
            Some(Fault::CrashBefore) => {
                self.is_dead.set(true);
                Err(KvError::Other)
            }
            Some(Fault::CrashAfter) => {
                self.is_dead.set(true);
                Ok(fault)
            }
            Some(Fault::ForeignWrite) => {
                self.write_as_another_tab();
                Ok(None)
            }
            fault => Ok(fault),
        }
    }

    fn damage(&self, key: &str, damage: impl Fn(&str) -> String) {
        let Some(text) = self.disk.get(key).unwrap() else { return };
        let damaged = damage(&text);
        self.disk.set(key, &damaged).unwrap();
        if keys::slot_id(key).is_some() {
            self.damaged.borrow_mut().push(damaged);
        }
    }

    fn write_as_another_tab(&self) {
        let Ok(Loaded::Opened(mut opened)) = slots::load(&*self.disk, MINE) else { return };
        opened.workbook.apply(ShopEdit::Rename("theirs".to_owned()).into()).unwrap();
        opened.slots.commit(&*self.disk, &opened.workbook, &opened.meta, NOW).unwrap();
        *self.foreign.borrow_mut() = Some(opened.workbook);
    }
}

fn half(text: &str) -> String {
    let mut end = text.len() / 2;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].to_owned()
}

/// Another digit or letter for one in the middle: in the body of a frame.
fn flip(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let middle = bytes.len() / 2;
    if let Some(byte) = bytes[middle..].iter_mut().find(|byte| byte.is_ascii_alphanumeric()) {
        *byte ^= 1;
    }
    String::from_utf8(bytes).unwrap()
}

impl Kv for FaultKv {
    fn get(&self, key: &str) -> Result<Option<String>, KvError> {
        match self.next()? {
            Some(Fault::Truncate) => self.damage(key, half),
            Some(Fault::FlipByte) => self.damage(key, flip),
            _ => {}
        }
        self.disk.get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), KvError> {
        match self.next()? {
            Some(Fault::LieOnce) => Ok(()),
            Some(Fault::Truncate) => {
                self.disk.set(key, text)?;
                self.damage(key, half);
                Ok(())
            }
            Some(Fault::FlipByte) => {
                self.disk.set(key, text)?;
                self.damage(key, flip);
                Ok(())
            }
            _ => self.disk.set(key, text),
        }
    }

    fn remove(&self, key: &str) -> Result<(), KvError> {
        match self.next()? {
            Some(Fault::LieOnce) => Ok(()),
            _ => self.disk.remove(key),
        }
    }

    fn keys(&self) -> Result<Vec<String>, KvError> {
        self.next()?;
        self.disk.keys()
    }
}

/// What was stored, as far as the program knows.
#[derive(Default)]
struct Model {
    /// Every version that was tried to be stored, in order.
    tried: Vec<Workbook>,
    /// The last one that was called saved.
    saved: Option<usize>,
}

fn facts(quarter: i32) -> FactSet {
    let from = Day::new(2026, 1, 1).unwrap() + quarter * 91;
    let mut chunk = Chunk::empty(Span::new(from, from + 2));
    chunk.set("sales", from, Some(100 + i64::from(quarter)));
    FactSet { shop_days: vec![chunk.into_ref().unwrap()], ..FactSet::default() }
}

/// A disk with one workbook of a newer version, and what of it must stay.
fn disk() -> (Rc<MemKv>, Vec<(String, String)>) {
    let disk = Rc::new(MemKv::default());
    let body = envelope::to_body(&Workbook::default(), &Meta::new(NOW)).unwrap();
    let frames = Slot::ALL.map(|slot| {
        let header = Header {
            magic: frame::MAGIC.to_owned(),
            fmt: frame::FMT,
            schema: 2,
            epoch: 1,
            generation: slot as u64 + 1,
            id: NEWER,
            name: "newer".to_owned(),
            at: NOW.to_owned(),
            app: "9.0.0".to_owned(),
            len: 0,
            sum: String::new(),
        };
        (keys::slot(NEWER, slot), frame::write(header, &body))
    });
    for (key, text) in &frames {
        disk.set(key, text).unwrap();
    }
    (disk, frames.to_vec())
}

/// One run of the scenario. Returns when it is through, or when the program has "crashed".
fn run(kv: &FaultKv) -> Model {
    let mut model = Model::default();
    let mut keeper = Keeper::fresh(MINE, NOW);
    let mut workbook = Workbook::default();
    for step in 0_i64..14 {
        match step {
            // Imports, the second over the first, whose chunk is of no use then.
            3 | 6 => workbook.facts = facts((step / 3) as i32).into(),
            // A workbook of a newer version is looked at, and one would like to save it.
            5 => {
                if let Ok(Some(mut opening)) = Keeper::open(kv, NEWER) {
                    opening.keeper.save(kv, &opening.workbook, 1, NOW, 0);
                }
            }
            // Into the trash and out again.
            8 => {
                let _ = shelf::throw_away(kv, MINE, NOW);
                let _ = shelf::empty_trash(kv, "2026-10-01");
                let _ = shelf::restore(kv, MINE);
            }
            // The page is loaded anew.
            10 => {
                if let Ok(Some(opening)) = Keeper::open(kv, MINE)
                    && !matches!(opening.keeper.state(), SaveState::ReadOnly(_))
                    && keeper.state() != &SaveState::Conflict
                {
                    (keeper, workbook) = (opening.keeper, opening.workbook);
                }
            }
            11 => {
                let _ = shelf::look(kv);
                let _ = shelf::first(kv);
                let _ = shelf::forget(kv, MINE);
            }
            _ => {}
        }
        workbook.apply(ShopEdit::Rename(format!("v{step}")).into()).unwrap();
        // Two tries: after a fault that is over, the second one must work (I5).
        for attempt in 0..2 {
            let (before, n_calls) = (workbook.clone(), kv.n_calls.get());
            model.tried.push(workbook.clone());
            let state = keeper.save(kv, &workbook, step as u64 * 2 + attempt + 1, NOW, step);
            if matches!(state, SaveState::Saved { .. }) && !kv.is_dead.get() {
                model.saved = Some(model.tried.len() - 1);
            }
            assert_eq!(workbook, before);
            if kv.is_dead.get() {
                return model;
            }
            let is_lasting = matches!(kv.plan, Some((_, Fault::Errs(_) | Fault::ForeignWrite)));
            let is_over = kv.plan.is_none_or(|(call, _)| call < n_calls);
            if attempt == 1 && is_over && !is_lasting {
                assert!(matches!(keeper.state(), SaveState::Saved { .. }), "{:?}", keeper.state());
            }
            if matches!(keeper.state(), SaveState::Saved { .. }) {
                break;
            }
        }
    }
    model
}

#[track_caller]
fn check(plan: Option<(usize, Fault)>) -> usize {
    let (disk, newer) = disk();
    let kv = FaultKv::new(Rc::clone(&disk), plan);
    let model = run(&kv);
    let after = disk.dump();

    for (key, text) in &newer {
        // Damage may hit these frames too; only the program must not touch them.
        let is_damaged = kv.damaged.borrow().contains(&after[key]);
        assert!(is_damaged || after.get(key) == Some(text), "{plan:?}: I7");
    }
    let texts: BTreeSet<&String> = after.values().collect();
    for damaged in kv.damaged.borrow().iter() {
        assert!(texts.contains(damaged), "{plan:?}: I4");
    }

    let foreign = kv.foreign.borrow().clone();
    let n_slots = after.keys().filter(|key| keys::slot_id(key) == Some(MINE)).count();
    match slots::load(&*disk, MINE).unwrap() {
        Loaded::Nothing => {
            assert!(n_slots == 0 && model.saved.is_none(), "{plan:?}: I1");
        }
        Loaded::Newer { .. } => panic!("{plan:?}: I1"),
        Loaded::Damaged => assert!(!kv.damaged.borrow().is_empty(), "{plan:?}: I1"),
        Loaded::Opened(opened) => {
            let is_foreign = foreign.as_ref() == Some(&opened.workbook);
            let found = model.tried.iter().rposition(|tried| is_same(tried, &opened.workbook));
            assert!(is_foreign || found.is_some(), "{plan:?}: I2: {}", opened.workbook.shop.name);
            let is_whole = kv.damaged.borrow().is_empty() && foreign.is_none();
            assert!(!is_whole || model.saved <= found, "{plan:?}: I3");
        }
    }
    kv.n_calls.get()
}

/// Whether a loaded workbook is this version; the chunks of facts may have been damaged.
fn is_same(tried: &Workbook, loaded: &Workbook) -> bool {
    let ids = |workbook: &Workbook| -> Vec<String> {
        workbook.facts.shop_days.iter().map(|chunk| chunk.id.clone()).collect()
    };
    tried.shop == loaded.shop && ids(tried) == ids(loaded)
}

#[test]
fn every_fault_at_every_call() {
    let n_calls = check(None);
    assert!(100 < n_calls, "{n_calls} calls are no scenario");
    for call in 0..n_calls {
        for fault in FAULTS {
            check(Some((call, fault)));
        }
    }
}

#[test]
fn a_full_storage_keeps_the_old_version_and_takes_the_new_one_when_there_is_room() {
    let kv = MemKv::with_capacity(20_000);
    let mut keeper = Keeper::fresh(MINE, NOW);
    let mut workbook = Workbook::default();
    keeper.save(&kv, &workbook, 1, NOW, 0);
    let used = shelf::look(&kv).unwrap().used;
    kv.set("other", &"x".repeat(20_000 - used - 50)).unwrap();
    let mut last = SaveState::New;
    for revision in 2..6 {
        let name = format!("{}{revision}", "n".repeat(190));
        workbook.apply(ShopEdit::Rename(name).into()).unwrap();
        last = keeper.save(&kv, &workbook, revision, NOW, 0).clone();
    }
    assert!(matches!(last, SaveState::Failed(_)), "{last:?}");
    assert!(matches!(slots::load(&kv, MINE).unwrap(), Loaded::Opened(_)));
    kv.remove("other").unwrap();
    assert!(matches!(keeper.save(&kv, &workbook, 6, NOW, 0), SaveState::Saved { .. }));
}

#[test]
fn what_another_tab_has_stored_is_not_written_over() {
    let kv = MemKv::default();
    let mut mine = Keeper::fresh(MINE, NOW);
    let mut workbook = Workbook::default();
    mine.save(&kv, &workbook, 1, NOW, 0);
    let mut theirs = Keeper::open(&kv, MINE).unwrap().unwrap();
    theirs.workbook.apply(ShopEdit::Rename("theirs".to_owned()).into()).unwrap();
    theirs.keeper.save(&kv, &theirs.workbook, 1, NOW, 0);

    assert!(mine.check(&kv, 0), "nothing here is unsaved: theirs may be opened");
    workbook.apply(ShopEdit::Rename("mine".to_owned()).into()).unwrap();
    mine.changed(2, 0);
    assert!(!mine.check(&kv, 0));
    assert_eq!(mine.save(&kv, &workbook, 2, NOW, 0), &SaveState::Conflict);
    let Loaded::Opened(opened) = slots::load(&kv, MINE).unwrap() else { panic!() };
    assert_eq!(opened.workbook.shop.name, "theirs");

    let mut copy = Keeper::imported(Id::from_bits(2), mine.meta().clone());
    assert!(matches!(copy.save(&kv, &workbook, 1, NOW, 0), SaveState::Saved { .. }));
    assert_eq!(shelf::look(&kv).unwrap().workbooks.len(), 2);
}

#[test]
fn facts_are_stored_once_and_go_when_nothing_refers_to_them() {
    let kv = MemKv::default();
    let n_chunks =
        |kv: &MemKv| kv.dump().keys().filter(|key| keys::facts_hash(key).is_some()).count();
    let workbook = Workbook { facts: facts(0).into(), ..Workbook::default() };
    let (mut one, mut two) = (Keeper::fresh(MINE, NOW), Keeper::fresh(Id::from_bits(2), NOW));
    one.save(&kv, &workbook, 1, NOW, 0);
    two.save(&kv, &workbook, 1, NOW, 0);
    assert_eq!(n_chunks(&kv), 1);
    for revision in 2..6 {
        one.save(&kv, &Workbook::default(), revision, NOW, 0);
    }
    assert_eq!(n_chunks(&kv), 1, "the other workbook still refers to it");
    for revision in 2..6 {
        two.save(&kv, &Workbook::default(), revision, NOW, 0);
    }
    assert_eq!(n_chunks(&kv), 0);
}

#[test]
fn missing_facts_are_told_and_do_not_stop_the_workbook() {
    let kv = MemKv::default();
    let workbook = Workbook { facts: facts(0).into(), ..Workbook::default() };
    Keeper::fresh(MINE, NOW).save(&kv, &workbook, 1, NOW, 0);
    let key = keys::facts(&workbook.facts.shop_days[0].id);
    kv.set(&key, "{}").unwrap();
    let opening = Keeper::open(&kv, MINE).unwrap().unwrap();
    assert_eq!(opening.notices, [slots::Notice::MissingFacts { n_chunks: 1 }]);
    assert_eq!(opening.workbook.facts.value("sales", Day::new(2026, 1, 1).unwrap()), None);
}

#[test]
fn a_damaged_workbook_is_never_an_empty_one() {
    let kv = MemKv::default();
    let mut keeper = Keeper::fresh(MINE, NOW);
    for revision in 1..3 {
        keeper.save(&kv, &Workbook::default(), revision, NOW, 0);
    }
    let before: BTreeMap<String, String> =
        kv.dump().into_iter().map(|(key, text)| (key, half(&text))).collect();
    for (key, text) in &before {
        kv.set(key, text).unwrap();
    }
    let mut opening = Keeper::open(&kv, MINE).unwrap().unwrap();
    assert!(matches!(opening.keeper.state(), SaveState::ReadOnly(_)));
    opening.keeper.save(&kv, &opening.workbook, 7, NOW, 0);
    assert_eq!(kv.dump(), before);
}
