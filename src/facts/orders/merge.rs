//! What an import of orders would change, and the change itself.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::span::Span;
use crate::facts::chunk::quarter_of;
use crate::facts::items::metric::orders::ORDERS;
use crate::facts::merge::{ImportPreview, Of, TotalChange};
use crate::facts::orders::chunk::{OrderChunk, OrderRef};
use crate::facts::orders::table::{Order, OrderTable};
use crate::facts::set::{FactSet, Restated, Sum};

/// What is known of one quarter.
struct Quarter {
    orders: BTreeMap<u64, Order>,
    provinces: Vec<String>,
    extra: Extra,
}

fn is_of(chunk: &OrderRef, quarter: Span) -> bool {
    Span::new(chunk.from, chunk.to).overlap(quarter).is_some()
}

fn open(facts: &FactSet, quarter: Span) -> Quarter {
    let mut all = Quarter { orders: BTreeMap::new(), provinces: Vec::new(), extra: Extra::new() };
    let chunks = facts.orders.iter().filter(|chunk| is_of(chunk, quarter));
    for chunk in chunks.filter_map(|chunk| chunk.chunk.as_deref()) {
        for mut order in chunk.orders() {
            order.province =
                order.province.map(|one| place(&mut all.provinces, &chunk.provinces[one]));
            all.orders.insert(order.id, order);
        }
        all.extra.extend(chunk.extra.clone());
    }
    all
}

/// The place of a name in a list, which gets it where it lacks it.
fn place(list: &mut Vec<String>, name: &str) -> usize {
    list.iter().position(|one| one == name).unwrap_or_else(|| {
        list.push(name.to_owned());
        list.len() - 1
    })
}

fn by_quarter(table: &OrderTable) -> BTreeMap<Day, Vec<&Order>> {
    let mut quarters: BTreeMap<Day, Vec<&Order>> = BTreeMap::new();
    for order in &table.orders {
        quarters.entry(quarter_of(order.created).from()).or_default().push(order);
    }
    quarters
}

/// Takes out the orders that numbers under a whole salt would not find again.
///
/// Early versions numbered under half a salt (`FactSet::salt_more`). An export tells all orders
/// that were placed between its first day and its last: those of these days that have the old
/// numbers go before it, the others stay, each with its buyer's old number.
fn renew(facts: &mut FactSet, table: &OrderTable) {
    let Some(span) = table.span().filter(|_| facts.salt_more.is_none()) else { return };
    let old = std::mem::take(&mut facts.orders);
    for one in old {
        let is_out = Span::new(one.from, one.to).overlap(span).is_none();
        let Some(chunk) = one.chunk.as_deref().filter(|_| !is_out) else {
            facts.orders.push(one);
            continue;
        };
        let mut orders = chunk.orders();
        orders.retain(|order| order.created < span.from() || span.to() < order.created);
        let left = OrderChunk::of(&orders, &chunk.provinces, chunk.extra.clone());
        facts.orders.extend(left.map(OrderChunk::into_ref));
    }
}

/// The facts as the table finds them.
fn renewed<'a>(facts: &'a FactSet, table: &OrderTable) -> Cow<'a, FactSet> {
    if facts.salt_more.is_some() || facts.orders.is_empty() {
        return Cow::Borrowed(facts);
    }
    let mut facts = facts.clone();
    renew(&mut facts, table);
    Cow::Owned(facts)
}

/// How many orders there are after the table was imported.
pub fn n_orders_after(facts: &FactSet, table: &OrderTable) -> usize {
    let facts = renewed(facts, table);
    let chunks = facts.orders.iter().filter_map(|one| one.chunk.as_deref());
    let n_known: usize = chunks.map(|chunk| chunk.n_orders).sum();
    n_known + preview_orders(&facts, table).n_new_rows
}

/// Puts the table's orders over those that are known: of two exports the later one counts.
pub fn merge_orders(facts: &mut FactSet, table: &OrderTable) {
    renew(facts, table);
    table.salt.keep(facts);
    for (first, orders) in by_quarter(table) {
        let quarter = quarter_of(first);
        let mut all = open(facts, quarter);
        for order in orders {
            if all.orders.get(&order.id).is_some_and(|old| order.seen < old.seen) {
                continue;
            }
            let mut order = *order;
            order.province =
                order.province.map(|one| place(&mut all.provinces, &table.provinces[one]));
            all.orders.insert(order.id, order);
        }
        let orders: Vec<Order> = all.orders.into_values().collect();
        let Some(chunk) = OrderChunk::of(&orders, &all.provinces, all.extra) else { continue };
        let new = chunk.into_ref();
        facts.orders.retain(|chunk| !is_of(chunk, quarter));
        let at = facts.orders.partition_point(|chunk| chunk.from < new.from);
        facts.orders.insert(at, new);
    }
}

/// What importing `table` over `facts` would do.
pub fn preview_orders(facts: &FactSet, table: &OrderTable) -> ImportPreview {
    let facts = &*renewed(facts, table);
    let mut preview =
        ImportPreview { of: Of::Orders, span: table.span(), ..ImportPreview::default() };
    let (mut before, mut after) = (Totals::default(), Totals::default());
    for (first, orders) in by_quarter(table) {
        let known = open(facts, quarter_of(first)).orders;
        for order in orders {
            let Some(old) = known.get(&order.id) else {
                preview.n_new_rows += 1;
                after.add(order);
                continue;
            };
            let is_older = order.seen < old.seen;
            before.add(old);
            after.add(if is_older { old } else { order });
            // What the export's last day is, is no change of the order.
            let is_same = Order { seen: old.seen, province: old.province, ..*order } == *old;
            if is_same || is_older {
                preview.n_same_days += 1;
                continue;
            }
            preview.n_changed_days += 1;
            let cells = [
                ("sales", Some(old.paid_fen), Some(order.paid_fen)),
                ("refunds", old.refund_fen, order.refund_fen),
            ];
            let mut n_cells = 0;
            for (metric, old, new) in cells {
                if old == new {
                    continue;
                }
                n_cells += 1;
                if old.is_none() {
                    preview.n_filled += 1;
                    continue;
                }
                preview.restated.push(Restated {
                    day: order.created,
                    item: String::new(),
                    metric: metric.to_owned(),
                    old,
                    new,
                    extra: Extra::new(),
                });
            }
            // Only its state: nothing but the count says so.
            preview.n_filled += usize::from(n_cells == 0);
        }
    }
    crate::base::order::sort_by_key(&mut preview.restated, |cell| cell.day);
    preview.totals = ORDERS
        .iter()
        .map(|metric| TotalChange {
            metric: metric.key,
            before: before.sum(metric.key),
            after: after.sum(metric.key),
        })
        .collect();
    preview
}

/// What some orders come to.
#[derive(Default)]
struct Totals {
    n_orders: i64,
    n_paid: i64,
    paid_fen: i64,
    refund_fen: i64,
    buyers: BTreeSet<u64>,
}

impl Totals {
    fn add(&mut self, order: &Order) {
        self.n_orders += 1;
        if order.paid.is_some() {
            self.n_paid += 1;
            self.paid_fen = self.paid_fen.saturating_add(order.paid_fen);
            let refund = order.refund_fen.unwrap_or(0);
            self.refund_fen = self.refund_fen.saturating_add(refund);
            self.buyers.extend(order.buyer);
        }
    }

    fn sum(&self, key: &str) -> Sum {
        let total = match key {
            "sales" => self.paid_fen,
            "refunds" => self.refund_fen,
            "orders" => self.n_orders,
            "paid_orders" => self.n_paid,
            _ => i64::try_from(self.buyers.len()).unwrap_or(i64::MAX),
        };
        Sum { total: (self.n_orders > 0).then_some(total), n_days: 1, of_days: 1 }
    }
}
