//! What several sections of a workbook say together. Nothing of it is stored.

use crate::base::day::Day;
use crate::base::span::Span;
use crate::facts::metric;
use crate::knowledge::events::EventInstance;
use crate::tools::calendar::calc;
use crate::tools::goals::model::GoalUnit;
use crate::workbook::Workbook;

impl Workbook {
    /// The events that have a day in `span`, by their first day.
    pub fn events(&self, span: Span) -> Vec<EventInstance> {
        calc::events(&self.calendar, span)
    }

    /// What the days of a span really sold, in the unit of a goal.
    pub fn actuals(&self, unit: GoalUnit, span: Span) -> Vec<Option<i64>> {
        span.days().map(|day| self.actual(unit, day)).collect()
    }

    /// The best day on record, in the unit of a goal.
    pub fn best_day(&self, unit: GoalUnit) -> Option<i64> {
        self.facts.span()?.days().filter_map(|day| self.actual(unit, day)).max()
    }

    /// What a day really sold, in the unit of a goal (分 or 件); `None` where no file says it.
    pub fn actual(&self, unit: GoalUnit, day: Day) -> Option<i64> {
        self.facts.value(metric_of(unit), day)
    }
}

/// The metric that a goal is held against.
pub fn metric_of(unit: GoalUnit) -> &'static str {
    match unit {
        GoalUnit::Sales => metric::SALES,
        GoalUnit::Units => metric::UNITS,
    }
}
