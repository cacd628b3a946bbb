//! Amounts of money in 分.

use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::base::ratio::Ratio;

/// An amount of money: a whole number of 分 (1/100 yuan), at most [`Money::MAX`] either way.
///
/// The limit keeps every amount exact in any JSON reader (2⁵³ ≈ 9.007·10¹⁵) and makes sums of a
/// year's days, each within the limit of a goal, impossible to overflow. `+` and `-` stop at the
/// limit instead of wrapping; where an amount comes from outside, the checked forms are used.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(try_from = "i64", into = "i64")]
pub struct Money(i64);

/// An amount beyond ±[`Money::MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("an amount of {0} fen is beyond the limit of 9,000,000,000,000,000 fen")]
pub struct MoneyOutOfRange(pub i128);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// 9·10¹⁵ 分 = 90 trillion yuan.
    pub const MAX: Self = Self(9_000_000_000_000_000);

    /// The amount of `fen` 分.
    pub fn from_fen(fen: i64) -> Result<Self, MoneyOutOfRange> {
        if (-Self::MAX.0..=Self::MAX.0).contains(&fen) {
            Ok(Self(fen))
        } else {
            Err(MoneyOutOfRange(fen.into()))
        }
    }

    /// An amount written in the program itself.
    pub const fn fen_const(fen: i64) -> Self {
        Self(fen)
    }

    /// The amount nearest to `fen` within the limits.
    pub fn from_fen_clamped(fen: i64) -> Self {
        Self(fen.clamp(-Self::MAX.0, Self::MAX.0))
    }

    /// The whole number of 分.
    pub const fn fen(self) -> i64 {
        self.0
    }

    /// The sum, unless it is beyond the limit.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        Self::from_fen(self.0.checked_add(other.0)?).ok()
    }

    /// `self × ratio`, rounded half away from zero to the 分.
    pub fn times(self, ratio: Ratio) -> Self {
        let fen = div_round(i128::from(self.0) * i128::from(ratio.bp()), 10_000);
        Self::from_fen_clamped(i64::try_from(fen).unwrap_or(i64::MAX))
    }

    /// `self ÷ n`, rounded half away from zero to the 分; `None` for `n` = 0.
    pub fn per(self, n: i64) -> Option<Self> {
        (n != 0).then(|| Self(div_round(self.0.into(), n.into()) as i64))
    }
}

/// `numerator ÷ denominator`, rounded half away from zero: the program's one rule of rounding.
///
/// A denominator of zero gives zero; callers that must tell the two apart check before.
pub fn div_round(numerator: i128, denominator: i128) -> i128 {
    if denominator == 0 {
        return 0;
    }
    let (numerator, denominator) =
        if denominator < 0 { (-numerator, -denominator) } else { (numerator, denominator) };
    let half = denominator / 2;
    if numerator < 0 {
        -((-numerator + half) / denominator)
    } else {
        (numerator + half) / denominator
    }
}

impl TryFrom<i64> for Money {
    type Error = MoneyOutOfRange;

    fn try_from(fen: i64) -> Result<Self, MoneyOutOfRange> {
        Self::from_fen(fen)
    }
}

impl From<Money> for i64 {
    fn from(money: Money) -> Self {
        money.0
    }
}

impl Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::from_fen_clamped(self.0.saturating_add(other.0))
    }
}

impl Sub for Money {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self::from_fen_clamped(self.0.saturating_sub(other.0))
    }
}

impl Neg for Money {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_half_away_from_zero() {
        assert_eq!(div_round(5, 2), 3);
        assert_eq!(div_round(-5, 2), -3);
        assert_eq!(div_round(4, 3), 1);
        assert_eq!(div_round(7, -2), -4);
    }

    #[test]
    fn a_share_of_an_amount_is_rounded_to_the_fen() {
        let amount = Money::fen_const(20_869_605);
        assert_eq!(amount.times(Ratio::from_bp(1_000)), Money::fen_const(2_086_961));
        assert_eq!(Money::fen_const(100).per(3), Some(Money::fen_const(33)));
        assert_eq!(Money::fen_const(100).per(0), None);
    }

    #[test]
    fn amounts_beyond_the_limit_are_refused_and_sums_stop_there() {
        assert!(Money::from_fen(9_000_000_000_000_001).is_err());
        assert_eq!(Money::MAX + Money::MAX, Money::MAX);
        assert_eq!(Money::MAX.checked_add(Money::fen_const(1)), None);
        assert!(serde_json::from_str::<Money>("9000000000000001").is_err());
        assert!(serde_json::from_str::<Money>("1.5").is_err());
    }
}
