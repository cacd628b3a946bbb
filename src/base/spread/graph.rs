//! Bounds of running sums as a graph of difference constraints.

use crate::base::order;
use crate::base::span::Span;
use crate::base::spread::nested::Lock;
use crate::base::spread::{Bound, Conflict};

/// Beyond every sum of bounds, and far enough from the end to add one more.
const FAR: i128 = i128::MAX / 4;

/// `sum[to] − sum[from] ≤ most`.
#[derive(Clone, Copy, Debug)]
struct Edge {
    from: usize,
    to: usize,
    most: i128,
    /// Which bound says so, as an index of [`Graph::bounds`].
    bound: usize,
}

/// A bound between two nodes.
#[derive(Clone, Copy, Debug)]
pub(super) struct NodeBound {
    /// The node before its first day.
    pub from: usize,
    /// The node after its last day.
    pub to: usize,
    /// Not less than this.
    pub at_least: Option<i64>,
    /// Not more than this.
    pub at_most: Option<i64>,
}

/// The running sums at the ends of bounds, and what is asked of their differences.
///
/// The days between two neighbouring ends belong to the same bounds, so only their sum matters:
/// the nodes are the ends, not the days.
#[derive(Debug)]
pub(super) struct Graph {
    /// What was asked for; the total comes first.
    bounds: Vec<Bound>,
    /// The same between nodes.
    node_bounds: Vec<NodeBound>,
    /// How many days come before each node; begins with 0, ends with the number of days.
    offsets: Vec<usize>,
    edges: Vec<Edge>,
    /// Whether no day may be negative: no sum is above the next.
    is_rising: bool,
}

impl Graph {
    /// The constraints of a total and of the bounds that have days in `span`.
    pub fn new(span: Span, total: i64, bounds: &[Bound]) -> Self {
        let offset_of = |part: Span| {
            let from = (part.from() - span.from()) as usize;
            (from, from + part.n_days())
        };
        let mut kept = Vec::with_capacity(bounds.len() + 1);
        let mut ends = Vec::with_capacity(bounds.len() + 1);
        kept.push(Bound::lock(span, total));
        ends.push(offset_of(span));
        for bound in bounds {
            if let Some(part) = bound.span.overlap(span) {
                kept.push(*bound);
                ends.push(offset_of(part));
            }
        }
        let mut offsets: Vec<usize> = ends.iter().flat_map(|&(from, to)| [from, to]).collect();
        order::sort(&mut offsets);
        offsets.dedup();
        let node_of = |offset: usize| offsets.partition_point(|&other| other < offset);
        let mut node_bounds = Vec::with_capacity(kept.len());
        let mut edges = Vec::with_capacity(kept.len() * 2);
        for (idx, (bound, &(from, to))) in kept.iter().zip(&ends).enumerate() {
            let (from, to) = (node_of(from), node_of(to));
            let Bound { at_least, at_most, .. } = *bound;
            node_bounds.push(NodeBound { from, to, at_least, at_most });
            edges.extend(at_most.map(|most| Edge { from, to, most: most.into(), bound: idx }));
            edges.extend(at_least.map(|least| Edge {
                from: to,
                to: from,
                most: -i128::from(least),
                bound: idx,
            }));
        }
        Self { bounds: kept, node_bounds, offsets, edges, is_rising: total >= 0 }
    }

    /// How many days come before each node.
    pub fn offsets(&self) -> &[usize] {
        &self.offsets
    }

    /// The bounds between nodes; the total comes first.
    pub fn node_bounds(&self) -> &[NodeBound] {
        &self.node_bounds
    }

    /// A bound that holds at one amount, as a lock of days.
    pub fn lock_at(&self, bound: &NodeBound, amount: i64) -> Lock {
        Lock { from: self.offsets[bound.from], to: self.offsets[bound.to], amount }
    }

    /// The bounds, but not the total, that leave no choice.
    pub fn locks(&self) -> Vec<Lock> {
        let is_lock = |bound: &&NodeBound| bound.at_least == bound.at_most;
        let bounds = self.node_bounds[1..].iter().filter(is_lock);
        bounds.filter_map(|bound| Some(self.lock_at(bound, bound.at_least?))).collect()
    }

    /// The running sums of `days` at the nodes.
    pub fn sums_of(&self, days: &[i64]) -> Vec<i128> {
        let mut sums = vec![0; self.offsets.len()];
        for (node, ends) in self.offsets.windows(2).enumerate() {
            let between: i128 = days[ends[0]..ends[1]].iter().map(|&day| i128::from(day)).sum();
            sums[node + 1] = sums[node] + between;
        }
        sums
    }

    /// Whether `days` are within all bounds.
    pub fn holds(&self, days: &[i64]) -> bool {
        let sums = self.sums_of(days);
        self.edges.iter().all(|edge| sums[edge.to] - sums[edge.from] <= edge.most)
            && (!self.is_rising || days.iter().all(|&day| day >= 0))
    }

    /// Lowers `sums` just as far as the constraints ask for; `false` where they contradict.
    ///
    /// The result is the greatest solution that is nowhere above the start (Bellman–Ford from a
    /// start in which every node is its own source), so a start that already is a solution stays.
    pub fn settle(&self, sums: &mut [i128]) -> bool {
        for _ in 0..=sums.len() {
            let mut is_settled = true;
            for edge in &self.edges {
                let most = sums[edge.from] + edge.most;
                if most < sums[edge.to] {
                    sums[edge.to] = most;
                    is_settled = false;
                }
            }
            if self.is_rising {
                for node in (1..sums.len()).rev() {
                    if sums[node] < sums[node - 1] {
                        sums[node - 1] = sums[node];
                        is_settled = false;
                    }
                }
            }
            if is_settled {
                return true;
            }
        }
        false
    }

    /// Says whether all constraints can hold together, and which cannot.
    pub fn check(&self) -> Result<(), Conflict> {
        if self.settle(&mut vec![0; self.offsets.len()]) {
            Ok(())
        } else {
            Err(self.smallest_conflict())
        }
    }

    /// The negative cycle with the fewest bounds, the most negative among these.
    ///
    /// Fewest bounds makes it irreducible: bounds that contradict each other contain a simple
    /// negative cycle, which uses each of them once at most, so a proper subset would have given
    /// a shorter cycle. (A bound whose least is above its most goes round by itself, and is
    /// looked for before.)
    fn smallest_conflict(&self) -> Conflict {
        let alone = self.bounds.iter().filter_map(|bound| {
            let by = i128::from(bound.at_least?) - i128::from(bound.at_most?);
            (by > 0).then(|| conflict(vec![*bound], by))
        });
        if let Some(found) = alone.max_by_key(|found| found.by) {
            return found;
        }
        let n_nodes = self.offsets.len();
        let mut walks: Vec<Vec<i128>> =
            (0..n_nodes).map(|start| self.no_step_from(start)).collect();
        for n_steps in 1..=n_nodes {
            for walk in &mut walks {
                *walk = self.step(walk, None);
            }
            let best = (0..n_nodes).map(|start| (walks[start][start], start)).min();
            if let Some((length, start)) = best.filter(|(length, _)| *length < 0) {
                return conflict(self.cycle(start, n_steps), -length);
            }
        }
        // Not reached: where sums do not settle there is a negative cycle of at most one edge a
        // node. Everything that was asked for is a true answer all the same, if not a short one.
        conflict(self.bounds.clone(), 1)
    }

    /// The shortest walks from `start` that use no bound.
    fn no_step_from(&self, start: usize) -> Vec<i128> {
        let is_reached = |node: usize| node == start || (self.is_rising && node < start);
        (0..self.offsets.len()).map(|node| if is_reached(node) { 0 } else { FAR }).collect()
    }

    /// The shortest walks that use one bound more than those of `walk`. Through `via` the last
    /// edge of each is told.
    fn step(&self, walk: &[i128], mut via: Option<&mut [usize]>) -> Vec<i128> {
        let mut next = vec![FAR; walk.len()];
        for (idx, edge) in self.edges.iter().enumerate() {
            if walk[edge.from] < FAR && walk[edge.from] + edge.most < next[edge.to] {
                next[edge.to] = walk[edge.from] + edge.most;
                if let Some(via) = via.as_deref_mut() {
                    via[edge.to] = idx;
                }
            }
        }
        if self.is_rising {
            for node in (1..next.len()).rev() {
                if next[node] < next[node - 1] {
                    next[node - 1] = next[node];
                    if let Some(via) = via.as_deref_mut() {
                        via[node - 1] = via[node];
                    }
                }
            }
        }
        next
    }

    /// The bounds on the shortest walk of `n_steps` bounds from `start` back to it.
    fn cycle(&self, start: usize, n_steps: usize) -> Vec<Bound> {
        let mut walk = self.no_step_from(start);
        let mut vias = vec![vec![0; walk.len()]; n_steps];
        for via in &mut vias {
            walk = self.step(&walk, Some(via));
        }
        let mut node = start;
        let mut members = Vec::with_capacity(n_steps);
        for via in vias.iter().rev() {
            let edge = self.edges[via[node]];
            members.push(edge.bound);
            node = edge.from;
        }
        order::sort(&mut members);
        members.dedup();
        members.into_iter().map(|idx| self.bounds[idx]).collect()
    }
}

fn conflict(mut members: Vec<Bound>, by: i128) -> Conflict {
    order::sort_by_key(&mut members, |bound| bound.span);
    Conflict { members, by: i64::try_from(by).unwrap_or(i64::MAX) }
}
