//! What the orders of a file come to, for programs and for the page.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::day::Month;
use crate::facts::orders::lines::LineSums;
use crate::facts::orders::table::Order;
use crate::files::orders::state_name;

/// What orders of a file come to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderTotals {
    /// Orders by state, as the platform writes it.
    pub status: BTreeMap<String, usize>,
    /// Paid orders.
    pub paid_orders: usize,
    /// What was paid, in 分.
    pub paid_fen: i64,
    /// What of it was paid back, in 分.
    pub refund_fen: i64,
    /// The same by the month of the payment.
    pub by_paid_month: BTreeMap<Month, MonthTotals>,
}

/// What orders of a month come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthTotals {
    /// Paid orders.
    pub orders: usize,
    /// What was paid, in 分.
    pub paid_fen: i64,
    /// What of it was paid back, in 分.
    pub refund_fen: i64,
}

/// What lines of orders of a file come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineTotals {
    /// All lines.
    #[serde(flatten)]
    pub sums: LineSums,
    /// Different orders.
    pub orders: usize,
    /// Different items of the lines that are kept.
    pub items: usize,
    /// Whether lines are kept with their orders, and not as sums by item and day.
    pub is_single: bool,
    /// Whether the sums are by month.
    pub is_by_month: bool,
}

impl OrderTotals {
    /// Adds an order.
    pub(super) fn add(&mut self, order: &Order) {
        *self.status.entry(state_name(order.status).replace(',', "，")).or_default() += 1;
        let Some(paid) = order.paid else { return };
        let refund = order.refund_fen.unwrap_or(0);
        self.paid_orders += 1;
        self.paid_fen = self.paid_fen.saturating_add(order.paid_fen);
        self.refund_fen = self.refund_fen.saturating_add(refund);
        let month = self.by_paid_month.entry(paid.month()).or_default();
        month.orders += 1;
        month.paid_fen = month.paid_fen.saturating_add(order.paid_fen);
        month.refund_fen = month.refund_fen.saturating_add(refund);
    }
}
