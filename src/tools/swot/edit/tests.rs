use super::*;
use crate::tools::swot::model::Quadrant::{Opportunity, Strength, Threat, Weakness};

fn id(bits: u64) -> Id {
    Id::from_bits(bits)
}

/// S1 1, W1 2, S2 3, O1 4, S3 5.
fn swot() -> Swot {
    let mut swot = Swot::default();
    for (bits, quadrant) in [Strength, Weakness, Strength, Opportunity, Strength].iter().enumerate()
    {
        let entry = SwotEntry::new(id(bits as u64 + 1), *quadrant, String::new());
        SwotEdit::Put(entry).apply(&mut swot).unwrap();
    }
    swot
}

fn of(swot: &Swot, quadrant: Quadrant) -> Vec<Id> {
    swot.entries.iter().filter(|entry| entry.quadrant == quadrant).map(|entry| entry.id).collect()
}

#[test]
fn an_entry_moves_within_and_between_quadrants() {
    for (moved, quadrant, to, expected) in [
        (5, Strength, 0, vec![5, 1, 3]),
        (1, Strength, 1, vec![3, 1, 5]),
        (1, Strength, 99, vec![3, 5, 1]),
        (2, Strength, 1, vec![1, 2, 3, 5]),
        (4, Threat, 0, vec![4]),
        (1, Opportunity, 0, vec![1, 4]),
        (1, Opportunity, 1, vec![4, 1]),
    ] {
        let mut swot = swot();
        SwotEdit::Place { id: id(moved), quadrant, to }.apply(&mut swot).unwrap();
        let expected: Vec<Id> = expected.into_iter().map(id).collect();
        assert_eq!(of(&swot, quadrant), expected, "{moved} to {quadrant:?} {to}");
        assert_eq!(swot.entries.len(), 5);
    }
    let gone = SwotEdit::Place { id: id(9), quadrant: Strength, to: 0 }.apply(&mut swot());
    assert_eq!(gone, Err(EditError::NoSuchItem(id(9))));
}

#[test]
fn a_quadrant_is_put_into_order_and_the_others_stay() {
    let mut swot = swot();
    let order = vec![id(5), id(1)];
    SwotEdit::Arrange { quadrant: Strength, order }.apply(&mut swot).unwrap();
    assert_eq!(of(&swot, Strength), [id(5), id(1), id(3)]);
    let all: Vec<Id> = swot.entries.iter().map(|entry| entry.id).collect();
    assert_eq!(all, [5, 2, 1, 4, 3].map(id));
}

#[test]
fn strategies_let_go_of_a_removed_entry() {
    let mut swot = swot();
    let strategy = Strategy::new(id(10), "礼赠套餐".to_owned(), vec![id(1), id(4)]);
    SwotEdit::PutStrategy(strategy).apply(&mut swot).unwrap();
    SwotEdit::Remove(id(1)).apply(&mut swot).unwrap();
    assert_eq!(swot.strategies[0].entries, [id(4)]);
}

#[test]
fn scores_run_from_one_to_five() {
    let set = |field| SwotEdit::Set { id: id(1), field }.apply(&mut swot());
    assert_eq!(set(EntryField::Weight(5)), Ok(()));
    assert_eq!(set(EntryField::Rating(1)), Ok(()));
    for field in [EntryField::Weight(0), EntryField::Rating(6)] {
        assert!(matches!(set(field), Err(EditError::OutOfRange { .. })));
    }
    assert!(matches!(set(EntryField::Text("长".repeat(301))), Err(EditError::TooLong { .. })));
}

#[test]
fn a_dismissal_is_remembered_once_and_taken_back() {
    let mut swot = swot();
    let at = Day::new(2026, 10, 22).unwrap();
    for at in [at, at + 1] {
        SwotEdit::Dismiss { candidate: "cvr_up".to_owned(), at }.apply(&mut swot).unwrap();
    }
    assert_eq!(swot.dismissed.len(), 1);
    assert_eq!(swot.dismissed[0].at, at + 1);
    SwotEdit::Restore("cvr_up".to_owned()).apply(&mut swot).unwrap();
    assert_eq!(swot.dismissed, []);
}

#[test]
fn a_kept_version_does_not_change_any_more() {
    let mut swot = swot();
    let at = Day::new(2026, 7, 1).unwrap();
    SwotEdit::Keep { id: id(20), name: "Q2".to_owned(), at }.apply(&mut swot).unwrap();
    SwotEdit::Remove(id(1)).apply(&mut swot).unwrap();
    assert_eq!(swot.versions[0].entries.len(), 5);
}

#[test]
fn typing_into_one_field_is_one_step() {
    let key = |bits, field| SwotEdit::Set { id: id(bits), field }.merge_key();
    let text = || EntryField::Text(String::new());
    assert_eq!(key(1, text()), key(1, EntryField::Text("别的".to_owned())));
    assert_ne!(key(1, text()), key(2, text()));
    assert_ne!(key(1, text()), key(1, EntryField::Owner(String::new())));
    assert_eq!(key(1, EntryField::Weight(2)), None);
}
