//! Immutable columns of orders.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use xxhash_rust::xxh64::xxh64;

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::record::Record;
use crate::facts::items::code::{decode, encode};
use crate::facts::orders::table::{Order, Status};

/// The orders that were placed in one calendar quarter. Never changed once made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct OrderChunk {
    /// The day of the first order.
    pub from: Day,
    /// The day of the last order.
    pub to: Day,
    /// How many orders.
    pub n_orders: usize,
    /// Names of provinces.
    #[serde(default)]
    pub provinces: Vec<String>,
    /// Column → one cell an order, as the code of keyed tables: `id` (each less the one before),
    /// `buyer`, `created` (days after `from`), `paid` (days after it was placed), `paid_fen`,
    /// `refund_fen`, `status`, `marks` (1 staged, 2 on a phone), `province`, `seen` (days after
    /// `from`).
    pub columns: BTreeMap<String, String>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A reference to a chunk of orders.
#[derive(Clone, Debug, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct OrderRef {
    /// The content hash (xxh64 of the chunk's JSON, 16 hexadecimal digits).
    pub id: String,
    /// The day of the first order.
    pub from: Day,
    /// The day of the last order.
    pub to: Day,
    /// The columns; `None` where the stored chunk is missing or damaged.
    #[serde(skip)]
    pub chunk: Option<Arc<OrderChunk>>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl PartialEq for OrderRef {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.chunk.is_some() == other.chunk.is_some()
    }
}

fn number(place: usize) -> Option<i64> {
    i64::try_from(place).ok()
}

impl OrderChunk {
    /// The chunk of these orders, which are in the order of their numbers; `None` without any.
    pub fn of(orders: &[Order], provinces: &[String], extra: Extra) -> Option<Self> {
        let from = orders.iter().map(|order| order.created).min()?;
        let to = orders.iter().map(|order| order.created).max()?;
        let column = |cell: &dyn Fn(&Order) -> Option<i64>| {
            encode(&orders.iter().map(cell).collect::<Vec<_>>())
        };
        let days = |day: Day, since: Day| Some(i64::from(day - since));
        let mut before = 0;
        let ids: Vec<Option<i64>> = orders
            .iter()
            .map(|order| {
                let step = order.id.wrapping_sub(before);
                before = order.id;
                i64::try_from(step).ok()
            })
            .collect();
        let status = |order: &Order| Status::ALL.iter().position(|one| *one == order.status);
        let columns = [
            ("id", encode(&ids)),
            ("buyer", column(&|order| order.buyer.and_then(|one| i64::try_from(one).ok()))),
            ("created", column(&|order| days(order.created, from))),
            ("paid", column(&|order| days(order.paid?, order.created))),
            ("paid_fen", column(&|order| Some(order.paid_fen))),
            ("refund_fen", column(&|order| order.refund_fen)),
            ("status", column(&|order| status(order).and_then(number))),
            (
                "marks",
                column(&|order| Some(i64::from(order.is_staged) + 2 * i64::from(order.is_mobile))),
            ),
            ("province", column(&|order| order.province.and_then(number))),
            ("seen", column(&|order| days(order.seen, from))),
        ];
        Some(Self {
            from,
            to,
            n_orders: orders.len(),
            provinces: provinces.to_vec(),
            columns: columns.map(|(key, text)| (key.to_owned(), text)).into(),
            extra,
        })
    }

    /// The orders. A chunk from outside can say anything: what does not fit has no value.
    pub fn orders(&self) -> Vec<Order> {
        let column =
            |key: &str| decode(self.columns.get(key).map_or("", String::as_str), self.n_orders);
        let day = |since: Day, days: Option<i64>| {
            let days = i32::try_from(days?).ok()?;
            Some(since.number().checked_add(days).map(Day::from_number)?)
                .filter(|day| (Day::MIN..=Day::MAX).contains(day))
        };
        let (ids, buyers, created) = (column("id"), column("buyer"), column("created"));
        let (paid, paid_fen, refunds) = (column("paid"), column("paid_fen"), column("refund_fen"));
        let (status, marks) = (column("status"), column("marks"));
        let (provinces, seen) = (column("province"), column("seen"));
        let mut id = 0_u64;
        (0..self.n_orders)
            .map(|row| {
                let unsigned = |cell: Option<i64>| u64::try_from(cell?).ok();
                let place = |cell: Option<i64>| usize::try_from(cell?).ok();
                id = id.wrapping_add(unsigned(ids[row]).unwrap_or(0));
                let created = day(self.from, created[row]).unwrap_or(self.from);
                let marks = marks[row].unwrap_or(0);
                Order {
                    id,
                    buyer: unsigned(buyers[row]),
                    created,
                    paid: day(created, paid[row]),
                    paid_fen: paid_fen[row].unwrap_or(0),
                    refund_fen: refunds[row],
                    status: place(status[row])
                        .and_then(|place| Status::ALL.get(place).copied())
                        .unwrap_or_default(),
                    is_staged: marks & 1 != 0,
                    is_mobile: marks & 2 != 0,
                    province: place(provinces[row]).filter(|one| *one < self.provinces.len()),
                    seen: day(self.from, seen[row]).unwrap_or(self.to),
                }
            })
            .collect()
    }

    /// The name of the chunk: xxh64 (seed 0) of its compact JSON, as sixteen hexadecimal digits.
    pub fn content_id(&self) -> String {
        // The JSON of texts and lists cannot fail to be written.
        let json = serde_json::to_vec(self).unwrap_or_default();
        format!("{:016x}", xxh64(&json, 0))
    }

    /// The reference that the document keeps.
    pub fn into_ref(self) -> OrderRef {
        let (id, from, to) = (self.content_id(), self.from, self.to);
        OrderRef { id, from, to, chunk: Some(Arc::new(self)), extra: Extra::new() }
    }
}
