//! A period against its target: where it stands, where it is heading, and the sentence on it.

use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::tools::goals::calc::attain::{Attainment, Days, Past, attain};
use crate::tools::goals::calc::forecast::{Forecast, forecast};
use crate::tools::goals::calc::page::table::YearTable;

/// Where a period stands and is heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Target, expected to date, actual, the rate that is needed.
    pub state: Attainment,
    /// Where it is likely to end; `None` without enough history or days left.
    pub forecast: Option<Forecast>,
}

/// The year of the page, as the calculations of attainment take it.
pub fn days(table: &YearTable) -> Days<'_> {
    let past = Past { plan: &table.past_plan, actual: &table.past_actual };
    Days { year: table.span, plan: &table.targets, actual: &table.actual, past }
}

/// The progress of some days; `None` where none is in the year.
pub fn progress(table: &YearTable, span: Span) -> Option<Progress> {
    let (span, days) = (span.overlap(table.span)?, days(table));
    Some(Progress { state: attain(&days, span), forecast: forecast(&days, span) })
}

/// What there is to say about a month or a year, in one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing was imported for it.
    NoActuals,
    /// It is over: by how much, and the attainment.
    Over {
        /// `actual − target`.
        gap: i64,
        /// `actual ÷ target`.
        attainment: Option<Ratio>,
    },
    /// It runs: against the target of the days so far.
    Running {
        /// `actual − expected`.
        gap: i64,
        /// Days after the last one with a value.
        n_left: usize,
        /// What the days without a value are of the target.
        share_left: Option<Ratio>,
    },
}

/// The sentence for a period.
pub fn verdict(state: &Attainment) -> Verdict {
    let Some((actual, gap)) = state.actual.zip(state.gap()) else { return Verdict::NoActuals };
    if state.n_left == 0 {
        return Verdict::Over { gap: actual - state.target, attainment: state.done() };
    }
    let share_left = Ratio::of(state.target - state.expected, state.target);
    Verdict::Running { gap, n_left: state.n_left, share_left }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::goals::calc::page::table::tests::{day, table};
    use crate::tools::goals::model::CellKey;

    #[test]
    fn the_page_and_its_rows_say_the_same() {
        let table = table();
        let february = Span::new(day("2026-02-01"), day("2026-02-28"));
        let progress = progress(&table, february).unwrap();
        let row = table.row(CellKey::Month(february.from().month())).unwrap();
        assert_eq!(progress.state.gap(), row.gap);
        assert_eq!(progress.state.expected, row.target_to_date);
        assert_eq!(progress.state.done(), row.attainment);
        // ¥28.00 − ¥10.80 over 19 days, rounded up.
        assert_eq!(progress.state.required_daily, Some(91));
        // Every full week ran at 120 %: ¥10.80 + 19 × ¥1.20, without a band. The week with the
        // missing day does not count.
        let forecast = progress.forecast.unwrap();
        assert_eq!((forecast.low, forecast.mid, forecast.high), (3_360, 3_360, 3_360));
    }

    #[test]
    fn the_verdict_says_what_is_left() {
        let table = table();
        let of = |from: &str, to: &str| {
            let span = Span::new(day(from), day(to));
            verdict(&progress(&table, span).unwrap().state)
        };
        assert_eq!(
            of("2026-02-01", "2026-02-28"),
            Verdict::Running { gap: 180, n_left: 19, share_left: Ratio::of(19, 28) }
        );
        assert_eq!(of("2026-06-01", "2026-06-30"), Verdict::NoActuals);
        // 30 of 31 days sold ¥1.20: the month is over, and its target with it.
        assert_eq!(
            of("2026-01-01", "2026-01-31"),
            Verdict::Over { gap: 500, attainment: Ratio::of(3_600, 3_100) }
        );
    }
}
