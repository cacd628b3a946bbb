//! Plans worked by hand.

use super::*;
use crate::base::calendar::Cut;
use crate::base::day::Day;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn days(from: &str, to: &str) -> Span {
    Span::new(day(from), day(to))
}

fn week() -> Span {
    days("2026-03-02", "2026-03-08")
}

fn at_least(span: Span, amount: i64) -> Bound {
    Bound { span, at_least: Some(amount), at_most: None }
}

fn at_most(span: Span, amount: i64) -> Bound {
    Bound { span, at_least: None, at_most: Some(amount) }
}

#[test]
fn without_bounds_it_is_a_plain_share() {
    let amounts = spread(week(), 100, &[1, 1, 1, 1, 2, 2, 2], &[]).unwrap();
    assert_eq!(amounts, [10, 10, 10, 10, 20, 20, 20]);
}

#[test]
fn a_locked_day_leaves_the_rest_to_the_others() {
    let lock = Bound::lock(Span::day(day("2026-03-04")), 40);
    let amounts = spread(week(), 100, &[1; 7], &[lock]).unwrap();
    assert_eq!(amounts, [10, 10, 40, 10, 10, 10, 10]);
}

#[test]
fn a_cap_that_binds_gives_its_rest_to_the_others_in_proportion() {
    let cap = at_most(Span::day(day("2026-03-02")), 10);
    let amounts = spread(week(), 100, &[4, 1, 1, 1, 1, 1, 1], &[cap]).unwrap();
    assert_eq!(amounts, [10, 15, 15, 15, 15, 15, 15]);
    let loose = at_most(Span::day(day("2026-03-02")), 40);
    let amounts = spread(week(), 100, &[4, 1, 1, 1, 1, 1, 1], &[loose]).unwrap();
    assert_eq!(amounts, [40, 10, 10, 10, 10, 10, 10]);
}

#[test]
fn a_floor_that_binds_takes_from_the_others_in_proportion() {
    let floor = at_least(days("2026-03-07", "2026-03-08"), 50);
    let amounts = spread(week(), 100, &[1; 7], &[floor]).unwrap();
    assert_eq!(amounts, [10, 10, 10, 10, 10, 25, 25]);
}

#[test]
fn a_locked_week_may_lie_in_two_locked_months() {
    // 2026-03-30 … 04-05: two days of March, five of April.
    let span = days("2026-03-01", "2026-04-30");
    let bounds = [
        Bound::lock(days("2026-03-01", "2026-03-31"), 3_100),
        Bound::lock(days("2026-04-01", "2026-04-30"), 3_000),
        Bound::lock(days("2026-03-30", "2026-04-05"), 1_400),
    ];
    let amounts = spread(span, 6_100, &[1; 61], &bounds).unwrap();
    assert_eq!(amounts[..31].iter().sum::<i64>(), 3_100);
    assert_eq!(amounts[31..].iter().sum::<i64>(), 3_000);
    assert_eq!(amounts[29..36].iter().sum::<i64>(), 1_400);
    // Both ends of the week are raised by one factor over the rest of their months, which is
    // (a/2)/((3100−a)/29) = (b/5)/((3000−b)/25) with a + b = 1400: a = 435.2.
    assert_eq!(amounts[29..31].iter().sum::<i64>(), 435);
}

#[test]
fn days_without_weight_share_evenly_what_is_forced_on_them() {
    let lock = Bound::lock(days("2026-03-02", "2026-03-03"), 11);
    let amounts = spread(week(), 100, &[0, 0, 0, 1, 1, 1, 0], &[lock]).unwrap();
    assert_eq!(amounts, [6, 5, 0, 30, 30, 29, 0]);
    assert_eq!(spread(week(), 8, &[0; 7], &[]).unwrap(), [2, 1, 1, 1, 1, 1, 1]);
}

#[test]
fn a_conflict_names_the_fewest_bounds_and_the_amount() {
    let month = Bound::lock(days("2026-03-01", "2026-03-31"), 100);
    let first = Bound::lock(days("2026-03-02", "2026-03-08"), 70);
    let second = at_least(days("2026-03-09", "2026-03-15"), 42);
    let beside = Bound::lock(days("2026-03-16", "2026-03-22"), 10);
    let year = days("2026-01-01", "2026-12-31");
    let found = check(year, 1_000, &[beside, second, first, month]).unwrap_err();
    assert_eq!(found, Conflict { members: vec![month, first, second], by: 12 });
}

#[test]
fn the_total_may_be_part_of_a_conflict() {
    let locks: Vec<Bound> =
        Cut::default().months(2026).map(|month| Bound::lock(month_span(month), 10)).to_vec();
    let year = Cut::default().year(2026);
    assert_eq!(check(year, 120, &locks), Ok(()));
    let found = check(year, 130, &locks).unwrap_err();
    assert_eq!(found.by, 10);
    assert_eq!(found.members.len(), 13);
    assert!(found.members.contains(&Bound::lock(year, 130)));
    assert_eq!(check(year, 90, &locks[..10]).unwrap_err().by, 10);
    assert_eq!(check(year, 95, &locks[..9]), Ok(()));
}

fn month_span(month: crate::base::day::Month) -> Span {
    Span::new(month.first(), month.last())
}

#[test]
fn a_bound_may_contradict_itself_or_the_sign_of_days() {
    let span = Span::day(day("2026-03-04"));
    let own = Bound { span, at_least: Some(9), at_most: Some(4) };
    assert_eq!(check(week(), 100, &[own]), Err(Conflict { members: vec![own], by: 5 }));
    let below = Bound::lock(span, -3);
    assert_eq!(check(week(), 100, &[below]), Err(Conflict { members: vec![below], by: 3 }));
    assert_eq!(check(week(), -100, &[below]), Ok(()));
}

#[test]
fn a_loss_is_spread_too() {
    let cap = at_most(Span::day(day("2026-03-04")), -20);
    let amounts = spread(week(), -70, &[1; 7], &[cap]).unwrap();
    assert_eq!(amounts.iter().sum::<i64>(), -70);
    assert!(amounts[2] <= -20);
}

#[test]
fn a_bound_outside_of_the_days_is_left_out() {
    let other = Bound::lock(days("2027-01-01", "2027-01-31"), 5);
    assert_eq!(spread(week(), 7, &[1; 7], &[other]).unwrap(), [1; 7]);
    assert!(matches!(
        spread(week(), 7, &[1; 6], &[]),
        Err(SpreadError::WeightCount { n_days: 7, n_weights: 6 })
    ));
}
