//! The days on which most was missing against the plan, and what did most of it.

use crate::base::day::Day;
use crate::base::money::Money;
use crate::base::order;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::home::calc::plans::Plans;
use crate::home::calc::result::{Factors, result};

/// How many gaps are told.
const N_GAPS: usize = 3;

/// A day that brought less than planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Which day.
    pub day: Day,
    /// How much is missing, in the plan's unit; above zero.
    pub by: i64,
    /// What it brought.
    pub actual: i64,
    /// What it should have brought.
    pub target: i64,
    /// What did most of it; `None` where the goal counts pieces or the rates are not known.
    pub cause: Option<Cause>,
}

/// The factor that cost most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cause {
    /// Which one, as it was and as the target counts on it.
    pub factor: Factor,
    /// What it cost, in 分; below zero.
    pub effect: i64,
}

/// One of the three factors: as it was, as the target counts on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Factor {
    /// 访客数 (M-03).
    Visitors(i64, i64),
    /// 支付转化率 (M-04).
    Cvr(Ratio, Ratio),
    /// 客单价 (M-06).
    Aov(Money, Money),
}

/// The days that are told, and of which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    /// The days that were looked at: the month of the last day with a value, up to it; `None`
    /// where no day has one.
    pub span: Option<Span>,
    /// How many of them fell short.
    pub n_short: usize,
    /// The largest gaps, the largest first; at most three.
    pub days: Vec<Gap>,
}

/// The largest gaps in the month of `latest`.
pub(super) fn gaps(plans: &Plans<'_>, latest: Day, today: Day) -> Gaps {
    let span = Span::new(latest.month().first(), latest);
    let mut short: Vec<(i64, Day)> = span
        .days()
        .filter_map(|day| {
            let by = plans.target(day)? - plans.actual(day)?;
            (0 < by).then_some((by, day))
        })
        .collect();
    let n_short = short.len();
    // Of equal gaps the later day comes first: it is the better remembered one.
    order::sort_by_key(&mut short, |&(by, day)| (-by, -day.number()));
    let gap = |(by, day): (i64, Day)| {
        let state = result(plans, day, today)?;
        let cause = state.factors.and_then(main_cause);
        Some(Gap { day, by, actual: state.actual, target: state.target?, cause })
    };
    let days = short.into_iter().take(N_GAPS).filter_map(gap).collect();
    Gaps { span: Some(span), n_short, days }
}

/// The factor that cost most; the earlier one in the funnel where two cost the same.
fn main_cause(factors: Factors) -> Option<Cause> {
    let (causes, was, should) = (factors.causes?, factors.actual, factors.target?);
    let all = [
        (causes.visitors, Factor::Visitors(was.visitors, should.visitors)),
        (causes.cvr, Factor::Cvr(was.cvr?, should.cvr?)),
        (causes.aov, Factor::Aov(was.aov?, should.aov?)),
    ];
    let (effect, factor) = all.into_iter().min_by_key(|(effect, _)| *effect)?;
    (effect < 0).then_some(Cause { factor, effect })
}
