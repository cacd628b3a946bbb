//! The items' quadrant (T-42): chart, fields with their actions, cuts, table.

mod chart;
mod chosen;
mod fields;
mod state;
mod table;

use leptos::prelude::*;

use crate::base::span::Span;
use crate::route::Route;
use crate::tools::quadrant::calc::choices;
use crate::tools::quadrant::edit::QuadrantEdit;
use crate::tools::quadrant::model::USUAL_DAYS;
use crate::tools::quadrant::view::chart::Chart;
use crate::tools::quadrant::view::chosen::Chosen;
use crate::tools::quadrant::view::fields::{Cuts, Fields, Moved};
use crate::tools::quadrant::view::state::Page;
use crate::tools::quadrant::view::table::Table;
use crate::ui::{ButtonKind, Checkbox, EmptyState, LinkButton, Message, PageHead, Select, Tone};

/// The lengths of time that can be chosen beside the months.
const LENGTHS: [u32; 3] = [USUAL_DAYS, 7, 90];

/// The page.
#[component]
pub fn QuadrantPage() -> impl IntoView {
    let page = Page::new();
    let t = page.t;
    let has_map = Memo::new(move |_| page.map.with(Option::is_some));
    let actions = move || {
        view! {
            <Show when=move || has_map.get()>
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
    view! {
        <div class="page">
            <PageHead title=t.title question=t.question actions />
            <Show when=move || page.refused.read().is_some()>
                <Message tone=Tone::Alert>{move || page.refused.get()}</Message>
            </Show>
            <Show
                when=move || has_map.get()
                fallback=move || {
                    view! {
                        <EmptyState title=t.empty_title actions=way_out>
                            <p>{t.empty_words}</p>
                        </EmptyState>
                    }
                }
            >
                <div class="columns" data-columns="main-side">
                    <div class="stack">
                        <Chart page />
                        <Table page />
                    </div>
                    <div class="stack">
                        <Fields page />
                        <Chosen page />
                        <Cuts page />
                        <Moved page />
                    </div>
                </div>
            </Show>
        </div>
    }
}

/// Which period, and whether it is held against the one before.
#[component]
fn Periods(page: Page) -> impl IntoView {
    let t = page.t;
    let spans = Memo::new(move |_| page.facts.with(|facts| choices(facts)));
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
            Some(n) => Some(QuadrantEdit::LastDays(*n)),
            None => spans
                .with_untracked(|all| all.get(idx - LENGTHS.len()).copied())
                .map(QuadrantEdit::Period),
        };
        if let Some(edit) = edit {
            page.edit(edit);
        }
    };
    let compare = Signal::derive(move || page.section.with(|section| section.compare));
    view! {
        <div class="quadrant-head">
            <Select label=t.period options selected on_select=choose />
            <Checkbox
                label=t.compare
                checked=compare
                on_change=move |is_on| {
                    page.edit(QuadrantEdit::Compare(is_on));
                }
            />
        </div>
    }
}
