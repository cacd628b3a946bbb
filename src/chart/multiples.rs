//! Small charts side by side: one figure by day, told apart, all on one scale so that heights can
//! be compared.

use plotters_backend::DrawingBackend;

use crate::chart::combo::Axis;
use crate::chart::ends::shortened;
use crate::chart::frame::{GAP, Size};
use crate::chart::measure::TextMeasure;
use crate::chart::pen::{Drawn, Pen, Point, Side};
use crate::chart::svg;
use crate::chart::theme::{ChartTheme, LABEL_PX};
use crate::chart::ticks::{tick_label, ticks};

/// What the name of a small chart takes above it.
const HEAD: f64 = 22.0;
/// What the days take under the last row, and the caption with them.
const FOOT: f64 = 30.0;
/// Between two rows.
const ROW_GAP: f64 = 8.0;
/// Between two columns.
const COLUMN_GAP: f64 = 20.0;

/// What the charts show.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MultiplesChart {
    /// The days: under the axis, and in full.
    pub slots: Vec<(String, String)>,
    /// One small chart each, the largest first.
    pub cells: Vec<MultiplesCell>,
    /// How the values are counted.
    pub axis: Axis,
    /// The head of the table's first column.
    pub head: String,
}

/// One small chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MultiplesCell {
    /// Of what.
    pub name: String,
    /// What it comes to, with its unit.
    pub total: String,
    /// One a day; `None` where there is no value.
    pub values: Vec<Option<i64>>,
    /// The values in words, with their unit.
    pub words: Vec<String>,
}

/// Where things stand, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct MultiplesFrame {
    /// The whole.
    pub size: Size,
    /// How many stand side by side.
    pub n_columns: usize,
    /// How many days share the width of each.
    pub n_slots: usize,
    /// Values of the axis, rising; the same in each.
    pub ticks: Vec<i64>,
    /// Where the first column begins; values of the axis stand before it.
    left: f64,
    /// The width of a small chart.
    width: f64,
    /// The height of a small chart with its name.
    row: f64,
}

/// How many small charts stand side by side in a width. The style sheet has the same limits.
pub const fn n_columns(width: f64) -> usize {
    if width < 560.0 {
        2
    } else if width < 860.0 {
        3
    } else {
        4
    }
}

/// How many rows so many small charts take.
pub const fn n_rows(n_cells: usize, n_columns: usize) -> usize {
    let rows = n_cells.div_ceil(n_columns);
    if rows == 0 { 1 } else { rows }
}

impl MultiplesFrame {
    /// Lays the charts out in `size`.
    pub fn of(chart: &MultiplesChart, size: Size, measure: &dyn TextMeasure) -> Self {
        let values = || chart.cells.iter().flat_map(|cell| cell.values.iter().copied().flatten());
        let (min, max) = (values().min().unwrap_or(0), values().max().unwrap_or(0));
        let ticks = ticks(min, max, chart.axis.divisor, 2);
        let widest = ticks
            .iter()
            .map(|&value| measure.width(&tick_label(value, chart.axis.divisor), LABEL_PX))
            .fold(0.0, f64::max);
        let columns = n_columns(size.width);
        let left = (widest + GAP).ceil();
        let gaps = COLUMN_GAP * (columns - 1) as f64;
        let rows = n_rows(chart.cells.len(), columns);
        Self {
            size,
            n_columns: columns,
            n_slots: chart.slots.len(),
            ticks,
            left,
            width: ((size.width - left - gaps - 2.0) / columns as f64).max(8.0),
            row: ((size.height - FOOT) / rows as f64).max(HEAD + ROW_GAP + 8.0),
        }
    }

    /// The left edge, the upper edge of the plot and its lower edge, of the small chart at a place.
    pub fn cell(&self, place: usize) -> (f64, f64, f64) {
        let (row, column) = (place / self.n_columns, place % self.n_columns);
        let x = self.left + (self.width + COLUMN_GAP) * column as f64;
        let top = self.row * row as f64;
        (x, top + HEAD, top + self.row - ROW_GAP)
    }

    /// The width of a small chart.
    pub const fn width(&self) -> f64 {
        self.width
    }

    /// Where a day stands in a small chart that begins at `left`; a single day in its middle.
    pub fn x(&self, left: f64, slot: usize) -> f64 {
        match self.n_slots {
            0 | 1 => left + self.width / 2.0,
            n => left + self.width * slot as f64 / (n - 1) as f64,
        }
    }

    /// The height of a value between two edges.
    pub fn y(&self, (top, bottom): (f64, f64), value: i64) -> f64 {
        let low = self.ticks.first().copied().unwrap_or(0) as f64;
        let high = self.ticks.last().copied().unwrap_or(1) as f64;
        bottom - (value as f64 - low) / (high - low).max(1.0) * (bottom - top)
    }

    /// The day that is nearest to a horizontal position, in whichever small chart it lies.
    pub fn slot_at(&self, x: f64) -> Option<usize> {
        let last = self.n_slots.checked_sub(1)?;
        let step = self.width + COLUMN_GAP;
        let column = ((x - self.left + COLUMN_GAP / 2.0) / step).floor();
        let column = column.clamp(0.0, (self.n_columns - 1) as f64);
        let share = (x - self.left - step * column) / self.width;
        Some((share.clamp(0.0, 1.0) * last as f64).round() as usize)
    }
}

/// Draws every small chart; the day under the cursor is marked in each, and its value stands where
/// the sum stood.
///
/// # Errors
///
/// What the backend says; the drawing is then unfinished.
pub fn draw_multiples<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    chart: &MultiplesChart,
    frame: &MultiplesFrame,
    cursor: Option<usize>,
    (theme, measure): (&ChartTheme, &dyn TextMeasure),
) -> Drawn<B> {
    for (place, cell) in chart.cells.iter().enumerate() {
        let (left, top, bottom) = frame.cell(place);
        let right = left + frame.width;
        let value = cursor.map_or(Some(&cell.total), |slot| cell.words.get(slot));
        let value = value.map_or("", String::as_str);
        let room = frame.width - measure.width(value, LABEL_PX) * 1.1 - GAP;
        let name = shortened(&cell.name, room.max(12.0), measure);
        pen.text(&name, (left, top - 11.0), LABEL_PX, false, Side::Start, theme.label)?;
        pen.text(value, (right, top - 11.0), LABEL_PX, true, Side::End, theme.text)?;
        for (idx, &tick) in frame.ticks.iter().enumerate() {
            let y = frame.y((top, bottom), tick).round() - 0.5;
            let color = if tick == 0 { theme.line } else { theme.grid };
            pen.line((left, y), (right, y), 1.0, color)?;
            if place % frame.n_columns == 0 && (idx == 0 || idx + 1 == frame.ticks.len()) {
                let text = tick_label(tick, chart.axis.divisor);
                pen.label(&text, (left - GAP, y), Side::End, theme.label)?;
            }
        }
        line(pen, cell, frame, place, theme)?;
        if let Some(slot) = cursor {
            let x = frame.x(left, slot).round() - 0.5;
            pen.line((x, top), (x, bottom), 1.0, theme.line)?;
            if let Some(value) = cell.values.get(slot).copied().flatten() {
                let at = (frame.x(left, slot), frame.y((top, bottom), value));
                pen.dot(at, 3.0, theme.actual)?;
            }
        }
        // The days stand under the last small chart of each column.
        if chart.cells.len() <= place + frame.n_columns {
            draw_days(pen, chart, frame, (left, right, bottom), cursor, theme)?;
        }
    }
    let foot = (frame.size.width - 2.0, frame.size.height - 8.0);
    pen.label(&chart.axis.caption, foot, Side::End, theme.label)
}

fn draw_days<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    chart: &MultiplesChart,
    frame: &MultiplesFrame,
    (left, right, bottom): (f64, f64, f64),
    cursor: Option<usize>,
    theme: &ChartTheme,
) -> Drawn<B> {
    let y = bottom + 10.0;
    let tick = |slot: usize| chart.slots.get(slot).map_or("", |slot| slot.0.as_str());
    match cursor {
        Some(slot) => {
            let share = (frame.x(left, slot) - left) / frame.width;
            let side = match share {
                share if share < 0.25 => Side::Start,
                share if share > 0.75 => Side::End,
                _ => Side::Middle,
            };
            pen.label(tick(slot), (frame.x(left, slot), y), side, theme.text)
        }
        None => {
            pen.label(tick(0), (left, y), Side::Start, theme.label)?;
            let last = chart.slots.len().saturating_sub(1);
            if last == 0 {
                Ok(())
            } else {
                pen.label(tick(last), (right, y), Side::End, theme.label)
            }
        }
    }
}

/// The line of a small chart, broken where there is no value; a value between two gaps is a dot.
fn line<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    cell: &MultiplesCell,
    frame: &MultiplesFrame,
    place: usize,
    theme: &ChartTheme,
) -> Drawn<B> {
    let (left, top, bottom) = frame.cell(place);
    for run in runs(&cell.values) {
        let points: Vec<Point> = run
            .filter_map(|slot| {
                let value = cell.values.get(slot).copied().flatten()?;
                Some((frame.x(left, slot), frame.y((top, bottom), value)))
            })
            .collect();
        match points[..] {
            [only] => pen.dot(only, 1.5, theme.actual)?,
            _ => pen.path(&points, 1.5, theme.actual)?,
        }
    }
    Ok(())
}

/// The runs of days that have values.
fn runs(values: &[Option<i64>]) -> Vec<std::ops::Range<usize>> {
    let mut runs = Vec::new();
    let mut from = None;
    for (slot, value) in values.iter().enumerate() {
        match (value, from) {
            (Some(_), None) => from = Some(slot),
            (None, Some(first)) => {
                runs.push(first..slot);
                from = None;
            }
            _ => {}
        }
    }
    runs.extend(from.map(|first| first..values.len()));
    runs
}

/// Draws the charts as a self-contained SVG document of `size` CSS pixels.
pub fn multiples_svg(
    chart: &MultiplesChart,
    size: Size,
    theme: &ChartTheme,
    measure: &dyn TextMeasure,
) -> String {
    let frame = MultiplesFrame::of(chart, size, measure);
    svg::document(size, theme, |pen| draw_multiples(pen, chart, &frame, None, (theme, measure)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::chart::measure::Estimate;

    fn chart(cells: Vec<Vec<Option<i64>>>) -> MultiplesChart {
        let n = cells.iter().map(Vec::len).max().unwrap_or(0);
        let cell = |values: Vec<Option<i64>>| MultiplesCell {
            name: "月光镜面双层首饰盒".to_owned(),
            total: "¥128.00".to_owned(),
            words: values.iter().map(|value| format!("{value:?}")).collect(),
            values,
        };
        MultiplesChart {
            slots: (0..n).map(|day| (format!("10-{day:02}"), format!("10月{day}日"))).collect(),
            cells: cells.into_iter().map(cell).collect(),
            axis: Axis { divisor: 100, caption: "元".to_owned() },
            head: "日期".to_owned(),
        }
    }

    #[test]
    fn all_stand_on_one_scale() {
        let chart = chart(vec![vec![Some(100), Some(900)], vec![Some(50), Some(100)]]);
        let size = Size { width: 900.0, height: 200.0 };
        let frame = MultiplesFrame::of(&chart, size, &Estimate);
        assert_eq!((frame.n_columns, frame.ticks.first()), (4, Some(&0)));
        let at = |place: usize, value| {
            let (_, top, bottom) = frame.cell(place);
            frame.y((top, bottom), value)
        };
        assert!((at(0, 100) - at(1, 100)).abs() < 1e-9);
    }

    #[test]
    fn a_gap_breaks_the_line() {
        let found = runs(&[None, Some(1), Some(2), None, Some(3)]);
        assert_eq!(found, [1..3, 4..5]);
        assert!(runs(&[None, None]).is_empty());
    }

    #[test]
    fn nothing_and_a_single_day_still_draw() {
        let size = Size { width: 340.0, height: 400.0 };
        for one in [chart(vec![]), chart(vec![vec![Some(0)]]), chart(vec![vec![]])] {
            let text = multiples_svg(&one, size, &ChartTheme::DARK, &Estimate);
            assert!(text.contains("</svg>") && !text.contains("NaN"), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_value_stays_in_its_own_chart(
            cells in prop::collection::vec(
                prop::collection::vec(prop::option::of(-900_000_i64..2_000_000), 1..60), 1..13,
            ),
            width in 280_u16..1_600, height in 240_u16..900,
        ) {
            let chart = chart(cells);
            let size = Size { width: width.into(), height: height.into() };
            let frame = MultiplesFrame::of(&chart, size, &Estimate);
            for (place, cell) in chart.cells.iter().enumerate() {
                let (left, top, bottom) = frame.cell(place);
                prop_assert!(0.0 <= left && left + frame.width() <= size.width + 1e-6);
                for (slot, value) in cell.values.iter().enumerate() {
                    let x = frame.x(left, slot);
                    prop_assert!(left <= x && x <= left + frame.width() + 1e-6);
                    if let Some(value) = value {
                        let y = frame.y((top, bottom), *value);
                        prop_assert!(top - 1e-6 <= y && y <= bottom + 1e-6);
                    }
                    prop_assert_eq!(frame.slot_at(x), Some(slot));
                }
            }
        }
    }
}
