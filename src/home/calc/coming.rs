//! The events that come next.

use crate::base::day::Day;
use crate::base::span::Span;
use crate::home::calc::plans::Plans;
use crate::knowledge::events::EventName;
use crate::tools::goals::model::CellKey;

/// How far ahead one looks.
const N_DAYS: i32 = 120;
/// How many events are told.
const N_EVENTS: usize = 4;

/// An event that runs or comes.
#[derive(Clone, Debug, PartialEq)]
pub struct Coming {
    /// Its key; with the day itself it names the row.
    pub key: String,
    /// What it is called.
    pub name: EventName,
    /// The day itself.
    pub anchor: Day,
    /// Its days.
    pub span: Span,
    /// Days until its first day; 0 or less while it runs.
    pub starts_in: i32,
    /// The target of the day itself; `None` outside of a planned year.
    pub day_target: Option<i64>,
    /// The target of all its days; `None` if one of them is outside of a planned year.
    pub target: Option<i64>,
    /// Whether the day itself was typed over.
    pub is_locked: bool,
}

/// The events that run on `today` or begin within four months.
pub(super) fn coming(plans: &Plans<'_>, today: Day) -> Vec<Coming> {
    let events = plans.workbook.events(Span::new(today, today + N_DAYS));
    let lock = |day: Day| {
        plans.plan().and_then(|plan| plan.cell(CellKey::Day(day))).is_some_and(|c| c.lock.is_some())
    };
    events
        .into_iter()
        .take(N_EVENTS)
        .map(|event| Coming {
            starts_in: event.span.from() - today,
            day_target: plans.target(event.anchor),
            target: event.span.days().map(|day| plans.target(day)).sum(),
            is_locked: lock(event.anchor),
            key: event.key,
            name: event.name,
            anchor: event.anchor,
            span: event.span,
        })
        .collect()
}
