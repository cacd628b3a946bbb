//! What is recommended beside a product (T-51), and what decides a margin (T-53).

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;
use crate::base::ratio::Ratio;
use crate::base::record::Record;

/// What a product that is recommended on the page of another did, as seen on a day (关联销售记录).
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct CrossSell {
    /// Its name for good.
    pub id: Id,
    /// The product on whose page it stands.
    pub main: Id,
    /// The product that is recommended.
    pub linked: Id,
    /// Where on the page.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub slot: String,
    /// When it was seen.
    pub day: Day,
    /// 销售量.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<i64>,
    /// 访客数.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visitors: Option<i64>,
    /// 转化率.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversion: Option<Ratio>,
    /// What was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl CrossSell {
    /// A look of which nothing is known yet.
    pub fn new(id: Id, main: Id, linked: Id, day: Day) -> Self {
        Self {
            id,
            main,
            linked,
            slot: String::new(),
            day,
            units: None,
            visitors: None,
            conversion: None,
            decision: None,
            extra: Extra::new(),
        }
    }
}

impl HasId for CrossSell {
    fn id(&self) -> Id {
        self.id
    }
}

/// What becomes of a recommendation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// 保留.
    Keep,
    /// 更换.
    Replace,
}

/// What decides a margin (T-53), in the order of the source: value comes first, and not cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Determinant {
    /// 价值.
    Value,
    /// 吸引力.
    Appeal,
    /// 成本.
    Cost,
    /// 竞争.
    Competition,
}

impl Determinant {
    /// In the order of the source.
    pub const ALL: [Self; 4] = [Self::Value, Self::Appeal, Self::Cost, Self::Competition];
}

/// How it stands with one of the four, and what is done about it.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct DeterminantNote {
    /// Which one.
    pub determinant: Determinant,
    /// How it stands.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub state: String,
    /// What is done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub action: String,
    /// By how much the margin is to change, in points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<Ratio>,
    /// Who does it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl DeterminantNote {
    /// Nothing was said.
    pub fn new(determinant: Determinant) -> Self {
        Self {
            determinant,
            state: String::new(),
            action: String::new(),
            effect: None,
            owner: String::new(),
            extra: Extra::new(),
        }
    }
}
