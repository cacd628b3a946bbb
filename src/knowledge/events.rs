//! Events of the trade.

use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::span::Span;

/// An event's name in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct EventName {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// One event on the days of one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventInstance {
    /// The key of a built-in event (`double_11`), or the id of an own one.
    pub key: String,
    /// The rule of the workbook that says so; `None` for the built-in table.
    pub rule: Option<Id>,
    /// What it is called.
    pub name: EventName,
    /// Its days, T−n … T+m.
    pub span: Span,
    /// The day itself, T.
    pub anchor: Day,
    /// What a day of it sells against a usual day, in basis points: 30,000 is three times.
    pub uplift_bp: u32,
}
