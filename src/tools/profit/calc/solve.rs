//! Prices worked out backwards: the list price for what is to be paid, received or earned.

use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::tools::profit::calc::stack::{Order, Trace, trace};
use crate::tools::profit::calc::unit::Terms;
use crate::tools::profit::model::{PriceStep, Rounding};

/// The highest list price that is looked for: ¥1,000,000.
const MAX_PRICE: i64 = 100_000_000;
/// After so many looks there is no answer: thresholds of a few 分 could ask for more.
const MAX_LOOKS: usize = 200_000;

/// What a price is looked for by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// 到手价: what the buyer pays for a piece.
    Paid,
    /// What the shop receives for a piece.
    Received,
}

impl Aim {
    fn of(self, trace: &Trace) -> Money {
        match self {
            Self::Paid => trace.piece_paid(),
            Self::Received => trace.piece_received(),
        }
    }
}

/// The lowest list price from which a piece brings at least `wanted`, and which ends as the
/// rounding says. A threshold can make a higher list price bring less: every price is looked at
/// that could be the first. `None` beyond ¥1,000,000.
///
/// What is brought rises at most as fast as the list price while no step begins or ends to take,
/// save for a 分 a step by rounding: so far ahead no price can be missed.
pub fn list_price(
    steps: &[PriceStep],
    order: Order,
    aim: Aim,
    wanted: Money,
    rounding: Rounding,
) -> Option<Money> {
    let slack = 2 * i64::try_from(steps.len()).unwrap_or(0);
    let mut price = rounding.up(wanted.max(Money::fen_const(1)));
    for _ in 0..MAX_LOOKS {
        if MAX_PRICE < price.fen() {
            return None;
        }
        let found = trace(steps, Order { price, ..order });
        let missing = (wanted - aim.of(&found)).fen();
        if missing <= 0 {
            return Some(price);
        }
        let ahead = (missing - slack).max(1).min(found.steady.unwrap_or(i64::MAX).max(1));
        price = rounding.up(price + Money::from_fen_clamped(ahead));
    }
    None
}

/// A list price that was worked out, and what it comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Solved {
    /// The list price.
    pub price: Money,
    /// What the buyer pays.
    pub paid: Money,
    /// What the shop receives.
    pub received: Money,
    /// What the piece earns.
    pub profit: Money,
    /// Profit ÷ received.
    pub margin: Option<Ratio>,
}

/// The lowest list price with a margin of at least so much; a margin of nothing is break-even.
/// `None` where no price has it.
pub fn price_for_margin(
    steps: &[PriceStep],
    order: Order,
    terms: &Terms,
    margin: Ratio,
    rounding: Rounding,
) -> Option<Solved> {
    let wanted = terms.received_for(margin)?;
    let price = list_price(steps, order, Aim::Received, wanted, rounding)?;
    Some(solved(steps, order, terms, price))
}

/// The lowest list price at which the buyer pays at least so much for a piece.
pub fn price_for_paid(
    steps: &[PriceStep],
    order: Order,
    terms: &Terms,
    paid: Money,
    rounding: Rounding,
) -> Option<Solved> {
    let price = list_price(steps, order, Aim::Paid, paid, rounding)?;
    Some(solved(steps, order, terms, price))
}

fn solved(steps: &[PriceStep], order: Order, terms: &Terms, price: Money) -> Solved {
    let trace = trace(steps, Order { price, ..order });
    let unit = terms.unit(trace.piece_received());
    Solved {
        price,
        paid: trace.piece_paid(),
        received: unit.received,
        profit: unit.profit,
        margin: unit.margin(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Id;
    use crate::tools::profit::calc::unit::UnitCosts;
    use crate::tools::profit::model::{RefundTerms, StepKind};

    fn yuan(yuan: i64) -> Money {
        Money::fen_const(yuan * 100)
    }

    fn coupon(from: i64, amount: i64) -> PriceStep {
        PriceStep {
            from: yuan(from),
            amount: yuan(amount),
            ..PriceStep::new(Id::from_bits(1), StepKind::ShopCoupon)
        }
    }

    #[test]
    fn the_price_before_a_threshold_is_found_where_it_is_the_lower() {
        let steps = [coupon(300, 50)];
        let find = |wanted| {
            list_price(&steps, Order::of_one(Money::ZERO), Aim::Paid, wanted, Rounding::Fen)
        };
        // 299.99 is under the threshold; 300 is paid only from 350 on.
        assert_eq!(find(yuan(260)), Some(yuan(260)));
        assert_eq!(find(Money::fen_const(29_999)), Some(Money::fen_const(29_999)));
        assert_eq!(find(yuan(300)), Some(yuan(350)));
    }

    #[test]
    fn a_margin_is_worked_back_to_the_list_price() {
        let costs = UnitCosts { goods: yuan(69), ..UnitCosts::default() };
        let terms = Terms::new(costs, RefundTerms::default());
        let steps = [PriceStep {
            percent: Ratio::from_bp(1_000),
            ..PriceStep::new(Id::from_bits(1), StepKind::Item)
        }];
        let order = Order::of_one(Money::ZERO);
        let margin = Ratio::from_bp(4_000);
        // 69 ÷ 0.6 = 115 received, 127.78 − 12.78 = 115.00.
        let solved = price_for_margin(&steps, order, &terms, margin, Rounding::Fen).unwrap();
        assert_eq!((solved.price.fen(), solved.received.fen()), (12_778, 11_500));
        let nine = price_for_margin(&steps, order, &terms, margin, Rounding::Nine).unwrap();
        assert_eq!(nine.price, yuan(129));
        assert!(margin.bp() <= nine.margin.unwrap().bp());
        let paid = price_for_paid(&steps, order, &terms, yuan(90), Rounding::Yuan).unwrap();
        assert_eq!((paid.price, paid.paid), (yuan(100), yuan(90)));
    }
}
