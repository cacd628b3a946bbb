//! What advertising cost and brought.

pub mod budget;
pub mod curve;

use std::collections::BTreeMap;

use crate::base::day::Day;
use crate::base::money::Money;
use crate::base::order;
use crate::base::rates::{Hits, z_of_tail};
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::facts::items::period::{before, period};
use crate::facts::items::read::ItemSums;
use crate::facts::items::subject::Subject;
use crate::facts::items::views::AdsBy as By;
use crate::facts::metric::SALES;
use crate::facts::set::{FactSet, Sum};
use crate::tools::ads::calc::budget::Share;
use crate::tools::ads::calc::curve::{Curve, DayOf, Exponent, NoCurve};
use crate::tools::ads::model::{Ads, AdsBy, Decision, PlanNote};

#[cfg(test)]
mod tests;

/// What is asked of each plan, in this order.
pub(super) const METRICS: [&str; 5] = ["impressions", "clicks", "spend", "orders", "sales"];

/// How many days a curve is fitted to at most.
const CURVE_DAYS: i32 = 90;
/// How probable it may be that chance alone makes a return look like another (two-sided).
const ALPHA: f64 = 0.05;

/// What a plan, a channel or all of them came to. Sales and orders are those that 万相台 attributes
/// to the advertisement; its window is the report's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// 展现量.
    pub impressions: Option<i64>,
    /// 点击量.
    pub clicks: Option<i64>,
    /// 花费.
    pub spend: Option<Money>,
    /// 总成交笔数.
    pub orders: Option<i64>,
    /// 总成交金额.
    pub sales: Option<Money>,
}

impl Figures {
    fn of(sums: &[Sum]) -> Self {
        let total = |idx: usize| sums.get(idx).and_then(|sum| sum.total);
        let money = |idx: usize| total(idx).map(Money::from_fen_clamped);
        Self {
            impressions: total(0),
            clicks: total(1),
            spend: money(2),
            orders: total(3),
            sales: money(4),
        }
    }

    fn plus(self, other: Self) -> Self {
        fn sum<T>(a: Option<T>, b: Option<T>, add: impl Fn(T, T) -> T) -> Option<T> {
            match (a, b) {
                (Some(a), Some(b)) => Some(add(a, b)),
                (a, b) => a.or(b),
            }
        }
        let money = |a: Money, b: Money| a + b;
        Self {
            impressions: sum(self.impressions, other.impressions, i64::saturating_add),
            clicks: sum(self.clicks, other.clicks, i64::saturating_add),
            spend: sum(self.spend, other.spend, money),
            orders: sum(self.orders, other.orders, i64::saturating_add),
            sales: sum(self.sales, other.sales, money),
        }
    }

    /// 点击率: clicks ÷ impressions.
    pub fn ctr(&self) -> Option<Ratio> {
        Ratio::of(self.clicks?, self.impressions?)
    }

    /// 平均点击花费 (M-36): spend ÷ clicks, rounded to the 分.
    pub fn cpc(&self) -> Option<Money> {
        self.spend?.per(self.clicks.filter(|clicks| *clicks > 0)?)
    }

    /// 点击转化率: orders ÷ clicks.
    pub fn click_cvr(&self) -> Option<Ratio> {
        Ratio::of(self.orders?, self.clicks?)
    }

    /// 投入产出比 (M-39): sales ÷ spend; 10,000 basis points are 1.00.
    pub fn roi(&self) -> Option<Ratio> {
        Ratio::of(self.sales?.fen(), self.spend?.fen())
    }

    /// What is left of the sales after goods and advertising: sales × margin − spend.
    pub fn left(&self, margin: Ratio) -> Option<Money> {
        Some(self.sales?.times(margin) - self.spend?)
    }

    /// Between which returns the true one lies, by Wilson's interval of the orders per click; the
    /// clicks and what an order brings are taken as they are. `None` where nothing can be said: no
    /// clicks, no orders, more orders than clicks.
    pub fn roi_between(&self) -> Option<(Ratio, Ratio)> {
        let (clicks, orders) = (self.clicks?, self.orders?);
        let hits = Hits::new(orders, clicks).filter(|_| orders > 0)?;
        let (low, high) = hits.wilson(z_of_tail(ALPHA / 2.0));
        let at = |rate: f64| {
            let bp = f64::from(self.roi()?.bp()) * rate / hits.rate();
            Some(Ratio::from_bp(bp.round().clamp(0.0, f64::from(i32::MAX)) as i32))
        };
        Some((at(low)?, at(high)?))
    }
}

/// A plan or a channel.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// 计划ID, or the channel.
    pub key: String,
    /// 计划名字; of a channel its name.
    pub name: String,
    /// The channel that it belongs to.
    pub channel: String,
    /// What it came to.
    pub now: Figures,
    /// What it came to in as many days before.
    pub before: Option<Figures>,
    /// What the rules say of it; none where nothing was spent.
    pub advice: Option<Advice>,
}

/// What the rules say of a plan, and by which figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What to do.
    pub decision: Decision,
    /// Why.
    pub reason: Reason,
}

/// Why a rule fired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Fewer clicks than are enough.
    FewClicks,
    /// The margin is not known, so no return breaks even: only the click rate speaks.
    OnlyClicks,
    /// The return breaks even or does not: chance alone could make it either.
    CannotTell,
    /// It pays, and is clicked at least as often as the others.
    PaysAndClicks,
    /// It pays, and is clicked less than the others: another picture.
    PaysFewClicks,
    /// It does not pay, though it is clicked: what is behind the click.
    LosesAndClicks,
    /// It neither pays nor is clicked.
    LosesFewClicks,
    /// Not half of what breaks even comes back.
    LosesMuch,
}

/// What advertising came to in a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// The period.
    pub span: Span,
    /// As many days before it, where there are figures of them.
    pub before: Option<Span>,
    /// On how many of its days there are figures.
    pub n_days: usize,
    /// All together.
    pub total: Figures,
    /// All together before.
    pub total_before: Option<Figures>,
    /// What the shop paid for it, as a share of all its sales (M-35).
    pub share: Option<Ratio>,
    /// The margin before advertising.
    pub margin: Option<Ratio>,
    /// Plans or channels, by what they cost.
    pub plans: Vec<Plan>,
}

impl Review {
    /// The return that breaks even: 1 ÷ margin (M-39), rounded up to the basis point.
    pub fn even_roi(&self) -> Option<Ratio> {
        even_roi(self.margin?)
    }
}

/// The return that breaks even at a margin: 1 ÷ margin, rounded up; `None` for a margin of nothing.
pub fn even_roi(margin: Ratio) -> Option<Ratio> {
    let bp = margin.bp();
    (bp > 0).then(|| Ratio::from_bp((100_000_000 + bp - 1) / bp))
}

/// What advertising came to. `earned` is the margin before advertising that the products earn; a
/// typed one counts before it. `None` without figures of advertising.
pub fn review(section: &Ads, facts: &FactSet, earned: Option<Ratio>) -> Option<Review> {
    let subject = subject(facts)?;
    let chosen = section.from.zip(section.to).map(|(from, to)| Span::new(from, to));
    let span = period(facts, subject, section.last_days, chosen)?;
    let earlier = before(facts, subject, span, chosen.is_some());
    let by = by(section);
    let sums = facts.ad_sums(span, &METRICS, by);
    let old = earlier.map(|span| facts.ad_sums(span, &METRICS, by));
    let labels = facts.labels_of(subject);
    let margin = section.margin.or(earned).filter(|margin| margin.bp() > 0);
    let mut plans: Vec<Plan> = sums
        .items
        .iter()
        .map(|(key, sums)| {
            let label = labels.get(key);
            let said = |text: Option<&String>| text.filter(|text| !text.is_empty()).cloned();
            Plan {
                key: key.clone(),
                name: said(label.map(|label| &label.title)).unwrap_or_else(|| key.clone()),
                channel: said(label.map(|label| &label.code)).unwrap_or_default(),
                now: Figures::of(sums),
                before: old.as_ref().and_then(|old| Some(Figures::of(old.items.get(key)?))),
                advice: None,
            }
        })
        .collect();
    let total = plans.iter().fold(Figures::default(), |sum, plan| sum.plus(plan.now));
    for plan in &mut plans {
        plan.advice = advice(section, plan.now, total.ctr(), margin);
    }
    order::sort_by(&mut plans, |a, b| (b.now.spend, &a.key).cmp(&(a.now.spend, &b.key)));
    let all = |sums: &ItemSums| {
        sums.items.values().fold(Figures::default(), |sum, one| sum.plus(Figures::of(one)))
    };
    let shop_sales = facts.sum(SALES, span).total;
    Some(Review {
        span,
        before: earlier,
        n_days: sums.n_days,
        total,
        total_before: old.as_ref().map(all),
        share: total.spend.zip(shop_sales).and_then(|(spend, all)| Ratio::of(spend.fen(), all)),
        margin,
        plans,
    })
}

/// Of which report the figures of plans are: of plans, where there are any, else of items in them.
pub fn subject(facts: &FactSet) -> Option<Subject> {
    [Subject::AdPlan, Subject::AdItem].into_iter().find(|subject| facts.knows(*subject))
}

/// How the sales of each plan or channel answer to what is spent on it, by the last 90 days up to
/// the period's end; days of `events` are left out, since they sell more and are spent more on.
pub fn curves(
    section: &Ads,
    facts: &FactSet,
    to: Day,
    events: &[Span],
) -> BTreeMap<String, Result<Curve, NoCurve>> {
    let span = Span::new(to - (CURVE_DAYS - 1), to);
    let is_usual = |day: &Day| !events.iter().any(|event| event.contains(*day));
    let series = facts.ad_series(span, &["spend", "sales"], by(section));
    let min_days = usize::try_from(section.min_days).unwrap_or(usize::MAX);
    let days_of = |columns: &Vec<Vec<Option<i64>>>| -> Vec<DayOf> {
        let days = span.days().zip(columns[0].iter().zip(&columns[1]));
        days.filter(|(day, _)| is_usual(day))
            .filter_map(|(_, (spend, sales))| Some(((*spend)?, sales.unwrap_or(0))))
            .collect()
    };
    let plans: BTreeMap<&String, Vec<DayOf>> =
        series.iter().map(|(key, columns)| (key, days_of(columns))).collect();
    let shared = Exponent::fit(plans.values().map(Vec::as_slice), min_days);
    let fit = |days: &[DayOf]| {
        Curve::fit(days, min_days).or_else(|why| match why {
            // What a plan's own days leave open, those of all may tell.
            NoCurve::TooWide | NoCurve::SameSpend => {
                shared.and_then(|exponent| Curve::with(days, exponent, min_days)).ok_or(why)
            }
            NoCurve::FewDays(_) | NoCurve::NotItsDoing => Err(why),
        })
    };
    plans.into_iter().map(|(key, days)| (key.clone(), fit(&days))).collect()
}

fn by(section: &Ads) -> By {
    match section.by {
        AdsBy::Plan => By::Plan,
        AdsBy::Channel => By::Channel,
    }
}

/// What is spent on a plan a day: the period's spending ÷ its days, rounded to the 分.
pub fn daily(plan: &Plan, review: &Review) -> Money {
    let n_days = i64::try_from(review.n_days.max(1)).unwrap_or(1);
    plan.now.spend.and_then(|spend| spend.per(n_days)).unwrap_or_default()
}

/// The plans with their limits and curves, in their order, for the budget to be shared out.
pub fn shares(
    section: &Ads,
    review: &Review,
    curves: &BTreeMap<String, Result<Curve, NoCurve>>,
) -> Vec<Share> {
    let one = |plan: &Plan| {
        let note = section.note(&plan.key);
        let limit = |of: fn(&PlanNote) -> Option<Money>| note.and_then(of);
        let curve = curves.get(&plan.key).and_then(|curve| curve.ok());
        let (floor, cap) = (limit(|note| note.floor), limit(|note| note.cap));
        Share::new(daily(plan, review), floor, cap, section.step, curve)
    };
    review.plans.iter().map(one).collect()
}

/// What the rules say of a plan (R-64 … R-69): whether it pays is asked first, and only of a return
/// that chance does not explain; then how often it is clicked, against all of them.
fn advice(
    section: &Ads,
    now: Figures,
    mean_ctr: Option<Ratio>,
    margin: Option<Ratio>,
) -> Option<Advice> {
    use Decision::{Lower, Picture, Raise, Remove, Watch};
    now.spend.filter(|spend| spend.fen() > 0)?;
    let say = |decision, reason| Some(Advice { decision, reason });
    if now.clicks.unwrap_or(0) < i64::from(section.min_clicks) {
        return say(Watch, Reason::FewClicks);
    }
    let is_clicked = now.ctr() >= mean_ctr;
    let Some(even) = margin.and_then(even_roi) else {
        return say(if is_clicked { Raise } else { Lower }, Reason::OnlyClicks);
    };
    let roi = now.roi().unwrap_or_default();
    // Without an order the interval says nothing, and enough clicks without one do.
    let (low, high) = now.roi_between().unwrap_or((roi, roi));
    match (even <= low, high < even) {
        (true, _) if is_clicked => say(Raise, Reason::PaysAndClicks),
        (true, _) => say(Picture, Reason::PaysFewClicks),
        (_, true) if roi.bp() < even.bp() / 2 => say(Remove, Reason::LosesMuch),
        (_, true) if is_clicked => say(Lower, Reason::LosesAndClicks),
        (_, true) => say(Lower, Reason::LosesFewClicks),
        _ => say(Watch, Reason::CannotTell),
    }
}
