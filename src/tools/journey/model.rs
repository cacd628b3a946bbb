//! The decision factors' section of the workbook (T-17).

use serde::{Deserialize, Serialize};

use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;

/// The decision factors' section of the workbook (T-17).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Journey {
    /// In the user's order.
    pub factors: Vec<Factor>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One factor that decides a purchase.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Factor {
    /// Its name for good.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl HasId for Factor {
    fn id(&self) -> Id {
        self.id
    }
}
