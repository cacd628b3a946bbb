use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::base::span::Span;
use crate::facts::chunk::Chunk;
use crate::facts::compare::{Change, change, goodness};
use crate::facts::measure::Reading;
use crate::facts::metric::Kind;
use crate::facts::set::FactSet;

/// Facts with one column a key, from 2026-10-01 on.
fn facts(columns: &[(&str, &[Option<i64>])]) -> FactSet {
    let n_days = columns.iter().map(|(_, values)| values.len()).max().unwrap_or(1);
    let first: crate::base::day::Day = "2026-10-01".parse().unwrap();
    let all = Span::new(first, first + (n_days as i32 - 1));
    let mut chunk = Chunk::empty(all);
    for (key, values) in columns {
        for (day, value) in all.days().zip(*values) {
            chunk.set(key, day, *value);
        }
    }
    FactSet { shop_days: vec![chunk.into_ref().unwrap()], ..FactSet::default() }
}

fn read(key: &str, columns: &[(&str, &[Option<i64>])]) -> Reading {
    let n_days = columns.iter().map(|(_, values)| values.len()).max().unwrap_or(1);
    let facts = facts(columns);
    let all = facts.span().unwrap();
    assert_eq!(all.n_days(), n_days);
    measure(key).unwrap().reading(&facts, all)
}

#[test]
fn every_figure_is_named_once_and_rests_on_metrics_that_add_up() {
    let all: Vec<Measure> = measures().collect();
    for names in [
        all.iter().map(|one| one.key).collect::<Vec<_>>(),
        all.iter().map(|one| one.zh).collect(),
        all.iter().map(|one| one.en).collect(),
    ] {
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), all.len());
    }
    for one in &all {
        if !matches!(one.rule, Rule::Opaque(_)) {
            for key in one.keys() {
                assert_eq!(metric(key).unwrap().kind, Kind::Additive, "{}", one.key);
            }
        }
        let grades: Vec<Grade> = one.limits.iter().map(|limit| limit.grade).collect();
        assert!(grades.is_sorted(), "{}", one.key);
    }
    for key in USUAL.iter().chain(&FUNNEL) {
        assert!(measure(key).is_some(), "{key}");
    }
    assert!(LIMITS.iter().all(|(key, _)| metric(key).is_some()));
    assert!(NOTES.iter().all(|(key, _)| metric(key).is_some()));
}

#[test]
fn ratios_are_of_sums_and_days_without_a_part_do_not_count() {
    let sales: &[Option<i64>] = &[Some(100_000), Some(50_000), None];
    let spend: &[Option<i64>] = &[Some(9_000), Some(3_000), Some(4_000)];
    let smart: &[Option<i64>] = &[Some(800), None, None];
    let found = read(AD_RATIO, &[("sales", sales), ("ad_keyword", spend), ("ad_smart", smart)]);
    // (90 + 8 + 30) ÷ (1,000 + 500) = 8.53 %; a channel without a figure is not running.
    let expected = Reading {
        value: Some(853),
        above: Some(12_800),
        below: Some(150_000),
        n_days: 2,
        of_days: 3,
    };
    assert_eq!(found, expected);
    // Refunds that are not known are not 0.
    let refunds: &[Option<i64>] = &[Some(10_000), None, None];
    let net = read("net_sales", &[("sales", sales), ("refunds", refunds)]);
    assert_eq!((net.value, net.n_days), (Some(90_000), 1));
    let cost = read("visitor_cost", &[("visitors", &[Some(400)]), ("ad_smart", &[Some(10_000)])]);
    // ¥100 of 400 visitors.
    assert_eq!(cost.value, Some(25));
    let depth = read("pages_per_visitor", &[("page_views", &[Some(7)]), ("visitors", &[Some(3)])]);
    assert_eq!(depth.value, Some(233));
    let none = read("cvr", &[("visitors", &[Some(0)]), ("buyers", &[Some(0)])]);
    assert_eq!((none.value, none.n_days), (None, 1));
}

#[test]
fn v12_visitor_value_is_conversion_times_order_value() {
    let found = read("visitor_value", &[("visitors", &[Some(1_000)]), ("sales", &[Some(600_000)])]);
    assert_eq!(found.value, Some(600));
}

#[test]
fn v17_on_presale_nobody_pays_and_some_order() {
    let columns: &[(&str, &[Option<i64>])] =
        &[("visitors", &[Some(1_000)]), ("buyers", &[Some(0)]), ("order_buyers", &[Some(30)])];
    assert_eq!(read("cvr", columns).value, Some(0));
    assert_eq!(read("order_cvr", columns).value, Some(300));
}

#[test]
fn v18_and_v21_limits_hold_as_the_source_has_them() {
    let grade = |key: &str, value: i64| {
        let limits = measure(key).unwrap().limits;
        let kept = limits.iter().filter(|limit| match limit.from {
            LimitFrom::Source(at) => limit.bound.holds(value, at),
            LimitFrom::AdCap => limit.bound.holds(value, 1_000),
            LimitFrom::User => false,
        });
        kept.map(|limit| limit.grade).filter(|grade| *grade < Returning).max()
    };
    let bounce = [6_990, 7_000, 5_990, 6_000].map(|value| grade("bounce_rate", value));
    assert_eq!(bounce, [Some(Pass), None, Some(Good), Some(Pass)]);
    let depth = [240, 250, 350, 360].map(|value| grade("pages_per_visitor", value));
    assert_eq!(depth, [None, Some(Pass), Some(Pass), Some(Good)]);
    assert_eq!([980, 1_120].map(|value| grade(AD_RATIO, value)), [Some(Pass), None]);
}

#[test]
fn changes_have_the_right_sign_base_and_unit() {
    let of = |key: &str, now, then| change(&measure(key).unwrap(), now, then);
    assert_eq!(of("sales", Some(90), Some(100)), Some(Change::Relative(-1_000)));
    assert_eq!(of("sales", Some(110), Some(100)), Some(Change::Relative(1_000)));
    assert_eq!(of("sales", Some(5), Some(0)), Some(Change::New));
    assert_eq!(of("sales", Some(0), Some(0)), Some(Change::Relative(0)));
    // Net sales may be below 0: from −100 to −50 is up by half.
    assert_eq!(of("net_sales", Some(-50), Some(-100)), Some(Change::Relative(5_000)));
    // 2.27 % to 2.74 % is 0.47 points, not 20.7 %; from 0 % too.
    assert_eq!(of("cvr", Some(274), Some(227)), Some(Change::Points(47)));
    assert_eq!(of("cvr", Some(274), Some(0)), Some(Change::Points(274)));
    assert_eq!(of("cvr", Some(274), None), None);
    assert_eq!(goodness(Down, Change::Points(-3).sign(1)), 1);
    assert_eq!(goodness(Neutral, 1), 0);
}

proptest! {
    #[test]
    fn a_sum_is_the_sum_of_its_days_and_a_ratio_lies_between_them(
        rows in prop::collection::vec(
            (prop::option::of(0..5_000_i64), prop::option::of(0..90_000_i64)), 1..40),
        cut in 0..40_usize,
    ) {
        let visitors: Vec<_> = rows.iter().map(|row| row.1).collect();
        let buyers: Vec<_> = rows.iter().map(|row| row.0.zip(row.1).map(|(a, b)| a.min(b))).collect();
        let facts = facts(&[("visitors", &visitors), ("buyers", &buyers)]);
        let all = facts.span().unwrap();
        let (sum, rate) = (measure("visitors").unwrap(), measure("cvr").unwrap());
        let whole = sum.reading(&facts, all);
        prop_assert_eq!(whole.value, visitors.iter().flatten().copied().reduce(|a, b| a + b));
        prop_assert_eq!(whole.n_days, visitors.iter().flatten().count());
        prop_assert!(whole.n_days <= whole.of_days);
        // Two halves give the whole.
        if 0 < cut && cut < rows.len() {
            let at = all.from() + cut as i32;
            let (left, right) = (Span::new(all.from(), at - 1), Span::new(at, all.to()));
            let halves = [left, right].map(|half| rate.reading(&facts, half));
            let both = rate.reading(&facts, all);
            let add = |one: fn(&Reading) -> Option<i64>| {
                halves.iter().filter_map(one).reduce(|a, b| a + b)
            };
            prop_assert_eq!(both.above, add(|half| half.above));
            prop_assert_eq!(both.below, add(|half| half.below));
            prop_assert_eq!(both.n_days, halves[0].n_days + halves[1].n_days);
            if let [Some(left), Some(right)] = halves.map(|half| half.value) {
                let value = both.value.unwrap();
                prop_assert!(left.min(right) <= value && value <= left.max(right));
            }
        }
    }
}
