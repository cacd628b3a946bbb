//! Applying an import, as one step.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::edit::{EditError, check_len, check_range};
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::span::Span;
use crate::facts::items::merge::{merge_items, preview_items};
use crate::facts::items::subject::Subject;
use crate::facts::items::table::ItemTable;
use crate::facts::merge::{Of, changes, merge};
use crate::facts::orders::line_merge::{self, merge_lines, preview_lines};
use crate::facts::orders::lines::LineTable;
use crate::facts::orders::merge::{merge_orders, n_orders_after, preview_orders};
use crate::facts::orders::table::{MAX_ORDERS, OrderTable};
use crate::facts::set::{FactSet, Import};

/// The longest name of a file or dialect that is kept, in characters.
pub const MAX_FILE_NAME: usize = 300;
/// Restated cells that the log keeps of one import; the rest is only counted.
pub const MAX_LOGGED_CELLS: usize = 100;
/// How many of the latest imports keep their restated cells in the log.
pub const MAX_DETAILED_IMPORTS: usize = 10;
/// How many imports the log keeps.
pub const MAX_IMPORTS: usize = 400;
/// The largest value of a cell either way: exact in any JSON reader (2⁵³ ≈ 9.007·10¹⁵).
pub const MAX_VALUE: i64 = 9_000_000_000_000_000;

/// Rows of shop days as a reader understood them: one value a day and metric.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DayTable {
    /// The days, in order, each once.
    pub days: Vec<Day>,
    /// Metric key → one value a row of `days`.
    pub columns: BTreeMap<String, Vec<Option<i64>>>,
}

impl DayTable {
    /// The first and the last day; `None` for a table without rows.
    pub fn span(&self) -> Option<Span> {
        Some(Span::new(*self.days.first()?, *self.days.last()?))
    }
}

/// The rows of a file, by what they are about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FileTable {
    /// Days of the whole shop.
    Days(DayTable),
    /// Days or longer periods of single items, or of another subject.
    Items(ItemTable),
    /// Orders.
    Orders(OrderTable),
    /// Lines of orders.
    Lines(LineTable),
}

impl FileTable {
    /// Whose figures it has.
    pub fn of(&self) -> Of {
        match self {
            Self::Days(_) => Of::Shop,
            Self::Items(table) => Of::Each(table.subject),
            Self::Orders(_) => Of::Orders,
            Self::Lines(_) => Of::Lines,
        }
    }
}

/// What an import can do to the facts.
#[derive(Clone, Debug, PartialEq)]
pub enum FactsEdit {
    /// Puts the values of a file over what is there: a value replaces a value, "no value" in the
    /// file leaves what is known. Metrics that the file does not have stay. A file that changes
    /// nothing leaves no entry in the log either.
    ApplyDays {
        /// The name of the import.
        id: Id,
        /// The file's name.
        file: String,
        /// The dialect.
        dialect: String,
        /// When, as civil time: `2026-11-21T14:03:27`.
        at: String,
        /// The rows.
        table: DayTable,
    },
    /// The same for rows of items.
    ApplyItems {
        /// The name of the import.
        id: Id,
        /// The file's name.
        file: String,
        /// The dialect.
        dialect: String,
        /// When, as civil time.
        at: String,
        /// The rows.
        table: ItemTable,
    },
    /// The same for orders: of two exports the later one says how an order is.
    ApplyOrders {
        /// The name of the import.
        id: Id,
        /// The file's name.
        file: String,
        /// The dialect.
        dialect: String,
        /// When, as civil time.
        at: String,
        /// The orders.
        table: OrderTable,
    },
    /// The same for lines of orders: of an order the later export says which it has.
    ApplyLines {
        /// The name of the import.
        id: Id,
        /// The file's name.
        file: String,
        /// The dialect.
        dialect: String,
        /// When, as civil time.
        at: String,
        /// The lines.
        table: LineTable,
    },
}

impl FactsEdit {
    /// Carries the edit out.
    ///
    /// # Errors
    ///
    /// For a table whose days are not in order or whose columns have another number of rows, for
    /// values beyond ±9·10¹⁵ and for overlong names; nothing has changed then.
    pub fn apply(self, facts: &mut FactSet) -> Result<(), EditError> {
        let (id, file, dialect, at, changes) = match self {
            Self::ApplyDays { id, file, dialect, at, table } => {
                check_names(&file, &dialect)?;
                check_table(&table)?;
                let changes = changes(facts, &table);
                if !changes.is_no_change() {
                    merge(facts, &table);
                }
                (id, file, dialect, at, changes)
            }
            Self::ApplyItems { id, file, dialect, at, table } => {
                check_names(&file, &dialect)?;
                table.check()?;
                let changes = preview_items(facts, &table);
                if !changes.is_no_change() {
                    merge_items(facts, &table);
                }
                (id, file, dialect, at, changes)
            }
            Self::ApplyOrders { id, file, dialect, at, table } => {
                check_names(&file, &dialect)?;
                table.check()?;
                // Numbers under another salt would stand for other people.
                check_range("facts.salt", i64::from(!table.salt.fits(facts)), 0, 0)?;
                let changes = preview_orders(facts, &table);
                if MAX_ORDERS < n_orders_after(facts, &table) {
                    return Err(EditError::TooMany { field: "facts.orders", max: MAX_ORDERS });
                }
                if !changes.is_no_change() {
                    merge_orders(facts, &table);
                }
                (id, file, dialect, at, changes)
            }
            Self::ApplyLines { id, file, dialect, at, table } => {
                check_names(&file, &dialect)?;
                table.check()?;
                check_range("facts.salt", i64::from(!table.salt.fits(facts)), 0, 0)?;
                let mut changes = preview_lines(facts, &table);
                if !changes.is_no_change() {
                    let mut after = facts.clone();
                    merge_lines(&mut after, &table);
                    if line_merge::MAX_ROWS < line_merge::n_rows(&after) {
                        let max = line_merge::MAX_ROWS;
                        return Err(EditError::TooMany { field: "facts.order_lines", max });
                    }
                    *facts = after;
                }
                // Lines may have no day of their own: the log says then when they came.
                let came = at.get(..10).and_then(|day| day.parse().ok()).map(Span::day);
                changes.span = changes.span.or(came);
                (id, file, dialect, at, changes)
            }
        };
        let Some(span) = changes.span.filter(|_| !changes.is_no_change()) else { return Ok(()) };
        let n_restated = changes.restated.len();
        let n_new = changes.new_days.len() + changes.n_new_rows;
        facts.imports.push(Import {
            id,
            file,
            dialect,
            at,
            from: span.from(),
            to: span.to(),
            n_new: u32::try_from(n_new).unwrap_or(u32::MAX),
            is_of_items: changes.of == Of::Each(Subject::Item),
            subject: match changes.of {
                Of::Shop | Of::Orders | Of::Lines | Of::Each(Subject::Item) => None,
                Of::Each(subject) => Some(subject),
            },
            n_restated: u32::try_from(n_restated).unwrap_or(u32::MAX),
            restated: changes.restated.into_iter().take(MAX_LOGGED_CELLS).collect(),
            extra: Extra::new(),
        });
        trim_log(&mut facts.imports);
        Ok(())
    }
}

fn check_names(file: &str, dialect: &str) -> Result<(), EditError> {
    check_len("facts.imports.file", file, MAX_FILE_NAME)?;
    check_len("facts.imports.dialect", dialect, MAX_FILE_NAME)
}

/// The log is part of every save: it stays small.
fn trim_log(imports: &mut Vec<Import>) {
    let n_old = imports.len().saturating_sub(MAX_IMPORTS);
    imports.drain(..n_old);
    let n_brief = imports.len().saturating_sub(MAX_DETAILED_IMPORTS);
    for import in &mut imports[..n_brief] {
        import.restated.clear();
    }
}

fn check_table(table: &DayTable) -> Result<(), EditError> {
    for day in &table.days {
        let (min, max) = (Day::MIN.number(), Day::MAX.number());
        check_range("facts.days", day.number().into(), min.into(), max.into())?;
    }
    let n_out_of_order = table.days.windows(2).filter(|pair| pair[1] <= pair[0]).count();
    check_range("facts.days", i64::try_from(n_out_of_order).unwrap_or(i64::MAX), 0, 0)?;
    let n_days = i64::try_from(table.days.len()).unwrap_or(i64::MAX);
    for column in table.columns.values() {
        let n_rows = i64::try_from(column.len()).unwrap_or(i64::MAX);
        check_range("facts.columns", n_rows, n_days, n_days)?;
        for value in column.iter().flatten() {
            check_range("facts.columns", *value, -MAX_VALUE, MAX_VALUE)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apply(facts: &mut FactSet, days: &[&str], sales: &[Option<i64>]) -> Result<(), EditError> {
        FactsEdit::ApplyDays {
            id: Id::from_bits(1),
            file: "日报.xls".to_owned(),
            dialect: "sycm.shop_day".to_owned(),
            at: "2026-11-01T09:00:00".to_owned(),
            table: DayTable {
                days: days.iter().map(|text| text.parse().unwrap()).collect(),
                columns: [("sales".to_owned(), sales.to_vec())].into(),
            },
        }
        .apply(facts)
    }

    #[test]
    fn an_import_is_logged_with_what_it_restates_and_the_same_file_twice_is_not() {
        let mut facts = FactSet::default();
        apply(&mut facts, &["2026-10-01", "2026-10-02"], &[Some(5), Some(7)]).unwrap();
        apply(&mut facts, &["2026-10-02", "2026-10-03"], &[Some(8), Some(9)]).unwrap();
        let log = &facts.imports[1];
        assert_eq!((log.n_new, log.n_restated), (1, 1));
        assert_eq!((log.restated[0].old, log.restated[0].new), (Some(7), Some(8)));
        let before = facts.clone();
        apply(&mut facts, &["2026-10-02", "2026-10-03"], &[Some(8), Some(9)]).unwrap();
        assert_eq!(facts, before);
    }

    #[test]
    fn a_table_that_is_not_one_is_refused() {
        let mut facts = FactSet::default();
        assert!(apply(&mut facts, &["2026-10-02", "2026-10-01"], &[Some(5), Some(7)]).is_err());
        assert!(apply(&mut facts, &["2026-10-01", "2026-10-01"], &[Some(5), Some(7)]).is_err());
        assert!(apply(&mut facts, &["2026-10-01"], &[]).is_err());
        assert!(apply(&mut facts, &["2026-10-01"], &[Some(i64::MAX)]).is_err());
        assert_eq!(facts, FactSet::default());
    }

    #[test]
    fn the_log_keeps_details_of_the_latest_imports_only() {
        let mut facts = FactSet::default();
        for value in 0..=i64::try_from(MAX_IMPORTS).unwrap() {
            apply(&mut facts, &["2026-10-01"], &[Some(value)]).unwrap();
        }
        assert_eq!(facts.imports.len(), MAX_IMPORTS);
        let n_detailed = facts.imports.iter().filter(|log| !log.restated.is_empty()).count();
        assert_eq!(n_detailed, MAX_DETAILED_IMPORTS);
        assert!(facts.imports.iter().all(|log| log.n_restated == 1));
    }
}
