//! Older workbooks become today's, one released version at a time.

use serde_json::Value;
use thiserror::Error;

/// The schema that this version of the program writes.
pub const CURRENT: u32 = 1;

/// One step of the file format's history. A released step is never edited.
struct Step {
    /// The schema that the step leads to.
    to: u32,
    /// Changes an envelope in place. It works on JSON and not on today's types, since those will
    /// change; it keeps what it does not know.
    up: fn(&mut Value) -> Result<(), String>,
}

/// Every step, oldest first. The first change of the schema adds `Step { to: 2, … }`.
static STEPS: &[Step] = &[];

/// Why a workbook could not be brought up to date.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum MigrateError {
    /// A newer version of the program has written it.
    #[error("schema {found} is newer than {CURRENT}")]
    TooNew {
        /// Its schema.
        found: u32,
    },
    /// No such schema was ever released.
    #[error("there never was a schema {found}")]
    Unknown {
        /// Its schema.
        found: u32,
    },
    /// What a step needs is not there.
    #[error("step to schema {to}: {problem}")]
    Failed {
        /// The step.
        to: u32,
        /// What is missing.
        problem: String,
    },
}

/// Refuses a schema that this version of the program cannot read.
pub fn check(schema: u32) -> Result<(), MigrateError> {
    match schema {
        0 => Err(MigrateError::Unknown { found: 0 }),
        1..=CURRENT => Ok(()),
        found => Err(MigrateError::TooNew { found }),
    }
}

/// Brings an envelope of `schema` up to [`CURRENT`].
///
/// # Errors
///
/// A schema that is not known, or a step that could not be taken; `envelope` is then of no use.
pub fn migrate(envelope: &mut Value, schema: u32) -> Result<(), MigrateError> {
    check(schema)?;
    for step in STEPS.iter().filter(|step| schema < step.to) {
        (step.up)(envelope).map_err(|problem| MigrateError::Failed { to: step.to, problem })?;
        envelope["schema"] = step.to.into();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn steps_are_contiguous_and_end_at_current() {
        assert!(STEPS.iter().map(|step| step.to).eq((2..).take(STEPS.len())));
        assert_eq!(STEPS.len() + 1, CURRENT as usize);
    }

    #[test]
    fn a_newer_file_is_refused_not_guessed_at() {
        let found = CURRENT + 1;
        assert_eq!(migrate(&mut json!({}), found), Err(MigrateError::TooNew { found }));
        assert_eq!(migrate(&mut json!({}), 0), Err(MigrateError::Unknown { found: 0 }));
    }

    #[test]
    fn a_current_file_stays_as_it_is() {
        let mut envelope = json!({"schema": CURRENT, "x": [1, null]});
        let before = envelope.clone();
        migrate(&mut envelope, CURRENT).unwrap();
        assert_eq!(envelope, before);
    }
}
