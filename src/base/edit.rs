//! What all edits have in common.

use thiserror::Error;

use crate::base::id::Id;

/// Why an edit was refused; the workbook is then as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EditError {
    /// The thing was removed, or never was.
    #[error("there is nothing with the id {0}")]
    NoSuchItem(Id),
    /// There is no plan for this fiscal year.
    #[error("there is no plan for the fiscal year {0}")]
    NoSuchPlan(i32),
    /// The period is not part of the plan's year.
    #[error("the period `{0}` is not part of the year")]
    NoSuchPeriod(String),
    /// A number is outside of what makes sense for its field.
    #[error("{field} must be between {min} and {max}, not {value}")]
    OutOfRange {
        /// The field's name in the file format.
        field: &'static str,
        /// What was given.
        value: i64,
        /// The least that is taken.
        min: i64,
        /// The most that is taken.
        max: i64,
    },
    /// A text is longer than its field takes, in characters.
    #[error("{field} takes {max} characters at most")]
    TooLong {
        /// The field's name in the file format.
        field: &'static str,
        /// The most that is taken.
        max: usize,
    },
    /// A list has as many entries as it may have.
    #[error("{field} takes {max} entries at most")]
    TooMany {
        /// The list's name in the file format.
        field: &'static str,
        /// The most that is taken.
        max: usize,
    },
    /// The locks, floors and caps of a plan cannot hold together.
    #[error("the locked amounts cannot hold together")]
    Conflict(Box<crate::base::spread::Conflict>),
}

/// Names the field that an edit changes: edits of one field in quick succession are one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeKey {
    /// The field's name in the file format.
    pub field: &'static str,
    /// What else tells it from others: an id, a period.
    pub of: String,
}

/// Refuses a number outside of `min..=max`.
pub fn check_range(field: &'static str, value: i64, min: i64, max: i64) -> Result<(), EditError> {
    if (min..=max).contains(&value) {
        Ok(())
    } else {
        Err(EditError::OutOfRange { field, value, min, max })
    }
}

/// Refuses a text of more than `max` characters.
pub fn check_len(field: &'static str, text: &str, max: usize) -> Result<(), EditError> {
    if text.chars().count() <= max { Ok(()) } else { Err(EditError::TooLong { field, max }) }
}
