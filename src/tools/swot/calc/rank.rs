//! A ranking by pairs: "which of the two matters more?", asked as rarely as can be.

use crate::base::id::Id;

/// A ranking under way: things are put into the order one by one, each by halving what is ranked
/// already, so that n things take about n·log₂ n answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking {
    ranked: Vec<Id>,
    waiting: Vec<Id>,
    /// The part of `ranked` in which the thing in question belongs.
    low: usize,
    high: usize,
}

impl Ranking {
    /// A ranking of these.
    pub fn new(ids: &[Id]) -> Self {
        let mut waiting: Vec<Id> = ids.to_vec();
        waiting.reverse();
        let ranked: Vec<Id> = waiting.pop().into_iter().collect();
        let high = ranked.len();
        Self { ranked, waiting, low: 0, high }
    }

    /// The pair in question; `None` when all are ranked.
    pub fn question(&self) -> Option<(Id, Id)> {
        Some((*self.waiting.last()?, *self.ranked.get(self.middle())?))
    }

    /// Says whether the first of the pair matters more.
    pub fn answer(&mut self, is_first: bool) {
        let middle = self.middle();
        if is_first {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        if self.high <= self.low
            && let Some(id) = self.waiting.pop()
        {
            self.ranked.insert(self.low.min(self.ranked.len()), id);
            self.low = 0;
            self.high = self.ranked.len();
        }
    }

    /// What is ranked so far, what matters most first.
    pub fn ranked(&self) -> &[Id] {
        &self.ranked
    }

    /// How many are ranked, and of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.ranked.len(), self.ranked.len() + self.waiting.len())
    }

    fn middle(&self) -> usize {
        usize::midpoint(self.low, self.high)
    }
}
