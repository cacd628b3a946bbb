//! Days as squares, a column a week: how much each brought, or how much of it is known.

use plotters_backend::DrawingBackend;

use crate::chart::days::hatch;
use crate::chart::frame::Size;
use crate::chart::measure::TextMeasure;
use crate::chart::pen::{Drawn, Pen, Side};
use crate::chart::svg;
use crate::chart::theme::{ChartTheme, LABEL_PX};

/// Where the squares begin: the names of the months stand above, those of the weekdays before.
const TOP: f64 = 18.0;
const LEFT: f64 = 26.0;
/// The largest square.
const MOST: f64 = 44.0;

/// What the chart shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatChart {
    /// The names of the rows, seven.
    pub rows: Vec<String>,
    /// A column each: the name above it, where a month begins in it.
    pub columns: Vec<String>,
    /// The days, in order.
    pub days: Vec<HeatDay>,
}

/// One day.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatDay {
    /// Its column.
    pub column: usize,
    /// Its row.
    pub row: usize,
    /// What it is called: `10月22日 周四`.
    pub name: String,
    /// What is to be said of it.
    pub words: String,
    /// How it is filled.
    pub shade: Shade,
    /// Whether it carries a mark: something of it was changed later.
    pub is_marked: bool,
}

/// How a square is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// The step of a value, 0 … 4.
    Step(u8),
    /// Hatched: nothing is known.
    Missing,
    /// Half filled: some of it is known.
    Part,
    /// Filled: all of it is known.
    Whole,
}

/// The step (0 … 4) of a value between the least and the most, by fifths of the values in their
/// order: a few days of an event do not make all others pale.
pub fn step_of(value: i64, sorted: &[i64]) -> u8 {
    let below = sorted.partition_point(|other| *other < value);
    (below * 5 / sorted.len().max(1)).min(4) as u8
}

/// Where things stand, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HeatFrame {
    /// The whole.
    pub size: Size,
    /// The width and height of a cell, its gap included.
    pub cell: (f64, f64),
}

impl HeatFrame {
    /// Lays a chart out in `size`.
    pub fn of(chart: &HeatChart, size: Size) -> Self {
        let n_columns = chart.columns.len().max(1) as f64;
        let n_rows = chart.rows.len().max(1) as f64;
        let width = ((size.width - LEFT) / n_columns).clamp(2.0, MOST);
        let height = ((size.height - TOP) / n_rows).clamp(2.0, MOST);
        Self { size, cell: (width, height) }
    }

    /// The upper left corner of a day.
    pub fn corner(&self, day: &HeatDay) -> (f64, f64) {
        let x = LEFT + day.column as f64 * self.cell.0;
        (x, TOP + day.row as f64 * self.cell.1)
    }

    /// The place of the day under a position.
    pub fn day_at(&self, chart: &HeatChart, (x, y): (f64, f64)) -> Option<usize> {
        chart.days.iter().position(|day| {
            let (left, top) = self.corner(day);
            (left..left + self.cell.0).contains(&x) && (top..top + self.cell.1).contains(&y)
        })
    }
}

/// Draws the chart.
///
/// # Errors
///
/// What the backend says; the drawing is then unfinished.
pub fn draw_heat<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    chart: &HeatChart,
    frame: &HeatFrame,
    theme: &ChartTheme,
    measure: &dyn TextMeasure,
) -> Drawn<B> {
    for (row, name) in chart.rows.iter().enumerate() {
        let y = TOP + (row as f64 + 0.5) * frame.cell.1;
        pen.label(name, (0.0, y), Side::Start, theme.label)?;
    }
    let mut free = 0.0;
    for (column, name) in chart.columns.iter().enumerate() {
        let x = LEFT + column as f64 * frame.cell.0;
        let end = x + measure.width(name, LABEL_PX);
        if !name.is_empty() && free <= x && end <= frame.size.width {
            pen.label(name, (x, 8.0), Side::Start, theme.label)?;
            free = end + 6.0;
        }
    }
    let gap = if frame.cell.0 < 8.0 { 1.0 } else { 3.0 };
    for day in &chart.days {
        let (x, y) = frame.corner(day);
        let to = (x + frame.cell.0 - gap, y + frame.cell.1 - gap);
        match day.shade {
            Shade::Step(step) => pen.fill((x, y), to, theme.heat[usize::from(step.min(4))])?,
            Shade::Whole => pen.fill((x, y), to, theme.actual_quiet)?,
            Shade::Part => {
                pen.fill((x, y), to, theme.forecast)?;
                pen.area(&[(x, to.1), to, (to.0, y)], theme.actual_quiet)?;
            }
            Shade::Missing => {
                let corners = [(x, y), (to.0, y), to, (x, to.1), (x, y)];
                hatch(pen, (x, y), to, theme.quiet)?;
                pen.path(&corners, 1.0, theme.line)?;
            }
        }
        if day.is_marked {
            let at = (to.0 - 4.0, y + 4.0);
            pen.dot(at, 3.4, theme.page)?;
            pen.dot(at, 2.4, theme.others[0])?;
        }
    }
    Ok(())
}

/// Draws the chart as a self-contained SVG document of `size` CSS pixels.
pub fn heat_svg(
    chart: &HeatChart,
    size: Size,
    theme: &ChartTheme,
    measure: &dyn TextMeasure,
) -> String {
    let frame = HeatFrame::of(chart, size);
    svg::document(size, theme, |pen| draw_heat(pen, chart, &frame, theme, measure))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::chart::measure::Estimate;

    fn chart(n: usize) -> HeatChart {
        let shades = [Shade::Step(3), Shade::Missing, Shade::Part, Shade::Whole];
        let days = (0..n).map(|idx| HeatDay {
            column: idx / 7,
            row: idx % 7,
            name: format!("{idx}"),
            words: String::new(),
            shade: shades[idx % 4],
            is_marked: idx % 5 == 0,
        });
        let rows = ["一", "二", "三", "四", "五", "六", "日"].map(str::to_owned).to_vec();
        HeatChart { rows, columns: vec!["10月".to_owned(); n.div_ceil(7)], days: days.collect() }
    }

    #[test]
    fn steps_are_fifths_of_the_days() {
        let sorted = [10, 20, 30, 40, 5_000];
        assert_eq!([10, 20, 30, 40, 5_000].map(|value| step_of(value, &sorted)), [0, 1, 2, 3, 4]);
        assert_eq!(step_of(7, &[]), 0);
        assert_eq!(step_of(5, &[5, 5, 5]), 0);
    }

    proptest! {
        #[test]
        fn every_day_is_found_where_it_stands(
            n in 0..400_usize, width in 280_u16..1_600, height in 120_u16..400,
        ) {
            let one = chart(n);
            let size = Size { width: width.into(), height: height.into() };
            let frame = HeatFrame::of(&one, size);
            for (place, day) in one.days.iter().enumerate() {
                let (x, y) = frame.corner(day);
                let middle = (x + frame.cell.0 / 2.0, y + frame.cell.1 / 2.0);
                prop_assert_eq!(frame.day_at(&one, middle), Some(place));
            }
            prop_assert_eq!(frame.day_at(&one, (1.0, 1.0)), None);
            let text = heat_svg(&one, size, &ChartTheme::DARK, &Estimate);
            prop_assert!(text.contains("</svg>") && !text.contains("NaN"));
        }
    }
}
