//! A keyed hash.

use siphasher::sip::SipHasher24;

/// SipHash-2-4 under a key.
#[derive(Clone, Copy, Debug)]
pub struct Keyed(SipHasher24);

impl Keyed {
    /// Under a key of 128 bits.
    pub fn new([k0, k1]: [u64; 2]) -> Self {
        Self(SipHasher24::new_with_keys(k0, k1))
    }

    /// The hash of some bytes.
    #[inline(never)]
    pub fn hash(&self, bytes: &[u8]) -> u64 {
        self.0.hash(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_one_of_its_authors() {
        // The first vectors of SipHash-2-4: key 00 … 0f, messages of no byte and of the byte 00.
        let key = Keyed::new([0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908]);
        assert_eq!(key.hash(b""), 0x726f_db47_dd0e_0e31);
        assert_eq!(key.hash(&[0]), 0x74f8_39c5_93dc_67fd);
    }
}
