//! The page on new products.

mod board;
mod card;
mod facts;
mod feedback;
mod hits;
mod left;
mod plan;
mod remove;
mod score;
mod scoring;
mod season;
mod state;

use leptos::prelude::*;

use crate::route::pages::follow_thing;
use crate::tools::launch::view::board::Board;
use crate::tools::launch::view::card::CardDialog;
use crate::tools::launch::view::hits::Hits;
use crate::tools::launch::view::left::Left;
use crate::tools::launch::view::remove::RemoveDialog;
use crate::tools::launch::view::scoring::Scoring;
use crate::tools::launch::view::season::Seasons;
use crate::tools::launch::view::state::Page;
use crate::ui::{Message, PageHead, Tone};

/// The page: the board, what left it, what items are scored on.
#[component]
pub fn LaunchPage() -> impl IntoView {
    let page = Page::new();
    let t = page.t;
    // `#/launch/<id>` opens one of them.
    follow_thing(move |id| {
        let is_there = page.has(id);
        if is_there {
            page.opened.set(Some(id));
        }
        is_there
    });
    let is_empty = Memo::new(move |_| page.section.read().items.is_empty());
    view! {
        <div class="page">
            <PageHead title=t.title question=t.question />
            <Show when=move || page.refused.read().is_some()>
                <Message tone=Tone::Alert>{move || page.refused.get()}</Message>
            </Show>
            <Show when=move || is_empty.get()>
                <p class="muted">{t.empty_words}</p>
            </Show>
            <Board page />
            <Left page />
            <Scoring page />
            <Seasons page />
            <Hits page />
            <CardDialog page />
            <RemoveDialog page />
        </div>
    }
}
