//! Applying an import, as one step.

use std::collections::BTreeMap;

use crate::base::day::Day;
use crate::base::edit::EditError;
use crate::base::id::Id;
use crate::facts::set::FactSet;

/// Rows of shop days as a reader understood them: one value a day and metric.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DayTable {
    /// The days, in order, each once.
    pub days: Vec<Day>,
    /// Metric key → one value a row of `days`.
    pub columns: BTreeMap<String, Vec<Option<i64>>>,
}

/// What an import can do to the facts.
#[derive(Clone, Debug, PartialEq)]
pub enum FactsEdit {
    /// Puts the values of a file over what is there: a value replaces a value, "no value" in the
    /// file leaves what is known. Metrics that the file does not have stay.
    ApplyDays {
        /// The name of the import.
        id: Id,
        /// The file's name.
        file: String,
        /// The dialect.
        dialect: String,
        /// When, as civil time: `2026-11-21T14:03:27`.
        at: String,
        /// The rows.
        table: DayTable,
    },
}

impl FactsEdit {
    /// Carries the edit out.
    pub fn apply(self, facts: &mut FactSet) -> Result<(), EditError> {
        let _ = facts;
        Ok(())
    }
}
