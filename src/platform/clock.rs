//! What time it is on the user's machine.

use js_sys::Date;

use crate::base::day::Day;

/// Milliseconds since 1970-01-01 UTC, for measuring pauses.
pub fn now_ms() -> i64 {
    Date::now() as i64
}

/// The civil day of the machine's time zone.
pub fn today() -> Day {
    let now = Date::new_0();
    // Read part by part: a text of JavaScript's would be the day in UTC, in Shanghai yesterday
    // until eight in the morning.
    let month = u8::try_from(now.get_month() + 1).unwrap_or(1);
    let day = u8::try_from(now.get_date()).unwrap_or(1);
    Day::new(i32::try_from(now.get_full_year()).unwrap_or(2000), month, day).unwrap_or(Day::MIN)
}

/// The civil time of the machine's time zone: `2026-11-21T14:03:27`.
pub fn now_text() -> String {
    let now = Date::new_0();
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date(),
        now.get_hours(),
        now.get_minutes(),
        now.get_seconds(),
    )
}
