//! Tables that no dialect knows, read as somebody says by hand.
//!
//! A mapping becomes what a built-in dialect becomes: which column is the date, the key, a metric.
//! Then the same reader reads, with the same grammar of values, quarantine and check of ratios.
//! `head` is what the page is shown of such a table, `guess` proposes a mapping, `peek` says what
//! the first rows become.

mod dress;
pub mod guess;
pub mod head;
#[cfg(test)]
mod laws;
pub mod peek;

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::span::Span;
use crate::facts::edit::FileTable;
use crate::facts::items::subject::Subject;
use crate::facts::mapping::{Mapping, Mappings};
use crate::files::mapping::dress::Dressed;
use crate::files::mapping::head::{Dropped, Head, about, fingerprint, heads, names};
use crate::files::refusal::{Reason, Refusal};
use crate::files::scan::personal;
use crate::files::table::Table;
use crate::files::{ReadFile, days_file, each_file};

/// What begins the name of the dialect of a file that was read by a mapping; its name follows.
pub const BY_HAND: &str = "hand:";

/// What a reader is told of mappings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hand {
    /// Those that are known: used for tables that no dialect knows.
    pub known: Mappings,
    /// The one that was made for this file; nothing else is tried then.
    pub chosen: Option<Chosen>,
}

/// A mapping for one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// The mapping.
    pub mapping: Mapping,
    /// The place of the table in the file.
    pub table: usize,
    /// The place of the header among its rows.
    pub header: usize,
    /// What the whole file is about, first and last day; only of a table without a column of
    /// dates.
    pub about: Option<(Day, Day)>,
}

impl Chosen {
    /// What the whole file is about.
    pub fn span(&self) -> Option<Span> {
        self.about.map(|(from, to)| Span::new(from, to))
    }
}

/// A file that a mapping reads, or could: what there is to choose from, and what was chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByHand {
    /// The heads of its tables; never empty.
    pub heads: Vec<Head>,
    /// The mapping that was tried.
    pub chosen: Option<Chosen>,
}

impl Reason {
    /// Whether somebody who knows the table could say how to read it.
    fn can_be_mapped(&self) -> bool {
        matches!(
            self,
            Self::UnknownHeader { .. }
                | Self::MissingKeyColumn { .. }
                | Self::DuplicateHeader { .. }
        )
    }
}

/// Reads a file by the mapping that was chosen for it, or by one that is known for its headers;
/// `reason` is why no dialect read it. What there is to choose from is noted in `seen`.
///
/// # Errors
///
/// `reason`, where there is no mapping; [`Reason::InvalidDateInName`] where nothing says when;
/// what the readers say.
pub(super) fn read(
    name: &str,
    tables: &[Table],
    hand: &Hand,
    reason: Reason,
    seen: &mut Refusal,
) -> Result<ReadFile, Reason> {
    if !reason.can_be_mapped() {
        return Err(reason);
    }
    let heads = heads(name, tables);
    if heads.is_empty() {
        return Err(reason);
    }
    let chosen = hand.chosen.clone().or_else(|| known(&heads, &hand.known));
    let by_hand = ByHand { heads, chosen: chosen.clone() };
    seen.by_hand = Some(Box::new(by_hand));
    let Some(chosen) = chosen else { return Err(reason) };
    let table = tables.get(chosen.table).ok_or(reason)?;
    let number = table.rows.get(chosen.header).map(|row| row.number);
    seen.header_row = number;
    seen.sheet.clone_from(&table.sheet);
    seen.dialect = Some(format!("{BY_HAND}{}", chosen.mapping.name));
    let dropped = dropped_of(seen, chosen.table);
    let mut read = read_by(table, &chosen, &dropped, seen)?;
    read.report.dropped_columns = dropped.iter().map(|one| one.name.clone()).collect();
    let cells = dropped.into_iter().map(|one| (one.name, one.n_cells));
    read.report.dropped_cells = cells.collect();
    read.by_hand = seen.by_hand.take();
    Ok(read)
}

/// The dropped columns of a table.
fn dropped_of(seen: &Refusal, table: usize) -> Vec<Dropped> {
    let heads = seen.by_hand.iter().flat_map(|hand| &hand.heads);
    let mut of = heads.filter(|head| head.place == table);
    of.next().map(|head| head.dropped.clone()).unwrap_or_default()
}

/// The first known mapping for a header of a table.
fn known(heads: &[Head], known: &Mappings) -> Option<Chosen> {
    heads.iter().find_map(|head| {
        head.headers.iter().find_map(|row| {
            let mapping = known.of_headers(&row.fingerprint)?.clone();
            let (table, header) = (head.place, row.place);
            Some(Chosen { mapping, table, header, about: head.about })
        })
    })
}

/// Reads a table by a mapping.
///
/// # Errors
///
/// [`Reason::MissingKeyColumn`] where the table lacks what the mapping needs, and what the readers
/// say.
fn read_by(
    table: &Table,
    chosen: &Chosen,
    dropped: &[Dropped],
    seen: &mut Refusal,
) -> Result<ReadFile, Reason> {
    let names = names(table, chosen.header);
    let dressed = Dressed::new(table, chosen, names, dropped)?;
    let read = if chosen.mapping.subject == Subject::Shop {
        let dialect = seen.dialect.clone();
        let days = dressed.days()?;
        let read = days_file(&dressed.table, &dressed.header, days, || Ok(dressed.keyed()), seen);
        // Days or periods: it is the user's table all the same.
        seen.dialect.clone_from(&dialect);
        read.map(|mut read| {
            read.report.dialect = dialect;
            read
        })?
    } else {
        let about = chosen.span();
        each_file(&dressed.table, &dressed.header, dressed.keyed(), about, seen)?
    };
    scan(&read.table)?;
    Ok(read)
}

/// Looks at every text that would be stored. Numbers are those of things: their rows were looked
/// at by the reader.
fn scan(table: &FileTable) -> Result<(), Reason> {
    let FileTable::Items(table) = table else { return Ok(()) };
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let texts = table.items.iter().flat_map(|item| [&item.title, &item.code]);
    let keys = table.items.iter().map(|item| &item.id).filter(|id| !is_number(id));
    match texts.chain(keys).any(|text| personal(text).is_some()) {
        true => Err(Reason::PersonalData),
        false => Ok(()),
    }
}

/// The fingerprint of a table under a header, for tests and for reports.
pub fn fingerprint_at(table: &Table, header: usize) -> String {
    fingerprint(&names(table, header))
}

/// What the page proposes for a file of this name: the dates in it.
pub fn about_by_name(file: &str) -> Option<Span> {
    about(file, &Table::default(), 0)
}
