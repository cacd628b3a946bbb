//! Daily bars and cumulative lines of actual and target: the data of the goals' chart.

use crate::base::span::Span;

/// What the chart of a period shows. Slots are days (or months) from left to right; amounts are
/// in one unit (分 or 件).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ComboChart {
    /// One a slot, in order.
    pub slots: Vec<Slot>,
    /// Events, as runs of slots.
    pub bands: Vec<Band>,
    /// Where the period is likely to end: low, middle, high, as cumulative amounts.
    pub forecast: Option<[i64; 3]>,
    /// The axis of the bars.
    pub left: Axis,
    /// The axis of the cumulative lines.
    pub right: Axis,
    /// Direct labels.
    pub labels: Labels,
}

/// One day or month.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slot {
    /// Under the axis: `22`.
    pub tick: String,
    /// In the read-out and the table: `10月22日 周四`.
    pub name: String,
    /// What happened; `None` where no file says it.
    pub actual: Option<i64>,
    /// What was planned.
    pub target: i64,
    /// Whether the target was typed.
    pub is_locked: bool,
    /// Whether the slot is over: a past slot without a value is missing, a coming one is not.
    pub is_past: bool,
    /// Whether this is the slot in question (yesterday, the current month).
    pub is_current: bool,
}

/// An event as a run of slots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// The first slot.
    pub from: usize,
    /// The last slot.
    pub to: usize,
    /// What it is called.
    pub name: String,
}

/// What an axis counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// What one unit of its labels is worth: 1,000,000 分 for 万元.
    pub divisor: i64,
    /// Under the axis: `左轴：每日（万元）`.
    pub caption: String,
}

impl Default for Axis {
    fn default() -> Self {
        Self { divisor: 1, caption: String::new() }
    }
}

/// Labels that stand beside the lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// At the last cumulative actual: `累计 8.26 万`.
    pub actual: String,
    /// At the end of the cumulative target: `目标 13.26 万`.
    pub target: String,
    /// At the end of the forecast: `预测 12.9–14.0 万`.
    pub forecast: String,
}

/// A group of strokes that the legend switches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Series {
    /// Bars.
    Actual,
    /// Ticks on the bars.
    Target,
    /// Solid line.
    TotalActual,
    /// Dashed line.
    TotalTarget,
    /// Band.
    Forecast,
}

impl Series {
    /// In the order of the legend.
    pub const ALL: [Self; 5] =
        [Self::Actual, Self::Target, Self::TotalActual, Self::TotalTarget, Self::Forecast];
}

/// Which series are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown([bool; 5]);

impl Default for Shown {
    fn default() -> Self {
        Self([true; 5])
    }
}

impl Shown {
    /// Whether a series is drawn.
    pub fn has(self, series: Series) -> bool {
        self.0[series as usize]
    }

    /// With one series switched.
    pub fn toggled(mut self, series: Series) -> Self {
        self.0[series as usize] ^= true;
        self
    }
}

/// The actuals that are there as runs of cumulative amounts: (slot, total).
///
/// The total of a slot counts every value up to it; a missing slot breaks nothing, the line goes
/// on with what is known.
pub fn cumulative_actual(slots: &[Slot]) -> Vec<(usize, i64)> {
    let mut total = 0_i64;
    slots
        .iter()
        .enumerate()
        .filter_map(|(idx, slot)| {
            total = total.saturating_add(slot.actual?);
            Some((idx, total))
        })
        .collect()
}

/// The targets, added up slot by slot.
pub fn cumulative_target(slots: &[Slot]) -> Vec<i64> {
    slots
        .iter()
        .scan(0_i64, |total, slot| {
            *total = total.saturating_add(slot.target);
            Some(*total)
        })
        .collect()
}

/// The run of slots that the days of `event` take in a chart of the days of `shown`.
pub fn band(event: Span, shown: Span, name: String) -> Option<Band> {
    let part = event.overlap(shown)?;
    let slot = |day| (day - shown.from()) as usize;
    Some(Band { from: slot(part.from()), to: slot(part.to()), name })
}
