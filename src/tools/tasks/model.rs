//! The tasks' section of the workbook.

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::link::Link;
use crate::base::list::HasId;
use crate::base::record::Record;

/// The tasks' section of the workbook.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Tasks {
    /// In the order in which they were made.
    pub tasks: Vec<Task>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What somebody does about something.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Task {
    /// Its name for good.
    pub id: Id,
    /// What is to be done.
    pub title: String,
    /// By whom; a colleague's name or role.
    #[serde(default)]
    pub owner: String,
    /// Until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// How far it is.
    #[serde(default)]
    pub status: TaskStatus,
    /// The metric that it promises to move, by its key in the registry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<String>,
    /// What it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Link>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Task {
    /// A task of which only the words are known.
    pub fn new(id: Id, title: String, source: Option<Link>) -> Self {
        Self {
            id,
            title,
            owner: String::new(),
            due: None,
            status: TaskStatus::Open,
            metric: None,
            source,
            extra: Extra::new(),
        }
    }
}

impl HasId for Task {
    fn id(&self) -> Id {
        self.id
    }
}

/// How far a task is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TaskStatus {
    /// Not begun.
    #[default]
    Open,
    /// Under way.
    Doing,
    /// Done.
    Done,
    /// Given up.
    Dropped,
}
