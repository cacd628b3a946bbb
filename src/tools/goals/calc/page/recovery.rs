//! The recovery plan as the page proposes it, and the step that takes it over.

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::span::Span;
use crate::knowledge::events::EventInstance;
use crate::tools::goals::calc::page::progress::days;
use crate::tools::goals::calc::page::table::YearTable;
use crate::tools::goals::calc::recover::{Recovery, recover};
use crate::tools::goals::edit::{CellChange, GoalsEdit};
use crate::tools::goals::model::{Baseline, CellKey};

/// One day of the proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The day.
    pub day: Day,
    /// What the plan asks now.
    pub now: i64,
    /// What it would ask.
    pub then: i64,
}

/// The proposal for some days of the year.
///
/// * `events`: those of the year and of the days before it.
/// * `best_ever`: the best day on record, in the plan's unit.
pub fn proposal(
    table: &YearTable,
    events: &[EventInstance],
    span: Span,
    best_ever: Option<i64>,
) -> Recovery {
    recover(&days(table), events, span, best_ever)
}

/// The days of a proposal that change.
pub fn steps(table: &YearTable, plan: &[(Day, i64)]) -> Vec<Step> {
    plan.iter()
        .map(|&(day, then)| Step { day, now: table.target(day).unwrap_or(0), then })
        .filter(|step| step.now != step.then)
        .collect()
}

/// The edits that take the proposal over, as one step.
///
/// The days left are locked at the proposal, and the span at its target: what the days before
/// them ask for is spread anew and comes to what they sold, so that every sum stays. What was
/// asked before is kept as the frozen version `id`, so that the miss stays to be seen.
pub fn take_over(
    table: &YearTable,
    span: Span,
    plan: &[(Day, i64)],
    id: Id,
    name: String,
) -> Vec<GoalsEdit> {
    let year = table.plan.year;
    let month = CellKey::Month(span.from().month());
    let is_month = month.span(year, table.cut) == Some(span);
    let whole = is_month.then(|| CellChange::lock(month, Some(table.sum(span))));
    let days = plan.iter().map(|&(day, amount)| CellChange::lock(CellKey::Day(day), Some(amount)));
    let cells = whole.into_iter().chain(days).collect();
    let days = table.targets.as_ref().clone();
    let baseline = Baseline { id, name, at: table.today, from: None, days, extra: Extra::new() };
    vec![GoalsEdit::Freeze { year, baseline }, GoalsEdit::SetCells { year, cells }]
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::base::calendar::Cut;
    use crate::tools::goals::calc::breakdown::breakdown;
    use crate::tools::goals::calc::page::table::tests::{day, table};
    use crate::tools::goals::model::Goals;

    /// Like the table of the tests, but selling ¥0.90 a day from the first one on.
    fn behind() -> YearTable {
        let mut table = table();
        let actual = (0..365).map(|idx| (idx < 40).then_some(if idx < 5 { 150 } else { 90 }));
        table.actual = Arc::new(actual.collect());
        table
    }

    #[test]
    fn what_is_taken_over_adds_up_to_the_target_again() {
        let table = behind();
        let february = Span::new(day("2026-02-01"), day("2026-02-28"));
        // ¥8.10 of ¥28.00 after nine days: 19 days bring ¥19.90, at most ¥1.50 each.
        let Recovery::Plan(plan) = proposal(&table, &[], february, Some(150)) else {
            panic!("no plan");
        };
        assert_eq!(plan.iter().map(|(_, amount)| amount).sum::<i64>(), 1_990);
        assert_eq!(steps(&table, &plan).len(), 19);

        let mut goals = Goals { plans: vec![table.plan.as_ref().clone()], ..Goals::default() };
        let edits = take_over(&table, february, &plan, Id::from_bits(9), "before".to_owned());
        for edit in edits {
            edit.apply(&mut goals, Cut::default()).unwrap();
        }
        let after = breakdown(&goals.plans[0], &[], Cut::default()).unwrap();
        assert_eq!(after.total(), 36_500);
        // The nine days before come to what they sold, and other months are as they were.
        assert_eq!(after.sum(february), 2_800);
        assert_eq!(after.sum(Span::new(day("2026-02-01"), day("2026-02-09"))), 810);
        assert_eq!(after.sum(Span::new(day("2026-03-01"), day("2026-03-31"))), 3_100);
        assert_eq!(goals.plans[0].baselines[0].days, *table.targets);
    }
}
