//! What always holds of the store of items.

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::base::day::{Day, Month};
use crate::base::span::Span;
use crate::facts::items::merge::{merge_items, preview_items};
use crate::facts::items::table::{ItemLabel, ItemTable};
use crate::facts::set::FactSet;

/// Days around the turn of a quarter, and two months as one figure each.
fn period() -> impl Strategy<Value = (Day, Day)> {
    let first = Month::new(2026, 9).first();
    let day = (0_i32..60).prop_map(move |n| (first + n, first + n));
    let month = (8_u8..10).prop_map(|month| {
        let month = Month::new(2026, month);
        (month.first(), month.last())
    });
    prop_oneof![8 => day, 1 => month]
}

type Cells = BTreeMap<((Day, Day), u8), (Option<i64>, Option<i64>)>;

fn cells() -> impl Strategy<Value = Cells> {
    let value = || prop_oneof![Just(None), Just(Some(0)), (-50_i64..5_000).prop_map(Some)];
    prop::collection::btree_map((period(), 0_u8..5), (value(), value()), 1..40)
}

fn table(cells: &Cells) -> ItemTable {
    let mut periods: Vec<(Day, Day)> = cells.keys().map(|key| key.0).collect();
    periods.dedup();
    let ids: std::collections::BTreeSet<u8> = cells.keys().map(|key| key.1).collect();
    let ids: Vec<u8> = ids.into_iter().collect();
    let place = |((from, to), id): &((Day, Day), u8)| {
        let period = periods.binary_search(&(*from, *to)).unwrap();
        (period, ids.binary_search(id).unwrap())
    };
    let label = |id: &u8| ItemLabel { id: format!("99000{id}"), ..ItemLabel::default() };
    ItemTable {
        subject: Default::default(),
        rows: cells.keys().map(place).collect(),
        items: ids.iter().map(label).collect(),
        columns: [
            ("visitors".to_owned(), cells.values().map(|cell| cell.0).collect()),
            ("sales".to_owned(), cells.values().map(|cell| cell.1).collect()),
        ]
        .into(),
        periods,
        rounded: Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_is_imported_is_there_and_a_second_time_changes_nothing(cells in cells()) {
        let table = table(&cells);
        prop_assert!(table.check().is_ok());
        let mut facts = FactSet::default();
        merge_items(&mut facts, &table);
        for (((from, to), id), (visitors, sales)) in &cells {
            let id = format!("99000{id}");
            let found = if from == to {
                [facts.item_value(&id, "visitors", *from), facts.item_value(&id, "sales", *from)]
            } else {
                let chunk = facts.item_periods.iter().find(|one| one.span() == Span::new(*from, *to));
                let chunk = chunk.unwrap().chunk.clone().unwrap();
                ["visitors", "sales"].map(|key| {
                    let text = chunk.column(chunk.item(&id).unwrap(), key).unwrap_or_default();
                    crate::facts::items::code::decode(text, 1)[0]
                })
            };
            prop_assert_eq!(found, [*visitors, *sales]);
        }
        let again = preview_items(&facts, &table);
        prop_assert!(again.is_no_change());
        let before = facts.clone();
        merge_items(&mut facts, &table);
        prop_assert_eq!(facts, before);
    }

    #[test]
    fn sums_are_those_of_the_cells_and_order_of_files_matters_only_where_they_differ(
        first in cells(),
        second in cells(),
        from in 0_i32..60,
        n_days in 0_i32..40,
    ) {
        let mut both = FactSet::default();
        merge_items(&mut both, &table(&first));
        let seen = preview_items(&both, &table(&second));
        merge_items(&mut both, &table(&second));
        let mut expected = first.clone();
        let mut n_restated = 0;
        for (key, (visitors, sales)) in &second {
            let cell = expected.entry(*key).or_default();
            let old = *cell;
            let changed = |new: Option<i64>, old: Option<i64>| {
                usize::from(new.is_some() && old.is_some() && new != old)
            };
            n_restated += changed(*visitors, old.0) + changed(*sales, old.1);
            *cell = (visitors.or(old.0), sales.or(old.1));
        }
        prop_assert_eq!(seen.restated.len(), n_restated);
        let mut at_once = FactSet::default();
        merge_items(&mut at_once, &table(&expected));
        prop_assert_eq!(&both.item_days, &at_once.item_days);
        prop_assert_eq!(&both.item_periods, &at_once.item_periods);

        let start = Month::new(2026, 9).first() + from;
        let span = Span::new(start, start + n_days);
        let sums = both.item_sums(span, &["visitors", "sales"]);
        let series = both.item_series(span, &["visitors"]);
        for id in 0..5_u8 {
            let inside = expected.iter().filter(|(((from, to), own), _)| {
                *own == id && from == to && span.contains(*from)
            });
            let visitors: Vec<i64> = inside.clone().filter_map(|(_, cell)| cell.0).collect();
            let found = sums.items.get(&format!("99000{id}")).filter(|_| sums.is_of_days);
            let total = found.and_then(|sums| sums[0].total);
            prop_assert_eq!(total, (!visitors.is_empty()).then(|| visitors.iter().sum()));
            let found = series.iter().find(|one| one.id == format!("99000{id}"));
            let n_found = found.map_or(0, |one| one.columns[0].iter().flatten().count());
            prop_assert_eq!(n_found, visitors.len());
        }
    }
}
