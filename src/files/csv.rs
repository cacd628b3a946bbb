//! Text with separators.

use crate::files::refusal::Reason;
use crate::files::table::{Cell, Table};

/// The separators that are tried.
const DELIMITERS: [u8; 3] = [b',', b'\t', b';'];
/// How many lines decide on the separator.
const N_LINES: usize = 50;

/// The records of a text.
///
/// # Errors
///
/// [`Reason::UnbalancedQuote`], and the limits of [`Table::push`].
pub fn read(text: &str) -> Result<Table, Reason> {
    let mut table = Table { is_strict: true, ..Table::default() };
    for_each(text, usize::MAX, |number, cells| table.push(number, cells))?;
    Ok(table)
}

/// The first records of a text.
///
/// # Errors
///
/// As [`read`].
pub fn head(text: &str, n_records: usize) -> Result<Table, Reason> {
    let mut table = Table { is_strict: true, ..Table::default() };
    for_each(text, n_records, |number, cells| table.push(number, cells))?;
    Ok(table)
}

/// Hands over one record after the other, so that nobody has to hold all of them.
///
/// # Errors
///
/// [`Reason::UnbalancedQuote`], and what `each` says.
pub fn for_each(
    text: &str,
    n_records: usize,
    mut each: impl FnMut(usize, Vec<Cell>) -> Result<(), Reason>,
) -> Result<(), Reason> {
    let delimiter = delimiter(text);
    if let Some(line) = unclosed_quote(text, delimiter) {
        return Err(Reason::UnbalancedQuote { line });
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut number = 0;
    while number < n_records && reader.read_record(&mut record).map_err(|_| Reason::Undecodable)? {
        number += 1;
        each(number, record.iter().map(Cell::text).collect())?;
    }
    Ok(())
}

/// The separator that cuts most of the first lines into the same number of cells.
pub(super) fn delimiter(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let lines = &lines[..lines.len().min(N_LINES)];
    let score = |delimiter: u8| {
        let counts: Vec<usize> = lines.iter().map(|line| n_delimiters(line, delimiter)).collect();
        let of = |count: usize| counts.iter().filter(|other| **other == count).count();
        counts.iter().filter(|count| **count > 0).map(|count| of(*count)).max().unwrap_or(0)
    };
    // The first of equals is the comma.
    DELIMITERS.into_iter().rev().max_by_key(|delimiter| score(*delimiter)).unwrap_or(b',')
}

/// How often a separator stands outside of quotes.
fn n_delimiters(line: &str, delimiter: u8) -> usize {
    let mut is_quoted = false;
    line.bytes()
        .filter(|byte| {
            is_quoted ^= *byte == b'"';
            !is_quoted && *byte == delimiter
        })
        .count()
}

/// The line in which a quote is opened that nothing closes, from 1.
///
/// A quote opens only at the start of a field, as the reader has it: `="123"` is plain text.
fn unclosed_quote(text: &str, delimiter: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut line, mut opened) = (1, None);
    let (mut is_start, mut idx) = (true, 0);
    while idx < bytes.len() {
        let byte = bytes[idx];
        line += usize::from(byte == b'\n' || (byte == b'\r' && bytes.get(idx + 1) != Some(&b'\n')));
        if opened.is_some() {
            if byte == b'"' && bytes.get(idx + 1) == Some(&b'"') {
                idx += 1;
            } else if byte == b'"' {
                opened = None;
            }
            is_start = false;
        } else if byte == b'"' && is_start {
            opened = Some(line);
        } else {
            is_start = byte == delimiter || byte == b'\n' || byte == b'\r';
        }
        idx += 1;
    }
    opened
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        let cell = |cell: &Cell| match cell {
            Cell::Text(text) => text.clone(),
            other => format!("{other:?}"),
        };
        read(text).unwrap().rows.iter().map(|row| row.cells.iter().map(cell).collect()).collect()
    }

    #[test]
    fn separators_quotes_and_line_ends_are_told_apart() {
        assert_eq!(texts("a\tb\n1,5\t2"), [["a", "b"], ["1,5", "2"]]);
        assert_eq!(texts("a;b\r1;2"), [["a", "b"], ["1", "2"]]);
        assert_eq!(texts("a,b\r\n\"x\n\"\"y\"\"\",2\n"), [["a", "b"], ["x\n\"y\"", "2"]]);
        assert_eq!(texts("a,b\n=\"12\",2"), [["a", "b"], ["=\"12\"", "2"]]);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_refused_with_its_line() {
        let refused = read("a,b\n\"x\ny\",1\n2,\"3\n4,5\n");
        assert_eq!(refused, Err(Reason::UnbalancedQuote { line: 4 }));
    }

    #[test]
    fn blank_records_are_left_out_and_the_others_keep_their_numbers() {
        let table = read("a,b\n,\n , \n1,2\n").unwrap();
        let numbers: Vec<usize> = table.rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [1, 4]);
    }
}
