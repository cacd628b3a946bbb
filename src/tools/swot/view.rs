//! The SWOT page.

mod board;
mod candidates;
mod entry;
mod output;
mod state;
mod totals;
mod tows;

use leptos::prelude::*;

use crate::base::list;
use crate::i18n::format;
use crate::i18n::links::linked;
use crate::platform::clock;
use crate::route::pages::follow_thing;
use crate::tools::swot::edit::SwotEdit;
use crate::tools::swot::model::Quadrant;
use crate::tools::swot::view::board::Board;
use crate::tools::swot::view::candidates::Candidates;
use crate::tools::swot::view::entry::EntryDialog;
use crate::tools::swot::view::output::Output;
use crate::tools::swot::view::state::Page;
use crate::tools::swot::view::totals::{RankDialog, Totals, Versions};
use crate::tools::swot::view::tows::{Draft, Tows};
use crate::ui::{
    Button, ButtonKind, EmptyState, IconName, Menu, MenuItem, Message, PageHead, RemovalDialog,
    Segmented, Tone, open_for,
};

/// The page.
#[component]
pub fn SwotPage() -> impl IntoView {
    let page = Page::new();
    let t = page.t;
    let draft = Draft::new();
    let is_proposing = RwSignal::new(false);
    let found = page.store.select(|wb| wb.candidates(clock::today()));
    let ranking = RwSignal::new(None::<Quadrant>);
    follow_thing(move |id| {
        let swot = page.swot.get_untracked();
        list::find(&swot.entries, id).is_some() || list::find(&swot.strategies, id).is_some()
    });
    let is_empty = Memo::new(move |_| page.swot.with(|swot| swot.entries.is_empty()));
    let n_found = move || (t.candidates)(found.with(Vec::len));
    let rank_items = Signal::derive(move || {
        Quadrant::ALL
            .map(|one| MenuItem::new((t.rank)(one), move || ranking.set(Some(one))))
            .to_vec()
    });
    let checked = move || {
        let day = page.swot.with(|swot| swot.checked)?;
        Some(view! { <span class="tag">{(t.checked)(&format::day_short(day, page.locale))}</span> })
    };
    let actions = move || {
        view! {
            {checked}
            <Button on_press=move |()| {
                page.edit(SwotEdit::SetChecked(Some(clock::today())));
            }>{t.check_today}</Button>
            <Button on_press=move |()| is_proposing.set(true)>{n_found}</Button>
            <Output page />
            <Button kind=ButtonKind::Primary icon=IconName::Plus on_press=move |()| draft.begin()>
                {t.pair}
            </Button>
        }
    };
    view! {
        <div class="page">
            <PageHead title=t.title question=t.question actions />
            <Show when=move || page.refused.read().is_some()>
                <Message tone=Tone::Alert>{move || page.refused.get()}</Message>
            </Show>
            <Show when=move || is_empty.get()>
                <EmptyState
                    title=t.empty_title
                    actions=move || {
                        view! {
                            <Button on_press=move |()| is_proposing.set(true)>{t.empty_begin}</Button>
                        }
                    }
                >
                    <p>{t.empty_words}</p>
                </EmptyState>
            </Show>
            <div class="swot-columns">
                <div class="stack">
                    <div class="row swot-bar">
                        <Segmented
                            label=t.sort
                            options=t.sorts.map(str::to_owned).to_vec()
                            selected=Signal::derive(move || usize::from(page.by_impact.get()))
                            on_select=move |idx: usize| page.by_impact.set(idx == 1)
                        />
                        <Menu label=t.which items=rank_items>
                            {t.which}
                        </Menu>
                    </div>
                    <Board page />
                </div>
                <div class="stack swot-side">
                    <Tows page draft />
                    <Totals page />
                    <Versions page />
                </div>
            </div>
            <EntryDialog page />
            <Candidates page open=is_proposing found />
            <RankDialog page of=ranking />
            <Removal page />
        </div>
    }
}

/// Asks before an entry or a strategy is removed that others point at, and names them.
#[component]
fn Removal(page: Page) -> impl IntoView {
    let open = open_for(page.removing);
    let link = move || page.removing.get();
    let name = page
        .store
        .select(move |wb| link().and_then(|link| wb.title_of(link)).unwrap_or_default().to_owned());
    let items = page.store.select(move |wb| {
        link().map_or(Vec::new(), |link| linked(wb, &wb.pointing_at(link), page.locale))
    });
    let remove = move |()| {
        if let Some(link) = page.removing.get_untracked() {
            page.remove_now(link);
        }
    };
    view! { <RemovalDialog open name items on_remove=remove /> }
}
