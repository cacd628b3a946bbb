//! The competitors' section of the workbook (T-23 … T-30).

pub mod checks;
pub mod price;

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;
use crate::base::money::Money;
use crate::base::record::Record;
use crate::tools::rivals::model::checks::{Difference, SameItem, ShopChange};
use crate::tools::rivals::model::price::{OwnPoint, PriceResponse};

/// The competitors' section of the workbook (T-23 … T-30).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Rivals {
    /// In the user's order.
    pub rivals: Vec<Rival>,
    /// Until when the changes were looked at; what was observed later is new.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub looked: Option<Day>,
    /// The limits of grades that were changed; the others stand in `knowledge`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<GradeLimit>,
    /// The inner edges of the price bands (T-29), rising; none for bands found from the prices.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<Money>,
    /// Own products with their prices and costs, until there is a section of products.
    pub own: Vec<OwnPoint>,
    /// How competitors' prices are answered (T-30).
    pub responses: Vec<PriceResponse>,
    /// What tells us from our peers, aspect by aspect (T-26).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub differences: Vec<Difference>,
    /// What shops that are looked at every day have changed (T-27), the latest last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shop_changes: Vec<ShopChange>,
    /// Looks for products like our own (T-28), the latest last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub same_items: Vec<SameItem>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One competitor (T-23).
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Rival {
    /// Its name for good.
    pub id: Id,
    /// What the shop is called.
    pub name: String,
    /// Its address, for opening it quickly.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// Where it sells: 天猫, 淘宝, 1688 …
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub platform: String,
    /// Whether it does better than we do.
    #[serde(default)]
    pub class: RivalClass,
    /// How much its style is like ours, 1 … 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<u8>,
    /// How it was found.
    #[serde(default)]
    pub found: FoundBy,
    /// The lowest of its usual prices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_from: Option<Money>,
    /// The highest of its usual prices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_to: Option<Money>,
    /// Company strength and staff, from public notices.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub strength: String,
    /// How it brings out new products.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub launches: String,
    /// Its products that are watched.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<RivalProduct>,
    /// What was seen of it, in the order in which it was written down.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub observations: Vec<Observation>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Rival {
    /// A competitor of which only the name is known.
    pub fn new(id: Id, name: String) -> Self {
        Self {
            id,
            name,
            url: String::new(),
            platform: String::new(),
            class: RivalClass::default(),
            style: None,
            found: FoundBy::default(),
            price_from: None,
            price_to: None,
            strength: String::new(),
            launches: String::new(),
            products: Vec::new(),
            observations: Vec::new(),
            extra: Extra::new(),
        }
    }
}

impl HasId for Rival {
    fn id(&self) -> Id {
        self.id
    }
}

/// How a competitor does, against us.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RivalClass {
    /// 比我们好.
    Better,
    /// 和我们差不多.
    #[default]
    Similar,
}

impl RivalClass {
    /// Better first.
    pub const ALL: [Self; 2] = [Self::Better, Self::Similar];
}

/// How a competitor was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FoundBy {
    /// 价格区间搜索.
    #[default]
    PriceSearch,
    /// 直通车第一页.
    Advertising,
    /// 行业排名.
    Ranking,
    /// 其他.
    Other,
}

impl FoundBy {
    /// In the order of the text.
    pub const ALL: [Self; 4] = [Self::PriceSearch, Self::Advertising, Self::Ranking, Self::Other];
}

/// A competitor's product that is watched.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct RivalProduct {
    /// Its name for good.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// The own product that it is held against (T-24).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<Id>,
    /// What we are going to do about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub todo: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl RivalProduct {
    /// A product of which only the name is known.
    pub fn new(id: Id, name: String) -> Self {
        Self { id, name, own: None, todo: String::new(), extra: Extra::new() }
    }
}

impl HasId for RivalProduct {
    fn id(&self) -> Id {
        self.id
    }
}

/// What was seen of a competitor on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Observation {
    /// Its name for good.
    pub id: Id,
    /// The day.
    pub day: Day,
    /// The product; none for the shop as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<Id>,
    /// What was looked at, by its key in `knowledge`; another word is the user's own.
    pub attribute: String,
    /// A number in the attribute's unit (分, pieces, 1/100 of a point); none for words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<i64>,
    /// Words: a main image, a promotion; or a note on the number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Where it was seen.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Observation {
    /// An observation of which the value is not known yet.
    pub fn new(id: Id, day: Day, product: Option<Id>, attribute: String) -> Self {
        let (note, source) = (String::new(), String::new());
        Self { id, day, product, attribute, number: None, note, source, extra: Extra::new() }
    }
}

impl HasId for Observation {
    fn id(&self) -> Id {
        self.id
    }
}

/// From when on a change is of which grade.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct GradeLimit {
    /// The attribute, by its key.
    pub attribute: String,
    /// From this on it is important, in the unit of the attribute's limits.
    pub important: i64,
    /// From this on it is urgent.
    pub urgent: i64,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
