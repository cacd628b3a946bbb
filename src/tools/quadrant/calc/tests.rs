//! Hand-worked numbers.

use proptest::prelude::*;

use super::*;
use crate::base::day::Day;
use crate::facts::items::merge::merge_items;
use crate::facts::items::table::{ItemLabel, ItemTable};
use crate::knowledge::life_quadrant::LifeField::{Feed, Lift, Push, Watch};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Items with the same figures on each day of a span: visitors, buyers, orderers, sales.
fn facts(from: &str, n_days: i32, rows: &[[i64; 4]]) -> FactSet {
    let mut facts = FactSet::default();
    add(&mut facts, from, n_days, rows);
    facts
}

fn add(facts: &mut FactSet, from: &str, n_days: i32, rows: &[[i64; 4]]) {
    let from = day(from);
    let label = |idx: usize| ItemLabel { id: format!("650{idx:02}"), ..ItemLabel::default() };
    let column = |place: usize| {
        (0..n_days).flat_map(|_| rows.iter().map(move |row| Some(row[place]))).collect()
    };
    let table = ItemTable {
        subject: Default::default(),
        items: (0..rows.len()).map(label).collect(),
        periods: (0..n_days).map(|n| (from + n, from + n)).collect(),
        rows: (0..n_days as usize)
            .flat_map(|period| (0..rows.len()).map(move |item| (period, item)))
            .collect(),
        columns: METRICS
            .iter()
            .enumerate()
            .map(|(place, key)| ((*key).to_owned(), column(place)))
            .collect(),
        rounded: Vec::new(),
    };
    table.check().unwrap();
    merge_items(facts, &table);
}

fn last(n_days: u32) -> LifeQuadrant {
    LifeQuadrant { last_days: n_days, ..LifeQuadrant::default() }
}

/// 100 visitors with 4 buyers, 100 with 1, 10 with 1, 10 with none: a day each.
const FOUR: [[i64; 4]; 4] =
    [[100, 4, 5, 40_000], [100, 1, 9, 10_000], [10, 1, 1, 9_900], [10, 0, 0, 0]];

#[test]
fn items_are_placed_by_the_medians_of_sums_and_presale_by_orders() {
    let facts = facts("2026-10-01", 10, &FOUR);
    let map = map(&last(10), &facts).unwrap();
    // Visitors 1000, 1000, 100, 100 → 550; rates 4 %, 1 %, 10 %, 0 % → 2.5 %.
    assert_eq!(map.cuts, Cuts { traffic: Some(550), rate: Some(250) });
    let fields: Vec<LifeField> = map.items.iter().map(|item| item.field).collect();
    assert_eq!(fields, [Push, Lift, Feed, Watch]);
    assert_eq!((map.items[0].visitors, map.items[0].rate), (1_000, 400));
    assert!(map.is_of_days && map.n_days == 10);
    let mut section = last(10);
    section.presale.push("65001".to_owned());
    let map = super::map(&section, &facts).unwrap();
    // 9 of 100 ordered: the median of 4, 9, 10 and 0 % is 6.5 %.
    assert_eq!((map.items[1].rate, map.items[1].field), (900, Push));
    assert_eq!(map.cuts.rate, Some(650));
}

#[test]
fn a_mean_conversion_is_the_ratio_of_sums_and_a_typed_cut_counts() {
    let facts = facts("2026-10-01", 1, &FOUR);
    let mut section = last(1);
    section.rate.by = CutBy::Mean;
    section.traffic = CutRule { by: CutBy::Number, value: Some(11), ..CutRule::default() };
    let map = map(&section, &facts).unwrap();
    // 6 of 220 are 2.73 %; the mean of the four ratios would be 3.75 %.
    assert_eq!(map.cuts, Cuts { traffic: Some(11), rate: Some(273) });
    section.traffic.value = None;
    let map = super::map(&section, &facts).unwrap();
    assert_eq!(map.cuts.traffic, Some(55), "a number that was not typed yet is the median");
}

#[test]
fn movement_is_told_by_todays_cuts_and_the_days_in_a_field_are_counted() {
    // Ten days in which the first item had few buyers, then ten as above.
    let mut facts = facts("2026-10-01", 10, &[[100, 0, 0, 0], FOUR[1], FOUR[2], FOUR[3]]);
    add(&mut facts, "2026-10-11", 10, &FOUR);
    let section = last(10);
    let map = map(&section, &facts).unwrap();
    assert_eq!(map.before, Some(Span::new(day("2026-10-01"), day("2026-10-10"))));
    let moved: Vec<&str> = map.moved().map(|item| item.id.as_str()).collect();
    assert_eq!(moved, ["65000"]);
    assert_eq!(map.items[0].before.unwrap().field, Lift);
    let stays = stays(&section, &facts, &map);
    // Windows of ten days: 4 % needs 2.5 %, so 7 of its 10 days must be good ones: those that end
    // on the 17th to the 20th.
    assert_eq!(stays["65000"], Stay { n_days: 4, is_least: false });
    assert_eq!(stays["65001"], Stay { n_days: 11, is_least: true });
    let alone = LifeQuadrant { compare: false, ..section };
    assert_eq!(super::map(&alone, &facts).unwrap().before, None);
}

#[test]
fn months_can_be_chosen_and_a_month_is_held_against_the_one_before() {
    let facts = facts("2026-09-20", 30, &FOUR);
    let spans: Vec<Day> = choices(&facts).iter().map(|span| span.from()).collect();
    assert_eq!(spans, [day("2026-10-01"), day("2026-09-01")]);
    let mut section = LifeQuadrant::default();
    (section.from, section.to) = (Some(day("2026-10-01")), Some(day("2026-10-31")));
    let map = map(&section, &facts).unwrap();
    assert_eq!(map.n_days, 19, "of 31");
    assert_eq!(map.before, Some(Span::new(day("2026-09-01"), day("2026-09-30"))));
    assert_eq!(super::map(&section, &FactSet::default()), None);
}

proptest! {
    #[test]
    fn every_item_is_in_one_field_or_has_no_visitors(
        rows in prop::collection::vec((0_i64..400, 0_i64..40, 0_i64..40, 0_i64..90_000), 1..30),
        n_days in 1_i32..9,
        by in prop::sample::select(CutBy::ALL.to_vec()),
        value in 0_i64..2_000,
    ) {
        let rows: Vec<[i64; 4]> = rows.into_iter().map(|row| [row.0, row.1, row.2, row.3]).collect();
        let facts = facts("2026-10-01", n_days, &rows);
        let mut section = last(n_days as u32);
        section.traffic = CutRule { by, value: Some(value), ..CutRule::default() };
        let map = map(&section, &facts).unwrap();
        prop_assert_eq!(map.items.len() + map.unvisited.len(), rows.len());
        let n: usize = LifeField::ALL.iter().map(|field| map.n_in(*field)).sum();
        prop_assert_eq!(n, map.items.len());
        if by == CutBy::Median && !map.items.is_empty() {
            // At least half are at the median or above it.
            let cut = map.cuts.traffic.unwrap();
            let n_high = map.items.iter().filter(|item| cut <= item.visitors).count();
            prop_assert!(map.items.len() <= 2 * n_high);
        }
        for (id, stay) in stays(&section, &facts, &map) {
            prop_assert!(1 <= stay.n_days, "{}", id);
        }
    }
}
