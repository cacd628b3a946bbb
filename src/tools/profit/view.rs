//! Price and profit of each product.

mod bundles;
mod charts;
mod control;
mod cross;
mod even;
mod four;
mod list;
mod pull;
mod refunds;
mod solver;
mod stack;
mod state;
mod step;
mod unit;
mod whatif;

use leptos::prelude::*;

pub use control::ControlPage;

use crate::platform::document;
use crate::route::Route;
use crate::tools::profit::view::bundles::Bundles;
use crate::tools::profit::view::cross::Cross;
use crate::tools::profit::view::even::Even;
use crate::tools::profit::view::four::Four;
use crate::tools::profit::view::list::List;
use crate::tools::profit::view::pull::PullThrough;
use crate::tools::profit::view::refunds::Refunds;
use crate::tools::profit::view::solver::Solver;
use crate::tools::profit::view::stack::Stack;
use crate::tools::profit::view::state::Page;
use crate::tools::profit::view::unit::UnitTable;
use crate::tools::profit::view::whatif::WhatIf;
use crate::ui::{EmptyState, LinkButton, Message, PageHead, Tone};

/// Price and profit: every product in a table, one of them in depth.
#[component]
pub fn ProfitPage() -> impl IntoView {
    let page = Page::new();
    let t = page.t;
    // `#/profit/<id>` opens at one of the products.
    let named = document::hash().rsplit('/').next().and_then(|id| id.parse().ok());
    page.named.set(named);
    let has_products = Memo::new(move |_| page.products.with(|all| !all.is_empty()));
    let has_one = Memo::new(move |_| page.chosen.get().is_some());
    let actions = move || view! { <LinkButton href=Route::Products.href()>{t.to_products_short}</LinkButton> };
    let way =
        move || view! { <LinkButton href=Route::Products.href()>{t.to_products}</LinkButton> };
    view! {
        <div class="page">
            <PageHead title=t.title question=t.question actions />
            <Show when=move || page.refused.read().is_some()>
                <Message tone=Tone::Alert>{move || page.refused.get()}</Message>
            </Show>
            <Show
                when=move || has_products.get()
                fallback=move || {
                    view! {
                        <EmptyState title=t.empty_title actions=way>
                            <p>{t.empty_words}</p>
                        </EmptyState>
                    }
                }
            >
                <List page />
                <Show when=move || has_one.get()>
                    <Stack page />
                    <div class="columns" data-columns="main-side">
                        <UnitTable page />
                        <Refunds page />
                    </div>
                    <Even page />
                    <Solver page />
                    <WhatIf page />
                    <PullThrough page />
                </Show>
                <Bundles page />
                <Cross page />
                <Four page />
            </Show>
        </div>
    }
}
