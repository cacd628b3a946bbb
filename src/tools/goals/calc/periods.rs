//! A plan's year, cut into quarters, months, weeks or days.

use std::collections::BTreeMap;

use crate::base::calendar::Cut;
use crate::base::span::Span;
use crate::tools::goals::calc::breakdown::Breakdown;
use crate::tools::goals::model::{CellKey, CellRule, YearPlan};

/// Into what the year is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// Four quarters.
    Quarter,
    /// Twelve months.
    Month,
    /// The weeks that have a day in the year; the first and last are cut at its ends.
    Week,
    /// All days.
    Day,
}

/// How free a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hold {
    /// It follows from the others.
    Free,
    /// It has a floor, a cap or both.
    Bounded,
    /// It was typed over.
    Locked,
}

/// One cell of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    /// Its name in the plan.
    pub key: CellKey,
    /// Its days in the year.
    pub span: Span,
    /// What they add up to, in the plan's unit.
    pub amount: i64,
    /// What was said about it.
    pub rule: Option<CellRule>,
    /// How many other cells that were typed over or bounded lie within it.
    pub n_rules_inside: usize,
}

impl Period {
    /// How free the cell is.
    pub fn hold(&self) -> Hold {
        match &self.rule {
            Some(CellRule { lock: Some(_), .. }) => Hold::Locked,
            Some(rule) if rule.floor.is_some() || rule.cap.is_some() => Hold::Bounded,
            _ => Hold::Free,
        }
    }
}

/// The names of a year's cells, in order.
pub fn keys(year: i32, level: Level, cut: Cut) -> Vec<CellKey> {
    match level {
        Level::Quarter => (0..4).map(CellKey::Quarter).collect(),
        Level::Month => cut.months(year).map(CellKey::Month).to_vec(),
        Level::Week => {
            let weeks = cut.weeks(cut.year(year));
            weeks.into_iter().map(|week| CellKey::Week(cut.week_of(week.from()))).collect()
        }
        Level::Day => cut.year(year).days().map(CellKey::Day).collect(),
    }
}

/// The year's cells with their amounts and rules, in order.
pub fn periods(plan: &YearPlan, breakdown: &Breakdown, level: Level, cut: Cut) -> Vec<Period> {
    let rules: BTreeMap<CellKey, (&CellRule, Span)> = plan
        .cells
        .iter()
        .filter_map(|rule| {
            Some((rule.period.normal(cut), (rule, rule.period.span(plan.year, cut)?)))
        })
        .collect();
    let binds = |rule: &CellRule| rule.lock.is_some() || rule.floor.is_some() || rule.cap.is_some();
    let is_within =
        |inner: Span, outer: Span| inner != outer && inner.overlap(outer) == Some(inner);
    let period = |key: CellKey| {
        let span = key.span(plan.year, cut)?;
        let n_rules_inside = match level {
            Level::Day => 0,
            _ => rules
                .values()
                .filter(|(rule, inner)| binds(rule) && is_within(*inner, span))
                .count(),
        };
        let rule = rules.get(&key).map(|(rule, _)| (*rule).clone());
        Some(Period { key, span, amount: breakdown.sum(span), rule, n_rules_inside })
    };
    keys(plan.year, level, cut).into_iter().filter_map(period).collect()
}
