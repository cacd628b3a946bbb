//! What the cells of a plan ask of its days.

use crate::base::calendar::Cut;
use crate::base::edit::EditError;
use crate::base::spread::{Bound, check};
use crate::tools::goals::model::{CellRule, YearPlan};

impl YearPlan {
    /// The locks, floors and caps as bounds of days, in the plan's unit.
    ///
    /// A cell's lock is one bound and its floor and cap are another: a cell that is typed over
    /// beyond its own cap is a conflict of the two. A cell that has no day in the year (the
    /// fiscal year was moved) asks for nothing.
    pub fn bounds(&self, cut: Cut) -> Vec<Bound> {
        let mut bounds = Vec::with_capacity(self.cells.len());
        for CellRule { period, lock, floor, cap, .. } in &self.cells {
            let Some(span) = period.span(self.year, cut) else { continue };
            bounds.extend(lock.map(|amount| Bound::lock(span, amount)));
            if floor.is_some() || cap.is_some() {
                bounds.push(Bound { span, at_least: *floor, at_most: *cap });
            }
        }
        bounds
    }

    /// Refuses a target and cells that cannot hold together.
    ///
    /// # Errors
    ///
    /// [`EditError::Conflict`] with the smallest set of them that conflicts.
    pub fn check_bounds(&self, cut: Cut) -> Result<(), EditError> {
        check(cut.year(self.year), self.total(), &self.bounds(cut))
            .map_err(|conflict| EditError::Conflict(Box::new(conflict)))
    }
}
