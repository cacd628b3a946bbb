//! What a row is about, as text: numbers of things, and words that name nobody.

use crate::facts::items::subject::{PART, Subject};
use crate::facts::items::table::MAX_ITEM_ID;
use crate::files::header::{Header, normalise};
use crate::files::keyed::{KeyedColumns, WHOLE_SHOP, part};
use crate::files::rows::IssueKind;
use crate::files::scan::personal;
use crate::files::table::Cell;
use crate::files::values::plain;

/// The fewest digits of a 商品ID.
const MIN_ID_DIGITS: usize = 5;

/// Whether words may name a person. A number of a plan or an item may look like one of a phone,
/// and somebody may have searched for a phone's number.
fn names(columns: &KeyedColumns, part: &str) -> bool {
    let is_number = part.bytes().all(|byte| byte.is_ascii_digit());
    let are_numbers_words = columns.keyed.subject == Subject::SearchWord;
    (are_numbers_words || !is_number) && personal(part).is_some()
}

/// The key of a thing that has several columns or is words; numbers among them as [`id`] has them.
pub(super) fn key<'a>(
    columns: &KeyedColumns,
    header: &Header,
    cell: impl Fn(usize) -> &'a Cell,
) -> Result<String, (usize, IssueKind)> {
    let mut parts = Vec::with_capacity(columns.keys.len());
    for column in &columns.keys {
        let Some(column) = *column else {
            parts.push(String::new());
            continue;
        };
        let is_number = normalise(&header.names[column]).ends_with("id");
        parts.push(match cell(column) {
            cell if is_number => id(cell).map_err(|kind| (column, kind))?,
            Cell::Text(text) => part(text),
            Cell::Number(number) => number.to_string(),
            Cell::Empty | Cell::Day(_) | Cell::Error(_) => String::new(),
        });
    }
    // A source that goes no deeper leaves the rest empty.
    while parts.len() > 1 && parts.last().is_some_and(String::is_empty) {
        parts.pop();
    }
    match columns.keys.first() {
        None => Ok(WHOLE_SHOP.to_owned()),
        Some(Some(column)) if parts[0].is_empty() => Err((*column, IssueKind::NotAnId)),
        Some(Some(column)) if parts.iter().any(|one| names(columns, one)) => {
            Err((*column, IssueKind::PersonalData))
        }
        _ => Ok(parts.join(&PART.to_string())),
    }
}

/// A 商品ID as text: without separators of thousands and without `.0`. Digits that a spreadsheet
/// has lost do not come back.
pub(super) fn id(cell: &Cell) -> Result<String, IssueKind> {
    /// Up to here every whole number has its own float: 2⁵³.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let text = match cell {
        Cell::Number(number) if number.fract() == 0.0 && (0.0..EXACT).contains(number) => {
            number.to_string()
        }
        Cell::Number(_) => return Err(IssueKind::DamagedId),
        Cell::Text(text) => plain(text).replace(',', ""),
        Cell::Empty | Cell::Day(_) | Cell::Error(_) => return Err(IssueKind::NotAnId),
    };
    let digits = text.strip_suffix(".0").unwrap_or(&text);
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let is_id = (MIN_ID_DIGITS..=MAX_ITEM_ID).contains(&digits.len());
        return if is_id { Ok(digits.to_owned()) } else { Err(IssueKind::NotAnId) };
    }
    let is_exponent = digits.split_once(['e', 'E']).is_some_and(|(digits, power)| {
        let is_number = |text: &str, marks: &[char]| {
            !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || marks.contains(&c))
        };
        is_number(digits, &['.']) && is_number(power, &['+', '-'])
    });
    Err(if is_exponent { IssueKind::DamagedId } else { IssueKind::NotAnId })
}
