//! Asking the orders: states, days, buyers by recency, frequency and money, cohorts.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::day::{Day, Month};
use crate::base::order;
use crate::facts::orders::table::{Order, Status};
use crate::facts::set::FactSet;

/// What was paid on one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OrderDay {
    /// Orders that were paid on it.
    pub n_orders: usize,
    /// What was paid, in 分.
    pub paid_fen: i64,
    /// Different buyers.
    pub n_buyers: usize,
    /// What of it was paid back, whenever that was, in 分. Not 成功退款金额 of the shop's day,
    /// which counts by the day of completion.
    pub refund_fen: i64,
}

/// Buyers by recency, frequency and money (R-, F- and M-bins as the samples have them).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Buyers {
    /// Different buyers.
    pub n_buyers: usize,
    /// Their orders.
    pub n_orders: usize,
    /// What they paid, in 分.
    pub paid_fen: i64,
    /// Number of orders → buyers with as many.
    pub by_orders: BTreeMap<usize, usize>,
    /// Days since the last payment: up to 30, 60, 90, 180, 365, and more.
    pub by_recency: [usize; 6],
    /// What a buyer paid: below 50, 100, 200, 500, 1,000 yuan, and more.
    pub by_money: [usize; 6],
    /// Buyers with two or more orders.
    pub n_repeat: usize,
    /// Buyers who paid on two or more days.
    pub n_repeat_days: usize,
    /// The middle of what buyers paid, in 分: of an even number the lower one of the two.
    pub median_fen: Option<i64>,
}

/// The limits of recency, in days, each included.
const RECENCY: [i32; 5] = [30, 60, 90, 180, 365];
/// The limits of money, in 分, each not included.
const MONEY: [i64; 5] = [5_000, 10_000, 20_000, 50_000, 100_000];
/// After how many days a cohort is looked at.
pub const COHORT_DAYS: [i32; 5] = [30, 60, 90, 180, 360];

/// Buyers whose first payment is in one month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cohort {
    /// How many.
    pub n_buyers: usize,
    /// For each of [`COHORT_DAYS`]: buyers of whom so many days have passed, and those of them who
    /// paid again on a later day within them.
    pub within: [(usize, usize); 5],
}

/// A buyer's payments: days with what was paid.
type Payments = BTreeMap<u64, Vec<(Day, i64)>>;

fn payments(orders: &[Order], is_counted: &dyn Fn(&Order) -> bool) -> Payments {
    let mut buyers = Payments::new();
    for order in orders.iter().filter(|order| is_counted(order)) {
        if let (Some(buyer), Some(paid)) = (order.buyer, order.paid) {
            buyers.entry(buyer).or_default().push((paid, order.paid_fen));
        }
    }
    buyers
}

/// How many of several orders are in each state.
pub fn by_status(orders: &[Order]) -> BTreeMap<Status, usize> {
    let mut states = BTreeMap::new();
    for one in orders {
        *states.entry(one.status).or_default() += 1;
    }
    states
}

/// What was paid on each day.
pub fn by_day(orders: &[Order]) -> BTreeMap<Day, OrderDay> {
    let mut days: BTreeMap<Day, (OrderDay, BTreeSet<u64>)> = BTreeMap::new();
    for one in orders {
        let Some(paid) = one.paid else { continue };
        let (day, buyers) = days.entry(paid).or_default();
        day.n_orders += 1;
        day.paid_fen = day.paid_fen.saturating_add(one.paid_fen);
        day.refund_fen = day.refund_fen.saturating_add(one.refund_fen.unwrap_or(0));
        buyers.extend(one.buyer);
    }
    days.into_iter()
        .map(|(day, (sums, buyers))| (day, OrderDay { n_buyers: buyers.len(), ..sums }))
        .collect()
}

/// Buyers as of a day, of all paid orders or of those that were not paid back whole.
pub fn buyers(orders: &[Order], as_of: Day, has_refunded: bool) -> Buyers {
    let of = payments(orders, &|order| has_refunded || !order.is_fully_refunded());
    let mut all = Buyers { n_buyers: of.len(), ..Buyers::default() };
    let mut amounts: Vec<i64> = Vec::with_capacity(of.len());
    for paid in of.values() {
        let amount = paid.iter().fold(0_i64, |sum, (_, fen)| sum.saturating_add(*fen));
        let days: BTreeSet<Day> = paid.iter().map(|(day, _)| *day).collect();
        let Some(last) = days.last() else { continue };
        let n_days = as_of - *last;
        all.n_orders += paid.len();
        all.paid_fen = all.paid_fen.saturating_add(amount);
        *all.by_orders.entry(paid.len()).or_default() += 1;
        all.by_recency[RECENCY.partition_point(|limit| *limit < n_days)] += 1;
        all.by_money[MONEY.partition_point(|limit| *limit <= amount)] += 1;
        all.n_repeat += usize::from(paid.len() > 1);
        all.n_repeat_days += usize::from(days.len() > 1);
        amounts.push(amount);
    }
    order::sort(&mut amounts);
    all.median_fen = amounts.get(amounts.len().saturating_sub(1) / 2).copied();
    all
}

/// Buyers by the month of their first payment in these orders: those before are not known.
pub fn cohorts(orders: &[Order], as_of: Day) -> BTreeMap<Month, Cohort> {
    let mut months: BTreeMap<Month, Cohort> = BTreeMap::new();
    for paid in payments(orders, &|_| true).values() {
        let days: BTreeSet<Day> = paid.iter().map(|(day, _)| *day).collect();
        let Some(first) = days.first() else { continue };
        let cohort = months.entry(first.month()).or_default();
        cohort.n_buyers += 1;
        let again = days.iter().nth(1);
        for (place, n_days) in COHORT_DAYS.iter().enumerate() {
            if as_of - *first < *n_days {
                continue;
            }
            let (observable, repurchased) = &mut cohort.within[place];
            *observable += 1;
            *repurchased += usize::from(again.is_some_and(|day| *day - *first <= *n_days));
        }
    }
    months
}

impl FactSet {
    /// Every order that is known.
    pub fn all_orders(&self) -> Vec<Order> {
        let chunks = self.orders.iter().filter_map(|chunk| chunk.chunk.as_deref());
        chunks.flat_map(|chunk| chunk.orders()).collect()
    }

    /// Paid orders by the province that they were sent to, as the file names it.
    pub fn orders_by_province(&self) -> BTreeMap<String, usize> {
        let mut provinces = BTreeMap::new();
        for chunk in self.orders.iter().filter_map(|chunk| chunk.chunk.as_deref()) {
            for order in chunk.orders().iter().filter(|order| order.paid.is_some()) {
                let name = order.province.and_then(|place| chunk.provinces.get(place));
                if let Some(name) = name {
                    *provinces.entry(name.clone()).or_default() += 1;
                }
            }
        }
        provinces
    }
}
