//! The competitors' section of the workbook (T-23).

use serde::{Deserialize, Serialize};

use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;

/// The competitors' section of the workbook (T-23).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Rivals {
    /// In the user's order.
    pub rivals: Vec<Rival>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One competitor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Rival {
    /// Its name for good.
    pub id: Id,
    /// What the shop is called.
    pub name: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl HasId for Rival {
    fn id(&self) -> Id {
        self.id
    }
}
