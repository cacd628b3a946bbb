//! How wide a column has to be for its texts, without asking the browser to lay them out.

use crate::ui::grid::model::{Cell, CellTone, Column, Row, Sort};

/// A cell's padding on both sides, in CSS pixels.
const PADDING: u16 = 18;
/// A padlock, a triangle, a warning before a text.
const SIGN: u16 = 16;
/// A text that is longer is cut off in any column.
const MAX_CHARS: usize = 40;

/// Widens each column to its heading, and those that fit their texts to the longest of these.
pub fn fitted(mut columns: Vec<Column>, rows: &[Row]) -> Vec<Column> {
    for (idx, column) in columns.iter_mut().enumerate() {
        let mut width = heading(column).max(column.width);
        if column.is_fitted {
            let cells = rows.iter().filter_map(|row| row.cells.get(idx)).map(cell);
            width = cells.max().unwrap_or(0).max(width);
        }
        column.width = width;
    }
    columns
}

/// The room of a heading, which is set smaller than the cells.
fn heading(column: &Column) -> u16 {
    let unit = if column.unit.is_empty() { 0 } else { 14 + room(column.unit, 7, 12) };
    let arrow = if column.sort == Sort::No { 0 } else { SIGN };
    room(&column.title, 7, 12) + unit + arrow + PADDING
}

/// The room of a cell: a digit is 8 wide even in bold, a Chinese character 13.
fn cell(cell: &Cell) -> u16 {
    let has_sign =
        cell.is_locked || matches!(cell.tone, CellTone::Up | CellTone::Down | CellTone::Alert);
    room(&cell.text, 8, 13) + PADDING + if has_sign { SIGN } else { 0 }
}

/// The room of a text whose Latin letters and Chinese characters are so wide; what parts digits
/// takes 4.
fn room(text: &str, latin: u16, han: u16) -> u16 {
    let wide = |c: char| match c {
        ',' | '.' | ' ' => 4,
        '−' | '–' | '¥' => latin,
        c if c.is_ascii() => latin,
        _ => han,
    };
    text.chars().take(MAX_CHARS).map(wide).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_never_cut_off_and_texts_only_where_they_may_be() {
        let columns =
            || vec![Column::number("Price for the target", "¥", 60), Column::text("品", 10)];
        let row = Row {
            cells: [Cell::new("1"), Cell::new("高流量高转化")].into(),
            ..Row::default()
        };
        let widths = |columns: Vec<Column>| {
            let fitted = fitted(columns, std::slice::from_ref(&row));
            fitted.iter().map(|one| one.width).collect::<Vec<_>>()
        };
        // 17 letters and 3 spaces, the unit in its parentheses, the padding.
        assert_eq!(widths(columns()), [17 * 7 + 3 * 4 + 14 + 7 + 18, 12 + 18]);
        let [first, second]: [Column; 2] = columns().try_into().unwrap();
        assert_eq!(widths(vec![first, second.fit()])[1], 6 * 13 + 18);
    }
}
