//! A difference as it is shown: a direction and its words.

use std::cmp::Ordering;

use crate::base::locale::Locale;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::i18n::format;

/// A difference. Its direction is told by ▲ ▼, by the sign in the text and by colour, never by
/// colour alone; it says "more" or "less", never "good" or "bad".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// More, less, or the same.
    pub direction: Ordering,
    /// The difference with its sign and unit: `+¥3,361`, `−1.04 个百分点`.
    pub text: String,
}

impl Change {
    /// A difference of money, to the yuan.
    pub fn money(difference: Money) -> Self {
        Self { direction: difference.fen().cmp(&0), text: format::signed_money(difference) }
    }

    /// A difference of money, to the 分.
    pub fn money_exact(difference: Money) -> Self {
        Self { direction: difference.fen().cmp(&0), text: format::signed_money_exact(difference) }
    }

    /// A difference of counts.
    pub fn count(difference: i64) -> Self {
        Self { direction: difference.cmp(&0), text: format::signed_count(difference) }
    }

    /// A relative change.
    pub fn percent(change: Ratio) -> Self {
        Self { direction: change.bp().cmp(&0), text: format::signed_percent(change) }
    }

    /// A difference of two percentages.
    pub fn points(difference: Ratio, locale: Locale) -> Self {
        Self { direction: difference.bp().cmp(&0), text: format::points(difference, locale) }
    }

    /// The arrow before the text; none for no difference.
    pub fn arrow(&self) -> &'static str {
        match self.direction {
            Ordering::Greater => "▲",
            Ordering::Less => "▼",
            Ordering::Equal => "",
        }
    }

    /// The value of `data-direction`, which sets the colour.
    pub fn attribute(&self) -> &'static str {
        match self.direction {
            Ordering::Greater => "up",
            Ordering::Less => "down",
            Ordering::Equal => "flat",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_says_its_direction_three_times() {
        let change = Change::money(Money::fen_const(-158_100));
        assert_eq!((change.arrow(), change.attribute()), ("▼", "down"));
        assert_eq!(change.text, "−¥1,581");
        assert_eq!(Change::count(0).arrow(), "");
        assert_eq!(Change::points(Ratio::from_bp(120), Locale::Zh).text, "+1.20 个百分点");
    }
}
