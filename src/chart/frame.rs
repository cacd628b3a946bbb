//! Where things stand: the plot and the areas of its labels, measured from the labels.

use crate::chart::combo::{ComboChart, cumulative_actual, cumulative_target};
use crate::chart::measure::TextMeasure;
use crate::chart::theme::LABEL_PX;
use crate::chart::ticks::{tick_label, ticks};

/// The size of a chart in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// Where the parts of a chart stand, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// The whole.
    pub size: Size,
    /// The left edge of the plot.
    pub left: f64,
    /// The right edge of the plot.
    pub right: f64,
    /// The upper edge of the plot.
    pub top: f64,
    /// The lower edge of the plot.
    pub bottom: f64,
    /// How many slots share the width.
    pub n_slots: usize,
    /// Values of the left axis.
    pub left_ticks: Vec<i64>,
    /// Values of the right axis.
    pub right_ticks: Vec<i64>,
}

/// Between a label and what it belongs to.
pub const GAP: f64 = 6.0;

impl Frame {
    /// Lays a chart out in `size`.
    pub fn of(chart: &ComboChart, size: Size, measure: &dyn TextMeasure) -> Self {
        let amounts = || chart.slots.iter().flat_map(|slot| [slot.actual, Some(slot.target)]);
        let max = amounts().flatten().max().unwrap_or(0);
        let min = amounts().flatten().min().unwrap_or(0);
        let totals = cumulative_actual(&chart.slots);
        let ends = totals.iter().map(|total| total.1);
        let targets = cumulative_target(&chart.slots);
        let forecast = chart.forecast.into_iter().flatten();
        let right_max = ends.clone().chain(targets).chain(forecast).max().unwrap_or(0);
        let right_min = ends.min().unwrap_or(0);

        let n_most = if size.height < 220.0 { 3 } else { 5 };
        let left_ticks = ticks(min, max, chart.left.divisor, n_most);
        let right_ticks = ticks(right_min, right_max, chart.right.divisor, n_most);
        let area = |values: &[i64], divisor| {
            let widest = values
                .iter()
                .map(|&value| measure.width(&tick_label(value, divisor), LABEL_PX))
                .fold(0.0, f64::max);
            (widest + GAP + 2.0).ceil()
        };
        let left = area(&left_ticks, chart.left.divisor);
        let right = size.width - area(&right_ticks, chart.right.divisor);
        Self {
            size,
            left,
            right: right.max(left + 1.0),
            top: 22.0,
            bottom: (size.height - 40.0).max(23.0),
            n_slots: chart.slots.len().max(1),
            left_ticks,
            right_ticks,
        }
    }

    /// The width of a slot.
    pub fn slot_width(&self) -> f64 {
        (self.right - self.left) / self.n_slots as f64
    }

    /// The middle of a slot.
    pub fn x(&self, slot: usize) -> f64 {
        self.left + (slot as f64 + 0.5) * self.slot_width()
    }

    /// The left edge of a slot.
    pub fn edge(&self, slot: usize) -> f64 {
        self.left + slot as f64 * self.slot_width()
    }

    /// The height of an amount on the left axis.
    pub fn y_left(&self, value: i64) -> f64 {
        self.y(value, &self.left_ticks)
    }

    /// The height of an amount on the right axis.
    pub fn y_right(&self, value: i64) -> f64 {
        self.y(value, &self.right_ticks)
    }

    fn y(&self, value: i64, ticks: &[i64]) -> f64 {
        let low = ticks.first().copied().unwrap_or(0) as f64;
        let high = ticks.last().copied().unwrap_or(1) as f64;
        let share = (value as f64 - low) / (high - low).max(1.0);
        self.bottom - share * (self.bottom - self.top)
    }

    /// The slot under a horizontal position; `None` outside of the plot.
    pub fn slot_at(&self, x: f64) -> Option<usize> {
        if x < self.left || self.right < x {
            return None;
        }
        Some((((x - self.left) / self.slot_width()) as usize).min(self.n_slots - 1))
    }

    /// Every how many slots a label fits under the axis.
    pub fn label_step(&self, widest: f64) -> usize {
        const STEPS: [usize; 10] = [1, 2, 3, 5, 7, 10, 14, 31, 61, 92];
        let fits = |step: &&usize| widest + 10.0 <= **step as f64 * self.slot_width();
        STEPS.iter().find(fits).copied().unwrap_or(self.n_slots.max(1))
    }
}
