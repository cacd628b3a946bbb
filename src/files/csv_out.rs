//! CSV as Excel and WPS read it: UTF-8 with a byte-order mark, CRLF, formulas defused.

use crate::base::sheet::{Cell, Sheet, decimal, defused};

/// Writes a table as CSV (RFC 4180).
///
/// Numbers are written plain (`1234.56`), a share as `0.9512`, no value as nothing.
pub fn write(sheet: &Sheet) -> String {
    let mut out = String::from('\u{feff}');
    let header: Vec<String> = sheet.header.iter().map(|name| quoted(&defused(name))).collect();
    push_row(&mut out, &header);
    for row in &sheet.rows {
        let cells: Vec<String> = row.iter().map(cell).collect();
        push_row(&mut out, &cells);
    }
    out
}

fn push_row(out: &mut String, cells: &[String]) {
    out.push_str(&cells.join(","));
    out.push_str("\r\n");
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => quoted(&defused(text)),
        Cell::Fen(fen) => decimal(*fen, 2),
        Cell::Count(count) => count.to_string(),
        Cell::Bp(bp) => decimal((*bp).into(), 4),
        Cell::Day(day) => day.to_string(),
    }
}

fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_opens_in_excel() {
        let sheet = Sheet {
            name: "s".to_owned(),
            header: vec!["a".to_owned(), "b,c".to_owned()],
            rows: vec![
                vec![Cell::Fen(-5), Cell::Text("=1+1, \"x\"".to_owned())],
                vec![Cell::Empty, Cell::Bp(9_512)],
                vec![Cell::Count(-3), Cell::Day("2026-11-11".parse().unwrap())],
            ],
        };
        assert_eq!(
            write(&sheet),
            "\u{feff}a,\"b,c\"\r\n-0.05,\"'=1+1, \"\"x\"\"\"\r\n,0.9512\r\n-3,2026-11-11\r\n"
        );
    }
}
