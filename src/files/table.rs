//! A table of cells, whatever file it came from.

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::files::limits::{MAX_CELL_CHARS, MAX_CELLS, MAX_COLUMNS, MAX_ROWS};
use crate::files::refusal::Reason;

/// What a file is, by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Container {
    /// Excel 97–2003.
    Biff8,
    /// Excel 2007 and later.
    Xlsx,
    /// Text with separators: comma, tab or semicolon.
    Csv,
    /// An HTML page with a table.
    Html,
    /// JSON.
    Json,
}

/// How a text is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8.
    #[serde(rename = "utf-8")]
    Utf8,
    /// UTF-8 with a byte order mark.
    #[serde(rename = "utf-8-sig")]
    Utf8Bom,
    /// GB18030 that uses nothing beyond GBK.
    #[serde(rename = "gbk")]
    Gbk,
    /// GB18030.
    #[serde(rename = "gb18030")]
    Gb18030,
    /// UTF-16, little end first, without a byte order mark.
    #[serde(rename = "utf-16-le")]
    Utf16Le,
    /// UTF-16, little end first.
    #[serde(rename = "utf-16-le with BOM")]
    Utf16LeBom,
    /// UTF-16, big end first.
    #[serde(rename = "utf-16-be with BOM")]
    Utf16BeBom,
}

/// What a cell holds. Text is as in the file; a number is as the file's program stored it and is
/// turned into an exact integer as soon as its column is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text.
    Text(String),
    /// A number of a spreadsheet.
    Number(f64),
    /// A day: a number with a date's format.
    Day(Day),
    /// An error value such as `#REF!`.
    Error(&'static str),
}

impl Cell {
    /// A text, cut to what a cell may hold.
    pub fn text(text: &str) -> Self {
        // A text of fewer bytes has fewer characters as well.
        if text.len() <= MAX_CELL_CHARS {
            return Self::Text(text.to_owned());
        }
        match text.char_indices().nth(MAX_CELL_CHARS) {
            Some((end, _)) => Self::Text(text[..end].to_owned()),
            None => Self::Text(text.to_owned()),
        }
    }

    /// Whether there is nothing in it but blanks.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.chars().all(is_blank),
            _ => false,
        }
    }
}

/// Whether a character shows nothing: blanks, zero-width characters, byte order marks.
pub fn is_blank(char: char) -> bool {
    char.is_whitespace()
        || matches!(char, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// One row that is not blank.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its number as the user sees it: the sheet's row, or the record of a text file, from 1.
    pub number: usize,
    /// Its cells, from the first column.
    pub cells: Vec<Cell>,
}

/// The rows of one sheet that are not blank.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The sheet's name, where there are several.
    pub sheet: Option<String>,
    /// The rows, in order.
    pub rows: Vec<Row>,
    /// Whether every row must have as many cells as the header: true of text files, where a
    /// shorter row is a broken one.
    pub is_strict: bool,
    /// Whether serial numbers of days count from 1904.
    pub is_1904: bool,
}

impl Table {
    /// Adds a row unless it is blank.
    ///
    /// # Errors
    ///
    /// [`Reason::TooManyColumns`] and [`Reason::TooManyRows`] beyond the limits.
    pub fn push(&mut self, number: usize, mut cells: Vec<Cell>) -> Result<(), Reason> {
        let n_columns = cells.iter().rposition(|cell| !cell.is_blank()).map_or(0, |idx| idx + 1);
        if n_columns == 0 {
            return Ok(());
        }
        if n_columns > MAX_COLUMNS {
            return Err(Reason::TooManyColumns { n_columns, max: MAX_COLUMNS });
        }
        if !self.is_strict {
            cells.truncate(n_columns);
        }
        let n_rows = self.rows.len() + 1;
        if n_rows > MAX_ROWS || n_rows * n_columns > MAX_CELLS {
            return Err(Reason::TooManyRows { max: MAX_ROWS });
        }
        self.rows.push(Row { number, cells });
        Ok(())
    }
}
