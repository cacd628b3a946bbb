//! The board (T-73 … T-78): pinned figures, what they are held against, their charts.

mod explain;
mod known;
mod panel;
mod panels;
mod period;
mod pick;
mod spark;
mod state;
mod tile;

use leptos::prelude::*;

use crate::route::Route;
use crate::tools::boards::view::explain::Explain;
use crate::tools::boards::view::known::{Gaps, Notes};
use crate::tools::boards::view::panels::Panels;
use crate::tools::boards::view::period::{Periods, against};
use crate::tools::boards::view::pick::Pick;
use crate::tools::boards::view::state::Page;
use crate::tools::boards::view::tile::Tiles;
use crate::ui::{ButtonKind, EmptyState, LinkButton, Message, PageHead, Tone};

/// The page.
#[component]
pub fn BoardsPage() -> impl IntoView {
    let page = Page::new();
    let t = page.t;
    let has_board = Memo::new(move |_| page.board.with(Option::is_some));
    let actions = move || view! { <Show when=move || has_board.get()><Periods page /></Show> };
    let question = Signal::derive(move || {
        against(page).map_or_else(|| t.question.to_owned(), |days| format!("{days}{}", t.question))
    });
    let way_out = move || {
        view! {
            <LinkButton kind=ButtonKind::Primary href=Route::Import.href()>
                {t.to_import}
            </LinkButton>
        }
    };
    view! {
        <div class="page">
            <PageHead title=t.title question actions />
            <Show when=move || page.refused.read().is_some()>
                <Message tone=Tone::Alert>{move || page.refused.get()}</Message>
            </Show>
            <Show
                when=move || has_board.get()
                fallback=move || {
                    view! {
                        <EmptyState title=t.empty_title actions=way_out>
                            <p>{t.empty_words}</p>
                        </EmptyState>
                    }
                }
            >
                <Tiles page />
                <Panels page />
                <div class="columns" data-columns="main-side">
                    <Gaps page />
                    <Notes page />
                </div>
            </Show>
            <Explain page />
            <Pick page />
            <p class="visually-hidden" role="status">{page.said}</p>
        </div>
    }
}
