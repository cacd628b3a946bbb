//! Where certain bytes stand, sixty-four bytes at a time.

/// How many bytes are looked at together.
const BLOCK: usize = 64;

/// The places of four bytes in a text, in order.
#[derive(Clone, Debug)]
pub struct Marks<'a> {
    text: &'a [u8],
    wanted: [u8; 4],
    /// Where the block begins.
    base: usize,
    /// A bit for each place of the block that was not handed out yet.
    left: u64,
}

impl<'a> Marks<'a> {
    /// The places of these bytes, none of which is zero.
    pub fn new(text: &'a [u8], wanted: [u8; 4]) -> Self {
        Self { text, wanted, base: 0, left: block(text, 0, wanted) }
    }

    /// The next place; the text's end where there is none.
    #[inline(always)]
    pub fn next(&mut self) -> usize {
        while self.left == 0 {
            let base = self.base + BLOCK;
            if base >= self.text.len() {
                return self.text.len();
            }
            self.base = base;
            self.left = block(self.text, base, self.wanted);
        }
        let at = self.base + self.left.trailing_zeros() as usize;
        self.left &= self.left - 1;
        at
    }
}

#[inline]
fn block(text: &[u8], base: usize, wanted: [u8; 4]) -> u64 {
    let text = text.get(base..).unwrap_or_default();
    match text.first_chunk() {
        Some(block) => bits(block, wanted),
        None => {
            let mut last = [0; BLOCK];
            last[..text.len()].copy_from_slice(text);
            bits(&last, wanted)
        }
    }
}

/// A bit for each byte that is one of the wanted ones.
#[inline]
fn bits(block: &[u8; BLOCK], wanted: [u8; 4]) -> u64 {
    let (parts, _) = block.as_chunks();
    sixteen(&parts[0], wanted)
        | (sixteen(&parts[1], wanted) << 16)
        | (sixteen(&parts[2], wanted) << 32)
        | (sixteen(&parts[3], wanted) << 48)
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline]
fn sixteen(bytes: &[u8; 16], wanted: [u8; 4]) -> u64 {
    use core::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_splat, u64x2, v128_or};

    let whole = u128::from_le_bytes(*bytes);
    let bytes = u64x2(whole as u64, (whole >> 64) as u64);
    let [a, b, c, d] = wanted;
    let first = v128_or(u8x16_eq(bytes, u8x16_splat(a)), u8x16_eq(bytes, u8x16_splat(b)));
    let last = v128_or(u8x16_eq(bytes, u8x16_splat(c)), u8x16_eq(bytes, u8x16_splat(d)));
    u64::from(u8x16_bitmask(v128_or(first, last)))
}

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
#[inline]
fn sixteen(bytes: &[u8; 16], wanted: [u8; 4]) -> u64 {
    let whole = u128::from_le_bytes(*bytes);
    eight(whole as u64, wanted) | (eight((whole >> 64) as u64, wanted) << 8)
}

/// A bit for each of eight bytes.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
#[inline]
fn eight(word: u64, wanted: [u8; 4]) -> u64 {
    use crate::find::{all_zeros, eight};

    let tops = wanted.iter().fold(0, |tops, byte| tops | all_zeros(word ^ eight(*byte)));
    // The top bit of byte n goes to bit 56 + n.
    (tops >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_place_is_found(text in proptest::collection::vec(1_u8..9, 0..300)) {
            let wanted = [2, 4, 5, 8];
            let mut marks = Marks::new(&text, wanted);
            for (at, _) in text.iter().enumerate().filter(|(_, byte)| wanted.contains(byte)) {
                prop_assert_eq!(marks.next(), at);
            }
            prop_assert_eq!((marks.next(), marks.next()), (text.len(), text.len()));
        }

        #[test]
        fn any_byte_is_told_from_the_wanted(text in proptest::collection::vec(any::<u8>(), 64)) {
            let wanted = [b',', b'\n', b'\r', b'"'];
            let mut marks = Marks::new(&text, wanted);
            let first = text.iter().position(|byte| wanted.contains(byte));
            prop_assert_eq!(marks.next(), first.unwrap_or(text.len()));
        }
    }
}
