//! What is written of the stages.

use crate::base::edit::{EditError, check_len};
use crate::base::id::Id;
use crate::base::score::{check_score, set_score};
use crate::tools::journey::edit::{MAX_NOTE, SCALE};
use crate::tools::journey::model::{Journey, Lane, Stage, StageNote};

/// The most views of the map.
pub const MAX_VIEWS: usize = 20;

/// Whose mood, and which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MoodOf {
    /// Customers as a whole, today.
    Today,
    /// Customers as a whole, as they are to feel.
    Target,
    /// One persona, today.
    Persona(Id),
}

/// One mood that was said or taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoodChange {
    /// Where on the way.
    pub stage: Stage,
    /// Whose.
    pub of: MoodOf,
    /// What it became, 1–5.
    pub value: Option<u8>,
}

pub(super) fn set_stage(
    section: &mut Journey,
    stage: Stage,
    lane: Lane,
    text: String,
) -> Result<(), EditError> {
    check_len("journey.stages", &text, MAX_NOTE)?;
    *note_mut(section, stage).lane_mut(lane) = text;
    section.stages.retain(|note| !note.is_blank());
    Ok(())
}

pub(super) fn set_moods(section: &mut Journey, changes: Vec<MoodChange>) -> Result<(), EditError> {
    for MoodChange { stage, of, value } in changes {
        check_score("journey.stages.mood", value, SCALE)?;
        let note = note_mut(section, stage);
        match of {
            MoodOf::Today => note.mood = value,
            MoodOf::Target => note.target_mood = value,
            MoodOf::Persona(id) => set_score(&mut note.moods, id, value),
        }
    }
    section.stages.retain(|note| !note.is_blank());
    Ok(())
}

/// The note of a stage; an empty one in its place where there was none.
fn note_mut(section: &mut Journey, stage: Stage) -> &mut StageNote {
    let idx = section.stages.iter().position(|note| note.stage == stage);
    let idx = idx.unwrap_or_else(|| {
        let idx = section.stages.partition_point(|note| note.stage < stage);
        section.stages.insert(idx, StageNote { stage, ..StageNote::default() });
        idx
    });
    &mut section.stages[idx]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::score::Score;
    use crate::tools::journey::edit::JourneyEdit;

    const MUM: Id = Id::from_bits(7);

    fn mood(stage: Stage, of: MoodOf, value: impl Into<Option<u8>>) -> MoodChange {
        MoodChange { stage, of, value: value.into() }
    }

    #[test]
    fn moods_are_said_and_taken_back_together() {
        let mut journey = Journey::default();
        let said = vec![
            mood(Stage::Receive, MoodOf::Today, 2),
            mood(Stage::Receive, MoodOf::Target, 5),
            mood(Stage::Aware, MoodOf::Persona(MUM), 3),
        ];
        JourneyEdit::SetMoods(said).apply(&mut journey).unwrap();
        let [aware, receive] = journey.stages.as_slice() else { panic!("{journey:?}") };
        assert_eq!((aware.stage, &aware.moods), (Stage::Aware, &vec![Score::new(MUM, 3)]));
        assert_eq!((receive.mood, receive.target_mood), (Some(2), Some(5)));
        let gone = vec![mood(Stage::Aware, MoodOf::Persona(MUM), None)];
        JourneyEdit::SetMoods(gone).apply(&mut journey).unwrap();
        assert_eq!(journey.stages.len(), 1, "a stage that says nothing has no entry");
        let out = JourneyEdit::SetMoods(vec![mood(Stage::Buy, MoodOf::Today, 6)]);
        assert!(out.apply(&mut journey).is_err());
    }

    #[test]
    fn words_that_go_leave_the_mood() {
        let mut journey = Journey::default();
        let said = vec![mood(Stage::Buy, MoodOf::Today, 3)];
        JourneyEdit::SetMoods(said).apply(&mut journey).unwrap();
        for text in ["慢", ""] {
            set_stage(&mut journey, Stage::Buy, Lane::Pain, text.to_owned()).unwrap();
        }
        assert_eq!(journey.stages[0].mood, Some(3));
    }
}
