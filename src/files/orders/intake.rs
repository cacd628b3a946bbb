//! A file of orders in pieces: however long it is, a few megabytes of it are in memory.

use std::collections::BTreeMap;

use separated::{Scanner, lost, n_line_ends};

use crate::facts::edit::FileTable;
use crate::facts::orders::salt::Salt;
use crate::files::csv::delimiter;
use crate::files::decode::{Decoders, decode};
use crate::files::dialects::Use;
use crate::files::header::{self, Header};
use crate::files::limits::{
    HEAD_BYTES, MAX_HEADER_ROWS, MAX_ISSUES, MAX_RECORD_BYTES, MAX_STREAM_ROWS,
};
use crate::files::orders::cells::{Record, Stop};
use crate::files::orders::columns::{Columns, Field};
use crate::files::orders::lines::Lines;
use crate::files::orders::list::{List, Taken};
use crate::files::orders::salted::Salted;
use crate::files::orders::text::Decoding;
use crate::files::refusal::{Reason, Refusal};
use crate::files::report::Period;
use crate::files::rows::{IssueKind, RowIssue, SUMMARIES, Skip};
use crate::files::scan::personal;
use crate::files::table::{Cell, Container, Encoding, Table};
use crate::files::values::quote;
use crate::files::{ReadFile, imported, sniff};

/// What the rows become.
#[derive(Debug)]
enum Rows {
    List(List),
    Lines(Box<Lines>),
}

/// A file of orders that is being read.
#[derive(Debug)]
pub struct Intake {
    seen: Refusal,
    decoding: Decoding,
    /// Text of a record that is not whole yet, before the new text.
    text: Vec<u8>,
    /// Line ends in the text that was taken so far.
    n_line_ends: usize,
    scanner: Scanner,
    taking: Taking,
}

/// What is done with the records.
#[derive(Debug)]
struct Taking {
    salt: Salt,
    salted: Salted,
    columns: Columns,
    is_1904: bool,
    /// The record of the header.
    header: usize,
    rows: Rows,
    /// Records so far.
    n_records: usize,
    n_issues: usize,
    issues: Vec<RowIssue>,
    skipped: Vec<(usize, Skip)>,
    /// How many cells of each personal column had something in them.
    n_dropped: Vec<usize>,
}

impl Intake {
    /// Looks at the beginning of a file, or all of it: `None` where it is not orders, or cannot
    /// be told to be. The beginning is to be given again by [`Intake::push`].
    ///
    /// # Errors
    ///
    /// For orders without a column that is needed.
    pub fn begin(
        name: &str,
        head: &[u8],
        decoders: &Decoders,
    ) -> Option<Result<Self, Box<Refusal>>> {
        if !matches!(sniff::bytes(head), Ok(sniff::Bytes::Text)) {
            return None;
        }
        let is_whole = head.len() < HEAD_BYTES;
        let end = head.iter().rposition(|byte| matches!(byte, b'\n' | b'\r'));
        let end = end.map_or(0, |last| last + 1);
        // In UTF-16 the second half of the line's end follows.
        let is_wide = head.starts_with(b"\xff\xfe") || head.get(1) == Some(&0);
        let end = if is_wide { (end + end % 2).min(head.len()) } else { end };
        let cut = if is_whole { head.len() } else { end };
        let (text, encoding) = decode(head.get(..cut)?, decoders).ok()?;
        if !matches!(sniff::text(&text), Ok(sniff::Text::Csv)) {
            return None;
        }
        let text = text.trim_start_matches('\u{feff}');
        let delimiter = delimiter(text);
        let table = head_table(text, delimiter, is_whole);
        // What is wrong with it is said by the reader of whole files.
        let header = header::find(&table).ok()?;
        if !matches!(header.dialect.use_as, Use::Orders | Use::OrderLines) {
            return None;
        }
        let mut seen = Refusal::unseen(name, Reason::EmptyFile);
        (seen.container, seen.encoding) = (Some(Container::Csv), Some(encoding));
        seen.dialect = Some(header.dialect.id.to_owned());
        seen.header_row = Some(header.number);
        Some(Self::new(seen, &header, (encoding, delimiter), decoders, false))
    }

    fn new(
        seen: Refusal,
        header: &Header,
        (encoding, delimiter): (Encoding, u8),
        decoders: &Decoders,
        is_1904: bool,
    ) -> Result<Self, Box<Refusal>> {
        let columns = match Columns::new(header) {
            Ok(columns) => columns,
            Err(reason) => return Err(Box::new(Refusal { reason, ..seen })),
        };
        let rows = match header.dialect.use_as {
            Use::OrderLines => Rows::Lines(Box::new(Lines::new(&columns))),
            _ => Rows::List(List::new(&columns)),
        };
        Ok(Self {
            seen,
            decoding: Decoding::new(encoding, *decoders),
            text: Vec::new(),
            n_line_ends: 0,
            scanner: Scanner::new(delimiter),
            taking: Taking {
                salt: decoders.salt,
                salted: Salted::new(decoders.salt),
                is_1904,
                header: header.number,
                rows,
                n_records: 0,
                n_issues: 0,
                issues: Vec::new(),
                skipped: Vec::new(),
                n_dropped: vec![0; columns.personal.len()],
                columns,
            },
        })
    }

    /// A table that was in a spreadsheet.
    ///
    /// # Errors
    ///
    /// As for a text.
    pub fn of_table(
        seen: &Refusal,
        table: &Table,
        header: &Header,
        decoders: &Decoders,
    ) -> Result<ReadFile, Box<Refusal>> {
        let how = (Encoding::Utf8, b',');
        let mut intake = Self::new(seen.clone(), header, how, decoders, table.is_1904)?;
        let n_cells = intake.taking.columns.names.len();
        for row in &table.rows {
            // The records are to have the numbers of the sheet's rows.
            intake.taking.n_records = row.number - 1;
            let mut cells: Vec<String> = row.cells.iter().map(cell_text).collect();
            // A sheet leaves out the blank cells at the end of a row.
            cells.resize(cells.len().max(n_cells), String::new());
            intake.push((cells.join(",") + "\n").as_bytes())?;
        }
        intake.finish()
    }

    /// How many records were read so far.
    pub fn n_records(&self) -> usize {
        self.taking.n_records
    }

    fn refuse(&self, reason: Reason) -> Box<Refusal> {
        Box::new(Refusal { reason, ..self.seen.clone() })
    }

    /// Takes the next bytes of the file.
    ///
    /// # Errors
    ///
    /// For bytes that are no text, lost characters, a quote that is never closed, too many rows.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Box<Refusal>> {
        self.take(bytes, false)
    }

    fn take(&mut self, bytes: &[u8], is_end: bool) -> Result<(), Box<Refusal>> {
        let start = self.text.len();
        let decoded = self.decoding.push(bytes, is_end, &mut self.text);
        decoded.map_err(|reason| self.refuse(reason))?;
        if let Some(at) = lost(&self.text[start..]) {
            let line = self.n_line_ends + n_line_ends(&self.text[..start + at]) + 1;
            return Err(self.refuse(Reason::ReplacementCharacters { line }));
        }
        let mut records = self.scanner.records(&self.text, is_end);
        while let Some(cells) = records.record() {
            let taken = self.taking.record(cells);
            taken.map_err(|reason| Box::new(Refusal { reason, ..self.seen.clone() }))?;
        }
        let at = records.at();
        self.n_line_ends += records.n_line_ends();
        let rest = &self.text[at..];
        let is_open = is_end && rest.iter().any(|byte| !byte.is_ascii_whitespace());
        if is_open || rest.len() > MAX_RECORD_BYTES {
            let line = self.n_line_ends + 1;
            return Err(self.refuse(Reason::UnbalancedQuote { line }));
        }
        // The buffer is used again: it has the size of a piece by now.
        self.text.drain(..at);
        Ok(())
    }

    /// What was read.
    ///
    /// # Errors
    ///
    /// As [`Intake::push`], for a file without rows, and for one in which something personal
    /// stands where it should not.
    pub fn finish(mut self) -> Result<ReadFile, Box<Refusal>> {
        self.take(&[], true)?;
        if self.seen.container == Some(Container::Csv) {
            self.seen.encoding = Some(self.decoding.encoding());
        }
        let refuse = |reason| Box::new(Refusal { reason, ..self.seen.clone() });
        let Taking { salt, columns, rows, issues, n_issues, skipped, n_dropped, .. } = self.taking;
        let mut report = imported(&self.seen);
        let table = match rows {
            Rows::List(list) => {
                if list.n_orders() == 0 && n_issues == 0 {
                    return Err(refuse(Reason::NoDataRows));
                }
                report.rows = list.n_orders();
                let (table, totals) = list.finish(salt).map_err(refuse)?;
                report.period = period(table.span(), "order");
                report.orders = Some(totals);
                FileTable::Orders(table)
            }
            Rows::Lines(lines) => {
                if lines.n_lines() == 0 && n_issues == 0 {
                    return Err(refuse(Reason::NoDataRows));
                }
                report.rows = lines.n_lines();
                let (table, totals) = lines.finish(salt);
                report.period = period(table.chunk.span(), "order line");
                report.lines = Some(totals);
                FileTable::Lines(table)
            }
        };
        report.add_notes(&skipped, &issues);
        report.dropped_columns = columns.personal.iter().map(|(_, name)| name.clone()).collect();
        let dropped = report.dropped_columns.iter().cloned().zip(n_dropped);
        report.dropped_cells = dropped.collect::<BTreeMap<_, _>>();
        Ok(ReadFile {
            by_hand: None,
            report,
            table,
            columns: columns.read,
            left_out: columns.left_out,
            issues,
            n_issues,
            n_approximate: 0,
            ratios: (0, 0),
            sheet: self.seen.sheet,
        })
    }
}

fn period(span: Option<crate::base::span::Span>, grain: &str) -> Option<Period> {
    span.map(|span| Period { from: span.from(), to: span.to(), grain: grain.to_owned() })
}

impl Taking {
    /// Takes the next record.
    fn record(&mut self, cells: separated::Cells) -> Result<(), Reason> {
        self.n_records += 1;
        if self.n_records <= self.header {
            return Ok(());
        }
        if self.n_records - self.header > MAX_STREAM_ROWS {
            return Err(Reason::TooManyRows { max: MAX_STREAM_ROWS });
        }
        let record = Record { cells, number: self.n_records, is_1904: self.is_1904 };
        let n_cells = self.columns.names.len();
        let id = self.columns.place(Field::Id);
        if record.is_blank_at(id) && record.is_blank() {
            return Ok(());
        }
        for ((idx, _), n) in self.columns.personal.iter().zip(&mut self.n_dropped) {
            *n += usize::from(!record.is_blank_at(*idx));
        }
        let is_shifted =
            cells.len() < n_cells || (n_cells..cells.len()).any(|idx| !record.is_blank_at(idx));
        if is_shifted {
            let kind = if cells.len() == 1 { IssueKind::OneCell } else { IssueKind::CellCount };
            self.issue(String::new(), kind, String::new());
            return Ok(());
        }
        let taken = match &mut self.rows {
            Rows::List(list) => list.row(record, &self.salted),
            Rows::Lines(lines) => lines.row(record, &self.salted).map(|()| Taken::Kept),
        };
        match taken {
            Ok(Taken::Kept) => {}
            Ok(Taken::Repeat) => self.skip(Skip::Repeat),
            Err(Stop::File(reason)) => return Err(reason),
            Err(Stop::Row(Field::Id, _)) if is_summary(record, id) => self.skip(Skip::Summary),
            Err(Stop::Row(field, kind)) => {
                let place = self.columns.place(field);
                // What is quoted leaves the worker: of an order that stands twice nothing is to
                // be seen in its number, and a shifted row may have anything anywhere.
                let quote = match kind {
                    IssueKind::Conflict | IssueKind::PersonalData => String::new(),
                    _ => quote(&record.cell(place)),
                };
                let quote = if personal(&quote).is_some() { String::new() } else { quote };
                self.issue(self.columns.name(field).to_owned(), kind, quote);
            }
        }
        Ok(())
    }

    fn issue(&mut self, column: String, kind: IssueKind, quote: String) {
        self.n_issues += 1;
        if self.issues.len() < MAX_ISSUES {
            self.issues.push(RowIssue { row: self.n_records, column, kind, quote });
        }
    }

    fn skip(&mut self, why: Skip) {
        if self.skipped.len() < MAX_ISSUES {
            self.skipped.push((self.n_records, why));
        }
    }
}

fn is_summary(record: Record, id: usize) -> bool {
    let words = record.words(id);
    SUMMARIES.iter().any(|word| words == *word)
}

/// The first records of a text as a table.
fn head_table(text: &str, delimiter: u8, is_whole: bool) -> Table {
    let mut table = Table { is_strict: true, ..Table::default() };
    let (mut scanner, mut number) = (Scanner::new(delimiter), 0);
    let mut records = scanner.records(text.as_bytes(), is_whole);
    while let Some(cells) = records.record() {
        number += 1;
        let row = (0..cells.len()).map(|idx| Cell::text(&cells.text(idx))).collect();
        if table.push(number, row).is_err() || number == MAX_HEADER_ROWS {
            break;
        }
    }
    table
}

/// A cell of a spreadsheet as a cell of a text. A number beyond what a float holds exactly is
/// written in exponent form, which is what is left of it.
fn cell_text(cell: &Cell) -> String {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let text = match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) if number.abs() < EXACT => number.to_string(),
        Cell::Number(number) => format!("{number:E}"),
        Cell::Day(day) => day.to_string(),
        Cell::Error(name) => (*name).to_owned(),
    };
    format!("\"{}\"", text.replace('"', "\"\""))
}
