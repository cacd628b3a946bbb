//! The structure of the products by their roles (T-41).

use crate::base::allocate::allocate;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::tools::products::calc::figures::Figures;
use crate::tools::products::model::{Products, Role};

/// The products of a role.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleSum {
    /// The role; none for products without one.
    pub role: Option<Role>,
    /// How many they are.
    pub n: usize,
    /// What they sold, of those that are known.
    pub revenue: Money,
    /// Their share of all sales; the shares add up to 100 %. `None` where nothing was sold.
    pub share: Option<Ratio>,
    /// What they earned, of those that are known.
    pub profit: Money,
    /// Profit ÷ revenue of those whose profit is known.
    pub margin: Option<Ratio>,
}

/// The roles in their order, those without a role last; a role that no product has is there, with
/// none. `figures` are those of a period, in the order of the list, or empty.
pub fn roles(section: &Products, figures: &[Figures]) -> Vec<RoleSum> {
    let all = Role::ALL.into_iter().map(Some).chain([None]);
    let mut sums: Vec<RoleSum> = all.map(|role| sum(section, figures, role)).collect();
    if sums.last().is_some_and(|without| without.n == 0) {
        sums.pop();
    }
    let weights: Vec<u64> = sums.iter().map(|sum| sum.revenue.fen().max(0) as u64).collect();
    if let Ok(shares) = allocate(10_000, &weights) {
        for (sum, share) in sums.iter_mut().zip(shares) {
            // A share of 10,000 basis points is within 32 bits.
            sum.share = Some(Ratio::from_bp(share as i32));
        }
    }
    sums
}

fn sum(section: &Products, figures: &[Figures], role: Option<Role>) -> RoleSum {
    let has_role = |idx: &usize| section.products[*idx].role == role;
    let places: Vec<usize> = (0..section.products.len()).filter(has_role).collect();
    let of_role = || places.iter().filter_map(|idx| figures.get(*idx));
    let known = || of_role().filter_map(|one| Some((one.revenue?, one.profit?)));
    let profit: Money = known().map(|(_, profit)| profit).sum();
    let base: Money = known().map(|(revenue, _)| revenue).sum();
    RoleSum {
        role,
        n: places.len(),
        revenue: of_role().filter_map(|one| one.revenue).sum(),
        share: None,
        profit,
        margin: Ratio::of(profit.fen(), base.fen()),
    }
}

/// The roles that no product has.
pub fn missing(sums: &[RoleSum]) -> Vec<Role> {
    sums.iter().filter(|sum| sum.n == 0).filter_map(|sum| sum.role).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Id;
    use crate::tools::products::calc::figures::figures;
    use crate::tools::products::model::{CostFrom, Product, SalesPeriod, SalesRow};

    #[test]
    fn shares_add_up_and_roles_that_nobody_has_are_named() {
        let period = Id::from_bits(9);
        let span = crate::base::span::Span::day("2026-10-01".parse().unwrap());
        let mut section = Products::default();
        section.periods.push(SalesPeriod::new(period, span));
        for (bits, role, fen) in
            [(1, Some(Role::Image), 100), (2, Some(Role::Traffic), 100), (3, None, 100)]
        {
            let mut product = Product::new(Id::from_bits(bits), String::new());
            product.role = role;
            product.costs = vec![CostFrom::of_goods(None, Money::fen_const(60))];
            let revenue = Some(Money::fen_const(fen));
            product.sales = vec![SalesRow { units: Some(1), revenue, ..SalesRow::new(period) }];
            section.products.push(product.into());
        }
        let sums = roles(&section, &figures(&section, period));
        let shares: Vec<_> = sums.iter().map(|sum| sum.share.unwrap().bp()).collect();
        assert_eq!(shares, [3_334, 3_333, 0, 0, 0, 3_333]);
        assert_eq!(sums[0].margin, Some(Ratio::from_bp(4_000)));
        assert_eq!(missing(&sums), [Role::Experience, Role::Regular, Role::Campaign]);
        assert_eq!(roles(&section, &[])[0].share, None);
    }
}
