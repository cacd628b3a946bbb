//! What the importer saw in a file, for programs and for the page.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::day::{Day, Month};
use crate::facts::edit::DayTable;
use crate::facts::items::merge::is_sum;
use crate::facts::metric::{Kind, Metric, SHOP_DAY};
use crate::files::keyed_rows::KeyedRows;
use crate::files::limits::MAX_ISSUES;
use crate::files::order_totals::{LineTotals, OrderTotals};
use crate::files::refusal::Refusal;
use crate::files::rows::{RowIssue, Rows, Skip};
use crate::files::table::{Container, Encoding};

/// What the importer saw in one file. Rows count from 1: of the sheet, or the records of a text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The file's name.
    pub file: String,
    /// Import or refuse.
    pub action: Action,
    /// Why it is refused: a code.
    pub reason: Option<String>,
    /// What the file is.
    pub container: Option<Container>,
    /// How its text is encoded.
    pub encoding: Option<Encoding>,
    /// Which export it is.
    pub dialect: Option<String>,
    /// The row of the header.
    pub header_row: Option<usize>,
    /// The days it covers.
    pub period: Option<Period>,
    /// How many rows are imported.
    pub rows: usize,
    /// Rows left out without anything being wrong with them.
    pub skip_rows: Vec<RowNote>,
    /// Rows refused; the first [`MAX_ISSUES`].
    pub quarantine: Vec<RowNote>,
    /// 访客数 … → its sum; measures that do not add up have none.
    pub totals: BTreeMap<String, Total>,
    /// Columns dropped since they may hold personal data.
    pub dropped_columns: Vec<String>,
    /// How many cells of these had something in them; known of orders.
    #[serde(default)]
    pub dropped_cells: BTreeMap<String, usize>,
    /// What the orders come to, of a file of orders.
    #[serde(default)]
    pub orders: Option<OrderTotals>,
    /// What they come to, of a file of their lines.
    #[serde(default)]
    pub lines: Option<LineTotals>,
}

/// What happens to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// It can be imported.
    Import,
    /// It cannot.
    Refuse,
}

/// The days that a file covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// What a row is: `day`, `month`, or another `period`.
    pub grain: String,
}

/// A row and why it is not imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowNote {
    /// The row.
    pub row: usize,
    /// Why.
    pub reason: String,
}

/// The sum of a measure over the rows that are imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Total {
    /// `fen` or `count`.
    pub unit: String,
    /// The sum; "no value" is left out.
    pub total: i64,
    /// How many rows have no value.
    pub nulls: usize,
    /// The sum of each month with a value.
    pub by_month: BTreeMap<Month, i64>,
}

impl Report {
    /// What is reported of a refused file.
    pub fn refused(refusal: &Refusal) -> Self {
        Self {
            file: refusal.file.clone(),
            action: Action::Refuse,
            reason: Some(refusal.reason.code().to_owned()),
            container: refusal.container,
            encoding: refusal.encoding,
            dialect: refusal.dialect.clone(),
            header_row: refusal.header_row,
            period: None,
            rows: 0,
            skip_rows: Vec::new(),
            quarantine: Vec::new(),
            totals: BTreeMap::new(),
            dropped_columns: Vec::new(),
            dropped_cells: BTreeMap::new(),
            orders: None,
            lines: None,
        }
    }

    /// Fills in what the rows of a keyed table say.
    pub fn add_keyed(&mut self, rows: &KeyedRows) {
        let table = &rows.table;
        let grain = |(from, to): &(Day, Day)| match from == to {
            true => "day",
            false if (*from, *to) == (from.month().first(), from.month().last()) => "month",
            false => "period",
        };
        let mut grains = table.periods.iter().map(grain);
        let first = grains.next().unwrap_or("day");
        let grain = if grains.all(|other| other == first) { first } else { "period" };
        self.period = table.span().map(|span| Period {
            from: span.from(),
            to: span.to(),
            grain: grain.to_owned(),
        });
        self.rows = table.rows.len();
        self.add_notes(&rows.skipped, &rows.issues);
        // A row that is the sum of others must not be added to them.
        let month = |(period, item): &(usize, usize)| {
            let is_counted = !is_sum(table.subject, &table.items[*item].id);
            is_counted.then(|| table.periods[*period].0.month())
        };
        let months: Vec<Option<Month>> = table.rows.iter().map(month).collect();
        self.totals = sums(table.subject.metrics(), &table.columns, &months);
    }

    pub(super) fn add_notes(&mut self, skipped: &[(usize, Skip)], issues: &[RowIssue]) {
        let skipped = skipped.iter().take(MAX_ISSUES);
        self.skip_rows =
            skipped.map(|(row, skip)| RowNote { row: *row, reason: skip.to_string() }).collect();
        let issues = issues.iter().take(MAX_ISSUES);
        self.quarantine =
            issues.map(|issue| RowNote { row: issue.row, reason: issue.to_string() }).collect();
    }

    /// Fills in what the rows say.
    pub fn add_rows(&mut self, rows: &Rows) {
        let table = &rows.table;
        self.period = table.span().map(|span| Period {
            from: span.from(),
            to: span.to(),
            grain: "day".to_owned(),
        });
        self.rows = table.days.len();
        self.add_notes(&rows.skipped, &rows.issues);
        self.totals = totals(table);
    }
}

/// The sums of the additive measures of a table, by their Chinese names.
pub fn totals(table: &DayTable) -> BTreeMap<String, Total> {
    let months: Vec<Option<Month>> = table.days.iter().map(|day| Some(day.month())).collect();
    sums(SHOP_DAY, &table.columns, &months)
}

/// The sums of the additive columns; `months` says of each row in which it counts, if it does.
fn sums(
    registry: &'static [Metric],
    columns: &BTreeMap<String, Vec<Option<i64>>>,
    months: &[Option<Month>],
) -> BTreeMap<String, Total> {
    let additive = registry.iter().filter(|metric| metric.kind == Kind::Additive);
    additive
        .filter_map(|metric| Some((metric, columns.get(metric.key)?)))
        .map(|(metric, column)| {
            let mut total = Total {
                unit: metric.unit.label().to_owned(),
                total: 0,
                nulls: 0,
                by_month: BTreeMap::new(),
            };
            for (month, value) in months.iter().zip(column) {
                let Some(month) = month else { continue };
                match value {
                    None => total.nulls += 1,
                    Some(value) => {
                        total.total = total.total.saturating_add(*value);
                        let month = total.by_month.entry(*month).or_default();
                        *month = month.saturating_add(*value);
                    }
                }
            }
            (metric.zh.to_owned(), total)
        })
        .collect()
}
