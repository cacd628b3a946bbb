//! The profit-control table by campaign and by product (T-94): the months' own amounts, shared out
//! so that the parts and what is left unallocated add up to the table.

use std::collections::BTreeMap;

use crate::base::allocate::allocate;
use crate::base::day::Month;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::tools::profit::calc::control::{Control, ControlRow, Side};
use crate::tools::profit::model::ControlLine;

/// What a part is known to have of a month, by which the month's amounts are shared out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartWeights {
    /// What it sold, 分: the share of lines of which nothing better is known.
    pub sales: i64,
    /// What is known of single lines, 分.
    pub lines: BTreeMap<ControlLine, i64>,
    /// Its days of the month with figures.
    pub n_days: usize,
}

/// What a part comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartSum {
    /// Its days with figures.
    pub n_days: usize,
    /// Its share of each line that has an amount.
    pub lines: BTreeMap<ControlLine, Money>,
}

impl PartSum {
    /// Its share of a line; none where the month has no amount.
    pub fn line(&self, line: ControlLine) -> Option<Money> {
        self.lines.get(&line).copied()
    }

    /// 支付金额 − 退款; none without sales.
    pub fn net(&self) -> Option<Money> {
        let refunds = self.line(ControlLine::Refunds).unwrap_or_default();
        self.line(ControlLine::Sales).map(|sales| sales - refunds)
    }

    /// All its advertising.
    pub fn ads(&self) -> Money {
        self.sum(ControlLine::is_ads)
    }

    /// All its costs, advertising included.
    pub fn costs(&self) -> Money {
        self.sum(|line| !matches!(line, ControlLine::Sales | ControlLine::Refunds))
    }

    fn sum(&self, is_meant: impl Fn(ControlLine) -> bool) -> Money {
        self.lines.iter().filter(|(line, _)| is_meant(**line)).map(|(_, amount)| *amount).sum()
    }

    /// Net − costs; none without sales.
    pub fn profit(&self) -> Option<Money> {
        self.net().map(|net| net - self.costs())
    }

    /// Profit ÷ net.
    pub fn margin(&self) -> Option<Ratio> {
        Ratio::of(self.profit()?.fen(), self.net()?.fen())
    }

    /// Advertising ÷ sales (M-35).
    pub fn ad_ratio(&self) -> Option<Ratio> {
        Ratio::of(self.ads().fen(), self.line(ControlLine::Sales)?.fen())
    }

    fn add(&mut self, line: ControlLine, amount: Money) {
        let sum = self.lines.entry(line).or_default();
        *sum = *sum + amount;
    }
}

/// Shares the actual amounts of months out among parts; behind them stands what belongs to none.
///
/// * `months`: of each month what every part has of it, in one order for all.
/// * A line is shared by what is known of it in the parts, else by their sales, with the largest
///   remainder. [`ControlLine::Unallocated`] is shared with nobody, nor is a line of a month in
///   which no part sold anything. All parts and the last add up to the table, line by line.
pub fn share_out(
    table: &Control<'_>,
    months: &[(Month, Vec<PartWeights>)],
    n_parts: usize,
) -> Vec<PartSum> {
    let mut sums = vec![PartSum::default(); n_parts + 1];
    for (month, parts) in months {
        for (sum, part) in sums.iter_mut().zip(parts) {
            sum.n_days += part.n_days;
        }
        for line in ControlLine::ALL {
            let row = ControlRow::Line(line);
            let Some(amount) = table.amount(*month, row, Side::Actual).value else { continue };
            match shares(amount, line, parts) {
                Some(shares) => {
                    for (sum, share) in sums.iter_mut().zip(shares) {
                        sum.add(line, share);
                    }
                }
                None => sums[n_parts].add(line, amount),
            }
        }
    }
    sums
}

fn shares(amount: Money, line: ControlLine, parts: &[PartWeights]) -> Option<Vec<Money>> {
    if line == ControlLine::Unallocated {
        return None;
    }
    let weights = |of: &dyn Fn(&PartWeights) -> i64| {
        parts.iter().map(|part| u64::try_from(of(part)).unwrap_or(0)).collect::<Vec<u64>>()
    };
    let known = weights(&|part| part.lines.get(&line).copied().unwrap_or(0));
    let shared = allocate(amount.fen(), &known)
        .or_else(|_| allocate(amount.fen(), &weights(&|part| part.sales)));
    Some(shared.ok()?.into_iter().map(Money::from_fen_clamped).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tools::profit::model::ControlCell;

    fn part(sales: i64, lines: &[(ControlLine, i64)]) -> PartWeights {
        PartWeights { sales, lines: lines.iter().copied().collect(), n_days: 3 }
    }

    fn cells(month: Month, amounts: &[(ControlLine, i64)]) -> Vec<ControlCell> {
        let cell = |(line, fen): &(ControlLine, i64)| ControlCell {
            actual: Some(Money::fen_const(*fen)),
            ..ControlCell::new(month, *line)
        };
        amounts.iter().map(cell).collect()
    }

    #[test]
    fn what_is_known_of_a_line_counts_and_else_the_sales() {
        use ControlLine::{AdsKeyword, Goods, Refunds, Sales, Unallocated};

        let month = Month::new(2026, 11);
        let typed = cells(
            month,
            &[
                (Sales, 100_000),
                (Refunds, 10_000),
                (Goods, 40_001),
                (AdsKeyword, 9_000),
                (Unallocated, 5_000),
            ],
        );
        let table = Control::new(&typed, &[]);
        // 60 : 40 of the sales; all advertising was spent in the campaign.
        let parts = vec![part(60_000, &[(AdsKeyword, 9_000)]), part(40_000, &[])];
        let sums = share_out(&table, &[(month, parts)], 2);
        let fen = |at: usize, line| sums[at].line(line).map(Money::fen);
        assert_eq!((fen(0, Sales), fen(1, Sales)), (Some(60_000), Some(40_000)));
        // 24,000.6 and 16,000.4.
        assert_eq!((fen(0, Goods), fen(1, Goods)), (Some(24_001), Some(16_000)));
        assert_eq!((fen(0, AdsKeyword), fen(1, AdsKeyword)), (Some(9_000), Some(0)));
        assert_eq!((fen(0, Unallocated), fen(2, Unallocated)), (None, Some(5_000)));
        // 60,000 − 6,000 − 24,001 − 9,000; 15 % of 60,000; nothing of the last is sold.
        assert_eq!(sums[0].profit(), Some(Money::fen_const(20_999)));
        assert_eq!(sums[0].ad_ratio(), Some(Ratio::from_bp(1_500)));
        assert_eq!((sums[2].net(), sums[2].profit()), (None, None));
        assert_eq!((sums[0].n_days, sums[2].n_days), (3, 0));
    }

    #[test]
    fn a_month_in_which_no_part_sold_is_left_unallocated() {
        let month = Month::new(2026, 2);
        let typed = cells(month, &[(ControlLine::Goods, 700)]);
        let table = Control::new(&typed, &[]);
        let sums = share_out(&table, &[(month, vec![part(0, &[]), part(-5, &[])])], 2);
        assert_eq!(sums[2].line(ControlLine::Goods), Some(Money::fen_const(700)));
        assert_eq!((sums[0].line(ControlLine::Goods), share_out(&table, &[], 0).len()), (None, 1));
    }

    proptest! {
        /// Parts and what belongs to none add up to the table, line by line.
        #[test]
        fn parts_add_up(
            amounts in prop::collection::vec((0_usize..16, -1_000_000_i64..1_000_000_000), 0..16),
            weights in prop::collection::vec(
                (-10_i64..1_000_000, prop::collection::vec((0_usize..16, 0_i64..1_000_000), 0..5)),
                0..6,
            ),
        ) {
            let month = Month::new(2026, 11);
            let line = |idx: usize| ControlLine::ALL[idx];
            let amounts: BTreeMap<ControlLine, i64> =
                amounts.into_iter().map(|(idx, fen)| (line(idx), fen)).collect();
            let typed = cells(month, &amounts.iter().map(|(a, b)| (*a, *b)).collect::<Vec<_>>());
            let table = Control::new(&typed, &[]);
            let parts: Vec<PartWeights> = weights
                .into_iter()
                .map(|(sales, lines)| PartWeights {
                    sales,
                    lines: lines.into_iter().map(|(idx, fen)| (line(idx), fen)).collect(),
                    n_days: 1,
                })
                .collect();
            let n = parts.len();
            let sums = share_out(&table, &[(month, parts)], n);
            for (line, fen) in amounts {
                let all: i64 = sums.iter().filter_map(|sum| sum.line(line)).map(Money::fen).sum();
                prop_assert_eq!(all, fen);
            }
        }
    }
}
