//! Locked cells of a split that cannot hold with its margins.

use crate::base::calendar::Cut;
use crate::base::edit::{LockedPart, Margin, SplitConflict};
use crate::base::order;
use crate::base::spread::matrix::{CellLock, Line, MatrixError, check};
use crate::tools::goals::calc::breakdown::Breakdown;
use crate::tools::goals::calc::splits::{cell_locks, month_sums, part_totals};
use crate::tools::goals::model::{GoalUnit, Split, YearPlan};

/// The locked cells of a split that cannot hold, if there are such; `None` also where gains and
/// losses are mixed, of which nothing can be said.
///
/// Parts × months with locked cells are a transportation problem: a whole table exists whenever a
/// fractional one does, and where none does, some parts need more than the months that are open
/// to them have left. Of the locks that cause it only those are told without which the others
/// hold; where they are simply more than their part or their month, the fewest.
///
/// * `target`: the plan's days in the target's scenario, in which locks are typed.
pub fn split_conflict(
    plan: &YearPlan,
    split: &Split,
    target: &Breakdown,
    cut: Cut,
) -> Option<SplitConflict> {
    let months = cut.months(plan.year);
    let locks = cell_locks(&split.parts, months);
    if locks.is_empty() {
        return None;
    }
    let (rows, cols) = (part_totals(target.total(), &split.parts), month_sums(target, months));
    let (locks, error) = smallest(&rows, &cols, locks)?;
    let name = |row: usize| split.parts[row].name.clone();
    let part = |row: usize| Margin::Part(name(row), rows[row]);
    let month = |col: usize| Margin::Month(months[col], cols[col]);
    let (margins, by) = match error {
        MatrixError::Over { line: Line::Row(row), by } => (vec![part(row)], by),
        MatrixError::Over { line: Line::Col(col), by } => (vec![month(col)], by),
        MatrixError::Short { rows, cols, by } => {
            (rows.into_iter().map(part).chain(cols.into_iter().map(month)).collect(), by)
        }
        MatrixError::MixedSigns(Some(lock)) => {
            (vec![part(lock.row)], i64::try_from(lock.amount.unsigned_abs()).unwrap_or(i64::MAX))
        }
        _ => return None,
    };
    let locks = locks
        .iter()
        .map(|lock| LockedPart {
            part: name(lock.row),
            month: months[lock.col],
            amount: lock.amount,
        })
        .collect();
    let is_money = plan.unit == GoalUnit::Sales;
    Some(SplitConflict { split: split.id, is_money, locks, margins, by })
}

/// The locks that conflict by themselves, and how; `None` where all can hold.
fn smallest(
    rows: &[i64],
    cols: &[i64],
    locks: Vec<CellLock>,
) -> Option<(Vec<CellLock>, MatrixError)> {
    let error = check(rows, cols, &locks).err()?;
    match error {
        MatrixError::Over { line, by } => Some(beyond(line, by, locks)),
        MatrixError::Short { rows: short, cols: full, .. } => {
            // Only these bear on it: they keep the short parts out of other months, or fill the
            // months that these parts could go to.
            let bears = |lock: &CellLock| short.contains(&lock.row) != full.contains(&lock.col);
            let mut left: Vec<CellLock> = locks.into_iter().filter(bears).collect();
            let mut error = check(rows, cols, &left).err()?;
            let mut idx = 0;
            while idx < left.len() {
                let tried = left.remove(idx);
                match check(rows, cols, &left) {
                    Err(without) => error = without,
                    Ok(()) => {
                        left.insert(idx, tried);
                        idx += 1;
                    }
                }
            }
            Some((left, error))
        }
        MatrixError::MixedSigns(Some(lock)) => Some((vec![lock], error)),
        _ => None,
    }
}

/// The fewest locks of a line that come to more than it: its largest ones.
fn beyond(line: Line, by: i64, locks: Vec<CellLock>) -> (Vec<CellLock>, MatrixError) {
    let is_on = |lock: &CellLock| match line {
        Line::Row(row) => lock.row == row,
        Line::Col(col) => lock.col == col,
    };
    let mut own: Vec<CellLock> = locks.into_iter().filter(is_on).collect();
    order::sort_by_key(&mut own, |lock| {
        std::cmp::Reverse((lock.amount.unsigned_abs(), lock.row, lock.col))
    });
    let mut by = by;
    while let Some(least) = own.last().map(|lock| lock.amount.abs()).filter(|least| *least < by) {
        by -= least;
        own.pop();
    }
    order::sort_by_key(&mut own, |lock| (lock.row, lock.col));
    (own, MatrixError::Over { line, by })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::day::Month;
    use crate::base::extra::Extra;
    use crate::base::id::Id;
    use crate::tools::goals::calc::breakdown::{Breakdown, breakdown};
    use crate::tools::goals::calc::splits::part_months;
    use crate::tools::goals::model::{Part, PartLock, SplitBy, Target};

    fn month(number: u8) -> Month {
        Month::new(2026, number)
    }

    /// 365 分 of which February has 28, in parts of equal weight.
    fn plan() -> (YearPlan, Breakdown) {
        let plan = YearPlan::new(Id::from_bits(1), 2026, GoalUnit::Sales, Target::Amount(365));
        let target = breakdown(&plan, &[], Cut::default()).unwrap();
        (plan, target)
    }

    fn split(parts: &[&[(u8, i64)]]) -> Split {
        let part = |(idx, locks): (usize, &&[(u8, i64)])| Part {
            id: Id::from_bits(10 + idx as u64),
            name: format!("P{idx}"),
            weight: 10_000,
            locks: locks
                .iter()
                .map(|&(number, amount)| PartLock::new(month(number), amount))
                .collect(),
            extra: Extra::new(),
        };
        Split {
            id: Id::from_bits(2),
            by: SplitBy::Product,
            parts: parts.iter().enumerate().map(part).collect(),
            extra: Extra::new(),
        }
    }

    fn found(parts: &[&[(u8, i64)]]) -> Option<SplitConflict> {
        let (plan, target) = plan();
        split_conflict(&plan, &split(parts), &target, Cut::default())
    }

    fn locked(part: &str, number: u8, amount: i64) -> LockedPart {
        LockedPart { part: part.to_owned(), month: month(number), amount }
    }

    #[test]
    fn locks_that_can_hold_are_no_conflict() {
        assert_eq!(found(&[&[(2, 28)], &[(3, 31)]]), None);
        assert_eq!(found(&[&[], &[]]), None);
    }

    #[test]
    fn a_month_that_is_locked_beyond_itself_names_its_largest_locks() {
        let conflict = found(&[&[(2, 20), (5, 3)], &[(2, 2)], &[(2, 15)]]).unwrap();
        assert_eq!(conflict.locks, [locked("P0", 2, 20), locked("P2", 2, 15)]);
        assert_eq!((conflict.margins, conflict.by), (vec![Margin::Month(month(2), 28)], 7));
    }

    #[test]
    fn a_part_that_is_locked_beyond_its_share_names_the_share() {
        // Half of 365 is 183 and 182.
        let locks: Vec<(u8, i64)> = (1..=8).map(|number| (number, 25)).collect();
        let conflict = found(&[&locks, &[]]).unwrap();
        assert_eq!((conflict.locks.len(), conflict.by), (8, 17));
        assert_eq!(conflict.margins, [Margin::Part("P0".to_owned(), 183)]);
    }

    #[test]
    fn locks_that_leave_a_part_no_place_are_told_with_the_lines() {
        // P0 must come to 183, but all of its months are held at 10. Even with January, February
        // and March whole (90), nine months at 10 leave 3 without a place; with any of the nine
        // free as well, there is place.
        let locks: Vec<(u8, i64)> = (1..=12).map(|number| (number, 10)).collect();
        let conflict = found(&[&locks, &[(3, 5)]]).unwrap();
        let expected: Vec<LockedPart> = (4..=12).map(|number| locked("P0", number, 10)).collect();
        assert_eq!((conflict.locks, conflict.by), (expected, 3));
        let months = [(1, 31), (2, 28), (3, 31)].map(|(n, days)| Margin::Month(month(n), days));
        assert_eq!(conflict.margins[0], Margin::Part("P0".to_owned(), 183));
        assert_eq!(conflict.margins[1..], months);
    }

    proptest! {
        #[test]
        fn a_conflict_is_told_where_and_only_where_no_table_exists(
            cells in prop::collection::btree_map((0_usize..3, 1_u8..=12), 0_i64..20, 0..30),
        ) {
            let of = |row: usize| {
                let own = cells.iter().filter(|((part, _), _)| *part == row);
                own.map(|((_, number), amount)| (*number, *amount)).collect::<Vec<_>>()
            };
            let parts = [of(0), of(1), of(2)];
            let split = split(&[&parts[0], &parts[1], &parts[2]]);
            let (plan, target) = plan();
            let conflict = split_conflict(&plan, &split, &target, Cut::default());
            let table = part_months(&plan, &split, &target, Cut::default());
            prop_assert_eq!(conflict.is_none(), table.is_ok());
            let Some(conflict) = conflict else { return Ok(()) };
            prop_assert!(0 < conflict.by && !conflict.locks.is_empty());
            // Its locks conflict by themselves, and without any of them the others hold.
            let keep = |skipped: Option<usize>| {
                let mut kept = split.clone();
                for part in &mut kept.parts {
                    let name = part.name.clone();
                    part.locks.retain(|lock| {
                        let place = conflict
                            .locks
                            .iter()
                            .position(|one| one.part == name && one.month == lock.month);
                        place.is_some() && place != skipped
                    });
                }
                part_months(&plan, &kept, &target, Cut::default()).is_ok()
            };
            prop_assert!(!keep(None));
            for idx in 0..conflict.locks.len() {
                prop_assert!(keep(Some(idx)));
            }
        }
    }
}
