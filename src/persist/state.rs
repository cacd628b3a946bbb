//! What the user sees of saving.

use crate::persist::kv::KvError;

/// Whether the document on the screen is the document in storage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing has been changed yet, and nothing is stored.
    #[default]
    New,
    /// Everything is stored.
    Saved {
        /// When, as civil time: `14:03`.
        at: String,
    },
    /// There are changes that will be stored in a moment.
    Pending,
    /// There are changes that could not be stored; it is tried again every ten seconds.
    Failed(SaveError),
    /// Another tab has stored a later version: nothing is written over it. The user keeps what
    /// is here as a copy, or opens what is there.
    Conflict,
    /// Nothing will be stored.
    ReadOnly(ReadOnly),
}

impl SaveState {
    /// Whether leaving the page would lose something.
    pub fn is_unsaved(&self) -> bool {
        matches!(self, Self::Pending | Self::Failed(_) | Self::Conflict)
    }
}

/// Why a workbook was not stored. What was stored before is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// The browser's storage has no room left.
    #[error("the browser's storage is full")]
    Full,
    /// The browser or the user does not allow storage.
    #[error("the browser does not allow storage")]
    Blocked,
    /// The workbook is larger than one workbook may be, in UTF-16 units.
    #[error("the workbook takes {size} units, and {max} is the most")]
    TooLarge {
        /// What it takes.
        size: usize,
        /// The most.
        max: usize,
    },
    /// What was stored did not read back.
    #[error("what was stored did not read back")]
    NotStored,
    /// Another tab has stored a later version in the meantime.
    #[error("another tab has stored a later version")]
    Conflict,
    /// A newer version of this program has written the workbook.
    #[error("a newer version of the program has written the workbook")]
    Newer,
    /// Anything else.
    #[error("the browser's storage failed")]
    Other,
}

impl From<KvError> for SaveError {
    fn from(error: KvError) -> Self {
        match error {
            KvError::Quota => Self::Full,
            KvError::Blocked => Self::Blocked,
            KvError::Other => Self::Other,
        }
    }
}

/// Why nothing will be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// A newer version of this program has written the workbook.
    Newer {
        /// The schema it is of.
        schema: u32,
    },
    /// What is stored could not be read, and could not be set aside.
    Damaged,
}
