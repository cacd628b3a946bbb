//! Reading the numbers that people type and paste.
//!
//! What a Chinese keyboard, a spreadsheet and this program's own output write is understood:
//! full-width digits, `¥`, 元, thousands separators, 万 and 亿, K and M, `%`. The rest is refused
//! with a reason, and nothing is guessed.

use thiserror::Error;

use crate::base::money::{Money, div_round};
use crate::base::ratio::Ratio;

/// Why a text is not the number that its field takes.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NumberError {
    /// There is nothing, or only a sign or a currency.
    #[error("a number is missing")]
    Empty,
    /// A character that no number has.
    #[error("`{0}` does not belong to a number")]
    Unexpected(char),
    /// Thousands separators that do not part groups of three digits: perhaps a slip of the key.
    #[error("the thousands separators do not stand between groups of three digits")]
    Groups,
    /// A percent sign where an amount is wanted.
    #[error("an amount is wanted, not a percentage")]
    Percent,
    /// 元 or ¥ where a count or a percentage is wanted.
    #[error("a plain number is wanted, not an amount of money")]
    Currency,
    /// A part of a thing that is counted in wholes.
    #[error("a whole number is wanted")]
    NotWhole,
    /// More than the program can hold.
    #[error("the number is too large")]
    TooLarge,
}

/// An amount of money in yuan: `1.2万`, `１２３`, `¥1,234.56`, `-5元`, `1.5M`.
///
/// More than two decimals are rounded half away from zero to the 分, as a spreadsheet shows them.
///
/// # Errors
///
/// What does not belong to an amount, and amounts beyond [`Money::MAX`].
pub fn parse_money(text: &str) -> Result<Money, NumberError> {
    let number = read(text)?;
    if number.is_percent {
        return Err(NumberError::Percent);
    }
    let fen = number.scaled(2).ok_or(NumberError::TooLarge)?;
    let fen = i64::try_from(fen).map_err(|_| NumberError::TooLarge)?;
    Money::from_fen(fen).map_err(|_| NumberError::TooLarge)
}

/// A whole number: `1,234`, `1.2万`, `3K`.
///
/// # Errors
///
/// What does not belong to a count, fractions (`1.5`, `1.00005万`), and counts beyond 9·10¹⁵.
pub fn parse_count(text: &str) -> Result<i64, NumberError> {
    let number = read(text)?;
    if number.is_percent {
        return Err(NumberError::Percent);
    }
    if number.has_currency {
        return Err(NumberError::Currency);
    }
    let count = number.whole()?;
    i64::try_from(count)
        .ok()
        .filter(|count| count.unsigned_abs() <= Money::MAX.fen().unsigned_abs())
        .ok_or(NumberError::TooLarge)
}

/// A ratio typed as a percentage, with or without its sign: `3.5%`, `3.5`, `３.５％` are all 3.5 %.
///
/// More than two decimals are rounded half away from zero to the basis point.
///
/// # Errors
///
/// What does not belong to a percentage, and ratios beyond ±21,474,836.47 %.
pub fn parse_ratio(text: &str) -> Result<Ratio, NumberError> {
    let number = read(text)?;
    if number.has_currency {
        return Err(NumberError::Currency);
    }
    let bp = number.scaled(2).ok_or(NumberError::TooLarge)?;
    i32::try_from(bp).map(Ratio::from_bp).map_err(|_| NumberError::TooLarge)
}

/// A plain number in millionths, and whether it was written with a percent sign: `0.2234` is
/// 223,400 and not a percentage; `22.34%` is 22,340,000 and one. More than six decimals are rounded
/// half away from zero.
///
/// # Errors
///
/// What does not belong to a number, and numbers beyond ±9·10¹².
pub fn parse_millionths(text: &str) -> Result<(i64, bool), NumberError> {
    let number = read(text)?;
    if number.has_currency {
        return Err(NumberError::Currency);
    }
    let millionths = number.scaled(6).and_then(|value| i64::try_from(value).ok());
    millionths.map(|value| (value, number.is_percent)).ok_or(NumberError::TooLarge)
}

/// A decimal number as it was written: ±`digits` × 10^(`power` − `decimals`).
#[derive(Debug)]
struct Decimal {
    is_negative: bool,
    digits: i128,
    decimals: u32,
    power: u32,
    is_percent: bool,
    has_currency: bool,
}

/// More digits than any number here has; keeps the arithmetic below far from its limits.
const MAX_DIGITS: usize = 24;

impl Decimal {
    /// The number × 10^`places`, rounded half away from zero.
    fn scaled(&self, places: u32) -> Option<i128> {
        let up = self.power + places;
        let value = if self.decimals <= up {
            self.digits.checked_mul(10_i128.checked_pow(up - self.decimals)?)?
        } else {
            div_round(self.digits, 10_i128.checked_pow(self.decimals - up)?)
        };
        Some(if self.is_negative { -value } else { value })
    }

    fn whole(&self) -> Result<i128, NumberError> {
        if self.power < self.decimals {
            let unit =
                10_i128.checked_pow(self.decimals - self.power).ok_or(NumberError::TooLarge)?;
            if self.digits % unit != 0 {
                return Err(NumberError::NotWhole);
            }
        }
        self.scaled(0).ok_or(NumberError::TooLarge)
    }
}

fn read(text: &str) -> Result<Decimal, NumberError> {
    let chars: Vec<char> = text.chars().map(half_width).filter(|c| !is_invisible(*c)).collect();
    let mut rest = trim(&chars);
    let mut number = Decimal {
        is_negative: false,
        digits: 0,
        decimals: 0,
        power: 0,
        is_percent: false,
        has_currency: false,
    };
    // A sign may stand before or after the currency: -¥5, ¥-5.
    let mut has_sign = false;
    while let [first, tail @ ..] = rest {
        match first {
            '+' | '-' if !has_sign => {
                has_sign = true;
                number.is_negative = *first == '-';
            }
            '¥' if !number.has_currency => number.has_currency = true,
            ' ' => {}
            _ => break,
        }
        rest = tail;
    }
    let n_body = rest.iter().take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '.')).count();
    let (body, tail) = rest.split_at(n_body);
    read_suffix(trim(tail), &mut number)?;
    read_body(body, &mut number)?;
    Ok(number)
}

fn read_body(body: &[char], number: &mut Decimal) -> Result<(), NumberError> {
    let dot = body.iter().position(|c| *c == '.').unwrap_or(body.len());
    let (whole, fraction) = (&body[..dot], body.get(dot + 1..).unwrap_or_default());
    if let Some(other) = fraction.iter().find(|c| !c.is_ascii_digit()) {
        return Err(if *other == ',' { NumberError::Groups } else { NumberError::Unexpected('.') });
    }
    if whole.contains(&',') {
        let groups: Vec<&[char]> = whole.split(|c| *c == ',').collect();
        let first = groups.first().map_or(0, |group| group.len());
        if !(1..=3).contains(&first) || groups[1..].iter().any(|group| group.len() != 3) {
            return Err(NumberError::Groups);
        }
    }
    let digits: Vec<u32> = whole.iter().chain(fraction).filter_map(|c| c.to_digit(10)).collect();
    if digits.is_empty() {
        return Err(NumberError::Empty);
    }
    if MAX_DIGITS < digits.len() {
        return Err(NumberError::TooLarge);
    }
    number.digits = digits.iter().fold(0, |sum, digit| sum * 10 + i128::from(*digit));
    number.decimals = fraction.len() as u32;
    Ok(())
}

/// What may follow the digits: a scale, then 元 or a percent sign.
fn read_suffix(mut rest: &[char], number: &mut Decimal) -> Result<(), NumberError> {
    if let [first, tail @ ..] = rest {
        let power = match first {
            '千' | 'k' | 'K' => 3,
            '万' | '萬' | 'w' | 'W' => 4,
            'm' | 'M' => 6,
            '亿' | '億' => 8,
            'b' | 'B' => 9,
            _ => 0,
        };
        if 0 < power {
            number.power = power;
            rest = trim(tail);
        }
    }
    if let ['元', tail @ ..] = rest {
        number.has_currency = true;
        rest = trim(tail);
    }
    if let ['%', tail @ ..] = rest {
        number.is_percent = true;
        rest = trim(tail);
    }
    match rest.first() {
        None => Ok(()),
        Some(other) => Err(NumberError::Unexpected(*other)),
    }
}

/// Full-width forms, other minus signs and spaces as their plain selves.
fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{2212}' | '\u{2013}' | '\u{2010}' | '\u{2011}' => '-',
        '\u{FFE5}' => '¥',
        '\u{3000}' | '\u{00A0}' | '\u{202F}' | '\u{2009}' | '\t' | '\r' | '\n' => ' ',
        _ => c,
    }
}

/// Marks that copying from a web page leaves in a text.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
}

fn trim(mut chars: &[char]) -> &[char] {
    while let [' ', tail @ ..] = chars {
        chars = tail;
    }
    while let [head @ .., ' '] = chars {
        chars = head;
    }
    chars
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn money(text: &str, expected: Result<i64, NumberError>) {
        assert_eq!(parse_money(text).map(Money::fen), expected, "{text}");
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        money("1234.56", Ok(123_456));
        money("¥1,234.56", Ok(123_456));
        money("￥ 1,234.5", Ok(123_450));
        money("１２３", Ok(12_300));
        money("１，２３４．５６", Ok(123_456));
        money("1.2万", Ok(1_200_000));
        money("1.2 万元", Ok(1_200_000));
        money("3w", Ok(3_000_000));
        money("1.5亿", Ok(15_000_000_000));
        money("12.35K", Ok(1_235_000));
        money("1.5m", Ok(150_000_000));
        money("-5元", Ok(-500));
        money("−¥5.10", Ok(-510));
        money("¥-5.1", Ok(-510));
        money("+7", Ok(700));
        money(" 7\u{00A0}", Ok(700));
        money(".5", Ok(50));
        money("5.", Ok(500));
        money("0.005", Ok(1));
        money("-0.005", Ok(-1));
        money("1.004999", Ok(100));
    }

    #[test]
    fn what_is_not_an_amount_is_refused_with_its_reason() {
        money("", Err(NumberError::Empty));
        money("¥", Err(NumberError::Empty));
        money("-", Err(NumberError::Empty));
        money("万", Err(NumberError::Empty));
        money("1,2345", Err(NumberError::Groups));
        money("12,34.5", Err(NumberError::Groups));
        money("1234,567", Err(NumberError::Groups));
        money(",123", Err(NumberError::Groups));
        money("1.234,5", Err(NumberError::Groups));
        money("1.2.3", Err(NumberError::Unexpected('.')));
        money("1 234", Err(NumberError::Unexpected('2')));
        money("--5", Err(NumberError::Unexpected('-')));
        money("abc", Err(NumberError::Unexpected('a')));
        money("一万", Err(NumberError::Unexpected('一')));
        money("1e5", Err(NumberError::Unexpected('e')));
        money("1.2万万", Err(NumberError::Unexpected('万')));
        money("3.5%", Err(NumberError::Percent));
        money("99999999999999999999", Err(NumberError::TooLarge));
        money("999999999999999999999999999999", Err(NumberError::TooLarge));
    }

    #[test]
    fn counts_are_whole() {
        assert_eq!(parse_count("1,062"), Ok(1_062));
        assert_eq!(parse_count("1.2万"), Ok(12_000));
        assert_eq!(parse_count("5.0"), Ok(5));
        assert_eq!(parse_count("1.5"), Err(NumberError::NotWhole));
        assert_eq!(parse_count("1.00005万"), Err(NumberError::NotWhole));
        assert_eq!(parse_count("¥5"), Err(NumberError::Currency));
        assert_eq!(parse_count("5%"), Err(NumberError::Percent));
    }

    #[test]
    fn a_ratio_is_a_percentage_with_or_without_its_sign() {
        assert_eq!(parse_ratio("3.5%"), Ok(Ratio::from_bp(350)));
        assert_eq!(parse_ratio("3.5"), Ok(Ratio::from_bp(350)));
        assert_eq!(parse_ratio("３.５％"), Ok(Ratio::from_bp(350)));
        assert_eq!(parse_ratio("-16.78 %"), Ok(Ratio::from_bp(-1_678)));
        assert_eq!(parse_ratio("2.745"), Ok(Ratio::from_bp(275)));
        assert_eq!(parse_ratio("¥3"), Err(NumberError::Currency));
        assert_eq!(parse_ratio("3.5%%"), Err(NumberError::Unexpected('%')));
        assert_eq!(parse_ratio("1000亿"), Err(NumberError::TooLarge));
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "\\PC{0,40}") {
            let _ = (parse_money(&text), parse_count(&text), parse_ratio(&text));
        }

        #[test]
        fn a_plain_amount_reads_back(fen in -Money::MAX.fen()..=Money::MAX.fen()) {
            let text = format!(
                "{}{}.{:02}",
                if fen < 0 { "-" } else { "" },
                fen.unsigned_abs() / 100,
                fen.unsigned_abs() % 100
            );
            prop_assert_eq!(parse_money(&text), Ok(Money::fen_const(fen)));
        }
    }
}
