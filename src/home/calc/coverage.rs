//! How much of the running year is known.

use crate::base::day::{Day, Month};
use crate::base::span::Span;
use crate::home::calc::plans::Plans;

/// The days of the running year up to yesterday, and which of them have a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage {
    /// The days that should be known; `None` on the first day of a year.
    pub span: Option<Span>,
    /// Those with a value.
    pub n_days: usize,
    /// All of them.
    pub of_days: usize,
    /// The month of yesterday: how many of its days up to yesterday have a value, of how many.
    pub month: Option<(Month, usize, usize)>,
    /// Runs of days without a value, the latest first.
    pub missing: Vec<Span>,
    /// The last day with a value in the whole history.
    pub last: Option<Day>,
    /// The last import: the file's name and when.
    pub import: Option<(String, String)>,
}

/// What is known on the morning of `today`.
pub(super) fn coverage(plans: &Plans<'_>, today: Day) -> Coverage {
    let facts = plans.facts();
    let import = facts.imports.last().map(|import| (import.file.clone(), import.at.clone()));
    let known = Coverage { last: facts.span().map(Span::to), import, ..Coverage::default() };
    let first = plans.year_span().from();
    if today <= first {
        return known;
    }
    let span = Span::new(first, today - 1);
    let mut missing: Vec<Span> = Vec::new();
    let mut n_days = 0;
    for day in span.days().rev() {
        if plans.actual(day).is_some() {
            n_days += 1;
        } else if let Some(run) = missing.last_mut().filter(|run| run.from() == day + 1) {
            *run = Span::new(day, run.to());
        } else {
            missing.push(Span::day(day));
        }
    }
    let month = (today - 1).month();
    let of_month = Span::new(month.first(), today - 1);
    let n_month = of_month.days().filter(|&day| plans.actual(day).is_some()).count();
    let month = Some((month, n_month, of_month.n_days()));
    Coverage { span: Some(span), n_days, month, of_days: span.n_days(), missing, ..known }
}
