//! What stands beside every page and is not part of a first visit: it comes with the bookkeeping.

use leptos::prelude::*;

use crate::i18n::text::text;
use crate::i18n::use_locale;
use crate::shell::drop::{DropOverlay, FileChooser};
use crate::shell::sample::SampleNote;
use crate::shell::saving::SaveMessages;
use crate::store::OPEN_WORKBOOK;

/// What is to be said about the open workbook: above the page.
#[component]
pub fn Notes() -> impl IntoView {
    view! {
        <SampleNote />
        <SaveMessages />
    }
}

/// Where files are taken in: dropped on the window, or chosen.
#[component]
pub fn Inbox() -> impl IntoView {
    let t = text(use_locale());
    view! {
        <FileChooser id=OPEN_WORKBOOK accept=".json,application/json" label=t.open_workbook />
        <DropOverlay />
    }
}
