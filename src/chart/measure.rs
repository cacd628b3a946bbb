//! How wide a text is.

/// Measures text in CSS pixels: the page asks its canvas, tests and SVG estimate.
pub trait TextMeasure {
    /// The width of `text` at a font size of `px`.
    fn width(&self, text: &str, px: f64) -> f64;
}

/// Widths without a browser: a Chinese character is as wide as it is high, Latin a little over
/// half of it. Errs on the wide side, so that nothing is clipped.
#[derive(Clone, Copy, Debug)]
pub struct Estimate;

impl TextMeasure for Estimate {
    fn width(&self, text: &str, px: f64) -> f64 {
        let ems = |c: char| if u32::from(c) < 0x2E80 { 0.6 } else { 1.0 };
        text.chars().map(ems).sum::<f64>() * px
    }
}
