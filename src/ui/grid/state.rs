//! The signals of one table, and what its commands do to them.

use leptos::html;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, HtmlElement, HtmlInputElement};

use crate::i18n::text::GridText;
use crate::platform::document;
use crate::ui::grid::WINDOW_FROM;
use crate::ui::grid::clip::{read_html, read_tsv, write_html, write_tsv};
use crate::ui::grid::keys::{Command, Typing};
use crate::ui::grid::model::{CellEdit, Column, Row};
use crate::ui::grid::select::{Move, Place, Rect, Selection, cleared, copied, filled_down, pasted};

/// Takes edits over, or says why not; nothing has changed then.
pub type OnEdit = Callback<Vec<CellEdit>, Result<(), String>>;

/// Rows that are drawn above and below those in sight.
const SPARE_ROWS: usize = 12;

/// Text that is being typed into the cell under the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// So far.
    pub text: String,
    /// Whether it replaces the cell's text, or changes it.
    pub is_replacing: bool,
}

/// One table. A copy means the same table.
#[derive(Clone, Copy)]
pub struct GridState {
    pub columns: Signal<Vec<Column>>,
    pub rows: Signal<Vec<Row>>,
    pub on_edit: Option<OnEdit>,
    pub on_move: Option<Callback<(i64, usize)>>,
    /// Told the keys of the rows that are selected.
    pub on_rows: Option<Callback<Vec<i64>>>,
    pub words: &'static GridText,
    pub selection: RwSignal<Selection>,
    pub draft: RwSignal<Option<Draft>>,
    pub is_composing: StoredValue<bool>,
    /// Why what was typed was not taken; stands at the cell.
    pub refused: RwSignal<Option<String>>,
    /// What happened; read aloud, and shown under the table where it is a refusal.
    pub status: RwSignal<(bool, String)>,
    /// The rows that are drawn: from, and up to without.
    pub window: RwSignal<(usize, usize)>,
    /// Whether the next Tab leaves the table.
    pub is_released: StoredValue<bool>,
    /// Where the pointer was pressed last, in CSS pixels of the window.
    pub pressed: StoredValue<(i32, i32)>,
    pub scroller: NodeRef<html::Div>,
}

impl GridState {
    pub fn n_rows(self) -> usize {
        self.rows.with_untracked(Vec::len)
    }

    pub fn n_columns(self) -> usize {
        self.columns.with_untracked(Vec::len)
    }

    pub fn typing(self) -> Typing {
        self.draft.with_untracked(|draft| match draft {
            None => Typing::No,
            Some(draft) if draft.is_replacing => Typing::Replacing,
            Some(_) => Typing::Within,
        })
    }

    /// Carries a command out. Says whether the key was used up.
    pub fn run(self, command: Command) -> bool {
        match command {
            Command::Go { to: Move::Next | Move::Previous, .. } if self.lets_tab_leave() => false,
            Command::Go { to, is_extending } => self.go(to, is_extending),
            Command::Take(to) => {
                if self.take() {
                    self.go(to, false);
                }
                true
            }
            Command::Cancel => {
                self.drop_draft();
                self.focus();
                true
            }
            Command::Open => {
                self.open();
                true
            }
            Command::Clear => {
                self.clear();
                true
            }
            Command::FillDown => {
                self.change(filled_down);
                true
            }
            Command::SelectAll => {
                let cursor = self.selection.get_untracked().cursor;
                let last = Place {
                    row: self.n_rows().saturating_sub(1),
                    column: self.n_columns().saturating_sub(1),
                };
                self.selection.set(Selection { anchor: last, cursor: Place::default() });
                self.tell_rows();
                // The page stays where it is: nobody wants to be thrown to the top by selecting.
                if cursor.row < WINDOW_FROM {
                    self.focus();
                }
                true
            }
            Command::Release => {
                self.is_released.set_value(true);
                true
            }
        }
    }

    /// A table that is only read, or that Escape was pressed in, does not hold on to Tab.
    fn lets_tab_leave(self) -> bool {
        self.on_edit.is_none() || self.is_released.get_value()
    }

    fn go(self, to: Move, is_extending: bool) -> bool {
        let before = self.selection.get_untracked();
        let after = before.moved(to, self.n_rows(), self.n_columns(), is_extending);
        if after == before && matches!(to, Move::Next | Move::Previous) {
            return false;
        }
        self.select(after);
        true
    }

    /// Puts the cursor somewhere, in sight and in focus.
    pub fn select(self, selection: Selection) {
        self.is_released.set_value(false);
        self.forget_refusal();
        self.park_focus();
        self.selection.set(selection);
        if let Some(on_move) = self.on_move {
            let Place { row, column } = selection.cursor;
            if let Some(key) = self.rows.with_untracked(|rows| rows.get(row).map(|row| row.key)) {
                on_move.run((key, column));
            }
        }
        self.tell_rows();
        self.focus();
    }

    fn tell_rows(self) {
        if let Some(on_rows) = self.on_rows {
            let rect = self.selection.get_untracked().rect();
            let keys = |rows: &Vec<Row>| {
                let rows = rows.iter().take(rect.bottom + 1).skip(rect.top);
                rows.map(|row| row.key).collect()
            };
            on_rows.run(self.rows.with_untracked(keys));
        }
    }

    /// Moves the focus to the cell under the cursor, once it is drawn: after the effects of this
    /// event, and before the next event.
    pub fn focus(self) {
        self.bring_into_window(self.selection.get_untracked().cursor.row);
        spawn_local(async move {
            tick().await;
            if let Some(input) = self.input() {
                let _ = input.focus();
                if self.draft.try_with_untracked(Option::is_none) == Some(true) {
                    input.select();
                }
            }
        });
    }

    /// Keeps the focus in the table while the cursor's input is taken down and built elsewhere: to
    /// remove the focused element makes the browser lay the page out before its time.
    fn park_focus(self) {
        let Some(scroller) = self.scroller.get_untracked() else { return };
        let active = scroller.owner_document().and_then(|page| page.active_element());
        if active.is_some_and(|active| active.class_name() == "grid-editor") {
            document::focus_in_place(&scroller);
        }
    }

    /// Told only where there was a refusal.
    pub fn forget_refusal(self) {
        if self.refused.with_untracked(Option::is_some) {
            self.refused.set(None);
        }
    }

    fn input(self) -> Option<HtmlInputElement> {
        let scroller = self.scroller.try_get_untracked().flatten()?;
        scroller.query_selector(".grid-editor").ok().flatten()?.dyn_into().ok()
    }

    /// Begins to type within the text of the cell under the cursor.
    pub fn open(self) {
        let place = self.selection.get_untracked().cursor;
        if let Some(text) = self.edit_text(place) {
            self.draft.set(Some(Draft { text, is_replacing: false }));
            spawn_local(async move {
                tick().await;
                if let Some(input) = self.input() {
                    let _ = input.focus();
                    let end = input.value().encode_utf16().count() as u32;
                    let _ = input.set_selection_range(end, end);
                }
            });
        }
    }

    fn edit_text(self, place: Place) -> Option<String> {
        self.on_edit?;
        self.rows.with_untracked(|rows| rows.get(place.row)?.cells.get(place.column)?.edit.clone())
    }

    pub fn drop_draft(self) {
        if self.draft.with_untracked(Option::is_some) {
            self.draft.set(None);
        }
        self.forget_refusal();
    }

    /// Hands over what is typed. Where it is refused, it stays open with the reason.
    pub fn take(self) -> bool {
        let Some(draft) = self.draft.get_untracked() else { return true };
        let place = self.selection.get_untracked().cursor;
        if self.edit_text(place).is_none_or(|text| text == draft.text) {
            self.drop_draft();
            return true;
        }
        let key = self.rows.with_untracked(|rows| rows.get(place.row).map(|row| row.key));
        let (Some(row), Some(on_edit)) = (key, self.on_edit) else { return true };
        match on_edit.run(vec![CellEdit { row, column: place.column, text: draft.text }]) {
            Ok(()) => {
                self.drop_draft();
                if self.status.with_untracked(|status| *status != (false, String::new())) {
                    self.status.set((false, String::new()));
                }
                true
            }
            Err(reason) => {
                self.refused.set(Some(reason));
                false
            }
        }
    }

    /// The same when the focus goes elsewhere: what is refused is thrown away, and said.
    pub fn take_or_drop(self) {
        // A page that is left takes its table down, and the browser tells of the lost focus then.
        if self.draft.try_with_untracked(|_| ()).is_none() {
            return;
        }
        if !self.take() {
            let reason = self.refused.get_untracked().unwrap_or_default();
            self.drop_draft();
            self.status.set((true, reason));
        }
    }

    /// Changes selected cells all at once.
    fn change(self, edits: impl FnOnce(&[Row], Rect) -> Vec<CellEdit>) {
        let rect = self.selection.get_untracked().rect();
        let edits = self.rows.with_untracked(|rows| edits(rows, rect));
        let n_edits = edits.len();
        let status = match self.on_edit {
            Some(on_edit) if 0 < n_edits => match on_edit.run(edits) {
                Ok(()) => (false, (self.words.n_changed)(n_edits)),
                Err(reason) => (true, reason),
            },
            _ => (true, self.words.nothing_to_edit.to_owned()),
        };
        self.status.set(status);
        self.focus();
    }

    /// Puts the selected cells on the clipboard.
    pub fn copy(self, clipboard: &DataTransfer) {
        let rect = self.selection.get_untracked().rect();
        let block = self.rows.with_untracked(|rows| copied(rows, rect));
        let _ = clipboard.set_data("text/plain", &write_tsv(&block));
        let _ = clipboard.set_data("text/html", &write_html(&block));
        self.status.set((false, (self.words.n_copied)(rect.n_cells())));
    }

    /// Types what is on the clipboard into the cells, all at once.
    pub fn paste(self, clipboard: &DataTransfer) {
        let html = clipboard.get_data("text/html").unwrap_or_default();
        let block = read_html(&html)
            .filter(|block| !block.is_empty())
            .unwrap_or_else(|| read_tsv(&clipboard.get_data("text/plain").unwrap_or_default()));
        self.change(|rows, rect| pasted(rows, rect, &block));
    }

    /// Keeps the cursor within the table when the table becomes smaller.
    pub fn keep_within(self) {
        let selection = self.selection.get_untracked();
        let within = selection.within(self.n_rows(), self.n_columns());
        if within != selection {
            self.selection.set(within);
        }
    }

    fn row_height(self) -> f64 {
        self.scroller
            .get_untracked()
            .and_then(|scroller| scroller.query_selector("tbody > .grid-row").ok().flatten())
            .and_then(|row| row.dyn_into::<HtmlElement>().ok())
            .map_or(28.0, |row| f64::from(row.offset_height().max(1)))
    }

    /// How many rows are in sight.
    pub fn n_page(self) -> usize {
        let height = self.scroller.get_untracked().map_or(0, |scroller| scroller.client_height());
        ((f64::from(height) / self.row_height()) as usize).saturating_sub(2).max(1)
    }

    /// Draws the rows that are in sight now.
    pub fn follow_scroll(self) {
        let n_rows = self.n_rows();
        let window = match self.scroller.get_untracked() {
            Some(scroller) if WINDOW_FROM <= n_rows => {
                let first = (f64::from(scroller.scroll_top()) / self.row_height()) as usize;
                let from = first.saturating_sub(SPARE_ROWS);
                (from, (first + self.n_page() + 2 * SPARE_ROWS).min(n_rows))
            }
            _ => (0, n_rows),
        };
        if window != self.window.get_untracked() {
            self.window.set(window);
        }
    }

    /// Scrolls within the table until the row with this key is in its middle.
    pub fn show_row(self, key: i64) {
        let idx = self.rows.with_untracked(|rows| rows.iter().position(|row| row.key == key));
        let (Some(idx), Some(scroller)) = (idx, self.scroller.get_untracked()) else { return };
        let top = idx as f64 * self.row_height() - f64::from(scroller.client_height()) / 2.0;
        scroller.set_scroll_top(top.max(0.0) as i32);
        self.follow_scroll();
    }

    /// Empties the selected cells.
    pub fn clear(self) {
        self.change(cleared);
    }

    /// Scrolls until a row is drawn; the browser does the rest when it is focused.
    fn bring_into_window(self, row: usize) {
        let (from, to) = self.window.get_untracked();
        let Some(scroller) = self.scroller.get_untracked() else { return };
        if (from..to).contains(&row) || self.n_rows() < WINDOW_FROM {
            return;
        }
        let above = (self.n_page() / 2).min(row);
        scroller.set_scroll_top(((row - above) as f64 * self.row_height()) as i32);
        self.follow_scroll();
    }

    /// The space of the rows above and below those that are drawn, in CSS pixels.
    pub fn spacers(self) -> (f64, f64) {
        let (from, to) = self.window.get();
        let n_rows = self.rows.with(Vec::len);
        if n_rows < WINDOW_FROM {
            return (0.0, 0.0);
        }
        let height = self.row_height();
        (from as f64 * height, n_rows.saturating_sub(to) as f64 * height)
    }
}
