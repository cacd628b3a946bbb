//! What edits of goals do and refuse.

use super::*;
use crate::base::day::Day;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::base::spread::Bound;
use crate::tools::goals::model::{GoalUnit, PartLock, SplitBy};

const YEAR: i32 = 2026;

fn cut() -> Cut {
    Cut::default()
}

fn id(bits: u64) -> Id {
    Id::from_bits(bits)
}

fn month(number: u8) -> Month {
    Month::new(YEAR, number)
}

fn plan() -> YearPlan {
    YearPlan::new(id(1), YEAR, GoalUnit::Sales, Target::Amount(120_000))
}

fn goals() -> Goals {
    let mut goals = Goals::default();
    GoalsEdit::PutPlan(Box::new(plan())).apply(&mut goals, cut()).unwrap();
    goals
}

fn lock(number: u8, amount: i64) -> CellChange {
    CellChange::lock(CellKey::Month(month(number)), Some(amount))
}

fn set(cells: Vec<CellChange>) -> GoalsEdit {
    GoalsEdit::SetCells { year: YEAR, cells }
}

/// Applies an edit that is refused, and sees to it that nothing changed.
fn refused(goals: &mut Goals, edit: GoalsEdit) -> EditError {
    let before = goals.clone();
    let error = edit.apply(goals, cut()).unwrap_err();
    assert_eq!(*goals, before);
    error
}

#[test]
fn plans_are_kept_in_the_order_of_their_years() {
    let mut goals = goals();
    for year in [2028, 2025, 2027] {
        let plan = YearPlan { year, ..plan() };
        GoalsEdit::PutPlan(Box::new(plan)).apply(&mut goals, cut()).unwrap();
    }
    let years: Vec<i32> = goals.plans.iter().map(|plan| plan.year).collect();
    assert_eq!(years, [2025, 2026, 2027, 2028]);
    GoalsEdit::RemovePlan { year: 2027 }.apply(&mut goals, cut()).unwrap();
    let error = refused(&mut goals, GoalsEdit::RemovePlan { year: 2027 });
    assert_eq!(error, EditError::NoSuchPlan(2027));
    let far = YearPlan { year: 2_500, ..plan() };
    assert!(matches!(
        refused(&mut goals, GoalsEdit::PutPlan(Box::new(far))),
        EditError::OutOfRange { field: "goals.plans.year", .. }
    ));
    let short = YearPlan { rates: Vec::new(), ..plan() };
    assert!(matches!(
        refused(&mut goals, GoalsEdit::PutPlan(Box::new(short))),
        EditError::OutOfRange { field: "goals.plans.rates", value: 0, min: 12, max: 12 }
    ));
}

#[test]
fn a_cell_of_which_nothing_is_said_is_removed() {
    let mut goals = goals();
    set(vec![lock(3, 500), lock(1, 900)]).apply(&mut goals, cut()).unwrap();
    let keys: Vec<String> =
        goals.plans[0].cells.iter().map(|rule| rule.period.to_string()).collect();
    assert_eq!(keys, ["2026-01", "2026-03"]);
    set(vec![CellChange::lock(CellKey::Month(month(1)), None)]).apply(&mut goals, cut()).unwrap();
    assert_eq!(goals.plans[0].cells.len(), 1);
    let note = CellChange { note: Some("新品".into()), ..lock(3, 500) };
    set(vec![CellChange { lock: Some(None), ..note }]).apply(&mut goals, cut()).unwrap();
    let rule = goals.plans[0].cell(CellKey::Month(month(3))).unwrap();
    assert_eq!((rule.lock, rule.note.as_str()), (None, "新品"));
}

#[test]
fn a_week_has_one_name() {
    let mut goals = goals();
    let wednesday: Day = "2026-03-04".parse().unwrap();
    let change = CellChange::lock(CellKey::Week(wednesday), Some(10));
    set(vec![change]).apply(&mut goals, cut()).unwrap();
    assert_eq!(goals.plans[0].cells[0].period, CellKey::Week(wednesday - 2));
}

#[test]
fn locks_that_cannot_hold_are_refused_with_their_amounts() {
    let mut goals = goals();
    set(vec![lock(1, 50_000)]).apply(&mut goals, cut()).unwrap();
    let quarter = CellChange::lock(CellKey::Quarter(0), Some(40_000));
    let EditError::Conflict(conflict) = refused(&mut goals, set(vec![quarter])) else {
        panic!("not a conflict");
    };
    let span = |key: CellKey| key.span(YEAR, cut()).unwrap();
    let expected = [
        Bound::lock(span(CellKey::Month(month(1))), 50_000),
        Bound::lock(span(CellKey::Quarter(0)), 40_000),
    ];
    assert_eq!((conflict.members.as_slice(), conflict.by), (&expected[..], 10_000));
    let target = GoalsEdit::SetTarget { year: YEAR, target: Target::Amount(49_000) };
    assert!(matches!(refused(&mut goals, target), EditError::Conflict(found) if found.by == 1_000));
    // A cell beyond its own cap is a conflict of two.
    let cap = CellChange { lock: None, cap: Some(Some(49_999)), ..lock(1, 0) };
    let error = refused(&mut goals, set(vec![cap]));
    assert!(matches!(error, EditError::Conflict(found) if found.members.len() == 2));
}

#[test]
fn cells_can_be_freed_one_by_one_out_of_a_conflict() {
    let mut goals = goals();
    // As after a setting of the shop moved cells onto other days.
    for (number, amount) in [(1, 90_000), (2, 90_000), (3, 90_000)] {
        goals.plans[0]
            .cells
            .push(CellRule { lock: Some(amount), ..CellRule::new(CellKey::Month(month(number))) });
    }
    let free = |number| set(vec![CellChange::lock(CellKey::Month(month(number)), None)]);
    free(1).apply(&mut goals, cut()).unwrap();
    assert!(matches!(refused(&mut goals, set(vec![lock(4, 1)])), EditError::Conflict(_)));
    free(2).apply(&mut goals, cut()).unwrap();
    set(vec![lock(4, 1)]).apply(&mut goals, cut()).unwrap();
}

#[test]
fn what_a_field_does_not_take_is_refused() {
    let mut goals = goals();
    let out_of_range = |error: EditError| match error {
        EditError::OutOfRange { field, .. } => field,
        other => panic!("{other}"),
    };
    let target = Target::Amount(limits::MAX_AMOUNT + 1);
    let error = refused(&mut goals, GoalsEdit::SetTarget { year: YEAR, target });
    assert_eq!(out_of_range(error), "goals.plans.target");
    let target = Target::Growth { base: 5, growth: Ratio::from_bp(-10_001) };
    let error = refused(&mut goals, GoalsEdit::SetTarget { year: YEAR, target });
    assert_eq!(out_of_range(error), "goals.plans.target.growth");
    let shape = Shape { weekdays: [1_000_001; 7], ..Shape::default() };
    let error = refused(&mut goals, GoalsEdit::SetShape { year: YEAR, shape });
    assert_eq!(out_of_range(error), "goals.plans.shape.weekdays");
    let rates = MonthRates { cvr: Some(Ratio::from_bp(10_001)), ..MonthRates::default() };
    let error = refused(&mut goals, GoalsEdit::SetRates { year: YEAR, month: month(1), rates });
    assert_eq!(out_of_range(error), "goals.plans.rates.cvr");
    let scenarios = Scenarios { floor: Ratio::from_bp(10_001), ..Scenarios::default() };
    let error = refused(&mut goals, GoalsEdit::SetScenarios { year: YEAR, scenarios });
    assert_eq!(out_of_range(error), "goals.plans.scenarios.floor");
    let note = CellChange { note: Some("注".repeat(501)), ..lock(1, 1) };
    let error = refused(&mut goals, set(vec![note]));
    assert_eq!(error, EditError::TooLong { field: "goals.plans.cells.note", max: 500 });
    let other_year = CellChange::lock(CellKey::Month(Month::new(2027, 1)), Some(1));
    let error = refused(&mut goals, set(vec![lock(1, 5), other_year]));
    assert_eq!(error, EditError::NoSuchPeriod("2027-01".into()));
}

#[test]
fn a_months_rates_go_to_its_place_in_the_fiscal_year() {
    let cut = Cut { fiscal_start: 4, ..Cut::default() };
    let mut goals = Goals::default();
    GoalsEdit::PutPlan(Box::new(plan())).apply(&mut goals, cut).unwrap();
    let rates = MonthRates { aov: Some(Money::fen_const(19_900)), ..MonthRates::default() };
    let month = Month::new(2027, 1);
    GoalsEdit::SetRates { year: YEAR, month, rates: rates.clone() }.apply(&mut goals, cut).unwrap();
    assert_eq!(goals.plans[0].rates[9], rates);
    assert_eq!(goals.plans[0].rates.len(), 12);
}

#[test]
fn splits_parts_and_baselines_are_put_and_removed_by_id() {
    let mut goals = goals();
    let split = Split { id: id(7), by: SplitBy::Channel, parts: vec![], extra: Default::default() };
    GoalsEdit::PutSplit { year: YEAR, split }.apply(&mut goals, cut()).unwrap();
    let part = |bits, weight| Part {
        id: id(bits),
        name: "直通车".into(),
        weight,
        locks: vec![PartLock { month: month(11), amount: 5, extra: Default::default() }],
        extra: Default::default(),
    };
    for (bits, weight) in [(8, 1), (9, 2), (8, 3)] {
        let edit = GoalsEdit::PutPart { year: YEAR, split: id(7), part: part(bits, weight) };
        edit.apply(&mut goals, cut()).unwrap();
    }
    let weights: Vec<u32> = goals.plans[0].splits[0].parts.iter().map(|part| part.weight).collect();
    assert_eq!(weights, [3, 2]);
    let gone = GoalsEdit::RemovePart { year: YEAR, split: id(7), part: id(5) };
    assert_eq!(refused(&mut goals, gone), EditError::NoSuchItem(id(5)));
    let baseline = |n_days| Baseline {
        id: id(3),
        name: "年初版".into(),
        at: "2026-01-01".parse().unwrap(),
        from: None,
        days: vec![1; n_days],
        extra: Default::default(),
    };
    let short = GoalsEdit::Freeze { year: YEAR, baseline: baseline(364) };
    assert!(matches!(refused(&mut goals, short), EditError::OutOfRange { .. }));
    let whole = GoalsEdit::Freeze { year: YEAR, baseline: baseline(365) };
    whole.apply(&mut goals, cut()).unwrap();
    GoalsEdit::RemoveBaseline { year: YEAR, baseline: id(3) }.apply(&mut goals, cut()).unwrap();
    GoalsEdit::RemoveSplit { year: YEAR, split: id(7) }.apply(&mut goals, cut()).unwrap();
    assert!(goals.plans[0].splits.is_empty() && goals.plans[0].baselines.is_empty());
}

#[test]
fn typing_merges_and_other_edits_do_not() {
    let target = GoalsEdit::SetTarget { year: YEAR, target: Target::Amount(1) };
    assert_eq!(target.merge_key().unwrap().of, "2026");
    assert_eq!(set(vec![lock(1, 5)]).merge_key(), None);
    let note = CellChange { lock: None, note: Some("a".into()), ..lock(1, 5) };
    assert_eq!(set(vec![note]).merge_key().unwrap().of, "2026 2026-01");
}

#[test]
fn any_period_plans_rates_of_its_own_and_a_month_goes_by_those_around_it() {
    let mut goals = goals();
    let rates = |bp| MonthRates { cvr: Some(Ratio::from_bp(bp)), ..MonthRates::default() };
    let mut set = |period, rates| {
        GoalsEdit::SetPeriodRates { year: YEAR, period, rates }.apply(&mut goals, cut())
    };
    let quarter = RatePeriod::Cell(CellKey::Quarter(3));
    let november = RatePeriod::Cell(CellKey::Month(month(11)));
    // A week is named by its first day, whichever day of it was given.
    let week = |text: &str| RatePeriod::Cell(CellKey::Week(text.parse::<Day>().unwrap()));
    set(RatePeriod::Year, rates(100)).unwrap();
    set(quarter, rates(200)).unwrap();
    set(november, rates(300)).unwrap();
    set(week("2026-11-05"), rates(400)).unwrap();
    set(week("2026-11-02"), rates(500)).unwrap();
    let beyond = RatePeriod::Cell(CellKey::Day("2027-01-01".parse().unwrap()));
    assert!(set(beyond, rates(1)).is_err());
    let plan = &goals.plans[0];
    assert_eq!(plan.period_rates.len(), 3);
    assert_eq!(plan.own_rates(week("2026-11-02"), cut()), rates(500));
    assert_eq!(plan.own_rates(november, cut()), plan.rates[10]);
    // January goes by the year, November by its quarter where it plans nothing.
    assert_eq!(
        (plan.rates_around(0, cut()), plan.rates_around(10, cut())),
        (rates(100), rates(200))
    );
    GoalsEdit::SetPeriodRates { year: YEAR, period: quarter, rates: MonthRates::default() }
        .apply(&mut goals, cut())
        .unwrap();
    assert_eq!(goals.plans[0].rates_around(10, cut()), rates(100));
}
