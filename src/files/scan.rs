//! Looks for what may name a person in a text that is about to be stored.

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Personal {
    /// A mobile number: 1, then 3 to 9 — or 0 to 9 after 16, as in samples — and nine digits.
    Phone,
    /// A number of an identity card: 17 digits and a digit or X.
    IdCard,
    /// A street with a number.
    Address,
    /// An address of e-mail.
    Email,
}

/// The first thing in a text that may name a person.
pub fn personal(text: &str) -> Option<Personal> {
    digits(text).or_else(|| address(text)).or_else(|| email(text))
}

/// A run of digits of the length of a phone or an identity card, and no longer.
fn digits(text: &str) -> Option<Personal> {
    let bytes = text.as_bytes();
    let mut idx = 0;
    while idx < bytes.len() {
        let n = bytes[idx..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let run = &bytes[idx..idx + n];
        let is_x = bytes.get(idx + n).is_some_and(|byte| matches!(byte, b'x' | b'X'));
        match n {
            11 if run[0] == b'1' && (b'3'..=b'9').contains(&run[1]) => {
                return Some(Personal::Phone);
            }
            17 if is_x && is_birthday(run) => return Some(Personal::IdCard),
            18 if is_birthday(run) => return Some(Personal::IdCard),
            _ => {}
        }
        idx += n.max(1);
    }
    None
}

/// Whether the digits where a card has the birthday are a day of 1900 … 2099.
fn is_birthday(run: &[u8]) -> bool {
    let number = |range: std::ops::Range<usize>| {
        run[range].iter().fold(0_u32, |all, byte| all * 10 + u32::from(byte - b'0'))
    };
    (1900..2100).contains(&number(6..10))
        && (1..=12).contains(&number(10..12))
        && (1..=31).contains(&number(12..14))
}

/// A street, and a number of a house after it: 演示路102号, 3幢2759室.
fn address(text: &str) -> Option<Personal> {
    let chars: Vec<char> = text.chars().collect();
    let is_before =
        |char: &char| matches!(char, '路' | '街' | '道' | '巷' | '弄' | '村' | '幢' | '栋');
    let is_after = |char: &char| matches!(char, '号' | '弄' | '幢' | '栋' | '室');
    for (at, _) in chars.iter().enumerate().filter(|(_, char)| is_before(char)) {
        let rest = &chars[at + 1..];
        let n = rest.iter().take_while(|char| char.is_ascii_digit()).count();
        if n > 0 && rest.get(n).is_some_and(is_after) {
            return Some(Personal::Address);
        }
    }
    None
}

fn email(text: &str) -> Option<Personal> {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    let bytes = text.as_bytes();
    let mut ats = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'@').map(|(at, _)| at);
    let is_email = |at: usize| {
        let is_name = at.checked_sub(1).is_some_and(|before| is_part(bytes[before]));
        let domain: Vec<u8> = bytes[at + 1..].iter().copied().take_while(|b| is_part(*b)).collect();
        let dot = domain.iter().position(|byte| *byte == b'.');
        is_name && dot.is_some_and(|dot| dot > 0 && dot + 2 < domain.len())
    };
    ats.any(is_email).then_some(Personal::Email)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_cards_addresses_and_mail_are_found_and_figures_are_not() {
        assert_eq!(personal("打这个电话 16000009061"), Some(Personal::Phone));
        assert_eq!(personal("330106199003077712"), Some(Personal::IdCard));
        assert_eq!(personal("33010619900307771X"), Some(Personal::IdCard));
        assert_eq!(personal("虚构街道演示路102号3幢2759室"), Some(Personal::Address));
        assert_eq!(personal("demo14384@example.com"), Some(Personal::Email));
        for fine in
            ["994280026318", "4155468090016247357", "首饰盒 3层", "汀匣 道具 5号电池", "a@b"]
        {
            assert_eq!(personal(fine), None, "{fine}");
        }
    }
}
