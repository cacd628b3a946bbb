//! The last days as bars, placed on a field of whole numbers.

use crate::base::day::Day;
use crate::base::money::div_round;
use crate::home::calc::result::DayBar;

/// How high the field is.
pub const HEIGHT: i64 = 1_000;
/// How wide the field is for each day.
pub const STEP: i64 = 100;
/// How wide a bar is.
pub const BAR: i64 = 84;
/// How thick a target's tick is.
pub const TICK: i64 = 28;
/// Every how many days a day is named; the last one always is.
const N_NAMED: usize = 4;

/// A day of the field; y counts from the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Which day.
    pub day: Day,
    /// Where its bar begins.
    pub x: i64,
    /// How high its bar is; 0 where no file says it.
    pub height: i64,
    /// Where its target's tick begins; `None` without a goal.
    pub tick: Option<i64>,
    /// Whether it is the last one, which the numbers beside it are about.
    pub is_last: bool,
    /// Whether its name stands under it.
    pub is_named: bool,
}

/// The days, on a field that is as high as the largest actual or target.
pub fn columns(bars: &[DayBar]) -> Vec<Column> {
    let most = |bar: &DayBar| bar.actual.unwrap_or(0).max(bar.target.unwrap_or(0));
    let top = bars.iter().map(most).max().unwrap_or(0).max(1);
    let place =
        |value: i64| div_round(i128::from(value.max(0)) * i128::from(HEIGHT), top.into()) as i64;
    let column = |(idx, bar): (usize, &DayBar)| {
        let n_after = bars.len() - 1 - idx;
        Column {
            day: bar.day,
            x: idx as i64 * STEP + (STEP - BAR) / 2,
            height: bar.actual.map_or(0, place),
            tick: bar.target.map(|target| (HEIGHT - place(target)).min(HEIGHT - TICK)),
            is_last: n_after == 0,
            is_named: n_after.is_multiple_of(N_NAMED),
        }
    };
    bars.iter().enumerate().map(column).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_number_is_as_high_as_the_field() {
        let bar = |n: i32, actual: Option<i64>, target: Option<i64>| DayBar {
            day: Day::from_number(20_000 + n),
            actual,
            target,
        };
        let bars = [bar(0, Some(50), Some(100)), bar(1, None, Some(0)), bar(2, Some(200), None)];
        let places: Vec<_> =
            columns(&bars).iter().map(|one| (one.x, one.height, one.tick, one.is_named)).collect();
        let expected = [
            (8, 250, Some(500), false),
            (108, 0, Some(HEIGHT - TICK), false),
            (208, 1_000, None, true),
        ];
        assert_eq!(places, expected);
        assert!(columns(&[]).is_empty());
    }
}
