//! The plans when the shop comes to cut its time in another way.

use crate::base::calendar::Cut;
use crate::base::day::{Day, Month};
use crate::base::edit::{EditError, PlanConflict};
use crate::base::order;
use crate::base::span::Span;
use crate::base::spread::{Bound, Conflict};
use crate::tools::goals::model::{CellKey, CellRule, GoalUnit, Goals, RatePeriod, YearPlan};

impl Goals {
    /// Follows a new first day of the week or first month of the year.
    ///
    /// A cell of a week becomes the week that has the middle of its days, so that setting the
    /// week back brings every cell back. What a month plans stays with its calendar month, and a
    /// frozen version with its days. Months and days are what they were; a quarter keeps its
    /// number, and with it has other months.
    ///
    /// # Errors
    ///
    /// [`EditError::PlanConflict`] where two cells become one, or where locks, floors and caps
    /// that held cannot hold on their new days: with the smallest set that conflicts.
    pub fn recut(&mut self, old: Cut, new: Cut) -> Result<(), EditError> {
        for plan in &mut self.plans {
            let held = plan.check_bounds(old).is_ok();
            recut_plan(plan, old, new)?;
            if let (true, Err(EditError::Conflict(conflict))) = (held, plan.check_bounds(new)) {
                return Err(refusal(plan, *conflict));
            }
        }
        Ok(())
    }
}

fn refusal(plan: &YearPlan, conflict: Conflict) -> EditError {
    let is_money = plan.unit == GoalUnit::Sales;
    EditError::PlanConflict(Box::new(PlanConflict { year: plan.year, is_money, conflict }))
}

fn recut_plan(plan: &mut YearPlan, old: Cut, new: Cut) -> Result<(), EditError> {
    if old.week_start != new.week_start {
        for rule in &mut plan.cells {
            if let CellKey::Week(day) = rule.period {
                rule.period = CellKey::Week(new.week_of(middle(plan.year, day, old)));
            }
        }
        for own in &mut plan.period_rates {
            if let RatePeriod::Cell(CellKey::Week(day)) = own.period {
                let week = new.week_of(middle(plan.year, day, old));
                own.period = RatePeriod::Cell(CellKey::Week(week));
            }
        }
        order::sort_by_key(&mut plan.period_rates, |own| own.period);
        // Of two weeks that become one, the first one's rates stay.
        plan.period_rates.dedup_by_key(|own| own.period);
        order::sort_by_key(&mut plan.cells, |rule| rule.period);
        plan.cells.dedup();
        let twice = plan.cells.windows(2).find(|pair| pair[0].period == pair[1].period);
        if let Some([one, other]) = twice {
            let conflict = both(one, other, plan.year, new);
            return Err(refusal(plan, conflict));
        }
    }
    if old.fiscal_start != new.fiscal_start {
        let number = |month: Month| month.ym().1;
        let before: Vec<_> = old.months(plan.year).map(number).into_iter().collect();
        let rates = std::mem::take(&mut plan.rates);
        plan.rates = new
            .months(plan.year)
            .map(|month| {
                let idx = before.iter().position(|&other| other == number(month));
                idx.and_then(|idx| rates.get(idx)).cloned().unwrap_or_default()
            })
            .to_vec();
        let (was, is) = (old.year(plan.year).from(), new.year(plan.year).from());
        for version in &mut plan.baselines {
            version.from = Some(version.from.unwrap_or(was)).filter(|&from| from != is);
        }
    }
    Ok(())
}

/// The middle of a week's days that are in the year.
fn middle(year: i32, week: Day, cut: Cut) -> Day {
    let first = cut.week_of(week);
    let days = Span::new(first, first + 6);
    let own = days.overlap(cut.year(year)).unwrap_or(days);
    own.from() + (own.n_days() as i32 - 1) / 2
}

/// Two cells that have become one and do not say the same.
fn both(one: &CellRule, other: &CellRule, year: i32, cut: Cut) -> Conflict {
    let span = one.period.span(year, cut).unwrap_or_else(|| cut.year(year));
    let bound = |rule: &CellRule| match rule.lock {
        Some(amount) => Bound::lock(span, amount),
        None => Bound { span, at_least: rule.floor, at_most: rule.cap },
    };
    let apart = one.lock.unwrap_or(0) - other.lock.unwrap_or(0);
    Conflict { members: vec![bound(one), bound(other)], by: apart.abs().max(1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::calendar::WeekStart;
    use crate::base::extra::Extra;
    use crate::base::id::Id;
    use crate::base::ratio::Ratio;
    use crate::tools::goals::model::{Baseline, Target};

    const MONDAY: Cut = Cut { fiscal_start: 1, week_start: WeekStart::Monday };
    const SUNDAY: Cut = Cut { fiscal_start: 1, week_start: WeekStart::Sunday };
    const APRIL: Cut = Cut { fiscal_start: 4, week_start: WeekStart::Monday };

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn goals(year: i32, locks: &[(CellKey, i64)]) -> Goals {
        let target = Target::Amount(1_000_000);
        let mut plan = YearPlan::new(Id::from_bits(1), year, GoalUnit::Sales, target);
        let rule = |&(key, amount)| CellRule { lock: Some(amount), ..CellRule::new(key) };
        plan.cells = locks.iter().map(rule).collect();
        Goals { plans: vec![plan], ..Goals::default() }
    }

    #[test]
    fn weeks_move_by_a_day_and_come_back() {
        let weeks = MONDAY.weeks(MONDAY.year(2026));
        let locks: Vec<_> =
            weeks.iter().map(|week| (CellKey::Week(MONDAY.week_of(week.from())), 10)).collect();
        let mut goals = goals(2026, &locks[..52]);
        let before = goals.clone();
        goals.recut(MONDAY, SUNDAY).unwrap();
        // 2026 begins on a Thursday: its first week of Monday 29 December is one of Sunday 28.
        assert_eq!(goals.plans[0].cells[0].period, CellKey::Week(day("2025-12-28")));
        assert_eq!(goals.plans[0].cells[1].period, CellKey::Week(day("2026-01-04")));
        goals.recut(SUNDAY, MONDAY).unwrap();
        assert_eq!(goals, before);
    }

    #[test]
    fn a_week_that_moves_out_of_its_month_is_refused_with_what_it_meets() {
        // The week of Monday 2 November is in November; that of Sunday 1 as well. The week of
        // Monday 30 November has one day of it; of Sunday 29 November it has two.
        let (november, december) = (Month::new(2026, 11), Month::new(2026, 12));
        let week = CellKey::Week(day("2026-11-02"));
        let rest = CellKey::Day(day("2026-11-01"));
        let locks = [(CellKey::Month(november), 100), (week, 90), (rest, 9)];
        let mut fine = goals(2026, &locks);
        assert_eq!(fine.plans[0].check_bounds(MONDAY), Ok(()));
        // Sunday 1 November has 9; the week of Sunday 1 has 90 with it: both can hold.
        fine.recut(MONDAY, SUNDAY).unwrap();

        let week = CellKey::Week(day("2026-11-23"));
        let locks =
            [(CellKey::Day(day("2026-11-22")), 50), (week, 40), (CellKey::Month(december), 9)];
        let mut goals = goals(2026, &locks);
        let error = goals.recut(MONDAY, SUNDAY).unwrap_err();
        let EditError::PlanConflict(found) = error else { panic!("{error:?}") };
        assert_eq!((found.year, found.is_money, found.conflict.by), (2026, true, 10));
        let sunday = Bound::lock(Span::day(day("2026-11-22")), 50);
        let moved = Bound::lock(Span::new(day("2026-11-22"), day("2026-11-28")), 40);
        assert_eq!(found.conflict.members.len(), 2);
        assert!(found.conflict.members.contains(&sunday));
        assert!(found.conflict.members.contains(&moved));
    }

    #[test]
    fn two_weeks_that_become_one_are_refused() {
        // 2023 begins on a Sunday: its week of Monday 26 December has that day alone.
        let (first, second) = (CellKey::Week(day("2022-12-26")), CellKey::Week(day("2023-01-02")));
        let mut goals = goals(2023, &[(first, 100), (second, 70)]);
        let EditError::PlanConflict(found) = goals.recut(MONDAY, SUNDAY).unwrap_err() else {
            panic!("another error");
        };
        assert_eq!(found.conflict.by, 30);
    }

    #[test]
    fn rates_stay_with_their_months_and_versions_with_their_days() {
        let mut goals = goals(2026, &[]);
        let plan = &mut goals.plans[0];
        plan.rates[10].cvr = Some(Ratio::from_bp(500));
        plan.baselines.push(Baseline {
            id: Id::from_bits(2),
            name: String::new(),
            at: day("2026-01-01"),
            from: None,
            days: (0..365).collect(),
            extra: Extra::new(),
        });
        let before = goals.clone();
        goals.recut(MONDAY, APRIL).unwrap();
        let plan = &goals.plans[0];
        // November is the eighth month of a year that begins in April.
        assert_eq!(plan.rates[7].cvr, Some(Ratio::from_bp(500)));
        let days = plan.baselines[0].on(APRIL.year(2026));
        // 1 April is the 91st day of 2026; 2027 was not frozen.
        assert_eq!((days[0], days[274], days[275]), (Some(90), Some(364), None));
        goals.recut(APRIL, MONDAY).unwrap();
        assert_eq!(goals, before);
    }
}
