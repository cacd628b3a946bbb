//! What the shop must know this morning: today's target, how the last day went, where the month
//! and the year stand, what is missing and what comes next. Derived from the whole workbook.

pub mod coming;
pub mod coverage;
pub mod gaps;
mod plans;
pub mod result;
pub mod steps;
pub mod strip;
pub mod target;

use crate::base::day::Day;
use crate::base::span::Span;
use crate::tools::goals::calc::attain::{Attainment, Days, attain};
use crate::tools::goals::calc::forecast::{Forecast, forecast};
use crate::tools::goals::model::GoalUnit;
use crate::workbook::Workbook;
use coming::Coming;
use coverage::Coverage;
use gaps::Gaps;
use plans::Plans;
use result::{DayBar, DayResult};
use steps::NextStep;
use target::DayTarget;

/// The morning's report.
#[derive(Clone, Debug, PartialEq)]
pub struct Today {
    /// The day it is.
    pub day: Day,
    /// Its fiscal year.
    pub year: i32,
    /// The first month of the fiscal year, 1–12.
    pub fiscal_start: u8,
    /// Whether the amounts are 分; else they are 件.
    pub is_sales: bool,
    /// Whether the year has a goal that can be broken down.
    pub plan: PlanState,
    /// What today must bring; `None` without a goal.
    pub target: Option<DayTarget>,
    /// The last day before today with a value, at most [`result::LATEST_REACH`] days ago.
    pub latest: Option<DayResult>,
    /// The days up to that one, for comparison.
    pub bars: Vec<DayBar>,
    /// The running month; `None` without a goal.
    pub month: Option<Pace>,
    /// The running fiscal year; `None` without a goal.
    pub whole_year: Option<Pace>,
    /// Where most is missing.
    pub gaps: Gaps,
    /// The next events, by their first day.
    pub coming: Vec<Coming>,
    /// What to do next, the most urgent first.
    pub steps: Vec<NextStep>,
    /// How much of the year's days is known.
    pub coverage: Coverage,
}

/// Whether the year has a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanState {
    /// None is set.
    Missing,
    /// It cannot be broken down: its cells contradict each other.
    Conflict,
    /// It is broken down to the day.
    Ready,
}

/// How a running period stands and where it is heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Target, actual, expected to date, what is left.
    pub state: Attainment,
    /// Where it is likely to end; `None` with too little history or no day left.
    pub forecast: Option<Forecast>,
}

/// Whether nothing was imported and nothing planned yet.
pub fn is_empty(workbook: &Workbook) -> bool {
    workbook.goals.plans.is_empty() && workbook.facts.shop_days.is_empty()
}

/// The report of `day`.
pub fn today(workbook: &Workbook, day: Day) -> Today {
    let cut = workbook.shop.cut();
    let plans = Plans::of(workbook, day);
    let latest_day = result::latest_day(&plans, day);
    let month = day.month();
    let pace_of = |span: Span| plans.with_days(|days| pace(&days, span));
    let month_pace = pace_of(Span::new(month.first(), month.last()));
    let whole_year = pace_of(cut.year(cut.year_of(day)));
    let coverage = coverage::coverage(&plans, day);
    let steps = steps::steps(&plans, day, &coverage, month_pace.as_ref(), whole_year.as_ref());
    Today {
        day,
        year: cut.year_of(day),
        fiscal_start: cut.fiscal_start,
        is_sales: plans.unit() == GoalUnit::Sales,
        plan: plans.state(),
        target: target::target(&plans, day),
        latest: latest_day.and_then(|latest| result::result(&plans, latest, day)),
        bars: latest_day.map(|latest| result::bars(&plans, latest)).unwrap_or_default(),
        month: month_pace,
        whole_year,
        gaps: latest_day.map(|latest| gaps::gaps(&plans, latest, day)).unwrap_or_default(),
        coming: coming::coming(&plans, day),
        steps,
        coverage,
    }
}

fn pace(days: &Days<'_>, span: Span) -> Pace {
    Pace { state: attain(days, span), forecast: forecast(days, span) }
}

#[cfg(test)]
mod tests;
