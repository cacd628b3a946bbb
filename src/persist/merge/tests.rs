use serde_json::json;

use super::*;
use crate::base::id::Id;
use crate::facts::set::{ChunkRef, Import};
use crate::persist::merge::tree::Run;
use crate::tools::personas::edit::PersonasEdit;
use crate::tools::personas::model::persona::Persona;
use crate::tools::tasks::edit::TasksEdit;
use crate::tools::tasks::model::Task;

/// The trees merged with the open copy's word in doubt, and where there was doubt.
fn tree(base: Value, mine: Value, theirs: Value) -> (Value, Vec<String>) {
    let choices = Choices::default();
    let mut run = Run::new(&choices, !base.is_null());
    let base = Some(&base).filter(|base| !base.is_null());
    let merged = run.value(base, Some(&mine), Some(&theirs), "w", "").unwrap();
    (merged, run.conflicts.into_iter().map(|conflict| conflict.place).collect())
}

#[track_caller]
fn check(base: Value, mine: Value, theirs: Value, expected: Value, conflicts: &[&str]) {
    let (merged, places) = tree(base, mine, theirs);
    assert_eq!(merged, expected);
    assert_eq!(places, conflicts);
}

#[test]
fn fields_that_one_copy_changed_count_each() {
    check(
        json!({"a": 1, "b": 1, "c": 1, "later": {"x": 1, "y": 1}}),
        json!({"a": 2, "b": 1, "c": 2, "later": {"x": 2, "y": 1}}),
        json!({"a": 1, "b": 2, "c": 2, "later": {"x": 1, "y": 2}, "new": 1}),
        json!({"a": 2, "b": 2, "c": 2, "later": {"x": 2, "y": 2}, "new": 1}),
        &[],
    );
}

#[test]
fn a_field_that_both_changed_is_a_conflict() {
    check(
        json!({"a": 1, "b": 1}),
        json!({"a": 2, "b": 1}),
        json!({"a": 3, "b": 1}),
        json!({"a": 2, "b": 1}),
        &["w.a"],
    );
}

#[test]
fn what_one_removed_and_the_other_left_alone_is_gone() {
    check(
        json!([{"id": "1"}, {"id": "2"}, {"id": "3"}]),
        json!([{"id": "2"}, {"id": "3"}]),
        json!([{"id": "1"}, {"id": "2"}]),
        json!([{"id": "2"}]),
        &[],
    );
}

#[test]
fn what_one_removed_and_the_other_changed_is_a_conflict() {
    let base = json!([{"id": "1", "n": 1}, {"id": "2", "n": 1}]);
    let changed = json!([{"id": "1", "n": 1}, {"id": "2", "n": 2}]);
    let removed = json!([{"id": "1", "n": 1}]);
    check(base.clone(), removed.clone(), changed.clone(), removed.clone(), &["w[2]"]);
    check(base, changed.clone(), removed, changed, &["w[2]"]);
}

#[test]
fn entries_stand_behind_what_they_stood_behind() {
    check(
        json!([{"id": "1"}, {"id": "2"}, {"id": "3"}]),
        json!([{"id": "1"}, {"id": "7"}, {"id": "2"}, {"id": "3"}]),
        json!([{"id": "3"}, {"id": "8"}, {"id": "1"}, {"id": "2"}]),
        json!([{"id": "3"}, {"id": "8"}, {"id": "1"}, {"id": "7"}, {"id": "2"}]),
        &[],
    );
    // Both moved: the order is a conflict, and nothing is lost or doubled.
    check(
        json!([{"id": "1"}, {"id": "2"}, {"id": "3"}]),
        json!([{"id": "2"}, {"id": "1"}, {"id": "3"}]),
        json!([{"id": "3"}, {"id": "1"}, {"id": "2"}]),
        json!([{"id": "2"}, {"id": "1"}, {"id": "3"}]),
        &["w[]"],
    );
}

#[test]
fn words_are_a_set_and_weights_have_their_places() {
    check(
        json!(["a", "b"]),
        json!(["a", "b", "c"]),
        json!(["b", "d"]),
        json!(["b", "c", "d"]),
        &[],
    );
    check(json!([1, 1, 1]), json!([2, 1, 1]), json!([1, 1, 3]), json!([2, 1, 3]), &[]);
    check(json!([1, 1]), json!([1]), json!([1, 1, 3]), json!([1]), &["w"]);
}

#[test]
fn a_link_and_a_variant_are_one_value() {
    check(
        json!({"kind": "persona", "id": "1"}),
        json!({"kind": "persona", "id": "2"}),
        json!({"kind": "rival", "id": "1"}),
        json!({"kind": "persona", "id": "2"}),
        &["w"],
    );
    check(json!({"a": 1}), json!({"a": 2}), json!({"b": 3}), json!({"a": 2}), &["w"]);
}

#[test]
fn without_an_ancestor_every_difference_is_a_conflict_and_nothing_is_lost() {
    check(
        Value::Null,
        json!([{"id": "1", "n": 1}, {"id": "2"}]),
        json!([{"id": "1", "n": 2}, {"id": "3"}]),
        json!([{"id": "1", "n": 1}, {"id": "2"}, {"id": "3"}]),
        &["w[1].n"],
    );
}

#[test]
fn choices_count_by_place() {
    let mut choices = Choices::all(Side::Theirs);
    choices.one.insert("w.a".to_owned(), Side::Mine);
    let mut run = Run::new(&choices, true);
    let (base, mine, theirs) =
        (json!({"a": 1, "b": 1}), json!({"a": 2, "b": 2}), json!({"a": 3, "b": 3, "name": "茶"}));
    let merged = run.value(Some(&base), Some(&mine), Some(&theirs), "w", "");
    assert_eq!(merged, Some(json!({"a": 2, "b": 3, "name": "茶"})));
    let names: Vec<_> = run.conflicts.iter().map(|conflict| conflict.name.as_str()).collect();
    assert_eq!(names, ["茶", "茶"]);
}

fn persona(id: u64) -> Persona {
    Persona::new(Id::from_bits(id), format!("人群{id}"))
}

#[test]
fn no_link_leads_to_what_is_gone() {
    let mut base = Workbook::default();
    base.apply(PersonasEdit::Put(Box::new(persona(1))).into()).unwrap();
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    let link = mine.things()[0];
    mine.apply(PersonasEdit::Remove(Id::from_bits(1)).into()).unwrap();
    let task = Task::new(Id::from_bits(2), "访谈".to_owned(), Some(link));
    theirs.apply(TasksEdit::Put(task).into()).unwrap();
    let merged = merge(Some(&base), &mine, &theirs, &Choices::default()).unwrap();
    assert_eq!(merged.conflicts, []);
    assert_eq!(merged.n_links, 1);
    assert!(merged.workbook.personas.personas.is_empty());
    assert_eq!(merged.workbook.tasks.tasks[0].source, None);
}

/// Facts of January, one import of two days.
fn with_days(at: &str, values: [Option<i64>; 2]) -> Workbook {
    let span =
        crate::base::span::Span::new("2026-01-01".parse().unwrap(), "2026-01-02".parse().unwrap());
    let mut chunk = crate::facts::chunk::Chunk::empty(span);
    for (day, value) in span.days().zip(values) {
        chunk.set("sales", day, value);
    }
    let wanted: ChunkRef = chunk.into_ref().unwrap();
    let mut workbook = Workbook::default();
    let facts = workbook.facts.make_mut();
    facts.shop_days.push(wanted);
    facts.imports.push(Import {
        id: Id::from_bits(at.len() as u64 + at.bytes().map(u64::from).sum::<u64>()),
        file: "日报.xlsx".to_owned(),
        dialect: "sycm.shop_day".to_owned(),
        at: at.to_owned(),
        from: span.from(),
        to: span.to(),
        n_new: 2,
        is_of_items: false,
        subject: None,
        n_restated: 0,
        restated: Vec::new(),
        extra: Default::default(),
    });
    workbook
}

#[test]
fn of_days_that_both_have_the_later_import_counts() {
    let earlier = with_days("2026-01-03T08:00:00", [Some(100), Some(200)]);
    let later = with_days("2026-01-04T09:00:00", [Some(110), None]);
    for (mine, theirs) in [(&earlier, &later), (&later, &earlier)] {
        let merged = merge(None, mine, theirs, &Choices::default()).unwrap();
        assert_eq!(merged.conflicts, []);
        let facts = &merged.workbook.facts;
        let value = |day: &str| facts.value("sales", day.parse().unwrap());
        assert_eq!((value("2026-01-01"), value("2026-01-02")), (Some(110), Some(200)));
        assert_eq!(facts.imports.len(), 2);
    }
}
