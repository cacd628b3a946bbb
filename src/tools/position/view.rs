//! The page on positioning: levels and statement, curve and actions, chain and changes.

mod actions;
mod chain;
mod changes;
mod curve;
mod faces;
mod figures;
mod levels;
mod parts;
mod state;
mod statement;

use leptos::prelude::*;

use crate::base::list;
use crate::route::pages::follow_thing;
use crate::tools::position::view::actions::Actions;
use crate::tools::position::view::chain::Chain;
use crate::tools::position::view::changes::Changes;
use crate::tools::position::view::curve::Curve;
use crate::tools::position::view::faces::Faces;
use crate::tools::position::view::figures::FigureTable;
use crate::tools::position::view::levels::Levels;
use crate::tools::position::view::state::Page;
use crate::tools::position::view::statement::Statement;
use crate::ui::{Message, PageHead, Tone};

/// The page.
#[component]
pub fn PositionPage() -> impl IntoView {
    let page = Page::new();
    let t = page.t;
    follow_thing(move |id| {
        page.store.with(|wb| {
            let position = &wb.position;
            list::find(&position.curve, id).is_some()
                || list::find(&position.chain, id).is_some()
                || list::find(&position.changes, id).is_some()
        })
    });
    let has_curve = Memo::new(move |_| !page.lines.read().is_empty());
    view! {
        <div class="page">
            <PageHead title=t.title question=t.question />
            <Show when=move || page.refused.read().is_some()>
                <Message tone=Tone::Alert>{move || page.refused.get()}</Message>
            </Show>
            <Levels page />
            <Statement page />
            <Curve page />
            <Show when=move || has_curve.get()>
                <div class="columns" data-columns="2">
                    <Actions page />
                    <FigureTable page />
                </div>
            </Show>
            <Chain page />
            <Changes page />
            <Faces page />
        </div>
    }
}
