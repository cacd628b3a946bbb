//! Lines of orders: which items they had, for how much.
//!
//! A line has no name but its order's, and often no day: it is kept with its order's number, and
//! takes the order's day of payment where the order is known. Of many lines only sums by item and
//! day are kept; what pages ask of lines is no more than that.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh64::xxh64;

use crate::base::day::Day;
use crate::base::edit::{EditError, check_len, check_range};
use crate::base::extra::Extra;
use crate::base::order;
use crate::base::record::Record;
use crate::base::span::Span;
use crate::facts::edit::MAX_VALUE;
use crate::facts::items::code::{decode, encode};
use crate::facts::orders::salt::Salt;
use crate::facts::orders::table::MAX_KEY_NUMBER;

/// The most lines that a workbook keeps with their orders' numbers: about 0.8 MB of storage.
pub const MAX_LINES: usize = 50_000;
/// The most sums by item and day of one file: about 1.5 MB of storage. Of more, they are by month.
pub const MAX_SUMS: usize = 150_000;
/// The most items of one file.
pub const MAX_ITEMS: usize = 20_000;
/// The longest name of an item, in characters.
pub const MAX_ITEM: usize = 60;

/// What several lines come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineSums {
    /// How many lines.
    pub lines: i64,
    /// 购买数量.
    pub units: i64,
    /// 买家实付金额 in 分.
    pub paid_fen: i64,
    /// 退款金额 in 分.
    pub refund_fen: i64,
}

impl LineSums {
    /// Adds others.
    pub fn add(&mut self, other: &Self) {
        self.lines = self.lines.saturating_add(other.lines);
        self.units = self.units.saturating_add(other.units);
        self.paid_fen = self.paid_fen.saturating_add(other.paid_fen);
        self.refund_fen = self.refund_fen.saturating_add(other.refund_fen);
    }
}

/// The lines of one item in one order, or of one item on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineRow {
    /// The salted number of the order; `None` of a sum of several orders.
    pub order: Option<u64>,
    /// The day of payment that the file says; the first of the month in sums by month.
    pub day: Option<Day>,
    /// The item's place in the list.
    pub item: usize,
    /// What they come to.
    pub sums: LineSums,
}

/// Lines that were imported. Never changed once made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct LineChunk {
    /// The first day, where the file says days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// The last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// How many rows.
    pub n_rows: usize,
    /// Whether a day stands for its month.
    pub is_by_month: bool,
    /// Items as the file names them: 商品ID, else 商家编码, else 标题.
    pub items: Vec<String>,
    /// Column → one cell a row, as the code of keyed tables. Of rows with an order, by its number:
    /// `order` (each less the one before), `day` (days after `from`), `item` (its place). Of sums,
    /// by day and item: `day` (days after the row before), `item` (its place, on the same day less
    /// the place after the one before). Of both: `lines` (less one), `units`, `paid_fen`,
    /// `refund_fen`.
    pub columns: BTreeMap<String, String>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A reference to lines.
#[derive(Clone, Debug, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct LineRef {
    /// The content hash (xxh64 of the chunk's JSON, 16 hexadecimal digits).
    pub id: String,
    /// The columns; `None` where the stored chunk is missing or damaged.
    #[serde(skip)]
    pub chunk: Option<Arc<LineChunk>>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl PartialEq for LineRef {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.chunk.is_some() == other.chunk.is_some()
    }
}

/// The key by which rows stand in a chunk.
fn key(row: &LineRow) -> (Option<u64>, Option<Day>, usize) {
    (row.order, row.day, row.item)
}

impl LineChunk {
    /// The chunk of these rows, all with an order or all without; those of the same order, day
    /// and item become one. `None` without any.
    pub fn of(mut rows: Vec<LineRow>, items: &[String], is_by_month: bool) -> Option<Self> {
        let is_single = rows.first()?.order.is_some();
        let (places, items) = used(&rows, items);
        rows.iter_mut().for_each(|row| row.item = places[row.item]);
        order::sort_by_key(&mut rows, key);
        rows.dedup_by(|next, row| {
            let is_same = key(next) == key(row);
            if is_same {
                row.sums.add(&next.sums);
            }
            is_same
        });
        let from = rows.iter().filter_map(|row| row.day).min();
        let to = rows.iter().filter_map(|row| row.day).max();
        let number = |number: u64| i64::try_from(number).ok();
        let column = |cell: &dyn Fn(&LineRow) -> i64| {
            encode(&rows.iter().map(|row| Some(cell(row))).collect::<Vec<_>>())
        };
        let (mut order, mut day, mut item) = (Vec::new(), Vec::new(), Vec::new());
        let mut before: Option<&LineRow> = None;
        for row in &rows {
            if let Some(id) = row.order {
                order.push(number(id - before.and_then(|row| row.order).unwrap_or(0)));
                day.push(row.day.zip(from).map(|(day, from)| i64::from(day - from)));
                item.push(number(row.item as u64));
            } else {
                let since = before.and_then(|row| row.day).or(from);
                day.push(row.day.zip(since).map(|(day, since)| i64::from(day - since)));
                let is_next = before.is_some_and(|before| before.day == row.day);
                let least = before.filter(|_| is_next).map_or(0, |before| before.item + 1);
                item.push(number((row.item - least) as u64));
            }
            before = Some(row);
        }
        let columns = [
            ("order", encode(&order)),
            ("day", encode(&day)),
            ("item", encode(&item)),
            ("lines", column(&|row| row.sums.lines.saturating_sub(1))),
            ("units", column(&|row| row.sums.units)),
            ("paid_fen", column(&|row| row.sums.paid_fen)),
            ("refund_fen", column(&|row| row.sums.refund_fen)),
        ];
        let columns = columns.into_iter().filter(|(key, _)| is_single || *key != "order");
        let columns = columns.map(|(key, text)| (key.to_owned(), text)).collect();
        let n_rows = rows.len();
        Some(Self { from, to, n_rows, is_by_month, items, columns, extra: Extra::new() })
    }

    /// Whether its rows have orders.
    pub fn is_single(&self) -> bool {
        self.columns.contains_key("order")
    }

    /// The rows. A chunk from outside can say anything: what does not fit is left out.
    pub fn rows(&self) -> Vec<LineRow> {
        let column =
            |key: &str| decode(self.columns.get(key).map_or("", String::as_str), self.n_rows);
        let is_single = self.is_single();
        let (orders, days, items) = (column("order"), column("day"), column("item"));
        let (lines, units) = (column("lines"), column("units"));
        let (paid, refunds) = (column("paid_fen"), column("refund_fen"));
        let mut rows: Vec<LineRow> = Vec::with_capacity(self.n_rows);
        let mut before: Option<LineRow> = None;
        for idx in 0..self.n_rows {
            let last = before.filter(|_| !is_single);
            let since = last.and_then(|row| row.day).or(self.from);
            let day = days[idx].zip(since).and_then(|(n, since)| {
                let number = since.number().checked_add(i32::try_from(n).ok()?)?;
                let day = Day::from_number(number);
                (Day::MIN..=Day::MAX).contains(&day).then_some(day)
            });
            let id = orders[idx].and_then(|step| {
                let last = before.and_then(|row| row.order).unwrap_or(0);
                last.checked_add(u64::try_from(step).ok()?)
            });
            let least = last.filter(|last| last.day == day).map_or(0, |last| last.item + 1);
            let item = items[idx].and_then(|item| usize::try_from(item).ok()?.checked_add(least));
            let row = LineRow {
                order: if is_single { id } else { None },
                day,
                item: item.unwrap_or(usize::MAX),
                sums: LineSums {
                    lines: lines[idx].unwrap_or(0).saturating_add(1),
                    units: units[idx].unwrap_or(0),
                    paid_fen: paid[idx].unwrap_or(0),
                    refund_fen: refunds[idx].unwrap_or(0),
                },
            };
            if row.item >= self.items.len() || is_single != row.order.is_some() {
                break;
            }
            before = Some(row);
            rows.push(row);
        }
        rows
    }

    /// What all rows come to.
    pub fn sums(&self) -> LineSums {
        let mut all = LineSums::default();
        self.rows().iter().for_each(|row| all.add(&row.sums));
        all
    }

    /// The first and the last day that the file says; of sums by month, of the whole months.
    pub fn span(&self) -> Option<Span> {
        let (from, to) = (self.from?, self.to?);
        let to = if self.is_by_month { to.month().last() } else { to };
        (from <= to).then(|| Span::new(from, to))
    }

    /// The name of the chunk: xxh64 (seed 0) of its compact JSON, as sixteen hexadecimal digits.
    pub fn content_id(&self) -> String {
        // The JSON of texts and lists cannot fail to be written.
        let json = serde_json::to_vec(self).unwrap_or_default();
        format!("{:016x}", xxh64(&json, 0))
    }

    /// The reference that the document keeps.
    pub fn into_ref(self) -> LineRef {
        LineRef { id: self.content_id(), chunk: Some(Arc::new(self)), extra: Extra::new() }
    }
}

/// The items that rows name, and the new place of each.
fn used(rows: &[LineRow], items: &[String]) -> (Vec<usize>, Vec<String>) {
    let mut is_used = vec![false; items.len()];
    rows.iter().for_each(|row| is_used[row.item] = true);
    let mut kept = Vec::new();
    let places = items.iter().zip(is_used).map(|(item, is_used)| {
        let place = kept.len();
        if is_used {
            kept.push(item.clone());
        }
        place
    });
    (places.collect(), kept)
}

/// Lines as a reader understood them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LineTable {
    /// The salt of the orders' numbers.
    pub salt: Salt,
    /// The lines, or the sums of them, as they would be kept.
    pub chunk: LineChunk,
}

impl LineTable {
    /// Whether this is a table at all: a reader made it, but it came by message.
    ///
    /// # Errors
    ///
    /// What is out of order or beyond its bounds.
    pub fn check(&self) -> Result<(), EditError> {
        let chunk = &self.chunk;
        let n_most = if chunk.is_single() { MAX_LINES } else { MAX_SUMS };
        if n_most < chunk.n_rows {
            return Err(EditError::TooMany { field: "facts.order_lines", max: n_most });
        }
        if MAX_ITEMS < chunk.items.len() {
            return Err(EditError::TooMany { field: "facts.order_lines.items", max: MAX_ITEMS });
        }
        for item in &chunk.items {
            check_len("facts.order_lines.items", item, MAX_ITEM)?;
        }
        let rows = chunk.rows();
        let mut n_wrong = chunk.n_rows - rows.len();
        n_wrong += rows.windows(2).filter(|pair| key(&pair[1]) <= key(&pair[0])).count();
        for row in &rows {
            n_wrong += usize::from(row.order.is_some_and(|order| order >= MAX_KEY_NUMBER));
            let sums = [row.sums.lines, row.sums.units, row.sums.paid_fen, row.sums.refund_fen];
            for sum in sums {
                check_range("facts.order_lines", sum, -MAX_VALUE, MAX_VALUE)?;
            }
        }
        check_range("facts.order_lines", i64::try_from(n_wrong).unwrap_or(i64::MAX), 0, 0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn row() -> impl Strategy<Value = LineRow> {
        let day = prop::option::of((20_000_i32..20_040).prop_map(Day::from_number));
        let sums = (1_i64..5, 0_i64..9, -900_i64..90_000, 0_i64..900);
        (0_u64..30, day, 0_usize..6, sums).prop_map(
            |(order, day, item, (lines, units, paid_fen, refund_fen))| LineRow {
                order: Some(order),
                day,
                item,
                sums: LineSums { lines, units, paid_fen, refund_fen },
            },
        )
    }

    proptest! {
        #[test]
        fn rows_are_kept_as_they_are(
            rows in prop::collection::vec(row(), 0..40),
            is_single in any::<bool>(),
        ) {
            let items: Vec<String> = (0..6).map(|item| format!("TX-{item}")).collect();
            let order = |row: &LineRow| row.order.filter(|_| is_single);
            let rows: Vec<_> =
                rows.iter().map(|row| LineRow { order: order(row), ..*row }).collect();
            let mut expected: BTreeMap<_, LineSums> = BTreeMap::new();
            for row in &rows {
                let item = items[row.item].clone();
                expected.entry((row.order, row.day, item)).or_default().add(&row.sums);
            }
            let chunk = LineChunk::of(rows, &items, false);
            let found = chunk.iter().flat_map(|chunk| {
                let name = |row: &LineRow| chunk.items[row.item].clone();
                chunk.rows().into_iter().map(move |row| ((row.order, row.day, name(&row)), row.sums))
            });
            prop_assert_eq!(found.collect::<BTreeMap<_, _>>(), expected);
            let salt = Salt {
                first: crate::base::id::Id::from_bits(1),
                more: crate::base::id::Id::from_bits(2),
            };
            if let Some(chunk) = chunk {
                prop_assert_eq!(LineTable { salt, chunk }.check(), Ok(()));
            }
        }

        #[test]
        fn what_comes_from_outside_ends_nothing(text in "[ -~]{0,30}", n_rows in 0_usize..20) {
            let columns = ["order", "day", "item", "lines", "paid_fen"]
                .map(|key| (key.to_owned(), text.clone()));
            let chunk = LineChunk {
                from: Some(Day::from_number(20_000)),
                to: Some(Day::from_number(20_001)),
                n_rows,
                items: vec!["a".to_owned(), "b".to_owned()],
                columns: columns.into(),
                ..LineChunk::default()
            };
            prop_assert!(chunk.rows().len() <= n_rows);
            let _ = (chunk.sums(), chunk.span());
        }
    }
}
