//! The form of one cell: what was typed, and the change that it becomes.

use crate::tools::goals::calc::page::entry::{EntryError, amount};
use crate::tools::goals::edit::CellChange;
use crate::tools::goals::model::{CellKey, CellRule, GoalUnit};

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The amount that the cell is typed over with.
    Lock,
    /// Not less than this.
    Floor,
    /// Not more than this.
    Cap,
    /// Why.
    Note,
}

/// The texts of the form; an empty one means that nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellDraft {
    /// The amount that the cell is typed over with.
    pub lock: String,
    /// Not less than this.
    pub floor: String,
    /// Not more than this.
    pub cap: String,
    /// Why.
    pub note: String,
}

impl CellDraft {
    /// The form of a cell, its amounts written by `write`.
    pub fn of(rule: Option<&CellRule>, write: impl Fn(i64) -> String) -> Self {
        let Some(rule) = rule else { return Self::default() };
        let text = |amount: Option<i64>| amount.map_or_else(String::new, &write);
        Self {
            lock: text(rule.lock),
            floor: text(rule.floor),
            cap: text(rule.cap),
            note: rule.note.clone(),
        }
    }

    /// The text of a field.
    pub fn get(&self, field: Field) -> &str {
        match field {
            Field::Lock => &self.lock,
            Field::Floor => &self.floor,
            Field::Cap => &self.cap,
            Field::Note => &self.note,
        }
    }

    /// Sets the text of a field.
    pub fn set(&mut self, field: Field, text: String) {
        match field {
            Field::Lock => self.lock = text,
            Field::Floor => self.floor = text,
            Field::Cap => self.cap = text,
            Field::Note => self.note = text,
        }
    }

    /// The change that the form stands for: all four properties.
    ///
    /// # Errors
    ///
    /// The first field whose text is no amount of the unit.
    pub fn change(
        &self,
        period: CellKey,
        unit: GoalUnit,
    ) -> Result<CellChange, (Field, EntryError)> {
        let read = |field: Field| match self.get(field).trim() {
            "" => Ok(None),
            text => amount(unit, text).map(Some).map_err(|error| (field, error)),
        };
        Ok(CellChange {
            period,
            lock: Some(read(Field::Lock)?),
            floor: Some(read(Field::Floor)?),
            cap: Some(read(Field::Cap)?),
            note: Some(self.note.trim().to_owned()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::day::Month;

    #[test]
    fn a_form_reads_back_what_the_cell_says() {
        let key = CellKey::Month(Month::new(2026, 11));
        let mut rule = CellRule::new(key);
        rule.cap = Some(500);
        rule.note = "stock".to_owned();
        let mut draft = CellDraft::of(Some(&rule), |amount| (amount / 100).to_string());
        assert_eq!(draft.cap, "5");
        draft.set(Field::Lock, " 4.5 ".to_owned());
        let change = draft.change(key, GoalUnit::Sales).unwrap();
        assert_eq!(
            (change.lock, change.floor, change.cap),
            (Some(Some(450)), Some(None), Some(Some(500)))
        );
        draft.set(Field::Floor, "x".to_owned());
        assert_eq!(draft.change(key, GoalUnit::Sales).unwrap_err().0, Field::Floor);
    }
}
