//! What a user can do to the decision factors, the stages and the log of visits.

use crate::base::day::Day;
use crate::base::edit::{EditError, MergeKey, check_len, check_range};
use crate::base::evidence::Evidence;
use crate::base::id::Id;
use crate::base::list;
use crate::base::score::{check_score, set_score};
use crate::tools::journey::edit::stages::{set_moods, set_stage};
use crate::tools::journey::model::{
    Factor, FactorAction, FactorLimits, Journey, Lane, LaneView, Stage, Visit, VisitPath,
};

mod stages;

pub use self::stages::{MAX_VIEWS, MoodChange, MoodOf};

/// The most factors.
pub const MAX: usize = 200;
/// The longest name, in characters.
pub const MAX_NAME: usize = 200;
/// The most notes of visits.
pub const MAX_VISITS: usize = 1_000;
/// The longest note, in characters.
pub const MAX_NOTE: usize = 1_000;
/// The most pieces of evidence of one factor.
pub const MAX_EVIDENCE: usize = 30;
/// Importance, performance and effort are said in these.
pub const SCALE: (u8, u8) = (1, 5);

/// One score of a factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScoreField {
    /// How important it is to customers as a whole.
    Importance,
    /// How important it is to one persona.
    Persona(Id),
    /// How well we do it.
    Own,
    /// How well a competitor does it.
    Rival(Id),
    /// How much we spend on it.
    Effort,
}

/// One score that was typed or taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScoreChange {
    /// The factor.
    pub id: Id,
    /// Which of its scores.
    pub field: ScoreField,
    /// What it became.
    pub value: Option<u8>,
}

/// One field of a factor that is no score.
#[derive(Clone, Debug, PartialEq)]
pub enum FactorField {
    /// What it is called.
    Name(String),
    /// Where it counts.
    Stage(Stage),
    /// What is done about it.
    Action(Option<FactorAction>),
    /// Who answers for it.
    Owner(String),
    /// What else is to be said.
    Note(String),
    /// What the scores rest on.
    Evidence(Vec<Evidence>),
}

/// One field of a visit's note.
#[derive(Clone, Debug, PartialEq)]
pub enum VisitField {
    /// When.
    Day(Option<Day>),
    /// On which way the shop was reached.
    Path(VisitPath),
    /// Whose shop it was.
    Rival(Option<Id>),
    /// What was seen.
    Saw(String),
    /// What one cared about.
    Cared(String),
    /// The factor that decided.
    Factor(Option<Id>),
    /// Whether something was bought.
    Bought(bool),
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum JourneyEdit {
    /// Adds one, or puts it in the place of the one with its id.
    Put(Factor),
    /// Adds several as one step, or puts them in their places.
    PutAll(Vec<Factor>),
    /// Types scores over, or takes them away, as one step.
    SetScores(Vec<ScoreChange>),
    /// Changes one field.
    Set {
        /// Whose.
        id: Id,
        /// The field and what it became.
        field: FactorField,
    },
    /// Removes one.
    Remove(Id),
    /// Moves one to a place among the others.
    Move {
        /// Which one.
        id: Id,
        /// Its place, counted without it.
        to: usize,
    },
    /// Writes what happens in a stage.
    SetStage {
        /// Which stage.
        stage: Stage,
        /// In which row of the grid.
        lane: Lane,
        /// What stands there; empty for nothing.
        text: String,
    },
    /// Says how customers feel at stages, or takes it back, as one step.
    SetMoods(Vec<MoodChange>),
    /// Adds a view of the map, or puts it in the place of the one with its id.
    PutView(LaneView),
    /// Removes a view; a preset is then as it comes.
    RemoveView(Id),
    /// Adds a note of a visit, or puts it in the place of the one with its id.
    PutVisit(Visit),
    /// Changes one field of a visit's note.
    SetVisit {
        /// Whose.
        id: Id,
        /// The field and what it became.
        field: VisitField,
    },
    /// Removes a visit's note.
    RemoveVisit(Id),
    /// Says from where on a factor is listed.
    SetLimits(FactorLimits),
}

impl JourneyEdit {
    /// Carries the edit out.
    pub fn apply(self, section: &mut Journey) -> Result<(), EditError> {
        match self {
            Self::Put(item) => put(section, item),
            Self::PutAll(items) => items.into_iter().try_for_each(|item| put(section, item)),
            Self::SetScores(changes) => changes.into_iter().try_for_each(|change| {
                check_score("journey.factors.score", change.value, SCALE)?;
                set(list::find_mut(&mut section.factors, change.id)?, change);
                Ok(())
            }),
            Self::Set { id, field } => {
                let factor = list::find_mut(&mut section.factors, id)?;
                set_field(factor, field);
                check(factor)
            }
            Self::Remove(id) => list::remove(&mut section.factors, id).map(drop),
            Self::Move { id, to } => list::move_to(&mut section.factors, id, to),
            Self::SetStage { stage, lane, text } => set_stage(section, stage, lane, text),
            Self::SetMoods(changes) => set_moods(section, changes),
            Self::PutView(view) => {
                check_len("journey.views.name", &view.name, MAX_NAME)?;
                list::put(&mut section.views, view, "journey.views", MAX_VIEWS)
            }
            Self::RemoveView(id) => list::remove(&mut section.views, id).map(drop),
            Self::PutVisit(visit) => {
                check_visit(&visit)?;
                list::put(&mut section.visits, visit, "journey.visits", MAX_VISITS)
            }
            Self::SetVisit { id, field } => {
                let visit = list::find_mut(&mut section.visits, id)?;
                set_visit(visit, field);
                check_visit(visit)
            }
            Self::RemoveVisit(id) => list::remove(&mut section.visits, id).map(drop),
            Self::SetLimits(limits) => {
                check_range("journey.limits.low", limits.low.into(), 1, 5)?;
                check_range("journey.limits.effort", limits.effort.into(), 1, 5)?;
                check_range("journey.limits.top", limits.top.into(), 1, 25)?;
                section.limits = limits;
                Ok(())
            }
        }
    }

    /// The field that is being typed into, if it is one.
    pub fn merge_key(&self) -> Option<MergeKey> {
        let key = |field, of: String| Some(MergeKey { field, of });
        match self {
            Self::Set { id, field } => match field {
                FactorField::Name(_) => key("journey.factors.name", id.to_string()),
                FactorField::Owner(_) => key("journey.factors.owner", id.to_string()),
                FactorField::Note(_) => key("journey.factors.note", id.to_string()),
                FactorField::Evidence(_) => key("journey.factors.evidence", id.to_string()),
                FactorField::Stage(_) | FactorField::Action(_) => None,
            },
            Self::SetStage { stage, lane, .. } => {
                key("journey.stages", format!("{stage:?} {lane:?}"))
            }
            // A view changes one row at a time; its name is typed.
            Self::PutView(view) => key("journey.views", format!("{} {:?}", view.id, view.lanes)),
            Self::SetVisit { id, field } => match field {
                VisitField::Saw(_) => key("journey.visits.saw", id.to_string()),
                VisitField::Cared(_) => key("journey.visits.cared", id.to_string()),
                _ => None,
            },
            _ => None,
        }
    }
}

fn put(section: &mut Journey, item: Factor) -> Result<(), EditError> {
    check(&item)?;
    list::put(&mut section.factors, item, "journey.factors", MAX)
}

fn check(factor: &Factor) -> Result<(), EditError> {
    check_len("journey.factors.name", &factor.name, MAX_NAME)?;
    check_len("journey.factors.owner", &factor.owner, 100)?;
    check_len("journey.factors.note", &factor.note, MAX_NOTE)?;
    for score in [factor.importance, factor.own, factor.effort] {
        check_score("journey.factors.score", score, SCALE)?;
    }
    for score in factor.personas.iter().chain(&factor.rivals) {
        check_score("journey.factors.score", Some(score.value), SCALE)?;
    }
    if MAX_EVIDENCE < factor.evidence.len() {
        return Err(EditError::TooMany { field: "journey.factors.evidence", max: MAX_EVIDENCE });
    }
    factor.evidence.iter().try_for_each(|evidence| evidence.check("journey.factors.evidence"))
}

fn check_visit(visit: &Visit) -> Result<(), EditError> {
    check_len("journey.visits.saw", &visit.saw, MAX_NOTE)?;
    check_len("journey.visits.cared", &visit.cared, MAX_NOTE)
}

fn set(factor: &mut Factor, ScoreChange { field, value, .. }: ScoreChange) {
    match field {
        ScoreField::Importance => factor.importance = value,
        ScoreField::Persona(of) => set_score(&mut factor.personas, of, value),
        ScoreField::Own => factor.own = value,
        ScoreField::Rival(of) => set_score(&mut factor.rivals, of, value),
        ScoreField::Effort => factor.effort = value,
    }
}

fn set_field(factor: &mut Factor, field: FactorField) {
    match field {
        FactorField::Name(name) => factor.name = name,
        FactorField::Stage(stage) => factor.stage = stage,
        FactorField::Action(action) => factor.action = action,
        FactorField::Owner(owner) => factor.owner = owner,
        FactorField::Note(note) => factor.note = note,
        FactorField::Evidence(evidence) => factor.evidence = evidence,
    }
}

fn set_visit(visit: &mut Visit, field: VisitField) {
    match field {
        VisitField::Day(day) => visit.day = day,
        VisitField::Path(path) => visit.path = path,
        VisitField::Rival(rival) => visit.rival = rival,
        VisitField::Saw(saw) => visit.saw = saw,
        VisitField::Cared(cared) => visit.cared = cared,
        VisitField::Factor(factor) => visit.factor = factor,
        VisitField::Bought(is_bought) => visit.is_bought = is_bought,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn journey() -> (Journey, Id) {
        let mut journey = Journey::default();
        let id = Id::from_bits(1);
        let factor = Factor::new(id, "做工和品质".to_owned(), Stage::Consider);
        JourneyEdit::Put(factor).apply(&mut journey).unwrap();
        (journey, id)
    }

    #[test]
    fn scores_are_typed_and_taken_away_together() {
        let (mut journey, id) = journey();
        let rival = Id::from_bits(9);
        let change = |field, value| ScoreChange { id, field, value };
        let typed =
            vec![change(ScoreField::Own, Some(2)), change(ScoreField::Rival(rival), Some(5))];
        JourneyEdit::SetScores(typed).apply(&mut journey).unwrap();
        assert_eq!(journey.factors[0].own, Some(2));
        assert_eq!(journey.factors[0].rivals[0].value, 5);
        let gone = vec![change(ScoreField::Rival(rival), None)];
        JourneyEdit::SetScores(gone).apply(&mut journey).unwrap();
        assert!(journey.factors[0].rivals.is_empty());
        let out = JourneyEdit::SetScores(vec![change(ScoreField::Own, Some(6))]);
        let refused = out.apply(&mut journey).unwrap_err();
        let field = "journey.factors.score";
        assert_eq!(refused, EditError::OutOfRange { field, value: 6, min: 1, max: 5 });
    }

    #[test]
    fn a_stage_without_words_has_no_entry() {
        let (mut journey, _) = journey();
        let write = |stage, text: &str| JourneyEdit::SetStage {
            stage,
            lane: Lane::Pain,
            text: text.to_owned(),
        };
        write(Stage::Receive, "破损").apply(&mut journey).unwrap();
        write(Stage::Aware, "搜不到").apply(&mut journey).unwrap();
        let stages: Vec<Stage> = journey.stages.iter().map(|note| note.stage).collect();
        assert_eq!(stages, [Stage::Aware, Stage::Receive]);
        write(Stage::Receive, "").apply(&mut journey).unwrap();
        assert_eq!(journey.stages.len(), 1);
    }

    #[test]
    fn fields_that_are_typed_into_merge_by_field() {
        let id = Id::from_bits(1);
        let name = JourneyEdit::Set { id, field: FactorField::Name("a".to_owned()) };
        let note = JourneyEdit::Set { id, field: FactorField::Note("a".to_owned()) };
        assert_ne!(name.merge_key(), note.merge_key());
        assert_eq!(JourneyEdit::Remove(id).merge_key(), None);
    }

    #[test]
    fn what_is_too_long_or_not_there_is_refused() {
        let (mut journey, id) = journey();
        let name = FactorField::Name("长".repeat(MAX_NAME + 1));
        assert!(JourneyEdit::Set { id, field: name }.apply(&mut journey).is_err());
        let gone = Id::from_bits(7);
        let field = FactorField::Stage(Stage::Buy);
        let refused = JourneyEdit::Set { id: gone, field }.apply(&mut journey);
        assert_eq!(refused, Err(EditError::NoSuchItem(gone)));
    }
}
