//! How the shop cuts a year: fiscal year, quarters, months, weeks.

use serde::{Deserialize, Serialize};

use crate::base::day::{Day, Month, Weekday};
use crate::base::span::Span;

/// On which day a week begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum WeekStart {
    /// As in China and ISO 8601.
    #[default]
    Monday,
    /// As in some English-speaking countries.
    Sunday,
}

/// The settings that cut time into periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cut {
    /// The first month of the fiscal year, 1–12.
    pub fiscal_start: u8,
    /// On which day a week begins.
    pub week_start: WeekStart,
}

impl Default for Cut {
    fn default() -> Self {
        Self { fiscal_start: 1, week_start: WeekStart::Monday }
    }
}

impl Cut {
    /// The fiscal year that `day` is in, named after the calendar year in which it begins.
    pub fn year_of(self, day: Day) -> i32 {
        let (year, month) = day.month().ym();
        if month < self.fiscal_start { year - 1 } else { year }
    }

    /// The twelve months of a fiscal year.
    pub fn months(self, year: i32) -> [Month; 12] {
        let first = Month::new(year, self.fiscal_start);
        std::array::from_fn(|idx| first.plus(idx as i32))
    }

    /// The days of a fiscal year.
    pub fn year(self, year: i32) -> Span {
        let months = self.months(year);
        Span::new(months[0].first(), months[11].last())
    }

    /// The days of quarter `idx` (0–3) of a fiscal year; an index above 3 is the last quarter.
    pub fn quarter(self, year: i32, idx: usize) -> Span {
        let months = self.months(year);
        let first = idx.min(3) * 3;
        Span::new(months[first].first(), months[first + 2].last())
    }

    /// The first day of the week that `day` is in.
    pub fn week_of(self, day: Day) -> Day {
        let back = match self.week_start {
            WeekStart::Monday => day.weekday().idx(),
            WeekStart::Sunday => (day.weekday().idx() + 1) % 7,
        };
        day - back as i32
    }

    /// The weeks that have a day in `span`, each cut to the days inside of it.
    pub fn weeks(self, span: Span) -> Vec<Span> {
        let mut weeks = Vec::with_capacity(54);
        let mut from = self.week_of(span.from());
        while from <= span.to() {
            weeks.extend(Span::new(from, from + 6).overlap(span));
            from = from + 7;
        }
        weeks
    }

    /// The days of the week in the order of this setting.
    pub fn weekdays(self) -> [Weekday; 7] {
        let shift = match self.week_start {
            WeekStart::Monday => 0,
            WeekStart::Sunday => 6,
        };
        std::array::from_fn(|idx| Weekday::ALL[(idx + shift) % 7])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_fiscal_year_may_begin_in_any_month() {
        let cut = Cut { fiscal_start: 4, ..Cut::default() };
        assert_eq!(cut.year_of(day("2026-03-31")), 2025);
        assert_eq!(cut.year_of(day("2026-04-01")), 2026);
        assert_eq!(cut.year(2026), Span::new(day("2026-04-01"), day("2027-03-31")));
        assert_eq!(cut.quarter(2026, 3), Span::new(day("2027-01-01"), day("2027-03-31")));
    }

    #[test]
    fn weeks_cover_a_year_without_gap_or_overlap() {
        for week_start in [WeekStart::Monday, WeekStart::Sunday] {
            let cut = Cut { fiscal_start: 1, week_start };
            for year in 2024..2036 {
                let span = cut.year(year);
                let weeks = cut.weeks(span);
                assert_eq!(weeks.iter().map(|week| week.n_days()).sum::<usize>(), span.n_days());
                assert!(weeks.windows(2).all(|pair| pair[0].to() + 1 == pair[1].from()));
            }
        }
    }
}
