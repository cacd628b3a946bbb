//! Numbers and dates as both languages write them.
//!
//! One place, so that page, canvas, CSV and tests agree; the browser's own formats differ by
//! version. A minus is U+2212, a missing value is [`NONE`], never 0.

use crate::base::day::{Day, Month, Weekday};
use crate::base::locale::Locale;
use crate::base::money::{Money, div_round};
use crate::base::ratio::Ratio;
use crate::base::span::Span;

/// Shown where there is no value.
pub const NONE: &str = "–";
/// The sign of negative numbers.
pub const MINUS: &str = "−";

/// `¥1,234.56`, `−¥5.00`.
pub fn money(amount: Money) -> String {
    format!("{}¥{}", minus(amount.fen()), cents(amount.fen().unsigned_abs()))
}

/// `¥1,235`: rounded half away from zero to the yuan.
pub fn money_whole(amount: Money) -> String {
    let yuan = div_round(amount.fen().into(), 100) as i64;
    format!("{}¥{}", minus(yuan), grouped(yuan.unsigned_abs()))
}

/// `1,234.56`: for columns that have their unit in the header.
pub fn yuan(amount: Money) -> String {
    format!("{}{}", minus(amount.fen()), cents(amount.fen().unsigned_abs()))
}

/// `1,235`: rounded to the yuan, for columns that have their unit in the header.
pub fn yuan_whole(amount: Money) -> String {
    count(div_round(amount.fen().into(), 100) as i64)
}

/// `¥12.35万`, `¥1.2亿`; in English `¥123.5K`, `¥1.23M`. Below 1万 (1K) it is whole yuan.
pub fn money_compact(amount: Money, locale: Locale) -> String {
    let (number, unit) = compact_parts(amount.fen(), 100, locale);
    match number.strip_prefix(MINUS) {
        Some(number) => format!("{MINUS}¥{number}{unit}"),
        None => format!("¥{number}{unit}"),
    }
}

/// [`money_compact`] without ¥ and in two parts, for a large number with a small unit:
/// (`12.35`, `万`), (`8,214`, `元`); in English the unit of a small amount is empty.
pub fn money_parts(amount: Money, locale: Locale) -> (String, &'static str) {
    let (number, unit) = compact_parts(amount.fen(), 100, locale);
    match (unit, locale) {
        ("", Locale::Zh) => (number, "元"),
        _ => (number, unit),
    }
}

/// `1,234`.
pub fn count(n: i64) -> String {
    format!("{}{}", minus(n), grouped(n.unsigned_abs()))
}

/// `1.2万`, `1.5亿`; in English `12K`, `1.5M`.
pub fn count_compact(n: i64, locale: Locale) -> String {
    let (number, unit) = compact_parts(n, 1, locale);
    format!("{number}{unit}")
}

/// `+1,234`, `−56`, `0`.
pub fn signed_count(n: i64) -> String {
    format!("{}{}", sign(n), grouped(n.unsigned_abs()))
}

/// `+¥1,234`, `−¥56`, `¥0`: rounded to the yuan.
pub fn signed_money(amount: Money) -> String {
    let yuan = div_round(amount.fen().into(), 100) as i64;
    format!("{}¥{}", sign(yuan), grouped(yuan.unsigned_abs()))
}

/// `+¥1,234.56`, `−¥0.50`.
pub fn signed_money_exact(amount: Money) -> String {
    format!("{}¥{}", sign(amount.fen()), cents(amount.fen().unsigned_abs()))
}

/// `3.25%`.
pub fn percent(ratio: Ratio) -> String {
    format!("{}{}%", minus(ratio.bp().into()), cents(ratio.bp().unsigned_abs().into()))
}

/// `3.3%`: rounded half away from zero to one decimal.
pub fn percent1(ratio: Ratio) -> String {
    let tenths = div_round(ratio.bp().into(), 10) as i64;
    let abs = tenths.unsigned_abs();
    format!("{}{}.{}%", minus(tenths), grouped(abs / 10), abs % 10)
}

/// `3%`: rounded half away from zero to the whole percent.
pub fn percent0(ratio: Ratio) -> String {
    format!("{}%", count(div_round(ratio.bp().into(), 100) as i64))
}

/// `+16.8%`, `−3.0%`, `0.0%`: a relative change.
pub fn signed_percent(ratio: Ratio) -> String {
    if 0 < div_round(ratio.bp().into(), 10) {
        format!("+{}", percent1(ratio))
    } else {
        percent1(ratio)
    }
}

/// `+1.20 个百分点`, `−0.50 pp`: the difference of two percentages.
pub fn points(difference: Ratio, locale: Locale) -> String {
    let bp = difference.bp();
    let number = cents(bp.unsigned_abs().into());
    let unit = match locale {
        Locale::Zh => "个百分点",
        Locale::En => "pp",
    };
    format!("{}{number} {unit}", sign(bp.into()))
}

/// `2026年10月22日 周四`; `Thu, Oct 22, 2026`.
pub fn day_long(day: Day, locale: Locale) -> String {
    let (year, month, date) = day.ymd();
    let weekday = weekday_short(day.weekday(), locale);
    match locale {
        Locale::Zh => format!("{year}年{month}月{date}日 {weekday}"),
        Locale::En => format!("{weekday}, {} {date}, {year}", en_month(month)),
    }
}

/// `10月22日 周四`; `Thu, Oct 22`: the year is known.
pub fn day_medium(day: Day, locale: Locale) -> String {
    let weekday = weekday_short(day.weekday(), locale);
    match locale {
        Locale::Zh => format!("{} {weekday}", day_short(day, locale)),
        Locale::En => format!("{weekday}, {}", day_short(day, locale)),
    }
}

/// `10月22日`; `Oct 22`.
pub fn day_short(day: Day, locale: Locale) -> String {
    let (_, month, date) = day.ymd();
    match locale {
        Locale::Zh => format!("{month}月{date}日"),
        Locale::En => format!("{} {date}", en_month(month)),
    }
}

/// `2026-11-01 09:05` of the stored `2026-11-01T09:05:40`.
pub fn time_short(at: &str) -> String {
    at.get(..16).unwrap_or(at).replace('T', " ")
}

/// `10-22`: in narrow columns of one year.
pub fn day_numeric(day: Day) -> String {
    let (_, month, date) = day.ymd();
    format!("{month:02}-{date:02}")
}

/// `10月1日–21日`; `Oct 1–21`; a single day is [`day_short`]. Years are named when they differ.
pub fn span_short(span: Span, locale: Locale) -> String {
    let (from, to) = (span.from(), span.to());
    let ((from_year, from_month, _), (to_year, to_month, to_date)) = (from.ymd(), to.ymd());
    if from == to {
        return day_short(from, locale);
    }
    if from_year != to_year {
        return match locale {
            Locale::Zh => format!(
                "{from_year}年{}–{to_year}年{}",
                day_short(from, locale),
                day_short(to, locale)
            ),
            Locale::En => format!(
                "{}, {from_year} – {}, {to_year}",
                day_short(from, locale),
                day_short(to, locale)
            ),
        };
    }
    if from_month == to_month {
        return match locale {
            Locale::Zh => format!("{}–{to_date}日", day_short(from, locale)),
            Locale::En => format!("{}–{to_date}", day_short(from, locale)),
        };
    }
    format!("{}–{}", day_short(from, locale), day_short(to, locale))
}

/// `周四`; `Thu`.
pub fn weekday_short(weekday: Weekday, locale: Locale) -> &'static str {
    let names = match locale {
        Locale::Zh => ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
        Locale::En => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    };
    names[weekday.idx()]
}

/// `四`; `Th`: the head of a calendar's column.
pub fn weekday_narrow(weekday: Weekday, locale: Locale) -> &'static str {
    let names = match locale {
        Locale::Zh => ["一", "二", "三", "四", "五", "六", "日"],
        Locale::En => ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
    };
    names[weekday.idx()]
}

/// `10月`; `Oct`.
pub fn month_name(month: Month, locale: Locale) -> String {
    let (_, month) = month.ym();
    match locale {
        Locale::Zh => format!("{month}月"),
        Locale::En => en_month(month).to_owned(),
    }
}

/// `2026年10月`; `Oct 2026`.
pub fn month_long(month: Month, locale: Locale) -> String {
    let (year, number) = month.ym();
    match locale {
        Locale::Zh => format!("{year}年{number}月"),
        Locale::En => format!("{} {year}", en_month(number)),
    }
}

/// Quarter `idx` (0–3): `1 季度`; `Q1`.
pub fn quarter_name(idx: usize, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("{} 季度", idx + 1),
        Locale::En => format!("Q{}", idx + 1),
    }
}

/// `第 43 周`; `Week 43`.
pub fn week_name(week: u8, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("第 {week} 周"),
        Locale::En => format!("Week {week}"),
    }
}

/// `2026 年`, `2026`; a fiscal year that does not begin in January is `2026 财年`, `FY2026`.
pub fn year_name(year: i32, fiscal_start: u8, locale: Locale) -> String {
    match (locale, fiscal_start) {
        (Locale::Zh, 1) => format!("{year} 年"),
        (Locale::Zh, _) => format!("{year} 财年"),
        (Locale::En, 1) => year.to_string(),
        (Locale::En, _) => format!("FY{year}"),
    }
}

/// `14:03` of a local time `2026-11-21T14:03:27`; any other text as it is.
pub fn clock(local: &str) -> &str {
    match local.split_once('T') {
        Some((_, time)) => time.get(..5).unwrap_or(time),
        None => local,
    }
}

fn en_month(month: u8) -> &'static str {
    const NAMES: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    NAMES[usize::from(month.clamp(1, 12)) - 1]
}

fn minus(n: i64) -> &'static str {
    if n < 0 { MINUS } else { "" }
}

fn sign(n: i64) -> &'static str {
    match n {
        0 => "",
        1.. => "+",
        _ => MINUS,
    }
}

/// 1234567 as `1,234,567`.
fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    for (idx, digit) in digits.chars().enumerate() {
        if 0 < idx && (digits.len() - idx).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// 123456 as `1,234.56`.
fn cents(n: u64) -> String {
    format!("{}.{:02}", grouped(n / 100), n % 100)
}

/// `value ÷ per_one` in the largest fitting unit, at most two decimals (one from 100 on in
/// English), without trailing zeros. What rounds up to the next unit is shown in it: 99,999,999
/// is `1亿`, not `10,000万`.
fn compact_parts(value: i64, per_one: i128, locale: Locale) -> (String, &'static str) {
    const ZH: &[(i128, &str)] = &[(1, ""), (10_000, "万"), (100_000_000, "亿")];
    const EN: &[(i128, &str)] = &[(1, ""), (1_000, "K"), (1_000_000, "M"), (1_000_000_000, "B")];
    let units = match locale {
        Locale::Zh => ZH,
        Locale::En => EN,
    };
    let abs = i128::from(value).abs();
    let mut shown = (String::new(), "");
    for (idx, (size, name)) in units.iter().enumerate() {
        let one = size * per_one;
        let hundredths = if *size == 1 {
            div_round(abs, one) * 100
        } else if locale == Locale::En && 100 * one <= abs {
            div_round(abs * 10, one) * 10
        } else {
            div_round(abs * 100, one)
        };
        shown = (trimmed(hundredths as u64), *name);
        let fits = units.get(idx + 1).is_none_or(|(next, _)| hundredths * size < next * 100);
        if fits {
            break;
        }
    }
    let is_zero = shown.0 == "0";
    (format!("{}{}", if is_zero { "" } else { minus(value) }, shown.0), shown.1)
}

/// 1230 hundredths as `12.3`.
fn trimmed(hundredths: u64) -> String {
    let whole = grouped(hundredths / 100);
    match hundredths % 100 {
        0 => whole,
        rest if rest % 10 == 0 => format!("{whole}.{}", rest / 10),
        rest => format!("{whole}.{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::number::{parse_money, parse_ratio};

    fn yuan_of(fen: i64) -> Money {
        Money::fen_const(fen)
    }

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn amounts() {
        assert_eq!(money(yuan_of(123_456)), "¥1,234.56");
        assert_eq!(money(yuan_of(-5)), "−¥0.05");
        assert_eq!(money(yuan_of(165_000_000)), "¥1,650,000.00");
        assert_eq!(money_whole(yuan_of(123_456)), "¥1,235");
        assert_eq!(money_whole(yuan_of(-123_450)), "−¥1,235");
        assert_eq!(yuan(yuan_of(859_893)), "8,598.93");
        assert_eq!(yuan_whole(yuan_of(99)), "1");
        assert_eq!(signed_money(yuan_of(336_100)), "+¥3,361");
        assert_eq!(signed_money(yuan_of(-158_100)), "−¥1,581");
        assert_eq!(signed_money(yuan_of(49)), "¥0");
        assert_eq!(signed_money_exact(yuan_of(-67_200)), "−¥672.00");
    }

    #[test]
    fn compact_amounts() {
        for (fen, zh, en) in [
            (0, "¥0", "¥0"),
            (99_949, "¥999", "¥999"),
            (99_950, "¥1,000", "¥1K"),
            (999_949, "¥9,999", "¥10K"),
            (999_950, "¥1万", "¥10K"),
            (12_345_600, "¥12.35万", "¥123.5K"),
            (122_270_000, "¥122.27万", "¥1.22M"),
            (165_000_000, "¥165万", "¥1.65M"),
            (9_999_999_999, "¥1亿", "¥100M"),
            (12_000_000_000, "¥1.2亿", "¥120M"),
            (-12_345_600, "−¥12.35万", "−¥123.5K"),
            (-10, "¥0", "¥0"),
        ] {
            assert_eq!(money_compact(yuan_of(fen), Locale::Zh), zh, "{fen}");
            assert_eq!(money_compact(yuan_of(fen), Locale::En), en, "{fen}");
        }
        assert_eq!(money_parts(yuan_of(8_260_000), Locale::Zh), ("8.26".to_owned(), "万"));
        assert_eq!(money_parts(yuan_of(431_400), Locale::Zh), ("4,314".to_owned(), "元"));
        assert_eq!(money_parts(yuan_of(43_140), Locale::En), ("431".to_owned(), ""));
    }

    #[test]
    fn counts() {
        assert_eq!(count(1_062), "1,062");
        assert_eq!(count(-1_000_000), "−1,000,000");
        assert_eq!(signed_count(0), "0");
        assert_eq!(signed_count(8), "+8");
        assert_eq!(count_compact(12_000, Locale::Zh), "1.2万");
        assert_eq!(count_compact(12_000, Locale::En), "12K");
        assert_eq!(count_compact(9_999, Locale::Zh), "9,999");
    }

    #[test]
    fn percentages() {
        let ratio = Ratio::from_bp;
        assert_eq!(percent(ratio(325)), "3.25%");
        assert_eq!(percent(ratio(-5)), "−0.05%");
        assert_eq!(percent(ratio(1_234_567)), "12,345.67%");
        assert_eq!(percent1(ratio(325)), "3.3%");
        assert_eq!(percent0(ratio(7_090)), "71%");
        assert_eq!(signed_percent(ratio(1_678)), "+16.8%");
        assert_eq!(signed_percent(ratio(-300)), "−3.0%");
        assert_eq!(signed_percent(ratio(4)), "0.0%");
        assert_eq!(points(ratio(120), Locale::Zh), "+1.20 个百分点");
        assert_eq!(points(ratio(-50), Locale::En), "−0.50 pp");
        assert_eq!(points(ratio(0), Locale::Zh), "0.00 个百分点");
    }

    #[test]
    fn dates() {
        let date = day("2026-10-22");
        assert_eq!(day_long(date, Locale::Zh), "2026年10月22日 周四");
        assert_eq!(day_long(date, Locale::En), "Thu, Oct 22, 2026");
        assert_eq!(day_medium(date, Locale::Zh), "10月22日 周四");
        assert_eq!(day_medium(date, Locale::En), "Thu, Oct 22");
        assert_eq!(day_numeric(day("2026-02-07")), "02-07");
        assert_eq!(month_name(date.month(), Locale::Zh), "10月");
        assert_eq!(month_long(date.month(), Locale::En), "Oct 2026");
        assert_eq!(quarter_name(3, Locale::Zh), "4 季度");
        assert_eq!(quarter_name(3, Locale::En), "Q4");
        assert_eq!(week_name(43, Locale::Zh), "第 43 周");
        assert_eq!(year_name(2026, 1, Locale::Zh), "2026 年");
        assert_eq!(year_name(2026, 4, Locale::En), "FY2026");
        assert_eq!(weekday_narrow(Weekday::Sunday, Locale::Zh), "日");
        assert_eq!(clock("2026-11-21T14:03:27"), "14:03");
    }

    #[test]
    fn spans_say_only_what_differs() {
        for (from, to, zh, en) in [
            ("2026-10-01", "2026-10-01", "10月1日", "Oct 1"),
            ("2026-10-01", "2026-10-21", "10月1日–21日", "Oct 1–21"),
            ("2026-10-20", "2026-11-11", "10月20日–11月11日", "Oct 20–Nov 11"),
            (
                "2026-12-28",
                "2027-01-03",
                "2026年12月28日–2027年1月3日",
                "Dec 28, 2026 – Jan 3, 2027",
            ),
        ] {
            let span = Span::new(day(from), day(to));
            assert_eq!(span_short(span, Locale::Zh), zh);
            assert_eq!(span_short(span, Locale::En), en);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_can_be_typed(fen in -Money::MAX.fen()..=Money::MAX.fen(), bp: i32) {
            let (amount, ratio) = (Money::fen_const(fen), Ratio::from_bp(bp));
            prop_assert_eq!(parse_money(&money(amount)), Ok(amount));
            prop_assert_eq!(parse_money(&yuan(amount)), Ok(amount));
            prop_assert_eq!(parse_ratio(&percent(ratio)), Ok(ratio));
        }

        #[test]
        fn compact_amounts_stay_close(fen in -Money::MAX.fen()..=Money::MAX.fen()) {
            for locale in Locale::ALL {
                let back = parse_money(&money_compact(Money::fen_const(fen), locale)).unwrap();
                let slack = (fen.abs() / 150).max(50);
                prop_assert!((back.fen() - fen).abs() <= slack, "{fen} became {}", back.fen());
            }
        }
    }
}
