//! Which factor moved sales, and by how much (T-79).
//!
//! Exact parts are floats; what comes out is whole 分 that add up to the change.

use crate::base::order;

/// What moved sales between two states of visitors × conversion × order value, 分.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Causes {
    /// By 访客数 (M-03).
    pub visitors: i64,
    /// By 支付转化率 (M-04).
    pub cvr: i64,
    /// By 客单价 (M-06).
    pub aov: i64,
}

impl Causes {
    /// In the order of the identity: visitors, conversion, order value.
    pub fn parts(self) -> [i64; 3] {
        [self.visitors, self.cvr, self.aov]
    }
}

impl From<[i64; 3]> for Causes {
    fn from([visitors, cvr, aov]: [i64; 3]) -> Self {
        Self { visitors, cvr, aov }
    }
}

/// One state of the identity sales = visitors × conversion × order value. People need not be
/// whole: a target's visitors and those of a usual day are calculated.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Funnel {
    /// People.
    pub visitors: f64,
    /// Paying buyers.
    pub buyers: f64,
    /// In 分.
    pub sales: i64,
}

impl Funnel {
    /// A state of whole people.
    pub fn of(visitors: i64, buyers: i64, sales: i64) -> Self {
        Self { visitors: visitors as f64, buyers: buyers as f64, sales }
    }

    /// The state in which sales are exactly `sales` 分 at a conversion of so many basis points and
    /// an order value of so many 分; `None` where the rates bring nothing.
    pub fn at_rates(sales: i64, cvr_bp: i64, aov_fen: i64) -> Option<Self> {
        if cvr_bp <= 0 || aov_fen <= 0 {
            return None;
        }
        let buyers = sales as f64 / aov_fen as f64;
        Some(Self { visitors: buyers * 10_000.0 / cvr_bp as f64, buyers, sales })
    }

    /// 支付转化率, 0–1 and, of people who bought on a later day than they came, more.
    pub fn cvr(self) -> Option<f64> {
        (0.0 < self.visitors).then(|| self.buyers / self.visitors)
    }

    /// 客单价, 分.
    pub fn aov(self) -> Option<f64> {
        (0.0 < self.buyers).then(|| self.sales as f64 / self.buyers)
    }

    /// Both together.
    pub fn plus(self, other: Self) -> Self {
        Self {
            visitors: self.visitors + other.visitors,
            buyers: self.buyers + other.buyers,
            sales: self.sales.saturating_add(other.sales),
        }
    }

    /// Visitors, conversion, order value, whose product is the sales; `None` for a rate of nobody.
    /// Buyers without visitors, or sales without buyers, are held against as many of the other
    /// state, or one: they came on an earlier day.
    pub fn factors(self, other: Self) -> [Option<f64>; 3] {
        let (has_sales, has_buyers) = (self.sales != 0, 0.0 < self.buyers);
        let at_least = |own: f64, other: f64, is_needed: bool| match (0.0 < own, is_needed) {
            (true, _) => own,
            (false, false) => 0.0,
            (false, true) if 0.0 < other => other,
            (false, true) => 1.0,
        };
        let buyers = at_least(self.buyers, other.buyers, has_sales);
        let visitors = at_least(self.visitors, other.visitors, has_buyers || has_sales);
        let cvr = (0.0 < visitors).then(|| buyers / visitors);
        let aov = (0.0 < buyers).then(|| self.sales as f64 / buyers);
        [Some(visitors), cvr, aov]
    }
}

/// Shares the gap between two states out to the three factors, to the 分 and with no residual.
///
/// Log-mean Divisia (T-79, vector V-05) where all factors are above zero, else Shapley's value:
/// see [`shares`].
pub fn causes(from: Funnel, to: Funnel) -> Causes {
    let gap = to.sales.saturating_sub(from.sales);
    let parts = shares(&from.factors(to), &to.factors(from), gap);
    Causes { visitors: parts[0], cvr: parts[1], aov: parts[2] }
}

/// The same by replacing one factor after another: visitors, then conversion, then order value
/// (连环替代, vector V-06). What it says depends on that order; the parts add up all the same.
pub fn causes_in_order(from: Funnel, to: Funnel) -> Causes {
    let gap = to.sales.saturating_sub(from.sales);
    let (a, b) = filled(&from.factors(to), &to.factors(from));
    let exact =
        [(b[0] - a[0]) * a[1] * a[2], b[0] * (b[1] - a[1]) * a[2], b[0] * b[1] * (b[2] - a[2])];
    let parts = whole(&exact, gap);
    Causes { visitors: parts[0], cvr: parts[1], aov: parts[2] }
}

/// Shares the change of a product out to its factors, in whole units that add up to `gap`.
///
/// Log-mean Divisia: with L = (b − a) ÷ ln(b ÷ a) of the products, a factor that went from x to y
/// brought L × ln(y ÷ x). Where a factor is not above zero that says nothing, and each factor
/// gets its Shapley value: its effect averaged over all orders of replacing. A factor that one
/// state does not have (`None`, the order value of no buyers) counts as it is in the other. Both
/// are exact; the parts are rounded by largest remainder, as every division of this program is.
pub fn shares(from: &[Option<f64>], to: &[Option<f64>], gap: i64) -> Vec<i64> {
    let (from, to) = filled(from, to);
    let is_positive = |all: &[f64]| all.iter().all(|factor| 0.0 < *factor);
    let exact = if is_positive(&from) && is_positive(&to) {
        log_mean_parts(&from, &to)
    } else {
        shapley_parts(&from, &to)
    };
    whole(&exact, gap)
}

fn filled(from: &[Option<f64>], to: &[Option<f64>]) -> (Vec<f64>, Vec<f64>) {
    let fill = |(one, other): (&Option<f64>, &Option<f64>)| one.or(*other).unwrap_or(0.0);
    (from.iter().zip(to).map(fill).collect(), to.iter().zip(from).map(fill).collect())
}

fn log_mean_parts(from: &[f64], to: &[f64]) -> Vec<f64> {
    let logs: Vec<f64> = from.iter().zip(to).map(|(x, y)| (y / x).ln()).collect();
    let log: f64 = logs.iter().sum();
    let base: f64 = from.iter().product();
    // (e^log − 1) ÷ log is 1 where nothing changed.
    let mean = if log.abs() < 1e-12 { base } else { base * log.exp_m1() / log };
    logs.into_iter().map(|log| mean * log).collect()
}

/// The effect of each factor, averaged over all orders in which they could be replaced.
fn shapley_parts(from: &[f64], to: &[f64]) -> Vec<f64> {
    let n = from.len();
    let factorial = |n: usize| (1..=n).product::<usize>() as f64;
    let part = |factor: usize| {
        let sets = (0..1_usize << n).filter(|set| set >> factor & 1 == 0);
        let effect = |set: usize| {
            let n_done = set.count_ones() as usize;
            let weight = factorial(n_done) * factorial(n - 1 - n_done) / factorial(n);
            let of = |idx: usize| if set >> idx & 1 == 1 { to[idx] } else { from[idx] };
            let others: f64 = (0..n).filter(|idx| *idx != factor).map(of).product();
            weight * (to[factor] - from[factor]) * others
        };
        sets.map(effect).sum()
    };
    (0..n).map(part).collect()
}

/// Exact parts as whole numbers that add up to `sum`: each is rounded down, and the units that are
/// missing then go to the largest remainders.
pub fn whole(exact: &[f64], sum: i64) -> Vec<i64> {
    let mut parts: Vec<i64> = exact.iter().map(|part| part.floor() as i64).collect();
    let mut places: Vec<usize> = (0..parts.len()).collect();
    let remainder = |idx: usize| exact[idx] - exact[idx].floor();
    order::sort_by(&mut places, |&a, &b| remainder(b).total_cmp(&remainder(a)));
    let total = parts.iter().fold(0_i64, |total, part| total.saturating_add(*part));
    let missing = sum.saturating_sub(total);
    // Exact parts miss fewer units than there are parts. Of amounts beyond 2⁵³ a float does not
    // know its last units: what it is off by is shared out in turn.
    let n = i64::try_from(parts.len()).unwrap_or(1).max(1);
    for (place, idx) in places.into_iter().enumerate() {
        let one = i64::from((place as i64) < missing.rem_euclid(n));
        parts[idx] = parts[idx].saturating_add(missing.div_euclid(n) + one);
    }
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// 1,000 × 3 % × ¥200 against 900 × 2.8 % × ¥205; people × 10 keep buyers whole.
    fn vector() -> (Funnel, Funnel) {
        (Funnel::of(10_000, 300, 6_000_000), Funnel::of(9_000, 252, 5_166_000))
    }

    #[test]
    fn v05_the_gap_is_shared_out_with_no_residual() {
        let (from, to) = vector();
        assert_eq!(causes(from, to).parts(), [-587_132, -384_470, 137_602]);
    }

    #[test]
    fn v06_one_factor_after_another() {
        let (from, to) = vector();
        assert_eq!(causes_in_order(from, to).parts(), [-600_000, -360_000, 126_000]);
    }

    #[test]
    fn what_rounding_leaves_goes_to_the_largest_remainders() {
        assert_eq!(whole(&[1.4, 2.4, 3.2], 7), [2, 2, 3]);
        assert_eq!(whole(&[-1.5, -0.2, 0.7], -1), [-2, 0, 1]);
        assert_eq!(whole(&[5.0, 0.0, 0.0], 5), [5, 0, 0]);
    }

    #[test]
    fn where_nobody_bought_the_rates_that_are_left_explain_it() {
        // 100 × 2 % × ¥50 to 200 × 0: no order value, so it did not change. By Shapley:
        // visitors (200 − 100) × (0.02 + 0)/2 × 5,000 = 5,000; conversion −0.02 × 150 × 5,000.
        let from = Funnel::of(100, 2, 10_000);
        assert_eq!(causes(from, Funnel::of(200, 0, 0)).parts(), [5_000, -15_000, 0]);
        // A shop that opens: every order of replacing starts from nothing, and only what was
        // not there before brings it.
        assert_eq!(causes(Funnel::default(), from).parts(), [10_000, 0, 0]);
        assert_eq!(causes(Funnel::default(), Funnel::default()).parts(), [0, 0, 0]);
        // Paid by somebody who had come the day before.
        assert_eq!(causes(from, Funnel::of(0, 1, 5_000)).parts(), [0, -5_000, 0]);
    }

    #[test]
    fn shapley_is_the_mean_of_all_orders() {
        // 2 × 3 × 0 to 4 × 5 × 6: by hand over the six orders of three factors.
        let parts = shapley_parts(&[2.0, 3.0, 0.0], &[4.0, 5.0, 6.0]);
        let (a, b, c) = (2.0, 2.0, 6.0);
        let by_hand = [
            a * (0.0 * 2.0 + 3.0 * 6.0 + 5.0 * 6.0 * 2.0 + 0.0) / 6.0,
            b * (2.0 * 6.0 + 4.0 * 6.0 * 2.0) / 6.0,
            c * (2.0 * 3.0 * 2.0 + 4.0 * 3.0 + 2.0 * 5.0 + 4.0 * 5.0 * 2.0) / 6.0,
        ];
        for (found, expected) in parts.iter().zip(by_hand) {
            assert!((found - expected).abs() < 1e-9, "{parts:?} {by_hand:?}");
        }
        assert!((parts.iter().sum::<f64>() - 120.0).abs() < 1e-9);
    }

    fn any_state() -> impl Strategy<Value = Funnel> {
        (0_i64..1_000_000, 0_i64..1_000_000, 0_i64..1_000_000_000_000, 0_u8..8).prop_map(
            |(visitors, buyers, sales, missing)| {
                let keep = |bit: u8, value: i64| if missing >> bit & 1 == 1 { 0 } else { value };
                Funnel::of(keep(0, visitors), keep(1, buyers), keep(2, sales))
            },
        )
    }

    proptest! {
        #[test]
        fn causes_always_add_up(from in any_state(), to in any_state()) {
            for parts in [causes(from, to).parts(), causes_in_order(from, to).parts()] {
                prop_assert_eq!(parts.iter().sum::<i64>(), to.sales - from.sales);
            }
        }

        #[test]
        fn the_exact_parts_add_up_as_well(from in any_state(), to in any_state()) {
            let (a, b) = filled(&from.factors(to), &to.factors(from));
            let gap = (to.sales - from.sales) as f64;
            let scale = (to.sales + from.sales) as f64 * 1e-9 + 1e-3;
            let sum: f64 = shapley_parts(&a, &b).iter().sum();
            prop_assert!((sum - gap).abs() <= scale, "{sum} {gap}");
            if a.iter().chain(&b).all(|factor| 0.0 < *factor) {
                let sum: f64 = log_mean_parts(&a, &b).iter().sum();
                prop_assert!((sum - gap).abs() <= scale, "{sum} {gap}");
            }
        }

        #[test]
        fn the_other_way_round_it_is_the_opposite(from in any_state(), to in any_state()) {
            let (there, back) = (causes(from, to).parts(), causes(to, from).parts());
            for (a, b) in there.into_iter().zip(back) {
                prop_assert!((a + b).abs() <= 3, "{there:?} {back:?}");
            }
        }

        #[test]
        fn a_factor_that_stayed_brought_nothing(
            visitors in 1_i64..1_000_000, rate in 1_i64..100, more in 1_i64..50,
        ) {
            // Conversion and order value as before: all of it is visitors.
            let buyers = visitors * rate;
            let from = Funnel::of(visitors * 100, buyers, buyers * 5_000);
            let to = Funnel::of(visitors * 100 * more, buyers * more, buyers * more * 5_000);
            let parts = causes(from, to).parts();
            prop_assert!(parts[1].abs() <= 1 && parts[2].abs() <= 1, "{parts:?}");
        }
    }
}
