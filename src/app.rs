//! The whole program: its settings of the screen, its contexts, and the page under them.

use leptos::prelude::*;

use crate::i18n::provide_locale;
use crate::platform::{document, page};
use crate::route::pages::{NotFetched, Parts, fetch_all, set_parts};
use crate::shell::frame::Frame;
use crate::store::books::{Fetching, fetch_bookkeeping, prepare_books, set_bookkeeping};
use crate::store::{DroppedFiles, Screen, WorkbookStore, is_fresh};
use crate::tools::import::view::state::ImportState;
use crate::ui::Toasts;

/// Starts the program that is made of `parts` in the place that `index.html` keeps for it; `books`
/// fetches what opens workbooks.
pub fn start(parts: &'static Parts, books: fn() -> Fetching) {
    document::report_panics();
    set_parts(parts);
    set_bookkeeping(books);
    page::spawn(Box::pin(async {
        // A workbook that is stored is not shown as an empty one, not even for a moment.
        let is_fresh = is_fresh();
        let can_open = is_fresh || fetch_bookkeeping().await;
        if !is_fresh {
            prepare_books().await;
        }
        if let Some(place) = document::take_mount_point() {
            match can_open {
                true => leptos::mount::mount_to(place, App).forget(),
                false => leptos::mount::mount_to(place, NotOpened).forget(),
            }
            document::report_standing();
        }
    }));
    // `boot.js` says when nothing else is to be done.
    window_event_listener_untyped("zhanggui:idle", |_| {
        page::spawn(Box::pin(async {
            fetch_bookkeeping().await;
            fetch_all().await;
        }));
    });
}

/// Shown where something is stored and what opens it did not come.
#[component]
fn NotOpened() -> impl IntoView {
    provide_locale(Screen::provide().locale());
    view! { <NotFetched again=Callback::new(|()| page::reload()) /> }
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
