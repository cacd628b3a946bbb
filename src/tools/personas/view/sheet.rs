//! A table that is typed into like a spreadsheet: rows are added by typing into the empty ones at
//! its end, and dropped by clearing their first cell.

use leptos::prelude::*;

use crate::i18n::use_locale;
use crate::tools::personas::text::tables::text;
use crate::ui::Grid;
use crate::ui::grid::model::{Cell, CellEdit, CellTone, Column, Row, RowKind};

/// Takes edits over, or says why not.
pub type OnEdit = Callback<Vec<CellEdit>, Result<(), String>>;

/// The table. `rows` holds the cells of the filled rows, `blank` those of an empty one.
#[component]
pub fn Sheet(
    label: &'static str,
    columns: Vec<Column>,
    #[prop(into)] rows: Signal<Vec<Vec<Cell>>>,
    blank: Vec<Cell>,
    n_spare: usize,
    on_edit: OnEdit,
) -> impl IntoView {
    let columns = Signal::stored(columns);
    // An empty row says what it is for; typing begins with nothing.
    let mut blank = blank;
    if let Some(first) = blank.first_mut() {
        let words = text(use_locale()).new_row;
        *first = Cell { edit: Some(String::new()), ..Cell::new(words).tone(CellTone::Quiet) };
    }
    let rows = Signal::derive(move || {
        let mut all: Vec<Row> = Vec::new();
        for cells in rows.get().into_iter().chain(vec![blank.clone(); n_spare]) {
            all.push(Row { key: all.len() as i64, kind: RowKind::Plain, cells: cells.into() });
        }
        all
    });
    view! {
        <div class="personas-sheet">
            <Grid label columns rows on_edit=on_edit />
        </div>
    }
}

/// The rows after cells were typed over: rows are added as far as needed, and those whose first
/// cell was cleared, or that stayed empty, are dropped. All or nothing.
pub fn edited<T: Clone>(
    rows: &[T],
    edits: &[CellEdit],
    blank: fn() -> T,
    set: &dyn Fn(&mut T, usize, &str) -> Result<(), String>,
    is_empty: fn(&T) -> bool,
) -> Result<Vec<T>, String> {
    let mut all = rows.to_vec();
    let mut cleared = Vec::new();
    for edit in edits {
        let Ok(idx) = usize::try_from(edit.row) else { continue };
        while all.len() <= idx {
            all.push(blank());
        }
        let text = edit.text.trim();
        if edit.column == 0 && text.is_empty() {
            cleared.push(idx);
        }
        set(&mut all[idx], edit.column, text)?;
    }
    let kept = all.into_iter().enumerate();
    let kept = kept.filter(|(idx, row)| !cleared.contains(idx) && !is_empty(row));
    Ok(kept.map(|(_, row)| row).collect())
}
