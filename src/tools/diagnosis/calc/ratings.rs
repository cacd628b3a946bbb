//! How many five-star ratings a score is short of its goal (T-85, V-16).
//!
//! A score is the mean of all ratings that count, in hundred-thousandths of a star. Five-star
//! ratings are the least that can mend it: with any others it takes more.

use crate::base::span::Span;
use crate::facts::measure::Grade;
use crate::facts::set::FactSet;
use crate::knowledge::metrics::measure;
use crate::tools::diagnosis::calc::health::LimitOf;

/// The three scores.
pub const SCORES: [&str; 3] = ["rating_item", "rating_logistics", "rating_service"];
/// Five stars.
const MOST: i64 = 500_000;
/// What the shop's page shows: tenths of a star.
const TENTH: i64 = 10_000;
/// The ratings of so many days make a score.
pub const SCORE_DAYS: i32 = 180;

/// How many five-star ratings lift the mean of `n` ratings at `at` to `goal`: the least x with
/// (at·n + 5·x) ÷ (n + x) ≥ goal, so ⌈(goal − at)·n ÷ (5 − goal)⌉. Nothing for a goal that is
/// reached; `None` for one that no number of ratings reaches, or without ratings.
pub fn stars(at: i64, goal: i64, n: i64) -> Option<i64> {
    if n <= 0 {
        return None;
    }
    if goal <= at {
        return Some(0);
    }
    if MOST <= goal {
        return None;
    }
    let (short, room) = (i128::from(goal - at) * i128::from(n), i128::from(MOST - goal));
    i64::try_from((short + room - 1) / room).ok()
}

/// What is shown of a score: tenths of a star, half of one rounded up.
pub fn shown(at: i64) -> i64 {
    (at + TENTH / 2).div_euclid(TENTH)
}

/// From which score on the next tenth is shown; `None` where five stars are.
pub fn next_shown(at: i64) -> Option<i64> {
    let next = shown(at) + 1;
    (next * TENTH <= MOST).then_some(next * TENTH - TENTH / 2)
}

/// One score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// Its metric.
    pub key: &'static str,
    /// On the last day of the period with one.
    pub at: i64,
    /// On the first.
    pub was: i64,
    /// What it should be, as the board's limit says; `None` without one.
    pub goal: Option<i64>,
    /// Five-star ratings until it is there.
    pub to_goal: Option<i64>,
    /// The tenth that is shown next, and the ratings until then.
    pub to_next: Option<(i64, i64)>,
}

/// The scores of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scores {
    /// How many ratings they are the means of; `None` where neither typed nor imported.
    pub n: Option<i64>,
    /// Whether that number was typed.
    pub is_typed: bool,
    /// Those that are known, in their order.
    pub scores: Vec<Score>,
    /// The place of the lowest, where they differ.
    pub weakest: Option<usize>,
}

/// The scores of a period; `typed` is the number of ratings as the user knows it, else the reviews
/// of the half year up to its end count.
pub fn scores(facts: &FactSet, span: Span, typed: Option<i64>, limit_of: LimitOf<'_>) -> Scores {
    let half_year = Span::new(span.to() - (SCORE_DAYS - 1), span.to());
    let imported = facts.sum("reviews", half_year).total.filter(|n| 0 < *n);
    let n = typed.or(imported);
    let one = |key: &'static str| {
        let of = measure(key)?;
        let mut days = span.days().filter_map(|day| of.on(facts, day));
        let was = days.next()?;
        let at = days.next_back().unwrap_or(was);
        let pass = of.limits.iter().find(|limit| limit.grade == Grade::Pass);
        let goal = pass.and_then(|limit| limit_of(&of, limit));
        let to_goal = goal.and_then(|goal| stars(at, goal, n?));
        let to_next = next_shown(at).and_then(|next| Some((shown(next), stars(at, next, n?)?)));
        Some(Score { key, at, was, goal, to_goal, to_next })
    };
    let scores: Vec<Score> = SCORES.into_iter().filter_map(one).collect();
    let least = scores.iter().map(|one| one.at).min();
    let weakest = scores.iter().position(|one| Some(one.at) == least);
    let differ = scores.iter().any(|one| Some(one.at) != least);
    Scores { n, is_typed: typed.is_some(), weakest: weakest.filter(|_| differ), scores }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::day::Day;
    use crate::facts::chunk::Chunk;
    use crate::facts::measure::{Limit, LimitFrom, Measure};

    #[test]
    fn v16_five_hundred_ratings_from_4_70_to_4_80() {
        assert_eq!(stars(470_000, 480_000, 1_000), Some(500));
        // One more rating that counts, and half of one more is needed: rounded up.
        assert_eq!(stars(470_000, 480_000, 1_001), Some(501));
        assert_eq!(stars(480_000, 480_000, 1_000), Some(0));
        assert_eq!(stars(499_000, 500_000, 1_000), None);
        assert_eq!(stars(470_000, 480_000, 0), None);
    }

    #[test]
    fn a_score_is_shown_to_the_tenth() {
        // 4.74 is shown as 4.7; from 4.75 on 4.8 is: (4.75 − 4.74) × 1,000 ÷ 0.25 = 40.
        assert_eq!((shown(474_000), next_shown(474_000)), (47, Some(475_000)));
        assert_eq!(stars(474_000, 475_000, 1_000), Some(40));
        assert_eq!((shown(475_000), next_shown(475_000)), (48, Some(485_000)));
        assert_eq!((shown(495_000), next_shown(495_000)), (50, None));
    }

    #[test]
    fn scores_are_those_of_the_last_day_and_ratings_those_of_half_a_year() {
        let first: Day = "2026-05-01".parse().unwrap();
        let last = first + 183;
        let mut chunk = Chunk::empty(Span::new(first, last));
        for day in Span::new(first, last).days() {
            chunk.set("reviews", day, Some(5));
            chunk.set("rating_item", day, Some(481_000));
            chunk.set("rating_service", day, Some(479_000));
        }
        chunk.set("rating_service", last, Some(478_000));
        let facts = FactSet { shop_days: vec![chunk.into_ref().unwrap()], ..FactSet::default() };
        let limit_of = |_: &Measure, limit: &Limit| match limit.from {
            LimitFrom::Source(value) => Some(value),
            LimitFrom::AdCap | LimitFrom::User => None,
        };
        let found = scores(&facts, Span::new(last - 29, last), None, &limit_of);
        // 180 days × 5; (4.80 − 4.78) × 900 ÷ 0.20 = 90; to 4.85: 0.07 × 900 ÷ 0.15 = 420.
        assert_eq!((found.n, found.is_typed, found.weakest), (Some(900), false, Some(1)));
        let service = found.scores[1];
        assert_eq!((service.at, service.was, service.goal), (478_000, 479_000, Some(480_000)));
        assert_eq!((service.to_goal, service.to_next), (Some(90), Some((49, 420))));
        assert_eq!(found.scores[0].to_goal, Some(0));
        let typed = scores(&facts, Span::day(last), Some(1_000), &limit_of);
        assert_eq!(typed.scores[1].to_goal, Some(100));
    }

    proptest! {
        #[test]
        fn so_many_are_enough_and_one_fewer_is_not(
            at in 100_000_i64..500_000, goal in 100_000_i64..500_000, n in 1_i64..10_000_000,
        ) {
            let found = stars(at, goal, n).unwrap();
            let reaches = |x: i64| {
                let sum = i128::from(at) * i128::from(n) + i128::from(MOST) * i128::from(x);
                i128::from(goal) * i128::from(n + x) <= sum
            };
            prop_assert!(reaches(found));
            prop_assert!(found == 0 || !reaches(found - 1));
        }
    }
}
