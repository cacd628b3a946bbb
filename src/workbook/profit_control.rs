//! What the monthly profit-control table takes from plans and imported days (T-94).

use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::facts::metric::{AD_SPEND, REFUNDS, SALES};
use crate::tools::goals::calc::breakdown::breakdown_of;
use crate::tools::goals::model::{GoalUnit, Scenario};
use crate::tools::profit::calc::control::{Imported, MonthKnown};
use crate::tools::profit::model::ControlLine;
use crate::tools::shop::edit::ShopEdit;
use crate::workbook::Workbook;
use crate::workbook::edit::Edit;

/// The lines that imported days tell, with their metrics.
pub(super) const IMPORTED: [(ControlLine, &str); 6] = [
    (ControlLine::Sales, SALES),
    (ControlLine::Refunds, REFUNDS),
    (ControlLine::AdsSitewide, AD_SPEND[0]),
    (ControlLine::AdsKeyword, AD_SPEND[1]),
    (ControlLine::AdsAudience, AD_SPEND[2]),
    (ControlLine::AdsSmart, AD_SPEND[3]),
];

/// The edit that sets the most that advertising may cost, as a share of sales (M-35).
pub fn set_ad_cap(cap: Ratio) -> Edit {
    ShopEdit::SetAdCap(cap).into()
}

impl Workbook {
    /// What plan and imported days say of the months of a fiscal year. Sales count on the day on
    /// which they were paid, refunds on the day on which they were made: one basis for all.
    pub fn control_months(&self, year: i32) -> Vec<MonthKnown> {
        let cut = self.shop.cut();
        let plan = self.goals.plan(year).filter(|plan| plan.unit == GoalUnit::Sales);
        // A plan whose cells conflict has no months: the budget is then only what was typed.
        let target = plan.and_then(|plan| {
            let events = self.events(cut.year(year));
            breakdown_of(plan, Scenario::Target, &events, cut).ok()
        });
        let mut months = Vec::with_capacity(12);
        for month in cut.months(year) {
            let span = Span::new(month.first(), month.last());
            let imported = IMPORTED.iter().filter_map(|(line, metric)| {
                let sum = self.facts.sum(metric, span);
                let amount = Money::from_fen_clamped(sum.total?);
                Some(Imported { line: *line, amount, n_days: sum.n_days, of_days: sum.of_days })
            });
            months.push(MonthKnown {
                month,
                planned: target.as_ref().map(|days| Money::from_fen_clamped(days.sum(span))),
                imported: imported.collect(),
            });
        }
        months
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::base::day::Day;
    use crate::base::id::Id;
    use crate::facts::edit::{DayTable, FactsEdit};
    use crate::tools::goals::edit::GoalsEdit;
    use crate::tools::goals::model::{Target, YearPlan};

    #[test]
    fn plan_and_imports_are_those_of_the_month() {
        let mut workbook = Workbook::default();
        let plan =
            YearPlan::new(Id::from_bits(1), 2026, GoalUnit::Sales, Target::Amount(36_500_000));
        workbook.apply(GoalsEdit::PutPlan(Box::new(plan)).into()).unwrap();
        let first: Day = "2026-10-30".parse().unwrap();
        let days = (0..4).map(|n| first + n).collect();
        let columns = BTreeMap::from([
            (SALES.to_owned(), vec![Some(1_000), Some(2_000), Some(4_000), Some(8_000)]),
            (AD_SPEND[1].to_owned(), vec![Some(50), None, Some(70), None]),
        ]);
        let edit = FactsEdit::ApplyDays {
            id: Id::from_bits(2),
            file: "日报.xls".to_owned(),
            dialect: "sycm.shop_day".to_owned(),
            at: "2026-11-03T09:00:00".to_owned(),
            table: DayTable { days, columns },
        };
        workbook.apply(edit.into()).unwrap();
        let months = workbook.control_months(2026);
        let october = &months[9];
        let told: Vec<_> =
            october.imported.iter().map(|one| (one.line, one.amount.fen(), one.n_days)).collect();
        let expected = [(ControlLine::Sales, 3_000, 2), (ControlLine::AdsKeyword, 50, 1)];
        assert_eq!(told, expected);
        let planned: i64 = months.iter().map(|month| month.planned.unwrap().fen()).sum();
        assert_eq!(planned, 36_500_000);
        assert_eq!(workbook.control_months(2027)[0].planned, None);
    }
}
