//! Catching up: what was missed, spread over the days that are left.

use crate::base::day::Day;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::base::spread::{Bound, spread};
use crate::tools::goals::calc::attain::{Days, attain, percentile};

/// How a period can still reach its target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recovery {
    /// The plan of the days left is enough.
    NotNeeded,
    /// Nothing is left to do it with, or nothing is known.
    NoDaysLeft,
    /// The days left can carry it: one amount a day, which with the actuals makes the target.
    Plan(Vec<(Day, i64)>),
    /// No plausible run of days can carry it.
    OutOfReach {
        /// What the days left would have to bring together.
        needed: i64,
        /// The most that they plausibly bring.
        plausible: i64,
        /// A day's average need against the best day ever; 20,000 is twice.
        times_best: Option<Ratio>,
    },
}

/// Spreads what a period missed over its days left, in proportion to their plan, each capped at
/// its best plausible day.
///
/// The best plausible day is the 95th percentile of actual ÷ weight over the days with a value,
/// times the day's own weight: as the weight holds the event, a day of 双11 may be as good as
/// usual days are at their best, times its uplift.
///
/// * `weights`: one a day of the year, as the breakdown used them.
/// * `best_ever`: the best day on record, in the plan's unit.
pub fn recover(days: &Days<'_>, weights: &[u64], span: Span, best_ever: Option<i64>) -> Recovery {
    let state = attain(days, span);
    let Some(last) = days.last_actual() else { return Recovery::NoDaysLeft };
    if span.to() <= last {
        return Recovery::NoDaysLeft;
    }
    let rest = Span::new((last + 1).max(span.from()), span.to());
    let plan: Vec<i64> = rest.days().map(|day| days.plan(day)).collect();
    let needed = state.target - state.actual.unwrap_or(0);
    if needed <= plan.iter().sum() {
        return Recovery::NotNeeded;
    }

    let caps = plausible(days, weights, rest);
    let at_most: i64 = caps.iter().fold(0_i64, |sum, &cap| sum.saturating_add(cap));
    let bounds: Vec<Bound> = rest
        .days()
        .zip(&caps)
        .map(|(day, &cap)| Bound { span: Span::day(day), at_least: None, at_most: Some(cap) })
        .collect();
    let shares: Vec<u64> = plan.iter().map(|&amount| amount.max(0) as u64).collect();
    match spread(rest, needed, &shares, &bounds) {
        Ok(amounts) => Recovery::Plan(rest.days().zip(amounts).collect()),
        Err(_) => Recovery::OutOfReach {
            needed,
            plausible: at_most,
            times_best: best_ever.and_then(|best| Ratio::of(needed / rest.n_days() as i64, best)),
        },
    }
}

/// The most that each day of `rest` plausibly brings; what is planned is always plausible.
fn plausible(days: &Days<'_>, weights: &[u64], rest: Span) -> Vec<i64> {
    let weight = |day: Day| {
        let idx = usize::try_from(day - days.year.from()).ok();
        idx.and_then(|idx| weights.get(idx)).copied().unwrap_or(0)
    };
    // actual ÷ weight, in a fixed point fine enough for weights of 10¹².
    const SCALE: i128 = 1_000_000_000_000_000;
    let mut rates: Vec<i128> = days
        .year
        .days()
        .filter_map(|day| {
            let (actual, weight) = (days.actual(day)?, weight(day));
            (0 < weight).then(|| i128::from(actual) * SCALE / i128::from(weight))
        })
        .collect();
    rates.sort_unstable();
    let best = percentile(&rates, 95);
    rest.days()
        .map(|day| {
            let cap = best * i128::from(weight(day)) / SCALE;
            i64::try_from(cap).unwrap_or(i64::MAX / 400).max(days.plan(day))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Thirty days of plan 100, the first twenty with these actuals.
    fn check(actual: i64, good_day: i64) -> Recovery {
        let first = Day::new(2026, 9, 1).unwrap();
        let year = Span::new(first, first + 29);
        let plan = [100; 30];
        let mut values = [None; 30];
        values[..20].fill(Some(actual));
        values[0] = Some(good_day);
        values[1] = Some(good_day);
        let days = Days { year, plan: &plan, actual: &values };
        recover(&days, &[10_000; 30], year, Some(good_day))
    }

    #[test]
    fn a_period_on_plan_needs_nothing() {
        assert_eq!(check(100, 120), Recovery::NotNeeded);
    }

    #[test]
    fn a_small_miss_is_spread_over_the_days_left() {
        // 18 × 90 + 2 × 200 = 2,020: 20 above the days' plan of 2,000; nothing to do.
        assert_eq!(check(90, 200), Recovery::NotNeeded);
        // 18 × 80 + 2 × 200 = 1,840: 1,160 are left for ten days.
        let Recovery::Plan(days) = check(80, 200) else { panic!("no plan") };
        assert_eq!(days.iter().map(|day| day.1).sum::<i64>(), 1_160);
        assert!(days.iter().all(|day| day.1 == 116));
    }

    #[test]
    fn what_no_good_day_can_carry_is_said_plainly() {
        // 18 × 20 + 2 × 110 = 580: 2,420 for ten days, while the best day is 110.
        let expected = Recovery::OutOfReach {
            needed: 2_420,
            plausible: 1_100,
            times_best: Some(Ratio::from_bp(22_000)),
        };
        assert_eq!(check(20, 110), expected);
    }
}
