//! The whole program: its settings of the screen, its contexts, and the page under them.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::provide_locale;
use crate::platform::document;
use crate::route::pages::{Page, View, fetch_all, set_pages};
use crate::shell::frame::Frame;
use crate::store::{DroppedFiles, Screen, WorkbookStore};
use crate::tools::import::view::state::ImportState;
use crate::ui::Toasts;

/// Starts the program with these pages in the place that `index.html` keeps for it; `parts` are
/// what pages fetch beside themselves.
pub fn start(pages: &'static [Page], parts: &'static [View]) {
    document::report_panics();
    set_pages(pages);
    if let Some(place) = document::take_mount_point() {
        leptos::mount::mount_to(place, App).forget();
        // `boot.js` says when the page stands and nothing else is to be done.
        window_event_listener_untyped("zhanggui:idle", |_| spawn_local(fetch_all(parts)));
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
