//! The pages as the frame sees them: which there are, and how one comes to stand on the screen.

use std::future::Future;
use std::pin::Pin;
use std::sync::OnceLock;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;

use crate::base::id::Id;
use crate::i18n::text::text;
use crate::i18n::use_locale;
use crate::platform::{document, page as browser};
use crate::route::Route;
use crate::store::books::use_bookkeeping;
use crate::ui::{Button, ButtonKind, anchor};

/// Something that is here later.
pub type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// A page that works. The navigation shows these and no others.
pub struct Page {
    /// Its address.
    pub route: Route,
    /// What stands there. A page is erased there and nowhere else.
    pub view: View,
}

/// What stands at an address.
#[derive(Clone, Copy)]
pub enum View {
    /// A part of the program that is there from the beginning.
    Now(fn() -> AnyView),
    /// A part in a file of its own.
    Later {
        /// Fetches the file; whether it is there. What failed can be tried again.
        load: fn() -> Later<bool>,
        /// The page; ready at once when the file is there.
        view: fn() -> Later<Option<AnyView>>,
    },
}

/// What the program is made of.
pub struct Parts {
    /// Every page that works, in the order of the navigation.
    pub pages: &'static [Page],
    /// Stands above every page: what is to be said about the open workbook.
    pub notes: View,
    /// Stands over every page: where files are taken in.
    pub inbox: View,
    /// What pages fetch beside themselves.
    pub others: &'static [View],
}

/// The parts of this program, named once when it starts.
static PARTS: OnceLock<&Parts> = OnceLock::new();

/// Says what the program is made of, before anything is shown.
pub fn set_parts(parts: &'static Parts) {
    // Only the first word counts; the program starts once.
    let _ = PARTS.set(parts);
}

fn view_at(route: Route) -> Option<View> {
    PARTS.get()?.pages.iter().find(|page| page.route == route).map(|page| page.view)
}

/// Whether there is a page at this address.
pub fn has_page(route: Route) -> bool {
    view_at(route).is_some()
}

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match view_at(route) {
        Some(view) => part(view),
        None => NotFound().into_any(),
    }
}

/// What stands there now, or its shape while it is fetched.
pub fn part(view: View) -> AnyView {
    match view {
        View::Now(view) => view(),
        View::Later { load, view } => later(load, view),
    }
}

/// What is to be said about the open workbook, above every page.
pub fn notes() -> AnyView {
    PARTS.get().map_or_else(|| ().into_any(), |parts| beside(parts.notes))
}

/// Where files are taken in, over every page.
pub fn inbox() -> AnyView {
    PARTS.get().map_or_else(|| ().into_any(), |parts| beside(parts.inbox))
}

/// A part that nobody waits for: nothing stands there before its file is here, and it is not asked
/// for before the bookkeeping came, which lies in the same file.
fn beside(view: View) -> AnyView {
    let View::Later { load, view } = view else { return part(view) };
    let is_here = RwSignal::new(false);
    let shown = move || {
        if is_here.get() {
            return at_once(view());
        }
        if use_bookkeeping() {
            browser::spawn(Box::pin(async move {
                if load().await {
                    is_here.try_set(true);
                }
            }));
        }
        None
    };
    shown.into_any()
}

/// Fetches every part that is not here yet, one after another.
pub async fn fetch_all() {
    let Some(parts) = PARTS.get() else { return };
    let pages = parts.pages.iter().map(|page| page.view);
    for view in parts.others.iter().copied().chain(pages) {
        if let View::Later { load, .. } = view {
            // What does not come is fetched again when it is asked for.
            load().await;
        }
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

/// Shows the thing that the address leads to, now and whenever it leads to another: `choose` makes
/// the page show it and says whether it is there; the focus then goes to the element named by
/// [`crate::ui::anchor`]. Called in the body of a page's component.
pub fn follow_thing(choose: impl Fn(Id) -> bool + Copy + 'static) {
    let follow = move || {
        let Some(thing) = Route::thing(&document::hash()) else { return };
        if untrack(|| choose(thing)) {
            // What was chosen stands after this turn.
            browser::after(0, move || document::focus(&anchor(thing)));
        }
    };
    // The first time when the page stands.
    browser::after(0, follow);
    let listener = window_event_listener(leptos::ev::hashchange, move |_| follow());
    on_cleanup(move || listener.remove());
}

/// Where the file of a page is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fetch {
    Waiting,
    Here,
    Failed,
}

/// A part whose file may still be on its way: its shape until it is there, and a way out when it
/// does not come.
fn later(load: fn() -> Later<bool>, view: fn() -> Later<Option<AnyView>>) -> AnyView {
    // What is here already stands at once, with no shape before it.
    if let Some(page) = at_once(view()) {
        return page;
    }
    let fetch = RwSignal::new(Fetch::Waiting);
    let start = Callback::new(move |()| {
        fetch.set(Fetch::Waiting);
        browser::spawn(Box::pin(async move {
            let is_here = load().await;
            // Somebody may have gone on to another page meanwhile.
            fetch.try_set(if is_here { Fetch::Here } else { Fetch::Failed });
        }));
    });
    start.run(());
    let shown = move || match fetch.get() {
        Fetch::Waiting => Some(Skeleton().into_any()),
        Fetch::Here => at_once(view()),
        Fetch::Failed => None,
    };
    (move || shown().unwrap_or_else(|| view! { <NotFetched again=start /> }.into_any())).into_any()
}

/// The shape of a page, for the moment until it is there.
#[component]
fn Skeleton() -> impl IntoView {
    let t = text(use_locale());
    view! {
        <div role="status" aria-label=t.page_waiting>
            <div class="skeleton skeleton-title"></div>
            <div class="skeleton skeleton-line"></div>
            <div class="skeleton skeleton-block"></div>
        </div>
    }
}

/// Said where the file of a page did not come: nothing is lost, and it can be asked for again.
#[component]
pub fn NotFetched(
    /// Asks for it again.
    again: Callback<()>,
) -> impl IntoView {
    let t = text(use_locale());
    view! {
        <section class="empty" role="alert">
            <h1>{t.page_failed}</h1>
            <p>{t.page_failed_why}</p>
            <p>
                <Button kind=ButtonKind::Primary on_press=again>
                    {t.page_again}
                </Button>
            </p>
        </section>
    }
}

/// What is ready now, without waiting: the page is then built under the owner that stands here.
fn at_once(mut page: Later<Option<AnyView>>) -> Option<AnyView> {
    match page.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(page) => page,
        Poll::Pending => None,
    }
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
