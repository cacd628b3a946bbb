//! What the year's plans ask of any days, with the rates that they count on.

use std::collections::BTreeMap;

use crate::base::causes::Funnel;
use crate::base::day::{Day, Month};
use crate::base::span::Span;
use crate::facts::metric::SALES;
use crate::tools::diagnosis::calc::period::day_values;
use crate::tools::diagnosis::calc::verdict::Planned;
use crate::tools::goals::calc::breakdown::{Breakdown, breakdown};
use crate::tools::goals::calc::needs::HistoryRates;
use crate::tools::goals::calc::page::needs::rates_of;
use crate::tools::goals::model::{CellKey, GoalUnit, RatePeriod, YearPlan};
use crate::workbook::Workbook;

/// Days before a period that speak for rates that were not typed: four full weeks.
const N_BEFORE: i32 = 28;

impl Workbook {
    /// What the plans' days of a span ask for, on the days that have figures: sales as targeted,
    /// buyers and visitors as they take at the rates that the day, its month or a period around it
    /// plans, else at those of the same month a year before or of the four weeks before the span.
    ///
    /// `None` where no day has a target in sales, or a day's rates are not known.
    pub fn planned(&self, span: Span) -> Option<Planned> {
        let cut = self.shop.cut();
        let mut years: BTreeMap<i32, Option<(&YearPlan, Breakdown)>> = BTreeMap::new();
        let mut history: BTreeMap<Month, HistoryRates> = BTreeMap::new();
        let mut planned = Planned { is_typed: true, ..Planned::default() };
        for day in span.days().filter(|day| day_values(&self.facts, *day).is_some()) {
            let year = cut.year_of(day);
            let of_year = years.entry(year).or_insert_with(|| {
                let plan = self.goals.plan(year).filter(|plan| plan.unit == GoalUnit::Sales)?;
                Some((plan, breakdown(plan, &self.events(cut.year(year)), cut).ok()?))
            });
            let Some((plan, days)) = of_year else { continue };
            let Some(target) = days.day(day) else { continue };
            let typed = self.typed_rates(plan, day);
            let (cvr, aov) = match (typed.cvr, typed.aov) {
                (Some(cvr), Some(aov)) => (cvr, aov),
                (cvr, aov) => {
                    planned.is_typed = false;
                    let known = history
                        .entry(day.month())
                        .or_insert_with(|| self.earlier_rates(day.month(), span));
                    (cvr.or(known.cvr)?, aov.or(known.aov)?)
                }
            };
            let state = match target {
                0 => Funnel::default(),
                _ => Funnel::at_rates(target, cvr.bp().into(), aov.fen())?,
            };
            planned.state = planned.state.plus(state);
            planned.n_days += 1;
        }
        (0 < planned.n_days).then_some(planned)
    }

    fn typed_rates(&self, plan: &YearPlan, day: Day) -> HistoryRates {
        let cut = self.shop.cut();
        let own = plan.own_rates(RatePeriod::Cell(CellKey::Day(day)), cut);
        let idx = cut.months(plan.year).iter().position(|&month| month == day.month());
        let month = idx.and_then(|idx| plan.rates.get(idx).cloned()).unwrap_or_default();
        let around = idx.map(|idx| plan.rates_around(idx, cut)).unwrap_or_default();
        HistoryRates {
            cvr: own.cvr.or(month.cvr).or(around.cvr),
            aov: own.aov.or(month.aov).or(around.aov),
        }
    }

    /// Rates from before a span alone: its own days are what is to be judged.
    fn earlier_rates(&self, month: Month, span: Span) -> HistoryRates {
        let year = month.plus(-12);
        let last_year = Span::new(year.first(), year.last());
        let weeks = Span::new(span.from() - N_BEFORE, span.from() - 1);
        let known = |span| rates_of(&self.facts, span);
        known(last_year).or_else(|| known(weeks)).unwrap_or_default()
    }

    /// The events around all days with figures, and a month beyond on either side.
    pub fn events_of_facts(&self) -> Vec<crate::knowledge::events::EventInstance> {
        let span = self.facts.span();
        span.map(|span| self.events(Span::new(span.from() - 31, span.to() + 31)))
            .unwrap_or_default()
    }

    /// What the days of a span ask in sales alone, 分; `None` where no day has a target.
    pub fn target_of(&self, span: Span) -> Option<i64> {
        let cut = self.shop.cut();
        let (first, last) = (cut.year_of(span.from()), cut.year_of(span.to()));
        let sums = (first..=last).filter_map(|year| {
            let plan = self.goals.plan(year).filter(|plan| plan.unit == GoalUnit::Sales)?;
            let days = breakdown(plan, &self.events(cut.year(year)), cut).ok()?;
            span.overlap(cut.year(year)).map(|part| days.sum(part))
        });
        sums.reduce(i64::saturating_add)
    }

    /// Whether any day has sales.
    pub fn has_sales(&self) -> bool {
        self.facts.span().is_some_and(|span| self.facts.sum(SALES, span).total.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Id;
    use crate::base::money::Money;
    use crate::base::ratio::Ratio;
    use crate::facts::chunk::Chunk;
    use crate::facts::set::FactSet;
    use crate::tools::goals::edit::GoalsEdit;
    use crate::tools::goals::model::{MonthRates, Target};

    /// 2026 at ¥365,000; figures from 1 to 10 March, 28 days of February before them.
    fn workbook() -> Workbook {
        let mut workbook = Workbook::default();
        let target = Target::Amount(36_500_000);
        let plan = YearPlan::new(Id::from_bits(1), 2026, GoalUnit::Sales, target);
        workbook.apply(GoalsEdit::PutPlan(Box::new(plan)).into()).unwrap();
        let day = |text: &str| -> Day { text.parse().unwrap() };
        let span = Span::new(day("2026-02-01"), day("2026-03-31"));
        let mut chunk = Chunk::empty(span);
        for day in Span::new(span.from(), day("2026-03-10")).days() {
            for (key, value) in [("visitors", 1_000), ("buyers", 25), ("sales", 500_000)] {
                chunk.set(key, day, Some(value));
            }
        }
        let shop_days = vec![chunk.into_ref().unwrap()];
        workbook.facts = FactSet { shop_days, ..FactSet::default() }.into();
        workbook
    }

    fn march() -> Span {
        Span::new("2026-03-01".parse().unwrap(), "2026-03-31".parse().unwrap())
    }

    #[test]
    fn a_target_counts_on_the_days_with_figures_and_on_earlier_rates() {
        let workbook = workbook();
        let planned = workbook.planned(march()).unwrap();
        assert_eq!((planned.n_days, planned.is_typed), (10, false));
        let ten = Span::new(march().from(), march().from() + 9);
        assert_eq!(Some(planned.state.sales), workbook.target_of(ten));
        // February: 2.5 % and ¥200.
        let visitors = planned.state.sales as f64 / 20_000.0 / 0.025;
        assert!((planned.state.visitors - visitors).abs() < 1e-6);
        assert_eq!(workbook.planned(Span::day("2027-03-01".parse().unwrap())), None);
    }

    #[test]
    fn typed_rates_come_first() {
        let mut workbook = workbook();
        let rates = MonthRates {
            cvr: Some(Ratio::from_bp(300)),
            aov: Some(Money::fen_const(25_000)),
            ..MonthRates::default()
        };
        let mut plan = workbook.goals.plans[0].clone();
        plan.rates[2] = rates;
        workbook.apply(GoalsEdit::PutPlan(Box::new(plan)).into()).unwrap();
        let planned = workbook.planned(march()).unwrap();
        assert!(planned.is_typed);
        assert!((planned.state.cvr().unwrap() - 0.03).abs() < 1e-9);
        assert!((planned.state.aov().unwrap() - 25_000.0).abs() < 1e-6);
    }
}
