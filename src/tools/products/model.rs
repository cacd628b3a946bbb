//! The products' section of the workbook (T-07, T-41, T-43).

mod matrix;
mod sales;
mod stock;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;
use crate::base::money::Money;
use crate::base::piece::PieceTerms;
use crate::base::ratio::Ratio;
use crate::base::record::Record;

pub use matrix::{Advice, AxisSet, BcgField, Cut, Matrix, Measure};
pub use sales::{SalesPeriod, SalesRow};
pub use stock::StockRules;

/// The products' section of the workbook (T-07, T-41, T-43).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Products {
    /// In the user's order. Each is shared by itself: an edit of one in two thousand copies one.
    pub products: Vec<Arc<Product>>,
    /// The periods that sales are told by, in the order of their first days.
    pub periods: Vec<SalesPeriod>,
    /// How the matrix is looked at.
    pub matrix: Matrix,
    /// By what stock is judged (T-54).
    pub stock: StockRules,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One product: its fact sheet (T-07), its role (T-41), what it costs and what it sold.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Product {
    /// Its name for good.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// The platform's number of it (商品ID), as text: numbers of 13 digits and more lose some in
    /// spreadsheets. Rows of item exports with the same number are this product's.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub item_id: String,
    /// What it is there for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Where it stands in its life.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<LifeStage>,
    /// Since when it is for sale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub launched: Option<Day>,
    /// Whom it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persona: Option<Id>,
    /// The list price, 分.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    /// Pieces in stock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stock: Option<i64>,
    /// Pieces that were ordered and have not come yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_order: Option<i64>,
    /// From the order to the shelf, in days; none for what holds for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_days: Option<i64>,
    /// For how many days more there should be goods; none for what holds for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safety_days: Option<i64>,
    /// How its price is set (定价规则, T-41).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub pricing: String,
    /// Whether it may go into 聚划算 or 淘金币; none for what its role says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_deals: Option<bool>,
    /// What a piece costs, by the day from which it does; the earliest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub costs: Vec<CostFrom>,
    /// What the sheet says in words; a field of which nothing was said has no entry.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sheet: Vec<SheetEntry>,
    /// What it sold, a row a period; a period of which nothing is known has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sales: Vec<SalesRow>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Product {
    /// A product of which only the name is known.
    pub fn new(id: Id, name: String) -> Self {
        Self {
            id,
            name,
            item_id: String::new(),
            role: None,
            stage: None,
            launched: None,
            persona: None,
            price: None,
            stock: None,
            on_order: None,
            lead_days: None,
            safety_days: None,
            pricing: String::new(),
            in_deals: None,
            costs: Vec::new(),
            sheet: Vec::new(),
            sales: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// What a piece costs on a day: the latest costs from that day or before; `None` where the
    /// day lies before the first, or no cost was told.
    pub fn cost_on(&self, day: Day) -> Option<&CostFrom> {
        self.costs.iter().rev().find(|cost| cost.from.is_none_or(|from| from <= day))
    }

    /// What it sold in a period.
    pub fn sales_in(&self, period: Id) -> Option<&SalesRow> {
        self.sales.iter().find(|row| row.period == period)
    }

    /// What the sheet says in a field; empty where it says nothing.
    pub fn sheet_text(&self, key: &str) -> &str {
        self.sheet.iter().find(|entry| entry.key == key).map_or("", |entry| entry.text.as_str())
    }

    /// Whether it may go into 聚划算 or 淘金币: what the user said, else what its role says;
    /// `None` where neither does.
    pub fn may_deal(&self) -> Option<bool> {
        self.in_deals.or_else(|| self.role.and_then(Role::deals))
    }
}

impl HasId for Product {
    fn id(&self) -> Id {
        self.id
    }
}

/// What a product is there for (T-41).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 形象产品.
    Image,
    /// 引流产品.
    Traffic,
    /// 体验产品.
    Experience,
    /// 常规产品.
    Regular,
    /// 活动产品.
    Campaign,
}

impl Role {
    /// In the order of the source.
    pub const ALL: [Self; 5] =
        [Self::Image, Self::Traffic, Self::Experience, Self::Regular, Self::Campaign];

    /// Whether products of the role go into 聚划算 or 淘金币; `None` where the source is
    /// silent.
    pub fn deals(self) -> Option<bool> {
        match self {
            Self::Traffic => Some(false),
            Self::Campaign => Some(true),
            Self::Image | Self::Experience | Self::Regular => None,
        }
    }
}

/// Where a product stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LifeStage {
    /// 冷启期.
    Start,
    /// 成长期.
    Growth,
    /// 爆品期.
    Hit,
    /// 成熟期.
    Mature,
    /// 衰退期.
    Decline,
}

impl LifeStage {
    /// From first to last.
    pub const ALL: [Self; 5] = [Self::Start, Self::Growth, Self::Hit, Self::Mature, Self::Decline];
}

/// What a piece costs from a day on (features 2.7: costs that change do not rewrite history).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct CostFrom {
    /// The first day; none for "from the beginning".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// The goods, 分 a piece.
    pub goods: Money,
    /// The parcel, 分 a piece.
    pub freight: Money,
    /// What is put into the parcel, 分 a piece.
    pub gift: Money,
    /// The platform's share of the price.
    pub commission: Ratio,
    /// Advertising as a share of the price.
    pub ads: Ratio,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl CostFrom {
    /// Costs of which only the goods are known.
    pub fn of_goods(from: Option<Day>, goods: Money) -> Self {
        Self { from, goods, ..Self::default() }
    }

    /// The part that is the same at any price, and the part that goes off with it.
    pub fn terms(&self) -> PieceTerms {
        PieceTerms {
            fixed: self.goods + self.freight + self.gift,
            rate: Ratio::from_bp(self.commission.bp().saturating_add(self.ads.bp())),
        }
    }
}

/// What the sheet says in one field.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SheetEntry {
    /// The field, by its key in `knowledge`.
    pub key: String,
    /// What it says.
    pub text: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_takes_the_costs_that_were_in_force() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let mut product = Product::new(Id::from_bits(1), "首饰盒".to_owned());
        assert_eq!(product.cost_on(day("2026-10-01")), None);
        let cost = |from: &str, fen| CostFrom::of_goods(Some(day(from)), Money::fen_const(fen));
        product.costs = vec![cost("2026-03-01", 6_000), cost("2026-09-01", 6_300)];
        let goods = |on: &str| product.cost_on(day(on)).map(|cost| cost.goods.fen());
        assert_eq!(goods("2026-02-28"), None);
        assert_eq!(goods("2026-08-31"), Some(6_000));
        assert_eq!(goods("2026-09-01"), Some(6_300));
    }

    #[test]
    fn a_product_that_draws_visitors_stays_out_of_deals_unless_the_user_says_so() {
        let mut product = Product::new(Id::from_bits(1), "首饰盒".to_owned());
        assert_eq!(product.may_deal(), None);
        product.role = Some(Role::Traffic);
        assert_eq!(product.may_deal(), Some(false));
        product.in_deals = Some(true);
        assert_eq!(product.may_deal(), Some(true));
    }
}
