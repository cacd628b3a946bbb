//! The strokes of figures over time.

use plotters_backend::DrawingBackend;

use crate::chart::days::{DayChart, DayForm, DayFrame, stack_top};
use crate::chart::frame::GAP;
use crate::chart::measure::TextMeasure;
use crate::chart::pen::{Drawn, Pen, Point, Side};
use crate::chart::theme::{ChartTheme, LABEL_PX, Rgb};
use crate::chart::ticks::tick_label;

/// The colour of a series: the first of bars and lines is the actual, others follow the order of
/// the categories.
fn color(chart: &DayChart, place: usize, theme: &ChartTheme) -> Rgb {
    let series = &chart.series[place];
    let before = &chart.series[..place];
    let nth = |forms: &[DayForm]| before.iter().filter(|one| forms.contains(&one.form)).count();
    match series.form {
        DayForm::Target => theme.target,
        DayForm::Earlier => theme.quiet,
        DayForm::Dots => theme.actual_quiet,
        DayForm::Stack => theme.category(nth(&[DayForm::Stack])),
        DayForm::Bars => {
            if nth(&[DayForm::Bars]) == 0 {
                theme.actual_quiet
            } else {
                theme.category(2)
            }
        }
        DayForm::Line if series.is_right => theme.category(1),
        DayForm::Line => theme.category(nth(&[DayForm::Line]) * 2),
    }
}

/// Draws the chart.
///
/// # Errors
///
/// What the backend says; the drawing is then unfinished.
pub fn draw_days<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    chart: &DayChart,
    frame: &DayFrame,
    theme: &ChartTheme,
    measure: &dyn TextMeasure,
) -> Drawn<B> {
    draw_bands(pen, chart, frame, theme, measure)?;
    for (slot, one) in chart.slots.iter().enumerate() {
        if one.is_missing {
            let (from, to) = (frame.edge(slot), frame.edge(slot + 1));
            hatch(pen, (from, frame.top), (to, frame.bottom), theme.line)?;
        }
    }
    draw_axes(pen, chart, frame, theme, measure)?;
    for place in (0..chart.series.len()).rev() {
        if matches!(chart.series[place].form, DayForm::Bars | DayForm::Stack) {
            draw_bars(pen, chart, place, frame, theme)?;
        }
    }
    for place in (0..chart.series.len()).rev() {
        draw_line(pen, chart, place, frame, theme)?;
    }
    for (number, (slot, _)) in (1..).zip(&chart.notes) {
        let x = frame.x(*slot);
        pen.dashes(&[(x, frame.top - 4.0), (x, frame.bottom)], (2.0, 3.0), 1.0, theme.label)?;
        pen.dot((x, frame.top - 11.0), 7.0, theme.text)?;
        let label = (x, frame.top - 11.0);
        pen.text(&format!("{number}"), label, 9.0, true, Side::Middle, theme.page)?;
    }
    Ok(())
}

fn draw_bands<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    chart: &DayChart,
    frame: &DayFrame,
    theme: &ChartTheme,
    measure: &dyn TextMeasure,
) -> Drawn<B> {
    let mut free = f64::NEG_INFINITY;
    for band in &chart.bands {
        let (from, to) = (frame.edge(band.from), frame.edge(band.to + 1));
        pen.fill((from, frame.top), (to, frame.bottom), theme.event)?;
    }
    for band in &chart.bands {
        // A name has room beside its band as far as the next one's.
        let from = frame.edge(band.from);
        let width = measure.width(&band.name, LABEL_PX);
        if free <= from && from + width <= frame.right {
            let at = (from + 2.0, frame.top + 9.0);
            pen.label(&band.name, at, Side::Start, theme.label)?;
            free = from + width + 8.0;
        }
    }
    Ok(())
}

fn draw_axes<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    chart: &DayChart,
    frame: &DayFrame,
    theme: &ChartTheme,
    measure: &dyn TextMeasure,
) -> Drawn<B> {
    for &value in &frame.left_ticks {
        let y = frame.y(value, false).round() - 0.5;
        let color = if value == 0 { theme.line } else { theme.grid };
        pen.line((frame.left, y), (frame.right, y), 1.0, color)?;
        let text = tick_label(value, chart.left.divisor);
        pen.label(&text, (frame.left - GAP, y), Side::End, theme.label)?;
    }
    pen.label(&chart.left.caption, (0.0, 8.0), Side::Start, theme.label)?;
    if let Some(axis) = &chart.right {
        for &value in &frame.right_ticks {
            let text = tick_label(value, axis.divisor);
            let at = (frame.right + GAP, frame.y(value, true));
            pen.label(&text, at, Side::Start, theme.label)?;
        }
        pen.label(&axis.caption, (frame.size.width, 8.0), Side::End, theme.label)?;
    }
    let widest =
        chart.slots.iter().map(|slot| measure.width(&slot.tick, LABEL_PX)).fold(0.0, f64::max);
    let step = ((widest + 14.0) / frame.slot_width()).ceil().max(1.0) as usize;
    for (slot, one) in chart.slots.iter().enumerate().step_by(step) {
        let half = measure.width(&one.tick, LABEL_PX) / 2.0;
        let x = frame.x(slot).clamp(half, (frame.size.width - half).max(half));
        pen.label(&one.tick, (x, frame.bottom + 13.0), Side::Middle, theme.label)?;
    }
    Ok(())
}

fn draw_bars<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    chart: &DayChart,
    place: usize,
    frame: &DayFrame,
    theme: &ChartTheme,
) -> Drawn<B> {
    let series = &chart.series[place];
    let half = (frame.slot_width() * 0.36).clamp(0.5, 30.0);
    let color = color(chart, place, theme);
    for (slot, value) in series.values.iter().enumerate() {
        let Some(value) = *value else { continue };
        let base = match series.form {
            DayForm::Stack => stack_top(chart, slot, place),
            _ => 0,
        };
        let top = match series.form {
            DayForm::Stack => base.saturating_add(value.max(0)),
            _ => value,
        };
        let (a, b) = (frame.y(base, series.is_right), frame.y(top, series.is_right));
        let x = frame.x(slot);
        pen.fill((x - half, a.min(b)), (x + half, a.max(b)), color)?;
        if series.form == DayForm::Stack && 0 < base {
            // A pixel of the page keeps the parts apart.
            pen.line((x - half, a), (x + half, a), 1.0, theme.page)?;
        }
    }
    Ok(())
}

fn draw_line<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    chart: &DayChart,
    place: usize,
    frame: &DayFrame,
    theme: &ChartTheme,
) -> Drawn<B> {
    let series = &chart.series[place];
    let color = color(chart, place, theme);
    let at = |slot: usize, value: i64| (frame.x(slot), frame.y(value, series.is_right));
    if series.form == DayForm::Dots {
        let radius = (frame.slot_width() * 0.3).clamp(0.8, 2.0);
        for (slot, value) in series.values.iter().enumerate() {
            if let Some(value) = *value {
                pen.dot(at(slot, value), radius, color)?;
            }
        }
        return Ok(());
    }
    for run in runs(&series.values) {
        let points: Vec<Point> = run.iter().map(|(slot, value)| at(*slot, *value)).collect();
        if let [alone] = points.as_slice() {
            pen.dot(*alone, 1.5, color)?;
        }
        match series.form {
            DayForm::Line => pen.path(&points, 2.0, color)?,
            DayForm::Target => pen.dashes(&points, (5.0, 3.0), 1.25, color)?,
            DayForm::Earlier => pen.dashes(&points, (1.5, 3.0), 1.5, color)?,
            DayForm::Bars | DayForm::Stack | DayForm::Dots => {}
        }
    }
    let last = series.values.iter().enumerate().rev().find_map(|(slot, one)| Some((slot, (*one)?)));
    if let Some((slot, value)) = last.filter(|_| series.form == DayForm::Line) {
        pen.dot(at(slot, value), 4.0, color)?;
        pen.dot(at(slot, value), 2.2, theme.page)?;
    }
    Ok(())
}

/// The runs of slots that have a value.
pub(super) fn runs(values: &[Option<i64>]) -> Vec<Vec<(usize, i64)>> {
    let mut runs = vec![Vec::new()];
    for (slot, value) in values.iter().enumerate() {
        match (value, runs.last_mut()) {
            (Some(value), Some(run)) => run.push((slot, *value)),
            (None, Some(run)) if !run.is_empty() => runs.push(Vec::new()),
            _ => {}
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// Slanted lines in a box: nothing is known.
pub(in crate::chart) fn hatch<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    from: Point,
    to: Point,
    color: Rgb,
) -> Drawn<B> {
    let (width, height) = (to.0 - from.0, to.1 - from.1);
    let mut start = -height;
    while start < width {
        // Along the line x − from = start + t, y = bottom − t.
        let (first, last) = ((-start).max(0.0), (width - start).min(height));
        if first < last {
            let point = |t: f64| (from.0 + start + t, to.1 - t);
            pen.line(point(first), point(last), 1.0, color)?;
        }
        start += 5.0;
    }
    Ok(())
}
