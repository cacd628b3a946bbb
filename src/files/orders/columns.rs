//! Which columns of orders and of their lines are looked at, by their names (formats §4.5).

use crate::files::dialects::{Use, is_personal};
use crate::files::header::{Header, normalise};
use crate::files::refusal::Reason;

/// What a column of orders means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The number of the order.
    Id,
    /// Who bought: becomes a number.
    Buyer,
    /// When it was placed.
    Created,
    /// When it was paid.
    PaidAt,
    /// What was paid.
    Paid,
    /// What was given back.
    Refund,
    /// How far it has come.
    Status,
    /// Where it goes: the province is kept.
    Address,
    /// Whether it was placed on a phone.
    Mobile,
    /// Deposit and final payment.
    Staged,
    /// How many pieces.
    Units,
    /// The number of the item.
    ItemId,
    /// The seller's code of the item.
    Code,
    /// The title of the item.
    Title,
}

/// A column: its name, what it means, the key of what is read of it (none of personal data).
type Column = (&'static str, Field, &'static str);

/// The columns of 订单.
const LIST: &[Column] = &[
    ("订单编号", Field::Id, "orders"),
    ("买家会员名", Field::Buyer, ""),
    ("买家实际支付金额", Field::Paid, "sales"),
    ("退款金额", Field::Refund, "refunds"),
    ("订单状态", Field::Status, "status"),
    ("订单创建时间", Field::Created, "created"),
    ("订单付款时间", Field::PaidAt, "paid"),
    ("收货地址", Field::Address, ""),
    ("是否手机订单", Field::Mobile, "mobile"),
    ("分阶段订单信息", Field::Staged, "staged"),
];
/// The columns of 订单 without which nothing can be said.
const LIST_NEEDS: &[Field] = &[Field::Id, Field::Created, Field::Paid];

/// The columns of 订单明细. Of several names with one meaning the first in the file counts.
const LINES: &[Column] = &[
    ("订单编号", Field::Id, "orders"),
    ("主订单编号", Field::Id, "orders"),
    ("购买数量", Field::Units, "units"),
    ("买家实付金额", Field::Paid, "sales"),
    ("买家实际支付金额", Field::Paid, "sales"),
    ("退款金额", Field::Refund, "refunds"),
    ("商品ID", Field::ItemId, "item"),
    ("宝贝ID", Field::ItemId, "item"),
    ("商家编码", Field::Code, "item"),
    ("标题", Field::Title, "item"),
    ("订单创建时间", Field::Created, "created"),
    ("订单付款时间", Field::PaidAt, "paid"),
];
/// The columns of 订单明细 without which nothing can be said.
const LINES_NEED: &[Field] = &[Field::Id, Field::Units, Field::Paid];

/// What the columns of a file are.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    places: Vec<(Field, usize)>,
    /// The names of the columns, as the file has them.
    pub names: Vec<String>,
    /// Columns that are read: name in the file, key of what is read of it.
    pub read: Vec<(String, String)>,
    /// Names of columns that mean nothing here.
    pub left_out: Vec<String>,
    /// Columns that hold personal data: index, name. They are dropped whatever is made of them: of
    /// a name a salted number is kept, of an address the province.
    pub personal: Vec<(usize, String)>,
}

impl Columns {
    /// Tells the columns under a header apart.
    ///
    /// # Errors
    ///
    /// [`Reason::MissingKeyColumn`] where nothing can be said of a row, and
    /// [`Reason::DuplicateHeader`].
    pub fn new(header: &Header) -> Result<Self, Reason> {
        let is_lines = header.dialect.use_as == Use::OrderLines;
        let (table, needed) = if is_lines { (LINES, LINES_NEED) } else { (LIST, LIST_NEEDS) };
        let mut columns = Self { names: header.names.clone(), ..Self::default() };
        for (idx, name) in header.names.iter().enumerate() {
            let normal = normalise(name);
            let known = table.iter().find(|(other, ..)| normalise(other) == normal);
            match known {
                _ if normal.is_empty() => {}
                Some((_, field, key)) => {
                    if columns.place(*field) != usize::MAX {
                        return Err(Reason::DuplicateHeader { name: name.clone() });
                    }
                    columns.places.push((*field, idx));
                    match *key {
                        "" => columns.personal.push((idx, name.clone())),
                        key => columns.read.push((name.clone(), key.to_owned())),
                    }
                }
                None if is_personal(name) => columns.personal.push((idx, name.clone())),
                None => columns.left_out.push(name.clone()),
            }
        }
        let missing = needed.iter().find(|field| columns.place(**field) == usize::MAX);
        match missing.and_then(|field| table.iter().find(|(_, other, _)| other == field)) {
            Some((name, ..)) => Err(Reason::MissingKeyColumn { column: (*name).to_owned() }),
            None => Ok(columns),
        }
    }

    /// Where a field stands; beyond every row where there is none.
    pub fn place(&self, field: Field) -> usize {
        let found = self.places.iter().find(|(other, _)| *other == field);
        found.map_or(usize::MAX, |(_, idx)| *idx)
    }

    /// Whether the file has a field.
    pub fn has(&self, field: Field) -> bool {
        self.place(field) != usize::MAX
    }

    /// The name of a field's column.
    pub fn name(&self, field: Field) -> &str {
        self.names.get(self.place(field)).map_or("", String::as_str)
    }
}
