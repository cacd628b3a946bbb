//! What a period needs to reach its target: visitors, buyers, advertising.

use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::tools::goals::model::MonthRates;

/// What history says about a month; `None` where it says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HistoryRates {
    /// 支付转化率 (M-04).
    pub cvr: Option<Ratio>,
    /// 客单价 (M-06).
    pub aov: Option<Money>,
}

/// Where a rate comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// It was typed.
    Planned,
    /// It was typed for a period around this one, or in it.
    Around,
    /// It is that of its months' sums.
    Parts,
    /// It is what the shop had.
    History,
    /// It is the shop's setting.
    Setting,
}

/// A value and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub source: Source,
}

/// The rates that a month counts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rates {
    /// 支付转化率; `None` where it was neither typed nor is there history.
    pub cvr: Option<Sourced<Ratio>>,
    /// 客单价; `None` likewise.
    pub aov: Option<Sourced<Money>>,
    /// The most that advertising may cost, as a share of sales.
    pub ad_cap: Sourced<Ratio>,
}

impl Rates {
    /// What a month counts with: what it plans, else what the periods around it plan, else what
    /// history says; for advertising the shop's cap in place of history.
    pub fn of_month(
        planned: &MonthRates,
        around: &MonthRates,
        history: HistoryRates,
        shop_ad_cap: Ratio,
    ) -> Self {
        fn above<T>(value: T) -> Sourced<T> {
            Sourced { value, source: Source::Around }
        }
        let own = Self::of(planned, HistoryRates::default(), shop_ad_cap);
        let shop = Self::of(&MonthRates::default(), history, shop_ad_cap);
        let ad_cap = match (planned.ad_cap, around.ad_cap) {
            (None, Some(cap)) => above(cap),
            _ => own.ad_cap,
        };
        Self {
            cvr: own.cvr.or(around.cvr.map(above)).or(shop.cvr),
            aov: own.aov.or(around.aov.map(above)).or(shop.aov),
            ad_cap,
        }
    }

    /// What was typed counts before history, and a month's cap before the shop's.
    pub fn of(planned: &MonthRates, history: HistoryRates, shop_ad_cap: Ratio) -> Self {
        let ad_cap = planned.ad_cap.map(|value| Sourced { value, source: Source::Planned });
        Self {
            cvr: first_of(planned.cvr, history.cvr),
            aov: first_of(planned.aov, history.aov),
            ad_cap: ad_cap.unwrap_or(Sourced { value: shop_ad_cap, source: Source::Setting }),
        }
    }
}

fn first_of<T>(planned: Option<T>, history: Option<T>) -> Option<Sourced<T>> {
    planned
        .map(|value| Sourced { value, source: Source::Planned })
        .or(history.map(|value| Sourced { value, source: Source::History }))
}

/// What a period needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needs {
    /// Visitors, rounded up; `None` without both rates.
    pub visitors: Option<i64>,
    /// Buyers, rounded up; `None` without an order value.
    pub buyers: Option<i64>,
    /// The most that advertising may cost, rounded half away from zero.
    pub ad_budget: Money,
}

impl Needs {
    /// What sales of `target` need at these rates.
    pub fn of(target: Money, rates: &Rates) -> Self {
        let (cvr, aov) = (rates.cvr.map(|cvr| cvr.value), rates.aov.map(|aov| aov.value));
        Self {
            visitors: cvr.zip(aov).and_then(|(cvr, aov)| visitors(target, cvr, aov)),
            buyers: aov.and_then(|aov| buyers(target, aov)),
            ad_budget: target.times(rates.ad_cap.value),
        }
    }
}

/// The fewest visitors that bring `target`: target ÷ (CVR × AOV), rounded up.
///
/// `None` where the rates bring nothing and the target is more than that. A target of nothing or
/// below needs nobody.
///
/// # Source
///
/// T-59; vector V-10.
pub fn visitors(target: Money, cvr: Ratio, aov: Money) -> Option<i64> {
    let per_visitor = i128::from(cvr.bp()) * i128::from(aov.fen());
    div_up(i128::from(target.fen()) * 10_000, per_visitor)
}

/// The fewest buyers that bring `target`: target ÷ AOV, rounded up. `None` as in [`visitors`].
pub fn buyers(target: Money, aov: Money) -> Option<i64> {
    div_up(target.fen().into(), aov.fen().into())
}

/// `whole ÷ part`, rounded up.
pub(super) fn div_up(whole: i128, part: i128) -> Option<i64> {
    if whole <= 0 {
        return Some(0);
    }
    if part <= 0 {
        return None;
    }
    i64::try_from((whole + part - 1) / part).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn v10_visitors_are_rounded_up() {
        let (cvr, aov) = (Ratio::from_bp(300), Money::fen_const(20_000));
        assert_eq!(visitors(Money::fen_const(20_000_000), cvr, aov), Some(33_334));
        assert_eq!(buyers(Money::fen_const(20_000_000), aov), Some(1_000));
    }

    #[test]
    fn v08_the_ad_cap_of_november() {
        let rates =
            Rates::of(&MonthRates::default(), HistoryRates::default(), Ratio::from_bp(1_000));
        let needs = Needs::of(Money::fen_const(20_869_600), &rates);
        assert_eq!(needs.ad_budget, Money::fen_const(2_086_960));
        assert_eq!((needs.visitors, needs.buyers), (None, None));
    }

    #[test]
    fn rates_that_bring_nothing_need_no_value_and_no_target_nobody() {
        let aov = Money::fen_const(20_000);
        assert_eq!(visitors(Money::fen_const(1), Ratio::from_bp(0), aov), None);
        assert_eq!(visitors(Money::ZERO, Ratio::from_bp(0), aov), Some(0));
        assert_eq!(visitors(Money::fen_const(-5), Ratio::from_bp(300), aov), Some(0));
    }

    #[test]
    fn what_was_typed_counts_before_history() {
        let planned = MonthRates { cvr: Some(Ratio::from_bp(350)), ..MonthRates::default() };
        let history =
            HistoryRates { cvr: Some(Ratio::from_bp(300)), aov: Some(Money::fen_const(19_900)) };
        let rates = Rates::of(&planned, history, Ratio::from_bp(1_000));
        let cvr = Sourced { value: Ratio::from_bp(350), source: Source::Planned };
        let aov = Sourced { value: Money::fen_const(19_900), source: Source::History };
        assert_eq!((rates.cvr, rates.aov), (Some(cvr), Some(aov)));
    }
}
