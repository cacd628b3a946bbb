//! Files that are read as somebody says by hand.

use leptos::prelude::*;
use web_sys::File;

use super::{Entry, FileResult, ImportState};
use crate::facts::mapping::Mappings;
use crate::files::mapping::{ByHand, Chosen, Hand};
use crate::store::WorkbookStore;

impl ImportState {
    /// Reads a file by a mapping that was made for it.
    pub fn read_by(self, key: u32, chosen: Chosen, workbook: WorkbookStore) {
        let kept = |all: &Vec<(u32, File)>| {
            all.iter().find(|(own, _)| *own == key).map(|(_, file)| file.clone())
        };
        let Some(file) = self.kept.with_value(kept) else { return };
        self.set_result(key, FileResult::Waiting);
        self.queue.update_value(|queue| queue.push((key, file, Some(chosen))));
        self.start(workbook);
    }

    /// Keeps a file that may be read by hand; the bytes of others need not be asked for again.
    pub(super) fn keep(self, key: u32, file: File) {
        let has_head = self.entries.with_untracked(|all| {
            all.iter().any(|entry| entry.key == key && entry.by_hand().is_some())
        });
        self.kept.update_value(|kept| {
            kept.retain(|(own, _)| *own != key);
            if has_head {
                kept.push((key, file));
            }
        });
    }

    /// Reads the other files of the same headers, now that there is a mapping for them.
    pub(super) fn read_likes(self, key: u32) {
        let likes: Vec<u32> = self.entries.with_untracked(|all| {
            let Some(mapping) = all.iter().find(|e| e.key == key).and_then(Entry::mapping) else {
                return Vec::new();
            };
            let has_headers = |hand: &ByHand| {
                let mut rows = hand.heads.iter().flat_map(|head| &head.headers);
                hand.chosen.is_none() && rows.any(|row| row.fingerprint == mapping.headers)
            };
            let is_like = |entry: &&Entry| {
                entry.read().is_none() && entry.by_hand().is_some_and(|(hand, _)| has_headers(hand))
            };
            all.iter().filter(is_like).map(|entry| entry.key).collect()
        });
        for key in likes {
            self.set_result(key, FileResult::Waiting);
            let files = self.kept.get_value();
            if let Some((_, file)) = files.into_iter().find(|(own, _)| *own == key) {
                self.queue.update_value(|queue| queue.push((key, file, None)));
            }
        }
    }

    /// The mappings of the workbook, those of the files here, and the one that was chosen.
    pub(super) fn hand(self, chosen: Option<Chosen>, workbook: WorkbookStore) -> Hand {
        let mut known = workbook.with(|wb| Mappings::clone(&wb.mappings));
        self.entries.with_untracked(|all| {
            for mapping in all.iter().filter_map(Entry::mapping) {
                known.mappings.retain(|one| one.headers != mapping.headers);
                known.mappings.push(mapping.clone());
            }
        });
        Hand { known, chosen }
    }
}
