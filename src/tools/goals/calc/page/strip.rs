//! The year strip: a bar a month, drawn to one scale for all.

use crate::tools::goals::calc::page::table::{PeriodRow, Standing};

/// The widest that a bar gets, in percent of the target.
const WIDEST: i64 = 130;

/// The parts of a month's bar, in percent of the box's width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What was sold.
    pub actual: i64,
    /// The whole target: always the same, so that bars can be compared across months.
    pub target: i64,
    /// Where the running month should be by now; `None` for months that are over or ahead.
    pub expected: Option<i64>,
}

/// The bar of a period. What is beyond 130 % of the target ends at the edge.
pub fn bar(row: &PeriodRow) -> Bar {
    let width = |amount: i64| {
        if row.target <= 0 {
            return 0;
        }
        let scaled = i128::from(amount) * 10_000 / (i128::from(row.target) * i128::from(WIDEST));
        scaled.clamp(0, 100) as i64
    };
    let is_running = row.standing == Standing::Running && row.actual.is_some();
    Bar {
        actual: row.actual.map_or(0, width),
        target: width(row.target),
        expected: is_running.then(|| width(row.target_to_date)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::goals::calc::page::table::tests::table;

    #[test]
    fn bars_share_one_scale() {
        let months = table().months();
        // February: 1,080 of 2,800 sold, 900 asked so far.
        assert_eq!(bar(&months[1]), Bar { actual: 29, target: 76, expected: Some(24) });
        assert_eq!(bar(&months[5]), Bar { actual: 0, target: 76, expected: None });
        let mut wild = months[0].clone();
        wild.actual = Some(i64::MAX / 2);
        assert_eq!(bar(&wild).actual, 100);
        wild.target = 0;
        assert_eq!(bar(&wild).actual, 0);
    }
}
