//! What a user can do to the positioning, the value curve, the chain and the changes.

#[cfg(test)]
mod tests;
mod write;

use crate::base::day::Day;
use crate::base::edit::{EditError, MergeKey, check_len, check_range};
use crate::base::evidence::Evidence;
use crate::base::id::Id;
use crate::base::list;
use crate::tools::position::edit::write::{
    check_change, check_link, put, set_claim, set_face, set_follower, set_link, set_score_of,
    set_statement,
};
use crate::tools::position::model::{
    ChainAction, ChainLink, ChainRole, Change, CurveFactor, CurveLimits, FaceKind, Follower,
    FourAction, Level, Position, PriceTier,
};

/// The most factors of the curve.
pub const MAX: usize = 60;
/// The most links of the chain.
pub const MAX_CHAIN: usize = 30;
/// The most changes.
pub const MAX_CHANGES: usize = 300;
/// The longest name, in characters.
pub const MAX_NAME: usize = 200;
/// The longest text, in characters.
pub const MAX_TEXT: usize = 1_000;
/// The most pieces of evidence of one level.
pub const MAX_EVIDENCE: usize = 30;
/// The curve's scores are said in these (T-36).
pub const SCALE: (u8, u8) = (0, 10);
/// Importance, feasibility and attraction are said in these.
pub const FIVE: (u8, u8) = (1, 5);

/// One field of a level's claim.
#[derive(Clone, Debug, PartialEq)]
pub enum ClaimField {
    /// Whether we can be first.
    CanLead(Option<bool>),
    /// Why.
    Reason(String),
    /// How feasible it is.
    Feasibility(Option<u8>),
    /// How attractive it is.
    Attraction(Option<u8>),
    /// What that rests on.
    Evidence(Vec<Evidence>),
}

/// One field of the statement.
#[derive(Clone, Debug, PartialEq)]
pub enum StatementField {
    /// Of what we are first.
    Field(String),
    /// The statement in own words.
    Statement(String),
    /// What the customer gets.
    Proposition(String),
    /// In which price class.
    PriceTier(Option<PriceTier>),
    /// The slogan.
    Slogan(String),
}

/// One score of a factor of the curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CurveScore {
    /// How important it is to customers, 1–5.
    Importance,
    /// We, today.
    Today,
    /// We, as we want to be.
    Target,
    /// The industry's average.
    Industry,
    /// A competitor.
    Rival(Id),
}

/// One score of the curve that was typed, dragged or taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CurveChange {
    /// The factor.
    pub id: Id,
    /// Which of its scores.
    pub field: CurveScore,
    /// What it became.
    pub value: Option<u8>,
}

/// One field of a link of the chain.
#[derive(Clone, Debug, PartialEq)]
pub enum ChainField {
    /// What it is called.
    Name(String),
    /// Who does it.
    Who(String),
    /// Whether we do it.
    IsOurs(Option<bool>),
    /// What is demanded.
    Standard(String),
    /// What it is like.
    State(String),
    /// Whether it is as demanded.
    Conforms(Option<bool>),
    /// Whether the next link's need is met.
    ServesNext(Option<bool>),
    /// What is done about it.
    Action(Option<ChainAction>),
}

/// One field of a change.
#[derive(Clone, Debug, PartialEq)]
pub enum ChangeField {
    /// What changed.
    Title(String),
    /// Why.
    Reason(String),
    /// When.
    Day(Option<Day>),
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum PositionEdit {
    /// Says something of a level.
    SetClaim {
        /// Which level.
        level: Level,
        /// The field and what it became.
        field: ClaimField,
    },
    /// Chooses the one level, or none.
    Choose(Option<Level>),
    /// Writes a part of the statement.
    SetStatement(StatementField),
    /// Writes what we do on a face.
    SetFace {
        /// Which face.
        kind: FaceKind,
        /// What we do there.
        text: String,
    },
    /// Says whether a face fits the positioning.
    SetFaceFits {
        /// Which face.
        kind: FaceKind,
        /// Whether it fits.
        fits: Option<bool>,
    },
    /// Adds a factor of the curve, or puts it in the place of the one with its id.
    Put(CurveFactor),
    /// Adds several as one step.
    PutAll(Vec<CurveFactor>),
    /// Types or drags scores of the curve, or takes them away, as one step.
    SetScores(Vec<CurveChange>),
    /// Renames a factor of the curve.
    Rename {
        /// Which one.
        id: Id,
        /// What it is called.
        name: String,
    },
    /// Decides what is done about a factor; none for what is suggested.
    SetAction {
        /// Which one.
        id: Id,
        /// What is done.
        action: Option<FourAction>,
    },
    /// Removes a factor of the curve.
    Remove(Id),
    /// Moves a factor of the curve to a place among the others.
    Move {
        /// Which one.
        id: Id,
        /// Its place, counted without it.
        to: usize,
    },
    /// Says from where on the curve suggests an action.
    SetLimits(CurveLimits),
    /// Says where we stand in the chain.
    SetRole(Option<ChainRole>),
    /// Adds links of the chain as one step, or puts them in their places.
    PutLinks(Vec<ChainLink>),
    /// Changes one field of a link.
    SetLink {
        /// Which one.
        id: Id,
        /// The field and what it became.
        field: ChainField,
    },
    /// Removes a link of the chain.
    RemoveLink(Id),
    /// Adds a change, or puts it in the place of the one with its id.
    PutChange(Change),
    /// Changes one field of a change.
    SetChange {
        /// Which one.
        id: Id,
        /// The field and what it became.
        field: ChangeField,
    },
    /// Says how a department follows a change.
    SetFollower {
        /// Which change.
        id: Id,
        /// How it follows.
        follower: Follower,
    },
    /// Removes a change.
    RemoveChange(Id),
}

impl PositionEdit {
    /// Carries the edit out.
    pub fn apply(self, section: &mut Position) -> Result<(), EditError> {
        match self {
            Self::SetClaim { level, field } => set_claim(section, level, field),
            Self::Choose(level) => {
                section.level = level;
                Ok(())
            }
            Self::SetStatement(field) => set_statement(section, field),
            Self::SetFace { kind, text } => {
                check_len("position.faces.text", &text, MAX_TEXT)?;
                set_face(section, kind, |face| face.text = text);
                Ok(())
            }
            Self::SetFaceFits { kind, fits } => {
                set_face(section, kind, |face| face.fits = fits);
                Ok(())
            }
            Self::Put(item) => put(section, item),
            Self::PutAll(items) => items.into_iter().try_for_each(|item| put(section, item)),
            Self::SetScores(changes) => {
                changes.into_iter().try_for_each(|change| set_score_of(section, change))
            }
            Self::Rename { id, name } => {
                check_len("position.curve.name", &name, MAX_NAME)?;
                list::find_mut(&mut section.curve, id)?.name = name;
                Ok(())
            }
            Self::SetAction { id, action } => {
                list::find_mut(&mut section.curve, id)?.action = action;
                Ok(())
            }
            Self::Remove(id) => list::remove(&mut section.curve, id).map(drop),
            Self::Move { id, to } => list::move_to(&mut section.curve, id, to),
            Self::SetLimits(limits) => {
                check_range("position.limits.low", limits.low.into(), 1, 5)?;
                check_range("position.limits.high", limits.high.into(), 1, 5)?;
                check_range("position.limits.much", limits.much.into(), 1, 10)?;
                section.limits = limits;
                Ok(())
            }
            Self::SetRole(role) => {
                section.role = role;
                Ok(())
            }
            Self::PutLinks(links) => links.into_iter().try_for_each(|link| {
                check_link(&link)?;
                list::put(&mut section.chain, link, "position.chain", MAX_CHAIN)
            }),
            Self::SetLink { id, field } => {
                let link = list::find_mut(&mut section.chain, id)?;
                set_link(link, field);
                check_link(link)
            }
            Self::RemoveLink(id) => list::remove(&mut section.chain, id).map(drop),
            Self::PutChange(change) => {
                check_change(&change)?;
                list::put(&mut section.changes, change, "position.changes", MAX_CHANGES)
            }
            Self::SetChange { id, field } => {
                let change = list::find_mut(&mut section.changes, id)?;
                match field {
                    ChangeField::Title(title) => change.title = title,
                    ChangeField::Reason(reason) => change.reason = reason,
                    ChangeField::Day(day) => change.day = day,
                }
                check_change(change)
            }
            Self::SetFollower { id, follower } => {
                set_follower(list::find_mut(&mut section.changes, id)?, follower)
            }
            Self::RemoveChange(id) => list::remove(&mut section.changes, id).map(drop),
        }
    }

    /// The field that is being typed into, if it is one.
    pub fn merge_key(&self) -> Option<MergeKey> {
        let key = |field, of: String| Some(MergeKey { field, of });
        match self {
            Self::SetClaim { level, field: ClaimField::Reason(_) } => {
                key("position.claims.reason", format!("{level:?}"))
            }
            Self::SetClaim { level, field: ClaimField::Evidence(_) } => {
                key("position.claims.evidence", format!("{level:?}"))
            }
            Self::SetStatement(field) => match field {
                StatementField::Field(_) => key("position.field", String::new()),
                StatementField::Statement(_) => key("position.statement", String::new()),
                StatementField::Proposition(_) => key("position.proposition", String::new()),
                StatementField::Slogan(_) => key("position.slogan", String::new()),
                StatementField::PriceTier(_) => None,
            },
            Self::SetFace { kind, .. } => key("position.faces.text", format!("{kind:?}")),
            // A drag by keyboard is many small edits of one score.
            Self::SetScores(changes) => match changes.as_slice() {
                [one] => key("position.curve.score", format!("{} {:?}", one.id, one.field)),
                _ => None,
            },
            Self::Rename { id, .. } => key("position.curve.name", id.to_string()),
            Self::SetLink { id, field } => match field {
                ChainField::Name(_) => key("position.chain.name", id.to_string()),
                ChainField::Who(_) => key("position.chain.who", id.to_string()),
                ChainField::Standard(_) => key("position.chain.standard", id.to_string()),
                ChainField::State(_) => key("position.chain.state", id.to_string()),
                _ => None,
            },
            Self::SetChange { id, field } => match field {
                ChangeField::Title(_) => key("position.changes.title", id.to_string()),
                ChangeField::Reason(_) => key("position.changes.reason", id.to_string()),
                ChangeField::Day(_) => None,
            },
            Self::SetFollower { id, follower } => {
                key("position.changes.followers", format!("{id} {:?}", follower.department))
            }
            _ => None,
        }
    }
}
