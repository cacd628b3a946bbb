//! What a test says (T-48): rates with their intervals, every two variants held against each
//! other, how many are needed, and whether one looks too early.

pub mod paste;

#[cfg(test)]
mod tests;

use crate::base::day::Day;
use crate::base::rates::{Hits, difference, holm, sample_size, z_of_tail, z_test};
use crate::tools::trials::model::{Trial, TrialMode, Variant};

/// Under so many expected hits or misses the normal distribution is a rough guide.
const FEW_EXPECTED: f64 = 5.0;

/// What a test says.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Every variant, in its order.
    pub arms: Vec<Arm>,
    /// Every two variants that have a rate, by their places.
    pub pairs: Vec<Pair>,
    /// What it comes to.
    pub verdict: Verdict,
    /// How many each variant needs; none where no rate says so.
    pub needed: Option<i64>,
    /// The rate that this was worked out from, 0–1.
    pub base_rate: Option<f64>,
    /// The fewest that a variant has.
    pub least: i64,
    /// How many more days at the pace so far; none where no day or no need is known, 0 when done.
    pub days_left: Option<i64>,
    /// How sure the interval of one rate is, 0–1.
    pub level: f64,
    /// How sure the interval of one difference is, so that all together are as sure as `level`.
    pub pair_level: f64,
    /// What to beware of.
    pub warnings: Vec<Warning>,
}

/// What one variant did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arm {
    /// The rate that decides.
    pub hits: Option<Hits>,
    /// Its Wilson interval, 0–1.
    pub interval: Option<(f64, f64)>,
    /// Whether more did it than could have.
    pub is_wrong: bool,
}

/// Two variants, the second held against the first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// The place of the first.
    pub a: usize,
    /// The place of the second.
    pub b: usize,
    /// The rate of the second less that of the first, −1–1.
    pub difference: f64,
    /// Its interval.
    pub interval: (f64, f64),
    /// That difference as a share of the first; none where that is zero.
    pub lift: Option<f64>,
    /// How many standard errors; none where nothing can be told apart.
    pub z: Option<f64>,
    /// The probability of a difference as large if there were none; 1 where nothing can be told.
    pub p: f64,
    /// The same, corrected for all pairs that are looked at (Holm).
    pub adjusted: f64,
}

/// What a test comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Fewer than two variants have a rate.
    NoData,
    /// This one is better than every other, and the planned size is reached.
    Winner(usize),
    /// This one would be, but the planned size is not reached: it may be luck.
    TooEarly(usize),
    /// Nothing can be said, and the planned size is not reached.
    NotEnough,
    /// The planned size is reached, and no variant is better than every other.
    NoDifference,
}

impl Verdict {
    /// The place of the variant that leads by more than chance.
    pub fn leader(self) -> Option<usize> {
        match self {
            Self::Winner(place) | Self::TooEarly(place) => Some(place),
            Self::NoData | Self::NotEnough | Self::NoDifference => None,
        }
    }
}

/// What to beware of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// A variant has fewer than the least that was set.
    UnderBase,
    /// So few hits that the test is rough.
    FewHits,
    /// The variants do not run on the same days.
    OtherDays,
    /// Before and after overlap.
    Overlap,
    /// Before and after are not as long as each other.
    OtherLength,
}

/// Reads a test on a day.
pub fn reading(trial: &Trial, today: Day) -> Reading {
    let alpha = share(trial.plan.alpha.bp());
    let z = z_of_tail(alpha / 2.0);
    let arms: Vec<Arm> = trial.variants.iter().map(|one| arm(one, trial, z)).collect();
    let n_pairs = {
        let n = arms.iter().filter(|arm| arm.hits.is_some()).count();
        n * n.saturating_sub(1) / 2
    };
    let pair_alpha = alpha / n_pairs.max(1) as f64;
    let pairs = pairs(&arms, z_of_tail(pair_alpha / 2.0));
    let planned = trial.plan.base_rate.map(|rate| share(rate.bp()));
    let base_rate = planned.or_else(|| arms.iter().find_map(|arm| arm.hits).map(Hits::rate));
    let lift = share(trial.plan.lift.bp());
    let power = share(trial.plan.power.bp());
    let needed =
        base_rate.and_then(|base| sample_size(base, base * (1.0 + lift), pair_alpha, power));
    let sizes = arms.iter().filter_map(|arm| arm.hits).map(|hits| hits.of);
    let least = sizes.min().unwrap_or(0);
    let is_full = needed.is_some_and(|needed| needed <= least) && trial.plan.min_base <= least;
    let verdict = if pairs.is_empty() {
        Verdict::NoData
    } else {
        match (best(&arms, &pairs, alpha), is_full) {
            (Some(place), true) => Verdict::Winner(place),
            (Some(place), false) => Verdict::TooEarly(place),
            (None, true) => Verdict::NoDifference,
            (None, false) => Verdict::NotEnough,
        }
    };
    let days_left = needed.and_then(|needed| days_left(trial, needed, today));
    let warnings = warnings(trial, &arms, &pairs, least, today);
    Reading {
        arms,
        pairs,
        verdict,
        needed,
        base_rate,
        least,
        days_left,
        level: 1.0 - alpha,
        pair_level: 1.0 - pair_alpha,
        warnings,
    }
}

/// Basis points as 0–1.
fn share(bp: i32) -> f64 {
    f64::from(bp) / 10_000.0
}

fn arm(variant: &Variant, trial: &Trial, z: f64) -> Arm {
    let hits = variant.hits(trial.decides);
    let counts = variant.counts(trial.decides);
    let is_wrong = matches!(counts, (Some(hits), Some(of)) if of < hits);
    Arm { hits, interval: hits.map(|hits| hits.wilson(z)), is_wrong }
}

fn pairs(arms: &[Arm], z: f64) -> Vec<Pair> {
    let known: Vec<(usize, Hits)> =
        arms.iter().enumerate().filter_map(|(place, arm)| Some((place, arm.hits?))).collect();
    let mut pairs = Vec::new();
    for (idx, (a, first)) in known.iter().enumerate() {
        for (b, second) in &known[idx + 1..] {
            let test = z_test(*first, *second);
            let gap = second.rate() - first.rate();
            pairs.push(Pair {
                a: *a,
                b: *b,
                difference: gap,
                interval: difference(*first, *second, z),
                lift: (0 < first.hits).then(|| gap / first.rate()),
                z: test.map(|test| test.z),
                p: test.map_or(1.0, |test| test.p),
                adjusted: 1.0,
            });
        }
    }
    let all: Vec<f64> = pairs.iter().map(|pair| pair.p).collect();
    for (pair, adjusted) in pairs.iter_mut().zip(holm(&all)) {
        pair.adjusted = adjusted;
    }
    pairs
}

/// The variant that is better than every other by more than chance.
fn best(arms: &[Arm], pairs: &[Pair], alpha: f64) -> Option<usize> {
    let beats_all = |place: &usize| {
        let mine = pairs.iter().filter(|pair| pair.a == *place || pair.b == *place);
        arms[*place].hits.is_some()
            && mine.into_iter().all(|pair| {
                let is_better = (0.0 < pair.difference) == (pair.b == *place);
                is_better && pair.difference != 0.0 && pair.adjusted < alpha
            })
    };
    (0..arms.len()).find(beats_all)
}

/// Days until the slowest variant has as many as are needed, at its pace so far.
fn days_left(trial: &Trial, needed: i64, today: Day) -> Option<i64> {
    let mut most = 0;
    for variant in &trial.variants {
        let Some(hits) = variant.hits(trial.decides) else { continue };
        let missing = needed.saturating_sub(hits.of);
        if missing <= 0 {
            continue;
        }
        let n_days = variant.span(today)?.n_days() as i128;
        let left = (i128::from(missing) * n_days + i128::from(hits.of) - 1) / i128::from(hits.of);
        most = most.max(i64::try_from(left).unwrap_or(i64::MAX));
    }
    Some(most)
}

fn warnings(trial: &Trial, arms: &[Arm], pairs: &[Pair], least: i64, today: Day) -> Vec<Warning> {
    let mut found = Vec::new();
    if !pairs.is_empty() && least < trial.plan.min_base {
        found.push(Warning::UnderBase);
    }
    let rates: Vec<Hits> = arms.iter().filter_map(|arm| arm.hits).collect();
    let total = |of: fn(&Hits) -> i64| rates.iter().map(|hits| of(hits) as f64).sum::<f64>();
    let pooled = total(|hits| hits.hits) / total(|hits| hits.of).max(1.0);
    let few = |hits: &Hits| hits.of as f64 * pooled.min(1.0 - pooled) < FEW_EXPECTED;
    if 1 < rates.len() && rates.iter().any(few) {
        found.push(Warning::FewHits);
    }
    let spans: Vec<_> = trial.variants.iter().filter_map(|one| one.span(today)).collect();
    for two in spans.windows(2) {
        match trial.mode {
            TrialMode::Beside if two[0] != two[1] => found.push(Warning::OtherDays),
            TrialMode::BeforeAfter if two[0].overlap(two[1]).is_some() => {
                found.push(Warning::Overlap);
            }
            TrialMode::BeforeAfter if two[0].n_days() != two[1].n_days() => {
                found.push(Warning::OtherLength);
            }
            _ => {}
        }
    }
    found.dedup();
    found
}
