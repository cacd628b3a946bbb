//! The page on tests of products and pictures.

mod chart;
mod decision;
mod numbers;
mod pairs;
mod paste;
mod plan;
mod remove;
mod result;
mod setup;
mod state;

use leptos::prelude::*;

use crate::base::id::Id;
use crate::route::pages::follow_thing;
use crate::tools::trials::view::chart::Chart;
use crate::tools::trials::view::decision::Decision;
use crate::tools::trials::view::numbers::Numbers;
use crate::tools::trials::view::pairs::Pairs;
use crate::tools::trials::view::paste::PasteDialog;
use crate::tools::trials::view::plan::Plan;
use crate::tools::trials::view::remove::RemoveDialog;
use crate::tools::trials::view::result::{Result, VerdictTag};
use crate::tools::trials::view::setup::Setup;
use crate::tools::trials::view::state::Page;
use crate::ui::{Button, ButtonKind, EmptyState, IconName, Message, PageHead, Tone, anchor};

/// The page.
#[component]
pub fn TrialsPage() -> impl IntoView {
    let page = Page::new();
    let t = page.t;
    // `#/tests/<id>` opens one of them.
    follow_thing(move |id| {
        let is_there = page.has(id);
        if is_there {
            page.chosen.set(Some(id));
        }
        is_there
    });
    let has_any = Memo::new(move |_| !page.section.read().trials.is_empty());
    let add = move || {
        view! {
            <Button kind=ButtonKind::Primary icon=IconName::Plus on_press=move |()| page.add()>
                {t.new}
            </Button>
        }
    };
    let head_add = move || has_any.get().then(add);
    view! {
        <div class="page">
            <PageHead title=t.title question=t.question actions=move || head_add.into_any() />
            <Show when=move || page.refused.read().is_some()>
                <Message tone=Tone::Alert>{move || page.refused.get()}</Message>
            </Show>
            <Show
                when=move || has_any.get()
                fallback=move || {
                    view! {
                        <EmptyState title=t.empty_title actions=move || add().into_any()>
                            <p>{t.empty_words}</p>
                        </EmptyState>
                    }
                }
            >
                <Tests page />
                {move || page.current.get().map(|id| view! { <Test page id /> })}
            </Show>
            <RemoveDialog page />
            <PasteDialog page />
        </div>
    }
}

/// Every test with what it says; one is looked at.
#[component]
fn Tests(page: Page) -> impl IntoView {
    let ids = move || {
        page.section.with(|section| section.trials.iter().map(|trial| trial.id).collect::<Vec<_>>())
    };
    view! {
        <nav aria-label=page.t.tests>
            <ul class="trials-list">
                <For each=ids key=|id| *id let:id>
                    <Row page id />
                </For>
            </ul>
        </nav>
    }
}

#[component]
fn Row(page: Page, id: Id) -> impl IntoView {
    let trial = page.trial_of(id);
    let name = move || trial.with(|one| one.as_ref().map(|one| page.name(one)));
    let verdict = page.reading_of(id);
    let is_current = move || page.current.get() == Some(id);
    view! {
        <li>
            <button
                type="button"
                class="trials-pick"
                id=anchor(id)
                aria-current=move || is_current().then_some("true")
                on:click=move |_| page.chosen.set(Some(id))
            >
                <span class="trials-pick-name">{name}</span>
                {move || {
                    verdict.with(|one| one.as_ref().map(|one| one.verdict))
                        .map(|verdict| view! { <VerdictTag page verdict /> })
                }}
            </button>
        </li>
    }
}

/// One test.
#[component]
fn Test(page: Page, id: Id) -> impl IntoView {
    view! {
        <Result page id />
        <Numbers page id />
        <Pairs page id />
        <div class="columns" data-columns="main-side">
            <div class="stack">
                <Chart page id />
            </div>
            <div class="stack">
                <Plan page id />
                <Setup page id />
                <Decision page id />
            </div>
        </div>
    }
}
