//! Age bands, as shops and platforms name them.

/// How many years an open band (`40 以上`) is taken to cover.
const OPEN_YEARS: i64 = 10;

/// The years that the name of an age band means, both ends included: `25–29 岁`, `25-29`, `40
/// 以上`, `40+`, `18 以下`; a single number is that year. `None` for other names.
///
/// An open band is taken to be ten years wide: an assumption, needed for the mean age alone.
pub fn years(name: &str) -> Option<(i64, i64)> {
    let mut numbers = Vec::new();
    let mut digits = String::new();
    for c in name.chars().chain([' ']) {
        match plain_digit(c) {
            Some(digit) => digits.push(digit),
            None if digits.is_empty() => {}
            None => {
                numbers.push(digits.parse::<i64>().ok().filter(|years| *years <= 120)?);
                digits.clear();
            }
        }
    }
    let is_open_up = ["以上", "+", "＋", "及以上", "over", "up"].iter().any(|s| name.contains(s));
    let is_open_down = ["以下", "under", "below"].iter().any(|s| name.contains(s));
    match numbers.as_slice() {
        [from, to] if from <= to => Some((*from, *to)),
        [from] if is_open_up => Some((*from, from + OPEN_YEARS - 1)),
        [to] if is_open_down => Some(((to - OPEN_YEARS).max(0), (to - 1).max(0))),
        [year] => Some((*year, *year)),
        _ => None,
    }
}

fn plain_digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(u32::from(c) - 0xFF10, 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn age_bands_are_read_from_their_names() {
        for (name, want) in [
            ("25–29 岁", Some((25, 29))),
            ("２５-２９", Some((25, 29))),
            ("40 岁以上", Some((40, 49))),
            ("40+", Some((40, 49))),
            ("18 岁以下", Some((8, 17))),
            ("30 岁", Some((30, 30))),
            ("29–25", None),
            ("未知", None),
            ("1990 后", None),
        ] {
            assert_eq!(years(name), want, "{name}");
        }
    }
}
