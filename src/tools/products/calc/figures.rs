//! What a product sold and earned in a period (M-48 … M-50, T-43).

use crate::base::allocate::allocate;
use crate::base::id::Id;
use crate::base::list;
use crate::base::money::{Money, div_round};
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::tools::products::model::{CostFrom, Measure, Product, Products, SalesRow};

/// A product's figures in a period. What cannot be known from what was told is `None`.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// The product.
    pub id: Id,
    /// Pieces.
    pub units: Option<i64>,
    /// 支付金额.
    pub revenue: Option<Money>,
    /// What the pieces cost, with what goes off with the price; `None` where a day of the period
    /// lies before the first known costs.
    pub cost: Option<Money>,
    /// Revenue − cost, exact.
    pub profit: Option<Money>,
    /// Own revenue ÷ the largest competitor's, 10,000 for as much; `None` where it sold nothing.
    pub relative_share: Option<Ratio>,
    /// Own revenue ÷ that of all products with a revenue.
    pub shop_share: Option<Ratio>,
    /// Market ÷ market before − 1.
    pub market_growth: Option<Ratio>,
    /// The category's growth as the platform says it.
    pub category_growth: Option<Ratio>,
    /// By how many different costs the pieces were counted; above 1 they were split by days.
    pub n_costs: usize,
}

impl Figures {
    /// Profit ÷ revenue.
    pub fn margin(&self) -> Option<Ratio> {
        Ratio::of(self.profit?.fen(), self.revenue?.fen())
    }

    /// Profit ÷ pieces, to the 分.
    pub fn unit_profit(&self) -> Option<Money> {
        self.profit?.per(self.units?)
    }

    /// What it counts on an axis, in the measure's unit.
    pub fn value(&self, measure: Measure) -> Option<i64> {
        let bp = |ratio: Option<Ratio>| ratio.map(|ratio| i64::from(ratio.bp()));
        match measure {
            Measure::Units => self.units,
            Measure::Revenue => self.revenue.map(Money::fen),
            Measure::Margin => bp(self.margin()),
            Measure::UnitProfit => self.unit_profit().map(Money::fen),
            Measure::RelativeShare => bp(self.relative_share),
            Measure::ShopShare => bp(self.shop_share),
            Measure::MarketGrowth => bp(self.market_growth),
            Measure::CategoryGrowth => bp(self.category_growth),
        }
    }
}

/// The figures of all products in a period, in the order of the list; empty where there is no
/// such period.
pub fn figures(section: &Products, period: Id) -> Vec<Figures> {
    let Some(span) = list::find(&section.periods, period).map(|period| period.span()) else {
        return Vec::new();
    };
    let revenues = section.products.iter().filter_map(|one| one.sales_in(period)?.revenue);
    let total: Money = revenues.sum();
    section.products.iter().map(|one| of_product(one, period, span, total)).collect()
}

fn of_product(product: &Product, period: Id, span: Span, total: Money) -> Figures {
    let nothing = SalesRow::new(period);
    let row = product.sales_in(period).unwrap_or(&nothing);
    let revenue = row.revenue.map(Money::fen);
    let ratio = |whole: Option<Money>| Ratio::of(revenue?, whole?.fen());
    let parts = row
        .units
        .zip(row.revenue)
        .and_then(|(units, revenue)| cost_parts(product, span, units, revenue));
    let n_costs = parts.as_ref().map_or(0, Vec::len);
    let cost = parts.map(|parts| parts.iter().map(|part| part.amount).sum::<Money>());
    let growth = row
        .market
        .zip(row.market_before)
        .and_then(|(now, before)| Ratio::of(now.fen() - before.fen(), before.fen()));
    Figures {
        id: product.id,
        units: row.units,
        revenue: row.revenue,
        cost,
        profit: row.revenue.zip(cost).map(|(revenue, cost)| revenue - cost),
        relative_share: ratio(row.rival),
        shop_share: ratio(Some(total)),
        market_growth: growth,
        category_growth: row.category_growth,
        n_costs,
    }
}

/// The pieces that were counted by one set of costs.
#[derive(Clone, Debug, PartialEq)]
pub struct CostPart {
    /// The days.
    pub span: Span,
    /// How many of the pieces.
    pub units: i64,
    /// How much of the revenue.
    pub revenue: Money,
    /// What they cost: pieces × the fixed part + revenue × the rates, to the 分.
    pub amount: Money,
}

/// What `units` that brought `revenue` over the days of `span` cost. Where costs change within
/// it, pieces and revenue are split by days with the largest remainder: the parts add up to the
/// whole. `None` where a day lies before the first known costs.
pub fn cost_parts(
    product: &Product,
    span: Span,
    units: i64,
    revenue: Money,
) -> Option<Vec<CostPart>> {
    let pieces = pieces_of(product, span)?;
    let days: Vec<u64> = pieces.iter().map(|(span, _)| span.n_days() as u64).collect();
    let units = allocate(units, &days).ok()?;
    let revenues = allocate(revenue.fen(), &days).ok()?;
    let mut parts = Vec::with_capacity(pieces.len());
    for ((span, cost), (units, revenue)) in pieces.into_iter().zip(units.into_iter().zip(revenues))
    {
        let (terms, revenue) = (cost.terms(), Money::from_fen_clamped(revenue));
        let fixed = i128::from(terms.fixed.fen()) * i128::from(units);
        let share = div_round(i128::from(revenue.fen()) * i128::from(terms.rate.bp()), 10_000);
        let amount = Money::from_fen_clamped(i64::try_from(fixed + share).unwrap_or(i64::MAX));
        parts.push(CostPart { span, units, revenue, amount });
    }
    Some(parts)
}

/// Runs of days with the costs in force on them.
fn pieces_of(product: &Product, span: Span) -> Option<Vec<(Span, &CostFrom)>> {
    let first = product.cost_on(span.from())?;
    let begins = |cost: &&CostFrom| cost.from.is_some_and(|from| span.from() < from);
    let later = product.costs.iter().filter(begins);
    let mut pieces = vec![(span, first)];
    for cost in later {
        let Some(from) = cost.from.filter(|from| *from <= span.to()) else { continue };
        if let Some((last, _)) = pieces.last_mut() {
            if last.from() == from {
                pieces.pop();
            } else {
                *last = Span::new(last.from(), from + -1);
            }
        }
        pieces.push((Span::new(from, span.to()), cost));
    }
    Some(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::day::Day;
    use crate::tools::products::model::SalesPeriod;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn yuan(yuan: i64) -> Money {
        Money::fen_const(yuan * 100)
    }

    #[test]
    fn profit_is_that_of_the_worked_example() {
        // V-14 ten times: price 128; goods 60, parcel 6, gift 3; commission 5 %, ads 10 %.
        let mut product = Product::new(Id::from_bits(1), "首饰盒".to_owned());
        product.costs = vec![CostFrom {
            freight: yuan(6),
            gift: yuan(3),
            commission: Ratio::from_bp(500),
            ads: Ratio::from_bp(1_000),
            ..CostFrom::of_goods(None, yuan(60))
        }];
        let period = Id::from_bits(9);
        product.sales = vec![SalesRow {
            units: Some(10),
            revenue: Some(yuan(1_280)),
            rival: Some(yuan(2_560)),
            market: Some(yuan(1_150)),
            market_before: Some(yuan(1_000)),
            ..SalesRow::new(period)
        }];
        let span = Span::new(day("2026-10-01"), day("2026-10-31"));
        let mut section = Products::default();
        section.periods.push(SalesPeriod::new(period, span));
        section.products.push(product.into());
        let found = &figures(&section, period)[0];
        assert_eq!(found.profit, Some(yuan(398)));
        assert_eq!(found.margin(), Some(Ratio::from_bp(3_109)));
        assert_eq!(found.unit_profit(), Some(Money::fen_const(3_980)));
        // 1,280 ÷ 2,560; 1,150 ÷ 1,000 − 1.
        assert_eq!(found.value(Measure::RelativeShare), Some(5_000));
        assert_eq!(found.value(Measure::MarketGrowth), Some(1_500));
        assert_eq!(found.value(Measure::ShopShare), Some(10_000));
        assert_eq!(found.value(Measure::CategoryGrowth), None);
        assert_eq!(figures(&section, Id::from_bits(8)), []);
    }

    #[test]
    fn pieces_are_split_by_days_where_costs_change() {
        let mut product = Product::new(Id::from_bits(1), "首饰盒".to_owned());
        product.costs = vec![
            CostFrom::of_goods(None, yuan(60)),
            CostFrom::of_goods(Some(day("2026-10-21")), yuan(63)),
            CostFrom::of_goods(Some(day("2026-12-01")), yuan(99)),
        ];
        let span = Span::new(day("2026-10-01"), day("2026-10-30"));
        // 20 days and 10 days: 100 pieces are 67 and 33.
        let parts = cost_parts(&product, span, 100, yuan(10_000)).unwrap();
        let told: Vec<_> = parts.iter().map(|part| (part.units, part.amount)).collect();
        assert_eq!(told, [(67, yuan(4_020)), (33, yuan(2_079))]);
        product.costs.remove(0);
        assert_eq!(cost_parts(&product, span, 100, yuan(10_000)), None);
    }
}
