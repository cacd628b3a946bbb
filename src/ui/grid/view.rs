//! The table on the screen, and the events that it listens to.

use leptos::ev::{ClipboardEvent, KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

use crate::i18n::text::text;
use crate::i18n::use_locale;
use crate::ui::grid::fit::fitted;
use crate::ui::grid::keys::{Typing, command};
use crate::ui::grid::model::{Align, Column, Row, Sort};
use crate::ui::grid::row::GridRow;
use crate::ui::grid::select::{Place, Selection};
use crate::ui::grid::state::{GridState, OnEdit};
use crate::ui::grid::{MAX_FROZEN, WINDOW_FROM};

/// A table. Rows are found by their place and named by their key; what is typed, pasted, filled
/// or cleared arrives in one call, which is one step of undo.
#[component]
pub fn Grid(
    /// What the table is; its accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// Its columns; the first one names the rows and stays in sight.
    #[prop(into)]
    columns: Signal<Vec<Column>>,
    /// Its rows.
    #[prop(into)]
    rows: Signal<Vec<Row>>,
    /// Takes over cells that were changed, or says why not. Without it the table is only read.
    #[prop(optional, into)]
    on_edit: Option<OnEdit>,
    /// Told the row's key and the column's place when the cursor has moved.
    #[prop(optional, into)]
    on_move: Option<Callback<(i64, usize)>>,
    /// Told the keys of the rows that are selected when the selection has changed.
    #[prop(optional, into)]
    on_rows: Option<Callback<Vec<i64>>>,
    /// Told the place of a column whose heading was pressed to sort by.
    #[prop(optional, into)]
    on_sort: Option<Callback<usize>>,
    /// The key of the row that is in sight at first: today.
    #[prop(optional, into)]
    start: Option<i64>,
    /// How many of the first columns stay in sight where there is room for it; at least one, and
    /// at most [`MAX_FROZEN`].
    #[prop(optional, into)]
    frozen: Option<Signal<usize>>,
) -> impl IntoView {
    // Every row asks for them: they are worked out once a change, not once a row.
    let rows: Signal<Vec<Row>> = Memo::new(move |_| rows.get()).into();
    let columns: Signal<Vec<Column>> = Memo::new(move |_| {
        let columns = columns.get();
        if columns.iter().any(|column| column.is_fitted) {
            rows.with(|rows| fitted(columns, rows))
        } else {
            fitted(columns, &[])
        }
    })
    .into();
    let state = GridState {
        columns,
        rows,
        on_edit,
        on_move,
        on_rows,
        words: &text(use_locale()).grid,
        selection: RwSignal::new(first_selection(rows, start)),
        draft: RwSignal::new(None),
        is_composing: StoredValue::new(false),
        refused: RwSignal::new(None),
        status: RwSignal::new((false, String::new())),
        window: RwSignal::new((0, rows.with_untracked(Vec::len).min(WINDOW_FROM))),
        is_released: StoredValue::new(false),
        pressed: StoredValue::new((0, 0)),
        scroller: NodeRef::new(),
    };
    // The edge to the layout: which rows are in sight follows from the size of the list.
    Effect::new(move || {
        rows.with(Vec::len);
        state.keep_within();
        state.follow_scroll();
    });
    if let Some(key) = start {
        state.scroller.on_load(move |_| state.show_row(key));
    }
    // A row's cells are made once: other columns are other rows.
    let layout = Memo::new(move |old: Option<&(usize, Vec<Align>)>| {
        let aligns = columns.with(|columns| columns.iter().map(|one| one.align).collect());
        match old {
            Some((n, same)) if *same == aligns => (*n, aligns),
            old => (old.map_or(0, |(n, _)| n + 1), aligns),
        }
    });
    let drawn = Memo::new(move |_| {
        let (from, to) = state.window.get();
        let layout = layout.with(|(n, _)| *n);
        rows.with(|rows| {
            let keys = rows.iter().enumerate().take(to).skip(from);
            keys.map(|(idx, row)| (idx, row.key, layout)).collect::<Vec<_>>()
        })
    });
    let at = move |place: usize| columns.with(|columns| starts_at(columns, place));
    let n_frozen = Memo::new(move |_| {
        frozen.map_or(1, |frozen| frozen.get().clamp(1, MAX_FROZEN)).min(columns.read().len())
    });
    view! {
        <div class="grid" data-editable=on_edit.is_some().then_some("")>
            <div
                node_ref=state.scroller
                class="grid-scroll"
                tabindex="-1"
                style:--grid-tracks=move || columns.with(|columns| tracks(columns))
                style:--grid-width=move || columns.with(|columns| width(columns))
                style:--grid-at-2=move || at(1)
                style:--grid-at-3=move || at(2)
                style:--grid-at-4=move || at(3)
                style:--grid-held=move || at(n_frozen.get())
                data-frozen=move || held(n_frozen.get())
                on:scroll=move |_| state.follow_scroll()
                on:keydown=move |event| on_key(state, &event)
                on:mousedown=move |event| on_press(state, &event)
                on:mouseover=move |event| on_drag(state, &event)
                on:dblclick=move |event| on_double(state, &event)
                on:copy=move |event| on_copy(state, &event)
                on:cut=move |event| on_cut(state, &event)
                on:paste=move |event| on_paste(state, &event)
            >
                <table
                    role="grid"
                    aria-label=label
                    aria-multiselectable="true"
                    aria-rowcount=move || rows.with(Vec::len) + 1
                    aria-colcount=move || columns.with(Vec::len)
                >
                    <thead role="rowgroup">
                        <tr role="row" class="grid-row" aria-rowindex="1">
                            {move || columns.with(|columns| heads(columns, on_sort, state.words.order_by))}
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        <tr
                            aria-hidden="true"
                            class="grid-space"
                            style:block-size=move || format!("{}px", state.spacers().0)
                        ></tr>
                        <For each=move || drawn.get() key=|key| *key let((idx, _, _))>
                            <GridRow state idx />
                        </For>
                        <tr
                            aria-hidden="true"
                            class="grid-space"
                            style:block-size=move || format!("{}px", state.spacers().1)
                        ></tr>
                    </tbody>
                </table>
            </div>
            <p
                class="grid-status"
                role="status"
                data-tone=move || state.status.read().0.then_some("alert")
            >
                {move || state.status.get().1}
            </p>
        </div>
    }
}

fn first_selection(rows: Signal<Vec<Row>>, start: Option<i64>) -> Selection {
    rows.with_untracked(|rows| {
        let row = start.and_then(|key| rows.iter().position(|row| row.key == key)).unwrap_or(0);
        // Who comes in by Tab most often wants to type.
        let cells = rows.get(row).map_or(&[][..], |row| &row.cells);
        let column = cells.iter().position(|cell| cell.edit.is_some()).unwrap_or(0);
        Selection::at(Place { row, column })
    })
}

/// Widths as tracks of the grid that every row is.
fn tracks(columns: &[Column]) -> String {
    let track = |column: &Column| match column.grow {
        0 => format!("{}px", column.width),
        grow => format!("minmax({}px, {grow}fr)", column.width),
    };
    columns.iter().map(track).collect::<Vec<_>>().join(" ")
}

/// How far from its beginning a column lies where the table is as narrow as it may be: only then
/// it scrolls sideways.
fn starts_at(columns: &[Column], place: usize) -> String {
    width(&columns[..place.min(columns.len())])
}

/// The places of the columns after the first that stay in sight, as the style sheet counts them.
fn held(n_frozen: usize) -> Option<&'static str> {
    match n_frozen {
        0 | 1 => None,
        2 => Some("2"),
        3 => Some("2 3"),
        _ => Some("2 3 4"),
    }
}

/// The least width of the whole table; in a narrower place it scrolls sideways.
fn width(columns: &[Column]) -> String {
    let sum: u32 = columns.iter().map(|column| u32::from(column.width)).sum();
    format!("{sum}px")
}

fn heads(
    columns: &[Column],
    on_sort: Option<Callback<usize>>,
    order_by: fn(&str) -> String,
) -> impl IntoView + use<> {
    columns
        .iter()
        .enumerate()
        .map(|(idx, column)| {
            let unit = (!column.unit.is_empty())
                .then(|| view! { <span class="grid-unit">{column.unit}</span> });
            let title = column.title.clone();
            let words = match on_sort.filter(|_| column.sort != Sort::No) {
                None => view! { <span class="grid-text">{title}</span> }.into_any(),
                Some(on_sort) => {
                    let label = order_by(&title);
                    view! {
                        <button
                            type="button"
                            class="grid-sort"
                            title=label
                            on:click=move |_| on_sort.run(idx)
                        >
                            {title}
                        </button>
                    }
                    .into_any()
                }
            };
            view! {
                <th
                    role="columnheader"
                    class="grid-head"
                    data-align=column.align.attribute()
                    aria-colindex=idx + 1
                    aria-sort=column.sort.attribute()
                >
                    {words}
                    {unit}
                </th>
            }
        })
        .collect_view()
}

fn on_key(state: GridState, event: &KeyboardEvent) {
    // A key of an input method is not a key of the table.
    if event.is_composing() || event.key_code() == 229 || event.alt_key() {
        return;
    }
    // The headings sort by the keys of buttons.
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if target.is_some_and(|target| target.class_name() == "grid-sort") {
        return;
    }
    let is_ctrl = event.ctrl_key() || event.meta_key();
    let key = event.key();
    // How many rows are in sight is asked of the layout: not at every key.
    let n_page = if key.starts_with("Page") { state.n_page() } else { 1 };
    let todo = command(&key, is_ctrl, event.shift_key(), state.typing(), n_page);
    if todo.is_some_and(|todo| state.run(todo)) {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// The cell that an event happened in.
fn place(target: Option<EventTarget>) -> Option<Place> {
    let element: Element = target?.dyn_into().ok()?;
    let cell = element.closest("[data-row]").ok().flatten()?;
    let number = |name: &str| cell.get_attribute(name)?.parse().ok();
    Some(Place { row: number("data-row")?, column: number("data-column")? })
}

fn on_press(state: GridState, event: &MouseEvent) {
    let Some(place) = place(event.target()).filter(|_| event.button() == 0) else { return };
    let selection = state.selection.get_untracked();
    if place == selection.cursor && state.typing() != Typing::No {
        // Within the text that is being typed the pointer is the browser's.
        return;
    }
    event.prevent_default();
    state.pressed.set_value((event.client_x(), event.client_y()));
    state.take_or_drop();
    let anchor = if event.shift_key() { selection.anchor } else { place };
    state.select(Selection { anchor, cursor: place });
}

/// How far a pressed pointer goes before it selects more than a cell, in CSS pixels.
const DRAG_PX: i32 = 4;

fn on_drag(state: GridState, event: &MouseEvent) {
    if event.buttons() & 1 == 0 || state.typing() != Typing::No {
        return;
    }
    // What a press brings can push the table away under the pointer, and browsers then tell of
    // another cell: only a pointer that has gone somewhere drags.
    let (x, y) = state.pressed.get_value();
    if (event.client_x() - x).abs().max((event.client_y() - y).abs()) < DRAG_PX {
        return;
    }
    if let Some(cursor) = place(event.target()) {
        let selection = state.selection.get_untracked();
        if cursor != selection.cursor {
            state.select(Selection { cursor, ..selection });
        }
    }
}

fn on_double(state: GridState, event: &MouseEvent) {
    if place(event.target()).is_some() && state.typing() == Typing::No {
        state.open();
    }
}

fn on_copy(state: GridState, event: &ClipboardEvent) {
    if let Some(clipboard) = event.clipboard_data().filter(|_| state.typing() == Typing::No) {
        state.copy(&clipboard);
        event.prevent_default();
    }
}

fn on_cut(state: GridState, event: &ClipboardEvent) {
    if let Some(clipboard) = event.clipboard_data().filter(|_| state.typing() == Typing::No) {
        state.copy(&clipboard);
        state.clear();
        event.prevent_default();
    }
}

fn on_paste(state: GridState, event: &ClipboardEvent) {
    if let Some(clipboard) = event.clipboard_data().filter(|_| state.typing() == Typing::No) {
        state.paste(&clipboard);
        event.prevent_default();
    }
}
