//! What a piece that was paid for earns on average (M-48 … M-50, T-52), line by line in 分, and where
//! it would earn nothing.

use crate::base::money::{Money, div_round};
use crate::base::ratio::Ratio;
use crate::tools::profit::model::RefundTerms;

/// What a piece costs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnitCosts {
    /// The goods, 分.
    pub goods: Money,
    /// The parcel to the buyer, 分.
    pub freight: Money,
    /// What is put into the parcel, 分.
    pub gift: Money,
    /// The platform's share of what the shop receives.
    pub commission: Ratio,
    /// Advertising as a share of what the shop receives.
    pub ads: Ratio,
}

/// A line between what the shop receives for a piece and what the piece earns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnitLine {
    /// What is paid back.
    Refunds,
    /// The goods.
    Goods,
    /// Goods that were not sent, or came back and can be sold again.
    GoodsBack,
    /// Parcels to buyers.
    Freight,
    /// Parcels back.
    FreightBack,
    /// Gifts.
    Gift,
    /// The platform's share.
    Commission,
    /// What it gives back of it on refunds.
    CommissionBack,
    /// What a refund costs beside.
    Fees,
    /// Advertising.
    Ads,
}

impl UnitLine {
    /// In the order in which they are taken off.
    pub const ALL: [Self; 10] = [
        Self::Refunds,
        Self::Goods,
        Self::GoodsBack,
        Self::Freight,
        Self::FreightBack,
        Self::Gift,
        Self::Commission,
        Self::CommissionBack,
        Self::Fees,
        Self::Ads,
    ];
}

/// What a piece earns: what the shop receives and every line after it.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// What the shop receives for a piece that was paid for.
    pub received: Money,
    /// Every line with its amount, less than nothing for a cost; rounded half away from zero to
    /// the 分, each once.
    pub lines: [(UnitLine, Money); 10],
    /// `received` and all lines: they add up exactly.
    pub profit: Money,
}

impl Unit {
    /// The amount of a line.
    pub fn amount(&self, line: UnitLine) -> Money {
        self.lines.iter().find(|one| one.0 == line).map_or(Money::ZERO, |one| one.1)
    }

    /// Profit ÷ what was received before refunds (M-48): the basis on which advertising is told,
    /// too. `None` where nothing is received.
    pub fn margin(&self) -> Option<Ratio> {
        Ratio::of(self.profit.fen(), self.received.fen())
    }
}

/// 1 in the fractions of [`Terms`]: three shares in basis points multiply to it.
const ONE: i128 = 1_000_000_000_000;
/// 1 basis point of it.
const BP: i128 = ONE / 10_000;

/// What a piece costs, and what becomes of it when it is paid back.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    costs: UnitCosts,
    refunds: RefundTerms,
}

impl Terms {
    /// Costs and refunds of a product; shares that a file says beyond what can be count as the
    /// nearest that can.
    pub fn new(mut costs: UnitCosts, mut refunds: RefundTerms) -> Self {
        let all = [&mut refunds.rate, &mut refunds.before, &mut refunds.resaleable];
        for share in all.into_iter().chain([&mut refunds.kept]) {
            *share = Ratio::from_bp(share.bp().clamp(0, 10_000));
        }
        for rate in [&mut costs.commission, &mut costs.ads] {
            *rate = Ratio::from_bp(rate.bp().clamp(0, 20_000));
        }
        Self { costs, refunds }
    }

    /// What it costs.
    pub fn costs(&self) -> &UnitCosts {
        &self.costs
    }

    /// What refunds cost.
    pub fn refunds(&self) -> &RefundTerms {
        &self.refunds
    }

    /// What a piece earns of which the shop receives so much.
    ///
    /// Of 10,000 pieces `rate` are paid back; `before` of these never left. Those that left cost
    /// their parcel, their gift and a parcel back; `resaleable` of them become stock again. The
    /// platform keeps `kept` of the commission of what is paid back. Advertising is spent all the
    /// same.
    pub fn unit(&self, received: Money) -> Unit {
        let lines = UnitLine::ALL.map(|line| (line, self.line(line, received)));
        let profit = lines.iter().fold(received, |sum, line| sum + line.1);
        Unit { received, lines, profit }
    }

    fn line(&self, line: UnitLine, received: Money) -> Money {
        let share = |amount: Money, share: i128| {
            let fen = div_round(i128::from(amount.fen()) * share, ONE);
            Money::from_fen_clamped(i64::try_from(fen).unwrap_or(i64::MAX))
        };
        let costs = &self.costs;
        let bp = |ratio: Ratio| i128::from(ratio.bp());
        match line {
            UnitLine::Refunds => -share(received, bp(self.refunds.rate) * BP),
            UnitLine::Goods => -costs.goods,
            UnitLine::GoodsBack => share(costs.goods, self.back()),
            UnitLine::Freight => -share(costs.freight, ONE - self.unsent()),
            UnitLine::FreightBack => -share(self.refunds.freight, self.returned()),
            UnitLine::Gift => -share(costs.gift, ONE - self.unsent()),
            UnitLine::Commission => -share(received, bp(costs.commission) * BP),
            UnitLine::CommissionBack => share(received, self.commission_back()),
            UnitLine::Fees => -share(self.refunds.fee, bp(self.refunds.rate) * BP),
            UnitLine::Ads => -share(received, bp(costs.ads) * BP),
        }
    }

    /// Pieces that were paid back and never sent.
    fn unsent(&self) -> i128 {
        i128::from(self.refunds.rate.bp()) * i128::from(self.refunds.before.bp()) * 10_000
    }

    /// Pieces that came back.
    fn returned(&self) -> i128 {
        let sent = 10_000 - i128::from(self.refunds.before.bp());
        i128::from(self.refunds.rate.bp()) * sent * 10_000
    }

    /// Pieces whose goods are not lost: never sent, or sold again.
    fn back(&self) -> i128 {
        self.unsent() + self.returned() / 10_000 * i128::from(self.refunds.resaleable.bp())
    }

    fn commission_back(&self) -> i128 {
        let given = 10_000 - i128::from(self.refunds.kept.bp());
        i128::from(self.costs.commission.bp()) * i128::from(self.refunds.rate.bp()) * given
    }

    /// What is left of each 分 that is received, in [`ONE`]s, with or without advertising.
    fn kept(&self, has_ads: bool) -> i128 {
        let bp = |ratio: Ratio| i128::from(ratio.bp());
        let ads = if has_ads { bp(self.costs.ads) } else { 0 };
        ONE - (bp(self.refunds.rate) + bp(self.costs.commission) + ads) * BP
            + self.commission_back()
    }

    /// What a piece costs whatever is received for it, in [`ONE`]s of a 分, without the goods.
    fn fixed_beside_goods(&self) -> i128 {
        let fen = |amount: Money| i128::from(amount.fen());
        (fen(self.costs.freight) + fen(self.costs.gift)) * (ONE - self.unsent())
            + fen(self.refunds.freight) * self.returned()
            + fen(self.refunds.fee) * i128::from(self.refunds.rate.bp()) * BP
    }

    fn fixed(&self) -> i128 {
        i128::from(self.costs.goods.fen()) * (ONE - self.back()) + self.fixed_beside_goods()
    }

    /// The profit before any rounding, in [`ONE`]s of a 分.
    pub(super) fn exact(&self, received: Money) -> i128 {
        i128::from(received.fen()) * self.kept(true) - self.fixed()
    }

    /// The least that must be received for a margin of so much: fixed ÷ (kept − margin), rounded
    /// up to the 分; a margin of nothing is break-even (保本价). `None` where no price reaches it.
    pub fn received_for(&self, margin: Ratio) -> Option<Money> {
        let kept = self.kept(true) - i128::from(margin.bp()) * BP;
        let fen = ceil_div(self.fixed(), kept)?;
        Some(Money::from_fen_clamped(i64::try_from(fen).unwrap_or(i64::MAX)))
    }

    /// The most that the goods may cost for a margin of so much, rounded down to the 分; `None`
    /// where not even goods for nothing reach it.
    pub fn goods_for(&self, received: Money, margin: Ratio) -> Option<Money> {
        let kept = self.kept(true) - i128::from(margin.bp()) * BP;
        let room = i128::from(received.fen()) * kept - self.fixed_beside_goods();
        let lost = ONE - self.back();
        if room < 0 || lost <= 0 {
            return None;
        }
        Some(Money::from_fen_clamped(i64::try_from(room / lost).unwrap_or(i64::MAX)))
    }

    /// What a piece earns before advertising, in [`ONE`]s of a 分.
    fn before_ads(&self, received: Money) -> i128 {
        i128::from(received.fen()) * self.kept(false) - self.fixed()
    }

    /// 保本 ROI: sales ÷ advertising at which a piece earns nothing = 1 ÷ the margin before
    /// advertising, 10,000 for 1, rounded up. `None` where it earns nothing even without
    /// advertising.
    pub fn even_roi(&self, received: Money) -> Option<Ratio> {
        let sales = i128::from(received.fen()) * ONE * 10_000;
        ratio(ceil_div(sales, self.before_ads(received))?)
    }

    /// 保本 CPC: what a click may cost at this conversion, rounded down to the 分: the profit before
    /// advertising × conversion. `None` as above.
    pub fn even_click(&self, received: Money, conversion: Ratio) -> Option<Money> {
        let before = self.before_ads(received);
        if before <= 0 {
            return None;
        }
        let fen = before * i128::from(conversion.bp()) / (ONE * 10_000);
        Some(Money::from_fen_clamped(i64::try_from(fen).unwrap_or(i64::MAX)))
    }

    /// 保本转化率: the conversion at which a click of this cost earns nothing, rounded up to the
    /// basis point. `None` as above.
    pub fn even_conversion(&self, received: Money, click: Money) -> Option<Ratio> {
        let click = i128::from(click.fen()) * ONE * 10_000;
        ratio(ceil_div(click, self.before_ads(received))?)
    }

    /// 保本退货率: the rate of refunds at which a piece earns nothing, rounded down to the basis
    /// point, at most all. `None` where it loses without any.
    pub fn even_refunds(&self, received: Money) -> Option<Ratio> {
        let at = |bp: i32| {
            let rate = Ratio::from_bp(bp);
            let refunds = RefundTerms { rate, ..self.refunds.clone() };
            Self::new(self.costs.clone(), refunds).exact(received)
        };
        // What is left is a straight line over the rate: two points tell it.
        let (none, one) = (at(0), at(1));
        if none < 0 {
            return None;
        }
        if none <= one {
            return Some(Ratio::ONE);
        }
        ratio((none / (none - one)).min(10_000))
    }
}

/// Rounded up; `None` unless the divisor is above zero.
fn ceil_div(numerator: i128, divisor: i128) -> Option<i128> {
    (0 < divisor)
        .then(|| numerator.div_euclid(divisor) + i128::from(numerator.rem_euclid(divisor) != 0))
}

fn ratio(bp: i128) -> Option<Ratio> {
    Some(Ratio::from_bp(i32::try_from(bp).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yuan(yuan: i64) -> Money {
        Money::fen_const(yuan * 100)
    }

    /// V-14: goods 60; parcel 6; gift 3; commission 5 %; advertising 10 %.
    fn costs() -> UnitCosts {
        UnitCosts {
            goods: yuan(60),
            freight: yuan(6),
            gift: yuan(3),
            commission: Ratio::from_bp(500),
            ads: Ratio::from_bp(1_000),
        }
    }

    fn without_refunds() -> Terms {
        Terms::new(costs(), RefundTerms::default())
    }

    /// 10 % are paid back, half of them unsent; 80 % of what comes back is sold again; a parcel
    /// back costs 8, a refund 1 beside; the platform keeps a fifth of its commission.
    fn with_refunds() -> Terms {
        let refunds = RefundTerms {
            rate: Ratio::from_bp(1_000),
            before: Ratio::from_bp(5_000),
            resaleable: Ratio::from_bp(8_000),
            freight: yuan(8),
            fee: yuan(1),
            kept: Ratio::from_bp(2_000),
            ..RefundTerms::default()
        };
        Terms::new(costs(), refunds)
    }

    #[test]
    fn v14_profit_margin_and_break_even() {
        let terms = without_refunds();
        let unit = terms.unit(yuan(128));
        assert_eq!(unit.profit, Money::fen_const(3_980));
        assert_eq!(unit.margin(), Some(Ratio::from_bp(3_109)));
        assert_eq!(terms.received_for(Ratio::default()), Some(Money::fen_const(8_118)));
        // Before advertising it earns 52.60: 128 ÷ 52.60 = 2.43346; × 2.5 % = 1.315;
        // 1.20 ÷ 52.60 = 2.2814 %.
        assert_eq!(terms.even_roi(yuan(128)), Some(Ratio::from_bp(24_335)));
        let conversion = Ratio::from_bp(250);
        assert_eq!(terms.even_click(yuan(128), conversion), Some(Money::fen_const(131)));
        let click = Money::fen_const(120);
        assert_eq!(terms.even_conversion(yuan(128), click), Some(Ratio::from_bp(229)));
    }

    #[test]
    fn a_refund_costs_what_is_lost_with_it() {
        let unit = with_refunds().unit(yuan(128));
        let lines: Vec<i64> = unit.lines.iter().map(|line| line.1.fen()).collect();
        // Of 100 pieces 10 are paid back: 5 unsent, 5 back, 4 of them sold again.
        // Refunds 12.80; goods 60, back 9 × 60 ÷ 100 = 5.40; parcels 95 × 6 = 5.70; back 5 × 8 =
        // 0.40; gifts 95 × 3 = 2.85; commission 6.40, back 8 % of it = 0.512; fees 0.10; ads 12.80.
        assert_eq!(lines, [-1_280, -6_000, 540, -570, -40, -285, -640, 51, -10, -1_280]);
        assert_eq!(unit.profit.fen(), 12_800 - 9_514);
    }

    #[test]
    fn the_margin_that_is_wanted_is_reached_and_a_fen_less_misses_it() {
        for terms in [without_refunds(), with_refunds()] {
            for bp in [0, 1_000, 2_500, 4_000] {
                let margin = Ratio::from_bp(bp);
                let least = terms.received_for(margin).unwrap();
                let over = |received: Money| {
                    terms.exact(received) - i128::from(received.fen()) * i128::from(bp) * BP
                };
                assert!(0 <= over(least), "{bp}");
                assert!(over(least - Money::fen_const(1)) < 0, "{bp}");
                let goods = terms.goods_for(least, margin).unwrap();
                assert!(costs().goods <= goods, "{bp}");
            }
        }
        assert_eq!(without_refunds().received_for(Ratio::from_bp(8_500)), None);
    }

    #[test]
    fn goods_may_cost_what_is_left_of_the_price() {
        // 128 × (1 − 15 % − 30 %) − 9 = 61.40.
        let goods = without_refunds().goods_for(yuan(128), Ratio::from_bp(3_000));
        assert_eq!(goods, Some(Money::fen_const(6_140)));
        assert_eq!(without_refunds().goods_for(yuan(9), Ratio::from_bp(3_000)), None);
    }

    #[test]
    fn break_even_of_refunds_is_where_the_profit_is_gone() {
        let terms = with_refunds();
        let rate = terms.even_refunds(yuan(128)).unwrap();
        let at = |bp: i32| {
            let refunds = RefundTerms { rate: Ratio::from_bp(bp), ..terms.refunds().clone() };
            Terms::new(costs(), refunds).exact(yuan(128))
        };
        assert!(0 <= at(rate.bp()) && at(rate.bp() + 1) < 0, "{rate:?}");
        assert_eq!(terms.even_refunds(yuan(60)), None);
    }

    #[test]
    fn what_earns_nothing_has_no_break_even_of_advertising() {
        let terms = without_refunds();
        assert_eq!(terms.even_roi(yuan(69)), None);
        assert_eq!(terms.even_click(yuan(69), Ratio::from_bp(250)), None);
        assert_eq!(terms.unit(Money::ZERO).margin(), None);
    }
}
