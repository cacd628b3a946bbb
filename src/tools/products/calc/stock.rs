//! Stock and replenishment (T-54): how long goods last, when to order, and how many.

use std::collections::BTreeMap;

use crate::base::id::Id;
use crate::base::money::div_round;
use crate::base::span::Span;
use crate::facts::metric::UNITS;
use crate::facts::set::FactSet;
use crate::tools::products::model::{Product, Products, StockRules};

/// Pieces that were sold over some days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Daily {
    /// The pieces.
    pub units: i64,
    /// Days of which they are known; at least 1.
    pub n_days: usize,
    /// Days that were looked at.
    pub of_days: usize,
    /// Whether they were typed for a period of the products, and not imported.
    pub is_typed: bool,
}

impl Daily {
    /// Pieces a day in tenths, rounded half away from zero.
    pub fn tenths(self) -> i64 {
        clamped(div_round(i128::from(self.units) * 10, self.n_days.max(1) as i128))
    }

    /// Pieces over so many days, rounded up.
    fn over(self, days: i64) -> i64 {
        let (n, of) =
            (i128::from(self.units.max(0)) * i128::from(days), self.n_days.max(1) as i128);
        clamped((n + of - 1) / of)
    }
}

fn clamped(n: i128) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// What is to be done about a product's stock, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StockState {
    /// 缺货.
    Out,
    /// 需补货: stock and what is on order do not last for lead time and safety.
    Reorder,
    /// 快没货.
    Low,
    /// 有货.
    Plenty,
    /// 不需补货: it sells poorly.
    Slow,
    /// Stock or sales are not known.
    Unknown,
}

impl StockState {
    /// The most urgent first.
    pub const ALL: [Self; 6] =
        [Self::Out, Self::Reorder, Self::Low, Self::Plenty, Self::Slow, Self::Unknown];

    /// Whether goods should be ordered.
    pub fn is_to_order(self) -> bool {
        matches!(self, Self::Out | Self::Reorder)
    }
}

/// A product's stock, judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StockLine {
    /// The product.
    pub id: Id,
    /// What it sells.
    pub daily: Option<Daily>,
    /// From the order to the shelf, in days.
    pub lead_days: i64,
    /// Days of safety.
    pub safety_days: i64,
    /// 可卖天数: stock ÷ pieces a day, whole days, rounded down; none where nothing is sold.
    pub cover: Option<i64>,
    /// 补货点: pieces a day × (lead time + safety), rounded up.
    pub point: Option<i64>,
    /// 建议补货: pieces a day × (lead time + safety + days of an order), rounded up, − stock − what
    /// is on order; nothing unless goods should be ordered.
    pub suggested: Option<i64>,
    /// What is to be done.
    pub state: StockState,
}

/// Judges a product's stock.
///
/// What is out of stock is so whatever it sold: without goods nothing sells. Then what sells fewer
/// pieces in 30 days than [`StockRules::slow`] is left; then stock + on order ≤ reorder point is to
/// be ordered; then what lasts for [`StockRules::low_days`] or fewer runs low.
pub fn stock_line(product: &Product, rules: &StockRules, daily: Option<Daily>) -> StockLine {
    let lead_days = product.lead_days.unwrap_or(rules.lead_days);
    let safety_days = product.safety_days.unwrap_or(rules.safety_days);
    let stock = product.stock;
    let days = lead_days.saturating_add(safety_days);
    let point = daily.map(|daily| daily.over(days));
    let cover = stock.zip(daily).and_then(|(stock, daily)| {
        let n = i128::from(stock.max(0)) * daily.n_days as i128;
        (0 < daily.units).then(|| clamped(n / i128::from(daily.units)))
    });
    let there = stock.map(|stock| stock.saturating_add(product.on_order.unwrap_or(0)));
    let is_slow =
        |daily: Daily| i128::from(daily.units) * 30 < i128::from(rules.slow) * daily.n_days as i128;
    let state = match (stock, daily) {
        (Some(stock), _) if stock <= 0 => StockState::Out,
        (None, _) | (_, None) => StockState::Unknown,
        (_, Some(daily)) if is_slow(daily) => StockState::Slow,
        _ if there <= point => StockState::Reorder,
        _ if cover.is_some_and(|cover| cover <= rules.low_days) => StockState::Low,
        _ => StockState::Plenty,
    };
    let wanted = daily.map(|daily| daily.over(days.saturating_add(rules.cover_days)));
    let suggested = match state {
        StockState::Unknown => None,
        state if state.is_to_order() => {
            wanted.zip(there).map(|(wanted, there)| wanted.saturating_sub(there).max(0))
        }
        _ => Some(0),
    };
    StockLine { id: product.id, daily, lead_days, safety_days, cover, point, suggested, state }
}

/// What imported items sold over the last days with figures, by 商品ID, and which days these are;
/// where no single days were imported, over the last period. None where nothing was.
pub fn item_sales(facts: &FactSet, days: i64) -> Option<(Span, BTreeMap<String, Daily>)> {
    let last = |all: Span| {
        let n = i32::try_from(days.clamp(1, 366)).unwrap_or(1);
        Span::new(all.from().max(all.to() - (n - 1)), all.to())
    };
    let span = match facts.item_span() {
        Some(all) => last(all),
        None => *facts.item_period_spans().last()?,
    };
    let sums = facts.item_sums(span, &[UNITS]);
    let daily = |(id, sums): (String, Vec<crate::facts::set::Sum>)| {
        let sum = sums.first()?;
        let (units, n_days) = (sum.total?, sum.n_days);
        let of_days = span.n_days();
        (0 < n_days).then_some((id, Daily { units, n_days, of_days, is_typed: false }))
    };
    Some((span, sums.items.into_iter().filter_map(daily).collect()))
}

/// The stock of every product, in the order of the list: by what its item sold, else by the last
/// period for which its pieces were typed.
pub fn stock_lines(section: &Products, sold: &BTreeMap<String, Daily>) -> Vec<StockLine> {
    let rules = &section.stock;
    let typed = |product: &Product| {
        section.periods.iter().rev().find_map(|period| {
            let (units, n) = (product.sales_in(period.id)?.units?, period.span().n_days());
            Some(Daily { units, n_days: n, of_days: n, is_typed: true })
        })
    };
    let line = |product: &std::sync::Arc<Product>| {
        let imported = sold.get(product.item_id.trim()).copied();
        stock_line(product, rules, imported.or_else(|| typed(product)))
    };
    section.products.iter().map(line).collect()
}

/// How many products are in each state, in the order of [`StockState::ALL`].
pub fn stock_counts(lines: &[StockLine]) -> [usize; 6] {
    StockState::ALL.map(|state| lines.iter().filter(|line| line.state == state).count())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn product(stock: Option<i64>) -> Product {
        Product { stock, ..Product::new(Id::from_bits(1), "首饰盒".to_owned()) }
    }

    fn sold(units: i64, n_days: usize) -> Option<Daily> {
        Some(Daily { units, n_days, of_days: 30, is_typed: false })
    }

    fn judged(stock: i64, units: i64) -> StockLine {
        stock_line(&product(Some(stock)), &StockRules::default(), sold(units, 30))
    }

    #[test]
    fn what_lasts_and_what_is_to_be_ordered_is_worked_out_by_hand() {
        // 60 in 30 days: 2 a day; reorder point 2 × (7 + 3) = 20; an order lasts 30 days more.
        let line = judged(25, 60);
        assert_eq!((line.cover, line.point, line.state), (Some(12), Some(20), StockState::Low));
        assert_eq!((line.suggested, line.daily.unwrap().tenths()), (Some(0), 20));
        let line = judged(20, 60);
        // 2 × 40 − 20.
        assert_eq!((line.state, line.suggested), (StockState::Reorder, Some(60)));
        assert_eq!(judged(29, 60).state, StockState::Low);
        assert_eq!(judged(30, 60).state, StockState::Plenty);
        let out = judged(0, 60);
        assert_eq!((out.state, out.cover, out.suggested), (StockState::Out, Some(0), Some(80)));
        // Two in 30 days sell poorly, three do not; 0.1 a day is rounded up to whole pieces.
        assert_eq!(judged(5, 2).state, StockState::Slow);
        let line = judged(1, 3);
        assert_eq!(
            (line.state, line.point, line.suggested),
            (StockState::Reorder, Some(1), Some(3))
        );
        assert_eq!(judged(0, 0).state, StockState::Out);
    }

    #[test]
    fn a_product_may_differ_and_what_is_on_order_counts() {
        let rules = StockRules::default();
        let mut product = product(Some(20));
        product.on_order = Some(40);
        let line = stock_line(&product, &rules, sold(60, 30));
        // 60 are there or come; 20 last for 10 days.
        assert_eq!((line.state, line.suggested), (StockState::Low, Some(0)));
        (product.lead_days, product.safety_days) = (Some(30), Some(0));
        let line = stock_line(&product, &rules, sold(60, 30));
        // 2 × 30 = 60 are not more than 60: order 2 × 60 − 60.
        assert_eq!(
            (line.point, line.state, line.suggested),
            (Some(60), StockState::Reorder, Some(60))
        );
        // Ten known days of thirty: 6 a day.
        let line = stock_line(&product, &rules, sold(60, 10));
        assert_eq!((line.cover, line.point), (Some(3), Some(180)));
    }

    #[test]
    fn what_is_not_known_is_not_nothing() {
        let rules = StockRules::default();
        let line = stock_line(&product(None), &rules, sold(60, 30));
        assert_eq!((line.state, line.cover, line.point), (StockState::Unknown, None, Some(20)));
        assert_eq!(line.suggested, None);
        let line = stock_line(&product(Some(5)), &rules, None);
        assert_eq!((line.state, line.point), (StockState::Unknown, None));
        // It sold nothing: it lasts for ever, and is left.
        let line = stock_line(&product(Some(5)), &rules, sold(0, 30));
        assert_eq!((line.state, line.cover), (StockState::Slow, None));
    }

    #[test]
    fn imported_items_come_before_what_was_typed() {
        use crate::base::day::Day;
        use crate::tools::products::model::{SalesPeriod, SalesRow};

        let day = |text: &str| text.parse::<Day>().unwrap();
        let period = Id::from_bits(9);
        let mut section = Products::default();
        let span = Span::new(day("2026-10-01"), day("2026-10-20"));
        section.periods.push(SalesPeriod::new(period, span));
        let sales = vec![SalesRow { units: Some(40), ..SalesRow::new(period) }];
        let one = Product { item_id: "650000000071".to_owned(), sales, ..product(Some(9)) };
        section.products.push(one.into());
        let line = stock_lines(&section, &BTreeMap::new())[0];
        assert_eq!(line.daily.map(|daily| (daily.tenths(), daily.is_typed)), Some((20, true)));
        let items = BTreeMap::from([("650000000071".to_owned(), sold(30, 30).unwrap())]);
        let line = stock_lines(&section, &items)[0];
        assert_eq!(line.daily.map(|daily| (daily.tenths(), daily.is_typed)), Some((10, false)));
        assert_eq!(item_sales(&FactSet::default(), 30), None);
    }

    proptest! {
        /// An order brings the goods above the reorder point, and nothing overflows.
        #[test]
        fn an_order_is_enough(
            stock in 0_i64..=1_000_000_000_000_000, on_order in 0_i64..=1_000_000_000_000_000,
            units in 0_i64..=9_000_000_000_000_000, n_days in 1_usize..=366,
            lead in 0_i64..=365, safety in 0_i64..=365,
        ) {
            let mut product = product(Some(stock));
            product.on_order = Some(on_order);
            (product.lead_days, product.safety_days) = (Some(lead), Some(safety));
            let line = stock_line(&product, &StockRules::default(), sold(units, n_days));
            let suggested = line.suggested.unwrap();
            prop_assert!(0 <= suggested);
            if line.state.is_to_order() && line.point < Some(i64::MAX / 2) {
                prop_assert!(line.point.unwrap() <= stock + on_order + suggested);
            } else if !line.state.is_to_order() {
                prop_assert_eq!(suggested, 0);
            }
        }
    }
}
