//! The tables of the plan: months, weeks, days. All three are typed over in the same way.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::base::locale::Locale;
use crate::i18n::errors::{edit_error, number_error};
use crate::i18n::use_locale;
use crate::tools::goals::calc::page::entry::{BadCell, EntryError, changes};
use crate::tools::goals::calc::page::table::YearTable;
use crate::tools::goals::model::CellKey;
use crate::tools::goals::text::{Text, names, parts, text};
use crate::tools::goals::view::refusal::refusal_text;
use crate::tools::goals::view::rows::{
    Line, columns, day_key, day_lines, grid_row, month_key, month_lines, total_row, week_key,
    week_lines,
};
use crate::tools::goals::view::state::{Page, Shown, Trouble};
use crate::ui::grid::model::{CellEdit, Row};
use crate::ui::{Grid, IconButton, IconName, Section};

/// What a table is made of: its lines, and which cell of the plan a line's key stands for.
#[derive(Clone, Copy)]
struct Kind {
    title: fn(&Text) -> &'static str,
    unit: fn(&Text) -> &'static str,
    head: fn(&Text) -> &'static str,
    lines: fn(Page, &YearTable) -> Vec<Line>,
    key: fn(i64) -> Option<CellKey>,
}

const DAYS: Kind = Kind {
    title: |t| t.days_title,
    unit: |t| t.unit_day,
    head: |t| t.col_day,
    lines: |page, table| day_lines(table, page.month.get()),
    key: day_key,
};

const WEEKS: Kind = Kind {
    title: |t| t.weeks_title,
    unit: |t| t.unit_week,
    head: |t| t.col_week,
    lines: |_, table| week_lines(table),
    key: week_key,
};

const MONTHS: Kind = Kind {
    title: |t| t.months_title,
    unit: |t| t.unit_month,
    head: |t| t.col_month,
    lines: |_, table| month_lines(table),
    key: month_key,
};

/// The days of the month that is looked at.
#[component]
pub fn DayTable(page: Page) -> impl IntoView {
    // The grid begins anew with another month, so that it opens at the month's own days.
    move || {
        let month = page.month.get();
        let start = page.today.clamp(month.first(), month.last()).number();
        view! { <PlanTable page kind=DAYS start=start.into() /> }
    }
}

/// The weeks of the year.
#[component]
pub fn WeekTable(page: Page) -> impl IntoView {
    let start = page.cut.with_untracked(|cut| cut.week_of(page.today).number());
    view! { <PlanTable page kind=WEEKS start=start.into() /> }
}

/// The months of the year, each quarter under its own.
#[component]
pub fn MonthTable(page: Page) -> impl IntoView {
    let start = page.today.month().first().number();
    view! { <PlanTable page kind=MONTHS start=start.into() /> }
}

/// One table: what is typed locks, what is cleared is free again, a paste is one step.
#[component]
fn PlanTable(page: Page, kind: Kind, start: i64) -> impl IntoView {
    let locale = use_locale();
    let (t, p) = (text(locale), parts::text(locale));
    let lines = Memo::new(move |_| {
        page.table.with(|table| table.as_ref().map(|table| (kind.lines)(page, table)))
    });
    let rows = Memo::new(move |_| {
        page.table.with(|table| {
            let Some(table) = table else { return Vec::new() };
            lines.with(|lines| {
                let lines = lines.as_deref().unwrap_or_default();
                let mut rows: Vec<Row> =
                    lines.iter().map(|line| grid_row(table, line, locale)).collect();
                rows.push(total_row(table, lines, locale));
                rows
            })
        })
    });
    let columns = Signal::derive(move || {
        page.table.with(|table| {
            table.as_ref().map(|table| columns(table, (kind.head)(t), t)).unwrap_or_default()
        })
    });
    let note = Signal::derive(move || {
        lines.with(|lines| {
            let parts = lines.iter().flatten().filter(|line| !line.is_sum);
            let (locked, free): (Vec<_>, Vec<_>) = parts.partition(|line| line.row.is_locked());
            (t.n_locked)(locked.len(), free.len(), (kind.unit)(t))
        })
    });
    let cursor = StoredValue::new(None::<CellKey>);
    let open = move || {
        if let Some(key) = cursor.get_value() {
            page.show(Shown::Cell(key));
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if event.alt_key() && event.key() == "Enter" {
            event.prevent_default();
            open();
        }
    };
    let more = move || {
        view! {
            <IconButton
                icon=IconName::Lock
                label=p.locks_title
                on_press=move |()| page.show_locks()
            />
            <IconButton
                icon=IconName::Edit
                label=t.cell_settings
                on_press=move |()| open()
            />
        }
    };
    let on_edit = move |edits: Vec<CellEdit>| take(page, kind.key, &edits, locale);
    let on_move = move |(key, _): (i64, usize)| cursor.set_value((kind.key)(key));
    let has_rows = move || page.table.with(Option::is_some);
    view! {
        <Section title=(kind.title)(t) note more>
            <Show when=has_rows>
                <div class="goals-grid" on:keydown=on_key>
                    <Grid
                        label=(kind.title)(t)
                        columns
                        rows
                        start=start
                        on_edit=on_edit
                        on_move=on_move
                    />
                </div>
            </Show>
            <p class="goals-help">{t.grid_help}</p>
        </Section>
    }
}

/// Carries out what was typed, pasted or cleared, as one step.
fn take(
    page: Page,
    key: fn(i64) -> Option<CellKey>,
    edits: &[CellEdit],
    locale: Locale,
) -> Result<(), String> {
    let unit = page.unit_now();
    let cells: Vec<(CellKey, String)> =
        edits.iter().filter_map(|edit| Some((key(edit.row)?, edit.text.clone()))).collect();
    let cells = changes(unit, &cells).map_err(|bad| bad_cell(&bad, locale))?;
    if page.set_cells(cells) {
        return Ok(());
    }
    Err(page.trouble.with_untracked(|trouble| match trouble {
        Some(Trouble::Refused(refusal)) => refusal_text(refusal, unit, locale),
        Some(Trouble::Other(error)) => edit_error(error, locale),
        None => String::new(),
    }))
}

fn bad_cell(bad: &BadCell, locale: Locale) -> String {
    let t = parts::text(locale);
    let why = match &bad.error {
        EntryError::Number(error) => number_error(error, locale),
        EntryError::Negative => t.negative.to_owned(),
    };
    (t.bad_cell)(&names::period(bad.period, locale), &bad.text, &why)
}
