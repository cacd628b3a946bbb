//! One entry: everything that can be said of it.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::i18n::evidence::sources;
use crate::i18n::links::linked;
use crate::tools::swot::edit::{EntryField, SwotEdit};
use crate::tools::swot::model::{Horizon, MAX_SCORE, Progress, Quadrant, SwotEntry};
use crate::tools::swot::view::state::Page;
use crate::ui::{
    Button, ButtonKind, Checkbox, Dialog, EvidenceButton, IconName, Segmented, Select, TextArea,
    TextField, open_for,
};

/// The dialog of the entry that is opened.
#[component]
pub fn EntryDialog(page: Page) -> impl IntoView {
    let t = page.t;
    let open = open_for(page.opened);
    let remove = move |()| {
        if let Some(id) = page.opened.get_untracked() {
            page.remove(Link::new(LinkKind::Swot, id));
        }
    };
    let actions = move || {
        view! {
            <Button icon=IconName::Delete on_press=remove>{t.remove}</Button>
            <Button kind=ButtonKind::Primary on_press=move |()| open.set(false)>
                {t.done}
            </Button>
        }
    };
    view! {
        <Dialog title=t.edit open is_wide=true actions>
            {page.opened.get_untracked().map(|id| view! { <Fields page id /> })}
        </Dialog>
    }
}

#[component]
fn Fields(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let entry = Memo::new(move |_| {
        page.swot.with(|swot| crate::base::list::find(&swot.entries, id).cloned())
    });
    let words = move |look: fn(&SwotEntry) -> &String| {
        Signal::derive(move || {
            entry.with(|entry| entry.as_ref().map(look).cloned()).unwrap_or_default()
        })
    };
    let place = move |look: fn(&SwotEntry) -> usize| {
        Signal::derive(move || entry.with(|entry| entry.as_ref().map_or(0, look)))
    };
    let scores: Vec<String> = (1..=MAX_SCORE).map(t.score).collect();
    let score = |idx: usize| u8::try_from(idx + 1).unwrap_or(1);
    let rating = move || {
        let quadrant = entry.with(|entry| entry.as_ref().map(|entry| entry.quadrant));
        (t.rating)(quadrant.unwrap_or_default())
    };
    let mut horizons = vec![(t.horizon_name)(None).to_owned()];
    horizons.extend(Horizon::ALL.map(|one| (t.horizon_name)(Some(one)).to_owned()));
    let horizon_at = |entry: &SwotEntry| {
        entry
            .horizon
            .map_or(0, |one| 1 + Horizon::ALL.iter().position(|all| *all == one).unwrap_or(0))
    };
    let status_at =
        |entry: &SwotEntry| Progress::ALL.iter().position(|one| *one == entry.status).unwrap_or(0);
    let quadrants = Quadrant::ALL.map(|one| (t.quadrant)(one).to_owned()).to_vec();
    let statuses = Progress::ALL.map(|one| (t.status_name)(one).to_owned()).to_vec();
    let quoted = page.store.select(move |wb| {
        let mut all = sources(wb, page.locale);
        let own = Link::new(LinkKind::Swot, id);
        all.retain(|one| one.target != crate::base::evidence::Quoted::Thing(own));
        all
    });
    let made_from = page.store.select(move |wb| {
        let source = crate::base::list::find(&wb.swot.entries, id)?.source?;
        linked(wb, &[source], page.locale).pop()
    });
    view! {
        <TextArea
            label=t.text
            rows=2
            value=words(|entry| &entry.text)
            on_commit=move |text| page.set(id, EntryField::Text(text))
            error=page.refused
        />
        <div class="fields">
            <Select
                label=t.totals_head[0]
                options=quadrants
                selected=place(|entry| entry.quadrant.idx())
                on_select=move |idx: usize| {
                    let quadrant = Quadrant::ALL[idx];
                    page.edit(SwotEdit::Place { id, quadrant, to: usize::MAX });
                }
            />
            <Select
                label=t.horizon
                options=horizons
                selected=place(horizon_at)
                on_select=move |idx: usize| {
                    let horizon = idx.checked_sub(1).map(|idx| Horizon::ALL[idx]);
                    page.set(id, EntryField::Horizon(horizon));
                }
            />
            <TextField
                label=t.owner
                value=words(|entry| &entry.owner)
                on_commit=move |owner| page.set(id, EntryField::Owner(owner))
            />
            <Select
                label=t.status
                options=statuses
                selected=place(status_at)
                on_select=move |idx: usize| page.set(id, EntryField::Status(Progress::ALL[idx]))
            />
        </div>
        <div class="fields">
            <div class="field">
                <span class="field-label" aria-hidden="true">{t.weight}</span>
                <Segmented
                    label=t.weight
                    options=scores.clone()
                    selected=place(|entry| usize::from(entry.weight) - 1)
                    on_select=move |idx: usize| page.set(id, EntryField::Weight(score(idx)))
                />
            </div>
            <div class="field">
                <span class="field-label" aria-hidden="true">{rating}</span>
                <Segmented
                    label=Signal::derive(move || rating().to_owned())
                    options=scores
                    selected=place(|entry| usize::from(entry.rating) - 1)
                    on_select=move |idx: usize| page.set(id, EntryField::Rating(score(idx)))
                />
            </div>
        </div>
        <TextField
            label=t.action
            value=words(|entry| &entry.action)
            on_commit=move |action| page.set(id, EntryField::Action(action))
        />
        <div class="row" data-gap="wide">
            <EvidenceButton
                subject=words(|entry| &entry.text)
                value=Signal::derive(move || {
                    entry.with(|entry| entry.as_ref().map(|one| one.evidence.clone())).unwrap_or_default()
                })
                on_change=move |pieces| page.set(id, EntryField::Evidence(pieces))
                sources=quoted
            />
            <Checkbox
                label=t.is_core
                checked=Signal::derive(move || entry.with(|entry| entry.as_ref().is_some_and(|one| one.is_core)))
                on_change=move |is_core| page.set(id, EntryField::Core(is_core))
            />
            <span class="muted small" hidden=move || made_from.read().is_none()>
                {t.made_from}
                " "
                {move || {
                    made_from.get().map(|end| view! { <a href=end.href>{end.title}</a> })
                }}
            </span>
        </div>
    }
}
