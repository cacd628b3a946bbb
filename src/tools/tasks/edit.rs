//! What a user can do to the tasks.

use crate::base::edit::{EditError, MergeKey, check_len};
use crate::base::id::Id;
use crate::base::list;
use crate::tools::tasks::model::{Task, TaskStatus, Tasks};

/// The most tasks.
pub const MAX: usize = 2_000;
/// The longest title, in characters.
pub const MAX_TITLE: usize = 300;

/// One change of the tasks.
#[derive(Clone, Debug, PartialEq)]
pub enum TasksEdit {
    /// Adds one, or puts it in the place of the one with its id.
    Put(Task),
    /// Says how far one is.
    SetStatus {
        /// Which one.
        id: Id,
        /// How far it is.
        status: TaskStatus,
    },
    /// Removes one.
    Remove(Id),
}

impl TasksEdit {
    /// Carries the edit out.
    pub fn apply(self, section: &mut Tasks) -> Result<(), EditError> {
        match self {
            Self::Put(task) => {
                check_len("tasks.tasks.title", &task.title, MAX_TITLE)?;
                check_len("tasks.tasks.owner", &task.owner, 100)?;
                list::put(&mut section.tasks, task, "tasks.tasks", MAX)
            }
            Self::SetStatus { id, status } => {
                list::find_mut(&mut section.tasks, id)?.status = status;
                Ok(())
            }
            Self::Remove(id) => list::remove(&mut section.tasks, id).map(drop),
        }
    }

    /// The field that is being typed into, if it is one.
    pub fn merge_key(&self) -> Option<MergeKey> {
        match self {
            Self::Put(task) => Some(MergeKey { field: "tasks.tasks", of: task.id.to_string() }),
            Self::SetStatus { .. } | Self::Remove(_) => None,
        }
    }
}
