//! 重点突破, and 减少或砍掉.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::quadrant::Quadrant;
use crate::platform::random::new_id;
use crate::tools::journey::calc::{Line, breakthroughs, savings};
use crate::tools::journey::edit::JourneyEdit;
use crate::tools::journey::model::{FactorAction, FactorLimits};
use crate::tools::journey::text::{action_name, points, quadrant_name};
use crate::tools::journey::view::state::{Page, name_in};
use crate::ui::{CountField, Icon, IconName, Menu, MenuItem, Section};
use crate::workbook::make;

/// Both lists, and from where on a factor is listed.
#[component]
pub fn Lists(page: Page) -> impl IntoView {
    let t = page.t;
    let limits = page.store.select(|wb| wb.journey.limits.clone());
    let first = Memo::new(move |_| breakthroughs(&page.lines.read(), &limits.read()));
    let second = Memo::new(move |_| savings(&page.lines.read()));
    view! {
        <div class="columns" data-columns="2">
            <Section title=t.first note=t.first_note>
                <FactorList page lines=first.into() is_saving=false none=t.first_none />
            </Section>
            <Section title=t.savings note=t.savings_note>
                <FactorList page lines=second.into() is_saving=true none=t.savings_none />
            </Section>
        </div>
        <details class="journey-limits">
            <summary>{t.limits}</summary>
            <div class="row">
                <Limit page label=t.limit_low of=|limits| &mut limits.low />
                <Limit page label=t.limit_effort of=|limits| &mut limits.effort />
                <Limit page label=t.limit_top of=|limits| &mut limits.top />
            </div>
        </details>
    }
}

/// One limit.
#[component]
fn Limit(page: Page, label: &'static str, of: fn(&mut FactorLimits) -> &mut u8) -> impl IntoView {
    let limits = page.store.select(|wb| wb.journey.limits.clone());
    let value = Signal::derive(move || Some(i64::from(*of(&mut limits.get()))));
    let set = move |count: Option<i64>| {
        let mut limits = limits.get_untracked();
        *of(&mut limits) = count.and_then(|count| u8::try_from(count).ok()).unwrap_or(0);
        page.edit(JourneyEdit::SetLimits(limits));
    };
    view! { <CountField label value is_required=true on_commit=set /> }
}

#[component]
fn FactorList(
    page: Page,
    lines: Signal<Vec<Line>>,
    is_saving: bool,
    none: &'static str,
) -> impl IntoView {
    let t = page.t;
    let names = page.names();
    let entry = move |line: Line| {
        let id = line.id;
        let name = name_in(&names.read(), id);
        let figures = figures(page, &line, is_saving);
        let items = Signal::derive(move || make_items(page, id));
        view! {
            <li>
                <button
                    type="button"
                    class="journey-entry"
                    on:click=move |_| page.chosen.set(Some(id))
                >
                    <b>{name}</b>
                    <span class="muted small">{figures}</span>
                </button>
                <Menu label=t.more items class="button button-quiet button-icon">
                    <Icon name=IconName::More />
                </Menu>
            </li>
        }
    };
    view! {
        <ol class="journey-list">{move || lines.get().into_iter().map(entry).collect_view()}</ol>
        <p class="muted" hidden=move || !lines.read().is_empty()>
            {none}
        </p>
    }
}

fn figures(page: Page, line: &Line, is_saving: bool) -> String {
    let t = page.t;
    let score = |value: Option<u8>| value.map(|value| value.to_string()).unwrap_or_default();
    let importance = points(line.importance.map_or(0, |importance| importance.value));
    if is_saving {
        (t.effort_of)(&importance, &score(line.effort))
    } else {
        (t.gap_of)(&importance, &score(line.own))
    }
}

/// Everything that can be made of a factor, as one menu.
fn make_items(page: Page, id: Id) -> Vec<MenuItem> {
    let t = page.t;
    let mut items = vec![
        MenuItem::new(t.to_curve, move || put_on_curve(page, id)),
        MenuItem::new(t.to_task, move || make_task(page, id)),
    ];
    items.extend(
        swot_items(page, id)
            .into_iter()
            .map(|item| MenuItem { label: format!("{} · {}", t.to_swot, item.label), ..item }),
    );
    items
}

/// The quadrants that a factor can be put into; the one that its scores speak for is marked.
pub fn swot_items(page: Page, id: Id) -> Vec<MenuItem> {
    let gap =
        page.lines.with(|lines| lines.iter().find(|line| line.id == id).and_then(|line| line.gap));
    let fitting = gap.map(|gap| if 0 < gap { Quadrant::Weakness } else { Quadrant::Strength });
    let item = |quadrant: Quadrant| {
        let label = quadrant_name(quadrant, page.locale);
        MenuItem::new(label, move || put_in_swot(page, id, quadrant))
            .checked(fitting == Some(quadrant))
    };
    Quadrant::ALL.map(item).to_vec()
}

fn put_in_swot(page: Page, id: Id, quadrant: Quadrant) {
    let (t, name) = (page.t, page.name_of(id));
    let text = match quadrant {
        Quadrant::Strength => (t.strength_text)(&name),
        Quadrant::Weakness => (t.gap_text)(&name),
        Quadrant::Opportunity | Quadrant::Threat => name.clone(),
    };
    let link = Link::new(LinkKind::Factor, id);
    if page.edit(make::swot_entry(new_id(), quadrant, text, link)) {
        page.say_undoable((t.made_swot)(&name));
    }
}

/// Puts a factor onto the value curve.
pub fn put_on_curve(page: Page, id: Id) {
    let edit = page.store.with(|wb| wb.curve_factor(new_id(), id));
    let name = page.name_of(id);
    let Some(edit) = edit else {
        page.toasts.say(page.t.on_curve);
        return;
    };
    if page.edit(edit) {
        page.say_undoable((page.t.made_curve)(&name));
    }
}

/// Makes an action of a factor, called by what is to be done about it.
pub fn make_task(page: Page, id: Id) {
    let name = page.name_of(id);
    let action = page.lines.with_untracked(|lines| {
        let line = lines.iter().find(|line| line.id == id)?;
        line.action.or(line.suggested)
    });
    let action = action_name(action.unwrap_or(FactorAction::Raise), page.locale);
    let title = (page.t.task_text)(action, &name);
    let link = Link::new(LinkKind::Factor, id);
    if page.edit(make::task(new_id(), title.clone(), link)) {
        page.say_undoable((page.t.made_task)(&title));
    }
}
