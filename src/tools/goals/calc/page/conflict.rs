//! Why a change was refused, in terms of the cells that the user knows, and the way out.

use crate::base::calendar::Cut;
use crate::base::order;
use crate::base::span::Span;
use crate::base::spread::{Bound, Conflict};
use crate::tools::goals::edit::{CellChange, GoalsEdit};
use crate::tools::goals::model::{CellKey, Target, YearPlan};

/// A place of the year that holds an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The whole year: its target.
    Year,
    /// A cell.
    Cell(CellKey),
    /// Days that are no cell of the page.
    Days(Span),
}

/// One side of a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// Where.
    pub place: Place,
    /// Not less than this.
    pub at_least: Option<i64>,
    /// Not more than this.
    pub at_most: Option<i64>,
}

/// A conflict as the page tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Explained {
    /// Parts that lie inside a whole ask for more than it may hold.
    TooMuch {
        /// The month, week, quarter or year.
        whole: Member,
        /// What lies inside of it.
        parts: Vec<Member>,
        /// What the parts add up to, at the least.
        sum: i64,
    },
    /// Parts that make up a whole hold less than it must.
    TooLittle {
        /// The month, week, quarter or year.
        whole: Member,
        /// What makes it up.
        parts: Vec<Member>,
        /// What the parts add up to, at the most.
        sum: i64,
    },
    /// Cells that overlap in other ways: a week against two months.
    Crossed {
        /// All of them.
        members: Vec<Member>,
    },
}

/// A change that was refused because it cannot hold with the rest.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// What was tried.
    pub changes: Vec<CellChange>,
    /// What stands against it.
    pub explained: Explained,
    /// By how much.
    pub by: i64,
}

/// Tells a conflict in the page's cells.
pub fn explain(
    plan: &YearPlan,
    cut: Cut,
    changes: Vec<CellChange>,
    conflict: &Conflict,
) -> Refusal {
    let year = cut.year(plan.year);
    let members: Vec<(Bound, Member)> = conflict
        .members
        .iter()
        .map(|bound| (*bound, member(plan, cut, year, &changes, bound)))
        .collect();
    let explained = nested(&members).unwrap_or_else(|| Explained::Crossed {
        members: members.iter().map(|(_, member)| *member).collect(),
    });
    Refusal { changes, explained, by: conflict.by }
}

fn member(plan: &YearPlan, cut: Cut, year: Span, changes: &[CellChange], bound: &Bound) -> Member {
    let named = changes.iter().map(|change| change.period);
    let place = named
        .chain(plan.cells.iter().map(|cell| cell.period))
        .find(|key| key.span(plan.year, cut) == Some(bound.span))
        .map_or(Place::Days(bound.span), Place::Cell);
    let is_total = bound.span == year && matches!(place, Place::Days(_));
    let place = if is_total { Place::Year } else { place };
    Member { place, at_least: bound.at_least, at_most: bound.at_most }
}

/// The frequent case: one cell holds all the others, and they do not overlap.
fn nested(members: &[(Bound, Member)]) -> Option<Explained> {
    let widest = members.iter().max_by_key(|(bound, _)| bound.span.n_days())?;
    let rest: Vec<&(Bound, Member)> =
        members.iter().filter(|(bound, _)| bound != &widest.0).collect();
    if rest.is_empty() || rest.len() + 1 != members.len() {
        return None;
    }
    let whole = widest.0.span;
    let is_inside = rest.iter().all(|(bound, _)| bound.span.overlap(whole) == Some(bound.span));
    let mut spans: Vec<Span> = rest.iter().map(|(bound, _)| bound.span).collect();
    order::sort(&mut spans);
    let is_apart = spans.windows(2).all(|pair| pair[0].to() < pair[1].from());
    if !is_inside || !is_apart {
        return None;
    }
    let parts: Vec<Member> = rest.iter().map(|(_, member)| *member).collect();
    let least: Option<i64> = parts.iter().map(|part| part.at_least).sum();
    if let Some((least, most)) = least.zip(widest.1.at_most)
        && most < least
    {
        return Some(Explained::TooMuch { whole: widest.1, parts, sum: least });
    }
    let is_covered = spans.iter().map(|span| span.n_days()).sum::<usize>() == whole.n_days();
    let most: Option<i64> = parts.iter().map(|part| part.at_most).sum();
    let (most, least) = most.zip(widest.1.at_least)?;
    (is_covered && most < least).then_some(Explained::TooLittle {
        whole: widest.1,
        parts,
        sum: most,
    })
}

impl Refusal {
    /// The amount that the whole would have to take for the change to hold, and where.
    pub fn way_out(&self) -> Option<(Place, i64)> {
        match &self.explained {
            Explained::TooMuch { whole, sum, .. } | Explained::TooLittle { whole, sum, .. } => {
                (!matches!(whole.place, Place::Days(_))).then_some((whole.place, *sum))
            }
            Explained::Crossed { .. } => None,
        }
    }

    /// The cells that could be freed, in order.
    pub fn cells(&self) -> Vec<CellKey> {
        let members: Vec<Member> = match &self.explained {
            Explained::TooMuch { whole, parts, .. } | Explained::TooLittle { whole, parts, .. } => {
                parts.iter().chain([whole]).copied().collect()
            }
            Explained::Crossed { members } => members.clone(),
        };
        members
            .into_iter()
            .filter_map(|member| match member.place {
                Place::Cell(key) => Some(key),
                Place::Year | Place::Days(_) => None,
            })
            .collect()
    }

    /// The edits that carry the way out and the change itself out, as one step.
    pub fn resolve(&self, plan: &YearPlan) -> Vec<GoalsEdit> {
        let year = plan.year;
        let Some((place, amount)) = self.way_out() else { return Vec::new() };
        let mut cells = self.changes.clone();
        match place {
            Place::Cell(key) => {
                cells.retain(|change| change.period != key);
                let mut change = CellChange { lock: None, ..CellChange::lock(key, None) };
                let rule = plan.cell(key);
                // A cap is moved as a cap; whatever else held the cell becomes its amount.
                if rule.is_some_and(|rule| rule.lock.is_none() && rule.cap.is_some())
                    && matches!(self.explained, Explained::TooMuch { .. })
                {
                    change.cap = Some(Some(amount));
                } else {
                    change.lock = Some(Some(amount));
                }
                cells.push(change);
                vec![GoalsEdit::SetCells { year, cells }]
            }
            Place::Year => vec![
                GoalsEdit::SetTarget { year, target: Target::Amount(amount) },
                GoalsEdit::SetCells { year, cells },
            ],
            Place::Days(_) => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::day::Month;
    use crate::base::id::Id;
    use crate::tools::goals::calc::page::table::tests::day;
    use crate::tools::goals::model::{CellRule, GoalUnit};

    fn plan(locks: &[(CellKey, i64)]) -> YearPlan {
        let target = Target::Amount(1_000_000);
        let mut plan = YearPlan::new(Id::from_bits(1), 2026, GoalUnit::Sales, target);
        for &(key, amount) in locks {
            plan.cells.push(CellRule { lock: Some(amount), ..CellRule::new(key) });
        }
        plan
    }

    fn lock(span: Span, amount: i64) -> Bound {
        Bound { span, at_least: Some(amount), at_most: Some(amount) }
    }

    #[test]
    fn days_that_ask_for_more_than_their_month_raise_it() {
        let month = CellKey::Month(Month::new(2026, 11));
        let (tenth, eleventh) = (CellKey::Day(day("2026-11-10")), CellKey::Day(day("2026-11-11")));
        let plan = plan(&[(month, 175_000), (tenth, 100_000)]);
        let changes = vec![CellChange::lock(eleventh, Some(78_400))];
        let conflict = Conflict {
            members: vec![
                lock(Span::new(day("2026-11-01"), day("2026-11-30")), 175_000),
                lock(Span::day(day("2026-11-10")), 100_000),
                lock(Span::day(day("2026-11-11")), 78_400),
            ],
            by: 3_400,
        };
        let refusal = explain(&plan, Cut::default(), changes.clone(), &conflict);
        assert_eq!(refusal.way_out(), Some((Place::Cell(month), 178_400)));
        assert_eq!(refusal.cells(), [tenth, eleventh, month]);
        let edits = refusal.resolve(&plan);
        let cells = [changes[0].clone(), CellChange::lock(month, Some(178_400))].to_vec();
        assert_eq!(edits, [GoalsEdit::SetCells { year: 2026, cells }]);
    }

    #[test]
    fn a_month_above_the_year_raises_the_target() {
        let month = CellKey::Month(Month::new(2026, 11));
        let plan = plan(&[]);
        let changes = vec![CellChange::lock(month, Some(1_200_000))];
        let year = Cut::default().year(2026);
        let conflict = Conflict {
            members: vec![
                Bound { span: year, at_least: Some(1_000_000), at_most: Some(1_000_000) },
                lock(Span::new(day("2026-11-01"), day("2026-11-30")), 1_200_000),
            ],
            by: 200_000,
        };
        let refusal = explain(&plan, Cut::default(), changes, &conflict);
        assert_eq!(refusal.way_out(), Some((Place::Year, 1_200_000)));
        let edits = refusal.resolve(&plan);
        assert_eq!(
            edits[0],
            GoalsEdit::SetTarget { year: 2026, target: Target::Amount(1_200_000) }
        );
    }

    #[test]
    fn a_week_across_two_months_is_told_member_by_member() {
        let week = CellKey::Week(day("2026-03-30"));
        let (march, april) =
            (CellKey::Month(Month::new(2026, 3)), CellKey::Month(Month::new(2026, 4)));
        let plan = plan(&[(march, 10), (april, 10)]);
        let conflict = Conflict {
            members: vec![
                lock(Span::new(day("2026-03-01"), day("2026-03-31")), 10),
                lock(Span::new(day("2026-03-30"), day("2026-04-05")), 100),
                lock(Span::new(day("2026-04-01"), day("2026-04-30")), 10),
            ],
            by: 80,
        };
        let changes = vec![CellChange::lock(week, Some(100))];
        let refusal = explain(&plan, Cut::default(), changes, &conflict);
        assert!(matches!(&refusal.explained, Explained::Crossed { members } if members.len() == 3));
        assert_eq!(refusal.way_out(), None);
        assert!(refusal.resolve(&plan).is_empty());
        assert_eq!(refusal.cells(), [march, week, april]);
    }
}
