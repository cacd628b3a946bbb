//! The set-up form: what was typed so far, and the edit that it becomes.

use crate::base::id::Id;
use crate::base::ratio::Ratio;
use crate::tools::goals::edit::GoalsEdit;
use crate::tools::goals::model::{GoalUnit, Shape, Target, YearPlan};

/// How the target is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Typed.
    Amount,
    /// Last year's actual × growth.
    Growth,
}

/// The form as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The fiscal year.
    pub year: i32,
    /// What is counted.
    pub unit: GoalUnit,
    /// How the target is given.
    pub mode: Mode,
    /// The typed target.
    pub amount: Option<i64>,
    /// Last year's actual.
    pub base: Option<i64>,
    /// How much more than that.
    pub growth: Ratio,
}

/// A growth to begin with: 10 %.
const GROWTH: Ratio = Ratio::from_bp(1_000);

impl Draft {
    /// The form for a year without a plan; with a full last year, growth is offered first.
    pub fn new(year: i32, last_year: Option<i64>) -> Self {
        let mode = if last_year.is_some() { Mode::Growth } else { Mode::Amount };
        Self { year, unit: GoalUnit::Sales, mode, amount: None, base: last_year, growth: GROWTH }
    }

    /// The form for a plan.
    pub fn of(plan: &YearPlan, last_year: Option<i64>) -> Self {
        let draft = Self {
            year: plan.year,
            unit: plan.unit,
            mode: Mode::Amount,
            amount: Some(plan.total()),
            base: last_year,
            growth: GROWTH,
        };
        match plan.target {
            Target::Amount(_) => draft,
            Target::Growth { base, growth } => {
                Self { mode: Mode::Growth, base: Some(base), growth, ..draft }
            }
        }
    }

    /// The target, where the form says enough.
    pub fn target(&self) -> Option<Target> {
        match self.mode {
            Mode::Amount => self.amount.map(Target::Amount),
            Mode::Growth => self.base.map(|base| Target::Growth { base, growth: self.growth }),
        }
    }

    /// The edit that carries the form out: a target for a plan that stays, a new plan where the
    /// year has none or where its unit changes, since amounts of another unit mean nothing then.
    /// `shape` is that of a new plan.
    pub fn edit(&self, plan: Option<&YearPlan>, id: Id, shape: Shape) -> Option<GoalsEdit> {
        let target = self.target()?;
        match plan {
            Some(plan) if plan.unit == self.unit => {
                Some(GoalsEdit::SetTarget { year: self.year, target })
            }
            Some(plan) => {
                let new = YearPlan::new(plan.id, self.year, self.unit, target);
                Some(GoalsEdit::PutPlan(Box::new(YearPlan {
                    shape: plan.shape.clone(),
                    scenarios: plan.scenarios.clone(),
                    extra: plan.extra.clone(),
                    ..new
                })))
            }
            None => {
                let new = YearPlan::new(id, self.year, self.unit, target);
                Some(GoalsEdit::PutPlan(Box::new(YearPlan { shape, ..new })))
            }
        }
    }
}

/// A weight as the page writes it: 10,000 is 100.
pub fn weight_percent(weight: u32) -> Ratio {
    Ratio::from_bp(i32::try_from(weight).unwrap_or(i32::MAX))
}

/// A weight that was typed as a percentage; nothing below zero.
pub fn weight_of(ratio: Ratio) -> Option<u32> {
    u32::try_from(ratio.bp()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_year_takes_growth_when_last_year_is_known() {
        let id = Id::from_bits(7);
        assert_eq!(Draft::new(2026, None).edit(None, id, Shape::default()), None);
        let draft = Draft { growth: Ratio::from_bp(1_678), ..Draft::new(2026, Some(100_000)) };
        let Some(GoalsEdit::PutPlan(plan)) = draft.edit(None, id, Shape::default()) else {
            panic!("no plan");
        };
        assert_eq!(plan.total(), 116_780);
        assert_eq!(Draft::of(&plan, None), Draft { amount: Some(116_780), ..draft });
    }

    #[test]
    fn another_unit_begins_anew_and_keeps_the_shape() {
        let id = Id::from_bits(7);
        let mut plan = YearPlan::new(id, 2026, GoalUnit::Sales, Target::Amount(100));
        plan.shape.months[0] = 12_345;
        let same = Draft { amount: Some(200), ..Draft::of(&plan, None) };
        assert_eq!(
            same.edit(Some(&plan), id, Shape::default()),
            Some(GoalsEdit::SetTarget { year: 2026, target: Target::Amount(200) })
        );
        let units = Draft { unit: GoalUnit::Units, ..same };
        let Some(GoalsEdit::PutPlan(new)) = units.edit(Some(&plan), id, Shape::default()) else {
            panic!("no plan");
        };
        assert_eq!((new.unit, new.total(), new.shape.months[0]), (GoalUnit::Units, 200, 12_345));
    }
}
