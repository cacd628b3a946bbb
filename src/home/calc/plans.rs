//! The plans that the report looks at, broken down once.

use crate::base::calendar::Cut;
use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::span::Span;
use crate::facts::set::FactSet;
use crate::home::calc::PlanState;
use crate::knowledge::events::EventInstance;
use crate::tools::goals::calc::attain::{Days, Past};
use crate::tools::goals::calc::breakdown::{Breakdown, breakdown};
use crate::tools::goals::calc::forecast::{past_plan, past_span};
use crate::tools::goals::model::{CellKey, GoalUnit, MonthRates, RatePeriod, YearPlan};
use crate::workbook::Workbook;

/// The plan of the running year, and of the year before where the last days still lie in it.
pub(super) struct Plans<'a> {
    pub workbook: &'a Workbook,
    pub cut: Cut,
    year: i32,
    current: Option<Planned<'a>>,
    before: Option<Planned<'a>>,
    /// What the running year's days brought, as far as the plan's own unit is known.
    actual: Vec<Option<i64>>,
    /// What the days before it brought, and what its shape would have asked of them.
    past: (Vec<i64>, Vec<Option<i64>>),
}

struct Planned<'a> {
    plan: &'a YearPlan,
    /// `None` where its cells contradict each other.
    breakdown: Option<Breakdown>,
}

impl<'a> Plans<'a> {
    pub fn of(workbook: &'a Workbook, day: Day) -> Self {
        let cut = workbook.shop.cut();
        let year = cut.year_of(day);
        let planned = |year: i32| {
            let plan = workbook.goals.plan(year)?;
            let breakdown = breakdown(plan, &workbook.events(cut.year(year)), cut).ok();
            Some(Planned { plan, breakdown })
        };
        let current = planned(year);
        let unit = current.as_ref().map_or_else(GoalUnit::default, |current| current.plan.unit);
        // The last days of the year before are looked at in the first weeks of a year only.
        let is_early = day - cut.year(year).from() < 60;
        let before = if is_early { planned(year - 1) } else { None };
        let before = before.filter(|before| before.plan.unit == unit);
        let actual = workbook.actuals(unit, cut.year(year));
        let past = current.as_ref().and_then(|current| {
            let span = past_span(cut.year(year));
            let shape = &current.plan.shape;
            let plan = past_plan(shape, &workbook.events(span), span, current.breakdown.as_ref()?);
            Some((plan, workbook.actuals(unit, span)))
        });
        let past = past.unwrap_or_default();
        Self { workbook, cut, year, current, before, actual, past }
    }

    pub fn facts(&self) -> &'a FactSet {
        &self.workbook.facts
    }

    pub fn unit(&self) -> GoalUnit {
        self.current.as_ref().map_or_else(GoalUnit::default, |current| current.plan.unit)
    }

    pub fn state(&self) -> PlanState {
        match &self.current {
            None => PlanState::Missing,
            Some(Planned { breakdown: None, .. }) => PlanState::Conflict,
            Some(_) => PlanState::Ready,
        }
    }

    /// The days of the running year.
    pub fn year_span(&self) -> Span {
        self.cut.year(self.year)
    }

    /// The running year.
    pub fn year(&self) -> i32 {
        self.year
    }

    /// The running year's plan.
    pub fn plan(&self) -> Option<&'a YearPlan> {
        self.current.as_ref().map(|current| current.plan)
    }

    /// The running year's days with their weights; `None` without a goal.
    pub fn breakdown(&self) -> Option<&Breakdown> {
        self.current.as_ref()?.breakdown.as_ref()
    }

    /// The events of the running year and of the days before it.
    pub fn events_with_past(&self) -> Vec<EventInstance> {
        let year = self.year_span();
        self.workbook.events(Span::new(past_span(year).from(), year.to()))
    }

    /// The target of a day of the running year or the one before.
    pub fn target(&self, day: Day) -> Option<i64> {
        let of = |planned: &Option<Planned<'_>>| planned.as_ref()?.breakdown.as_ref()?.day(day);
        of(&self.current).or_else(|| of(&self.before))
    }

    /// What a day brought.
    pub fn actual(&self, day: Day) -> Option<i64> {
        self.workbook.actual(self.unit(), day)
    }

    /// What a day plans, else its month, its quarter, its year. Visitors are held for a whole
    /// period, and are none of a day's rates.
    pub fn rates(&self, day: Day) -> MonthRates {
        let year = self.cut.year_of(day);
        let planned = [&self.current, &self.before].into_iter().flatten();
        let plan = planned.map(|planned| planned.plan).find(|plan| plan.year == year);
        let idx = self.cut.months(year).iter().position(|&month| month == day.month());
        let Some((plan, idx)) = plan.zip(idx) else { return MonthRates::default() };
        let today = plan.own_rates(RatePeriod::Cell(CellKey::Day(day)), self.cut);
        let month = plan.rates.get(idx).cloned().unwrap_or_default();
        let around = plan.rates_around(idx, self.cut);
        MonthRates {
            cvr: today.cvr.or(month.cvr).or(around.cvr),
            aov: today.aov.or(month.aov).or(around.aov),
            ad_cap: today.ad_cap.or(month.ad_cap).or(around.ad_cap),
            visitors: None,
            extra: Extra::new(),
        }
    }

    /// Looks at the running year as actual against plan; `None` without a goal.
    pub fn with_days<R>(&self, look: impl FnOnce(Days<'_>) -> R) -> Option<R> {
        let breakdown = self.breakdown()?;
        let past = Past { plan: &self.past.0, actual: &self.past.1 };
        let (year, plan) = (self.year_span(), breakdown.days.as_slice());
        Some(look(Days { year, plan, actual: &self.actual, past }))
    }
}
