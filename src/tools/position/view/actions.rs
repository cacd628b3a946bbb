//! The four actions as deltas on the curve (T-36).

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::i18n::format;
use crate::i18n::links::linked;
use crate::platform::clock;
use crate::platform::random::new_id;
use crate::tools::position::calc::CurveLine;
use crate::tools::position::edit::PositionEdit;
use crate::tools::position::model::{Change, CurveLimits, FourAction};
use crate::tools::position::text::names;
use crate::tools::position::view::state::Page;
use crate::ui::{CountField, Icon, IconName, Menu, MenuItem, RemovalDialog, Section, anchor};
use crate::workbook::make;

/// The grid, and when something is suggested.
#[component]
pub fn Actions(page: Page) -> impl IntoView {
    let t = page.t;
    let removed = RwSignal::new(None::<Id>);
    view! {
        <Section title=t.actions note=t.actions_note>
            <div class="position-actions">
                {FourAction::ALL
                    .map(|action| view! { <Quarter page action=Some(action) removed /> })
                    .collect_view()}
            </div>
            <Quarter page action=None removed />
            <details class="position-limits">
                <summary>{t.limits}</summary>
                <div class="stack">
                    <Limit page label=t.limit_low of=|limits| &mut limits.low />
                    <Limit page label=t.limit_high of=|limits| &mut limits.high />
                    <Limit page label=t.limit_much of=|limits| &mut limits.much />
                </div>
            </details>
        </Section>
        <Removal page removed />
    }
}

/// One of the four; without an action, the factors that stay as they are.
#[component]
fn Quarter(page: Page, action: Option<FourAction>, removed: RwSignal<Option<Id>>) -> impl IntoView {
    let (t, locale) = (page.t, page.locale);
    let name = action.map_or(t.unsaid, |action| names::four_action(action, locale));
    let entries = Memo::new(move |_| {
        let names = page.names.get();
        page.lines.with(|lines| {
            let all = lines.iter().cloned().zip(names);
            all.filter(|(line, _)| line.standing() == action).collect::<Vec<_>>()
        })
    });
    let row = move |(line, name): (CurveLine, String)| view! { <Entry page line name removed /> };
    view! {
        <div class="position-quarter" role="group" aria-label=name>
            <h3>{name}</h3>
            <ul>{move || entries.get().into_iter().map(row).collect_view()}</ul>
            <p class="muted small" hidden=move || !entries.read().is_empty()>
                {t.nothing_here}
            </p>
        </div>
    }
}

/// One factor: from what to what, why, and what can be done with it.
#[component]
fn Entry(
    page: Page,
    line: CurveLine,
    name: String,
    removed: RwSignal<Option<Id>>,
) -> impl IntoView {
    let (t, id) = (page.t, line.id);
    let score =
        |value: Option<u8>| value.map_or_else(|| format::NONE.to_owned(), |n| n.to_string());
    let delta = line.delta.map(|delta| format!(" ({})", format::signed_count(delta.into())));
    let figures =
        format!("{} → {}{}", score(line.today), score(line.target), delta.unwrap_or_default());
    let why = match (line.action, line.suggested) {
        (None, Some((_, reason))) => Some(names::reason(reason, page.locale)),
        _ => None,
    };
    let items = Signal::derive(move || items(page, id, removed));
    view! {
        <li id=anchor(id) tabindex="-1" data-suggested=why.map(|_| "")>
            <span class="position-entry">
                <b>{name.clone()}</b>
                <span class="small">{figures}</span>
                <span class="muted small">{why}</span>
            </span>
            <Menu label=format!("{} {name}", t.more) items class="button button-quiet button-icon">
                <Icon name=IconName::More />
            </Menu>
        </li>
    }
}

fn items(page: Page, id: Id, removed: RwSignal<Option<Id>>) -> Vec<MenuItem> {
    let t = page.t;
    let decided = page.store.with(|wb| {
        wb.position.curve.iter().find(|factor| factor.id == id).and_then(|factor| factor.action)
    });
    let decide = move |action| {
        page.edit(PositionEdit::SetAction { id, action });
    };
    let mut items: Vec<MenuItem> = FourAction::ALL
        .map(|action| {
            MenuItem::new(names::four_action(action, page.locale), move || decide(Some(action)))
                .checked(decided == Some(action))
        })
        .to_vec();
    items.extend([
        MenuItem::new(t.by_suggestion, move || decide(None)).checked(decided.is_none()),
        MenuItem::new(t.make_change, move || make_change(page, id)),
        MenuItem::new(t.make_task, move || make_task(page, id)),
        MenuItem::new(t.move_left, move || move_by(page, id, -1)),
        MenuItem::new(t.move_right, move || move_by(page, id, 1)),
        MenuItem::new(t.delete, move || removed.set(Some(id))).with_icon(IconName::Delete),
    ]);
    items
}

/// What a factor's change or task is called.
fn title(page: Page, id: Id) -> String {
    let name = page.name_of(id);
    let standing = page.lines.with_untracked(|lines| {
        lines.iter().find(|line| line.id == id).and_then(CurveLine::standing)
    });
    match standing {
        Some(action) => format!("{} {name}", names::four_action(action, page.locale)),
        None => name,
    }
}

fn make_change(page: Page, id: Id) {
    let title = title(page, id);
    let source = Link::new(LinkKind::CurveFactor, id);
    let change = Change::new(new_id(), title.clone(), clock::today(), Some(source));
    if page.edit(PositionEdit::PutChange(change)) {
        page.say_undoable((page.t.made_change)(&title));
    }
}

fn make_task(page: Page, id: Id) {
    let title = title(page, id);
    let source = Link::new(LinkKind::CurveFactor, id);
    if page.edit(make::task(new_id(), title.clone(), source)) {
        page.say_undoable((page.t.made_task)(&title));
    }
}

fn move_by(page: Page, id: Id, step: isize) {
    let to = page.lines.with_untracked(|lines| {
        let place = lines.iter().position(|line| line.id == id)?;
        place.checked_add_signed(step).filter(|place| *place < lines.len())
    });
    if let Some(to) = to {
        page.edit(PositionEdit::Move { id, to });
    }
}

/// Asks before a factor is removed that others point at.
#[component]
fn Removal(page: Page, removed: RwSignal<Option<Id>>) -> impl IntoView {
    let locale = page.locale;
    let open = RwSignal::new(false);
    let name = Signal::derive(move || removed.get().map_or(String::new(), |id| page.name_of(id)));
    let items = page.store.select(move |wb| {
        let link = removed.get().map(|id| Link::new(LinkKind::CurveFactor, id));
        link.map_or(Vec::new(), |link| linked(wb, &wb.pointing_at(link), locale))
    });
    let remove = move |()| {
        let Some(id) = removed.get_untracked() else { return };
        let name = page.name_of(id);
        removed.set(None);
        if page.edit(PositionEdit::Remove(id)) {
            page.say_undoable((page.t.removed)(&name));
        }
    };
    // The menu of a row names what goes; whether to ask depends on what points at it.
    Effect::new(move |_| {
        if removed.get().is_some() {
            if items.with_untracked(Vec::is_empty) { remove(()) } else { open.set(true) }
        }
    });
    Effect::new(move |was: Option<bool>| {
        let is_open = open.get();
        if was == Some(true) && !is_open {
            removed.set(None);
        }
        is_open
    });
    view! { <RemovalDialog open name items on_remove=remove /> }
}

/// One limit.
#[component]
fn Limit(page: Page, label: &'static str, of: fn(&mut CurveLimits) -> &mut u8) -> impl IntoView {
    let limits = page.store.select(|wb| wb.position.limits.clone());
    let value = Signal::derive(move || Some(i64::from(*of(&mut limits.get()))));
    let set = move |count: Option<i64>| {
        let mut limits = limits.get_untracked();
        *of(&mut limits) = count.and_then(|count| u8::try_from(count).ok()).unwrap_or(0);
        page.edit(PositionEdit::SetLimits(limits));
    };
    view! { <CountField label value is_required=true on_commit=set /> }
}
