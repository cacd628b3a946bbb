//! Proportional fitting under bounds.

use crate::base::spread::graph::{Graph, NodeBound};
use crate::base::spread::nested::Lock;

/// What days of weight zero count for, against all days: nothing, unless there are no others.
const SLIGHT: f64 = 1e-20;
/// The smallest multiplier: next to nothing, but a number that can be taken back.
const LEAST: f64 = 1e-40;
/// Sums within this of their bounds count as there; rounding does the rest.
const NEAR: f64 = 0.01;
/// A multiplier farther from 1 than this pushes.
const SURE: f64 = 1e-9;
/// Enough for any plan that was typed; what is not there by then is settled in whole numbers.
const MAX_SWEEPS: usize = 400;

/// The amounts between neighbouring nodes that are nearest to the weights' proportions, in the
/// sense of relative entropy, within all bounds.
///
/// Each bound has a multiplier on its days. In turn every bound takes its own multiplier back and
/// sets it to the one nearest to 1 that brings the sum within; where none is needed it is 1.
/// Floats live here only: what leaves is whole, and is settled exactly by the caller.
#[derive(Debug)]
pub(super) struct Scaling {
    amounts: Vec<f64>,
    multipliers: Vec<f64>,
}

impl Scaling {
    /// Fits the shares of a non-negative `total` to the bounds of `graph`, which can hold.
    pub fn new(graph: &Graph, total: i64, weights: &[u64]) -> Self {
        let weight_sum: f64 = weights.iter().map(|&weight| weight as f64).sum();
        let scale = if weight_sum > 0.0 { weight_sum } else { 1.0 };
        let slight = if weight_sum > 0.0 { SLIGHT } else { 1.0 } / weights.len() as f64;
        let share = |ends: &[usize]| {
            let own = &weights[ends[0]..ends[1]];
            let weight: f64 = own.iter().map(|&weight| weight as f64).sum();
            (weight / scale).max(slight * own.len() as f64)
        };
        let amounts = graph.offsets().windows(2).map(|ends| share(ends) * total as f64).collect();
        let mut scaling = Self { amounts, multipliers: vec![1.0; graph.node_bounds().len()] };
        for n_sweeps in 0..MAX_SWEEPS {
            // To and fro, so that a change at one end reaches the other within a sweep.
            let bounds = graph.node_bounds().iter().enumerate();
            let worst = if n_sweeps % 2 == 0 {
                bounds.fold(0.0, |worst, bound| scaling.fit(bound).max(worst))
            } else {
                bounds.rev().fold(0.0, |worst, bound| scaling.fit(bound).max(worst))
            };
            if worst <= NEAR {
                break;
            }
        }
        scaling
    }

    /// Brings one sum within its bound; says how far that moved it.
    fn fit(&mut self, (idx, bound): (usize, &NodeBound)) -> f64 {
        let own = &mut self.amounts[bound.from..bound.to];
        let sum: f64 = own.iter().sum();
        let free = sum / self.multipliers[idx];
        let within = clamp(free, bound);
        let multiplier = if free > 0.0 { (within / free).max(LEAST) } else { 1.0 };
        let change = multiplier / self.multipliers[idx];
        if change != 1.0 && change.is_finite() {
            for amount in own {
                *amount *= change;
            }
            self.multipliers[idx] = multiplier;
        }
        (sum * change - sum).abs()
    }

    /// The bounds that push or hold, as locks at the amount they push to.
    pub fn binding_locks(&self, graph: &Graph) -> Vec<Lock> {
        let pairs = graph.node_bounds().iter().zip(&self.multipliers).skip(1);
        pairs
            .filter_map(|(bound, &multiplier)| {
                let is_held = bound.at_least == bound.at_most;
                let amount = if is_held || multiplier > 1.0 + SURE {
                    bound.at_least
                } else if multiplier < 1.0 - SURE {
                    bound.at_most
                } else {
                    None
                };
                Some(graph.lock_at(bound, amount?))
            })
            .collect()
    }

    /// The running sums at the nodes, each rounded: sums that are within whole bounds before
    /// rounding are within them after it.
    pub fn rounded_sums(&self) -> Vec<i128> {
        let mut sum = 0.0;
        let mut sums = vec![0];
        for amount in &self.amounts {
            sum += amount;
            // Half up, not half away from zero: rounding must move with whole steps.
            sums.push((sum + 0.5_f64).floor() as i128);
        }
        sums
    }
}

fn clamp(sum: f64, bound: &NodeBound) -> f64 {
    let least = bound.at_least.map_or(0.0, |least| least as f64);
    let most = bound.at_most.map_or(f64::INFINITY, |most| most as f64);
    sum.max(least).min(most)
}
