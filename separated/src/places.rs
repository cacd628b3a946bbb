//! Places of numbers and of names, in the order in which they first came.

/// No place yet.
const FREE: u32 = u32::MAX;
/// How many slots there are at first.
const FEW: usize = 64;

/// Spreads the bits of a number over all of them.
pub(crate) fn spread(number: u64) -> u64 {
    let product = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    product ^ (product >> 32)
}

/// Slots of which at most half are taken.
#[derive(Clone, Debug)]
struct Slots(Vec<u32>);

impl Slots {
    /// The slot of what `is_it` says it is, or a free one.
    fn slot(&self, hash: u64, is_it: impl Fn(u32) -> bool) -> usize {
        let mask = self.0.len() - 1;
        let mut slot = hash as usize & mask;
        while self.0[slot] != FREE && !is_it(self.0[slot]) {
            slot = (slot + 1) & mask;
        }
        slot
    }

    /// Doubles them where half of them are taken.
    fn grow(&mut self, n_taken: usize, hash: impl Fn(u32) -> u64) {
        if n_taken * 2 < self.0.len() {
            return;
        }
        let mut larger = Self(vec![FREE; self.0.len() * 2]);
        for place in self.0.iter().filter(|place| **place != FREE) {
            let slot = larger.slot(hash(*place), |_| false);
            larger.0[slot] = *place;
        }
        *self = larger;
    }
}

/// Numbers and their places.
#[derive(Clone, Debug)]
pub struct Numbers {
    slots: Slots,
    numbers: Vec<u64>,
}

impl Default for Numbers {
    fn default() -> Self {
        Self { slots: Slots(vec![FREE; FEW]), numbers: Vec::new() }
    }
}

impl Numbers {
    /// The place of a number, which it gets where it has none: how many others were there before.
    #[inline(never)]
    pub fn place(&mut self, number: u64) -> usize {
        let numbers = &self.numbers;
        let slot = self.slots.slot(spread(number), |place| numbers[place as usize] == number);
        let place = self.slots.0[slot];
        if place != FREE {
            return place as usize;
        }
        // Fewer than 2³² fit into memory.
        self.slots.0[slot] = self.numbers.len() as u32;
        self.numbers.push(number);
        let numbers = &self.numbers;
        self.slots.grow(numbers.len(), |place| spread(numbers[place as usize]));
        self.numbers.len() - 1
    }

    /// The numbers by their places.
    pub fn all(&self) -> &[u64] {
        &self.numbers
    }
}

/// Names and their places.
#[derive(Clone, Debug)]
pub struct Names {
    slots: Slots,
    names: Vec<(u64, Box<[u8]>)>,
}

impl Default for Names {
    fn default() -> Self {
        Self { slots: Slots(vec![FREE; FEW]), names: Vec::new() }
    }
}

fn hash(name: &[u8]) -> u64 {
    let (words, rest) = name.as_chunks::<8>();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    let mut hash = name.len() as u64;
    for word in words.iter().chain([&last]) {
        hash = spread(hash.rotate_left(5) ^ u64::from_le_bytes(*word));
    }
    hash
}

impl Names {
    /// The place of a name that has one.
    #[inline(never)]
    pub fn known(&self, name: &[u8]) -> Option<usize> {
        let place = self.slots.0[self.slot(hash(name), name)];
        (place != FREE).then_some(place as usize)
    }

    /// The slot of a name, or a free one.
    fn slot(&self, of: u64, name: &[u8]) -> usize {
        self.slots.slot(of, |place| {
            let (other, known) = &self.names[place as usize];
            *other == of && **known == *name
        })
    }

    /// The place of a name, which it gets where it has none, and whether it is a new one.
    #[inline(never)]
    pub fn place(&mut self, name: &[u8]) -> (usize, bool) {
        let of = hash(name);
        let slot = self.slot(of, name);
        let place = self.slots.0[slot];
        if place != FREE {
            return (place as usize, false);
        }
        self.slots.0[slot] = self.names.len() as u32;
        self.names.push((of, name.into()));
        let names = &self.names;
        self.slots.grow(names.len(), |place| names[place as usize].0);
        (self.names.len() - 1, true)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn everything_has_the_place_it_got_first(
            all in proptest::collection::vec(0_u64..200, 0..400),
        ) {
            let (mut numbers, mut names, mut known) =
                (Numbers::default(), Names::default(), BTreeMap::new());
            for number in all {
                let next = known.len();
                let is_new = !known.contains_key(&number);
                let place = *known.entry(number).or_insert(next);
                prop_assert_eq!(numbers.place(number << 40), place);
                let name = format!("TX-{number}-{}", "x".repeat(number as usize % 20));
                prop_assert_eq!(names.known(name.as_bytes()).is_some(), !is_new);
                prop_assert_eq!(names.place(name.as_bytes()), (place, is_new));
            }
            prop_assert_eq!(numbers.all().len(), known.len());
        }
    }
}
