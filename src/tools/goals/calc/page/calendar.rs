//! The month calendar: past days show attainment, coming days the target.

use crate::base::day::{Day, Month};
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::tools::goals::calc::page::table::{PeriodRow, YearTable};
use crate::tools::goals::model::CellKey;

/// How a past day is tinted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heat {
    /// Below 70 % of the target.
    Low2,
    /// Below 95 %.
    Low1,
    /// Met, give or take.
    Met,
    /// Above 110 %.
    High1,
    /// Above 140 %.
    High2,
    /// Past, but nothing was imported.
    Missing,
    /// Still to come.
    Ahead,
}

/// The bounds of the tints, in basis points: below 70 %, below 95 %, above 110 %, above 140 %.
const BOUNDS: [i32; 4] = [7_000, 9_500, 11_000, 14_000];

/// One day of the calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarDay {
    /// The day.
    pub day: Day,
    /// Its target.
    pub target: i64,
    /// What it attained; `None` where it has no value yet.
    pub attainment: Option<Ratio>,
    /// Its tint.
    pub heat: Heat,
    /// Whether it was typed over.
    pub is_locked: bool,
    /// Whether an event touches it.
    pub has_event: bool,
    /// Whether it is today.
    pub is_today: bool,
}

/// A month as the calendar shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarMonth {
    /// Empty cells before the first day.
    pub n_blank: usize,
    /// The days.
    pub days: Vec<CalendarDay>,
}

impl CalendarMonth {
    /// The days that it shows.
    pub fn day_list(&self) -> Vec<Day> {
        self.days.iter().map(|cell| cell.day).collect()
    }

    /// One of its days.
    pub fn day(&self, day: Day) -> Option<&CalendarDay> {
        self.days.iter().find(|cell| cell.day == day)
    }
}

/// The month's calendar. `events` are the spans of the events that touch the year.
pub fn calendar(table: &YearTable, month: Month, events: &[Span]) -> CalendarMonth {
    let first = month.first();
    let n_blank = (first - table.cut.week_of(first)) as usize;
    let days = Span::new(first, month.last())
        .days()
        .filter_map(|day| table.row(CellKey::Day(day)))
        .map(|row| cell(table, &row, events))
        .collect();
    CalendarMonth { n_blank, days }
}

fn cell(table: &YearTable, row: &PeriodRow, events: &[Span]) -> CalendarDay {
    let day = row.span.from();
    CalendarDay {
        day,
        target: row.target,
        attainment: row.attainment,
        heat: heat(row, table.today),
        is_locked: row.is_locked(),
        has_event: events.iter().any(|span| span.contains(day)),
        is_today: day == table.today,
    }
}

fn heat(row: &PeriodRow, today: Day) -> Heat {
    let Some(actual) = row.actual else {
        return if today <= row.span.from() { Heat::Ahead } else { Heat::Missing };
    };
    // A day that nothing was asked of is met by whatever it sold.
    let bp = Ratio::of(actual, row.target).map_or(10_000, Ratio::bp);
    match BOUNDS {
        [low2, ..] if bp < low2 => Heat::Low2,
        [_, low1, ..] if bp < low1 => Heat::Low1,
        [.., high2] if high2 < bp => Heat::High2,
        [_, _, high1, _] if high1 < bp => Heat::High1,
        _ => Heat::Met,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::tools::goals::calc::page::table::tests::{day, table};

    #[test]
    fn a_month_begins_under_its_weekday() {
        let mut table = table();
        // 1 January 2026 is a Thursday.
        assert_eq!(calendar(&table, Month::new(2026, 1), &[]).n_blank, 3);
        table.cut.week_start = crate::base::calendar::WeekStart::Sunday;
        assert_eq!(calendar(&table, Month::new(2026, 1), &[]).n_blank, 4);
    }

    #[test]
    fn tints_follow_attainment() {
        let mut table = table();
        let mut actual = vec![None; 365];
        for (idx, value) in [69, 70, 94, 95, 110, 111, 140, 141].into_iter().enumerate() {
            actual[idx] = Some(value);
        }
        table.actual = Arc::new(actual);
        let days = calendar(&table, Month::new(2026, 1), &[Span::day(day("2026-01-03"))]).days;
        let heats: Vec<Heat> = days.iter().take(9).map(|day| day.heat).collect();
        assert_eq!(
            heats,
            [
                Heat::Low2,
                Heat::Low1,
                Heat::Low1,
                Heat::Met,
                Heat::Met,
                Heat::High1,
                Heat::High1,
                Heat::High2,
                Heat::Missing,
            ]
        );
        assert!(days[2].has_event && days[1].is_locked && !days[0].is_locked);
        let february = calendar(&table, Month::new(2026, 2), &[]).days;
        assert_eq!(february[9].heat, Heat::Ahead);
        assert!(february[9].is_today);
    }
}
