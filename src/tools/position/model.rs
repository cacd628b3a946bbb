//! The positioning's section of the workbook (T-09, T-34, T-36 … T-38).

mod chain;

use serde::{Deserialize, Serialize};

use crate::base::evidence::Evidence;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;
use crate::base::record::Record;
use crate::base::score::Score;

pub use chain::{ChainAction, ChainKind, ChainLink, ChainRole, Change, Department, Follower};

/// The positioning's section of the workbook (T-09, T-34, T-36 … T-38).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Position {
    /// What speaks for being first on each level; a level that nothing was said of has no entry.
    pub claims: Vec<LevelClaim>,
    /// The one level that was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Of what: the group, the region, the kind of goods; part of the statement.
    pub field: String,
    /// The statement in the user's own words; empty for the one that is written from the fields.
    pub statement: String,
    /// What the customer gets (价值主张).
    pub proposition: String,
    /// In which price class.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price_tier: Option<PriceTier>,
    /// The core promise as a slogan.
    pub slogan: String,
    /// The five faces of the strategy (T-34); a face that nothing was said of has no entry.
    pub faces: Vec<Face>,
    /// The factors of the value curve, in the user's order.
    pub curve: Vec<CurveFactor>,
    /// From where on the curve suggests an action.
    pub limits: CurveLimits,
    /// Where we stand in the value chain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<ChainRole>,
    /// The value chain, from the raw material to the customer.
    pub chain: Vec<ChainLink>,
    /// Changes that others must follow, the latest last.
    pub changes: Vec<Change>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A level on which one can be first (T-09).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 商品层面: their number, their combination, how they are managed.
    #[default]
    Goods,
    /// 消费者层面: the needs of one group of people.
    Customers,
    /// 区域层面: within one region.
    Region,
}

impl Level {
    /// In the order of the source.
    pub const ALL: [Self; 3] = [Self::Goods, Self::Customers, Self::Region];
}

/// Whether we can be first on a level, and why.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct LevelClaim {
    /// Which level.
    pub level: Level,
    /// Whether we can be first; none while nobody said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub can_lead: Option<bool>,
    /// Why, or why not.
    pub reason: String,
    /// How feasible it is, 1–5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feasibility: Option<u8>,
    /// How attractive it is, 1–5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attraction: Option<u8>,
    /// What that rests on.
    pub evidence: Vec<Evidence>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A price class against the market's middle (T-09).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PriceTier {
    /// 低价.
    Low,
    /// 中端.
    Middle,
    /// 中高端.
    Upper,
    /// 高端.
    High,
}

impl PriceTier {
    /// From below.
    pub const ALL: [Self; 4] = [Self::Low, Self::Middle, Self::Upper, Self::High];
}

/// A face of the strategy (T-34).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FaceKind {
    /// 商圈面: who searches for which words, how many, our share.
    #[default]
    TradeArea,
    /// 商品层面: structure, main price, life cycle.
    Goods,
    /// 消费者层面: looks, design, style that tell us from others.
    Customers,
    /// 运营层面: service, training, processes in tables.
    Operations,
    /// 促销层面: themes, alliances, talks with the platform.
    Promotion,
}

impl FaceKind {
    /// In the order of the source.
    pub const ALL: [Self; 5] =
        [Self::TradeArea, Self::Goods, Self::Customers, Self::Operations, Self::Promotion];
}

/// What we do on a face, and whether that fits the positioning.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Face {
    /// Which face.
    pub kind: FaceKind,
    /// What we do there.
    pub text: String,
    /// Whether it fits the positioning; none while nobody checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fits: Option<bool>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// From where on the curve suggests an action (T-36 gives the importances; what a high score is
/// is this program's). All are the user's to change.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct CurveLimits {
    /// A factor of this importance or less may be reduced or eliminated (1–5).
    pub low: u8,
    /// A factor of this importance or more is worth raising (1–5).
    pub high: u8,
    /// A score of this or more is a high one (0–10).
    pub much: u8,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Default for CurveLimits {
    fn default() -> Self {
        Self { low: 2, high: 4, much: 6, extra: Extra::new() }
    }
}

/// One factor of the value curve (T-36).
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct CurveFactor {
    /// Its name for good.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// The decision factor that it was made from (T-17).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub factor: Option<Id>,
    /// How important it is to customers, 1–5; none where the decision factor says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub importance: Option<u8>,
    /// What we offer today, 0–10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub today: Option<u8>,
    /// What we want to offer, 0–10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<u8>,
    /// What the industry offers on average, 0–10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub industry: Option<u8>,
    /// What competitors offer, 0–10.
    #[serde(default)]
    pub rivals: Vec<Score>,
    /// What we decided to do about it; none while the suggestion stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<FourAction>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl CurveFactor {
    /// A factor of which only the words are known.
    pub fn new(id: Id, name: String) -> Self {
        Self {
            id,
            name,
            factor: None,
            importance: None,
            today: None,
            target: None,
            industry: None,
            rivals: Vec::new(),
            action: None,
            extra: Extra::new(),
        }
    }
}

impl HasId for CurveFactor {
    fn id(&self) -> Id {
        self.id
    }
}

/// The four actions of the blue ocean (T-36).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FourAction {
    /// 剔除.
    Eliminate,
    /// 减少.
    Reduce,
    /// 增加.
    Raise,
    /// 创造.
    Create,
}

impl FourAction {
    /// In the order of the grid.
    pub const ALL: [Self; 4] = [Self::Eliminate, Self::Reduce, Self::Raise, Self::Create];
}
