//! What the lines of a table come to.

use crate::base::ratio::Ratio;
use crate::tools::goals::calc::page::table::PeriodRow;

/// The last line of a table of periods, in the plan's unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// What they should sell.
    pub target: i64,
    /// What those with a value sold; `None` where no period has one.
    pub actual: Option<i64>,
    /// The sum of their gaps; `None` where no period has one.
    pub gap: Option<i64>,
    /// `actual ÷ target` (达成率).
    pub attainment: Option<Ratio>,
    /// What the frozen version asked for; `None` unless it knows every period.
    pub baseline: Option<i64>,
    /// `target − baseline`.
    pub since_baseline: Option<i64>,
    /// The visitors that all periods need, each rounded by itself.
    pub visitors: Option<i64>,
    /// The buyers.
    pub buyers: Option<i64>,
    /// What advertising may cost, in 分.
    pub ad_budget: Option<i64>,
}

/// Adds periods up that do not overlap. What is known of some periods only is added up as far as
/// it is known, but for the frozen version and the needs: half of those would be held against
/// the whole target.
pub fn total(rows: &[&PeriodRow]) -> Total {
    let known = |of: fn(&PeriodRow) -> Option<i64>| {
        rows.iter().filter_map(|row| of(row)).reduce(|sum, value| sum + value)
    };
    let all = |of: fn(&PeriodRow) -> Option<i64>| {
        rows.iter().map(|row| of(row)).sum::<Option<i64>>().filter(|_| !rows.is_empty())
    };
    let target = known(|row| Some(row.target)).unwrap_or_default();
    let actual = known(|row| row.actual);
    let baseline = all(|row| row.baseline);
    Total {
        target,
        actual,
        gap: known(|row| row.gap),
        attainment: actual.and_then(|actual| Ratio::of(actual, target)),
        baseline,
        since_baseline: baseline.map(|baseline| target - baseline),
        visitors: all(|row| row.needs.as_ref()?.visitors),
        buyers: all(|row| row.needs.as_ref()?.buyers),
        ad_budget: all(|row| Some(row.needs.as_ref()?.ad_budget.fen())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::day::Month;
    use crate::base::span::Span;
    use crate::tools::goals::calc::page::table::Standing;
    use crate::tools::goals::model::CellKey;

    fn month(number: u8, actual: Option<i64>, baseline: Option<i64>) -> PeriodRow {
        let month = Month::new(2026, number);
        PeriodRow {
            key: CellKey::Month(month),
            span: Span::new(month.first(), month.last()),
            target: 1_000,
            target_to_date: 1_000,
            baseline,
            actual,
            n_days: 0,
            attainment: None,
            gap: actual.map(|actual| actual - 1_000),
            standing: Standing::Ahead,
            rule: None,
            n_locked_days: 0,
            needs: None,
        }
    }

    #[test]
    fn what_is_known_adds_up_and_half_a_frozen_version_does_not() {
        let rows = [month(1, Some(1_200), Some(900)), month(2, None, Some(950))];
        let both = total(&[&rows[0], &rows[1]]);
        assert_eq!((both.target, both.actual, both.gap), (2_000, Some(1_200), Some(200)));
        assert_eq!(both.attainment, Some(Ratio::from_bp(6_000)));
        assert_eq!((both.baseline, both.since_baseline), (Some(1_850), Some(150)));
        assert_eq!(both.visitors, None);
        let half = total(&[&rows[0], &month(2, None, None)]);
        assert_eq!((half.baseline, half.since_baseline), (None, None));
        assert_eq!(total(&[]), Total::default());
    }
}
