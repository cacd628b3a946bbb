//! What the board shows: each figure over the period, against earlier days and against its aim.

pub mod parts;
pub mod series;

use crate::base::day::Day;
use crate::base::period::PeriodKind;
use crate::base::span::Span;
use crate::facts::compare::{Basis, Change, change};
use crate::facts::measure::{Bound, Grade, Measure, Reading};
use crate::facts::metric::Direction;
use crate::facts::set::{Import, Restated, Sum};
use crate::knowledge::metrics::measure;
use crate::workbook::Workbook;
use crate::workbook::metrics::{Earlier, Targets};

/// So many days a tile's line shows.
pub const SPARK_DAYS: i32 = 21;

/// The board.
#[derive(Clone, Debug, PartialEq)]
pub struct Board {
    /// What kind of period is looked at.
    pub kind: PeriodKind,
    /// Its days.
    pub span: Span,
    /// The days that the facts reach over.
    pub known: Span,
    /// What it is held against.
    pub basis: Basis,
    /// The days of that; `None` where there are none.
    pub earlier: Option<Earlier>,
    /// The pinned figures. A key that this version does not know has none.
    pub tiles: Vec<TileFigures>,
}

/// One figure over the period.
#[derive(Clone, Debug, PartialEq)]
pub struct TileFigures {
    /// What it is.
    pub measure: Measure,
    /// What it came to.
    pub reading: Reading,
    /// What it came to in the earlier days.
    pub before: Option<Reading>,
    /// How it moved from there.
    pub change: Option<Change>,
    /// What it is to be.
    pub aim: Option<Aim>,
    /// Its last days up to the period's end, and what each was to bring.
    pub spark: Vec<(Option<i64>, Option<i64>)>,
}

/// What a figure is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aim {
    /// In the figure's unit.
    pub value: i64,
    /// On which side of it the figure is to be.
    pub bound: Bound,
    /// Which limit it is; `None` for the goal of the plan.
    pub grade: Option<Grade>,
}

impl TileFigures {
    /// Value − aim.
    pub fn gap(&self) -> Option<i64> {
        Some(self.reading.value?.saturating_sub(self.aim?.value))
    }

    /// Whether it is what it is to be.
    pub fn is_met(&self) -> Option<bool> {
        let aim = self.aim?;
        Some(aim.bound.holds(self.reading.value?, aim.value))
    }
}

/// What a figure is made of, and where that is from.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// The metrics that it rests on, with their sums over the period.
    pub inputs: Vec<(&'static str, Sum)>,
    /// The files of whole days that reach into the period, the latest first.
    pub imports: Vec<Import>,
    /// Cells of its metrics in the period that a later file changed, with the time of the import;
    /// the latest first. Old imports may have dropped theirs.
    pub restated: Vec<(Restated, String)>,
}

impl Workbook {
    /// The board; `None` while nothing was imported.
    pub fn board(&self) -> Option<Board> {
        let known = self.facts.span()?;
        let section = &self.boards;
        let span = section.span(known.to(), self.shop.cut());
        let earlier = self.earlier(section.kind, span, section.basis);
        let first = span.from().min(span.to() - (SPARK_DAYS - 1));
        let targets = self.targets(Span::new(first, span.to()));
        let measures = section.pinned().into_iter().filter_map(|key| measure(&key));
        let tiles =
            measures.map(|measure| self.tile(measure, span, earlier.as_ref(), &targets)).collect();
        Some(Board { kind: section.kind, span, known, basis: section.basis, earlier, tiles })
    }

    /// One figure over `span`, against `earlier` days and what `targets` ask of it.
    pub fn tile(
        &self,
        measure: Measure,
        span: Span,
        earlier: Option<&Earlier>,
        targets: &Targets<'_>,
    ) -> TileFigures {
        let facts = &self.facts;
        let reading = measure.reading(facts, span);
        let before = earlier.map(|earlier| measure.reading(facts, earlier.span));
        let change = before.and_then(|before| change(&measure, reading.value, before.value));
        let spark = Span::new(span.to() - (SPARK_DAYS - 1), span.to()).days();
        let spark = spark.map(|day| (measure.on(facts, day), targets.on(measure.key, day)));
        TileFigures {
            aim: self.aim(&measure, span, targets),
            spark: spark.collect(),
            measure,
            reading,
            before,
            change,
        }
    }

    /// What a figure is to be over `span`: what the goals ask of its days with a value, else the
    /// least of its limits.
    pub fn aim(&self, measure: &Measure, span: Span, targets: &Targets<'_>) -> Option<Aim> {
        let known: Vec<Day> =
            span.days().filter(|day| measure.is_known(&self.facts, *day)).collect();
        if let Some(value) = targets.of(measure.key, known.into_iter()) {
            let bound = match measure.direction {
                Direction::Up => Bound::AtLeast,
                // What the goals say of money that is spent is the most that it may be.
                Direction::Down | Direction::Neutral => Bound::AtMost,
            };
            return Some(Aim { value, bound, grade: None });
        }
        let limits = measure.limits.iter().filter(|limit| limit.grade != Grade::Returning);
        limits.into_iter().find_map(|limit| {
            let value = self.limit(measure, limit)?;
            Some(Aim { value, bound: limit.bound, grade: Some(limit.grade) })
        })
    }

    /// What a figure is made of over `span`, and where that is from.
    pub fn explained(&self, measure: &Measure, span: Span) -> Explained {
        let keys = measure.keys();
        let inputs = keys.iter().map(|key| (*key, self.facts.sum(key, span))).collect();
        let reaches = |import: &&Import| Span::new(import.from, import.to).overlap(span).is_some();
        let own = self
            .facts
            .imports
            .iter()
            .rev()
            .filter(|import| !import.is_of_items && import.subject.is_none());
        let imports: Vec<Import> = own.filter(reaches).cloned().collect();
        let cells = imports.iter().flat_map(|import| {
            let cells = import.restated.iter().filter(|cell| {
                cell.item.is_empty()
                    && span.contains(cell.day)
                    && keys.contains(&cell.metric.as_str())
            });
            cells.map(|cell| (cell.clone(), import.at.clone()))
        });
        let restated = cells.collect();
        Explained { inputs, imports, restated }
    }
}

#[cfg(test)]
mod tests;
