//! Which figures are on the board.

use leptos::prelude::*;

use crate::facts::measure::Measure;
use crate::i18n::measure;
use crate::knowledge::metrics::measures;
use crate::tools::boards::edit::BoardsEdit;
use crate::tools::boards::view::state::Page;
use crate::ui::{Button, ButtonKind, Checkbox, Dialog, TextField};

/// The dialog in which they are ticked.
#[component]
pub fn Pick(page: Page) -> impl IntoView {
    let t = page.t;
    let actions = move || {
        view! {
            <Button kind=ButtonKind::Primary on_press=move |()| page.is_picking.set(false)>
                {t.done}
            </Button>
        }
    };
    view! {
        <Dialog title=t.pick_title open=page.is_picking is_wide=true actions>
            <List page />
        </Dialog>
    }
}

#[component]
fn List(page: Page) -> impl IntoView {
    let t = page.t;
    let filter = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let asked = filter.get().trim().to_lowercase();
        let fits = |one: &Measure| {
            asked.is_empty()
                || one.zh.to_lowercase().contains(&asked)
                || one.en.to_lowercase().contains(&asked)
        };
        measures().filter(fits).map(|one| one.key).collect::<Vec<_>>()
    });
    view! {
        <p class="muted small">{t.pick_words}</p>
        <TextField label=t.filter value=filter on_commit=move |typed| filter.set(typed) />
        <ul class="board-pick">
            <For each=move || found.get() key=|key| *key let:key>
                <One page key />
            </For>
        </ul>
        <p class="muted" hidden=move || !found.read().is_empty()>{t.nothing_found}</p>
    }
}

#[component]
fn One(page: Page, key: &'static str) -> impl IntoView {
    let Some(one) = crate::knowledge::metrics::measure(key) else { return ().into_any() };
    let checked = Signal::derive(move || {
        page.section.with(|section| section.pinned().iter().any(|pinned| pinned == key))
    });
    let set = move |is_on: bool| {
        let metric = key.to_owned();
        page.edit(if is_on {
            BoardsEdit::Pin { metric, at: usize::MAX }
        } else {
            BoardsEdit::Unpin(metric)
        });
    };
    view! {
        <li>
            <Checkbox label=page.name(&one) checked on_change=set />
            <span class="muted small">{measure::formula(&one, page.locale)}</span>
        </li>
    }
    .into_any()
}
