//! Locks that nest: days in weeks or months, months in quarters, quarters in the year.

use crate::base::order;
use crate::base::spread::share_some;

/// The days `from..to` add up to `amount`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lock {
    pub from: usize,
    pub to: usize,
    pub amount: i64,
}

/// Shares `total` under `locks`: each lock's own days (those in no lock inside of it) share what
/// the locks inside of it leave. `None` where two locks cross.
pub(super) fn share(total: i64, weights: &[u64], locks: &[Lock]) -> Option<Vec<i64>> {
    let mut locks = locks.to_vec();
    locks.push(Lock { from: 0, to: weights.len(), amount: total });
    // Longest first, so that a lock comes before those inside of it; the total before its equals.
    locks.reverse();
    order::sort_by_key(&mut locks, |lock| std::cmp::Reverse(lock.to - lock.from));
    let mut owners = vec![0_usize; weights.len()];
    let mut rests: Vec<i64> = locks.iter().map(|lock| lock.amount).collect();
    for (idx, lock) in locks.iter().enumerate().skip(1) {
        let own = &mut owners[lock.from..lock.to];
        let parent = *own.first()?;
        if own.iter().any(|&owner| owner != parent) {
            return None;
        }
        own.fill(idx);
        rests[parent] = rests[parent].checked_sub(lock.amount)?;
    }
    let mut own_days: Vec<Vec<usize>> = vec![Vec::new(); locks.len()];
    for (day, &owner) in owners.iter().enumerate() {
        own_days[owner].push(day);
    }
    let mut days = vec![0; weights.len()];
    for (own, &rest) in own_days.iter().zip(&rests) {
        let own_weights: Vec<u64> = own.iter().map(|&day| weights[day]).collect();
        for (&day, part) in own.iter().zip(share_some(rest, &own_weights)) {
            days[day] = part;
        }
    }
    Some(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_lock_leaves_goes_to_the_days_beside_it() {
        let locks = [Lock { from: 1, to: 2, amount: 10 }, Lock { from: 0, to: 3, amount: 40 }];
        assert_eq!(share(100, &[1, 1, 2, 1, 1], &locks), Some(vec![10, 10, 20, 30, 30]));
    }

    #[test]
    fn locks_that_cross_are_left_to_the_general_way() {
        let locks = [Lock { from: 0, to: 2, amount: 10 }, Lock { from: 1, to: 3, amount: 10 }];
        assert_eq!(share(100, &[1; 4], &locks), None);
    }
}
