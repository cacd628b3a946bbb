//! Own prices and the answers to competitors' prices (T-29, T-30).

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;
use crate::base::money::Money;
use crate::base::piece::PieceTerms;
use crate::base::ratio::Ratio;
use crate::base::record::Record;
use crate::tools::rivals::model::Observation;

/// An own product on the map of prices.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct OwnPoint {
    /// Its name for good.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// What buyers pay for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    /// What a piece costs whatever its price: goods, parcel, gift.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Money>,
    /// What goes off with the price: commission, advertising.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<Ratio>,
    /// Pieces sold a month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub monthly_units: Option<i64>,
    /// What was seen of it, as of a competitor's product (T-24), in the order in which it was
    /// written down. Its observations name no product.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen: Vec<Observation>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl OwnPoint {
    /// A product of which only the name is known.
    pub fn new(id: Id, name: String) -> Self {
        Self {
            id,
            name,
            price: None,
            cost: None,
            rate: None,
            monthly_units: None,
            seen: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// The lowest price at which a piece loses nothing: cost ÷ (1 − rate), rounded up to the 分.
    /// `None` while the cost is not known, or where everything goes off with the price.
    pub fn break_even(&self) -> Option<Money> {
        self.terms()?.break_even()
    }

    /// What a piece earns at a price: price − what goes off with it − cost, to the 分. `None`
    /// while the cost is not known.
    pub fn profit_at(&self, price: Money) -> Option<Money> {
        Some(self.terms()?.profit_at(price))
    }

    fn terms(&self) -> Option<PieceTerms> {
        Some(PieceTerms { fixed: self.cost?, rate: self.rate.unwrap_or_default() })
    }
}

impl HasId for OwnPoint {
    fn id(&self) -> Id {
        self.id
    }
}

/// How a competitor's price is answered (T-30).
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct PriceResponse {
    /// Its name for good.
    pub id: Id,
    /// The competitor; none after it was removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rival: Option<Id>,
    /// The own product.
    pub own: Id,
    /// What the competitor takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub their: Option<Money>,
    /// Whether the competitor is taking the market, or business is as usual.
    #[serde(default)]
    pub mode: PriceMode,
    /// How far the test has come.
    #[serde(default)]
    pub step: PriceStep,
    /// The price that we answer with; never under our own break-even (N-11).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    /// When it begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// What came of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub result: String,
    /// What was decided.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub decision: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl PriceResponse {
    /// An answer of which nothing is decided.
    pub fn new(id: Id, rival: Option<Id>, own: Id) -> Self {
        Self {
            id,
            rival,
            own,
            their: None,
            mode: PriceMode::default(),
            step: PriceStep::default(),
            price: None,
            day: None,
            result: String::new(),
            decision: String::new(),
            extra: Extra::new(),
        }
    }
}

impl HasId for PriceResponse {
    fn id(&self) -> Id {
        self.id
    }
}

/// What kind of times it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PriceMode {
    /// 普通环境.
    #[default]
    Normal,
    /// 对手抢占市场.
    Seizing,
}

impl PriceMode {
    /// As usual first.
    pub const ALL: [Self; 2] = [Self::Normal, Self::Seizing];
}

/// How far the test of a competitor's resolve has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PriceStep {
    /// 按品牌定位保持价格.
    #[default]
    Hold,
    /// 直接降价.
    Cut,
    /// 看对手是否跟.
    Watch,
    /// 看对手的决心.
    Resolve,
    /// 到了底线.
    Floor,
    /// 打包套餐加文化主题.
    Bundle,
}

impl PriceStep {
    /// In the order of the test; the bundle is the other way.
    pub const ALL: [Self; 6] =
        [Self::Hold, Self::Cut, Self::Watch, Self::Resolve, Self::Floor, Self::Bundle];
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(cost: i64, rate: i32) -> OwnPoint {
        OwnPoint {
            cost: Some(Money::fen_const(cost)),
            rate: Some(Ratio::from_bp(rate)),
            ..OwnPoint::new(Id::from_bits(1), "首饰盒".to_owned())
        }
    }

    #[test]
    fn break_even_and_profit_are_those_of_the_worked_example() {
        // V-14: price 128; goods 60, parcel 6, gift 3; commission 5 %, advertising 10 %.
        let point = point(6_900, 1_500);
        assert_eq!(point.break_even(), Some(Money::fen_const(8_118)));
        assert_eq!(point.profit_at(Money::fen_const(12_800)), Some(Money::fen_const(3_980)));
    }

    #[test]
    fn nothing_breaks_even_where_everything_goes_off_or_nothing_is_known() {
        assert_eq!(point(6_900, 10_000).break_even(), None);
        assert_eq!(OwnPoint::new(Id::from_bits(1), String::new()).break_even(), None);
        assert_eq!(point(6_900, 0).break_even(), Some(Money::fen_const(6_900)));
    }
}
