//! How a new product is brought to market, and what its trial sale says (T-46).

use serde::Serialize;

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;
use crate::base::money::Money;
use crate::base::record::Record;

/// How a new product is brought to market (T-46).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct LaunchPlan {
    /// 推广策略.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub strategy: String,
    /// 渠道 with their budgets.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<Channel>,
    /// 什么时候完成: when pictures and page are done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ready_by: Option<Day>,
    /// 怎么完成.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub ready_how: String,
    /// When it is to be for sale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub launch_on: Option<Day>,
    /// The first day of the trial sale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trial_from: Option<Day>,
    /// The last day of the trial sale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trial_to: Option<Day>,
    /// What was heard in the trial sale, and what came of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub feedback: Vec<Feedback>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A channel of the launch.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Channel {
    /// Its name for good.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// What it may cost, 分; none where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<Money>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl HasId for Channel {
    fn id(&self) -> Id {
        self.id
    }
}

/// Something that was heard in a trial sale.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Feedback {
    /// Its name for good.
    pub id: Id,
    /// When.
    pub heard_on: Day,
    /// What.
    pub said: String,
    /// What was changed because of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub answer: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl HasId for Feedback {
    fn id(&self) -> Id {
        self.id
    }
}
