//! What one yuan more would bring (边际 ROI): sales as a power of what is spent in a day.
//!
//! E\[sales\] = k · spendᵇ, fitted to the days by quasi-Poisson regression of sales on the logarithm
//! of the spending (McCullagh & Nelder 1989, chapter 9): days without a sale count as they are, and
//! the spread of the days says how far `b` can be trusted. The next yuan then brings b · k · spendᵇ⁻¹.

use crate::base::ratio::Ratio;

/// A day of a plan: what was spent and what was sold, 分.
pub type DayOf = (i64, i64);

/// How much the spending must vary before it says anything: standard deviation of its logarithm.
const LEAST_SPREAD: f64 = 0.1;
/// Between these an exponent is that of a plan of which more brings less.
const EXPONENTS: (f64, f64) = (0.05, 0.98);
/// Half the width of a 95 % interval, in standard errors.
const Z: f64 = 1.96;
/// An exponent that may be this much larger or smaller says nothing.
const WIDEST: f64 = 0.45;
const MAX_STEPS: usize = 50;

/// How sales answer to spending.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve {
    /// Logarithm of the sales (分) of a day on which 1 分 is spent.
    pub log_k: f64,
    /// The exponent, 0–1.
    pub b: f64,
    /// How far the exponent may be off, either way (95 %).
    pub b_off: f64,
    /// How many days it rests on.
    pub n_days: usize,
    /// Whether its exponent is that of all plans together, since its own days are too few to tell.
    pub is_shared: bool,
}

/// The exponent that all plans have in common, each with a level of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exponent {
    b: f64,
    b_off: f64,
}

/// Why nothing can be said of what more would bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCurve {
    /// So many days with spending are not enough.
    FewDays(usize),
    /// The same was spent every day: what another amount would bring was never seen.
    SameSpend,
    /// The days differ too much among themselves.
    TooWide,
    /// More spending went with no more sales, or with more than in proportion: something else moved
    /// both.
    NotItsDoing,
}

impl Curve {
    /// Fits the days; `min_days` of them with spending are enough.
    ///
    /// # Errors
    ///
    /// Why nothing can be said.
    pub fn fit(days: &[DayOf], min_days: usize) -> Result<Self, NoCurve> {
        let days = spent(days);
        if days.len() < min_days.max(3) {
            return Err(NoCurve::FewDays(days.len()));
        }
        let n = days.len() as f64;
        let middle = days.iter().map(|day| day.0).sum::<f64>() / n;
        let spread = days.iter().map(|day| (day.0 - middle) * (day.0 - middle)).sum::<f64>() / n;
        if spread < LEAST_SPREAD * LEAST_SPREAD {
            return Err(NoCurve::SameSpend);
        }
        let mean = days.iter().map(|day| day.1).sum::<f64>() / n;
        if mean <= 0.0 {
            return Err(NoCurve::NotItsDoing);
        }
        // Newton's steps from a curve of proportion, around the middle so that the two are told
        // apart.
        let (mut a, mut b) = (libm::log(mean), 0.5);
        let mut information = (n, 0.0, n);
        for _ in 0..MAX_STEPS {
            let (mut ga, mut gb, mut haa, mut hab, mut hbb) = (0.0, 0.0, 0.0, 0.0, 0.0);
            for (x, y) in &days {
                let x = x - middle;
                let mu = libm::exp((a + b * x).clamp(-50.0, 60.0));
                ga += y - mu;
                gb += (y - mu) * x;
                haa += mu;
                hab += mu * x;
                hbb += mu * x * x;
            }
            let det = haa * hbb - hab * hab;
            if !det.is_finite() || det <= 0.0 {
                return Err(NoCurve::TooWide);
            }
            let (da, db) = ((hbb * ga - hab * gb) / det, (haa * gb - hab * ga) / det);
            (a, b) = (a + da.clamp(-2.0, 2.0), b + db.clamp(-1.0, 1.0));
            information = (haa, hab, hbb);
            if da.abs() + db.abs() < 1e-10 {
                break;
            }
        }
        let scatter: f64 = days
            .iter()
            .map(|(x, y)| {
                let mu = libm::exp((a + b * (x - middle)).clamp(-50.0, 60.0));
                (y - mu) * (y - mu) / mu
            })
            .sum::<f64>()
            / (n - 2.0);
        let (haa, hab, hbb) = information;
        let b_off = Z * libm::sqrt(scatter * haa / (haa * hbb - hab * hab));
        if !b_off.is_finite() || b_off > WIDEST {
            return Err(NoCurve::TooWide);
        }
        let (low, high) = EXPONENTS;
        if b < low || b - b_off > 1.0 {
            return Err(NoCurve::NotItsDoing);
        }
        let b = b.min(high);
        let n_days = days.len();
        Ok(Self { log_k: a - b * middle, b, b_off, n_days, is_shared: false })
    }

    /// The curve of a plan with the exponent of all: its level is such that its days bring what
    /// they brought. `None` for a plan with fewer days with spending than are enough, or no sales.
    pub fn with(days: &[DayOf], exponent: Exponent, min_days: usize) -> Option<Self> {
        let days = spent(days);
        let sales: f64 = days.iter().map(|day| day.1).sum();
        if days.len() < min_days.max(3) || sales <= 0.0 {
            return None;
        }
        let Exponent { b, b_off } = exponent;
        let powers: f64 = days.iter().map(|day| libm::exp(b * day.0)).sum();
        let log_k = libm::log(sales / powers);
        Some(Self { log_k, b, b_off, n_days: days.len(), is_shared: true })
    }

    /// What a day brings on which so much is spent, 分.
    pub fn sales(&self, spend: f64) -> f64 {
        if spend <= 0.0 { 0.0 } else { libm::exp(self.log_k + self.b * libm::log(spend)) }
    }

    /// What the next yuan of such a day brings: b · sales ÷ spend.
    pub fn marginal(&self, spend: f64) -> f64 {
        if spend <= 0.0 { f64::INFINITY } else { self.b * self.sales(spend) / spend }
    }

    /// The same as a ratio; 10,000 basis points are 1.00. `None` where nothing is spent.
    pub fn marginal_roi(&self, spend: i64) -> Option<Ratio> {
        let bp = self.marginal(spend as f64) * 10_000.0;
        (spend > 0 && bp.is_finite())
            .then(|| Ratio::from_bp(bp.round().clamp(0.0, f64::from(i32::MAX)) as i32))
    }

    /// What must be spent for the next unit to bring `marginal`.
    pub fn spend_at(&self, marginal: f64) -> f64 {
        // b · k · x^(b−1) = marginal
        libm::exp((libm::log(marginal) - libm::log(self.b) - self.log_k) / (self.b - 1.0))
    }
}

/// Days with spending: its logarithm, and the sales.
fn spent(days: &[DayOf]) -> Vec<(f64, f64)> {
    days.iter()
        .filter(|(spend, _)| *spend > 0)
        .map(|(spend, sales)| (libm::log(*spend as f64), (*sales).max(0) as f64))
        .collect()
}

impl Exponent {
    /// Fits the exponent that all plans have in common (quasi-Poisson regression with a level a
    /// plan, which is solved for in closed form); plans with fewer than `min_days` days with
    /// spending, or without sales, do not count. `None` where it says nothing, by the same limits
    /// as of a single plan.
    pub fn fit<'a>(plans: impl Iterator<Item = &'a [DayOf]>, min_days: usize) -> Option<Self> {
        let plans: Vec<Vec<(f64, f64)>> = plans
            .map(spent)
            .filter(|days| min_days.max(3) <= days.len() && days.iter().any(|day| day.1 > 0.0))
            .collect();
        let n: usize = plans.iter().map(Vec::len).sum();
        let n_free = n.checked_sub(plans.len() + 1).filter(|free| *free > 0)?;
        // How much the spending of each plan varies around its own level.
        let spread: f64 = plans
            .iter()
            .map(|days| {
                let middle = days.iter().map(|day| day.0).sum::<f64>() / days.len() as f64;
                days.iter().map(|day| (day.0 - middle) * (day.0 - middle)).sum::<f64>()
            })
            .sum();
        if spread < LEAST_SPREAD * LEAST_SPREAD * n as f64 {
            return None;
        }
        let mut b = 0.5;
        let (mut information, mut scatter) = (0.0, 0.0);
        for _ in 0..MAX_STEPS {
            let mut score = 0.0;
            (information, scatter) = (0.0, 0.0);
            for days in &plans {
                let sales: f64 = days.iter().map(|day| day.1).sum();
                let powers: f64 = days.iter().map(|day| libm::exp(b * day.0)).sum();
                let (mut m, mut mx, mut mxx) = (0.0, 0.0, 0.0);
                for (x, y) in days {
                    let mu = sales / powers * libm::exp(b * x);
                    score += x * (y - mu);
                    (m, mx, mxx) = (m + mu, mx + mu * x, mxx + mu * x * x);
                    scatter += (y - mu) * (y - mu) / mu;
                }
                information += mxx - mx * mx / m;
            }
            let step = score / information;
            if !step.is_finite() {
                return None;
            }
            b += step.clamp(-1.0, 1.0);
            if step.abs() < 1e-10 {
                break;
            }
        }
        let b_off = Z * libm::sqrt(scatter / n_free as f64 / information);
        let (low, high) = EXPONENTS;
        let says = b_off.is_finite() && b_off <= WIDEST && low <= b && b - b_off <= 1.0;
        says.then_some(Self { b: b.min(high), b_off })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Days that lie on a curve: sales = k · spendᵇ, spending from ¥50 to ¥1,450.
    fn on_curve(k: f64, b: f64) -> Vec<DayOf> {
        (0..28)
            .map(|day| {
                let spend = 5_000 + 5_000 * i64::from(day);
                (spend, libm::round(k * libm::pow(spend as f64, b)) as i64)
            })
            .collect()
    }

    #[test]
    fn a_curve_is_found_where_the_days_lie_on_one() {
        // Sales of 40 · √spend: at ¥400 (40,000 分) a day 8,000 分, and the next yuan brings 0.10.
        let curve = Curve::fit(&on_curve(40.0, 0.5), 14).unwrap();
        assert!((curve.b - 0.5).abs() < 0.001, "{curve:?}");
        assert!((curve.sales(40_000.0) - 8_000.0).abs() < 10.0);
        assert_eq!(curve.marginal_roi(40_000), Some(Ratio::from_bp(1_000)));
        assert!((curve.spend_at(0.1) - 40_000.0).abs() < 200.0);
        assert_eq!(curve.marginal_roi(0), None);
    }

    #[test]
    fn where_nothing_can_be_said_it_says_why() {
        assert_eq!(Curve::fit(&[], 14), Err(NoCurve::FewDays(0)));
        let few: Vec<DayOf> = on_curve(40.0, 0.5).into_iter().take(13).collect();
        assert_eq!(Curve::fit(&few, 14), Err(NoCurve::FewDays(13)));
        assert_eq!(Curve::fit(&[(20_000, 50_000); 20], 14), Err(NoCurve::SameSpend));
        let unsold: Vec<DayOf> = on_curve(40.0, 0.5).iter().map(|day| (day.0, 0)).collect();
        assert_eq!(Curve::fit(&unsold, 14), Err(NoCurve::NotItsDoing));
        let against: Vec<DayOf> = on_curve(9e9, -0.7);
        assert_eq!(Curve::fit(&against, 14), Err(NoCurve::NotItsDoing));
        // The dearest days sold everything, by chance: one day in seven.
        let wild: Vec<DayOf> = (0..28)
            .map(|day| (10_000 + 3_000 * (day % 5), if day % 7 == 0 { 900_000 } else { 0 }))
            .collect();
        assert_eq!(Curve::fit(&wild, 14), Err(NoCurve::TooWide));
    }

    #[test]
    fn plans_with_few_days_share_an_exponent_and_keep_their_levels() {
        let (small, large) = (on_curve(40.0, 0.5), on_curve(120.0, 0.5));
        let all = || [small.as_slice(), large.as_slice()].into_iter();
        let exponent = Exponent::fit(all(), 14).unwrap();
        assert!((exponent.b - 0.5).abs() < 0.001, "{exponent:?}");
        let curves = all().map(|days| Curve::with(days, exponent, 14).unwrap());
        let brought: Vec<f64> = curves.map(|curve| curve.sales(40_000.0)).collect();
        assert!((brought[0] - 8_000.0).abs() < 20.0 && (brought[1] - 24_000.0).abs() < 60.0);
        assert_eq!(Curve::with(&small[..5], exponent, 14), None);
        assert_eq!(Exponent::fit([].into_iter(), 14), None);
        // One and the same spending everywhere tells nothing.
        let same = [(20_000, 50_000); 20];
        assert_eq!(Exponent::fit([same.as_slice()].into_iter(), 14), None);
    }

    proptest! {
        #[test]
        fn any_days_give_a_curve_of_which_more_brings_less_or_a_reason(
            days in prop::collection::vec((0_i64..10_000_000, 0_i64..100_000_000), 0..90),
            spend in 1_i64..10_000_000,
        ) {
            if let Ok(curve) = Curve::fit(&days, 14) {
                prop_assert!(0.0 < curve.b && curve.b < 1.0);
                let (here, there) = (curve.marginal(spend as f64), curve.marginal(2.0 * spend as f64));
                prop_assert!(there <= here);
                prop_assert!(curve.sales(spend as f64).is_finite());
            }
        }
    }
}
