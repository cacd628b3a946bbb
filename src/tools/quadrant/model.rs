//! How the items' quadrant is looked at (T-42). Where an item stands is calculated.

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::locale::Locale;
use crate::base::record::Record;
use crate::knowledge::life_quadrant::{LifeField, WATCH_DAYS};

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
    /// For how many days an item of little traffic and low conversion keeps its slot.
    pub watch_days: u32,
    /// What the user does in a field; a field without an entry has the source's words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<OwnAction>,
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
            watch_days: WATCH_DAYS,
            actions: Vec::new(),
            extra: Extra::new(),
        }
    }
}

impl LifeQuadrant {
    /// The user's own words of what to do in a field; empty where the source's stand.
    pub fn own_action(&self, field: LifeField) -> &str {
        let own = self.actions.iter().find(|one| one.field == field);
        own.map_or("", |one| one.text.as_str())
    }

    /// What to do with the items of a field.
    pub fn action(&self, field: LifeField, locale: Locale) -> String {
        match self.own_action(field).trim() {
            "" => field.row().action(locale, self.watch_days),
            own => own.to_owned(),
        }
    }
}

/// What the user does with the items of a field.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct OwnAction {
    /// The field.
    pub field: LifeField,
    /// What is done.
    pub text: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
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
