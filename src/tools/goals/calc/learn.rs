//! Weights learned from imported history.
//!
//! A day is modelled as level of its month × weekday × event. The days of events are taken out
//! before season and weekday are measured; what is left of them over a usual day is the event's
//! uplift. Events are found by their own days (春节 by the moon), so that a moving event never
//! counts as season.

use thiserror::Error;

use crate::base::day::{Day, Month};
use crate::base::order;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::knowledge::events::EventInstance;

/// The least history that says something about a year.
pub const MIN_DAYS: usize = 360;

/// Weights with what they rest on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights {
    /// The history.
    pub span: Span,
    /// Calendar months, January first; an average month is 10,000.
    pub months: [Learned; 12],
    /// Weekdays, Monday first; an average weekday is 10,000.
    pub weekdays: [Learned; 7],
    /// Events that history has days of.
    pub uplifts: Vec<Uplift>,
}

/// A weight and how many days it was measured on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Learned {
    /// In basis points of the average.
    pub weight: u32,
    /// Days of no event that it rests on; 0 for a value taken from its neighbours.
    pub n_days: usize,
}

/// What an event's days sold against usual days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uplift {
    /// The event's key.
    pub key: String,
    /// The median of its days over usual days, in basis points.
    pub uplift_bp: u32,
    /// Its days in history.
    pub n_days: usize,
}

/// Why history says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum LearnError {
    /// Too few days have a value above zero.
    #[error("history has {found} days with sales; {needed} are needed")]
    TooShort {
        /// Days with a value above zero.
        found: usize,
        /// How many it takes.
        needed: usize,
    },
    /// Some weekday never stands outside of an event.
    #[error("some weekday has no day outside of events")]
    NoUsualDays,
}

/// A usual or eventful day of history with a value above zero.
struct Sample<'a> {
    block: usize,
    weekday: usize,
    ln: f64,
    event: Option<&'a EventInstance>,
}

/// Learns the weights of a year from the history in `span`.
///
/// Months and weekdays are fitted together on the days of no event (least squares of logarithms
/// to start from, then medians, which a few odd days cannot move), so that a noise-free history
/// comes back exactly whatever days are missing. Levels are compared within windows of twelve
/// months counted back from the last one, so that growth from year to year is not season; with
/// several windows the median counts. A day in two events counts for the larger default uplift.
///
/// # Errors
///
/// [`LearnError`], with how much history there is and how much it takes.
pub fn learn(
    span: Span,
    actual: impl Fn(Day) -> Option<i64>,
    events: &[EventInstance],
) -> Result<Weights, LearnError> {
    let first = span.from().month();
    let samples: Vec<Sample<'_>> = span
        .days()
        .filter_map(|day| {
            let value = actual(day).filter(|&value| 0 < value)?;
            let event = events
                .iter()
                .filter(|event| event.span.contains(day))
                .max_by_key(|event| event.uplift_bp);
            let block = months_between(first, day.month());
            Some(Sample { block, weekday: day.weekday().idx(), ln: (value as f64).ln(), event })
        })
        .collect();
    if samples.len() < MIN_DAYS {
        return Err(LearnError::TooShort { found: samples.len(), needed: MIN_DAYS });
    }
    let n_blocks = months_between(first, span.to().month()) + 1;
    let usual: Vec<&Sample<'_>> = samples.iter().filter(|day| day.event.is_none()).collect();
    let fit = Fit::of(&usual, n_blocks).ok_or(LearnError::NoUsualDays)?;

    Ok(Weights {
        span,
        months: seasons(&fit, &usual, first),
        weekdays: weekdays(&fit, &usual),
        uplifts: uplifts(&fit, &samples),
    })
}

fn months_between(first: Month, month: Month) -> usize {
    let ((y0, m0), (y1, m1)) = (first.ym(), month.ym());
    usize::try_from((y1 - y0) * 12 + i32::from(m1) - i32::from(m0)).unwrap_or(0)
}

/// ln(value) = level of the month + weekday.
struct Fit {
    levels: Vec<Option<f64>>,
    weekdays: [f64; 7],
}

impl Fit {
    fn of(usual: &[&Sample<'_>], n_blocks: usize) -> Option<Self> {
        let mut fit = Self { levels: vec![None; n_blocks], weekdays: [0.0; 7] };
        // The logarithms of an exact product fit without residue, and alternating means find that
        // fit from any start; medians then take the weight off odd days and leave exact data as
        // it is.
        for _ in 0..200 {
            fit.step(usual, mean)?;
        }
        for _ in 0..20 {
            fit.step(usual, median)?;
        }
        Some(fit)
    }

    fn step(&mut self, usual: &[&Sample<'_>], center: fn(&mut [f64]) -> Option<f64>) -> Option<()> {
        let mut by_block = vec![Vec::new(); self.levels.len()];
        for day in usual {
            by_block[day.block].push(day.ln - self.weekdays[day.weekday]);
        }
        for (level, values) in self.levels.iter_mut().zip(&mut by_block) {
            *level = center(values);
        }
        let mut by_weekday: [Vec<f64>; 7] = Default::default();
        for day in usual {
            by_weekday[day.weekday].push(day.ln - self.levels[day.block]?);
        }
        for (effect, values) in self.weekdays.iter_mut().zip(&mut by_weekday) {
            *effect = center(values)?;
        }
        Some(())
    }
}

fn mean(values: &mut [f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

fn median(values: &mut [f64]) -> Option<f64> {
    order::sort_by(values, f64::total_cmp);
    let half = values.len() / 2;
    match values.len() % 2 {
        _ if values.is_empty() => None,
        0 => Some((values[half - 1] + values[half]) / 2.0),
        _ => Some(values[half]),
    }
}

/// Weights relative to their mean, in basis points.
fn normalized<const N: usize>(values: [f64; N]) -> [u32; N] {
    let mean = values.iter().sum::<f64>() / N as f64;
    values.map(|value| (value / mean * 10_000.0).round().clamp(0.0, 1_000_000.0) as u32)
}

fn weekdays(fit: &Fit, usual: &[&Sample<'_>]) -> [Learned; 7] {
    let weights = normalized(fit.weekdays.map(f64::exp));
    std::array::from_fn(|idx| Learned {
        weight: weights[idx],
        n_days: usual.iter().filter(|day| day.weekday == idx).count(),
    })
}

fn seasons(fit: &Fit, usual: &[&Sample<'_>], first: Month) -> [Learned; 12] {
    let (_, first_month) = first.ym();
    let calendar = |block: usize| (usize::from(first_month) - 1 + block) % 12;
    let mut n_days = [0; 12];
    for day in usual {
        n_days[calendar(day.block)] += 1;
    }
    let mut ratios: [Vec<f64>; 12] = Default::default();
    let n_blocks = fit.levels.len();
    let n_windows = (n_blocks / 12).max(1);
    for window in 0..n_windows {
        let to = n_blocks - window * 12;
        let blocks = to.saturating_sub(12)..to;
        let known: Vec<f64> = blocks.clone().filter_map(|b| fit.levels[b]).map(f64::exp).collect();
        let Some(mean) = mean(&mut known.clone()) else { continue };
        for block in blocks {
            if let Some(level) = fit.levels[block] {
                ratios[calendar(block)].push(level.exp() / mean);
            }
        }
    }
    let known: [Option<f64>; 12] = std::array::from_fn(|idx| median(&mut ratios[idx].clone()));
    let weights: [u32; 12] = normalized(std::array::from_fn(|idx| {
        known[idx].unwrap_or_else(|| from_neighbours(&known, idx))
    }));
    std::array::from_fn(|idx| Learned { weight: weights[idx], n_days: n_days[idx] })
}

/// A month that events cover whole takes the mean of the nearest known months on either side.
fn from_neighbours(known: &[Option<f64>; 12], idx: usize) -> f64 {
    let near = |step: usize| (1..12).find_map(|n| known[(idx + n * step) % 12]).unwrap_or(1.0);
    (near(1) + near(11)) / 2.0
}

fn uplifts(fit: &Fit, samples: &[Sample<'_>]) -> Vec<Uplift> {
    let mut by_event: Vec<(&str, Vec<f64>)> = Vec::new();
    for day in samples {
        let (Some(event), Some(level)) = (day.event, fit.levels[day.block]) else { continue };
        let over = day.ln - level - fit.weekdays[day.weekday];
        match by_event.iter_mut().find(|(key, _)| *key == event.key) {
            Some((_, values)) => values.push(over),
            None => by_event.push((&event.key, vec![over])),
        }
    }
    by_event
        .into_iter()
        .filter_map(|(key, mut values)| {
            let n_days = values.len();
            let uplift = median(&mut values)?.exp() * 10_000.0;
            let uplift_bp = uplift.round().clamp(0.0, 1_000_000.0) as u32;
            Some(Uplift { key: key.to_owned(), uplift_bp, n_days })
        })
        .collect()
}

/// Growth of the last twelve whole months over the twelve before, counting only months that have
/// a value on every day in both; `None` where there is no such pair.
pub fn growth(span: Span, actual: impl Fn(Day) -> Option<i64>) -> Option<Ratio> {
    let month_sum = |month: Month| -> Option<i64> {
        Span::new(month.first(), month.last()).days().map(&actual).sum()
    };
    let end = if span.to() == span.to().month().last() { 0 } else { -1 };
    let last = span.to().month().plus(end);
    let (mut now, mut before) = (0_i64, 0_i64);
    for n in 0..12 {
        let month = last.plus(-n);
        if let (Some(new), Some(old)) = (month_sum(month), month_sum(month.plus(-12))) {
            now = now.saturating_add(new);
            before = before.saturating_add(old);
        }
    }
    Ratio::of(now - before, before)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::knowledge::events::instances;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn history() -> Span {
        Span::new(day("2024-11-01"), day("2026-10-31"))
    }

    #[test]
    fn a_short_history_says_how_much_it_takes() {
        let span = Span::new(day("2026-01-01"), day("2026-03-31"));
        let error = learn(span, |_| Some(100), &[]).unwrap_err();
        assert_eq!(error, LearnError::TooShort { found: 90, needed: MIN_DAYS });
    }

    #[test]
    fn growth_compares_whole_months_only() {
        let actual = |day: Day| Some(if day < self::day("2025-11-01") { 1_000 } else { 1_200 });
        assert_eq!(growth(history(), actual), Some(Ratio::from_bp(2_000)));
        assert_eq!(growth(Span::new(day("2026-01-01"), day("2026-05-05")), |_| None), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn a_noise_free_history_comes_back(
            months in prop::array::uniform12(4_000_u32..20_000),
            weekdays in prop::array::uniform7(5_000_u32..15_000),
            uplift_seed in 5_000_u32..40_000,
            missing in prop::collection::btree_set(0_i32..730, 0..60),
        ) {
            let span = history();
            let mut events = instances(span, &[]);
            for (idx, event) in events.iter_mut().enumerate() {
                // The same for both years of an event, different from event to event.
                let salt = event.key.bytes().map(u32::from).sum::<u32>() % 97;
                event.uplift_bp = uplift_seed + salt * 100 + u32::from(idx == usize::MAX);
            }
            let truth = |day: Day| -> f64 {
                let uplift = events
                    .iter()
                    .filter(|event| event.span.contains(day))
                    .map(|event| event.uplift_bp)
                    .max()
                    .unwrap_or(10_000);
                let month = months[usize::from(day.month().ym().1) - 1];
                f64::from(month) * f64::from(weekdays[day.weekday().idx()]) * f64::from(uplift)
            };
            let actual = |day: Day| {
                (!missing.contains(&(day - span.from()))).then(|| (truth(day) * 1_000.0) as i64)
            };
            let learned = learn(span, actual, &events).unwrap();

            let close = |got: u32, expected: f64| (f64::from(got) - expected).abs() <= 1.0;
            let mean = |values: &[u32]| {
                values.iter().map(|&value| f64::from(value)).sum::<f64>() / values.len() as f64
            };
            for (got, &weight) in learned.months.iter().zip(&months) {
                prop_assert!(close(got.weight, f64::from(weight) / mean(&months) * 10_000.0));
            }
            for (got, &weight) in learned.weekdays.iter().zip(&weekdays) {
                prop_assert!(close(got.weight, f64::from(weight) / mean(&weekdays) * 10_000.0));
            }
            for uplift in &learned.uplifts {
                let event = events.iter().find(|event| event.key == uplift.key).unwrap();
                prop_assert!(close(uplift.uplift_bp, f64::from(event.uplift_bp)), "{uplift:?}");
            }
        }
    }
}
