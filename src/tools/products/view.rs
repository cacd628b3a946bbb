//! Two pages: the products, and their matrix.

mod board;
mod cells;
mod costs;
mod details;
mod list;
mod look;
mod periods;
mod roles;
mod rows;
mod state;
mod stock;

use leptos::prelude::*;

pub use board::BoardPage;

use crate::platform::document;
use crate::route::Route;
use crate::tools::products::view::details::Details;
use crate::tools::products::view::list::List;
use crate::tools::products::view::periods::Periods;
use crate::tools::products::view::roles::Roles;
use crate::tools::products::view::state::Page;
use crate::ui::{LinkButton, Message, PageHead, Tone};

/// The products: a table, the periods of their sales, one product in depth, the structure.
#[component]
pub fn ProductsPage() -> impl IntoView {
    let page = Page::new();
    let t = page.t;
    // `#/products/<id>` opens one of them.
    let named = document::hash().rsplit('/').next().and_then(|id| id.parse().ok());
    page.chosen.set(named);
    let has_products = Memo::new(move |_| !page.section.read().products.is_empty());
    let actions =
        move || view! { <LinkButton href=Route::Matrix.href()>{t.to_matrix}</LinkButton> };
    view! {
        <div class="page">
            <PageHead title=t.title question=t.question actions />
            <Show when=move || page.refused.read().is_some()>
                <Message tone=Tone::Alert>{move || page.refused.get()}</Message>
            </Show>
            <List page />
            <Periods page />
            <Show when=move || has_products.get()>
                <Details page />
                <Roles page />
            </Show>
        </div>
    }
}
