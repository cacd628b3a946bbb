//! What all edits have in common.

use thiserror::Error;

use crate::base::day::Month;
use crate::base::id::Id;
use crate::base::money::Money;
use crate::base::spread::Conflict;

/// Why an edit was refused; the workbook is then as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EditError {
    /// The part of the program that changes workbooks is not here yet.
    #[error("the program is still loading")]
    NotReady,
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
    Conflict(Box<Conflict>),
    /// A setting of the shop would move the locks of a plan onto days where they cannot hold.
    #[error("the locked amounts of {} cannot hold together then", .0.year)]
    PlanConflict(Box<PlanConflict>),
    /// The locked cells of a split cannot hold with the shares of its parts and its months.
    #[error("the locked cells of the split {} cannot hold", .0.split)]
    SplitConflict(Box<SplitConflict>),
    /// A price loses money on every piece, or nobody can say whether it does (N-11).
    #[error("the price of {} fen is under the break-even of the product", price.fen())]
    UnderBreakEven {
        /// The price.
        price: Money,
        /// The lowest price that loses nothing; none while the costs are not known.
        floor: Option<Money>,
    },
}

/// A conflict in a plan that was not itself edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanConflict {
    /// The fiscal year of the plan.
    pub year: i32,
    /// Whether its amounts are 分; else they are 件.
    pub is_money: bool,
    /// What cannot hold together, and by how much.
    pub conflict: Conflict,
}

/// Locked cells of a split that cannot hold with its margins.
///
/// Without any one of the locks the others can hold; where one line is locked beyond its amount,
/// they are as few as can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SplitConflict {
    /// The split.
    pub split: Id,
    /// Whether its amounts are 分; else they are 件.
    pub is_money: bool,
    /// The locked cells, in the order of parts and months.
    pub locks: Vec<LockedPart>,
    /// What the shares of parts and the months come to that these cannot hold with.
    pub margins: Vec<Margin>,
    /// By how much; above zero.
    pub by: i64,
}

/// A part's month that is locked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedPart {
    /// The part's name.
    pub part: String,
    /// The month.
    pub month: Month,
    /// The amount, in the plan's unit.
    pub amount: i64,
}

/// A line of a split, with what its cells must add up to in the plan's unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Margin {
    /// A part, by its name: its share of the year.
    Part(String, i64),
    /// A month of the plan.
    Month(Month, i64),
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
