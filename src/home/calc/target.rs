//! What today must bring, and what that takes.

use crate::base::day::Day;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::home::calc::plans::Plans;
use crate::knowledge::events::EventName;
use crate::tools::goals::calc::needs::{Needs, Rates, Source};
use crate::tools::goals::calc::page::needs::history;
use crate::tools::goals::model::GoalUnit;

/// Today's target.
#[derive(Clone, Debug, PartialEq)]
pub struct DayTarget {
    /// The amount, in the plan's unit.
    pub amount: i64,
    /// Its share of the month.
    pub of_month: Option<Ratio>,
    /// The events that today belongs to.
    pub events: Vec<EventName>,
    /// What it takes; `None` where the goal counts pieces.
    pub needs: Option<DayNeeds>,
}

/// What a day's sales take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayNeeds {
    /// Visitors, rounded up (V-10); `None` without both rates.
    pub visitors: Option<i64>,
    /// The conversion counted with.
    pub cvr: Option<Ratio>,
    /// The order value counted with.
    pub aov: Option<Money>,
    /// The most that advertising may cost.
    pub ad_budget: Money,
    /// As a share of sales.
    pub ad_cap: Ratio,
    /// Whether both rates were typed.
    pub is_planned: bool,
    /// The days that the others were taken from.
    pub history: Option<Span>,
}

/// Today's target; `None` without a goal.
pub(super) fn target(plans: &Plans<'_>, day: Day) -> Option<DayTarget> {
    let breakdown = plans.breakdown()?;
    let amount = breakdown.day(day)?;
    let month = day.month();
    let of_month = Ratio::of(amount, breakdown.sum(Span::new(month.first(), month.last())));
    let events =
        plans.workbook.events(Span::day(day)).into_iter().map(|event| event.name).collect();
    let needs = (plans.unit() == GoalUnit::Sales).then(|| needs(plans, day, amount));
    Some(DayTarget { amount, of_month, events, needs })
}

fn needs(plans: &Plans<'_>, day: Day, amount: i64) -> DayNeeds {
    let history = history(plans.facts(), day.month());
    let rates = Rates::of(&plans.rates(day), history.rates, plans.workbook.shop.ad_cap);
    let needs = Needs::of(Money::from_fen_clamped(amount), &rates);
    let sources = [rates.cvr.map(|cvr| cvr.source), rates.aov.map(|aov| aov.source)];
    DayNeeds {
        visitors: needs.visitors,
        cvr: rates.cvr.map(|cvr| cvr.value),
        aov: rates.aov.map(|aov| aov.value),
        ad_budget: needs.ad_budget,
        ad_cap: rates.ad_cap.value,
        is_planned: sources.iter().all(|&source| source == Some(Source::Planned)),
        history: sources.contains(&Some(Source::History)).then_some(history.span).flatten(),
    }
}
