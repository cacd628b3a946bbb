//! Where one can go: the rail beside the page, the bar under it on a phone.

use leptos::html;
use leptos::prelude::*;

use crate::i18n::store_words::store_error;
use crate::i18n::text::text;
use crate::i18n::use_locale;
use crate::platform::document;
use crate::route::pages::has_page;
use crate::route::{Group, Route};
use crate::store::OPEN_WORKBOOK;
use crate::store::use_workbook;
use crate::ui::{Icon, IconName, Menu, MenuItem, use_toasts};

/// The pages that work, in the order of the navigation.
fn pages() -> impl Iterator<Item = Route> {
    Route::ALL.iter().copied().filter(|route| has_page(*route))
}

fn icon(route: Route) -> IconName {
    match route {
        Route::Today | Route::NotFound => IconName::Today,
        Route::Personas => IconName::People,
        Route::Journey => IconName::Path,
        Route::Rivals => IconName::Rivals,
        Route::Swot => IconName::Quadrants,
        Route::Position => IconName::Flag,
        Route::Products => IconName::Tag,
        Route::Matrix => IconName::Bubbles,
        Route::Profit => IconName::Coins,
        Route::Launch => IconName::Sprout,
        Route::Trials => IconName::Flask,
        Route::ProfitControl => IconName::Table,
        Route::Quadrant => IconName::Scatter,
        Route::Boards => IconName::Chart,
        Route::Goals => IconName::Goals,
        Route::Events => IconName::Event,
        Route::Diagnosis => IconName::Steps,
        Route::Advice => IconName::Note,
        Route::Ads => IconName::Megaphone,
        Route::Import => IconName::Import,
        Route::Archive => IconName::Archive,
        Route::Settings => IconName::Settings,
    }
}

/// The rail: the workbook, and every page that works, in groups.
#[component]
pub fn Rail(route: Signal<Route>) -> impl IntoView {
    let t = text(use_locale());
    view! {
        <nav class="rail" aria-label=t.navigation>
            <p class="rail-brand">
                <span class="seal">
                    <Icon name=IconName::Brand />
                </span>
                <b>{t.app}</b>
            </p>
            <WorkbookMenu />
            <PageGroups route />
            <p class="rail-foot">{t.privacy}</p>
        </nav>
    }
}

/// Every page that works, in groups.
#[component]
fn PageGroups(route: Signal<Route>) -> impl IntoView {
    let t = text(use_locale());
    let mut groups: Vec<(Group, Vec<Route>)> = Vec::new();
    for page in pages() {
        match groups.last_mut() {
            Some((group, routes)) if *group == page.group() => routes.push(page),
            _ => groups.push((page.group(), vec![page])),
        }
    }
    let links = |routes: Vec<Route>| {
        routes.into_iter().map(|to| view! { <li><PageLink to route /></li> }).collect_view()
    };
    let group = |(group, routes): (Group, Vec<Route>)| {
        view! {
            {(group != Group::Home).then(|| view! { <h2>{(t.group)(group)}</h2> })}
            <ul>{links(routes)}</ul>
        }
    };
    groups.into_iter().map(group).collect_view()
}

/// The open workbook's name, and the way to the others.
#[component]
fn WorkbookMenu() -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let workbook = use_workbook();
    let toasts = use_toasts();
    let shop = workbook.select(|wb| (wb.shop.name.clone(), wb.shop.is_sample));
    let name = move || shop.with(|(name, _)| shown_name(name, t.unnamed));
    let note = move || if shop.with(|(_, is_sample)| *is_sample) { t.sample } else { t.workbook };
    let label = Signal::derive(move || format!("{} {}", name(), note()));
    let items = Signal::derive(move || {
        let open = workbook.id().get();
        let shelf = workbook.list().unwrap_or_default();
        let others = shelf.workbooks.into_iter().take(8).map(|entry| {
            let id = entry.id;
            MenuItem::new(shown_name(&entry.name, t.unnamed), move || {
                if id != open
                    && let Err(error) = workbook.open(id)
                {
                    toasts.say(store_error(&error, locale));
                }
            })
            .checked(id == open)
        });
        let create = MenuItem::new(t.new_workbook, move || {
            if let Err(error) = workbook.create("") {
                toasts.say(store_error(&error, locale));
            }
        });
        let import = MenuItem::new(t.open_workbook, || document::press(OPEN_WORKBOOK));
        let all = MenuItem::new(t.all_workbooks, || document::go(&Route::Archive.href()));
        others
            .chain([
                create.with_icon(IconName::Plus),
                import.with_icon(IconName::Import),
                all.with_icon(IconName::Archive),
            ])
            .collect::<Vec<_>>()
    });
    view! {
        <div class="rail-book">
            <Menu label items class="rail-book-button">
                <span class="rail-book-name">{name}</span>
                " "
                <span class="rail-book-note">
                    {note}
                    <Icon name=IconName::ChevronDown size=12 />
                </span>
            </Menu>
        </div>
    }
}

/// A workbook's name, or what stands for none.
pub fn shown_name(name: &str, unnamed: &str) -> String {
    if name.trim().is_empty() { unnamed.to_owned() } else { name.to_owned() }
}

/// The pages in the bar of a phone; every other is one press further.
const TABS: [Route; 4] = [Route::Today, Route::Goals, Route::Products, Route::Import];

/// The bar of a phone, and the list that opens from its end. The browser opens and closes it, by
/// Escape and by a press beside it too.
#[component]
pub fn TabBar(route: Signal<Route>) -> impl IntoView {
    const ALL_PAGES: &str = "all-pages";
    let t = text(use_locale());
    let is_elsewhere = move || (!TABS.contains(&route.get())).then_some("");
    let sheet = NodeRef::<html::Nav>::new();
    let close = move |_| {
        if let Some(sheet) = sheet.get_untracked() {
            // One that is closed already stays so.
            let _ = sheet.hide_popover();
        }
    };
    view! {
        <nav class="tabbar" aria-label=t.navigation>
            {TABS.into_iter().map(|to| view! { <TabLink to route /> }).collect_view()}
            <button type="button" popovertarget=ALL_PAGES data-current=is_elsewhere>
                <Icon name=IconName::More size=20 />
                <span>{t.more}</span>
            </button>
        </nav>
        <nav
            node_ref=sheet
            id=ALL_PAGES
            class="page-sheet"
            popover="auto"
            aria-label=t.all_pages
            on:click=close
        >
            <PageGroups route />
        </nav>
    }
}

#[component]
fn PageLink(to: Route, route: Signal<Route>) -> impl IntoView {
    let t = text(use_locale());
    view! {
        <a
            href=to.href()
            title=(t.page)(to)
            aria-current=move || (route.get() == to).then_some("page")
        >
            <Icon name=icon(to) />
            <span>{(t.page)(to)}</span>
        </a>
    }
}

#[component]
fn TabLink(to: Route, route: Signal<Route>) -> impl IntoView {
    let t = text(use_locale());
    view! {
        <a href=to.href() aria-current=move || (route.get() == to).then_some("page")>
            <Icon name=icon(to) size=20 />
            <span>{(t.page_short)(to)}</span>
        </a>
    }
}
