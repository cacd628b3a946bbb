//! The map: what customers meet, think and suffer at each stage, and what of it is shown.

use leptos::prelude::*;

use crate::base::quadrant::Quadrant;
use crate::i18n::format;
use crate::knowledge::factors::{FUNNEL, FunnelStep};
use crate::knowledge::lanes::touchpoints;
use crate::platform::random::new_id;
use crate::tools::journey::calc::{FunnelRow, Shown};
use crate::tools::journey::edit::JourneyEdit;
use crate::tools::journey::model::{Lane, Stage};
use crate::tools::journey::text::{lane_name, stage_name, step_name};
use crate::tools::journey::view::moods::Moods;
use crate::tools::journey::view::state::Page;
use crate::tools::journey::view::views::{ViewBar, chosen_view};
use crate::ui::{Button, Icon, IconName, Menu, MenuItem, Section, TextArea};
use crate::workbook::edit::Edit;
use crate::workbook::make;

/// Stages from left to right, lanes from above; the curve of the mood under them.
#[component]
pub fn Stages(page: Page) -> impl IntoView {
    let (t, locale) = (page.t, page.locale);
    let place = RwSignal::new(0_usize);
    let view = chosen_view(page, place);
    let n_rows = move || (view.with(|view| view.lanes.len()) + 1).to_string();
    let head = move |lane: Lane| {
        view! { <span hidden=is_hidden(view, lane)>{lane_name(lane, locale)}</span> }
    };
    let column = move |stage: Stage| {
        view! {
            <li>
                <div class="journey-stage" role="group" aria-label=stage_name(stage, locale)>
                    <div class="journey-stage-head">
                        <h3>{stage_name(stage, locale)}</h3>
                        <PainMenu page stage />
                        <p class="muted small">{numbers(page, stage)}</p>
                    </div>
                    {Lane::ALL
                        .map(|lane| view! { <LaneField page view stage lane /> })
                        .collect_view()}
                </div>
            </li>
        }
    };
    let has_mood = Memo::new(move |_| view.with(|view| view.has_mood));
    view! {
        <Section title=t.stages note=t.stages_note more=move || view! { <TakeTouch page /> }>
            <ViewBar page place view />
            <div class="journey-map" style:--rows=n_rows>
                <div class="journey-lanes" aria-hidden="true">
                    <span></span>
                    {Lane::ALL.map(head).collect_view()}
                </div>
                <ol class="journey-stages">{Stage::ALL.map(column).collect_view()}</ol>
            </div>
        </Section>
        <Show when=move || has_mood.get()>
            <Moods page />
        </Show>
    }
}

/// The funnel's numbers of a stage, those that there are.
fn numbers(page: Page, stage: Stage) -> impl Fn() -> Option<String> {
    let locale = page.locale;
    move || {
        let (_, rows) = page.funnel.get()?;
        let steps = FUNNEL.iter().zip(rows).filter(|(step, _)| step.stage == stage);
        let words = |(step, row): (&FunnelStep, FunnelRow)| {
            Some(format!("{} {}", step_name(step, locale), format::count(row.n?)))
        };
        Some(steps.filter_map(words).collect::<Vec<String>>().join(" · "))
    }
}

fn is_hidden(view: Memo<Shown>, lane: Lane) -> impl Fn() -> bool + Copy {
    move || view.with(|view| !view.lanes.contains(&lane))
}

/// What stands in one lane of one stage.
#[component]
fn LaneField(page: Page, view: Memo<Shown>, stage: Stage, lane: Lane) -> impl IntoView {
    let value = page.store.select(move |wb| {
        let note = wb.journey.stages.iter().find(|note| note.stage == stage);
        note.map(|note| note.lane(lane).to_owned()).unwrap_or_default()
    });
    let set = move |text: String| {
        page.edit(JourneyEdit::SetStage { stage, lane, text });
    };
    view! {
        <div class="journey-cell" hidden=is_hidden(view, lane)>
            <TextArea label=lane_name(lane, page.locale) rows=2 value on_commit=set />
        </div>
    }
}

/// Writes where customers meet a shop of the platform into the stages that say nothing of it.
#[component]
fn TakeTouch(page: Page) -> impl IntoView {
    let t = page.t;
    let empty = page.store.select(|wb| {
        let says = |stage: &Stage| {
            let mut notes = wb.journey.stages.iter();
            notes.any(|note| note.stage == *stage && !note.touch.is_empty())
        };
        Stage::ALL.into_iter().filter(|stage| !says(stage)).collect::<Vec<Stage>>()
    });
    let take = move |()| {
        let write = |stage: Stage| {
            let text = touchpoints(stage, page.locale).to_owned();
            Edit::from(JourneyEdit::SetStage { stage, lane: Lane::Touch, text })
        };
        page.edit(Edit::All(empty.get_untracked().into_iter().map(write).collect()));
    };
    view! {
        <Show when=move || !empty.read().is_empty()>
            <Button on_press=take>{t.take_touch}</Button>
        </Show>
    }
}

/// Turns the pain of a stage into something that is worked on.
#[component]
fn PainMenu(page: Page, stage: Stage) -> impl IntoView {
    let t = page.t;
    let pain = page.store.select(move |wb| {
        let note = wb.journey.stages.iter().find(|note| note.stage == stage);
        note.map(|note| note.pain.trim().to_owned()).filter(|pain| !pain.is_empty())
    });
    let make = move |make: fn(String) -> Edit, said: fn(&str) -> String| {
        let Some(pain) = pain.get_untracked() else { return };
        if page.edit(make(pain.clone())) {
            page.say_undoable(said(&pain));
        }
    };
    let items = Signal::derive(move || {
        vec![
            MenuItem::new(t.as_weakness, move || make(weakness, t.made_swot)),
            MenuItem::new(t.as_threat, move || make(threat, t.made_swot)),
            MenuItem::new(t.as_task, move || make(task, t.made_task)),
        ]
    });
    view! {
        <Show when=move || pain.read().is_some()>
            <Menu
                label=(t.pain_to)(stage_name(stage, page.locale))
                items
                class="button button-quiet button-icon"
            >
                <Icon name=IconName::More />
            </Menu>
        </Show>
    }
}

fn weakness(pain: String) -> Edit {
    make::own_swot_entry(new_id(), Quadrant::Weakness, pain)
}

fn threat(pain: String) -> Edit {
    make::own_swot_entry(new_id(), Quadrant::Threat, pain)
}

fn task(pain: String) -> Edit {
    make::own_task(new_id(), pain)
}
