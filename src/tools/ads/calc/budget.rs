//! The same budget, shared out so that the next yuan brings as much wherever it is spent.

use crate::base::money::Money;
use crate::base::order;
use crate::base::ratio::Ratio;
use crate::tools::ads::calc::curve::Curve;

/// A plan that a budget is shared out among.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// What it spends a day now.
    pub now: Money,
    /// The least that it must spend a day.
    pub floor: Money,
    /// The most that it may spend a day.
    pub cap: Money,
    /// How its sales answer to spending; a plan without one keeps what it spends.
    pub curve: Option<Curve>,
}

impl Share {
    /// A plan with its limits: as typed, else so far from what it spends now.
    pub fn new(
        now: Money,
        floor: Option<Money>,
        cap: Option<Money>,
        step: Ratio,
        curve: Option<Curve>,
    ) -> Self {
        let by = now.times(step);
        let floor = floor.unwrap_or((now - by).max(Money::ZERO));
        let cap = cap.unwrap_or(now + by).max(floor);
        Self { now, floor, cap, curve }
    }

    /// The limits that hold: what cannot be judged stays as it is.
    fn limits(&self) -> (i64, i64) {
        match self.curve {
            Some(_) => (self.floor.fen(), self.cap.fen()),
            None => (self.now.fen(), self.now.fen()),
        }
    }
}

/// Why a budget cannot be shared out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unshared {
    /// The floors, and the plans that cannot be judged, come to more than the budget.
    FloorsAbove(Money),
    /// The caps, and the plans that cannot be judged, come to less than it.
    CapsBelow(Money),
    /// Of no plan, or of only one, it can be said what more would bring.
    NothingToMove,
}

/// What each plan should spend a day, in their order; adds up to `budget` to the 分.
///
/// Marginal returns are made equal (λ by halving) within floors and caps; what rounding to the 分
/// leaves goes to those that bring most and have room.
///
/// # Errors
///
/// Why it cannot be shared out.
pub fn share_out(budget: Money, shares: &[Share]) -> Result<Vec<Money>, Unshared> {
    let limits: Vec<(i64, i64)> = shares.iter().map(Share::limits).collect();
    let sum = |of: fn(&(i64, i64)) -> i64| limits.iter().map(of).fold(0_i64, i64::saturating_add);
    let (least, most) = (sum(|limit| limit.0), sum(|limit| limit.1));
    if shares.iter().filter(|share| share.curve.is_some()).count() < 2 {
        return Err(Unshared::NothingToMove);
    }
    if budget.fen() < least {
        return Err(Unshared::FloorsAbove(Money::from_fen_clamped(least)));
    }
    if most < budget.fen() {
        return Err(Unshared::CapsBelow(Money::from_fen_clamped(most)));
    }
    let at = |marginal: f64| -> Vec<i64> {
        let one = |(share, limit): (&Share, &(i64, i64))| match &share.curve {
            // Caps are far below 2⁵³.
            Some(curve) => (curve.spend_at(marginal).min(9e15) as i64).clamp(limit.0, limit.1),
            None => limit.0,
        };
        shares.iter().zip(&limits).map(one).collect()
    };
    let total = |parts: &[i64]| parts.iter().fold(0_i64, |sum, part| sum.saturating_add(*part));
    // The higher the return that is asked for, the less is spent.
    let (mut low, mut high) = (1e-9_f64, 1e9_f64);
    for _ in 0..200 {
        let middle = libm::sqrt(low * high);
        if total(&at(middle)) > budget.fen() { low = middle } else { high = middle }
    }
    let mut parts = at(high);
    let mut left = budget.fen() - total(&parts);
    let mut best: Vec<usize> = (0..parts.len()).collect();
    let brings = |idx: usize| {
        let curve = shares[idx].curve.as_ref();
        curve.map_or(0.0, |curve| curve.marginal(parts[idx] as f64))
    };
    let brought: Vec<f64> = (0..parts.len()).map(brings).collect();
    order::sort_by(&mut best, |a, b| brought[*b].total_cmp(&brought[*a]));
    for idx in best {
        let room = (limits[idx].1 - parts[idx]).min(left);
        parts[idx] += room;
        left -= room;
    }
    Ok(parts.into_iter().map(Money::from_fen_clamped).collect())
}

/// What the sales of a day would change by, over the plans that can be judged, 分.
pub fn change(shares: &[Share], parts: &[Money]) -> Money {
    let one = |(share, part): (&Share, &Money)| {
        let curve = share.curve.as_ref()?;
        Some(curve.sales(part.fen() as f64) - curve.sales(share.now.fen() as f64))
    };
    let sum: f64 = shares.iter().zip(parts).filter_map(one).sum();
    Money::from_fen_clamped(sum.clamp(-9e15, 9e15).round() as i64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn curve(k: f64, b: f64) -> Curve {
        Curve { log_k: libm::log(k), b, b_off: 0.1, n_days: 30, is_shared: false }
    }

    fn yuan(amount: i64) -> Money {
        Money::fen_const(amount * 100)
    }

    fn share(now: i64, floor: i64, cap: i64, curve: Option<Curve>) -> Share {
        Share { now: yuan(now), floor: yuan(floor), cap: yuan(cap), curve }
    }

    #[test]
    fn the_next_yuan_brings_as_much_everywhere() {
        // k√x and 2k√x: equal at x₂ = 4·x₁, so of ¥500 one gets 100 and the other 400.
        let plans = [
            share(250, 0, 500, Some(curve(60.0, 0.5))),
            share(250, 0, 500, Some(curve(120.0, 0.5))),
        ];
        let parts = share_out(yuan(500), &plans).unwrap();
        assert!((parts[0].fen() - 10_000).abs() <= 1, "{parts:?}");
        assert_eq!(parts[0] + parts[1], yuan(500));
        assert!(change(&plans, &parts).fen() > 0);
    }

    #[test]
    fn floors_and_caps_hold_and_what_cannot_be_judged_stays() {
        let plans = [
            share(250, 200, 300, Some(curve(60.0, 0.5))),
            share(250, 200, 300, Some(curve(120.0, 0.5))),
            share(80, 0, 900, None),
        ];
        let parts = share_out(yuan(580), &plans).unwrap();
        assert_eq!(parts, [yuan(200), yuan(300), yuan(80)]);
        assert_eq!(share_out(yuan(400), &plans), Err(Unshared::FloorsAbove(yuan(480))));
        assert_eq!(share_out(yuan(900), &plans), Err(Unshared::CapsBelow(yuan(680))));
        assert_eq!(share_out(yuan(330), &plans[1..]), Err(Unshared::NothingToMove));
    }

    #[test]
    fn limits_are_typed_or_so_far_from_now() {
        let by = |floor, cap| {
            let share = Share::new(yuan(100), floor, cap, Ratio::from_bp(3_000), None);
            (share.floor, share.cap)
        };
        assert_eq!(by(None, None), (yuan(70), yuan(130)));
        assert_eq!(by(Some(yuan(140)), None), (yuan(140), yuan(140)));
        assert_eq!(by(None, Some(yuan(500))), (yuan(70), yuan(500)));
    }

    proptest! {
        #[test]
        fn parts_add_up_within_their_limits_and_never_bring_less(
            plans in prop::collection::vec(
                (1_i64..100_000, 0_i64..5_000, 1.0_f64..1e4, 0.06_f64..0.97),
                2..12,
            ),
        ) {
            let shares: Vec<Share> = plans
                .iter()
                .map(|(now, step, k, b)| Share::new(
                    Money::fen_const(*now),
                    None,
                    None,
                    Ratio::from_bp(*step as i32),
                    Some(curve(*k, *b)),
                ))
                .collect();
            let budget: Money = shares.iter().map(|share| share.now).sum();
            let parts = share_out(budget, &shares).unwrap();
            prop_assert_eq!(parts.iter().copied().sum::<Money>(), budget);
            for (part, share) in parts.iter().zip(&shares) {
                prop_assert!(share.floor <= *part && *part <= share.cap);
            }
            // Rounding to the 分 may cost a few of them.
            let slack = 10 * shares.len() as i64;
            prop_assert!(change(&shares, &parts).fen() >= -slack);
        }
    }
}
