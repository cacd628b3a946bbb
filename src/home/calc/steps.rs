//! What to do next, from the state of the workbook alone.

use crate::base::day::{Day, Month};
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::facts::metric::SALES;
use crate::home::calc::coverage::Coverage;
use crate::home::calc::plans::Plans;
use crate::home::calc::{Pace, PlanState, coming, target};
use crate::knowledge::events::EventName;
use crate::tools::goals::calc::learn::MIN_DAYS;
use crate::tools::goals::calc::recover::{Recovery, recover};
use crate::tools::goals::model::GoalUnit;

/// How many days before the end of a year the next one is to be planned.
const PLAN_AHEAD: i32 = 60;
/// How many days before an event it is to be prepared: posters and pages (E-01; the app's
/// default, as the sources name −30 and −15 days for the papers before).
const PREPARE_AHEAD: i32 = 15;

/// Something to do.
#[derive(Clone, Debug, PartialEq)]
pub enum NextStep {
    /// Nothing was imported yet.
    FirstImport,
    /// The last days have no value.
    Import {
        /// From the first to the last of them.
        span: Span,
    },
    /// Days in between have no value.
    FillHoles {
        /// How many.
        n_days: usize,
        /// The latest run of them.
        latest: Span,
    },
    /// The year has no goal.
    SetGoal {
        /// The fiscal year.
        year: i32,
    },
    /// The cells of the year's goal contradict each other.
    SolveConflict,
    /// The weights were not learned, while history would do.
    LearnWeights {
        /// Days of history.
        n_days: usize,
    },
    /// Conversion or order value of the month is neither typed nor known.
    SetRates {
        /// The month.
        month: Month,
    },
    /// A period is behind, and its days left can make up for it.
    CatchUp {
        /// The period.
        span: Span,
        /// What is missing to date, in the plan's unit.
        by: i64,
        /// Days left.
        n_left: usize,
        /// What each of them must bring on average, rounded up.
        required: i64,
        /// What each of them was planned to bring on average.
        planned: i64,
    },
    /// A period is behind by more than its days left plausibly bring.
    OutOfReach {
        /// The period.
        span: Span,
        /// What is missing to the whole target.
        needed: i64,
        /// The most that the days left plausibly bring.
        plausible: i64,
        /// A day's need against the best day ever; 20,000 is twice.
        times_best: Option<Ratio>,
    },
    /// An event begins soon.
    Prepare {
        /// What it is called.
        name: EventName,
        /// Its days.
        span: Span,
        /// Days until it begins.
        starts_in: i32,
        /// What it is to bring.
        target: Option<i64>,
    },
    /// The year ends soon, and the next one has no goal.
    PlanNextYear {
        /// The next fiscal year.
        year: i32,
        /// Days left of the running one.
        days_left: i32,
    },
    /// Nothing is kept but in this browser: a file is to be put aside now and then.
    ExportBackup,
}

/// What to do next, the most urgent first.
pub(super) fn steps(
    plans: &Plans<'_>,
    today: Day,
    coverage: &Coverage,
    month: Option<&Pace>,
    whole_year: Option<&Pace>,
) -> Vec<NextStep> {
    let mut steps = Vec::new();
    steps.extend(import(today, coverage));
    steps.extend(goal(plans));
    steps.extend(catch_up(plans, month).or_else(|| catch_up(plans, whole_year)));
    steps.extend(rates(plans, today));
    steps.extend(prepare(plans, today));
    steps.extend(holes(coverage));
    steps.extend(next_year(plans, today));
    steps.extend(backup(plans));
    steps
}

fn import(today: Day, coverage: &Coverage) -> Option<NextStep> {
    match coverage.last {
        None => Some(NextStep::FirstImport),
        Some(last) if last < today - 1 => {
            Some(NextStep::Import { span: Span::new(last + 1, today - 1) })
        }
        Some(_) => None,
    }
}

/// Holes that the next import would not fill: runs before the last day with a value.
fn holes(coverage: &Coverage) -> Option<NextStep> {
    let last = coverage.last?;
    let mut inside = coverage.missing.iter().filter(|run| run.to() < last);
    let latest = *inside.next()?;
    let n_days = latest.n_days() + inside.map(|run| run.n_days()).sum::<usize>();
    Some(NextStep::FillHoles { n_days, latest })
}

fn goal(plans: &Plans<'_>) -> Option<NextStep> {
    match plans.state() {
        PlanState::Missing => Some(NextStep::SetGoal { year: plans.year() }),
        PlanState::Conflict => Some(NextStep::SolveConflict),
        PlanState::Ready => {
            let shape = &plans.plan()?.shape;
            let is_untouched = shape.learned.is_none() && *shape == Default::default();
            let n_days = history_days(plans);
            (is_untouched && MIN_DAYS <= n_days).then_some(NextStep::LearnWeights { n_days })
        }
    }
}

fn history_days(plans: &Plans<'_>) -> usize {
    let facts = plans.facts();
    facts.span().map_or(0, |span| {
        span.days().filter(|&day| facts.value(SALES, day).is_some_and(|sales| 0 < sales)).count()
    })
}

fn catch_up(plans: &Plans<'_>, pace: Option<&Pace>) -> Option<NextStep> {
    let state = pace?.state;
    let by = -state.gap()?;
    if by <= 0 || state.n_left == 0 {
        return None;
    }
    let breakdown = plans.breakdown()?;
    let best = plans.workbook.best_day(plans.unit());
    let events = plans.events_with_past();
    let verdict = plans.with_days(|days| recover(&days, &events, state.span, best))?;
    let rest = Span::new(state.span.to() - (state.n_left as i32 - 1), state.span.to());
    let planned = breakdown.sum(rest) / state.n_left as i64;
    match verdict {
        Recovery::Plan(_) => Some(NextStep::CatchUp {
            span: state.span,
            by,
            n_left: state.n_left,
            required: state.required_daily?,
            planned,
        }),
        Recovery::OutOfReach { needed, plausible, times_best } => {
            Some(NextStep::OutOfReach { span: state.span, needed, plausible, times_best })
        }
        Recovery::NotNeeded | Recovery::NoDaysLeft => None,
    }
}

fn rates(plans: &Plans<'_>, today: Day) -> Option<NextStep> {
    if plans.unit() != GoalUnit::Sales {
        return None;
    }
    let needs = target::target(plans, today)?.needs?;
    needs.visitors.is_none().then(|| NextStep::SetRates { month: today.month() })
}

fn prepare(plans: &Plans<'_>, today: Day) -> Option<NextStep> {
    let events = coming::coming(plans, today);
    let next = events.into_iter().find(|event| (1..=PREPARE_AHEAD).contains(&event.starts_in))?;
    Some(NextStep::Prepare {
        name: next.name,
        span: next.span,
        starts_in: next.starts_in,
        target: next.target,
    })
}

/// A sample can be opened again at any time and needs no file.
fn backup(plans: &Plans<'_>) -> Option<NextStep> {
    let is_own = !plans.workbook.shop.is_sample;
    let has_work = plans.plan().is_some() || plans.facts().span().is_some();
    (is_own && has_work).then_some(NextStep::ExportBackup)
}

fn next_year(plans: &Plans<'_>, today: Day) -> Option<NextStep> {
    let year = plans.year() + 1;
    let days_left = plans.year_span().to() - today;
    let is_missing = plans.plan().is_some() && plans.workbook.goals.plan(year).is_none();
    (is_missing && days_left <= PLAN_AHEAD).then_some(NextStep::PlanNextYear { year, days_left })
}
