//! How advertising is looked at, and what was decided (T-96). What a plan came to is calculated.

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::base::record::Record;

/// How advertising is looked at. Every threshold is the user's.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Ads {
    /// So many last days with figures, unless `from` and `to` say otherwise.
    pub last_days: u32,
    /// The first day of the chosen period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// The last day of the chosen period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// Plans, or channels.
    pub by: AdsBy,
    /// 毛利率 before advertising, by which a return breaks even (M-39); `None` takes what the
    /// products earn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin: Option<Ratio>,
    /// Fewer clicks than these say nothing of a plan.
    pub min_clicks: u32,
    /// Fewer days with spending than these say nothing of what more of it would bring.
    pub min_days: u32,
    /// What may be spent a day in all; `None` is what is spent now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<Money>,
    /// How far a plan may move from what it spends now, where it has no limits of its own.
    pub step: Ratio,
    /// What was decided of plans and channels.
    pub notes: Vec<PlanNote>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Default for Ads {
    fn default() -> Self {
        Self {
            last_days: 14,
            from: None,
            to: None,
            by: AdsBy::default(),
            margin: None,
            min_clicks: 100,
            min_days: 14,
            budget: None,
            step: Ratio::from_bp(3_000),
            notes: Vec::new(),
            extra: Extra::new(),
        }
    }
}

impl Ads {
    /// What was decided of a plan or channel.
    pub fn note(&self, key: &str) -> Option<&PlanNote> {
        self.notes.iter().find(|note| note.key == key)
    }
}

/// By what the money is told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AdsBy {
    /// 计划.
    #[default]
    Plan,
    /// 场景: 关键词推广, 人群推广 …
    Channel,
}

impl AdsBy {
    /// In the order of the page.
    pub const ALL: [Self; 2] = [Self::Plan, Self::Channel];
}

/// What was decided of a plan or channel.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct PlanNote {
    /// 计划ID, or the channel's name.
    pub key: String,
    /// The decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// Why, in the user's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// The least that it must spend a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Money>,
    /// The most that it may spend a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Money>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl PlanNote {
    /// Whether it says nothing.
    pub fn is_blank(&self) -> bool {
        self.decision.is_none()
            && self.why.is_empty()
            && self.floor.is_none()
            && self.cap.is_none()
            && self.extra.is_empty()
    }
}

/// What is done with a plan (T-96, T-97).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// 加价 · 加预算.
    Raise,
    /// 降价 · 减预算.
    Lower,
    /// 换图.
    Picture,
    /// 观察.
    Watch,
    /// 新增: more of its kind.
    Add,
    /// 删除.
    Remove,
}

impl Decision {
    /// In the order of the page.
    pub const ALL: [Self; 6] =
        [Self::Raise, Self::Lower, Self::Picture, Self::Watch, Self::Add, Self::Remove];
}
