//! Whether bytes are text.

use simdutf8::compat::from_utf8;

/// How many of these bytes are whole characters of UTF-8: all of them, or all but the beginning of
/// the last one. `None` where they are no UTF-8.
#[inline(never)]
pub fn n_whole(bytes: &[u8]) -> Option<usize> {
    match from_utf8(bytes) {
        Ok(_) => Some(bytes.len()),
        Err(error) => error.error_len().is_none().then(|| error.valid_up_to()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_character_may_be_cut_but_not_wrong() {
        assert_eq!(n_whole(b""), Some(0));
        assert_eq!(n_whole("a订".as_bytes()), Some(4));
        assert_eq!(n_whole(&"a订".as_bytes()[..3]), Some(1));
        assert_eq!(n_whole(b"a\xffb"), None);
        assert_eq!(n_whole(b"a\xe8a"), None);
    }

    proptest! {
        #[test]
        fn it_says_what_the_standard_library_says(
            text in "[a订é😀]{0,80}",
            at in 0_usize..200,
            byte in any::<u8>(),
            cut in 0_usize..200,
        ) {
            let mut bytes = text.into_bytes();
            if let Some(place) = bytes.get_mut(at) {
                *place = byte;
            }
            bytes.truncate(cut);
            let expected = match std::str::from_utf8(&bytes) {
                Ok(_) => Some(bytes.len()),
                Err(error) => error.error_len().is_none().then(|| error.valid_up_to()),
            };
            prop_assert_eq!(n_whole(&bytes), expected);
        }
    }
}
