//! Files from outside: bytes in, typed rows or a refusal out.
//!
//! `sniff` tells what a file is, `decode` makes text of bytes, `csv`, `html` and `sheet` (with
//! `cfb` and `zip`, which look before a reader does) make a [`table::Table`] of it, `header` and
//! `dialects` find out what the table is, `values` and `rows` type it; `mapping` reads what they do
//! not know as somebody says by hand. Personal columns end here.
//! `csv_out`, `xlsx_out` and `zip_out` go the other way.
//!
//! Everything is pure: the same code runs in the import worker and in a native program.

pub mod across;
pub mod cfb;
pub mod csv;
pub mod csv_out;
pub mod decode;
pub mod dialects;
pub mod header;
pub mod html;
pub mod keyed;
pub mod keyed_rows;
mod keys;
pub mod limits;
pub mod mapping;
pub mod order_totals;
pub mod orders;
pub mod period;
pub mod protocol;
pub mod refusal;
pub mod report;
pub mod rows;
pub mod scan;
pub mod sheet;
pub mod sniff;
pub mod table;
pub mod values;
pub mod xlsx_out;
pub mod zip;
pub mod zip_out;

use serde::{Deserialize, Serialize};

use crate::base::span::Span;
use crate::facts::edit::FileTable;
use crate::facts::metric::Metric;
use crate::files::decode::Decoders;
use crate::files::dialects::Use;
use crate::files::header::{Columns, Header};
use crate::files::keyed::{Keyed, KeyedColumns};
use crate::files::limits::{HEAD_BYTES, MAX_ISSUES, MAX_TEXT_BYTES, PIECE_BYTES};
use crate::files::mapping::{ByHand, Hand};
use crate::files::orders::intake::Intake;
use crate::files::refusal::{Reason, Refusal};
use crate::files::report::{Action, Report};
use crate::files::rows::RowIssue;
use crate::files::table::{Cell, Container, Encoding, Table};

/// A file that was read and can be imported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReadFile {
    /// What was seen.
    pub report: Report,
    /// The rows.
    pub table: FileTable,
    /// The columns that are read: name in the file → metric key.
    pub columns: Vec<(String, String)>,
    /// The columns that mean nothing here.
    pub left_out: Vec<String>,
    /// The refused rows, the first [`MAX_ISSUES`] of them.
    pub issues: Vec<RowIssue>,
    /// How many rows were refused.
    pub n_issues: usize,
    /// Cells whose last digits the platform had rounded away (`2.5万`).
    pub n_approximate: usize,
    /// How many of the file's own ratios were recomputed from their parts, and how many of them
    /// came out as the file says (formats §4.4).
    pub ratios: (usize, usize),
    /// The sheet, where there were several.
    pub sheet: Option<String>,
    /// By which mapping it was read, where no dialect knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_hand: Option<Box<ByHand>>,
}

/// Reads a file by its content; the name is used for messages, and for the date of a table that
/// does not say its own.
///
/// # Errors
///
/// A [`Refusal`] that says what the file is, as far as it was recognised, and why it is not
/// imported.
pub fn read(name: &str, bytes: &[u8], decoders: &Decoders) -> Result<ReadFile, Box<Refusal>> {
    read_by(name, bytes, decoders, &Hand::default())
}

/// The same, with mappings for tables that no dialect knows.
///
/// # Errors
///
/// As [`read`].
pub fn read_by(
    name: &str,
    bytes: &[u8],
    decoders: &Decoders,
    hand: &Hand,
) -> Result<ReadFile, Box<Refusal>> {
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    if let Some(intake) = Intake::begin(name, head, decoders) {
        let mut intake = intake?;
        bytes.chunks(PIECE_BYTES).try_for_each(|piece| intake.push(piece))?;
        return intake.finish();
    }
    let mut seen = Refusal::unseen(name, Reason::EmptyFile);
    read_seen(name, bytes, decoders, hand, &mut seen)
        .map_err(|reason| Box::new(Refusal { reason, ..seen }))
}

fn read_seen(
    name: &str,
    bytes: &[u8],
    decoders: &Decoders,
    hand: &Hand,
    seen: &mut Refusal,
) -> Result<ReadFile, Reason> {
    let tables = match sniff::bytes(bytes)? {
        sniff::Bytes::Text => vec![open_text(&decode_text(bytes, decoders, seen)?, seen)?],
        kind => open_book(kind, bytes, seen)?,
    };
    let tables: Vec<Table> = tables.into_iter().filter(|table| !table.rows.is_empty()).collect();
    let mut first = None;
    for table in &tables {
        check_text(table)?;
        match header::find(table) {
            Ok(header) => {
                seen.dialect = Some(header.dialect.id.to_owned());
                seen.header_row = Some(header.number);
                seen.sheet.clone_from(&table.sheet);
                return read_table(name, table, &header, decoders, seen)
                    .or_else(|reason| mapping::read(name, &tables, hand, reason, seen));
            }
            // A sheet with a column missing says more than one that was not understood at all.
            Err(reason) if matches!(reason, Reason::MissingKeyColumn { .. }) => {
                first = Some(reason);
            }
            Err(reason) => first = first.or(Some(reason)),
        }
    }
    mapping::read(name, &tables, hand, first.unwrap_or(Reason::EmptyFile), seen)
}

/// The tables of a workbook.
fn open_book(kind: sniff::Bytes, bytes: &[u8], seen: &mut Refusal) -> Result<Vec<Table>, Reason> {
    if matches!(kind, sniff::Bytes::Cfb) {
        seen.container = Some(Container::Biff8);
        return sheet::read_xls(bytes);
    }
    seen.container = Some(Container::Xlsx);
    sheet::read_xlsx(bytes)
}

fn decode_text(bytes: &[u8], decoders: &Decoders, seen: &mut Refusal) -> Result<String, Reason> {
    if bytes.len() > MAX_TEXT_BYTES {
        return Err(Reason::TooLarge { max: MAX_TEXT_BYTES as u64 });
    }
    let (text, encoding): (String, Encoding) = decode::decode(bytes, decoders)?;
    seen.encoding = Some(encoding);
    Ok(text)
}

fn open_text(text: &str, seen: &mut Refusal) -> Result<Table, Reason> {
    let kind = sniff::text(text)?;
    seen.container = Some(match kind {
        sniff::Text::Html => Container::Html,
        sniff::Text::Json => Container::Json,
        sniff::Text::Csv => Container::Csv,
    });
    match kind {
        sniff::Text::Html => html::read(text),
        sniff::Text::Json => Err(sniff::json_reason(text)),
        // Some files carry two marks, one of them as a character.
        sniff::Text::Csv => csv::read(text.trim_start_matches('\u{feff}')),
    }
}

/// A lost character anywhere means that the file was decoded wrongly before.
fn check_text(table: &Table) -> Result<(), Reason> {
    let is_lost = |cell: &Cell| matches!(cell, Cell::Text(text) if text.contains('\u{fffd}'));
    match table.rows.iter().find(|row| row.cells.iter().any(is_lost)) {
        Some(row) => Err(Reason::ReplacementCharacters { line: row.number }),
        None => Ok(()),
    }
}

fn read_table(
    name: &str,
    table: &Table,
    header: &Header,
    decoders: &Decoders,
    seen: &mut Refusal,
) -> Result<ReadFile, Reason> {
    let dialect = header.dialect.id.to_owned();
    if table.rows.len() == header.idx + 1 {
        return Err(Reason::NoDataRows);
    }
    match header.dialect.use_as {
        Use::ShopDays => read_days(table, header, seen),
        Use::ShopDaysAcross => read_days_across(table, header, seen),
        Use::Each(keyed) => read_each(name, table, header, keyed, seen),
        Use::Orders | Use::OrderLines => {
            Intake::of_table(seen, table, header, decoders).map_err(|refusal| refusal.reason)
        }
        Use::Nothing => Err(Reason::UnsupportedDialect { dialect }),
    }
}

fn read_days(table: &Table, header: &Header, seen: &mut Refusal) -> Result<ReadFile, Reason> {
    let as_periods = || keyed::columns(header, &keyed::SHOP_PERIODS);
    days_file(table, header, header::shop_day_columns(header)?, as_periods, seen)
}

/// Days of the shop by their columns; `as_periods` are these for rows that are longer periods.
fn days_file(
    table: &Table,
    header: &Header,
    columns: Columns,
    as_periods: impl FnOnce() -> Result<KeyedColumns, Reason>,
    seen: &mut Refusal,
) -> Result<ReadFile, Reason> {
    let rows = match rows::read(table, header, &columns) {
        Err(Reason::UnsupportedDialect { dialect }) => {
            // A period in each row: one figure, no sum of days.
            seen.dialect = Some(dialect);
            return each_file(table, header, as_periods()?, None, seen);
        }
        rows => rows?,
    };
    let mut report = imported(seen);
    report.add_rows(&rows);
    report.dropped_columns = columns.personal;
    Ok(ReadFile {
        report,
        columns: keys(&columns.metrics),
        left_out: columns.left_out,
        n_issues: rows.issues.len(),
        issues: rows.issues.into_iter().take(MAX_ISSUES).collect(),
        n_approximate: rows.n_approximate,
        ratios: rows.ratios,
        sheet: table.sheet.clone(),
        by_hand: None,
        table: FileTable::Days(rows.table),
    })
}

/// A table with the measures down and the days across: read as if it were turned.
fn read_days_across(
    table: &Table,
    header: &Header,
    seen: &mut Refusal,
) -> Result<ReadFile, Reason> {
    let (turned, turned_header) = across::turn(table, header);
    let mut read = read_days(&turned, &turned_header, seen)?;
    // A row of the file is a measure.
    read.report.rows = read.columns.len();
    Ok(read)
}

fn read_each(
    name: &str,
    table: &Table,
    header: &Header,
    keyed: &'static Keyed,
    seen: &Refusal,
) -> Result<ReadFile, Reason> {
    let columns = keyed::columns(header, keyed)?;
    let about = period::period_above(table, header).or_else(|| name_dates(name));
    each_file(table, header, columns, about, seen)
}

/// A keyed table by its columns; `about` is the period of the whole file.
fn each_file(
    table: &Table,
    header: &Header,
    columns: KeyedColumns,
    about: Option<Span>,
    seen: &Refusal,
) -> Result<ReadFile, Reason> {
    let rows = keyed_rows::read(table, header, &columns, about)?;
    let mut report = imported(seen);
    report.add_keyed(&rows);
    report.dropped_columns = columns.personal;
    Ok(ReadFile {
        report,
        columns: keys(&columns.metrics),
        left_out: columns.left_out,
        n_issues: rows.issues.len(),
        issues: rows.issues.into_iter().take(MAX_ISSUES).collect(),
        n_approximate: rows.table.rounded.len(),
        ratios: rows.ratios,
        sheet: table.sheet.clone(),
        by_hand: None,
        table: FileTable::Items(rows.table),
    })
}

/// The report of a file that is imported, without its rows yet.
fn imported(seen: &Refusal) -> Report {
    let mut report = Report::refused(seen);
    (report.action, report.reason) = (Action::Import, None);
    report
}

fn keys(metrics: &[(usize, String, &'static Metric)]) -> Vec<(String, String)> {
    metrics.iter().map(|(_, name, metric)| (name.clone(), metric.key.to_owned())).collect()
}

/// The days that a file's name says, from the first date in it to the last; `None` where there is
/// none, or one that is no day of the calendar.
fn name_dates(name: &str) -> Option<Span> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    period::dates_in(file)
}
