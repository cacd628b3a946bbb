//! How sure a change of a rate is.

use crate::base::causes::Funnel;
use crate::base::rates::{Hits, difference, z_of_tail};
use crate::tools::diagnosis::model::Diagnosis;

/// What can be said of a rate's change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sure {
    /// It rose.
    Up,
    /// It fell.
    Down,
    /// It may well be chance: the interval holds "no change".
    Open,
    /// Too few visitors to say anything.
    Few,
}

impl Sure {
    /// Whether an arrow may be shown.
    pub fn is_sure(self) -> bool {
        matches!(self, Self::Up | Self::Down)
    }
}

/// How sure a change must be, and on how much it must rest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Standard errors.
    pub z: f64,
    /// Visitors.
    pub least: f64,
}

impl Bar {
    /// As the user said.
    pub fn of(section: &Diagnosis) -> Self {
        let tail = (1.0 - f64::from(section.confidence.bp()) / 10_000.0) / 2.0;
        Self { z: z_of_tail(tail), least: section.least.into() }
    }
}

/// Whether a conversion changed between two counts of people: Newcombe's interval of the
/// difference of two Wilson intervals.
///
/// Visitors are 人天: who comes on two days counts twice, so the interval is somewhat too narrow.
pub fn of_counts(from: Funnel, to: Funnel, bar: Bar) -> Sure {
    if from.visitors < bar.least || to.visitors < bar.least {
        return Sure::Few;
    }
    let (Some(a), Some(b)) = (hits(from), hits(to)) else { return Sure::Few };
    let (low, high) = difference(a, b, bar.z);
    side(low, high, 0.0)
}

/// Whether a conversion differs from a number that is not itself counted: a target's, or that of
/// usual days.
pub fn of_fixed(rate: f64, to: Funnel, bar: Bar) -> Sure {
    let Some(hits) = hits(to).filter(|_| bar.least <= to.visitors) else { return Sure::Few };
    let (low, high) = hits.wilson(bar.z);
    side(low, high, rate)
}

fn side(low: f64, high: f64, same: f64) -> Sure {
    if same < low {
        Sure::Up
    } else if high < same {
        Sure::Down
    } else {
        Sure::Open
    }
}

/// Buyers of visitors; of more buyers than visitors nothing can be said.
pub fn hits(state: Funnel) -> Option<Hits> {
    Hits::new(state.buyers.round() as i64, state.visitors.round() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar() -> Bar {
        Bar::of(&Diagnosis::default())
    }

    #[test]
    fn an_arrow_needs_an_interval_without_no_change() {
        // Newcombe: 3.14 % of 7,617 to 1.43 % of 13,452 falls; 2.0 % to 2.2 % of 1,000 may not.
        let fell = of_counts(Funnel::of(7_617, 239, 1), Funnel::of(13_452, 193, 1), bar());
        assert_eq!(fell, Sure::Down);
        let open = of_counts(Funnel::of(1_000, 20, 1), Funnel::of(1_000, 22, 1), bar());
        assert_eq!(open, Sure::Open);
        assert!(fell.is_sure() && !open.is_sure());
        // V-15: 20 and 40 of 1,000 differ, 4 and 8 of 200 do not.
        assert_eq!(of_counts(Funnel::of(1_000, 20, 1), Funnel::of(1_000, 40, 1), bar()), Sure::Up);
        assert_eq!(of_counts(Funnel::of(200, 4, 1), Funnel::of(200, 8, 1), bar()), Sure::Open);
    }

    #[test]
    fn few_visitors_say_nothing_whatever_they_did() {
        let (none, all) = (Funnel::of(199, 0, 0), Funnel::of(1_000, 900, 1));
        assert_eq!(of_counts(none, all, bar()), Sure::Few);
        assert_eq!(of_counts(all, none, bar()), Sure::Few);
        assert_eq!(of_fixed(0.5, none, bar()), Sure::Few);
        assert_eq!(of_counts(Funnel::of(1_000, 1_001, 1), all, bar()), Sure::Few);
    }

    #[test]
    fn a_planned_rate_is_held_against_the_interval_of_what_was() {
        // Wilson of 28 of 1,000 at 95 %: 1.94 % … 4.02 %.
        let was = Funnel::of(1_000, 28, 1);
        assert_eq!(of_fixed(0.03, was, bar()), Sure::Open);
        assert_eq!(of_fixed(0.041, was, bar()), Sure::Down);
        assert_eq!(of_fixed(0.019, was, bar()), Sure::Up);
    }
}
