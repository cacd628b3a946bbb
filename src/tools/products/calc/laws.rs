//! Laws of the figures, the sums and the flips over random shops.

use std::sync::Arc;

use proptest::prelude::*;

use crate::base::id::Id;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::tools::products::calc::figures::{cost_parts, figures};
use crate::tools::products::calc::matrix::board;
use crate::tools::products::calc::near::flips;
use crate::tools::products::calc::roles::roles;
use crate::tools::products::model::{
    AxisSet, CostFrom, Cut, Product, Products, Role, SalesPeriod, SalesRow,
};

/// A shop of products from pieces, revenue in yuan and goods in 分 a piece. It has two periods: in
/// the first each sold half as much.
pub fn shop(rows: &[(i64, i64, i64)]) -> Products {
    let mut section = Products::default();
    for (number, (from, to)) in
        [("2026-06-01", "2026-07-31"), ("2026-08-01", "2026-09-30")].into_iter().enumerate()
    {
        let span = Span::new(from.parse().unwrap(), to.parse().unwrap());
        section.periods.push(SalesPeriod::new(Id::from_bits(900 + number as u64), span));
    }
    for (bits, (units, revenue, goods)) in (1..).zip(rows) {
        let mut product = Product::new(Id::from_bits(bits), format!("商品{bits}"));
        product.costs = vec![CostFrom::of_goods(None, Money::fen_const(*goods))];
        for (period, half) in section.periods.iter().zip([2, 1]) {
            product.sales.push(SalesRow {
                units: Some(units / half),
                revenue: Some(Money::fen_const(revenue * 100 / half)),
                ..SalesRow::new(period.id)
            });
        }
        section.products.push(Arc::new(product));
    }
    section
}

fn any_shop() -> impl Strategy<Value = Products> {
    let row = (0_i64..5_000, -100_i64..1_000_000, 0_i64..20_000, 0_usize..6);
    (prop::collection::vec(row, 0..200), any::<bool>()).prop_map(|(rows, is_textbook)| {
        let told: Vec<_> = rows.iter().map(|(a, b, c, _)| (*a, *b, *c)).collect();
        let mut section = shop(&told);
        for (product, (units, revenue, goods, role)) in section.products.iter_mut().zip(rows) {
            let product = Arc::make_mut(product);
            product.role = Role::ALL.get(role).copied();
            product.sales[1].rival = (goods != 0).then(|| Money::fen_const(goods));
            product.sales[1].market = Some(Money::fen_const(revenue.abs() + units));
            product.sales[1].market_before = Some(Money::fen_const(units));
        }
        if is_textbook {
            section.matrix.set = AxisSet::Textbook;
        }
        section
    })
}

proptest! {
    #[test]
    fn what_is_split_adds_up(
        units in 0_i64..100_000,
        revenue in -1_000_000_i64..100_000_000,
        costs in prop::collection::vec((0_i32..80, 0_i64..100_000, 0..3_000), 0..5),
    ) {
        let span = shop(&[]).periods[0].span();
        let mut product = Product::new(Id::from_bits(1), String::new());
        product.costs.push(CostFrom::of_goods(None, Money::fen_const(500)));
        for (offset, goods, ads) in costs {
            let from = Some(span.from() + (offset - 10));
            let cost = CostFrom::of_goods(from, Money::fen_const(goods));
            product.costs.push(CostFrom { ads: Ratio::from_bp(ads), ..cost });
        }
        product.costs.sort_by_key(|cost| cost.from);
        let revenue = Money::fen_const(revenue);
        let parts = cost_parts(&product, span, units, revenue).unwrap();
        prop_assert_eq!(parts.iter().map(|part| part.units).sum::<i64>(), units);
        prop_assert_eq!(parts.iter().map(|part| part.revenue).sum::<Money>(), revenue);
        // The days are all of them, once.
        prop_assert_eq!(parts.iter().map(|part| part.span.n_days()).sum::<usize>(), span.n_days());
        prop_assert!(parts.windows(2).all(|two| two[0].span.to() + 1 == two[1].span.from()));
    }

    #[test]
    fn fields_and_roles_hold_all_that_is_shown(section in any_shop()) {
        let found = board(&section);
        prop_assert_eq!(found.standings.len() + found.unplaced.len(), section.products.len());
        prop_assert_eq!(found.fields.iter().map(|sum| sum.n).sum::<usize>(), found.standings.len());
        let revenue: Money = found.standings.iter().filter_map(|one| one.revenue).sum();
        prop_assert_eq!(found.fields.iter().map(|sum| sum.revenue).sum::<Money>(), revenue);
        let profit: Money = found.standings.iter().filter_map(|one| one.profit).sum();
        prop_assert_eq!(found.fields.iter().map(|sum| sum.profit).sum::<Money>(), profit);
        let shares: Option<i32> =
            found.fields.iter().map(|sum| sum.revenue_share.map(Ratio::bp)).sum();
        prop_assert!(shares.is_none_or(|sum| sum == 10_000));

        let all = figures(&section, section.periods[1].id);
        let sums = roles(&section, &all);
        prop_assert_eq!(sums.iter().map(|sum| sum.n).sum::<usize>(), section.products.len());
        let revenue: Money = all.iter().filter_map(|one| one.revenue).sum();
        prop_assert_eq!(sums.iter().map(|sum| sum.revenue).sum::<Money>(), revenue);
        let shares: Option<i32> = sums.iter().map(|sum| sum.share.map(Ratio::bp)).sum();
        prop_assert!(shares.is_none_or(|sum| sum == 10_000));
    }

    /// Moving a cut by what a flip says puts the product where the flip says, and by one less
    /// leaves it.
    #[test]
    fn a_flip_comes_true(section in any_shop(), share in 0..10_000) {
        let found = board(&section);
        let field = |section: &Products, id| {
            let now = board(section);
            now.standings.iter().find(|one| one.id == id).map(|one| one.field)
        };
        for flip in flips(&found, Ratio::from_bp(share)).into_iter().take(3) {
            let axis = if flip.is_x { found.x } else { found.y };
            let other = if flip.is_x { found.y } else { found.x };
            let shift = if flip.above < 0 { -flip.shift() } else { flip.shift() };
            let cuts = |by: i64| {
                let cut = |axis: crate::tools::products::calc::matrix::Axis, by: i64| Cut {
                    measure: axis.measure,
                    value: axis.cut.unwrap() + by,
                    extra: Default::default(),
                };
                vec![cut(axis, by), cut(other, 0)]
            };
            let mut after = section.clone();
            after.matrix.cuts = cuts(shift);
            prop_assert_eq!(field(&after, flip.id), Some(flip.to));
            after.matrix.cuts = cuts(shift - shift.signum());
            prop_assert_eq!(field(&after, flip.id), Some(flip.from));
        }
    }
}
