//! What follows from the personas. Nothing of it is stored.

pub mod claims;
pub mod fragment;
pub mod needs;
pub mod paste;
pub mod regions;
pub mod shares;
pub mod weights;

use crate::base::day::Day;
use crate::tools::personas::model::persona::Persona;

/// How many days ahead a review is announced.
pub const REVIEW_SOON_DAYS: i32 = 14;

/// Whether a persona must be looked at again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Review {
    /// No day was set for it.
    Unset,
    /// Not for a while.
    Fresh,
    /// In this many days, 0 for today.
    Soon(i32),
    /// This many days ago.
    Overdue(i32),
}

/// Whether a persona must be looked at again on `today`.
pub fn review(persona: &Persona, today: Day) -> Review {
    let Some(by) = persona.review_by else { return Review::Unset };
    match by - today {
        left if left < 0 => Review::Overdue(-left),
        left if left <= REVIEW_SOON_DAYS => Review::Soon(left),
        _ => Review::Fresh,
    }
}

/// What the avatar of a persona is drawn from: the first character of its name that is a letter,
/// and one of six colours by its id.
pub fn avatar(persona: &Persona) -> (String, u8) {
    let first = persona.name.chars().find(|c| c.is_alphanumeric());
    let letter = first.map(|c| c.to_uppercase().collect()).unwrap_or_default();
    let digits = persona.id.to_string();
    let sum: u32 = digits.bytes().map(u32::from).sum();
    (letter, (sum % 6) as u8 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Id;

    #[test]
    fn a_review_is_announced_and_then_overdue() {
        let mut persona = Persona::new(Id::from_bits(1), "给自己买的她".to_owned());
        let day = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!(review(&persona, day("2026-11-01")), Review::Unset);
        persona.review_by = Some(day("2026-11-15"));
        assert_eq!(review(&persona, day("2026-10-31")), Review::Fresh);
        assert_eq!(review(&persona, day("2026-11-01")), Review::Soon(14));
        assert_eq!(review(&persona, day("2026-11-15")), Review::Soon(0));
        assert_eq!(review(&persona, day("2026-11-17")), Review::Overdue(2));
    }

    #[test]
    fn an_avatar_is_the_same_each_time() {
        let persona = Persona::new(Id::from_bits(7), "“ana”".to_owned());
        assert_eq!(avatar(&persona), avatar(&persona.clone()));
        assert_eq!(avatar(&persona).0, "A");
        let empty = Persona::new(Id::from_bits(7), String::new());
        assert_eq!(avatar(&empty).0, "");
    }
}
