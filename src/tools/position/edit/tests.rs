use super::*;
use crate::tools::position::model::Department;

fn apply(section: &mut Position, edit: PositionEdit) -> Result<(), EditError> {
    edit.apply(section)
}

#[test]
fn a_claim_comes_with_its_first_word_and_goes_with_its_last() {
    let mut position = Position::default();
    let level = Level::Region;
    let set = |field| PositionEdit::SetClaim { level, field };
    apply(&mut position, set(ClaimField::Reason("本省最全".to_owned()))).unwrap();
    apply(
        &mut position,
        PositionEdit::SetClaim { level: Level::Goods, field: ClaimField::Feasibility(Some(2)) },
    )
    .unwrap();
    let levels: Vec<Level> = position.claims.iter().map(|claim| claim.level).collect();
    assert_eq!(levels, [Level::Goods, Level::Region]);
    apply(&mut position, set(ClaimField::Reason(String::new()))).unwrap();
    assert_eq!(position.claims.len(), 1);
    assert!(apply(&mut position, set(ClaimField::Attraction(Some(6)))).is_err());
}

#[test]
fn one_level_is_chosen_and_never_two() {
    let mut position = Position::default();
    apply(&mut position, PositionEdit::Choose(Some(Level::Goods))).unwrap();
    apply(&mut position, PositionEdit::Choose(Some(Level::Customers))).unwrap();
    assert_eq!(position.level, Some(Level::Customers));
}

#[test]
fn scores_of_the_curve_hold_their_scales() {
    let mut position = Position::default();
    let [id, rival] = [1, 2].map(Id::from_bits);
    apply(&mut position, PositionEdit::Put(CurveFactor::new(id, "包邮".to_owned()))).unwrap();
    let change = |field, value| CurveChange { id, field, value };
    let typed = vec![
        change(CurveScore::Today, Some(0)),
        change(CurveScore::Target, Some(10)),
        change(CurveScore::Rival(rival), Some(7)),
        change(CurveScore::Importance, Some(5)),
    ];
    apply(&mut position, PositionEdit::SetScores(typed)).unwrap();
    let factor = &position.curve[0];
    assert_eq!((factor.today, factor.target, factor.importance), (Some(0), Some(10), Some(5)));
    for wrong in [change(CurveScore::Today, Some(11)), change(CurveScore::Importance, Some(0))] {
        assert!(apply(&mut position, PositionEdit::SetScores(vec![wrong])).is_err());
    }
}

#[test]
fn departments_stand_in_their_order_and_leave_when_nothing_is_said() {
    let mut position = Position::default();
    let id = Id::from_bits(1);
    let day = "2026-10-22".parse().unwrap();
    let change = Change::new(id, "换包装".to_owned(), day, None);
    apply(&mut position, PositionEdit::PutChange(change)).unwrap();
    let set = |department, needs| PositionEdit::SetFollower {
        id,
        follower: Follower { department, needs, ..Follower::default() },
    };
    apply(&mut position, set(Department::Campaigns, Some(true))).unwrap();
    apply(&mut position, set(Department::Price, Some(false))).unwrap();
    let departments = |position: &Position| -> Vec<Department> {
        position.changes[0].followers.iter().map(|follower| follower.department).collect()
    };
    assert_eq!(departments(&position), [Department::Price, Department::Campaigns]);
    apply(&mut position, set(Department::Price, None)).unwrap();
    assert_eq!(departments(&position), [Department::Campaigns]);
}
