//! The log of shopping as a customer (T-18).

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::list;
use crate::platform::clock;
use crate::platform::random::new_id;
use crate::tools::journey::edit::{JourneyEdit, VisitField};
use crate::tools::journey::model::{Visit, VisitPath};
use crate::tools::journey::text::path_name;
use crate::tools::journey::view::state::Page;
use crate::ui::{Button, Checkbox, DateField, IconButton, IconName, Section, Select, TextField};

/// The log, and a way to note a step.
#[component]
pub fn Visits(page: Page) -> impl IntoView {
    let t = page.t;
    let ids =
        page.store.select(|wb| wb.journey.visits.iter().map(|visit| visit.id).collect::<Vec<_>>());
    let add = move |()| {
        // The next step of a visit begins where the last one was.
        let last = page.store.with(|wb| wb.journey.visits.last().cloned());
        let mut visit = Visit::new(new_id(), clock::today());
        if let Some(last) = last {
            (visit.path, visit.rival, visit.day) = (last.path, last.rival, last.day);
        }
        page.edit(JourneyEdit::PutVisit(visit));
    };
    let more = move || {
        view! {
            <Button icon=IconName::Plus on_press=add>
                {t.add_visit}
            </Button>
        }
    };
    view! {
        <Section title=t.visits note=t.visits_note more>
            <p class="muted" hidden=move || !ids.read().is_empty()>
                {t.visits_none}
            </p>
            <ol class="journey-visits">
                <For each=move || ids.get() key=|id| *id let:id>
                    <VisitRow page id />
                </For>
            </ol>
        </Section>
    }
}

/// One step.
#[component]
fn VisitRow(page: Page, id: Id) -> impl IntoView {
    let (t, locale) = (page.t, page.locale);
    let visit = page.store.select(move |wb| list::find(&wb.journey.visits, id).cloned());
    let of = move |look: fn(&Visit) -> String| {
        Signal::derive(move || visit.with(|visit| visit.as_ref().map(look).unwrap_or_default()))
    };
    let set = move |field: VisitField| {
        page.edit(JourneyEdit::SetVisit { id, field });
    };
    let path = Signal::derive(move || visit.with(|v| v.as_ref().map_or(0, |v| v.path as usize)));
    let day = Signal::derive(move || visit.with(|visit| visit.as_ref().and_then(|v| v.day)));
    let bought = Signal::derive(move || visit.with(|v| v.as_ref().is_some_and(|v| v.is_bought)));
    let rival = Signal::derive(move || visit.with(|visit| visit.as_ref().and_then(|v| v.rival)));
    let factor = Signal::derive(move || visit.with(|visit| visit.as_ref().and_then(|v| v.factor)));
    let paths = VisitPath::ALL.map(|path| path_name(path, locale).to_owned()).to_vec();
    let remove = move |()| {
        if page.edit(JourneyEdit::RemoveVisit(id)) {
            page.say_undoable(t.visit_removed.to_owned());
        }
    };
    view! {
        <li>
            <DateField
                label=t.visit_day
                value=day
                on_commit=move |day| set(VisitField::Day(day))
            />
            <Select
                label=t.visit_path
                options=paths
                selected=path
                on_select=move |idx: usize| set(VisitField::Path(VisitPath::ALL[idx]))
            />
            <ThingSelect
                label=t.visit_shop
                none=t.own_shop
                names=page.rivals.into()
                value=rival
                on_select=move |id| set(VisitField::Rival(id))
            />
            <ThingSelect
                label=t.visit_factor
                none=t.no_factor
                names=page.names().into()
                value=factor
                on_select=move |id| set(VisitField::Factor(id))
            />
            <TextField
                label=t.visit_saw
                value=of(|visit| visit.saw.clone())
                on_commit=move |saw| set(VisitField::Saw(saw))
            />
            <TextField
                label=t.visit_cared
                value=of(|visit| visit.cared.clone())
                on_commit=move |cared| set(VisitField::Cared(cared))
            />
            <Checkbox
                label=t.visit_bought
                checked=bought
                on_change=move |is_bought| set(VisitField::Bought(is_bought))
            />
            <IconButton icon=IconName::Delete label=t.delete_visit on_press=remove />
        </li>
    }
}

/// One of several named things, or none.
#[component]
fn ThingSelect(
    label: &'static str,
    none: &'static str,
    names: Signal<Vec<(Id, String)>>,
    value: Signal<Option<Id>>,
    #[prop(into)] on_select: Callback<Option<Id>>,
) -> impl IntoView {
    let options = Signal::derive(move || {
        let mut options = vec![none.to_owned()];
        names.with(|names| options.extend(names.iter().map(|(_, name)| name.clone())));
        options
    });
    let selected = Signal::derive(move || {
        let value = value.get();
        let place = |names: &Vec<(Id, String)>| names.iter().position(|(id, _)| Some(*id) == value);
        names.with(place).map_or(0, |idx| idx + 1)
    });
    let select = move |idx: usize| {
        let id = idx
            .checked_sub(1)
            .and_then(|idx| names.with_untracked(|all| all.get(idx).map(|(id, _)| *id)));
        on_select.run(id);
    };
    view! { <Select label options selected on_select=select /> }
}
