//! How amounts, periods and places are called.

use crate::base::calendar::Cut;
use crate::base::locale::Locale;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::knowledge::events::EventName;
use crate::tools::goals::calc::page::conflict::{Member, Place};
use crate::tools::goals::model::{CellKey, GoalUnit, Scenario, SplitBy};
use crate::tools::goals::text::{parts, text};

/// An amount with its unit, to the yuan or the piece: `¥1,235`, `1,235 件`.
pub fn amount(value: i64, unit: GoalUnit, locale: Locale) -> String {
    match unit {
        GoalUnit::Sales => format::money_whole(Money::from_fen_clamped(value)),
        GoalUnit::Units => pieces(format::count(value), locale),
    }
}

/// An amount with its unit, to the 分 where it has any: `¥178,400`, `¥178,400.50`.
pub fn exact(value: i64, unit: GoalUnit, locale: Locale) -> String {
    match unit {
        GoalUnit::Sales if value % 100 != 0 => format::money(Money::from_fen_clamped(value)),
        _ => amount(value, unit, locale),
    }
}

/// An amount for a tile: `¥12.35万`, `1.2万 件`.
pub fn compact(value: i64, unit: GoalUnit, locale: Locale) -> String {
    match unit {
        GoalUnit::Sales => format::money_compact(Money::from_fen_clamped(value), locale),
        GoalUnit::Units => pieces(format::count_compact(value, locale), locale),
    }
}

/// An amount for a table whose header has the unit, to the 分 where it has any.
pub fn plain(value: i64, unit: GoalUnit) -> String {
    match unit {
        GoalUnit::Sales if value % 100 == 0 => format::yuan_whole(Money::from_fen_clamped(value)),
        GoalUnit::Sales => format::yuan(Money::from_fen_clamped(value)),
        GoalUnit::Units => format::count(value),
    }
}

/// An amount for a table, rounded to the yuan.
pub fn plain_whole(value: i64, unit: GoalUnit) -> String {
    match unit {
        GoalUnit::Sales => format::yuan_whole(Money::from_fen_clamped(value)),
        GoalUnit::Units => format::count(value),
    }
}

/// A difference with its sign and unit: `+¥3,361`.
pub fn signed(value: i64, unit: GoalUnit, locale: Locale) -> String {
    match unit {
        GoalUnit::Sales => format::signed_money(Money::from_fen_clamped(value)),
        GoalUnit::Units => pieces(format::signed_count(value), locale),
    }
}

/// What one unit of a chart's axis is worth, and its name: 万元, thousands of yuan, pieces.
pub fn axis(unit: GoalUnit, locale: Locale) -> (i64, &'static str) {
    match (unit, locale) {
        (GoalUnit::Sales, Locale::Zh) => (1_000_000, "万元"),
        (GoalUnit::Sales, Locale::En) => (100_000, "¥K"),
        (GoalUnit::Units, Locale::Zh) => (1, "件"),
        (GoalUnit::Units, Locale::En) => (1, "units"),
    }
}

/// A period under the axis of a chart: `22`, `10月`, `43`.
pub fn tick(key: CellKey, locale: Locale) -> String {
    match key {
        CellKey::Day(day) => day.ymd().2.to_string(),
        CellKey::Week(first) => (first + 3).iso_week().to_string(),
        _ => period(key, locale),
    }
}

/// An attainment: `83%`; a dash for none.
pub fn share(ratio: Option<Ratio>) -> String {
    ratio.map_or_else(|| format::NONE.to_owned(), format::percent0)
}

fn pieces(number: String, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("{number} 件"),
        Locale::En => format!("{number} units"),
    }
}

/// The name of an event in a language.
pub fn event(name: &EventName, locale: Locale) -> &str {
    match locale {
        Locale::Zh => &name.zh,
        Locale::En => &name.en,
    }
}

/// A period: `1 季度`, `11月`, `第 43 周`, `11月11日`.
pub fn period(key: CellKey, locale: Locale) -> String {
    match key {
        CellKey::Quarter(idx) => format::quarter_name(idx.into(), locale),
        CellKey::Month(month) => format::month_name(month, locale),
        // The week's Thursday tells its number, on whichever day the shop's weeks begin.
        CellKey::Week(first) => format::week_name((first + 3).iso_week(), locale),
        CellKey::Day(day) => format::day_short(day, locale),
    }
}

/// A period with its days where the name alone does not tell them: `第 43 周（10月19日–25日）`.
pub fn period_long(key: CellKey, year: i32, cut: Cut, locale: Locale) -> String {
    let name = period(key, locale);
    match (key, key.span(year, cut)) {
        (CellKey::Week(_), Some(span)) => {
            let days = format::span_short(span, locale);
            match locale {
                Locale::Zh => format!("{name}（{days}）"),
                Locale::En => format!("{name} ({days})"),
            }
        }
        (CellKey::Day(day), _) => format::day_medium(day, locale),
        _ => name,
    }
}

/// A place of the year: the year's target, a cell, some days.
pub fn place(place: Place, locale: Locale) -> String {
    match place {
        Place::Year => parts::text(locale).year_target.to_owned(),
        Place::Cell(key) => period(key, locale),
        Place::Days(span) => format::span_short(span, locale),
    }
}

/// One side of a conflict, with what is asked of it: `3月 锁定 ¥10,000`.
pub fn member(member: &Member, unit: GoalUnit, locale: Locale) -> String {
    let t = parts::text(locale);
    let amount = |value| exact(value, unit, locale);
    let rule = match (member.at_least, member.at_most) {
        (Some(least), Some(most)) if least == most => (t.is_exactly)(&amount(least)),
        (Some(least), None) => (t.at_least)(&amount(least)),
        (None, Some(most)) => (t.at_most)(&amount(most)),
        (Some(least), Some(most)) => format!("{}–{}", amount(least), amount(most)),
        (None, None) => String::new(),
    };
    format!("{} {rule}", place(member.place, locale))
}

/// Several things as the language lists them: `甲、乙`, `a, b`.
pub fn list(items: &[String], locale: Locale) -> String {
    items.join(match locale {
        Locale::Zh => "、",
        Locale::En => ", ",
    })
}

/// The name of a scenario.
pub fn scenario(scenario: Scenario, locale: Locale) -> &'static str {
    let t = text(locale);
    match scenario {
        Scenario::Floor => t.floor,
        Scenario::Target => t.target,
        Scenario::Stretch => t.stretch,
    }
}

/// What a split is by.
pub fn split_by(by: SplitBy, locale: Locale) -> &'static str {
    let t = parts::text(locale);
    match by {
        SplitBy::Product => t.by_product,
        SplitBy::Channel => t.by_channel,
        SplitBy::Owner => t.by_owner,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::day::Day;

    #[test]
    fn amounts_carry_their_unit() {
        assert_eq!(amount(17_840_000, GoalUnit::Sales, Locale::Zh), "¥178,400");
        assert_eq!(exact(17_840_050, GoalUnit::Sales, Locale::Zh), "¥178,400.50");
        assert_eq!(amount(1_235, GoalUnit::Units, Locale::En), "1,235 units");
        assert_eq!(compact(12_350_000, GoalUnit::Sales, Locale::Zh), "¥12.35万");
        assert_eq!(plain(123_510, GoalUnit::Sales), "1,235.10");
        assert_eq!(plain(123_500, GoalUnit::Sales), "1,235");
    }

    #[test]
    fn a_week_is_named_by_its_thursday() {
        let monday: Day = "2026-10-19".parse().unwrap();
        assert_eq!(period(CellKey::Week(monday), Locale::Zh), "第 43 周");
        assert_eq!(period(CellKey::Week(monday - 1), Locale::En), "Week 43");
        assert_eq!(
            period_long(CellKey::Week(monday), 2026, Cut::default(), Locale::Zh),
            "第 43 周（10月19日–25日）"
        );
    }
}
