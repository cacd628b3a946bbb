//! Rows of 订单: one order each.

use std::collections::BTreeMap;

use crate::base::day::Day;
use crate::facts::metric::Unit;
use crate::facts::orders::merge::merge_orders;
use crate::facts::orders::salt::Salt;
use crate::facts::orders::table::{MAX_ORDERS, Order, OrderTable, Status};
use crate::facts::set::FactSet;
use crate::files::header::normalise;
use crate::files::order_totals::OrderTotals;
use crate::files::orders::cells::{Record, Stop};
use crate::files::orders::columns::{Columns, Field};
use crate::files::orders::salted::Salted;
use crate::files::refusal::Reason;
use crate::files::rows::IssueKind;
use crate::files::scan::{Personal, personal};

/// States as the platform writes them.
const STATES: [(&str, Status); 5] = [
    ("等待买家付款", Status::Placed),
    ("买家已付款,等待卖家发货", Status::Paid),
    ("卖家已发货,等待买家确认", Status::Sent),
    ("交易成功", Status::Done),
    ("交易关闭", Status::Closed),
];

/// The words of a state, as the platform writes them.
pub fn state_name(status: Status) -> &'static str {
    STATES.iter().find(|(_, one)| *one == status).map_or("其他", |(name, _)| name)
}

/// What may stand first in an address and is kept of it: a province, and nothing else.
const PROVINCES: [&str; 34] = [
    "北京",
    "天津",
    "上海",
    "重庆",
    "河北",
    "山西",
    "辽宁",
    "吉林",
    "黑龙江",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "海南",
    "四川",
    "贵州",
    "云南",
    "陕西",
    "甘肃",
    "青海",
    "台湾",
    "内蒙古",
    "广西",
    "西藏",
    "宁夏",
    "新疆",
    "香港",
    "澳门",
];
/// What may follow a province's name.
const PROVINCE_ENDS: [&str; 8] =
    ["", "省", "市", "自治区", "壮族自治区", "回族自治区", "维吾尔自治区", "特别行政区"];

/// Where the columns of orders stand.
#[derive(Debug)]
struct Places {
    id: usize,
    buyer: usize,
    created: usize,
    paid_at: usize,
    paid: usize,
    refund: usize,
    status: usize,
    address: usize,
    mobile: usize,
    staged: usize,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It is kept.
    Kept,
    /// It stood there before, exactly so.
    Repeat,
}

/// The orders of a file as they come.
#[derive(Debug)]
pub struct List {
    places: Places,
    provinces: Vec<String>,
    orders: BTreeMap<u64, Order>,
}

impl List {
    /// A list without orders.
    pub fn new(columns: &Columns) -> Self {
        let place = |field| columns.place(field);
        let places = Places {
            id: place(Field::Id),
            buyer: place(Field::Buyer),
            created: place(Field::Created),
            paid_at: place(Field::PaidAt),
            paid: place(Field::Paid),
            refund: place(Field::Refund),
            status: place(Field::Status),
            address: place(Field::Address),
            mobile: place(Field::Mobile),
            staged: place(Field::Staged),
        };
        Self { places, provinces: Vec::new(), orders: BTreeMap::new() }
    }

    /// How many orders there are.
    pub fn n_orders(&self) -> usize {
        self.orders.len()
    }

    /// Takes a row. Of two rows of an order that differ the first one counts.
    ///
    /// # Errors
    ///
    /// What is wrong with the row; [`Reason::TooManyRows`] beyond [`MAX_ORDERS`].
    pub fn row(&mut self, record: Record, salted: &Salted) -> Result<Taken, Stop> {
        let order = self.order(record, salted)?;
        match self.orders.get(&order.id) {
            None if self.orders.len() == MAX_ORDERS => {
                Err(Stop::File(Reason::TooManyRows { max: MAX_ORDERS }))
            }
            None => {
                self.orders.insert(order.id, order);
                Ok(Taken::Kept)
            }
            Some(old) if *old == order => Ok(Taken::Repeat),
            Some(_) => Err(Stop::Row(Field::Id, IssueKind::Conflict)),
        }
    }

    fn order(&mut self, record: Record, salted: &Salted) -> Result<Order, Stop> {
        let at = &self.places;
        let id = record.order(at.id, |digits| salted.order(digits))?;
        let created = record.day(Field::Created, at.created)?;
        let created = created.ok_or(Stop::Row(Field::Created, IssueKind::NoDate))?;
        let paid = record.day(Field::PaidAt, at.paid_at)?;
        let paid_fen = record.amount(Field::Paid, at.paid, Unit::Fen)?.unwrap_or(0);
        let refund_fen = record.refund(at.refund)?;
        let status = normalise(&record.words(at.status));
        let status = STATES.iter().find(|(name, _)| *name == status).map(|(_, status)| *status);
        let (is_staged, is_mobile) =
            (!record.words(at.staged).is_empty(), record.words(at.mobile).starts_with("手机"));
        let buyer = salted.buyer(&record.words(at.buyer));
        let address = record.cells.text(at.address);
        Ok(Order {
            id,
            buyer,
            created,
            paid,
            paid_fen,
            refund_fen,
            status: status.unwrap_or_default(),
            is_staged,
            is_mobile,
            province: self.province(address.trim()),
            seen: created,
        })
    }

    fn province(&mut self, address: &str) -> Option<usize> {
        let first = address.split([' ', '\u{3000}', ',']).next().unwrap_or_default();
        let is_one = PROVINCES
            .iter()
            .any(|name| first.strip_prefix(name).is_some_and(|end| PROVINCE_ENDS.contains(&end)));
        if !is_one {
            return None;
        }
        let known = self.provinces.iter().position(|name| name == first);
        Some(known.unwrap_or_else(|| {
            self.provinces.push(first.to_owned());
            self.provinces.len() - 1
        }))
    }

    /// The orders, and what they come to.
    ///
    /// # Errors
    ///
    /// [`Reason::PersonalData`] where what would be stored has something in it that may name a
    /// person.
    pub fn finish(self, salt: Salt) -> Result<(OrderTable, OrderTotals), Reason> {
        let seen = self.orders.values().map(|order| order.created).max().unwrap_or(Day::MIN);
        let orders = self.orders.into_values().map(|order| Order { seen, ..order }).collect();
        let table = OrderTable { salt, provinces: self.provinces, orders };
        let mut totals = OrderTotals::default();
        for order in &table.orders {
            totals.add(order);
        }
        scan(&table)?;
        Ok((table, totals))
    }
}

/// Looks at every text that storing the table would write.
fn scan(table: &OrderTable) -> Result<(), Reason> {
    let mut facts = FactSet::default();
    merge_orders(&mut facts, table);
    let chunks = facts.orders.iter().filter_map(|chunk| chunk.chunk.as_deref());
    for chunk in chunks {
        let mut words = chunk.provinces.iter();
        // Columns are numbers in a code in which an @ is a digit like another.
        let mut columns = chunk.columns.values().filter_map(|text| personal(text));
        let is_personal = words.any(|text| personal(text).is_some())
            || columns.any(|found| found != Personal::Email);
        if is_personal {
            return Err(Reason::PersonalData);
        }
    }
    Ok(())
}
