//! What the personas imply for the shop's sales, against the goal.

use crate::base::day::{Day, Month};
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::facts::metric::{AOV, CVR, VISITORS};
use crate::tools::goals::calc::breakdown::breakdown;
use crate::tools::goals::model::GoalUnit;
use crate::tools::personas::calc::weights::{Implied, ShopRates, implied, visitors_for};
use crate::workbook::Workbook;

/// The days of the facts that say how the shop buys.
const DAYS: i32 = 30;

/// The implied sales of a month, and what the goal asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct SegmentReport {
    /// The month of the goal.
    pub month: Month,
    /// The visitors that are reckoned with; `None` where neither a number was typed nor the facts
    /// have one.
    pub visitors: Option<i64>,
    /// Whether they were typed.
    pub is_typed: bool,
    /// The days of the facts that the visitors and the shop's rates come from: the last 30 up to
    /// the last day with facts.
    pub span: Option<Span>,
    /// How the whole shop buys in these days.
    pub rates: ShopRates,
    /// What the visitors would bring.
    pub implied: Implied,
    /// The goal of the month in sales; `None` without one, or with one in pieces.
    pub goal: Option<Money>,
    /// How many visitors of the same make-up the goal takes.
    pub needed: Option<i64>,
}

impl Workbook {
    /// What the personas imply for the month of `today`.
    pub fn segment_report(&self, today: Day) -> SegmentReport {
        let span = self.facts.span().map(|all| {
            let to = all.to().min(today);
            Span::new(to + (1 - DAYS), to)
        });
        let fact = |metric: &str| span.and_then(|span| self.facts.aggregate(metric, span));
        let cvr = fact(CVR).and_then(|bp| i32::try_from(bp).ok()).map(Ratio::from_bp);
        let rates = ShopRates { cvr, aov: fact(AOV).map(Money::from_fen_clamped) };
        let typed = self.personas.visitors;
        let visitors = typed.or_else(|| fact(VISITORS));
        let implied = implied(&self.personas.personas, visitors.unwrap_or(0), rates);
        let goal = self.month_goal(today.month());
        let needed = goal
            .zip(visitors)
            .and_then(|(goal, visitors)| visitors_for(goal, visitors, implied.total));
        SegmentReport {
            month: today.month(),
            visitors,
            is_typed: typed.is_some(),
            span,
            rates,
            implied,
            goal,
            needed,
        }
    }

    /// The goal of a month in sales; `None` where there is none, it is in pieces, or it cannot be
    /// broken down.
    fn month_goal(&self, month: Month) -> Option<Money> {
        let cut = self.shop.cut();
        let plan = self.goals.plan(cut.year_of(month.first()))?;
        if plan.unit != GoalUnit::Sales {
            return None;
        }
        let year = cut.year(plan.year);
        let all = breakdown(plan, &self.events(year), cut).ok()?;
        let days = year.days().zip(all.days);
        let of_month = days.filter(|(day, _)| day.month() == month);
        Some(Money::from_fen_clamped(of_month.map(|(_, amount)| amount).sum()))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::base::id::Id;
    use crate::facts::edit::{DayTable, FactsEdit};
    use crate::tools::goals::edit::GoalsEdit;
    use crate::tools::goals::model::{Target, YearPlan};
    use crate::tools::personas::edit::PersonasEdit;
    use crate::tools::personas::model::persona::Persona;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn facts() -> FactsEdit {
        let from = day("2026-09-01");
        let column = |value: i64| vec![Some(value); 61];
        FactsEdit::ApplyDays {
            id: Id::from_bits(1),
            file: "test.xls".to_owned(),
            dialect: "sycm.shop_day".to_owned(),
            at: "2026-11-01T09:00:00".to_owned(),
            table: DayTable {
                days: (0..61).map(|idx| from + idx).collect(),
                columns: BTreeMap::from([
                    ("visitors".to_owned(), column(1_000)),
                    ("buyers".to_owned(), column(30)),
                    ("sales".to_owned(), column(450_000)),
                ]),
            },
        }
    }

    #[test]
    fn the_last_days_and_the_months_goal_are_compared() {
        let mut workbook = Workbook::default();
        let none = workbook.segment_report(day("2026-10-15"));
        assert_eq!((none.visitors, none.goal, none.span), (None, None, None));
        workbook.apply(facts().into()).unwrap();
        let target = Target::Amount(365 * 1_000_000);
        let plan = YearPlan::new(Id::from_bits(2), 2026, GoalUnit::Sales, target);
        workbook.apply(GoalsEdit::PutPlan(Box::new(plan)).into()).unwrap();
        let mut persona = Persona::new(Id::from_bits(3), "送礼的人".to_owned());
        persona.share = Some(Ratio::from_bp(4_000));
        persona.aov = Some(Money::fen_const(20_000));
        workbook.apply(PersonasEdit::Put(Box::new(persona)).into()).unwrap();

        let report = workbook.segment_report(day("2026-10-15"));
        assert_eq!(report.span, Some(Span::new(day("2026-09-16"), day("2026-10-15"))));
        assert_eq!(report.visitors, Some(30_000));
        assert_eq!(report.rates.cvr, Some(Ratio::from_bp(300)));
        assert_eq!(report.rates.aov, Some(Money::fen_const(15_000)));
        // 30,000 · (40 % · 3 % · ¥200 + 60 % · 3 % · ¥150) = 72,000 + 81,000.
        assert_eq!(report.implied.total, Money::fen_const(15_300_000));
        assert_eq!(report.implied.others, Some(Money::fen_const(8_100_000)));
        let goal = report.goal.unwrap().fen();
        assert!((20_000_000..50_000_000).contains(&goal), "{goal}");
        let needed = report.needed.unwrap();
        // The goal is met with them, and not with one less.
        assert!(i128::from(needed) * 15_300_000 >= i128::from(goal) * 30_000);
        assert!(i128::from(needed - 1) * 15_300_000 < i128::from(goal) * 30_000);

        workbook.apply(PersonasEdit::SetVisitors(Some(60_000)).into()).unwrap();
        let typed = workbook.segment_report(day("2026-10-15"));
        assert!(typed.is_typed);
        assert_eq!(typed.implied.total, Money::fen_const(30_600_000));
    }
}
