//! The calendar's section of the workbook.

use serde::Serialize;

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::record::Record;

/// What the user changed about the built-in events, and the events of their own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Calendar {
    /// One rule an event that differs from the built-in table, or is not in it.
    pub rules: Vec<EventRule>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An event: on which days, and how much more is sold on them.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct EventRule {
    /// Its name for good.
    pub id: Id,
    /// The key of the built-in event that this replaces (`double_11`); `None` for an own event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub built_in: Option<String>,
    /// What it is called; empty for the built-in name.
    #[serde(default)]
    pub name: String,
    /// Whether it counts.
    pub is_on: bool,
    /// Days before the day itself that belong to it (T−n).
    pub before: u8,
    /// Days after the day itself that belong to it (T+m).
    pub after: u8,
    /// What a day of it sells against a usual day, in basis points: 30,000 is three times.
    pub uplift_bp: u32,
    /// The day itself, one a year; empty for the days of the built-in table.
    #[serde(default)]
    pub days: Vec<Day>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
