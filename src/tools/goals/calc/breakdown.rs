//! The year's amount broken down to the day.

use crate::base::allocate::allocate;
use crate::base::calendar::Cut;
use crate::base::day::Day;
use crate::base::edit::EditError;
use crate::base::money::div_round;
use crate::base::span::Span;
use crate::base::spread::{SpreadError, spread};
use crate::knowledge::events::EventInstance;
use crate::tools::goals::model::{Scenario, Shape, YearPlan};

/// What a usual day weighs in every factor.
const USUAL: u64 = 10_000;

/// A year's days with their amounts. The day is the atom: every other amount is a sum of days, so
/// weeks, months, quarters and the year always add up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// The fiscal year.
    pub year: Span,
    /// One amount a day of the year, in the plan's unit (分 or 件).
    pub days: Vec<i64>,
    /// One weight a day of the year; only their proportions mean something.
    pub weights: Vec<u64>,
}

impl Breakdown {
    /// The amount of a day; `None` outside of the year.
    pub fn day(&self, day: Day) -> Option<i64> {
        let place = usize::try_from(day - self.year.from()).ok()?;
        self.days.get(place).copied()
    }

    /// The days of `span` that are in the year, added up.
    pub fn sum(&self, span: Span) -> i64 {
        let Some(part) = span.overlap(self.year) else { return 0 };
        let first = (part.from() - self.year.from()) as usize;
        self.days.iter().skip(first).take(part.n_days()).sum()
    }

    /// The whole year.
    pub fn total(&self) -> i64 {
        self.days.iter().sum()
    }
}

/// What each day of `span` weighs: month × weekday × event.
///
/// A weight is the product of three factors in basis points (at most 10⁶ each, so it fits with
/// room). Where events overlap the largest uplift counts, not their product: 双11 in its presale
/// sells what 双11 sells. A day of no event has the factor 1.
pub fn day_weights(shape: &Shape, events: &[EventInstance], span: Span) -> Vec<u64> {
    let weigh = |(day, uplift): (Day, Option<u32>)| {
        let (_, month) = day.month().ym();
        let season = u64::from(shape.months[usize::from(month) - 1]);
        let weekday = u64::from(shape.weekdays[day.weekday().idx()]);
        let uplift = uplift.map_or(USUAL, u64::from);
        season.saturating_mul(weekday).saturating_mul(uplift)
    };
    span.days().zip(uplifts(events, span)).map(weigh).collect()
}

/// The largest uplift of the events on each day of `span`, in basis points; `None` on usual days.
pub fn uplifts(events: &[EventInstance], span: Span) -> Vec<Option<u32>> {
    let mut uplifts: Vec<Option<u32>> = vec![None; span.n_days()];
    for event in events {
        let Some(part) = event.span.overlap(span) else { continue };
        let first = (part.from() - span.from()) as usize;
        for uplift in &mut uplifts[first..first + part.n_days()] {
            *uplift = (*uplift).max(Some(event.uplift_bp));
        }
    }
    uplifts
}

/// The plan's days in the scenario that it shows.
///
/// # Errors
///
/// [`EditError::Conflict`] where the cells cannot hold together. An edit that would bring this
/// about is refused, but a setting of the shop (the first day of the week, the first month of
/// the year) may move cells onto other days.
pub fn breakdown(
    plan: &YearPlan,
    events: &[EventInstance],
    cut: Cut,
) -> Result<Breakdown, EditError> {
    breakdown_of(plan, plan.scenarios.shown, events, cut)
}

/// The plan's days in one scenario.
///
/// The target's days are spread by weight within the cells' locks, floors and caps. 保底 and 冲刺
/// are target × ratio, rounded half away from zero, shared in proportion to the target's days:
/// cells are typed for the target and move with it.
///
/// # Errors
///
/// As [`breakdown`].
pub fn breakdown_of(
    plan: &YearPlan,
    scenario: Scenario,
    events: &[EventInstance],
    cut: Cut,
) -> Result<Breakdown, EditError> {
    let year = cut.year(plan.year);
    let weights = day_weights(&plan.shape, events, year);
    let target = spread(year, plan.total(), &weights, &plan.bounds(cut)).map_err(refusal)?;
    let days = scaled(&target, plan.total(), scenario_total(plan, scenario));
    Ok(Breakdown { year, days, weights })
}

/// What a scenario comes to, in the plan's unit; rounded half away from zero.
pub fn scenario_total(plan: &YearPlan, scenario: Scenario) -> i64 {
    let ratio = match scenario {
        Scenario::Floor => plan.scenarios.floor,
        Scenario::Target => return plan.total(),
        Scenario::Stretch => plan.scenarios.stretch,
    };
    // Within the limits of a plan this is below 10¹⁶.
    div_round(i128::from(plan.total()) * i128::from(ratio.bp()), 10_000) as i64
}

/// Shares `total` in proportion to the days of another total.
fn scaled(days: &[i64], from: i64, total: i64) -> Vec<i64> {
    if from == total {
        return days.to_vec();
    }
    let weights: Vec<u64> = days.iter().map(|day| day.unsigned_abs()).collect();
    // All days are zero only where the total is, and then so is every multiple of it.
    allocate(total, &weights).unwrap_or_else(|_| vec![0; days.len()])
}

fn refusal(error: SpreadError) -> EditError {
    match error {
        SpreadError::Conflict(conflict) => EditError::Conflict(Box::new(conflict)),
        SpreadError::WeightCount { n_days, n_weights } => EditError::OutOfRange {
            field: "goals.plans.shape",
            value: n_weights as i64,
            min: n_days as i64,
            max: n_days as i64,
        },
    }
}
