//! What another mix of sources would bring, if each kept its conversion and order value (T-81,
//! R-47, V-13). Nothing of it is stored.

use crate::base::allocate::allocate;
use crate::base::causes::Funnel;
use crate::base::money::div_round;
use crate::tools::diagnosis::calc::sources::Sources;

/// The most visitors of a source while their total is free: so many times what it has.
const MOST: i64 = 3;

/// One source, or several together, as they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its name; `None` for all that have no line of their own.
    pub name: Option<String>,
    /// Visitors.
    pub visitors: i64,
    /// Paying buyers.
    pub buyers: i64,
    /// 分.
    pub sales: i64,
    /// What they cost, 分, where that is known on all days with figures.
    pub cost: Option<i64>,
}

/// The parts that can be moved: the `n_lines` sources with the most visitors, then all others as
/// one. A source without visitors has no rate to keep and stays out.
pub fn parts(sources: &Sources, n_lines: usize) -> Vec<Part> {
    let count = |state: Funnel| (state.visitors.round() as i64, state.buyers.round() as i64);
    let known = sources.lines.iter().filter(|one| 1.0 <= one.state.visitors);
    let mut parts: Vec<Part> = Vec::new();
    for (place, one) in known.enumerate() {
        let (visitors, buyers) = count(one.state);
        let cost = one.cost.filter(|(_, n_days)| *n_days == sources.n_days).map(|cost| cost.0);
        let sales = one.state.sales;
        if place < n_lines {
            parts.push(Part { name: Some(one.name.clone()), visitors, buyers, sales, cost });
            continue;
        }
        if place == n_lines {
            parts.push(Part { name: None, visitors: 0, buyers: 0, sales: 0, cost: None });
        }
        if let Some(rest) = parts.last_mut() {
            rest.visitors = rest.visitors.saturating_add(visitors);
            rest.buyers = rest.buyers.saturating_add(buyers);
            rest.sales = rest.sales.saturating_add(sales);
            rest.cost = match (rest.cost, cost) {
                (Some(a), Some(b)) => Some(a.saturating_add(b)),
                (a, b) => a.or(b),
            };
        }
    }
    parts
}

/// Visitors of each part, and whether their sum stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mix {
    /// A part each.
    pub visitors: Vec<i64>,
    /// Whether what one part gets is taken from the others.
    pub is_fixed: bool,
}

impl Mix {
    /// As it is.
    pub fn of(parts: &[Part], is_fixed: bool) -> Self {
        Self { visitors: parts.iter().map(|part| part.visitors).collect(), is_fixed }
    }

    /// All of them.
    pub fn total(&self) -> i64 {
        self.visitors.iter().fold(0_i64, |sum, one| sum.saturating_add(*one))
    }

    /// The most that a part can be set to: all visitors where their sum stays, else three times
    /// what it has.
    pub fn most(&self, parts: &[Part], place: usize) -> i64 {
        if self.is_fixed {
            return self.total();
        }
        parts.get(place).map_or(0, |part| part.visitors.saturating_mul(MOST))
    }

    /// With one part at `to`, kept within its limits. Where the sum stays, the others share what is
    /// left as they stand to each other (as they first stood, where all of them are at nothing).
    pub fn with(&self, parts: &[Part], place: usize, to: i64) -> Self {
        let to = to.clamp(0, self.most(parts, place));
        let mut visitors = self.visitors.clone();
        let Some(own) = visitors.get_mut(place) else { return self.clone() };
        *own = to;
        if !self.is_fixed {
            return Self { visitors, is_fixed: false };
        }
        let left = self.total().saturating_sub(to);
        let weights = |of: &dyn Fn(usize) -> i64| {
            let weight = |idx: usize| if idx == place { 0 } else { of(idx).max(0).unsigned_abs() };
            (0..visitors.len()).map(weight).collect::<Vec<u64>>()
        };
        let now = weights(&|idx| self.visitors[idx]);
        let first = weights(&|idx| parts.get(idx).map_or(0, |part| part.visitors));
        let shared = allocate(left, &now).or_else(|_| allocate(left, &first));
        // A part that is alone has all of them whatever is asked.
        let Ok(shared) = shared else { return self.clone() };
        for (idx, one) in shared.into_iter().enumerate() {
            if idx != place {
                visitors[idx] = one;
            }
        }
        Self { visitors, is_fixed: true }
    }
}

/// What a mix brings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// Visitors of all sources.
    pub visitors: i64,
    /// Buyers, which need not be whole.
    pub buyers: f64,
    /// Of each part, 分, rounded half away from zero.
    pub parts: Vec<i64>,
    /// 分: the sum of the parts.
    pub sales: i64,
    /// What paid parts cost at what a visitor of each costs, 分; `None` where no cost is known.
    pub cost: Option<i64>,
}

impl Outcome {
    /// Buyers of visitors, basis points, rounded; `None` without visitors.
    pub fn cvr(&self) -> Option<i64> {
        let rate = self.buyers / self.visitors as f64;
        (0 < self.visitors).then(|| (rate * 10_000.0).round() as i64)
    }
}

/// What a mix brings where every part keeps its conversion, its order value and what its visitors
/// cost.
pub fn outcome(parts: &[Part], mix: &Mix) -> Outcome {
    let mut all = Outcome::default();
    for (part, visitors) in parts.iter().zip(&mix.visitors) {
        let of = |amount: i64| {
            let exact = i128::from(amount) * i128::from(*visitors);
            // Limits keep visitors within a few times what they are.
            i64::try_from(div_round(exact, part.visitors.max(1).into())).unwrap_or(i64::MAX)
        };
        let sales = of(part.sales);
        all.visitors = all.visitors.saturating_add(*visitors);
        all.buyers += part.buyers as f64 * *visitors as f64 / part.visitors.max(1) as f64;
        all.sales = all.sales.saturating_add(sales);
        all.parts.push(sales);
        if let Some(cost) = part.cost.map(of) {
            all.cost = Some(all.cost.unwrap_or(0).saturating_add(cost));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn part(name: &str, visitors: i64, buyers: i64, sales: i64) -> Part {
        Part { name: Some(name.to_owned()), visitors, buyers, sales, cost: None }
    }

    /// ¥100 an order.
    fn v13() -> Vec<Part> {
        vec![part("rich", 4_000, 160, 1_600_000), part("poor", 6_000, 60, 600_000)]
    }

    #[test]
    fn v13_six_thousand_at_four_percent() {
        let parts = v13();
        let now = Mix::of(&parts, true);
        assert_eq!(outcome(&parts, &now).cvr(), Some(220));
        let then = now.with(&parts, 0, 6_000);
        assert_eq!(then.visitors, [6_000, 4_000]);
        let found = outcome(&parts, &then);
        assert_eq!((found.cvr(), found.visitors), (Some(280), 10_000));
        assert_eq!(
            (found.parts.as_slice(), found.sales),
            ([2_400_000, 400_000].as_slice(), 2_800_000)
        );
    }

    #[test]
    fn what_is_free_changes_alone_and_within_its_limits() {
        let parts = v13();
        let free = Mix::of(&parts, false);
        assert_eq!(free.with(&parts, 0, 99_999).visitors, [12_000, 6_000]);
        assert_eq!(free.with(&parts, 1, -5).visitors, [4_000, 0]);
        let fixed = Mix::of(&parts, true);
        let all = fixed.with(&parts, 0, 99_999);
        assert_eq!(all.visitors, [10_000, 0]);
        // Back from the end: the others share as they first stood.
        assert_eq!(all.with(&parts, 0, 4_000).visitors, [4_000, 6_000]);
        let alone = Mix::of(&parts[..1], true);
        assert_eq!(alone.with(&parts[..1], 0, 10).visitors, [4_000]);
    }

    #[test]
    fn cost_follows_visitors_of_what_is_paid_for() {
        let mut parts = v13();
        parts[1].cost = Some(300_000);
        let mix = Mix::of(&parts, true).with(&parts, 0, 6_000);
        // 50 分 a visitor, 4,000 of them.
        assert_eq!(outcome(&parts, &mix).cost, Some(200_000));
        assert_eq!(outcome(&v13(), &mix).cost, None);
    }

    proptest! {
        #[test]
        fn a_fixed_total_stays_whatever_is_moved(
            visitors in prop::collection::vec(1_i64..1_000_000, 1..12),
            moves in prop::collection::vec((0_usize..12, -10_i64..20_000_000), 0..12),
        ) {
            let parts: Vec<Part> =
                visitors.iter().map(|one| part("x", *one, one / 50, one * 90)).collect();
            let mut mix = Mix::of(&parts, true);
            let total = mix.total();
            for (place, to) in moves {
                mix = mix.with(&parts, place, to);
                prop_assert_eq!(mix.total(), total);
                prop_assert!(mix.visitors.iter().all(|one| 0 <= *one));
                let found = outcome(&parts, &mix);
                prop_assert_eq!(found.parts.iter().sum::<i64>(), found.sales);
            }
            // Nothing moved is what it was.
            let found = outcome(&parts, &Mix::of(&parts, false));
            prop_assert_eq!(found.sales, parts.iter().map(|one| one.sales).sum::<i64>());
        }
    }
}
