//! What a figure is held against: earlier days, limits, targets.
//!
//! Board and diagnosis read it from here; what comes from goals, calendar and shop is joined here.

use crate::base::day::Day;
use crate::base::money::div_round;
use crate::base::period::PeriodKind;
use crate::base::span::Span;
use crate::facts::compare::Basis;
use crate::facts::measure::{Grade, Limit, LimitFrom, Measure};
use crate::facts::metric::{AOV, BUYERS, CVR, SALES, UNITS, VISITORS};
use crate::knowledge::events::EventName;
use crate::knowledge::metrics::{AD_RATIO, AD_SPEND_SUM};
use crate::tools::goals::calc::breakdown::{Breakdown, breakdown};
use crate::tools::goals::model::{CellKey, GoalUnit, MonthRates, RatePeriod, YearPlan};
use crate::workbook::Workbook;

/// The days that a period is held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The days.
    pub span: Span,
    /// The event by which they were found, where that is the basis.
    pub event: Option<EventName>,
}

impl Workbook {
    /// The days that `span` is held against; `None` where nothing is, and for 去年同事件日 where no
    /// event of the days came the year before as well.
    ///
    /// Of several events the one with the most days in `span` counts, then the one with the larger
    /// uplift: T−n … T+m of this year stand beside T−n … T+m of the last.
    pub fn earlier(&self, kind: PeriodKind, span: Span, basis: Basis) -> Option<Earlier> {
        let cut = self.shop.cut();
        let plain = |span| Some(Earlier { span, event: None });
        match basis {
            Basis::Off => None,
            Basis::Previous => plain(kind.before(span, cut)),
            Basis::Weekday => plain(PeriodKind::weeks_before(span)),
            Basis::Year => plain(kind.year_before(span, cut)),
            Basis::Event => self.year_of_event(span),
        }
    }

    fn year_of_event(&self, span: Span) -> Option<Earlier> {
        let reach = Span::new(span.from() - 400, span.to());
        let events = self.events(reach);
        let n_shared = |event: Span| event.overlap(span).map_or(0, Span::n_days);
        let now = events
            .iter()
            .filter(|event| 0 < n_shared(event.span))
            .max_by_key(|event| (n_shared(event.span), event.uplift_bp))?;
        // The same event comes once a year, by sun or by moon.
        let then = events.iter().filter(|event| event.key == now.key).find(|event| {
            let days = now.anchor - event.anchor;
            (300..=400).contains(&days)
        })?;
        let back = now.anchor - then.anchor;
        let span = Span::new(span.from() - back, span.to() - back);
        Some(Earlier { span, event: Some(now.name.clone()) })
    }

    /// Where a limit of a figure is: what the user set, else what the source or the shop's setting
    /// says; `None` where only the user could say it and has not.
    pub fn limit(&self, measure: &Measure, limit: &Limit) -> Option<i64> {
        self.boards.limit(measure.key, limit.grade).or(match limit.from {
            LimitFrom::Source(value) => Some(value),
            LimitFrom::AdCap => Some(self.shop.ad_cap.bp().into()),
            LimitFrom::User => None,
        })
    }

    /// The highest grade that a value keeps: `Some(None)` where it keeps none, `None` where
    /// nothing is said about it. What is usual with many returning visitors is no grade here.
    pub fn grade(&self, measure: &Measure, value: i64) -> Option<Option<Grade>> {
        let mut found = None;
        for limit in measure.limits.iter().filter(|limit| limit.grade != Grade::Returning) {
            let Some(at) = self.limit(measure, limit) else { continue };
            let kept = limit.bound.holds(value, at).then_some(limit.grade);
            found = Some(kept.max(found.flatten()));
        }
        found
    }

    /// What the goals ask of the days of a span.
    pub fn targets(&self, span: Span) -> Targets<'_> {
        let cut = self.shop.cut();
        let years = cut.year_of(span.from())..=cut.year_of(span.to());
        let years = years.filter_map(|year| {
            let plan = self.goals.plan(year)?;
            let days = breakdown(plan, &self.events(cut.year(year)), cut).ok()?;
            Some((plan, days))
        });
        Targets { workbook: self, years: years.collect() }
    }
}

/// The plans of some years, broken down once.
#[derive(Clone, Debug)]
pub struct Targets<'a> {
    workbook: &'a Workbook,
    years: Vec<(&'a YearPlan, Breakdown)>,
}

/// What some days must bring, in millionths where it is a quotient.
#[derive(Clone, Copy, Debug, Default)]
struct Asked {
    sales: i128,
    ad_spend: i128,
    buyers: i128,
    visitors: i128,
}

/// So many parts a buyer and a visitor are counted in: their target is a quotient.
const PARTS: i128 = 1_000_000;

impl Targets<'_> {
    /// What the goals ask of a figure on one day.
    pub fn on(&self, key: &str, day: Day) -> Option<i64> {
        self.of(key, std::iter::once(day))
    }

    /// What the goals ask of a figure over `days`, in the figure's unit: sales, units; visitors and
    /// buyers (rounded up, V-10), conversion and order value where the plan names both rates; and
    /// the most that advertising may cost. `None` where a day has no plan, or the plan does not
    /// say it. A ratio is that of the sums, rounded half away from zero.
    pub fn of(&self, key: &str, days: impl Iterator<Item = Day>) -> Option<i64> {
        let days: Vec<Day> = days.collect();
        if days.is_empty() {
            return None;
        }
        let amount = |unit: GoalUnit| {
            let asked = days.iter().map(|day| Some(self.day(*day, unit)?.1));
            asked.sum::<Option<i64>>()
        };
        match key {
            SALES => amount(GoalUnit::Sales),
            UNITS => amount(GoalUnit::Units),
            AD_SPEND_SUM => narrow(self.asked(&days, false)?.ad_spend),
            AD_RATIO => {
                let asked = self.asked(&days, false)?;
                quotient(asked.ad_spend * 10_000, asked.sales)
            }
            VISITORS => narrow(up(self.asked(&days, true)?.visitors)),
            BUYERS => narrow(up(self.asked(&days, true)?.buyers)),
            CVR => {
                let asked = self.asked(&days, true)?;
                quotient(asked.buyers * 10_000, asked.visitors)
            }
            AOV => {
                let asked = self.asked(&days, true)?;
                quotient(asked.sales * PARTS, asked.buyers)
            }
            _ => None,
        }
    }

    fn day(&self, day: Day, unit: GoalUnit) -> Option<(&YearPlan, i64)> {
        let (plan, amount) =
            self.years.iter().find_map(|(plan, days)| Some((*plan, days.day(day)?)))?;
        (plan.unit == unit).then_some((plan, amount))
    }

    fn asked(&self, days: &[Day], with_people: bool) -> Option<Asked> {
        let mut asked = Asked::default();
        // The days of a month mostly have the same rates.
        let mut rates: Option<(CellKey, MonthRates)> = None;
        for day in days {
            let (plan, amount) = self.day(*day, GoalUnit::Sales)?;
            let key = CellKey::Month(day.month());
            if rates.as_ref().is_none_or(|(of, _)| *of != key) {
                rates = Some((key, self.month_rates(plan, *day)));
            }
            let month = &rates.as_ref()?.1;
            let own =
                plan.own_rates(RatePeriod::Cell(CellKey::Day(*day)), self.workbook.shop.cut());
            let cap = own.ad_cap.or(month.ad_cap).unwrap_or(self.workbook.shop.ad_cap);
            asked.sales += i128::from(amount);
            asked.ad_spend += div_round(i128::from(amount) * i128::from(cap.bp()), 10_000);
            if with_people {
                let aov = own.aov.or(month.aov).filter(|aov| 0 < aov.fen())?;
                let cvr = own.cvr.or(month.cvr).filter(|cvr| 0 < cvr.bp())?;
                let buyers = i128::from(amount) * PARTS / i128::from(aov.fen());
                asked.buyers += buyers;
                asked.visitors += i128::from(amount) * PARTS * 10_000
                    / (i128::from(aov.fen()) * i128::from(cvr.bp()));
            }
        }
        Some(asked)
    }

    /// What a month plans, else its quarter, else the year.
    fn month_rates(&self, plan: &YearPlan, day: Day) -> MonthRates {
        let cut = self.workbook.shop.cut();
        let months = cut.months(plan.year);
        let Some(idx) = months.iter().position(|month| *month == day.month()) else {
            return MonthRates::default();
        };
        let own = plan.rates.get(idx).cloned().unwrap_or_default();
        let around = plan.rates_around(idx, cut);
        MonthRates {
            cvr: own.cvr.or(around.cvr),
            aov: own.aov.or(around.aov),
            ad_cap: own.ad_cap.or(around.ad_cap),
            ..MonthRates::default()
        }
    }
}

/// Parts as wholes, rounded up.
fn up(parts: i128) -> i128 {
    (parts + PARTS - 1).div_euclid(PARTS)
}

fn quotient(above: i128, below: i128) -> Option<i64> {
    if below == 0 { None } else { narrow(div_round(above, below)) }
}

fn narrow(value: i128) -> Option<i64> {
    i64::try_from(value).ok()
}

#[cfg(test)]
mod tests;
