//! The whole program: its settings of the screen, its contexts, and the page under them.

use leptos::prelude::*;

use crate::i18n::provide_locale;
use crate::platform::document;
use crate::shell::frame::Frame;
use crate::store::{DroppedFiles, Screen, WorkbookStore};
use crate::tools::import::view::state::ImportState;
use crate::ui::Toasts;

/// Starts the program in the place that `index.html` keeps for it.
pub fn start() {
    document::report_panics();
    if let Some(place) = document::take_mount_point() {
        leptos::mount::mount_to(place, App).forget();
    }
}

/// The page, built anew when the language changes: words are then plain text, and the workbook,
/// the address and everything else that lives above stay as they are.
#[component]
pub fn App() -> impl IntoView {
    let screen = Screen::provide();
    WorkbookStore::provide();
    Toasts::provide();
    DroppedFiles::provide();
    ImportState::provide();
    move || {
        provide_locale(screen.locale());
        view! { <Frame /> }
    }
}
