//! A period against its target: where it stands, where it is heading, and the sentence on it.

use crate::base::span::Span;
use crate::tools::goals::calc::attain::{Attainment, Days, Forecast, attain, forecast};
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
    Days { year: table.span, plan: &table.targets, actual: &table.actual }
}

/// The progress of some days; `None` where none is in the year.
pub fn progress(table: &YearTable, span: Span) -> Option<Progress> {
    let (span, days) = (span.overlap(table.span)?, days(table));
    Some(Progress { state: attain(&days, span), forecast: forecast(&days, span) })
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
}
