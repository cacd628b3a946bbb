//! Bars that begin anywhere, a row each: a waterfall from sales to profit, a tornado around a
//! profit.

use plotters_backend::DrawingBackend;

use crate::chart::frame::{GAP, Size};
use crate::chart::measure::TextMeasure;
use crate::chart::pen::{Drawn, Pen, Side};
use crate::chart::svg;
use crate::chart::theme::{ChartTheme, Rgb};
use crate::chart::ticks::{tick_label, ticks_between};

/// The size of names and values.
const TEXT_PX: f64 = 12.0;
/// Where the rows begin.
const TOP: f64 = 6.0;
/// What the axis takes under them.
const FOOT: f64 = 36.0;

/// What the chart shows. Amounts are in one unit (分).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpanChart {
    /// From top to bottom.
    pub rows: Vec<SpanRow>,
    /// Where the line across all rows stands: nothing, or the profit that others are held against.
    pub base: i64,
    /// Whether each row goes on where the one before it ended: thin lines say so.
    pub is_running: bool,
    /// What one unit of the axis is worth: 100 for yuan.
    pub divisor: i64,
    /// Under the axis: what it counts.
    pub caption: String,
    /// The heads of the table: the row's own, then one for each of its cells.
    pub heads: Vec<String>,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpanRow {
    /// What it is called.
    pub name: String,
    /// Its bars.
    pub spans: Vec<Span>,
    /// What stands behind its bars.
    pub words: String,
    /// What the read-out and the table say of it, one a head.
    pub cells: Vec<String>,
}

/// How much wider bold words are than those that are measured.
const BOLD: f64 = 1.18;

impl SpanRow {
    /// Whether its words are bold: those of a sum are.
    fn is_sum(&self) -> bool {
        self.spans.iter().any(|span| span.tone == Tone::Sum)
    }

    fn boldness(&self) -> f64 {
        if self.is_sum() { BOLD } else { 1.0 }
    }

    fn ends(&self) -> impl Iterator<Item = i64> + '_ {
        self.spans.iter().flat_map(|span| [span.from, span.to])
    }
}

/// One bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Where it begins.
    pub from: i64,
    /// Where it ends.
    pub to: i64,
    /// What it says.
    pub tone: Tone,
}

/// What a bar says; words and places say it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A sum.
    Sum,
    /// It adds.
    More,
    /// It takes away.
    Less,
}

/// Where things stand, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct SpanFrame {
    /// The whole.
    pub size: Size,
    /// The left edge of the plot; names stand before it.
    pub left: f64,
    /// The right edge of the plot; the longest words still stand behind a bar that ends there.
    pub right: f64,
    /// The height of a row.
    pub row: f64,
    /// Values of the axis.
    pub ticks: Vec<i64>,
    /// The names, shortened where there is no room for them.
    pub names: Vec<String>,
}

impl SpanFrame {
    /// Lays a chart out in `size`.
    pub fn of(chart: &SpanChart, size: Size, measure: &dyn TextMeasure) -> Self {
        let room = (size.width * 0.36).max(40.0);
        let names: Vec<String> = chart
            .rows
            .iter()
            .map(|row| shortened(&row.name, room / row.boldness(), measure))
            .collect();
        let width = |row: &SpanRow, text: &str| measure.width(text, TEXT_PX) * row.boldness();
        let named = || chart.rows.iter().zip(&names);
        let widest = named().map(|(row, name)| width(row, name)).fold(0.0, f64::max);
        let words = chart.rows.iter().map(|row| width(row, &row.words)).fold(0.0, f64::max);
        let left = (widest + GAP + 2.0).min(size.width * 0.5);
        let right = (size.width - words - GAP - 4.0).max(left + 10.0).min(size.width);
        let ends = || chart.rows.iter().flat_map(SpanRow::ends).chain([chart.base]);
        let (min, max) = (ends().min().unwrap_or(0), ends().max().unwrap_or(1));
        let n_most = ((right - left) / 90.0).clamp(2.0, 6.0) as usize;
        let row = ((size.height - TOP - FOOT) / chart.rows.len().max(1) as f64).max(1.0);
        let ticks = ticks_between(min, max, chart.divisor, n_most);
        Self { size, left, right, row, ticks, names }
    }

    /// Where a value stands.
    pub fn x(&self, value: i64) -> f64 {
        let low = self.ticks.first().copied().unwrap_or(0) as f64;
        let high = self.ticks.last().copied().unwrap_or(1) as f64;
        let share = (value as f64 - low) / (high - low).max(1.0);
        self.left + share.clamp(0.0, 1.0) * (self.right - self.left)
    }

    /// The upper edge of a row.
    pub fn top(&self, row: usize) -> f64 {
        TOP + row as f64 * self.row
    }

    /// The row at a height; `None` outside of the rows.
    pub fn row_at(&self, y: f64) -> Option<usize> {
        let row = ((y - TOP) / self.row).floor();
        (0.0 <= row && (row as usize) < self.names.len()).then_some(row as usize)
    }

    fn bottom(&self) -> f64 {
        self.top(self.names.len())
    }
}

/// A name that fits: its end gives way to `…`.
fn shortened(name: &str, room: f64, measure: &dyn TextMeasure) -> String {
    if measure.width(name, TEXT_PX) <= room {
        return name.to_owned();
    }
    let mut short: String = name.to_owned();
    while short.pop().is_some() {
        let tried = format!("{}…", short.trim_end());
        if measure.width(&tried, TEXT_PX) <= room {
            return tried;
        }
    }
    "…".to_owned()
}

/// Draws a chart.
pub fn draw_spans<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    chart: &SpanChart,
    frame: &SpanFrame,
    theme: &ChartTheme,
) -> Drawn<B> {
    let bottom = frame.bottom();
    for tick in &frame.ticks {
        let x = frame.x(*tick);
        pen.line((x, TOP), (x, bottom), 1.0, theme.grid)?;
        let label = tick_label(*tick, chart.divisor);
        pen.label(&label, (x, bottom + 10.0), Side::Middle, theme.label)?;
    }
    pen.label(&chart.caption, (frame.right, bottom + 26.0), Side::End, theme.label)?;
    let half = (frame.row * 0.32).clamp(1.0, 9.0);
    let mut before = None::<(f64, f64)>;
    for (idx, row) in chart.rows.iter().enumerate() {
        let middle = frame.top(idx) + frame.row / 2.0;
        let is_sum = row.is_sum();
        let at = (frame.left - GAP, middle);
        pen.text(&frame.names[idx], at, TEXT_PX, is_sum, Side::End, theme.text)?;
        if let Some((x, y)) = before.filter(|_| chart.is_running) {
            pen.line((x, y), (x, middle - half), 1.0, theme.line)?;
        }
        for span in &row.spans {
            let (a, b) = (frame.x(span.from), frame.x(span.to));
            // What is too little for a pixel is still seen.
            let (from, to) = (a.min(b), a.max(b).max(a.min(b) + 1.0));
            pen.fill((from, middle - half), (to, middle + half), color(span.tone, theme))?;
        }
        before = row.spans.last().map(|span| (frame.x(span.to), middle + half));
        let end = row.ends().map(|value| frame.x(value)).fold(frame.left, f64::max);
        pen.text(&row.words, (end + GAP, middle), TEXT_PX, is_sum, Side::Start, theme.text)?;
    }
    let x = frame.x(chart.base);
    pen.line((x, TOP), (x, bottom), 1.0, theme.target)
}

fn color(tone: Tone, theme: &ChartTheme) -> Rgb {
    match tone {
        Tone::Sum => theme.actual,
        Tone::More => theme.others[1],
        Tone::Less => theme.others[0],
    }
}

/// Draws a chart as a self-contained SVG document of `size` CSS pixels.
pub fn spans_svg(
    chart: &SpanChart,
    size: Size,
    theme: &ChartTheme,
    measure: &dyn TextMeasure,
) -> String {
    let frame = SpanFrame::of(chart, size, measure);
    svg::document(size, theme, |pen| draw_spans(pen, chart, &frame, theme))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::chart::measure::Estimate;

    /// Name, bars, words.
    type Told = (String, Vec<(i64, i64)>, String);

    fn chart(rows: Vec<Told>) -> SpanChart {
        let rows = rows.into_iter().map(|(name, spans, words)| SpanRow {
            name,
            spans: spans
                .into_iter()
                .map(|(from, to)| Span { from, to, tone: Tone::Less })
                .collect(),
            words,
            cells: Vec::new(),
        });
        let rows = rows.collect();
        SpanChart { rows, divisor: 100, caption: "元".to_owned(), ..SpanChart::default() }
    }

    #[test]
    fn rows_stand_under_each_other_and_are_found_by_height() {
        let row = |name: &str| (name.to_owned(), vec![(0, 12_800)], "¥128".to_owned());
        let one = chart(vec![row("标价"), row("货")]);
        let size = Size { width: 600.0, height: 100.0 };
        let frame = SpanFrame::of(&one, size, &Estimate);
        assert_eq!(
            (frame.row_at(TOP + 1.0), frame.row_at(TOP + frame.row + 1.0)),
            (Some(0), Some(1))
        );
        assert_eq!((frame.row_at(0.0), frame.row_at(99.0)), (None, None));
        assert_eq!(frame.ticks.first(), Some(&0));
        let text = spans_svg(&one, size, &ChartTheme::LIGHT, &Estimate);
        assert!(text.contains("标价") && text.contains("¥128"), "{text}");
    }

    #[test]
    fn nothing_still_draws() {
        let size = Size { width: 300.0, height: 60.0 };
        for one in [SpanChart::default(), chart(vec![(String::new(), vec![], String::new())])] {
            let text = spans_svg(&one, size, &ChartTheme::DARK, &Estimate);
            assert!(text.contains("</svg>") && !text.contains("NaN"), "{text}");
        }
    }

    proptest! {
        #[test]
        fn everything_stays_inside(
            rows in prop::collection::vec(
                ("[货运费a-z]{0,24}", prop::collection::vec((-900_000_i64..900_000, -900_000_i64..900_000), 0..3)),
                0..14,
            ),
            width in 280_u16..1_600, height in 120_u16..700,
        ) {
            let rows = rows.into_iter().map(|(name, spans)| (name, spans, "−¥9,000.00".to_owned()));
            let one = chart(rows.collect());
            let size = Size { width: width.into(), height: height.into() };
            let frame = SpanFrame::of(&one, size, &Estimate);
            prop_assert!(0.0 < frame.left && frame.left < frame.right && frame.right <= size.width);
            for (idx, row) in one.rows.iter().enumerate() {
                prop_assert!(Estimate.width(&frame.names[idx], TEXT_PX) <= frame.left);
                for value in row.ends() {
                    let x = frame.x(value);
                    prop_assert!(frame.left <= x && x <= frame.right);
                    let end = x + GAP + Estimate.width(&row.words, TEXT_PX);
                    prop_assert!(end <= size.width.max(frame.left + 10.0 + GAP + 80.0));
                }
                prop_assert_eq!(frame.row_at(frame.top(idx) + frame.row / 2.0), Some(idx));
            }
            prop_assert!(frame.bottom() <= size.height.max(TOP + FOOT + one.rows.len() as f64));
        }
    }
}
