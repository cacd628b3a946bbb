//! What one product comes to by the section's terms.

use crate::base::id::Id;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::tools::profit::calc::solve::{Solved, price_for_margin};
use crate::tools::profit::calc::stack::{Order, Trace, trace};
use crate::tools::profit::calc::unit::{Terms, Unit, UnitCosts};
use crate::tools::profit::edit::MAX_PIECES;
use crate::tools::profit::model::{PriceStep, Profit, Rounding};

/// What the list of products says of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Priced {
    /// The product.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// Its list price.
    pub price: Option<Money>,
    /// What a piece costs on the day; none where no costs hold on it.
    pub costs: Option<UnitCosts>,
    /// Pieces in 30 days, by the last period of which they are known.
    pub monthly: Option<i64>,
}

/// What a product comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Earned {
    /// Its usual order.
    pub order: Order,
    /// The steps that it goes through.
    pub steps: Vec<PriceStep>,
    /// From the list price to what is paid.
    pub trace: Trace,
    /// Costs and refunds.
    pub terms: Terms,
    /// What a piece earns.
    pub unit: Unit,
    /// 支付转化率, if it was typed.
    pub conversion: Option<Ratio>,
    /// What a click costs, if it was typed.
    pub click: Option<Money>,
    /// Pieces a month: as typed, else as sold.
    pub volume: Option<i64>,
    /// Whether a piece is sold for less than ever (历史最低价).
    pub is_below_lowest: bool,
}

impl Earned {
    /// What a product comes to; `None` without a price or costs.
    pub fn of(section: &Profit, product: &Priced) -> Option<Self> {
        let (price, costs) = (product.price?, product.costs.clone()?);
        let own = section.terms_of(product.id);
        let order = Order {
            price,
            pieces: own.pieces.unwrap_or(1).clamp(1, MAX_PIECES),
            beside: own.beside.unwrap_or_default(),
        };
        let steps = section.steps_of(product.id);
        let trace = trace(&steps, order);
        let terms = Terms::new(costs, section.refunds_of(product.id));
        let unit = terms.unit(trace.piece_received());
        let is_below_lowest = own.lowest.is_some_and(|lowest| trace.piece_paid() < lowest);
        Some(Self {
            order,
            steps,
            terms,
            unit,
            conversion: own.conversion,
            click: own.click,
            volume: own.volume.or(product.monthly),
            is_below_lowest,
            trace,
        })
    }

    /// The lowest list price at which it loses nothing.
    pub fn break_even(&self) -> Option<Solved> {
        self.price_for(Ratio::default(), Rounding::Fen)
    }

    /// The lowest list price with a margin.
    pub fn price_for(&self, margin: Ratio, rounding: Rounding) -> Option<Solved> {
        price_for_margin(&self.steps, self.order, &self.terms, margin, rounding)
    }

    /// How the profit compares with what is wanted.
    pub fn standing(&self, target: Ratio) -> Standing {
        match self.unit.margin() {
            _ if self.unit.profit < Money::ZERO => Standing::Loss,
            Some(margin) if target.bp() <= margin.bp() => Standing::Reached,
            _ => Standing::Thin,
        }
    }
}

/// How a margin compares with the one that is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is reached.
    Reached,
    /// It is not.
    Thin,
    /// A piece loses money.
    Loss,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::profit::model::{ProductTerms, RefundTerms, StepKind};

    fn yuan(yuan: i64) -> Money {
        Money::fen_const(yuan * 100)
    }

    fn priced() -> Priced {
        let costs = UnitCosts {
            goods: yuan(60),
            freight: yuan(6),
            gift: yuan(3),
            commission: Ratio::from_bp(500),
            ads: Ratio::from_bp(1_000),
        };
        let id = Id::from_bits(1);
        Priced {
            id,
            name: "首饰盒".to_owned(),
            price: Some(yuan(128)),
            costs: Some(costs),
            monthly: Some(600),
        }
    }

    #[test]
    fn a_product_is_worked_out_by_its_own_terms() {
        let mut section = Profit::default();
        let earned = Earned::of(&section, &priced()).unwrap();
        assert_eq!(earned.unit.profit.fen(), 3_980);
        assert_eq!(
            (earned.volume, earned.standing(section.target)),
            (Some(600), Standing::Reached)
        );
        assert_eq!(earned.break_even().unwrap().price.fen(), 8_118);
        section.steps.push(PriceStep {
            amount: yuan(40),
            from: yuan(100),
            ..PriceStep::new(Id::from_bits(7), StepKind::ShopCoupon)
        });
        section.terms.push(ProductTerms {
            lowest: Some(yuan(90)),
            volume: Some(50),
            refunds: Some(RefundTerms { rate: Ratio::from_bp(1), ..RefundTerms::default() }),
            ..ProductTerms::new(Id::from_bits(1))
        });
        let earned = Earned::of(&section, &priced()).unwrap();
        // 88 × 85 % − 69 = 5.80, less a hundredth of a percent of what is paid back.
        assert_eq!(earned.trace.piece_paid(), yuan(88));
        assert!(earned.is_below_lowest);
        assert_eq!((earned.volume, earned.standing(section.target)), (Some(50), Standing::Thin));
        assert_eq!(earned.unit.profit.fen(), 580 - 1 + 1);
        // 81.19 is under the threshold of 100: its list price is the same.
        assert_eq!(earned.break_even().unwrap().price.fen(), 8_118);
    }

    #[test]
    fn nothing_is_worked_out_without_price_or_costs() {
        let section = Profit::default();
        assert_eq!(Earned::of(&section, &Priced { price: None, ..priced() }), None);
        assert_eq!(Earned::of(&section, &Priced { costs: None, ..priced() }), None);
        let loss = Priced { price: Some(yuan(70)), ..priced() };
        let earned = Earned::of(&section, &loss).unwrap();
        assert_eq!(earned.standing(section.target), Standing::Loss);
    }
}
