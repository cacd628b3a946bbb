//! One row of a table, and the input in the cell under the cursor.

use leptos::prelude::*;

use crate::ui::element_id;
use crate::ui::grid::model::{Align, Cell, CellTone, Row};
use crate::ui::grid::select::Place;
use crate::ui::grid::state::{Draft, GridState};
use crate::ui::icon::Icon;
use crate::ui::icon_name::IconName;

/// What one cell needs to know beside its own value.
#[derive(Clone, Copy)]
struct Spot {
    state: GridState,
    row: usize,
    column: usize,
    align: Align,
    is_cursor: bool,
    is_selected: bool,
}

/// A row. It is drawn anew only when what it shows, or the cursor in it, has changed.
#[component]
pub fn GridRow(state: GridState, idx: usize) -> impl IntoView {
    // What a cell begins typing with is the editor's: an edit changes it in every row by a few 分,
    // and no row that looks the same is drawn for it.
    let row: Memo<Option<Row>> = Memo::new_owning(move |old: Option<Option<Row>>| {
        state.rows.with(|rows| match (old.flatten(), rows.get(idx)) {
            (Some(old), Some(new)) if old.looks_like(new) => (Some(old), false),
            (_, new) => (new.cloned(), true),
        })
    });
    let cursor = Memo::new(move |_| {
        let cursor = state.selection.read().cursor;
        (cursor.row == idx).then_some(cursor.column)
    });
    let selected = Memo::new(move |_| {
        let rect = state.selection.read().rect();
        rect.columns_in(idx).filter(|_| 1 < rect.n_cells())
    });
    let cells = move || {
        let (cursor, selected) = (cursor.get(), selected.get());
        let aligns: Vec<Align> =
            state.columns.with(|columns| columns.iter().map(|column| column.align).collect());
        row.with(|row| {
            let row = row.as_ref()?;
            let title = row.cells.first().map(|cell| cell.text.clone()).unwrap_or_default();
            let cells = row.cells.iter().enumerate().map(|(column, cell)| {
                let spot = Spot {
                    state,
                    row: idx,
                    column,
                    align: aligns.get(column).copied().unwrap_or_default(),
                    is_cursor: cursor == Some(column),
                    is_selected: selected
                        .is_some_and(|(left, right)| (left..=right).contains(&column)),
                };
                cell_view(spot, cell, &title)
            });
            Some(cells.collect_view())
        })
    };
    view! {
        <tr
            role="row"
            class="grid-row"
            aria-rowindex=idx + 2
            data-kind=move || row.with(|row| row.as_ref().and_then(kind))
        >
            {cells}
        </tr>
    }
}

fn kind(row: &Row) -> Option<&'static str> {
    row.kind.attribute()
}

fn cell_view(spot: Spot, cell: &Cell, row_title: &str) -> impl IntoView + use<> {
    let is_editable = cell.edit.is_some() && spot.state.on_edit.is_some();
    let align = match spot.align {
        Align::Start => None,
        Align::End => Some("end"),
        Align::Center => Some("center"),
    };
    let editor = spot.is_cursor.then(|| {
        let (column, choices) = spot.state.columns.with_untracked(|columns| {
            let column = columns.get(spot.column);
            column.map(|one| (one.title.clone(), one.choices.clone())).unwrap_or_default()
        });
        let mut label = (spot.state.words.cell)(row_title, &column);
        if cell.is_locked {
            label = (spot.state.words.cell)(&label, spot.state.words.locked);
        }
        let place = Place { row: spot.row, column: spot.column };
        view! { <Editor state=spot.state label place is_editable choices /> }
    });
    view! {
        <td
            role=if spot.column == 0 { "rowheader" } else { "gridcell" }
            class="grid-cell"
            data-row=spot.row
            data-column=spot.column
            data-align=align
            data-tone=cell.tone.attribute()
            data-editable=is_editable.then_some("")
            data-locked=cell.is_locked.then_some("")
            data-cursor=spot.is_cursor.then_some("")
            data-selected=spot.is_selected.then_some("")
            aria-colindex=spot.column + 1
            aria-selected=(spot.is_cursor || spot.is_selected).then_some("true")
            title=(!cell.note.is_empty()).then(|| cell.note.clone())
        >
            {cell.is_locked.then(|| view! { <Icon name=IconName::Lock size=12 /> })}
            {(cell.tone == CellTone::Alert).then(|| view! { <Icon name=IconName::Alert size=12 /> })}
            // Under the cursor the input says the same: it is not to be read out twice.
            <span class="grid-text" aria-hidden=spot.is_cursor.then_some("true")>
                {cell.text.clone()}
            </span>
            {editor}
        </td>
    }
}

/// The input in the cell under the cursor: transparent until something is typed.
#[component]
fn Editor(
    state: GridState,
    label: String,
    place: Place,
    is_editable: bool,
    choices: Vec<String>,
) -> impl IntoView {
    let value = Memo::new(move |_| match state.draft.get() {
        Some(draft) => draft.text,
        None => state.rows.with(|rows| {
            let cell = rows.get(place.row).and_then(|row| row.cells.get(place.column));
            cell.map(|cell| cell.start(is_editable).to_owned()).unwrap_or_default()
        }),
    });
    let is_typing = move || state.draft.read().is_some().then_some("");
    let on_input = move |text: String| {
        state.forget_refusal();
        state.draft.update(|draft| match draft {
            Some(draft) => draft.text = text,
            None => *draft = Some(Draft { text, is_replacing: true }),
        });
    };
    let end_composition = move |text: String| {
        state.is_composing.set_value(false);
        on_input(text);
    };
    // While an input method composes, its text is the browser's: it is taken at the end.
    let take_input = move |text: String| {
        if !state.is_composing.get_value() {
            on_input(text);
        }
    };
    // The browser's own list: it opens while something is typed, and takes nothing over by itself.
    let list = (!choices.is_empty() && is_editable).then(|| element_id("choices"));
    let offered = list.clone().map(|id| {
        let options = choices.into_iter().map(|one| view! { <option value=one></option> });
        view! { <datalist id=id>{options.collect_view()}</datalist> }
    });
    view! {
        {offered}
        <input
            list=list
            class="grid-editor"
            type="text"
            autocomplete="off"
            spellcheck="false"
            readonly=!is_editable
            aria-label=label
            prop:value=move || value.get()
            data-typing=is_typing
            data-uncommitted=is_typing
            aria-invalid=move || state.refused.read().is_some().then_some("true")
            on:compositionstart=move |_| {
                state.is_composing.set_value(true);
                // The cell is open from the first key on, or its old text would shine through.
                state.draft.update(|draft| {
                    draft.get_or_insert_with(|| Draft { text: String::new(), is_replacing: true });
                });
            }
            on:compositionend:target=move |event| end_composition(event.target().value())
            on:input:target=move |event| take_input(event.target().value())
            on:blur=move |_| state.take_or_drop()
        />
        {move || {
            state
                .refused
                .get()
                .map(|reason| view! { <span class="grid-refusal" role="alert">{reason}</span> })
        }}
    }
}
