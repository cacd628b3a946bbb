//! The year at a glance: four quarters of three months each.

use leptos::prelude::*;

use crate::base::day::Month;
use crate::i18n::use_locale;
use crate::tools::goals::calc::page::strip::bar;
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
    let head = move || {
        row.get().map(|row| {
            let actual = row.actual.map_or_else(|| t.none.to_owned(), compact);
            view! {
                <span>{compact(row.target)}</span>
                {row.is_locked().then(|| view! { <Icon name=IconName::Lock size=12 /> })}
                <span class="goals-strip-note">{(t.quarter_actual)(&actual)}</span>
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
    let t = text(use_locale());
    let key = CellKey::Month(month);
    let row = Memo::new(move |_| {
        page.later.with(|table| table.as_ref().and_then(|table| table.row(key)))
    });
    let is_current = move || (page.month.get() == month).then_some("true");
    let is_now = page.today.month() == month;
    view! {
        <li aria-current=is_current data-now=is_now.then_some("")>
            <button type="button" on:click=move |_| page.look_at_month(month)>
                {move || row.get().map(|row| view! { <MonthFigures page row t /> })}
            </button>
        </li>
    }
}

/// What a month's tile says. It is rebuilt when the month's figures change.
#[component]
fn MonthFigures(page: Page, row: PeriodRow, t: &'static Text) -> impl IntoView {
    let locale = use_locale();
    let unit = page.unit_now();
    let compact = |value: i64| names::compact(value, unit, locale);
    let actual = row.actual.map_or_else(|| t.none.to_owned(), compact);
    let bars = bar(&row);
    let mark = match row.standing {
        Standing::Met => Some(IconName::Check),
        Standing::Missed | Standing::Unknown => Some(IconName::Alert),
        Standing::Ahead | Standing::Running => None,
    };
    let is_bad = matches!(row.standing, Standing::Missed | Standing::Unknown);
    let is_ahead = row.standing == Standing::Ahead;
    // What the mark says, in words; a month that is ahead says it where others have their share.
    let said = if is_ahead { "" } else { standing(row.standing, t) };
    view! {
        <span class="goals-tile-head">
            <b>{names::period(row.key, locale)}</b>
            <span class="visually-hidden">{said}</span>
            {mark.map(|name| view! {
                <span class="goals-tile-mark" data-tone=is_bad.then_some("alert")>
                    <Icon name size=12 />
                </span>
            })}
            <span class="goals-tile-share">
                {if is_ahead { t.ahead.to_owned() } else { names::share(row.attainment) }}
            </span>
        </span>
        <span class="goals-tile-target">
            <span class="visually-hidden">{t.target}</span>
            {compact(row.target)}
            {row.is_locked().then(|| view! { <Icon name=IconName::Lock size=12 /> })}
        </span>
        <svg class="goals-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="goals-bar-track" y="2" width=bars.target height="4" />
            <rect class="goals-bar-actual" y="2" width=bars.actual height="4" />
            {bars.expected.map(|x| view! {
                <rect class="goals-bar-due" x=x y="1" width="0.8" height="6" />
            })}
            <rect class="goals-bar-tick" x=bars.target width="1.2" height="8" />
        </svg>
        <span class="goals-strip-note">{(t.quarter_actual)(&actual)}</span>
    }
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
