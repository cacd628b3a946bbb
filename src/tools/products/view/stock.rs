//! What the stock says: how many products are in which state, by which limits, and what is to be
//! ordered (T-54).

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::platform::random::new_id;
use crate::tools::products::calc::stock::{StockState, stock_counts};
use crate::tools::products::edit::ProductsEdit;
use crate::tools::products::model::StockRules;
use crate::tools::products::text::stock::{self as words, Text, text};
use crate::tools::products::view::look::Look;
use crate::ui::{Button, ButtonKind, CountField, IconName, Select};
use crate::workbook::edit::Edit;
use crate::workbook::make;

/// The lengths of time over which sales are averaged.
const LENGTHS: [i64; 5] = [7, 14, 30, 60, 90];

/// The longest title of a task, in characters.
const MAX_TITLE: usize = 300;

/// The states with how many products are in each, the limits, and the way to tasks.
#[component]
pub fn Stock(look: Look) -> impl IntoView {
    let (page, t) = (look.page, text(look.page.locale));
    let counts = Memo::new(move |_| look.lines.with(|lines| stock_counts(lines)));
    let tiles = StockState::ALL.iter().enumerate().map(|(at, state)| {
        let state = *state;
        let is_chosen = move || look.state.get() == Some(state);
        let toggle =
            move |_| look.state.update(|now| *now = (*now != Some(state)).then_some(state));
        view! {
            <li>
                <button
                    type="button"
                    class="products-state"
                    data-state=words::word(state)
                    aria-pressed=move || is_chosen().to_string()
                    on:click=toggle
                >
                    <b>{move || counts.with(|counts| counts[at])}</b>
                    <span>{words::state(state, page.locale)}</span>
                </button>
            </li>
        }
    });
    let basis = move || {
        look.sold.with(|sold| match sold {
            None => t.no_items.to_owned(),
            Some((span, items)) => (t.basis)(&page.days(*span), items.len()),
        })
    };
    view! {
        <ul class="products-states" aria-label=t.states>{tiles.collect_view()}</ul>
        <div class="products-stock">
            <Average look t />
            <p class="muted small">{basis}</p>
            <Tasks look t />
        </div>
        <details class="products-fold">
            <summary>{t.rules}</summary>
            <Rules look t />
        </details>
    }
}

fn change(look: Look, change: impl FnOnce(&mut StockRules)) {
    let mut rules = look.page.section.with_untracked(|section| section.stock.clone());
    change(&mut rules);
    look.page.edit(ProductsEdit::SetStock(rules));
}

/// Over how many days sales are averaged.
#[component]
fn Average(look: Look, t: &'static Text) -> impl IntoView {
    let days = Memo::new(move |_| look.page.section.with(|section| section.stock.days));
    // A length that a file says and that is not offered is offered too.
    let lengths = Memo::new(move |_| {
        let mut all = LENGTHS.to_vec();
        if !all.contains(&days.get()) {
            all.push(days.get());
        }
        all
    });
    let options = Signal::derive(move || lengths.get().into_iter().map(t.last).collect::<Vec<_>>());
    let selected = Signal::derive(move || {
        lengths.with(|all| all.iter().position(|n| *n == days.get()).unwrap_or(0))
    });
    let choose = move |at: usize| {
        if let Some(n) = lengths.with_untracked(|all| all.get(at).copied()) {
            change(look, |rules| rules.days = n);
        }
    };
    view! { <Select label=t.average options selected on_select=choose /> }
}

/// What is ordered becomes tasks, one a product; what has one is left out.
#[component]
fn Tasks(look: Look, t: &'static Text) -> impl IntoView {
    let page = look.page;
    let open = page.store.select(move |wb| {
        look.lines.with(|lines| {
            let due = lines.iter().filter(|line| line.state.is_to_order());
            let due = due.filter(|line| {
                let link = Link::new(LinkKind::Product, line.id);
                !words::TASKS.iter().any(|words| wb.has_open_task_of(link, words))
            });
            due.map(|line| (line.id, line.suggested)).collect::<Vec<(Id, Option<i64>)>>()
        })
    });
    // Of the rows that are selected where these are several, else all: one is always under the
    // cursor.
    let wanted = move || {
        let chosen = look.selected_ids();
        let mut open = open.get();
        if 1 < chosen.len() {
            open.retain(|(id, _)| chosen.contains(id));
        }
        open
    };
    let make = move |()| {
        let edit = |(id, n): (Id, Option<i64>)| {
            let title = (t.task)(&page.name_of(id), n.unwrap_or(0));
            let title: String = title.chars().take(MAX_TITLE).collect();
            make::task(new_id(), title, Link::new(LinkKind::Product, id))
        };
        let edits: Vec<Edit> = untrack(wanted).into_iter().map(edit).collect();
        let n = edits.len();
        if n != 0 && page.edit(Edit::All(edits)) {
            page.say_undoable((t.made)(n));
        }
    };
    let n_due = Memo::new(move |_| {
        look.lines.with(|lines| lines.iter().filter(|line| line.state.is_to_order()).count())
    });
    let said = move || match (n_due.get(), wanted().len()) {
        (0, _) => t.nothing_due.to_owned(),
        (_, 0) => t.all_made.to_owned(),
        (_, n) => (t.make)(n),
    };
    view! {
        <Button
            kind=ButtonKind::Primary
            icon=IconName::Plus
            disabled=Signal::derive(move || wanted().is_empty())
            on_press=make
        >
            {said}
        </Button>
    }
}

/// The limits, which hold where a product says nothing else.
#[component]
fn Rules(look: Look, t: &'static Text) -> impl IntoView {
    let field = move |label: &'static str,
                      unit: &'static str,
                      get: fn(&StockRules) -> i64,
                      set: fn(&mut StockRules) -> &mut i64| {
        let value =
            Signal::derive(move || Some(look.page.section.with(|section| get(&section.stock))));
        let usual = get(&StockRules::default());
        let commit = move |n: Option<i64>| change(look, |rules| *set(rules) = n.unwrap_or(usual));
        view! { <CountField label unit value on_commit=commit /> }
    };
    view! {
        <div class="fields">
            {field(t.lead, t.days, |rules| rules.lead_days, |rules| &mut rules.lead_days)}
            {field(t.safety, t.days, |rules| rules.safety_days, |rules| &mut rules.safety_days)}
            {field(t.low, t.days, |rules| rules.low_days, |rules| &mut rules.low_days)}
            {field(t.slow, t.pieces, |rules| rules.slow, |rules| &mut rules.slow)}
            {field(t.cover, t.days, |rules| rules.cover_days, |rules| &mut rules.cover_days)}
        </div>
        <p class="muted small">{t.formula}</p>
    }
}
