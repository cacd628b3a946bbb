//! Values of metrics as both languages write them, by unit.

use crate::base::locale::Locale;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::facts::metric::{Metric, Unit, metric};
use crate::i18n::format;

/// What a metric is called; a key that is not known is shown as it is.
pub fn metric_name(key: &str, locale: Locale) -> &str {
    metric(key).map_or(key, |metric| name_of(metric, locale))
}

/// What a metric is called.
pub fn name_of(metric: &Metric, locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => metric.zh,
        Locale::En => metric.en,
    }
}

/// A value in its unit, without ¥: `2,863.40`, `1,254`, `2.75%`, `2.13`, `4.84141`.
pub fn value(value: i64, unit: Unit) -> String {
    match unit {
        Unit::Count => format::count(value),
        // Hundredths of pages and seconds are written like hundredths of yuan.
        Unit::Fen | Unit::X100 | Unit::Centiseconds => format::yuan(Money::from_fen_clamped(value)),
        Unit::BasisPoints => format::percent(ratio(value)),
        Unit::X100000 => {
            let sign = if value < 0 { format::MINUS } else { "" };
            let size = value.unsigned_abs();
            format!("{sign}{}.{:05}", size / 100_000, size % 100_000)
        }
    }
}

/// A difference of two values with its sign: `−672.00`, `+4`, `−0.50 个百分点`.
pub fn difference(difference: i64, unit: Unit, locale: Locale) -> String {
    match unit {
        Unit::BasisPoints => format::points(ratio(difference), locale),
        _ if difference > 0 => format!("+{}", value(difference, unit)),
        _ => value(difference, unit),
    }
}

fn ratio(bp: i64) -> Ratio {
    let limit = if bp < 0 { i32::MIN } else { i32::MAX };
    Ratio::from_bp(i32::try_from(bp).unwrap_or(limit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_by_their_unit() {
        assert_eq!(value(286_340, Unit::Fen), "2,863.40");
        assert_eq!(value(1_254, Unit::Count), "1,254");
        assert_eq!(value(275, Unit::BasisPoints), "2.75%");
        assert_eq!(value(213, Unit::X100), "2.13");
        assert_eq!(value(484_141, Unit::X100000), "4.84141");
    }

    #[test]
    fn differences_have_a_sign() {
        assert_eq!(difference(-67_200, Unit::Fen, Locale::Zh), "−672.00");
        assert_eq!(difference(4, Unit::Count, Locale::Zh), "+4");
        assert_eq!(difference(-50, Unit::BasisPoints, Locale::Zh), "−0.50 个百分点");
        assert_eq!(difference(0, Unit::Count, Locale::En), "0");
        assert_eq!(difference(-100, Unit::X100000, Locale::En), "−0.00100");
    }
}
