//! What the events of a year come to: their days, what they are asked, what they sold.

use crate::base::span::Span;
use crate::tools::goals::calc::breakdown::breakdown;
use crate::tools::goals::calc::learn::{LearnError, MIN_DAYS, Weights, learn};
use crate::tools::goals::model::GoalUnit;
use crate::workbook::Workbook;

/// One event in one fiscal year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventYear {
    /// The built-in key, or the id of an own event.
    pub key: String,
    /// Its days in the year; `None` where it is switched off or has none. Of an event that falls
    /// twice into a fiscal year, the first time.
    pub span: Option<Span>,
    /// What the year's plan asks of these days, in its unit; `None` without a plan that holds.
    pub target: Option<i64>,
    /// What they sold, in the same unit; `None` where no day has a value.
    pub actual: Option<i64>,
}

impl Workbook {
    /// What a goal of this fiscal year counts; sales where there is none.
    pub fn unit_of(&self, year: i32) -> GoalUnit {
        self.goals.plan(year).map_or(GoalUnit::Sales, |plan| plan.unit)
    }

    /// Every event of a fiscal year, in the order of [`Workbook::event_forms`].
    pub fn event_year(&self, year: i32) -> Vec<EventYear> {
        let cut = self.shop.cut();
        let span = cut.year(year);
        let events = self.events(span);
        let plan = self.goals.plan(year);
        let days = plan.and_then(|plan| breakdown(plan, &events, cut).ok());
        let unit = self.unit_of(year);
        self.event_forms(span)
            .into_iter()
            .map(|form| {
                let found = events.iter().find(|event| event.key == form.key);
                let own = found.and_then(|event| event.span.overlap(span));
                let values = own.into_iter().flat_map(Span::days);
                EventYear {
                    key: form.key,
                    span: own,
                    target: own.zip(days.as_ref()).map(|(own, days)| days.sum(own)),
                    actual: values
                        .filter_map(|day| self.actual(unit, day))
                        .reduce(i64::saturating_add),
                }
            })
            .collect()
    }

    /// What the imported history says of months, weekdays and events.
    ///
    /// # Errors
    ///
    /// [`LearnError`], with how much history there is and how much it takes.
    pub fn learned(&self, unit: GoalUnit) -> Result<Weights, LearnError> {
        let none = LearnError::TooShort { found: 0, needed: MIN_DAYS };
        let span = self.facts.span().ok_or(none)?;
        learn(span, |day| self.actual(unit, day), &self.events(span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Id;
    use crate::facts::chunk::Chunk;
    use crate::facts::set::FactSet;
    use crate::tools::calendar::edit::CalendarEdit;
    use crate::tools::goals::edit::GoalsEdit;
    use crate::tools::goals::model::{Target, YearPlan};

    /// 2026 at ¥3,650, with all but 双11 (10 and 11 November, 350 %) switched off; the 11th sold
    /// ¥40.
    fn workbook() -> Workbook {
        let mut workbook = Workbook::default();
        let forms = workbook.event_forms(workbook.shop.cut().year(2026));
        for (idx, mut form) in forms.into_iter().enumerate() {
            form.is_on = form.key == "double_11";
            workbook.apply(workbook.put_event(&form, Id::from_bits(idx as u64))).unwrap();
        }
        let target = Target::Amount(370_000);
        let plan = YearPlan::new(Id::from_bits(1), 2026, GoalUnit::Sales, target);
        workbook.apply(GoalsEdit::PutPlan(Box::new(plan)).into()).unwrap();
        let day = "2026-11-11".parse().unwrap();
        let mut chunk = Chunk::empty(Span::day(day));
        chunk.set("sales", day, Some(4_000));
        let shop_days = vec![chunk.into_ref().unwrap()];
        workbook.facts = FactSet { shop_days, ..FactSet::default() }.into();
        workbook
    }

    fn double_11(workbook: &Workbook) -> EventYear {
        let year = workbook.event_year(2026);
        year.into_iter().find(|event| event.key == "double_11").unwrap()
    }

    #[test]
    fn an_event_is_asked_what_its_days_are_asked() {
        let workbook = workbook();
        let event = double_11(&workbook);
        let days = Span::new("2026-11-10".parse().unwrap(), "2026-11-11".parse().unwrap());
        // 363 usual days and two of 3.5: 370 parts of ¥10.
        assert_eq!(
            (event.span, event.target, event.actual),
            (Some(days), Some(7_000), Some(4_000))
        );
        let off = workbook.event_year(2026).into_iter().find(|event| event.key == "main_618");
        assert_eq!(off.map(|event| (event.span, event.target)), Some((None, None)));
    }

    #[test]
    fn without_a_plan_an_event_has_days_and_no_target() {
        let mut workbook = workbook();
        workbook.apply(GoalsEdit::RemovePlan { year: 2026 }.into()).unwrap();
        let event = double_11(&workbook);
        assert_eq!((event.target, event.actual), (None, Some(4_000)));
        let rules = workbook.calendar.rules.clone();
        let on = CalendarEdit::Remove(rules[0].id);
        workbook.apply(on.into()).unwrap();
        assert!(workbook.learned(GoalUnit::Sales).is_err());
    }
}
