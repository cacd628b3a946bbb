//! Learned weights beside the present ones.

use crate::base::ratio::Ratio;
use crate::tools::goals::calc::learn::Weights;
use crate::tools::goals::calc::page::setup::weight_percent;
use crate::tools::goals::model::{Learned, Shape};

/// What a weight belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A calendar month, 1–12.
    Month(u8),
    /// A weekday, 0 for Monday.
    Weekday(u8),
    /// An event, by its key.
    Event(String),
}

/// One weight, as it is and as history says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LearnedRow {
    /// What it belongs to.
    pub of: Measure,
    /// What counts now; `None` for an event that is switched off.
    pub now: Option<Ratio>,
    /// What history says.
    pub learned: Ratio,
    /// The days that this rests on.
    pub n_days: usize,
}

/// Months, weekdays and events, in this order. `uplift_now` tells an event's present uplift in
/// basis points.
pub fn learned_rows(
    shape: &Shape,
    weights: &Weights,
    uplift_now: impl Fn(&str) -> Option<u32>,
) -> Vec<LearnedRow> {
    let months = weights.months.iter().zip(shape.months).enumerate().map(|(idx, (one, now))| {
        let (learned, n_days) = (weight_percent(one.weight), one.n_days);
        let of = Measure::Month(idx as u8 + 1);
        LearnedRow { of, now: Some(weight_percent(now)), learned, n_days }
    });
    let weekdays = weights.weekdays.iter().zip(shape.weekdays).enumerate();
    let weekdays = weekdays.map(|(idx, (one, now))| {
        let (learned, n_days) = (weight_percent(one.weight), one.n_days);
        let of = Measure::Weekday(idx as u8);
        LearnedRow { of, now: Some(weight_percent(now)), learned, n_days }
    });
    let events = weights.uplifts.iter().map(|one| LearnedRow {
        of: Measure::Event(one.key.clone()),
        now: uplift_now(&one.key).map(weight_percent),
        learned: weight_percent(one.uplift_bp),
        n_days: one.n_days,
    });
    months.chain(weekdays).chain(events).collect()
}

/// The shape that was learned, with where it comes from.
pub fn shape_of(weights: &Weights) -> Shape {
    Shape {
        months: weights.months.map(|one| one.weight),
        weekdays: weights.weekdays.map(|one| one.weight),
        learned: Some(Learned::from_span(weights.span)),
        ..Shape::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::calendar::Cut;
    use crate::tools::goals::calc::learn::learn;

    #[test]
    fn an_even_history_says_that_all_weigh_the_same() {
        let year = Cut::default().year(2025);
        let weights = learn(year, |_| Some(100), &[]).unwrap();
        let rows = learned_rows(&Shape::default(), &weights, |_| None);
        assert_eq!(rows.len(), 19);
        assert!(rows.iter().all(|row| row.now == Some(row.learned)));
        assert_eq!(rows[0].n_days, 31);
        let shape = shape_of(&weights);
        assert_eq!((shape.months, shape.weekdays), ([10_000; 12], [10_000; 7]));
        assert_eq!(shape.learned.map(|learned| learned.from), Some(year.from()));
    }
}
