//! How sure a rate is: what so many of so many say about the rate behind them (T-48).
//!
//! The tail of the normal distribution is `erfc` of the crate `libm`, which errs by less than one
//! unit in the last place; everything here is as exact as its formula.

use std::f64::consts::SQRT_2;

use crate::base::order;

/// So many of so many: clicks of impressions, buyers of visitors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hits {
    /// How many did it.
    pub hits: i64,
    /// Of how many.
    pub of: i64,
}

impl Hits {
    /// So many of so many; `None` where it is no rate: of none, below zero, more than all.
    pub fn new(hits: i64, of: i64) -> Option<Self> {
        (0 < of && (0..=of).contains(&hits)).then_some(Self { hits, of })
    }

    /// The rate, 0–1.
    pub fn rate(self) -> f64 {
        self.hits as f64 / self.of as f64
    }

    /// Wilson's score interval of the rate behind the numbers, 0–1 (Wilson 1927): unlike p ± z·s it
    /// never leaves that range and holds for few hits. `z` is that of the confidence, see
    /// [`z_of_tail`].
    pub fn wilson(self, z: f64) -> (f64, f64) {
        let (n, p) = (self.of as f64, self.rate());
        let scale = 1.0 + z * z / n;
        let middle = p + z * z / (2.0 * n);
        let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
        (((middle - half) / scale).clamp(0.0, p), ((middle + half) / scale).clamp(p, 1.0))
    }
}

/// What a z-test says of two rates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ZTest {
    /// How many standard errors the second rate lies above the first.
    pub z: f64,
    /// How probable a difference as large, either way, would be if there were none.
    pub p: f64,
}

/// The two-proportion z-test with the pooled standard error (V-15). `None` where all or none of
/// both did it: nothing can then be told apart.
pub fn z_test(a: Hits, b: Hits) -> Option<ZTest> {
    let pooled = (a.hits as f64 + b.hits as f64) / (a.of as f64 + b.of as f64);
    let error = (pooled * (1.0 - pooled) * (1.0 / a.of as f64 + 1.0 / b.of as f64)).sqrt();
    if error <= 0.0 {
        return None;
    }
    let z = (b.rate() - a.rate()) / error;
    Some(ZTest { z, p: two_sided(z) })
}

/// The interval of the difference `b − a`, −1–1: Newcombe's hybrid of the two Wilson intervals
/// (Newcombe 1998, method 10).
pub fn difference(a: Hits, b: Hits, z: f64) -> (f64, f64) {
    let (p, q) = (a.rate(), b.rate());
    let ((low_a, high_a), (low_b, high_b)) = (a.wilson(z), b.wilson(z));
    let d = q - p;
    (d - (q - low_b).hypot(high_a - p), d + (high_b - q).hypot(p - low_a))
}

/// The probability of lying at least `z` standard errors away on either side.
pub fn two_sided(z: f64) -> f64 {
    libm::erfc(z.abs() / SQRT_2)
}

/// How many standard errors leave `tail` of the normal distribution above them; the inverse of
/// the upper tail, by halving to the last place. Tails beyond 10⁻³⁰⁰ are taken as that.
pub fn z_of_tail(tail: f64) -> f64 {
    let tail = tail.clamp(1e-300, 1.0 - 1e-15);
    let (mut low, mut high) = (-9.0, 38.0);
    for _ in 0..80 {
        let middle = (low + high) / 2.0;
        if tail < 0.5 * libm::erfc(middle / SQRT_2) { low = middle } else { high = middle }
    }
    (low + high) / 2.0
}

/// How many each of two groups needs, so that rates of `p` and `q` (0–1) are told apart with the
/// probability `power` at the two-sided level `alpha`: (z₁₋α/₂·√2p̄q̄ + z_power·√(pq+pq))² ÷ (p−q)²,
/// rounded up. `None` where the rates are the same or no rates.
pub fn sample_size(p: f64, q: f64, alpha: f64, power: f64) -> Option<i64> {
    let is_rate = |rate: f64| (0.0..=1.0).contains(&rate);
    if !is_rate(p) || !is_rate(q) || (p - q).abs() < 1e-12 {
        return None;
    }
    let mean = (p + q) / 2.0;
    let under_same = (2.0 * mean * (1.0 - mean)).sqrt();
    let apart = (p * (1.0 - p) + q * (1.0 - q)).sqrt();
    let sum = z_of_tail(alpha / 2.0) * under_same + z_of_tail(1.0 - power) * apart;
    // Casting saturates; a little is let off for the last place of the root.
    Some(((sum * sum / ((p - q) * (p - q)) - 1e-9).ceil() as i64).max(1))
}

/// Holm's correction (Holm 1979): what each probability comes to where all are looked at, in
/// their order. The smallest counts as many times as there are, the next one time less.
pub fn holm(all: &[f64]) -> Vec<f64> {
    let mut places: Vec<usize> = (0..all.len()).collect();
    order::sort_by(&mut places, |a, b| all[*a].total_cmp(&all[*b]));
    let mut adjusted = vec![1.0; all.len()];
    let mut most = 0.0_f64;
    for (rank, place) in places.into_iter().enumerate() {
        most = most.max((all[place] * (all.len() - rank) as f64).min(1.0));
        adjusted[place] = most;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn hits(hits: i64, of: i64) -> Hits {
        Hits::new(hits, of).unwrap()
    }

    #[track_caller]
    fn near(found: f64, expected: f64, by: f64) {
        assert!((found - expected).abs() <= by, "{found} is not {expected}");
    }

    #[test]
    fn tails_are_those_of_the_tables() {
        for (z, p) in [
            (0.0, 1.0),
            (0.5, 0.617_075_077_451_973_8),
            (1.0, 0.317_310_507_862_914_15),
            (-1.96, 0.049_995_790_296_440_87),
            (2.575_829_303_548_901, 0.01),
            (3.0, 0.002_699_796_063_260_191),
        ] {
            near(two_sided(z), p, 1e-12);
        }
        // Far out they are right in themselves, not only small.
        near(two_sided(6.0) / 1.973_175_290_075_402e-9, 1.0, 1e-9);
        near(two_sided(8.0) / 1.244_192_114_854_364e-15, 1.0, 1e-9);
    }

    #[test]
    fn quantiles_are_those_of_the_tables() {
        near(z_of_tail(0.025), 1.959_963_984_540_054, 1e-9);
        near(z_of_tail(0.2), 0.841_621_233_572_914, 1e-9);
        near(z_of_tail(0.005), 2.575_829_303_548_9, 1e-9);
        near(z_of_tail(0.5), 0.0, 1e-9);
        near(z_of_tail(0.975), -1.959_963_984_540_054, 1e-9);
    }

    #[test]
    fn the_tests_of_the_vector_come_out() {
        // V-15.
        let test = z_test(hits(20, 1_000), hits(40, 1_000)).unwrap();
        near(test.z, 2.622, 0.000_5);
        near(test.p, 0.008_8, 0.000_05);
        let test = z_test(hits(4, 200), hits(8, 200)).unwrap();
        near(test.z, 1.172, 0.000_5);
        near(test.p, 0.241, 0.000_5);
        assert_eq!(z_test(hits(0, 10), hits(0, 20)), None);
        assert_eq!(z_test(hits(10, 10), hits(20, 20)), None);
    }

    #[test]
    fn what_is_no_rate_is_none() {
        assert_eq!(Hits::new(0, 0), None);
        assert_eq!(Hits::new(3, 2), None);
        assert_eq!(Hits::new(-1, 2), None);
    }

    #[test]
    fn intervals_are_those_of_the_literature() {
        let z = z_of_tail(0.025);
        let (low, high) = hits(0, 10).wilson(z);
        near(low, 0.0, 1e-12);
        near(high, 0.277_532_799_862_889, 1e-9);
        // Newcombe 1998, table II, (a): 56/70 against 48/80, 0.0524 to 0.3339.
        let (low, high) = difference(hits(48, 80), hits(56, 70), z);
        near(low, 0.052_4, 0.000_05);
        near(high, 0.333_9, 0.000_05);
    }

    #[test]
    fn sample_sizes_are_those_of_the_formula() {
        assert_eq!(sample_size(0.02, 0.024, 0.05, 0.8), Some(21_109));
        assert_eq!(sample_size(0.04, 0.06, 0.05, 0.8), Some(1_863));
        assert_eq!(sample_size(0.5, 0.6, 0.05, 0.8), Some(388));
        assert_eq!(sample_size(0.5, 0.5, 0.05, 0.8), None);
        assert_eq!(sample_size(0.9, 1.1, 0.05, 0.8), None);
    }

    #[test]
    fn many_looks_are_corrected_step_by_step() {
        // Three: 0.01 × 3, then 0.02 × 2, then 0.04 × 1, which is not under what came before.
        let adjusted = holm(&[0.04, 0.01, 0.02]);
        for (found, expected) in adjusted.iter().zip([0.04, 0.03, 0.04]) {
            near(*found, expected, 1e-12);
        }
        assert_eq!(holm(&[0.3]), [0.3]);
        assert_eq!(holm(&[]), [0.0; 0]);
    }

    fn any_hits() -> impl Strategy<Value = Hits> {
        (1_i64..1_000_000)
            .prop_flat_map(|of| (0..=of, Just(of)))
            .prop_map(|(hits, of)| Hits { hits, of })
    }

    proptest! {
        #[test]
        fn an_interval_holds_its_rate(rate in any_hits(), tail in 0.0001..0.4) {
            let (low, high) = rate.wilson(z_of_tail(tail));
            prop_assert!(0.0 <= low && low <= rate.rate() && rate.rate() <= high && high <= 1.0);
        }

        #[test]
        fn the_other_way_round_it_is_the_same(a in any_hits(), b in any_hits()) {
            match (z_test(a, b), z_test(b, a)) {
                (Some(one), Some(other)) => {
                    prop_assert!((one.z + other.z).abs() < 1e-9 && (one.p - other.p).abs() < 1e-9);
                    prop_assert!((0.0..=1.0).contains(&one.p));
                }
                (one, other) => prop_assert_eq!(one, other),
            }
            let z = z_of_tail(0.025);
            let ((low, high), (back_low, back_high)) = (difference(a, b, z), difference(b, a, z));
            prop_assert!((low + back_high).abs() < 1e-9 && (high + back_low).abs() < 1e-9);
            let d = b.rate() - a.rate();
            prop_assert!(low <= d + 1e-12 && d <= high + 1e-12);
        }

        #[test]
        fn a_quantile_is_the_inverse_of_its_tail(tail in 1e-12..0.999_f64) {
            let z = z_of_tail(tail);
            let back = if 0.0 <= z { two_sided(z) / 2.0 } else { 1.0 - two_sided(z) / 2.0 };
            prop_assert!((back - tail).abs() <= 1e-9 * tail.max(1e-3));
        }

        #[test]
        fn a_correction_never_makes_surer(all in prop::collection::vec(0.0..1.0_f64, 0..8)) {
            for (raw, adjusted) in all.iter().zip(holm(&all)) {
                prop_assert!(*raw <= adjusted && adjusted <= 1.0);
            }
        }

        #[test]
        fn more_power_and_less_lift_need_more(base in 0.005..0.4_f64, lift in 0.05..0.8_f64) {
            let need = |lift: f64, power| sample_size(base, base * (1.0 + lift), 0.05, power).unwrap();
            prop_assert!(need(lift, 0.8) <= need(lift, 0.9));
            prop_assert!(need(lift, 0.8) <= need(lift / 2.0, 0.8));
        }
    }
}
