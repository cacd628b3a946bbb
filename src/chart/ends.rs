//! Labels at the right ends of lines: moved apart, so that none covers another.

use crate::base::order;
use crate::chart::measure::TextMeasure;
use crate::chart::theme::LABEL_PX;

/// Between the middles of two labels, in CSS pixels.
pub const STEP: f64 = 14.0;
/// Between the end of the plot and the text: room for the mark of the line.
pub const MARK: f64 = 18.0;

/// A line's name at its end.
#[derive(Clone, Debug, PartialEq)]
pub struct EndLabel {
    /// The place of the line in its chart.
    pub line: usize,
    /// The name, shortened to the room that there is.
    pub text: String,
    /// The height of its middle, in CSS pixels.
    pub y: f64,
}

/// How much of a chart's `width` the labels take at its right, with the mark and a margin: as much
/// as the longest name, but never more than a quarter of the width. Nothing without names.
pub fn area<'a>(
    names: impl IntoIterator<Item = &'a str>,
    width: f64,
    measure: &dyn TextMeasure,
) -> f64 {
    let longest = names.into_iter().map(|name| measure.width(name, LABEL_PX)).fold(0.0, f64::max);
    if longest == 0.0 { 0.0 } else { (longest + MARK + 6.0).min(width / 4.0).ceil() }
}

/// The labels of lines that end at the heights `wanted`, the most important line first: inside
/// `top`–`bottom`, at least [`STEP`] apart, in the order of the heights, and moved as little as
/// possible (least squares). Where there is no room for all, the least important have none.
pub fn heights(wanted: &[f64], (top, bottom): (f64, f64)) -> Vec<Option<f64>> {
    let room = (bottom - top).max(0.0);
    // A cast of a small positive number.
    let n = wanted.len().min((room / STEP) as usize);
    let mut order: Vec<usize> = (0..n).collect();
    order::sort_by(&mut order, |&a, &b| wanted[a].total_cmp(&wanted[b]));
    // Less what the labels before it take, heights that only rise are far enough apart. Pooling
    // neighbours that fall gives the nearest rising row; bounds cut off its ends.
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (place, &line) in order.iter().enumerate() {
        let mut pool = (wanted[line] - place as f64 * STEP, 1);
        while let Some(&(mean, size)) = pools.last().filter(|(mean, _)| pool.0 < *mean) {
            pools.pop();
            let both = size + pool.1;
            pool = ((mean * size as f64 + pool.0 * pool.1 as f64) / both as f64, both);
        }
        pools.push(pool);
    }
    let low = top + STEP / 2.0;
    let high = (bottom - STEP / 2.0 - n.saturating_sub(1) as f64 * STEP).max(low);
    let mut placed = vec![None; wanted.len()];
    let means = pools.iter().flat_map(|&(mean, size)| std::iter::repeat_n(mean, size));
    for (place, (line, mean)) in order.into_iter().zip(means).enumerate() {
        placed[line] = Some(mean.clamp(low, high) + place as f64 * STEP);
    }
    placed
}

/// The labels of lines, each its name and the height at which it ends; `width` is what a text may
/// take. A line that ends nowhere has no label.
pub fn labels(
    lines: &[(&str, Option<f64>)],
    width: f64,
    bounds: (f64, f64),
    measure: &dyn TextMeasure,
) -> Vec<EndLabel> {
    let mut ends = Vec::new();
    for (line, (name, end)) in lines.iter().enumerate() {
        if let Some(end) = end.filter(|_| !name.is_empty()) {
            ends.push((line, *name, end));
        }
    }
    let wanted: Vec<f64> = ends.iter().map(|end| end.2).collect();
    let mut labels = Vec::new();
    for ((line, name, _), y) in ends.into_iter().zip(heights(&wanted, bounds)) {
        if let Some(y) = y {
            labels.push(EndLabel { line, text: shortened(name, width, measure), y });
        }
    }
    labels
}

/// A text that is at most `width` wide: what does not fit ends in an ellipsis. One character is
/// always left.
pub fn shortened(text: &str, width: f64, measure: &dyn TextMeasure) -> String {
    if measure.width(text, LABEL_PX) <= width {
        return text.to_owned();
    }
    let mut chars: Vec<char> = text.chars().collect();
    loop {
        let line: String = chars.iter().collect::<String>().trim_end().to_owned() + "…";
        if chars.len() <= 1 || measure.width(&line, LABEL_PX) <= width {
            return line;
        }
        chars.pop();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::chart::measure::Estimate;

    #[test]
    fn labels_that_would_meet_part_evenly_and_stay_inside() {
        // Two at 100 part by 14 around 100; the third is far enough away.
        assert_eq!(
            heights(&[100.0, 100.0, 40.0], (0.0, 200.0)),
            [Some(93.0), Some(107.0), Some(40.0)]
        );
        // At the lower edge they are pushed up.
        assert_eq!(heights(&[200.0, 198.0], (0.0, 200.0)), [Some(193.0), Some(179.0)]);
        // Room for two of three: the first two have it.
        assert_eq!(heights(&[10.0, 10.0, 10.0], (0.0, 30.0)), [Some(7.0), Some(21.0), None]);
        assert_eq!(heights(&[], (0.0, 30.0)), Vec::<Option<f64>>::new());
        assert_eq!(heights(&[5.0], (30.0, 0.0)), [None]);
    }

    #[test]
    fn names_are_shortened_to_the_room() {
        assert_eq!(area(["我们今天", "镜月"], 700.0, &Estimate), 68.0);
        assert_eq!(area(["一二三四五六七八九十"], 200.0, &Estimate), 50.0);
        assert_eq!(area([], 200.0, &Estimate), 0.0);
        assert_eq!(shortened("镜月家居旗舰店", 56.0, &Estimate), "镜月家居…");
        assert_eq!(shortened("镜月", 1.0, &Estimate), "镜…");
        let lines = [("甲", Some(9.0)), ("乙", None), ("", Some(3.0))];
        let found = labels(&lines, 90.0, (0.0, 90.0), &Estimate);
        assert_eq!(found, [EndLabel { line: 0, text: "甲".to_owned(), y: 9.0 }]);
    }

    proptest! {
        #[test]
        fn labels_never_overlap_never_leave_and_keep_their_order(
            wanted in prop::collection::vec(-50.0_f64..500.0, 0..24),
            top in 0.0_f64..40.0, height in 0.0_f64..400.0,
        ) {
            let bottom = top + height;
            let found = heights(&wanted, (top, bottom));
            prop_assert_eq!(found.len(), wanted.len());
            let mut placed: Vec<(f64, f64)> =
                wanted.iter().zip(&found).filter_map(|(w, y)| Some((*w, (*y)?))).collect();
            let fits = (height / STEP) as usize;
            prop_assert_eq!(placed.len(), wanted.len().min(fits));
            // Those that have none are the last.
            prop_assert!(found.iter().take(placed.len()).all(Option::is_some));
            crate::base::order::sort_by(&mut placed, |a, b| a.1.total_cmp(&b.1));
            for pair in placed.windows(2) {
                prop_assert!(STEP - 1e-6 <= pair[1].1 - pair[0].1);
                prop_assert!(pair[0].0 <= pair[1].0);
            }
            for (_, y) in &placed {
                prop_assert!(top - 1e-6 <= y - STEP / 2.0 && y + STEP / 2.0 <= bottom + 1e-6);
            }
        }

        #[test]
        fn labels_that_are_apart_stay_where_they_are(
            gaps in prop::collection::vec(14.0_f64..40.0, 1..8),
        ) {
            let wanted: Vec<f64> = gaps
                .iter()
                .scan(0.0, |at, gap| { *at += gap; Some(*at) })
                .collect();
            let bottom = wanted.last().copied().unwrap_or(0.0) + STEP;
            for (found, wanted) in heights(&wanted, (0.0, bottom)).iter().zip(&wanted) {
                prop_assert!(found.is_some_and(|y| (y - wanted).abs() < 1e-6));
            }
        }

        #[test]
        fn a_shortened_name_fits(name in "[镜月家居a-z ]{0,20}", width in 24.0_f64..160.0) {
            let text = shortened(&name, width, &Estimate);
            prop_assert!(Estimate.width(&text, LABEL_PX) <= width);
        }
    }
}
