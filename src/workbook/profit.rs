//! What price and profit take from the other sections, and what is let go.

use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::locale::Locale;
use crate::base::money::{Money, div_round};
use crate::base::span::Span;
use crate::facts::metric::AOV;
use crate::tools::products::calc::matrix::board;
use crate::tools::products::model::{CostFrom, Product};
use crate::tools::products::text::matrix::field;
use crate::tools::profit::calc::product::Priced;
use crate::tools::profit::calc::unit::UnitCosts;
use crate::tools::profit::model::Bundle;
use crate::workbook::Workbook;

/// What price and profit and the new products keep of a product without pointing at it by a link:
/// it goes when the product goes, and undo brings it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProductUse {
    /// A set of this name loses it.
    Bundle(String),
    /// A step of the price of this name, which may be empty, holds for it alone.
    Step(String),
    /// Terms of its own.
    Terms,
    /// What it draws.
    Pull,
    /// A look at a recommendation that ties it to this product.
    Cross(Id),
    /// The steps to a bestseller.
    Hits,
}

impl Workbook {
    /// What is kept of a product beside the links to it.
    pub fn uses_of_product(&self, id: Id) -> Vec<ProductUse> {
        let section = &self.profit;
        let has = |bundle: &&Bundle| bundle.items.iter().any(|item| item.product == id);
        let sets = section.bundles.iter().filter(has);
        let mut uses: Vec<_> = sets.map(|one| ProductUse::Bundle(one.name.clone())).collect();
        let steps = section.steps.iter().filter(|step| step.product == Some(id));
        uses.extend(steps.map(|step| ProductUse::Step(step.name.clone())));
        if section.terms.iter().any(|terms| terms.product == id) {
            uses.push(ProductUse::Terms);
        }
        if section.pulls.iter().any(|pull| pull.product == id) {
            uses.push(ProductUse::Pull);
        }
        for look in &section.cross {
            if look.main == id {
                uses.push(ProductUse::Cross(look.linked));
            } else if look.linked == id {
                uses.push(ProductUse::Cross(look.main));
            }
        }
        if self.launch.hits.iter().any(|plan| plan.product == id) {
            uses.push(ProductUse::Hits);
        }
        uses
    }

    /// The products with their prices and the costs in force on a day, in the user's order.
    pub fn priced(&self, day: Day) -> Vec<Priced> {
        let mut all = Vec::with_capacity(self.products.products.len());
        for product in &self.products.products {
            all.push(Priced {
                id: product.id,
                name: product.name.clone(),
                price: product.price,
                costs: product.cost_on(day).map(unit_costs),
                monthly: self.monthly(product),
            });
        }
        all
    }

    /// What a buyer of the shop spent on average in the last 30 days of which something is known
    /// (客单价, M-06).
    pub fn shop_order_value(&self) -> Option<Money> {
        let last = self.facts.span()?.to();
        let span = Span::new(Day::from_number(last.number() - 29), last);
        self.facts.aggregate(AOV, span).map(Money::from_fen_clamped)
    }

    /// What the matrix calls the field in which a product stands (T-43); `None` where it is not
    /// placed.
    pub fn bcg_name(&self, product: Id, locale: Locale) -> Option<&'static str> {
        let board = board(&self.products);
        let standing = board.standings.iter().find(|one| one.id == product)?;
        Some(field(standing.field, locale))
    }

    /// Pieces in 30 days, by the last period in which the product's are known.
    fn monthly(&self, product: &Product) -> Option<i64> {
        let sold =
            self.products.periods.iter().rev().find_map(|period| {
                Some((product.sales_in(period.id)?.units?, period.span().n_days()))
            });
        let (units, days) = sold?;
        i64::try_from(div_round(i128::from(units) * 30, days as i128)).ok()
    }

    /// Lets go of a removed thing: what holds of a product goes with it.
    pub(super) fn profit_detach(&mut self, link: Link) {
        if link.kind != LinkKind::Product {
            return;
        }
        let is_in = |bundle: &Bundle| bundle.items.iter().any(|item| item.product == link.id);
        let is_its = self.profit.terms.iter().any(|terms| terms.product == link.id)
            || self.profit.pulls.iter().any(|pull| pull.product == link.id)
            || self.profit.bundles.iter().any(is_in)
            || self.profit.cross.iter().any(|look| [look.main, look.linked].contains(&link.id))
            || self.profit.steps.iter().any(|step| step.product == Some(link.id));
        if is_its {
            let section = self.profit.make_mut();
            section.terms.retain(|terms| terms.product != link.id);
            section.steps.retain(|step| step.product != Some(link.id));
            section.pulls.retain(|pull| pull.product != link.id);
            section.cross.retain(|look| ![look.main, look.linked].contains(&link.id));
            for bundle in &mut section.bundles {
                bundle.items.retain(|item| item.product != link.id);
            }
        }
    }
}

fn unit_costs(cost: &CostFrom) -> UnitCosts {
    UnitCosts {
        goods: cost.goods,
        freight: cost.freight,
        gift: cost.gift,
        commission: cost.commission,
        ads: cost.ads,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::products::edit::ProductsEdit;
    use crate::tools::products::model::{SalesPeriod, SalesRow};
    use crate::tools::profit::edit::ProfitEdit;
    use crate::tools::profit::model::{
        BundleItem, CrossSell, PriceStep, ProductTerms, Pull, StepKind,
    };

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn costs_are_those_of_the_day_and_pieces_those_of_thirty_days() {
        let (one, period) = (Id::from_bits(1), Id::from_bits(9));
        let mut product = Product::new(one, "首饰盒".to_owned());
        let yuan = |yuan: i64| Money::fen_const(yuan * 100);
        product.costs = vec![
            CostFrom::of_goods(None, yuan(60)),
            CostFrom::of_goods(Some(day("2026-11-01")), yuan(63)),
        ];
        product.sales = vec![SalesRow { units: Some(165), ..SalesRow::new(period) }];
        let mut workbook = Workbook::default();
        let span = Span::new(day("2026-08-01"), day("2026-10-21"));
        workbook.apply(ProductsEdit::PutPeriod(SalesPeriod::new(period, span)).into()).unwrap();
        workbook.apply(ProductsEdit::Put(vec![product]).into()).unwrap();
        let goods = |on: &str| workbook.priced(day(on))[0].costs.as_ref().unwrap().goods;
        assert_eq!((goods("2026-10-31"), goods("2026-11-01")), (yuan(60), yuan(63)));
        // 165 × 30 ÷ 82 = 60.4.
        assert_eq!(workbook.priced(day("2026-11-01"))[0].monthly, Some(60));
    }

    #[test]
    fn what_holds_of_a_product_goes_with_it() {
        let [one, own, all] = [1, 2, 3].map(Id::from_bits);
        let mut workbook = Workbook::default();
        let product = Product::new(one, "首饰盒".to_owned());
        let step = |id, product| PriceStep { product, ..PriceStep::new(id, StepKind::Item) };
        let terms = ProductTerms { volume: Some(6), ..ProductTerms::new(one) };
        let mut set = Bundle::new(Id::from_bits(4), "两件装".to_owned());
        set.items = vec![BundleItem::new(one, 2), BundleItem::new(all, 1)];
        for edit in [
            ProductsEdit::Put(vec![product]).into(),
            ProfitEdit::PutStep(step(own, Some(one))).into(),
            ProfitEdit::PutStep(step(all, None)).into(),
            ProfitEdit::SetTerms(Box::new(terms)).into(),
            ProfitEdit::PutPull(Pull { buyers: Some(9), ..Pull::new(one) }).into(),
            ProfitEdit::PutBundle(set).into(),
            ProfitEdit::PutCross(CrossSell::new(own, all, one, day("2026-10-01"))).into(),
            ProductsEdit::Remove(one).into(),
        ] {
            workbook.apply(edit).unwrap();
        }
        let left: Vec<Id> = workbook.profit.steps.iter().map(|step| step.id).collect();
        assert_eq!((left, workbook.profit.terms.len()), (vec![all], 0));
        assert_eq!((workbook.profit.pulls.len(), workbook.profit.cross.len()), (0, 0));
        assert_eq!(workbook.profit.bundles[0].items, [BundleItem::new(all, 1)]);
    }
}
