//! The periods of a plan that can be typed over, and their names.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::base::calendar::Cut;
use crate::base::day::{Day, Month};
use crate::base::span::Span;

/// A period of the plan that can be typed over.
///
/// In JSON: `"Q1"` … `"Q4"`, `"2026-03"`, `"W2026-03-02"` (the first day of a full week, which
/// may lie in the year before), `"2026-03-05"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
#[serde(try_from = "String", into = "String")]
pub enum CellKey {
    /// A fiscal quarter, 0–3.
    Quarter(u8),
    /// A month.
    Month(Month),
    /// The week that begins on this day.
    Week(Day),
    /// A day.
    Day(Day),
}

/// The text names no period.
#[derive(Debug, PartialEq, Eq, Error)]
#[error("`{0}` is not a quarter, month, week or day")]
pub struct CellKeyError(String);

impl CellKey {
    /// The same period in its one written form: a week is named by its first day.
    pub fn normal(self, cut: Cut) -> Self {
        match self {
            Self::Week(day) => Self::Week(cut.week_of(day)),
            Self::Quarter(_) | Self::Month(_) | Self::Day(_) => self,
        }
    }

    /// The days of the period that are in the plan's year; `None` where none is.
    pub fn span(self, year: i32, cut: Cut) -> Option<Span> {
        let whole = cut.year(year);
        match self {
            Self::Quarter(idx) => (idx < 4).then(|| cut.quarter(year, idx.into())),
            Self::Month(month) => Span::new(month.first(), month.last()).overlap(whole),
            Self::Week(day) => Span::new(cut.week_of(day), cut.week_of(day) + 6).overlap(whole),
            Self::Day(day) => Span::day(day).overlap(whole),
        }
    }
}

impl fmt::Display for CellKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Quarter(idx) => write!(f, "Q{}", u32::from(*idx) + 1),
            Self::Month(month) => month.fmt(f),
            Self::Week(day) => write!(f, "W{day}"),
            Self::Day(day) => day.fmt(f),
        }
    }
}

impl TryFrom<String> for CellKey {
    type Error = CellKeyError;

    fn try_from(text: String) -> Result<Self, CellKeyError> {
        let parsed = match text.as_bytes() {
            [b'Q', digit @ b'1'..=b'4'] => Some(Self::Quarter(digit - b'1')),
            [b'W', ..] => text[1..].parse().ok().map(Self::Week),
            _ if text.len() == 7 => Month::try_from(text.clone()).ok().map(Self::Month),
            _ => text.parse().ok().map(Self::Day),
        };
        parsed.ok_or_else(|| CellKeyError(text.chars().take(40).collect()))
    }
}

impl From<CellKey> for String {
    fn from(key: CellKey) -> Self {
        key.to_string()
    }
}
