//! Advertising (T-95 … T-97): totals, plans, how sure their returns are, the budget.

mod budget;
mod chart;
mod chosen;
mod state;
mod table;
mod tiles;

use leptos::prelude::*;

use crate::base::span::Span;
use crate::facts::items::period::choices;
use crate::route::Route;
use crate::tools::ads::calc::subject;
use crate::tools::ads::edit::AdsEdit;
use crate::tools::ads::model::AdsBy;
use crate::tools::ads::view::budget::Budget;
use crate::tools::ads::view::chart::Chart;
use crate::tools::ads::view::chosen::{Chosen, Terms};
use crate::tools::ads::view::state::Page;
use crate::tools::ads::view::table::Table;
use crate::tools::ads::view::tiles::Tiles;
use crate::ui::{ButtonKind, EmptyState, LinkButton, Message, PageHead, Segmented, Select, Tone};

/// The lengths of time that can be chosen beside the months.
const LENGTHS: [u32; 4] = [14, 7, 30, 90];

/// The page.
#[component]
pub fn AdsPage() -> impl IntoView {
    let page = Page::new();
    let t = page.t;
    let has_review = Memo::new(move |_| page.review.with(Option::is_some));
    let actions = move || {
        view! {
            <Show when=move || has_review.get()>
                <Periods page />
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
            <Show when=move || has_review.get() fallback=empty>
                <Tiles page />
                <Table page />
                <div class="columns" data-columns="main-side">
                    <div class="stack">
                        <Budget page />
                        <Chart page />
                    </div>
                    <div class="stack">
                        <Chosen page />
                        <Terms page />
                    </div>
                </div>
            </Show>
        </div>
    }
}

/// Which period, and by what the money is told apart.
#[component]
fn Periods(page: Page) -> impl IntoView {
    let t = page.t;
    let spans = Memo::new(move |_| {
        page.facts.with(|facts| subject(facts).map(|of| choices(facts, of)).unwrap_or_default())
    });
    let options = Signal::derive(move || {
        let lengths = LENGTHS.into_iter().map(|n| (t.last)(n));
        lengths.chain(spans.get().into_iter().map(|span| page.days(span))).collect::<Vec<_>>()
    });
    let selected = Signal::derive(move || {
        page.section.with(|section| match (section.from, section.to) {
            (Some(from), Some(to)) => {
                let place =
                    spans.with(|all| all.iter().position(|one| *one == Span::new(from, to)));
                place.map_or(0, |idx| LENGTHS.len() + idx)
            }
            _ => LENGTHS.iter().position(|n| *n == section.last_days).unwrap_or(0),
        })
    });
    let choose = move |idx: usize| {
        let edit = match LENGTHS.get(idx) {
            Some(n) => Some(AdsEdit::LastDays(*n)),
            None => spans
                .with_untracked(|all| all.get(idx - LENGTHS.len()).copied())
                .map(AdsEdit::Period),
        };
        if let Some(edit) = edit {
            page.edit(edit);
        }
    };
    let by = Signal::derive(move || {
        let by = page.section.with(|section| section.by);
        AdsBy::ALL.iter().position(|one| *one == by).unwrap_or(0)
    });
    let show_by = move |idx: usize| {
        page.edit(AdsEdit::By(AdsBy::ALL[idx.min(AdsBy::ALL.len() - 1)]));
    };
    let names: Vec<String> = AdsBy::ALL.iter().map(|by| (t.by_name)(*by).to_owned()).collect();
    view! {
        <div class="ads-head">
            <Segmented label=t.by options=names selected=by on_select=show_by />
            <Select label=t.period options selected on_select=choose />
        </div>
    }
}
