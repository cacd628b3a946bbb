//! Which period is looked at, and which lies before it.

use crate::base::span::Span;
use crate::facts::items::period;
use crate::facts::items::subject::Subject;
use crate::facts::set::FactSet;
use crate::tools::quadrant::model::LifeQuadrant;

/// The period that is looked at: the chosen one, else the last days with figures, else the last
/// period that is there as one figure.
pub fn period(section: &LifeQuadrant, facts: &FactSet) -> Option<Span> {
    period::period(facts, Subject::Item, section.last_days, chosen(section))
}

/// The time before a period: of a month the month before, else as many days. `None` where no
/// item has figures then.
pub fn before(section: &LifeQuadrant, facts: &FactSet, span: Span) -> Option<Span> {
    period::before(facts, Subject::Item, span, chosen(section).is_some())
}

/// The months with figures of items and the periods that are there as one figure, latest first.
pub fn choices(facts: &FactSet) -> Vec<Span> {
    period::choices(facts, Subject::Item)
}

fn chosen(section: &LifeQuadrant) -> Option<Span> {
    section.from.zip(section.to).map(|(from, to)| Span::new(from, to))
}
