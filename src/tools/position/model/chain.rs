//! The value chain (T-37) and what must follow a change (T-38).

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::link::Link;
use crate::base::list::HasId;
use crate::base::record::Record;

/// Where a shop stands in the value chain (T-37).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChainRole {
    /// 工厂.
    Factory,
    /// 品牌商.
    Brand,
    /// 渠道.
    Channel,
    /// 零售.
    Retail,
}

impl ChainRole {
    /// From the source to the customer.
    pub const ALL: [Self; 4] = [Self::Factory, Self::Brand, Self::Channel, Self::Retail];
}

/// What a link of the value chain does (T-37).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChainKind {
    /// 原材料采购.
    #[default]
    Material,
    /// 设计.
    Design,
    /// 生产加工.
    Production,
    /// 渠道平台.
    Channel,
    /// 运输流通: logistics and packaging.
    Transport,
    /// 消费者.
    Customer,
}

impl ChainKind {
    /// From the raw material to the customer.
    pub const ALL: [Self; 6] = [
        Self::Material,
        Self::Design,
        Self::Production,
        Self::Channel,
        Self::Transport,
        Self::Customer,
    ];
}

/// One link of the value chain (T-37).
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ChainLink {
    /// Its name for good.
    pub id: Id,
    /// What it does.
    #[serde(default)]
    pub kind: ChainKind,
    /// What it is called where the kind's own name does not do.
    #[serde(default)]
    pub name: String,
    /// Who does it.
    #[serde(default)]
    pub who: String,
    /// Whether we do it ourselves; none while nobody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_ours: Option<bool>,
    /// What the positioning demands of it.
    #[serde(default)]
    pub standard: String,
    /// What it is like today.
    #[serde(default)]
    pub state: String,
    /// Whether it is as demanded; none while nobody checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conforms: Option<bool>,
    /// Whether the need of the next link is met; none while nobody checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serves_next: Option<bool>,
    /// What is done about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<ChainAction>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChainLink {
    /// A link of which nothing is known but what it does.
    pub fn new(id: Id, kind: ChainKind) -> Self {
        Self {
            id,
            kind,
            name: String::new(),
            who: String::new(),
            is_ours: None,
            standard: String::new(),
            state: String::new(),
            conforms: None,
            serves_next: None,
            action: None,
            extra: Extra::new(),
        }
    }
}

impl HasId for ChainLink {
    fn id(&self) -> Id {
        self.id
    }
}

/// What is done about a link of the chain (T-37).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChainAction {
    /// 保留.
    Keep,
    /// 加大.
    Raise,
    /// 剔除.
    Drop,
}

impl ChainAction {
    /// In the order of the source.
    pub const ALL: [Self; 3] = [Self::Keep, Self::Raise, Self::Drop];
}

/// One thing that changed, and what must follow (T-38).
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Change {
    /// Its name for good.
    pub id: Id,
    /// What changed.
    pub title: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// The link of the chain or the factor that changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Link>,
    /// What the others do about it; one that nothing was said of has no entry.
    #[serde(default)]
    pub followers: Vec<Follower>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Change {
    /// A change of which only the words are known.
    pub fn new(id: Id, title: String, day: Day, source: Option<Link>) -> Self {
        Self {
            id,
            title,
            reason: String::new(),
            day: Some(day),
            source,
            followers: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// What a department does about it, if anything was said.
    pub fn follower(&self, department: Department) -> Option<&Follower> {
        self.followers.iter().find(|follower| follower.department == department)
    }
}

impl HasId for Change {
    fn id(&self) -> Id {
        self.id
    }
}

/// Who must follow a change (T-38).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Department {
    /// 产品.
    #[default]
    Product,
    /// 价格.
    Price,
    /// 页面.
    Pages,
    /// 客服话术.
    Service,
    /// 仓储包装.
    Warehouse,
    /// 推广.
    Advertising,
    /// 供应链.
    Supply,
    /// 活动.
    Campaigns,
}

impl Department {
    /// In the order of the source.
    pub const ALL: [Self; 8] = [
        Self::Product,
        Self::Price,
        Self::Pages,
        Self::Service,
        Self::Warehouse,
        Self::Advertising,
        Self::Supply,
        Self::Campaigns,
    ];
}

/// How a department follows a change.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Follower {
    /// Who.
    pub department: Department,
    /// Whether it must change; none while nobody said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needs: Option<bool>,
    /// What it must change.
    pub what: String,
    /// Who does it.
    pub owner: String,
    /// Until when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// Whether it is done.
    pub is_done: bool,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
