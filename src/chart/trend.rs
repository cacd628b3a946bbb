//! One attribute of several players over time, as they were seen: a value stays as it was seen
//! until it was seen otherwise.

use plotters_backend::DrawingBackend;

use crate::base::order;
use crate::chart::ends::{self, EndLabel, MARK};
use crate::chart::frame::{GAP, Size};
use crate::chart::measure::TextMeasure;
use crate::chart::pen::{Drawn, Pen, Point, Side};
use crate::chart::player::{Player, color_of, mark};
use crate::chart::svg;
use crate::chart::theme::{ChartTheme, LABEL_PX};
use crate::chart::ticks::{tick_label, ticks, ticks_between};

/// What the chart shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TrendChart {
    /// The days on which anything was seen, rising: the number of the day and its name.
    pub days: Vec<(i32, String)>,
    /// One line a player, the most important first.
    pub lines: Vec<TrendLine>,
    /// How values are counted.
    pub axis: TrendAxis,
}

/// How the values of a chart are counted. A chart has one axis: real values and indices never
/// share it.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendAxis {
    /// The unit, above the axis: `元`, `指数`.
    pub unit: String,
    /// What one unit of the axis is worth: 100 for 分 shown in 元.
    pub divisor: i64,
    /// Whether the smallest value is the best and stands on top: places in a list.
    pub is_reversed: bool,
}

impl Default for TrendAxis {
    fn default() -> Self {
        Self { unit: String::new(), divisor: 1, is_reversed: false }
    }
}

/// What was seen of one player.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendLine {
    /// Who.
    pub name: String,
    /// How it is drawn.
    pub player: Player,
    /// What was seen, by day, rising.
    pub points: Vec<TrendPoint>,
}

/// A value that was seen.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendPoint {
    /// The number of the day.
    pub day: i32,
    /// The value.
    pub value: i64,
    /// The value in words, with its unit.
    pub words: String,
}

impl TrendLine {
    /// What was last seen until a day.
    pub fn until(&self, day: i32) -> Option<&TrendPoint> {
        self.points.iter().rev().find(|point| point.day <= day)
    }
}

/// Where the parts of the chart stand, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendFrame {
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
    /// Values of the axis, rising.
    pub ticks: Vec<i64>,
    /// The days as numbers, rising.
    pub days: Vec<i32>,
    /// The places in `days` that are named under the axis; their names do not meet.
    pub named: Vec<usize>,
    /// The names of the lines at the right of the plot.
    pub ends: Vec<EndLabel>,
    is_reversed: bool,
}

impl TrendFrame {
    /// Lays a chart out in `size`.
    pub fn of(chart: &TrendChart, size: Size, measure: &dyn TextMeasure) -> Self {
        let ticks = axis_ticks(chart, size);
        let widest = |labels: &mut dyn Iterator<Item = String>| {
            labels.map(|label| measure.width(&label, LABEL_PX)).fold(0.0, f64::max)
        };
        let mut labels = ticks.iter().map(|&value| tick_label(value, chart.axis.divisor));
        let left = (widest(&mut labels) + GAP + 2.0).ceil();
        let names = chart.lines.iter().map(|line| line.name.as_str());
        let area = ends::area(names, size.width, measure);
        let right = (size.width - area.max(8.0)).max(left + 1.0);
        let (top, bottom) = (24.0, (size.height - 24.0).max(25.0));
        let mut frame = Self {
            size,
            left,
            right,
            top,
            bottom,
            ticks,
            days: chart.days.iter().map(|day| day.0).collect(),
            named: Vec::new(),
            ends: Vec::new(),
            is_reversed: chart.axis.is_reversed,
        };
        frame.named = frame.named_days(chart, measure);
        let ends_of = |line: &TrendLine| line.points.last().map(|point| frame.y(point.value));
        let lines: Vec<(&str, Option<f64>)> =
            chart.lines.iter().map(|line| (line.name.as_str(), ends_of(line))).collect();
        let half = ends::STEP / 2.0;
        let bounds = (top - half, bottom + half);
        frame.ends = ends::labels(&lines, size.width - right - MARK, bounds, measure);
        frame
    }

    /// As many names of days as fit, the last one always, from the right to the left.
    fn named_days(&self, chart: &TrendChart, measure: &dyn TextMeasure) -> Vec<usize> {
        let mut named = Vec::new();
        let mut limit = f64::INFINITY;
        for (place, (day, name)) in chart.days.iter().enumerate().rev() {
            let half = measure.width(name, LABEL_PX) / 2.0;
            let x = self.x(*day);
            if x + half + GAP <= limit && (named.is_empty() || 0.0 <= x - half) {
                named.push(place);
                limit = x - half;
            }
        }
        named.reverse();
        named
    }

    /// Where a day stands; a single day stands in the middle.
    pub fn x(&self, day: i32) -> f64 {
        let (first, last) = (self.days.first(), self.days.last());
        let (Some(first), Some(last)) = (first, last) else { return self.left };
        let span = i64::from(*last) - i64::from(*first);
        if span == 0 {
            return (self.left + self.right) / 2.0;
        }
        let past = i64::from(day) - i64::from(*first);
        // A little inside of the plot, so that the first marks do not lie on the axis.
        let (from, to) = (self.left + 8.0, self.right - 8.0);
        from + (to - from) * past as f64 / span as f64
    }

    /// The height of a value.
    pub fn y(&self, value: i64) -> f64 {
        let low = self.ticks.first().copied().unwrap_or(0) as f64;
        let high = self.ticks.last().copied().unwrap_or(1) as f64;
        let share = (value as f64 - low) / (high - low).max(1.0);
        let share = if self.is_reversed { 1.0 - share } else { share };
        self.bottom - share * (self.bottom - self.top)
    }

    /// The place of the day that is nearest to a horizontal position; `None` outside of the plot.
    pub fn day_at(&self, x: f64) -> Option<usize> {
        if x < self.left || self.right < x {
            return None;
        }
        let apart = |place: &usize| (self.x(self.days[*place]) - x).abs();
        (0..self.days.len()).min_by(|a, b| apart(a).total_cmp(&apart(b)))
    }
}

/// Values of the axis. It begins at zero where the values reach far below their highest; values
/// that lie close together (ratings, a price that hardly moves) are shown by themselves.
fn axis_ticks(chart: &TrendChart, size: Size) -> Vec<i64> {
    let values = || chart.lines.iter().flat_map(|line| &line.points).map(|point| point.value);
    let (min, max) = (values().min().unwrap_or(0), values().max().unwrap_or(0));
    let n_most = if size.height < 220.0 { 3 } else { 5 };
    let is_close = max / 2 < min;
    if is_close || chart.axis.is_reversed {
        ticks_between(min, max, chart.axis.divisor, n_most)
    } else {
        ticks(min, max, chart.axis.divisor, n_most)
    }
}

/// Draws the grid, every line with its marks, and the names at their ends.
///
/// # Errors
///
/// What the backend says; the drawing is then unfinished.
pub fn draw_trend<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    chart: &TrendChart,
    frame: &TrendFrame,
    theme: &ChartTheme,
) -> Drawn<B> {
    for &value in &frame.ticks {
        let y = frame.y(value).round() - 0.5;
        let color = if value == 0 { theme.line } else { theme.grid };
        pen.line((frame.left, y), (frame.right, y), 1.0, color)?;
        let text = tick_label(value, chart.axis.divisor);
        pen.label(&text, (frame.left - GAP, y), Side::End, theme.label)?;
    }
    pen.label(&chart.axis.unit, (0.0, 8.0), Side::Start, theme.label)?;
    for &place in &frame.named {
        let Some((day, name)) = chart.days.get(place) else { continue };
        let x = frame.x(*day);
        pen.line((x, frame.bottom), (x, frame.bottom + 4.0), 1.0, theme.line)?;
        pen.label(name, (x, frame.bottom + 14.0), Side::Middle, theme.label)?;
    }
    // The first lines are the most important and lie over the others.
    for line in chart.lines.iter().rev() {
        draw_line(pen, line, frame, theme)?;
    }
    for end in &frame.ends {
        let Some(line) = chart.lines.get(end.line) else { continue };
        let Some(point) = line.points.last() else { continue };
        let color = color_of(line.player, theme);
        let at = (frame.right + MARK / 2.0, end.y);
        // What was not looked at since is not known: a thread leads on, not the line.
        let from = (frame.x(point.day), frame.y(point.value));
        pen.dashes(&[from, (frame.right, from.1), at], (1.5, 3.0), 0.75, color)?;
        mark(pen, at, line.player, color, theme)?;
        pen.label(&end.text, (frame.right + MARK, end.y), Side::Start, theme.label)?;
    }
    Ok(())
}

fn draw_line<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    line: &TrendLine,
    frame: &TrendFrame,
    theme: &ChartTheme,
) -> Drawn<B> {
    let color = color_of(line.player, theme);
    let width = if line.player == Player::Today { 2.0 } else { 1.25 };
    let mut path: Vec<Point> = Vec::with_capacity(line.points.len() * 2);
    for point in &line.points {
        let at = (frame.x(point.day), frame.y(point.value));
        if let Some(&(_, before)) = path.last() {
            path.push((at.0, before));
        }
        path.push(at);
    }
    pen.path(&path, width, color)?;
    for point in &line.points {
        mark(pen, (frame.x(point.day), frame.y(point.value)), line.player, color, theme)?;
    }
    Ok(())
}

/// Draws the chart as a self-contained SVG document of `size` CSS pixels.
pub fn trend_svg(
    chart: &TrendChart,
    size: Size,
    theme: &ChartTheme,
    measure: &dyn TextMeasure,
) -> String {
    let frame = TrendFrame::of(chart, size, measure);
    svg::document(size, theme, |pen| draw_trend(pen, chart, &frame, theme))
}

/// The days on which any line has a point, rising.
pub fn days_of(lines: &[TrendLine]) -> Vec<i32> {
    let mut days: Vec<i32> =
        lines.iter().flat_map(|line| &line.points).map(|point| point.day).collect();
    order::sort(&mut days);
    days.dedup();
    days
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::chart::measure::Estimate;

    const SIZE: Size = Size { width: 700.0, height: 300.0 };

    fn chart(lines: Vec<(&str, Vec<(i32, i64)>)>) -> TrendChart {
        let point = |(day, value): (i32, i64)| TrendPoint { day, value, words: value.to_string() };
        let lines: Vec<TrendLine> = lines
            .into_iter()
            .enumerate()
            .map(|(idx, (name, points))| TrendLine {
                name: name.to_owned(),
                player: if idx == 0 { Player::Today } else { Player::Rival(idx - 1) },
                points: points.into_iter().map(point).collect(),
            })
            .collect();
        let days = days_of(&lines).into_iter().map(|day| (day, format!("10月{day}日"))).collect();
        TrendChart { days, lines, axis: TrendAxis { divisor: 100, ..TrendAxis::default() } }
    }

    #[test]
    fn a_price_stays_as_it_was_seen_until_it_was_seen_otherwise() {
        let one = chart(vec![("甲", vec![(1, 12_800), (5, 10_800)]), ("乙", vec![(3, 9_900)])]);
        let frame = TrendFrame::of(&one, SIZE, &Estimate);
        assert_eq!(frame.days, [1, 3, 5]);
        assert_eq!(one.lines[0].until(4).map(|point| point.value), Some(12_800));
        assert_eq!(one.lines[1].until(2), None);
        // 99 to 128 lie close together: the axis does not begin at zero.
        assert_eq!(frame.ticks, [9_000, 10_000, 11_000, 12_000, 13_000]);
        assert_eq!(frame.day_at(frame.x(3) + 2.0), Some(1));
        assert_eq!(frame.day_at(0.0), None);
        let names: Vec<&str> = frame.ends.iter().map(|end| end.text.as_str()).collect();
        assert_eq!(names, ["甲", "乙"]);
        let text = trend_svg(&one, SIZE, &ChartTheme::LIGHT, &Estimate);
        assert!(text.contains("10月5日") && text.contains("甲"), "{text}");
    }

    #[test]
    fn far_values_begin_at_zero_and_places_have_the_first_on_top() {
        let mut one = chart(vec![("甲", vec![(1, 100), (2, 900)])]);
        assert_eq!(TrendFrame::of(&one, SIZE, &Estimate).ticks[0], 0);
        one.axis = TrendAxis { is_reversed: true, ..TrendAxis::default() };
        let frame = TrendFrame::of(&one, SIZE, &Estimate);
        assert!(frame.y(100) < frame.y(900));
    }

    #[test]
    fn nothing_and_a_single_day_still_draw() {
        for one in [TrendChart::default(), chart(vec![("甲", vec![(7, 0)])]), chart(vec![])] {
            let text = trend_svg(&one, SIZE, &ChartTheme::DARK, &Estimate);
            assert!(text.contains("</svg>") && !text.contains("NaN"), "{text}");
        }
        let frame = TrendFrame::of(&chart(vec![("甲", vec![(7, 5)])]), SIZE, &Estimate);
        assert!((frame.x(7) - (frame.left + frame.right) / 2.0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn everything_stays_inside_and_no_names_meet(
            lines in prop::collection::vec(
                prop::collection::btree_map(-400_i32..400, 0_i64..2_000_000, 0..9), 0..7,
            ),
            width in 280_u16..1_600, height in 160_u16..500, is_reversed: bool,
        ) {
            let lines = lines.into_iter().map(|points| ("镜月家居", points.into_iter().collect()));
            let mut one = chart(lines.collect());
            one.axis.is_reversed = is_reversed;
            let size = Size { width: width.into(), height: height.into() };
            let frame = TrendFrame::of(&one, size, &Estimate);
            prop_assert!(frame.left < frame.right && frame.right <= size.width);
            for point in one.lines.iter().flat_map(|line| &line.points) {
                let (x, y) = (frame.x(point.day), frame.y(point.value));
                prop_assert!(frame.left <= x && x <= frame.right);
                prop_assert!(frame.top - 1e-6 <= y && y <= frame.bottom + 1e-6);
                let found = frame.day_at(x).map(|place| frame.days[place]);
                prop_assert_eq!(found, Some(point.day));
            }
            let half = |place: usize| Estimate.width(&one.days[place].1, LABEL_PX) / 2.0;
            for pair in frame.named.windows(2) {
                let [from, to] = [pair[0], pair[1]].map(|place| frame.x(frame.days[place]));
                prop_assert!(from + half(pair[0]) < to - half(pair[1]));
            }
            let mut heights: Vec<f64> = frame.ends.iter().map(|end| end.y).collect();
            order::sort_by(&mut heights, f64::total_cmp);
            prop_assert!(heights.windows(2).all(|pair| 13.9 < pair[1] - pair[0]));
        }
    }
}
