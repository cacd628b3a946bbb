//! Where one can go: the rail beside the page, the bar under it on a phone.

use leptos::prelude::*;

use crate::i18n::text::text;
use crate::i18n::use_locale;
use crate::route::pages::has_page;
use crate::route::{Group, Route};

/// The pages that work, in the order of the navigation.
fn pages() -> impl Iterator<Item = Route> {
    Route::ALL.into_iter().filter(|route| has_page(*route))
}

/// The rail: every page that works, in groups.
#[component]
pub fn Rail(route: Signal<Route>) -> impl IntoView {
    let t = text(use_locale());
    let mut groups: Vec<(Group, Vec<Route>)> = Vec::new();
    for page in pages() {
        match groups.last_mut() {
            Some((group, routes)) if *group == page.group() => routes.push(page),
            _ => groups.push((page.group(), vec![page])),
        }
    }
    view! {
        <nav class="rail" aria-label=t.navigation>
            <p class="rail-brand">
                <span class="seal"></span>
                <b>{t.app}</b>
            </p>
            {groups
                .into_iter()
                .map(|(group, routes)| {
                    view! {
                        {(group != Group::Home).then(|| view! { <h2>{(t.group)(group)}</h2> })}
                        <ul>
                            {routes
                                .into_iter()
                                .map(|to| view! { <li><PageLink to route /></li> })
                                .collect_view()}
                        </ul>
                    }
                })
                .collect_view()}
            <p class="rail-foot">{t.privacy}</p>
        </nav>
    }
}

/// The bar of a phone.
#[component]
pub fn TabBar(route: Signal<Route>) -> impl IntoView {
    let t = text(use_locale());
    view! {
        <nav class="tabbar" aria-label=t.navigation>
            {pages().map(|to| view! { <PageLink to route /> }).collect_view()}
        </nav>
    }
}

#[component]
fn PageLink(to: Route, route: Signal<Route>) -> impl IntoView {
    let t = text(use_locale());
    view! {
        <a href=to.href() aria-current=move || (route.get() == to).then_some("page")>
            <span>{(t.page)(to)}</span>
        </a>
    }
}
