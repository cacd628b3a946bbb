//! Actual against target along the periods of a chart, summed up and carried on.

use crate::base::money::div_round;
use crate::base::span::Span;
use crate::tools::goals::calc::forecast::{Forecast, forecast};
use crate::tools::goals::calc::page::progress::days;
use crate::tools::goals::calc::page::table::{PeriodRow, YearTable};
use crate::tools::goals::model::CellKey;

/// What a chart of some periods shows. Amounts are in the plan's unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// The periods, in order.
    pub rows: Vec<PeriodRow>,
    /// How many of them, from the first, have a value or are over.
    pub n_past: usize,
    /// The expected sums at the ends of the periods after these; empty without a forecast.
    pub forecast: Vec<Forecast>,
}

/// The curve of consecutive periods.
///
/// The band at the end is [`forecast`]'s; on the way there it grows with the plan of the days
/// after the last value.
pub fn curve(table: &YearTable, keys: &[CellKey]) -> Curve {
    let rows: Vec<PeriodRow> = keys.iter().filter_map(|key| table.row(*key)).collect();
    let is_over = |row: &PeriodRow| row.actual.is_some();
    let n_past = match rows.last() {
        Some(last) if last.span.to() < table.today => rows.len(),
        _ => rows.iter().rposition(is_over).map_or(0, |idx| idx + 1),
    };
    let forecast = ends(table, &rows, n_past).unwrap_or_default();
    Curve { rows, n_past, forecast }
}

fn ends(table: &YearTable, rows: &[PeriodRow], n_past: usize) -> Option<Vec<Forecast>> {
    let whole = Span::new(rows.first()?.span.from(), rows.last()?.span.to());
    let end = forecast(&days(table), whole)?;
    let base: i64 = rows.iter().filter_map(|row| row.actual).sum();
    let from = days(table).last_known().map_or(whole.from(), |last| (last + 1).max(whole.from()));
    let planned = |to| table.sum(Span::new(from, to));
    let plan_left = i128::from(planned(whole.to()));
    let part = |end: i64, plan: i64| match plan_left {
        0 => base,
        _ => base + div_round(i128::from(end - base) * i128::from(plan), plan_left) as i64,
    };
    let at = |row: &PeriodRow| {
        let plan = planned(row.span.to());
        Forecast { low: part(end.low, plan), mid: part(end.mid, plan), high: part(end.high, plan) }
    };
    Some(rows.iter().skip(n_past).map(at).collect())
}

/// Where a span of days lies among periods: the first and the last one that it touches.
pub fn touched(rows: &[PeriodRow], span: Span) -> Option<(usize, usize)> {
    let touches = |row: &PeriodRow| row.span.overlap(span).is_some();
    Some((rows.iter().position(touches)?, rows.iter().rposition(touches)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::goals::calc::page::table::tests::{day, table};

    fn keys(span: Span) -> Vec<CellKey> {
        span.days().map(CellKey::Day).collect()
    }

    #[test]
    fn a_running_month_is_carried_on_to_its_forecast() {
        let table = table();
        let february = Span::new(day("2026-02-01"), day("2026-02-28"));
        let curve = curve(&table, &keys(february));
        assert_eq!((curve.rows.len(), curve.n_past), (28, 9));
        assert_eq!(curve.forecast.len(), 19);
        // ¥10.80 so far, and ¥1.20 a day.
        assert_eq!(curve.forecast[0].mid, 1_200);
        assert_eq!(curve.forecast[18].mid, 3_360);
        let fest = Span::new(day("2026-01-28"), day("2026-02-03"));
        assert_eq!(touched(&curve.rows, fest), Some((0, 2)));
        assert_eq!(touched(&curve.rows, Span::day(day("2026-05-01"))), None);
    }

    #[test]
    fn a_month_that_is_over_has_nothing_to_expect() {
        let table = table();
        let january = Span::new(day("2026-01-01"), day("2026-01-31"));
        let over = curve(&table, &keys(january));
        assert_eq!((over.n_past, over.forecast.len()), (31, 0));
        let months: Vec<CellKey> = table.month_keys().map(CellKey::Month).to_vec();
        let year = curve(&table, &months);
        assert_eq!((year.n_past, year.forecast.len()), (2, 10));
    }
}
