//! Hand-worked tests, and what holds for any.

use proptest::prelude::*;

use super::*;
use crate::base::id::Id;
use crate::base::ratio::Ratio;
use crate::tools::trials::model::Step;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Variants with their clicks and impressions.
fn trial(arms: &[(i64, i64)]) -> Trial {
    let mut trial = Trial::new(Id::from_bits(1), "主图".to_owned());
    for (idx, (clicks, impressions)) in arms.iter().enumerate() {
        let mut one = Variant::new(Id::from_bits(10 + idx as u64), format!("图{idx}"));
        (one.clicks, one.impressions) = (Some(*clicks), Some(*impressions));
        trial.variants.push(one);
    }
    trial
}

fn read(trial: &Trial) -> Reading {
    reading(trial, day("2026-11-01"))
}

#[test]
fn the_vector_is_significant_and_still_too_early_for_a_small_lift() {
    // V-15, and a plan that looks for a fifth more on 2 %: 21,109 impressions each.
    let mut trial = trial(&[(20, 1_000), (40, 1_000)]);
    let found = read(&trial);
    let pair = found.pairs[0];
    assert_eq!(format!("{:.3} {:.4}", pair.z.unwrap(), pair.p), "2.622 0.0088");
    assert_eq!(pair.lift, Some(1.0));
    assert_eq!((found.needed, found.least), (Some(21_109), 1_000));
    assert_eq!(found.verdict, Verdict::TooEarly(1));
    // Who looks for twice as many clicks needs 1,141, and has enough with as many.
    trial.plan.lift = Ratio::ONE;
    assert_eq!(read(&trial).needed, Some(1_141));
    trial.variants[0].impressions = Some(1_200);
    trial.variants[1].impressions = Some(1_200);
    trial.plan.base_rate = Some(Ratio::from_bp(200));
    assert_eq!(read(&trial).verdict, Verdict::Winner(1));
    // A difference as small as that of 8/200 and 4/200 is none that could be shown.
    let found = read(&self::trial(&[(4, 200), (8, 200)]));
    assert_eq!(format!("{:.3} {:.3}", found.pairs[0].z.unwrap(), found.pairs[0].p), "1.172 0.241");
    assert_eq!(found.verdict, Verdict::NotEnough);
    assert_eq!(found.warnings, []);
}

#[test]
fn a_full_test_without_a_difference_says_so() {
    let mut trial = trial(&[(500, 25_000), (505, 25_000)]);
    assert_eq!(read(&trial).verdict, Verdict::NoDifference);
    trial.plan.min_base = 30_000;
    let found = read(&trial);
    assert_eq!((found.verdict, found.warnings), (Verdict::NotEnough, vec![Warning::UnderBase]));
}

#[test]
fn three_variants_are_three_pairs_and_each_has_to_be_surer() {
    let found = read(&trial(&[(200, 10_000), (240, 10_000), (300, 10_000)]));
    assert_eq!(found.pairs.len(), 3);
    let of = |a, b| *found.pairs.iter().find(|pair| (pair.a, pair.b) == (a, b)).unwrap();
    // Alone 200 against 240 is nearly significant; the smallest of three counts threefold.
    assert_eq!(format!("{:.4} {:.4}", of(0, 1).p, of(0, 1).adjusted), "0.0538 0.0538");
    assert_eq!(format!("{:.4} {:.4}", of(1, 2).p, of(1, 2).adjusted), "0.0089 0.0177");
    assert!(of(0, 2).adjusted == 3.0 * of(0, 2).p);
    assert_eq!(found.verdict, Verdict::TooEarly(2));
    assert!((found.pair_level - (1.0 - 0.05 / 3.0)).abs() < 1e-12);
    // Two that cannot be told apart: there is no winner among them.
    let found = read(&trial(&[(200, 10_000), (300, 10_000), (301, 10_000)]));
    assert_eq!(found.verdict, Verdict::NotEnough);
}

#[test]
fn what_is_missing_or_impossible_is_no_rate() {
    let mut trial = trial(&[(20, 1_000), (40, 30)]);
    let found = read(&trial);
    assert!(found.arms[1].is_wrong && found.arms[1].hits.is_none());
    assert_eq!((found.verdict, found.pairs.len()), (Verdict::NoData, 0));
    trial.decides = Step::Buy;
    let found = read(&trial);
    assert!(!found.arms[1].is_wrong);
    assert_eq!((found.base_rate, found.needed, found.days_left), (None, None, None));
    assert_eq!(read(&self::trial(&[(0, 50), (0, 50)])).needed, None);
}

#[test]
fn days_left_follow_the_slowest_variant() {
    let mut trial = trial(&[(20, 1_000), (40, 500)]);
    assert_eq!(read(&trial).days_left, None);
    for variant in &mut trial.variants {
        variant.from = Some(day("2026-10-23"));
    }
    // Ten days: 50 a day at the slower; 20,609 are missing of 21,109.
    let found = read(&trial);
    assert_eq!((found.needed, found.days_left), (Some(21_109), Some(413)));
    trial.plan.lift = Ratio::from_bp(100_000);
    assert_eq!(read(&trial).days_left, Some(0));
}

#[test]
fn other_days_and_overlaps_are_named() {
    let mut trial = trial(&[(20, 1_000), (40, 1_000)]);
    let days = |trial: &mut Trial, place: usize, from, to| {
        trial.variants[place].from = Some(day(from));
        trial.variants[place].to = Some(day(to));
    };
    days(&mut trial, 0, "2026-10-01", "2026-10-07");
    days(&mut trial, 1, "2026-10-08", "2026-10-12");
    assert_eq!(read(&trial).warnings, [Warning::OtherDays]);
    trial.mode = TrialMode::BeforeAfter;
    assert_eq!(read(&trial).warnings, [Warning::OtherLength]);
    days(&mut trial, 1, "2026-10-07", "2026-10-13");
    assert_eq!(read(&trial).warnings, [Warning::Overlap]);
    days(&mut trial, 1, "2026-10-08", "2026-10-14");
    assert_eq!(read(&trial).warnings, []);
    assert_eq!(trial.span(day("2026-11-01")).unwrap().n_days(), 14);
}

#[test]
fn few_hits_are_a_rough_guide() {
    assert_eq!(read(&trial(&[(1, 150), (2, 150)])).warnings, [Warning::FewHits]);
}

proptest! {
    #[test]
    fn whoever_wins_has_the_highest_rate_and_order_does_not_matter(
        arms in prop::collection::vec((0_i64..2_000, 2_000_i64..50_000), 2..5),
    ) {
        let found = read(&trial(&arms));
        if let Some(place) = found.verdict.leader() {
            let rates: Vec<f64> =
                found.arms.iter().filter_map(|arm| arm.hits).map(Hits::rate).collect();
            prop_assert!(rates.iter().all(|rate| *rate <= rates[place]));
        }
        let back: Vec<_> = arms.iter().rev().copied().collect();
        let turned = read(&trial(&back));
        let place = turned.verdict.leader().map(|place| arms.len() - 1 - place);
        // The plan follows the first variant: only whether there is a leader is the same.
        prop_assert_eq!(found.verdict.leader(), place);
        for pair in &found.pairs {
            prop_assert!(pair.p <= pair.adjusted && pair.adjusted <= 1.0);
            prop_assert!(pair.interval.0 <= pair.difference + 1e-12);
            prop_assert!(pair.difference <= pair.interval.1 + 1e-12);
        }
    }

    #[test]
    fn no_numbers_from_a_file_bring_it_down(
        arms in prop::collection::vec((any::<i64>(), any::<i64>()), 0..5),
        plan in any::<[i32; 4]>(),
    ) {
        let mut trial = trial(&arms);
        let [lift, power, alpha, base] = plan.map(Ratio::from_bp);
        trial.plan.lift = lift;
        trial.plan.power = power;
        trial.plan.alpha = alpha;
        trial.plan.base_rate = Some(base);
        for variant in &mut trial.variants {
            variant.from = Some(Day::MIN);
        }
        let _ = reading(&trial, Day::MAX);
    }
}
