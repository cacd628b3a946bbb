//! The positioning's section of the workbook (T-09, T-36).

use serde::{Deserialize, Serialize};

use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;

/// The positioning's section of the workbook (T-09, T-36).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Position {
    /// In the user's order.
    pub curve: Vec<CurveFactor>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One factor of the value curve (T-36).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct CurveFactor {
    /// Its name for good.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl HasId for CurveFactor {
    fn id(&self) -> Id {
        self.id
    }
}
