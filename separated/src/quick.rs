//! What most cells say, from their bytes alone. `None` is no answer: the cell may say something
//! all the same, in one of the many ways that only its text tells.

#[inline]
fn digit(byte: u8) -> Option<i64> {
    byte.is_ascii_digit().then(|| i64::from(byte - b'0'))
}

/// A whole number of at most twelve digits.
pub fn count(bytes: &[u8]) -> Option<i64> {
    if bytes.is_empty() || bytes.len() > 12 {
        return None;
    }
    bytes.iter().try_fold(0, |sum, byte| Some(sum * 10 + digit(*byte)?))
}

/// An amount in hundredths: `598.00`, `598.5`, `598`.
pub fn hundredths(bytes: &[u8]) -> Option<i64> {
    let (whole, parts) = match bytes {
        [whole @ .., b'.', tens, ones] => (whole, digit(*tens)? * 10 + digit(*ones)?),
        [whole @ .., b'.', tens] => (whole, digit(*tens)? * 10),
        whole => (whole, 0),
    };
    Some(count(whole)? * 100 + parts)
}

/// Year, month and day of `2026-08-04` or `2026-08-04 23:48:10`; whether it is a day of the
/// calendar is not said.
pub fn date(bytes: &[u8]) -> Option<(i32, u8, u8)> {
    let [a, b, c, d, b'-', e, f, b'-', g, h, rest @ ..] = bytes else { return None };
    let is_time = |rest: &[u8]| {
        matches!(rest, [b' ', a, b, b':', c, d, b':', e, f]
            if [a, b, c, d, e, f].iter().all(|byte| byte.is_ascii_digit()))
    };
    if !rest.is_empty() && !is_time(rest) {
        return None;
    }
    let two = |a: &u8, b: &u8| Some(digit(*a)? * 10 + digit(*b)?);
    let year = two(a, b)? * 100 + two(c, d)?;
    let small = |n: i64| u8::try_from(n).ok();
    Some((i32::try_from(year).ok()?, small(two(e, f)?)?, small(two(g, h)?)?))
}

/// The digits of a number that a spreadsheet was kept from rounding: `4163…`, `="4163…"`, and
/// `=""4163…""` where the quotes are doubled.
pub fn digits(bytes: &[u8]) -> Option<&[u8]> {
    let inner = match bytes {
        [b'=', b'"', b'"', inner @ .., b'"', b'"'] | [b'=', b'"', inner @ .., b'"'] => inner,
        inner => inner,
    };
    (!inner.is_empty() && inner.iter().all(u8::is_ascii_digit)).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_as_most_are_is_told_and_nothing_else_is() {
        assert_eq!(hundredths(b"598.00"), Some(59_800));
        assert_eq!(hundredths(b"598.5"), Some(59_850));
        assert_eq!(hundredths(b"598"), Some(59_800));
        for other in ["", ".", ".5", "-1.00", "1,000.00", "1.005", "598\u{5143}"] {
            assert_eq!(hundredths(other.as_bytes()), None, "{other}");
        }
        assert_eq!(date(b"2026-08-04 23:48:10"), Some((2026, 8, 4)));
        assert_eq!(date(b"2026-08-04"), Some((2026, 8, 4)));
        assert_eq!(date(b"2026-08-04 ~ 2026-08-05"), None);
        assert_eq!(date(b"2026/08/04"), None);
        assert_eq!(digits(b"=\"41\""), Some(b"41".as_slice()));
        assert_eq!(digits(b"=\"\"41\"\""), Some(b"41".as_slice()));
        assert_eq!(digits(b"4.16E+18"), None);
        assert_eq!(digits(b"=\"\""), None);
    }
}
