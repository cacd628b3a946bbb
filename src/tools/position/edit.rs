//! What a user can do to this section.

use crate::base::edit::{EditError, MergeKey, check_len};
use crate::base::id::Id;
use crate::base::list;
use crate::tools::position::model::{CurveFactor, Position};

/// The most entries.
pub const MAX: usize = 60;
/// The longest name, in characters.
pub const MAX_NAME: usize = 200;

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum PositionEdit {
    /// Adds one, or puts it in the place of the one with its id.
    Put(CurveFactor),
    /// Removes one.
    Remove(Id),
    /// Moves one to a place among the others.
    Move {
        /// Which one.
        id: Id,
        /// Its place, counted without it.
        to: usize,
    },
}

impl PositionEdit {
    /// Carries the edit out.
    pub fn apply(self, section: &mut Position) -> Result<(), EditError> {
        match self {
            Self::Put(item) => {
                check_len("position.curve.name", &item.name, MAX_NAME)?;
                list::put(&mut section.curve, item, "position.curve", MAX)
            }
            Self::Remove(id) => list::remove(&mut section.curve, id).map(drop),
            Self::Move { id, to } => list::move_to(&mut section.curve, id, to),
        }
    }

    /// The field that is being typed into, if it is one.
    pub fn merge_key(&self) -> Option<MergeKey> {
        match self {
            Self::Put(item) => Some(MergeKey { field: "position.curve", of: item.id.to_string() }),
            Self::Remove(_) | Self::Move { .. } => None,
        }
    }
}
