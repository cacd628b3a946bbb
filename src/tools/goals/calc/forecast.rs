//! Where a period is likely to end, as a band from history.

use crate::base::day::Day;
use crate::base::money::div_round;
use crate::base::order;
use crate::base::span::Span;
use crate::knowledge::events::EventInstance;
use crate::tools::goals::calc::attain::{Days, attain};
use crate::tools::goals::calc::breakdown::{Breakdown, day_weights};
use crate::tools::goals::model::Shape;

/// How many days before a year are looked at: a full year and what an import is late by.
pub const PAST_DAYS: i32 = 400;
/// How many full weeks before the last actual are looked at.
const N_WEEKS: usize = 12;
/// Weeks with a hole say nothing; no farther back than this is another one looked for.
const MAX_WEEKS_BACK: i32 = 52;
/// Fewer weeks than this say nothing about a spread.
const MIN_WEEKS: usize = 4;
/// Ratios inside of this file count millionths.
const PPM: i128 = 1_000_000;

/// Where a period is likely to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// Nine of ten comparable weeks were better.
    pub low: i64,
    /// As the last weeks went on average.
    pub mid: i64,
    /// One of ten comparable weeks was better.
    pub high: i64,
}

/// The days before a year of which [`Days::past`] tells.
pub fn past_span(year: Span) -> Span {
    Span::new(year.from() - PAST_DAYS, year.from() - 1)
}

/// What the shape of a year would have asked of the days before it: a day's weight (its own
/// season, weekday and events) at the rate at which the year's plan pays for weight.
///
/// * `events`: those that have a day in `span`.
///
/// One amount a day of `span`, in the plan's unit, rounded half away from zero.
pub fn past_plan(
    shape: &Shape,
    events: &[EventInstance],
    span: Span,
    year: &Breakdown,
) -> Vec<i64> {
    let year_weight: i128 = year.weights.iter().map(|&weight| i128::from(weight)).sum();
    let total = i128::from(year.total());
    let amount = |weight: u64| match year_weight {
        0 => 0,
        _ => i64::try_from(div_round(i128::from(weight) * total, year_weight)).unwrap_or(0),
    };
    day_weights(shape, events, span).into_iter().map(amount).collect()
}

/// Where `span` is likely to end, as a band from history.
///
/// The last twelve full weeks up to the last actual give one ratio actual ÷ plan each; weeks
/// before the year count against what its shape would have asked of them, so that a year that has
/// just begun, or not even begun, is forecast as well. The days left are expected at plan × the
/// ratio of all of these weeks together (`mid`). The band takes the weeks' 10th and 90th
/// percentile, drawn in by √n for n weeks left, as sums of n weeks vary less than one. `None`
/// with fewer than four full weeks in the year before the last actual, or with no day left.
pub fn forecast(days: &Days<'_>, span: Span) -> Option<Forecast> {
    let last = days.last_known()?;
    let rest_from = (last + 1).max(span.from());
    if span.to() < rest_from {
        return None;
    }
    let rest = Span::new(rest_from, span.to());
    let plan_left: i64 = rest.days().map(|day| days.plan(day)).sum();

    let mut weeks = Vec::with_capacity(N_WEEKS);
    let (mut plan_sum, mut actual_sum) = (0_i128, 0_i128);
    for week in 0..MAX_WEEKS_BACK {
        let Some((plan, actual)) = week_of(days, last - week * 7) else { continue };
        plan_sum += plan;
        actual_sum += actual;
        weeks.push(div_round(actual * PPM, plan));
        if weeks.len() == N_WEEKS {
            break;
        }
    }
    if weeks.len() < MIN_WEEKS {
        return None;
    }
    order::sort(&mut weeks);
    let mid = div_round(actual_sum * PPM, plan_sum);
    // √(weeks left), in thousandths; at least one week.
    let n_left = (rest.n_days() as u64 * 1_000_000 / 7).max(1_000_000);
    let narrow = i128::from(n_left.isqrt());
    let draw_in = |quantile: i128| mid + div_round((quantile - mid) * 1_000, narrow);
    let base = attain(days, span).actual.unwrap_or(0);
    let end = |ratio: i128| base + div_round(i128::from(plan_left) * ratio.max(0), PPM) as i64;
    let (low, high) = (draw_in(percentile(&weeks, 10)), draw_in(percentile(&weeks, 90)));
    Some(Forecast { low: end(low.min(mid)), mid: end(mid), high: end(high.max(mid)) })
}

/// Plan and actual of the seven days up to `to`, where all have a value and some plan.
fn week_of(days: &Days<'_>, to: Day) -> Option<(i128, i128)> {
    let (mut plan, mut actual) = (0, 0);
    for day in Span::new(to - 6, to).days() {
        plan += i128::from(days.plan(day));
        actual += i128::from(days.actual(day)?);
    }
    (0 < plan).then_some((plan, actual))
}

/// The nearest-rank percentile of sorted values; zero of none.
pub fn percentile<T: Copy + Default>(sorted: &[T], percent: usize) -> T {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tools::goals::calc::attain::Past;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_steady_shop_is_forecast_without_a_band() {
        let year = Span::new(day("2026-01-01"), day("2026-04-30"));
        let plan = vec![1_000; year.n_days()];
        let mut actual = vec![None; year.n_days()];
        actual[..100].fill(Some(900));
        let days = Days { year, plan: &plan, actual: &actual, past: Past::default() };
        let end = forecast(&days, year).unwrap();
        assert_eq!((end.low, end.mid, end.high), (108_000, 108_000, 108_000));
    }

    /// 2026 at ¥10 a day; the twelve weeks before it sold ¥11 a day, but ¥12 in two weeks and
    /// ¥8 in two.
    fn early(n_known: usize) -> Option<Forecast> {
        let year = Span::new(day("2026-01-01"), day("2026-12-31"));
        let mut past = vec![None; 200];
        past[200 - 84..].fill(Some(1_100));
        past[200 - 84..200 - 70].fill(Some(800));
        past[200 - 14..].fill(Some(1_200));
        let mut actual = vec![None; 365];
        actual[..n_known].fill(Some(1_000));
        let past = Past { plan: &[1_000; 200], actual: &past };
        let days = Days { year, plan: &[1_000; 365], actual: &actual, past };
        forecast(&days, Span::new(year.from(), day("2026-01-28")))
    }

    #[test]
    fn a_year_that_begins_is_forecast_from_the_weeks_before_it() {
        // (8 × 1,100 + 2 × 800 + 2 × 1,200) ÷ 12 = 1,066.67 a day for 28 days. The 2nd and the
        // 11th of twelve weeks are 800 and 1,200; four weeks left draw them in by two.
        let end = early(0).unwrap();
        assert_eq!((end.low, end.mid, end.high), (26_133, 29_867, 31_733));
        // A week in: 7,000 are there, and the week of 1,000 has taken the place of one of 800:
        // (8 × 1,100 + 800 + 2,400 + 1,000) ÷ 12 = 1,083.33 a day for 21 days.
        assert_eq!(early(7).unwrap().mid, 7_000 + 22_750);
    }

    #[test]
    fn without_any_history_there_is_no_forecast() {
        let year = Span::new(day("2026-01-01"), day("2026-12-31"));
        let days = Days { year, plan: &[1_000; 365], actual: &[None; 365], past: Past::default() };
        assert_eq!(forecast(&days, year), None);
    }

    #[test]
    fn the_days_before_a_year_are_asked_what_its_shape_asks() {
        let year = Span::new(day("2026-01-01"), day("2026-12-31"));
        let mut shape = Shape::default();
        shape.months[11] = 20_000;
        let weights = day_weights(&shape, &[], year);
        let breakdown = Breakdown { year, days: vec![100; 365], weights };
        let before = Span::new(day("2025-11-30"), day("2025-12-01"));
        // 36,500 over 334 usual days and 31 double ones: 92.17 a unit of weight.
        assert_eq!(past_plan(&shape, &[], before, &breakdown), [92, 184]);
        assert_eq!(past_span(year).n_days(), PAST_DAYS as usize);
    }

    proptest! {
        #[test]
        fn a_band_holds_its_middle(
            actual in prop::collection::vec(0_i64..100_000, 40..300),
        ) {
            let first = day("2026-01-01");
            let year = Span::new(first, first + 364);
            let plan = vec![50_000; 365];
            let mut values = vec![None; 365];
            for (slot, value) in values.iter_mut().zip(&actual) {
                *slot = Some(*value);
            }
            let days = Days { year, plan: &plan, actual: &values, past: Past::default() };
            let end = forecast(&days, year).unwrap();
            prop_assert!(end.low <= end.mid && end.mid <= end.high);
            prop_assert!(actual.iter().sum::<i64>() <= end.low);
        }
    }
}
