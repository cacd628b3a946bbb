//! How full local storage is, when it will be, and how old the last backup is.

use crate::base::day::Day;
use crate::persist::keys;
use crate::persist::kv::{Kv, KvError};
use crate::persist::shelf::ORIGIN_UNITS;

/// From here on the meter is worth a look, in percent of [`ORIGIN_UNITS`] …
pub const WATCH_PERCENT: usize = 60;
/// … and from here on something should be done.
pub const TIGHT_PERCENT: usize = 80;
/// The pace is that of so many days …
pub const PACE_DAYS: i32 = 30;
/// … and not known before so many have passed.
const MIN_DAYS: i32 = 2;
/// What is further away than this, in days, is no forecast.
const FAR_DAYS: i64 = 3_650;
/// So old may a backup be, in days, while the workbook changes.
pub const BACKUP_DAYS: i32 = 7;

/// How full it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fullness {
    /// There is room.
    Fine,
    /// [`WATCH_PERCENT`] or more are used.
    Watch,
    /// [`TIGHT_PERCENT`] or more are used.
    Tight,
}

/// What part of the room is used, in percent, rounded down.
pub fn percent(used: usize) -> usize {
    used.saturating_mul(100) / ORIGIN_UNITS
}

/// How full it is with `used` UTF-16 units.
pub fn fullness(used: usize) -> Fullness {
    match percent(used) {
        TIGHT_PERCENT.. => Fullness::Tight,
        WATCH_PERCENT.. => Fullness::Watch,
        _ => Fullness::Fine,
    }
}

/// What was used on a day, in UTF-16 units.
pub type Look = (Day, usize);

/// The looks that are kept: `2026-11-22 12345`, one a line. Damaged lines are none.
///
/// # Errors
///
/// What storage says.
pub fn looks(kv: &dyn Kv) -> Result<Vec<Look>, KvError> {
    let text = kv.get(keys::ROOM)?.unwrap_or_default();
    let look = |line: &str| {
        let (day, used) = line.split_once(' ')?;
        Some((day.parse().ok()?, used.parse().ok()?))
    };
    Ok(text.lines().filter_map(look).collect())
}

/// Keeps what is used today: one look a day, the last [`PACE_DAYS`].
///
/// # Errors
///
/// What storage says; nothing has changed then.
pub fn note(kv: &dyn Kv, today: Day, used: usize) -> Result<(), KvError> {
    let mut looks = looks(kv)?;
    looks.retain(|(day, _)| *day != today && today - *day <= PACE_DAYS);
    looks.push((today, used));
    let lines: Vec<String> = looks.iter().map(|(day, used)| format!("{day} {used}")).collect();
    kv.set(keys::ROOM, &lines.join("\n"))
}

/// In how many days the room is used up at the present pace, rounded down; `None` where it does
/// not grow, is not known yet, or is ten years away.
pub fn days_left(looks: &[Look], today: Day, used: usize) -> Option<i64> {
    let recent = looks.iter().filter(|(day, _)| (MIN_DAYS..=PACE_DAYS).contains(&(today - *day)));
    let (from, was) = recent.min_by_key(|(day, _)| *day)?;
    let grown = used.checked_sub(*was).filter(|grown| 0 < *grown)?;
    let left = ORIGIN_UNITS.saturating_sub(used) as i64;
    let days = left * i64::from(today - *from) / grown as i64;
    (days <= FAR_DAYS).then_some(days)
}

/// How old the backup is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// When the last file was downloaded or opened, as civil time; `None` if never.
    pub at: Option<String>,
    /// The days since then, or since the workbook was made.
    pub n_days: i32,
    /// Whether it is [`BACKUP_DAYS`] old and the workbook has changed since.
    pub is_due: bool,
}

/// How old the backup of a workbook is that was `created` and last `modified` at these civil times.
pub fn backup(at: Option<String>, created: &str, modified: &str, today: Day) -> Backup {
    let since = at.as_deref().unwrap_or(created);
    let day: Option<Day> = since.get(..10).and_then(|day| day.parse().ok());
    let n_days = day.map_or(0, |day| (today - day).max(0));
    let is_changed = at.as_deref().is_none_or(|at| at < modified);
    Backup { is_due: is_changed && BACKUP_DAYS <= n_days, at, n_days }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::persist::kv::MemKv;

    fn day(date: u8) -> Day {
        Day::new(2026, 11, date).unwrap()
    }

    #[test]
    fn the_steps_are_at_60_and_80_percent() {
        assert_eq!(fullness(3_145_727), Fullness::Fine);
        assert_eq!(fullness(3_145_728), Fullness::Watch);
        assert_eq!(fullness(4_194_303), Fullness::Watch);
        assert_eq!(fullness(4_194_304), Fullness::Tight);
    }

    #[test]
    fn the_forecast_goes_on_at_the_pace_of_the_last_thirty_days() {
        let used = ORIGIN_UNITS - 1_000_000;
        let looks = [(day(2), used - 100_000), (day(11), used - 50_000)];
        assert_eq!(days_left(&looks, day(12), used), Some(100), "10,000 a day, a million left");
        assert_eq!(days_left(&looks, day(3), used), None, "a day is no pace");
        assert_eq!(days_left(&looks, day(12), used - 100_000), None, "it does not grow");
        assert_eq!(days_left(&[(day(2), used - 1)], day(12), used), None, "too far away");
        assert_eq!(days_left(&[], day(12), used), None);
    }

    #[test]
    fn a_look_a_day_is_kept_for_thirty_days() {
        let kv = MemKv::default();
        for date in 1..=30 {
            note(&kv, day(date), 1_000 * usize::from(date)).unwrap();
        }
        note(&kv, day(30), 7).unwrap();
        note(&kv, day(30) + 5, 8).unwrap();
        let kept = looks(&kv).unwrap();
        assert_eq!(kept.first(), Some(&(day(5), 5_000)));
        assert_eq!(kept.last(), Some(&(day(30) + 5, 8)));
        assert_eq!(kept.iter().filter(|(of, _)| *of == day(30)).count(), 1);
        kv.set(keys::ROOM, "x\n2026-11-02 5\n2026-11-03").unwrap();
        assert_eq!(looks(&kv).unwrap(), [(day(2), 5)]);
    }

    #[test]
    fn a_backup_is_due_after_a_week_with_changes() {
        let at = |date: &str| Some(format!("2026-11-{date}T10:00:00"));
        let (made, changed) = ("2026-11-01T09:00:00", "2026-11-05T12:00:00");
        let of = |last, today| backup(last, made, changed, day(today));
        assert!(!of(None, 7).is_due);
        assert!(of(None, 8).is_due, "never, and made a week ago");
        assert_eq!(of(at("03"), 10), Backup { at: at("03"), n_days: 7, is_due: true });
        assert!(!of(at("06"), 28).is_due, "nothing has changed since");
    }
}
