//! Looking for bytes eight at a time.

const ONES: u64 = u64::from_le_bytes([1; 8]);
const TOPS: u64 = u64::from_le_bytes([0x80; 8]);

/// Eight times the same byte.
pub const fn eight(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The top bit of each byte that is zero, up to the first one for certain: a borrow can set those
/// above it.
const fn zeros(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & TOPS
}

/// The top bit of each byte that is zero, of all eight for certain.
pub const fn all_zeros(word: u64) -> u64 {
    !(((word & !TOPS) + !TOPS) | word) & TOPS
}

fn word(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|eight| u64::from_le_bytes(*eight))
}

/// Where a byte is first, from `at` on.
#[inline]
fn find(byte: u8, text: &[u8], mut at: usize) -> Option<usize> {
    let pattern = eight(byte);
    while let Some(word) = word(text, at) {
        let found = zeros(word ^ pattern);
        if found != 0 {
            return Some(at + (found.trailing_zeros() / 8) as usize);
        }
        at += 8;
    }
    while let Some(other) = text.get(at) {
        if *other == byte {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// How many line feeds are in a text.
pub fn n_line_ends(text: &[u8]) -> usize {
    let (words, rest) = text.as_chunks::<8>();
    let feeds = eight(b'\n');
    let of = |word: &[u8; 8]| all_zeros(u64::from_le_bytes(*word) ^ feeds).count_ones() as usize;
    let n: usize = words.iter().map(of).sum();
    n + rest.iter().filter(|byte| **byte == b'\n').count()
}

/// Where the first U+FFFD is in a text of UTF-8.
pub fn lost(text: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at = find(0xef, text, at)?;
        if text.get(at + 1..at + 3) == Some(&[0xbf, 0xbd]) {
            return Some(at);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn bytes_are_found_where_they_are(text in proptest::collection::vec(0_u8..6, 0..60)) {
            prop_assert_eq!(find(4, &text, 0), text.iter().position(|byte| *byte == 4));
        }

        #[test]
        fn lost_characters_are_found(text in "[a\u{ff0c}\u{fffd}]{0,20}") {
            prop_assert_eq!(lost(text.as_bytes()), text.find('\u{fffd}'));
        }

        #[test]
        fn line_ends_are_counted(text in proptest::collection::vec(8_u8..13, 0..60)) {
            let n = text.iter().filter(|byte| **byte == b'\n').count();
            prop_assert_eq!(n_line_ends(&text), n);
        }
    }
}
