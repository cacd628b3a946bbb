//! When a whole file is about, where its rows do not say: its notes, or its name.

use std::collections::BTreeSet;

use crate::base::day::Day;
use crate::base::span::Span;
use crate::files::header::Header;
use crate::files::table::{Cell, Table};

/// The period that the notes above a header say, as `统计时间：2026-10-30 ~ 2026-10-30`.
pub fn period_above(table: &Table, header: &Header) -> Option<Span> {
    let rows = table.rows[..header.idx.min(table.rows.len())].iter();
    let mut notes = rows.flat_map(|row| &row.cells).filter_map(|cell| match cell {
        Cell::Text(text) if text.contains("时间") || text.contains("日期") => Some(text),
        _ => None,
    });
    notes.find_map(|text| dates_in(text))
}

/// From the first date in a text to the last; `None` where there is none, or one that is no day.
pub fn dates_in(text: &str) -> Option<Span> {
    let parts = text.split(|char: char| !(char.is_ascii_digit() || char == '-'));
    let is_shaped = |text: &&str| text.len() == 10 && text.matches('-').count() == 2;
    let mut days: BTreeSet<Day> = BTreeSet::new();
    for part in parts.filter(is_shaped) {
        days.insert(part.parse().ok()?);
    }
    Some(Span::new(*days.first()?, *days.last()?))
}
