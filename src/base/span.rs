//! A run of days.

use crate::base::day::Day;

/// The days from `from` to `to`, both included; never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    from: Day,
    to: Day,
}

impl Span {
    /// The days from the earlier to the later of the two.
    pub fn new(from: Day, to: Day) -> Self {
        Self { from: from.min(to), to: from.max(to) }
    }

    /// One day.
    pub fn day(day: Day) -> Self {
        Self { from: day, to: day }
    }

    /// The first day.
    pub fn from(self) -> Day {
        self.from
    }

    /// The last day.
    pub fn to(self) -> Day {
        self.to
    }

    /// How many days; at least one.
    pub fn n_days(self) -> usize {
        (self.to - self.from) as usize + 1
    }

    /// Whether `day` is one of the days.
    pub fn contains(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// The days that are in both.
    pub fn overlap(self, other: Self) -> Option<Self> {
        let (from, to) = (self.from.max(other.from), self.to.min(other.to));
        (from <= to).then_some(Self { from, to })
    }

    /// The days, in order.
    pub fn days(self) -> impl DoubleEndedIterator<Item = Day> + Clone {
        (self.from.number()..=self.to.number()).map(Day::from_number)
    }
}
