//! How many different numbers there are.

/// How many slots there are at first.
const FEW: usize = 64;

/// A set of numbers that is only counted. A number lies in its slot itself, so that most are
/// looked up with one look into memory.
#[derive(Clone, Debug)]
pub struct Distinct {
    /// One more than a number, or 0 where the slot is free. At most half are taken.
    slots: Vec<u64>,
    n_taken: usize,
}

impl Default for Distinct {
    fn default() -> Self {
        Self { slots: vec![0; FEW], n_taken: 0 }
    }
}

impl Distinct {
    /// Takes a number below 2⁶⁴ − 1.
    pub fn add(&mut self, number: u64) {
        let taken = number.wrapping_add(1);
        let slot = slot_of(&self.slots, taken);
        if self.slots[slot] == taken {
            return;
        }
        self.slots[slot] = taken;
        self.n_taken += 1;
        if self.n_taken * 2 < self.slots.len() {
            return;
        }
        // Four times as many: each growth looks up everything again.
        let mut larger = vec![0; self.slots.len() * 4];
        for &taken in self.slots.iter().filter(|taken| **taken != 0) {
            let slot = slot_of(&larger, taken);
            larger[slot] = taken;
        }
        self.slots = larger;
    }

    /// How many different ones were taken.
    pub fn len(&self) -> usize {
        self.n_taken
    }

    /// Whether none was taken.
    pub fn is_empty(&self) -> bool {
        self.n_taken == 0
    }
}

/// The slot that a number is in, or the free one that it would be in.
fn slot_of(slots: &[u64], taken: u64) -> usize {
    let mask = slots.len() - 1;
    let mut slot = crate::places::spread(taken) as usize & mask;
    while slots[slot] != 0 && slots[slot] != taken {
        slot = (slot + 1) & mask;
    }
    slot
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
            for number in all {
                distinct.add(number << 39);
                known.insert(number);
                prop_assert_eq!(distinct.len(), known.len());
            }
            prop_assert_eq!(distinct.is_empty(), known.is_empty());
        }
    }
}
