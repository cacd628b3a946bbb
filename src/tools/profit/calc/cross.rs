//! What a recommendation did since it was last looked at (T-51, R-22), and what the four
//! determinants are to bring (T-53).

use crate::base::ratio::Ratio;
use crate::tools::profit::model::{CrossSell, DeterminantNote};

/// What changed since the look before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Since {
    /// Pieces ÷ pieces before − 1.
    pub units: Option<Ratio>,
    /// Conversion − conversion before, in points.
    pub conversion: Option<Ratio>,
    /// Visitors ÷ visitors before − 1.
    pub visitors: Option<Ratio>,
}

impl Since {
    /// Whether pieces or conversion fell: look for another product.
    pub fn is_worse(&self) -> bool {
        [self.units, self.conversion].into_iter().flatten().any(|change| change.bp() < 0)
    }
}

/// What changed between a look and the last one before it of the same two products in the same
/// place; `None` where there is none.
pub fn since(all: &[CrossSell], one: &CrossSell) -> Option<Since> {
    let is_same = |other: &&CrossSell| {
        other.main == one.main
            && other.linked == one.linked
            && other.slot.trim() == one.slot.trim()
            && other.day < one.day
    };
    let before = all.iter().filter(is_same).max_by_key(|other| other.day)?;
    let change = |now: Option<i64>, before: Option<i64>| {
        let (now, before) = (now?, before?);
        Ratio::of(now.saturating_sub(before), before)
    };
    let points = |now: Option<Ratio>, before: Option<Ratio>| {
        Some(Ratio::from_bp(now?.bp().saturating_sub(before?.bp())))
    };
    Some(Since {
        units: change(one.units, before.units),
        conversion: points(one.conversion, before.conversion),
        visitors: change(one.visitors, before.visitors),
    })
}

/// What the actions on the four determinants are to bring in all, in points of the margin; `None`
/// where nothing was said.
pub fn expected(notes: &[DeterminantNote]) -> Option<Ratio> {
    let effects = notes.iter().filter_map(|note| note.effect);
    effects.fold(None, |sum: Option<Ratio>, effect| {
        let sum = sum.map_or(0, Ratio::bp);
        Some(Ratio::from_bp(sum.saturating_add(effect.bp())))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Id;
    use crate::tools::profit::model::Determinant;

    fn look(bits: u64, day: &str, units: i64, conversion: i32) -> CrossSell {
        let [main, linked] = [1, 2].map(Id::from_bits);
        CrossSell {
            units: Some(units),
            visitors: Some(1_000),
            conversion: Some(Ratio::from_bp(conversion)),
            slot: "详情页首屏".to_owned(),
            ..CrossSell::new(Id::from_bits(bits), main, linked, day.parse().unwrap())
        }
    }

    #[test]
    fn a_look_is_held_against_the_last_before_it() {
        let all = [
            look(1, "2026-09-01", 40, 400),
            look(2, "2026-10-01", 50, 380),
            look(3, "2026-10-15", 60, 390),
        ];
        assert_eq!(since(&all, &all[0]), None);
        let second = since(&all, &all[1]).unwrap();
        assert_eq!(second.units, Some(Ratio::from_bp(2_500)));
        assert_eq!(second.conversion, Some(Ratio::from_bp(-20)));
        assert!(second.is_worse());
        assert!(!since(&all, &all[2]).unwrap().is_worse());
        let elsewhere = CrossSell { slot: "购物车".to_owned(), ..all[2].clone() };
        assert_eq!(since(&all, &elsewhere), None);
    }

    #[test]
    fn effects_add_up_and_nothing_said_is_none() {
        let note = |effect| DeterminantNote {
            effect: Some(Ratio::from_bp(effect)),
            ..DeterminantNote::new(Determinant::Cost)
        };
        assert_eq!(expected(&[note(150), note(-30)]), Some(Ratio::from_bp(120)));
        assert_eq!(expected(&[DeterminantNote::new(Determinant::Value)]), None);
    }
}
