//! One order as a reader understood it.

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::edit::{EditError, check_range};
use crate::base::span::Span;
use crate::facts::edit::MAX_VALUE;
use crate::facts::orders::salt::Salt;

/// The most orders of a file, and of a workbook: about 3 MB of storage.
pub const MAX_ORDERS: usize = 60_000;
/// Numbers of orders and of buyers are below this: 48 bits.
pub const MAX_KEY_NUMBER: u64 = 1 << 48;

/// How far an order is (formats §4.5).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// A word that is not known.
    #[default]
    Other,
    /// Not paid yet.
    Placed,
    /// Paid, not sent yet.
    Paid,
    /// Sent, not confirmed yet.
    Sent,
    /// Done.
    Done,
    /// Closed: not paid, or refunded.
    Closed,
}

impl Status {
    /// All of them; the place of each is its number in storage, for good.
    pub const ALL: [Self; 6] =
        [Self::Other, Self::Placed, Self::Paid, Self::Sent, Self::Done, Self::Closed];
}

/// One order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// The salted hash of its number, 48 bits.
    pub id: u64,
    /// The salted hash of the buyer's name, 48 bits; `None` where the file does not say.
    pub buyer: Option<u64>,
    /// The day on which it was placed.
    pub created: Day,
    /// The day on which it was paid.
    pub paid: Option<Day>,
    /// 买家实际支付金额 in 分, postage included.
    pub paid_fen: i64,
    /// 退款金额 in 分; `None` where no refund was asked for, 0 where one is pending.
    pub refund_fen: Option<i64>,
    /// How far it is.
    pub status: Status,
    /// Whether it was paid in stages (定金, 尾款).
    pub is_staged: bool,
    /// Whether it was placed on a phone.
    pub is_mobile: bool,
    /// The place of its province in the table's list; `None` where the file does not say.
    pub province: Option<usize>,
    /// The last day of the export that said so: of two exports the later one counts.
    pub seen: Day,
}

impl Order {
    /// Whether all that was paid was paid back.
    pub fn is_fully_refunded(&self) -> bool {
        self.paid_fen > 0 && self.refund_fen.is_some_and(|refund| refund >= self.paid_fen)
    }
}

/// Orders as a reader understood them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OrderTable {
    /// The salt of the numbers.
    pub salt: Salt,
    /// The provinces that orders name, in order.
    pub provinces: Vec<String>,
    /// The orders, by their numbers, each once.
    pub orders: Vec<Order>,
}

impl OrderTable {
    /// The first and the last day on which an order was placed.
    pub fn span(&self) -> Option<Span> {
        let from = self.orders.iter().map(|order| order.created).min()?;
        let to = self.orders.iter().map(|order| order.created).max()?;
        Some(Span::new(from, to))
    }

    /// Whether this is a table at all: a reader made it, but it came by message.
    ///
    /// # Errors
    ///
    /// What is out of order or beyond its bounds.
    pub fn check(&self) -> Result<(), EditError> {
        if MAX_ORDERS < self.orders.len() {
            return Err(EditError::TooMany { field: "facts.orders", max: MAX_ORDERS });
        }
        let mut n_wrong = self.orders.windows(2).filter(|pair| pair[1].id <= pair[0].id).count();
        for order in &self.orders {
            let numbers = [Some(order.id), order.buyer];
            n_wrong += numbers.iter().flatten().filter(|one| **one >= MAX_KEY_NUMBER).count();
            n_wrong += usize::from(order.province.is_some_and(|one| one >= self.provinces.len()));
            let (min, max) = (Day::MIN.number(), Day::MAX.number());
            for day in [Some(order.created), order.paid, Some(order.seen)].into_iter().flatten() {
                check_range("facts.orders.day", day.number().into(), min.into(), max.into())?;
            }
            check_range("facts.orders.paid_fen", order.paid_fen, -MAX_VALUE, MAX_VALUE)?;
            let refund = order.refund_fen.unwrap_or(0);
            check_range("facts.orders.refund_fen", refund, -MAX_VALUE, MAX_VALUE)?;
        }
        check_range("facts.orders", i64::try_from(n_wrong).unwrap_or(i64::MAX), 0, 0)
    }
}
