//! The chosen factor: its words, what it rests on, and what is made of it.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::list;
use crate::i18n::evidence::sources;
use crate::i18n::links::linked;
use crate::knowledge::factors::Stage;
use crate::tools::journey::calc::Line;
use crate::tools::journey::edit::{FactorField, JourneyEdit};
use crate::tools::journey::model::{Factor, FactorAction};
use crate::tools::journey::text::{action_name, stage_name};
use crate::tools::journey::view::lists::{make_task, put_on_curve, swot_items};
use crate::tools::journey::view::state::Page;
use crate::ui::{
    Button, ButtonKind, EvidenceButton, IconButton, IconName, LinkedList, Menu, RemovalDialog,
    Section, Select, TextArea, TextField, anchor,
};

/// The chosen factor, or a word on how to choose one.
#[component]
pub fn Detail(page: Page) -> impl IntoView {
    let t = page.t;
    let chosen = page.store.select(move |wb| {
        let id = page.chosen.get()?;
        list::find(&wb.journey.factors, id).map(|factor| factor.id)
    });
    view! {
        <Section title=t.detail>
            {move || match chosen.get() {
                Some(id) => view! { <ChosenFactor page id /> }.into_any(),
                None => view! { <p class="muted">{t.choose_one}</p> }.into_any(),
            }}
        </Section>
    }
}

/// The fields of a factor.
#[component]
fn ChosenFactor(page: Page, id: Id) -> impl IntoView {
    let (t, locale) = (page.t, page.locale);
    let factor = page.store.select(move |wb| list::find(&wb.journey.factors, id).cloned());
    let of = move |look: fn(&Factor) -> String| {
        Signal::derive(move || factor.with(|factor| factor.as_ref().map(look).unwrap_or_default()))
    };
    let name =
        page.store.select(move |wb| wb.factor_name(id, locale).unwrap_or_default().to_owned());
    let line = Memo::new(move |_| {
        page.lines.with(|lines| lines.iter().find(|line| line.id == id).cloned())
    });
    let lead = move || line.read().as_ref().and_then(Line::lead).map(t.lead_by);
    let stage = Signal::derive(move || {
        factor.with(|factor| factor.as_ref().map_or(0, |factor| factor.stage as usize))
    });
    let stages = Stage::ALL.map(|stage| stage_name(stage, locale).to_owned()).to_vec();
    let actions = Signal::derive(move || {
        let suggested = line.read().as_ref().and_then(|line| line.suggested);
        let undecided = suggested.map_or_else(
            || t.undecided_plain.to_owned(),
            |action| (t.undecided)(action_name(action, locale)),
        );
        let mut options = vec![undecided];
        options.extend(FactorAction::ALL.map(|action| action_name(action, locale).to_owned()));
        options
    });
    let action = Signal::derive(move || {
        let action = factor.with(|factor| factor.as_ref().and_then(|factor| factor.action));
        action.map_or(0, |action| action as usize + 1)
    });
    let evidence = Signal::derive(move || {
        factor.with(|factor| factor.as_ref().map_or(Vec::new(), |factor| factor.evidence.clone()))
    });
    let sources = page.store.select(move |wb| sources(wb, locale));
    view! {
        <div class="stack" id=anchor(id) tabindex="-1" role="group" aria-label=name>
            <TextField
                label=t.name
                value=name
                on_commit=move |name| page.set(FactorField::Name(name))
            />
            <div class="journey-pair">
                <Select
                    label=t.stage
                    options=stages
                    selected=stage
                    on_select=move |idx: usize| page.set(FactorField::Stage(Stage::ALL[idx]))
                />
                <Select
                    label=t.action
                    options=actions
                    selected=action
                    on_select=move |idx: usize| {
                        let action = idx.checked_sub(1).map(|idx| FactorAction::ALL[idx]);
                        page.set(FactorField::Action(action));
                    }
                />
            </div>
            <TextField
                label=t.owner
                value=of(|factor| factor.owner.clone())
                on_commit=move |owner| page.set(FactorField::Owner(owner))
            />
            <TextArea
                label=t.note
                rows=2
                value=of(|factor| factor.note.clone())
                on_commit=move |note| page.set(FactorField::Note(note))
            />
            <p class="row">
                <EvidenceButton
                    subject=name
                    value=evidence
                    sources
                    on_change=move |evidence| page.set(FactorField::Evidence(evidence))
                />
                <span class="muted small">{lead}</span>
            </p>
            <MakeOf page id />
            <Ends page id name=name.into() />
        </div>
    }
}

/// What a factor can become.
#[component]
fn MakeOf(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let items = Signal::derive(move || swot_items(page, id));
    let is_on_curve = page
        .store
        .select(move |wb| wb.position.curve.iter().any(|factor| factor.factor == Some(id)));
    view! {
        <div class="row">
            <Menu label=t.to_swot items>
                {t.to_swot}
            </Menu>
            <Button
                disabled=Signal::from(is_on_curve)
                on_press=move |()| put_on_curve(page, id)
            >
                {move || if is_on_curve.get() { t.on_curve } else { t.to_curve }}
            </Button>
            <Button on_press=move |()| make_task(page, id)>{t.to_task}</Button>
        </div>
    }
}

/// What points at a factor; moves and removes it.
#[component]
fn Ends(page: Page, id: Id, name: Signal<String>) -> impl IntoView {
    let (t, locale) = (page.t, page.locale);
    let link = Link::new(LinkKind::Factor, id);
    let items = page.store.select(move |wb| linked(wb, &wb.pointing_at(link), locale));
    let open = RwSignal::new(false);
    let remove = move |()| {
        let name = name.get_untracked();
        if page.edit(JourneyEdit::Remove(id)) {
            page.say_undoable((t.removed)(&name));
        }
    };
    let ask = move |()| {
        if items.read_untracked().is_empty() { remove(()) } else { open.set(true) }
    };
    view! {
        <LinkedList items />
        <div class="row">
            <IconButton icon=IconName::Up label=t.up on_press=move |()| move_by(page, id, -1) />
            <IconButton icon=IconName::Down label=t.down on_press=move |()| move_by(page, id, 1) />
            <Button kind=ButtonKind::Quiet icon=IconName::Delete on_press=ask>
                {t.delete}
            </Button>
        </div>
        <RemovalDialog open name items note=t.remove_note on_remove=remove />
    }
}

/// Moves a factor past its neighbour of the same stage.
fn move_by(page: Page, id: Id, step: isize) {
    let to = page.store.with(|wb| {
        let factors = &wb.journey.factors;
        let stage = list::find(factors, id)?.stage;
        let places: Vec<usize> =
            (0..factors.len()).filter(|idx| factors[*idx].stage == stage).collect();
        let place = places.iter().position(|idx| factors[*idx].id == id)?;
        places.get(place.checked_add_signed(step)?).copied()
    });
    if let Some(to) = to {
        page.edit(JourneyEdit::Move { id, to });
    }
}
