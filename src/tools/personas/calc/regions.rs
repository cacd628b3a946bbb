//! Where to advertise, and where too much comes back (T-14, R-59, R-61).

use std::cmp::Reverse;

use crate::base::money::div_round;
use crate::base::order::sort;
use crate::base::ratio::Ratio;
use crate::tools::personas::model::tables::Region;

/// What is said of a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegionLine {
    /// Its place in the table.
    pub idx: usize,
    /// Its rank by buyers, or by visitors where no buyers are known; 1 is the largest.
    pub rank: usize,
    /// The share of this region and of all larger ones.
    pub cumulative: Option<Ratio>,
    /// Whether so much more comes back than overall that it must be looked into.
    pub is_outlier: bool,
    /// Whether advertising there is recommended.
    pub is_recommended: bool,
}

/// What is said of all regions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegionReport {
    /// The largest first; those without a share at the end.
    pub lines: Vec<RegionLine>,
    /// The return rate over all regions whose share and return rate are known, weighted by share;
    /// rounded half up.
    pub returns: Option<Ratio>,
}

/// Ranks the regions. Recommended are the largest ones until they cover `ad_cover` of the buyers,
/// except those from which too much comes back: `return_alert` times the overall rate or more.
pub fn report(regions: &[Region], ad_cover: Ratio, return_alert: Ratio) -> RegionReport {
    let has_buyers = regions.iter().any(|region| region.buyers.is_some());
    let share = |region: &Region| if has_buyers { region.buyers } else { region.visitors };
    let mut order: Vec<(Reverse<i32>, usize)> = regions
        .iter()
        .enumerate()
        .map(|(idx, region)| (Reverse(share(region).map_or(-1, Ratio::bp)), idx))
        .collect();
    sort(&mut order);
    let returns = overall_returns(regions, share);
    let mut before = 0;
    let lines = order.into_iter().enumerate().map(|(place, (_, idx))| {
        let region = &regions[idx];
        let own = share(region).map(Ratio::bp);
        let is_outlier = region.returns.zip(returns).is_some_and(|(own, all)| {
            let limit = i64::from(all.bp()) * i64::from(return_alert.bp());
            all < own && limit <= i64::from(own.bp()) * 10_000
        });
        let is_needed = own.is_some_and(|own| 0 < own) && before < ad_cover.bp();
        before += own.unwrap_or(0);
        RegionLine {
            idx,
            rank: place + 1,
            cumulative: own.map(|_| Ratio::from_bp(before)),
            is_outlier,
            is_recommended: is_needed && !is_outlier,
        }
    });
    RegionReport { lines: lines.collect(), returns }
}

fn overall_returns(regions: &[Region], share: impl Fn(&Region) -> Option<Ratio>) -> Option<Ratio> {
    let (mut above, mut below) = (0_i128, 0_i128);
    for region in regions {
        let (Some(share), Some(returns)) = (share(region), region.returns) else { continue };
        above += i128::from(share.bp()) * i128::from(returns.bp());
        below += i128::from(share.bp());
    }
    let bp = if below == 0 { None } else { i32::try_from(div_round(above, below)).ok() };
    bp.map(Ratio::from_bp)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn region(name: &str, buyers: i32, returns: i32) -> Region {
        Region {
            name: name.to_owned(),
            buyers: (buyers >= 0).then(|| Ratio::from_bp(buyers)),
            returns: (returns >= 0).then(|| Ratio::from_bp(returns)),
            ..Region::default()
        }
    }

    #[test]
    fn large_regions_are_recommended_and_outliers_are_not() {
        let regions = [
            region("辽宁", 1_000, 1_200),
            region("广东", 4_000, 300),
            region("浙江", 3_000, 400),
            region("海南", -1, 200),
            region("山东", 500, 500),
        ];
        let report = report(&regions, Ratio::from_bp(8_000), Ratio::from_bp(15_000));
        // (1000·1200 + 4000·300 + 3000·400 + 500·500) ÷ 8500 = 452.9.
        assert_eq!(report.returns, Some(Ratio::from_bp(453)));
        let said: Vec<_> = report
            .lines
            .iter()
            .map(|line| {
                let sum = line.cumulative.map(Ratio::bp);
                (line.idx, line.rank, sum, line.is_outlier, line.is_recommended)
            })
            .collect();
        assert_eq!(
            said,
            [
                (1, 1, Some(4_000), false, true),
                (2, 2, Some(7_000), false, true),
                // Still needed for 80 %, but 12 % come back.
                (0, 3, Some(8_000), true, false),
                (4, 4, Some(8_500), false, false),
                (3, 5, None, false, false),
            ]
        );
    }

    #[test]
    fn visitors_stand_in_for_buyers() {
        let mut regions = [region("广东", -1, -1), region("浙江", -1, -1)];
        regions[1].visitors = Some(Ratio::from_bp(9_000));
        let report = report(&regions, Ratio::from_bp(8_000), Ratio::from_bp(15_000));
        assert_eq!(report.lines[0].idx, 1);
        assert!(report.lines[0].is_recommended && !report.lines[1].is_recommended);
        assert_eq!(report.returns, None);
    }
}
