//! How the matrix is looked at (T-43): axes, cuts, what its fields advise.

use serde::{Deserialize, Serialize};

use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::ratio::Ratio;
use crate::base::record::Record;

/// How the matrix is looked at. Every threshold is the user's.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Matrix {
    /// Which of the two pairs of axes is shown.
    pub set: AxisSet,
    /// What "sells" means to the shop's own axes: [`Measure::Units`] or [`Measure::Revenue`].
    pub sells: Measure,
    /// What "earns" means there: [`Measure::Margin`] or [`Measure::UnitProfit`].
    pub earns: Measure,
    /// The share of the textbook's axes: [`Measure::RelativeShare`], or [`Measure::ShopShare`] in
    /// its place.
    pub share: Measure,
    /// Their growth: [`Measure::MarketGrowth`], or [`Measure::CategoryGrowth`] in its place.
    pub growth: Measure,
    /// Cuts that the user set; a measure without one is cut at the median of what is shown, or
    /// where the textbook does.
    pub cuts: Vec<Cut>,
    /// The period that is looked at; none for the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Id>,
    /// The period that it is held against; none for nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compared: Option<Id>,
    /// From this share of the profit on, one product is a dependency.
    pub dependency: Ratio,
    /// What the user advises in a field in place of what the source does.
    pub advice: Vec<Advice>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Default for Matrix {
    fn default() -> Self {
        Self {
            set: AxisSet::Shop,
            sells: Measure::Units,
            earns: Measure::Margin,
            share: Measure::RelativeShare,
            growth: Measure::MarketGrowth,
            cuts: Vec::new(),
            period: None,
            compared: None,
            // T-43: one cash cow with more than half of the profit.
            dependency: Ratio::from_bp(5_000),
            advice: Vec::new(),
            extra: Extra::new(),
        }
    }
}

impl Matrix {
    /// What runs to the right and what runs upwards.
    pub fn axes(&self) -> (Measure, Measure) {
        match self.set {
            AxisSet::Shop => (self.sells, self.earns),
            AxisSet::Textbook => (self.share, self.growth),
        }
    }

    /// The cut that the user set on a measure.
    pub fn cut(&self, measure: Measure) -> Option<i64> {
        self.cuts.iter().find(|cut| cut.measure == measure).map(|cut| cut.value)
    }

    /// The user's own advice in a field; empty where the source's stands.
    pub fn own_advice(&self, field: BcgField) -> &str {
        let own = self.advice.iter().find(|advice| advice.field == field);
        own.map_or("", |advice| advice.text.as_str())
    }
}

/// A pair of axes. Their fields have names of their own: 疯狗 is no 瘦狗.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AxisSet {
    /// 店铺版: profit × sales.
    #[default]
    Shop,
    /// 教科书版: market growth × relative share.
    Textbook,
}

impl AxisSet {
    /// The operators' own first.
    pub const ALL: [Self; 2] = [Self::Shop, Self::Textbook];
}

/// What an axis counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Pieces that were paid for.
    Units,
    /// 支付金额, 分.
    Revenue,
    /// Profit ÷ revenue, basis points.
    Margin,
    /// Profit ÷ pieces, 分.
    UnitProfit,
    /// Own sales ÷ the largest competitor's, basis points: 10,000 is as large.
    RelativeShare,
    /// Own sales ÷ the shop's, basis points: stands in for the relative share.
    ShopShare,
    /// Market's sales ÷ those before − 1, basis points.
    MarketGrowth,
    /// The category's growth as the platform says it, basis points: stands in for the market's.
    CategoryGrowth,
}

impl Measure {
    /// What "sells" may mean.
    pub const SELLS: [Self; 2] = [Self::Units, Self::Revenue];
    /// What "earns" may mean.
    pub const EARNS: [Self; 2] = [Self::Margin, Self::UnitProfit];
    /// The share, and what stands in for it.
    pub const SHARES: [Self; 2] = [Self::RelativeShare, Self::ShopShare];
    /// The growth, and what stands in for it.
    pub const GROWTHS: [Self; 2] = [Self::MarketGrowth, Self::CategoryGrowth];

    /// Whether it only stands in for what the textbook asks for.
    pub fn is_proxy(self) -> bool {
        matches!(self, Self::ShopShare | Self::CategoryGrowth)
    }

    /// Whether equal factors are equal steps on its axis.
    pub fn is_log(self) -> bool {
        matches!(self, Self::Units | Self::Revenue | Self::RelativeShare | Self::ShopShare)
    }

    /// Whether its axis runs from right to left, as the textbook draws it.
    pub fn is_reversed(self) -> bool {
        matches!(self, Self::RelativeShare | Self::ShopShare)
    }

    /// Where the textbook cuts it: a relative share of 1, a growth of 10 %; `None` where the
    /// median of what is shown does.
    pub fn usual_cut(self) -> Option<i64> {
        match self {
            Self::RelativeShare => Some(10_000),
            Self::MarketGrowth | Self::CategoryGrowth => Some(1_000),
            _ => None,
        }
    }
}

/// Where a measure is cut into low and high: a value at the cut is high.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Cut {
    /// The measure.
    pub measure: Measure,
    /// The cut, in the measure's unit.
    pub value: i64,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A field of one of the two matrices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BcgField {
    /// 店铺版 金牛: earns and sells.
    ShopCow,
    /// 店铺版 明日之星: earns, does not sell yet.
    ShopStar,
    /// 店铺版 疯狗: sells, earns little.
    ShopDog,
    /// 店铺版 问题儿童: neither.
    ShopChild,
    /// 教科书版 明星: grows, leads.
    BookStar,
    /// 教科书版 金牛: leads, does not grow.
    BookCow,
    /// 教科书版 问题: grows, does not lead.
    BookQuestion,
    /// 教科书版 瘦狗: neither.
    BookDog,
}

impl BcgField {
    /// The fields of a pair of axes, in the order in which they are talked of.
    pub fn all(set: AxisSet) -> [Self; 4] {
        match set {
            AxisSet::Shop => [Self::ShopCow, Self::ShopStar, Self::ShopDog, Self::ShopChild],
            AxisSet::Textbook => [Self::BookStar, Self::BookCow, Self::BookQuestion, Self::BookDog],
        }
    }

    /// The field of a value that is high on the one axis, and on the other.
    pub fn of(set: AxisSet, is_x_high: bool, is_y_high: bool) -> Self {
        match (set, is_x_high, is_y_high) {
            (AxisSet::Shop, true, true) => Self::ShopCow,
            (AxisSet::Shop, false, true) => Self::ShopStar,
            (AxisSet::Shop, true, false) => Self::ShopDog,
            (AxisSet::Shop, false, false) => Self::ShopChild,
            (AxisSet::Textbook, true, true) => Self::BookStar,
            (AxisSet::Textbook, true, false) => Self::BookCow,
            (AxisSet::Textbook, false, true) => Self::BookQuestion,
            (AxisSet::Textbook, false, false) => Self::BookDog,
        }
    }

    /// Whether the source leaves the field's advice open, so that ours is a recommendation
    ///
    pub fn is_derived(self) -> bool {
        !matches!(self, Self::ShopCow | Self::ShopDog)
    }
}

/// The user's own advice for a field.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Advice {
    /// The field.
    pub field: BcgField,
    /// What to do with its products.
    pub text: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
