//! Which period of a keyed table is looked at, and which lies before it.

use crate::base::order;
use crate::base::span::Span;
use crate::facts::items::chunk::Grain;
use crate::facts::items::subject::Subject;
use crate::facts::set::FactSet;

/// The period that is looked at: the chosen one, else the last days with figures (at most 366),
/// else the last period that is there as one figure. `None` without any figures.
pub fn period(
    facts: &FactSet,
    subject: Subject,
    last_days: u32,
    chosen: Option<Span>,
) -> Option<Span> {
    if let Some(span) = chosen {
        return facts.knows(subject).then_some(span);
    }
    match facts.span_of(subject) {
        Some(all) => {
            let n_days = i32::try_from(last_days.clamp(1, 366)).unwrap_or(1);
            Some(Span::new(all.to() - (n_days - 1), all.to()))
        }
        None => facts.refs_of(subject, Grain::Period).last().map(|chunk| chunk.span()),
    }
}

/// The time before a period: of a month the month before, where it was chosen or there are only
/// periods; else as many days. `None` where nothing has figures then.
pub fn before(facts: &FactSet, subject: Subject, span: Span, is_chosen: bool) -> Option<Span> {
    let month = span.from().month();
    let is_month = (span.from(), span.to()) == (month.first(), month.last());
    let earlier = if is_month && (is_chosen || facts.span_of(subject).is_none()) {
        let month = month.plus(-1);
        Span::new(month.first(), month.last())
    } else {
        let n_days = i32::try_from(span.n_days()).ok()?;
        Span::new(span.from() - n_days, span.from() - 1)
    };
    let mut days = facts.refs_of(subject, Grain::Day).iter();
    let has_days = days.any(|chunk| chunk.span().overlap(earlier).is_some());
    let mut periods = facts.refs_of(subject, Grain::Period).iter();
    (has_days || periods.any(|chunk| chunk.span() == earlier)).then_some(earlier)
}

/// The months with figures and the periods that are there as one figure, latest first.
pub fn choices(facts: &FactSet, subject: Subject) -> Vec<Span> {
    let periods = facts.refs_of(subject, Grain::Period).iter();
    let mut spans: Vec<Span> = periods.map(|chunk| chunk.span()).collect();
    if let Some(all) = facts.span_of(subject) {
        let mut month = all.to().month();
        while all.from() <= month.last() {
            spans.push(Span::new(month.first(), month.last()));
            month = month.plus(-1);
        }
    }
    order::sort_by(&mut spans, |a, b| (b.to(), b.from()).cmp(&(a.to(), a.from())));
    spans.dedup();
    spans
}
