//! What somebody or something scores, on a scale that the field says.

use serde::Serialize;

use crate::base::edit::{EditError, check_range};
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::record::Record;

/// How one of many (a persona, a competitor) scores.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Score {
    /// Who or what.
    pub of: Id,
    /// How much, on the scale of the list that it stands in.
    pub value: u8,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Score {
    /// A score.
    pub fn new(of: Id, value: u8) -> Self {
        Self { of, value, extra: Extra::new() }
    }
}

/// What one of many scores; `None` where nobody said.
pub fn score_of(scores: &[Score], of: Id) -> Option<u8> {
    scores.iter().find(|score| score.of == of).map(|score| score.value)
}

/// Writes a score, or takes it away.
pub fn set_score(scores: &mut Vec<Score>, of: Id, value: Option<u8>) {
    let idx = scores.iter().position(|score| score.of == of);
    match (idx, value) {
        (Some(idx), Some(value)) => scores[idx].value = value,
        (Some(idx), None) => {
            scores.remove(idx);
        }
        (None, Some(value)) => scores.push(Score::new(of, value)),
        (None, None) => {}
    }
}

/// Refuses a score outside of its scale; no score is none.
///
/// # Errors
///
/// [`EditError::OutOfRange`] with `field`, the score's name in the file format.
pub fn check_score(
    field: &'static str,
    value: Option<u8>,
    (min, max): (u8, u8),
) -> Result<(), EditError> {
    value.map_or(Ok(()), |value| check_range(field, value.into(), min.into(), max.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_is_written_over_and_taken_away() {
        let [a, b] = [1, 2].map(Id::from_bits);
        let mut scores = Vec::new();
        set_score(&mut scores, a, Some(3));
        set_score(&mut scores, b, Some(5));
        set_score(&mut scores, a, Some(4));
        assert_eq!((score_of(&scores, a), score_of(&scores, b)), (Some(4), Some(5)));
        set_score(&mut scores, a, None);
        set_score(&mut scores, a, None);
        assert_eq!(scores, [Score::new(b, 5)]);
        assert_eq!(check_score("x", None, (1, 5)), Ok(()));
        assert!(check_score("x", Some(0), (1, 5)).is_err());
    }
}
