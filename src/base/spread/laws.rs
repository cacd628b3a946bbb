//! What holds for every plan.

use proptest::prelude::*;

use super::*;
use crate::base::calendar::Cut;

const YEAR: i32 = 2026;

fn sum(span: Span, part: Span, days: &[i64]) -> i64 {
    span.days().zip(days).filter(|(day, _)| part.contains(*day)).map(|(_, amount)| amount).sum()
}

/// A cell of any level of the year.
fn cell() -> impl Strategy<Value = Span> {
    let cut = Cut::default();
    let year = cut.year(YEAR);
    let mut cells: Vec<Span> = (0..4).map(|idx| cut.quarter(YEAR, idx)).collect();
    cells.extend(cut.months(YEAR).map(|month| Span::new(month.first(), month.last())));
    cells.extend(cut.weeks(year));
    // Days of one stretch, so that they meet the other cells often.
    cells.extend(year.days().skip(80).take(40).map(Span::day));
    prop::sample::select(cells)
}

fn weights() -> impl Strategy<Value = Vec<u64>> {
    prop::collection::vec(prop_oneof![1 => Just(0_u64), 6 => 1_u64..1_000_000], 365)
}

/// Locks, floors and caps around a plan that exists: they can hold together.
fn possible() -> impl Strategy<Value = (i64, Vec<u64>, Vec<Bound>)> {
    let days = prop::collection::vec(prop_oneof![1 => Just(0_i64), 4 => 0_i64..900_000], 365);
    let cells = prop::collection::vec((cell(), 0..4_u8, 0..50_000_i64), 0..40);
    (days, cells, weights()).prop_map(|(days, cells, weights)| {
        let year = Cut::default().year(YEAR);
        let bounds = cells
            .into_iter()
            .map(|(span, kind, slack)| {
                let amount = sum(year, span, &days);
                let (at_least, at_most) = match kind {
                    0 => (Some(amount - slack), None),
                    1 => (None, Some(amount + slack)),
                    2 => (Some(amount - slack), Some(amount + slack)),
                    _ => (Some(amount), Some(amount)),
                };
                Bound { span, at_least, at_most }
            })
            .collect();
        (days.iter().sum(), weights, bounds)
    })
}

/// Anything that could be typed.
fn any_bounds() -> impl Strategy<Value = (i64, Vec<Bound>)> {
    let bound = (cell(), -2_000..60_000_i64, prop::option::of(0..5_000_i64), any::<bool>())
        .prop_map(|(span, amount, slack, is_floor)| match slack {
            None => Bound::lock(span, amount),
            Some(slack) if is_floor => {
                Bound { span, at_least: Some(amount), at_most: Some(amount + slack) }
            }
            Some(_) => Bound { span, at_least: None, at_most: Some(amount) },
        });
    (0..400_000_i64, prop::collection::vec(bound, 0..25))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_can_hold_holds_to_the_unit((total, weights, bounds) in possible()) {
        let year = Cut::default().year(YEAR);
        let days = spread(year, total, &weights, &bounds).unwrap();
        prop_assert_eq!(days.iter().sum::<i64>(), total);
        prop_assert!(days.iter().all(|&day| day >= 0));
        for bound in &bounds {
            let amount = sum(year, bound.span, &days);
            prop_assert!(bound.at_least.is_none_or(|least| least <= amount));
            prop_assert!(bound.at_most.is_none_or(|most| amount <= most));
        }
        prop_assert_eq!(spread(year, total, &weights, &bounds).unwrap(), days);
    }

    #[test]
    fn bounds_hold_or_are_refused_with_an_irreducible_set(
        (total, bounds) in any_bounds(),
        weights in weights(),
    ) {
        let year = Cut::default().year(YEAR);
        match spread(year, total, &weights, &bounds) {
            Ok(days) => {
                prop_assert_eq!(days.iter().sum::<i64>(), total);
                for bound in &bounds {
                    let amount = sum(year, bound.span, &days);
                    prop_assert!(bound.at_least.is_none_or(|least| least <= amount));
                    prop_assert!(bound.at_most.is_none_or(|most| amount <= most));
                }
            }
            Err(SpreadError::Conflict(conflict)) => {
                prop_assert!(conflict.by > 0);
                let (own, locks): (Vec<Bound>, Vec<Bound>) =
                    conflict.members.iter().partition(|bound| bound.span == year);
                // Without the total any other may do: one so large that it takes no part.
                let free = 1_000_000_000;
                let with = |total: i64, locks: &[Bound]| check(year, total, locks).is_err();
                let own_total = if own.is_empty() { free } else { total };
                prop_assert!(with(own_total, &locks));
                if !own.is_empty() {
                    prop_assert!(can_hold_for_some_total(year, &locks));
                }
                for idx in 0..locks.len() {
                    let mut others = locks.clone();
                    others.remove(idx);
                    if own.is_empty() {
                        prop_assert!(can_hold_for_some_total(year, &others));
                    } else {
                        prop_assert!(!with(total, &others));
                    }
                }
            }
            Err(error) => prop_assert!(false, "{error}"),
        }
    }

    #[test]
    fn without_bounds_days_keep_their_proportions(
        total in 0_i64..900_000_000_000_000,
        weights in weights(),
    ) {
        let year = Cut::default().year(YEAR);
        let days = spread(year, total, &weights, &[]).unwrap();
        let weight_sum: u64 = weights.iter().sum();
        for (&day, &weight) in days.iter().zip(&weights) {
            let error = i128::from(day) * i128::from(weight_sum)
                - i128::from(total) * i128::from(weight);
            prop_assert!(error.abs() < i128::from(weight_sum));
        }
    }

    #[test]
    fn days_that_share_their_bounds_keep_their_proportions((total, _, bounds) in possible()) {
        let year = Cut::default().year(YEAR);
        let days = spread(year, total, &[3; 365], &bounds).unwrap();
        let all: Vec<_> = year.days().collect();
        for idx in 1..all.len() {
            let is_end = |span: &Span| {
                span.contains(all[idx]) != span.contains(all[idx - 1])
            };
            if !bounds.iter().any(|bound| is_end(&bound.span)) {
                prop_assert!((days[idx] - days[idx - 1]).abs() <= 1);
            }
        }
    }
}

/// Whether bounds can hold where the year may come to anything.
fn can_hold_for_some_total(year: Span, bounds: &[Bound]) -> bool {
    // A year that begins earlier and ends later takes up what the bounds leave, whatever it is.
    let wide = Span::new(year.from() - 1, year.to() + 1);
    check(wide, 1_000_000_000, bounds).is_ok()
}
