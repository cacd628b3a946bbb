//! The month as a calendar: how past days went, what coming days ask for.

use leptos::prelude::*;

use crate::base::day::Day;
use crate::base::locale::Locale;
use crate::base::span::Span;
use crate::i18n::{format, use_locale};
use crate::tools::goals::calc::page::calendar::{CalendarDay, CalendarMonth, Heat, calendar};
use crate::tools::goals::model::CellKey;
use crate::tools::goals::text::{names, text};
use crate::tools::goals::view::state::{Page, Shown};
use crate::tools::goals::view::strip::Padlock;
use crate::ui::Section;

/// The calendar of the month that is looked at. A day opens its cell.
#[component]
pub fn MonthCalendar(page: Page) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let month = Memo::new(move |_| {
        let events: Vec<Span> = page.events.read().iter().map(|event| event.span).collect();
        page.later
            .with(|table| table.as_ref().map(|table| calendar(table, page.month.get(), &events)))
    });
    let title = move || (t.calendar_title)(&format::month_name(page.month.get(), locale));
    let weekdays = move || {
        page.cut.get().weekdays().map(|weekday| {
            view! { <span>{format::weekday_narrow(weekday, locale)}</span> }
        })
    };
    let blanks = move || {
        let n_blank = month.read().as_ref().map_or(0, |month| month.n_blank);
        (0..n_blank).map(|_| view! { <span></span> }).collect_view()
    };
    let days = move || month.read().as_ref().map(CalendarMonth::day_list).unwrap_or_default();
    view! {
        <Section title=Signal::derive(title) more=move || view! { <Keys /> }>
            <div class="goals-weekdays" aria-hidden="true">{weekdays}</div>
            <div class="goals-heat">
                {blanks}
                <For each=days key=|day| *day let:day>
                    <DayCell page day month />
                </For>
            </div>
        </Section>
    }
}

/// What the tints mean.
#[component]
fn Keys() -> impl IntoView {
    let t = text(use_locale());
    let keys = [
        ("low-2", t.heat_low2),
        ("low-1", t.heat_low1),
        ("met", t.heat_met),
        ("high-1", t.heat_high1),
        ("high-2", t.heat_high2),
        ("event", t.event),
    ];
    let key = |(heat, word)| view! { <span class="goals-key" data-heat=heat>{word}</span> };
    view! { <p class="goals-keys">{keys.map(key).collect_view()}</p> }
}

/// One day of the calendar.
#[component]
fn DayCell(page: Page, day: Day, month: Memo<Option<CalendarMonth>>) -> impl IntoView {
    let locale = use_locale();
    let cell = Memo::new(move |_| month.read().as_ref().and_then(|month| month.day(day)).cloned());
    let heat = move || cell.read().as_ref().map(|cell| heat_name(cell.heat));
    let is_today = move || cell.read().as_ref().is_some_and(|cell| cell.is_today).then_some("");
    let name = move || cell.read().as_ref().map(|cell| day_name(page, cell, locale));
    view! {
        <button
            type="button"
            class="goals-day"
            data-heat=heat
            data-now=is_today
            on:click=move |_| page.show(Shown::Cell(CellKey::Day(day)))
        >
            <DayFigures page day cell />
            <span class="visually-hidden">{name}</span>
        </button>
    }
}

/// What a day's cell says. The sentence beside it says the same, and more.
#[component]
fn DayFigures(page: Page, day: Day, cell: Memo<Option<CalendarDay>>) -> impl IntoView {
    let t = text(use_locale());
    let (_, _, date) = day.ymd();
    let has_event = Memo::new(move |_| cell.read().as_ref().is_some_and(|cell| cell.has_event));
    let is_locked = Memo::new(move |_| cell.read().as_ref().is_some_and(|cell| cell.is_locked));
    let shown = move || {
        cell.with(|cell| {
            let cell = cell.as_ref()?;
            Some(match cell.attainment {
                Some(_) => names::share(cell.attainment),
                None if cell.heat == Heat::Missing => t.missing.to_owned(),
                None => names::plain_whole(cell.target, page.unit()),
            })
        })
    };
    view! {
        <span class="goals-day-head" aria-hidden="true">
            <b>{date}</b>
            {move || has_event.get().then(|| view! { <span class="goals-event-mark"></span> })}
            <Padlock shown=is_locked />
        </span>
        <span class="goals-day-value" aria-hidden="true">{shown}</span>
    }
}

/// What a day's cell is called: its date, its target, how it went.
fn day_name(page: Page, cell: &CalendarDay, locale: Locale) -> String {
    let t = text(locale);
    let attained = cell.attainment.map(|ratio| (t.calendar_attained)(&format::percent0(ratio)));
    (t.calendar_day)(
        &format::day_medium(cell.day, locale),
        &names::amount(cell.target, page.unit(), locale),
        &attained.unwrap_or_default(),
    )
}

fn heat_name(heat: Heat) -> &'static str {
    match heat {
        Heat::Low2 => "low-2",
        Heat::Low1 => "low-1",
        Heat::Met => "met",
        Heat::High1 => "high-1",
        Heat::High2 => "high-2",
        Heat::Missing => "missing",
        Heat::Ahead => "ahead",
    }
}
