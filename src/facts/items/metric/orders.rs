//! What orders and their lines come to, as metrics of a preview.

use crate::facts::metric::Direction::{Down, Up};
use crate::facts::metric::Kind::{Additive, Opaque};
use crate::facts::metric::Unit::{Count, Fen};
use crate::facts::metric::{Metric, row};

/// The source of these columns.
const COLUMNS: &str = "formats 4.5";

/// The metrics of orders. Buyers of a period are counted once, and so do not add up.
pub static ORDERS: &[Metric] = &[
    row("sales", "买家实际支付金额", "Paid by buyers", Fen, Additive, Up, COLUMNS),
    row(
        "refunds",
        "退款金额",
        "Refunds",
        Fen,
        Additive,
        Down,
        "formats 4.5; of the day of payment",
    ),
    row("orders", "订单数", "Orders", Count, Additive, Up, COLUMNS),
    row("paid_orders", "付款订单数", "Paid orders", Count, Additive, Up, COLUMNS),
    row("buyers", "付款买家数", "Paying buyers", Count, Opaque, Up, COLUMNS),
];

/// The metrics of lines of orders.
pub static LINES: &[Metric] = &[
    row("sales", "买家实付金额", "Paid by buyers", Fen, Additive, Up, COLUMNS),
    row("refunds", "退款金额", "Refunds", Fen, Additive, Down, COLUMNS),
    row("lines", "订单明细行数", "Order lines", Count, Additive, Up, COLUMNS),
    row("units", "购买数量", "Units", Count, Additive, Up, COLUMNS),
];
