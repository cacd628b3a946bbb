//! What campaigns and products have of the months of the profit-control table (T-94).

use std::collections::BTreeMap;

use crate::base::day::Month;
use crate::base::id::Id;
use crate::base::span::Span;
use crate::facts::metric::{REFUNDS, SALES, UNITS};
use crate::knowledge::events::EventName;
use crate::tools::products::calc::figures::cost_parts;
use crate::tools::products::model::Product;
use crate::tools::profit::calc::parts::PartWeights;
use crate::tools::profit::model::ControlLine;
use crate::workbook::Workbook;
use crate::workbook::profit_control::IMPORTED;

/// A campaign of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Campaign {
    /// What it is called.
    pub name: EventName,
    /// Its days.
    pub span: Span,
}

/// Parts of months: their weights by month, and how many they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts<T> {
    /// Who they are. Behind them stands the part of all others, which has no name here.
    pub names: Vec<T>,
    /// Of each month what every part, and behind them all others, has of it.
    pub months: Vec<(Month, Vec<PartWeights>)>,
}

impl Workbook {
    /// The campaigns of a fiscal year with figures, in the order of their days, and the days of
    /// none of them behind them. A day counts once: for the shortest of the campaigns it is in.
    pub fn control_campaigns(&self, year: i32) -> Parts<Campaign> {
        let cut = self.shop.cut();
        let events = self.events(cut.year(year));
        let shortest = |day| {
            let on = events.iter().enumerate().filter(|(_, event)| event.span.contains(day));
            on.min_by_key(|(idx, event)| (event.span.n_days(), *idx)).map(|(idx, _)| idx)
        };
        let n_all = events.len();
        let mut months = Vec::with_capacity(12);
        for month in cut.months(year) {
            let mut parts = vec![PartWeights::default(); n_all + 1];
            for day in Span::new(month.first(), month.last()).days() {
                let part = &mut parts[shortest(day).unwrap_or(n_all)];
                let mut has_day = false;
                for (line, metric) in IMPORTED {
                    let Some(value) = self.facts.value(metric, day) else { continue };
                    has_day = true;
                    add(part, line, value);
                }
                part.n_days += usize::from(has_day);
            }
            months.push((month, parts));
        }
        // A campaign without figures has nothing to show.
        let has_figures = |at: usize| {
            months.iter().any(|(_, parts): &(Month, Vec<PartWeights>)| 0 < parts[at].n_days)
        };
        let kept: Vec<usize> = (0..n_all).filter(|at| has_figures(*at)).collect();
        let names = kept
            .iter()
            .map(|at| Campaign { name: events[*at].name.clone(), span: events[*at].span });
        let names = names.collect();
        for (_, parts) in &mut months {
            let rest = parts.pop().unwrap_or_default();
            *parts = kept.iter().map(|at| std::mem::take(&mut parts[*at])).chain([rest]).collect();
        }
        Parts { names, months }
    }

    /// The products with imported figures in a month, in the user's order; behind them stands what
    /// the shop sold beside them. Goods, parcels, gifts and commission are known by each product's
    /// own costs.
    pub fn control_products(&self, month: Month) -> Parts<Id> {
        let span = Span::new(month.first(), month.last());
        let sums = self.facts.item_sums(span, &[SALES, REFUNDS, UNITS]);
        let mut parts = Vec::new();
        let mut names = Vec::new();
        let mut sold = 0_i64;
        for product in &self.products.products {
            let Some(found) = sums.items.get(product.item_id.trim()) else { continue };
            let Some(sales) = found[0].total.filter(|_| !product.item_id.is_empty()) else {
                continue;
            };
            let mut part = PartWeights { n_days: found[0].n_days, ..PartWeights::default() };
            add(&mut part, ControlLine::Sales, sales);
            add(&mut part, ControlLine::Refunds, found[1].total.unwrap_or(0));
            for (line, fen) in own_costs(product, span, found[2].total.unwrap_or(0), sales) {
                add(&mut part, line, fen);
            }
            sold = sold.saturating_add(sales);
            names.push(product.id);
            parts.push(part);
        }
        let all = |metric| self.facts.sum(metric, span).total.unwrap_or(0);
        let refunds = parts.iter().filter_map(|part| part.lines.get(&ControlLine::Refunds)).sum();
        let mut rest = PartWeights::default();
        add(&mut rest, ControlLine::Sales, all(SALES).saturating_sub(sold).max(0));
        add(&mut rest, ControlLine::Refunds, all(REFUNDS).saturating_sub(refunds).max(0));
        parts.push(rest);
        Parts { names, months: vec![(month, parts)] }
    }
}

fn add(part: &mut PartWeights, line: ControlLine, fen: i64) {
    let sum = part.lines.entry(line).or_default();
    *sum = sum.saturating_add(fen);
    if line == ControlLine::Sales {
        part.sales = part.sales.saturating_add(fen);
    }
}

/// What pieces of a product cost by its own costs: goods, parcels, gifts, commission.
fn own_costs(product: &Product, span: Span, units: i64, sales: i64) -> BTreeMap<ControlLine, i64> {
    let mut all = BTreeMap::new();
    let revenue = crate::base::money::Money::from_fen_clamped(sales);
    for part in cost_parts(product, span, units, revenue).unwrap_or_default() {
        let Some(cost) = product.cost_on(part.span.from()) else { continue };
        for (line, fen) in [
            (ControlLine::Goods, cost.goods.fen().saturating_mul(part.units)),
            (ControlLine::Freight, cost.freight.fen().saturating_mul(part.units)),
            (ControlLine::Gifts, cost.gift.fen().saturating_mul(part.units)),
            (ControlLine::Commission, part.revenue.times(cost.commission).fen()),
        ] {
            let sum: &mut i64 = all.entry(line).or_default();
            *sum = sum.saturating_add(fen);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::day::Day;
    use crate::base::money::Money;
    use crate::facts::edit::{DayTable, FactsEdit};
    use crate::facts::items::table::{ItemLabel, ItemTable};
    use crate::tools::products::edit::ProductsEdit;
    use crate::tools::products::model::CostFrom;
    use crate::tools::profit::calc::control::Control;
    use crate::tools::profit::calc::parts::share_out;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// 100 on each day of November; items of a day.
    fn workbook() -> Workbook {
        let mut workbook = Workbook::default();
        let first = day("2026-11-01");
        let columns = BTreeMap::from([(SALES.to_owned(), vec![Some(10_000); 30])]);
        let text = str::to_owned;
        let (dialect, at) = (text("sycm.shop_day"), text("2026-12-01T09:00:00"));
        let days = (0..30).map(|n| first + n).collect();
        let import = FactsEdit::ApplyDays {
            id: Id::from_bits(2),
            file: text("日报.xls"),
            dialect: dialect.clone(),
            at: at.clone(),
            table: DayTable { days, columns },
        };
        workbook.apply(import.into()).unwrap();
        let id = "650000000071".to_owned();
        let label = ItemLabel { id: id.clone(), title: text("龙井"), code: String::new() };
        let table = ItemTable {
            items: vec![label],
            periods: vec![(first, first), (first + 1, first + 1)],
            rows: vec![(0, 0), (1, 0)],
            columns: BTreeMap::from([
                (SALES.to_owned(), vec![Some(40_000), Some(20_000)]),
                (UNITS.to_owned(), vec![Some(2), Some(1)]),
            ]),
            ..ItemTable::default()
        };
        let items = FactsEdit::ApplyItems {
            id: Id::from_bits(3),
            file: text("商品.xls"),
            dialect,
            at,
            table,
        };
        workbook.apply(items.into()).unwrap();
        let mut product = Product::new(Id::from_bits(1), text("龙井"));
        product.item_id = id;
        product.costs = vec![CostFrom::of_goods(None, Money::fen_const(6_000))];
        workbook.apply(ProductsEdit::Put(vec![product]).into()).unwrap();
        workbook
    }

    #[test]
    fn every_day_counts_for_one_campaign_or_none() {
        let workbook = workbook();
        let found = workbook.control_campaigns(2026);
        let is_double = |one: &Campaign| one.name.en.contains("11");
        assert!(found.names.iter().any(is_double), "{:?}", found.names);
        let months = workbook.control_months(2026);
        let table = Control::new(&[], &months);
        let sums = share_out(&table, &found.months, found.names.len() + 1);
        // The campaigns and the other days, and nothing left over.
        let sales: i64 =
            sums.iter().filter_map(|sum| sum.line(ControlLine::Sales)).map(Money::fen).sum();
        assert_eq!((sales, sums.iter().map(|sum| sum.n_days).sum::<usize>()), (300_000, 30));
        let double = found.names.iter().position(is_double).unwrap();
        let n = sums[double].n_days as i64;
        assert_eq!(sums[double].line(ControlLine::Sales), Some(Money::fen_const(10_000 * n)));
        assert!(0 < n && n < 30);
    }

    #[test]
    fn a_product_has_its_sales_and_costs_and_the_rest_is_the_shops() {
        let workbook = workbook();
        let month = Month::new(2026, 11);
        let found = workbook.control_products(month);
        assert_eq!(found.names, [Id::from_bits(1)]);
        let parts = &found.months[0].1;
        assert_eq!((parts[0].sales, parts[1].sales), (60_000, 240_000));
        assert_eq!(parts[0].lines[&ControlLine::Goods], 18_000);
        let none = workbook.control_products(Month::new(2026, 10));
        assert_eq!((none.names.len(), none.months[0].1.len()), (0, 1));
    }
}
