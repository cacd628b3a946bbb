//! What a set of products earns (T-50, M-51).

use crate::base::id::Id;
use crate::base::money::{Money, div_round};
use crate::base::ratio::Ratio;
use crate::tools::profit::calc::product::{Earned, Standing};
use crate::tools::profit::calc::stack::{Order, Trace, shared, trace};
use crate::tools::profit::calc::unit::{Terms, UnitCosts};
use crate::tools::profit::model::{Bundle, PriceStep};

/// The most pieces of a set that are worked out.
const MAX_PIECES: usize = 200;

/// A set, worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct BundleSum {
    /// The list prices of all its pieces.
    pub singles: Money,
    /// Its pieces.
    pub pieces: i64,
    /// Its price.
    pub price: Money,
    /// From that price to what is paid; without a step both are the same.
    pub trace: Trace,
    /// What the buyer pays for it.
    pub paid: Money,
    /// 1 − paid ÷ singles (M-51).
    pub discount: Option<Ratio>,
    /// Paid ÷ pieces, rounded half away from zero to the 分.
    pub each: Option<Money>,
    /// What each product has of what is paid, by list prices and the largest remainder; they add
    /// up.
    pub parts: Vec<(Id, Money)>,
    /// What it earns.
    pub profit: Money,
    /// Profit ÷ what the shop receives.
    pub margin: Option<Ratio>,
    /// What the pieces would earn by themselves, each in its own parcel.
    pub apart: Money,
    /// That ÷ what would be received for them.
    pub apart_margin: Option<Ratio>,
    /// By how much an order is worth more than one of the first product alone.
    pub uplift: Money,
    /// How the margin compares with the one that is wanted.
    pub standing: Standing,
}

/// Works a set out; `None` without a price, or where a product's price or costs are not known.
///
/// A set goes in one parcel with one gift: the dearest of its pieces'. What is received for it is
/// shared among the pieces by their list prices, so that each bears its own commission,
/// advertising and refunds. `steps` are taken off its price as off an order of one piece.
pub fn bundle_sum(
    bundle: &Bundle,
    steps: &[PriceStep],
    target: Ratio,
    earned: impl Fn(Id) -> Option<Earned>,
) -> Option<BundleSum> {
    let price = bundle.price?;
    let mut lines = Vec::new();
    for item in &bundle.items {
        let one = earned(item.product)?;
        let pieces = usize::try_from(item.pieces).unwrap_or(0);
        if MAX_PIECES < lines.len() + pieces {
            return None;
        }
        lines.extend((0..pieces).map(|_| (item.product, one.clone())));
    }
    let first = lines.first()?.1.clone();
    let dearest = |look: fn(&UnitCosts) -> Money| {
        lines.iter().map(|line| look(line.1.terms.costs())).max().unwrap_or_default()
    };
    let (freight, gift) = (dearest(|costs| costs.freight), dearest(|costs| costs.gift));
    let list: Vec<Money> = lines.iter().map(|line| line.1.order.price).collect();
    let trace = trace(steps, Order::of_one(price));
    let (paid, received) = (trace.total_paid(), trace.total_received());
    let mut parts: Vec<(Id, Money)> = Vec::new();
    for ((id, _), share) in lines.iter().zip(shared(paid.fen(), &list)) {
        match parts.iter_mut().find(|part| part.0 == *id) {
            Some(part) => part.1 = part.1 + share,
            None => parts.push((*id, share)),
        }
    }
    let mut profit = Money::ZERO;
    for (idx, ((_, one), share)) in lines.iter().zip(shared(received.fen(), &list)).enumerate() {
        let is_first = idx == 0;
        let costs = UnitCosts {
            freight: if is_first { freight } else { Money::ZERO },
            gift: if is_first { gift } else { Money::ZERO },
            ..one.terms.costs().clone()
        };
        profit = profit + Terms::new(costs, one.terms.refunds().clone()).unit(share).profit;
    }
    let singles: Money = list.iter().copied().sum();
    let apart: Money = lines.iter().map(|line| line.1.unit.profit).sum();
    let apart_received: Money = lines.iter().map(|line| line.1.unit.received).sum();
    let margin = Ratio::of(profit.fen(), received.fen());
    let standing = match margin {
        _ if profit < Money::ZERO => Standing::Loss,
        Some(margin) if target.bp() <= margin.bp() => Standing::Reached,
        _ => Standing::Thin,
    };
    Some(BundleSum {
        singles,
        pieces: lines.len() as i64,
        price,
        discount: Ratio::of((singles - paid).fen(), singles.fen()),
        each: paid.per(lines.len() as i64),
        parts,
        profit,
        margin,
        apart,
        apart_margin: Ratio::of(apart.fen(), apart_received.fen()),
        uplift: paid - first.trace.piece_paid(),
        standing,
        trace,
        paid,
    })
}

/// What a product that draws buyers brings in all (T-131).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PullSum {
    /// Its own profit before advertising.
    pub own: Money,
    /// What was bought beside it earned.
    pub attached: Money,
    /// What the new members are worth.
    pub members: Money,
    /// What was spent on advertising.
    pub ads: Money,
    /// Own + attached + members − advertising.
    pub net: Money,
    /// The rate of attached purchases at which nothing is left, rounded up to the basis point;
    /// none where no rate up to all buyers does it, or nothing was earned with them.
    pub even_attach: Option<Ratio>,
    /// What to do.
    pub verdict: Verdict,
}

/// What to do with a product that draws buyers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The pull pays.
    Keep,
    /// It does not, but would if a piece cost so much more, 分.
    RaisePrice(Money),
    /// It would not even then: sell fewer.
    CutVolume,
}

/// The most that a price may have to rise before the advice is to sell fewer: a tenth.
const RISE: Ratio = Ratio::from_bp(1_000);

/// Works out whether the pull pays: net = own profit + attached profit + members − advertising.
///
/// * `units`: pieces sold; `piece`: what a piece earns before advertising; `price`: what is
///   received for it.
pub fn pull_sum(
    pull: &crate::tools::profit::model::Pull,
    units: i64,
    piece: Money,
    price: Money,
) -> Option<PullSum> {
    let times = |amount: Money, n: i64| {
        let fen = i128::from(amount.fen()) * i128::from(n);
        Money::from_fen_clamped(i64::try_from(fen).unwrap_or(i64::MAX))
    };
    let (buyers, attach) = (pull.buyers?, pull.attach?);
    let each = pull.attached.unwrap_or_default();
    let own = times(piece, units);
    let fen = i128::from(each.fen()) * i128::from(buyers) * i128::from(attach.bp());
    let attached = i64::try_from(div_round(fen, 10_000)).unwrap_or(i64::MAX);
    let attached = Money::from_fen_clamped(attached);
    let members = times(pull.member_value.unwrap_or_default(), pull.members.unwrap_or(0));
    let ads = pull.ads.unwrap_or_default();
    let net = own + attached + members - ads;
    let (short, all) = ((ads - own - members).fen().max(0), times(each, buyers).fen());
    let even_attach = (0 < all)
        .then(|| (i128::from(short) * 10_000 + i128::from(all) - 1) / i128::from(all))
        .filter(|bp| *bp <= 10_000)
        .map(|bp| Ratio::from_bp(bp as i32));
    let verdict = if Money::ZERO <= net {
        Verdict::Keep
    } else {
        let rise = (0 < units).then(|| (-net.fen() + units - 1) / units);
        match rise.map(Money::from_fen_clamped) {
            Some(rise) if rise <= price.times(RISE) => Verdict::RaisePrice(rise),
            _ => Verdict::CutVolume,
        }
    };
    Some(PullSum { own, attached, members, ads, net, even_attach, verdict })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tools::profit::calc::product::Priced;
    use crate::tools::profit::model::{BundleItem, Profit, Pull, StepKind};

    fn yuan(yuan: i64) -> Money {
        Money::fen_const(yuan * 100)
    }

    fn earned(id: Id, price: i64, goods: i64) -> Option<Earned> {
        let costs = UnitCosts { goods: yuan(goods), freight: yuan(6), ..UnitCosts::default() };
        let product = Priced {
            id,
            name: String::new(),
            price: Some(yuan(price)),
            costs: Some(costs),
            monthly: None,
        };
        Earned::of(&Profit::default(), &product)
    }

    fn bundle(items: &[(u64, i64)], price: i64) -> Bundle {
        let items = items.iter().map(|(id, n)| BundleItem::new(Id::from_bits(*id), *n)).collect();
        Bundle {
            items,
            price: Some(yuan(price)),
            ..Bundle::new(Id::from_bits(9), "两件装".to_owned())
        }
    }

    #[test]
    fn v01_two_of_fifty_for_ninety() {
        let set = bundle(&[(1, 2)], 90);
        let sum = bundle_sum(&set, &[], Ratio::from_bp(2_000), |id| earned(id, 50, 20)).unwrap();
        assert_eq!((sum.discount, sum.each), (Some(Ratio::from_bp(1_000)), Some(yuan(45))));
        // 90 − 40 − one parcel of 6; apart 2 × (50 − 20 − 6).
        assert_eq!((sum.profit, sum.apart, sum.uplift), (yuan(44), yuan(48), yuan(40)));
        assert_eq!(sum.standing, Standing::Reached);
        let thin =
            bundle_sum(&bundle(&[(1, 2)], 50), &[], Ratio::from_bp(2_000), |id| earned(id, 50, 20));
        assert_eq!(thin.unwrap().standing, Standing::Thin);
        let loss =
            bundle_sum(&bundle(&[(1, 2)], 45), &[], Ratio::from_bp(2_000), |id| earned(id, 50, 20));
        assert_eq!(loss.unwrap().standing, Standing::Loss);
    }

    #[test]
    fn coupons_come_off_a_set_as_off_an_order() {
        let mut section = Profit::default();
        let step = |bits, kind, from, amount| PriceStep {
            from: yuan(from),
            amount: yuan(amount),
            ..PriceStep::new(Id::from_bits(bits), kind)
        };
        section.steps = vec![
            PriceStep { percent: Ratio::from_bp(1_000), ..step(3, StepKind::Item, 0, 0) },
            step(4, StepKind::ShopCoupon, 80, 10),
            PriceStep { product: Some(Id::from_bits(1)), ..step(5, StepKind::ShopCoupon, 0, 5) },
            step(6, StepKind::PlatformCoupon, 0, 4),
        ];
        let mut set = bundle(&[(1, 1), (2, 1)], 90);
        assert_eq!(section.steps_of_bundle(&set), []);
        set.takes_steps = true;
        let steps = section.steps_of_bundle(&set);
        // Neither the single discount nor the coupon of one product.
        assert_eq!(steps.iter().map(|step| step.id.bits()).collect::<Vec<_>>(), [4, 6]);
        let of = |id: Id| earned(id, if id.bits() == 1 { 60 } else { 40 }, 20);
        let sum = bundle_sum(&set, &steps, Ratio::from_bp(2_000), of).unwrap();
        // 90 − 10 = 80, − 4 that the platform bears: 76 paid, 80 received; 60 : 40 of 76.
        assert_eq!((sum.paid, sum.trace.total_received()), (yuan(76), yuan(80)));
        let parts: Vec<i64> = sum.parts.iter().map(|part| part.1.fen()).collect();
        assert_eq!(parts, [4_560, 3_040]);
        // 80 − 2 × 20 − one parcel of 6; 24 % off; 76 ÷ 2; 76 − 60.
        assert_eq!((sum.profit, sum.margin), (yuan(34), Some(Ratio::from_bp(4_250))));
        assert_eq!((sum.discount, sum.each), (Some(Ratio::from_bp(2_400)), Some(yuan(38))));
        assert_eq!(sum.uplift, yuan(16));
    }

    #[test]
    fn a_set_without_price_or_costs_is_not_worked_out() {
        let target = Ratio::from_bp(2_000);
        assert_eq!(bundle_sum(&bundle(&[], 90), &[], target, |id| earned(id, 50, 20)), None);
        assert_eq!(bundle_sum(&bundle(&[(1, 1)], 90), &[], target, |_| None), None);
        assert_eq!(
            bundle_sum(&bundle(&[(1, 999)], 90), &[], target, |id| earned(id, 50, 20)),
            None
        );
    }

    #[test]
    fn the_pull_pays_or_says_what_would_make_it() {
        // 500 pieces lose 2 each before ads; 400 buyers, 25 % attach at 30; ads 800; 50 members at 4.
        let pull = Pull {
            buyers: Some(400),
            attach: Some(Ratio::from_bp(2_500)),
            attached: Some(yuan(30)),
            ads: Some(yuan(800)),
            members: Some(50),
            member_value: Some(yuan(4)),
            ..Pull::new(Id::from_bits(1))
        };
        let sum = pull_sum(&pull, 500, yuan(-2), yuan(29)).unwrap();
        // −1,000 + 3,000 + 200 − 800.
        assert_eq!((sum.net, sum.verdict), (yuan(1_400), Verdict::Keep));
        // 1,600 ÷ 12,000 = 13.34 %.
        assert_eq!(sum.even_attach, Some(Ratio::from_bp(1_334)));
        let weak = Pull { attach: Some(Ratio::from_bp(500)), ..pull.clone() };
        let sum = pull_sum(&weak, 500, yuan(-2), yuan(29)).unwrap();
        // −1,000 + 600 + 200 − 800 = −1,000: 2.00 a piece, under a tenth of 29.
        assert_eq!((sum.net, sum.verdict), (yuan(-1_000), Verdict::RaisePrice(yuan(2))));
        let lost = pull_sum(&weak, 500, yuan(-9), yuan(29)).unwrap();
        assert_eq!(lost.verdict, Verdict::CutVolume);
        assert_eq!(pull_sum(&Pull::new(Id::from_bits(1)), 500, yuan(1), yuan(29)), None);
    }

    proptest! {
        #[test]
        fn a_set_is_shared_out_exactly(
            price in 0_i64..200_000, first in 1_i64..2_000, second in 1_i64..2_000,
            n in 1_i64..9, m in 1_i64..9, coupon in 0_i64..5_000,
        ) {
            let mut set = bundle(&[(1, n), (2, m)], 0);
            set.price = Some(Money::fen_const(price));
            let of = |id: Id| earned(id, if id.bits() == 1 { first } else { second }, 3);
            let mut step = PriceStep::new(Id::from_bits(4), StepKind::ShopCoupon);
            step.amount = Money::fen_const(coupon);
            let sum = bundle_sum(&set, &[step], Ratio::from_bp(2_000), of).unwrap();
            let parts: Money = sum.parts.iter().map(|part| part.1).sum();
            prop_assert_eq!(parts, sum.paid);
            prop_assert_eq!(sum.paid.fen(), (price - coupon).max(0));
            prop_assert_eq!(sum.singles, yuan(first * n + second * m));
        }
    }
}
