//! What one piece earns at a price (T-51, M-49): the formula that every page shares.

use crate::base::money::Money;
use crate::base::ratio::Ratio;

/// What a piece costs: a part that is the same at any price, and a part that goes off with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PieceTerms {
    /// Goods, parcel, gift: 分 a piece.
    pub fixed: Money,
    /// Commission, advertising: a share of the price.
    pub rate: Ratio,
}

impl PieceTerms {
    /// What a piece earns at a price: price − share of the price − fixed part. The share is
    /// rounded half away from zero to the 分, the rest is exact.
    pub fn profit_at(self, price: Money) -> Money {
        price - price.times(self.rate) - self.fixed
    }

    /// That profit as a share of the price; `None` at a price of nothing.
    pub fn margin_at(self, price: Money) -> Option<Ratio> {
        Ratio::of(self.profit_at(price).fen(), price.fen())
    }

    /// The lowest price at which a piece loses nothing: fixed ÷ (1 − rate), rounded up to the 分.
    /// `None` where everything goes off with the price.
    pub fn break_even(self) -> Option<Money> {
        let kept = 10_000 - i128::from(self.rate.bp());
        if kept <= 0 {
            return None;
        }
        let fen = (i128::from(self.fixed.fen()) * 10_000 + kept - 1).div_euclid(kept);
        Some(Money::from_fen_clamped(i64::try_from(fen).unwrap_or(i64::MAX)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn terms(fixed: i64, rate: i32) -> PieceTerms {
        PieceTerms { fixed: Money::fen_const(fixed), rate: Ratio::from_bp(rate) }
    }

    #[test]
    fn profit_margin_and_break_even_are_those_of_the_worked_example() {
        // V-14: price 128; goods 60, parcel 6, gift 3; commission 5 %, advertising 10 %.
        let terms = terms(6_900, 1_500);
        let price = Money::fen_const(12_800);
        assert_eq!(terms.profit_at(price), Money::fen_const(3_980));
        assert_eq!(terms.margin_at(price), Some(Ratio::from_bp(3_109)));
        assert_eq!(terms.break_even(), Some(Money::fen_const(8_118)));
        assert_eq!(terms.margin_at(Money::ZERO), None);
    }

    proptest! {
        #[test]
        fn break_even_is_the_lowest_price_that_loses_nothing(
            fixed in 1_i64..1_000_000, rate in 0..9_900,
        ) {
            let terms = terms(fixed, rate);
            let floor = terms.break_even().unwrap();
            let fen = Money::fen_const(1);
            // The share of the price is rounded to the 分: half a 分 of it may go either way.
            prop_assert!(Money::ZERO - fen <= terms.profit_at(floor));
            let below = floor - Money::fen_const(i64::from(10_000 / (10_000 - rate)) + 1);
            prop_assert!(terms.profit_at(below) < fen);
        }
    }
}
