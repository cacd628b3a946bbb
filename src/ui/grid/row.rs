//! One row of a table, and the input in the cell under the cursor.

use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

use crate::ui::element_id;
use crate::ui::grid::model::{CellTone, Row};
use crate::ui::grid::select::Place;
use crate::ui::grid::state::{Draft, GridState};

/// What a row shows.
#[derive(Clone, Default)]
struct Shown {
    row: Row,
    cursor: Option<usize>,
    selected: Option<(usize, usize)>,
    takes_edits: bool,
}

/// What a cell shows: the default is what an empty cell shows that was just made.
#[derive(Clone, Copy, Default, PartialEq)]
struct Look<'a> {
    text: &'a str,
    note: &'a str,
    tone: CellTone,
    is_locked: bool,
    is_editable: bool,
    is_cursor: bool,
    is_selected: bool,
}

impl Shown {
    fn look(&self, column: usize) -> Look<'_> {
        let Some(cell) = self.row.cells.get(column) else { return Look::default() };
        Look {
            text: &cell.text,
            note: &cell.note,
            tone: cell.tone,
            is_locked: cell.is_locked,
            is_editable: self.takes_edits && cell.edit.is_some(),
            is_cursor: self.cursor == Some(column),
            is_selected: self
                .selected
                .is_some_and(|(left, right)| (left..=right).contains(&column)),
        }
    }
}

/// A row. Its cells are made once; what changes in them is set where it has changed.
#[component]
pub fn GridRow(state: GridState, idx: usize) -> impl IntoView {
    // What a cell begins typing with is the editor's: an edit changes it in every row by a few 分,
    // and no row that looks the same is touched for it.
    let row: Memo<Row> = Memo::new_owning(move |old: Option<Row>| {
        state.rows.with(|rows| match (old, rows.get(idx)) {
            (Some(old), Some(new)) if old.looks_like(new) => (old, false),
            (_, new) => (new.cloned().unwrap_or_default(), true),
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
    let element = NodeRef::<html::Tr>::new();
    // The edge to the page. An effect for each text, tone and padlock would be ten a cell; a view
    // made anew takes every attribute off and sets it again, and the browser then works the style
    // of the whole table out.
    Effect::new(move |old: Option<Shown>| {
        let new = Shown {
            row: row.get(),
            cursor: cursor.get(),
            selected: selected.get(),
            takes_edits: state.on_edit.is_some(),
        };
        if let Some(element) = element.get() {
            show(&element, &old.unwrap_or_default(), &new);
        }
        new
    });
    let aligns = state.columns.with_untracked(|columns| {
        columns.iter().map(|column| column.align.attribute()).collect::<Vec<_>>()
    });
    let cell = |(column, align): (usize, Option<&'static str>)| {
        let place = Place { row: idx, column };
        let editor = move || {
            let is_here = cursor.get() == Some(column);
            is_here.then(|| view! { <Editor state place row /> })
        };
        view! {
            <td
                role=if column == 0 { "rowheader" } else { "gridcell" }
                class="grid-cell"
                data-row=idx
                data-column=column
                data-align=align
                aria-colindex=column + 1
            >
                <span class="grid-text"></span>
                {editor}
            </td>
        }
    };
    let cells = aligns.into_iter().enumerate().map(cell).collect_view();
    view! {
        <tr node_ref=element role="row" class="grid-row" aria-rowindex=idx + 2>
            {cells}
        </tr>
    }
}

/// Shows what has changed in a row.
fn show(element: &Element, old: &Shown, new: &Shown) {
    let kinds = (old.row.kind.attribute(), new.row.kind.attribute());
    if kinds.0 != kinds.1 {
        set(element, "data-kind", kinds.1);
    }
    let cells = element.children();
    for column in 0..cells.length() {
        let (before, after) = (old.look(column as usize), new.look(column as usize));
        if let Some(cell) = cells.item(column).filter(|_| before != after) {
            show_cell(&cell, before, after);
        }
    }
}

fn show_cell(cell: &Element, before: Look<'_>, after: Look<'_>) {
    let flag = |name: &str, was: bool, is: bool| {
        if was != is {
            set(cell, name, is.then_some(""));
        }
    };
    flag("data-editable", before.is_editable, after.is_editable);
    flag("data-locked", before.is_locked, after.is_locked);
    flag("data-cursor", before.is_cursor, after.is_cursor);
    flag("data-selected", before.is_selected, after.is_selected);
    if before.tone != after.tone {
        set(cell, "data-tone", after.tone.attribute());
    }
    if before.note != after.note {
        set(cell, "title", Some(after.note).filter(|note| !note.is_empty()));
    }
    let is_selected = after.is_cursor || after.is_selected;
    if (before.is_cursor || before.is_selected) != is_selected {
        set(cell, "aria-selected", is_selected.then_some("true"));
    }
    let Some(text) = cell.first_element_child() else { return };
    if before.text != after.text {
        text.set_text_content(Some(after.text));
    }
    if before.is_cursor != after.is_cursor {
        // Under the cursor the input says the same: it is not to be read out twice.
        set(&text, "aria-hidden", after.is_cursor.then_some("true"));
    }
}

/// Sets an attribute, or takes it off. Browsers refuse neither.
fn set(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// The input in the cell under the cursor: transparent until something is typed.
#[component]
fn Editor(state: GridState, place: Place, row: Memo<Row>) -> impl IntoView {
    let (title, choices) = state.columns.with_untracked(|columns| {
        let column = columns.get(place.column);
        column.map(|one| (one.title.clone(), one.choices.clone())).unwrap_or_default()
    });
    let label = move || {
        row.with(|row| {
            let label = (state.words.cell)(row.title(), &title);
            match row.cells.get(place.column) {
                Some(cell) if cell.is_locked => (state.words.cell)(&label, state.words.locked),
                _ => label,
            }
        })
    };
    let is_editable = Memo::new(move |_| {
        let cell = row.with(|row| row.cells.get(place.column).map(|cell| cell.edit.is_some()));
        state.on_edit.is_some() && cell == Some(true)
    });
    let value = Memo::new(move |_| match state.draft.get() {
        Some(draft) => draft.text,
        None => state.rows.with(|rows| {
            let cell = rows.get(place.row).and_then(|row| row.cells.get(place.column));
            cell.map(|cell| cell.start(is_editable.get()).to_owned()).unwrap_or_default()
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
    let list = (!choices.is_empty() && is_editable.get_untracked()).then(|| element_id("choices"));
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
            readonly=move || !is_editable.get()
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
