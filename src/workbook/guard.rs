//! What an edit of one section must not do to another.

use crate::base::edit::{EditError, SplitConflict};
use crate::tools::goals::calc::breakdown::breakdown_of;
use crate::tools::goals::calc::split_conflict::split_conflict;
use crate::tools::goals::model::{Scenario, Split, YearPlan};
use crate::workbook::Workbook;

impl Workbook {
    /// Refuses a change after which the locked cells of a split could not hold: a lock, but also
    /// a target, a month, a weight or an event that moves the months under them.
    ///
    /// What could not hold `before` either is let through, so that a plan in conflict (from a
    /// file, say) can be mended step by step.
    ///
    /// # Errors
    ///
    /// [`EditError::SplitConflict`] with the locks that conflict.
    pub(super) fn guard(&self, before: &Self) -> Result<(), EditError> {
        let is_same = self.goals.is_same(&before.goals)
            && self.calendar.is_same(&before.calendar)
            && self.shop.cut() == before.shop.cut();
        if is_same {
            return Ok(());
        }
        for plan in &self.goals.plans {
            let Some((conflict, split)) = self.broken_splits(plan).into_iter().next() else {
                continue;
            };
            let was = before.goals.plan(plan.year).map(|plan| before.broken_splits(plan));
            let was_broken = was.is_some_and(|was| was.iter().any(|(_, one)| one.id == split.id));
            if !was_broken {
                return Err(EditError::SplitConflict(Box::new(conflict)));
            }
        }
        Ok(())
    }

    /// The splits of a plan whose locks cannot hold.
    fn broken_splits<'a>(&self, plan: &'a YearPlan) -> Vec<(SplitConflict, &'a Split)> {
        let has_locks = |split: &&Split| split.parts.iter().any(|part| !part.locks.is_empty());
        let mut locked = plan.splits.iter().filter(has_locks).peekable();
        if locked.peek().is_none() {
            return Vec::new();
        }
        let cut = self.shop.cut();
        let events = self.events(cut.year(plan.year));
        // A plan whose own cells conflict has no months to hold a split against.
        let Ok(target) = breakdown_of(plan, Scenario::Target, &events, cut) else {
            return Vec::new();
        };
        locked
            .filter_map(|split| Some((split_conflict(plan, split, &target, cut)?, split)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::calendar::WeekStart;
    use crate::base::day::Month;
    use crate::base::extra::Extra;
    use crate::base::id::Id;
    use crate::tools::goals::edit::{CellChange, GoalsEdit};
    use crate::tools::goals::model::{CellKey, GoalUnit, Part, PartLock, SplitBy, Target};
    use crate::tools::shop::edit::ShopEdit;
    use crate::workbook::edit::Edit;

    fn part(bits: u64, locks: Vec<PartLock>) -> Part {
        let name = format!("P{bits}");
        Part { id: Id::from_bits(bits), name, weight: 10_000, locks, extra: Extra::new() }
    }

    fn split(locks: Vec<PartLock>) -> Edit {
        let parts = vec![part(11, locks), part(12, Vec::new())];
        let split = Split { id: Id::from_bits(5), by: SplitBy::Owner, parts, extra: Extra::new() };
        GoalsEdit::PutSplit { year: 2026, split }.into()
    }

    /// ¥3,650 for 2026, ¥10 on a usual day; July, with ¥310, has no event.
    fn workbook() -> Workbook {
        let mut workbook = Workbook::default();
        let target = Target::Amount(365_000);
        let plan = YearPlan::new(Id::from_bits(1), 2026, GoalUnit::Sales, target);
        workbook.apply(GoalsEdit::PutPlan(Box::new(plan)).into()).unwrap();
        workbook.apply(month(31_000)).unwrap();
        workbook
    }

    fn july() -> Month {
        Month::new(2026, 7)
    }

    fn month(amount: i64) -> Edit {
        let cells = vec![CellChange::lock(CellKey::Month(july()), Some(amount))];
        GoalsEdit::SetCells { year: 2026, cells }.into()
    }

    fn refused(workbook: &Workbook, edit: Edit) -> EditError {
        workbook.clone().apply(edit).unwrap_err()
    }

    #[test]
    fn a_lock_beyond_its_month_is_refused_with_the_amounts() {
        let workbook = workbook();
        let error = refused(&workbook, split(vec![PartLock::new(july(), 31_001)]));
        let EditError::SplitConflict(conflict) = error else { panic!("{error:?}") };
        assert_eq!((conflict.by, conflict.locks[0].amount, conflict.is_money), (1, 31_001, true));
    }

    #[test]
    fn what_takes_the_month_from_under_a_lock_is_refused() {
        let mut workbook = workbook();
        workbook.apply(split(vec![PartLock::new(july(), 30_000)])).unwrap();
        let error = refused(&workbook, month(29_000));
        assert!(matches!(error, EditError::SplitConflict(conflict) if conflict.by == 1_000));
        // Both at once can hold: only the end counts.
        let both = Edit::All(vec![month(29_000), split(vec![PartLock::new(july(), 29_000)])]);
        workbook.apply(both).unwrap();
    }

    #[test]
    fn a_plan_in_conflict_can_be_mended_step_by_step() {
        let mut workbook = workbook();
        let locks =
            vec![PartLock::new(july(), 40_000), PartLock::new(Month::new(2026, 8), 190_000)];
        let parts = vec![part(11, locks), part(12, Vec::new())];
        let split = Split { id: Id::from_bits(5), by: SplitBy::Owner, parts, extra: Extra::new() };
        // As a file may have it.
        workbook.goals.make_mut().plans[0].splits.push(split.clone());
        let mut better = split.clone();
        better.parts[0].locks.pop();
        workbook.apply(GoalsEdit::PutSplit { year: 2026, split: better.clone() }.into()).unwrap();
        better.parts[0].locks.clear();
        workbook.apply(GoalsEdit::PutSplit { year: 2026, split: better }.into()).unwrap();
        refused(&workbook, GoalsEdit::PutSplit { year: 2026, split }.into());
    }

    #[test]
    fn a_week_that_would_begin_on_another_day_is_refused_where_locks_meet() {
        let mut workbook = workbook();
        let day = |text: &str| text.parse().unwrap();
        let cells = vec![
            CellChange::lock(CellKey::Day(day("2026-11-22")), Some(5_000)),
            CellChange::lock(CellKey::Week(day("2026-11-23")), Some(4_000)),
        ];
        workbook.apply(GoalsEdit::SetCells { year: 2026, cells }.into()).unwrap();
        let error = refused(&workbook, ShopEdit::SetWeekStart(WeekStart::Sunday).into());
        let EditError::PlanConflict(found) = error else { panic!("{error:?}") };
        assert_eq!((found.conflict.members.len(), found.conflict.by), (2, 1_000));
    }
}
