//! The frame: rail, top bar, the page, the bottom bar of a phone, and what floats over them.

use leptos::prelude::*;

use crate::i18n::text::text;
use crate::i18n::use_locale;
use crate::platform::document;
use crate::route::Route;
use crate::route::pages::{inbox, notes, page, use_route};
use crate::shell::history::History;
use crate::shell::keys;
use crate::shell::navigation::{Rail, TabBar};
use crate::shell::topbar::TopBar;
use crate::ui::ToastStack;

/// Everything on the screen, in one language.
#[component]
pub fn Frame() -> impl IntoView {
    let t = text(use_locale());
    let route = use_route();
    let history = History::of_page(route);
    keys::listen(history);
    Effect::new(move |before: Option<Route>| {
        let now = route.get();
        document::set_title(&format!("{} · {}", (t.page)(now), t.app));
        // Going to a page begins at its top; the first page begins where the browser says.
        if before.is_some_and(|before| before != now) {
            document::scroll_to_top();
        }
        now
    });
    view! {
        <a
            class="skip"
            href="#main"
            on:click=|event| {
                event.prevent_default();
                document::focus("main");
            }
        >
            {t.skip}
        </a>
        <div class="app">
            <Rail route />
            <TopBar route history />
            <main class="main" id="main" tabindex="-1">
                {notes()}
                {move || page(route.get())}
                {inbox()}
            </main>
            <TabBar route />
        </div>
        <ToastStack />
    }
}
