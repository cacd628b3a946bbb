//! What advertising is held against: what the products earn, and the days of events.

use crate::base::day::Day;
use crate::base::money::div_round;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::tools::profit::calc::product::Earned;
use crate::tools::profit::calc::unit::UnitLine;
use crate::workbook::Workbook;

impl Workbook {
    /// What the products earn before advertising, as a share of what the shop receives: each
    /// product counts by what it sells in a month. `None` where of no product price, costs and
    /// pieces are known, or all together earn nothing.
    pub fn margin_before_ads(&self, day: Day) -> Option<Ratio> {
        let (mut earned, mut received) = (0_i128, 0_i128);
        for product in &self.priced(day) {
            let Some(one) = Earned::of(&self.profit, product) else { continue };
            let pieces = i128::from(one.volume.unwrap_or(0).max(0));
            // Lines of what is taken off are below zero.
            let before = one.unit.profit - one.unit.amount(UnitLine::Ads);
            earned += i128::from(before.fen()) * pieces;
            received += i128::from(one.unit.received.fen()) * pieces;
        }
        if received <= 0 || earned <= 0 {
            return None;
        }
        // At most all of what is received.
        let bp = div_round(earned.saturating_mul(10_000), received).clamp(1, 10_000);
        i32::try_from(bp).ok().map(Ratio::from_bp)
    }

    /// The days of events, which sell more and are spent more on.
    pub fn event_days(&self, span: Span) -> Vec<Span> {
        self.events(span).iter().map(|event| event.span).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Id;
    use crate::base::money::Money;
    use crate::tools::products::edit::ProductsEdit;
    use crate::tools::products::model::{CostFrom, Product};
    use crate::tools::profit::edit::ProfitEdit;
    use crate::tools::profit::model::ProductTerms;

    #[test]
    fn products_count_by_what_they_sell() {
        let mut workbook = Workbook::default();
        let day: Day = "2026-10-31".parse().unwrap();
        assert_eq!(workbook.margin_before_ads(day), None);
        for (number, (price, goods, pieces)) in [(100, 40, 30), (200, 160, 10)].iter().enumerate() {
            let id = Id::from_bits(number as u64 + 1);
            let goods = Money::fen_const(goods * 100);
            // What is spent on advertising now is no part of it.
            let cost = CostFrom { ads: Ratio::from_bp(1_000), ..CostFrom::of_goods(None, goods) };
            let product = Product {
                price: Some(Money::fen_const(price * 100)),
                costs: vec![cost],
                ..Product::new(id, format!("商品 {number}"))
            };
            workbook.apply(ProductsEdit::Put(vec![product]).into()).unwrap();
            let terms = ProductTerms { volume: Some(*pieces), ..ProductTerms::new(id) };
            workbook.apply(ProfitEdit::SetTerms(Box::new(terms)).into()).unwrap();
        }
        // 30 × ¥60 + 10 × ¥40 of 30 × ¥100 + 10 × ¥200.
        assert_eq!(workbook.margin_before_ads(day), Some(Ratio::from_bp(4_400)));
    }
}
