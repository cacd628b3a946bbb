//! A chart as an SVG document.

use plotters_svg::SVGBackend;

use crate::chart::combo::{ComboChart, Shown};
use crate::chart::draw::draw_combo;
use crate::chart::frame::{Frame, Size};
use crate::chart::measure::TextMeasure;
use crate::chart::pen::{Drawn, Pen, SUBPIXELS};
use crate::chart::theme::ChartTheme;

/// plotters' SVG backend divides font sizes by this; the pen multiplies them.
pub(super) const SVG_FONT_FACTOR: f64 = 1.24;

/// Draws a chart as a self-contained SVG document of `size` CSS pixels.
pub fn combo_svg(
    chart: &ComboChart,
    shown: Shown,
    size: Size,
    theme: &ChartTheme,
    measure: &dyn TextMeasure,
) -> String {
    let frame = Frame::of(chart, size, measure);
    document(size, theme, |pen| draw_combo(pen, chart, &frame, shown, theme, measure))
}

/// A self-contained SVG document of `size` CSS pixels on the page's colour, drawn by `draw`.
pub(super) fn document(
    size: Size,
    theme: &ChartTheme,
    draw: impl FnOnce(&mut Pen<'_, SVGBackend<'_>>) -> Drawn<SVGBackend<'static>>,
) -> String {
    let units = |px: f64| (px * f64::from(SUBPIXELS)).max(1.0) as u32;
    let (width, height) = (units(size.width), units(size.height));
    let mut text = String::new();
    {
        let mut backend = SVGBackend::with_string(&mut text, (width, height));
        let mut pen = Pen::new(&mut backend, SVG_FONT_FACTOR);
        let background = pen.fill((0.0, 0.0), (size.width, size.height), theme.page);
        // Writing to a string cannot fail; a chart that did would come out unfinished.
        let _ = background.and_then(|()| draw(&mut pen));
    }
    shown_size(&text, (width, height), size)
}

/// The drawing counts in eighths of a pixel; the document is as large as it looks.
pub(super) fn shown_size(text: &str, (width, height): (u32, u32), size: Size) -> String {
    let own = format!("width=\"{width}\" height=\"{height}\"");
    let shown = format!("width=\"{}\" height=\"{}\"", size.width, size.height);
    text.replacen(&own, &shown, 1)
}
