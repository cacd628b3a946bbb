//! Where the cursor stands in a table, what is selected, and what a block of texts changes.

use crate::ui::grid::clip::{Block, plain};
use crate::ui::grid::model::{CellEdit, NEW_ROW, Row, RowKind};

/// A cell's place: row and column, counted from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
}

/// A move of the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    Up,
    Down,
    Left,
    Right,
    /// To the first or last row or column.
    Top,
    Bottom,
    RowStart,
    RowEnd,
    /// To the first or the last cell of all.
    First,
    Last,
    /// By so many rows.
    PageUp(usize),
    PageDown(usize),
    /// To the next cell as in reading, over the end of the row.
    Next,
    Previous,
}

/// The cursor, and the cell from which the selection reaches to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Where the selection began.
    pub anchor: Place,
    /// Where the cursor is.
    pub cursor: Place,
}

impl Selection {
    /// One cell.
    pub fn at(place: Place) -> Self {
        Self { anchor: place, cursor: place }
    }

    /// The rows and columns that it covers, both ends included.
    pub fn rect(self) -> Rect {
        Rect {
            top: self.anchor.row.min(self.cursor.row),
            bottom: self.anchor.row.max(self.cursor.row),
            left: self.anchor.column.min(self.cursor.column),
            right: self.anchor.column.max(self.cursor.column),
        }
    }

    /// The same within a table of this size.
    pub fn within(self, n_rows: usize, n_columns: usize) -> Self {
        let inside = |place: Place| Place {
            row: place.row.min(n_rows.saturating_sub(1)),
            column: place.column.min(n_columns.saturating_sub(1)),
        };
        Self { anchor: inside(self.anchor), cursor: inside(self.cursor) }
    }

    /// After a move; `is_extending` leaves the anchor where it is.
    pub fn moved(self, to: Move, n_rows: usize, n_columns: usize, is_extending: bool) -> Self {
        let cursor = moved(self.cursor, to, n_rows, n_columns);
        Self { anchor: if is_extending { self.anchor } else { cursor }, cursor }
    }
}

fn moved(from: Place, to: Move, n_rows: usize, n_columns: usize) -> Place {
    let (last_row, last_column) = (n_rows.saturating_sub(1), n_columns.saturating_sub(1));
    let Place { row, column } = from;
    match to {
        Move::Up => Place { row: row.saturating_sub(1), column },
        Move::Down => Place { row: (row + 1).min(last_row), column },
        Move::Left => Place { row, column: column.saturating_sub(1) },
        Move::Right => Place { row, column: (column + 1).min(last_column) },
        Move::Top => Place { row: 0, column },
        Move::Bottom => Place { row: last_row, column },
        Move::RowStart => Place { row, column: 0 },
        Move::RowEnd => Place { row, column: last_column },
        Move::First => Place { row: 0, column: 0 },
        Move::Last => Place { row: last_row, column: last_column },
        Move::PageUp(n) => Place { row: row.saturating_sub(n), column },
        Move::PageDown(n) => Place { row: (row + n).min(last_row), column },
        Move::Next if column < last_column => Place { row, column: column + 1 },
        Move::Next if row < last_row => Place { row: row + 1, column: 0 },
        Move::Previous if 0 < column => Place { row, column: column - 1 },
        Move::Previous if 0 < row => Place { row: row - 1, column: last_column },
        Move::Next | Move::Previous => from,
    }
}

/// A block of cells, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rect {
    /// The first row.
    pub top: usize,
    /// The last row.
    pub bottom: usize,
    /// The first column.
    pub left: usize,
    /// The last column.
    pub right: usize,
}

impl Rect {
    /// How many cells it has.
    pub fn n_cells(self) -> usize {
        (self.bottom - self.top + 1) * (self.right - self.left + 1)
    }

    /// The columns that it covers in a row.
    pub fn columns_in(self, row: usize) -> Option<(usize, usize)> {
        (self.top <= row && row <= self.bottom).then_some((self.left, self.right))
    }
}

/// The selected texts, as a spreadsheet reads them.
pub fn copied(rows: &[Row], rect: Rect) -> Block {
    let rows = rows.iter().skip(rect.top).take(rect.bottom - rect.top + 1);
    let fields = |row: &Row| {
        let cells = row.cells.iter().skip(rect.left).take(rect.right - rect.left + 1);
        cells.map(|cell| plain(&cell.text)).collect()
    };
    rows.map(fields).collect()
}

/// What pasting changes: from the selection's first cell on, or, where one text meets a larger
/// selection, all of it. Cells that cannot be typed over are left out, and so is what reaches beyond
/// a table that does not grow.
pub fn pasted(rows: &[Row], rect: Rect, block: &[Vec<String>]) -> Vec<CellEdit> {
    let single = match block {
        [row] => match row.as_slice() {
            [text] => Some(text),
            _ => None,
        },
        _ => None,
    };
    if let Some(text) = single {
        return filled(rows, rect, &|_, _| Some(text.clone()));
    }
    let n_columns = block.iter().map(Vec::len).max().unwrap_or(0);
    if n_columns == 0 {
        return Vec::new();
    }
    let target =
        Rect { bottom: rect.top + block.len() - 1, right: rect.left + n_columns - 1, ..rect };
    filled(rows, target, &|row, column| block.get(row - rect.top)?.get(column - rect.left).cloned())
}

/// What clearing changes.
pub fn cleared(rows: &[Row], rect: Rect) -> Vec<CellEdit> {
    filled(rows, rect, &|_, _| Some(String::new()))
}

/// What filling down changes: the first row of the selection goes into the others; from one
/// selected row, the row above goes into it.
pub fn filled_down(rows: &[Row], rect: Rect) -> Vec<CellEdit> {
    let (source, first) = match rect {
        Rect { top: 0, bottom: 0, .. } => return Vec::new(),
        Rect { top, bottom, .. } if top == bottom => (top - 1, top),
        Rect { top, .. } => (top, top + 1),
    };
    filled(rows, Rect { top: first, ..rect }, &|_, column| {
        let cell = rows.get(source)?.cells.get(column)?;
        Some(plain(cell.edit.as_deref().unwrap_or(&cell.text)))
    })
}

/// The text of a cell by its row and column; none leaves it.
type Texts<'t> = &'t dyn Fn(usize, usize) -> Option<String>;

fn filled(rows: &[Row], rect: Rect, text: Texts<'_>) -> Vec<CellEdit> {
    let mut edits = Vec::new();
    for (row_idx, row) in rows.iter().enumerate().take(rect.bottom + 1).skip(rect.top) {
        for (column, cell) in row.cells.iter().enumerate().take(rect.right + 1).skip(rect.left) {
            let Some(text) = text(row_idx, column).filter(|_| cell.edit.is_some()) else {
                continue;
            };
            edits.push(CellEdit { row: row.key, column, text });
        }
    }
    edits.extend(grown(rows, rect, text));
    edits
}

/// Texts for rows that are not there yet: behind the empty row of a table that grows.
fn grown(rows: &[Row], rect: Rect, text: Texts<'_>) -> Vec<CellEdit> {
    let Some(empty) = rows.last().filter(|row| row.kind == RowKind::New) else {
        return Vec::new();
    };
    let mut edits = Vec::new();
    for (nth, row_idx) in (rows.len()..=rect.bottom).enumerate() {
        let columns = empty.cells.iter().enumerate().take(rect.right + 1).skip(rect.left);
        for (column, _) in columns.filter(|(_, cell)| cell.edit.is_some()) {
            let Some(text) = text(row_idx, column) else { continue };
            edits.push(CellEdit { row: NEW_ROW + 1 + nth as i64, column, text });
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::grid::model::{Cell, new_row};

    fn table() -> Vec<Row> {
        let row = |key: i64, a: &str, b: &str| Row {
            key,
            cells: [Cell::new(format!("r{key}")), Cell::editable(a), Cell::new(b)].into(),
            ..Row::default()
        };
        vec![row(10, "1", "−5"), row(20, "2", "–"), row(30, "3", "7")]
    }

    fn rect(top: usize, bottom: usize, left: usize, right: usize) -> Rect {
        Rect { top, bottom, left, right }
    }

    fn edit(row: i64, text: &str) -> CellEdit {
        CellEdit { row, column: 1, text: text.to_owned() }
    }

    fn strings(rows: &[&[&str]]) -> Block {
        rows.iter().map(|row| row.iter().map(|text| (*text).to_owned()).collect()).collect()
    }

    #[test]
    fn the_cursor_stays_in_the_table() {
        let from = Selection::at(Place { row: 0, column: 0 });
        assert_eq!(from.moved(Move::Up, 3, 3, false), from);
        assert_eq!(from.moved(Move::Last, 3, 3, false).cursor, Place { row: 2, column: 2 });
        assert_eq!(from.moved(Move::PageDown(10), 3, 3, false).cursor.row, 2);
        let end = Selection::at(Place { row: 2, column: 2 });
        assert_eq!(end.moved(Move::Next, 3, 3, false), end);
        assert_eq!(end.within(1, 1), Selection::at(Place::default()));
        let wrapped = Selection::at(Place { row: 0, column: 2 }).moved(Move::Next, 3, 3, false);
        assert_eq!(wrapped.cursor, Place { row: 1, column: 0 });
    }

    #[test]
    fn shift_extends_from_where_it_began() {
        let start = Selection::at(Place { row: 1, column: 1 });
        let grown = start.moved(Move::Up, 3, 3, true).moved(Move::Right, 3, 3, true);
        assert_eq!(grown.rect(), rect(0, 1, 1, 2));
        assert_eq!(grown.rect().n_cells(), 4);
        assert_eq!(grown.rect().columns_in(2), None);
    }

    #[test]
    fn what_is_copied_is_read_by_a_spreadsheet() {
        assert_eq!(copied(&table(), rect(0, 1, 1, 2)), strings(&[&["1", "-5"], &["2", ""]]));
    }

    #[test]
    fn pasting_goes_from_the_first_cell_on_and_leaves_out_what_cannot_be_changed() {
        let block = strings(&[&["x", "8", "9"], &["y", "7", "6"]]);
        assert_eq!(pasted(&table(), rect(1, 1, 0, 0), &block), [edit(20, "8"), edit(30, "7")]);
        let beyond = strings(&[&["8"], &["9"]]);
        assert_eq!(pasted(&table(), rect(2, 2, 1, 1), &beyond), [edit(30, "8")]);
    }

    #[test]
    fn pasting_makes_rows_behind_the_empty_one_and_a_last_line_break_makes_none() {
        let mut rows = table();
        rows.push(Row {
            key: NEW_ROW,
            kind: RowKind::New,
            cells: [Cell::new(""), Cell::editable(""), Cell::new("")].into(),
        });
        let block = crate::ui::grid::clip::read_tsv("7\r\n8\r\n9\r\n");
        let edits = pasted(&rows, rect(2, 2, 1, 1), &block);
        assert_eq!(edits, [edit(30, "7"), edit(NEW_ROW, "8"), edit(NEW_ROW + 1, "9")]);
        let places: Vec<_> = edits.iter().map(|edit| new_row(edit.row)).collect();
        assert_eq!(places, [None, Some(0), Some(1)]);
        assert_eq!(cleared(&rows, rect(3, 3, 1, 1)), [edit(NEW_ROW, "")]);
    }

    #[test]
    fn one_text_fills_the_whole_selection() {
        let block = strings(&[&["5"]]);
        let edits = pasted(&table(), rect(0, 2, 1, 2), &block);
        assert_eq!(edits, [edit(10, "5"), edit(20, "5"), edit(30, "5")]);
    }

    #[test]
    fn filling_down_repeats_the_first_row() {
        assert_eq!(filled_down(&table(), rect(0, 2, 1, 1)), [edit(20, "1"), edit(30, "1")]);
        assert_eq!(filled_down(&table(), rect(1, 1, 1, 1)), [edit(20, "1")]);
        assert_eq!(filled_down(&table(), rect(0, 0, 1, 1)), []);
        assert_eq!(cleared(&table(), rect(0, 0, 0, 2)), [edit(10, "")]);
    }
}
