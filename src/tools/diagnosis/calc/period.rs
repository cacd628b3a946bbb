//! Which days are looked at, and which days they are held against.

use crate::base::day::Day;
use crate::base::span::Span;
use crate::facts::metric::{BUYERS, SALES, VISITORS};
use crate::facts::set::FactSet;
use crate::tools::diagnosis::model::Diagnosis;

/// The same weekday a year before.
pub const YEAR_OF_WEEKS: i32 = 364;

/// What a day brought: visitors, buyers, 分; `None` unless all three are known.
pub fn day_values(facts: &FactSet, day: Day) -> Option<[i64; 3]> {
    let value = |metric: &str| facts.value(metric, day);
    Some([value(VISITORS)?, value(BUYERS)?, value(SALES)?])
}

/// The last day on which all three are known.
pub fn last_day(facts: &FactSet) -> Option<Day> {
    facts.span()?.days().rev().find(|&day| day_values(facts, day).is_some())
}

/// The period that is looked at: the chosen one, so many last days, or the month of the last day
/// with figures. `None` without any.
pub fn period(section: &Diagnosis, facts: &FactSet) -> Option<Span> {
    let last = last_day(facts)?;
    if let (Some(from), Some(to)) = (section.from, section.to) {
        return Some(Span::new(from, to));
    }
    Some(match section.last_days {
        Some(n_days) => {
            let n_days = i32::try_from(n_days.clamp(1, 731)).unwrap_or(1);
            Span::new(last - (n_days - 1), last)
        }
        None => month_of(last),
    })
}

/// The whole month of a day.
pub fn month_of(day: Day) -> Span {
    Span::new(day.month().first(), day.month().last())
}

/// A period without the days after the last one with figures; as it is where none has any.
pub fn known_part(span: Span, facts: &FactSet) -> Span {
    match last_day(facts) {
        Some(last) if span.from() <= last => Span::new(span.from(), span.to().min(last)),
        _ => span,
    }
}

/// The time before a period: of the first days of a month the same days of the month before, else
/// as many days.
pub fn before(span: Span) -> Span {
    if is_of_month(span) {
        return same_dates(span, -1);
    }
    let n_days = i32::try_from(span.n_days()).unwrap_or(i32::MAX);
    Span::new(span.from() - n_days, span.from() - 1)
}

/// The same time a year before: of the first days of a month, or of whole months, the same dates;
/// else the same weekdays, 364 days before.
pub fn last_year(span: Span) -> Span {
    let starts = span.from() == span.from().month().first();
    let is_months = starts && (is_of_month(span) || span.to() == span.to().month().last());
    if is_months {
        return same_dates(span, -12);
    }
    Span::new(span.from() - YEAR_OF_WEEKS, span.to() - YEAR_OF_WEEKS)
}

/// Whether a period begins with its month and ends within it.
fn is_of_month(span: Span) -> bool {
    let month = span.from().month();
    span.from() == month.first() && span.to() <= month.last()
}

/// The same dates some months later; the end of a month stays one.
fn same_dates(span: Span, n_months: i32) -> Span {
    let (month, end) = (span.from().month().plus(n_months), span.to().month().plus(n_months));
    if span.to() == span.to().month().last() {
        return Span::new(month.first(), end.last());
    }
    let n_after = span.to() - span.to().month().first();
    Span::new(month.first(), (end.first() + n_after).min(end.last()))
}

/// The months with figures, latest first.
pub fn months(facts: &FactSet) -> Vec<Span> {
    let (Some(all), Some(last)) = (facts.span(), last_day(facts)) else { return Vec::new() };
    let mut spans = Vec::new();
    let mut month = last.month();
    while all.from() <= month.last() {
        spans.push(Span::new(month.first(), month.last()));
        month = month.plus(-1);
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: &str, to: &str) -> Span {
        Span::new(from.parse().unwrap(), to.parse().unwrap())
    }

    #[test]
    fn a_month_is_held_against_the_month_before() {
        let september = span("2026-09-01", "2026-09-30");
        assert_eq!(before(september), span("2026-08-01", "2026-08-31"));
        assert_eq!(last_year(september), span("2025-09-01", "2025-09-30"));
        // Of a running month the same days.
        let running = span("2026-03-01", "2026-03-30");
        assert_eq!(before(running), span("2026-02-01", "2026-02-28"));
        assert_eq!(last_year(running), span("2025-03-01", "2025-03-30"));
        let quarter = span("2026-07-01", "2026-09-30");
        assert_eq!(last_year(quarter), span("2025-07-01", "2025-09-30"));
        assert_eq!(before(quarter).n_days(), quarter.n_days());
    }

    #[test]
    fn any_days_are_held_against_as_many_and_last_year_the_same_weekdays() {
        let week = span("2026-10-12", "2026-10-18");
        assert_eq!(before(week), span("2026-10-05", "2026-10-11"));
        let then = last_year(week);
        assert_eq!(then, span("2025-10-13", "2025-10-19"));
        assert_eq!(then.from().weekday(), week.from().weekday());
    }
}
