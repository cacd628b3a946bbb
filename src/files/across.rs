//! 首页「数据概览」: measures down, days across (formats §4.2).

use crate::files::header::{Header, shown};
use crate::files::table::{Cell, Row, Table};

/// The table with a day a row, and its header.
pub fn turn(table: &Table, header: &Header) -> (Table, Header) {
    let below = &table.rows[(header.idx + 1).min(table.rows.len())..];
    let name = |row: &Row| match row.cells.first() {
        Some(Cell::Text(text)) => shown(text),
        _ => String::new(),
    };
    let mut names = vec![crate::files::dialects::DATE_NAMES[0].to_owned()];
    names.extend(below.iter().map(name));
    let heads = &table.rows[header.idx].cells;
    let rows = heads.iter().enumerate().skip(1).filter(|(_, head)| !head.is_blank());
    let rows = rows.map(|(column, head)| {
        let cell = |row: &Row| row.cells.get(column).cloned().unwrap_or_default();
        let cells = std::iter::once(head.clone()).chain(below.iter().map(cell)).collect();
        // What is refused is named by the column of the file, counted from 1.
        Row { number: column + 1, cells }
    });
    let turned = Table {
        sheet: table.sheet.clone(),
        rows: rows.collect(),
        is_strict: false,
        is_1904: table.is_1904,
    };
    // Nothing stands above the first of its rows: the header is the one before it.
    let mut all = Table { rows: Vec::with_capacity(turned.rows.len() + 1), ..turned };
    all.rows.push(Row { number: header.number, cells: Vec::new() });
    let header = Header { dialect: header.dialect, idx: 0, number: header.number, names };
    all.rows.extend(turned.rows);
    (all, header)
}
