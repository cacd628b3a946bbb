//! The words of errors: what, and what to do. Matched on the error, never made from its `Display`,
//! which is English and for the log.

use crate::base::edit::{EditError, LockedPart, Margin, PlanConflict, SplitConflict};
use crate::base::locale::Locale;
use crate::base::money::Money;
use crate::base::number::NumberError;
use crate::base::spread::Bound;
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
        EditError::NotReady if zh => "程序还在加载，没有改动，请稍后再试。".to_owned(),
        EditError::NotReady => {
            "The program is still loading. Nothing was changed; try again in a moment.".to_owned()
        }
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
        EditError::PlanConflict(found) => plan_conflict(found, locale),
        EditError::SplitConflict(found) => split_conflict(found, locale),
        EditError::UnderBreakEven { price, floor } => under_break_even(*price, *floor, locale),
    }
}

fn under_break_even(price: Money, floor: Option<Money>, locale: Locale) -> String {
    let price = format::money(price);
    match (floor.map(format::money), locale) {
        (Some(floor), Locale::Zh) => {
            format!("{price} 低于保本价 {floor}，每件都亏，不能这样定价。没有改动。")
        }
        (Some(floor), Locale::En) => {
            format!("{price} is under the break-even of {floor}. Nothing was changed.")
        }
        (None, Locale::Zh) => {
            format!("这款商品还没有填成本，不知道 {price} 会不会亏。请先填成本。没有改动。")
        }
        (None, Locale::En) => {
            format!("No cost is known, so {price} may lose money. Type the cost first.")
        }
    }
}

fn plan_conflict(found: &PlanConflict, locale: Locale) -> String {
    let amount = |value: i64| amount(value, found.is_money, locale);
    let zh = locale == Locale::Zh;
    let limit = |bound: &Bound| match (bound.at_least, bound.at_most) {
        (Some(least), Some(most)) if least == most && zh => format!("共 {}", amount(least)),
        (Some(least), Some(most)) if least == most => amount(least),
        (Some(least), _) if zh => format!("至少 {}", amount(least)),
        (Some(least), _) => format!("at least {}", amount(least)),
        (None, Some(most)) if zh => format!("至多 {}", amount(most)),
        (None, Some(most)) => format!("at most {}", amount(most)),
        (None, None) => String::new(),
    };
    let members: Vec<String> = found
        .conflict
        .members
        .iter()
        .map(|bound| format!("{} {}", format::span_short(bound.span, locale), limit(bound)))
        .collect();
    let (members, by, year) = (list(&members, zh), amount(found.conflict.by), found.year);
    if zh {
        format!(
            "这样改，{year} 年目标里定住的数就合不上了：{members}，相差 {by}。没有改动；请先到目标拆解放开其中一个。"
        )
    } else {
        format!(
            "With this the locked amounts of {year} could not hold together: {members}; they are \
             apart by {by}. Nothing was changed: free one of them on the goals page first."
        )
    }
}

fn split_conflict(found: &SplitConflict, locale: Locale) -> String {
    let amount = |value: i64| amount(value, found.is_money, locale);
    let zh = locale == Locale::Zh;
    let lock = |lock: &LockedPart| {
        let (part, month) = (&lock.part, format::month_name(lock.month, locale));
        format!("{part} {month} {}", amount(lock.amount))
    };
    let margin = |margin: &Margin| match margin {
        Margin::Part(name, value) if zh => format!("{name} 全年 {}", amount(*value)),
        Margin::Part(name, value) => format!("{name} {} in the year", amount(*value)),
        Margin::Month(month, value) if zh => {
            format!("{}合计 {}", format::month_name(*month, locale), amount(*value))
        }
        Margin::Month(month, value) => {
            format!("all of {} {}", format::month_name(*month, locale), amount(*value))
        }
    };
    let locks: Vec<String> = found.locks.iter().map(lock).collect();
    let margins: Vec<String> = found.margins.iter().map(margin).collect();
    let (locks, margins, by) = (list(&locks, zh), list(&margins, zh), amount(found.by));
    if zh {
        format!("拆分里锁定的数放不进去：{locks}；而{margins}，相差 {by}。没有改动。")
    } else {
        format!(
            "The locked cells of the split do not fit: {locks}; against {margins}. They are apart \
             by {by}. Nothing was changed."
        )
    }
}

fn amount(value: i64, is_money: bool, locale: Locale) -> String {
    match (is_money, locale) {
        (true, _) => format::money(Money::from_fen_clamped(value)),
        (false, Locale::Zh) => format!("{} 件", format::count(value)),
        (false, Locale::En) => format!("{} units", format::count(value)),
    }
}

/// Things in a row; of a long row the first ones and how many more there are.
fn list(items: &[String], zh: bool) -> String {
    const MOST: usize = 8;
    let joined = items[..items.len().min(MOST)].join(if zh { "、" } else { ", " });
    match (items.len().saturating_sub(MOST), zh) {
        (0, _) => joined,
        (n, true) => format!("{joined} 等另 {n} 项"),
        (n, false) => format!("{joined} and {n} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::day::Month;
    use crate::base::id::Id;
    use crate::base::span::Span;
    use crate::base::spread::Conflict;

    #[test]
    fn an_error_says_what_and_what_to_do() {
        let error = EditError::OutOfRange { field: "x", value: 12_000, min: 0, max: 10_000 };
        assert_eq!(edit_error(&error, Locale::Zh), "12,000 超出范围，应在 0 到 10,000 之间。");
        assert_eq!(
            number_error(&NumberError::Unexpected('x'), Locale::En),
            "“x” does not belong to a number. Try 1,234.56 or 12K."
        );
    }

    #[test]
    fn a_conflict_names_what_conflicts_and_the_amounts() {
        let day = |text: &str| text.parse().unwrap();
        let members = vec![
            Bound::lock(Span::day(day("2026-11-22")), 500_000),
            Bound::lock(Span::new(day("2026-11-22"), day("2026-11-28")), 400_000),
        ];
        let conflict = Conflict { members, by: 100_000 };
        let found = PlanConflict { year: 2026, is_money: true, conflict };
        let said = edit_error(&EditError::PlanConflict(Box::new(found)), Locale::Zh);
        for part in ["2026 年", "11月22日", "28日", "¥5,000", "¥4,000", "相差 ¥1,000"] {
            assert!(said.contains(part), "{said}");
        }
        let found = SplitConflict {
            split: Id::from_bits(1),
            is_money: false,
            locks: (1..=10)
                .map(|idx| LockedPart {
                    part: format!("P{idx}"),
                    month: Month::new(2026, 2),
                    amount: idx,
                })
                .collect(),
            margins: vec![Margin::Month(Month::new(2026, 2), 28)],
            by: 27,
        };
        let said = edit_error(&EditError::SplitConflict(Box::new(found)), Locale::En);
        for part in ["P1 Feb 1 units", "and 2 more", "all of Feb 28 units", "by 27 units"] {
            assert!(said.contains(part), "{said}");
        }
    }
}
