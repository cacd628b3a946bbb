//! Another copy of the open workbook: looked at, merged in, or put in its place.

use leptos::prelude::WithValue;

use crate::persist::copies;
use crate::persist::decode::{self, Decoded};
use crate::persist::merge::{self, Choices, Conflict, Counts, Merged};
use crate::store::books::books;
use crate::store::browser::BrowserKv;
use crate::store::handle::WorkbookStore;
use crate::store::library::StoreError;

/// What a merge would bring.
#[derive(Clone, Debug, PartialEq)]
pub struct CopyPreview {
    /// The copy's name.
    pub name: String,
    /// Whether there is a copy that both come from.
    pub has_base: bool,
    /// What both changed.
    pub conflicts: Vec<Conflict>,
    /// What comes in without a question.
    pub counts: Counts,
    /// Things that are gone and were still pointed at.
    pub n_links: usize,
}

impl WorkbookStore {
    /// What merging this file into the open workbook would bring; nothing is changed.
    ///
    /// # Errors
    ///
    /// Why the file cannot be read, or that the two make no workbook.
    pub fn look_at_copy(self, text: &str) -> Result<CopyPreview, StoreError> {
        books()?.look_at_copy(self, text)
    }

    /// Merges the file into the open workbook, as one step that can be taken back.
    ///
    /// # Errors
    ///
    /// As [`Self::look_at_copy`]; nothing has changed then.
    pub fn merge_copy(self, text: &str, choices: &Choices) -> Result<(), StoreError> {
        books()?.merge_copy(self, text, choices)
    }

    /// Puts the file in the open workbook's place, as one step that can be taken back. What was
    /// open is in the trash too.
    ///
    /// # Errors
    ///
    /// Why the file cannot be read, or the open workbook cannot be put into the trash first.
    pub fn replace_by_copy(self, text: &str) -> Result<(), StoreError> {
        books()?.replace_by_copy(self, text)
    }
}

/// The file, both as one, and whether there was an ancestor.
pub(super) fn merged(
    store: WorkbookStore,
    text: &str,
    choices: &Choices,
) -> Result<(Decoded, Merged, bool), StoreError> {
    let theirs = decode::from_file(text)?;
    let base =
        store.keeper.with_value(|keeper| copies::ancestor(&BrowserKv, keeper.meta(), &theirs.meta));
    let merged = store.with(|mine| merge::merge(base.as_ref(), mine, &theirs.workbook, choices))?;
    Ok((theirs, merged, base.is_some()))
}
