//! Links between things of different sections, by id.

use serde::{Deserialize, Serialize};

use crate::base::id::Id;

/// What kind of thing a link leads to; every kind lives in one section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// A persona (T-12).
    Persona,
    /// A decision factor (T-17).
    Factor,
    /// A competitor (T-23).
    Rival,
    /// An entry of a SWOT (T-31).
    Swot,
    /// A strategy that pairs such entries (TOWS).
    Strategy,
    /// A factor of the value curve (T-36).
    CurveFactor,
    /// A link of the value chain (T-37).
    ChainLink,
    /// A change that others must follow (T-38).
    Change,
    /// A task.
    Task,
    /// A product (T-07).
    Product,
    /// A new product that is not for sale yet (T-44).
    NewItem,
    /// A test of products or pictures (T-48).
    Trial,
}

/// Leads from one thing to another. A link whose end was removed leads nowhere and is shown so;
/// removing a thing takes the links to it away in the same step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Link {
    /// What kind of thing it is.
    pub kind: LinkKind,
    /// Which one.
    pub id: Id,
}

impl Link {
    /// A link to the thing of that kind with that id.
    pub const fn new(kind: LinkKind, id: Id) -> Self {
        Self { kind, id }
    }
}
