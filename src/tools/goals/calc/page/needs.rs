//! What a month's target takes, against what the shop has.

use crate::base::day::Month;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::facts::metric::{BUYERS, SALES, VISITORS};
use crate::facts::set::FactSet;
use crate::tools::goals::calc::funnel::{Funnel, Held, Member};
use crate::tools::goals::calc::needs::{HistoryRates, Needs, Rates, div_up};
use crate::tools::goals::calc::page::table::YearTable;
use crate::tools::goals::edit::{CellChange, GoalsEdit};
use crate::tools::goals::model::{MonthRates, RatePeriod, Target};

/// The fewest days with a value that speak for a month: a full week, so that no weekday is left
/// out.
const MIN_DAYS: usize = 7;
/// How far back the latest days reach: four full weeks.
const LATEST_DAYS: i32 = 28;

/// What the shop's own days say about a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// Conversion and order value of these days.
    pub rates: HistoryRates,
    /// The days; `None` where no days speak.
    pub span: Option<Span>,
    /// Visitors a day of the month itself so far, rounded half away from zero.
    pub visitors_daily: Option<i64>,
}

/// Conversion and order value for a month: of the month itself once a week of it has values, else
/// of the same month a year before, else of the latest four weeks.
///
/// CVR is buyers ÷ visitors and AOV is sales ÷ buyers, each of sums (M-04, M-06).
pub fn history(facts: &FactSet, month: Month) -> History {
    let own = Span::new(month.first(), month.last());
    let before = month.plus(-12);
    let last_year = Span::new(before.first(), before.last());
    let latest = facts.span().map(|all| Span::new(all.to() - (LATEST_DAYS - 1), all.to()));
    let visitors_daily = visitors_daily(facts, own);
    [Some(own), Some(last_year), latest]
        .into_iter()
        .flatten()
        .find_map(|span| rates_of(facts, span).map(|rates| (rates, span)))
        .map_or(History { visitors_daily, ..History::default() }, |(rates, span)| History {
            rates,
            span: known_part(facts, span),
            visitors_daily,
        })
}

/// Conversion and order value of the days of a span; `None` where fewer than a week of them speak.
pub fn rates_of(facts: &FactSet, span: Span) -> Option<HistoryRates> {
    let (visitors, buyers) = (facts.sum(VISITORS, span), facts.sum(BUYERS, span));
    let sales = facts.sum(SALES, span);
    if visitors.n_days.min(buyers.n_days).min(sales.n_days) < MIN_DAYS {
        return None;
    }
    let cvr = buyers.total.zip(visitors.total).and_then(|(part, whole)| Ratio::of(part, whole));
    let aov = sales
        .total
        .zip(buyers.total)
        .and_then(|(sales, buyers)| Money::from_fen_clamped(sales).per(buyers));
    Some(HistoryRates { cvr, aov })
}

/// The part of the span that the facts reach into.
fn known_part(facts: &FactSet, span: Span) -> Option<Span> {
    facts.span().and_then(|all| all.overlap(span))
}

/// What a period takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodNeeds {
    /// Sales, visitors, conversion, order value of the whole period; `None` without rates.
    pub funnel: Option<Funnel>,
    /// The rates and where each comes from.
    pub rates: Rates,
    /// Buyers and advertising of the whole period.
    pub whole: Needs,
    /// What is still to be sold; `None` once the period is over or its target reached.
    pub rest: Option<Rest>,
}

/// What the days left of a running period take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rest {
    /// Target − actual.
    pub amount: Money,
    /// Days without a value yet.
    pub n_days: usize,
    /// A day's share of the amount, rounded.
    pub daily: Money,
    /// Visitors a day, rounded up.
    pub visitors_daily: Option<i64>,
    /// The conversion that would do with as many visitors a day as so far.
    pub cvr_at_same_visitors: Option<Ratio>,
}

/// The needs of a period whose amounts are sales; `visitors_daily` are those of its days so far.
/// `None` where it has no day in the year, or the plan is in pieces.
pub fn period_needs(
    table: &YearTable,
    period: RatePeriod,
    visitors_daily: Option<i64>,
) -> Option<PeriodNeeds> {
    let span = period.span(table.plan.year, table.cut)?;
    let planned = table.plan.own_rates(period, table.cut);
    let base = table.base(span)?;
    let rates = table.rates_of(&planned, &base);
    Some(PeriodNeeds {
        funnel: table.funnel_of(&planned, &base, span),
        rates,
        whole: table.needs_of(period, span)?,
        rest: rest(table, span, &rates, visitors_daily),
    })
}

/// Visitors a day of a span so far, rounded half away from zero; `None` where no day has a value.
pub fn visitors_daily(facts: &FactSet, span: Span) -> Option<i64> {
    let visitors = facts.sum(VISITORS, span);
    let total = visitors.total.map(Money::fen_const)?;
    total.per(visitors.n_days as i64).map(Money::fen)
}

fn rest(table: &YearTable, span: Span, rates: &Rates, visitors_daily: Option<i64>) -> Option<Rest> {
    let actuals: Vec<i64> = span.days().filter_map(|day| table.actual(day)).collect();
    let n_days = span.n_days() - actuals.len();
    let sold: i64 = actuals.iter().sum();
    let amount = Money::from_fen_clamped(table.sum(span) - sold);
    if actuals.is_empty() || n_days == 0 || amount <= Money::ZERO {
        return None;
    }
    let daily = amount.per(n_days as i64)?;
    let per_day = |visitors: i64| div_up(visitors.into(), n_days as i128);
    let cvr_at_same_visitors = visitors_daily.zip(rates.aov).and_then(|(daily, aov)| {
        let visitors = i128::from(daily) * n_days as i128;
        let whole = i64::try_from(visitors * i128::from(aov.value.fen())).ok()?;
        Ratio::of(amount.fen(), whole)
    });
    let visitors_daily = Needs::of(amount, rates).visitors.and_then(per_day);
    Some(Rest { amount, n_days, daily, visitors_daily, cvr_at_same_visitors })
}

/// The edits that keep what an edit of one number did to the four: a period that is typed over
/// where the sales moved, and what the period plans. A number
/// that is held is kept, one that merely follows is not.
pub fn funnel_edits(
    year: i32,
    period: RatePeriod,
    planned: &MonthRates,
    before: Option<Funnel>,
    after: Funnel,
    member: Member,
    held: Held,
) -> Vec<GoalsEdit> {
    let is_kept = |one: Member| {
        one == member || before.is_none_or(|before| before.get(one) != after.get(one))
    };
    let mut rates = planned.clone();
    if planned.cvr.is_some() || held.cvr || is_kept(Member::Cvr) {
        rates.cvr = Some(after.cvr);
    }
    if planned.aov.is_some() || held.aov || is_kept(Member::Aov) {
        rates.aov = Some(after.aov);
    }
    let holds_visitors = member == Member::Visitors || held.visitors;
    rates.visitors = holds_visitors.then_some(after.visitors);
    let mut edits = Vec::new();
    if is_kept(Member::Sales) && before.is_some() {
        let amount = after.sales.fen();
        edits.push(match period {
            RatePeriod::Year => GoalsEdit::SetTarget { year, target: Target::Amount(amount) },
            RatePeriod::Cell(key) => {
                let cells = vec![CellChange::lock(key, Some(amount))];
                GoalsEdit::SetCells { year, cells }
            }
        });
    }
    if rates != *planned {
        edits.push(GoalsEdit::SetPeriodRates { year, period, rates });
    }
    edits
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use super::*;
    use crate::facts::chunk::Chunk;
    use crate::facts::set::ChunkRef;
    use crate::tools::goals::calc::page::table::tests::{day, table};
    use crate::tools::goals::model::CellKey;

    /// Days that all sold ¥60 to 2 of 100 visitors.
    fn facts(from: &str, n_days: usize) -> FactSet {
        let column = |value| vec![Some(value); n_days];
        let columns: BTreeMap<String, Vec<Option<i64>>> = [
            (SALES.to_owned(), column(6_000)),
            (VISITORS.to_owned(), column(100)),
            (BUYERS.to_owned(), column(2)),
        ]
        .into();
        let from = day(from);
        let chunk = Chunk { from: Some(from), n_days, columns, extra: Default::default() };
        let to = from + (n_days as i32 - 1);
        let (id, extra) = ("0".to_owned(), Default::default());
        let chunk = ChunkRef { id, from, to, chunk: Some(Arc::new(chunk)), extra };
        FactSet { shop_days: vec![chunk], ..FactSet::default() }
    }

    #[test]
    fn a_month_speaks_for_itself_after_a_week() {
        let facts = facts("2026-01-20", 21);
        let february = history(&facts, Month::new(2026, 2));
        assert_eq!(february.rates.cvr, Some(Ratio::from_bp(200)));
        assert_eq!(february.rates.aov, Some(Money::fen_const(3_000)));
        assert_eq!(february.span, Some(Span::new(day("2026-02-01"), day("2026-02-09"))));
        assert_eq!(february.visitors_daily, Some(100));
        // May has nothing of its own: the latest days speak, as far as they reach.
        let may = history(&facts, Month::new(2026, 5));
        assert_eq!(may.span, Some(Span::new(day("2026-01-20"), day("2026-02-09"))));
        assert_eq!(may.visitors_daily, None);
        assert_eq!(history(&FactSet::default(), Month::new(2026, 5)), History::default());
    }

    #[test]
    fn what_is_left_asks_for_visitors_a_day() {
        let february = Month::new(2026, 2);
        let history = history(&facts("2026-01-20", 21), february);
        let nothing = MonthRates::default();
        let rates = Rates::of_month(&nothing, &nothing, history.rates, Ratio::from_bp(1_000));
        let table = YearTable { rates: Some(Arc::new(vec![rates; 12])), ..table() };
        let february = RatePeriod::Cell(CellKey::Month(february));
        let needs = period_needs(&table, february, history.visitors_daily).unwrap();
        // ¥28 at 2 % × ¥30 = 46.67 visitors, and a tenth of it for advertising.
        assert_eq!(needs.whole.visitors, Some(47));
        assert_eq!(needs.whole.ad_budget, Money::fen_const(280));
        let rest = needs.rest.unwrap();
        // ¥28.00 − ¥10.80 over 19 days.
        assert_eq!((rest.amount, rest.n_days), (Money::fen_const(1_720), 19));
        assert_eq!(rest.daily, Money::fen_const(91));
        // ¥17.20 ÷ (2 % × ¥30) = 28.67 → 29 visitors, 2 a day.
        assert_eq!(rest.visitors_daily, Some(2));
        // 1,720 ÷ (19 × 100 × 3,000) = 0.03 %.
        assert_eq!(rest.cvr_at_same_visitors, Some(Ratio::from_bp(3)));
    }

    #[test]
    fn only_what_was_typed_or_moved_is_kept() {
        let key = CellKey::Month(Month::new(2026, 2));
        let month = RatePeriod::Cell(key);
        let before = Funnel {
            sales: Money::fen_const(2_800),
            visitors: 47,
            cvr: Ratio::from_bp(200),
            aov: Money::fen_const(3_000),
        };
        let held = Held { sales: true, ..Held::default() };
        let after = Funnel { cvr: Ratio::from_bp(400), visitors: 24, ..before };
        let planned = MonthRates::default();
        let edits = funnel_edits(2026, month, &planned, Some(before), after, Member::Cvr, held);
        let rates = MonthRates { cvr: Some(Ratio::from_bp(400)), ..MonthRates::default() };
        assert_eq!(edits, [GoalsEdit::SetPeriodRates { year: 2026, period: month, rates }]);
        let sold = Funnel { sales: Money::fen_const(5_600), ..before };
        let edits =
            funnel_edits(2026, month, &planned, Some(before), sold, Member::Sales, Held::default());
        let cells = vec![CellChange::lock(key, Some(5_600))];
        assert_eq!(edits, [GoalsEdit::SetCells { year: 2026, cells }]);
        // The year is not typed over: its target is set.
        let (year, free) = (RatePeriod::Year, Held::default());
        let edits = funnel_edits(2026, year, &planned, Some(before), sold, Member::Sales, free);
        let target = Target::Amount(5_600);
        assert_eq!(edits, [GoalsEdit::SetTarget { year: 2026, target }]);
    }
}
