//! Which page stands at which address.

use leptos::prelude::*;

use crate::home::view::TodayPage;
use crate::i18n::text::text;
use crate::i18n::use_locale;
use crate::platform::document;
use crate::route::Route;
use crate::tools::archive::view::ArchivePage;
use crate::tools::calendar::view::EventsPage;
use crate::tools::goals::view::GoalsPage;
use crate::tools::import::view::ImportPage;
use crate::tools::shop::view::SettingsPage;

/// A page that works. The navigation shows these and no others.
struct Page {
    route: Route,
    view: fn() -> AnyView,
}

/// Every page, one line each. A page is erased here and nowhere else.
static PAGES: &[Page] = &[
    Page { route: Route::Today, view: || TodayPage().into_any() },
    Page { route: Route::Goals, view: || GoalsPage().into_any() },
    Page { route: Route::Events, view: || EventsPage().into_any() },
    Page { route: Route::Import, view: || ImportPage().into_any() },
    Page { route: Route::Archive, view: || ArchivePage().into_any() },
    Page { route: Route::Settings, view: || SettingsPage().into_any() },
];

/// Whether there is a page at this address.
pub fn has_page(route: Route) -> bool {
    PAGES.iter().any(|page| page.route == route)
}

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match PAGES.iter().find(|page| page.route == route) {
        Some(page) => (page.view)(),
        None => NotFound().into_any(),
    }
}

/// The current address, following the address bar, links and the back button.
pub fn use_route() -> Signal<Route> {
    let read = || Route::parse(&document::hash());
    let route = RwSignal::new(read());
    let listener = window_event_listener(leptos::ev::hashchange, move |_| route.set(read()));
    on_cleanup(move || listener.remove());
    route.into()
}

/// Said at an address that leads nowhere.
#[component]
fn NotFound() -> impl IntoView {
    let t = text(use_locale());
    view! {
        <section class="empty">
            <h1>{(t.page)(Route::NotFound)}</h1>
            <p>{t.not_found}</p>
            <p>
                <a class="button" href=Route::Today.href()>
                    {t.not_found_way}
                </a>
            </p>
        </section>
    }
}
