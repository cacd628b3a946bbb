//! The decision factors' section of the workbook (T-17, T-18).

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::evidence::Evidence;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;
use crate::base::record::Record;
use crate::base::score::Score;

/// The decision factors' section of the workbook (T-17, T-18).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Journey {
    /// In the user's order.
    pub factors: Vec<Factor>,
    /// What happens in the stages; a stage that nothing was written of has no entry.
    pub stages: Vec<StageNote>,
    /// What the map of the stages shows to whom: presets that were changed, and the user's own.
    pub views: Vec<LaneView>,
    /// What was noted down while shopping as a customer (T-18), in the order of notes.
    pub visits: Vec<Visit>,
    /// From where on a factor is listed.
    pub limits: FactorLimits,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// From where on a factor is listed as one to break through with, or as one to save on. The
/// source names the two lists and no numbers: these are this program's, and the user's to change.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct FactorLimits {
    /// A factor of this importance or less is of low importance (1–5).
    pub low: u8,
    /// An effort of this or more is a high one (1–5).
    pub effort: u8,
    /// How many factors are listed to break through with (重点突破).
    pub top: u8,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Default for FactorLimits {
    fn default() -> Self {
        Self { low: 2, effort: 3, top: 5, extra: Extra::new() }
    }
}

/// One factor that decides a purchase.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Factor {
    /// Its name for good.
    pub id: Id,
    /// What it is called. A factor of the template keeps the template's words as its name, in
    /// the language in which it was taken over.
    pub name: String,
    /// Its key in the template; none for a factor of the user's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<String>,
    /// Where on the way to a purchase it counts.
    #[serde(default)]
    pub stage: Stage,
    /// How important it is to customers as a whole, 1–5; personas may differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub importance: Option<u8>,
    /// How important it is to single personas, 1–5.
    #[serde(default)]
    pub personas: Vec<Score>,
    /// How well we do it, 1–5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<u8>,
    /// How well competitors do it, 1–5 (T-25).
    #[serde(default)]
    pub rivals: Vec<Score>,
    /// How much we spend on it in money and time, 1–5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effort: Option<u8>,
    /// What we decided to do about it; none while it is undecided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<FactorAction>,
    /// Who answers for it.
    #[serde(default)]
    pub owner: String,
    /// What else is to be said.
    #[serde(default)]
    pub note: String,
    /// What the scores rest on.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Factor {
    /// A factor of which only the words are known.
    pub fn new(id: Id, name: String, stage: Stage) -> Self {
        Self {
            id,
            name,
            template: None,
            stage,
            importance: None,
            personas: Vec::new(),
            own: None,
            rivals: Vec::new(),
            effort: None,
            action: None,
            owner: String::new(),
            note: String::new(),
            evidence: Vec::new(),
            extra: Extra::new(),
        }
    }
}

impl HasId for Factor {
    fn id(&self) -> Id {
        self.id
    }
}

mod stages;

pub use self::stages::{LaneView, StageNote};
pub use crate::knowledge::factors::Stage;
pub use crate::knowledge::lanes::Lane;

/// What is done about a factor (T-17).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FactorAction {
    /// 加大投入.
    Raise,
    /// 保持.
    Keep,
    /// 减少.
    Reduce,
    /// 砍掉.
    Cut,
}

impl FactorAction {
    /// From the most to nothing.
    pub const ALL: [Self; 4] = [Self::Raise, Self::Keep, Self::Reduce, Self::Cut];
}

/// One step of shopping as a customer, in our shop or in a competitor's (T-18).
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Visit {
    /// Its name for good.
    pub id: Id,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// On which way the shop was reached.
    #[serde(default)]
    pub path: VisitPath,
    /// The competitor whose shop it was; none for our own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rival: Option<Id>,
    /// What was seen.
    #[serde(default)]
    pub saw: String,
    /// What one cared about there.
    #[serde(default)]
    pub cared: String,
    /// The factor that decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub factor: Option<Id>,
    /// Whether it ended in a real purchase of one's own, for one's own money.
    #[serde(default)]
    pub is_bought: bool,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Visit {
    /// A step of which nothing is written yet.
    pub fn new(id: Id, day: Day) -> Self {
        Self {
            id,
            day: Some(day),
            path: VisitPath::default(),
            rival: None,
            saw: String::new(),
            cared: String::new(),
            factor: None,
            is_bought: false,
            extra: Extra::new(),
        }
    }
}

impl HasId for Visit {
    fn id(&self) -> Id {
        self.id
    }
}

/// On which way a shop was reached (T-18).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum VisitPath {
    /// 关键字搜索.
    #[default]
    Search,
    /// 首页类目.
    Category,
    /// 广告推荐.
    Advertising,
    /// 平台推送.
    Push,
}

impl VisitPath {
    /// In the order of the text.
    pub const ALL: [Self; 4] = [Self::Search, Self::Category, Self::Advertising, Self::Push];
}
