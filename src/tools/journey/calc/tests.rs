use proptest::prelude::*;

use super::*;
use crate::base::score::Score;
use crate::tools::journey::model::Visit;

const MUM: Id = Id::from_bits(1);
const FRIEND: Id = Id::from_bits(2);
const RIVAL: Id = Id::from_bits(9);

fn factor(bits: u64, importance: Option<u8>, own: Option<u8>, effort: Option<u8>) -> Factor {
    let factor = Factor::new(Id::from_bits(bits), format!("f{bits}"), Stage::Consider);
    Factor { importance, own, effort, ..factor }
}

fn even() -> Lens {
    Lens::All(vec![(MUM, 0), (FRIEND, 0)])
}

#[test]
fn importance_is_the_personas_mean_by_weight() {
    let mut one = factor(1, Some(2), None, None);
    let typed = Importance { value: 200, n_personas: 0 };
    assert_eq!(importance(&one, &even()), Some(typed));
    one.personas = vec![Score::new(MUM, 5)];
    // The friend says nothing: 2 is said of all. (5 + 2) ÷ 2 = 3.5.
    assert_eq!(importance(&one, &even()), Some(Importance { value: 350, n_personas: 2 }));
    // 60 % × 5 + 40 % × 2 = 3.8.
    let weighted = Lens::All(vec![(MUM, 6_000), (FRIEND, 4_000)]);
    assert_eq!(importance(&one, &weighted).unwrap().value, 380);
    // A persona of weight 0 beside others does not count.
    let alone = Lens::All(vec![(MUM, 0), (FRIEND, 10_000)]);
    assert_eq!(importance(&one, &alone), Some(Importance { value: 200, n_personas: 1 }));
    assert_eq!(importance(&one, &Lens::One(MUM)).unwrap().value, 500);
    assert_eq!(importance(&one, &Lens::One(FRIEND)), Some(typed));
    assert_eq!(importance(&factor(2, None, None, None), &even()), None);
}

#[test]
fn gaps_and_suggestions_follow_from_the_scores() {
    let journey = Journey {
        factors: vec![
            factor(1, Some(5), Some(2), Some(1)),
            factor(2, Some(4), Some(4), None),
            factor(3, Some(2), Some(5), Some(4)),
            factor(4, Some(1), Some(5), Some(5)),
            factor(5, Some(2), Some(1), Some(2)),
            factor(6, Some(4), None, None),
            factor(7, None, Some(3), Some(5)),
        ],
        ..Journey::default()
    };
    let lines = lines(&journey, &even(), &[]);
    let gaps: Vec<Option<i32>> = lines.iter().map(|line| line.gap).collect();
    let expected = [Some(300), Some(0), Some(-300), Some(-400), Some(100), None, None];
    assert_eq!(gaps, expected);
    use FactorAction::{Cut, Keep, Raise, Reduce};
    let suggested: Vec<Option<FactorAction>> = lines.iter().map(|line| line.suggested).collect();
    let expected = [Some(Raise), Some(Keep), Some(Reduce), Some(Cut), Some(Keep), None, None];
    assert_eq!(suggested, expected);
}

#[test]
fn the_lists_are_sorted_by_what_they_are_for() {
    let journey = Journey {
        factors: vec![
            factor(1, Some(4), Some(3), None),
            factor(2, Some(5), Some(2), None),
            factor(3, Some(4), Some(1), None),
            factor(4, Some(4), Some(3), None),
            factor(5, Some(2), Some(1), Some(3)),
            factor(6, Some(1), Some(1), Some(5)),
        ],
        ..Journey::default()
    };
    let lines = lines(&journey, &even(), &[]);
    let ids = |lines: Vec<Line>| -> Vec<Id> { lines.into_iter().map(|line| line.id).collect() };
    // 5 × 3 = 15, 4 × 3 = 12, 4 × 1 = 4 twice.
    let expected = [2, 3, 1, 4].map(Id::from_bits);
    assert_eq!(ids(breakthroughs(&lines, &journey.limits)), expected);
    let two = FactorLimits { top: 2, ..FactorLimits::default() };
    assert_eq!(ids(breakthroughs(&lines, &two)), expected[..2]);
    assert_eq!(ids(savings(&lines)), [6, 5].map(Id::from_bits));
}

#[test]
fn a_line_knows_who_leads_and_how_often_it_decided() {
    let mut one = factor(1, Some(5), Some(2), None);
    one.rivals = vec![Score::new(RIVAL, 4)];
    let mut visit = Visit::new(Id::from_bits(7), "2026-10-22".parse().unwrap());
    visit.factor = Some(one.id);
    let journey = Journey { factors: vec![one], visits: vec![visit], ..Journey::default() };
    let line = &lines(&journey, &even(), &[RIVAL, MUM])[0];
    assert_eq!(line.rivals, [Some(4), None]);
    assert_eq!((line.lead(), line.n_visits), (Some(2), 1));
}

#[test]
fn the_funnel_skips_what_no_file_has() {
    let none = funnel(&FactSet::default(), Span::day("2026-10-22".parse().unwrap()));
    assert_eq!(none, [FunnelRow { n: None, rate: None }; 6]);
    assert_eq!(latest(&FactSet::default(), 30), None);
}

fn any_factor() -> impl Strategy<Value = Factor> {
    let score = || prop::option::of(1_u8..=5);
    (any::<u64>(), score(), score(), score(), score(), score()).prop_map(
        |(bits, all, own, effort, mum, friend)| {
            let mut one = factor(bits, all, own, effort);
            one.personas.extend(mum.map(|score| Score::new(MUM, score)));
            one.personas.extend(friend.map(|score| Score::new(FRIEND, score)));
            one
        },
    )
}

proptest! {
    #[test]
    fn a_mean_lies_between_the_scores_and_no_factor_is_in_both_lists(
        factors in prop::collection::vec(any_factor(), 0..30),
        weights in prop::array::uniform2(0_u32..10_000),
        (low, effort) in (1_u8..=5, 1_u8..=5),
    ) {
        let limits = FactorLimits { low, effort, top: 25, ..FactorLimits::default() };
        let journey = Journey { factors, limits, ..Journey::default() };
        let lens = Lens::All(vec![(MUM, weights[0]), (FRIEND, weights[1])]);
        let lines = lines(&journey, &lens, &[]);
        prop_assert_eq!(lines.len(), journey.factors.len());
        for (line, factor) in lines.iter().zip(&journey.factors) {
            let said: Vec<u8> = factor
                .personas
                .iter()
                .map(|score| score.value)
                .chain(factor.importance)
                .collect();
            if let Some(importance) = line.importance {
                let least = i32::from(*said.iter().min().unwrap()) * ONE;
                let most = i32::from(*said.iter().max().unwrap()) * ONE;
                prop_assert!((least..=most).contains(&importance.value));
            }
        }
        let first = breakthroughs(&lines, &journey.limits);
        let second = savings(&lines);
        prop_assert!(first.iter().all(|line| !second.contains(line)));
        prop_assert!(first.is_sorted_by_key(|line| -line.urgency()));
        prop_assert!(first.iter().all(|line| 0 < line.urgency()));
    }
}
