//! The frame: rail, top bar, the page, and the bottom bar of a phone.

use leptos::prelude::*;

use crate::base::locale::Locale;
use crate::i18n::text::text;
use crate::i18n::use_locale;
use crate::platform::document;
use crate::route::Route;
use crate::route::pages::{page, use_route};
use crate::shell::navigation::{Rail, TabBar};
use crate::shell::prefs::Theme;
use crate::shell::screen::use_screen;

/// Everything on the screen, in one language.
#[component]
pub fn Frame() -> impl IntoView {
    let t = text(use_locale());
    let route = use_route();
    Effect::new(move || document::set_title(&title(t.app, (t.page)(route.get()))));
    view! {
        <a class="skip" href="#main" on:click=|event| {
            event.prevent_default();
            document::focus("main");
        }>{t.skip}</a>
        <div class="app">
            <Rail route />
            <TopBar route />
            <main class="main" id="main" tabindex="-1">
                {move || page(route.get())}
            </main>
            <TabBar route />
        </div>
    }
}

fn title(app: &str, page: &str) -> String {
    format!("{page} · {app}")
}

#[component]
fn TopBar(route: Signal<Route>) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let screen = use_screen();
    let other = match locale {
        Locale::Zh => Locale::En,
        Locale::En => Locale::Zh,
    };
    let switch_theme = move |_| {
        screen.set_theme(if screen.is_dark() { Theme::Light } else { Theme::Dark });
    };
    view! {
        <header class="topbar">
            <strong class="topbar-title">{move || (t.page)(route.get())}</strong>
            <span class="topbar-space"></span>
            <button
                type="button"
                class="button button-quiet"
                lang=t.other_tag
                on:click=move |_| screen.set_locale(other)
            >
                {t.other_language}
            </button>
            <button type="button" class="button button-quiet" on:click=switch_theme>
                {t.theme}
            </button>
        </header>
    }
}
