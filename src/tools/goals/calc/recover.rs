//! Catching up: what was missed, spread over the days that are left.

use crate::base::day::Day;
use crate::base::money::div_round;
use crate::base::order;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::base::spread::{Bound, spread};
use crate::knowledge::events::EventInstance;
use crate::tools::goals::calc::attain::{Days, attain};
use crate::tools::goals::calc::breakdown::uplifts;
use crate::tools::goals::calc::forecast::percentile;

/// The uplift of a day without an event, in basis points.
const USUAL: u32 = 10_000;

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

/// How far back the best plausible day is looked for, from the last actual.
const REACH: i32 = 365;

/// Spreads what a period missed over its days left, in proportion to their plan, each capped at
/// its best plausible day.
///
/// The best plausible day is the 95th percentile of what the days outside of events brought in the
/// year up to the last actual, times the uplift of the events on the day: a day of 双11 may be as
/// good as usual days are at their best, times its uplift. What is planned anyway counts as
/// plausible.
///
/// * `events`: those of the year and of the days before it.
/// * `best_ever`: the best day on record, in the plan's unit.
pub fn recover(
    days: &Days<'_>,
    events: &[EventInstance],
    span: Span,
    best_ever: Option<i64>,
) -> Recovery {
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

    let caps = plausible(days, events, Span::new(last - (REACH - 1), last), rest);
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

/// The most that each day of `rest` plausibly brings, in the plan's unit, rounded half away from
/// zero.
fn plausible(days: &Days<'_>, events: &[EventInstance], history: Span, rest: Span) -> Vec<i64> {
    let mut usual: Vec<i64> = history
        .days()
        .zip(uplifts(events, history))
        .filter_map(|(day, uplift)| if uplift.is_none() { days.actual(day) } else { None })
        .collect();
    order::sort(&mut usual);
    let best = i128::from(percentile(&usual, 95));
    rest.days()
        .zip(uplifts(events, rest))
        .map(|(day, uplift)| {
            let cap = div_round(best * i128::from(uplift.unwrap_or(USUAL)), i128::from(USUAL));
            i64::try_from(cap).unwrap_or(i64::MAX / 400).max(days.plan(day))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::events::EventName;
    use crate::tools::goals::calc::attain::Past;

    /// Thirty days of plan 100, the first twenty with these actuals.
    fn check(actual: i64, good_day: i64) -> Recovery {
        check_with(actual, good_day, &[])
    }

    /// An event of one day of September, which sells three times a usual day.
    fn event(date: i32) -> EventInstance {
        let anchor = Day::new(2026, 9, 1).unwrap() + (date - 1);
        EventInstance {
            key: "x".to_owned(),
            rule: None,
            name: EventName::default(),
            span: Span::day(anchor),
            anchor,
            uplift_bp: 30_000,
        }
    }

    fn check_with(actual: i64, good_day: i64, events: &[EventInstance]) -> Recovery {
        let first = Day::new(2026, 9, 1).unwrap();
        let year = Span::new(first, first + 29);
        let plan = [100; 30];
        let mut values = [None; 30];
        values[..20].fill(Some(actual));
        values[0] = Some(good_day);
        values[1] = Some(good_day);
        let days = Days { year, plan: &plan, actual: &values, past: Past::default() };
        recover(&days, events, year, Some(good_day))
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

    #[test]
    fn a_day_of_an_event_may_bring_its_uplift_more() {
        // 18 × 20 + 2 × 110 = 580: 2,420 for ten days. Nine usual ones bring at most 110 (the
        // 19th of twenty), the one of the event 330.
        let Recovery::OutOfReach { plausible, .. } = check_with(20, 110, &[event(25)]) else {
            panic!("within reach");
        };
        assert_eq!(plausible, 9 * 110 + 330);
    }

    #[test]
    fn the_days_of_events_say_nothing_about_usual_days() {
        // With both good days in events, the best usual day is one of 80: 18 × 80 + 2 × 200 =
        // 1,840, and the ten days left must bring 1,160 with caps of their plan of 100.
        let events = [event(1), event(2)];
        let expected = Recovery::OutOfReach {
            needed: 1_160,
            plausible: 1_000,
            times_best: Some(Ratio::from_bp(5_800)),
        };
        assert_eq!(check_with(80, 200, &events), expected);
    }

    #[test]
    fn the_year_before_says_what_a_good_day_is() {
        let first = Day::new(2026, 9, 1).unwrap();
        let year = Span::new(first, first + 9);
        let mut actual = [None; 10];
        actual[..5].fill(Some(80));
        let past = Past { plan: &[100; 100], actual: &[Some(130); 100] };
        let days = Days { year, plan: &[100; 10], actual: &actual, past };
        // 600 are left for five days: 120 each, and 130 have been plausible before.
        let Recovery::Plan(plan) = recover(&days, &[], year, Some(130)) else { panic!("no plan") };
        assert!(plan.iter().all(|&(_, amount)| amount == 120));
    }
}
