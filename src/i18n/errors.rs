//! The words of errors: what, and what to do. Matched on the error, never made from its `Display`,
//! which is English and for the log.

use crate::base::edit::EditError;
use crate::base::locale::Locale;
use crate::base::number::NumberError;
use crate::i18n::format;

/// Why a typed number was not taken.
pub fn number_error(error: &NumberError, locale: Locale) -> String {
    let zh = locale == Locale::Zh;
    let words = match error {
        NumberError::Empty if zh => "请填一个数，例如 1.2万 或 12,000。",
        NumberError::Empty => "Type a number, such as 12,000 or 12K.",
        NumberError::Unexpected(other) => {
            return if zh {
                format!("看不懂“{other}”。请只写数字，例如 1.2万、¥1,234.56。")
            } else {
                format!("“{other}” does not belong to a number. Try 1,234.56 or 12K.")
            };
        }
        NumberError::Groups if zh => "千分位逗号的位置不对，应每三位一个，例如 12,345。",
        NumberError::Groups => "The commas do not part groups of three digits, as in 12,345.",
        NumberError::Percent if zh => "这里要填数额，不是百分比。",
        NumberError::Percent => "An amount is wanted here, not a percentage.",
        NumberError::Currency if zh => "这里不要写 ¥ 或元。",
        NumberError::Currency => "Leave out the currency here.",
        NumberError::NotWhole if zh => "这里要填整数。",
        NumberError::NotWhole => "A whole number is wanted here.",
        NumberError::TooLarge if zh => "这个数太大了。",
        NumberError::TooLarge => "This number is too large.",
    };
    words.to_owned()
}

/// Why an edit was refused. Nothing has changed then, and the sentence says so where it matters.
pub fn edit_error(error: &EditError, locale: Locale) -> String {
    let zh = locale == Locale::Zh;
    match error {
        EditError::NoSuchItem(_) if zh => "这一项已经不在了，没有改动。".to_owned(),
        EditError::NoSuchItem(_) => "This item is no longer there. Nothing was changed.".to_owned(),
        EditError::NoSuchPlan(year) if zh => format!("{year} 年还没有目标，请先设定年目标。"),
        EditError::NoSuchPlan(year) => format!("There is no target for {year} yet. Set one first."),
        EditError::NoSuchPeriod(period) if zh => format!("{period} 不在这一年里，没有改动。"),
        EditError::NoSuchPeriod(period) => {
            format!("{period} is not part of this year. Nothing was changed.")
        }
        EditError::OutOfRange { value, min, max, .. } => {
            let (value, min, max) =
                (format::count(*value), format::count(*min), format::count(*max));
            if zh {
                format!("{value} 超出范围，应在 {min} 到 {max} 之间。")
            } else {
                format!("{value} is out of range: it must be between {min} and {max}.")
            }
        }
        EditError::TooLong { max, .. } if zh => format!("太长了，最多 {max} 个字。"),
        EditError::TooLong { max, .. } => format!("Too long: at most {max} characters."),
        EditError::TooMany { max, .. } if zh => format!("太多了，最多 {max} 项。"),
        EditError::TooMany { max, .. } => format!("Too many: at most {max}."),
        EditError::Conflict(_) if zh => "锁定的数合不上，没有改动。".to_owned(),
        EditError::Conflict(_) => {
            "The locked amounts cannot hold together. Nothing was changed.".to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_says_what_and_what_to_do() {
        let error = EditError::OutOfRange { field: "x", value: 12_000, min: 0, max: 10_000 };
        assert_eq!(edit_error(&error, Locale::Zh), "12,000 超出范围，应在 0 到 10,000 之间。");
        assert_eq!(
            number_error(&NumberError::Unexpected('x'), Locale::En),
            "“x” does not belong to a number. Try 1,234.56 or 12K."
        );
    }
}
