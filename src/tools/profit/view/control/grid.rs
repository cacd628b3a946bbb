//! The table itself: one month in depth, or a row of months.

use leptos::prelude::*;

use crate::base::day::Month;
use crate::base::money::Money;
use crate::base::number::parse_money;
use crate::base::ratio::Ratio;
use crate::i18n::errors::number_error;
use crate::i18n::format;
use crate::tools::profit::calc::control::{Amount, Control, ControlRow, Side, Source};
use crate::tools::profit::edit::{ControlChange, ProfitEdit};
use crate::tools::profit::model::ControlLine;
use crate::tools::profit::text::control as words;
use crate::tools::profit::view::control::state::{Look, Page};
use crate::ui::Grid;
use crate::ui::grid::{Cell, CellEdit, CellTone, Column, Row, RowKind};

/// Budget, actual and variance, typed into and pasted into as in a spreadsheet.
#[component]
pub fn Table(page: Page) -> impl IntoView {
    let t = page.t;
    let columns = Signal::derive(move || columns(page));
    let rows = Signal::derive(move || {
        let look = page.look.get();
        let all = ControlRow::all();
        page.with(|table, month| {
            let row = |(key, row): (usize, ControlRow)| {
                let mut cells = vec![Cell::new(words::row(row, page.locale))];
                match look {
                    Look::Month => cells.extend(month_cells(page, table, month, row)),
                    _ => cells.extend(year_cells(page, table, row, look)),
                }
                let kind = match row {
                    ControlRow::Profit => RowKind::Total,
                    ControlRow::Line(_) => RowKind::Plain,
                    _ => RowKind::Current,
                };
                Row { key: key as i64, kind, cells: cells.into() }
            };
            all.into_iter().enumerate().map(row).collect::<Vec<_>>()
        })
    });
    let on_edit = Callback::new(move |cells: Vec<CellEdit>| take(page, cells));
    view! { <Grid label=t.table columns rows on_edit /> }
}

fn columns(page: Page) -> Vec<Column> {
    let t = page.t;
    let mut columns = vec![Column::text(t.line, 136).fit().grow(2)];
    if page.look.get() == Look::Month {
        columns.extend([
            Column::number(t.budget, "¥", 120),
            Column::number(t.actual, "¥", 120),
            Column::number(t.variance, "¥", 112),
            Column::number(t.variance_share, "", 92),
            Column::number(t.share, "", 84),
            Column::number(t.run_rate, "¥", 128),
        ]);
        return columns;
    }
    page.months.with(|months| {
        let name = |month: Month| format::month_name(month, page.locale);
        columns.extend(months.iter().map(|known| Column::number(name(known.month), "¥", 96)));
    });
    columns.push(Column::number(t.total, "¥", 112));
    columns
}

fn none() -> Cell {
    Cell::new(format::NONE).tone(CellTone::Quiet)
}

fn yuan(amount: Money) -> String {
    if amount.fen() % 100 == 0 { format::yuan_whole(amount) } else { format::yuan(amount) }
}

/// An amount; a line of it can be typed over.
fn amount_cell(page: Page, row: ControlRow, amount: Amount) -> Cell {
    let t = page.t;
    let shown = amount.value.map_or_else(none, |value| Cell::new(yuan(value)));
    let note = match amount.source {
        Source::Plan => t.from_plan.to_owned(),
        Source::Imported(n, of) => (t.imported)(n, of),
        Source::Typed | Source::Sum | Source::Nothing => String::new(),
    };
    let is_typed = amount.source == Source::Typed;
    let tone = match amount.source {
        _ if amount.value.is_none() => CellTone::Quiet,
        Source::Sum => CellTone::Strong,
        Source::Plan | Source::Imported(..) => CellTone::Quiet,
        Source::Typed | Source::Nothing => CellTone::Plain,
    };
    let edit = match row {
        ControlRow::Line(_) if is_typed => Some(shown.text.clone()),
        ControlRow::Line(_) => Some(amount.value.map(yuan).unwrap_or_default()),
        _ => None,
    };
    Cell { edit, ..shown }.tone(tone).note(note)
}

/// A difference: more or less by its sign; one that costs the shop money calls for a person.
fn variance_cell(row: ControlRow, variance: Option<Money>) -> Cell {
    variance.map_or_else(none, |value| {
        let is_bad = if row.is_gain() { value < Money::ZERO } else { Money::ZERO < value };
        let tone = if is_bad { CellTone::Alert } else { CellTone::Plain };
        Cell::new(format::signed_money(value).replace('¥', "")).tone(tone)
    })
}

fn percent(part: Option<Money>, whole: Option<Money>) -> Option<Ratio> {
    Ratio::of(part?.fen(), whole?.fen())
}

fn month_cells(page: Page, table: &Control<'_>, month: Month, row: ControlRow) -> [Cell; 6] {
    let budget = table.amount(month, row, Side::Budget);
    let actual = table.amount(month, row, Side::Actual);
    let variance = table.variance(month, row);
    let sales = table.amount(month, ControlRow::Line(ControlLine::Sales), Side::Actual);
    let share = percent(actual.value, sales.value);
    let run_rate = match row {
        ControlRow::Line(line) => table.run_rate(month, line),
        _ => None,
    };
    [
        amount_cell(page, row, budget),
        amount_cell(page, row, actual),
        variance_cell(row, variance),
        percent(variance, budget.value)
            .map_or_else(none, |ratio| Cell::new(format::signed_percent(ratio))),
        share.map_or_else(none, |ratio| Cell::new(format::percent1(ratio))),
        run_rate.map_or_else(none, |value| Cell::new(yuan(value))),
    ]
}

fn year_cells(page: Page, table: &Control<'_>, row: ControlRow, look: Look) -> Vec<Cell> {
    let side = if look == Look::Budget { Side::Budget } else { Side::Actual };
    let cell = |month: Month| match look {
        Look::Variance => variance_cell(row, table.variance(month, row)),
        _ => amount_cell(page, row, table.amount(month, row, side)),
    };
    let months: Vec<Month> =
        page.months.with(|months| months.iter().map(|known| known.month).collect());
    let mut cells: Vec<Cell> = months.iter().map(|month| cell(*month)).collect();
    cells.push(match look {
        Look::Variance => {
            let known = months.iter().filter_map(|month| table.variance(*month, row));
            let sum =
                known.fold(None, |sum: Option<Money>, one| Some(sum.unwrap_or_default() + one));
            variance_cell(row, sum)
        }
        _ => table
            .total(row, side)
            .map_or_else(none, |value| Cell::new(yuan(value)).tone(CellTone::Strong)),
    });
    cells
}

/// Takes over what was typed, pasted, filled or cleared, as one step.
fn take(page: Page, cells: Vec<CellEdit>) -> Result<(), String> {
    let (look, rows) = (page.look.get_untracked(), ControlRow::all());
    let months: Vec<Month> =
        page.months.with_untracked(|months| months.iter().map(|known| known.month).collect());
    let mut changes = Vec::with_capacity(cells.len());
    for cell in cells {
        let row = usize::try_from(cell.row).ok().and_then(|key| rows.get(key).copied());
        let Some(ControlRow::Line(line)) = row else { continue };
        let place = match (look, cell.column) {
            (Look::Month, 1) => Some((page.month.get_untracked(), false)),
            (Look::Month, 2) => Some((page.month.get_untracked(), true)),
            (Look::Budget | Look::Actual, column) => {
                let month = column.checked_sub(1).and_then(|idx| months.get(idx).copied());
                month.map(|month| (month, look == Look::Actual))
            }
            _ => None,
        };
        let Some((month, is_actual)) = place else { continue };
        let text = cell.text.trim();
        let value = match text {
            "" | "-" | "–" | "—" => None,
            text => Some(parse_money(text).map_err(|error| {
                let name = words::line(line, page.locale);
                format!("{name} · {}", number_error(&error, page.locale))
            })?),
        };
        changes.push(ControlChange { month, line, is_actual, value });
    }
    if changes.is_empty() { Ok(()) } else { page.try_edit(ProfitEdit::SetControl(changes)) }
}
