//! What is taken off a list price, step by step (到手价, features §3 no. 15).

use serde::{Deserialize, Serialize};

use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::base::record::Record;

/// One step from the list price to what is paid.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct PriceStep {
    /// Its name for good.
    pub id: Id,
    /// What it is.
    pub kind: StepKind,
    /// What it is called; empty for the name of its kind.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The one product that it holds for; none for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<Id>,
    /// How much it takes.
    pub rule: StepRule,
    /// By [`StepRule::Percent`]: the share that is taken off, 1,000 for 9 折.
    #[serde(default)]
    pub percent: Ratio,
    /// By the other rules: the amount, 分.
    #[serde(default)]
    pub amount: Money,
    /// By a threshold: from which order on, 分.
    #[serde(default)]
    pub from: Money,
    /// How much of it the shop bears; the rest is the platform's.
    pub borne: Ratio,
    /// Of the steps with the same number only the first that takes something does; 0 for none.
    #[serde(default)]
    pub group: u8,
    /// Whether it counts.
    pub is_on: bool,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl PriceStep {
    /// A step as its kind usually is, which takes nothing yet.
    pub fn new(id: Id, kind: StepKind) -> Self {
        Self {
            id,
            kind,
            name: String::new(),
            product: None,
            rule: kind.usual_rule(),
            percent: Ratio::from_bp(0),
            amount: Money::ZERO,
            from: Money::ZERO,
            borne: Ratio::from_bp(if kind.is_shops() { 10_000 } else { 0 }),
            group: 0,
            is_on: true,
            extra: Extra::new(),
        }
    }
}

impl HasId for PriceStep {
    fn id(&self) -> Id {
        self.id
    }
}

/// What a step is. Their order here is the one in which platforms usually take them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// 单品打折, 单品立减.
    Item,
    /// 会员价.
    Member,
    /// 店铺券, 店铺满减.
    ShopCoupon,
    /// 跨店满减.
    CrossShop,
    /// 平台券.
    PlatformCoupon,
    /// 红包, 金币.
    RedPacket,
    /// Something else.
    Other,
}

impl StepKind {
    /// In the usual order.
    pub const ALL: [Self; 7] = [
        Self::Item,
        Self::Member,
        Self::ShopCoupon,
        Self::CrossShop,
        Self::PlatformCoupon,
        Self::RedPacket,
        Self::Other,
    ];

    /// How it usually takes.
    pub fn usual_rule(self) -> StepRule {
        match self {
            Self::Item => StepRule::Percent,
            Self::Member => StepRule::Price,
            Self::ShopCoupon | Self::PlatformCoupon => StepRule::Once,
            Self::CrossShop => StepRule::Every,
            Self::RedPacket | Self::Other => StepRule::Cut,
        }
    }

    /// Whether the shop usually bears it.
    pub fn is_shops(self) -> bool {
        !matches!(self, Self::PlatformCoupon | Self::RedPacket)
    }
}

/// How much a step takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StepRule {
    /// A share of each piece.
    Percent,
    /// An amount of each piece.
    Cut,
    /// Each piece costs so much, if it did not cost less.
    Price,
    /// 满减: an amount of the order, once from the threshold on.
    Once,
    /// 每满减: an amount of the order for each full threshold.
    Every,
}

impl StepRule {
    /// In the order of a list.
    pub const ALL: [Self; 5] = [Self::Percent, Self::Cut, Self::Price, Self::Once, Self::Every];

    /// Whether it takes from the order, and not from each piece.
    pub fn is_orders(self) -> bool {
        matches!(self, Self::Once | Self::Every)
    }
}
