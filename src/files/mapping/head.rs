//! What the page is shown of a table that no dialect knows: its first rows, without whatever may
//! name a person.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh64::xxh64;

use crate::base::day::Day;
use crate::base::span::Span;
use crate::facts::mapping::MAX_MAPPED_COLUMNS;
use crate::facts::metric::Unit;
use crate::files::dialects::{ITEM_CODE_NAMES, ITEM_ID_NAMES, is_personal};
use crate::files::header::{is_date_name, normalise, shown};
use crate::files::keyed::{AD_AUDIENCES, AD_ITEMS, AD_PLANS};
use crate::files::mapping::guess::known_name;
use crate::files::period::dates_in;
use crate::files::scan::personal;
use crate::files::table::{Cell, Row, Table};
use crate::files::values::{Date, date, number};

/// How many rows are shown.
pub const MAX_HEAD_ROWS: usize = 30;
/// How much of a cell is shown, in characters.
const MAX_SHOWN: usize = 80;

/// The first rows of a table, as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The sheet, where there are several.
    pub sheet: Option<String>,
    /// Its place among the tables of the file.
    pub place: usize,
    /// The rows, those that are not blank; cells of dropped columns are empty.
    pub rows: Vec<HeadRow>,
    /// The rows that may be the header; never empty.
    pub headers: Vec<HeaderRow>,
    /// The place among `rows` of the one that looks most like it.
    pub header: usize,
    /// The columns that were dropped.
    pub dropped: Vec<Dropped>,
    /// How many rows the table has.
    pub n_rows: usize,
    /// What the whole file is about, by its notes or its name: first and last day.
    pub about: Option<(Day, Day)>,
    /// Whether rows must have as many cells as the header.
    pub is_strict: bool,
    /// Whether serial numbers of days count from 1904.
    pub is_1904: bool,
}

/// One of the first rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadRow {
    /// Its number as the user sees it, from 1.
    pub number: usize,
    /// Its cells as text; empty where there is nothing, or nothing that may be shown.
    pub cells: Vec<String>,
}

/// A row that may be the header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeaderRow {
    /// Its place among the rows.
    pub place: usize,
    /// The names of the columns; empty for those that are dropped or have none.
    pub names: Vec<String>,
    /// The fingerprint of all names.
    pub fingerprint: String,
}

/// A column that was dropped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dropped {
    /// Its place.
    pub column: usize,
    /// Its name, where the name itself may be shown.
    pub name: String,
    /// Whether its name says so; else what stands in a cell does.
    pub is_named: bool,
    /// How many cells of it have something in them.
    pub n_cells: usize,
}

/// The heads of the tables of a file that have a header at all, at most [`MAX_SHEETS`].
pub fn heads(name: &str, tables: &[Table]) -> Vec<Head> {
    /// How many tables of a file are shown.
    const MAX_SHEETS: usize = 8;
    let all = tables.iter().enumerate().filter_map(|(place, table)| head(name, place, table));
    all.take(MAX_SHEETS).collect()
}

fn head(file: &str, place: usize, table: &Table) -> Option<Head> {
    let rows = &table.rows[..table.rows.len().min(MAX_HEAD_ROWS)];
    let headers: Vec<usize> =
        (0..rows.len()).filter(|idx| is_header(&rows[*idx], table.is_1904)).collect();
    // Below the last row there is nothing to read.
    let headers: Vec<usize> =
        headers.into_iter().filter(|idx| idx + 1 < table.rows.len()).collect();
    let likely = |idx: &usize| {
        let names = names(table, *idx);
        let n_known = names.iter().filter(|name| known_name(name)).count();
        let n_names = names.iter().filter(|name| !name.is_empty()).count();
        // Of two that are as likely the upper one.
        (n_known, n_names, usize::MAX - idx)
    };
    let header = headers.iter().copied().max_by_key(likely)?;
    let dropped = dropped(table, &headers);
    let is_dropped = |column: usize| dropped.iter().any(|one| one.column == column);
    let text = |(column, cell): (usize, &Cell)| {
        let text = if is_dropped(column) { String::new() } else { text_of(cell) };
        // A note may name somebody as well. Numbers were looked at by columns.
        let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number && personal(&text).is_some() { String::new() } else { text }
    };
    let cells = |row: &Row| -> Vec<String> {
        row.cells.iter().take(MAX_MAPPED_COLUMNS).enumerate().map(text).collect()
    };
    let header_row = |place: &usize| {
        let mut names = names(table, *place);
        let fingerprint = fingerprint(&names);
        for one in &dropped {
            if let Some(name) = names.get_mut(one.column) {
                name.clear();
            }
        }
        HeaderRow { place: *place, names, fingerprint }
    };
    Some(Head {
        sheet: table.sheet.as_deref().map(shown),
        place,
        rows: rows.iter().map(|row| HeadRow { number: row.number, cells: cells(row) }).collect(),
        headers: headers.iter().map(header_row).collect(),
        header,
        n_rows: table.rows.len(),
        about: about(file, table, header).map(|span| (span.from(), span.to())),
        is_strict: table.is_strict,
        is_1904: table.is_1904,
        dropped,
    })
}

/// What a cell says, as text that reads as the same: a float by its shortest text.
pub(super) fn text_of(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.trim().chars().take(MAX_SHOWN).collect(),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Error(name) => (*name).to_owned(),
    }
}

/// Whether a row may name columns: two names or more, and neither a date nor a number.
fn is_header(row: &Row, is_1904: bool) -> bool {
    let mut n_names = 0;
    for cell in row.cells.iter().filter(|cell| !cell.is_blank()) {
        let Cell::Text(text) = cell else { return false };
        let is_value = !matches!(date(cell, is_1904), Date::NotADate)
            || number(cell, Unit::X100000).is_ok()
            || number(cell, Unit::BasisPoints).is_ok();
        if is_value {
            return false;
        }
        n_names += usize::from(!shown(text).is_empty());
    }
    2 <= n_names
}

/// The names of the columns under a header: what stands above it where it was merged down, `#3`
/// for the third where nothing does, and ` (2)` behind one that stands a second time. Of a name
/// that may itself name a person nothing is said.
pub fn names(table: &Table, header: usize) -> Vec<String> {
    let text = |row: Option<&Row>, column: usize| match row.and_then(|row| row.cells.get(column)) {
        Some(Cell::Text(text)) => shown(text),
        _ => String::new(),
    };
    let Some(row) = table.rows.get(header) else { return Vec::new() };
    let above = header.checked_sub(1).and_then(|above| table.rows.get(above));
    // A note above the header stands in its first column.
    let above = above.filter(|row| 2 <= row.cells.iter().filter(|cell| !cell.is_blank()).count());
    let sample = &table.rows[header..table.rows.len().min(header + MAX_HEAD_ROWS)];
    let n_columns = sample.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let mut names: Vec<String> = Vec::with_capacity(n_columns);
    for column in 0..n_columns.min(MAX_MAPPED_COLUMNS) {
        let own = text(Some(row), column);
        let name = if own.is_empty() { text(above, column) } else { own };
        let has_cells = || {
            let mut below = sample.iter().skip(1).filter_map(|row| row.cells.get(column));
            below.any(|cell| !cell.is_blank())
        };
        let name = match name.is_empty() || personal(&name).is_some() {
            true if !has_cells() => String::new(),
            true => format!("#{}", column + 1),
            false => name,
        };
        let is_taken = |name: &str| names.iter().any(|other| normalise(other) == normalise(name));
        let mut unique = name.clone();
        let mut n_same = 2;
        while !unique.is_empty() && is_taken(&unique) {
            unique = format!("{name} ({n_same})");
            n_same += 1;
        }
        names.push(unique);
    }
    // A row of text must have as many cells as there are columns.
    names.resize(row.cells.len().max(names.len()), String::new());
    names
}

/// The fingerprint of the headers of a table: the same for the same names in any order. Columns
/// without a name come and go, and do not count.
pub fn fingerprint(names: &[String]) -> String {
    let is_number = |name: &str| {
        name.strip_prefix('#').is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let names = names.iter().map(|name| normalise(name));
    let names: BTreeSet<String> =
        names.filter(|name| !name.is_empty() && !is_number(name)).collect();
    let all: Vec<String> = names.into_iter().collect();
    format!("{:016x}", xxh64(all.join("\n").as_bytes(), 0))
}

/// What the whole file is about: its notes above the header, the dates in its name, the day of
/// eight digits in it.
pub(super) fn about(file: &str, table: &Table, header: usize) -> Option<Span> {
    let mut notes = table.rows[..header].iter().flat_map(|row| &row.cells);
    let noted = notes.find_map(|cell| match cell {
        Cell::Text(text) => dates_in(text),
        _ => None,
    });
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    noted.or_else(|| dates_in(name)).or_else(|| {
        let mut runs = name.split(|char: char| !char.is_ascii_digit());
        let day = runs.find_map(|run| match date(&Cell::text(run), false) {
            Date::Day(day) if run.len() == 8 => Some(day),
            _ => None,
        });
        day.map(Span::day)
    })
}

/// Names of columns of people that are no figures: who bought, and under which name.
const PEOPLE: [&str; 17] = [
    "买家", "客户", "顾客", "会员", "用户", "收货", "收件", "证件", "账号", "帐号", "微信", "qq",
    "openid", "buyer", "customer", "receiver", "address",
];

/// Whether numbers of this column may look like those of a phone or a card and are none.
fn is_number_of_things(name: &str) -> bool {
    let name = normalise(name);
    let mut ids = ITEM_ID_NAMES.iter().chain(&ITEM_CODE_NAMES);
    let keyed = [&AD_PLANS, &AD_ITEMS, &AD_AUDIENCES];
    let mut keys = keyed.iter().flat_map(|keyed| keyed.keys).flat_map(|names| names.iter());
    ids.any(|other| normalise(other) == name) || keys.any(|other| normalise(other) == name)
}

/// The columns of which neither name nor cells may be shown: by any row that may be the header, or
/// by what stands in any of their cells.
fn dropped(table: &Table, headers: &[usize]) -> Vec<Dropped> {
    let all_names: Vec<Vec<String>> = headers.iter().map(|idx| names(table, *idx)).collect();
    let n_columns = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let first = headers.first().copied().unwrap_or(0);
    let mut dropped = Vec::new();
    for column in 0..n_columns.min(MAX_MAPPED_COLUMNS) {
        let named: Vec<&String> = all_names.iter().filter_map(|names| names.get(column)).collect();
        let below = || table.rows.iter().skip(first + 1).filter_map(|row| row.cells.get(column));
        let is_date = named.iter().any(|name| is_date_name(name));
        let is_of_things = named.iter().any(|name| is_number_of_things(name));
        let is_personal_cell = |cell: &Cell| match cell {
            Cell::Text(text) if text.len() < 6 => false,
            Cell::Text(text) if is_of_things && text.bytes().all(|b| b.is_ascii_digit()) => false,
            Cell::Text(text) => personal(text).is_some(),
            Cell::Number(_) if is_of_things => false,
            Cell::Number(number) => *number >= 1e10 && personal(&number.to_string()).is_some(),
            _ => false,
        };
        let of_people = |name: &&String| {
            let plain = normalise(name);
            PEOPLE.iter().any(|part| plain.contains(part)) && !known_name(name)
        };
        let is_figure = |cell: &Cell| {
            let is = |unit| number(cell, unit).is_ok();
            cell.is_blank() || is(Unit::X100000) || is(Unit::BasisPoints)
        };
        let is_named = named.iter().any(|name| !known_name(name) && is_personal(name))
            // 成交客户数 is a figure, 客户 a person.
            || (named.iter().any(of_people) && !below().all(is_figure));
        if !is_named && (is_date || !below().any(is_personal_cell)) {
            continue;
        }
        let n_cells = below().filter(|cell| !cell.is_blank()).count();
        let name = named.iter().find(|name| is_personal(name) || of_people(name));
        let name = name.or(named.first()).map_or_else(String::new, |name| (*name).clone());
        dropped.push(Dropped { column, name, is_named, n_cells });
    }
    dropped
}

impl Head {
    /// The head as a table: what is read of it is what is read of the file.
    pub fn table(&self) -> Table {
        let cell = |text: &String| match text.is_empty() {
            true => Cell::Empty,
            false => Cell::Text(text.clone()),
        };
        let row =
            |row: &HeadRow| Row { number: row.number, cells: row.cells.iter().map(cell).collect() };
        Table {
            sheet: None,
            rows: self.rows.iter().map(row).collect(),
            is_strict: self.is_strict,
            is_1904: self.is_1904,
        }
    }

    /// The header at this place, else the likely one.
    pub fn header_at(&self, place: usize) -> Option<&HeaderRow> {
        let of = |place| self.headers.iter().find(|row| row.place == place);
        of(place).or_else(|| of(self.header))
    }

    /// The first cells of a column below a row that have something in them.
    pub fn samples(&self, header: usize, column: usize, n: usize) -> Vec<&str> {
        let below = self.rows.iter().skip(header + 1).filter_map(|row| row.cells.get(column));
        below.map(String::as_str).filter(|text| !text.is_empty()).take(n).collect()
    }

    /// How many cells were dropped.
    pub fn n_dropped_cells(&self) -> usize {
        self.dropped.iter().map(|one| one.n_cells).sum()
    }
}
