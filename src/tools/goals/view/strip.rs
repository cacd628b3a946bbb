//! The year at a glance: four quarters of three months each.

use leptos::prelude::*;

use crate::base::day::Month;
use crate::i18n::use_locale;
use crate::tools::goals::calc::page::strip::{Bar, bar};
use crate::tools::goals::calc::page::table::{PeriodRow, Standing};
use crate::tools::goals::model::CellKey;
use crate::tools::goals::text::{Text, names, text};
use crate::tools::goals::view::state::Page;
use crate::ui::{Icon, IconName};

/// The strip. A click on a month looks at its days.
#[component]
pub fn YearStrip(page: Page) -> impl IntoView {
    let t = text(use_locale());
    view! {
        <section class="goals-strip" aria-label=t.strip>
            <h2 class="visually-hidden">{t.strip}</h2>
            {(0..4).map(|idx| view! { <Quarter page idx /> }).collect_view()}
        </section>
    }
}

/// One quarter with its months.
#[component]
fn Quarter(page: Page, idx: u8) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let row = Memo::new(move |_| {
        page.later.with(|table| table.as_ref().and_then(|table| table.row(CellKey::Quarter(idx))))
    });
    let compact = move |value: i64| names::compact(value, page.unit(), locale);
    let target = move || row.with(|row| row.as_ref().map(|row| compact(row.target)));
    let actual = move || {
        row.with(|row| {
            let actual = row.as_ref()?.actual.map_or_else(|| t.none.to_owned(), compact);
            Some((t.quarter_actual)(&actual))
        })
    };
    let is_locked = Memo::new(move |_| row.read().as_ref().is_some_and(PeriodRow::is_locked));
    let has_row = Memo::new(move |_| row.read().is_some());
    let head = move || {
        has_row.get().then(|| {
            view! {
                <span>{target}</span>
                <Padlock shown=is_locked />
                <span class="goals-strip-note">{actual}</span>
            }
        })
    };
    let months = move || {
        let first = usize::from(idx) * 3;
        page.cut.get().months(page.year.get())[first..first + 3].to_vec()
    };
    view! {
        <div class="goals-quarter">
            <h3>{names::period(CellKey::Quarter(idx), locale)} {head}</h3>
            <ol>
                <For each=months key=|month| *month let:month>
                    <MonthTile page month />
                </For>
            </ol>
        </div>
    }
}

/// One month: name, standing, target, bar, actual.
#[component]
fn MonthTile(page: Page, month: Month) -> impl IntoView {
    let key = CellKey::Month(month);
    let row = Memo::new(move |_| {
        page.later.with(|table| table.as_ref().and_then(|table| table.row(key)))
    });
    let is_current = move || (page.month.get() == month).then_some("true");
    let is_now = page.today.month() == month;
    let has_row = Memo::new(move |_| row.read().is_some());
    view! {
        <li aria-current=is_current data-now=is_now.then_some("")>
            <button type="button" on:click=move |_| page.look_at_month(month)>
                {move || has_row.get().then(|| view! { <MonthFigures page key row /> })}
            </button>
        </li>
    }
}

/// What a month's tile says. Each of its texts follows the month by itself: an edit moves a few.
#[component]
fn MonthFigures(page: Page, key: CellKey, row: Memo<Option<PeriodRow>>) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let compact = move |value: i64| names::compact(value, page.unit(), locale);
    let standing_now = Memo::new(move |_| row.read().as_ref().map(|row| row.standing));
    // What the mark says, in words; a month that is ahead says it where others have their share.
    let said = move || match standing_now.get() {
        None | Some(Standing::Ahead) => "",
        Some(now) => standing(now, t),
    };
    let mark = move || {
        let (name, is_bad) = match standing_now.get()? {
            Standing::Met => (IconName::Check, false),
            Standing::Missed | Standing::Unknown => (IconName::Alert, true),
            Standing::Ahead | Standing::Running => return None,
        };
        Some(view! {
            <span class="goals-tile-mark" data-tone=is_bad.then_some("alert")>
                <Icon name size=12 />
            </span>
        })
    };
    let share = move || match standing_now.get() {
        Some(Standing::Ahead) => t.ahead.to_owned(),
        _ => row.with(|row| names::share(row.as_ref().and_then(|row| row.attainment))),
    };
    let target = move || row.with(|row| row.as_ref().map(|row| compact(row.target)));
    let actual = move || {
        row.with(|row| {
            let actual = row.as_ref()?.actual.map_or_else(|| t.none.to_owned(), compact);
            Some((t.quarter_actual)(&actual))
        })
    };
    let is_locked = Memo::new(move |_| row.read().as_ref().is_some_and(PeriodRow::is_locked));
    view! {
        <span class="goals-tile-head">
            <b>{names::period(key, locale)}</b>
            <span class="visually-hidden">{said}</span>
            {mark}
            <span class="goals-tile-share">{share}</span>
        </span>
        <span class="goals-tile-target">
            <span class="visually-hidden">{t.target}</span>
            {target}
            <Padlock shown=is_locked />
        </span>
        <MonthBar row />
        <span class="goals-strip-note">{actual}</span>
    }
}

/// Target and actual of a month as a bar, with where it should stand by now.
#[component]
fn MonthBar(row: Memo<Option<PeriodRow>>) -> impl IntoView {
    let bars = Memo::new(move |_| row.with(|row| row.as_ref().map(bar)));
    let part = move |of: fn(&Bar) -> i64| move || bars.read().as_ref().map(of);
    let due = Memo::new(move |_| bars.read().as_ref().and_then(|bars| bars.expected));
    view! {
        <svg class="goals-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="goals-bar-track" y="2" width=part(|bars| bars.target) height="4" />
            <rect class="goals-bar-actual" y="2" width=part(|bars| bars.actual) height="4" />
            {move || {
                let x = due.get()?;
                Some(view! { <rect class="goals-bar-due" x=x y="1" width="0.8" height="6" /> })
            }}
            <rect class="goals-bar-tick" x=part(|bars| bars.target) width="1.2" height="8" />
        </svg>
    }
}

/// A padlock at an amount that was typed over.
#[component]
pub fn Padlock(shown: Memo<bool>) -> impl IntoView {
    move || shown.get().then(|| view! { <Icon name=IconName::Lock size=12 /> })
}

/// The word for how a period stands.
pub fn standing(standing: Standing, t: &'static Text) -> &'static str {
    match standing {
        Standing::Ahead => t.ahead,
        Standing::Running => t.running,
        Standing::Met => t.met,
        Standing::Missed => t.missed,
        Standing::Unknown => t.unknown,
    }
}
