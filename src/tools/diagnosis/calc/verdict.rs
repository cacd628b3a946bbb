//! Whether a period met what it is held against, and by which factor (T-79).

use crate::base::causes::{Causes, Funnel, causes, causes_in_order};
use crate::base::money::div_round;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::facts::set::FactSet;
use crate::knowledge::events::EventInstance;
use crate::tools::diagnosis::calc::baseline::{Calendar, states};
use crate::tools::diagnosis::calc::period::{before, day_values, known_part, last_year, period};
use crate::tools::diagnosis::calc::sure::{Bar, Sure, of_counts, of_fixed};
use crate::tools::diagnosis::model::{Basis, Diagnosis};

/// What the days of a period should have brought by the year's plan, on the days with figures.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Planned {
    /// Sales as targeted; visitors and buyers as they take at the plan's rates.
    pub state: Funnel,
    /// Days that have both figures and a target.
    pub n_days: usize,
    /// Whether the rates were all typed; else they are the shop's own of earlier days.
    pub is_typed: bool,
}

/// How a period went.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The days that are looked at: without those after the last with figures.
    pub span: Span,
    /// What they are held against.
    pub basis: Basis,
    /// The other days; `None` against the target or the baseline.
    pub other: Option<Span>,
    /// As it was.
    pub now: Funnel,
    /// As it should have been, or was.
    pub base: Funnel,
    /// Days with figures now, and of the other side.
    pub n_days: (usize, usize),
    /// What each factor brought or cost.
    pub causes: Causes,
    /// The same by replacing one after another.
    pub in_order: Causes,
    /// How sure the conversion's change is.
    pub sure: Sure,
    /// Whether a target's rates were typed.
    pub is_typed: bool,
}

impl Verdict {
    /// Now − base, 分.
    pub fn gap(&self) -> i64 {
        self.now.sales.saturating_sub(self.base.sales)
    }

    /// The same as a ratio of the base; `None` where that is nothing.
    pub fn change(&self) -> Option<Ratio> {
        Ratio::of(self.gap(), self.base.sales)
    }

    /// 达标: at least as much as it is held against.
    pub fn is_met(&self) -> bool {
        self.base.sales <= self.now.sales
    }

    /// The three factors before and now: people, basis points, 分; rounded half away from zero.
    pub fn factors(&self) -> [(Option<i64>, Option<i64>); 3] {
        let [a, b] = [self.base, self.now].map(figures);
        [(a[0], b[0]), (a[1], b[1]), (a[2], b[2])]
    }
}

/// Visitors, conversion in basis points, order value in 分, rounded half away from zero.
pub fn figures(state: Funnel) -> [Option<i64>; 3] {
    let rate = state.cvr().map(|rate| (rate * 10_000.0).round() as i64);
    let buyers = state.buyers.round() as i64;
    let aov = if (state.buyers - state.buyers.round()).abs() < 1e-9 && 0 < buyers {
        Some(div_round(state.sales.into(), buyers.into()) as i64)
    } else {
        state.aov().map(|aov| aov.round() as i64)
    };
    [Some(state.visitors.round() as i64), rate, aov]
}

/// The sums of the days of a span on which visitors, buyers and sales are all known.
pub fn sums(facts: &FactSet, span: Span) -> (Funnel, usize) {
    let (mut sums, mut n_days) = ([0_i64; 3], 0);
    for values in span.days().filter_map(|day| day_values(facts, day)) {
        for (sum, value) in sums.iter_mut().zip(values) {
            *sum = sum.saturating_add(value);
        }
        n_days += 1;
    }
    (Funnel::of(sums[0], sums[1], sums[2]), n_days)
}

/// How the chosen period went. `events` reach over all facts; `planned` tells what the plan asks
/// of days. `None` without figures, or without anything to hold them against.
pub fn verdict(
    section: &Diagnosis,
    facts: &FactSet,
    events: &[EventInstance],
    planned: impl FnOnce(Span) -> Option<Planned>,
) -> Option<Verdict> {
    let span = known_part(period(section, facts)?, facts);
    let (own, n_own) = sums(facts, span);
    let bar = Bar::of(section);
    let (now, base, n_days, other, is_typed) = match section.basis {
        Basis::Before | Basis::LastYear => {
            let is_before = section.basis == Basis::Before;
            let other = if is_before { before(span) } else { last_year(span) };
            let (base, n_base) = sums(facts, other);
            (own, base, (n_own, n_base), Some(other), false)
        }
        Basis::Target => {
            let planned = planned(span)?;
            (own, planned.state, (n_own, planned.n_days), None, planned.is_typed)
        }
        Basis::Baseline => {
            let (now, base, n_days) = states(&Calendar::new(facts, events).baseline(span));
            (now, base, (n_days, n_days), None, false)
        }
    };
    if n_days.0 == 0 || n_days.1 == 0 {
        return None;
    }
    let sure = match other {
        Some(_) => of_counts(base, now, bar),
        None => base.cvr().map_or(Sure::Few, |rate| of_fixed(rate, now, bar)),
    };
    Some(Verdict {
        span,
        basis: section.basis,
        other,
        now,
        base,
        n_days,
        causes: causes(base, now),
        in_order: causes_in_order(base, now),
        sure,
        is_typed,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::day::Day;
    use crate::facts::chunk::Chunk;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// The vector V-05, ten times the people: February 1,000 × 3 % × ¥200, March 900 × 2.8 % ×
    /// ¥205, a tenth a day on the first ten days.
    fn facts() -> FactSet {
        let mut chunk = Chunk::empty(Span::new(day("2026-02-01"), day("2026-03-31")));
        for (month, values) in [("2026-02", [1_000, 30, 600_000]), ("2026-03", [900, 25, 516_600])]
        {
            for n in 0..10 {
                let day = day(&format!("{month}-01")) + n;
                for (key, value) in ["visitors", "buyers", "sales"].into_iter().zip(values) {
                    // 252 buyers of March: two more on the last day.
                    let more = i64::from(key == "buyers" && month == "2026-03" && n == 9) * 2;
                    chunk.set(key, day, Some(value + more));
                }
            }
        }
        FactSet { shop_days: vec![chunk.into_ref().unwrap()], ..FactSet::default() }
    }

    #[test]
    fn v05_a_month_against_the_one_before() {
        let facts = facts();
        let found = verdict(&Diagnosis::default(), &facts, &[], |_| None).unwrap();
        // Figures end on the tenth: so does what they are held against.
        assert_eq!(found.span, Span::new(day("2026-03-01"), day("2026-03-10")));
        assert_eq!(found.other, Some(Span::new(day("2026-02-01"), day("2026-02-10"))));
        assert_eq!(found.n_days, (10, 10));
        assert_eq!((found.gap(), found.is_met()), (-834_000, false));
        assert_eq!(found.causes.parts(), [-587_132, -384_470, 137_602]);
        assert_eq!(found.in_order.parts(), [-600_000, -360_000, 126_000]);
        let factors = found.factors();
        assert_eq!(factors[1], (Some(300), Some(280)));
        assert_eq!(factors[2], (Some(20_000), Some(20_500)));
        // 3.0 % and 2.8 % of ten thousand may be chance.
        assert_eq!(found.sure, Sure::Open);
    }

    #[test]
    fn against_a_target_and_without_one() {
        let facts = facts();
        let section = Diagnosis { basis: Basis::Target, ..Diagnosis::default() };
        assert_eq!(verdict(&section, &facts, &[], |_| None), None);
        let state = Funnel::at_rates(5_166_000, 300, 20_000).unwrap();
        let planned = Planned { state, n_days: 10, is_typed: true };
        let found = verdict(&section, &facts, &[], |_| Some(planned)).unwrap();
        assert!(found.is_met() && found.gap() == 0 && found.is_typed);
        assert_eq!(found.causes.parts().iter().sum::<i64>(), 0);
        // 5,166,000 ÷ 20,000 ÷ 3 % = 8,610 visitors would have done.
        assert_eq!(found.factors()[0], (Some(8_610), Some(9_000)));
        assert_eq!(found.change(), Some(Ratio::from_bp(0)));
    }

    #[test]
    fn nothing_to_hold_it_against_is_no_verdict() {
        let section = Diagnosis { basis: Basis::LastYear, ..Diagnosis::default() };
        assert_eq!(verdict(&section, &facts(), &[], |_| None), None);
        assert_eq!(verdict(&section, &FactSet::default(), &[], |_| None), None);
    }
}
