use proptest::prelude::*;

use super::*;
use crate::base::score::Score;
use crate::tools::position::model::{Department, Follower};

const RIVAL: Id = Id::from_bits(9);

fn line(importance: u8, today: Option<u8>, target: Option<u8>, rival: Option<u8>) -> CurveLine {
    let mut factor = CurveFactor::new(Id::from_bits(1), "x".to_owned());
    (factor.importance, factor.today, factor.target) = (Some(importance), today, target);
    factor.rivals.extend(rival.map(|value| Score::new(RIVAL, value)));
    curve_line(&factor, None, &[RIVAL], &CurveLimits::default())
}

#[test]
fn actions_are_suggested_by_the_rules_of_the_source() {
    use FourAction::{Create, Eliminate, Raise, Reduce};
    for (importance, today, target, rival, expected) in [
        (5, Some(0), Some(8), Some(0), Some((Create, Reason::NobodyOffers))),
        (5, Some(0), None, None, Some((Create, Reason::NobodyOffers))),
        (3, Some(0), None, Some(0), None),
        (2, Some(8), Some(4), None, Some((Reduce, Reason::LittleWanted))),
        (2, Some(8), Some(0), None, Some((Eliminate, Reason::LittleWanted))),
        (1, Some(6), None, None, Some((Eliminate, Reason::LittleWanted))),
        (4, Some(5), Some(9), None, Some((Raise, Reason::MuchWanted))),
        (4, Some(5), None, Some(7), Some((Raise, Reason::MuchWanted))),
        (4, Some(7), None, Some(5), None),
        (3, Some(5), Some(3), None, Some((Reduce, Reason::TargetBelow))),
        (3, Some(5), Some(0), None, Some((Eliminate, Reason::TargetBelow))),
        (3, Some(5), Some(6), None, Some((Raise, Reason::TargetAbove))),
        (5, None, Some(9), None, None),
    ] {
        let found = line(importance, today, target, rival).suggested;
        assert_eq!(found, expected, "{importance} {today:?} {target:?} {rival:?}");
    }
}

#[test]
fn what_matters_little_and_is_offered_most_is_over_delivered() {
    assert!(line(2, Some(7), None, Some(6)).is_over_delivered);
    assert!(!line(2, Some(6), None, Some(6)).is_over_delivered);
    assert!(!line(3, Some(7), None, Some(6)).is_over_delivered);
    assert!(!line(2, Some(7), None, None).is_over_delivered);
    assert_eq!(line(4, Some(7), Some(3), None).delta, Some(-4));
}

#[test]
fn focus_and_divergence_by_hand() {
    let ours = [Some(8), Some(2), Some(9), None];
    let them = vec![Some(4), Some(5), None, Some(1)];
    let figures = figures(&ours, &[them, vec![None; 4], vec![Some(2), Some(8), Some(1), Some(3)]]);
    // |8−2| + |8−9| + |2−9| = 14, both ways 28; 28 ÷ (2 × 3 × 19) = 24.56 %.
    assert_eq!(figures.focus, Some(Ratio::from_bp(2_456)));
    assert_eq!((figures.n, figures.n_turns), (3, 1));
    // (4 + 3) ÷ 2 = 3.5.
    assert_eq!(figures.rivals[0], Divergence { distance: Some(350), shape: None });
    assert_eq!(figures.rivals[1], Divergence { distance: None, shape: None });
    // (6 + 6 + 8) ÷ 3 = 6.67, and the opposite shape: 8,2,9 against 2,8,1 is exactly −1.
    assert_eq!(
        figures.rivals[2],
        Divergence { distance: Some(667), shape: Some(Ratio::from_bp(20_000)) }
    );
}

#[test]
fn a_curve_without_points_or_form_has_no_figures() {
    assert_eq!(figures(&[], &[]), Figures::default());
    assert_eq!(figures(&[Some(0), Some(0)], &[]).focus, None);
    let flat = figures(&[Some(5); 4], &[vec![Some(1), Some(2), Some(3), Some(4)]]);
    assert_eq!(flat.focus, Some(Ratio::from_bp(0)));
    assert_eq!(flat.rivals[0], Divergence { distance: Some(250), shape: None });
}

#[test]
fn levels_are_compared_by_their_scores() {
    let claim = |level, feasibility, attraction| LevelClaim {
        level,
        feasibility: Some(feasibility),
        attraction,
        ..LevelClaim::default()
    };
    let mut position = Position {
        claims: vec![claim(Level::Goods, 2, Some(5)), claim(Level::Customers, 4, Some(5))],
        ..Position::default()
    };
    assert_eq!(best_level(&position), Some(Level::Customers));
    position.claims.push(claim(Level::Region, 5, Some(4)));
    assert_eq!(best_level(&position), None);
    assert_eq!(claim_score(&claim(Level::Goods, 2, None)), None);
}

#[test]
fn a_change_is_followed_through_by_those_who_must() {
    let mut change =
        Change::new(Id::from_bits(1), "x".to_owned(), "2026-10-22".parse().unwrap(), None);
    assert_eq!(followed(&change), Followed { n_needed: 0, n_done: 0, n_open: 8 });
    assert_eq!(followed(&change).share(), None);
    for (idx, department) in Department::ALL.into_iter().enumerate() {
        let needs = Some(idx < 3);
        change.followers.push(Follower {
            department,
            needs,
            is_done: idx < 2,
            ..Follower::default()
        });
    }
    let all = followed(&change);
    assert_eq!(all, Followed { n_needed: 3, n_done: 2, n_open: 0 });
    assert_eq!((all.share(), all.is_closed()), (Some(Ratio::from_bp(6_667)), false));
    change.followers[2].is_done = true;
    assert!(followed(&change).is_closed());
}

fn curve(n: usize) -> impl Strategy<Value = Vec<Option<u8>>> {
    prop::collection::vec(prop::option::of(0_u8..=10), n)
}

proptest! {
    #[test]
    fn figures_keep_their_bounds(
        (ours, them) in (0_usize..20).prop_flat_map(|n| (curve(n), curve(n))),
    ) {
        let found = figures(&ours, std::slice::from_ref(&them));
        if let Some(focus) = found.focus {
            prop_assert!((0..10_000).contains(&focus.bp()));
        }
        let other = figures(&them, std::slice::from_ref(&ours));
        prop_assert_eq!(found.rivals[0], other.rivals[0]);
        if let Some(distance) = found.rivals[0].distance {
            prop_assert!((0..=1_000).contains(&distance));
        }
        if let Some(shape) = found.rivals[0].shape {
            prop_assert!((0..=20_000).contains(&shape.bp()));
        }
        let itself = figures(&ours, std::slice::from_ref(&ours));
        prop_assert!(itself.rivals[0].distance.unwrap_or(0) == 0);
        prop_assert!(itself.rivals[0].shape.is_none_or(|shape| shape.bp() == 0));
        prop_assert!(found.n_turns < found.n.max(1));
    }
}
