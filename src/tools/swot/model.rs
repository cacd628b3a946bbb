//! The SWOT's section of the workbook (T-31).

use serde::{Deserialize, Serialize};

use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;

/// The SWOT's section of the workbook (T-31).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Swot {
    /// In the user's order.
    pub entries: Vec<SwotEntry>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One entry of a quadrant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SwotEntry {
    /// Its name for good.
    pub id: Id,
    /// What it says.
    pub text: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl HasId for SwotEntry {
    fn id(&self) -> Id {
        self.id
    }
}
