//! Breakdowns, periods and splits, worked by hand and as laws.

use proptest::prelude::*;

use crate::base::calendar::Cut;
use crate::base::day::{Day, Month};
use crate::base::id::Id;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::knowledge::events::{EventInstance, EventName};
use crate::tools::goals::calc::breakdown::{Breakdown, breakdown, breakdown_of, day_weights};
use crate::tools::goals::calc::periods::{Hold, Level, periods};
use crate::tools::goals::calc::splits::{SplitError, part_days, part_months, shown_months};
use crate::tools::goals::model::{
    CellKey, CellRule, GoalUnit, Part, PartLock, Scenario, Shape, Split, SplitBy, Target, YearPlan,
};

const YEAR: i32 = 2026;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn plan(total: i64) -> YearPlan {
    YearPlan::new(Id::from_bits(1), YEAR, GoalUnit::Sales, Target::Amount(total))
}

fn event(from: &str, to: &str, uplift_bp: u32) -> EventInstance {
    EventInstance {
        key: "test".into(),
        rule: None,
        name: EventName { zh: "活动".into(), en: "Event".into() },
        span: Span::new(day(from), day(to)),
        anchor: day(to),
        uplift_bp,
    }
}

fn lock(period: CellKey, amount: i64) -> CellRule {
    CellRule { lock: Some(amount), ..CellRule::new(period) }
}

fn whole(plan: &YearPlan) -> Breakdown {
    breakdown(plan, &[], Cut::default()).unwrap()
}

#[test]
fn a_weight_is_month_by_weekday_by_the_largest_uplift() {
    let mut shape = Shape::default();
    shape.months[10] = 20_000;
    shape.weekdays[2] = 15_000;
    let events =
        [event("2026-11-01", "2026-11-11", 12_000), event("2026-11-11", "2026-11-11", 80_000)];
    let span = Span::new(day("2026-11-10"), day("2026-11-12"));
    // 2026-11-11 is a Wednesday.
    let usual = 20_000_u64 * 10_000;
    let expected = [usual * 12_000, 20_000 * 15_000 * 80_000, usual * 10_000];
    assert_eq!(day_weights(&shape, &events, span), expected);
}

#[test]
fn v09_a_locked_november_with_its_eleventh() {
    let mut plan = plan(1_200_000);
    plan.cells = vec![lock(CellKey::Month(Month::new(YEAR, 11)), 208_696)];
    let events = [event("2026-11-11", "2026-11-11", 100_000)];
    let breakdown = breakdown(&plan, &events, Cut::default()).unwrap();
    assert_eq!(breakdown.total(), 1_200_000);
    assert_eq!(breakdown.sum(Span::new(day("2026-11-01"), day("2026-11-30"))), 208_696);
    assert_eq!(breakdown.day(day("2026-11-05")), Some(5_352));
    assert_eq!(breakdown.day(day("2026-11-11")), Some(53_512));
    assert_eq!(breakdown.day(day("2026-11-12")), Some(5_351));
    assert_eq!(breakdown.day(day("2027-01-01")), None);
}

#[test]
fn scenarios_share_their_total_as_the_target_does() {
    let mut plan = plan(365_000);
    plan.cells = vec![lock(CellKey::Day(day("2026-01-01")), 37_000)];
    plan.scenarios.shown = Scenario::Stretch;
    plan.scenarios.stretch = Ratio::from_bp(12_000);
    let target = breakdown_of(&plan, Scenario::Target, &[], Cut::default()).unwrap();
    let stretch = whole(&plan);
    assert_eq!((target.total(), stretch.total()), (365_000, 438_000));
    assert_eq!(target.days[0], 37_000);
    assert_eq!(stretch.days[0], 44_400);
}

#[test]
fn periods_tell_their_amounts_and_locks() {
    let mut plan = plan(365_000);
    let march = CellKey::Month(Month::new(YEAR, 3));
    plan.cells = vec![
        lock(march, 40_000),
        CellRule { cap: Some(1_500), ..CellRule::new(CellKey::Day(day("2026-03-04"))) },
    ];
    let breakdown = whole(&plan);
    let months = periods(&plan, &breakdown, Level::Month, Cut::default());
    assert_eq!(months.len(), 12);
    assert_eq!(
        (months[2].amount, months[2].hold(), months[2].n_rules_inside),
        (40_000, Hold::Locked, 1)
    );
    assert_eq!((months[3].hold(), months[3].n_rules_inside), (Hold::Free, 0));
    let quarters = periods(&plan, &breakdown, Level::Quarter, Cut::default());
    assert_eq!(quarters[0].n_rules_inside, 2);
    let weeks = periods(&plan, &breakdown, Level::Week, Cut::default());
    assert_eq!(weeks[0].key, CellKey::Week(day("2025-12-29")));
    assert_eq!(weeks[0].span, Span::new(day("2026-01-01"), day("2026-01-04")));
    let days = periods(&plan, &breakdown, Level::Day, Cut::default());
    assert_eq!(days[62].hold(), Hold::Bounded);
    for level in [&months, &quarters, &weeks, &days] {
        assert_eq!(level.iter().map(|period| period.amount).sum::<i64>(), 365_000);
    }
}

fn split(weights: &[u32]) -> Split {
    let part = |(idx, &weight): (usize, &u32)| Part {
        id: Id::from_bits(idx as u64),
        name: format!("商品{idx}"),
        weight,
        locks: Vec::new(),
        extra: Default::default(),
    };
    Split {
        id: Id::from_bits(9),
        by: SplitBy::Product,
        parts: weights.iter().enumerate().map(part).collect(),
        extra: Default::default(),
    }
}

#[test]
fn a_locked_part_of_a_month_holds_in_both_margins() {
    let plan = plan(1_200_000);
    let breakdown = whole(&plan);
    let mut split = split(&[1, 2, 3]);
    let november = Month::new(YEAR, 11);
    split.parts[0].locks =
        vec![PartLock { month: november, amount: 50_000, extra: Default::default() }];
    let months = part_months(&plan, &split, &breakdown, Cut::default()).unwrap();
    assert_eq!(months.totals(), [200_000, 400_000, 600_000]);
    assert_eq!(months.part(0)[10], 50_000);
    split.parts[0].locks[0].amount = 200_001;
    let found = part_months(&plan, &split, &breakdown, Cut::default());
    assert_eq!(found, Err(SplitError::PartOver { part: Id::from_bits(0), by: 1 }));
}

#[test]
fn a_split_follows_the_scenario() {
    let mut plan = plan(1_200_000);
    let mut split = split(&[1, 2, 3]);
    split.parts[0].locks =
        vec![PartLock { month: Month::new(YEAR, 11), amount: 50_000, extra: Default::default() }];
    plan.scenarios.shown = Scenario::Floor;
    let months = shown_months(&plan, &split, &[], Cut::default()).unwrap();
    assert_eq!(months.totals(), [170_000, 340_000, 510_000]);
    // About 85 % of what was locked: both margins are scaled alike.
    assert!((months.part(0)[10] - 42_500).abs() <= 2);
}

#[test]
fn a_split_without_parts_is_empty() {
    let plan = plan(1_200_000);
    let breakdown = whole(&plan);
    let months = part_months(&plan, &split(&[]), &breakdown, Cut::default()).unwrap();
    assert!(months.cells.is_empty());
    assert!(part_days(&months, &breakdown).unwrap().cells.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_level_adds_up(
        total in 0_i64..90_000_000_000,
        months in prop::array::uniform12(0_u32..1_000_000),
        weekdays in prop::array::uniform7(0_u32..1_000_000),
        fiscal_start in 1_u8..=12,
        shares in prop::collection::vec((0_u8..12, 0_i64..8), 0..6),
    ) {
        let cut = Cut { fiscal_start, ..Cut::default() };
        let mut plan = plan(total);
        plan.shape = Shape { months, weekdays, ..Shape::default() };
        // At most six months, each with at most an eighth of the year.
        for (month, eighths) in shares {
            let key = CellKey::Month(cut.months(YEAR)[usize::from(month)]);
            if plan.cell(key).is_none() {
                plan.cells.push(lock(key, total / 64 * eighths));
            }
        }
        let breakdown = breakdown(&plan, &[], cut).unwrap();
        prop_assert_eq!(breakdown.total(), total);
        for rule in &plan.cells {
            let span = rule.period.span(YEAR, cut).unwrap();
            prop_assert_eq!(Some(breakdown.sum(span)), rule.lock);
        }
        for level in [Level::Quarter, Level::Month, Level::Week, Level::Day] {
            let cells = periods(&plan, &breakdown, level, cut);
            prop_assert_eq!(cells.iter().map(|cell| cell.amount).sum::<i64>(), total);
        }
    }

    #[test]
    fn both_margins_of_a_split_are_exact_by_month_and_by_day(
        total in 0_i64..9_000_000_000,
        weights in prop::collection::vec(0_u32..1_000, 1..60),
        locks in prop::collection::vec((any::<prop::sample::Index>(), 1_u8..=12, 0_i64..100), 0..8),
    ) {
        let plan = plan(total);
        let breakdown = whole(&plan);
        let mut split = split(&weights);
        let mean = total / 12 / weights.len() as i64 / 1_000;
        for (part, month, percent) in locks {
            let part = part.index(weights.len());
            let lock = PartLock { month: Month::new(YEAR, month), amount: mean * percent, extra: Default::default() };
            split.parts[part].locks.push(lock);
        }
        let Ok(months) = part_months(&plan, &split, &breakdown, Cut::default()) else {
            return Ok(());
        };
        for (place, month) in months.months.iter().enumerate() {
            let sum: i64 = (0..weights.len()).map(|part| months.part(part)[place]).sum();
            prop_assert_eq!(sum, breakdown.sum(Span::new(month.first(), month.last())));
        }
        for (part, own) in split.parts.iter().enumerate() {
            for (idx, lock) in own.locks.iter().enumerate() {
                if !own.locks[idx + 1..].iter().any(|later| later.month == lock.month) {
                    let (_, month) = lock.month.ym();
                    prop_assert_eq!(months.part(part)[usize::from(month) - 1], lock.amount);
                }
            }
        }
        let days = part_days(&months, &breakdown).unwrap();
        prop_assert!(days.cells.iter().all(|&cell| cell >= 0));
        for (idx, &amount) in breakdown.days.iter().enumerate() {
            let sum: i64 = (0..weights.len()).map(|part| days.part(part)[idx]).sum();
            prop_assert_eq!(sum, amount);
        }
        for (part, total) in months.totals().into_iter().enumerate() {
            prop_assert_eq!(days.part(part).iter().sum::<i64>(), total);
        }
    }
}
