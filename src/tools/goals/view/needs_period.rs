//! Which period the needs are looked at for.

use leptos::prelude::*;

use crate::base::locale::Locale;
use crate::base::span::Span;
use crate::tools::goals::model::{CellKey, RatePeriod};
use crate::tools::goals::text::{Text, names};
use crate::tools::goals::view::state::{Level, Page};

/// The periods that can be looked at: the year and its quarters, a month and its days, or the
/// weeks.
pub fn periods(page: Page) -> Vec<RatePeriod> {
    let (cut, year) = (page.cut.get(), page.year.get());
    let weeks = || cut.weeks(cut.year(year)).into_iter().map(|week| cut.week_of(week.from()));
    match page.level.get() {
        Level::Year => {
            let quarters = (0..4).map(|idx| RatePeriod::Cell(CellKey::Quarter(idx)));
            [RatePeriod::Year].into_iter().chain(quarters).collect()
        }
        Level::Month => {
            let month = page.month.get();
            let days = Span::new(month.first(), month.last()).days();
            let days = days.map(|day| RatePeriod::Cell(CellKey::Day(day)));
            [RatePeriod::Cell(CellKey::Month(month))].into_iter().chain(days).collect()
        }
        Level::Week => weeks().map(|first| RatePeriod::Cell(CellKey::Week(first))).collect(),
    }
}

/// The one that is looked at first: the longest, or this week.
pub fn first_period(page: Page, periods: &[RatePeriod]) -> RatePeriod {
    let week = RatePeriod::Cell(CellKey::Week(page.cut.get().week_of(page.today)));
    let is_there = periods.contains(&week);
    if is_there { week } else { periods.first().copied().unwrap_or(RatePeriod::Year) }
}

/// What a period is called.
pub fn period_name(period: RatePeriod, t: &Text, locale: Locale) -> String {
    match period {
        RatePeriod::Year => t.year_whole.to_owned(),
        RatePeriod::Cell(key) => names::period(key, locale),
    }
}
