//! Strokes in CSS pixels on a plotters backend.
//!
//! A backend counts in whole numbers; the pen counts in eighths of a pixel, so that a shallow
//! line does not become a staircase. It also keeps plotters' own text metrics out of the page:
//! they need inline styles, which the content security policy forbids.

use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontFamily, FontStyle,
};

use crate::chart::theme::{FONTS, LABEL_PX, Rgb};

/// How many backend units a CSS pixel has.
pub const SUBPIXELS: u32 = 8;

/// Draws on a backend whose unit is 1/[`SUBPIXELS`] CSS pixel.
pub struct Pen<'b, B: DrawingBackend> {
    backend: &'b mut B,
    font_factor: f64,
}

/// What drawing on a backend may end with.
pub type Drawn<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

/// A point in CSS pixels.
pub type Point = (f64, f64);

#[derive(Clone, Copy)]
struct Stroke {
    color: BackendColor,
    width: u32,
}

impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        self.color
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

/// Which side of its point a label stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The text begins at the point.
    Start,
    /// The text is centred on the point.
    Middle,
    /// The text ends at the point.
    End,
}

struct Label {
    color: BackendColor,
    px: f64,
    side: Side,
    is_bold: bool,
}

impl BackendTextStyle for Label {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        self.color
    }

    fn size(&self) -> f64 {
        self.px
    }

    fn anchor(&self) -> Pos {
        let h_pos = match self.side {
            Side::Start => HPos::Left,
            Side::Middle => HPos::Center,
            Side::End => HPos::Right,
        };
        Pos::new(h_pos, VPos::Center)
    }

    fn style(&self) -> FontStyle {
        if self.is_bold { FontStyle::Bold } else { FontStyle::Normal }
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(FONTS)
    }

    fn layout_box(&self, _: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        Ok(((0, 0), (0, 0)))
    }

    fn draw<E, DrawFunc: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: DrawFunc,
    ) -> Result<Result<(), E>, Infallible> {
        // Both backends draw text by themselves.
        Ok(Ok(()))
    }
}

fn solid(rgb: Rgb) -> BackendColor {
    BackendColor { alpha: 1.0, rgb }
}

fn units(px: f64) -> i32 {
    let units = (px * f64::from(SUBPIXELS)).round();
    // Casting saturates; what lies that far outside is not seen.
    units as i32
}

fn point((x, y): Point) -> BackendCoord {
    (units(x), units(y))
}

impl<'b, B: DrawingBackend> Pen<'b, B> {
    /// A pen on `backend`. `font_factor` undoes what a backend does to font sizes.
    pub fn new(backend: &'b mut B, font_factor: f64) -> Self {
        Self { backend, font_factor }
    }

    /// A filled box.
    pub fn fill(&mut self, from: Point, to: Point, color: Rgb) -> Drawn<B> {
        let style = Stroke { color: solid(color), width: 0 };
        self.backend.draw_rect(point(from), point(to), &style, true)
    }

    /// A straight line of a width in CSS pixels.
    pub fn line(&mut self, from: Point, to: Point, width: f64, color: Rgb) -> Drawn<B> {
        self.path(&[from, to], width, color)
    }

    /// A line through points.
    pub fn path(&mut self, points: &[Point], width: f64, color: Rgb) -> Drawn<B> {
        if points.len() < 2 {
            return Ok(());
        }
        let style = Stroke { color: solid(color), width: units(width).unsigned_abs().max(1) };
        self.backend.draw_path(points.iter().map(|&p| point(p)), &style)
    }

    /// A dashed line through points; `on` and `off` in CSS pixels along the line.
    pub fn dashes(
        &mut self,
        points: &[Point],
        (on, off): (f64, f64),
        width: f64,
        color: Rgb,
    ) -> Drawn<B> {
        for dash in cut(points, on, off) {
            self.path(&dash, width, color)?;
        }
        Ok(())
    }

    /// A filled area between points.
    pub fn area(&mut self, points: &[Point], color: Rgb) -> Drawn<B> {
        let style = Stroke { color: solid(color), width: 0 };
        self.backend.fill_polygon(points.iter().map(|&p| point(p)), &style)
    }

    /// A dot with its radius in CSS pixels.
    pub fn dot(&mut self, center: Point, radius: f64, color: Rgb) -> Drawn<B> {
        let style = Stroke { color: solid(color), width: 0 };
        self.backend.draw_circle(point(center), units(radius).unsigned_abs(), &style, true)
    }

    /// A ring around a point; `radius` to the middle of its stroke.
    pub fn ring(&mut self, center: Point, radius: f64, width: f64, color: Rgb) -> Drawn<B> {
        let style = Stroke { color: solid(color), width: units(width).unsigned_abs().max(1) };
        self.backend.draw_circle(point(center), units(radius).unsigned_abs(), &style, false)
    }

    /// A label, vertically centred on its point.
    pub fn label(&mut self, text: &str, at: Point, side: Side, color: Rgb) -> Drawn<B> {
        self.text(text, at, LABEL_PX, false, side, color)
    }

    /// Words of `px` CSS pixels, vertically centred on their point.
    pub fn text(
        &mut self,
        text: &str,
        at: Point,
        px: f64,
        is_bold: bool,
        side: Side,
        color: Rgb,
    ) -> Drawn<B> {
        if text.is_empty() {
            return Ok(());
        }
        let px = px * f64::from(SUBPIXELS) * self.font_factor;
        let label = Label { color: solid(color), px, side, is_bold };
        self.backend.draw_text(text, &label, point(at))
    }
}

/// Cuts a line into dashes.
fn cut(points: &[Point], on: f64, off: f64) -> Vec<Vec<Point>> {
    let mut dashes = Vec::new();
    let mut dash: Vec<Point> = points.first().copied().into_iter().collect();
    let (mut is_on, mut left) = (true, on);
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        let mut length = (to.0 - from.0).hypot(to.1 - from.1);
        while left < length {
            let share = left / length;
            from = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
            length -= left;
            if is_on {
                dash.push(from);
                dashes.push(std::mem::take(&mut dash));
            } else {
                dash.push(from);
            }
            is_on = !is_on;
            left = if is_on { on } else { off };
        }
        left -= length;
        if is_on {
            dash.push(to);
        }
    }
    if is_on {
        dashes.push(dash);
    }
    dashes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_into_dashes() {
        let dashes = cut(&[(0.0, 0.0), (10.0, 0.0)], 4.0, 2.0);
        assert_eq!(dashes, [vec![(0.0, 0.0), (4.0, 0.0)], vec![(6.0, 0.0), (10.0, 0.0)]]);
        assert_eq!(cut(&[], 4.0, 2.0), vec![Vec::<Point>::new()]);
    }
}
