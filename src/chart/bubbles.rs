//! Bubbles over two axes with a cut each: the matrix of products (T-43).

pub mod labels;
mod scale;

use plotters_backend::DrawingBackend;

use crate::base::order;
use crate::chart::bubbles::labels::{Circle, Label, Place, place_labels};
use crate::chart::frame::{GAP, Size};
use crate::chart::measure::TextMeasure;
use crate::chart::pen::{Drawn, Pen, Point, Side};
use crate::chart::svg;
use crate::chart::theme::{ChartTheme, LABEL_PX, Rgb};

pub use scale::{AxisUnit, Scale};

/// Height of a field's name in its corner.
const CORNER_PX: f64 = 12.0;
/// Height of the line that such a name stands on.
const CORNER_LINE: f64 = 18.0;
/// The least radius: a product that sold next to nothing is still seen and hit.
const LEAST: f64 = 3.5;

/// What the chart shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BubbleChart {
    /// Across.
    pub x: BubbleAxis,
    /// Upwards.
    pub y: BubbleAxis,
    /// The names of the fields: top left, top right, bottom left, bottom right.
    pub corners: [String; 4],
    /// Where the cuts are, in words, printed under the chart.
    pub note: String,
    /// The bubbles.
    pub bubbles: Vec<Bubble>,
}

/// An axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BubbleAxis {
    /// What it counts, with its unit.
    pub title: String,
    /// How its numbers are written.
    pub unit: AxisUnit,
    /// Whether equal factors are equal steps. Values of 0 and below then stand at its lower end.
    pub is_log: bool,
    /// Whether it runs from right to left.
    pub is_reversed: bool,
    /// Where it is cut.
    pub cut: Option<i64>,
}

/// A bubble.
#[derive(Clone, Debug, PartialEq)]
pub struct Bubble {
    /// Its label.
    pub name: String,
    /// Its value across.
    pub x: i64,
    /// Its value upwards.
    pub y: i64,
    /// What its area stands for; nothing and less is drawn as the least dot.
    pub area: i64,
    /// Which of the four fields it is in, for its colour: 0–3.
    pub kind: usize,
    /// Where it was.
    pub before: Option<(i64, i64)>,
    /// Whether it is the chosen one.
    pub is_chosen: bool,
}

/// Where the parts of the chart stand, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct BubbleFrame {
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
    /// Across.
    pub x: Scale,
    /// Upwards.
    pub y: Scale,
    /// The bubbles, in the order of the chart; all of them inside the plot.
    pub circles: Vec<Circle>,
    /// Where they were.
    pub before: Vec<Option<Point>>,
    /// Where the names of the quadrants stand; `None` for one without a name.
    pub corners: [Option<Place>; 4],
    /// Their labels; `None` where there is no room that is free.
    pub labels: Vec<Option<Place>>,
}

impl BubbleFrame {
    /// Lays a chart out in `size`.
    pub fn of(chart: &BubbleChart, size: Size, measure: &dyn TextMeasure) -> Self {
        let values = |of: fn(&Bubble) -> (i64, Option<i64>), axis: &BubbleAxis| {
            let pairs = chart.bubbles.iter().map(of);
            let all = pairs.flat_map(|(now, before)| [Some(now), before]).chain([axis.cut]);
            all.flatten().collect::<Vec<i64>>()
        };
        let xs = values(|one| (one.x, one.before.map(|before| before.0)), &chart.x);
        let ys = values(|one| (one.y, one.before.map(|before| before.1)), &chart.y);
        let most = (size.width.min(size.height) * 0.085).clamp(6.0, 34.0);
        let mut y = Scale::of(&chart.y, &ys);
        let widest = y.ticks.iter().map(|tick| measure.width(&tick.1, LABEL_PX));
        let left = (widest.fold(0.0, f64::max) + GAP + 2.0).ceil();
        let right = (size.width - 2.0).max(left + 1.0);
        let (top, bottom) = (20.0, (size.height - 38.0).max(21.0));
        let mut x = Scale::of(&chart.x, &xs);
        // Half the largest bubble stays free at every edge, and so every bubble is inside.
        let margin = most + 2.0;
        let ends = |from: f64, to: f64| {
            if from + 2.0 * margin < to { (from + margin, to - margin) } else { (from, to) }
        };
        let (from, to) = ends(left, right);
        if chart.x.is_reversed {
            x.spread(to, from)
        } else {
            x.spread(from, to)
        }
        let (from, to) = ends(top, bottom);
        y.spread(to, from);
        let largest = chart.bubbles.iter().map(|one| one.area).max().unwrap_or(0).max(1);
        let radius = |area: i64| {
            let share = area.max(0) as f64 / largest as f64;
            (share.sqrt() * most).max(LEAST.min(most))
        };
        let circles: Vec<Circle> = chart
            .bubbles
            .iter()
            .map(|one| Circle { x: x.at(one.x), y: y.at(one.y), r: radius(one.area) })
            .collect();
        let before = chart.bubbles.iter();
        let before = before.map(|one| one.before.map(|(a, b)| (x.at(a), y.at(b)))).collect();
        let (corners, labels) = (Default::default(), Vec::new());
        let mut frame =
            Self { size, left, right, top, bottom, x, y, circles, before, corners, labels };
        frame.corners = frame.corner_boxes(chart, measure);
        frame.labels = frame.place(chart, measure);
        frame
    }

    /// The labels: the chosen one first, then by area.
    fn place(&self, chart: &BubbleChart, measure: &dyn TextMeasure) -> Vec<Option<Place>> {
        let mut order: Vec<usize> = (0..chart.bubbles.len()).collect();
        order::sort_by_key(&mut order, |idx| {
            let one = &chart.bubbles[*idx];
            (!one.is_chosen, std::cmp::Reverse(one.area))
        });
        let labels: Vec<Label> = order
            .iter()
            .map(|idx| Label {
                circle: *idx,
                width: measure.width(&chart.bubbles[*idx].name, LABEL_PX),
            })
            .collect();
        let mut taken: Vec<Place> = self.corners.iter().flatten().copied().collect();
        taken.extend(self.cut_boxes(chart));
        taken.extend(self.before.iter().flatten().map(|(x, y)| Place {
            left: x - 3.0,
            top: y - 3.0,
            right: x + 3.0,
            bottom: y + 3.0,
        }));
        let room = Place { left: self.left, top: self.top, right: self.right, bottom: self.bottom };
        place_labels(room, &self.circles, &labels, &taken)
    }

    /// Where the names of the quadrants stand. Where two do not fit beside one another, the right
    /// one stands a line further in.
    fn corner_boxes(&self, chart: &BubbleChart, measure: &dyn TextMeasure) -> [Option<Place>; 4] {
        let widths = [0, 1, 2, 3].map(|idx: usize| match chart.corners[idx].as_str() {
            "" => 0.0,
            name => measure.width(name, CORNER_PX) + 8.0,
        });
        [0, 1, 2, 3].map(|idx: usize| {
            let (width, beside) = (widths[idx], widths[idx ^ 1]);
            let is_right = idx % 2 == 1;
            let (left, right) = if is_right {
                (self.right - width, self.right)
            } else {
                (self.left, self.left + width)
            };
            let do_not_fit = width + beside > self.right - self.left;
            let in_by = if is_right && do_not_fit { CORNER_LINE } else { 0.0 };
            let top = if idx < 2 { self.top + in_by } else { self.bottom - CORNER_LINE - in_by };
            let place = Place { left, top, right, bottom: top + CORNER_LINE };
            (width > 0.0).then_some(place)
        })
    }

    fn cut_boxes(&self, chart: &BubbleChart) -> Vec<Place> {
        let across = chart.x.cut.map(|cut| {
            let x = self.x.at(cut);
            Place { left: x - 1.0, right: x + 1.0, top: self.top, bottom: self.bottom }
        });
        let upwards = chart.y.cut.map(|cut| {
            let y = self.y.at(cut);
            Place { left: self.left, right: self.right, top: y - 1.0, bottom: y + 1.0 }
        });
        across.into_iter().chain(upwards).collect()
    }
}

fn color_of(kind: usize, theme: &ChartTheme) -> Rgb {
    [theme.actual, theme.others[1], theme.others[0], theme.quiet][kind.min(3)]
}

/// Draws grid, cuts, arrows, bubbles (the largest first) and labels.
///
/// # Errors
///
/// What the backend says; the drawing is then unfinished.
pub fn draw_bubbles<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    chart: &BubbleChart,
    frame: &BubbleFrame,
    theme: &ChartTheme,
) -> Drawn<B> {
    draw_grid(pen, chart, frame, theme)?;
    if let Some(cut) = chart.x.cut {
        let x = frame.x.at(cut);
        pen.dashes(&[(x, frame.top), (x, frame.bottom)], (4.0, 3.0), 1.25, theme.target)?;
    }
    if let Some(cut) = chart.y.cut {
        let y = frame.y.at(cut);
        pen.dashes(&[(frame.left, y), (frame.right, y)], (4.0, 3.0), 1.25, theme.target)?;
    }
    let mut order: Vec<usize> = (0..frame.circles.len()).collect();
    order::sort_by_key(&mut order, |idx| std::cmp::Reverse(chart.bubbles[*idx].area));
    for &idx in &order {
        if let Some(before) = frame.before[idx] {
            draw_arrow(pen, before, frame.circles[idx], theme)?;
        }
    }
    for &idx in &order {
        let (one, circle) = (&chart.bubbles[idx], frame.circles[idx]);
        let at = (circle.x, circle.y);
        if one.is_chosen {
            pen.dot(at, circle.r + 3.5, theme.target)?;
        }
        pen.dot(at, circle.r, color_of(one.kind, theme))?;
        // A rim of the page parts bubbles that lie over one another.
        pen.ring(at, circle.r + 0.5, 1.0, theme.page)?;
    }
    let placed =
        || frame.labels.iter().enumerate().filter_map(|(idx, place)| Some((idx, (*place)?)));
    // All of one colour after another: a canvas changes its colour four times, not four hundred.
    for (idx, place) in placed() {
        if let Some((from, to)) = place.leader(frame.circles[idx]) {
            pen.line(from, to, 0.75, theme.label)?;
        }
    }
    // Where an arrow or a leader meets a label, the label stands on the page's colour.
    for (_, place) in placed() {
        pen.fill((place.left, place.top), (place.right, place.bottom), theme.page)?;
    }
    for (idx, place) in placed() {
        let one = &chart.bubbles[idx];
        let at = (place.left + labels::PAD, (place.top + place.bottom) / 2.0);
        pen.text(&one.name, at, LABEL_PX, one.is_chosen, Side::Start, theme.text)?;
    }
    Ok(())
}

fn draw_grid<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    chart: &BubbleChart,
    frame: &BubbleFrame,
    theme: &ChartTheme,
) -> Drawn<B> {
    for (value, text) in &frame.x.ticks {
        let x = frame.x.at(*value).round() - 0.5;
        pen.line((x, frame.top), (x, frame.bottom), 1.0, theme.grid)?;
        pen.label(text, (x, frame.bottom + 11.0), Side::Middle, theme.label)?;
    }
    for (value, text) in &frame.y.ticks {
        let y = frame.y.at(*value).round() - 0.5;
        pen.line((frame.left, y), (frame.right, y), 1.0, theme.grid)?;
        pen.label(text, (frame.left - GAP, y), Side::End, theme.label)?;
    }
    pen.label(&format!("↑ {}", chart.y.title), (0.0, 8.0), Side::Start, theme.label)?;
    let arrow = if chart.x.is_reversed { "← " } else { "" };
    let after = if chart.x.is_reversed { "" } else { " →" };
    let title = format!("{arrow}{}{after}", chart.x.title);
    let under = frame.bottom + 28.0;
    pen.label(&title, (frame.right, under), Side::End, theme.label)?;
    for (idx, (name, place)) in chart.corners.iter().zip(&frame.corners).enumerate() {
        let Some(place) = place else { continue };
        let y = (place.top + place.bottom) / 2.0;
        let (x, side) = if idx.is_multiple_of(2) {
            (place.left + 4.0, Side::Start)
        } else {
            (place.right - 4.0, Side::End)
        };
        pen.text(name, (x, y), CORNER_PX, true, side, theme.text)?;
    }
    Ok(())
}

/// From where a bubble was to the edge of where it is.
fn draw_arrow<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    (x, y): Point,
    to: Circle,
    theme: &ChartTheme,
) -> Drawn<B> {
    pen.dot((x, y), 2.5, theme.quiet)?;
    let (dx, dy) = (to.x - x, to.y - y);
    let length = dx.hypot(dy);
    let free = length - to.r - 3.0;
    if free < 8.0 {
        return Ok(());
    }
    let (ux, uy) = (dx / length, dy / length);
    let tip = (x + ux * free, y + uy * free);
    pen.line((x, y), tip, 1.0, theme.quiet)?;
    let wing = |side: f64| {
        let back = (tip.0 - ux * 6.0, tip.1 - uy * 6.0);
        (back.0 - uy * 3.0 * side, back.1 + ux * 3.0 * side)
    };
    pen.area(&[tip, wing(1.0), wing(-1.0)], theme.quiet)
}

/// Draws the chart as a self-contained SVG document of `size` CSS pixels, with the cuts in words
/// under it.
pub fn bubbles_svg(
    chart: &BubbleChart,
    size: Size,
    theme: &ChartTheme,
    measure: &dyn TextMeasure,
) -> String {
    let whole = Size { height: size.height + 20.0, ..size };
    let frame = BubbleFrame::of(chart, size, measure);
    let under = (frame.left, size.height + 8.0);
    svg::document(whole, theme, |pen| {
        draw_bubbles(pen, chart, &frame, theme)?;
        pen.label(&chart.note, under, Side::Start, theme.label)
    })
}

#[cfg(test)]
mod tests;
