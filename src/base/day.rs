//! Civil days and months. No clock, no time zone: a day is a day of the shop.

use std::fmt;
use std::ops::{Add, Sub};
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use time::Date;

/// A civil day, counted from 1970-01-01 = 0. In JSON: `"2026-03-05"`.
///
/// Only the days of [`Day::MIN`]..=[`Day::MAX`] can be read; arithmetic may leave the range by a
/// few weeks (the first week of a year starts in the year before).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
#[serde(try_from = "String", into = "String")]
pub struct Day(i32);

/// The text is not a day between 2000-01-01 and 2100-12-31, written `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{0}` is not a date YYYY-MM-DD between 2000-01-01 and 2100-12-31")]
pub struct DayError(pub String);

/// The Julian day number of 1970-01-01.
const EPOCH: i32 = 2_440_588;

/// A day of the week. Chinese and ISO weeks begin on Monday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// Monday first.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// 0 for Monday … 6 for Sunday.
    pub fn idx(self) -> usize {
        self as usize
    }
}

impl Day {
    /// 2000-01-01.
    pub const MIN: Self = Self(10_957);
    /// 2100-12-31.
    pub const MAX: Self = Self(47_846);

    /// The day `number` days after 1970-01-01.
    pub const fn from_number(number: i32) -> Self {
        Self(number)
    }

    /// Days since 1970-01-01.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The day of a year, month (1–12) and day of the month; `None` where there is none.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let month = time::Month::try_from(month).ok()?;
        let date = Date::from_calendar_date(year, month, day).ok()?;
        Some(Self(date.to_julian_day() - EPOCH))
    }

    fn date(self) -> Date {
        // Numbers far outside of the calendar cannot be read or typed; arithmetic that reached
        // them would still show a day, not end the program.
        Date::from_julian_day(self.0.saturating_add(EPOCH)).unwrap_or(Date::MAX)
    }

    /// Year, month (1–12) and day of the month.
    pub fn ymd(self) -> (i32, u8, u8) {
        let (year, month, day) = self.date().to_calendar_date();
        (year, month.into(), day)
    }

    /// The month that the day is in.
    pub fn month(self) -> Month {
        let (year, month, _) = self.ymd();
        Month(year * 12 + i32::from(month) - 1)
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday.
        Weekday::ALL[(self.0 + 3).rem_euclid(7) as usize]
    }

    /// The number of the ISO week that the day is in (1–53).
    pub fn iso_week(self) -> u8 {
        self.date().iso_week()
    }
}

impl Add<i32> for Day {
    type Output = Self;

    fn add(self, n_days: i32) -> Self {
        Self(self.0.saturating_add(n_days))
    }
}

impl Sub<i32> for Day {
    type Output = Self;

    fn sub(self, n_days: i32) -> Self {
        Self(self.0.saturating_sub(n_days))
    }
}

impl Sub for Day {
    type Output = i32;

    /// The number of days from `other` to `self`.
    fn sub(self, other: Self) -> i32 {
        self.0 - other.0
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        parse_ymd(text)
            .and_then(|(year, month, day)| Self::new(year, month, day))
            .filter(|day| (Self::MIN..=Self::MAX).contains(day))
            .ok_or_else(|| DayError(text.chars().take(40).collect()))
    }
}

fn parse_ymd(text: &str) -> Option<(i32, u8, u8)> {
    let bytes = text.as_bytes();
    let is_shaped = bytes.len() == 10
        && bytes.iter().enumerate().all(|(idx, byte)| match idx {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !is_shaped {
        return None;
    }
    Some((text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?))
}

impl TryFrom<String> for Day {
    type Error = DayError;

    fn try_from(text: String) -> Result<Self, DayError> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

/// A calendar month of a year. In JSON: `"2026-03"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
#[serde(try_from = "String", into = "String")]
pub struct Month(i32);

impl Month {
    /// The month (1–12) of a year; a month outside of 1–12 is the nearest one.
    pub fn new(year: i32, month: u8) -> Self {
        Self(year * 12 + i32::from(month.clamp(1, 12)) - 1)
    }

    /// Year and month (1–12).
    pub fn ym(self) -> (i32, u8) {
        (self.0.div_euclid(12), self.0.rem_euclid(12) as u8 + 1)
    }

    /// The month `n` months later.
    pub fn plus(self, n: i32) -> Self {
        Self(self.0 + n)
    }

    /// The first day.
    pub fn first(self) -> Day {
        let (year, month) = self.ym();
        Day::new(year, month, 1).unwrap_or(Day::MAX)
    }

    /// The last day.
    pub fn last(self) -> Day {
        self.plus(1).first() - 1
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = self.ym();
        write!(f, "{year:04}-{month:02}")
    }
}

impl TryFrom<String> for Month {
    type Error = DayError;

    fn try_from(text: String) -> Result<Self, DayError> {
        format!("{text}-01").parse::<Day>().map(Day::month).map_err(|_| DayError(text))
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn days_have_the_names_of_the_calendar() {
        assert_eq!(day("1970-01-02".replace("1970", "2000").as_str()).ymd(), (2000, 1, 2));
        assert_eq!(day("2000-01-01"), Day::MIN);
        assert_eq!(day("2100-12-31"), Day::MAX);
        assert_eq!(day("2026-11-21").weekday(), Weekday::Saturday);
        assert_eq!(day("2026-10-22").iso_week(), 43);
        assert_eq!(day("2026-02-28") + 1, day("2026-03-01"));
        assert_eq!(Month::new(2028, 2).last(), day("2028-02-29"));
    }

    #[test]
    fn what_is_not_a_day_is_refused() {
        for text in ["2026-02-29", "2026-13-01", "0000-00-00", "2126-01-05", "1899-12-31", "26-1-1"]
        {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_day_reads_back(number in Day::MIN.number()..=Day::MAX.number()) {
            let day = Day::from_number(number);
            prop_assert_eq!(day.to_string().parse::<Day>(), Ok(day));
            prop_assert!(day.month().first() <= day && day <= day.month().last());
        }
    }
}
