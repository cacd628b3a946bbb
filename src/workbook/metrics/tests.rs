use proptest::prelude::*;

use super::*;
use crate::base::id::Id;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::knowledge::metrics::measure;
use crate::tools::goals::edit::GoalsEdit;
use crate::tools::goals::model::Target;
use crate::tools::shop::edit::ShopEdit;

fn span(from: &str, to: &str) -> Span {
    Span::new(from.parse().unwrap(), to.parse().unwrap())
}

/// 2026 at `target` 分, with every event switched off and rates for October.
fn planned(target: i64) -> Workbook {
    let mut workbook = Workbook::default();
    let forms = workbook.event_forms(workbook.shop.cut().year(2026));
    for (idx, mut form) in forms.into_iter().enumerate() {
        form.is_on = false;
        workbook.apply(workbook.put_event(&form, Id::from_bits(idx as u64))).unwrap();
    }
    let mut plan = YearPlan::new(Id::from_bits(1), 2026, GoalUnit::Sales, Target::Amount(target));
    plan.rates[9] = MonthRates {
        cvr: Some(Ratio::from_bp(300)),
        aov: Some(Money::fen_const(20_000)),
        ..MonthRates::default()
    };
    workbook.apply(GoalsEdit::PutPlan(Box::new(plan)).into()).unwrap();
    workbook
}

#[test]
fn an_event_is_held_against_itself_a_year_before() {
    let workbook = Workbook::default();
    let of =
        |from: &str, to: &str| workbook.earlier(PeriodKind::Custom, span(from, to), Basis::Event);
    // 双11 is on a fixed date: T−1 … T.
    let double_11 = of("2026-11-10", "2026-11-11").unwrap();
    assert_eq!(double_11.span, span("2025-11-10", "2025-11-11"));
    assert_eq!(double_11.event.unwrap().zh, "双11");
    // 春节 was on 2026-02-17 and 2025-01-29: 384 days apart.
    let spring = of("2026-02-16", "2026-02-20").unwrap();
    assert_eq!(spring.span, span("2025-01-28", "2025-02-01"));
    // No event in these days.
    assert_eq!(of("2026-03-20", "2026-03-22"), None);
}

#[test]
fn the_dates_of_every_basis() {
    let workbook = Workbook::default();
    let october = span("2026-10-01", "2026-10-21");
    let of = |basis| workbook.earlier(PeriodKind::Month, october, basis).map(|found| found.span);
    assert_eq!(of(Basis::Previous), Some(span("2026-09-01", "2026-09-21")));
    assert_eq!(of(Basis::Weekday), Some(span("2026-09-10", "2026-09-30")));
    assert_eq!(of(Basis::Year), Some(span("2025-10-01", "2025-10-21")));
    // 国庆 has the most days of it.
    assert_eq!(of(Basis::Event), Some(span("2025-10-01", "2025-10-21")));
    assert_eq!(of(Basis::Off), None);
}

#[test]
fn targets_follow_the_plan_to_the_figures_of_the_funnel() {
    // ¥6,000 a day: 30 buyers at ¥200, 1,000 visitors at 3 %.
    let workbook = planned(365 * 600_000);
    let targets = workbook.targets(span("2026-10-01", "2026-11-30"));
    let ten = || span("2026-10-01", "2026-10-10").days();
    let of = |key| targets.of(key, ten());
    assert_eq!(of(SALES), Some(6_000_000));
    assert_eq!((of(BUYERS), of(VISITORS)), (Some(300), Some(10_000)));
    assert_eq!((of(CVR), of(AOV)), (Some(300), Some(20_000)));
    assert_eq!((of(AD_SPEND_SUM), of(AD_RATIO)), (Some(600_000), Some(1_000)));
    assert_eq!((of(UNITS), of("refunds")), (None, None));
    // November plans no rates; the next year has no plan.
    let november = || span("2026-11-01", "2026-11-02").days();
    assert_eq!(targets.of(SALES, november()), Some(1_200_000));
    assert_eq!((targets.of(CVR, november()), targets.of(VISITORS, november())), (None, None));
    assert_eq!(targets.on(SALES, "2027-01-01".parse().unwrap()), None);
    assert_eq!(targets.of(SALES, std::iter::empty()), None);
}

#[test]
fn v10_visitors_are_rounded_up() {
    // ¥200,000 on one day.
    let workbook = planned(365 * 20_000_000);
    let day = "2026-10-05".parse().unwrap();
    assert_eq!(workbook.targets(Span::day(day)).on(VISITORS, day), Some(33_334));
}

#[test]
fn v18_the_shops_cap_judges_what_advertising_costs() {
    let mut workbook = Workbook::default();
    let ad_ratio = measure(AD_RATIO).unwrap();
    assert_eq!(workbook.grade(&ad_ratio, 980), Some(Some(Grade::Pass)));
    assert_eq!(workbook.grade(&ad_ratio, 1_120), Some(None));
    workbook.apply(ShopEdit::SetAdCap(Ratio::from_bp(1_200)).into()).unwrap();
    assert_eq!(workbook.grade(&ad_ratio, 1_120), Some(Some(Grade::Pass)));
    // Nobody but the user knows the peers.
    assert_eq!(workbook.grade(&measure(CVR).unwrap(), 300), None);
    let bounce = measure("bounce_rate").unwrap();
    let grades = [6_990, 7_000, 5_990].map(|value| workbook.grade(&bounce, value).flatten());
    assert_eq!(grades, [Some(Grade::Pass), None, Some(Grade::Good)]);
}

proptest! {
    #[test]
    fn targets_of_days_add_up_to_the_target_of_the_span(
        target in 1_000_000..9_000_000_000_i64, from in 0..300_i32, n in 1..60_i32,
    ) {
        let workbook = planned(target);
        let first = workbook.shop.cut().year(2026).from() + from;
        let span = Span::new(first, first + (n - 1));
        let targets = workbook.targets(span);
        let of = targets.of(SALES, span.days());
        let days: i64 = span.days().filter_map(|day| targets.on(SALES, day)).sum();
        prop_assert_eq!(of, Some(days));
    }
}
