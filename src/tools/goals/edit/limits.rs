//! What the fields of a plan take.

use crate::base::calendar::Cut;
use crate::base::day::Month;
use crate::base::edit::{EditError, check_len, check_range};
use crate::tools::goals::model::{
    Baseline, CellKey, CellRule, MonthRates, Part, PartLock, RatePeriod, Scenarios, Shape, Split,
    Target, YearPlan,
};

/// The largest amount either way, in 分 or 件: 9 trillion yuan.
pub const MAX_AMOUNT: i64 = 900_000_000_000_000;
/// The largest weight, of a month, a weekday or a part: 100 times the average of 10,000.
pub const MAX_WEIGHT: i64 = 1_000_000;
/// The most characters of a note.
pub const MAX_NOTE: usize = 500;
/// The most characters of a name.
pub const MAX_NAME: usize = 200;
/// The most parts of a split.
pub const MAX_PARTS: usize = 2_000;
/// The most splits of a plan.
pub const MAX_SPLITS: usize = 20;
/// The most frozen versions of a plan.
pub const MAX_BASELINES: usize = 20;
/// The most plans.
pub const MAX_PLANS: usize = 30;
/// The most cells about which something is said.
pub const MAX_CELLS: usize = 2_000;
/// The most periods that plan something beside the months: a year, its quarters, weeks and days.
pub const MAX_RATE_PERIODS: usize = 500;
/// The fiscal years that a plan may be of: their days can all be read.
pub const YEARS: std::ops::RangeInclusive<i32> = 2000..=2099;
/// The largest growth: a hundred times last year more.
const MAX_GROWTH: i64 = 1_000_000;
/// 冲刺 is at most ten times the target.
const MAX_STRETCH: i64 = 100_000;
/// 100 %.
const WHOLE: i64 = 10_000;

/// Refuses an amount beyond ±[`MAX_AMOUNT`].
pub(super) fn amount(field: &'static str, value: i64) -> Result<(), EditError> {
    check_range(field, value, -MAX_AMOUNT, MAX_AMOUNT)
}

/// Refuses a list of more than `max` entries.
pub(super) fn count(field: &'static str, n_entries: usize, max: usize) -> Result<(), EditError> {
    if n_entries <= max { Ok(()) } else { Err(EditError::TooMany { field, max }) }
}

pub(super) fn plan(plan: &YearPlan, cut: Cut) -> Result<(), EditError> {
    let (first, last) = (i64::from(*YEARS.start()), i64::from(*YEARS.end()));
    check_range("goals.plans.year", plan.year.into(), first, last)?;
    target(plan.target)?;
    shape(&plan.shape)?;
    count("goals.plans.cells", plan.cells.len(), MAX_CELLS)?;
    plan.cells.iter().try_for_each(|rule| cell(plan.year, rule, cut))?;
    check_range("goals.plans.rates", plan.rates.len() as i64, 12, 12)?;
    plan.rates.iter().try_for_each(rates)?;
    count("goals.plans.period_rates", plan.period_rates.len(), MAX_RATE_PERIODS)?;
    for own in &plan.period_rates {
        rate_period(plan.year, own.period, cut)?;
        rates(&own.rates)?;
    }
    scenarios(&plan.scenarios)?;
    count("goals.plans.splits", plan.splits.len(), MAX_SPLITS)?;
    plan.splits.iter().try_for_each(|item| split(plan.year, item, cut))?;
    count("goals.plans.baselines", plan.baselines.len(), MAX_BASELINES)?;
    plan.baselines.iter().try_for_each(|item| baseline(plan.year, item, cut))
}

pub(super) fn target(target: Target) -> Result<(), EditError> {
    if let Target::Growth { base, growth } = target {
        amount("goals.plans.target.base", base)?;
        check_range("goals.plans.target.growth", growth.bp().into(), -WHOLE, MAX_GROWTH)?;
    }
    amount("goals.plans.target", target.total())
}

pub(super) fn shape(shape: &Shape) -> Result<(), EditError> {
    let check = |field, weights: &[u32]| {
        weights.iter().try_for_each(|&weight| check_range(field, weight.into(), 0, MAX_WEIGHT))
    };
    check("goals.plans.shape.months", &shape.months)?;
    check("goals.plans.shape.weekdays", &shape.weekdays)
}

pub(super) fn cell(year: i32, rule: &CellRule, cut: Cut) -> Result<(), EditError> {
    if rule.period.span(year, cut).is_none() {
        return Err(EditError::NoSuchPeriod(rule.period.to_string()));
    }
    rule.lock.map_or(Ok(()), |lock| amount("goals.plans.cells.lock", lock))?;
    rule.floor.map_or(Ok(()), |floor| amount("goals.plans.cells.floor", floor))?;
    rule.cap.map_or(Ok(()), |cap| amount("goals.plans.cells.cap", cap))?;
    check_len("goals.plans.cells.note", &rule.note, MAX_NOTE)
}

/// Refuses a period that has no day in the year, and months, which have their own list.
pub(super) fn rate_period(year: i32, period: RatePeriod, cut: Cut) -> Result<(), EditError> {
    let is_month = matches!(period, RatePeriod::Cell(CellKey::Month(_)));
    if is_month || period.span(year, cut).is_none() {
        return Err(EditError::NoSuchPeriod(period.to_string()));
    }
    Ok(())
}

pub(super) fn rates(rates: &MonthRates) -> Result<(), EditError> {
    let check = |field, value: Option<i64>, max| {
        value.map_or(Ok(()), |value| check_range(field, value, 0, max))
    };
    check("goals.plans.rates.cvr", rates.cvr.map(|cvr| cvr.bp().into()), WHOLE)?;
    check("goals.plans.rates.aov", rates.aov.map(|aov| aov.fen()), MAX_AMOUNT)?;
    check("goals.plans.rates.visitors", rates.visitors, MAX_AMOUNT)?;
    check("goals.plans.rates.ad_cap", rates.ad_cap.map(|cap| cap.bp().into()), WHOLE)
}

pub(super) fn scenarios(scenarios: &Scenarios) -> Result<(), EditError> {
    check_range("goals.plans.scenarios.floor", scenarios.floor.bp().into(), 0, WHOLE)?;
    let stretch = scenarios.stretch.bp().into();
    check_range("goals.plans.scenarios.stretch", stretch, WHOLE, MAX_STRETCH)
}

pub(super) fn split(year: i32, split: &Split, cut: Cut) -> Result<(), EditError> {
    count("goals.plans.splits.parts", split.parts.len(), MAX_PARTS)?;
    split.parts.iter().try_for_each(|item| part(year, item, cut))
}

pub(super) fn part(year: i32, part: &Part, cut: Cut) -> Result<(), EditError> {
    check_len("goals.plans.splits.parts.name", &part.name, MAX_NAME)?;
    check_range("goals.plans.splits.parts.weight", part.weight.into(), 0, MAX_WEIGHT)?;
    count("goals.plans.splits.parts.locks", part.locks.len(), 12)?;
    part.locks.iter().try_for_each(|PartLock { month: of, amount: value, .. }| {
        month(year, *of, cut)?;
        amount("goals.plans.splits.parts.locks.amount", *value)
    })
}

/// The place of a month in its fiscal year, 0–11.
pub(super) fn month(year: i32, month: Month, cut: Cut) -> Result<usize, EditError> {
    let place = cut.months(year).iter().position(|&other| other == month);
    place.ok_or_else(|| EditError::NoSuchPeriod(month.to_string()))
}

pub(super) fn baseline(year: i32, baseline: &Baseline, cut: Cut) -> Result<(), EditError> {
    check_len("goals.plans.baselines.name", &baseline.name, MAX_NAME)?;
    let n_days = cut.year(year).n_days() as i64;
    // One of another beginning of the year has that year's days.
    let (least, most) = baseline.from.map_or((n_days, n_days), |_| (365, 366));
    check_range("goals.plans.baselines.days", baseline.days.len() as i64, least, most)?;
    baseline.days.iter().try_for_each(|&day| {
        // A frozen 冲刺 is larger than its target may be.
        let max = MAX_AMOUNT * (MAX_STRETCH / WHOLE);
        check_range("goals.plans.baselines.days", day, -max, max)
    })
}
