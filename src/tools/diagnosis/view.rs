//! The diagnosis (T-79): the verdict, the waterfall, what explains it, products, campaigns.

mod campaigns;
mod chart;
mod head;
mod health;
mod heroes;
mod items;
mod mixif;
mod scores;
mod source_rates;
mod source_table;
mod sources;
mod state;
mod traffic;
mod why;
mod worth;

use leptos::prelude::*;

use crate::route::Route;
use crate::tools::diagnosis::calc::period::last_day;
use crate::tools::diagnosis::model::Basis;
use crate::tools::diagnosis::view::campaigns::{Bars, Campaigns};
use crate::tools::diagnosis::view::chart::Chart;
use crate::tools::diagnosis::view::head::{Choices, Sentence};
use crate::tools::diagnosis::view::health::CheckUp;
use crate::tools::diagnosis::view::heroes::{Heroes, Sanity};
use crate::tools::diagnosis::view::items::{Items, Mix};
use crate::tools::diagnosis::view::scores::{Inquiries, Scores};
use crate::tools::diagnosis::view::sources::Sources;
use crate::tools::diagnosis::view::state::{Page, Tab};
use crate::tools::diagnosis::view::traffic::Traffic;
use crate::tools::diagnosis::view::why::Why;
use crate::tools::diagnosis::view::worth::Worth;
use crate::ui::{ButtonKind, EmptyState, LinkButton, Message, PageHead, Segmented, Tone};

/// The page.
#[component]
pub fn DiagnosisPage() -> impl IntoView {
    let page = Page::new();
    let t = page.t;
    let has_days = Memo::new(move |_| page.facts.with(|facts| last_day(facts).is_some()));
    let actions = move || {
        view! {
            <Show when=move || has_days.get()>
                <Choices page />
            </Show>
        }
    };
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
            <PageHead title=t.title question=t.question actions />
            <Show when=move || page.refused.read().is_some()>
                <Message tone=Tone::Alert>{move || page.refused.get()}</Message>
            </Show>
            <Show when=move || has_days.get() fallback=empty>
                <Tabs page />
                <Show when=move || page.tab.get() == Tab::Why>
                    <Reasons page />
                </Show>
                <Show when=move || page.tab.get() == Tab::Traffic>
                    <Traffic page />
                </Show>
                <Show when=move || page.tab.get() == Tab::Checks>
                    <CheckUp page />
                    <div class="columns" data-columns="2">
                        <div class="stack">
                            <Scores page />
                            <Inquiries page />
                        </div>
                        <Worth page />
                    </div>
                    <Heroes page />
                    <Sanity page />
                </Show>
            </Show>
        </div>
    }
}

/// What is looked at.
#[component]
fn Tabs(page: Page) -> impl IntoView {
    let selected = Signal::derive(move || page.tab.get() as usize);
    view! {
        <div class="diagnosis-tabs">
            <Segmented
                label=page.w.part
                options=page.w.parts.map(str::to_owned).to_vec()
                selected
                on_select=move |idx: usize| page.tab.set(Tab::ALL[idx.min(Tab::ALL.len() - 1)])
            />
        </div>
    }
}

/// Where the difference comes from.
#[component]
fn Reasons(page: Page) -> impl IntoView {
    let has_verdict = Memo::new(move |_| page.verdict.with(Option::is_some));
    view! {
        <Show when=move || has_verdict.get() fallback=move || view! { <Nothing page /> }>
            <Sentence page />
            <div class="columns" data-columns="main-side">
                <Chart page />
                <Why page />
            </div>
            <Sources page />
            <div class="columns" data-columns="main-side">
                <Items page />
                <div class="stack">
                    <Mix page />
                    <Bars page />
                </div>
            </div>
            <Campaigns page />
        </Show>
    }
}

/// Why there is nothing to hold the period against, and the way out.
#[component]
fn Nothing(page: Page) -> impl IntoView {
    let t = page.t;
    let basis = Memo::new(move |_| page.section.with(|section| section.basis));
    let words = move || match basis.get() {
        Basis::Before | Basis::LastYear => t.none_before,
        Basis::Target => t.none_target,
        Basis::Baseline => t.none_baseline,
    };
    let actions = move || {
        view! {
            <Show when=move || basis.get() == Basis::Target>
                <LinkButton href=Route::Goals.href()>{t.to_goals}</LinkButton>
            </Show>
        }
    };
    view! { <Message actions>{words}</Message> }
}
