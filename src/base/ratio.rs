//! Ratios of the document, in basis points.

use serde::{Deserialize, Serialize};

use crate::base::money::div_round;

/// A ratio in basis points: 1 is 0.01 %, 10,000 is 100 %.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Ratio(i32);

impl Ratio {
    /// 100 %.
    pub const ONE: Self = Self(10_000);

    /// The ratio of `bp` basis points.
    pub const fn from_bp(bp: i32) -> Self {
        Self(bp)
    }

    /// The basis points.
    pub const fn bp(self) -> i32 {
        self.0
    }

    /// `part ÷ whole`, rounded half away from zero; `None` where the whole is zero.
    pub fn of(part: i64, whole: i64) -> Option<Self> {
        if whole == 0 {
            return None;
        }
        let bp = div_round(i128::from(part) * 10_000, i128::from(whole));
        Some(Self(i32::try_from(bp).unwrap_or(if bp < 0 { i32::MIN } else { i32::MAX })))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_of_nothing_is_no_value() {
        assert_eq!(Ratio::of(1, 0), None);
        assert_eq!(Ratio::of(52, 1_899), Some(Ratio::from_bp(274)));
        assert_eq!(Ratio::of(i64::MAX, 1), Some(Ratio::from_bp(i32::MAX)));
    }
}
