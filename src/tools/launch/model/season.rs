//! When this season's items are launched (T-47), and how far a bestseller is built (T-49).

use serde::Serialize;

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;
use crate::base::record::Record;

/// A season whose items are to be launched (T-47).
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Season {
    /// Its name for good.
    pub id: Id,
    /// What it is called: 春装.
    pub name: String,
    /// The event that people buy for, by its key in the calendar; none where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// Before so many days ahead of the event a launch is too early.
    pub days_early: i64,
    /// From fewer days ahead of the event on a launch is too late.
    pub days_late: i64,
    /// When the own items are to be launched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_launch: Option<Day>,
    /// What was seen of competitors; one that nobody looked at has no entry.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen: Vec<PeerSeen>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Season {
    /// A season of which only the name is known: six weeks to ten days ahead of its event.
    pub fn new(id: Id, name: String) -> Self {
        Self {
            id,
            name,
            event: None,
            days_early: 42,
            days_late: 10,
            own_launch: None,
            seen: Vec::new(),
            extra: Extra::new(),
        }
    }
}

impl HasId for Season {
    fn id(&self) -> Id {
        self.id
    }
}

/// What was seen of a competitor's items of a season.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct PeerSeen {
    /// The competitor.
    pub rival: Id,
    /// Whether it has launched them.
    pub has_launched: bool,
    /// Whether they sell; none where nobody could tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_selling: Option<bool>,
    /// When that was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_on: Option<Day>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// How far a product is built into a bestseller (T-49).
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct HitPlan {
    /// The product.
    pub product: Id,
    /// What was done; a step of which nothing is said has no entry.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<HitStep>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One step on the way to a bestseller.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct HitStep {
    /// Its key in `knowledge`.
    pub key: String,
    /// When it was done; none while it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_on: Option<Day>,
    /// Who does it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// What its metric was before, as it was typed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// What it was after.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl HitStep {
    /// A step of which nothing is said.
    pub fn new(key: String) -> Self {
        let (owner, before, after) = (String::new(), String::new(), String::new());
        Self { key, done_on: None, owner, before, after, extra: Extra::new() }
    }

    /// Whether it says nothing.
    pub fn is_blank(&self) -> bool {
        *self == Self::new(self.key.clone())
    }
}
