//! What any period takes: a year, quarter, month, week or day.
//!
//! A rate that the period plans itself counts first. Else it goes by its months: one month, or
//! several that agree, pass their rates on as they are; of several that differ the visitors and
//! buyers are added up, and the rates are those of the sums. A month goes by its quarter, then
//! the year, then the shop's history.

use crate::base::money::{Money, div_round};
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::tools::goals::calc::funnel::Funnel;
use crate::tools::goals::calc::needs::{HistoryRates, Needs, Rates, Source, Sourced};
use crate::tools::goals::calc::page::table::YearTable;
use crate::tools::goals::model::{MonthRates, RatePeriod};

/// What a period goes by where it plans nothing itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Base {
    /// The rates.
    pub rates: Rates,
    /// What its months need together.
    pub sum: Needs,
    /// Whether the months differ, so that the rates are those of sums.
    pub is_sum: bool,
}

impl YearTable {
    /// What the days of `span` go by; `None` for a plan in pieces.
    pub fn base(&self, span: Span) -> Option<Base> {
        let all = self.rates.as_ref()?;
        let mut sum = Needs { visitors: Some(0), buyers: Some(0), ad_budget: Money::ZERO };
        let mut people = Some((0, 0));
        let mut first: Option<Rates> = None;
        let mut is_sum = false;
        for (month, rates) in self.month_keys().iter().zip(all.iter()) {
            let Some(part) = span.overlap(Span::new(month.first(), month.last())) else { continue };
            let amount = Money::from_fen_clamped(self.sum(part));
            let needs = Needs::of(amount, rates);
            people = people
                .zip(people_e6(amount, rates))
                .map(|((buyers, visitors), part)| (buyers + part.0, visitors + part.1));
            sum.visitors = sum.visitors.zip(needs.visitors).map(|(sum, part)| sum + part);
            sum.buyers = sum.buyers.zip(needs.buyers).map(|(sum, part)| sum + part);
            sum.ad_budget = sum.ad_budget + needs.ad_budget;
            is_sum |= first.is_some_and(|first| !has_same_values(&first, rates));
            first = first.or(Some(*rates));
        }
        let rates = first?;
        if !is_sum {
            return Some(Base { rates: passed_on(rates), sum, is_sum });
        }
        let sales = Money::from_fen_clamped(self.sum(span));
        let of_sums = |value| Sourced { value, source: Source::Parts };
        let cvr = people.filter(|(_, visitors)| 0 < *visitors).and_then(|(buyers, visitors)| {
            i32::try_from(div_round(buyers * 10_000, visitors)).ok().map(Ratio::from_bp)
        });
        // The order value that is shown: what brings the sales at that conversion.
        let aov = sum.visitors.zip(cvr).and_then(|(visitors, cvr)| {
            Funnel::of_sum(sales, visitors, cvr).map(|funnel| funnel.aov)
        });
        let ad_cap = Ratio::of(sum.ad_budget.fen(), sales.fen());
        let rates = Rates {
            cvr: cvr.map(of_sums),
            aov: aov.map(|value| Sourced { value, source: Source::Parts }),
            ad_cap: ad_cap.map_or(rates.ad_cap, of_sums),
        };
        Some(Base { rates, sum, is_sum })
    }

    /// The rates that a period counts with, and where each comes from.
    pub fn rates_of(&self, planned: &MonthRates, base: &Base) -> Rates {
        let own = Rates::of(planned, HistoryRates::default(), base.rates.ad_cap.value);
        Rates {
            cvr: own.cvr.or(base.rates.cvr),
            aov: own.aov.or(base.rates.aov),
            ad_cap: if planned.ad_cap.is_some() { own.ad_cap } else { base.rates.ad_cap },
        }
    }

    /// Visitors, buyers and advertising of a period.
    pub fn needs_of(&self, period: RatePeriod, span: Span) -> Option<Needs> {
        let base = self.base(span)?;
        let planned = self.plan.own_rates(period, self.cut);
        if planned.is_empty() {
            return Some(base.sum);
        }
        let target = Money::from_fen_clamped(self.sum(span));
        Some(Needs::of(target, &self.rates_of(&planned, &base)))
    }

    /// The four numbers of a period: sales = visitors × conversion × order value. `None` without
    /// rates.
    pub fn funnel_of(&self, planned: &MonthRates, base: &Base, span: Span) -> Option<Funnel> {
        let sales = Money::from_fen_clamped(self.sum(span));
        let says_nothing =
            planned.cvr.is_none() && planned.aov.is_none() && planned.visitors.is_none();
        if base.is_sum && says_nothing {
            return Funnel::of_sum(sales, base.sum.visitors?, base.rates.cvr?.value);
        }
        let value = HistoryRates {
            cvr: base.rates.cvr.map(|cvr| cvr.value),
            aov: base.rates.aov.map(|aov| aov.value),
        };
        Funnel::of_month(sales, planned, value)
    }
}

/// Buyers and visitors that bring `sales`, in millionths: rounded up for each month they would
/// count for more than they are where the amounts are small.
fn people_e6(sales: Money, rates: &Rates) -> Option<(i128, i128)> {
    let (cvr, aov) = (rates.cvr?.value.bp(), rates.aov?.value.fen());
    let per_visitor = i128::from(cvr) * i128::from(aov);
    if per_visitor <= 0 {
        return None;
    }
    let sales_e6 = i128::from(sales.fen()) * 1_000_000;
    Some((div_round(sales_e6, aov.into()), div_round(sales_e6 * 10_000, per_visitor)))
}

fn has_same_values(one: &Rates, other: &Rates) -> bool {
    one.cvr.map(|cvr| cvr.value) == other.cvr.map(|cvr| cvr.value)
        && one.aov.map(|aov| aov.value) == other.aov.map(|aov| aov.value)
        && one.ad_cap.value == other.ad_cap.value
}

/// What a month plans is, for the periods in it and around it, planned elsewhere.
fn passed_on(rates: Rates) -> Rates {
    fn elsewhere<T>(rate: Sourced<T>) -> Sourced<T> {
        match rate.source {
            Source::Planned => Sourced { source: Source::Around, ..rate },
            _ => rate,
        }
    }
    Rates {
        cvr: rates.cvr.map(elsewhere),
        aov: rates.aov.map(elsewhere),
        ad_cap: elsewhere(rates.ad_cap),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::base::day::Month;
    use crate::tools::goals::calc::funnel::{Held, Member};
    use crate::tools::goals::calc::page::needs::funnel_edits;
    use crate::tools::goals::calc::page::table::tests::{day, table};
    use crate::tools::goals::edit::GoalsEdit;
    use crate::tools::goals::model::{CellKey, Goals, PeriodRates};

    /// ¥1 a day; January at 1 % × ¥30, every other month at 2 % × ¥30.
    fn planned() -> YearTable {
        let mut table = table();
        let rates = |bp| {
            let planned = MonthRates {
                cvr: Some(Ratio::from_bp(bp)),
                aov: Some(Money::fen_const(3_000)),
                ..MonthRates::default()
            };
            Rates::of(&planned, HistoryRates::default(), Ratio::from_bp(1_000))
        };
        let months = (0..12).map(|month| rates(if month == 0 { 100 } else { 200 })).collect();
        table.rates = Some(Arc::new(months));
        table
    }

    fn periods() -> Vec<RatePeriod> {
        vec![
            RatePeriod::Year,
            RatePeriod::Cell(CellKey::Quarter(0)),
            RatePeriod::Cell(CellKey::Month(Month::new(2026, 2))),
            RatePeriod::Cell(CellKey::Week(day("2026-01-26"))),
            RatePeriod::Cell(CellKey::Day(day("2026-01-31"))),
        ]
    }

    fn funnel(table: &YearTable, period: RatePeriod) -> Funnel {
        let span = period.span(2026, table.cut).unwrap();
        let base = table.base(span).unwrap();
        table.funnel_of(&table.plan.own_rates(period, table.cut), &base, span).unwrap()
    }

    #[test]
    fn a_period_goes_by_its_months() {
        let table = planned();
        // ¥31 ÷ (1 % × ¥30) = 103.33 → 104 visitors; ¥28 → 46.67 → 47; ¥31 → 51.67 → 52.
        let quarter = funnel(&table, RatePeriod::Cell(CellKey::Quarter(0)));
        assert_eq!((quarter.sales, quarter.visitors), (Money::fen_const(9_000), 203));
        // 3 ÷ 201.67 = 1.49 %; ¥90 ÷ (203 × 1.49 %) = ¥29.76.
        assert_eq!((quarter.cvr, quarter.aov), (Ratio::from_bp(149), Money::fen_const(2_976)));
        let day = funnel(&table, RatePeriod::Cell(CellKey::Day(day("2026-01-31"))));
        assert_eq!((day.visitors, day.cvr), (4, Ratio::from_bp(100)));
    }

    #[test]
    fn what_a_period_plans_counts_for_it_alone() {
        let mut table = planned();
        let period = RatePeriod::Cell(CellKey::Week(day("2026-01-26")));
        let rates = MonthRates { cvr: Some(Ratio::from_bp(400)), ..MonthRates::default() };
        let plan = Arc::make_mut(&mut table.plan);
        plan.period_rates.push(PeriodRates { period, rates, extra: Default::default() });
        // The week's order value: ¥7 ÷ (22 × 1.08 %) = ¥29.46; ¥7 ÷ (4 % × ¥29.46) = 5.94 → 6.
        assert_eq!(funnel(&table, period).visitors, 6);
        let row = table.row(CellKey::Week(day("2026-01-26"))).unwrap();
        assert_eq!(row.needs.unwrap().visitors, Some(6));
        assert_eq!(funnel(&table, RatePeriod::Cell(CellKey::Quarter(0))).visitors, 203);
    }

    proptest! {
        /// For every kind of period: the edited number is what was typed, what is held stays, and
        /// the product misses the sales by no more than the number that moved allows (V-10).
        #[test]
        fn an_edit_keeps_the_product_exact_and_what_is_held(
            idx in 0_usize..5,
            cvr in 1_i64..10_000,
            hold_aov in any::<bool>(),
        ) {
            let (table, period) = (planned(), periods()[idx]);
            let before = funnel(&table, period);
            let held = Held { sales: true, aov: hold_aov, ..Held::default() };
            let after = before.edit(Member::Cvr, cvr, held).unwrap();
            prop_assert_eq!((after.cvr.bp().into(), after.sales), (cvr, before.sales));
            if hold_aov {
                prop_assert_eq!(after.aov, before.aov);
                // Visitors are rounded up: one less would not do.
                let per_visitor = i128::from(cvr) * i128::from(after.aov.fen());
                prop_assert!(after.residue_e4() <= 0 && -per_visitor < after.residue_e4());
            } else {
                // The order value took up the rest: half a 分 for each buyer.
                let per_fen = i128::from(after.visitors) * i128::from(cvr);
                prop_assert!(2 * after.residue_e4().abs() <= per_fen);
            }
            // Kept in the plan, the period shows the same numbers again.
            let own = table.plan.own_rates(period, table.cut);
            let edits =
                funnel_edits(2026, period, &own, Some(before), after, Member::Cvr, held);
            let mut goals = Goals { plans: vec![(*table.plan).clone()], ..Goals::default() };
            for edit in edits {
                let types_over = matches!(edit, GoalsEdit::SetCells { .. });
                prop_assert!(!types_over);
                edit.apply(&mut goals, table.cut).unwrap();
            }
            let kept = YearTable { plan: Arc::new(goals.plans.remove(0)), ..table };
            let shown = funnel(&kept, period);
            prop_assert_eq!((shown.cvr, shown.sales), (after.cvr, after.sales));
            if hold_aov {
                prop_assert_eq!(shown, after);
            }
        }
    }
}
