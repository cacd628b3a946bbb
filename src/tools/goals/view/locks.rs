//! Everything that is held by hand, and letting go of it.

use leptos::prelude::*;

use crate::base::order;
use crate::i18n::use_locale;
use crate::tools::goals::edit::CellChange;
use crate::tools::goals::model::{CellKey, CellRule};
use crate::tools::goals::text::{names, parts};
use crate::tools::goals::view::state::{Page, Trouble};
use crate::ui::{Button, Dialog};

/// The locks, floors and caps: those that refused the last change, or all of the year.
#[component]
pub fn LocksDialog(page: Page) -> impl IntoView {
    let t = parts::text(use_locale());
    let keys = Memo::new(move |_| held_cells(page));
    let open = page.dialogs.locks;
    let free_all = move |()| {
        page.set_cells(keys.get_untracked().into_iter().map(freed).collect());
    };
    let actions = move || {
        view! {
            <Button on_press=free_all>{t.free_all}</Button>
            <Button on_press=move |()| open.set(false)>{t.close}</Button>
        }
    };
    view! {
        <Dialog title=t.locks_title open actions>
            <p class="goals-note">{t.locks_note}</p>
            <p hidden=move || !keys.read().is_empty()>{t.no_locks}</p>
            <ul class="goals-list">
                <For each=move || keys.get() key=|key| *key let:key>
                    <LockRow page key />
                </For>
            </ul>
        </Dialog>
    }
}

fn held_cells(page: Page) -> Vec<CellKey> {
    let among = page.trouble.with(|trouble| match trouble {
        Some(Trouble::Refused(refusal)) => Some(refusal.cells()),
        _ => None,
    });
    let is_held = |rule: &&CellRule| {
        let binds = rule.lock.is_some() || rule.floor.is_some() || rule.cap.is_some();
        binds && among.as_ref().is_none_or(|among| among.contains(&rule.period))
    };
    let plan = page.plan.get();
    let mut keys: Vec<CellKey> = plan
        .iter()
        .flat_map(|plan| plan.cells.iter().filter(is_held).map(|rule| rule.period))
        .collect();
    order::sort(&mut keys);
    keys
}

/// One held cell.
#[component]
fn LockRow(page: Page, key: CellKey) -> impl IntoView {
    let locale = use_locale();
    let t = parts::text(locale);
    let rule = Memo::new(move |_| page.plan.get().and_then(|plan| plan.cell(key).cloned()));
    let rules = move || {
        let unit = page.unit();
        let exact = |value: i64| names::exact(value, unit, locale);
        rule.get().map(|rule| {
            let all = [
                rule.lock.map(|value| (t.is_exactly)(&exact(value))),
                rule.floor.map(|value| (t.at_least)(&exact(value))),
                rule.cap.map(|value| (t.at_most)(&exact(value))),
            ];
            names::list(&all.into_iter().flatten().collect::<Vec<_>>(), locale)
        })
    };
    let note = move || rule.read().as_ref().map(|rule| rule.note.clone());
    let name = {
        let (year, cut) = (page.year.get_untracked(), page.cut.get_untracked());
        names::period_long(key, year, cut, locale)
    };
    let free = move |()| {
        page.set_cells(vec![freed(key)]);
    };
    view! {
        <li class="goals-list-row">
            <b>{name}</b>
            <span>{rules}</span>
            <span class="goals-note">{note}</span>
            <Button on_press=free>{t.free}</Button>
        </li>
    }
}

fn freed(key: CellKey) -> CellChange {
    CellChange { floor: Some(None), cap: Some(None), ..CellChange::lock(key, None) }
}
