//! How many different numbers there are.

/// How many lists the numbers are spread over, by their highest bits.
const LISTS: usize = 256;
/// How long a list becomes before what stands twice in it is first left out.
const FEW: usize = 4_096;

/// A set of numbers that is only counted: a number is written at the end of one of some lists, and
/// what stands twice in a list is left out when it is full. One table of all numbers would have to
/// be fetched from memory for nearly each of them; that of a list stays near.
#[derive(Clone, Debug)]
pub struct Distinct {
    lists: Vec<List>,
    table: Table,
}

#[derive(Clone, Debug, Default)]
struct List {
    numbers: Vec<u64>,
    /// How many of them are known to be different.
    n_known: usize,
}

/// The numbers of one list: one more than a number, or 0 where the slot is free.
#[derive(Clone, Debug, Default)]
struct Table(Vec<u64>);

impl Default for Distinct {
    fn default() -> Self {
        Self { lists: vec![List::default(); LISTS], table: Table::default() }
    }
}

impl Distinct {
    /// Takes a number below 2⁶⁴ − 1.
    #[inline(never)]
    pub fn add(&mut self, number: u64) {
        let list = (crate::places::spread(number) >> 56) as usize;
        let list = &mut self.lists[list % LISTS];
        // As long again as what is different, so that each number is looked up a few times at most.
        if list.numbers.len() >= FEW.max(2 * list.n_known) {
            list.tidy(&mut self.table);
        }
        list.numbers.push(number);
    }

    /// How many different ones were taken.
    pub fn len(&mut self) -> usize {
        self.lists.iter_mut().map(|list| list.tidy(&mut self.table)).sum()
    }

    /// Whether none was taken.
    pub fn is_empty(&self) -> bool {
        self.lists.iter().all(|list| list.numbers.is_empty())
    }
}

impl List {
    /// Leaves out what stands twice; says how many numbers are left.
    fn tidy(&mut self, table: &mut Table) -> usize {
        if self.n_known < self.numbers.len() {
            table.clear(self.numbers.len());
            self.numbers.retain(|number| table.is_new(*number));
            self.n_known = self.numbers.len();
        }
        self.n_known
    }
}

impl Table {
    /// Forgets everything, and makes room for this many.
    fn clear(&mut self, n: usize) {
        self.0.clear();
        self.0.resize((2 * n).next_power_of_two(), 0);
    }

    /// Whether a number was not asked for before.
    fn is_new(&mut self, number: u64) -> bool {
        let taken = number.wrapping_add(1);
        let mask = self.0.len() - 1;
        let mut slot = crate::places::spread(taken) as usize & mask;
        while self.0[slot] != 0 && self.0[slot] != taken {
            slot = (slot + 1) & mask;
        }
        let is_new = self.0[slot] == 0;
        self.0[slot] = taken;
        is_new
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_are_counted_once(all in proptest::collection::vec(0_u64..300, 0..900)) {
            let (mut distinct, mut known) = (Distinct::default(), BTreeSet::new());
            prop_assert!(distinct.is_empty());
            for number in all {
                distinct.add(number << 39);
                known.insert(number);
                prop_assert_eq!(distinct.len(), known.len());
            }
            prop_assert_eq!(distinct.is_empty(), known.is_empty());
        }
    }

    #[test]
    fn full_lists_keep_what_is_different() {
        let mut distinct = Distinct::default();
        for round in 0..4 {
            // Two thirds of them came in the round before.
            (0..900_000).for_each(|number| distinct.add(round * 300_000 + number));
        }
        assert_eq!(distinct.len(), 1_800_000);
        let n_kept: usize = distinct.lists.iter().map(|list| list.numbers.capacity()).sum();
        assert!(n_kept < 8 * 1_800_000);
    }
}
