//! The tables that leave the page as CSV and XLSX: exact numbers, nothing compact.

use crate::base::day::Month;
use crate::base::ratio::Ratio;
use crate::base::sheet::{Cell, Sheet};
use crate::tools::goals::calc::page::table::{PeriodRow, YearTable};
use crate::tools::goals::model::{CellKey, GoalUnit};
use crate::tools::goals::text::{self, parts};

/// The words of an exported table.
#[derive(Clone, Copy)]
pub struct Words {
    /// The page's.
    pub page: &'static text::Text,
    /// The dialogs'.
    pub parts: &'static parts::Text,
    /// The names of the weekdays, Monday first.
    pub weekdays: [&'static str; 7],
}

/// Quarters, months and the year.
pub fn months(table: &YearTable, words: Words) -> Sheet {
    let mut header = vec![words.page.col_quarter.to_owned(), words.page.col_month.to_owned()];
    header.extend(columns(table, words));
    let mut rows = Vec::new();
    for (idx, quarter) in table.quarters().iter().enumerate() {
        let name = Cell::Text(format!("Q{}", idx + 1));
        let months = table.months();
        for month in months.iter().filter(|row| row.span.overlap(quarter.span).is_some()) {
            let mut cells = vec![name.clone(), Cell::Text(month_of(month).to_string())];
            cells.extend(values(table, month, words));
            rows.push(cells);
        }
        let mut cells = vec![name, Cell::Text(words.page.total.to_owned())];
        cells.extend(values(table, quarter, words));
        rows.push(cells);
    }
    Sheet { name: words.parts.sheet_months.to_owned(), header, rows }
}

/// Weeks with their first and last day inside of the year.
pub fn weeks(table: &YearTable, words: Words) -> Sheet {
    let mut header = vec![words.parts.from.to_owned(), words.parts.to.to_owned()];
    header.extend(columns(table, words));
    let rows = table
        .weeks()
        .iter()
        .map(|row| {
            let mut cells = vec![Cell::Day(row.span.from()), Cell::Day(row.span.to())];
            cells.extend(values(table, row, words));
            cells
        })
        .collect();
    Sheet { name: words.parts.sheet_weeks.to_owned(), header, rows }
}

/// Every day of the year.
pub fn days(table: &YearTable, words: Words) -> Sheet {
    let mut header = vec![words.page.col_day.to_owned(), words.parts.weekday.to_owned()];
    header.extend(columns(table, words));
    let rows = table
        .span
        .days()
        .filter_map(|day| Some((day, table.row(CellKey::Day(day))?)))
        .map(|(day, row)| {
            let weekday = words.weekdays[day.weekday().idx()];
            let mut cells = vec![Cell::Day(day), Cell::Text(weekday.to_owned())];
            cells.extend(values(table, &row, words));
            cells
        })
        .collect();
    Sheet { name: words.parts.sheet_days.to_owned(), header, rows }
}

fn month_of(row: &PeriodRow) -> Month {
    row.span.from().month()
}

fn columns(table: &YearTable, words: Words) -> Vec<String> {
    let page = words.page;
    let (target, actual) = match table.unit() {
        GoalUnit::Sales => (page.col_target_yuan, page.col_actual_yuan),
        GoalUnit::Units => (page.col_target_units, page.col_actual_units),
    };
    let mut columns = vec![target, actual, page.col_attainment, page.col_gap];
    if table.baseline.is_some() {
        columns.extend([page.col_baseline, page.col_change]);
    }
    if table.rates.is_some() {
        columns.extend([page.col_visitors, page.col_buyers, page.col_ad]);
    }
    columns.extend([words.parts.locked, words.parts.col_note]);
    columns.into_iter().map(str::to_owned).collect()
}

fn values(table: &YearTable, row: &PeriodRow, words: Words) -> Vec<Cell> {
    let amount = |amount: Option<i64>| match (amount, table.unit()) {
        (None, _) => Cell::Empty,
        (Some(fen), GoalUnit::Sales) => Cell::Fen(fen),
        (Some(count), GoalUnit::Units) => Cell::Count(count),
    };
    let share = |ratio: Option<Ratio>| ratio.map_or(Cell::Empty, |ratio| Cell::Bp(ratio.bp()));
    let words_or_empty = |text: &str| match text {
        "" => Cell::Empty,
        text => Cell::Text(text.to_owned()),
    };
    let mut cells =
        vec![amount(Some(row.target)), amount(row.actual), share(row.attainment), amount(row.gap)];
    if table.baseline.is_some() {
        let change = row.baseline.map(|baseline| row.target - baseline);
        cells.extend([amount(row.baseline), amount(change)]);
    }
    if let Some(needs) = &row.needs {
        let count = |count: Option<i64>| count.map_or(Cell::Empty, Cell::Count);
        cells.extend([
            count(needs.visitors),
            count(needs.buyers),
            Cell::Fen(needs.ad_budget.fen()),
        ]);
    }
    cells.push(words_or_empty(if row.is_locked() { words.parts.yes } else { "" }));
    cells.push(words_or_empty(row.note()));
    cells
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::base::locale::Locale;
    use crate::tools::goals::calc::page::table::tests::{day, table};

    fn words() -> Words {
        let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        Words { page: text::text(Locale::En), parts: parts::text(Locale::En), weekdays }
    }

    fn sum(sheet: &Sheet, column: usize, keep: impl Fn(&[Cell]) -> bool) -> i64 {
        let value = |row: &Vec<Cell>| match row[column] {
            Cell::Fen(fen) => fen,
            _ => 0,
        };
        sheet.rows.iter().filter(|row| keep(row)).map(value).sum()
    }

    #[test]
    fn every_table_adds_up_to_the_year() {
        let table = table();
        let is_total = |row: &[Cell]| row[1] == Cell::Text("Total".to_owned());
        assert_eq!(sum(&months(&table, words()), 2, is_total), 36_500);
        assert_eq!(sum(&months(&table, words()), 2, |row| !is_total(row)), 36_500);
        assert_eq!(sum(&weeks(&table, words()), 2, |_| true), 36_500);
        assert_eq!(sum(&days(&table, words()), 2, |_| true), 36_500);
    }

    #[test]
    fn a_day_says_what_was_asked_and_sold() {
        let mut table = table();
        table.baseline = Some(Arc::new(vec![Some(90); 365]));
        let sheet = days(&table, words());
        assert_eq!(sheet.header.len(), sheet.rows[0].len());
        assert_eq!(
            sheet.rows[1],
            [
                Cell::Day(day("2026-01-02")),
                Cell::Text("Fri".to_owned()),
                Cell::Fen(100),
                Cell::Fen(120),
                Cell::Bp(12_000),
                Cell::Fen(20),
                Cell::Fen(90),
                Cell::Fen(10),
                Cell::Text("yes".to_owned()),
                Cell::Empty,
            ]
        );
        assert_eq!(sheet.rows[4][3], Cell::Empty);
    }
}
