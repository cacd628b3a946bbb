//! The page on the factors that decide a purchase.

mod detail;
mod factors;
mod funnel;
mod lists;
mod moods;
mod stages;
mod state;
mod views;
mod visits;

use leptos::prelude::*;

use crate::i18n::use_locale;
use crate::route::pages::follow_thing;
use crate::tools::journey::text::text;
use crate::tools::journey::view::detail::Detail;
use crate::tools::journey::view::factors::Factors;
use crate::tools::journey::view::funnel::FunnelStrip;
use crate::tools::journey::view::lists::Lists;
use crate::tools::journey::view::stages::Stages;
use crate::tools::journey::view::state::Page;
use crate::tools::journey::view::visits::Visits;
use crate::ui::{
    Button, ButtonKind, EmptyState, IconName, Menu, MenuItem, Message, PageHead, Tone,
};

/// The page.
#[component]
pub fn JourneyPage() -> impl IntoView {
    let t = text(use_locale());
    let page = Page::new();
    follow_thing(move |id| {
        let is_there = page.lines.with_untracked(|lines| lines.iter().any(|line| line.id == id));
        if is_there {
            page.chosen.set(Some(id));
        }
        is_there
    });
    let has_factors = Memo::new(move |_| !page.lines.read().is_empty());
    let actions = move || view! { <Actions page /> };
    view! {
        <div class="page">
            <PageHead title=t.title question=t.question actions />
            <Refusal page />
            <Show when=move || has_factors.get() fallback=move || view! { <NoFactors page /> }>
                <FunnelStrip page />
                <div class="journey-factors">
                    <Factors page />
                    <Detail page />
                </div>
                <Lists page />
            </Show>
            <Stages page />
            <Visits page />
        </div>
    }
}

/// Adds factors.
#[component]
fn Actions(page: Page) -> impl IntoView {
    let t = text(use_locale());
    let items = Signal::derive(move || {
        let mut items =
            vec![MenuItem::new(t.add, move || page.add_factor()).with_icon(IconName::Plus)];
        let n_missing = page.missing.with(Vec::len);
        if n_missing != 0 {
            items.push(MenuItem::new((t.take_rest)(n_missing), move || page.take_template()));
        }
        items
    });
    view! {
        <Show when=move || !page.lines.read().is_empty()>
            <Menu label=t.add items>
                {t.add}
            </Menu>
        </Show>
    }
}

/// What the page says before there is a factor.
#[component]
fn NoFactors(page: Page) -> impl IntoView {
    let t = text(use_locale());
    let actions = move || {
        view! {
            <Button kind=ButtonKind::Primary on_press=move |()| page.take_template()>
                {t.take_template}
            </Button>
            <Button on_press=move |()| page.add_factor()>{t.first_own}</Button>
        }
    };
    view! {
        <EmptyState title=t.empty_title actions>
            <p>{t.empty_words}</p>
        </EmptyState>
    }
}

/// Why the last change was refused.
#[component]
fn Refusal(page: Page) -> impl IntoView {
    view! {
        <Show when=move || page.refused.read().is_some()>
            <Message tone=Tone::Alert>{move || page.refused.get()}</Message>
        </Show>
    }
}
