//! Reading what is typed or pasted into the table: the words of both languages are understood.

use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::locale::Locale;
use crate::base::number::{NumberError, parse_count, parse_money, parse_ratio};
use crate::i18n::errors::number_error;
use crate::tools::products::edit::{ProductField, SalesField};
use crate::tools::products::model::{LifeStage, Role};
use crate::tools::products::text::names::{self, Col};

/// What reading a cell needs to know.
pub struct Known<'a> {
    /// The day whose costs are corrected.
    pub today: Day,
    /// The period whose sales are told.
    pub period: Option<Id>,
    /// The personas and their names.
    pub personas: &'a [(Id, String)],
}

/// Why a cell does not take a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// It is no number of the kind.
    Number(NumberError),
    /// It is below zero.
    Negative,
    /// There is no such role; the text.
    Role(String),
    /// There is no such stage; the text.
    Stage(String),
    /// There is no such persona; the text.
    Persona(String),
    /// It is no date; the text.
    Date(String),
    /// No period was chosen.
    NoPeriod,
    /// The column is worked out from others.
    WorkedOut,
}

/// The change of a field that a text in a column stands for; an empty one empties the field.
///
/// # Errors
///
/// Why the column does not take the text.
pub fn field(col: Col, text: &str, known: &Known<'_>) -> Result<ProductField, ReadError> {
    let text = text.trim();
    let amount = || optional(text, |text| parse_money(text).map_err(ReadError::Number));
    let not_negative = || match amount()? {
        Some(amount) if amount.fen() < 0 => Err(ReadError::Negative),
        amount => Ok(amount),
    };
    let count = || match optional(text, |text| parse_count(text).map_err(ReadError::Number))? {
        Some(count) if count < 0 => Err(ReadError::Negative),
        count => Ok(count),
    };
    let sales = |field: SalesField| {
        let period = known.period.ok_or(ReadError::NoPeriod)?;
        Ok(ProductField::Sales { period, field })
    };
    match col {
        Col::Name => Ok(ProductField::Name(text.to_owned())),
        Col::ItemId => Ok(ProductField::ItemId(item_id(text))),
        Col::Role => optional(text, role).map(ProductField::Role),
        Col::Stage => optional(text, stage).map(ProductField::Stage),
        Col::Persona => {
            optional(text, |text| persona(text, known.personas)).map(ProductField::Persona)
        }
        Col::Launched => optional(text, date).map(ProductField::Launched),
        Col::Price => not_negative().map(ProductField::Price),
        Col::Goods => not_negative().map(|goods| ProductField::Goods { on: known.today, goods }),
        Col::Stock => count().map(ProductField::Stock),
        Col::OnOrder => count().map(ProductField::OnOrder),
        Col::Lead => count().map(ProductField::LeadDays),
        Col::Safety => count().map(ProductField::SafetyDays),
        Col::Units => sales(SalesField::Units(count()?)),
        Col::Revenue => sales(SalesField::Revenue(amount()?)),
        Col::Rival => sales(SalesField::Rival(not_negative()?)),
        Col::MarketBefore => sales(SalesField::MarketBefore(not_negative()?)),
        Col::Market => sales(SalesField::Market(not_negative()?)),
        Col::CategoryGrowth => {
            let growth = optional(text, |text| parse_ratio(text).map_err(ReadError::Number))?;
            sales(SalesField::CategoryGrowth(growth))
        }
        Col::Profit
        | Col::Margin
        | Col::BreakEven
        | Col::Sheet
        | Col::Earned
        | Col::Share
        | Col::Growth
        | Col::State
        | Col::Daily
        | Col::Cover
        | Col::Point
        | Col::Suggested => Err(ReadError::WorkedOut),
    }
}

/// Nothing typed, and the signs for it, are none.
fn optional<T>(
    text: &str,
    read: impl FnOnce(&str) -> Result<T, ReadError>,
) -> Result<Option<T>, ReadError> {
    if matches!(text, "" | "-" | "–" | "—") { Ok(None) } else { read(text).map(Some) }
}

/// An item's number as exports write it: thousands separators and the quote of a text cell go.
fn item_id(text: &str) -> String {
    let bare: String = text.chars().filter(|c| !matches!(c, ',' | '，' | '\'' | ' ')).collect();
    if !bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit()) {
        bare
    } else {
        text.to_owned()
    }
}

/// Whether a text names a thing: its name in either language, or the name with 产品 or 期 behind.
fn is_named(text: &str, (zh, en): (&str, &str)) -> bool {
    let text = text.trim().trim_end_matches("产品").trim_end_matches('款');
    text == zh || text == zh.trim_end_matches('期') || text.eq_ignore_ascii_case(en)
}

fn role(text: &str) -> Result<Role, ReadError> {
    let found = Role::ALL.into_iter().find(|role| is_named(text, names::role_words(*role)));
    found.ok_or_else(|| ReadError::Role(text.to_owned()))
}

fn stage(text: &str) -> Result<LifeStage, ReadError> {
    let found = LifeStage::ALL.into_iter().find(|one| is_named(text, names::stage_words(*one)));
    found.ok_or_else(|| ReadError::Stage(text.to_owned()))
}

fn persona(text: &str, personas: &[(Id, String)]) -> Result<Id, ReadError> {
    let found = personas.iter().find(|(_, name)| name.trim() == text);
    found.map(|(id, _)| *id).ok_or_else(|| ReadError::Persona(text.to_owned()))
}

/// `2026-10-22`, `2026/10/22`, `2026.10.22`, `20261022`, `2026年10月22日`.
fn date(text: &str) -> Result<Day, ReadError> {
    let wrong = || ReadError::Date(text.to_owned());
    let parts: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let numbers = match parts.as_slice() {
        [year, month, day] => (year.parse(), month.parse(), day.parse()),
        [all] if all.len() == 8 => (all[..4].parse(), all[4..6].parse(), all[6..].parse()),
        _ => return Err(wrong()),
    };
    match numbers {
        (Ok(year), Ok(month), Ok(day)) => Day::new(year, month, day).ok_or_else(wrong),
        _ => Err(wrong()),
    }
}

/// Why, in words.
pub fn error(error: &ReadError, locale: Locale) -> String {
    let zh = locale == Locale::Zh;
    let all = |names: Vec<&str>| names.join(if zh { "、" } else { ", " });
    match error {
        ReadError::Number(error) => number_error(error, locale),
        ReadError::Negative if zh => "不能小于 0。".to_owned(),
        ReadError::Negative => "It cannot be below 0.".to_owned(),
        ReadError::Role(text) => {
            let names = all(Role::ALL.map(|role| names::role(role, locale)).to_vec());
            if zh {
                format!("没有“{text}”这个角色，请填：{names}。")
            } else {
                format!("There is no role “{text}”. Type one of: {names}.")
            }
        }
        ReadError::Stage(text) => {
            let names = all(LifeStage::ALL.map(|stage| names::stage(stage, locale)).to_vec());
            if zh {
                format!("没有“{text}”这个阶段，请填：{names}。")
            } else {
                format!("There is no stage “{text}”. Type one of: {names}.")
            }
        }
        ReadError::Persona(text) if zh => format!("没有叫“{text}”的客户画像。"),
        ReadError::Persona(text) => format!("There is no persona called “{text}”."),
        ReadError::Date(text) if zh => format!("“{text}”不是日期，请填成 2026-10-22。"),
        ReadError::Date(text) => format!("“{text}” is no date; type it as 2026-10-22."),
        ReadError::NoPeriod if zh => "先加一个时段。".to_owned(),
        ReadError::NoPeriod => "Add a period first.".to_owned(),
        ReadError::WorkedOut if zh => "这一列是算出来的，不能填。".to_owned(),
        ReadError::WorkedOut => "This column is worked out and cannot be typed into.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::money::Money;

    fn read(col: Col, text: &str) -> Result<ProductField, ReadError> {
        let personas = [(Id::from_bits(1), "送礼的人".to_owned())];
        let today = "2026-10-22".parse().unwrap();
        let period = Some(Id::from_bits(9));
        field(col, text, &Known { today, period, personas: &personas })
    }

    #[test]
    fn what_people_type_is_understood() {
        for text in ["引流", "引流产品", "traffic", " Traffic "] {
            assert_eq!(
                read(Col::Role, text),
                Ok(ProductField::Role(Some(Role::Traffic))),
                "{text}"
            );
        }
        let growing = Ok(ProductField::Stage(Some(LifeStage::Growth)));
        assert_eq!(read(Col::Stage, "成长"), growing);
        assert_eq!(read(Col::Stage, "成长期"), growing);
        let id = Ok(ProductField::ItemId("994280026318".to_owned()));
        assert_eq!(read(Col::ItemId, "994,280,026,318"), id);
        assert_eq!(read(Col::ItemId, "'994280026318"), id);
        let day = Ok(ProductField::Launched("2026-03-05".parse().ok()));
        for text in ["2026-3-5", "2026/03/05", "20260305", "2026年3月5日"] {
            assert_eq!(read(Col::Launched, text), day, "{text}");
        }
        let price = Ok(ProductField::Price(Some(Money::fen_const(12_850))));
        assert_eq!(read(Col::Price, "¥128.5"), price);
        assert_eq!(
            read(Col::Persona, "送礼的人"),
            Ok(ProductField::Persona(Some(Id::from_bits(1))))
        );
        assert_eq!(read(Col::Role, ""), Ok(ProductField::Role(None)));
        assert_eq!(read(Col::Price, "-"), Ok(ProductField::Price(None)));
    }

    #[test]
    fn what_is_not_understood_is_refused_with_what_would_be() {
        assert_eq!(read(Col::Role, "主推"), Err(ReadError::Role("主推".to_owned())));
        assert_eq!(read(Col::Price, "-5"), Err(ReadError::Negative));
        assert!(matches!(read(Col::Stock, "1.5"), Err(ReadError::Number(_))));
        assert_eq!(read(Col::Launched, "2026-13-01"), Err(ReadError::Date("2026-13-01".into())));
        assert_eq!(read(Col::Margin, "3"), Err(ReadError::WorkedOut));
        for locale in Locale::ALL {
            assert!(
                error(&ReadError::Role("x".into()), locale)
                    .contains(names::role(Role::Image, locale))
            );
        }
    }
}
