//! Hand-worked figures of a small account.

use super::*;
use crate::base::id::Id;
use crate::facts::edit::FactsEdit;
use crate::facts::items::table::{ItemLabel, ItemTable};

/// Days of plans: (plan, channel, impressions, clicks, spend, orders, sales), the same every day.
fn facts(n_days: i32, plans: &[(&str, &str, [i64; 5])]) -> FactSet {
    let first: Day = "2026-10-01".parse().unwrap();
    let periods: Vec<(Day, Day)> = (0..n_days).map(|n| (first + n, first + n)).collect();
    let label = |(id, code, _): &(&str, &str, [i64; 5])| ItemLabel {
        id: (*id).to_owned(),
        title: format!("计划 {id}"),
        code: (*code).to_owned(),
    };
    let rows: Vec<(usize, usize)> = (0..periods.len())
        .flat_map(|period| (0..plans.len()).map(move |plan| (period, plan)))
        .collect();
    let column = |at: usize| rows.iter().map(|(_, plan)| Some(plans[*plan].2[at])).collect();
    let columns = METRICS.iter().enumerate();
    let columns = columns.map(|(at, metric)| ((*metric).to_owned(), column(at))).collect();
    let table = ItemTable {
        subject: Subject::AdPlan,
        items: plans.iter().map(label).collect(),
        periods,
        rows,
        columns,
        ..ItemTable::default()
    };
    let mut facts = FactSet::default();
    let text = || "计划报表.csv".to_owned();
    let (file, dialect, at) = (text(), text(), text());
    let edit = FactsEdit::ApplyItems { id: Id::from_bits(1), file, dialect, at, table };
    edit.apply(&mut facts).unwrap();
    facts
}

fn week(plans: &[(&str, &str, [i64; 5])]) -> Review {
    let section = Ads { last_days: 7, ..Ads::default() };
    review(&section, &facts(7, plans), Some(Ratio::from_bp(4_000))).unwrap()
}

#[test]
fn ratios_are_those_of_the_sums() {
    let review = week(&[("1", "关键词推广", [10_000, 400, 20_000, 20, 120_000])]);
    let now = review.plans[0].now;
    assert_eq!(now.spend, Some(Money::fen_const(140_000)));
    // 2,800 of 70,000; ¥1,400 ÷ 2,800; 140 of 2,800; ¥8,400 ÷ ¥1,400.
    assert_eq!(now.ctr(), Some(Ratio::from_bp(400)));
    assert_eq!(now.cpc(), Some(Money::fen_const(50)));
    assert_eq!(now.click_cvr(), Some(Ratio::from_bp(500)));
    assert_eq!(now.roi(), Some(Ratio::from_bp(60_000)));
    // 40 % of ¥8,400 less ¥1,400.
    assert_eq!(now.left(Ratio::from_bp(4_000)), Some(Money::fen_const(196_000)));
    assert_eq!(review.even_roi(), Some(Ratio::from_bp(25_000)));
    assert_eq!(review.plans[0].name, "计划 1");
    assert_eq!((review.n_days, review.before), (7, None));
    assert_eq!(daily(&review.plans[0], &review), Money::fen_const(20_000));
}

#[test]
fn nothing_spent_or_clicked_is_no_value() {
    let blank = Figures::default();
    assert_eq!((blank.ctr(), blank.cpc(), blank.roi(), blank.roi_between()), Default::default());
    let review = week(&[("1", "", [0, 0, 0, 0, 0])]);
    assert_eq!(review.plans[0].now.roi(), None);
    assert_eq!(review.plans[0].advice, None);
    assert_eq!(even_roi(Ratio::from_bp(0)), None);
    assert!(super::review(&Ads::default(), &FactSet::default(), None).is_none());
}

/// R-65 … R-69, each by a plan that fires it and one that just does not.
#[test]
fn a_rule_fires_by_the_figures_that_it_asks_for() {
    let rule = |plans: &[(&str, &str, [i64; 5])]| {
        let review = week(plans);
        let advice = review.plans.iter().find(|plan| plan.key == "1").unwrap().advice.unwrap();
        (advice.decision, advice.reason)
    };
    // All together are clicked 3 % of the time.
    let rest = ("2", "", [10_000, 200, 10_000, 10, 30_000]);
    let clicked = |orders, sales| ("1", "", [10_000, 400, 20_000, orders, sales]);
    let paying = (Decision::Raise, Reason::PaysAndClicks);
    assert_eq!(rule(&[clicked(20, 120_000), rest]), paying);
    // The same return with a thousandth of the clicks of the others.
    let unclicked = ("1", "", [400_000, 400, 20_000, 20, 120_000]);
    assert_eq!(rule(&[unclicked, rest]), (Decision::Picture, Reason::PaysFewClicks));
    // ¥560 for ¥200 a day is 2.8 where 2.5 breaks even: 140 orders could be 119 as well.
    assert_eq!(rule(&[clicked(20, 56_000), rest]), (Decision::Watch, Reason::CannotTell));
    assert_eq!(rule(&[clicked(20, 62_000), rest]), paying);
    assert_eq!(rule(&[clicked(20, 40_000), rest]), (Decision::Lower, Reason::LosesAndClicks));
    assert_eq!(rule(&[clicked(20, 24_000), rest]), (Decision::Remove, Reason::LosesMuch));
    let neither = ("1", "", [400_000, 400, 20_000, 20, 40_000]);
    assert_eq!(rule(&[neither, rest]), (Decision::Lower, Reason::LosesFewClicks));
    // 14 clicks a day are 98 in a week, 15 are 105.
    let few = |clicks| ("1", "", [400, clicks, 700, 4, 9_000]);
    assert_eq!(rule(&[few(14), rest]).1, Reason::FewClicks);
    assert_ne!(rule(&[few(15), rest]).1, Reason::FewClicks);
}

#[test]
fn without_a_margin_only_clicks_speak() {
    let plans = [
        ("1", "", [10_000, 400, 20_000, 20, 120_000]),
        ("2", "", [10_000, 200, 10_000, 10, 30_000]),
    ];
    let section = Ads { last_days: 7, ..Ads::default() };
    let review = review(&section, &facts(7, &plans), None).unwrap();
    assert_eq!(review.even_roi(), None);
    let said: Vec<Advice> = review.plans.iter().filter_map(|plan| plan.advice).collect();
    let expected = |decision| Advice { decision, reason: Reason::OnlyClicks };
    assert_eq!(said, [Decision::Raise, Decision::Lower].map(expected));
    // A typed margin counts before what the products earn.
    let typed = Ads { margin: Some(Ratio::from_bp(5_000)), ..section };
    let earned = Some(Ratio::from_bp(4_000));
    let review = super::review(&typed, &facts(7, &plans), earned).unwrap();
    assert_eq!(review.even_roi(), Some(Ratio::from_bp(20_000)));
}

/// V-18: ¥9,800 and ¥11,200 on sales of ¥100,000.
#[test]
fn the_share_of_sales_is_that_of_the_shop() {
    use crate::facts::edit::DayTable;
    for (spend, share) in [(140_000, 980), (160_000, 1_120)] {
        let mut facts = facts(7, &[("1", "", [10_000, 400, spend, 20, 120_000])]);
        let days: Vec<Day> =
            Span::new("2026-10-01".parse().unwrap(), "2026-10-07".parse().unwrap())
                .days()
                .collect();
        let sales = vec![Some(1_000_000), Some(1_500_000), Some(1_500_000), Some(1_500_000)];
        let sales = [sales, vec![Some(1_500_000); 3]].concat();
        let table = DayTable { days, columns: [(SALES.to_owned(), sales)].into() };
        let text = || "日报.xls".to_owned();
        let (file, dialect, at) = (text(), text(), text());
        let edit = FactsEdit::ApplyDays { id: Id::from_bits(2), file, dialect, at, table };
        edit.apply(&mut facts).unwrap();
        let section = Ads { last_days: 7, ..Ads::default() };
        let review = review(&section, &facts, None).unwrap();
        assert_eq!(review.share, Some(Ratio::from_bp(share)));
    }
}

#[test]
fn channels_are_the_sums_of_their_plans_and_the_days_before_are_beside_them() {
    let plans = [
        ("1", "关键词推广", [10_000, 400, 20_000, 20, 120_000]),
        ("2", "人群推广", [5_000, 100, 9_000, 2, 10_000]),
        ("3", "关键词推广", [1_000, 40, 3_000, 1, 5_000]),
    ];
    let section = Ads { last_days: 7, by: AdsBy::Channel, ..Ads::default() };
    let review = review(&section, &facts(14, &plans), None).unwrap();
    let names: Vec<&str> = review.plans.iter().map(|plan| plan.key.as_str()).collect();
    assert_eq!(names, ["关键词推广", "人群推广"]);
    assert_eq!(review.plans[0].now.spend, Some(Money::fen_const(7 * 23_000)));
    assert_eq!(review.plans[0].before, Some(review.plans[0].now));
    assert_eq!(review.total.spend, Some(Money::fen_const(7 * 32_000)));
    assert_eq!(review.total_before, Some(review.total));
}

#[test]
fn a_plan_that_spends_the_same_every_day_has_no_curve_and_keeps_its_budget() {
    let plans = [("1", "", [10_000, 400, 20_000, 20, 120_000])];
    let (section, facts) = (Ads::default(), facts(20, &plans));
    let review = review(&section, &facts, None).unwrap();
    let all = curves(&section, &facts, review.span.to(), &[]);
    assert_eq!(all["1"], Err(NoCurve::SameSpend));
    let shares = shares(&section, &review, &all);
    assert_eq!((shares[0].now, shares[0].curve), (Money::fen_const(20_000), None));
    // Days of an event do not count.
    let event = [Span::new(review.span.from(), review.span.to())];
    let left = curves(&section, &facts, review.span.to(), &event);
    assert_eq!(left["1"], Err(NoCurve::FewDays(6)));
}
