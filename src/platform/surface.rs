//! A canvas as plotters draws on one: what is set already is not set again.
//!
//! Every colour, font and width that is set goes through JavaScript as a text that is built and
//! read anew, and a chart of 200 bubbles has a thousand strokes in a handful of them.

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use thiserror::Error;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// A canvas that did not take a stroke.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the canvas refused a stroke")]
pub struct SurfaceError;

type Done = Result<(), DrawingErrorKind<SurfaceError>>;

/// A canvas, and what was last set on it.
pub struct Surface {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    fill: Option<(u8, u8, u8)>,
    stroke: Option<((u8, u8, u8), u32)>,
    /// Sides, size in thousandths, bold.
    font: Option<(u8, u64, bool)>,
}

impl Surface {
    /// A canvas whose context was just cleared: nothing is set on it.
    pub fn new(canvas: HtmlCanvasElement, context: CanvasRenderingContext2d) -> Self {
        Self { canvas, context, fill: None, stroke: None, font: None }
    }

    /// Charts are opaque: what is not wanted is not drawn.
    fn set_fill(&mut self, color: BackendColor) {
        if self.fill != Some(color.rgb) {
            self.context.set_fill_style_str(&css(color.rgb));
            self.fill = Some(color.rgb);
        }
    }

    fn set_stroke(&mut self, style: &impl BackendStyle) {
        let (rgb, width) = (style.color().rgb, style.stroke_width());
        let old = self.stroke.replace((rgb, width));
        if old.map(|old| old.0) != Some(rgb) {
            self.context.set_stroke_style_str(&css(rgb));
        }
        if old.map(|old| old.1) != Some(width) {
            self.context.set_line_width(width.into());
        }
    }

    /// A path through points; whether there are any.
    fn trace(&self, points: impl IntoIterator<Item = BackendCoord>) -> bool {
        let mut points = points.into_iter();
        let Some((x, y)) = points.next() else { return false };
        self.context.begin_path();
        self.context.move_to(x.into(), y.into());
        for (x, y) in points {
            self.context.line_to(x.into(), y.into());
        }
        true
    }
}

fn css((red, green, blue): (u8, u8, u8)) -> String {
    format!("rgb({red},{green},{blue})")
}

impl DrawingBackend for Surface {
    type ErrorType = SurfaceError;

    fn get_size(&self) -> (u32, u32) {
        (self.canvas.width(), self.canvas.height())
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Done {
        self.set_fill(color);
        self.context.fill_rect(x.into(), y.into(), 1.0, 1.0);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        is_filled: bool,
    ) -> Done {
        let (width, height) = (f64::from(right - left), f64::from(bottom - top));
        if is_filled {
            self.set_fill(style.color());
            self.context.fill_rect(left.into(), top.into(), width, height);
        } else {
            self.set_stroke(style);
            self.context.stroke_rect(left.into(), top.into(), width, height);
        }
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.set_stroke(style);
        if self.trace(path) {
            self.context.stroke();
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.set_fill(style.color());
        if self.trace(path) {
            self.context.fill();
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        is_filled: bool,
    ) -> Done {
        self.context.begin_path();
        self.context
            .arc(x.into(), y.into(), radius.into(), 0.0, std::f64::consts::TAU)
            .map_err(|_| DrawingErrorKind::DrawingError(SurfaceError))?;
        if is_filled {
            self.set_fill(style.color());
            self.context.fill();
        } else {
            self.set_stroke(style);
            self.context.stroke();
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Done {
        self.set_fill(style.color());
        let anchor = style.anchor();
        let (at, align) = match anchor.h_pos {
            HPos::Left => (0, "start"),
            HPos::Center => (1, "center"),
            HPos::Right => (2, "end"),
        };
        let is_bold = style.style().as_str() == "bold";
        let font = (at, (style.size() * 1_000.0) as u64, is_bold);
        if self.font != Some(font) {
            self.context.set_text_align(align);
            self.context.set_text_baseline(match anchor.v_pos {
                VPos::Top => "top",
                VPos::Center => "middle",
                VPos::Bottom => "bottom",
            });
            let (size, family) = (style.size(), style.family());
            let weight = style.style();
            self.context.set_font(&format!("{} {size}px {}", weight.as_str(), family.as_str()));
            self.font = Some(font);
        }
        self.context
            .fill_text(text, x.into(), y.into())
            .map_err(|_| DrawingErrorKind::DrawingError(SurfaceError))
    }
}
