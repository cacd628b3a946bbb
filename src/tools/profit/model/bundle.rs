//! Sets of products (T-50), and what a product that draws buyers brings beside itself (T-131).

use serde::Serialize;

use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::base::record::Record;

/// Products that are sold together for one price (T-50).
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Bundle {
    /// Its name for good.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// 文化主题, 重新包装: what makes more of it than its parts.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub theme: String,
    /// What is in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<BundleItem>,
    /// Its price, 分.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    /// What a competitor takes for a single piece, 分.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rival: Option<Money>,
    /// Whether coupons and thresholds of the order take off its price as well.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub takes_steps: bool,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Bundle {
    /// A set with nothing in it.
    pub fn new(id: Id, name: String) -> Self {
        Self {
            id,
            name,
            theme: String::new(),
            items: Vec::new(),
            price: None,
            rival: None,
            takes_steps: false,
            extra: Extra::new(),
        }
    }
}

impl HasId for Bundle {
    fn id(&self) -> Id {
        self.id
    }
}

/// So many pieces of a product.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct BundleItem {
    /// The product.
    pub product: Id,
    /// How many pieces.
    pub pieces: i64,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl BundleItem {
    /// So many pieces of a product.
    pub fn new(product: Id, pieces: i64) -> Self {
        Self { product, pieces, extra: Extra::new() }
    }
}

/// What a product that draws buyers brought in a month (T-131). What nobody said is none.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Pull {
    /// The product.
    pub product: Id,
    /// Who bought it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub buyers: Option<i64>,
    /// 连带率: how many of them bought something else too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attach: Option<Ratio>,
    /// What such a purchase earned, 分 each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attached: Option<Money>,
    /// What was spent on advertising it, 分.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ads: Option<Money>,
    /// New members that it gained.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<i64>,
    /// What a member is worth, 分.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member_value: Option<Money>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Pull {
    /// Nothing is known.
    pub fn new(product: Id) -> Self {
        Self {
            product,
            buyers: None,
            attach: None,
            attached: None,
            ads: None,
            members: None,
            member_value: None,
            extra: Extra::new(),
        }
    }
}

impl HasId for Pull {
    fn id(&self) -> Id {
        self.product
    }
}
