//! What changed between two values of a measure.

use serde::{Deserialize, Serialize};

use crate::base::money::div_round;
use crate::facts::measure::Measure;
use crate::facts::metric::Direction;

/// What a period is held against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// 上期.
    #[default]
    Previous,
    /// 上周同日.
    Weekday,
    /// 去年同日.
    Year,
    /// 去年同事件日.
    Event,
    /// Nothing.
    Off,
}

impl Basis {
    /// In the order of a picker.
    pub const ALL: [Self; 5] = [Self::Previous, Self::Weekday, Self::Year, Self::Event, Self::Off];
}

/// How a value moved from an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// (now − then) ÷ |then| in basis points, rounded half away from zero.
    Relative(i64),
    /// now − then of two percentages, in basis points: 47 is 0.47 percentage points.
    Points(i64),
    /// From 0 to something: there is no percentage of nothing.
    New,
}

impl Change {
    /// Up, down or neither: 1, −1, 0. What is new is up, unless it is below 0.
    pub fn sign(self, now: i64) -> i64 {
        match self {
            Self::Relative(by) | Self::Points(by) => by.signum(),
            Self::New => now.signum(),
        }
    }
}

/// How `now` moved from `then`; `None` where one of them is not known.
pub fn change(measure: &Measure, now: Option<i64>, then: Option<i64>) -> Option<Change> {
    let (now, then) = (now?, then?);
    if measure.is_rate() {
        return Some(Change::Points(now.saturating_sub(then)));
    }
    if then == 0 {
        return Some(if now == 0 { Change::Relative(0) } else { Change::New });
    }
    let by = (i128::from(now) - i128::from(then)) * 10_000;
    let by = div_round(by, i128::from(then).abs());
    Some(Change::Relative(i64::try_from(by).unwrap_or(if by < 0 { i64::MIN } else { i64::MAX })))
}

/// Whether a move up (1) or down (−1) is good (1), bad (−1) or neither (0).
pub fn goodness(direction: Direction, sign: i64) -> i64 {
    match direction {
        Direction::Up => sign.signum(),
        Direction::Down => -sign.signum(),
        Direction::Neutral => 0,
    }
}
