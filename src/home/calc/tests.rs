//! One month worked by hand: July 2026 has none of the trade's events, so that all of its days
//! weigh the same.

use super::*;
use crate::base::causes::Causes;
use crate::base::day::Month;
use crate::base::id::Id;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::facts::chunk::Chunk;
use crate::facts::set::FactSet;
use crate::home::calc::gaps::{Cause, Factor};
use crate::home::calc::result::Reference;
use crate::tools::goals::model::{CellKey, CellRule, Goals, Target, YearPlan};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn july(date: u8) -> Day {
    Day::new(2026, 7, date).unwrap()
}

/// ¥31,000 for July, ¥1,000 a day.
fn goals() -> Goals {
    let mut plan =
        YearPlan::new(Id::from_bits(1), 2026, GoalUnit::Sales, Target::Amount(36_500_000));
    let july = CellKey::Month(Month::new(2026, 7));
    plan.cells.push(CellRule { lock: Some(3_100_000), ..CellRule::new(july) });
    Goals { plans: vec![plan], ..Goals::default() }
}

/// 1–21 July: usual days bring ¥1,000 from 40 of 1,000 visitors. The 10th had a tenth fewer of
/// everything, the 21st was worse in all three, the 12th is missing.
fn facts() -> FactSet {
    let mut chunk = Chunk::empty(Span::new(july(1), july(21)));
    for date in (1..=21).filter(|&date| date != 12) {
        let (sales, visitors, buyers) = match date {
            10 => (90_000, 900, 36),
            21 => (60_000, 800, 30),
            _ => (100_000, 1_000, 40),
        };
        chunk.set("sales", july(date), Some(sales));
        chunk.set("visitors", july(date), Some(visitors));
        chunk.set("buyers", july(date), Some(buyers));
    }
    FactSet { shop_days: vec![chunk.into_ref().unwrap()], ..FactSet::default() }
}

fn workbook() -> Workbook {
    Workbook { goals: goals().into(), facts: facts().into(), ..Workbook::default() }
}

#[test]
fn todays_target_and_what_it_takes() {
    let report = today(&workbook(), july(22));
    let target = report.target.unwrap();
    assert_eq!((target.amount, target.of_month), (100_000, Some(Ratio::from_bp(323))));
    let needs = target.needs.unwrap();
    // July so far: 786 buyers of 19,700 visitors, ¥19,500 of 786 buyers.
    assert_eq!(needs.cvr, Some(Ratio::from_bp(399)));
    assert_eq!(needs.aov, Some(Money::fen_const(2_481)));
    // 100,000 ÷ (3.99 % × 2,481) = 1,010.2.
    assert_eq!(needs.visitors, Some(1_011));
    assert_eq!(needs.ad_budget, Money::fen_const(10_000));
    assert_eq!(needs.history, Some(Span::new(july(1), july(21))));
}

#[test]
fn yesterday_by_factor_adds_up() {
    let report = today(&workbook(), july(22));
    let latest = report.latest.unwrap();
    assert!(latest.is_yesterday);
    assert_eq!((latest.actual, latest.target), (60_000, Some(100_000)));
    assert_eq!(latest.attainment(), Some(Ratio::from_bp(6_000)));
    let factors = latest.factors.unwrap();
    let should = factors.target.unwrap();
    assert_eq!((should.visitors, should.cvr), (1_000, Some(Ratio::from_bp(400))));
    assert_eq!(should.aov, Some(Money::fen_const(2_500)));
    assert_eq!(factors.actual.cvr, Some(Ratio::from_bp(375)));
    // L = 40,000 ÷ ln 0.6⁻¹ = 78,304.6; × ln 0.8, × ln 0.9375, × ln 0.8.
    let causes = Causes { visitors: -17_473, cvr: -5_054, aov: -17_473 };
    assert_eq!(factors.causes, Some(causes));
    assert_eq!(factors.reference, Some(Reference::Days(Span::new(july(1), july(20)))));
    assert_eq!(report.bars.len(), 14);
    assert_eq!((report.bars[0].day, report.bars[4].actual), (july(8), None));
}

#[test]
fn month_and_year_to_date() {
    let report = today(&workbook(), july(22));
    let month = report.month.unwrap().state;
    assert_eq!(
        (month.target, month.expected, month.actual),
        (3_100_000, 2_000_000, Some(1_950_000))
    );
    assert_eq!((month.gap(), month.n_left), (Some(-50_000), 10));
    // 1,150,000 over ten days.
    assert_eq!(month.required_daily, Some(115_000));
    // Three weeks with a hole are no four full weeks.
    assert_eq!(report.month.unwrap().forecast, None);
    assert_eq!(report.whole_year.unwrap().state.target, 36_500_000);
}

#[test]
fn the_largest_gaps_name_what_did_most() {
    let gaps = today(&workbook(), july(22)).gaps;
    assert_eq!((gaps.span, gaps.n_short), (Some(Span::new(july(1), july(21))), 2));
    let found: Vec<_> = gaps.days.iter().map(|gap| (gap.day, gap.by)).collect();
    assert_eq!(found, [(july(21), 40_000), (july(10), 10_000)]);
    let cause = Cause { factor: Factor::Visitors(900, 1_000), effect: -10_000 };
    assert_eq!(gaps.days[1].cause, Some(cause));
}

#[test]
fn the_next_events_count_down() {
    let coming = today(&workbook(), july(22)).coming;
    let found: Vec<_> = coming.iter().map(|event| (event.key.as_str(), event.starts_in)).collect();
    // 8 Aug, 13 Aug (Qixi is on the 19th), 9 Sept, 15 Sept (Mid-Autumn is on the 25th).
    let expected = [("sale_8_8", 17), ("qixi", 22), ("sale_9_9", 49), ("mid_autumn", 55)];
    assert_eq!(found, expected);
}

#[test]
fn what_is_known_and_what_to_do() {
    let report = today(&workbook(), july(22));
    let coverage = &report.coverage;
    assert_eq!(coverage.month, Some((Month::new(2026, 7), 20, 21)));
    assert_eq!(coverage.last, Some(july(21)));
    assert_eq!(coverage.missing[0], Span::day(july(12)));
    // Ten days at ¥1,150, where the best day ever was ¥1,000.
    let reach = NextStep::OutOfReach {
        span: Span::new(july(1), july(31)),
        needed: 1_150_000,
        plausible: 1_000_000,
        times_best: Some(Ratio::from_bp(11_500)),
    };
    assert_eq!(report.steps[0], reach);
    assert_eq!(report.steps.last(), Some(&NextStep::ExportBackup));

    let late = today(&workbook(), july(25));
    assert_eq!(late.steps[0], NextStep::Import { span: Span::new(july(22), july(24)) });
    assert!(!late.latest.unwrap().is_yesterday);
}

#[test]
fn a_workbook_with_half_of_it_says_what_is_missing() {
    let goal_only = Workbook { goals: goals().into(), ..Workbook::default() };
    let report = today(&goal_only, july(22));
    assert!(!is_empty(&goal_only) && report.latest.is_none() && report.bars.is_empty());
    assert_eq!(report.steps[0], NextStep::FirstImport);

    let facts_only = Workbook { facts: facts().into(), ..Workbook::default() };
    let report = today(&facts_only, july(22));
    assert_eq!((report.plan, report.target, report.month), (PlanState::Missing, None, None));
    assert_eq!(report.steps[0], NextStep::SetGoal { year: 2026 });
    assert!(report.gaps.days.is_empty());
    assert_eq!(report.latest.unwrap().actual, 60_000);
}

#[test]
fn cells_that_contradict_each_other_are_said_first_of_the_goal() {
    let mut goals = goals();
    let first = CellKey::Day(july(1));
    goals.plans[0].cells.push(CellRule { lock: Some(9_000_000), ..CellRule::new(first) });
    let workbook = Workbook { goals: goals.into(), facts: facts().into(), ..Workbook::default() };
    let report = today(&workbook, july(22));
    assert_eq!(report.plan, PlanState::Conflict);
    assert_eq!(report.steps[0], NextStep::SolveConflict);
}

#[test]
fn an_empty_workbook_is_empty_on_any_day() {
    assert!(is_empty(&Workbook::default()));
    for date in ["2026-01-01", "2026-07-22", "2031-12-31"] {
        let report = today(&Workbook::default(), day(date));
        let year = day(date).month().ym().0;
        assert_eq!(report.steps[..2], [NextStep::FirstImport, NextStep::SetGoal { year }]);
        assert!(!report.steps.contains(&NextStep::ExportBackup));
    }
}
