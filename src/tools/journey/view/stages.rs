//! The journey: what customers meet, think and suffer at each stage.

use leptos::prelude::*;

use crate::base::quadrant::Quadrant;
use crate::platform::random::new_id;
use crate::tools::journey::edit::JourneyEdit;
use crate::tools::journey::model::{Lane, Stage};
use crate::tools::journey::text::{lane_name, stage_name};
use crate::tools::journey::view::state::Page;
use crate::ui::{Icon, IconName, Menu, MenuItem, Section, TextArea};
use crate::workbook::edit::Edit;
use crate::workbook::make;

/// Stages from left to right, lanes from above.
#[component]
pub fn Stages(page: Page) -> impl IntoView {
    let (t, locale) = (page.t, page.locale);
    let column = move |stage: Stage| {
        view! {
            <li>
                <div role="group" aria-label=stage_name(stage, locale)>
                <h3>
                    {stage_name(stage, locale)}
                    <PainMenu page stage />
                </h3>
                {Lane::ALL.map(|lane| view! { <LaneField page stage lane /> }).collect_view()}
                </div>
            </li>
        }
    };
    view! {
        <Section title=t.stages note=t.stages_note>
            <ol class="journey-stages">{Stage::ALL.map(column).collect_view()}</ol>
        </Section>
    }
}

/// What stands in one lane of one stage.
#[component]
fn LaneField(page: Page, stage: Stage, lane: Lane) -> impl IntoView {
    let value = page.store.select(move |wb| {
        let note = wb.journey.stages.iter().find(|note| note.stage == stage);
        note.map(|note| note.lane(lane).to_owned()).unwrap_or_default()
    });
    let set = move |text: String| {
        page.edit(JourneyEdit::SetStage { stage, lane, text });
    };
    view! { <TextArea label=lane_name(lane, page.locale) rows=2 value on_commit=set /> }
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
