//! Figures over time: bars, stacked bars and lines of days or weeks, with events, notes and gaps.

mod draw;

use crate::chart::combo::{Axis, Band};
use crate::chart::frame::{GAP, Size};
use crate::chart::measure::TextMeasure;
use crate::chart::svg;
use crate::chart::theme::{ChartTheme, LABEL_PX};
use crate::chart::ticks::{tick_label, ticks, ticks_between};

pub use draw::draw_days;
pub(super) use draw::hatch;

/// What the chart shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DayChart {
    /// From left to right.
    pub slots: Vec<DaySlot>,
    /// The most important first.
    pub series: Vec<DaySeries>,
    /// The axis at the left; its caption is the unit.
    pub left: Axis,
    /// The axis at the right, where a series counts something else.
    pub right: Option<Axis>,
    /// Events, as runs of slots.
    pub bands: Vec<Band>,
    /// What was noted of a slot, in order.
    pub notes: Vec<(usize, String)>,
}

/// A day or a week.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DaySlot {
    /// Under the axis: `10-22`.
    pub tick: String,
    /// In the read-out and the table: `10月22日 周四`.
    pub name: String,
    /// Whether nothing is known of it: it is hatched.
    pub is_missing: bool,
}

/// One figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DaySeries {
    /// What it is called.
    pub name: String,
    /// How it is drawn.
    pub form: DayForm,
    /// Whether it is read from the axis at the right.
    pub is_right: bool,
    /// One a slot; `None` where there is no value.
    pub values: Vec<Option<i64>>,
    /// The values in words, with their unit; one a slot.
    pub words: Vec<String>,
}

/// How a series is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DayForm {
    /// Bars.
    #[default]
    Bars,
    /// Bars on top of each other, in the order of the series.
    Stack,
    /// A line that breaks where there is no value.
    Line,
    /// A dot a slot.
    Dots,
    /// A dashed line: what it was to be.
    Target,
    /// A quiet dotted line: what it was before.
    Earlier,
}

impl DayForm {
    /// The key of its sign in the legend.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Bars | Self::Stack => "bars",
            Self::Line => "line",
            Self::Dots => "dots",
            Self::Target => "target",
            Self::Earlier => "earlier",
        }
    }
}

/// Where the parts of the chart stand, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct DayFrame {
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
    /// Values of the axis at the left, rising.
    pub left_ticks: Vec<i64>,
    /// Values of the axis at the right, rising; empty without one.
    pub right_ticks: Vec<i64>,
}

impl DayFrame {
    /// Lays a chart out in `size`.
    pub fn of(chart: &DayChart, size: Size, measure: &dyn TextMeasure) -> Self {
        let n_most = if size.height < 220.0 { 3 } else { 5 };
        let left_ticks = axis_ticks(chart, false, n_most);
        let right_ticks =
            if chart.right.is_some() { axis_ticks(chart, true, n_most) } else { Vec::new() };
        let area = |values: &[i64], axis: Option<&Axis>| {
            let divisor = axis.map_or(1, |axis| axis.divisor);
            let widest = values
                .iter()
                .map(|&value| measure.width(&tick_label(value, divisor), LABEL_PX))
                .fold(0.0, f64::max);
            if values.is_empty() { 4.0 } else { (widest + GAP + 2.0).ceil() }
        };
        let left = area(&left_ticks, Some(&chart.left));
        let right = size.width - area(&right_ticks, chart.right.as_ref());
        Self {
            size,
            left,
            right: right.max(left + 1.0),
            top: 36.0,
            bottom: (size.height - 22.0).max(37.0),
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

    /// The left edge of a slot; of the number of slots the right edge of the plot.
    pub fn edge(&self, slot: usize) -> f64 {
        self.left + slot as f64 * self.slot_width()
    }

    /// The height of a value.
    pub fn y(&self, value: i64, is_right: bool) -> f64 {
        let ticks = if is_right { &self.right_ticks } else { &self.left_ticks };
        let low = ticks.first().copied().unwrap_or(0) as f64;
        let high = ticks.last().copied().unwrap_or(1) as f64;
        let share = (value as f64 - low) / (high - low).max(1.0);
        self.bottom - share * (self.bottom - self.top)
    }

    /// The slot at a horizontal position, the nearest one beyond the plot.
    pub fn slot_near(&self, x: f64) -> usize {
        let place = ((x - self.left) / self.slot_width()).floor().max(0.0) as usize;
        place.min(self.n_slots - 1)
    }
}

/// Values of an axis. Bars begin at zero; lines that stay close together are shown by themselves.
fn axis_ticks(chart: &DayChart, is_right: bool, n_most: usize) -> Vec<i64> {
    let own = || chart.series.iter().filter(move |series| series.is_right == is_right);
    let divisor = if is_right {
        chart.right.as_ref().map_or(1, |axis| axis.divisor)
    } else {
        chart.left.divisor
    };
    let is_bar = |series: &&DaySeries| matches!(series.form, DayForm::Bars | DayForm::Stack);
    let plain = own().filter(|series| series.form != DayForm::Stack);
    let (mut low, mut high) = (None::<i64>, None::<i64>);
    let stacks = (0..chart.slots.len()).map(|slot| stack_top(chart, slot, chart.series.len()));
    let stacks: Vec<i64> = if is_right { Vec::new() } else { stacks.collect() };
    let has_stack = own().any(|series| series.form == DayForm::Stack);
    let stacks = stacks.into_iter().filter(|_| has_stack);
    for value in plain.flat_map(|series| series.values.iter().copied().flatten()).chain(stacks) {
        low = Some(low.map_or(value, |low| low.min(value)));
        high = Some(high.map_or(value, |high| high.max(value)));
    }
    let (low, high) = (low.unwrap_or(0), high.unwrap_or(0));
    let has_bars = own().any(|series| is_bar(&series));
    if !has_bars && 0 < low && high / 2 < low {
        ticks_between(low, high, divisor, n_most)
    } else {
        ticks(low, high, divisor, n_most)
    }
}

/// What the stacked series before place `until` come to in a slot. Only what is above 0 stacks.
fn stack_top(chart: &DayChart, slot: usize, until: usize) -> i64 {
    let stacked = chart.series[..until].iter().filter(|series| series.form == DayForm::Stack);
    let values = stacked.filter_map(|series| series.values.get(slot).copied().flatten());
    values.fold(0, |sum, value| sum.saturating_add(value.max(0)))
}

/// Draws the chart as a self-contained SVG document of `size` CSS pixels.
pub fn days_svg(
    chart: &DayChart,
    size: Size,
    theme: &ChartTheme,
    measure: &dyn TextMeasure,
) -> String {
    let frame = DayFrame::of(chart, size, measure);
    svg::document(size, theme, |pen| draw_days(pen, chart, &frame, theme, measure))
}

#[cfg(test)]
mod tests;
