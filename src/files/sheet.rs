//! Spreadsheets, through calamine, after a look of our own.

use std::io::Cursor;

use calamine::{CellErrorType, Data, DataRef, ExcelDateTime, Reader, Xls, Xlsx};

use crate::base::day::Day;
use crate::files::cfb::check_xls;
use crate::files::limits::{MAX_COLUMNS, MAX_ROWS, MAX_SHEET_BYTES, MAX_SHEETS};
use crate::files::refusal::Reason;
use crate::files::table::{Cell, Table};
use crate::files::zip::check_xlsx;

/// The sheets of an .xls, in order.
///
/// # Errors
///
/// What [`check_xls`] says, and [`Reason::DamagedContainer`].
pub fn read_xls(bytes: &[u8]) -> Result<Vec<Table>, Reason> {
    check_size(bytes)?;
    check_xls(bytes)?;
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsError::Password => Reason::Encrypted,
        other => Reason::damaged(other),
    })?;
    let is_1904 = book.has_1904_epoch();
    let names = book.sheet_names();
    let is_many = names.len() > 1;
    let mut tables = Vec::new();
    for name in names.into_iter().take(MAX_SHEETS) {
        let range = book.worksheet_range(&name).map_err(Reason::damaged)?;
        let sheet = is_many.then_some(name);
        let mut table = Table { sheet, is_1904, ..Table::default() };
        let Some((first_row, first_column)) = range.start() else { continue };
        let n_before = usize::try_from(first_column).unwrap_or(usize::MAX).min(MAX_COLUMNS + 1);
        for (number, row) in (to_number(first_row)..).zip(range.rows()) {
            let blank = std::iter::repeat_n(Cell::Empty, n_before);
            table.push(number, blank.chain(row.iter().map(cell)).collect())?;
        }
        tables.push(table);
    }
    Ok(tables)
}

/// The sheets of an .xlsx, in order, read cell by cell: no room is taken for what a sheet claims
/// to have.
///
/// # Errors
///
/// What [`check_xlsx`] says, and [`Reason::DamagedContainer`].
pub fn read_xlsx(bytes: &[u8]) -> Result<Vec<Table>, Reason> {
    check_size(bytes)?;
    check_xlsx(bytes)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsxError::Password => Reason::Encrypted,
        other => Reason::damaged(other),
    })?;
    let is_1904 = book.has_1904_epoch();
    let names = book.sheet_names();
    let is_many = names.len() > 1;
    let mut tables = Vec::new();
    for name in names.into_iter().take(MAX_SHEETS) {
        let mut table = Table { sheet: is_many.then(|| name.clone()), is_1904, ..Table::default() };
        let mut cells = match book.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            // A sheet of charts has no cells.
            Err(calamine::XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(Reason::damaged(error)),
        };
        let (mut number, mut row) = (0, Vec::new());
        while let Some(found) = cells.next_cell().map_err(Reason::damaged)? {
            let value = cell_ref(found.get_value());
            if value == Cell::Empty {
                continue;
            }
            let (at_row, at_column) = found.get_position();
            let (at, column) = (to_number(at_row), to_number(at_column) - 1);
            if at != number {
                table.push(number, std::mem::take(&mut row))?;
                if at < number {
                    return Err(Reason::damaged("rows are not in order"));
                }
                number = at;
            }
            if column >= MAX_COLUMNS {
                let n_columns = column + 1;
                return Err(Reason::TooManyColumns { n_columns, max: MAX_COLUMNS });
            }
            if row.len() <= column {
                row.resize(column + 1, Cell::Empty);
            }
            row[column] = value;
        }
        table.push(number, row)?;
        tables.push(table);
    }
    Ok(tables)
}

fn check_size(bytes: &[u8]) -> Result<(), Reason> {
    if bytes.len() > MAX_SHEET_BYTES {
        return Err(Reason::TooLarge { max: MAX_SHEET_BYTES as u64 });
    }
    Ok(())
}

/// A row's or column's number as the user sees it, from 1.
fn to_number(idx: u32) -> usize {
    usize::try_from(idx).unwrap_or(MAX_ROWS).saturating_add(1)
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::DateTime(date) => date_cell(date),
        Data::Error(error) => Cell::Error(error_name(error)),
        Data::Bool(is_true) => Cell::text(if *is_true { "TRUE" } else { "FALSE" }),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::text(text),
    }
}

fn cell_ref(data: &DataRef<'_>) -> Cell {
    match data {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::DateTime(date) => date_cell(date),
        DataRef::Error(error) => Cell::Error(error_name(error)),
        DataRef::Bool(is_true) => Cell::text(if *is_true { "TRUE" } else { "FALSE" }),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Cell::text(text)
        }
    }
}

/// A number with a date's format. One outside of the calendar stays a number, and is refused
/// where a date is wanted.
fn date_cell(date: &ExcelDateTime) -> Cell {
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    match Day::new(year.into(), month, day) {
        Some(day) if date.is_datetime() => Cell::Day(day),
        _ => Cell::Number(date.as_f64()),
    }
}

fn error_name(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}
