//! The document and its history.

use std::collections::VecDeque;

use crate::base::edit::{EditError, MergeKey};
use crate::workbook::Workbook;
use crate::workbook::edit::{Edit, Step};

/// How many steps can be taken back.
pub const MAX_UNDO: usize = 200;
/// Edits of one field with a pause of at most this are one step …
const MAX_PAUSE_MS: i64 = 1_000;
/// … but never more than this much of them.
const MAX_RUN_MS: i64 = 30_000;

/// The open workbook with its undo history.
#[derive(Debug)]
pub struct Session {
    workbook: Workbook,
    undo: VecDeque<Past>,
    redo: Vec<Past>,
    run: Option<Run>,
    revision: u64,
}

/// The document on the other side of a step.
#[derive(Debug)]
struct Past {
    workbook: Workbook,
    step: Step,
}

/// Edits that are becoming one step.
#[derive(Debug)]
struct Run {
    key: MergeKey,
    started_ms: i64,
    last_ms: i64,
}

impl Session {
    /// A session that starts with this document and nothing to take back.
    pub fn new(workbook: Workbook) -> Self {
        Self { workbook, undo: VecDeque::new(), redo: Vec::new(), run: None, revision: 0 }
    }

    /// The document.
    pub fn workbook(&self) -> &Workbook {
        &self.workbook
    }

    /// Grows with every change; what is saved is told by it.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// What undo would take back.
    pub fn can_undo(&self) -> Option<&Step> {
        self.undo.back().map(|past| &past.step)
    }

    /// What redo would bring back.
    pub fn can_redo(&self) -> Option<&Step> {
        self.redo.last().map(|past| &past.step)
    }

    /// Carries out `edit` as one undoable step, or leaves everything as it was.
    ///
    /// # Errors
    ///
    /// What the tool says; nothing has changed then.
    pub fn edit(&mut self, edit: Edit, now_ms: i64) -> Result<(), EditError> {
        let (step, key) = (edit.step(), edit.merge_key());
        let mut next = self.workbook.clone();
        next.apply(edit)?;
        self.commit(next, step, key, now_ms);
        Ok(())
    }

    /// Puts another document in this one's place, as one step that can be taken back.
    pub fn replace(&mut self, workbook: Workbook) {
        self.commit(workbook, Step::Replace, None, 0);
    }

    fn commit(&mut self, next: Workbook, step: Step, key: Option<MergeKey>, now_ms: i64) {
        if next == self.workbook {
            return;
        }
        let run = self.run.take().filter(|run| {
            key.as_ref() == Some(&run.key)
                && now_ms - run.last_ms <= MAX_PAUSE_MS
                && now_ms - run.started_ms <= MAX_RUN_MS
        });
        let previous = std::mem::replace(&mut self.workbook, next);
        if run.is_none() {
            self.undo.push_back(Past { workbook: previous, step });
            if MAX_UNDO < self.undo.len() {
                self.undo.pop_front();
            }
        }
        self.run = key.map(|key| Run {
            key,
            started_ms: run.map_or(now_ms, |run| run.started_ms),
            last_ms: now_ms,
        });
        self.redo.clear();
        self.revision += 1;
    }

    /// Takes back the last step, and says which it was.
    pub fn undo(&mut self) -> Option<Step> {
        let past = self.undo.pop_back()?;
        let workbook = std::mem::replace(&mut self.workbook, past.workbook);
        self.redo.push(Past { workbook, step: past.step.clone() });
        self.run = None;
        self.revision += 1;
        Some(past.step)
    }

    /// Brings back the last step that was taken back.
    pub fn redo(&mut self) -> Option<Step> {
        let past = self.redo.pop()?;
        let workbook = std::mem::replace(&mut self.workbook, past.workbook);
        self.undo.push_back(Past { workbook, step: past.step.clone() });
        self.run = None;
        self.revision += 1;
        Some(past.step)
    }
}
