//! Names and numbers as numbers that say nothing about them.

use siphasher::sip::SipHasher24;

use crate::facts::orders::salt::Salt;
use crate::facts::orders::table::MAX_KEY_NUMBER;

/// Turns names and numbers into numbers that nobody can turn back without the salt.
///
/// SipHash-2-4 is a keyed hash: under 128 random bits that only this workbook has, a list of all
/// names can be tried only by whoever has the workbook, however short the names are.
#[derive(Clone, Copy, Debug)]
pub struct Salted {
    orders: SipHasher24,
    buyers: SipHasher24,
}

impl Salted {
    /// Under a workbook's salt.
    pub fn new(salt: Salt) -> Self {
        let [k0, k1] = salt.bits();
        let whole = SipHasher24::new_with_keys(k0, k1);
        // A key for each, so that the same text as an order and as a buyer differs.
        let key = |of: &[u8], half: u8| whole.hash(&[of, &[half]].concat());
        let of = |of: &[u8]| SipHasher24::new_with_keys(key(of, 0), key(of, 1));
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
    fn the_hash_is_the_one_of_its_authors() {
        // The first vectors of SipHash-2-4: key 00 … 0f, messages of no byte and of the byte 00.
        let key = SipHasher24::new_with_keys(0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908);
        assert_eq!(key.hash(b""), 0x726f_db47_dd0e_0e31);
        assert_eq!(key.hash(&[0]), 0x74f8_39c5_93dc_67fd);
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
