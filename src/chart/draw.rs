//! Draws the goals' chart.

use plotters_backend::DrawingBackend;

use crate::chart::combo::{ComboChart, Series, Shown, cumulative_actual, cumulative_target};
use crate::chart::frame::{Frame, GAP};
use crate::chart::measure::TextMeasure;
use crate::chart::pen::{Drawn, Pen, Point, Side};
use crate::chart::theme::{ChartTheme, LABEL_PX};
use crate::chart::ticks::tick_label;

/// Everything that the parts of a drawing share.
struct Scene<'a> {
    chart: &'a ComboChart,
    frame: &'a Frame,
    shown: Shown,
    theme: &'a ChartTheme,
    measure: &'a dyn TextMeasure,
}

/// Draws daily bars with target ticks and the cumulative lines, events behind them.
///
/// # Errors
///
/// What the backend says; the drawing is then unfinished.
pub fn draw_combo<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    chart: &ComboChart,
    frame: &Frame,
    shown: Shown,
    theme: &ChartTheme,
    measure: &dyn TextMeasure,
) -> Drawn<B> {
    let scene = Scene { chart, frame, shown, theme, measure };
    scene.bands(pen)?;
    scene.grid(pen)?;
    scene.bars(pen)?;
    scene.forecast(pen)?;
    scene.totals(pen)?;
    scene.slots(pen)?;
    scene.labels(pen)
}

impl Scene<'_> {
    fn bands<B: DrawingBackend>(&self, pen: &mut Pen<'_, B>) -> Drawn<B> {
        let mut free_from = f64::MIN;
        for band in &self.chart.bands {
            let (from, to) = (self.frame.edge(band.from), self.frame.edge(band.to + 1));
            pen.fill((from, self.frame.top - 16.0), (to, self.frame.bottom), self.theme.event)?;
            let width = self.measure.width(&band.name, LABEL_PX);
            let start = (from + 4.0).min(self.frame.right - width);
            if free_from <= start && self.frame.left <= start {
                let at = (start, self.frame.top - 8.0);
                pen.label(&band.name, at, Side::Start, self.theme.label)?;
                free_from = start + width + GAP;
            }
        }
        Ok(())
    }

    fn has_totals(&self) -> bool {
        [Series::TotalActual, Series::TotalTarget, Series::Forecast]
            .into_iter()
            .any(|series| self.shown.has(series))
    }

    fn grid<B: DrawingBackend>(&self, pen: &mut Pen<'_, B>) -> Drawn<B> {
        let Frame { left, right, .. } = *self.frame;
        for &value in &self.frame.left_ticks {
            // On half a pixel a line of one pixel is one pixel.
            let y = self.frame.y_left(value).round() - 0.5;
            let color = if value == 0 { self.theme.line } else { self.theme.grid };
            pen.line((left, y), (right, y), 1.0, color)?;
            let label = tick_label(value, self.chart.left.divisor);
            pen.label(&label, (left - GAP, y), Side::End, self.theme.label)?;
        }
        if self.has_totals() {
            for &value in self.frame.right_ticks.iter().filter(|&&value| value != 0) {
                let label = tick_label(value, self.chart.right.divisor);
                let at = (right + GAP, self.frame.y_right(value));
                pen.label(&label, at, Side::Start, self.theme.label)?;
            }
        }
        let y = self.frame.size.height - 8.0;
        pen.label(&self.chart.left.caption, (left, y), Side::Start, self.theme.label)?;
        let used = self.measure.width(&self.chart.left.caption, LABEL_PX)
            + self.measure.width(&self.chart.right.caption, LABEL_PX)
            + GAP;
        if self.has_totals() && used <= right - left {
            pen.label(&self.chart.right.caption, (right, y), Side::End, self.theme.label)?;
        }
        Ok(())
    }

    fn bars<B: DrawingBackend>(&self, pen: &mut Pen<'_, B>) -> Drawn<B> {
        let half = (self.frame.slot_width() * 0.36).clamp(0.5, 22.0);
        let zero = self.frame.y_left(0);
        for (idx, slot) in self.chart.slots.iter().enumerate() {
            let x = self.frame.x(idx);
            if self.shown.has(Series::Actual) {
                match slot.actual {
                    Some(value) => {
                        let color = if slot.is_current {
                            self.theme.actual
                        } else {
                            self.theme.actual_quiet
                        };
                        let y = self.frame.y_left(value);
                        pen.fill((x - half, y.min(zero)), (x + half, y.max(zero)), color)?;
                    }
                    None if slot.is_past => self.hatch(pen, (x - half, x + half))?,
                    None => {}
                }
            }
        }
        if self.shown.has(Series::Target) {
            for (idx, slot) in self.chart.slots.iter().enumerate() {
                let (x, y) = (self.frame.x(idx), self.frame.y_left(slot.target));
                pen.line((x - half - 1.0, y), (x + half + 1.0, y), 1.75, self.theme.target)?;
                if slot.is_locked {
                    pen.dot((x, y - 5.0), 1.75, self.theme.target)?;
                }
            }
        }
        Ok(())
    }

    /// A missing slot: slanted lines on the floor of the plot, so that it is neither zero nor blank.
    fn hatch<B: DrawingBackend>(&self, pen: &mut Pen<'_, B>, (from, to): (f64, f64)) -> Drawn<B> {
        let floor = self.frame.y_left(0);
        let height = 14.0_f64.min(self.frame.bottom - self.frame.top);
        let mut x = from - height;
        while x < to {
            let (start, end) = (x.max(from), (x + height).min(to));
            if start < end {
                let line = [(start, floor - (start - x)), (end, floor - (end - x))];
                pen.path(&line, 1.0, self.theme.line)?;
            }
            x += 4.0;
        }
        Ok(())
    }

    fn forecast<B: DrawingBackend>(&self, pen: &mut Pen<'_, B>) -> Drawn<B> {
        let totals = cumulative_actual(&self.chart.slots);
        let (Some([low, mid, high]), true, Some(&(slot, total))) =
            (self.chart.forecast, self.shown.has(Series::Forecast), totals.last())
        else {
            return Ok(());
        };
        let last = self.frame.n_slots - 1;
        if last <= slot {
            return Ok(());
        }
        // The way there follows the plan's own curve: each slot takes its share of the target.
        let targets = cumulative_target(&self.chart.slots);
        let (from, to) = (targets[slot] as f64, targets[last] as f64);
        let way = |end: i64| -> Vec<Point> {
            (slot..=last)
                .map(|idx| {
                    let even = (idx - slot) as f64 / (last - slot) as f64;
                    let share =
                        if from < to { (targets[idx] as f64 - from) / (to - from) } else { even };
                    let value = total as f64 + share * (end - total) as f64;
                    (self.frame.x(idx), self.frame.y_right(value as i64))
                })
                .collect()
        };
        let mut area = way(low);
        area.extend(way(high).into_iter().rev());
        pen.area(&area, self.theme.forecast)?;
        pen.dashes(&way(mid), (1.5, 3.0), 1.5, self.theme.actual)
    }

    fn totals<B: DrawingBackend>(&self, pen: &mut Pen<'_, B>) -> Drawn<B> {
        if self.shown.has(Series::TotalTarget) {
            let points: Vec<Point> = cumulative_target(&self.chart.slots)
                .into_iter()
                .enumerate()
                .map(|(idx, total)| (self.frame.x(idx), self.frame.y_right(total)))
                .collect();
            pen.dashes(&points, (4.0, 3.0), 1.5, self.theme.target)?;
        }
        if self.shown.has(Series::TotalActual) {
            let points: Vec<Point> = cumulative_actual(&self.chart.slots)
                .into_iter()
                .map(|(idx, total)| (self.frame.x(idx), self.frame.y_right(total)))
                .collect();
            pen.path(&points, 2.0, self.theme.actual)?;
            if let Some(&end) = points.last() {
                pen.dot(end, 4.5, self.theme.actual)?;
                pen.dot(end, 2.5, self.theme.page)?;
            }
        }
        Ok(())
    }

    fn slots<B: DrawingBackend>(&self, pen: &mut Pen<'_, B>) -> Drawn<B> {
        let slots = &self.chart.slots;
        let width = |text: &str| self.measure.width(text, LABEL_PX);
        let widest = slots.iter().map(|slot| width(&slot.tick)).fold(0.0, f64::max);
        let step = self.frame.label_step(widest);
        let y = self.frame.bottom + 12.0;
        let current = slots.iter().position(|slot| slot.is_current);
        if let Some(idx) = current {
            pen.label(&slots[idx].tick, (self.frame.x(idx), y), Side::Middle, self.theme.text)?;
        }
        for idx in (0..slots.len()).step_by(step) {
            let is_free = current.is_none_or(|current| {
                let apart = (self.frame.x(current) - self.frame.x(idx)).abs();
                (width(&slots[current].tick) + width(&slots[idx].tick)) / 2.0 + 4.0 <= apart
            });
            if is_free {
                pen.label(
                    &slots[idx].tick,
                    (self.frame.x(idx), y),
                    Side::Middle,
                    self.theme.label,
                )?;
            }
        }
        Ok(())
    }

    /// Labels beside the lines, with a halo in the page's colour, moved apart where they meet.
    fn labels<B: DrawingBackend>(&self, pen: &mut Pen<'_, B>) -> Drawn<B> {
        for (text, at) in self.placed_labels() {
            for (dx, dy) in HALO {
                pen.label(text, (at.0 + dx, at.1 + dy), Side::End, self.theme.page)?;
            }
            pen.label(text, at, Side::End, self.theme.text)?;
        }
        Ok(())
    }

    fn placed_labels(&self) -> Vec<(&str, Point)> {
        let labels = &self.chart.labels;
        let right = self.frame.right - 2.0;
        let mut wanted: Vec<(&str, Point)> = Vec::new();
        if self.shown.has(Series::TotalTarget)
            && let Some(&total) = cumulative_target(&self.chart.slots).last()
        {
            wanted.push((&labels.target, (right, self.frame.y_right(total) - 14.0)));
        }
        if self.shown.has(Series::TotalActual)
            && let Some(&(idx, total)) = cumulative_actual(&self.chart.slots).last()
        {
            let width = self.measure.width(&labels.actual, LABEL_PX);
            let x = (self.frame.x(idx) + width + GAP).min(right);
            let below = self.frame.y_right(total) + 14.0;
            wanted.push((&labels.actual, (x, self.below_lines(x - width).max(below))));
        }
        if self.shown.has(Series::Forecast)
            && let Some([low, ..]) = self.chart.forecast
        {
            let width = self.measure.width(&labels.forecast, LABEL_PX);
            let below = self.frame.y_right(low) + 14.0;
            wanted.push((&labels.forecast, (right, self.below_lines(right - width).max(below))));
        }
        let mut placed: Vec<(&str, Point)> = Vec::new();
        for (text, at) in wanted.into_iter().filter(|(text, _)| !text.is_empty()) {
            if let Some(at) = self.free_place(&placed, text, at) {
                placed.push((text, at));
            }
        }
        placed
    }

    /// Where a label that begins at `x` stands below the cumulative lines: they rise, so what is
    /// below them at its beginning is below them all along.
    fn below_lines(&self, x: f64) -> f64 {
        let before = |idx: usize| self.frame.x(idx) <= x;
        let target = cumulative_target(&self.chart.slots);
        let target = target.iter().enumerate().rev().find(|(idx, _)| before(*idx));
        let actual = cumulative_actual(&self.chart.slots);
        let actual = actual.iter().rev().find(|(idx, _)| before(*idx));
        let lowest = [target.map(|(_, total)| *total), actual.map(|(_, total)| *total)];
        lowest.into_iter().flatten().map(|total| self.frame.y_right(total)).fold(0.0, f64::max)
            + 14.0
    }

    /// The place nearest to the wanted one at which a label meets no other; `None` if there is none.
    fn free_place(&self, placed: &[(&str, Point)], text: &str, (x, y): Point) -> Option<Point> {
        const LINE: f64 = 15.0;
        let width = self.measure.width(text, LABEL_PX);
        let x = x.max(self.frame.left + width);
        if self.frame.right < x {
            return None;
        }
        let meets = |y: f64| {
            placed.iter().any(|(other, at)| {
                let other = self.measure.width(other, LABEL_PX);
                (y - at.1).abs() < LINE && x - width < at.0 && at.0 - other < x
            })
        };
        let inside = |y: f64| y.clamp(self.frame.top + 4.0, self.frame.bottom - 8.0);
        (0..24)
            .flat_map(|n| [y + f64::from(n) * 6.0, y - f64::from(n) * 6.0])
            .map(inside)
            .find(|&y| !meets(y))
            .map(|y| (x, y))
    }
}

/// Where a halo's copies stand around a label.
const HALO: [Point; 8] = [
    (-2.0, 0.0),
    (2.0, 0.0),
    (0.0, -2.0),
    (0.0, 2.0),
    (-1.4, -1.4),
    (1.4, -1.4),
    (-1.4, 1.4),
    (1.4, 1.4),
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::chart::combo::{Axis, Band, Labels, Slot};
    use crate::chart::frame::Size;
    use crate::chart::measure::Estimate;
    use crate::chart::svg::combo_svg;

    fn chart(actual: &[Option<i64>], target: i64) -> ComboChart {
        let slots = actual.iter().enumerate().map(|(idx, &actual)| Slot {
            tick: (idx + 1).to_string(),
            name: format!("day {}", idx + 1),
            actual,
            target,
            is_locked: idx % 9 == 0,
            is_past: idx < actual.map_or(3, |_| usize::MAX),
            is_current: idx == 3,
        });
        ComboChart {
            slots: slots.collect(),
            bands: vec![Band { from: 0, to: 0, name: "event".to_owned() }],
            forecast: Some([80_000_000, 90_000_000, 100_000_000]),
            left: Axis { divisor: 1_000_000, caption: "daily".to_owned() },
            right: Axis { divisor: 1_000_000, caption: "total".to_owned() },
            labels: Labels {
                actual: "so far".to_owned(),
                target: "target".to_owned(),
                forecast: "forecast".to_owned(),
            },
        }
    }

    /// Every attribute `name` of the texts of an SVG document, in pixels.
    fn numbers(svg: &str, name: &str) -> Vec<f64> {
        svg.split("<text ")
            .skip(1)
            .filter_map(|text| {
                text.split(&format!(" {name}=\""))
                    .nth(1)
                    .or_else(|| text.strip_prefix(&format!("{name}=\"")))
            })
            .filter_map(|rest| rest.split('"').next()?.parse::<f64>().ok())
            .map(|units| units / 8.0)
            .collect()
    }

    fn svg(chart: &ComboChart, size: Size) -> String {
        combo_svg(chart, Shown::default(), size, &ChartTheme::LIGHT, &Estimate)
    }

    #[test]
    fn a_chart_of_nothing_still_draws() {
        let size = Size { width: 320.0, height: 200.0 };
        for chart in [ComboChart::default(), chart(&[], 0), chart(&[None], 0), chart(&[Some(5)], 5)]
        {
            let text = svg(&chart, size);
            assert!(text.contains("</svg>") && !text.contains("NaN"), "{text}");
        }
    }

    #[test]
    fn what_the_legend_switches_off_is_not_drawn() {
        let size = Size { width: 700.0, height: 340.0 };
        let chart = chart(&[Some(1_000_000); 31], 1_200_000);
        let all = Shown::default();
        for series in Series::ALL {
            let less = combo_svg(&chart, all.toggled(series), size, &ChartTheme::LIGHT, &Estimate);
            assert!(less.len() < svg(&chart, size).len(), "{series:?}");
        }
    }

    #[test]
    fn the_document_is_as_large_as_it_looks() {
        let text = svg(&chart(&[Some(1)], 1), Size { width: 700.0, height: 340.0 });
        assert!(text.contains("width=\"700\" height=\"340\""), "{}", &text[..200]);
        assert!(text.contains("viewBox=\"0 0 5600 2720\""), "{}", &text[..200]);
    }

    proptest! {
        #[test]
        fn no_label_leaves_the_drawing(
            actual in prop::collection::vec(prop::option::of(-500_000_i64..2_000_000_000), 0..366),
            target in 0_i64..2_000_000_000,
            width in 280_u16..2_000, height in 160_u16..700,
        ) {
            let size = Size { width: width.into(), height: height.into() };
            let text = svg(&chart(&actual, target), size);
            prop_assert!(!text.contains("NaN") && !text.contains("inf"));
            for x in numbers(&text, "x") {
                prop_assert!((-0.5..=size.width + 0.5).contains(&x), "{x}");
            }
            for y in numbers(&text, "y") {
                prop_assert!((3.0..=size.height - 3.0).contains(&y), "{y}");
            }
        }

        #[test]
        fn labels_beside_lines_never_meet(
            actual in prop::collection::vec(prop::option::of(0_i64..2_000_000), 1..62),
            width in 320_u16..1_200,
        ) {
            let chart = chart(&actual, 1_000_000);
            let size = Size { width: width.into(), height: 340.0 };
            let frame = Frame::of(&chart, size, &Estimate);
            let scene = Scene {
                chart: &chart,
                frame: &frame,
                shown: Shown::default(),
                theme: &ChartTheme::LIGHT,
                measure: &Estimate,
            };
            let placed = scene.placed_labels();
            for (idx, (text, at)) in placed.iter().enumerate() {
                let width = Estimate.width(text, LABEL_PX);
                prop_assert!(frame.left <= at.0 - width + 0.01 && at.0 <= frame.right + 0.01);
                for (other, to) in &placed[..idx] {
                    let apart = 15.0 <= (at.1 - to.1).abs()
                        || at.0 <= to.0 - Estimate.width(other, LABEL_PX)
                        || to.0 <= at.0 - width;
                    prop_assert!(apart, "{text} meets {other}");
                }
            }
        }
    }
}
