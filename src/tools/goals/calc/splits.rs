//! The plan by product, channel or owner: a second margin.

use thiserror::Error;

use crate::base::allocate::allocate;
use crate::base::calendar::Cut;
use crate::base::day::Month;
use crate::base::edit::EditError;
use crate::base::id::Id;
use crate::base::span::Span;
use crate::base::spread::matrix::{self, CellLock, Line, MatrixError, fit};
use crate::knowledge::events::EventInstance;
use crate::tools::goals::calc::breakdown::{Breakdown, breakdown, breakdown_of};
use crate::tools::goals::model::{Part, Scenario, Split, YearPlan};

/// A split's amounts by month. Every month adds up to the plan's month, every part to its share
/// of the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartMonths {
    /// The parts, in the order of the split.
    pub parts: Vec<Id>,
    /// The months of the fiscal year.
    pub months: [Month; 12],
    /// One row of twelve a part, in the plan's unit.
    pub cells: Vec<i64>,
}

impl PartMonths {
    /// The twelve months of a part; nothing for a part that is not there.
    pub fn part(&self, idx: usize) -> &[i64] {
        self.cells.get(idx * 12..(idx + 1) * 12).unwrap_or_default()
    }

    /// What each part comes to in the year.
    pub fn totals(&self) -> Vec<i64> {
        self.cells.chunks(12).map(|months| months.iter().sum()).collect()
    }
}

/// A split's amounts by day. Every day adds up to the plan's day, every month of a part to the
/// part's month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartDays {
    /// The days of the fiscal year.
    pub year: Span,
    /// One row of all days a part, in the plan's unit.
    pub cells: Vec<i64>,
}

impl PartDays {
    /// [`part_days`] into the memory of an earlier one. After an error the cells mean nothing.
    ///
    /// # Errors
    ///
    /// As [`part_days`].
    pub fn fill(&mut self, by_month: &PartMonths, breakdown: &Breakdown) -> Result<(), SplitError> {
        let year = breakdown.year;
        let (n_parts, n_days) = (by_month.parts.len(), year.n_days());
        self.year = year;
        self.cells.clear();
        self.cells.resize(n_parts * n_days, 0);
        if n_parts == 0 {
            return Ok(());
        }
        let (mut rows, mut block) = (Vec::new(), Vec::new());
        for (place, month) in by_month.months.iter().enumerate() {
            let Some(span) = Span::new(month.first(), month.last()).overlap(year) else { continue };
            let first = (span.from() - year.from()) as usize;
            let days = &breakdown.days[first..first + span.n_days()];
            rows.clear();
            rows.extend(by_month.cells.iter().skip(place).step_by(12));
            matrix::split_into(&rows, days, &mut block).map_err(SplitError::Table)?;
            for (own, part) in self.cells.chunks_mut(n_days).zip(block.chunks(days.len())) {
                own[first..first + part.len()].copy_from_slice(part);
            }
        }
        Ok(())
    }

    /// The days of a part; nothing for a part that is not there.
    pub fn part(&self, idx: usize) -> &[i64] {
        let n_days = self.year.n_days();
        self.cells.get(idx * n_days..(idx + 1) * n_days).unwrap_or_default()
    }
}

/// Why a split could not be worked out.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SplitError {
    /// A part's locked months come to more than its share of the year.
    #[error("the locked months of the part {part} come to {by} more than its share")]
    PartOver {
        /// The part.
        part: Id,
        /// By how much.
        by: i64,
    },
    /// The parts locked in a month come to more than the month.
    #[error("the parts locked in {month} come to {by} more than the month")]
    MonthOver {
        /// The month.
        month: Month,
        /// By how much.
        by: i64,
    },
    /// What is locked leaves some parts with more than the months open to them can take.
    #[error("{} parts need {by} more than {} months have left", parts.len(), months.len())]
    Short {
        /// The parts.
        parts: Vec<Id>,
        /// All months in which these have a cell that is not locked; may be none.
        months: Vec<Month>,
        /// By how much.
        by: i64,
    },
    /// The plan itself cannot hold.
    #[error(transparent)]
    Plan(#[from] EditError),
    /// Gains and losses are mixed, or an amount is beyond the limit.
    #[error(transparent)]
    Table(MatrixError),
}

/// A split by month in the scenario that the plan shows.
///
/// # Errors
///
/// See [`SplitError`]; locks are of the target's amounts, so conflicts are told in these.
pub fn shown_months(
    plan: &YearPlan,
    split: &Split,
    events: &[EventInstance],
    cut: Cut,
) -> Result<PartMonths, SplitError> {
    let target = breakdown_of(plan, Scenario::Target, events, cut)?;
    let months = part_months(plan, split, &target, cut)?;
    if plan.scenarios.shown == Scenario::Target {
        return Ok(months);
    }
    in_scenario(&months, &breakdown(plan, events, cut)?)
}

/// A split of the target by month: each part's share of the year goes by its weight, and over the
/// months as the plan does; locked cells hold, and the other cells of their part and month give
/// way in proportion.
///
/// * `target`: the plan's days in [`Scenario::Target`], in which locks are typed.
///
/// # Errors
///
/// See [`SplitError`].
pub fn part_months(
    plan: &YearPlan,
    split: &Split,
    target: &Breakdown,
    cut: Cut,
) -> Result<PartMonths, SplitError> {
    let months = cut.months(plan.year);
    let cols = month_sums(target, months);
    let rows = part_totals(target.total(), &split.parts);
    let parts: Vec<Id> = split.parts.iter().map(|part| part.id).collect();
    let locks = cell_locks(&split.parts, months);
    let cells = if parts.is_empty() {
        Ok(Vec::new())
    } else if locks.is_empty() {
        matrix::split(&rows, &cols)
    } else {
        // Both margins carry the proportions; any table of rank one fits to the same.
        fit(&rows, &cols, &vec![1; rows.len() * 12], &locks)
    };
    let cells = cells.map_err(|error| refusal(error, &parts, months))?;
    Ok(PartMonths { parts, months, cells })
}

/// The target's split, moved to the days of another scenario with both margins exact.
///
/// # Errors
///
/// [`SplitError::Table`] where gains and losses are mixed.
pub fn in_scenario(target: &PartMonths, shown: &Breakdown) -> Result<PartMonths, SplitError> {
    let months = target.months;
    let cells = if target.parts.is_empty() {
        Vec::new()
    } else {
        let weights: Vec<u64> = target.totals().iter().map(|total| total.unsigned_abs()).collect();
        let rows = allocate(shown.total(), &weights).unwrap_or_else(|_| vec![0; weights.len()]);
        let weights: Vec<u64> = target.cells.iter().map(|cell| cell.unsigned_abs()).collect();
        let cells = fit(&rows, &month_sums(shown, months), &weights, &[]);
        cells.map_err(|error| refusal(error, &target.parts, months))?
    };
    Ok(PartMonths { cells, ..target.clone() })
}

/// A split by day: each month of a part is shared over the month's days as the plan does. One
/// pass over parts × days.
///
/// # Errors
///
/// [`SplitError::Table`] where `by_month` is not of this breakdown.
pub fn part_days(by_month: &PartMonths, breakdown: &Breakdown) -> Result<PartDays, SplitError> {
    let mut days = PartDays { year: breakdown.year, cells: Vec::new() };
    days.fill(by_month, breakdown)?;
    Ok(days)
}

pub(super) fn month_sums(breakdown: &Breakdown, months: [Month; 12]) -> Vec<i64> {
    months.iter().map(|month| breakdown.sum(Span::new(month.first(), month.last()))).collect()
}

/// What each part comes to in the year: by weight, evenly where nothing has weight.
pub(super) fn part_totals(total: i64, parts: &[Part]) -> Vec<i64> {
    let weights: Vec<u64> = parts.iter().map(|part| part.weight.into()).collect();
    allocate(total, &weights)
        .or_else(|_| allocate(total, &vec![1; weights.len()]))
        .unwrap_or_default()
}

pub(super) fn cell_locks(parts: &[Part], months: [Month; 12]) -> Vec<CellLock> {
    let mut locks = Vec::new();
    for (row, part) in parts.iter().enumerate() {
        for lock in &part.locks {
            // A lock of another year's month (the fiscal year was moved) asks for nothing.
            let col = months.iter().position(|&month| month == lock.month);
            locks.extend(col.map(|col| CellLock { row, col, amount: lock.amount }));
        }
    }
    locks
}

/// The matrix's rows and columns by their names.
fn refusal(error: MatrixError, parts: &[Id], months: [Month; 12]) -> SplitError {
    match error {
        MatrixError::Over { line: Line::Row(row), by } => {
            SplitError::PartOver { part: parts[row], by }
        }
        MatrixError::Over { line: Line::Col(col), by } => {
            SplitError::MonthOver { month: months[col], by }
        }
        MatrixError::Short { rows, cols, by } => SplitError::Short {
            parts: rows.into_iter().map(|row| parts[row]).collect(),
            months: cols.into_iter().map(|col| months[col]).collect(),
            by,
        },
        other => SplitError::Table(other),
    }
}
