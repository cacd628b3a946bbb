//! Spreading a total over days under locks, floors and caps.
//!
//! Every demand (the year's total, a locked month, a floor under a week, a cap over a day) is the
//! least and the most of a sum of consecutive days, so with the running sums C₀ … Cₙ each is
//! `lo ≤ C_b − C_a ≤ hi`: a system of difference constraints. It can hold if and only if its
//! graph has no negative cycle, and such a cycle names the demands that contradict each other.
//! Where it can hold, whole amounts exist, and [`spread`] finds some that keep the weights'
//! proportions as well as the demands allow.

mod bounded;
mod graph;
pub mod matrix;
mod nested;

use thiserror::Error;

use crate::base::allocate::allocate;
use crate::base::span::Span;
use crate::base::spread::bounded::Scaling;
use crate::base::spread::graph::Graph;
use crate::base::spread::nested::Lock;

/// Locks, floors or caps that cannot hold at the same time, and by how much.
///
/// The set is irreducible: without any one of its members the others can hold. It is also as
/// small as such a set can be.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{} demands cannot hold together, by {by}", members.len())]
pub struct Conflict {
    /// What cannot hold together, in the order of their first days. The total stands for itself
    /// as a lock of the whole span.
    pub members: Vec<Bound>,
    /// By how many units (分, 件) they contradict each other; above zero.
    pub by: i64,
}

/// The least and the most that the days of a span may add up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The days.
    pub span: Span,
    /// Not less than this.
    pub at_least: Option<i64>,
    /// Not more than this; equal to `at_least` for a lock.
    pub at_most: Option<i64>,
}

impl Bound {
    /// The days of `span` must add up to `amount`.
    pub fn lock(span: Span, amount: i64) -> Self {
        Self { span, at_least: Some(amount), at_most: Some(amount) }
    }
}

/// Why a total could not be spread.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SpreadError {
    /// What is asked for cannot hold together.
    #[error(transparent)]
    Conflict(#[from] Conflict),
    /// There must be one weight a day.
    #[error("{n_days} days take {n_days} weights, not {n_weights}")]
    WeightCount {
        /// How many days the span has.
        n_days: usize,
        /// How many weights were given.
        n_weights: usize,
    },
}

/// Spreads `total` over the days of `span` in proportion to `weights`, within `bounds`.
///
/// * `total`: any unit (分, 件). Where it is not negative no day is negative either.
/// * `weights`: one a day. A day of weight zero gets nothing, unless a bound forces an amount on
///   days that all have weight zero: these share it evenly.
/// * `bounds`: in any order, of any days, crossing each other as they like (a week lies in two
///   months). A bound counts for its days inside of `span`; one that has none there is left out.
///
/// The days add up to `total`, and every bound holds, to the unit. Where the locks nest (days in
/// months in quarters) what a lock leaves to its parent's other days is shared by
/// [`allocate`], so each of these is within one unit of its exact share. Where bounds cross or
/// bind, the exact shares are those of least relative entropy (proportional fitting: the days
/// between two neighbouring ends of bounds keep their proportions), and rounding adds less than
/// two units a day. The same input always gives the same days.
///
/// # Errors
///
/// [`SpreadError::Conflict`] with the smallest set of bounds that contradict each other;
/// [`SpreadError::WeightCount`] for any other number of weights than days.
///
/// # Source
///
/// T-59; Deming & Stephan (1940) for the fitting, with Hildreth's multipliers for inequalities.
pub fn spread(
    span: Span,
    total: i64,
    weights: &[u64],
    bounds: &[Bound],
) -> Result<Vec<i64>, SpreadError> {
    if weights.len() != span.n_days() {
        return Err(SpreadError::WeightCount { n_days: span.n_days(), n_weights: weights.len() });
    }
    let graph = Graph::new(span, total, bounds);
    graph.check()?;
    let locks = graph.locks();
    if let Some(days) = shared(&graph, total, weights, &locks) {
        return Ok(days);
    }
    let mut sums = if total < 0 {
        // Proportional fitting knows no negative amounts: start from the plain shares.
        graph.sums_of(&nested::share(total, weights, &[]).unwrap_or_default())
    } else {
        let scaling = Scaling::new(&graph, total, weights);
        let binding = scaling.binding_locks(&graph);
        if let Some(days) = shared(&graph, total, weights, &binding) {
            return Ok(days);
        }
        scaling.rounded_sums()
    };
    graph.settle(&mut sums);
    Ok(share_between(&graph, &sums, weights))
}

/// Says whether `total` can be spread over `span` within `bounds` at all; see [`spread`].
///
/// # Errors
///
/// The smallest set of bounds that contradict each other.
pub fn check(span: Span, total: i64, bounds: &[Bound]) -> Result<(), Conflict> {
    Graph::new(span, total, bounds).check()
}

/// The days under nested `locks`, if these do nest and all other bounds hold by themselves.
fn shared(graph: &Graph, total: i64, weights: &[u64], locks: &[Lock]) -> Option<Vec<i64>> {
    nested::share(total, weights, locks).filter(|days| graph.holds(days))
}

/// Shares what lies between two neighbouring ends of bounds among the days there.
fn share_between(graph: &Graph, sums: &[i128], weights: &[u64]) -> Vec<i64> {
    let mut days = Vec::with_capacity(weights.len());
    for (ends, sums) in graph.offsets().windows(2).zip(sums.windows(2)) {
        let amount = i64::try_from(sums[1] - sums[0]).unwrap_or(i64::MAX);
        days.extend(share_some(amount, &weights[ends[0]..ends[1]]));
    }
    days
}

/// [`allocate`], but evenly where all weights are zero.
fn share_some(amount: i64, weights: &[u64]) -> Vec<i64> {
    allocate(amount, weights)
        .or_else(|_| allocate(amount, &vec![1; weights.len()]))
        .unwrap_or_default()
}

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;
