//! What follows from the scores of the decision factors (T-17) and from the shop's days.
//!
//! Scores are whole, 1–5. Whatever is a mean of them counts in hundredths, rounded half up, so
//! that nothing here is a float.

use crate::base::id::Id;
use crate::base::order::sort_by_key;
use crate::base::ratio::Ratio;
use crate::base::score::score_of;
use crate::base::span::Span;
use crate::facts::set::FactSet;
use crate::knowledge::factors::{FUNNEL, Stage};
use crate::tools::journey::model::{Factor, FactorAction, FactorLimits, Journey};

mod stages;

pub use self::stages::{MoodFinding, Shown, mood_finding, mood_scores, shown_views, toggled};

/// 1 in hundredths.
pub const ONE: i32 = 100;

/// With whose eyes the factors are looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lens {
    /// All personas by their weights, in basis points; where all are 0, each counts the same.
    All(Vec<(Id, u32)>),
    /// One persona.
    One(Id),
}

/// How important a factor is, in hundredths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Importance {
    /// 100–500.
    pub value: i32,
    /// How many personas it is the mean of; 0 where it was typed.
    pub n_personas: usize,
}

/// The importance of a factor: what the persona says, else what is said of customers as a whole.
/// Through the eyes of all it is the mean of that by the personas' weights.
pub fn importance(factor: &Factor, lens: &Lens) -> Option<Importance> {
    let general = || {
        let score = factor.importance?;
        Some(Importance { value: i32::from(score) * ONE, n_personas: 0 })
    };
    let all = match lens {
        Lens::One(persona) => {
            return match score_of(&factor.personas, *persona) {
                Some(score) => Some(Importance { value: i32::from(score) * ONE, n_personas: 0 }),
                None => general(),
            };
        }
        Lens::All(all) => all,
    };
    if !all.iter().any(|(id, _)| score_of(&factor.personas, *id).is_some()) {
        return general();
    }
    let is_even = all.iter().all(|(_, weight)| *weight == 0);
    let (mut sum, mut weights, mut n_personas) = (0_u64, 0_u64, 0);
    for (id, weight) in all {
        let weight = if is_even { 1 } else { u64::from(*weight) };
        let score = score_of(&factor.personas, *id).or(factor.importance);
        if let Some(score) = score.filter(|_| weight != 0) {
            sum += weight * u64::from(score) * ONE as u64;
            weights += weight;
            n_personas += 1;
        }
    }
    if weights == 0 {
        return general();
    }
    let value = (sum + weights / 2) / weights;
    Some(Importance { value: i32::try_from(value).unwrap_or(i32::MAX), n_personas })
}

/// One factor with what follows from its scores.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Which one.
    pub id: Id,
    /// Where it counts.
    pub stage: Stage,
    /// How important it is.
    pub importance: Option<Importance>,
    /// How well we do it, 1–5.
    pub own: Option<u8>,
    /// Importance − own performance in hundredths; more than 0 where customers want more.
    pub gap: Option<i32>,
    /// How much we spend on it, 1–5.
    pub effort: Option<u8>,
    /// The competitors' scores, in the order of the competitors.
    pub rivals: Vec<Option<u8>>,
    /// What was decided.
    pub action: Option<FactorAction>,
    /// What the rules suggest.
    pub suggested: Option<FactorAction>,
    /// In how many notes of visits it decided.
    pub n_visits: usize,
}

impl Line {
    /// Importance × gap in ten-thousandths: what the list of breakthroughs is sorted by.
    pub fn urgency(&self) -> i64 {
        let value = self.importance.map_or(0, |importance| importance.value);
        i64::from(value) * i64::from(self.gap.unwrap_or(0))
    }

    /// The best competitor's lead over us in points; none where nobody leads.
    pub fn lead(&self) -> Option<u8> {
        let best = self.rivals.iter().flatten().max()?;
        best.checked_sub(self.own?).filter(|lead| *lead != 0)
    }
}

/// Every factor, by stage and within it in the user's order.
pub fn lines(journey: &Journey, lens: &Lens, rivals: &[Id]) -> Vec<Line> {
    let mut lines = Vec::with_capacity(journey.factors.len());
    for stage in Stage::ALL {
        for factor in journey.factors.iter().filter(|factor| factor.stage == stage) {
            let importance = importance(factor, lens);
            let own = factor.own;
            let gap = match (importance, own) {
                (Some(importance), Some(own)) => Some(importance.value - i32::from(own) * ONE),
                _ => None,
            };
            let deciding = journey.visits.iter().filter(|visit| visit.factor == Some(factor.id));
            lines.push(Line {
                id: factor.id,
                stage,
                importance,
                own,
                gap,
                effort: factor.effort,
                rivals: rivals.iter().map(|id| score_of(&factor.rivals, *id)).collect(),
                action: factor.action,
                suggested: suggested(importance, gap, factor.effort, &journey.limits),
                n_visits: deciding.count(),
            });
        }
    }
    lines
}

/// What the rules of T-17 say: 减少或砍掉 where the importance is low and the effort high (砍掉
/// at the lowest importance), 加大投入 where it is not low and customers want more than they get,
/// else 保持. Nothing without an importance.
fn suggested(
    importance: Option<Importance>,
    gap: Option<i32>,
    effort: Option<u8>,
    limits: &FactorLimits,
) -> Option<FactorAction> {
    let value = importance?.value;
    if value <= i32::from(limits.low) * ONE {
        let is_dear = effort.is_some_and(|effort| limits.effort <= effort);
        return Some(match (is_dear, value <= ONE) {
            (true, true) => FactorAction::Cut,
            (true, false) => FactorAction::Reduce,
            (false, _) => FactorAction::Keep,
        });
    }
    Some(if 0 < gap? { FactorAction::Raise } else { FactorAction::Keep })
}

/// 重点突破: the factors with the greatest importance × gap, as many as the limits say. Equal ones
/// stay in the order of the lines.
pub fn breakthroughs(lines: &[Line], limits: &FactorLimits) -> Vec<Line> {
    let raise = Some(FactorAction::Raise);
    let mut found: Vec<(usize, &Line)> =
        lines.iter().enumerate().filter(|(_, line)| line.suggested == raise).collect();
    sort_by_key(&mut found, |(_, line)| -line.urgency());
    found.truncate(limits.top.into());
    found.into_iter().map(|(_, line)| line.clone()).collect()
}

/// 减少或砍掉: what customers do not value and we spend on, the greatest effort first.
pub fn savings(lines: &[Line]) -> Vec<Line> {
    let is_meant =
        |line: &Line| matches!(line.suggested, Some(FactorAction::Reduce | FactorAction::Cut));
    let mut found: Vec<(usize, &Line)> =
        lines.iter().enumerate().filter(|(_, line)| is_meant(line)).collect();
    let key = |line: &Line| (5 - line.effort.unwrap_or(0).min(5), line.importance.map(|i| i.value));
    sort_by_key(&mut found, |(_, line)| key(line));
    found.into_iter().map(|(_, line)| line.clone()).collect()
}

/// One step of the funnel over some days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FunnelRow {
    /// How many; `None` where no file says it.
    pub n: Option<i64>,
    /// Of the step before that has a number.
    pub rate: Option<Ratio>,
}

/// The steps of [`FUNNEL`] over a span of days. Visitors and buyers of several days are people ×
/// days, as the source of the files counts them; the rate is between neighbours that have numbers.
pub fn funnel(facts: &FactSet, span: Span) -> [FunnelRow; 6] {
    let mut before = None;
    FUNNEL.map(|step| {
        let n = step.metric.and_then(|key| facts.aggregate(key, span));
        let rate = n.zip(before).and_then(|(n, before)| Ratio::of(n, before));
        before = n.or(before);
        FunnelRow { n, rate }
    })
}

/// The last days of which there are facts, `n_days` of them at the most.
pub fn latest(facts: &FactSet, n_days: i32) -> Option<Span> {
    let all = facts.span()?;
    Some(Span::new(all.from().max(all.to() - (n_days - 1)), all.to()))
}

#[cfg(test)]
mod tests;
