//! What is typed or pasted into the tables, as one edit.

use thiserror::Error;

use crate::base::number::{NumberError, parse_count, parse_money};
use crate::tools::goals::edit::CellChange;
use crate::tools::goals::model::{CellKey, GoalUnit};

/// Why a text is not an amount of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EntryError {
    /// It is no number.
    #[error(transparent)]
    Number(#[from] NumberError),
    /// It is below nothing.
    #[error("a target cannot be negative")]
    Negative,
}

/// The cell of a paste that is no amount; nothing of the paste is taken then.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{period}: `{text}`: {error}")]
pub struct BadCell {
    /// Which cell.
    pub period: CellKey,
    /// What was in it.
    pub text: String,
    /// What is wrong with it.
    pub error: EntryError,
}

/// Reads an amount in the plan's unit: yuan for 分, whole numbers for 件.
///
/// # Errors
///
/// What is not a number of the unit, and amounts below nothing.
pub fn amount(unit: GoalUnit, text: &str) -> Result<i64, EntryError> {
    let amount = match unit {
        GoalUnit::Sales => parse_money(text)?.fen(),
        GoalUnit::Units => parse_count(text)?,
    };
    if amount < 0 { Err(EntryError::Negative) } else { Ok(amount) }
}

/// Turns typed or pasted texts into changes: an amount locks, nothing frees, a dash is no value
/// and leaves the cell as it is.
///
/// # Errors
///
/// The first text that is no amount.
pub fn changes(unit: GoalUnit, cells: &[(CellKey, String)]) -> Result<Vec<CellChange>, BadCell> {
    let mut changes = Vec::with_capacity(cells.len());
    for (period, text) in cells {
        let text = text.trim();
        match text {
            "" => changes.push(CellChange::lock(*period, None)),
            "-" | "–" | "—" => {}
            _ => {
                let amount = amount(unit, text).map_err(|error| BadCell {
                    period: *period,
                    text: text.chars().take(40).collect(),
                    error,
                })?;
                changes.push(CellChange::lock(*period, Some(amount)));
            }
        }
    }
    Ok(changes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::day::Month;

    #[test]
    fn an_amount_locks_nothing_frees_and_a_dash_is_left_alone() {
        let key = |month| CellKey::Month(Month::new(2026, month));
        let cells = [
            (key(1), "1.2万".to_owned()),
            (key(2), " ".to_owned()),
            (key(3), "–".to_owned()),
            (key(4), "¥1,234.56".to_owned()),
        ];
        assert_eq!(
            changes(GoalUnit::Sales, &cells),
            Ok(vec![
                CellChange::lock(key(1), Some(1_200_000)),
                CellChange::lock(key(2), None),
                CellChange::lock(key(4), Some(123_456)),
            ])
        );
    }

    #[test]
    fn one_bad_cell_refuses_the_paste() {
        let key = CellKey::Month(Month::new(2026, 1));
        let cells = [(key, "1".to_owned()), (key, "abc".to_owned())];
        assert_eq!(changes(GoalUnit::Units, &cells).unwrap_err().text, "abc");
        assert_eq!(amount(GoalUnit::Units, "-1"), Err(EntryError::Negative));
        assert!(amount(GoalUnit::Units, "1.5").is_err());
    }
}
