//! The value curve (T-36): scores of several players over the factors of a purchase.

use plotters_backend::DrawingBackend;

use crate::chart::ends::{self, EndLabel, MARK};
use crate::chart::frame::{GAP, Size};
use crate::chart::measure::TextMeasure;
use crate::chart::pen::{Drawn, Pen, Point, Side};
use crate::chart::player::{Player, color_of, mark};
use crate::chart::svg;
use crate::chart::theme::{ChartTheme, LABEL_PX};

/// Lines of a factor's name under the axis, at most.
const MAX_LINES: usize = 3;
/// Between two lines of a name.
const LINE_PX: f64 = 14.0;
/// Under this width of a slot factors are numbered instead of named.
const NAMED_FROM: f64 = 40.0;

/// What the chart shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CurveChart {
    /// The names of the factors, from left to right.
    pub factors: Vec<String>,
    /// One line a player; those that are hidden are left out by the caller.
    pub lines: Vec<CurveLine>,
    /// What the scores are said in.
    pub scale: Scale,
}

/// What scores are said in, and which of them have words beside the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The lowest score.
    pub low: u8,
    /// The highest one, more than the lowest.
    pub top: u8,
    /// Scores with a line and words.
    pub ticks: Vec<(u8, String)>,
}

impl Default for Scale {
    /// 0–10, every second one with a line (T-36).
    fn default() -> Self {
        let tick = |score: u8| (score, score.to_string());
        Self { low: 0, top: 10, ticks: (0..=10).step_by(2).map(tick).collect() }
    }
}

impl Scale {
    /// The words beside the axis at a score, else its digits.
    pub fn words(&self, score: u8) -> String {
        let tick = self.ticks.iter().find(|(at, _)| *at == score);
        tick.map_or_else(|| score.to_string(), |(_, words)| words.clone())
    }
}

/// A player's scores.
#[derive(Clone, Debug, PartialEq)]
pub struct CurveLine {
    /// Who.
    pub name: String,
    /// How it is drawn.
    pub player: Player,
    /// One score a factor, on the chart's scale; `None` where nobody said, which breaks the line.
    pub scores: Vec<Option<u8>>,
}

/// Where the parts of the chart stand, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct CurveFrame {
    /// The whole.
    pub size: Size,
    /// The left edge of the plot.
    pub left: f64,
    /// The right edge of the plot.
    pub right: f64,
    /// The height of the highest score.
    pub top: f64,
    /// The height of the lowest score.
    pub bottom: f64,
    /// The lowest and the highest score.
    pub range: (u8, u8),
    /// The names under the axis, as lines; numbers where there is no room for names.
    pub labels: Vec<Vec<String>>,
    /// The names of the lines at the right of the plot, ours first.
    pub ends: Vec<EndLabel>,
}

impl CurveFrame {
    /// Lays a chart out in `size`.
    pub fn of(chart: &CurveChart, size: Size, measure: &dyn TextMeasure) -> Self {
        let widths = chart.scale.ticks.iter().map(|(_, words)| measure.width(words, LABEL_PX));
        let left = (widths.fold(0.0, f64::max) + GAP + 2.0).ceil();
        let names = chart.lines.iter().map(|line| line.name.as_str());
        let area = ends::area(names, size.width, measure);
        let right = (size.width - area.max(8.0)).max(left + 1.0);
        let slot = (right - left) / chart.factors.len().max(1) as f64;
        let labels: Vec<Vec<String>> = chart
            .factors
            .iter()
            .enumerate()
            .map(|(idx, name)| {
                if slot < NAMED_FROM {
                    vec![(idx + 1).to_string()]
                } else {
                    wrapped(name, slot - GAP, measure)
                }
            })
            .collect();
        let n_lines = labels.iter().map(Vec::len).max().unwrap_or(1) as f64;
        let top = 14.0;
        let bottom = (size.height - n_lines * LINE_PX - 10.0).max(top + 1.0);
        let range = (chart.scale.low, chart.scale.top.max(chart.scale.low.saturating_add(1)));
        let mut frame = Self { size, left, right, top, bottom, range, labels, ends: Vec::new() };
        let lines: Vec<(&str, Option<f64>)> = chart
            .lines
            .iter()
            .map(|line| (line.name.as_str(), last_score(line).map(|(_, score)| frame.y(score))))
            .collect();
        let half = ends::STEP / 2.0;
        let bounds = (top - half, bottom + half);
        frame.ends = ends::labels(&lines, size.width - right - MARK, bounds, measure);
        frame
    }

    /// The middle of a factor's slot.
    pub fn x(&self, factor: usize) -> f64 {
        let slot = (self.right - self.left) / self.labels.len().max(1) as f64;
        self.left + (factor as f64 + 0.5) * slot
    }

    /// The height of a score.
    pub fn y(&self, score: u8) -> f64 {
        let (low, top) = self.range;
        let share = f64::from(score.clamp(low, top) - low) / f64::from(top - low);
        self.bottom - share * (self.bottom - self.top)
    }

    /// The score nearest to a height.
    pub fn score_at(&self, y: f64) -> u8 {
        let share = (self.bottom - y) / (self.bottom - self.top).max(1.0);
        let (low, top) = self.range;
        let steps = f64::from(top - low);
        // Clamped, and so within a byte.
        low + (share * steps).round().clamp(0.0, steps) as u8
    }
}

/// The last factor that a line has a score of, and that score.
fn last_score(line: &CurveLine) -> Option<(usize, u8)> {
    line.scores.iter().enumerate().rev().find_map(|(factor, score)| Some((factor, (*score)?)))
}

/// A name in lines of `width`: Chinese breaks anywhere, Latin between words. What does not fit
/// into [`MAX_LINES`] ends in an ellipsis.
fn wrapped(name: &str, width: f64, measure: &dyn TextMeasure) -> Vec<String> {
    let fits = |text: &str| measure.width(text.trim_end(), LABEL_PX) <= width;
    let mut lines = vec![String::new()];
    for piece in pieces(name) {
        let line = lines.last_mut().map(|line| format!("{line}{piece}")).unwrap_or_default();
        let is_first = lines.last().is_some_and(String::is_empty);
        if is_first || fits(&line) {
            lines.pop();
            lines.push(line);
        } else {
            lines.push(piece.trim_start().to_owned());
        }
    }
    let is_cut = MAX_LINES < lines.len();
    lines.truncate(MAX_LINES);
    let n_lines = lines.len();
    for (idx, line) in lines.iter_mut().enumerate() {
        let wants_dots = is_cut && idx + 1 == n_lines;
        *line = shortened(line.trim_end(), wants_dots, width, measure);
    }
    lines
}

/// Words with the blank after them, and Chinese characters one by one.
fn pieces(name: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for c in name.chars() {
        let is_wide = 0x2E80 <= u32::from(c);
        match pieces.last_mut() {
            Some(last) if !is_wide && !last.ends_with(' ') && last.is_ascii() => last.push(c),
            _ => pieces.push(c.to_string()),
        }
    }
    pieces
}

fn shortened(text: &str, wants_dots: bool, width: f64, measure: &dyn TextMeasure) -> String {
    if !wants_dots {
        return ends::shortened(text, width, measure);
    }
    let mut chars: Vec<char> = text.chars().collect();
    loop {
        let line: String = chars.iter().collect::<String>() + "…";
        if chars.len() <= 1 || measure.width(&line, LABEL_PX) <= width {
            return line;
        }
        chars.pop();
    }
}

/// Draws the grid, the names and every line; ours last, over the others.
///
/// # Errors
///
/// What the backend says; the drawing is then unfinished.
pub fn draw_curve<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    chart: &CurveChart,
    frame: &CurveFrame,
    theme: &ChartTheme,
) -> Drawn<B> {
    for (score, words) in &chart.scale.ticks {
        let y = frame.y(*score).round() - 0.5;
        let color = if *score == chart.scale.low { theme.line } else { theme.grid };
        pen.line((frame.left, y), (frame.right, y), 1.0, color)?;
        pen.label(words, (frame.left - GAP, y), Side::End, theme.label)?;
    }
    for (idx, lines) in frame.labels.iter().enumerate() {
        for (row, text) in lines.iter().enumerate() {
            let at = (frame.x(idx), frame.bottom + 12.0 + row as f64 * LINE_PX);
            pen.label(text, at, Side::Middle, theme.label)?;
        }
    }
    let is_ours = |line: &&CurveLine| matches!(line.player, Player::Today | Player::Target);
    for line in chart.lines.iter().filter(|line| !is_ours(line)) {
        draw_line(pen, line, frame, theme)?;
    }
    for line in chart.lines.iter().filter(is_ours) {
        draw_line(pen, line, frame, theme)?;
    }
    for end in &frame.ends {
        draw_end(pen, chart, end, frame, theme)?;
    }
    Ok(())
}

/// The name of a line at its end: a thread leads from the last dot to the mark before the name.
fn draw_end<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    chart: &CurveChart,
    end: &EndLabel,
    frame: &CurveFrame,
    theme: &ChartTheme,
) -> Drawn<B> {
    let Some(line) = chart.lines.get(end.line) else { return Ok(()) };
    let color = color_of(line.player, theme);
    let at = (frame.right + MARK / 2.0, end.y);
    if let Some((factor, score)) = last_score(line) {
        let from = (frame.x(factor) + 4.0, frame.y(score));
        // From a dot further left the thread would cross the other lines.
        if factor + 1 == frame.labels.len() {
            pen.line(from, at, 0.75, color)?;
        }
    }
    mark(pen, at, line.player, color, theme)?;
    pen.label(&end.text, (frame.right + MARK, end.y), Side::Start, theme.label)
}

fn draw_line<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    line: &CurveLine,
    frame: &CurveFrame,
    theme: &ChartTheme,
) -> Drawn<B> {
    let color = color_of(line.player, theme);
    for run in runs(&line.scores) {
        let points: Vec<Point> =
            run.iter().map(|(idx, score)| (frame.x(*idx), frame.y(*score))).collect();
        match line.player {
            Player::Today => pen.path(&points, 2.0, color)?,
            Player::Target if 1 < points.len() => pen.dashes(&points, (5.0, 3.0), 1.75, color)?,
            Player::Industry if 1 < points.len() => pen.dashes(&points, (1.5, 3.0), 1.5, color)?,
            Player::Rival(_) => pen.path(&points, 1.25, color)?,
            Player::Target | Player::Industry => {}
        }
        for point in points {
            mark(pen, point, line.player, color, theme)?;
        }
    }
    Ok(())
}

/// Runs of neighbouring factors that have a score.
fn runs(scores: &[Option<u8>]) -> Vec<Vec<(usize, u8)>> {
    let mut runs: Vec<Vec<(usize, u8)>> = Vec::new();
    let mut is_open = false;
    for (idx, score) in scores.iter().enumerate() {
        match score {
            Some(score) => {
                if !is_open {
                    runs.push(Vec::new());
                }
                if let Some(run) = runs.last_mut() {
                    run.push((idx, *score));
                }
                is_open = true;
            }
            None => is_open = false,
        }
    }
    runs
}

/// Draws the curve as a self-contained SVG document of `size` CSS pixels, with a key under it.
pub fn curve_svg(
    chart: &CurveChart,
    size: Size,
    theme: &ChartTheme,
    measure: &dyn TextMeasure,
) -> String {
    let key = Size { height: size.height + 24.0, ..size };
    let frame = CurveFrame::of(chart, size, measure);
    svg::document(key, theme, |pen| {
        draw_curve(pen, chart, &frame, theme)?;
        draw_key(pen, chart, &frame, theme, measure)
    })
}

/// The names of the lines under the chart, as many as there is room for.
fn draw_key<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    chart: &CurveChart,
    frame: &CurveFrame,
    theme: &ChartTheme,
    measure: &dyn TextMeasure,
) -> Drawn<B> {
    let (mut x, y) = (frame.left, frame.size.height + 10.0);
    for line in &chart.lines {
        let width = measure.width(&line.name, LABEL_PX);
        if frame.right < x + 16.0 + width {
            break;
        }
        mark(pen, (x + 5.0, y), line.player, color_of(line.player, theme), theme)?;
        pen.label(&line.name, (x + 14.0, y), Side::Start, theme.label)?;
        x += width + 30.0;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::chart::measure::Estimate;

    const SIZE: Size = Size { width: 700.0, height: 320.0 };

    fn chart(names: &[&str], scores: &[Option<u8>]) -> CurveChart {
        let line = |player| CurveLine { name: "x".to_owned(), player, scores: scores.to_vec() };
        CurveChart {
            factors: names.iter().map(|&name| name.to_owned()).collect(),
            lines: [
                Player::Today,
                Player::Target,
                Player::Rival(0),
                Player::Rival(1),
                Player::Industry,
            ]
            .map(line)
            .to_vec(),
            scale: Scale::default(),
        }
    }

    #[test]
    fn a_missing_score_breaks_the_line() {
        assert_eq!(runs(&[Some(1), Some(2), None, Some(3)]), [vec![(0, 1), (1, 2)], vec![(3, 3)]]);
        assert_eq!(runs(&[None, None]), Vec::<Vec<(usize, u8)>>::new());
    }

    #[test]
    fn names_break_between_words_and_characters_and_end_in_dots() {
        // Five Chinese characters of 11 px are 55 px wide.
        assert_eq!(wrapped("沟通与互动的通畅", 56.0, &Estimate), ["沟通与互动", "的通畅"]);
        assert_eq!(wrapped("一二三四五六七八九十", 24.0, &Estimate), ["一二", "三四", "五…"]);
        assert_eq!(wrapped("Fair price", 40.0, &Estimate), ["Fair", "price"]);
        assert_eq!(wrapped("Workmanship", 40.0, &Estimate), ["Workm…"]);
    }

    #[test]
    fn a_chart_of_nothing_still_draws() {
        for chart in [CurveChart::default(), chart(&[], &[]), chart(&["a"], &[None])] {
            let text = curve_svg(&chart, SIZE, &ChartTheme::LIGHT, &Estimate);
            assert!(text.contains("</svg>") && !text.contains("NaN"), "{text}");
        }
    }

    #[test]
    fn every_line_has_a_colour_of_its_own() {
        for theme in [ChartTheme::LIGHT, ChartTheme::DARK] {
            let players = [
                Player::Today,
                Player::Target,
                Player::Rival(0),
                Player::Rival(1),
                Player::Industry,
            ];
            let mut colors = players.map(|player| color_of(player, &theme));
            crate::base::order::sort(&mut colors);
            assert!(colors.windows(2).all(|pair| pair[0] != pair[1]));
        }
    }

    #[test]
    fn words_stand_beside_the_axis_and_the_lowest_score_at_its_foot() {
        let ticks = [(1, "很糟".to_owned()), (5, "惊喜".to_owned())].to_vec();
        let mood = CurveChart {
            scale: Scale { low: 1, top: 5, ticks },
            ..chart(&["认知", "购买"], &[Some(1), Some(5)])
        };
        let frame = CurveFrame::of(&mood, SIZE, &Estimate);
        assert_eq!((frame.y(1), frame.y(5)), (frame.bottom, frame.top));
        assert_eq!(frame.score_at(f64::midpoint(frame.top, frame.bottom)), 3);
        assert_eq!((mood.scale.words(1).as_str(), mood.scale.words(4).as_str()), ("很糟", "4"));
        assert!(Estimate.width("很糟", LABEL_PX) < frame.left);
        let text = curve_svg(&mood, SIZE, &ChartTheme::LIGHT, &Estimate);
        assert!(text.contains("很糟") && text.contains("惊喜"));
    }

    #[test]
    fn every_line_is_named_at_its_right_end() {
        let mut one = chart(&["做工", "价格", "包装"], &[Some(5), Some(6), Some(7)]);
        one.lines[3].scores[2] = None;
        one.lines[4].scores = vec![None; 3];
        let frame = CurveFrame::of(&one, SIZE, &Estimate);
        let lines: Vec<usize> = frame.ends.iter().map(|end| end.line).collect();
        assert_eq!(lines, [0, 1, 2, 3]);
        // Three end at 7 and part around it; the fourth ends at 6, a line of text further down.
        assert!((frame.ends[1].y - frame.y(7)).abs() < 14.0);
        assert!(frame.ends[2].y < frame.ends[3].y);
        let text = curve_svg(&one, SIZE, &ChartTheme::LIGHT, &Estimate);
        // Four at the ends and five in the key.
        assert_eq!(text.matches(">\nx\n<").count(), 9, "{text}");
    }

    proptest! {
        #[test]
        fn names_at_the_ends_neither_meet_nor_leave_the_chart(
            scores in prop::collection::vec(prop::option::of(0_u8..=10), 1..14),
            n in 1_usize..20, width in 280_u16..1_600, height in 160_u16..600,
        ) {
            let size = Size { width: width.into(), height: height.into() };
            let line = |idx| CurveLine {
                name: "镜月家居旗舰店".to_owned(),
                player: if idx == 0 { Player::Today } else { Player::Rival(idx - 1) },
                scores: scores.iter().cycle().skip(idx).take(n).copied().collect(),
            };
            let one = CurveChart {
                factors: vec!["做工".to_owned(); n],
                lines: (0..scores.len()).map(line).collect(),
                scale: Scale::default(),
            };
            let frame = CurveFrame::of(&one, size, &Estimate);
            let mut heights: Vec<f64> = frame.ends.iter().map(|end| end.y).collect();
            crate::base::order::sort_by(&mut heights, f64::total_cmp);
            for pair in heights.windows(2) {
                prop_assert!(13.9 < pair[1] - pair[0]);
            }
            for end in &frame.ends {
                let right = frame.right + MARK + Estimate.width(&end.text, LABEL_PX);
                prop_assert!(right <= size.width);
                prop_assert!(0.0 <= end.y - 7.0 && end.y + 7.0 <= size.height);
            }
        }

        #[test]
        fn a_score_is_found_where_it_is_drawn(
            n in 1_usize..40, width in 280_u16..1_600, height in 160_u16..600, score in 0_u8..=10,
        ) {
            let names = vec!["做工和品质"; n];
            let size = Size { width: width.into(), height: height.into() };
            let frame = CurveFrame::of(&chart(&names, &vec![Some(score); n]), size, &Estimate);
            prop_assert_eq!(frame.score_at(frame.y(score)), score);
            for factor in 0..n {
                prop_assert!(frame.left < frame.x(factor) && frame.x(factor) < frame.right);
                for line in &frame.labels[factor] {
                    let half = Estimate.width(line, LABEL_PX) / 2.0;
                    prop_assert!(frame.x(factor) + half <= size.width + 8.0);
                }
            }
            prop_assert!(frame.top < frame.bottom && frame.bottom < size.height);
        }
    }
}
