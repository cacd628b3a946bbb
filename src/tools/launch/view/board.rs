//! The board: a list a stage.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::platform::document;
use crate::platform::page::after;
use crate::tools::launch::calc::{Outcome, days_in_stage, scorecard};
use crate::tools::launch::model::{ItemVerdict, LaunchStage};
use crate::tools::launch::text::points;
use crate::tools::launch::view::state::{Page, handle_id, list_name};
use crate::ui::{
    DragHandle, Icon, IconButton, IconName, Menu, MenuItem, NewLine, Step, Tag, Tone, anchor,
};

/// The four stages side by side.
#[component]
pub fn Board(page: Page) -> impl IntoView {
    view! {
        <section class="launch-board" aria-label=page.t.board>
            {LaunchStage::ALL.map(|stage| view! { <Stage page stage /> })}
            <p class="visually-hidden" role="status">{page.said}</p>
        </section>
    }
}

#[component]
fn Stage(page: Page, stage: LaunchStage) -> impl IntoView {
    let t = page.t;
    let ids = page.in_stage(stage);
    let is_adding = RwSignal::new(false);
    let name = list_name(stage);
    let title_id = format!("{name}-title");
    let labelled = title_id.clone();
    view! {
        <section class="launch-stage" aria-labelledby=labelled>
            <header class="launch-head">
                <b class="launch-letter" aria-hidden="true">{stage.letter().to_string()}</b>
                <h2 id=title_id>{(t.stage)(stage)}</h2>
                <span class="launch-count muted small">
                    {move || (t.count)(ids.with(Vec::len))}
                </span>
                <IconButton
                    icon=IconName::Plus
                    label=(t.add)((t.stage)(stage))
                    on_press=move |()| is_adding.set(true)
                />
            </header>
            <p class="launch-note muted small">{(t.stage_note)(stage)}</p>
            <ul
                class="launch-list"
                data-drop-list=name
                data-over=move || page.drag.is_at_end(name).then_some("")
            >
                <For each=move || ids.get() key=|id| *id let:id>
                    <Card page id />
                </For>
            </ul>
            <Show when=move || is_adding.get()>
                <NewLine
                    label=(t.add)((t.stage)(stage))
                    is_adding
                    on_add=move |typed| page.add(stage, typed)
                />
            </Show>
        </section>
    }
}

#[component]
fn Card(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let item = page.item(id);
    let title = Signal::derive(move || page.name_of(id));
    let problem = move || item.with(|one| one.as_ref().map(|one| one.problem.clone()));
    let days = move || item.with(|one| days_in_stage(one.as_ref()?, page.today));
    let verdict = move || item.with(|one| one.as_ref()?.verdict);
    let owner = move || item.with(|one| one.as_ref().map(|one| one.owner.clone()));
    let card = Memo::new(move |_| {
        item.with(|one| {
            let one = one.as_ref()?;
            Some(page.section.with(|section| scorecard(section, one)))
        })
    });
    let days_tag = move || {
        days().map(|days| {
            let limit = page.section.with(|section| i32::from(section.long_wait));
            let tone = if limit <= days { Tone::Alert } else { Tone::Plain };
            view! { <Tag tone>{(t.days)(days)}</Tag> }
        })
    };
    let verdict_tag = move || {
        verdict().map(|verdict| {
            let tone = if verdict == ItemVerdict::Go { Tone::Done } else { Tone::Plain };
            view! { <Tag tone>{(t.verdicts)(verdict)}</Tag> }
        })
    };
    let score_tag = move || {
        card.with(|card| {
            let card = card.as_ref()?;
            let (mean, tone) = (card.mean?, outcome_tone(card.outcome));
            let words = format!("{} {}", points(mean), (t.outcome)(card.outcome));
            Some(view! { <Tag tone>{words}</Tag> })
        })
    };
    let name = id.to_string();
    let (held, before, item_name) = (name.clone(), name.clone(), name.clone());
    view! {
        <li
            class="launch-card"
            data-drop-item=name
            data-held=move || page.drag.is_held(&held).then_some("")
            data-over=move || page.drag.is_before(&before).then_some("")
        >
            <div class="launch-card-head">
                <DragHandle
                    drag=page.drag
                    item=item_name
                    id=handle_id(id)
                    label=Signal::derive(move || (t.move_it)(&title.read()))
                    help=t.move_help
                    on_step=move |step| walk(page, id, step)
                >
                    <span class="launch-grip" aria-hidden="true">"⠿"</span>
                </DragHandle>
                <button
                    type="button"
                    class="launch-title"
                    id=anchor(id)
                    aria-haspopup="dialog"
                    on:click=move |_| page.opened.set(Some(id))
                >
                    {title}
                </button>
                <CardMenu page id title />
            </div>
            <p class="launch-problem small">{problem}</p>
            <p class="launch-tags">
                {days_tag} {score_tag} {verdict_tag} <span class="muted small">{owner}</span>
            </p>
        </li>
    }
}

/// The tone of what a scorecard comes to.
pub fn outcome_tone(outcome: Outcome) -> Tone {
    match outcome {
        Outcome::Open => Tone::Plain,
        Outcome::Pass => Tone::Done,
        Outcome::Fail => Tone::Alert,
    }
}

fn walk(page: Page, id: Id, step: Step) {
    let Some((stage, at)) = page.place_of(id) else { return };
    let idx = stage.idx();
    let (to, at) = match step {
        Step::Up => (Some(stage), at.saturating_sub(1)),
        Step::Down => (Some(stage), at + 1),
        Step::Left => (idx.checked_sub(1).map(|idx| LaunchStage::ALL[idx]), usize::MAX),
        Step::Right => (LaunchStage::ALL.get(idx + 1).copied(), usize::MAX),
    };
    if let Some(to) = to {
        page.place(id, to, at);
        // The card is built anew in the other list: the focus goes to its new handle.
        after(0, move || document::focus(&handle_id(id)));
    }
}

#[component]
fn CardMenu(page: Page, id: Id, title: Signal<String>) -> impl IntoView {
    let t = page.t;
    let items = Signal::derive(move || {
        let mut items = vec![
            MenuItem::new(t.open, move || page.opened.set(Some(id))).with_icon(IconName::Edit),
        ];
        let here = page.place_of(id).map(|(stage, _)| stage);
        for stage in LaunchStage::ALL.into_iter().filter(|one| Some(*one) != here) {
            items.push(MenuItem::new((t.move_to)((t.stage)(stage)), move || {
                page.place(id, stage, usize::MAX);
            }));
        }
        items.push(MenuItem::new(t.list_it, move || page.list_it(id)).with_icon(IconName::Tag));
        items.push(
            MenuItem::new(t.make_task, move || page.make_task(id)).with_icon(IconName::Check),
        );
        items.push(
            MenuItem::new(t.delete, move || page.removed.set(Some(id))).with_icon(IconName::Delete),
        );
        items
    });
    view! {
        <Menu
            label=Signal::derive(move || (t.menu)(&title.read()))
            items
            class="button button-quiet button-icon"
        >
            <Icon name=IconName::More />
        </Menu>
    }
}
