//! How the items' quadrant is looked at (T-42). Where an item stands is calculated.

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::record::Record;

/// The days of the usual period.
pub const USUAL_DAYS: u32 = 30;

/// How the items' quadrant is looked at. Every cut is the user's.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct LifeQuadrant {
    /// So many last days with figures, unless `from` and `to` say otherwise.
    pub last_days: u32,
    /// The first day of the chosen period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// The last day of the chosen period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// Whether it is held against the same length of time before.
    pub compare: bool,
    /// Where the visitors are cut.
    pub traffic: CutRule,
    /// Where the conversion is cut, basis points.
    pub rate: CutRule,
    /// Items on presale (商品ID): judged by 下单转化率, since they are paid later.
    pub presale: Vec<String>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Default for LifeQuadrant {
    fn default() -> Self {
        Self {
            last_days: USUAL_DAYS,
            from: None,
            to: None,
            compare: true,
            traffic: CutRule::default(),
            rate: CutRule::default(),
            presale: Vec::new(),
            extra: Extra::new(),
        }
    }
}

/// Where an axis is cut.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct CutRule {
    /// What decides.
    pub by: CutBy,
    /// The number that was typed: the peers' value, or one's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<i64>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What decides where an axis is cut (T-42).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CutBy {
    /// The shop's median.
    #[default]
    Median,
    /// The shop's mean; of a ratio, the ratio of the sums.
    Mean,
    /// 同行同层平均, as the user read it off.
    Peers,
    /// A number of the user's.
    Number,
}

impl CutBy {
    /// In the order of the source.
    pub const ALL: [Self; 4] = [Self::Median, Self::Mean, Self::Peers, Self::Number];

    /// Whether it needs a number.
    pub fn is_typed(self) -> bool {
        matches!(self, Self::Peers | Self::Number)
    }
}
