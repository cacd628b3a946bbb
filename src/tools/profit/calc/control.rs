//! The monthly profit-control table (T-94): budget, actual and variance of every line, what is left,
//! and how much of the sales advertising took (M-35, R-64).

use crate::base::day::Month;
use crate::base::money::{Money, div_round};
use crate::base::ratio::Ratio;
use crate::tools::profit::model::{ControlCell, ControlLine};

/// What other sections say of a month.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthKnown {
    /// The month.
    pub month: Month,
    /// The plan's sales.
    pub planned: Option<Money>,
    /// Lines of the imported days.
    pub imported: Vec<Imported>,
}

/// A line of the imported days of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The line.
    pub line: ControlLine,
    /// The sum of the days that have a value.
    pub amount: Money,
    /// How many they are.
    pub n_days: usize,
    /// The days of the month.
    pub of_days: usize,
}

/// Where an amount comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// It was typed.
    Typed,
    /// It is the plan's.
    Plan,
    /// It is that of imported days: so many of so many.
    Imported(usize, usize),
    /// It is worked out from others.
    Sum,
    /// There is none.
    Nothing,
}

/// An amount and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// 分; `None` where nothing is known.
    pub value: Option<Money>,
    /// Where it comes from.
    pub source: Source,
}

impl Amount {
    const NOTHING: Self = Self { value: None, source: Source::Nothing };

    fn sum(value: Option<Money>) -> Self {
        Self { value, source: if value.is_some() { Source::Sum } else { Source::Nothing } }
    }
}

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ControlRow {
    /// A line.
    Line(ControlLine),
    /// 净销售额: sales − refunds.
    Net,
    /// All advertising.
    Ads,
    /// All costs, advertising and what is not allocated included.
    Costs,
    /// Net − costs.
    Profit,
}

impl ControlRow {
    /// In the order of the table: sums stand behind what they are sums of.
    pub fn all() -> Vec<Self> {
        let mut rows = Vec::with_capacity(20);
        for line in ControlLine::ALL {
            rows.push(Self::Line(line));
            match line {
                ControlLine::Refunds => rows.push(Self::Net),
                ControlLine::AdsOther => rows.push(Self::Ads),
                ControlLine::Unallocated => rows.extend([Self::Costs, Self::Profit]),
                _ => {}
            }
        }
        rows
    }

    /// Whether more of it is better for the shop.
    pub fn is_gain(self) -> bool {
        matches!(self, Self::Line(ControlLine::Sales) | Self::Net | Self::Profit)
    }
}

/// Budget or actual.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// What was budgeted.
    Budget,
    /// What it really came to.
    Actual,
}

/// The months of a table, with what was typed and what is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Control<'a> {
    cells: &'a [ControlCell],
    months: &'a [MonthKnown],
}

impl<'a> Control<'a> {
    /// A table of these months.
    pub fn new(cells: &'a [ControlCell], months: &'a [MonthKnown]) -> Self {
        Self { cells, months }
    }

    /// A row of a month. Typed amounts count before all others. Sums are exact; lines of which
    /// nothing is known count as nothing ([`Control::missing`] names them), and there is no sum
    /// where none is known, no profit without sales.
    pub fn amount(&self, month: Month, row: ControlRow, side: Side) -> Amount {
        let line = |line| self.line(month, line, side);
        let total = |lines: &mut dyn Iterator<Item = ControlLine>| {
            lines
                .filter_map(|one| line(one).value)
                .fold(None, |sum: Option<Money>, value| Some(sum.unwrap_or_default() + value))
        };
        match row {
            ControlRow::Line(one) => line(one),
            ControlRow::Net => {
                let refunds = line(ControlLine::Refunds).value.unwrap_or_default();
                Amount::sum(line(ControlLine::Sales).value.map(|sales| sales - refunds))
            }
            ControlRow::Ads => {
                Amount::sum(total(&mut ControlLine::ALL.into_iter().filter(|one| one.is_ads())))
            }
            ControlRow::Costs => Amount::sum(total(&mut costs())),
            ControlRow::Profit => {
                let costs = total(&mut costs()).unwrap_or_default();
                let net = self.amount(month, ControlRow::Net, side).value;
                Amount::sum(net.map(|net| net - costs))
            }
        }
    }

    fn line(&self, month: Month, line: ControlLine, side: Side) -> Amount {
        let cell = self.cells.iter().find(|cell| cell.month == month && cell.line == line);
        let typed = cell.and_then(|cell| match side {
            Side::Budget => cell.budget,
            Side::Actual => cell.actual,
        });
        if typed.is_some() {
            return Amount { value: typed, source: Source::Typed };
        }
        let Some(known) = self.months.iter().find(|known| known.month == month) else {
            return Amount::NOTHING;
        };
        match side {
            Side::Budget if line == ControlLine::Sales => {
                known.planned.map_or(Amount::NOTHING, |planned| Amount {
                    value: Some(planned),
                    source: Source::Plan,
                })
            }
            Side::Budget => Amount::NOTHING,
            Side::Actual => {
                let found = known.imported.iter().find(|one| one.line == line);
                found.map_or(Amount::NOTHING, |one| Amount {
                    value: Some(one.amount),
                    source: Source::Imported(one.n_days, one.of_days),
                })
            }
        }
    }

    /// Actual − budget; `None` unless both are known.
    pub fn variance(&self, month: Month, row: ControlRow) -> Option<Money> {
        let value = |side| self.amount(month, row, side).value;
        Some(value(Side::Actual)? - value(Side::Budget)?)
    }

    /// A row over all months: the sum of those in which it is known.
    pub fn total(&self, row: ControlRow, side: Side) -> Option<Money> {
        let known = self.months.iter().filter_map(|one| self.amount(one.month, row, side).value);
        known.fold(None, |sum: Option<Money>, value| Some(sum.unwrap_or_default() + value))
    }

    /// What a line of imported days will come to if the rest of the month goes on as its days so
    /// far (run-rate): amount ÷ days × days of the month, rounded to the 分. `None` for a whole
    /// month and for what was typed.
    pub fn run_rate(&self, month: Month, line: ControlLine) -> Option<Money> {
        let Amount { value, source: Source::Imported(n, of) } =
            self.line(month, line, Side::Actual)
        else {
            return None;
        };
        if of <= n || n == 0 {
            return None;
        }
        let fen = div_round(i128::from(value?.fen()) * of as i128, n as i128);
        Some(Money::from_fen_clamped(i64::try_from(fen).unwrap_or(i64::MAX)))
    }

    /// The lines of a month of which nothing is known.
    pub fn missing(&self, month: Month, side: Side) -> Vec<ControlLine> {
        let is_missing = |line: &ControlLine| self.line(month, *line, side).value.is_none();
        ControlLine::ALL.into_iter().filter(is_missing).collect()
    }

    /// Advertising against the sales of a month.
    pub fn ad_check(&self, month: Month, side: Side, cap: Ratio) -> Option<AdCheck> {
        let ads = self.amount(month, ControlRow::Ads, side).value?;
        let sales = self.line(month, ControlLine::Sales, side).value?;
        let lines = ControlLine::ALL.into_iter().filter(|line| line.is_ads());
        let spent = lines.filter_map(|line| Some((line, self.line(month, line, side).value?)));
        let largest = spent.fold(None, |most: Option<(ControlLine, Money)>, one| match most {
            Some(most) if one.1 <= most.1 => Some(most),
            _ => Some(one),
        });
        Some(AdCheck {
            ads,
            sales,
            ratio: Ratio::of(ads.fen(), sales.fen())?,
            over: ads - sales.times(cap),
            largest: largest.map(|one| one.0),
        })
    }
}

fn costs() -> impl Iterator<Item = ControlLine> {
    let is_cost = |line: &ControlLine| !matches!(line, ControlLine::Sales | ControlLine::Refunds);
    ControlLine::ALL.into_iter().filter(is_cost)
}

/// Advertising against sales (M-35: advertising ÷ 营业额).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AdCheck {
    /// What was spent.
    pub ads: Money,
    /// 支付金额.
    pub sales: Money,
    /// Spent ÷ sales.
    pub ratio: Ratio,
    /// Spent − sales × cap: above nothing it is over the cap.
    pub over: Money,
    /// Where most was spent.
    pub largest: Option<ControlLine>,
}

impl AdCheck {
    /// Whether the cap is passed.
    pub fn is_over(&self) -> bool {
        Money::ZERO < self.over
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn month() -> Month {
        Month::new(2026, 10)
    }

    fn yuan(yuan: i64) -> Money {
        Money::fen_const(yuan * 100)
    }

    fn cell(line: ControlLine, budget: Option<i64>, actual: Option<i64>) -> ControlCell {
        ControlCell {
            budget: budget.map(yuan),
            actual: actual.map(yuan),
            ..ControlCell::new(month(), line)
        }
    }

    fn known() -> Vec<MonthKnown> {
        let imported =
            |line, amount, n_days| Imported { line, amount: yuan(amount), n_days, of_days: 31 };
        vec![MonthKnown {
            month: month(),
            planned: Some(yuan(120_000)),
            imported: vec![
                imported(ControlLine::Sales, 100_000, 31),
                imported(ControlLine::AdsKeyword, 6_200, 20),
            ],
        }]
    }

    #[test]
    fn typed_amounts_count_before_plan_and_imports() {
        let months = known();
        let cells = [
            cell(ControlLine::Goods, Some(40_000), Some(42_000)),
            cell(ControlLine::Refunds, None, Some(5_000)),
        ];
        let table = Control::new(&cells, &months);
        let amount = |row, side| table.amount(month(), row, side);
        let sales = ControlRow::Line(ControlLine::Sales);
        assert_eq!(amount(sales, Side::Budget).source, Source::Plan);
        assert_eq!(amount(sales, Side::Actual).source, Source::Imported(31, 31));
        assert_eq!(table.variance(month(), sales), Some(yuan(-20_000)));
        assert_eq!(amount(ControlRow::Net, Side::Actual).value, Some(yuan(95_000)));
        // 95,000 − 42,000 − 6,200.
        assert_eq!(amount(ControlRow::Profit, Side::Actual).value, Some(yuan(46_800)));
        assert_eq!(amount(ControlRow::Profit, Side::Budget).value, Some(yuan(80_000)));
        assert_eq!(table.variance(month(), ControlRow::Profit), Some(yuan(-33_200)));
        assert!(table.missing(month(), Side::Actual).contains(&ControlLine::Freight));
        // 6,200 ÷ 20 × 31; a whole month has no run-rate.
        assert_eq!(table.run_rate(month(), ControlLine::AdsKeyword), Some(yuan(9_610)));
        assert_eq!(table.run_rate(month(), ControlLine::Sales), None);
        let typed = [cell(ControlLine::Sales, Some(1), Some(2))];
        let table = Control::new(&typed, &months);
        assert_eq!(table.variance(month(), sales), Some(yuan(1)));
    }

    #[test]
    fn v18_the_ad_ratio_passes_and_fails_the_cap() {
        let months = known();
        let check = |spent| {
            let cells = [cell(ControlLine::AdsKeyword, None, Some(spent))];
            let cap = Ratio::from_bp(1_000);
            Control::new(&cells, &months).ad_check(month(), Side::Actual, cap).unwrap()
        };
        assert_eq!((check(9_800).ratio.bp(), check(9_800).is_over()), (980, false));
        let over = check(11_200);
        assert_eq!((over.ratio.bp(), over.is_over(), over.over), (1_120, true, yuan(1_200)));
        assert_eq!(over.largest, Some(ControlLine::AdsKeyword));
        assert!(!check(10_000).is_over());
    }

    #[test]
    fn nothing_known_is_no_amount_and_not_zero() {
        let table = Control::new(&[], &[]);
        for row in ControlRow::all() {
            assert_eq!(table.amount(month(), row, Side::Actual), Amount::NOTHING, "{row:?}");
            assert_eq!(table.total(row, Side::Actual), None);
        }
        assert_eq!(table.ad_check(month(), Side::Actual, Ratio::from_bp(1_000)), None);
    }

    proptest! {
        /// What is left is what came in less every cost, to the 分, in each month and in all.
        #[test]
        fn a_month_adds_up(amounts in prop::collection::vec(0_i64..10_000_000_000, 32)) {
            let months = [month(), month().plus(1)];
            let mut cells = Vec::new();
            for (idx, fen) in amounts.iter().enumerate() {
                let cell = ControlCell::new(months[idx / 16], ControlLine::ALL[idx % 16]);
                cells.push(ControlCell { actual: Some(Money::fen_const(*fen)), ..cell });
            }
            let known: Vec<MonthKnown> = months
                .map(|month| MonthKnown { month, planned: None, imported: Vec::new() })
                .to_vec();
            let table = Control::new(&cells, &known);
            let left = |amounts: &[i64]| amounts[0] - amounts[1..].iter().sum::<i64>();
            for (idx, month) in months.into_iter().enumerate() {
                let profit = table.amount(month, ControlRow::Profit, Side::Actual).value;
                let own = &amounts[idx * 16..idx * 16 + 16];
                prop_assert_eq!(profit.map(Money::fen), Some(left(own)));
                let ads: i64 = own[8..14].iter().sum();
                let told = table.amount(month, ControlRow::Ads, Side::Actual).value;
                prop_assert_eq!(told.map(Money::fen), Some(ads));
            }
            let all = table.total(ControlRow::Profit, Side::Actual).map(Money::fen);
            prop_assert_eq!(all, Some(left(&amounts[..16]) + left(&amounts[16..])));
        }
    }
}
