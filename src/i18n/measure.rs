//! The figures of the registry as both languages write them.

use crate::base::locale::Locale;
use crate::base::money::{Money, div_round};
use crate::base::number::{NumberError, parse_millionths};
use crate::base::ratio::Ratio;
use crate::facts::compare::{Basis, Change};
use crate::facts::measure::{Grade, Measure, Parts, Rule};
use crate::facts::metric::Unit;
use crate::i18n::{format, metric};

/// What it is called.
pub fn name(measure: &Measure, locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => measure.zh,
        Locale::En => measure.en,
    }
}

/// What to know when reading it; empty for nothing.
pub fn note(measure: &Measure, locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => measure.note.0,
        Locale::En => measure.note.1,
    }
}

/// How it follows from the columns of the files: `支付买家数 ÷ 访客数`.
pub fn formula(measure: &Measure, locale: Locale) -> String {
    match measure.rule {
        Rule::Ratio { above, below } => {
            format!("{} ÷ {}", sum(above, true, locale), sum(below, true, locale))
        }
        Rule::Sum(parts) => match locale {
            Locale::Zh => format!("每天的{}相加", sum(parts, true, locale)),
            Locale::En => format!("{}, added up by day", sum(parts, false, locale)),
        },
        Rule::Opaque(_) => match locale {
            Locale::Zh => "平台给的值；多天不能相加，也算不出平均".to_owned(),
            Locale::En => {
                "As the platform has it; several days cannot be added or averaged".to_owned()
            }
        },
    }
}

fn sum(parts: Parts, in_brackets: bool, locale: Locale) -> String {
    let mut text = String::new();
    for (keys, sign) in [(parts.plus, "+"), (parts.minus, format::MINUS)] {
        for key in keys {
            if !text.is_empty() {
                text.push_str(&format!(" {sign} "));
            }
            text.push_str(metric::metric_name(key, locale));
        }
    }
    let is_one = parts.keys().count() == 1;
    if is_one || !in_brackets { text } else { format!("({text})") }
}

/// A value with its unit: `¥169.68`, `17,754`, `2.74%`, `3.4 秒`.
pub fn value(value: i64, unit: Unit, locale: Locale) -> String {
    match (unit, locale) {
        (Unit::Fen, _) => format::money(Money::from_fen_clamped(value)),
        (Unit::Centiseconds, Locale::Zh) => format!("{} 秒", metric::value(value, unit)),
        (Unit::Centiseconds, Locale::En) => format!("{} s", metric::value(value, unit)),
        _ => metric::value(value, unit),
    }
}

/// A value in two parts, for a large number with a small unit: (`¥12.71`, `万`), (`28,172`, ``),
/// (`2.72`, `%`).
pub fn parts(value: i64, unit: Unit, locale: Locale) -> (String, String) {
    match unit {
        Unit::Fen if EXACT_FEN <= value.abs() => {
            let text = compact(value, unit, locale);
            let is_digit = |c: char| c.is_ascii_digit();
            let end = text.rfind(is_digit).map_or(text.len(), |last| last + 1);
            let (number, unit) = text.split_at(end);
            (number.to_owned(), unit.to_owned())
        }
        Unit::BasisPoints => {
            let text = self::value(value, unit, locale);
            (text.trim_end_matches('%').to_owned(), "%".to_owned())
        }
        _ => (self::value(value, unit, locale), String::new()),
    }
}

/// From so much on an amount is written short.
const EXACT_FEN: i64 = 100_000;

/// A value in little room: `¥8.26万`, `1.8万`, `2.74%`.
pub fn compact(value: i64, unit: Unit, locale: Locale) -> String {
    match unit {
        Unit::Fen if EXACT_FEN <= value.abs() => {
            format::money_compact(Money::from_fen_clamped(value), locale)
        }
        Unit::Count => format::count_compact(value, locale),
        _ => self::value(value, unit, locale),
    }
}

/// What one unit of an axis is worth and how it is called, by the largest value on it: (1,000,000,
/// 万元) for 分 in tens of thousands of yuan.
pub fn axis(unit: Unit, most: i64, locale: Locale) -> (i64, &'static str) {
    match (unit, locale) {
        (Unit::Fen, Locale::Zh) if 2_000_000 <= most => (1_000_000, "万元"),
        (Unit::Fen, Locale::En) if 2_000_000 <= most => (100_000, "¥ thousand"),
        (Unit::Fen, Locale::Zh) => (100, "元"),
        (Unit::Fen, Locale::En) => (100, "¥"),
        (Unit::BasisPoints, _) => (100, "%"),
        (Unit::Centiseconds, Locale::Zh) => (100, "秒"),
        (Unit::Centiseconds, Locale::En) => (100, "s"),
        (Unit::Count, _) => (1, ""),
        (Unit::X100 | Unit::X100000, _) => (unit.scale(), ""),
    }
}

/// A difference with its sign: `+¥3,361.00`, `−0.01 个百分点`, `+744`.
pub fn difference(difference: i64, unit: Unit, locale: Locale) -> String {
    match unit {
        Unit::Fen => format::signed_money_exact(Money::from_fen_clamped(difference)),
        _ => metric::difference(difference, unit, locale),
    }
}

/// How it moved: `−9.1%`, `+0.47 个百分点`, `新增`.
pub fn change(change: Change, locale: Locale) -> String {
    let ratio = |bp: i64| {
        let limit = if bp < 0 { i32::MIN } else { i32::MAX };
        Ratio::from_bp(i32::try_from(bp).unwrap_or(limit))
    };
    match (change, locale) {
        (Change::Relative(bp), _) => format::signed_percent(ratio(bp)),
        (Change::Points(bp), _) => format::points(ratio(bp), locale),
        (Change::New, Locale::Zh) => "新增".to_owned(),
        (Change::New, Locale::En) => "new".to_owned(),
    }
}

/// Reads what was typed for a figure, in its unit: `70` and `70%` are both 70 % of a percentage.
///
/// # Errors
///
/// What does not belong to a number, and numbers beyond ±9·10¹².
pub fn parse(text: &str, unit: Unit) -> Result<i64, NumberError> {
    let (millionths, is_percent) = parse_millionths(text.trim_start_matches('¥'))?;
    // A percentage is typed in hundredths of the whole.
    let scale = if unit == Unit::BasisPoints { 100 } else { unit.scale() };
    if is_percent && unit != Unit::BasisPoints {
        return Err(NumberError::Percent);
    }
    let value = div_round(i128::from(millionths) * i128::from(scale), 1_000_000);
    i64::try_from(value).map_err(|_| NumberError::TooLarge)
}

/// What a period is held against.
pub fn basis(basis: Basis, locale: Locale) -> &'static str {
    match (basis, locale) {
        (Basis::Previous, Locale::Zh) => "上期",
        (Basis::Previous, Locale::En) => "Previous period",
        (Basis::Weekday, Locale::Zh) => "上周同日",
        (Basis::Weekday, Locale::En) => "Same weekdays before",
        (Basis::Year, Locale::Zh) => "去年同日",
        (Basis::Year, Locale::En) => "Same dates last year",
        (Basis::Event, Locale::Zh) => "去年同事件日",
        (Basis::Event, Locale::En) => "Same event last year",
        (Basis::Off, Locale::Zh) => "不对比",
        (Basis::Off, Locale::En) => "No comparison",
    }
}

/// What a limit that is kept says.
pub fn grade(grade: Grade, locale: Locale) -> &'static str {
    match (grade, locale) {
        (Grade::Pass, Locale::Zh) => "及格",
        (Grade::Pass, Locale::En) => "Pass",
        (Grade::Good, Locale::Zh) => "好",
        (Grade::Good, Locale::En) => "Good",
        (Grade::Returning, Locale::Zh) => "老访客多的店",
        (Grade::Returning, Locale::En) => "With many returning visitors",
        (Grade::Peers, Locale::Zh) => "高于同行同层平均",
        (Grade::Peers, Locale::En) => "Above peers of the same tier",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::metrics::measure;

    #[test]
    fn a_formula_names_its_parts_in_both_languages() {
        let of = |key: &str, locale| formula(&measure(key).unwrap(), locale);
        assert_eq!(of("cvr", Locale::Zh), "支付买家数 ÷ 访客数");
        assert_eq!(of("cvr", Locale::En), "Paying buyers ÷ Visitors");
        assert_eq!(of("sales", Locale::Zh), "每天的支付金额相加");
        assert_eq!(of("net_sales", Locale::En), "Sales (GMV) − Refunds completed, added up by day");
        assert_eq!(
            of("ad_ratio", Locale::Zh),
            "(全站推广花费 + 关键词推广花费 + 精准人群推广花费 + 智能场景花费) ÷ 支付金额"
        );
    }

    #[test]
    fn a_limit_is_typed_as_it_is_written() {
        assert_eq!(parse("70%", Unit::BasisPoints), Ok(7_000));
        assert_eq!(parse("70", Unit::BasisPoints), Ok(7_000));
        assert_eq!(parse("2.5", Unit::X100), Ok(250));
        assert_eq!(parse("4.8", Unit::X100000), Ok(480_000));
        assert_eq!(parse("¥6.00", Unit::Fen), Ok(600));
        assert_eq!(parse("6%", Unit::Fen), Err(NumberError::Percent));
        assert!(parse("abc", Unit::Count).is_err());
    }

    #[test]
    fn changes_and_values_have_their_unit() {
        assert_eq!(change(Change::Relative(-910), Locale::Zh), "−9.1%");
        assert_eq!(change(Change::Points(47), Locale::En), "+0.47 pp");
        assert_eq!(change(Change::New, Locale::Zh), "新增");
        assert_eq!(value(16_968, Unit::Fen, Locale::Zh), "¥169.68");
        assert_eq!(compact(8_260_000, Unit::Fen, Locale::Zh), "¥8.26万");
        let parts = |value, unit| parts(value, unit, Locale::Zh);
        assert_eq!(parts(12_710_956, Unit::Fen), ("¥12.71".to_owned(), "万".to_owned()));
        assert_eq!(parts(272, Unit::BasisPoints), ("2.72".to_owned(), "%".to_owned()));
        assert_eq!(compact(16_968, Unit::Fen, Locale::Zh), "¥169.68");
        assert_eq!(difference(336_100, Unit::Fen, Locale::Zh), "+¥3,361.00");
        assert_eq!(difference(-1, Unit::BasisPoints, Locale::Zh), "−0.01 个百分点");
    }
}
