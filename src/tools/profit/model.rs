//! The section on price and profit (T-52).

mod bundle;
mod control;
mod cross;
mod stack;

use serde::{Deserialize, Serialize};

use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::base::record::Record;

pub use bundle::{Bundle, BundleItem, Pull};
pub use control::{ControlCell, ControlLine};
pub use cross::{CrossSell, Decision, Determinant, DeterminantNote};
pub use stack::{PriceStep, StepKind, StepRule};

/// The section on price and profit. Only what was typed is in it: prices, costs and sales are the
/// products', and everything else is worked out.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Profit {
    /// What is taken off the list price, in the order in which it is taken off.
    pub steps: Vec<PriceStep>,
    /// What refunds cost, of products that have no terms of their own.
    pub refunds: RefundTerms,
    /// What holds of one product.
    pub terms: Vec<ProductTerms>,
    /// The margin that prices are worked out for.
    pub target: Ratio,
    /// What worked out prices end in.
    pub rounding: Rounding,
    /// The monthly profit-control table (T-94); a cell of which nothing was typed is not there.
    pub control: Vec<ControlCell>,
    /// Products that are sold together (T-50).
    pub bundles: Vec<Bundle>,
    /// What products that draw buyers brought (T-131).
    pub pulls: Vec<Pull>,
    /// What recommendations did, look by look (T-51).
    pub cross: Vec<CrossSell>,
    /// How it stands with what decides the margin (T-53); one of which nothing was said is not
    /// there.
    pub determinants: Vec<DeterminantNote>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Default for Profit {
    fn default() -> Self {
        Self {
            steps: Vec::new(),
            refunds: RefundTerms::default(),
            terms: Vec::new(),
            target: Ratio::from_bp(2_000),
            rounding: Rounding::Fen,
            control: Vec::new(),
            bundles: Vec::new(),
            pulls: Vec::new(),
            cross: Vec::new(),
            determinants: Vec::new(),
            extra: Extra::new(),
        }
    }
}

impl Profit {
    /// What holds of a product; nothing of its own where nothing was typed.
    pub fn terms_of(&self, product: Id) -> ProductTerms {
        let found = self.terms.iter().find(|terms| terms.product == product);
        found.cloned().unwrap_or_else(|| ProductTerms::new(product))
    }

    /// What refunds of a product cost: its own terms, else those of all products.
    pub fn refunds_of(&self, product: Id) -> RefundTerms {
        let own = self.terms.iter().find(|terms| terms.product == product);
        own.and_then(|terms| terms.refunds.clone()).unwrap_or_else(|| self.refunds.clone())
    }

    /// The steps that a product goes through, in their order.
    pub fn steps_of(&self, product: Id) -> Vec<PriceStep> {
        let is_its =
            |step: &&PriceStep| step.is_on && step.product.is_none_or(|only| only == product);
        self.steps.iter().filter(is_its).cloned().collect()
    }

    /// The steps that a set goes through, in their order: what is taken off orders of any product.
    /// Its price stands in the place of single discounts and members' prices.
    pub fn steps_of_bundle(&self, bundle: &Bundle) -> Vec<PriceStep> {
        let is_its = |step: &&PriceStep| {
            let is_single = matches!(step.kind, StepKind::Item | StepKind::Member);
            bundle.takes_steps && step.is_on && step.product.is_none() && !is_single
        };
        self.steps.iter().filter(is_its).cloned().collect()
    }
}

/// What refunds cost (features 2.7). Shares are of the pieces that were paid for, unless said
/// otherwise.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct RefundTerms {
    /// 退款率: how many of the pieces are paid back.
    pub rate: Ratio,
    /// How many of those before the parcel left (仅退款): nothing was sent, nothing comes back.
    pub before: Ratio,
    /// How many of the pieces that come back can be sold again.
    pub resaleable: Ratio,
    /// The parcel back, or its insurance (运费险), 分 for each piece that comes back.
    pub freight: Money,
    /// What is spent on a refund and never comes back, 分 for each.
    pub fee: Money,
    /// How much of its commission the platform keeps.
    pub kept: Ratio,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Default for RefundTerms {
    fn default() -> Self {
        Self {
            rate: Ratio::from_bp(0),
            before: Ratio::from_bp(0),
            resaleable: Ratio::ONE,
            freight: Money::ZERO,
            fee: Money::ZERO,
            kept: Ratio::from_bp(0),
            extra: Extra::new(),
        }
    }
}

/// What holds of one product.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ProductTerms {
    /// The product.
    pub product: Id,
    /// Pieces in a usual order; none for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pieces: Option<i64>,
    /// What else lies in a usual order, 分: thresholds count it, and coupons are shared with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<Money>,
    /// What its refunds cost; none for the terms of all products.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refunds: Option<RefundTerms>,
    /// 支付转化率 of its visitors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversion: Option<Ratio>,
    /// What a click on its advertisements costs, 分.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub click: Option<Money>,
    /// 历史最低价: the least that a piece was ever sold for, which platforms hold promotions to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lowest: Option<Money>,
    /// Pieces a month, for what a month earns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volume: Option<i64>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ProductTerms {
    /// Nothing of its own.
    pub fn new(product: Id) -> Self {
        Self {
            product,
            pieces: None,
            beside: None,
            refunds: None,
            conversion: None,
            click: None,
            lowest: None,
            volume: None,
            extra: Extra::new(),
        }
    }
}

impl HasId for ProductTerms {
    fn id(&self) -> Id {
        self.product
    }
}

/// What worked out prices end in; they are always rounded up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// Any 分.
    #[default]
    Fen,
    /// Whole 角.
    Jiao,
    /// Whole yuan.
    Yuan,
    /// Whole yuan ending in 9.
    Nine,
}

impl Rounding {
    /// From the finest.
    pub const ALL: [Self; 4] = [Self::Fen, Self::Jiao, Self::Yuan, Self::Nine];

    /// The least price from `price` on that ends so.
    pub fn up(self, price: Money) -> Money {
        let (unit, end) = match self {
            Self::Fen => (1, 0),
            Self::Jiao => (10, 0),
            Self::Yuan => (100, 0),
            Self::Nine => (1_000, 900),
        };
        let over = (price.fen() - end).rem_euclid(unit);
        let more = if over == 0 { 0 } else { unit - over };
        price + Money::from_fen_clamped(more)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_are_rounded_up_to_their_ending() {
        let up = |rounding: Rounding, fen| rounding.up(Money::fen_const(fen)).fen();
        assert_eq!(up(Rounding::Fen, 8_118), 8_118);
        assert_eq!(up(Rounding::Jiao, 8_118), 8_120);
        assert_eq!(up(Rounding::Yuan, 8_118), 8_200);
        assert_eq!(up(Rounding::Nine, 8_118), 8_900);
        assert_eq!(up(Rounding::Nine, 8_900), 8_900);
        assert_eq!(up(Rounding::Nine, 8_901), 9_900);
        assert_eq!(up(Rounding::Nine, 1), 900);
    }

    #[test]
    fn a_product_takes_the_terms_of_all_where_it_has_none() {
        let [one, other] = [1, 2].map(Id::from_bits);
        let mut section = Profit::default();
        section.refunds.rate = Ratio::from_bp(800);
        let own = RefundTerms { rate: Ratio::from_bp(300), ..RefundTerms::default() };
        section.terms.push(ProductTerms { refunds: Some(own), ..ProductTerms::new(one) });
        assert_eq!(section.refunds_of(one).rate.bp(), 300);
        assert_eq!(section.refunds_of(other).rate.bp(), 800);
        let step = |bits, product, is_on| PriceStep {
            product,
            is_on,
            ..PriceStep::new(Id::from_bits(bits), StepKind::Item)
        };
        section.steps = vec![step(7, None, true), step(8, Some(one), true), step(9, None, false)];
        let ids = |of| section.steps_of(of).iter().map(|step| step.id.bits()).collect::<Vec<_>>();
        assert_eq!((ids(one), ids(other)), (vec![7, 8], vec![7]));
    }
}
