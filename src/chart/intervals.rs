//! Intervals under each other: what was measured as a dot, how sure it is as a bar.

use plotters_backend::DrawingBackend;

use crate::chart::frame::Size;
use crate::chart::measure::TextMeasure;
use crate::chart::pen::{Drawn, Pen, Side};
use crate::chart::svg;
use crate::chart::theme::{ChartTheme, LABEL_PX, Rgb};
use crate::chart::ticks::{tick_label, ticks_between};

/// What one unit of the axis is in millionths: a percent.
const PERCENT: i64 = 10_000;
/// … and a multiple.
const TIMES: i64 = 1_000_000;
/// The height of a line.
const LINE: f64 = 44.0;
/// Room over the first line, and for the axis under the last one.
const TOP: f64 = 10.0;
const FOOT: f64 = 26.0;
/// Between words and what they belong to.
const GAP: f64 = 10.0;

/// What the chart shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntervalChart {
    /// From above.
    pub rows: Vec<IntervalRow>,
    /// The value of a dashed line across all, in millionths.
    pub reference: Option<i64>,
    /// Whether the values are multiples (returns: 2.5) and not percentages.
    pub is_times: bool,
}

impl IntervalChart {
    /// What one unit of the axis is, in millionths.
    fn unit(&self) -> i64 {
        if self.is_times { TIMES } else { PERCENT }
    }
}

/// One of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntervalRow {
    /// What it is called.
    pub name: String,
    /// What was measured, and its interval from low to high, in millionths.
    pub value: i64,
    /// The lower end.
    pub low: i64,
    /// The upper end.
    pub high: i64,
    /// What was measured, in words.
    pub words: String,
    /// Whether it stands out.
    pub is_leader: bool,
}

/// Where the parts stand, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct IntervalFrame {
    size: Size,
    left: f64,
    right: f64,
    ticks: Vec<i64>,
    /// The names as far as there is room.
    names: Vec<String>,
}

/// How high the chart is with so many rows.
pub fn height(n_rows: usize) -> f64 {
    TOP + LINE * n_rows.max(1) as f64 + FOOT
}

impl IntervalFrame {
    /// Lays a chart out in `size`.
    pub fn of(chart: &IntervalChart, size: Size, measure: &dyn TextMeasure) -> Self {
        let most = size.width * 0.3;
        let names: Vec<String> =
            chart.rows.iter().map(|row| cut(&row.name, most, measure)).collect();
        let widest = |texts: &mut dyn Iterator<Item = &str>| {
            texts.map(|text| measure.width(text, LABEL_PX)).fold(0.0, f64::max)
        };
        let left = widest(&mut names.iter().map(String::as_str)) + GAP;
        let words = widest(&mut chart.rows.iter().map(|row| row.words.as_str())) + GAP;
        let lows = chart.rows.iter().map(|row| row.low).chain(chart.reference);
        let highs = chart.rows.iter().map(|row| row.high).chain(chart.reference);
        let (low, high) = (lows.min().unwrap_or(0), highs.max().unwrap_or(chart.unit()));
        let right = (size.width - words).max(left + 20.0);
        let n_most = if right - left < 360.0 { 3 } else { 6 };
        Self { size, left, right, ticks: ticks_between(low, high, chart.unit(), n_most), names }
    }

    /// Where a value stands across.
    pub fn x(&self, value: i64) -> f64 {
        let low = self.ticks.first().copied().unwrap_or(0) as f64;
        let high = self.ticks.last().copied().unwrap_or(1) as f64;
        let share = ((value as f64 - low) / (high - low).max(1.0)).clamp(0.0, 1.0);
        self.left + share * (self.right - self.left)
    }

    /// The middle of a row.
    pub fn y(&self, row: usize) -> f64 {
        let n_rows = self.names.len().max(1) as f64;
        let line = (self.size.height - TOP - FOOT) / n_rows;
        TOP + line * (row as f64 + 0.5)
    }

    /// The row under a height; `None` outside of all.
    pub fn row_at(&self, y: f64) -> Option<usize> {
        let n_rows = self.names.len();
        let line = (self.size.height - TOP - FOOT) / n_rows.max(1) as f64;
        let row = (y - TOP) / line.max(1.0);
        (0.0 <= row && row < n_rows as f64).then_some(row as usize)
    }
}

/// A name that is no wider than `most`; what is cut off ends in dots.
fn cut(name: &str, most: f64, measure: &dyn TextMeasure) -> String {
    if measure.width(name, LABEL_PX) <= most {
        return name.to_owned();
    }
    let mut short = name.to_owned();
    while short.pop().is_some() && most < measure.width(&format!("{short}…"), LABEL_PX) {}
    format!("{short}…")
}

/// Draws a chart that is laid out.
///
/// # Errors
///
/// What the backend says.
pub fn draw_intervals<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    chart: &IntervalChart,
    frame: &IntervalFrame,
    theme: &ChartTheme,
) -> Drawn<B> {
    let bottom = frame.size.height - FOOT;
    for tick in &frame.ticks {
        let x = frame.x(*tick);
        pen.line((x, TOP), (x, bottom), 1.0, theme.grid)?;
        let label = match chart.is_times {
            true => tick_label(*tick, TIMES),
            false => format!("{}%", tick_label(*tick, PERCENT)),
        };
        pen.label(&label, (x, bottom + 13.0), Side::Middle, theme.label)?;
    }
    if let Some(reference) = chart.reference {
        let x = frame.x(reference);
        pen.dashes(&[(x, TOP), (x, bottom)], (4.0, 3.0), 1.0, theme.quiet)?;
    }
    for (idx, row) in chart.rows.iter().enumerate() {
        let y = frame.y(idx);
        let color = if row.is_leader { theme.actual } else { theme.quiet };
        let name = frame.names.get(idx).map_or("", String::as_str);
        pen.label(name, (frame.left - GAP, y), Side::End, theme.text)?;
        bar(pen, frame, row, y, color, theme)?;
        pen.text(
            &row.words,
            (frame.size.width, y),
            LABEL_PX,
            row.is_leader,
            Side::End,
            theme.text,
        )?;
    }
    Ok(())
}

fn bar<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    frame: &IntervalFrame,
    row: &IntervalRow,
    y: f64,
    color: Rgb,
    theme: &ChartTheme,
) -> Drawn<B> {
    let (low, high, at) = (frame.x(row.low), frame.x(row.high), frame.x(row.value));
    let band = if row.is_leader { theme.forecast } else { theme.grid };
    pen.fill((low, y - 7.0), (high, y + 7.0), band)?;
    for end in [low, high] {
        pen.line((end, y - 7.0), (end, y + 7.0), 1.5, color)?;
    }
    pen.line((low, y), (high, y), 1.5, color)?;
    pen.dot((at, y), 6.5, theme.page)?;
    pen.dot((at, y), 5.0, color)
}

/// Draws a chart as a self-contained SVG document of `size` CSS pixels.
pub fn intervals_svg(
    chart: &IntervalChart,
    size: Size,
    theme: &ChartTheme,
    measure: &dyn TextMeasure,
) -> String {
    let frame = IntervalFrame::of(chart, size, measure);
    svg::document(size, theme, |pen| draw_intervals(pen, chart, &frame, theme))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::chart::measure::Estimate;

    const SIZE: Size = Size { width: 640.0, height: 160.0 };

    fn row(name: &str, low: i64, value: i64, high: i64) -> IntervalRow {
        let words = format!("{value}");
        IntervalRow { name: name.to_owned(), value, low, high, words, is_leader: false }
    }

    #[test]
    fn a_chart_has_its_names_values_and_axis() {
        let chart = IntervalChart {
            rows: vec![
                row("白底图", 13_000, 20_000, 31_000),
                row("场景图", 29_000, 40_000, 54_000),
            ],
            reference: Some(20_000),
            is_times: false,
        };
        let text = intervals_svg(&chart, SIZE, &ChartTheme::LIGHT, &Estimate);
        for words in ["白底图", "场景图", "40000", "2%"] {
            assert!(text.contains(words), "{words}");
        }
        let frame = IntervalFrame::of(&chart, SIZE, &Estimate);
        assert_eq!(frame.row_at(frame.y(1)), Some(1));
        assert_eq!((frame.row_at(-1.0), frame.row_at(SIZE.height)), (None, None));
    }

    #[test]
    fn a_long_name_ends_in_dots() {
        // 11 px a character.
        assert_eq!(cut("一二三四五六", 45.0, &Estimate), "一二三…");
        assert_eq!(cut("一二", 45.0, &Estimate), "一二");
    }

    proptest! {
        #[test]
        fn every_bar_lies_within_the_plot(
            rows in prop::collection::vec((0_i64..900_000, 0_i64..90_000, 0_i64..90_000), 0..6),
            width in 200.0..1_600.0_f64,
        ) {
            let rows: Vec<_> =
                rows.into_iter().map(|(low, a, b)| row("名字", low, low + a, low + a + b)).collect();
            let chart = IntervalChart { rows, reference: None, is_times: false };
            let size = Size { width, height: height(chart.rows.len()) };
            let frame = IntervalFrame::of(&chart, size, &Estimate);
            for row in &chart.rows {
                let xs = [row.low, row.value, row.high].map(|value| frame.x(value));
                prop_assert!(xs.is_sorted() && frame.left <= xs[0] && xs[2] <= frame.right);
            }
            let text = intervals_svg(&chart, size, &ChartTheme::DARK, &Estimate);
            prop_assert!(text.contains("</svg>") && !text.contains("NaN"));
        }
    }
}
