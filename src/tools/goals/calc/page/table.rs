//! One year, day by day, and the periods that are read from it.

use std::sync::Arc;

use crate::base::calendar::Cut;
use crate::base::day::{Day, Month};
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::tools::goals::calc::breakdown::Breakdown;
use crate::tools::goals::calc::needs::{Needs, Rates};
use crate::tools::goals::model::{CellKey, CellRule, GoalUnit, RatePeriod, Scenario, YearPlan};

/// A fiscal year with its targets and actuals: what all parts of the page read.
///
/// `targets` and `actual` have one entry a day of `span`, in the plan's unit (分 or 件).
#[derive(Clone, Debug, PartialEq)]
pub struct YearTable {
    /// The plan.
    pub plan: Arc<YearPlan>,
    /// How the shop cuts the year.
    pub cut: Cut,
    /// The days of the year.
    pub span: Span,
    /// The day that the page calls today.
    pub today: Day,
    /// The shown scenario's target of every day.
    pub targets: Arc<Vec<i64>>,
    /// What was sold; `None` where nothing was imported.
    pub actual: Arc<Vec<Option<i64>>>,
    /// What the year's shape would have asked of the days before it; see [`Past`].
    ///
    /// [`Past`]: crate::tools::goals::calc::attain::Past
    pub past_plan: Arc<Vec<i64>>,
    /// What the days before the year sold.
    pub past_actual: Arc<Vec<Option<i64>>>,
    /// The frozen version that is compared to, a target a day.
    pub baseline: Option<Arc<Vec<Option<i64>>>>,
    /// What each of the twelve months counts with; `None` for a plan in pieces, which have no
    /// order value.
    pub rates: Option<Arc<Vec<Rates>>>,
}

/// How a period stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has not begun.
    Ahead,
    /// Some of its days are past.
    Running,
    /// It is past, and every one of its days has a value: the target was met.
    Met,
    /// It is past, and the target was missed.
    Missed,
    /// It is past, but days are without a value.
    Unknown,
}

/// One row of a table: a quarter, month, week or day.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodRow {
    /// Which period.
    pub key: CellKey,
    /// Its days inside of the year.
    pub span: Span,
    /// What it should sell.
    pub target: i64,
    /// What its days with a value should have sold.
    pub target_to_date: i64,
    /// What the frozen version asked for; `None` without one, or where it lacks some of the days.
    pub baseline: Option<i64>,
    /// What it sold so far; `None` where no day has a value.
    pub actual: Option<i64>,
    /// Days with a value.
    pub n_days: usize,
    /// `actual ÷ target` of the whole period (M-xx 达成率); `None` without either.
    pub attainment: Option<Ratio>,
    /// `actual − target_to_date`.
    pub gap: Option<i64>,
    /// How it stands.
    pub standing: Standing,
    /// What the user said about it.
    pub rule: Option<CellRule>,
    /// How many of its days are locked one by one.
    pub n_locked_days: usize,
    /// Visitors, buyers and advertising that its target takes; each month of it is rounded by
    /// itself, so that a quarter needs what its months need.
    pub needs: Option<Needs>,
}

impl PeriodRow {
    /// What the target has grown by since it was frozen; `None` where the frozen version does not
    /// know it.
    pub fn since_baseline(&self) -> Option<i64> {
        self.baseline.map(|baseline| self.target - baseline)
    }

    /// Whether it was typed over.
    pub fn is_locked(&self) -> bool {
        self.rule.as_ref().is_some_and(|rule| rule.lock.is_some())
    }

    /// Whether it is held between a floor and a cap.
    pub fn is_bounded(&self) -> bool {
        self.rule.as_ref().is_some_and(|rule| rule.floor.is_some() || rule.cap.is_some())
    }

    /// The note on it; empty where there is none.
    pub fn note(&self) -> &str {
        self.rule.as_ref().map_or("", |rule| rule.note.as_str())
    }
}

impl YearTable {
    /// The unit of every amount.
    pub fn unit(&self) -> GoalUnit {
        self.plan.unit
    }

    /// Whether cells can be typed over: the other scenarios follow from the target.
    pub fn is_editable(&self) -> bool {
        self.plan.scenarios.shown == Scenario::Target
    }

    /// The shown scenario's amount of the year.
    pub fn total(&self) -> i64 {
        self.sum(self.span)
    }

    /// The target of some days; days outside of the year count nothing.
    pub fn sum(&self, span: Span) -> i64 {
        self.slice(span, &self.targets).iter().sum()
    }

    /// The days' targets as a breakdown without weights.
    pub fn breakdown(&self) -> Breakdown {
        Breakdown { year: self.span, days: self.targets.to_vec(), weights: Vec::new() }
    }

    /// The last day with a value.
    pub fn last_actual(&self) -> Option<Day> {
        let idx = self.actual.iter().rposition(Option::is_some)?;
        Some(self.span.from() + idx as i32)
    }

    /// The target of a day; nothing outside of the year.
    pub fn target(&self, day: Day) -> Option<i64> {
        self.idx(day).and_then(|idx| self.targets.get(idx)).copied()
    }

    /// What a day sold.
    pub fn actual(&self, day: Day) -> Option<i64> {
        self.idx(day).and_then(|idx| self.actual.get(idx)).copied().flatten()
    }

    /// Everything about one period; `None` where it has no day in the year.
    pub fn row(&self, key: CellKey) -> Option<PeriodRow> {
        let span = key.span(self.plan.year, self.cut)?;
        let targets = self.slice(span, &self.targets);
        let actuals = self.slice(span, &self.actual);
        let target: i64 = targets.iter().sum();
        let mut actual = None;
        let (mut n_days, mut target_to_date) = (0, 0);
        for (target, value) in targets.iter().zip(actuals) {
            if let Some(value) = value {
                actual = Some(actual.unwrap_or(0) + value);
                target_to_date += target;
                n_days += 1;
            }
        }
        let standing = if self.today <= span.to() {
            if n_days == 0 && self.today <= span.from() {
                Standing::Ahead
            } else {
                Standing::Running
            }
        } else if n_days < span.n_days() {
            Standing::Unknown
        } else if actual.is_some_and(|actual| target <= actual) {
            Standing::Met
        } else {
            Standing::Missed
        };
        let is_day = |rule: &&CellRule| {
            matches!(rule.period, CellKey::Day(day) if span.contains(day)) && rule.lock.is_some()
        };
        Some(PeriodRow {
            key,
            span,
            target,
            target_to_date,
            baseline: self
                .baseline
                .as_ref()
                .and_then(|days| self.slice(span, days).iter().copied().sum()),
            actual,
            n_days,
            attainment: actual.and_then(|actual| Ratio::of(actual, target)),
            gap: actual.map(|actual| actual - target_to_date),
            standing,
            rule: self.plan.cell(key).cloned(),
            n_locked_days: self.plan.cells.iter().filter(is_day).count(),
            needs: self.needs_of(RatePeriod::Cell(key), span),
        })
    }

    /// The four quarters.
    pub fn quarters(&self) -> Vec<PeriodRow> {
        (0..4).filter_map(|idx| self.row(CellKey::Quarter(idx))).collect()
    }

    /// The twelve months, in fiscal order.
    pub fn months(&self) -> Vec<PeriodRow> {
        self.month_keys().into_iter().filter_map(|month| self.row(CellKey::Month(month))).collect()
    }

    /// The twelve months of the year.
    pub fn month_keys(&self) -> [Month; 12] {
        self.cut.months(self.plan.year)
    }

    /// The weeks that have a day in the year; the first and the last may be cut.
    pub fn weeks(&self) -> Vec<PeriodRow> {
        self.cut
            .weeks(self.span)
            .into_iter()
            .filter_map(|week| self.row(CellKey::Week(self.cut.week_of(week.from()))))
            .collect()
    }

    /// The days of a month, each with the gap added up from the month's first day.
    pub fn days(&self, month: Month) -> Vec<(PeriodRow, Option<i64>)> {
        let mut cumulative = 0;
        Span::new(month.first(), month.last())
            .days()
            .filter_map(|day| self.row(CellKey::Day(day)))
            .map(|row| {
                let sum = row.gap.map(|gap| {
                    cumulative += gap;
                    cumulative
                });
                (row, sum)
            })
            .collect()
    }

    /// The month that the page opens with: today's, or the nearest one of the year.
    pub fn opening_month(&self) -> Month {
        self.today.clamp(self.span.from(), self.span.to()).month()
    }

    fn idx(&self, day: Day) -> Option<usize> {
        self.span.contains(day).then(|| (day - self.span.from()) as usize)
    }

    fn slice<'a, T>(&self, span: Span, days: &'a [T]) -> &'a [T] {
        let Some(span) = span.overlap(self.span) else { return &[] };
        let from = (span.from() - self.span.from()) as usize;
        days.get(from..from + span.n_days()).unwrap_or(&[])
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::base::id::Id;
    use crate::base::money::Money;
    use crate::tools::goals::calc::needs::HistoryRates;
    use crate::tools::goals::model::{MonthRates, Target};

    pub(crate) fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// 2026, ¥1 a day; ¥1.20 sold on each of the first 40 days but the fifth, which has no value.
    pub(crate) fn table() -> YearTable {
        let id = Id::from_bits(1);
        let mut plan = YearPlan::new(id, 2026, GoalUnit::Sales, Target::Amount(36_500));
        let mut rule = CellRule::new(CellKey::Day(day("2026-01-02")));
        rule.lock = Some(100);
        plan.cells.push(rule);
        let actual = (0..365).map(|idx| (idx < 40 && idx != 4).then_some(120)).collect();
        YearTable {
            plan: Arc::new(plan),
            cut: Cut::default(),
            span: Cut::default().year(2026),
            today: day("2026-02-10"),
            targets: Arc::new(vec![100; 365]),
            actual: Arc::new(actual),
            past_plan: Arc::default(),
            past_actual: Arc::default(),
            baseline: None,
            rates: None,
        }
    }

    #[test]
    fn a_quarter_needs_what_its_months_need() {
        let mut table = table();
        let planned = |bp| MonthRates {
            cvr: Some(Ratio::from_bp(bp)),
            aov: Some(Money::fen_const(3_000)),
            ..MonthRates::default()
        };
        let rates = |bp| Rates::of(&planned(bp), HistoryRates::default(), Ratio::from_bp(1_000));
        let months = (0..12).map(|month| rates(if month == 0 { 100 } else { 200 })).collect();
        table.rates = Some(Arc::new(months));
        let visitors = |row: &PeriodRow| row.needs.unwrap().visitors.unwrap();
        // ¥31 ÷ (1 % × ¥30) = 103.3 → 104; ¥28 ÷ (2 % × ¥30) = 46.7 → 47; ¥31 → 51.7 → 52.
        let months: Vec<i64> = table.months()[..3].iter().map(visitors).collect();
        assert_eq!(months, [104, 47, 52]);
        assert_eq!(visitors(&table.quarters()[0]), 203);
        // The week of 26 January: six days of January, one of February.
        let week = table.row(CellKey::Week(day("2026-01-26"))).unwrap();
        assert_eq!(visitors(&week), 20 + 2);
        assert_eq!(week.needs.unwrap().ad_budget, Money::fen_const(70));
    }

    #[test]
    fn a_month_is_measured_against_its_days_with_a_value() {
        let table = table();
        let months = table.months();
        // 30 of 31 days have a value: 3,600 sold, 3,000 asked of those days.
        assert_eq!(months[0].target, 3_100);
        assert_eq!(months[0].actual, Some(3_600));
        assert_eq!(months[0].gap, Some(600));
        assert_eq!(months[0].standing, Standing::Unknown);
        assert_eq!(months[0].n_locked_days, 1);
        // 9 days of February.
        assert_eq!(months[1].standing, Standing::Running);
        assert_eq!(months[1].gap, Some(180));
        assert_eq!(months[1].attainment, Ratio::of(1_080, 2_800));
        assert_eq!(months[2].standing, Standing::Ahead);
        assert_eq!(months[2].actual, None);
    }

    #[test]
    fn every_level_adds_up_to_the_year() {
        let table = table();
        for rows in [table.quarters(), table.months(), table.weeks()] {
            assert_eq!(rows.iter().map(|row| row.target).sum::<i64>(), table.total());
        }
    }

    #[test]
    fn gaps_add_up_over_the_days_that_have_one() {
        let table = table();
        let days = table.days(Month::new(2026, 1));
        assert_eq!(days.len(), 31);
        assert_eq!(days[3].1, Some(80));
        assert_eq!(days[4].1, None);
        assert_eq!(days[5].1, Some(100));
        assert!(days[1].0.is_locked());
    }
}
