//! What follows from the positioning, the curve, the chain and the changes.

#[cfg(test)]
mod tests;

use crate::base::id::Id;
use crate::base::ratio::Ratio;
use crate::base::score::score_of;
use crate::tools::position::model::{
    Change, CurveFactor, CurveLimits, FourAction, Level, LevelClaim, Position,
};

/// Feasibility × attraction, 1–25 (T-09, this program's measure); `None` until both are said.
pub fn claim_score(claim: &LevelClaim) -> Option<u8> {
    Some(claim.feasibility? * claim.attraction?)
}

/// The level with the highest score; `None` where no level has one, or two have the same.
pub fn best_level(position: &Position) -> Option<Level> {
    let scored = || position.claims.iter().filter_map(|c| Some((claim_score(c)?, c.level)));
    let best = scored().map(|(score, _)| score).max()?;
    let mut levels = scored().filter(|(score, _)| *score == best).map(|(_, level)| level);
    levels.next().filter(|_| levels.next().is_none())
}

/// Why an action is suggested (T-36).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Everyone whose score is known offers nothing of it, and customers want it.
    NobodyOffers,
    /// It matters little, and we score high.
    LittleWanted,
    /// It matters much, and we want to offer more than today, or a competitor does.
    MuchWanted,
    /// The target lies below today.
    TargetBelow,
    /// The target lies above today.
    TargetAbove,
}

/// A factor of the curve with what follows from its scores.
#[derive(Clone, Debug, PartialEq)]
pub struct CurveLine {
    /// Which one.
    pub id: Id,
    /// How important it is, in hundredths of a point (100–500).
    pub importance: Option<i32>,
    /// What we offer today, 0–10.
    pub today: Option<u8>,
    /// What we want to offer, 0–10.
    pub target: Option<u8>,
    /// The competitors, in their order.
    pub rivals: Vec<Option<u8>>,
    /// The industry's average.
    pub industry: Option<u8>,
    /// Target − today.
    pub delta: Option<i8>,
    /// What was decided.
    pub action: Option<FourAction>,
    /// What the rules suggest, and why.
    pub suggested: Option<(FourAction, Reason)>,
    /// Whether it matters little and we offer more of it than anybody else.
    pub is_over_delivered: bool,
}

impl CurveLine {
    /// What was decided, or else what is suggested.
    pub fn standing(&self) -> Option<FourAction> {
        self.action.or(self.suggested.map(|(action, _)| action))
    }
}

/// A factor with its scores. `importance` is what the decision factor behind it says, in
/// hundredths; the factor's own importance counts where that says nothing.
pub fn curve_line(
    factor: &CurveFactor,
    importance: Option<i32>,
    rivals: &[Id],
    limits: &CurveLimits,
) -> CurveLine {
    let importance = importance.or(factor.importance.map(|score| i32::from(score) * 100));
    let (today, target) = (factor.today, factor.target);
    let rivals: Vec<Option<u8>> = rivals.iter().map(|id| score_of(&factor.rivals, *id)).collect();
    let best = rivals.iter().copied().chain([factor.industry]).flatten().max();
    let is_little = importance.is_some_and(|value| value <= i32::from(limits.low) * 100);
    CurveLine {
        id: factor.id,
        importance,
        today,
        target,
        industry: factor.industry,
        delta: target.zip(today).map(|(target, today)| target as i8 - today as i8),
        action: factor.action,
        suggested: suggested(importance, (today, target), best, limits),
        is_over_delivered: is_little && best.is_some_and(|best| today.is_some_and(|t| best < t)),
        rivals,
    }
}

/// The rules of T-36, in this order: 创造, 剔除 or 减少, 增加; then what the target says.
fn suggested(
    importance: Option<i32>,
    (today, target): (Option<u8>, Option<u8>),
    best: Option<u8>,
    limits: &CurveLimits,
) -> Option<(FourAction, Reason)> {
    let is_little = importance.is_some_and(|value| value <= i32::from(limits.low) * 100);
    let is_much = importance.is_some_and(|value| i32::from(limits.high) * 100 <= value);
    let known = [today, best];
    let nobody_offers =
        known.iter().any(Option::is_some) && known.iter().flatten().all(|n| *n == 0);
    let wants_some = target.is_some_and(|target| 0 < target);
    if nobody_offers && (wants_some || (is_much && target.is_none())) {
        return Some((FourAction::Create, Reason::NobodyOffers));
    }
    if is_little && today.is_some_and(|today| limits.much <= today) {
        let is_out =
            target == Some(0) || (target.is_none() && importance.is_some_and(|i| i <= 100));
        let action = if is_out { FourAction::Eliminate } else { FourAction::Reduce };
        return Some((action, Reason::LittleWanted));
    }
    let today = today?;
    let goal = target.or(best);
    if is_much && goal.is_some_and(|goal| today < goal) {
        return Some((FourAction::Raise, Reason::MuchWanted));
    }
    match target?.cmp(&today) {
        std::cmp::Ordering::Less if target == Some(0) => {
            Some((FourAction::Eliminate, Reason::TargetBelow))
        }
        std::cmp::Ordering::Less => Some((FourAction::Reduce, Reason::TargetBelow)),
        std::cmp::Ordering::Greater => Some((FourAction::Raise, Reason::TargetAbove)),
        std::cmp::Ordering::Equal => None,
    }
}

/// What a curve is like as a whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// How many factors have a score.
    pub n: usize,
    /// Focus: the Gini coefficient of the scores. 0 % where all are the same, towards 100 % where
    /// one factor has everything. `None` without a score above 0.
    pub focus: Option<Ratio>,
    /// How often the curve turns from rising to falling or back.
    pub n_turns: usize,
    /// Against each competitor.
    pub rivals: Vec<Divergence>,
}

/// How far a curve lies from a competitor's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Divergence {
    /// The mean of |us − competitor| over the factors that both have a score of, in hundredths of
    /// a point, rounded half up (T-36); `None` without such a factor.
    pub distance: Option<i32>,
    /// 1 − the correlation of the two: 0 % where both go up and down together, 100 % where they
    /// have nothing to do with each other, 200 % where one goes up wherever the other goes down.
    /// `None` with fewer than three common factors, or where one curve is flat.
    pub shape: Option<Ratio>,
}

/// What our curve is like, and how far from the competitors' it lies.
pub fn figures(ours: &[Option<u8>], rivals: &[Vec<Option<u8>>]) -> Figures {
    let scores: Vec<i64> = ours.iter().flatten().map(|score| i64::from(*score)).collect();
    Figures {
        n: scores.len(),
        focus: gini(&scores),
        n_turns: turns(&scores),
        rivals: rivals.iter().map(|rival| divergence(ours, rival)).collect(),
    }
}

/// Σ|xᵢ − xⱼ| ÷ (2 n Σx) over all ordered pairs.
fn gini(scores: &[i64]) -> Option<Ratio> {
    let sum: i64 = scores.iter().sum();
    let apart: i64 = scores.iter().flat_map(|a| scores.iter().map(move |b| (a - b).abs())).sum();
    Ratio::of(apart, 2 * scores.len() as i64 * sum)
}

/// Changes of direction; a level stretch keeps the direction before it.
fn turns(scores: &[i64]) -> usize {
    let steps = scores.windows(2).map(|pair| (pair[1] - pair[0]).signum());
    let directions: Vec<i64> = steps.filter(|step| *step != 0).collect();
    directions.windows(2).filter(|pair| pair[0] != pair[1]).count()
}

fn divergence(ours: &[Option<u8>], rival: &[Option<u8>]) -> Divergence {
    let common: Vec<(i64, i64)> = ours
        .iter()
        .zip(rival)
        .filter_map(|(us, them)| Some((i64::from((*us)?), i64::from((*them)?))))
        .collect();
    let n = common.len() as i64;
    let apart: i64 = common.iter().map(|(us, them)| (us - them).abs()).sum();
    let distance = (n != 0).then(|| ((apart * 200 + n) / (2 * n)) as i32);
    Divergence { distance, shape: if n < 3 { None } else { shape(&common) } }
}

/// 1 − Pearson's correlation, in basis points. The sums are whole; only the last root is not.
fn shape(common: &[(i64, i64)]) -> Option<Ratio> {
    let n = common.len() as i64;
    let sum = |of: fn(&(i64, i64)) -> i64| -> i64 { common.iter().map(of).sum() };
    let (x, y) = (sum(|p| p.0), sum(|p| p.1));
    let covariance = n * sum(|p| p.0 * p.1) - x * y;
    let (var_x, var_y) = (n * sum(|p| p.0 * p.0) - x * x, n * sum(|p| p.1 * p.1) - y * y);
    if var_x == 0 || var_y == 0 {
        return None;
    }
    let correlation = covariance as f64 / ((var_x as f64) * (var_y as f64)).sqrt();
    Some(Ratio::from_bp(((1.0 - correlation) * 10_000.0).round() as i32))
}

/// How far a change was followed through (T-38).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    /// Departments that must change something.
    pub n_needed: usize,
    /// Those of them that have.
    pub n_done: usize,
    /// Departments of which nobody said whether they must.
    pub n_open: usize,
}

impl Followed {
    /// Done of needed; `None` where nobody must change anything.
    pub fn share(self) -> Option<Ratio> {
        Ratio::of(self.n_done as i64, self.n_needed as i64)
    }

    /// Whether every department was asked and all that must change have.
    pub fn is_closed(self) -> bool {
        self.n_open == 0 && self.n_done == self.n_needed
    }
}

/// How far a change was followed through.
pub fn followed(change: &Change) -> Followed {
    use crate::tools::position::model::Department;
    let mut all = Followed::default();
    for department in Department::ALL {
        match change.follower(department) {
            Some(one) if one.needs == Some(true) => {
                all.n_needed += 1;
                all.n_done += usize::from(one.is_done);
            }
            Some(one) if one.needs == Some(false) => {}
            _ => all.n_open += 1,
        }
    }
    all
}
