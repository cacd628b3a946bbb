//! What charts with a row a thing share: walking the rows, and the rows as a table.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::i18n::chart_text::text;
use crate::i18n::use_locale;
use crate::ui::chart::stepped;

/// A row of the table beside the chart: what it is called, and its cells.
pub type RowCells = (String, Vec<String>);

/// Reads the next row by the arrows, up and down as well as sideways.
pub fn walk_rows(event: &KeyboardEvent, cursor: RwSignal<Option<usize>>, n_rows: usize) {
    let key = match event.key().as_str() {
        "ArrowDown" => "ArrowRight".to_owned(),
        "ArrowUp" => "ArrowLeft".to_owned(),
        _ => event.key(),
    };
    if let Some(next) = stepped(&key, cursor.get_untracked(), n_rows) {
        event.prevent_default();
        cursor.set(next);
    }
}

/// A row in words: its name, and each value after its heading.
pub fn said(heads: &[String], (name, cells): &RowCells) -> String {
    let values = heads.iter().skip(1).zip(cells).map(|(head, value)| format!("{head} {value}"));
    format!("{name}: {}", values.collect::<Vec<_>>().join(", "))
}

/// The same numbers as the chart's, behind "view as a table". Built when it is opened.
#[component]
pub fn RowTable(heads: Signal<Vec<String>>, rows: Signal<Vec<RowCells>>) -> impl IntoView {
    let t = text(use_locale());
    let is_open = RwSignal::new(false);
    let head = move || {
        let cell = |(idx, name): (usize, String)| {
            let class = if idx == 0 { "" } else { "chart-number" };
            view! { <th scope="col" class=class>{name}</th> }
        };
        heads.get().into_iter().enumerate().map(cell).collect_view()
    };
    let row = |(name, cells): RowCells| {
        let cells = cells.into_iter().map(|cell| view! { <td class="chart-number">{cell}</td> });
        view! { <tr><th scope="row">{name}</th>{cells.collect_view()}</tr> }
    };
    let table = move || {
        view! {
            <div class="table-scroll" role="group" tabindex="0" aria-label=t.as_table>
                <table class="table">
                    <thead>
                        <tr>{head}</tr>
                    </thead>
                    <tbody>{move || rows.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        }
    };
    view! {
        <details
            class="chart-table"
            on:toggle:target=move |event| is_open.set(event.target().open())
        >
            <summary>{t.as_table}</summary>
            <Show when=move || is_open.get()>{table}</Show>
        </details>
    }
}
