//! How each part of the positioning is written.

use crate::base::edit::{EditError, check_len};
use crate::base::list;
use crate::base::score::{check_score, set_score};
use crate::tools::position::edit::{
    ChainField, ClaimField, CurveChange, CurveScore, FIVE, MAX, MAX_EVIDENCE, MAX_NAME, MAX_TEXT,
    SCALE, StatementField,
};
use crate::tools::position::model::{
    ChainLink, Change, CurveFactor, Department, Face, FaceKind, Follower, Level, LevelClaim,
    Position,
};

pub(super) fn set_claim(
    section: &mut Position,
    level: Level,
    field: ClaimField,
) -> Result<(), EditError> {
    let idx = section.claims.iter().position(|claim| claim.level == level).unwrap_or_else(|| {
        let idx = section.claims.partition_point(|claim| claim.level < level);
        section.claims.insert(idx, LevelClaim { level, ..LevelClaim::default() });
        idx
    });
    let claim = &mut section.claims[idx];
    match field {
        ClaimField::CanLead(can_lead) => claim.can_lead = can_lead,
        ClaimField::Reason(reason) => claim.reason = reason,
        ClaimField::Feasibility(score) => claim.feasibility = score,
        ClaimField::Attraction(score) => claim.attraction = score,
        ClaimField::Evidence(evidence) => claim.evidence = evidence,
    }
    check_len("position.claims.reason", &claim.reason, MAX_TEXT)?;
    check_score("position.claims.feasibility", claim.feasibility, FIVE)?;
    check_score("position.claims.attraction", claim.attraction, FIVE)?;
    if MAX_EVIDENCE < claim.evidence.len() {
        return Err(EditError::TooMany { field: "position.claims.evidence", max: MAX_EVIDENCE });
    }
    claim.evidence.iter().try_for_each(|evidence| evidence.check("position.claims.evidence"))?;
    if *claim == (LevelClaim { level, ..LevelClaim::default() }) {
        section.claims.remove(idx);
    }
    Ok(())
}

pub(super) fn set_statement(
    section: &mut Position,
    field: StatementField,
) -> Result<(), EditError> {
    match field {
        StatementField::Field(text) => section.field = text,
        StatementField::Statement(text) => section.statement = text,
        StatementField::Proposition(text) => section.proposition = text,
        StatementField::PriceTier(tier) => section.price_tier = tier,
        StatementField::Slogan(text) => section.slogan = text,
    }
    check_len("position.field", &section.field, MAX_NAME)?;
    check_len("position.statement", &section.statement, MAX_TEXT)?;
    check_len("position.proposition", &section.proposition, MAX_TEXT)?;
    check_len("position.slogan", &section.slogan, MAX_NAME)
}

pub(super) fn set_face(section: &mut Position, kind: FaceKind, change: impl FnOnce(&mut Face)) {
    let idx = section.faces.iter().position(|face| face.kind == kind).unwrap_or_else(|| {
        let idx = section.faces.partition_point(|face| face.kind < kind);
        section.faces.insert(idx, Face { kind, ..Face::default() });
        idx
    });
    change(&mut section.faces[idx]);
    if section.faces[idx] == (Face { kind, ..Face::default() }) {
        section.faces.remove(idx);
    }
}

pub(super) fn put(section: &mut Position, item: CurveFactor) -> Result<(), EditError> {
    check_len("position.curve.name", &item.name, MAX_NAME)?;
    check_score("position.curve.importance", item.importance, FIVE)?;
    for score in [item.today, item.target, item.industry] {
        check_score("position.curve.score", score, SCALE)?;
    }
    for score in &item.rivals {
        check_score("position.curve.score", Some(score.value), SCALE)?;
    }
    list::put(&mut section.curve, item, "position.curve", MAX)
}

pub(super) fn set_score_of(section: &mut Position, change: CurveChange) -> Result<(), EditError> {
    let CurveChange { id, field, value } = change;
    let scale = if field == CurveScore::Importance { FIVE } else { SCALE };
    check_score("position.curve.score", value, scale)?;
    let factor = list::find_mut(&mut section.curve, id)?;
    match field {
        CurveScore::Importance => factor.importance = value,
        CurveScore::Today => factor.today = value,
        CurveScore::Target => factor.target = value,
        CurveScore::Industry => factor.industry = value,
        CurveScore::Rival(of) => set_score(&mut factor.rivals, of, value),
    }
    Ok(())
}

pub(super) fn set_link(link: &mut ChainLink, field: ChainField) {
    match field {
        ChainField::Name(name) => link.name = name,
        ChainField::Who(who) => link.who = who,
        ChainField::IsOurs(is_ours) => link.is_ours = is_ours,
        ChainField::Standard(standard) => link.standard = standard,
        ChainField::State(state) => link.state = state,
        ChainField::Conforms(conforms) => link.conforms = conforms,
        ChainField::ServesNext(serves_next) => link.serves_next = serves_next,
        ChainField::Action(action) => link.action = action,
    }
}

pub(super) fn check_link(link: &ChainLink) -> Result<(), EditError> {
    check_len("position.chain.name", &link.name, MAX_NAME)?;
    check_len("position.chain.who", &link.who, MAX_NAME)?;
    check_len("position.chain.standard", &link.standard, MAX_TEXT)?;
    check_len("position.chain.state", &link.state, MAX_TEXT)
}

pub(super) fn check_change(change: &Change) -> Result<(), EditError> {
    check_len("position.changes.title", &change.title, MAX_NAME)?;
    check_len("position.changes.reason", &change.reason, MAX_TEXT)?;
    change.followers.iter().try_for_each(check_follower)
}

pub(super) fn check_follower(follower: &Follower) -> Result<(), EditError> {
    check_len("position.changes.followers.what", &follower.what, MAX_TEXT)?;
    check_len("position.changes.followers.owner", &follower.owner, 100)
}

pub(super) fn set_follower(change: &mut Change, follower: Follower) -> Result<(), EditError> {
    check_follower(&follower)?;
    let department: Department = follower.department;
    let idx = change.followers.iter().position(|old| old.department == department);
    let is_empty = follower == Follower { department, ..Follower::default() };
    match idx {
        Some(idx) if is_empty => {
            change.followers.remove(idx);
        }
        Some(idx) => change.followers[idx] = follower,
        None if is_empty => {}
        None => {
            let idx = change.followers.partition_point(|old| old.department < department);
            change.followers.insert(idx, follower);
        }
    }
    Ok(())
}
