//! What the cells of a record say: from their bytes as most are written, from their text else.

use separated::{Cells, quick};

use crate::base::day::Day;
use crate::facts::metric::Unit;
use crate::files::keyed_rows;
use crate::files::orders::columns::Field;
use crate::files::refusal::Reason;
use crate::files::rows::{IssueKind, kind};
use crate::files::table::Cell;
use crate::files::values::{Date, date, number, plain, quote};

/// Why a row is not read: for itself, or for the whole file.
#[derive(Debug)]
pub enum Stop {
    /// The row, for what stands in a column.
    Row(Field, IssueKind),
    /// The file.
    File(Reason),
}

/// A record and its number.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    /// Its cells.
    pub cells: Cells<'a>,
    /// Its number, from 1.
    pub number: usize,
    /// Whether serial numbers of days count from 1904.
    pub is_1904: bool,
}

impl Record<'_> {
    /// A cell as text, for what is not as most are.
    pub fn cell(self, place: usize) -> Cell {
        Cell::text(&self.cells.text(place))
    }

    /// A cell's words, with plain forms and without what does not show.
    pub fn words(self, place: usize) -> String {
        let bytes = self.cells.bytes(place);
        if bytes.is_empty() { String::new() } else { plain(&self.cells.text(place)) }
    }

    /// Whether nothing stands in any cell.
    pub fn is_blank(self) -> bool {
        (0..self.cells.len()).all(|place| self.is_blank_at(place))
    }

    /// Whether nothing stands in a cell.
    pub fn is_blank_at(self, place: usize) -> bool {
        match self.cells.bytes(place) {
            [] => true,
            // Other blanks begin beyond ASCII, and none of them as Chinese characters do
            // (U+4000 … U+9FFF): names and addresses are not made into texts to see that they
            // say something.
            [first, ..] if first.is_ascii() || matches!(first, 0xe4..=0xe9) => false,
            _ => self.cell(place).is_blank(),
        }
    }

    /// An amount in a column, in 分 or as a count; `None` for "no value".
    ///
    /// # Errors
    ///
    /// What is wrong with the cell.
    #[inline]
    pub fn amount(self, field: Field, place: usize, unit: Unit) -> Result<Option<i64>, Stop> {
        let bytes = self.cells.bytes(place);
        if bytes.is_empty() {
            return Ok(None);
        }
        let quick = match unit {
            Unit::Fen => quick::hundredths(bytes),
            _ => quick::count(bytes),
        };
        match quick {
            Some(value) => Ok(Some(value)),
            None => match number(&self.cell(place), unit) {
                Ok(found) => Ok(found.map(|found| found.value)),
                Err(error) => Err(Stop::Row(field, kind(error))),
            },
        }
    }

    /// A refund; `None` for 无退款申请 and its like: words without a digit are no amount.
    ///
    /// # Errors
    ///
    /// What is wrong with the cell.
    #[inline]
    pub fn refund(self, place: usize) -> Result<Option<i64>, Stop> {
        let bytes = self.cells.bytes(place);
        // Digits of other widths begin beyond ASCII.
        let has_digit = bytes.iter().any(u8::is_ascii_digit)
            || (!bytes.is_ascii() && self.words(place).bytes().any(|byte| byte.is_ascii_digit()));
        if has_digit { self.amount(Field::Refund, place, Unit::Fen) } else { Ok(None) }
    }

    /// The day of a time; `None` for none.
    ///
    /// # Errors
    ///
    /// What is wrong with the cell; [`Reason::AmbiguousDates`] is wrong with the file.
    #[inline]
    pub fn day(self, field: Field, place: usize) -> Result<Option<Day>, Stop> {
        let bytes = self.cells.bytes(place);
        if bytes.is_empty() {
            return Ok(None);
        }
        if let Some((year, month, day)) = quick::date(bytes) {
            let day = Day::new(year, month, day).filter(|day| (Day::MIN..=Day::MAX).contains(day));
            return day.map(Some).ok_or(Stop::Row(field, IssueKind::ImpossibleDate));
        }
        let cell = self.cell(place);
        match date(&cell, self.is_1904) {
            Date::Day(day) => Ok(Some(day)),
            Date::None => Ok(None),
            Date::Impossible => Err(Stop::Row(field, IssueKind::ImpossibleDate)),
            Date::NotADate | Date::Range(_) => Err(Stop::Row(field, IssueKind::NotADate)),
            Date::Ambiguous => {
                Err(Stop::File(Reason::AmbiguousDates { row: self.number, text: quote(&cell) }))
            }
        }
    }

    /// The digits of an order's number, handed to `each`.
    ///
    /// # Errors
    ///
    /// For a number in exponent form, whose digits are lost, and for what is none.
    #[inline]
    pub fn order<T>(self, place: usize, each: impl FnOnce(&[u8]) -> T) -> Result<T, Stop> {
        match quick::digits(self.cells.bytes(place)) {
            Some(digits) if (5..=24).contains(&digits.len()) => Ok(each(digits)),
            _ => match keyed_rows::id(&self.cell(place)) {
                Ok(digits) => Ok(each(digits.as_bytes())),
                Err(kind) => Err(Stop::Row(Field::Id, kind)),
            },
        }
    }
}
