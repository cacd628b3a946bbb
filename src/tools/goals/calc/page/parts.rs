//! Editing a split: its parts, their weights, and the cells that are typed over.

use crate::base::day::Month;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::ratio::Ratio;
use crate::tools::goals::model::{Part, PartLock, Split, SplitBy};

/// The weight of a new part: parts of equal weight share evenly.
const WEIGHT: u32 = 10_000;

/// A part's cell that is typed over, or freed with `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartChange {
    /// The part.
    pub part: Id,
    /// The month.
    pub month: Month,
    /// The amount in the plan's unit.
    pub amount: Option<i64>,
}

/// A split with two parts to begin with, so that there is something to divide.
pub fn new_split(id: Id, by: SplitBy, parts: [(Id, String); 2]) -> Split {
    let parts = parts.map(|(id, name)| new_part(id, name)).to_vec();
    Split { id, by, parts, extra: Extra::new() }
}

/// A part of usual weight.
pub fn new_part(id: Id, name: String) -> Part {
    Part { id, name, weight: WEIGHT, locks: Vec::new(), extra: Extra::new() }
}

/// The split after its cells were changed; parts that are not there are left out.
pub fn changed(split: &Split, changes: &[PartChange]) -> Split {
    let mut split = split.clone();
    for change in changes {
        let Some(part) = split.parts.iter_mut().find(|part| part.id == change.part) else {
            continue;
        };
        part.locks.retain(|lock| lock.month != change.month);
        if let Some(amount) = change.amount {
            part.locks.push(PartLock { month: change.month, amount, extra: Extra::new() });
        }
    }
    split
}

/// Whether a part's month is typed over.
pub fn is_locked(part: &Part, month: Month) -> bool {
    part.locks.iter().any(|lock| lock.month == month)
}

/// The share of a part by weight; `None` where no part has any.
pub fn share(split: &Split, part: &Part) -> Option<Ratio> {
    let sum: i64 = split.parts.iter().map(|part| i64::from(part.weight)).sum();
    Ratio::of(part.weight.into(), sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_typed_over_and_freed() {
        let (a, b) = (Id::from_bits(1), Id::from_bits(2));
        let parts = [(a, "a".to_owned()), (b, "b".to_owned())];
        let split = new_split(Id::from_bits(9), SplitBy::Owner, parts);
        let may = Month::new(2026, 5);
        let change = |part, amount| PartChange { part, month: may, amount };
        let locked = changed(&split, &[change(a, Some(5)), change(Id::from_bits(7), Some(1))]);
        assert!(is_locked(&locked.parts[0], may) && !is_locked(&locked.parts[1], may));
        let again = changed(&locked, &[change(a, Some(6))]);
        let lock = PartLock { month: may, amount: 6, extra: Extra::new() };
        assert_eq!(again.parts[0].locks, [lock]);
        assert_eq!(changed(&again, &[change(a, None)]), split);
        assert_eq!(share(&split, &split.parts[0]), Some(Ratio::from_bp(5_000)));
    }
}
