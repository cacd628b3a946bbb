//! What the user said about advice: from which values on, and what to keep quiet until when.

use serde::Serialize;

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::record::Record;
use crate::knowledge::advice_rules::{AdviceRule, Cond, From};

/// What the user said about advice. Advice itself is calculated.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Advice {
    /// Limits of rules that are the user's own.
    pub limits: Vec<AdviceLimit>,
    /// What is kept quiet.
    pub snoozed: Vec<Snooze>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One limit of one rule.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct AdviceLimit {
    /// Rule and condition: `visitors_fell.change`.
    pub key: String,
    /// In the figure's unit.
    pub value: i64,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One piece of advice that is kept quiet.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Snooze {
    /// Rule and subject: `item_rate_fell/994280026318`.
    pub key: String,
    /// The day on which it is said again.
    pub until: Day,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Advice {
    /// The limit of a condition: the user's own, else the rule's; `ad_cap` is the shop's setting
    /// in basis points.
    pub fn limit(&self, rule: &AdviceRule, cond: &Cond, ad_cap: i64) -> i64 {
        match cond.limit {
            From::Fixed(value) => value,
            From::AdCap => ad_cap,
            From::Usual(value) => {
                let key = rule.limit_key(cond);
                let own = self.limits.iter().find(|limit| limit.key == key);
                own.map_or(value, |limit| limit.value)
            }
        }
    }

    /// Until when a piece of advice is quiet; `None` where it is not, or no longer.
    pub fn quiet_until(&self, key: &str, today: Day) -> Option<Day> {
        let found = self.snoozed.iter().find(|one| one.key == key);
        found.map(|one| one.until).filter(|until| today < *until)
    }
}
