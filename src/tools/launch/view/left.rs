//! The items that left the board: those that are for sale, and those that were given up.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::route::Route;
use crate::tools::launch::model::NewItem;
use crate::tools::launch::view::state::Page;
use crate::ui::{Button, ButtonKind, IconName, Section};

/// Both lists; one that is empty is left out.
#[component]
pub fn Left(page: Page) -> impl IntoView {
    let t = page.t;
    let of = move |is_one: fn(&NewItem) -> bool| {
        Memo::new(move |_| {
            page.section.with(|section| {
                let found = section.items.iter().filter(|one| is_one(one));
                found.map(|one| one.id).collect::<Vec<_>>()
            })
        })
    };
    let listed = of(|one| one.product.is_some());
    let stopped = of(|one| one.product.is_none() && !one.is_open());
    let part = move |title: &'static str, ids: Memo<Vec<Id>>| {
        view! {
            <Show when=move || !ids.read().is_empty()>
                <Section title>
                    <ul class="launch-left">
                        <For each=move || ids.get() key=|id| *id let:id>
                            <Row page id />
                        </For>
                    </ul>
                </Section>
            </Show>
        }
    };
    view! {
        {part(t.listed, listed)}
        {part(t.stopped, stopped)}
    }
}

#[component]
fn Row(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let item = page.item(id);
    let product = move || item.with(|one| one.as_ref()?.product);
    let way = move || match product() {
        Some(product) => {
            view! { <a href=Route::Products.at(product)>{t.to_product}</a> }.into_any()
        }
        None => {
            let back = move |()| {
                page.change(id, |one| one.verdict = None);
            };
            view! {
                <Button kind=ButtonKind::Link on_press=back>
                    {t.back}
                </Button>
            }
            .into_any()
        }
    };
    view! {
        <li class="launch-left-row">
            <button
                type="button"
                class="launch-title"
                aria-haspopup="dialog"
                on:click=move |_| page.opened.set(Some(id))
            >
                {move || page.name_of(id)}
            </button>
            {way}
            <Button
                kind=ButtonKind::Quiet
                icon=IconName::Delete
                on_press=move |()| page.removed.set(Some(id))
            >
                {t.delete}
            </Button>
        </li>
    }
}
