//! How the last day went, and by which of the three factors (T-79).

use crate::base::causes::{Causes, Funnel, causes};
use crate::base::day::Day;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::facts::metric::{BUYERS, SALES, VISITORS};
use crate::facts::set::FactSet;
use crate::home::calc::plans::Plans;
use crate::tools::goals::calc::needs::visitors;
use crate::tools::goals::calc::page::needs::rates_of;
use crate::tools::goals::model::{GoalUnit, MonthRates};

/// How many days back the last day with a value is looked for.
pub const LATEST_REACH: i32 = 31;
/// How many days are drawn.
pub const N_BARS: i32 = 14;
/// How many days before speak for the rates of a day: four full weeks.
const N_BEFORE: i32 = 28;

/// A day that is over.
#[derive(Clone, Debug, PartialEq)]
pub struct DayResult {
    /// Which day.
    pub day: Day,
    /// Whether it is the day before today.
    pub is_yesterday: bool,
    /// What it brought, in the plan's unit.
    pub actual: i64,
    /// What it should have brought; `None` without a goal.
    pub target: Option<i64>,
    /// The same by factor; `None` where the goal counts pieces or the files do not say.
    pub factors: Option<Factors>,
}

impl DayResult {
    /// Actual ÷ target (M-11).
    pub fn attainment(&self) -> Option<Ratio> {
        Ratio::of(self.actual, self.target?)
    }

    /// Whether the day met its target: 达标.
    pub fn is_met(&self) -> Option<bool> {
        Some(self.target? <= self.actual)
    }
}

/// Visitors × conversion × order value, as they were and as the target counts on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Factors {
    /// As they were.
    pub actual: Rates,
    /// What the target counts on; `None` without a goal or without rates.
    pub target: Option<Rates>,
    /// What each factor brought or cost; adds up to actual − target exactly.
    pub causes: Option<Causes>,
    /// Where the target's rates come from.
    pub reference: Option<Reference>,
}

/// The three factors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rates {
    /// 访客数 (M-03).
    pub visitors: i64,
    /// 支付转化率 (M-04); `None` without visitors.
    pub cvr: Option<Ratio>,
    /// 客单价 (M-06); `None` without buyers.
    pub aov: Option<Money>,
}

/// What the rates are compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// Both were typed into the plan.
    Planned,
    /// What was not typed is taken from these days.
    Days(Span),
}

/// One day of the small chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayBar {
    /// Which day.
    pub day: Day,
    /// What it brought; `None` where no file says it.
    pub actual: Option<i64>,
    /// What it should have brought.
    pub target: Option<i64>,
}

/// The last day before `today` with a value.
pub(super) fn latest_day(plans: &Plans<'_>, today: Day) -> Option<Day> {
    let reach = Span::new(today - LATEST_REACH, today - 1);
    reach.days().rev().find(|&day| plans.actual(day).is_some())
}

/// How a day went; `None` where no file says it.
pub(super) fn result(plans: &Plans<'_>, day: Day, today: Day) -> Option<DayResult> {
    let actual = plans.actual(day)?;
    let target = plans.target(day);
    let four_weeks = Span::new(day - N_BEFORE, day - 1);
    let factors = (plans.unit() == GoalUnit::Sales)
        .then(|| factors(plans.facts(), Span::day(day), target, &plans.rates(day), &[four_weeks]))
        .flatten();
    Some(DayResult { day, is_yesterday: day + 1 == today, actual, target, factors })
}

/// The days up to `last`, each beside its target.
pub(super) fn bars(plans: &Plans<'_>, last: Day) -> Vec<DayBar> {
    Span::new(last - (N_BARS - 1), last)
        .days()
        .map(|day| DayBar { day, actual: plans.actual(day), target: plans.target(day) })
        .collect()
}

/// The factors of the days of `span` that have all three numbers, against a target for the same
/// days whose rates were typed or are those of the first of `earlier` that speaks.
pub(super) fn factors(
    facts: &FactSet,
    span: Span,
    target: Option<i64>,
    planned: &MonthRates,
    earlier: &[Span],
) -> Option<Factors> {
    let sum = |metric: &str| facts.sum(metric, span).total;
    let (people, buyers, sales) = (sum(VISITORS)?, sum(BUYERS)?, sum(SALES)?);
    let actual = Rates {
        visitors: people,
        cvr: Ratio::of(buyers, people),
        aov: Money::from_fen_clamped(sales).per(buyers),
    };
    let reference = baseline(facts, planned, earlier);
    let known = target.zip(reference).map(|(target, (cvr, aov, reference))| {
        let amount = Money::from_fen_clamped(target);
        let rates = visitors(amount, cvr, aov).map(|visitors| Rates {
            visitors,
            cvr: Some(cvr),
            aov: Some(aov),
        });
        let to = Funnel::of(people, buyers, sales);
        let is_positive = 0 < people && 0 < buyers && 0 < sales;
        let from = expected(target, cvr, aov).filter(|_| is_positive);
        (rates, from.map(|from| causes(from, to)), reference)
    });
    Some(Factors {
        actual,
        target: known.and_then(|(rates, ..)| rates),
        causes: known.and_then(|(_, causes, _)| causes),
        reference: known.map(|(.., reference)| reference),
    })
}

/// The state in which sales are exactly `target` at these rates; `None` where that is nothing.
fn expected(target: i64, cvr: Ratio, aov: Money) -> Option<Funnel> {
    Funnel::at_rates(target, cvr.bp().into(), aov.fen()).filter(|state| 0 < state.sales)
}

fn baseline(
    facts: &FactSet,
    planned: &MonthRates,
    earlier: &[Span],
) -> Option<(Ratio, Money, Reference)> {
    if let (Some(cvr), Some(aov)) = (planned.cvr, planned.aov) {
        return Some((cvr, aov, Reference::Planned));
    }
    earlier.iter().find_map(|&span| {
        let rates = rates_of(facts, span)?;
        let (cvr, aov) = (planned.cvr.or(rates.cvr)?, planned.aov.or(rates.aov)?);
        Some((cvr, aov, Reference::Days(facts.span()?.overlap(span)?)))
    })
}
