//! Snapshots: earlier versions of workbooks that can be gone back to, and which of them are kept.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::id::Id;
use crate::base::order;

/// Which snapshot: the workbook, and when it was made in ms since 1970.
pub type SnapshotKey = (Id, i64);

/// So many made before something risky are kept for each workbook …
pub const MAX_RISKY: usize = 10;
/// … so many of today, an hour apart at least …
pub const MAX_HOURS: usize = 12;
/// … and the last one of so many days.
pub const MAX_DAYS: usize = 14;
/// What all of them may take, in UTF-16 units of their texts (50 MB in a browser that keeps a
/// unit in one byte, as they do for what is mostly ASCII).
pub const MAX_UNITS: usize = 50_000_000;
/// So long after the last one the next is made, where something has changed.
pub const HOUR_MS: i64 = 3_600_000;

/// Why a snapshot was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// An hour had passed.
    Hour,
    /// Before figures were imported.
    Import,
    /// Before the whole document was replaced.
    Replace,
    /// Before an earlier version was gone back to.
    Restore,
    /// Before the workbook was deleted.
    Delete,
    /// Before much was deleted in one step.
    MassDelete,
    /// Another tab has written a version that is on no line with this one.
    Overtaken,
    /// A later version of the program says why.
    #[serde(other)]
    Other,
}

/// One snapshot, without its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The workbook.
    pub id: Id,
    /// When it was made, in ms since 1970.
    pub ts: i64,
    /// The same as civil time of the machine: `2026-11-22T14:03:27`.
    pub at: String,
    /// The workbook's name then.
    pub name: String,
    /// Why it was made.
    pub reason: Reason,
    /// What its text takes, in UTF-16 units.
    pub size: usize,
    /// The chunks of facts that it refers to.
    #[serde(default)]
    pub refs: Vec<String>,
}

impl Snapshot {
    /// Which one it is.
    pub fn key(&self) -> SnapshotKey {
        (self.id, self.ts)
    }

    fn day(&self) -> &str {
        self.at.get(..10).unwrap_or_default()
    }
}

/// Whether the next snapshot for the passing of time is due at `now_ms`.
pub fn is_hour_over(snapshots: &[Snapshot], id: Id, now_ms: i64) -> bool {
    let last = snapshots.iter().filter(|one| one.id == id).map(|one| one.ts).max();
    last.is_none_or(|last| HOUR_MS <= now_ms.saturating_sub(last))
}

/// The snapshots that are one too many; `today` is the civil day (`2026-11-22`), `max_units` what
/// all may take.
///
/// Of each workbook are kept: the newest, the last ten made before something risky, twelve of
/// today, and the last one of each of the last fourteen days that have any. What is over
/// `max_units` goes, oldest first, but never the newest of a workbook.
pub fn superfluous(snapshots: &[Snapshot], today: &str, max_units: usize) -> BTreeSet<SnapshotKey> {
    let mut newest_first: Vec<&Snapshot> = snapshots.iter().collect();
    order::sort_by(&mut newest_first, |one, other| (other.ts, other.id).cmp(&(one.ts, one.id)));
    let mut seen = BTreeMap::<Id, Seen>::new();
    let mut kept: Vec<&Snapshot> = Vec::new();
    let mut removed = BTreeSet::new();
    for one in newest_first {
        if seen.entry(one.id).or_default().keeps(one, today) {
            kept.push(one);
        } else {
            removed.insert(one.key());
        }
    }
    let mut used: usize = kept.iter().map(|one| one.size).sum();
    for one in kept.iter().rev() {
        let is_newest = seen.get(&one.id).is_some_and(|seen| seen.newest == Some(one.ts));
        if max_units < used && !is_newest {
            used -= one.size;
            removed.insert(one.key());
        }
    }
    removed
}

/// What has been seen of a workbook, from the newest on.
#[derive(Default)]
struct Seen {
    newest: Option<i64>,
    n_risky: usize,
    n_today: usize,
    days: BTreeSet<String>,
}

impl Seen {
    fn keeps(&mut self, one: &Snapshot, today: &str) -> bool {
        let is_newest = self.newest.is_none();
        self.newest = self.newest.or(Some(one.ts));
        let is_risky = one.reason != Reason::Hour;
        self.n_risky += usize::from(is_risky);
        let is_today = one.day() == today;
        self.n_today += usize::from(is_today && !is_risky);
        let is_last_of_day = self.days.insert(one.day().to_owned());
        is_newest
            || (is_risky && self.n_risky <= MAX_RISKY)
            || (is_today && !is_risky && self.n_today <= MAX_HOURS)
            || (is_last_of_day && self.days.len() <= MAX_DAYS)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn one(id: u64, day: u8, hour: u8, reason: Reason, size: usize) -> Snapshot {
        Snapshot {
            id: Id::from_bits(id),
            ts: (i64::from(day) * 24 + i64::from(hour)) * HOUR_MS,
            at: format!("2026-11-{day:02}T{hour:02}:00:00"),
            name: String::new(),
            reason,
            size,
            refs: Vec::new(),
        }
    }

    const ALL: usize = usize::MAX;

    #[test]
    fn today_keeps_its_hours_and_each_other_day_its_last() {
        let hours = |day| (0..20).map(move |hour| one(1, day, hour, Reason::Hour, 1));
        let all: Vec<_> = (1..=20).flat_map(hours).collect();
        let removed = superfluous(&all, "2026-11-20", ALL);
        let kept: Vec<_> = all.iter().filter(|one| !removed.contains(&one.key())).collect();
        let of = |day: &str| kept.iter().filter(|one| one.at.starts_with(day)).count();
        assert_eq!(of("2026-11-20"), 12);
        assert_eq!(of("2026-11-19"), 1);
        assert_eq!(of("2026-11-07"), 1, "the fourteenth day from the last");
        assert_eq!(of("2026-11-06"), 0);
        assert!(kept.iter().all(|one| one.day() == "2026-11-20" || one.at.contains("T19")));
    }

    #[test]
    fn what_was_made_before_something_risky_is_kept_ten_times() {
        let all: Vec<_> = (0..15).map(|hour| one(1, 3, hour, Reason::Import, 1)).collect();
        let removed = superfluous(&all, "2026-11-20", ALL);
        assert_eq!(all.len() - removed.len(), 10);
        assert!(!removed.contains(&all[14].key()));
    }

    #[test]
    fn an_hour_counts_from_the_last_one_of_the_workbook() {
        let all = [one(1, 3, 0, Reason::Import, 1), one(2, 3, 5, Reason::Hour, 1)];
        let first = all[0].ts;
        assert!(!is_hour_over(&all, Id::from_bits(1), first + HOUR_MS - 1));
        assert!(is_hour_over(&all, Id::from_bits(1), first + HOUR_MS));
        assert!(is_hour_over(&all, Id::from_bits(3), 0));
    }

    #[test]
    fn a_reason_of_a_later_version_is_read() {
        let json = r#"{"id":"0000000000000001","ts":1,"at":"","name":"","reason":"x","size":0}"#;
        assert_eq!(serde_json::from_str::<Snapshot>(json).unwrap().reason, Reason::Other);
    }

    proptest! {
        #[test]
        fn the_newest_stays_and_the_limits_hold(
            made in prop::collection::vec((1_u64..4, 1_u8..28, 0_u8..24, 0_usize..4, 0_usize..90), 0..120),
            today in 1_u8..28,
            max_units in 0_usize..2_000,
        ) {
            let reasons = [Reason::Hour, Reason::Hour, Reason::Import, Reason::Delete];
            let all: BTreeMap<_, _> = made
                .into_iter()
                .map(|(id, day, hour, reason, size)| one(id, day, hour, reasons[reason], size))
                .map(|one| (one.key(), one))
                .collect();
            let all: Vec<Snapshot> = all.into_values().collect();
            let today = format!("2026-11-{today:02}");
            let removed = superfluous(&all, &today, max_units);
            let kept: Vec<Snapshot> =
                all.iter().filter(|one| !removed.contains(&one.key())).cloned().collect();
            for id in all.iter().map(|one| one.id) {
                let newest = |of: &[Snapshot]| of.iter().filter(|one| one.id == id).map(|one| one.ts).max();
                prop_assert_eq!(newest(&all), newest(&kept));
                let of = kept.iter().filter(|one| one.id == id).count();
                prop_assert!(of <= MAX_RISKY + MAX_HOURS + MAX_DAYS + 1);
            }
            let ids: BTreeSet<Id> = kept.iter().map(|one| one.id).collect();
            let used: usize = kept.iter().map(|one| one.size).sum();
            prop_assert!(used <= max_units || kept.len() == ids.len());
            prop_assert!(superfluous(&kept, &today, max_units).is_empty(), "done once, done");
        }
    }
}
