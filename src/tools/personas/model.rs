//! The personas' section of the workbook (T-12).

use serde::{Deserialize, Serialize};

use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;

/// The personas' section of the workbook (T-12).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Personas {
    /// In the user's order.
    pub personas: Vec<Persona>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One group of customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Persona {
    /// Its name for good.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl HasId for Persona {
    fn id(&self) -> Id {
        self.id
    }
}
