//! Distributions: what is not known, what is too much, and the mean age (T-12).

use crate::base::money::div_round;
use crate::base::order;
use crate::base::ratio::Ratio;
use crate::knowledge::ages::years;
use crate::tools::personas::model::persona::ShareRow;

/// What the shares of a distribution leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// No share is known at all.
    Nothing,
    /// They make 100 %.
    Whole,
    /// This much is not known (未知).
    Unknown(Ratio),
    /// They make this much more than 100 %: one of them is wrong.
    Over(Ratio),
}

/// What is left of 100 % after these shares; those that are not known count for nothing.
pub fn rest(shares: impl Iterator<Item = Option<Ratio>>) -> Rest {
    let (mut sum, mut n_known) = (0_i64, 0);
    for share in shares.flatten() {
        sum += i64::from(share.bp());
        n_known += 1;
    }
    let bp = |bp: i64| Ratio::from_bp(i32::try_from(bp).unwrap_or(i32::MAX));
    match 10_000 - sum {
        _ if n_known == 0 => Rest::Nothing,
        0 => Rest::Whole,
        left if left > 0 => Rest::Unknown(bp(left)),
        over => Rest::Over(bp(-over)),
    }
}

/// What is left of 100 % after the rows of a distribution.
pub fn rest_of(rows: &[ShareRow]) -> Rest {
    rest(rows.iter().map(|row| row.share))
}

/// The rows with the largest shares first; rows without one at the end, in the user's order.
pub fn largest_first(rows: &[ShareRow]) -> Vec<&ShareRow> {
    let mut sorted: Vec<(usize, &ShareRow)> = rows.iter().enumerate().collect();
    order::sort_by_key(&mut sorted, |(idx, row)| {
        (std::cmp::Reverse(row.share.map_or(-1, Ratio::bp)), *idx)
    });
    sorted.into_iter().map(|(_, row)| row).collect()
}

/// The mean age in tenths of a year, weighted by the shares of the bands that have one and whose
/// name says years; each band counts by its middle. `None` where there is no such band. Rounded
/// half up.
///
/// A mean hides a group of two halves: it stands beside the distribution, never for it.
pub fn mean_age(rows: &[ShareRow]) -> Option<i64> {
    let (mut above, mut below) = (0_i128, 0_i128);
    for row in rows {
        let (Some(share), Some((from, to))) = (row.share, years(&row.name)) else { continue };
        above += i128::from(share.bp()) * i128::from(from + to) * 5;
        below += i128::from(share.bp());
    }
    if below == 0 { None } else { i64::try_from(div_round(above, below)).ok() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rows(rows: &[(&str, i32)]) -> Vec<ShareRow> {
        let row = |(name, bp): &(&str, i32)| {
            let share = (*bp >= 0).then(|| Ratio::from_bp(*bp));
            ShareRow::new((*name).to_owned(), share)
        };
        rows.iter().map(row).collect()
    }

    #[test]
    fn what_the_shares_leave_is_unknown() {
        // women 52 %, men 46 %.
        let unknown = Rest::Unknown(Ratio::from_bp(200));
        assert_eq!(rest_of(&rows(&[("女", 5_200), ("男", 4_600)])), unknown);
        assert_eq!(
            rest_of(&rows(&[("女", 5_200), ("男", -1)])),
            Rest::Unknown(Ratio::from_bp(4_800))
        );
        assert_eq!(rest_of(&rows(&[("女", 5_400), ("男", 4_600)])), Rest::Whole);
        assert_eq!(
            rest_of(&rows(&[("女", 5_800), ("男", 4_600)])),
            Rest::Over(Ratio::from_bp(400))
        );
        assert_eq!(rest_of(&rows(&[("女", -1)])), Rest::Nothing);
        assert_eq!(rest_of(&rows(&[("女", 0)])), Rest::Unknown(Ratio::ONE));
    }

    #[test]
    fn the_mean_age_is_weighted_by_the_shares() {
        // 22·21 + 38·27 + 23·32 + 9·37 + 6·44.5 = 2824; ÷ 98 = 28.816.
        let bands = rows(&[
            ("18–24 岁", 2_200),
            ("25–29 岁", 3_800),
            ("30–34 岁", 2_300),
            ("35–39 岁", 900),
            ("40 岁以上", 600),
            ("其他", 100),
        ]);
        assert_eq!(mean_age(&bands), Some(288));
        assert_eq!(mean_age(&rows(&[("25–29", -1)])), None);
        assert_eq!(mean_age(&rows(&[("25–29", 0)])), None);
    }

    #[test]
    fn the_largest_share_stands_first() {
        let rows = rows(&[("山东", -1), ("浙江", 1_180), ("广东", 1_420), ("江苏", 1_180)]);
        let names: Vec<&str> = largest_first(&rows).iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["广东", "浙江", "江苏", "山东"]);
    }

    proptest! {
        /// Known shares and what they leave make 100 %; what is over is over.
        #[test]
        fn shares_and_their_rest_make_the_whole(shares in prop::collection::vec(0..10_001_i32, 1..9)) {
            let sum: i32 = shares.iter().sum();
            let left = match rest(shares.iter().map(|bp| Some(Ratio::from_bp(*bp)))) {
                Rest::Whole => 0,
                Rest::Unknown(left) => left.bp(),
                Rest::Over(over) => -over.bp(),
                Rest::Nothing => return Err(TestCaseError::fail("shares are known")),
            };
            prop_assert_eq!(sum + left, 10_000);
        }

        /// A mean lies between the youngest and the oldest band.
        #[test]
        fn a_mean_age_lies_within_the_bands(
            bands in prop::collection::vec((0..60_i64, 0..20_i64, 0..5_000_i32), 1..6),
        ) {
            let named: Vec<ShareRow> = bands
                .iter()
                .map(|(from, more, bp)| {
                    let name = format!("{from}–{} 岁", from + more);
                    ShareRow::new(name, Some(Ratio::from_bp(*bp)))
                })
                .collect();
            if let Some(mean) = mean_age(&named) {
                let youngest = bands.iter().map(|(from, ..)| from * 10).min().unwrap_or(0);
                let oldest = bands.iter().map(|(from, more, _)| (from + more) * 10).max().unwrap_or(0);
                prop_assert!((youngest..=oldest).contains(&mean));
            }
        }
    }
}
