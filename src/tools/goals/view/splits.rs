//! The goal by product, channel or owner: parts, weights, and a table whose two margins are exact.

use leptos::prelude::*;

use crate::base::day::Month;
use crate::base::id::Id;
use crate::base::locale::Locale;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::i18n::errors::edit_error;
use crate::i18n::{format, use_locale};
use crate::platform::random;
use crate::tools::goals::calc::page::entry::amount;
use crate::tools::goals::calc::page::parts::{
    PartChange, changed, is_locked, new_part, new_split, share,
};
use crate::tools::goals::calc::page::setup::{weight_of, weight_percent};
use crate::tools::goals::calc::page::table::YearTable;
use crate::tools::goals::calc::splits::{PartDays, PartMonths, part_days, shown_months};
use crate::tools::goals::edit::GoalsEdit;
use crate::tools::goals::model::{GoalUnit, Part, Scenario, Split, SplitBy};
use crate::tools::goals::text::{names, parts, text};
use crate::tools::goals::view::state::{Page, Trouble};
use crate::ui::grid::model::{Cell, CellEdit, Column, Row, RowKind};
use crate::ui::{
    Button, Grid, IconButton, IconName, Menu, MenuItem, RatioField, Section, Segmented, TextField,
    use_toasts,
};

/// All splits of the plan, and a way to add one.
#[component]
pub fn Splits(page: Page) -> impl IntoView {
    let locale = use_locale();
    let t = parts::text(locale);
    let ids = Memo::new(move |_| {
        let plan = page.plan.get();
        plan.iter().flat_map(|plan| plan.splits.iter().map(|split| split.id)).collect::<Vec<Id>>()
    });
    let add = move |by: SplitBy| {
        let name = names::split_by(by, locale);
        let parts = [1, 2].map(|n| (random::new_id(), (t.new_part)(name, n)));
        let split = new_split(random::new_id(), by, parts);
        page.edit(GoalsEdit::PutSplit { year: page.year.get_untracked(), split });
    };
    let items = Signal::derive(move || {
        [SplitBy::Product, SplitBy::Channel, SplitBy::Owner]
            .map(|by| MenuItem::new(names::split_by(by, locale), move || add(by)))
            .to_vec()
    });
    let more = move || {
        view! {
            <Menu label=t.add_split items>
                {t.add_split}
            </Menu>
        }
    };
    view! {
        <Section title=t.splits_title note=t.splits_note more>
            <p class="goals-note" hidden=move || !ids.read().is_empty()>{t.splits_empty}</p>
            <For each=move || ids.get() key=|id| *id let:id>
                <SplitView page id />
            </For>
        </Section>
    }
}

/// One split: its parts, and their months.
#[component]
fn SplitView(page: Page, id: Id) -> impl IntoView {
    let locale = use_locale();
    let t = parts::text(locale);
    let toasts = use_toasts();
    let split = Memo::new(move |_| {
        let plan = page.plan.get()?;
        plan.splits.iter().find(|split| split.id == id).cloned()
    });
    let by = move || split.read().as_ref().map_or(SplitBy::Product, |split| split.by);
    let ids = move || {
        let parts = |split: &Split| split.parts.iter().map(|part| part.id).collect::<Vec<Id>>();
        split.read().as_ref().map(parts).unwrap_or_default()
    };
    let add = move |()| {
        let name = (t.new_part)(names::split_by(by(), locale), ids().len() + 1);
        let part = new_part(random::new_id(), name);
        page.edit(GoalsEdit::PutPart { year: page.year.get_untracked(), split: id, part });
    };
    let remove = move |()| {
        let said = (t.removed)(names::split_by(by(), locale));
        if page.edit(GoalsEdit::RemoveSplit { year: page.year.get_untracked(), split: id }) {
            toasts.say_with(said, t.undo, move || {
                page.store.undo();
            });
        }
    };
    view! {
        <div class="goals-split">
            <h3>{move || names::split_by(by(), locale)}</h3>
            <SplitTable page split />
            <details>
                <summary>{t.split_edit_parts}</summary>
                <ul class="goals-list">
                    <For each=ids key=|part| *part let:part>
                        <PartRow page split id=part />
                    </For>
                </ul>
                <div class="goals-inline">
                    <Button icon=IconName::Plus on_press=add>
                        {move || (t.add_part)(names::split_by(by(), locale))}
                    </Button>
                    <Button icon=IconName::Delete on_press=remove>{t.remove_split}</Button>
                </div>
            </details>
        </div>
    }
}

/// The name and weight of a part.
#[component]
fn PartRow(page: Page, split: Memo<Option<Split>>, id: Id) -> impl IntoView {
    let t = parts::text(use_locale());
    let part = Memo::new(move |_| {
        split
            .read()
            .as_ref()
            .and_then(|split| split.parts.iter().find(|part| part.id == id).cloned())
    });
    let share = move || {
        split.with(|split| {
            let split = split.as_ref()?;
            part.with(|part| share(split, part.as_ref()?)).map(format::percent1)
        })
    };
    let put = move |change: &dyn Fn(&mut Part)| {
        let Some((mut part, split)) = part.get_untracked().zip(split.get_untracked()) else {
            return;
        };
        change(&mut part);
        let year = page.year.get_untracked();
        page.edit(GoalsEdit::PutPart { year, split: split.id, part });
    };
    let remove = move |()| {
        if let Some(split) = split.get_untracked() {
            let year = page.year.get_untracked();
            page.edit(GoalsEdit::RemovePart { year, split: split.id, part: id });
        }
    };
    let name = Signal::derive(move || {
        part.read().as_ref().map(|part| part.name.clone()).unwrap_or_default()
    });
    let weight =
        Signal::derive(move || part.read().as_ref().map(|part| weight_percent(part.weight)));
    let set_name = move |text: String| put(&|part| part.name.clone_from(&text));
    let set_weight = move |value: Option<Ratio>| {
        if let Some(weight) = value.and_then(weight_of) {
            put(&|part| part.weight = weight);
        }
    };
    view! {
        <li class="goals-list-row">
            <TextField
                label=t.part_name
                is_bare=true
                value=name
                on_commit=set_name
            />
            <RatioField
                label=t.part_weight
                is_bare=true
                is_required=true
                value=weight
                on_commit=set_weight
            />
            <span class="goals-note">{share}</span>
            <IconButton icon=IconName::Delete label=t.remove on_press=remove />
        </li>
    }
}

/// Parts × months, typed over cell by cell.
#[component]
fn SplitTable(page: Page, split: Memo<Option<Split>>) -> impl IntoView {
    let locale = use_locale();
    let t = parts::text(locale);
    let months = Memo::new(move |_| {
        let (plan, split) = page.plan.get().zip(split.get())?;
        shown_months(&plan, &split, &page.events.read(), page.cut.get()).ok()
    });
    let by_day = RwSignal::new(false);
    let days = Memo::new(move |_| {
        // Worked out only while it is looked at.
        if !by_day.get() {
            return None;
        }
        let targets = page.table.with(|table| table.as_ref().map(YearTable::breakdown))?;
        months.with(|months| part_days(months.as_ref()?, &targets).ok())
    });
    let rows = Memo::new(move |_| {
        if by_day.get() {
            let month = page.month.get();
            return split.with(|split| {
                days.with(|days| {
                    let (split, days) = split.as_ref().zip(days.as_ref())?;
                    Some(day_rows(split, days, month, page.unit(), locale))
                })
                .unwrap_or_default()
            });
        }
        let is_editable = page.plan.with(|plan| {
            plan.as_ref().is_some_and(|plan| plan.scenarios.shown == Scenario::Target)
        });
        split.with(|split| {
            months.with(|months| match (split, months) {
                (Some(split), Some(months)) => {
                    rows_of(split, months, page.unit(), is_editable, locale)
                }
                _ => Vec::new(),
            })
        })
    });
    let columns = Signal::derive(move || {
        let unit = text(locale).unit_of(page.unit());
        let mut columns = vec![Column::text(t.part_name, 108)];
        if by_day.get() {
            let month = page.month.get();
            let days = Span::new(month.first(), month.last()).days();
            columns.extend(days.map(|day| Column::number(day.ymd().2.to_string(), "", 44)));
            columns.push(Column::number(format::month_name(month, locale), unit, 96));
        } else {
            let months = page.cut.get().months(page.year.get());
            let column = |month| Column::number(format::month_name(month, locale), "", 56);
            columns.extend(months.map(column));
            columns.push(Column::number(t.split_year, unit, 80));
        }
        columns.into_iter().map(Column::fit).collect::<Vec<_>>()
    });
    let is_broken = move || split.read().is_some() && months.read().is_none();
    let free_all = move |()| {
        if let Some(split) = split.get_untracked() {
            let parts = split.parts.iter().map(|part| Part { locks: Vec::new(), ..part.clone() });
            let split = Split { parts: parts.collect(), ..split.clone() };
            page.edit(GoalsEdit::PutSplit { year: page.year.get_untracked(), split });
        }
    };
    let on_edit = move |edits: Vec<CellEdit>| take(page, split, &edits, locale);
    let label = Signal::derive(move || {
        split.read().as_ref().map_or("", |split| names::split_by(split.by, locale)).to_owned()
    });
    view! {
        <Show when=is_broken>
            <p class="goals-note" data-tone="alert">{t.split_conflict}</p>
            <Button on_press=free_all>{t.free_all}</Button>
        </Show>
        <Segmented
            label=t.split_view
            options=vec![t.split_by_month.to_owned(), t.split_by_day.to_owned()]
            selected=Signal::derive(move || usize::from(by_day.get()))
            on_select=move |idx: usize| by_day.set(idx == 1)
        />
        <div class="goals-grid">
            <Grid label columns rows on_edit=on_edit />
        </div>
        <p class="goals-help" hidden=move || !by_day.get()>{t.split_day_note}</p>
    }
}

fn rows_of(
    split: &Split,
    months: &PartMonths,
    unit: GoalUnit,
    is_editable: bool,
    locale: Locale,
) -> Vec<Row> {
    let plain = |value: i64| names::plain_whole(value, unit);
    let mut rows: Vec<Row> = Vec::new();
    for (idx, part) in split.parts.iter().enumerate() {
        let amounts = months.part(idx);
        let mut cells = vec![Cell::new(part.name.clone())];
        for (month, value) in months.months.iter().zip(amounts) {
            let edit = is_editable.then(|| names::plain(*value, unit));
            let cell = Cell { edit, ..Cell::new(plain(*value)) };
            cells.push(cell.locked(is_locked(part, *month)));
        }
        cells.push(Cell::new(plain(amounts.iter().sum())));
        rows.push(Row { key: idx as i64, kind: RowKind::Plain, cells: cells.into() });
    }
    let mut cells = vec![Cell::new(text(locale).total)];
    for month in 0..12 {
        let sum: i64 = (0..split.parts.len()).filter_map(|part| months.part(part).get(month)).sum();
        cells.push(Cell::new(plain(sum)));
    }
    cells.push(Cell::new(plain(months.cells.iter().sum())));
    rows.push(Row { key: i64::MAX, kind: RowKind::Total, cells: cells.into() });
    rows
}

/// Parts × the days of a month: only looked at, since a part is locked by the month.
fn day_rows(
    split: &Split,
    days: &PartDays,
    month: Month,
    unit: GoalUnit,
    locale: Locale,
) -> Vec<Row> {
    let Some(span) = Span::new(month.first(), month.last()).overlap(days.year) else {
        return Vec::new();
    };
    let first = (span.from() - days.year.from()) as usize;
    let mut sums = vec![0; span.n_days()];
    let line = |name: &str, amounts: &[i64]| {
        let mut cells = vec![Cell::new(name)];
        cells.extend(amounts.iter().map(|&amount| Cell::new(names::plain(amount, unit))));
        cells.push(Cell::new(names::plain(amounts.iter().sum(), unit)));
        cells
    };
    let mut rows = Vec::with_capacity(split.parts.len() + 1);
    for (idx, part) in split.parts.iter().enumerate() {
        let amounts = days.part(idx).get(first..first + span.n_days()).unwrap_or_default();
        sums.iter_mut().zip(amounts).for_each(|(sum, amount)| *sum += amount);
        let cells = line(&part.name, amounts);
        rows.push(Row { key: idx as i64, kind: RowKind::Plain, cells: cells.into() });
    }
    let cells = line(text(locale).total, &sums);
    rows.push(Row { key: i64::MAX, kind: RowKind::Total, cells: cells.into() });
    rows
}

/// Types cells over as one step, unless the margins could not hold then.
fn take(
    page: Page,
    split: Memo<Option<Split>>,
    edits: &[CellEdit],
    locale: Locale,
) -> Result<(), String> {
    let t = parts::text(locale);
    let (Some(plan), Some(split)) = (page.plan.get_untracked(), split.get_untracked()) else {
        return Ok(());
    };
    let months: [Month; 12] = page.cut.get_untracked().months(plan.year);
    let mut changes = Vec::new();
    for edit in edits {
        let part = usize::try_from(edit.row).ok().and_then(|idx| split.parts.get(idx));
        let month = edit.column.checked_sub(1).and_then(|idx| months.get(idx));
        let Some((part, month)) = part.zip(month) else { continue };
        let amount = match edit.text.trim() {
            "" => None,
            text => Some(amount(plan.unit, text).map_err(|_| t.bad_number.to_owned())?),
        };
        changes.push(PartChange { part: part.id, month: *month, amount });
    }
    let split = changed(&split, &changes);
    if page.edit(GoalsEdit::PutSplit { year: plan.year, split }) {
        return Ok(());
    }
    Err(page.trouble.with_untracked(|trouble| match trouble {
        Some(Trouble::Other(error)) => edit_error(error, locale),
        _ => t.split_conflict.to_owned(),
    }))
}
