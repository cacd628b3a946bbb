//! When to store: soon after the last change, and never long after the first.

use crate::persist::state::{ReadOnly, SaveError, SaveState};

/// So long after the last change …
pub const PAUSE_MS: i64 = 600;
/// … but never longer than this after the first one.
pub const PATIENCE_MS: i64 = 3_000;
/// So long after a failure it is tried again.
pub const RETRY_MS: i64 = 10_000;

/// The clock of saving: told what happens, it says when to write and what to show.
#[derive(Clone, Debug)]
pub struct Autosave {
    state: SaveState,
    saved_revision: u64,
    revision: u64,
    first_ms: i64,
    last_ms: i64,
    failed_ms: i64,
}

impl Autosave {
    /// Of a session that has just been opened at `revision`; `at` is when that version was
    /// stored (`14:03`), `None` if it is not.
    pub fn new(revision: u64, at: Option<String>) -> Self {
        Self {
            state: at.map_or(SaveState::New, |at| SaveState::Saved { at }),
            saved_revision: revision,
            revision,
            first_ms: 0,
            last_ms: 0,
            failed_ms: 0,
        }
    }

    /// Of a session whose changes are never stored.
    pub fn read_only(reason: ReadOnly) -> Self {
        Self { state: SaveState::ReadOnly(reason), ..Self::new(0, None) }
    }

    /// What the user sees.
    pub fn state(&self) -> &SaveState {
        &self.state
    }

    /// Whether something is to be written that may be.
    pub fn is_dirty(&self) -> bool {
        self.revision != self.saved_revision
            && !matches!(self.state, SaveState::ReadOnly(_) | SaveState::Conflict)
    }

    /// The document is at `revision` now.
    pub fn changed(&mut self, revision: u64, now_ms: i64) {
        if revision == self.revision {
            return;
        }
        if self.revision == self.saved_revision {
            self.first_ms = now_ms;
        }
        self.revision = revision;
        self.last_ms = now_ms;
        if matches!(self.state, SaveState::New | SaveState::Saved { .. }) {
            self.state = SaveState::Pending;
        }
    }

    /// When to write; `None` while there is nothing to.
    pub fn due_ms(&self) -> Option<i64> {
        match self.state {
            _ if !self.is_dirty() => None,
            SaveState::Failed(_) => Some(self.failed_ms + RETRY_MS),
            _ => Some((self.last_ms + PAUSE_MS).min(self.first_ms + PATIENCE_MS)),
        }
    }

    /// `revision` has been stored; `at` is the time to show (`14:03`).
    pub fn saved(&mut self, revision: u64, at: String) {
        self.saved_revision = revision;
        self.state =
            if self.revision == revision { SaveState::Saved { at } } else { SaveState::Pending };
    }

    /// Writing did not work.
    pub fn failed(&mut self, error: SaveError, now_ms: i64) {
        self.failed_ms = now_ms;
        self.state = match error {
            SaveError::Conflict => SaveState::Conflict,
            error => SaveState::Failed(error),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened() -> Autosave {
        Autosave::new(0, Some("14:03".to_owned()))
    }

    #[test]
    fn it_waits_for_a_pause_but_not_for_ever() {
        let mut autosave = opened();
        assert_eq!(autosave.due_ms(), None);
        autosave.changed(1, 1_000);
        assert_eq!(autosave.due_ms(), Some(1_600));
        autosave.changed(2, 1_500);
        assert_eq!(autosave.due_ms(), Some(2_100));
        for (revision, now_ms) in (3..).zip((2_000..=3_900).step_by(500)) {
            autosave.changed(revision, now_ms);
        }
        assert_eq!(autosave.due_ms(), Some(4_000));
        assert_eq!(autosave.state(), &SaveState::Pending);
        autosave.saved(6, "14:04".to_owned());
        assert_eq!(autosave.state(), &SaveState::Saved { at: "14:04".to_owned() });
        assert_eq!(autosave.due_ms(), None);
        autosave.changed(7, 9_000);
        assert_eq!(autosave.due_ms(), Some(9_600), "the patience starts anew");
    }

    #[test]
    fn a_failure_is_shown_and_tried_again() {
        let mut autosave = opened();
        autosave.changed(1, 0);
        autosave.failed(SaveError::Full, 600);
        assert_eq!(autosave.state(), &SaveState::Failed(SaveError::Full));
        autosave.changed(2, 5_000);
        assert_eq!(autosave.state(), &SaveState::Failed(SaveError::Full), "not a moment of green");
        assert_eq!(autosave.due_ms(), Some(10_600));
        autosave.saved(2, "14:05".to_owned());
        assert_eq!(autosave.due_ms(), None);
        assert!(!autosave.state().is_unsaved());
    }

    #[test]
    fn after_a_conflict_nothing_is_written() {
        let mut autosave = opened();
        autosave.changed(1, 0);
        autosave.failed(SaveError::Conflict, 600);
        autosave.changed(2, 5_000);
        assert_eq!(autosave.due_ms(), None);
        assert_eq!(autosave.state(), &SaveState::Conflict);
    }

    #[test]
    fn a_workbook_that_is_only_read_is_never_written() {
        let mut autosave = Autosave::read_only(ReadOnly::Damaged);
        autosave.changed(1, 0);
        assert_eq!(autosave.due_ms(), None);
        assert!(!autosave.is_dirty());
    }
}
