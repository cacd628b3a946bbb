//! The table of the factors and their scores.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::i18n::errors::edit_error;
use crate::i18n::format;
use crate::tools::journey::calc::Line;
use crate::tools::journey::edit::{FactorField, JourneyEdit, ScoreChange, ScoreField};
use crate::tools::journey::text::{Text, action_name, points, stage_name};
use crate::tools::journey::view::state::{Page, name_in, score};
use crate::ui::grid::model::{Cell, CellEdit, CellTone, Column, Row, RowKind};
use crate::ui::{Grid, Section, Select};
use crate::workbook::edit::Edit;

/// Columns before those of the competitors.
const RIVALS_FROM: usize = 5;

/// The table, and with whose eyes it is looked at.
#[component]
pub fn Factors(page: Page) -> impl IntoView {
    let t = page.t;
    let names = page.names();
    let columns = Signal::derive(move || columns(&page.rivals.read(), t));
    let rows = Signal::derive(move || rows(page, &page.lines.read(), &names.read()));
    let on_edit = Callback::new(move |cells: Vec<CellEdit>| take(page, cells));
    let on_move = Callback::new(move |(row, _): (i64, usize)| {
        let line = page
            .lines
            .with_untracked(|lines| lines.iter().map(|line| line.id).find(|id| key(*id) == row));
        if line.is_some() {
            page.chosen.set(line);
        }
    });
    view! {
        <Section title=t.factors note=t.factors_note more=move || view! { <LensSelect page /> }>
            <Grid label=t.factors columns rows on_edit on_move />
        </Section>
    }
}

/// With whose eyes the importance is looked at.
#[component]
fn LensSelect(page: Page) -> impl IntoView {
    let t = page.t;
    let options = Signal::derive(move || {
        let mut options = vec![t.everyone.to_owned()];
        page.personas.with(|all| options.extend(all.iter().map(|(_, name)| name.clone())));
        options
    });
    let selected = Signal::derive(move || {
        let persona = page.persona.get();
        let place = |all: &Vec<(Id, String)>| all.iter().position(|(id, _)| Some(*id) == persona);
        page.personas.with(place).map_or(0, |idx| idx + 1)
    });
    let on_select = move |idx: usize| {
        let persona = page.personas.with_untracked(|all| {
            idx.checked_sub(1).and_then(|idx| all.get(idx)).map(|(id, _)| *id)
        });
        page.persona.set(persona);
    };
    view! {
        <Show when=move || !page.personas.read().is_empty()>
            <span class="muted" aria-hidden="true">{t.lens}</span>
            <Select label=t.lens options selected on_select is_bare=true />
        </Show>
    }
}

fn key(id: Id) -> i64 {
    id.bits().cast_signed()
}

fn columns(rivals: &[(Id, String)], t: &Text) -> Vec<Column> {
    let mut columns = vec![
        Column::text(t.col_factor, 152).grow(3),
        Column::number(t.col_importance, "", 64),
        Column::number(t.col_own, "", 56),
        Column::number(t.col_gap, "", 56),
        Column::number(t.col_effort, "", 56),
    ];
    columns.extend(rivals.iter().map(|(_, name)| Column::number(name.clone(), "", 72)));
    columns.push(Column::text(t.col_action, 96));
    columns.push(Column::number(t.col_visits, "", 52));
    columns
}

fn rows(page: Page, lines: &[Line], names: &[(Id, String)]) -> Vec<Row> {
    let mut rows = Vec::with_capacity(lines.len() + 5);
    let mut stage = None;
    for line in lines {
        if stage != Some(line.stage) {
            stage = Some(line.stage);
            let n_cells = RIVALS_FROM + line.rivals.len() + 2;
            let mut cells = vec![Cell::default(); n_cells];
            cells[0] = Cell::new(stage_name(line.stage, page.locale));
            rows.push(Row {
                key: -1 - line.stage as i64,
                kind: RowKind::Group,
                cells: cells.into(),
            });
        }
        rows.push(row(page, line, names));
    }
    rows
}

fn row(page: Page, line: &Line, names: &[(Id, String)]) -> Row {
    let t = page.t;
    let shown = |value: Option<u8>| Cell {
        text: value.map_or_else(|| format::NONE.to_owned(), |value| value.to_string()),
        edit: Some(value.map(|value| value.to_string()).unwrap_or_default()),
        tone: if value.is_none() { CellTone::Quiet } else { CellTone::Plain },
        ..Cell::default()
    };
    let importance = match line.importance {
        Some(importance) if importance.n_personas != 0 => {
            Cell::new(points(importance.value)).note((t.mean_of)(importance.n_personas))
        }
        other => shown(other.and_then(|importance| u8::try_from(importance.value / 100).ok())),
    };
    let gap = match line.gap {
        None => Cell::new(format::NONE).tone(CellTone::Quiet),
        Some(gap) if 0 < gap => Cell::new(points(gap)).tone(CellTone::Strong),
        Some(gap) => Cell::new(points(gap)),
    };
    let action = match (line.action, line.suggested) {
        (Some(action), _) => Cell::new(action_name(action, page.locale)),
        (None, Some(action)) => {
            Cell::new((t.suggested_mark)(action_name(action, page.locale))).tone(CellTone::Quiet)
        }
        (None, None) => Cell::new(format::NONE).tone(CellTone::Quiet),
    };
    let visits = match line.n_visits {
        0 => Cell::new(format::NONE).tone(CellTone::Quiet),
        n => Cell::new(n.to_string()),
    };
    let mut cells = vec![
        Cell::editable(name_in(names, line.id)),
        importance,
        shown(line.own),
        gap,
        shown(line.effort),
    ];
    cells.extend(line.rivals.iter().map(|value| shown(*value)));
    cells.extend([action, visits]);
    Row { key: key(line.id), kind: RowKind::Plain, cells: cells.into() }
}

/// Takes over what was typed or pasted, as one step.
fn take(page: Page, cells: Vec<CellEdit>) -> Result<(), String> {
    let lines = page.lines.get_untracked();
    let rivals = page.rivals.get_untracked();
    let persona = page.persona.get_untracked();
    let mut edits: Vec<Edit> = Vec::new();
    let mut scores = Vec::new();
    for cell in cells {
        let Some(line) = lines.iter().find(|line| key(line.id) == cell.row) else { continue };
        let field = match cell.column {
            0 => {
                let field = FactorField::Name(cell.text.trim().to_owned());
                edits.push(JourneyEdit::Set { id: line.id, field }.into());
                continue;
            }
            1 => persona.map_or(ScoreField::Importance, ScoreField::Persona),
            2 => ScoreField::Own,
            4 => ScoreField::Effort,
            column => match column.checked_sub(RIVALS_FROM).and_then(|idx| rivals.get(idx)) {
                Some((id, _)) => ScoreField::Rival(*id),
                None => continue,
            },
        };
        let value = score(&cell.text).ok_or_else(|| page.t.score_wanted.to_owned())?;
        scores.push(ScoreChange { id: line.id, field, value });
    }
    if !scores.is_empty() {
        edits.push(JourneyEdit::SetScores(scores).into());
    }
    let edit = if edits.len() == 1 { edits.remove(0) } else { Edit::All(edits) };
    page.store.edit(edit).map_err(|error| edit_error(&error, page.locale))
}
