//! The room that is left, and the last backup, of this browser.

use leptos::prelude::*;

use crate::persist::keys;
use crate::persist::kv::Kv;
use crate::persist::room::{self, Backup};
use crate::persist::shelf;
use crate::platform::clock;
use crate::store::browser::BrowserKv;
use crate::store::handle::WorkbookStore;

impl WorkbookStore {
    /// How old the last backup file of the open workbook is.
    pub fn backup(self) -> Backup {
        let at = BrowserKv.get(&keys::backup(self.id.get_untracked())).ok().flatten();
        let today = clock::today();
        self.keeper.with_value(|keeper| {
            room::backup(at, &keeper.meta().created, &keeper.meta().modified, today)
        })
    }

    /// A file of the open workbook exists as of now.
    pub(super) fn note_backup(self) {
        // Without the note the user is reminded once too often.
        let _ = BrowserKv.set(&keys::backup(self.id.get_untracked()), &clock::now_text());
    }

    /// In how many days the room is used up, with `used` UTF-16 units now.
    pub fn days_left(self, used: usize) -> Option<i64> {
        room::days_left(&room::looks(&BrowserKv).unwrap_or_default(), clock::today(), used)
    }
}

/// Keeps in mind what is used today, for the forecast.
pub(super) fn note_room() {
    let today = clock::today();
    let is_noted = |looks: Vec<room::Look>| looks.iter().any(|(day, _)| *day == today);
    if !room::looks(&BrowserKv).is_ok_and(is_noted)
        && let Ok(shelf) = shelf::look(&BrowserKv)
    {
        // A forecast is nothing to stop for.
        let _ = room::note(&BrowserKv, today, shelf.used);
    }
}
