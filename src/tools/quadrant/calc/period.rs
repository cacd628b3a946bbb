//! Which period is looked at, and which lies before it.

use crate::base::order;
use crate::base::span::Span;
use crate::facts::set::FactSet;
use crate::tools::quadrant::model::LifeQuadrant;

/// The period that is looked at: the chosen one, else the last days with figures, else the last
/// period that is there as one figure.
pub fn period(section: &LifeQuadrant, facts: &FactSet) -> Option<Span> {
    if let (Some(from), Some(to)) = (section.from, section.to) {
        return facts.has_items().then(|| Span::new(from, to));
    }
    match facts.item_span() {
        Some(all) => {
            let n_days = i32::try_from(section.last_days.clamp(1, 366)).unwrap_or(1);
            Some(Span::new(all.to() - (n_days - 1), all.to()))
        }
        None => facts.item_period_spans().last().copied(),
    }
}

/// The time before a period: of a month the month before, else as many days. `None` where no
/// item has figures then.
pub fn before(section: &LifeQuadrant, facts: &FactSet, span: Span) -> Option<Span> {
    let month = span.from().month();
    let is_month = (span.from(), span.to()) == (month.first(), month.last());
    let is_chosen = section.from.is_some();
    let earlier = if is_month && (is_chosen || facts.item_span().is_none()) {
        let month = month.plus(-1);
        Span::new(month.first(), month.last())
    } else {
        let n_days = i32::try_from(span.n_days()).ok()?;
        Span::new(span.from() - n_days, span.from() - 1)
    };
    let has_days = facts.item_days.iter().any(|chunk| chunk.span().overlap(earlier).is_some());
    let has_period = facts.item_periods.iter().any(|chunk| chunk.span() == earlier);
    (has_days || has_period).then_some(earlier)
}

/// The months with figures of items and the periods that are there as one figure, latest first.
pub fn choices(facts: &FactSet) -> Vec<Span> {
    let mut spans = facts.item_period_spans();
    if let Some(all) = facts.item_span() {
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
