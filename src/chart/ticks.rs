//! Round numbers for axes.

/// At most `n_most` + 1 round values from 0 (or below) through at least `max`.
///
/// Steps are 1, 2, 2.5 or 5 × a power of ten of the units of `divisor`, and never below one unit.
/// `divisor` is what one unit of the axis is worth (1,000,000 分 for an axis in 万元).
pub fn ticks(min: i64, max: i64, divisor: i64, n_most: usize) -> Vec<i64> {
    ticks_between(min.min(0), max.max(1), divisor, n_most)
}

/// At most `n_most` + 1 round values from `min` (or below) through at least `max`, with steps as
/// those of [`ticks`]; zero is only among them where it lies between.
pub fn ticks_between(min: i64, max: i64, divisor: i64, n_most: usize) -> Vec<i64> {
    let max = max.max(min.saturating_add(1));
    let range = max.saturating_sub(min);
    let least = range / (n_most.max(1) as i64) + 1;
    let step = round_up(least, divisor.max(1));
    let first = min.div_euclid(step) * step;
    let mut values = vec![first];
    let mut value = first;
    while value < max {
        let Some(next) = value.checked_add(step) else { break };
        value = next;
        values.push(value);
    }
    values
}

/// The least round step that is not below `least`.
fn round_up(least: i64, divisor: i64) -> i64 {
    // From a hundredth of an axis unit upward: the labels have two places at most.
    let mut power = i128::from((divisor / 100).max(1));
    loop {
        for (times, by) in [(1, 1), (2, 1), (5, 2), (5, 1)] {
            let step = power * times / by;
            if i128::from(least) <= step && power * times % by == 0 {
                return i64::try_from(step).unwrap_or(i64::MAX);
            }
        }
        power *= 10;
    }
}

/// A tick in units of `divisor` with the places that it needs: `0.4`, `12`, `1,500`.
pub fn tick_label(value: i64, divisor: i64) -> String {
    let divisor = divisor.max(1);
    let hundredths = (i128::from(value) * 100 / i128::from(divisor)).unsigned_abs();
    let sign = if value < 0 { "\u{2212}" } else { "" };
    let whole = group((hundredths / 100) as u64);
    match hundredths % 100 {
        0 => format!("{sign}{whole}"),
        places if places % 10 == 0 => format!("{sign}{whole}.{}", places / 10),
        places => format!("{sign}{whole}.{places:02}"),
    }
}

fn group(n: u64) -> String {
    if n < 1_000 { n.to_string() } else { format!("{},{:03}", group(n / 1_000), n % 1_000) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn axes_have_round_steps() {
        let labels = |max, divisor| -> Vec<String> {
            ticks(0, max, divisor, 4).iter().map(|&v| tick_label(v, divisor)).collect()
        };
        assert_eq!(labels(1_600_000, 1_000_000), ["0", "0.5", "1", "1.5", "2"]);
        assert_eq!(labels(13_260_000, 1_000_000), ["0", "5", "10", "15"]);
        assert_eq!(labels(3, 1), ["0", "1", "2", "3"]);
        assert_eq!(tick_label(-150_000_000, 100), "\u{2212}1,500,000");
        // Ratings of 4.72 to 4.91 in hundredths.
        let labels: Vec<String> =
            ticks_between(472, 491, 100, 4).iter().map(|&v| tick_label(v, 100)).collect();
        assert_eq!(labels, ["4.7", "4.75", "4.8", "4.85", "4.9", "4.95"]);
        assert_eq!(ticks_between(3, 3, 1, 4), [3, 4]);
    }

    proptest! {
        #[test]
        fn ticks_cover_the_range_and_are_few(
            min in -1_000_000_000_i64..=0, max in 0_i64..9_000_000_000_000_000,
            n_most in 2_usize..8,
        ) {
            let values = ticks(min, max, 1_000_000, n_most);
            prop_assert!(values[0] <= min && max <= values[values.len() - 1]);
            prop_assert!(values.len() <= n_most + 3);
            prop_assert!(values.windows(2).all(|pair| pair[1] - pair[0] == values[1] - values[0]));
            prop_assert!(values.contains(&0));
        }
    }
}
