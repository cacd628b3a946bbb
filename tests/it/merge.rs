//! The laws of merging copies of a workbook, whatever is in them.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use zhanggui::base::link::Link;
use zhanggui::persist::decode::from_file;
use zhanggui::persist::envelope::{Meta, to_file};
use zhanggui::persist::merge::{Choices, Side, merge};
use zhanggui::store::session::Session;
use zhanggui::workbook::Workbook;

use crate::any::{any_edit, any_workbook};

/// On the heap: three strategies of whole workbooks are more than a test's stack.
fn some_workbook() -> BoxedStrategy<Workbook> {
    any_workbook().boxed()
}

fn file(workbook: &Workbook) -> String {
    to_file(workbook, &Meta::new("2026-11-21T14:03:27")).unwrap()
}

/// A workbook after edits, those that were refused left out.
fn edited(workbook: &Workbook, edits: Vec<zhanggui::workbook::edit::Edit>) -> Workbook {
    let mut session = Session::new(workbook.clone());
    for edit in edits {
        let _ = session.edit(edit, 0);
    }
    session.workbook().clone()
}

/// The lists that name a thing twice, of all lists of the document.
fn doubled(value: &Value, at: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(list) => {
            let mut ids = BTreeSet::new();
            for entry in list {
                if entry.get("id").and_then(Value::as_str).is_some_and(|id| !ids.insert(id)) {
                    found.insert(at.to_owned());
                }
                doubled(entry, at, found);
            }
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(key, field)| doubled(field, &format!("{at}.{key}"), found));
        }
        _ => {}
    }
}

fn doubled_in(workbook: &Workbook) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    doubled(&serde_json::from_str(&file(workbook)).unwrap(), "", &mut found);
    found
}

/// Half of the sections from each.
fn mixed(base: &Workbook, other: &Workbook, is_first: bool) -> Workbook {
    let mut mixed = base.clone();
    if is_first {
        mixed.shop = other.shop.clone();
        mixed.goals = other.goals.clone();
        mixed.profit = other.profit.clone();
        mixed.facts = other.facts.clone();
    } else {
        mixed.calendar = other.calendar.clone();
        mixed.mappings = other.mappings.clone();
        mixed.boards = other.boards.clone();
        mixed.quadrant = other.quadrant.clone();
    }
    mixed
}

fn records() -> impl Strategy<Value = Vec<(u8, u8)>> {
    vec((0_u8..12, 0_u8..3), 0..12)
}

/// A workbook with a list that nobody knows, of these entries.
fn with_list(entries: &[(u8, u8)]) -> Workbook {
    let mut ids = BTreeSet::new();
    let of = |&(id, n): &(u8, u8)| json!({"id": format!("{id:016x}"), "n": n});
    let list: Vec<Value> = entries.iter().filter(|(id, _)| ids.insert(*id)).map(of).collect();
    let mut workbook = Workbook::default();
    workbook.extra.insert("later".to_owned(), Value::Array(list));
    workbook
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_copy_merged_with_itself_is_itself(one in some_workbook(), base in any_workbook()) {
        for base in [None, Some(&one), Some(&base)] {
            let merged = merge(base, &one, &one, &Choices::default()).unwrap();
            prop_assert_eq!(&merged.workbook, &one);
            prop_assert!(merged.conflicts.is_empty());
        }
    }

    #[test]
    fn what_only_one_copy_changed_counts(base in some_workbook(), one in any_workbook()) {
        for side in [Side::Mine, Side::Theirs] {
            let choices = Choices::all(side);
            let forth = merge(Some(&base), &base, &one, &choices).unwrap();
            prop_assert!(forth.conflicts.is_empty(), "{:?}", forth.conflicts);
            prop_assert_eq!(file(&forth.workbook), file(&one));
            let back = merge(Some(&base), &one, &base, &choices).unwrap();
            prop_assert!(back.conflicts.is_empty());
            prop_assert_eq!(file(&back.workbook), file(&one));
        }
    }

    #[test]
    fn what_was_exported_and_imported_brings_nothing(one in some_workbook()) {
        let back = from_file(&file(&one)).unwrap().workbook;
        for base in [None, Some(&one)] {
            let merged = merge(base, &one, &back, &Choices::all(Side::Theirs)).unwrap();
            prop_assert_eq!(&merged.workbook, &one);
            prop_assert!(merged.conflicts.is_empty());
        }
    }

    #[test]
    fn changes_that_do_not_meet_commute(
        base in some_workbook(),
        one in some_workbook(),
        other in some_workbook(),
    ) {
        let (mine, theirs) = (mixed(&base, &one, true), mixed(&base, &other, false));
        let forth = merge(Some(&base), &mine, &theirs, &Choices::default()).unwrap();
        let back = merge(Some(&base), &theirs, &mine, &Choices::default()).unwrap();
        prop_assert!(forth.conflicts.is_empty() && back.conflicts.is_empty());
        prop_assert_eq!(file(&forth.workbook), file(&back.workbook));
        prop_assert_eq!(&forth.workbook.goals, &one.goals);
        prop_assert_eq!(&forth.workbook.calendar, &other.calendar);
    }

    #[test]
    fn edits_of_both_copies_double_no_name_and_leave_no_link_to_nowhere(
        base in some_workbook(),
        mine in vec(any_edit(), 0..6),
        theirs in vec(any_edit(), 0..6),
    ) {
        let (mine, theirs) = (edited(&base, mine), edited(&base, theirs));
        for ancestor in [None, Some(&base)] {
            for side in [Side::Mine, Side::Theirs] {
                let Ok(merged) = merge(ancestor, &mine, &theirs, &Choices::all(side)) else {
                    continue;
                };
                let before: BTreeSet<_> =
                    doubled_in(&mine).union(&doubled_in(&theirs)).cloned().collect();
                let after = doubled_in(&merged.workbook);
                prop_assert!(after.is_subset(&before), "{after:?}");
                let left: BTreeSet<Link> = merged.workbook.things().into_iter().collect();
                let is_as_it_was = merged.workbook == mine || merged.workbook == theirs;
                for link in mine.things().into_iter().chain(theirs.things()) {
                    if !left.contains(&link) && !is_as_it_was {
                        prop_assert_eq!(merged.workbook.pointing_at(link), []);
                    }
                }
                // One step, which undo takes back.
                let mut session = Session::new(mine.clone());
                session.replace(merged.workbook.clone());
                session.undo();
                prop_assert_eq!(session.workbook(), &mine);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn lists_of_things_lose_nothing_and_double_nothing(
        base in records(),
        mine in records(),
        theirs in records(),
    ) {
        let ids = |workbook: &Workbook| -> Vec<String> {
            let list = workbook.extra["later"].as_array().unwrap();
            list.iter().map(|entry| entry["id"].as_str().unwrap().to_owned()).collect()
        };
        let [base, mine, theirs] = [base, mine, theirs].map(|list| with_list(&list));
        let merged = merge(Some(&base), &mine, &theirs, &Choices::default()).unwrap();
        let all = ids(&merged.workbook);
        let set: BTreeSet<&String> = all.iter().collect();
        prop_assert_eq!(set.len(), all.len());
        let (in_base, in_mine, in_theirs) = (ids(&base), ids(&mine), ids(&theirs));
        for id in in_mine.iter().chain(&in_theirs) {
            let in_both = in_mine.contains(id) && in_theirs.contains(id);
            if in_both || !in_base.contains(id) {
                prop_assert!(set.contains(id), "{} is lost", id);
            }
        }
        // What only one of them says differently is no conflict, and comes out alike both ways.
        let back = merge(Some(&base), &theirs, &mine, &Choices::default()).unwrap();
        prop_assert_eq!(merged.conflicts.len(), back.conflicts.len());
        if merged.conflicts.is_empty() {
            prop_assert_eq!(merged.workbook, back.workbook);
        }
    }
}
