//! Which items a change comes from: how many came, to which items, who bought, for how much.

use std::collections::BTreeMap;

use crate::base::causes::{Funnel, shares};
use crate::base::order;
use crate::base::span::Span;
use crate::facts::metric::{BUYERS, SALES, VISITORS};
use crate::facts::set::FactSet;

/// What is asked of the facts, in this order.
const METRICS: [&str; 3] = [VISITORS, BUYERS, SALES];

/// What moved an item's sales, 分; adds up to their change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ItemCauses {
    /// More or fewer visitors of all items together, at its share of them (规模).
    pub volume: i64,
    /// Another share of the visitors (结构).
    pub mix: i64,
    /// Its own conversion.
    pub rate: i64,
    /// Its own order value.
    pub aov: i64,
}

impl ItemCauses {
    /// Its own visitors: volume and mix together.
    pub fn visitors(self) -> i64 {
        self.volume.saturating_add(self.mix)
    }

    /// All of it.
    pub fn total(self) -> i64 {
        self.visitors().saturating_add(self.rate).saturating_add(self.aov)
    }

    /// Both together.
    pub fn plus(self, other: Self) -> Self {
        Self {
            volume: self.volume.saturating_add(other.volume),
            mix: self.mix.saturating_add(other.mix),
            rate: self.rate.saturating_add(other.rate),
            aov: self.aov.saturating_add(other.aov),
        }
    }
}

/// One item in both periods.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemChange {
    /// 商品ID.
    pub id: String,
    /// Before.
    pub from: Funnel,
    /// Now.
    pub to: Funnel,
    /// What moved it.
    pub causes: ItemCauses,
}

impl ItemChange {
    /// Now − before, 分.
    pub fn gap(&self) -> i64 {
        self.to.sales.saturating_sub(self.from.sales)
    }
}

/// All items with figures in one of two periods.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ItemChanges {
    /// The greatest change first, up or down.
    pub items: Vec<ItemChange>,
    /// Days with figures of items before, and now.
    pub n_days: (usize, usize),
    /// Whether figures are sums of days, in which who comes on two days counts twice.
    pub is_of_days: bool,
}

impl ItemChanges {
    /// What moved all items together: each part is the sum of the items' parts.
    pub fn total(&self) -> ItemCauses {
        self.items.iter().fold(ItemCauses::default(), |sum, item| sum.plus(item.causes))
    }

    /// All items but one, before and now.
    pub fn rest(&self, but: &str) -> (Funnel, Funnel) {
        let others = self.items.iter().filter(|item| item.id != but);
        others.fold(Default::default(), |(from, to), item| (from.plus(item.from), to.plus(item.to)))
    }
}

/// The items' changes between two periods; `None` where one has no figures of items.
pub fn changes(facts: &FactSet, from: Span, to: Span) -> Option<ItemChanges> {
    let (before, now) = (facts.item_sums(from, &METRICS), facts.item_sums(to, &METRICS));
    // A month as one figure counts each person once: it is not held against a sum of days.
    let is_same_count = before.is_of_days == now.is_of_days;
    if before.items.is_empty() || now.items.is_empty() || !is_same_count {
        return None;
    }
    let mut pairs: BTreeMap<&str, (Funnel, Funnel)> = BTreeMap::new();
    let state = |sums: &[crate::facts::set::Sum]| {
        let of = |idx: usize| sums.get(idx).and_then(|sum| sum.total).unwrap_or(0);
        Funnel::of(of(0), of(1), of(2))
    };
    for (id, sums) in &before.items {
        pairs.entry(id).or_default().0 = state(sums);
    }
    for (id, sums) in &now.items {
        pairs.entry(id).or_default().1 = state(sums);
    }
    let states = pairs.into_iter().map(|(id, (from, to))| (id.to_owned(), from, to)).collect();
    let n_days = (before.n_days, now.n_days);
    Some(ItemChanges { items: parted(states), n_days, is_of_days: now.is_of_days })
}

/// Shares each item's change out to volume, mix, rate and order value: sales of an item = visitors
/// of all × its share of them × its conversion × its order value. Log-mean Divisia, or Shapley's
/// value where an item came or went; each row adds up to its change to the 分, so that the rows
/// add up to the change of all.
pub fn parted(states: Vec<(String, Funnel, Funnel)>) -> Vec<ItemChange> {
    // Whoever bought and was seen on no day still counts as one of all, or shares would not add up.
    let seen = |own: Funnel, other: Funnel| own.factors(other)[0].unwrap_or(0.0);
    let all_from: f64 = states.iter().map(|(_, from, to)| seen(*from, *to)).sum();
    let all_to: f64 = states.iter().map(|(_, from, to)| seen(*to, *from)).sum();
    let split = |own: Funnel, other: Funnel, all: f64| {
        let [visitors, cvr, aov] = own.factors(other);
        let share = visitors.filter(|_| 0.0 < all).map(|visitors| visitors / all);
        [Some(all), share, cvr, aov]
    };
    let one = |(id, from, to): (String, Funnel, Funnel)| {
        let gap = to.sales.saturating_sub(from.sales);
        let parts = shares(&split(from, to, all_from), &split(to, from, all_to), gap);
        let causes = ItemCauses { volume: parts[0], mix: parts[1], rate: parts[2], aov: parts[3] };
        ItemChange { id, from, to, causes }
    };
    let mut items: Vec<ItemChange> = states.into_iter().map(one).collect();
    order::sort_by(&mut items, |a, b| b.gap().unsigned_abs().cmp(&a.gap().unsigned_abs()));
    items
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn item(id: &str, from: (i64, i64, i64), to: (i64, i64, i64)) -> (String, Funnel, Funnel) {
        let state = |(visitors, buyers, sales)| Funnel::of(visitors, buyers, sales);
        (id.to_owned(), state(from), state(to))
    }

    #[test]
    fn visitors_that_move_to_the_poorer_item_are_mix_and_nothing_else() {
        // V-13 the other way round: 6,000 at 4 % and 4,000 at 1 % to 4,000 and 6,000; ¥1 each.
        let all = parted(vec![
            item("rich", (6_000, 240, 24_000), (4_000, 160, 16_000)),
            item("poor", (4_000, 40, 4_000), (6_000, 60, 6_000)),
        ]);
        for one in &all {
            assert_eq!((one.causes.volume, one.causes.rate, one.causes.aov), (0, 0, 0));
            assert_eq!(one.causes.mix, one.gap());
        }
        let changes = ItemChanges { items: all, ..ItemChanges::default() };
        assert_eq!(changes.total().mix, -6_000);
        assert_eq!(changes.rest("rich").1, Funnel::of(6_000, 60, 6_000));
    }

    #[test]
    fn an_item_that_is_new_or_gone_is_a_share_of_the_visitors() {
        let all = parted(vec![
            item("old", (1_000, 20, 200_000), (0, 0, 0)),
            item("new", (0, 0, 0), (1_000, 30, 300_000)),
        ]);
        let parts: Vec<_> = all.iter().map(|one| (one.id.as_str(), one.causes)).collect();
        let mix = |mix| ItemCauses { mix, ..ItemCauses::default() };
        assert_eq!(parts, [("new", mix(300_000)), ("old", mix(-200_000))]);
    }

    proptest! {
        #[test]
        fn rows_add_up_and_so_does_the_whole(
            items in prop::collection::vec(
                (0_i64..50_000, 0_i64..2_000, 0_i64..90_000_000, 0_u8..64,
                 0_i64..50_000, 0_i64..2_000, 0_i64..90_000_000),
                1..40,
            ),
        ) {
            let keep = |missing: u8, bit: u8, value: i64| {
                if (missing >> bit) & 1 == 1 { 0 } else { value }
            };
            let states: Vec<_> = items
                .iter()
                .enumerate()
                .map(|(idx, one)| {
                    let m = one.3;
                    item(
                        &idx.to_string(),
                        (keep(m, 0, one.0), keep(m, 1, one.1), keep(m, 2, one.2)),
                        (keep(m, 3, one.4), keep(m, 4, one.5), keep(m, 5, one.6)),
                    )
                })
                .collect();
            let gap: i64 = states.iter().map(|(_, from, to)| to.sales - from.sales).sum();
            let changes = ItemChanges { items: parted(states), ..ItemChanges::default() };
            for one in &changes.items {
                prop_assert_eq!(one.causes.total(), one.gap());
            }
            prop_assert_eq!(changes.total().total(), gap);
        }
    }
}
