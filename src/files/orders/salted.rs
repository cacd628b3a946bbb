//! Names and numbers as numbers that say nothing about them.

use separated::Keyed;

use crate::facts::orders::salt::Salt;
use crate::facts::orders::table::MAX_KEY_NUMBER;

/// Turns names and numbers into numbers that nobody can turn back without the salt.
///
/// SipHash-2-4 is a keyed hash: under 128 random bits that only this workbook has, a list of all
/// names can be tried only by whoever has the workbook, however short the names are.
#[derive(Clone, Copy, Debug)]
pub struct Salted {
    orders: Keyed,
    buyers: Keyed,
}

impl Salted {
    /// Under a workbook's salt.
    pub fn new(salt: Salt) -> Self {
        let whole = Keyed::new(salt.bits());
        // A key for each, so that the same text as an order and as a buyer differs.
        let key = |of: &[u8], half: u8| whole.hash(&[of, &[half]].concat());
        let of = |of: &[u8]| Keyed::new([key(of, 0), key(of, 1)]);
        Self { orders: of(b"order"), buyers: of(b"buyer") }
    }

    /// The number of an order, 48 bits.
    pub fn order(&self, digits: &[u8]) -> u64 {
        self.orders.hash(digits) % MAX_KEY_NUMBER
    }

    /// The number of a buyer's name, 48 bits; `None` for no name.
    pub fn buyer(&self, name: &str) -> Option<u64> {
        (!name.is_empty()).then(|| self.buyers.hash(name.as_bytes()) % MAX_KEY_NUMBER)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Id;

    fn salted(first: u64, more: u64) -> Salted {
        Salted::new(Salt { first: Id::from_bits(first), more: Id::from_bits(more) })
    }

    #[test]
    fn a_name_is_the_same_number_under_one_salt_only() {
        let name = "示例买家14384";
        let of = salted(1, 2).buyer(name);
        assert_eq!(of, salted(1, 2).buyer(name));
        assert_ne!(of, salted(1, 3).buyer(name));
        assert_ne!(of, salted(2, 2).buyer(name));
        assert_ne!(of, Some(salted(1, 2).order(name.as_bytes())));
        assert!(of < Some(MAX_KEY_NUMBER));
        assert_eq!(salted(1, 2).buyer(""), None);
    }
}
