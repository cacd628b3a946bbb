//! Orders: personal columns end here; a buyer leaves as a salted number (formats §4.5).

use std::collections::BTreeMap;

use xxhash_rust::xxh64::xxh64;

use crate::base::day::Day;
use crate::base::id::Id;
use crate::facts::metric::Unit;
use crate::facts::orders::merge::merge_orders;
use crate::facts::orders::table::{MAX_KEY_NUMBER, MAX_ORDERS, Order, OrderTable, Status};
use crate::facts::set::FactSet;
use crate::files::dialects::is_personal;
use crate::files::header::{Header, normalise};
use crate::files::keyed_rows::id;
use crate::files::order_totals::OrderTotals;
use crate::files::refusal::Reason;
use crate::files::rows::{IssueKind, RowIssue, Skip, kind};
use crate::files::scan::{Personal, personal};
use crate::files::table::{Cell, Row};
use crate::files::values::{Date, date, number, plain, quote};

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

/// The columns of an export of orders.
#[derive(Debug, Default)]
pub struct OrderColumns {
    id: Option<usize>,
    buyer: Option<usize>,
    paid_fen: Option<usize>,
    refund: Option<usize>,
    status: Option<usize>,
    created: Option<usize>,
    paid: Option<usize>,
    address: Option<usize>,
    phone: Option<usize>,
    staged: Option<usize>,
    /// Columns that are read: name in the file, metric key.
    pub read: Vec<(String, String)>,
    /// Names of columns that mean nothing here.
    pub left_out: Vec<String>,
    /// Columns that hold personal data: index, name.
    pub personal: Vec<(usize, String)>,
}

/// Tells the columns apart. A personal column is dropped whatever is made of it: of a name a
/// salted number is kept, of an address the province.
///
/// # Errors
///
/// [`Reason::MissingKeyColumn`] without numbers of orders or the time when they were placed.
pub fn columns(header: &Header) -> Result<OrderColumns, Reason> {
    let mut columns = OrderColumns::default();
    for (idx, name) in header.names.iter().enumerate() {
        let (slot, key) = match normalise(name).as_str() {
            "" => continue,
            "订单编号" => (&mut columns.id, "orders"),
            "买家会员名" => (&mut columns.buyer, ""),
            "买家实际支付金额" => (&mut columns.paid_fen, "sales"),
            "退款金额" => (&mut columns.refund, "refunds"),
            "订单状态" => (&mut columns.status, "status"),
            "订单创建时间" => (&mut columns.created, "created"),
            "订单付款时间" => (&mut columns.paid, "paid"),
            "收货地址" => (&mut columns.address, ""),
            "是否手机订单" => (&mut columns.phone, "mobile"),
            "分阶段订单信息" => (&mut columns.staged, "staged"),
            _ if is_personal(name) => {
                columns.personal.push((idx, name.clone()));
                continue;
            }
            _ => {
                columns.left_out.push(name.clone());
                continue;
            }
        };
        if slot.replace(idx).is_some() {
            return Err(Reason::DuplicateHeader { name: name.clone() });
        }
        match key {
            "" => columns.personal.push((idx, name.clone())),
            _ => columns.read.push((name.clone(), key.to_owned())),
        }
    }
    let needed = [
        (columns.id, "订单编号"),
        (columns.created, "订单创建时间"),
        (columns.paid_fen, "买家实际支付金额"),
    ];
    match needed.iter().find(|(column, _)| column.is_none()) {
        Some((_, name)) => Err(Reason::MissingKeyColumn { column: (*name).to_owned() }),
        None => Ok(columns),
    }
}

/// Takes row after row; a row is let go as soon as it is read.
#[derive(Debug)]
pub struct Reader<'a> {
    header: &'a Header,
    columns: &'a OrderColumns,
    salt: Id,
    is_1904: bool,
    provinces: Vec<String>,
    orders: BTreeMap<u64, (usize, Order)>,
    totals: OrderTotals,
    /// The rows that cannot be used.
    pub issues: Vec<RowIssue>,
    /// Rows that were left out.
    pub skipped: Vec<(usize, Skip)>,
    /// Name of a personal column → cells with something in them, all of which are dropped.
    pub dropped: BTreeMap<String, usize>,
}

impl<'a> Reader<'a> {
    /// For the rows under a header.
    pub fn new(header: &'a Header, columns: &'a OrderColumns, salt: Id, is_1904: bool) -> Self {
        let dropped = columns.personal.iter().map(|(_, name)| (name.clone(), 0)).collect();
        Self {
            header,
            columns,
            salt,
            is_1904,
            provinces: Vec::new(),
            orders: BTreeMap::new(),
            totals: OrderTotals::default(),
            issues: Vec::new(),
            skipped: Vec::new(),
            dropped,
        }
    }

    /// Takes one row.
    ///
    /// # Errors
    ///
    /// [`Reason::TooManyRows`] beyond [`MAX_ORDERS`], and [`Reason::AmbiguousDates`].
    pub fn row(&mut self, row: &Row) -> Result<(), Reason> {
        for (idx, name) in &self.columns.personal {
            if row.cells.get(*idx).is_some_and(|cell| !cell.is_blank())
                && let Some(n) = self.dropped.get_mut(name)
            {
                *n += 1;
            }
        }
        let order = match self.one(row) {
            Ok(order) => order,
            Err(Stop::File(reason)) => return Err(reason),
            Err(Stop::Row(column, kind, quote)) => {
                let column = self.header.names.get(column).cloned().unwrap_or_default();
                self.issues.push(RowIssue { row: row.number, column, kind, quote });
                return Ok(());
            }
        };
        match self.orders.get(&order.id) {
            None if self.orders.len() == MAX_ORDERS => {
                return Err(Reason::TooManyRows { max: MAX_ORDERS });
            }
            None => {
                self.orders.insert(order.id, (row.number, order));
            }
            Some((_, old)) if *old == order => self.skipped.push((row.number, Skip::Repeat)),
            Some(_) => {
                let id = self.columns.id.unwrap_or(0);
                let column = self.header.names.get(id).cloned().unwrap_or_default();
                let (kind, quote) = (IssueKind::Conflict, String::new());
                self.issues.push(RowIssue { row: row.number, column, kind, quote });
            }
        }
        Ok(())
    }

    fn one(&mut self, row: &Row) -> Result<Order, Stop> {
        let columns = self.columns;
        let cell = |column: Option<usize>| {
            column.and_then(|column| row.cells.get(column)).unwrap_or(&Cell::Empty)
        };
        let words = |column: Option<usize>| match cell(column) {
            Cell::Text(text) => plain(text),
            Cell::Number(number) => number.to_string(),
            _ => String::new(),
        };
        let id_column = columns.id.unwrap_or(0);
        // What is quoted leaves the worker: of the columns that are read none names a person.
        let stop =
            |column: Option<usize>, kind| Stop::Row(column.unwrap_or(0), kind, quote(cell(column)));
        if row.cells.len() < self.header.names.len() / 2 {
            return Err(Stop::Row(id_column, IssueKind::CellCount, String::new()));
        }
        let number_of = id(cell(columns.id)).map_err(|kind| stop(columns.id, kind))?;
        let day = |column: Option<usize>, is_needed: bool| match date(cell(column), self.is_1904) {
            Date::Day(day) => Ok(Some(day)),
            Date::None if !is_needed => Ok(None),
            Date::None => Err(stop(column, IssueKind::NoDate)),
            Date::Impossible => Err(stop(column, IssueKind::ImpossibleDate)),
            Date::NotADate | Date::Range(_) => Err(stop(column, IssueKind::NotADate)),
            Date::Ambiguous => Err(Stop::File(Reason::AmbiguousDates {
                row: row.number,
                text: quote(cell(column)),
            })),
        };
        let created = day(columns.created, true)?.unwrap_or(Day::MIN);
        let paid = day(columns.paid, false)?;
        let amount = |column: Option<usize>| {
            number(cell(column), Unit::Fen)
                .map(|found| found.map(|found| found.value))
                .map_err(|error| stop(column, kind(error)))
        };
        let paid_fen = amount(columns.paid_fen)?.unwrap_or(0);
        // 无退款申请 and its like: words without a digit are no amount.
        let has_digit = words(columns.refund).bytes().any(|byte| byte.is_ascii_digit());
        let refund_fen = if has_digit { amount(columns.refund)? } else { None };
        let status = normalise(&words(columns.status));
        let status = STATES.iter().find(|(name, _)| *name == status).map(|(_, status)| *status);
        let buyer = words(columns.buyer);
        let province = self.province(&words_of(cell(columns.address)));
        Ok(Order {
            id: salted(&number_of, self.salt),
            buyer: (!buyer.is_empty()).then(|| salted(&buyer, self.salt)),
            created,
            paid,
            paid_fen,
            refund_fen,
            status: status.unwrap_or_default(),
            is_staged: !words(columns.staged).is_empty(),
            is_mobile: words(columns.phone).starts_with("手机"),
            province,
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
    /// [`Reason::NoDataRows`], and [`Reason::PersonalData`] where what would be stored has
    /// something in it that may name a person.
    pub fn finish(&mut self) -> Result<(OrderTable, OrderTotals), Reason> {
        if self.orders.is_empty() && self.issues.is_empty() {
            return Err(Reason::NoDataRows);
        }
        let rows = std::mem::take(&mut self.orders);
        let seen = rows.values().map(|(_, order)| order.created).max();
        let orders = rows
            .into_values()
            .map(|(_, order)| Order { seen: seen.unwrap_or(order.created), ..order });
        let table = OrderTable {
            salt: self.salt,
            provinces: std::mem::take(&mut self.provinces),
            orders: orders.collect(),
        };
        for order in &table.orders {
            self.totals.add(order);
        }
        scan(&table)?;
        Ok((table, std::mem::take(&mut self.totals)))
    }
}

/// Why a row is not read: for itself, or for the whole file.
enum Stop {
    Row(usize, IssueKind, String),
    File(Reason),
}

/// A cell's text as it is: blanks tell the parts of an address.
fn words_of(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.trim().to_owned(),
        _ => String::new(),
    }
}

/// A text as a number that says nothing about it to whoever does not have the salt.
fn salted(text: &str, salt: Id) -> u64 {
    xxh64(text.as_bytes(), salt.bits()) % MAX_KEY_NUMBER
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
