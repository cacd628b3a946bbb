//! What a cell says: the value grammar of platform exports (formats §4.7).

use crate::base::day::Day;
use crate::base::money::div_round;
use crate::base::span::Span;
use crate::facts::metric::Unit;
use crate::files::limits::{MAX_COUNT, MAX_FEN, MAX_QUOTE, MAX_SERIAL, MIN_SERIAL};
use crate::files::table::{Cell, is_blank};

/// Days between the epochs of Excel's two date systems.
const EPOCH_1904: i64 = 1_462;
/// Excel's serial number of 1970-01-01.
const SERIAL_1970: i64 = 25_569;

/// A number that a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// In the unit that was asked for.
    pub value: i64,
    /// Whether digits were lost before it came here (`2.5万`).
    pub is_approximate: bool,
}

/// Why a cell is not the number that its column wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// Not a number at all, or wrongly grouped.
    NotANumber,
    /// Parts of a thing that is counted.
    NotWhole,
    /// An error value such as `#REF!`.
    ErrorValue,
    /// Beyond the limits of its unit.
    TooLarge,
}

/// The text without what does not show and with full-width forms made plain; `="…"` unwrapped, a
/// leading apostrophe removed.
pub fn plain(text: &str) -> String {
    let plain: String = text.chars().filter(|char| !is_blank(*char)).map(narrow).collect();
    let unwrapped = plain.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    let unwrapped = unwrapped.or_else(|| plain.strip_prefix('\''));
    match unwrapped {
        Some(rest) => rest.to_owned(),
        None => plain,
    }
}

/// A full-width form as its plain one; the true minus as a hyphen.
pub fn narrow(char: char) -> char {
    match char {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char),
        '\u{ffe5}' => '¥',
        '\u{2212}' | '\u{fe63}' => '-',
        '\u{3002}' => '.',
        _ => char,
    }
}

/// Whether a plain text means "no value", which is not zero.
fn is_none(plain: &str) -> bool {
    matches!(plain, "" | "-" | "--" | "---" | "—" | "——" | "–" | "/" | "无" | "\\N")
        || plain.eq_ignore_ascii_case("n/a")
        || plain.eq_ignore_ascii_case("null")
}

/// The number of a cell in a unit; `None` for "no value".
///
/// Rounded half away from zero to the unit, except that counts must be whole. A `%` divides by
/// 100 and is taken in ratio columns only; a ratio without it is a ratio already, whatever its
/// size.
///
/// # Errors
///
/// [`NumberError`], for the row to be refused.
pub fn number(cell: &Cell, unit: Unit) -> Result<Option<Number>, NumberError> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Error(_) => Err(NumberError::ErrorValue),
        Cell::Day(_) => Err(NumberError::NotANumber),
        // The shortest text that means this float is what its writer meant: 2765.93.
        Cell::Number(number) => {
            if let Some(value) = whole(*number, unit) {
                return Ok(Some(Number { value, is_approximate: false }));
            }
            parse(&number.to_string(), unit).map(Some)
        }
        Cell::Text(text) => {
            if let Some(value) = quick(text, unit) {
                return Ok(Some(Number { value, is_approximate: false }));
            }
            let plain = plain(text);
            if is_none(&plain) {
                return Ok(None);
            }
            if plain.starts_with('#') && plain.ends_with(['!', '?', 'A']) {
                return Err(NumberError::ErrorValue);
            }
            parse(&plain, unit).map(Some)
        }
    }
}

/// A float that is a whole number of units, without the way over its text; `None` where it is
/// none, or too large to tell.
///
/// Two decimals of at most 15 digits that mean the same float are the same decimal, so a number of
/// units that reads as the float is what its shortest text says.
fn whole(number: f64, unit: Unit) -> Option<i64> {
    const MOST: f64 = 1e15;
    let scale = unit.scale() as f64;
    let units = (number * scale).round();
    let max = if unit == Unit::Fen { MAX_FEN } else { MAX_COUNT };
    (units.abs() < MOST && units / scale == number && units.abs() <= max as f64)
        .then_some(units as i64)
}

/// What most cells are, without an allocation: digits with or without groups of three and
/// decimals. `None` for everything else, which goes the long way and may be a number all the same.
fn quick(text: &str, unit: Unit) -> Option<i64> {
    /// As many bytes as leave room for the scale of a unit.
    const MOST: usize = 14;
    let (is_negative, digits) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        all => (false, all),
    };
    if digits.len() > MOST {
        return None;
    }
    let (mut amount, mut divisor) = (0_i64, 1_i64);
    // Digits since the start or the last separator, and whether there were separators.
    let (mut n_whole, mut has_groups, mut has_decimals) = (0, false, false);
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                amount = amount * 10 + i64::from(byte - b'0');
                if has_decimals {
                    divisor *= 10;
                } else {
                    n_whole += 1;
                }
            }
            b',' if !has_decimals && if has_groups { n_whole == 3 } else { n_whole <= 3 } => {
                if n_whole == 0 {
                    return None;
                }
                (n_whole, has_groups) = (0, true);
            }
            b'.' if !has_decimals => has_decimals = true,
            _ => return None,
        }
    }
    if n_whole == 0 || (has_groups && n_whole != 3) || (has_decimals && divisor == 1) {
        return None;
    }
    let scaled = amount * unit.scale();
    let is_exact = scaled % divisor == 0;
    let value = (scaled + divisor / 2) / divisor;
    let max = if unit == Unit::Fen { MAX_FEN } else { MAX_COUNT };
    if value > max || (unit == Unit::Count && !is_exact) {
        return None;
    }
    Some(if is_negative { -value } else { value })
}

fn parse(plain: &str, unit: Unit) -> Result<Number, NumberError> {
    let (is_negative, mut rest) = match plain.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, plain.strip_prefix('+').unwrap_or(plain)),
    };
    rest = rest.strip_prefix('¥').unwrap_or(rest);
    rest = rest.strip_suffix('元').unwrap_or(rest);
    let (mut numerator, mut denominator) = (i128::from(unit.scale()), 1_i128);
    if let Some(percent) = rest.strip_suffix('%') {
        if unit != Unit::BasisPoints {
            return Err(NumberError::NotANumber);
        }
        (rest, denominator) = (percent, 100);
    }
    let mut is_approximate = false;
    for (suffix, factor) in [('万', 10_000), ('亿', 100_000_000)] {
        if let Some(scaled) = rest.strip_suffix(suffix) {
            (rest, is_approximate) = (scaled, true);
            numerator *= factor;
        }
    }
    let (digits, n_decimals) = digits(rest).ok_or(NumberError::NotANumber)?;
    // Digits beyond these cannot matter, and numbers above this are beyond every limit.
    let n_kept = digits.len() - n_decimals.saturating_sub(18);
    let n_decimals = n_decimals.min(18);
    if digits.trim_start_matches('0').len() > 36 + n_decimals || n_kept > 38 {
        return Err(NumberError::TooLarge);
    }
    let amount: i128 = digits[..n_kept].parse().map_err(|_| NumberError::TooLarge)?;
    let numerator = amount.checked_mul(numerator).ok_or(NumberError::TooLarge)?;
    let denominator = denominator * 10_i128.pow(u32::try_from(n_decimals).unwrap_or(0));
    if unit == Unit::Count && numerator % denominator != 0 {
        return Err(NumberError::NotWhole);
    }
    let max = if unit == Unit::Fen { MAX_FEN } else { MAX_COUNT };
    let value = i64::try_from(div_round(numerator, denominator))
        .ok()
        .filter(|value| *value <= max)
        .ok_or(NumberError::TooLarge)?;
    Ok(Number { value: if is_negative { -value } else { value }, is_approximate })
}

/// The digits of a number without its separators, and how many of them are decimals. Groups must
/// be of three: `1,23,4` is not a number.
fn digits(text: &str) -> Option<(String, usize)> {
    let (whole, decimals) = match text.split_once('.') {
        Some((whole, decimals)) if !decimals.is_empty() => (whole, decimals),
        Some(_) => return None,
        None => (text, ""),
    };
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped = whole.split(',').enumerate().all(|(idx, group)| {
        let is_long = if idx == 0 { group.len() <= 3 } else { group.len() == 3 };
        is_digits(group) && (is_long || !whole.contains(','))
    });
    if !is_grouped || !(decimals.is_empty() || is_digits(decimals)) {
        return None;
    }
    let mut digits = whole.replace(',', "");
    digits.push_str(decimals);
    Some((digits, decimals.len()))
}

/// What a date cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Date {
    /// Nothing.
    None,
    /// A day.
    Day(Day),
    /// Several days, in one row.
    Range(Span),
    /// Two numbers of which either may be the month.
    Ambiguous,
    /// A date that is not in the calendar, or outside of 2000 … 2100.
    Impossible,
    /// No date.
    NotADate,
}

/// The day or the days of a cell. A number is a serial number of Excel's.
pub fn date(cell: &Cell, is_1904: bool) -> Date {
    match cell {
        Cell::Empty => Date::None,
        Cell::Error(_) => Date::NotADate,
        Cell::Day(day) => within(*day),
        Cell::Number(number) => match integer(*number) {
            Some(serial) if serial >= 20_000_101 => eight_digits(&serial.to_string()),
            Some(serial) => from_serial(serial, is_1904),
            None => Date::NotADate,
        },
        Cell::Text(text) => date_text(text, is_1904),
    }
}

/// The whole part of a number of moderate size.
fn integer(number: f64) -> Option<i64> {
    let is_sane = number.is_finite() && (0.0..1e9).contains(&number);
    is_sane.then(|| number.floor().to_string().parse().ok()).flatten()
}

fn within(day: Day) -> Date {
    if (Day::MIN..=Day::MAX).contains(&day) { Date::Day(day) } else { Date::Impossible }
}

fn from_serial(serial: i64, is_1904: bool) -> Date {
    let serial = if is_1904 { serial + EPOCH_1904 } else { serial };
    if !(MIN_SERIAL..=MAX_SERIAL).contains(&serial) {
        return Date::Impossible;
    }
    i32::try_from(serial - SERIAL_1970).map_or(Date::Impossible, |n| Date::Day(Day::from_number(n)))
}

fn eight_digits(digits: &str) -> Date {
    ymd(&digits[..4], &digits[4..6], &digits[6..])
}

fn date_text(text: &str, is_1904: bool) -> Date {
    // A time after the day is separated by a blank, which `plain` removes: cut it off first.
    let parts: Vec<&str> = text.split(['~', '～', '至']).collect();
    if let [from, to] = parts[..] {
        return match (date_text(from, is_1904), date_text(to, is_1904)) {
            (Date::Day(from), Date::Day(to)) if from == to => Date::Day(from),
            (Date::Day(from), Date::Day(to)) if from < to => Date::Range(Span::new(from, to)),
            (Date::Ambiguous, _) | (_, Date::Ambiguous) => Date::Ambiguous,
            _ => Date::NotADate,
        };
    }
    let shown = text.trim_matches(is_blank);
    let day = shown.split([' ', 'T']).next().unwrap_or_default();
    let time = &shown[day.len()..];
    if !time.chars().all(|char| char.is_ascii_digit() || " T:.Z+".contains(char)) {
        return Date::NotADate;
    }
    let plain = plain(day);
    if is_none(&plain) {
        return Date::None;
    }
    if plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return match (plain.len(), plain.parse()) {
            (8, _) => eight_digits(&plain),
            (5, Ok(serial)) => from_serial(serial, is_1904),
            _ => Date::NotADate,
        };
    }
    let plain = plain.replace(['年', '月'], "-");
    let plain = plain.strip_suffix('日').unwrap_or(&plain);
    let fields: Vec<&str> = plain.split(['-', '/', '.']).collect();
    let is_number = |field: &&str| field.bytes().all(|byte| byte.is_ascii_digit());
    match fields[..] {
        [year, month, day] if [year, month, day].iter().all(is_number) => {
            match (year.len(), month.len(), day.len()) {
                (4, 1..=2, 1..=2) => ymd(year, month, day),
                (1..=2, 1..=2, 4) => Date::Ambiguous,
                _ => Date::NotADate,
            }
        }
        _ => Date::NotADate,
    }
}

fn ymd(year: &str, month: &str, day: &str) -> Date {
    let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else {
        return Date::NotADate;
    };
    Day::new(year, month, day).map_or(Date::Impossible, within)
}

/// How a message quotes a cell: short, without characters that do not show, and never anything
/// that may be a name, an address or a number of a person.
pub fn quote(cell: &Cell) -> String {
    let text = match cell {
        Cell::Empty => return String::new(),
        Cell::Day(day) => day.to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Error(name) => (*name).to_owned(),
        Cell::Text(text) => text.trim().to_owned(),
    };
    let mut n_digits = 0;
    let may_be_personal = text.chars().any(|char| {
        n_digits = if char.is_ascii_digit() { n_digits + 1 } else { 0 };
        n_digits >= 11 || char == '@' || (char.is_alphabetic() && !char.is_ascii())
    });
    if may_be_personal {
        return "…".to_owned();
    }
    let mut quote: String =
        text.chars().filter(|char| !char.is_control()).take(MAX_QUOTE).collect();
    if text.chars().count() > MAX_QUOTE {
        quote.push('…');
    }
    quote
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn value(text: &str, unit: Unit) -> Result<Option<i64>, NumberError> {
        number(&Cell::text(text), unit).map(|found| found.map(|number| number.value))
    }

    proptest! {
        #[test]
        fn the_short_way_of_a_float_says_what_its_text_says(
            units in -2_000_000_000_000_i64..2_000_000_000_000,
            odd in -1.0e9..1.0e9_f64,
        ) {
            for unit in [Unit::Fen, Unit::Count, Unit::BasisPoints] {
                for float in [units as f64 / unit.scale() as f64, odd, (odd * 1e3).round() / 1e3] {
                    if let Some(value) = whole(float, unit) {
                        let read = parse(&float.to_string(), unit);
                        prop_assert_eq!(read, Ok(Number { value, is_approximate: false }));
                    }
                }
            }
        }
    }

    proptest! {
        #[test]
        fn the_quick_way_of_a_text_says_what_the_long_way_says(
            text in prop_oneof![
                "-?[0-9]{1,3}(,[0-9]{3}){0,2}(\\.[0-9]{1,4})?",
                "-?[0-9]{0,14}(\\.[0-9]{0,12})?",
                "[-,.0-9]{0,16}",
            ],
        ) {
            for unit in [Unit::Fen, Unit::Count, Unit::BasisPoints] {
                if let Some(value) = quick(&text, unit) {
                    let long = Number { value, is_approximate: false };
                    prop_assert_eq!(parse(&text, unit), Ok(long), "{}", text);
                }
            }
        }
    }

    #[test]
    fn a_float_between_units_goes_by_its_text() {
        assert_eq!(whole(2765.93, Unit::Fen), Some(276_593));
        assert_eq!(whole(0.0325, Unit::BasisPoints), Some(325));
        assert_eq!((whole(0.005, Unit::Fen), whole(2.5, Unit::Count)), (None, None));
        assert_eq!((whole(f64::NAN, Unit::Fen), whole(1e300, Unit::Fen)), (None, None));
    }

    fn day(text: &str) -> Date {
        Date::Day(text.parse().unwrap())
    }

    #[test]
    fn amounts_counts_and_ratios_are_exact() {
        for (text, fen) in [
            ("1,234.56", 123_456),
            ("¥2,000", 200_000),
            ("2000元", 200_000),
            ("\u{a0} 12.5\t", 1_250),
            ("-88.00", -8_800),
            ("-0.00", 0),
            ("１，２３４．５", 123_450),
            ("2.5万", 2_500_000),
            ("1.2亿", 12_000_000_000),
            ("0.005", 1),
        ] {
            assert_eq!(value(text, Unit::Fen), Ok(Some(fen)), "{text}");
        }
        assert_eq!(value("3.25%", Unit::BasisPoints), Ok(Some(325)));
        assert_eq!(value("-3%", Unit::BasisPoints), Ok(Some(-300)));
        assert_eq!(value("0.03331", Unit::BasisPoints), Ok(Some(333)));
        assert_eq!(value("2.918", Unit::BasisPoints), Ok(Some(29_180)));
        assert_eq!(value("4.84141", Unit::X100000), Ok(Some(484_141)));
        assert_eq!(value("\u{ff0d}", Unit::Count), Ok(None));
        assert_eq!(value("=\"123\"", Unit::Count), Ok(Some(123)));
    }

    #[test]
    fn no_value_is_not_zero() {
        for text in ["", " ", "-", "--", "---", "—", "–", "－", "/", "N/A", "无", "null", "\\N"]
        {
            assert_eq!(value(text, Unit::Fen), Ok(None), "{text}");
        }
    }

    #[test]
    fn what_is_not_in_the_grammar_is_refused() {
        for text in [
            "1,23,4",
            "12,34.50",
            "1,2345.67",
            ",123",
            "1.234,50",
            "NaN",
            "1e999",
            "Infinity",
            "-inf",
            "0x1F",
            "1_000",
            "(35.00)",
            "12.3.4",
            "5.",
            ".5",
            "--5",
            "1.02E+12",
            "十",
        ] {
            assert_eq!(value(text, Unit::Fen), Err(NumberError::NotANumber), "{text}");
        }
        assert_eq!(value("12.5", Unit::Count), Err(NumberError::NotWhole));
        assert_eq!(value("99999999999999999999.99", Unit::Fen), Err(NumberError::TooLarge));
        assert_eq!(value(&"9".repeat(4_000), Unit::Fen), Err(NumberError::TooLarge));
        assert_eq!(value("52.01%", Unit::Centiseconds), Err(NumberError::NotANumber));
        assert_eq!(value("#REF!", Unit::Fen), Err(NumberError::ErrorValue));
        let not_finite = number(&Cell::Number(f64::NAN), Unit::Fen);
        assert_eq!(not_finite, Err(NumberError::NotANumber));
        assert!(number(&Cell::Number(1e300), Unit::Fen).is_err());
    }

    #[test]
    fn a_float_means_its_shortest_text() {
        let fen = number(&Cell::Number(2_765.93), Unit::Fen).unwrap().unwrap();
        assert_eq!(fen.value, 276_593);
        let bp = number(&Cell::Number(0.5201), Unit::BasisPoints).unwrap().unwrap();
        assert_eq!(bp.value, 5_201);
        let sum = number(&Cell::Number(0.1 + 0.2), Unit::Fen).unwrap().unwrap();
        assert_eq!(sum.value, 30);
    }

    #[test]
    fn days_come_in_many_forms() {
        for text in [
            "2026-06-18",
            "2026/6/18",
            "20260618",
            "2026-06-18 10:00:00",
            " 2026.6.18\t",
            "2026年6月18日",
            "46191",
            "2026-06-18 ~ 2026-06-18",
            "２０２６-06-18",
            "\u{feff}2026-6-18",
        ] {
            assert_eq!(date(&Cell::text(text), false), day("2026-06-18"), "{text}");
        }
        assert_eq!(date(&Cell::Number(46_191.0), false), day("2026-06-18"));
        assert_eq!(date(&Cell::Number(44_729.0), true), day("2026-06-18"));
        assert_eq!(date(&Cell::Number(20_260_618.0), false), day("2026-06-18"));
        let range = date(&Cell::text("2024-01-01 ~ 2024-01-31"), false);
        let span = Span::new("2024-01-01".parse().unwrap(), "2024-01-31".parse().unwrap());
        assert_eq!(range, Date::Range(span));
    }

    #[test]
    fn what_is_no_day_is_told_apart() {
        let of = |text| date(&Cell::text(text), false);
        for text in ["2126-01-05", "1899-12-31", "2026-13-01", "2026-02-29", "0000-00-00"] {
            assert_eq!(of(text), Date::Impossible, "{text}");
        }
        assert_eq!(of("01/10/2026"), Date::Ambiguous);
        assert_eq!(of("2026\u{0}10-05"), Date::NotADate);
        assert_eq!(of("合计"), Date::NotADate);
        assert_eq!(of("-"), Date::None);
    }

    #[test]
    fn a_quote_never_shows_a_person() {
        assert_eq!(quote(&Cell::text("1,23,4")), "1,23,4");
        for text in ["示例买家", "16000000000", "demo@example.com"] {
            assert_eq!(quote(&Cell::text(text)), "…");
        }
    }

    proptest! {
        #[test]
        fn every_amount_reads_back(fen in -MAX_FEN..=MAX_FEN) {
            let sign = if fen < 0 { "-" } else { "" };
            let text = format!("{sign}{}.{:02}", fen.abs() / 100, fen.abs() % 100);
            prop_assert_eq!(value(&text, Unit::Fen), Ok(Some(fen)));
        }

        #[test]
        fn no_cell_ends_the_program(text in "[-+¥0-9.,%万亿元~/年月日 :a-eE#客\\u{0}]{0,24}") {
            let _ = number(&Cell::text(&text), Unit::Fen);
            let _ = date(&Cell::text(&text), false);
            let _ = quote(&Cell::text(&text));
        }
    }
}
