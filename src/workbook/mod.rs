//! The document: one shared section a tool. It changes through [`edit::Edit`] only.

pub mod check;
pub mod derive;
pub mod edit;
pub mod events;
pub mod normalize;
pub mod shared;

use serde::{Deserialize, Serialize};

use crate::base::extra::Extra;
use crate::facts::set::FactSet;
use crate::tools::calendar::model::Calendar;
use crate::tools::goals::model::Goals;
use crate::tools::shop::model::Shop;
use crate::workbook::shared::Shared;

/// A workbook: everything that an export file holds and undo takes back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Workbook {
    /// The shop and its settings.
    pub shop: Shared<Shop>,
    /// Its events.
    pub calendar: Shared<Calendar>,
    /// Its goals.
    pub goals: Shared<Goals>,
    /// What was imported.
    pub facts: Shared<FactSet>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
