//! Spreading a total over days under locks, floors and caps.

use crate::base::span::Span;

/// Locks, floors or caps that cannot hold at the same time, and by how much.
///
/// The set is irreducible: without any one of its members the others can hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// What cannot hold together, in the order of their first days.
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
