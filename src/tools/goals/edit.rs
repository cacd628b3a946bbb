//! What a user can do to the goals.

pub mod limits;
mod recut;
#[cfg(test)]
mod tests;

use crate::base::calendar::Cut;
use crate::base::day::Month;
use crate::base::edit::{EditError, MergeKey, check_len};
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::order;
use crate::tools::goals::model::{
    Baseline, CellKey, CellRule, Goals, MonthRates, Part, PeriodRates, RatePeriod, Scenarios,
    Shape, Split, Target, YearPlan,
};

/// One change of the goals. Every variant names the fiscal year of its plan.
#[derive(Clone, Debug, PartialEq)]
pub enum GoalsEdit {
    /// Adds the plan of a year, or puts it in the place of the year's plan.
    PutPlan(Box<YearPlan>),
    /// Removes the plan of a year.
    RemovePlan {
        /// The fiscal year.
        year: i32,
    },
    /// Sets the year's amount.
    SetTarget {
        /// The fiscal year.
        year: i32,
        /// How much.
        target: Target,
    },
    /// Sets the weights.
    SetShape {
        /// The fiscal year.
        year: i32,
        /// The weights.
        shape: Shape,
    },
    /// Types over, bounds or frees cells, all in one step (a paste is one edit).
    SetCells {
        /// The fiscal year.
        year: i32,
        /// What changes; a cell that is not named stays.
        cells: Vec<CellChange>,
    },
    /// Sets what a month plans.
    SetRates {
        /// The fiscal year.
        year: i32,
        /// The month.
        month: Month,
        /// What it plans.
        rates: MonthRates,
    },
    /// Sets what any period plans.
    SetPeriodRates {
        /// The fiscal year.
        year: i32,
        /// The period.
        period: RatePeriod,
        /// What it plans; nothing takes the period out of the plan.
        rates: MonthRates,
    },
    /// Sets the three levels and which one is shown.
    SetScenarios {
        /// The fiscal year.
        year: i32,
        /// The levels.
        scenarios: Scenarios,
    },
    /// Adds a split or puts it in the place of the one with its id.
    PutSplit {
        /// The fiscal year.
        year: i32,
        /// The split.
        split: Split,
    },
    /// Adds a part to a split or puts it in the place of the one with its id.
    PutPart {
        /// The fiscal year.
        year: i32,
        /// The split.
        split: Id,
        /// The part.
        part: Part,
    },
    /// Removes a part from a split.
    RemovePart {
        /// The fiscal year.
        year: i32,
        /// The split.
        split: Id,
        /// The part.
        part: Id,
    },
    /// Removes a split.
    RemoveSplit {
        /// The fiscal year.
        year: i32,
        /// The split.
        split: Id,
    },
    /// Keeps the days as they are now under a name.
    Freeze {
        /// The fiscal year.
        year: i32,
        /// The frozen version.
        baseline: Baseline,
    },
    /// Removes a frozen version.
    RemoveBaseline {
        /// The fiscal year.
        year: i32,
        /// The version.
        baseline: Id,
    },
}

/// What changes about one cell. `None` leaves a property, `Some(None)` clears it.
#[derive(Clone, Debug, PartialEq)]
pub struct CellChange {
    /// Which cell.
    pub period: CellKey,
    /// The amount it is typed over with.
    pub lock: Option<Option<i64>>,
    /// Not less than this.
    pub floor: Option<Option<i64>>,
    /// Not more than this.
    pub cap: Option<Option<i64>>,
    /// Why.
    pub note: Option<String>,
}

impl CellChange {
    /// Types a cell over, or frees it.
    pub fn lock(period: CellKey, lock: Option<i64>) -> Self {
        Self { period, lock: Some(lock), floor: None, cap: None, note: None }
    }
}

impl GoalsEdit {
    /// Carries the edit out, or changes nothing.
    ///
    /// A month, week, quarter or day that is typed over holds from then on; what is left of the
    /// target is spread anew over the other days whenever it is looked at, so nothing of that is
    /// written here. Freeing cells is never refused: it cannot make a conflict.
    ///
    /// # Errors
    ///
    /// [`EditError::Conflict`] where the target, the locks, the floors and the caps cannot hold
    /// together; the other variants where the thing is not there or a field does not take this.
    pub fn apply(self, goals: &mut Goals, cut: Cut) -> Result<(), EditError> {
        match self {
            Self::PutPlan(plan) => put_plan(goals, *plan, cut),
            Self::RemovePlan { year } => {
                plan_mut(goals, year)?;
                goals.plans.retain(|plan| plan.year != year);
                Ok(())
            }
            Self::SetTarget { year, target } => set_target(plan_mut(goals, year)?, target, cut),
            Self::SetShape { year, shape } => {
                limits::shape(&shape)?;
                plan_mut(goals, year)?.shape = shape;
                Ok(())
            }
            Self::SetCells { year, cells } => set_cells(plan_mut(goals, year)?, cells, cut),
            Self::SetRates { year, month, rates } => {
                let period = RatePeriod::Cell(CellKey::Month(month));
                set_rates(plan_mut(goals, year)?, period, rates, cut)
            }
            Self::SetPeriodRates { year, period, rates } => {
                set_rates(plan_mut(goals, year)?, period, rates, cut)
            }
            Self::SetScenarios { year, scenarios } => {
                limits::scenarios(&scenarios)?;
                plan_mut(goals, year)?.scenarios = scenarios;
                Ok(())
            }
            Self::PutSplit { year, split } => {
                limits::split(year, &split, cut)?;
                let splits = &mut plan_mut(goals, year)?.splits;
                put(splits, split, |split| split.id, "goals.plans.splits", limits::MAX_SPLITS)
            }
            Self::RemoveSplit { year, split } => {
                remove(&mut plan_mut(goals, year)?.splits, split, |split| split.id)
            }
            Self::PutPart { year, split, part } => {
                limits::part(year, &part, cut)?;
                let parts = parts_mut(goals, year, split)?;
                put(parts, part, |part| part.id, "goals.plans.splits.parts", limits::MAX_PARTS)
            }
            Self::RemovePart { year, split, part } => {
                remove(parts_mut(goals, year, split)?, part, |part| part.id)
            }
            Self::Freeze { year, baseline } => {
                limits::baseline(year, &baseline, cut)?;
                let baselines = &mut plan_mut(goals, year)?.baselines;
                let field = "goals.plans.baselines";
                put(baselines, baseline, |baseline| baseline.id, field, limits::MAX_BASELINES)
            }
            Self::RemoveBaseline { year, baseline } => {
                remove(&mut plan_mut(goals, year)?.baselines, baseline, |baseline| baseline.id)
            }
        }
    }

    /// The field that is being typed into, if it is one.
    pub fn merge_key(&self) -> Option<MergeKey> {
        let (field, of) = match self {
            Self::SetTarget { year, .. } => ("goals.plans.target", year.to_string()),
            Self::SetRates { month, .. } => ("goals.plans.rates", month.to_string()),
            Self::SetPeriodRates { year, period, .. } => {
                ("goals.plans.period_rates", format!("{year} {period}"))
            }
            Self::PutPart { part, .. } => ("goals.plans.splits.parts", part.id.to_string()),
            Self::SetCells { year, cells } => match cells.as_slice() {
                [CellChange { period, lock: None, floor: None, cap: None, note: Some(_) }] => {
                    ("goals.plans.cells.note", format!("{year} {period}"))
                }
                _ => return None,
            },
            _ => return None,
        };
        Some(MergeKey { field, of })
    }
}

fn plan_mut(goals: &mut Goals, year: i32) -> Result<&mut YearPlan, EditError> {
    let plan = goals.plans.iter_mut().find(|plan| plan.year == year);
    plan.ok_or(EditError::NoSuchPlan(year))
}

fn parts_mut(goals: &mut Goals, year: i32, id: Id) -> Result<&mut Vec<Part>, EditError> {
    let split = plan_mut(goals, year)?.splits.iter_mut().find(|split| split.id == id);
    split.map(|split| &mut split.parts).ok_or(EditError::NoSuchItem(id))
}

/// Adds an entry, or puts it in the place of the one with its id.
fn put<T>(
    list: &mut Vec<T>,
    entry: T,
    id_of: impl Fn(&T) -> Id,
    field: &'static str,
    max: usize,
) -> Result<(), EditError> {
    match list.iter().position(|other| id_of(other) == id_of(&entry)) {
        Some(idx) => list[idx] = entry,
        None if list.len() < max => list.push(entry),
        None => return Err(EditError::TooMany { field, max }),
    }
    Ok(())
}

fn remove<T>(list: &mut Vec<T>, id: Id, id_of: impl Fn(&T) -> Id) -> Result<(), EditError> {
    let idx = list.iter().position(|entry| id_of(entry) == id);
    list.remove(idx.ok_or(EditError::NoSuchItem(id))?);
    Ok(())
}

fn put_plan(goals: &mut Goals, mut plan: YearPlan, cut: Cut) -> Result<(), EditError> {
    for rule in &mut plan.cells {
        rule.period = rule.period.normal(cut);
    }
    limits::plan(&plan, cut)?;
    plan.check_bounds(cut)?;
    match goals.plans.binary_search_by_key(&plan.year, |other| other.year) {
        Ok(idx) => goals.plans[idx] = plan,
        Err(idx) => {
            limits::count("goals.plans", goals.plans.len() + 1, limits::MAX_PLANS)?;
            goals.plans.insert(idx, plan);
        }
    }
    Ok(())
}

fn set_rates(
    plan: &mut YearPlan,
    period: RatePeriod,
    rates: MonthRates,
    cut: Cut,
) -> Result<(), EditError> {
    limits::rates(&rates)?;
    if let RatePeriod::Cell(CellKey::Month(month)) = period {
        let place = limits::month(plan.year, month, cut)?;
        // A file may hold fewer than twelve.
        plan.rates.resize_with(12, MonthRates::default);
        plan.rates[place] = rates;
        return Ok(());
    }
    let period = period.normal(cut);
    limits::rate_period(plan.year, period, cut)?;
    let found = plan.period_rates.iter().position(|own| own.period.normal(cut) == period);
    match found {
        Some(idx) if rates.is_empty() && plan.period_rates[idx].extra.is_empty() => {
            plan.period_rates.remove(idx);
        }
        Some(idx) => plan.period_rates[idx].rates = rates,
        None if rates.is_empty() => {}
        None => {
            let n_periods = plan.period_rates.len() + 1;
            limits::count("goals.plans.period_rates", n_periods, limits::MAX_RATE_PERIODS)?;
            plan.period_rates.push(PeriodRates { period, rates, extra: Extra::new() });
            order::sort_by_key(&mut plan.period_rates, |own| own.period);
        }
    }
    Ok(())
}

fn set_target(plan: &mut YearPlan, target: Target, cut: Cut) -> Result<(), EditError> {
    limits::target(target)?;
    let before = std::mem::replace(&mut plan.target, target);
    plan.check_bounds(cut).inspect_err(|_| plan.target = before)
}

fn set_cells(plan: &mut YearPlan, changes: Vec<CellChange>, cut: Cut) -> Result<(), EditError> {
    let before = plan.cells.clone();
    let outcome = change_cells(plan, changes, cut);
    if outcome.is_err() {
        plan.cells = before;
    }
    outcome
}

fn change_cells(plan: &mut YearPlan, changes: Vec<CellChange>, cut: Cut) -> Result<(), EditError> {
    let is_typed = |value: &Option<Option<i64>>| value.flatten().is_some();
    let binds = changes.iter().any(|CellChange { lock, floor, cap, .. }| {
        is_typed(lock) || is_typed(floor) || is_typed(cap)
    });
    // A file may hold the cells in any order, and weeks by another first day than the shop's now.
    for rule in &mut plan.cells {
        rule.period = rule.period.normal(cut);
    }
    order::sort_by_key(&mut plan.cells, |rule| rule.period);
    for change in changes {
        let period = change.period.normal(cut);
        check_len(
            "goals.plans.cells.note",
            change.note.as_deref().unwrap_or(""),
            limits::MAX_NOTE,
        )?;
        let found = plan.cells.binary_search_by_key(&period, |rule| rule.period);
        let idx = found.unwrap_or_else(|idx| {
            plan.cells.insert(idx, CellRule::new(period));
            idx
        });
        let rule = &mut plan.cells[idx];
        rule.lock = change.lock.unwrap_or(rule.lock);
        rule.floor = change.floor.unwrap_or(rule.floor);
        rule.cap = change.cap.unwrap_or(rule.cap);
        rule.note = change.note.unwrap_or_else(|| std::mem::take(&mut rule.note));
        if rule.is_empty() {
            plan.cells.remove(idx);
        } else {
            limits::cell(plan.year, rule, cut)?;
        }
    }
    limits::count("goals.plans.cells", plan.cells.len(), limits::MAX_CELLS)?;
    if binds { plan.check_bounds(cut) } else { Ok(()) }
}
