//! What the personas' weights imply: share × conversion × order value, summed (T-12).

use std::cmp::Reverse;

use crate::base::money::{Money, div_round};
use crate::base::order::sort;
use crate::base::ratio::Ratio;
use crate::tools::personas::calc::shares::{Rest, rest};
use crate::tools::personas::model::persona::Persona;

/// How the whole shop buys; for personas that do not say how they do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ShopRates {
    /// Pay conversion.
    pub cvr: Option<Ratio>,
    /// Order value.
    pub aov: Option<Money>,
}

/// The sales that a number of visitors would bring.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Implied {
    /// All of it: the parts and the rest add up to it, to the 分.
    pub total: Money,
    /// One a persona, in their order; `None` where share, conversion or order value is not known.
    pub parts: Vec<Option<Money>>,
    /// What visitors of no persona bring at the shop's own rates; `None` where there are none or
    /// the rates are not known.
    pub others: Option<Money>,
}

/// What is left of 100 % by the personas' shares (未归入).
pub fn unassigned(personas: &[Persona]) -> Rest {
    rest(personas.iter().map(|persona| persona.share))
}

/// What `visitors` visitors bring, if they are made up as the personas say.
///
/// Each part is visitors × share × CVR × AOV. The total is rounded half away from zero to the 分;
/// the parts are rounded so that they add up to it (largest remainder). Where the shares make more
/// than 100 %, so do the parts: the page says so.
pub fn implied(personas: &[Persona], visitors: i64, shop: ShopRates) -> Implied {
    let left = match unassigned(personas) {
        Rest::Unknown(left) => Some(left),
        _ => None,
    };
    let exact = |share: Option<Ratio>, cvr: Option<Ratio>, aov: Option<Money>| {
        let (share, cvr, aov) = (share?, cvr?, aov?);
        let rate = i128::from(share.bp()) * i128::from(cvr.bp());
        Some(rate * i128::from(aov.fen()) * i128::from(visitors))
    };
    let mut amounts: Vec<Option<i128>> = personas
        .iter()
        .map(|one| exact(one.share, one.cvr.or(shop.cvr), one.aov.or(shop.aov)))
        .collect();
    amounts.push(exact(left, shop.cvr, shop.aov));
    let (total, mut parts) = rounded(&amounts);
    let others = parts.pop().flatten().map(Money::from_fen_clamped);
    let parts = parts.into_iter().map(|part| part.map(Money::from_fen_clamped)).collect();
    Implied { total: Money::from_fen_clamped(total), parts, others }
}

/// 1 分 in the unit of the exact amounts: both ratios count in 1/10,000.
const UNIT: i128 = 100_000_000;

/// Amounts in 1/[`UNIT`] 分 as whole 分 that add up to their rounded sum.
fn rounded(amounts: &[Option<i128>]) -> (i64, Vec<Option<i64>>) {
    let total = div_round(amounts.iter().flatten().sum(), UNIT);
    let mut parts: Vec<Option<i128>> =
        amounts.iter().map(|amount| amount.map(|amount| amount.div_euclid(UNIT))).collect();
    let missing = total - parts.iter().flatten().sum::<i128>();
    let mut order: Vec<(Reverse<i128>, usize)> = amounts
        .iter()
        .enumerate()
        .filter_map(|(idx, amount)| Some((Reverse(amount.as_ref()?.rem_euclid(UNIT)), idx)))
        .collect();
    sort(&mut order);
    for (_, idx) in order.into_iter().take(usize::try_from(missing).unwrap_or(0)) {
        if let Some(part) = &mut parts[idx] {
            *part += 1;
        }
    }
    let whole = |amount: i128| i64::try_from(amount).unwrap_or(i64::MAX);
    (whole(total), parts.into_iter().map(|part| part.map(whole)).collect())
}

/// How many visitors of the same make-up would bring `goal`; rounded up. `None` where the visitors
/// bring nothing, or more are needed than can be counted.
pub fn visitors_for(goal: Money, visitors: i64, implied: Money) -> Option<i64> {
    if implied.fen() <= 0 || goal.fen() <= 0 {
        return None;
    }
    let exact = i128::from(goal.fen()) * i128::from(visitors);
    let whole = i128::from(implied.fen());
    i64::try_from((exact + whole - 1) / whole).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::id::Id;

    fn persona(share: i32, cvr: i32, aov: i64) -> Persona {
        let known = |bp: i32| (bp >= 0).then(|| Ratio::from_bp(bp));
        Persona {
            share: known(share),
            cvr: known(cvr),
            aov: (aov >= 0).then(|| Money::fen_const(aov)),
            ..Persona::new(Id::from_bits(1), String::new())
        }
    }

    #[test]
    fn shares_imply_the_sales() {
        let shop =
            ShopRates { cvr: Some(Ratio::from_bp(300)), aov: Some(Money::fen_const(15_000)) };
        // 10,000 visitors: 41 % · 3.5 % · ¥163 = 23,390.50; 33 % · 3 % · ¥128 = 12,672.00;
        // 9 % · 3 % · ¥612 = 16,524.00; 17 % of nobody's · 3 % · ¥150 = 7,650.00.
        let personas =
            [persona(4_100, 350, 16_300), persona(3_300, -1, 12_800), persona(900, 300, 61_200)];
        let all = implied(&personas, 10_000, shop);
        let fen = |fen: i64| Some(Money::fen_const(fen));
        assert_eq!(all.parts, [fen(2_339_050), fen(1_267_200), fen(1_652_400)]);
        assert_eq!(all.others, fen(765_000));
        assert_eq!(all.total, Money::fen_const(6_023_650));
        assert_eq!(visitors_for(Money::fen_const(12_047_300), 10_000, all.total), Some(20_000));
        assert_eq!(visitors_for(Money::fen_const(6_023_651), 10_000, all.total), Some(10_001));
        assert_eq!(visitors_for(Money::fen_const(1), 10_000, Money::fen_const(0)), None);
    }

    #[test]
    fn what_is_not_known_brings_no_number() {
        let personas =
            [persona(5_000, -1, -1), persona(-1, 300, 10_000), persona(5_000, 200, 10_000)];
        let all = implied(&personas, 100, ShopRates::default());
        // 100 · 50 % · 2 % · ¥100 = ¥100.
        assert_eq!(all.parts, [None, None, Some(Money::fen_const(10_000))]);
        assert_eq!((all.others, all.total), (None, Money::fen_const(10_000)));
        assert_eq!(implied(&[], 100, ShopRates::default()), Implied::default());
    }

    proptest! {
        /// The parts add up to the total, and each is within one 分 of what it should be.
        #[test]
        fn the_parts_add_up(
            all in prop::collection::vec((0..4_000_i32, 0..2_000_i32, 0..500_000_i64), 0..6),
            visitors in 0..10_000_000_i64,
        ) {
            let personas: Vec<Persona> =
                all.iter().map(|(share, cvr, aov)| persona(*share, *cvr, *aov)).collect();
            let shop =
                ShopRates { cvr: Some(Ratio::from_bp(271)), aov: Some(Money::fen_const(13_337)) };
            let result = implied(&personas, visitors, shop);
            let sum: i64 = result.parts.iter().chain([&result.others]).flatten().map(|p| p.fen()).sum();
            prop_assert_eq!(sum, result.total.fen());
            for ((share, cvr, aov), part) in all.iter().zip(&result.parts) {
                let exact =
                    i128::from(*share) * i128::from(*cvr) * i128::from(*aov) * i128::from(visitors);
                let part = i128::from(part.map_or(0, |part| part.fen())) * UNIT;
                prop_assert!((part - exact).abs() <= UNIT);
            }
        }
    }
}
