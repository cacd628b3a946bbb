//! Rows of 订单明细: one item of one order each, added up at once.

use separated::{Distinct, LinePlaces, Names, Numbers, quick};

use crate::base::day::Day;
use crate::facts::metric::Unit;
use crate::facts::orders::lines::{
    LineChunk, LineRow, LineSums, LineTable, MAX_ITEMS, MAX_LINES, MAX_SUMS,
};
use crate::facts::orders::salt::Salt;
use crate::files::header::shown;
use crate::files::order_totals::LineTotals;
use crate::files::orders::cells::{Record, Stop};
use crate::files::orders::columns::{Columns, Field};
use crate::files::orders::salted::Salted;
use crate::files::refusal::Reason;
use crate::files::rows::IssueKind;
use crate::files::scan::personal;

/// Where the columns of lines stand.
#[derive(Debug)]
struct Places {
    id: usize,
    units: usize,
    paid: usize,
    refund: usize,
    item_id: usize,
    code: usize,
    title: usize,
    created: usize,
    paid_at: usize,
}

/// The order of a line, its day, its item, and what it comes to.
type Line = (u64, Option<Day>, usize, LineSums);

/// The lines of a file as they come.
#[derive(Debug)]
pub struct Lines {
    places: Places,
    quick: LinePlaces,
    /// Whether the file says when orders were paid, or at least placed.
    has_days: bool,
    has_payments: bool,
    items: Vec<String>,
    names: Names,
    /// Items with what may name a person in their names.
    personal: Vec<usize>,
    /// The lines with their orders, until there are too many.
    single: Option<Vec<LineRow>>,
    /// Day and item of each of the sums.
    cells: Numbers,
    sums: Vec<LineSums>,
    is_by_month: bool,
    orders: Distinct,
    last_order: Option<u64>,
    /// A day as it was written last, and which it is.
    last_day: ([u8; 10], Option<Day>),
    all: LineSums,
}

impl Lines {
    /// A table without lines.
    pub fn new(columns: &Columns) -> Self {
        let place = |field| columns.place(field);
        let has_payments = columns.has(Field::PaidAt);
        let day = if has_payments { Field::PaidAt } else { Field::Created };
        Self {
            quick: LinePlaces {
                order: place(Field::Id),
                units: place(Field::Units),
                paid: place(Field::Paid),
                refund: place(Field::Refund),
                day: place(day),
                item: [place(Field::ItemId), place(Field::Code), place(Field::Title)],
            },
            places: Places {
                id: place(Field::Id),
                units: place(Field::Units),
                paid: place(Field::Paid),
                refund: place(Field::Refund),
                item_id: place(Field::ItemId),
                code: place(Field::Code),
                title: place(Field::Title),
                created: place(Field::Created),
                paid_at: place(Field::PaidAt),
            },
            has_days: has_payments || columns.has(Field::Created),
            has_payments,
            items: Vec::new(),
            names: Names::default(),
            personal: Vec::new(),
            single: Some(Vec::new()),
            cells: Numbers::default(),
            sums: Vec::new(),
            is_by_month: false,
            orders: Distinct::default(),
            last_order: None,
            last_day: ([0; 10], None),
            all: LineSums::default(),
        }
    }

    /// Takes a row.
    ///
    /// # Errors
    ///
    /// What is wrong with the row; [`Reason::TooManyRows`] for more items, or more items and
    /// months, than are kept.
    pub fn row(&mut self, record: Record, salted: &Salted) -> Result<(), Stop> {
        let (order, day, item, sums) = match self.quick(record, salted) {
            Some(line) => line,
            None => self.slow(record, salted)?,
        };
        self.all.add(&sums);
        if self.last_order != Some(order) {
            self.orders.add(order);
            self.last_order = Some(order);
        }
        if self.has_days && day.is_none() {
            // Nobody paid for it.
            return Ok(());
        }
        if let Some(single) = &mut self.single {
            if single.len() < MAX_LINES {
                single.push(LineRow { order: Some(order), day, item, sums });
                return Ok(());
            }
            for row in self.single.take().into_iter().flatten() {
                self.add(row.day, row.item, &row.sums)?;
            }
        }
        self.add(day, item, &sums)
    }

    /// A row of which every cell is written as most are, of an item that is known.
    fn quick(&mut self, record: Record, salted: &Salted) -> Option<Line> {
        let line = record.cells.line(&self.quick)?;
        let day = match line.day.first_chunk() {
            None => None,
            Some(written) if self.last_day.0 == *written => self.last_day.1,
            Some(written) => {
                let (year, month, day) = quick::date(line.day)?;
                let day = Day::new(year, month, day);
                let day = Some(day.filter(|day| (Day::MIN..=Day::MAX).contains(day))?);
                self.last_day = (*written, day);
                day
            }
        };
        let item = self.names.known(line.item).filter(|item| !self.personal.contains(item))?;
        let (units, paid_fen, refund_fen) = (line.units, line.paid, line.refund);
        let sums = LineSums { lines: 1, units, paid_fen, refund_fen };
        Some((salted.order(line.order), day, item, sums))
    }

    /// Any other row.
    fn slow(&mut self, record: Record, salted: &Salted) -> Result<Line, Stop> {
        let at = &self.places;
        let order = record.order(at.id, |digits| salted.order(digits))?;
        let units = record.amount(Field::Units, at.units, Unit::Count)?.unwrap_or(0);
        let paid_fen = record.amount(Field::Paid, at.paid, Unit::Fen)?.unwrap_or(0);
        let refund_fen = record.refund(at.refund)?.unwrap_or(0);
        let day = match (self.has_days, self.has_payments) {
            (false, _) => None,
            (true, true) => record.day(Field::PaidAt, at.paid_at)?,
            (true, false) => record.day(Field::Created, at.created)?,
        };
        let item = self.item(record)?;
        Ok((order, day, item, LineSums { lines: 1, units, paid_fen, refund_fen }))
    }

    /// The item of a row: its number, else the seller's code, else its title.
    fn item(&mut self, record: Record) -> Result<usize, Stop> {
        let at = [self.places.item_id, self.places.code, self.places.title];
        let fields = [Field::ItemId, Field::Code, Field::Title];
        let found = at.iter().position(|place| !record.cells.bytes(*place).is_empty());
        let (place, field) = found.map_or((usize::MAX, Field::Title), |idx| (at[idx], fields[idx]));
        let bytes = record.cells.bytes(place);
        let bytes = quick::digits(bytes).unwrap_or(bytes);
        let (item, is_new) = self.names.place(bytes);
        if is_new {
            if self.items.len() == MAX_ITEMS {
                return Err(Stop::File(Reason::TooManyRows { max: MAX_ITEMS }));
            }
            let name = match quick::digits(bytes) {
                Some(digits) => String::from_utf8_lossy(digits).into_owned(),
                None => record.cells.text(place).into_owned(),
            };
            let is_personal = personal(&name).is_some();
            self.items.push(if is_personal { String::new() } else { shown(&name) });
            if is_personal {
                self.personal.push(item);
            }
        }
        if !self.personal.is_empty() && self.personal.contains(&item) {
            return Err(Stop::Row(field, IssueKind::PersonalData));
        }
        Ok(item)
    }

    /// Adds to the sums of an item's day, or of its month.
    fn add(&mut self, day: Option<Day>, item: usize, sums: &LineSums) -> Result<(), Stop> {
        let place = self.cells.place(cell(day, item, self.is_by_month));
        if let Some(known) = self.sums.get_mut(place) {
            known.add(sums);
            return Ok(());
        }
        self.sums.push(*sums);
        if self.sums.len() <= MAX_SUMS {
            return Ok(());
        }
        if self.is_by_month {
            return Err(Stop::File(Reason::TooManyRows { max: MAX_SUMS }));
        }
        self.is_by_month = true;
        let (cells, sums) = (std::mem::take(&mut self.cells), std::mem::take(&mut self.sums));
        for (number, sums) in cells.all().iter().zip(sums) {
            let (day, item) = day_and_item(*number);
            self.add(day, item, &sums)?;
        }
        Ok(())
    }

    /// How many lines there are.
    pub fn n_lines(&self) -> usize {
        usize::try_from(self.all.lines).unwrap_or(usize::MAX)
    }

    /// The table, and what is reported of it.
    pub fn finish(mut self, salt: Salt) -> (LineTable, LineTotals) {
        let is_single = self.single.is_some();
        let rows = self.single.unwrap_or_else(|| {
            let cells = self.cells.all().iter().zip(&self.sums);
            let row = |(number, sums): (&u64, &LineSums)| {
                let (day, item) = day_and_item(*number);
                LineRow { order: None, day, item, sums: *sums }
            };
            cells.map(row).collect()
        });
        let chunk = LineChunk::of(rows, &self.items, self.is_by_month).unwrap_or_default();
        let totals = LineTotals {
            sums: self.all,
            orders: self.orders.len(),
            items: chunk.items.len(),
            is_single,
            is_by_month: self.is_by_month,
        };
        (LineTable { salt, chunk }, totals)
    }
}

/// A day and an item as one number; no day is day 0.
fn cell(day: Option<Day>, item: usize, is_by_month: bool) -> u64 {
    let day = day.map(|day| if is_by_month { day.month().first() } else { day });
    // Days that are read are after 2000-01-01, and items fewer than 2³².
    let number = day.map_or(0, |day| u64::try_from(day.number()).unwrap_or(0));
    number << 32 | item as u64
}

fn day_and_item(cell: u64) -> (Option<Day>, usize) {
    let day = i32::try_from(cell >> 32).ok().filter(|day| *day != 0).map(Day::from_number);
    (day, (cell & u64::from(u32::MAX)) as usize)
}
