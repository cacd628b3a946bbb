//! The page on competitors.

mod answers;
mod differences;
mod fields;
mod history;
mod observe;
mod prices;
mod profile;
mod register;
mod same;
mod state;
mod trends;
mod versus;
mod watch;

use leptos::prelude::*;

use crate::route::pages::follow_thing;
use crate::tools::rivals::view::answers::Answers;
use crate::tools::rivals::view::differences::Differences;
use crate::tools::rivals::view::history::History;
use crate::tools::rivals::view::observe::{Changes, Observe};
use crate::tools::rivals::view::prices::{Bands, Own};
use crate::tools::rivals::view::profile::{Limits, Profile};
use crate::tools::rivals::view::register::Register;
use crate::tools::rivals::view::same::Same;
use crate::tools::rivals::view::state::Page;
use crate::tools::rivals::view::trends::Trends;
use crate::tools::rivals::view::versus::Versus;
use crate::tools::rivals::view::watch::Watch;
use crate::ui::{Button, ButtonKind, EmptyState, IconName, Message, PageHead, Tone};

/// The page.
#[component]
pub fn RivalsPage() -> impl IntoView {
    let page = Page::new();
    let t = page.t;
    follow_thing(move |id| {
        let is_there = page.names.with_untracked(|names| names.iter().any(|(one, _)| *one == id));
        if is_there {
            page.chosen.set(Some(id));
        }
        is_there
    });
    let has_rivals = Memo::new(move |_| !page.names.with(Vec::is_empty));
    let actions = move || {
        view! {
            <Button kind=ButtonKind::Primary icon=IconName::Plus on_press=move |()| page.add()>
                {t.add}
            </Button>
        }
    };
    view! {
        <div class="page">
            <PageHead title=t.title question=t.question actions />
            <Show when=move || page.refused.read().is_some()>
                <Message tone=Tone::Alert>{move || page.refused.get()}</Message>
            </Show>
            <Show when=move || !has_rivals.get()>
                <EmptyState title=t.empty_title>
                    <p>{t.empty_words}</p>
                </EmptyState>
            </Show>
            <Register page />
            <Show when=move || has_rivals.get()>
                <div class="columns" data-columns="main-side">
                    <div class="stack rivals-column">
                        <Changes page />
                        <Observe page />
                    </div>
                    <div class="stack rivals-column">
                        <History page />
                        <Limits page />
                    </div>
                </div>
                <Trends page />
                <Versus page />
                <Profile page />
                <Differences page />
            </Show>
            <Bands page />
            <Own page />
            <Answers page />
            <Same page />
            <Watch page />
        </div>
    }
}
