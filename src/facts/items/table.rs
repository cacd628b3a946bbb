//! Rows of a keyed table as a reader understood them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::edit::{EditError, check_len, check_range};
use crate::base::span::Span;
use crate::facts::edit::MAX_VALUE;
use crate::facts::items::chunk::Grain;
use crate::facts::items::subject::Subject;

/// The longest 商品ID, in characters.
pub const MAX_ITEM_ID: usize = 24;
/// The longest key of a thing that is no item, in characters.
pub const MAX_KEY: usize = 160;
/// The longest title of an item that is kept, in characters.
pub const MAX_ITEM_TITLE: usize = 120;

/// Rows of items, or of another subject: one value a row and metric.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ItemTable {
    /// What the rows are about.
    pub subject: Subject,
    /// The items, by their ids, each once.
    pub items: Vec<ItemLabel>,
    /// The days or periods (first and last day), in order, each once.
    pub periods: Vec<(Day, Day)>,
    /// Of each row the places of its period and its item; in that order, no two the same.
    pub rows: Vec<(usize, usize)>,
    /// Metric key → one value a row.
    pub columns: BTreeMap<String, Vec<Option<i64>>>,
    /// Cells of which the platform had rounded the value: row, metric key.
    pub rounded: Vec<(usize, String)>,
}

/// What an item is called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemLabel {
    /// 商品ID, or the key of another subject.
    pub id: String,
    /// 商品名称.
    pub title: String,
    /// 货号; of advertising the channel.
    pub code: String,
}

impl ItemTable {
    /// The first and the last day; `None` for a table without rows.
    pub fn span(&self) -> Option<Span> {
        let from = self.periods.iter().map(|period| period.0).min()?;
        let to = self.periods.iter().map(|period| period.1).max()?;
        Some(Span::new(from, to))
    }

    /// The days of a row's period.
    pub fn period(&self, row: usize) -> Option<Span> {
        let (from, to) = *self.periods.get(self.rows.get(row)?.0)?;
        Some(Span::new(from, to))
    }

    /// The item of a row.
    pub fn label(&self, row: usize) -> Option<&ItemLabel> {
        self.items.get(self.rows.get(row)?.1)
    }

    /// Whether a period is one day or longer.
    pub fn grain_of(period: Span) -> Grain {
        if period.n_days() == 1 { Grain::Day } else { Grain::Period }
    }

    /// Whether this is a table at all: a reader made it, but it came by message.
    ///
    /// # Errors
    ///
    /// What is out of order or beyond its bounds.
    pub fn check(&self) -> Result<(), EditError> {
        let n = |len: usize| i64::try_from(len).unwrap_or(i64::MAX);
        for label in &self.items {
            check_len("facts.items.id", &label.id, self.subject.max_id())?;
            check_len("facts.items.title", &label.title, MAX_ITEM_TITLE)?;
            check_len("facts.items.code", &label.code, MAX_ITEM_TITLE)?;
        }
        let mut n_wrong = self.items.windows(2).filter(|pair| pair[1].id <= pair[0].id).count();
        n_wrong += self.rows.windows(2).filter(|pair| pair[1] <= pair[0]).count();
        for (from, to) in &self.periods {
            let (min, max) = (Day::MIN.number(), Day::MAX.number());
            check_range("facts.periods", from.number().into(), min.into(), to.number().into())?;
            check_range("facts.periods", to.number().into(), min.into(), max.into())?;
        }
        n_wrong += self.periods.windows(2).filter(|pair| pair[1] <= pair[0]).count();
        let is_placed = |(period, item): &&(usize, usize)| {
            *period < self.periods.len() && *item < self.items.len()
        };
        n_wrong += self.rows.len() - self.rows.iter().filter(is_placed).count();
        check_range("facts.rows", n(n_wrong), 0, 0)?;
        for column in self.columns.values() {
            check_range("facts.columns", n(column.len()), n(self.rows.len()), n(self.rows.len()))?;
            for value in column.iter().flatten() {
                check_range("facts.columns", *value, -MAX_VALUE, MAX_VALUE)?;
            }
        }
        Ok(())
    }
}
