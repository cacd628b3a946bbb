//! Advice (§3): what the figures say is to be done.

mod list;
mod rules;
mod state;

use leptos::prelude::*;

use crate::knowledge::advice_rules::Scope;
use crate::route::Route;
use crate::tools::advice::view::list::{Group, Quiet};
use crate::tools::advice::view::rules::Rules;
use crate::tools::advice::view::state::Page;
use crate::ui::{ButtonKind, EmptyState, LinkButton, Message, PageHead, Tone};

/// The page.
#[component]
pub fn AdvicePage() -> impl IntoView {
    let page = Page::new();
    let t = page.t;
    let has_facts = page.store.select(|wb| wb.facts.has_chunks());
    let n_loud = Memo::new(move |_| {
        let given = page.given.get();
        given.iter().filter(|one| page.quiet(&one.key()).is_none()).count()
    });
    let way_out = move || {
        view! {
            <LinkButton kind=ButtonKind::Primary href=Route::Import.href()>
                {t.to_import}
            </LinkButton>
        }
    };
    let empty = move || {
        view! {
            <EmptyState title=t.empty_title actions=way_out>
                <p>{t.empty_words}</p>
            </EmptyState>
        }
    };
    view! {
        <div class="page">
            <PageHead title=t.title question=t.question />
            <Show when=move || page.refused.read().is_some()>
                <Message tone=Tone::Alert>{move || page.refused.get()}</Message>
            </Show>
            <Show when=move || has_facts.get() fallback=empty>
                <div class="columns" data-columns="main-side">
                    <div class="stack">
                        <Show when=move || n_loud.get() == 0>
                            <Message tone=Tone::Done>
                                <b>{t.none_title}</b>
                                " "
                                {t.none_words}
                            </Message>
                        </Show>
                        {Scope::ALL.map(|of| view! { <Group page of /> }).collect_view()}
                    </div>
                    <div class="stack">
                        <Quiet page />
                        <Rules page />
                        <p class="muted small">{t.disclaimer}</p>
                    </div>
                </div>
            </Show>
        </div>
    }
}
