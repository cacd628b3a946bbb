use proptest::prelude::*;
use proptest::strategy::Strategy as _;

use super::compare::{Became, compare};
use super::rank::Ranking;
use super::twice::{likeness_bp, said_twice};
use super::*;
use crate::tools::swot::model::Quadrant::{Opportunity, Strength, Threat, Weakness};
use crate::tools::swot::model::Strategy;

fn id(bits: u64) -> Id {
    Id::from_bits(bits)
}

fn entry(bits: u64, quadrant: Quadrant, text: &str, weight: u8, rating: u8) -> SwotEntry {
    SwotEntry { weight, rating, ..SwotEntry::new(id(bits), quadrant, text.to_owned()) }
}

fn swot() -> Swot {
    let entries = vec![
        entry(1, Strength, "现货库存", 2, 3),
        entry(2, Weakness, "推广效率低", 5, 4),
        entry(3, Strength, "视觉流程完善", 4, 5),
        entry(4, Opportunity, "移动端消费增加", 3, 3),
        entry(5, Threat, "推广效率变低了", 1, 1),
    ];
    Swot { entries, ..Swot::default() }
}

#[test]
fn entries_are_named_by_place_and_sorted_by_impact() {
    let codes = |by_impact| -> Vec<String> {
        quadrant(&swot(), Strength, by_impact).into_iter().map(|one| one.code).collect()
    };
    assert_eq!(codes(false), ["S1", "S2"]);
    // 4 × 5 = 20 before 2 × 3 = 6; the names stay.
    assert_eq!(codes(true), ["S2", "S1"]);
    assert_eq!(super::codes(&swot(), &[id(4), id(3), id(9)]), ["S2", "O1"]);
}

#[test]
fn totals_add_up() {
    let [s, w, o, t] = totals(&swot());
    assert_eq!((s.n_entries, s.impact, s.weight), (2, 26, 6));
    // 26 ÷ 6 = 4.333…
    assert_eq!(s.rating_x100(), Some(433));
    assert_eq!((w.impact, o.impact, t.impact), (20, 9, 1));
    assert_eq!(Total::default().rating_x100(), None);
}

#[test]
fn strategies_go_the_way_of_what_they_pair() {
    let swot = swot();
    for (entries, way) in [
        (vec![1, 4], Way::So),
        (vec![2, 4], Way::Wo),
        (vec![3, 5], Way::St),
        (vec![2, 5], Way::Wt),
        // W1 with 20 outweighs S1 with 6.
        (vec![1, 2, 4], Way::Wo),
        // S2 and W1 have 20 each: what is for us counts.
        (vec![2, 3, 4], Way::So),
        (vec![1, 3], Way::Unpaired),
        (vec![9], Way::Unpaired),
    ] {
        let ids: Vec<Id> = entries.iter().copied().map(id).collect();
        assert_eq!(super::way(&swot, &ids), way, "{entries:?}");
    }
}

#[test]
fn what_no_strategy_uses_is_named_by_impact() {
    let mut swot = swot();
    let mut dropped = Strategy::new(id(11), "停".to_owned(), vec![id(2), id(5)]);
    dropped.status = Progress::Dropped;
    swot.strategies = vec![Strategy::new(id(10), "做".to_owned(), vec![id(1), id(4)]), dropped];
    let coverage = coverage(&swot);
    assert_eq!((coverage.n_used, coverage.n_all), (2, 5));
    let codes = |list: &[Coded]| list.iter().map(|one| one.code.clone()).collect::<Vec<_>>();
    assert_eq!(codes(&coverage.unused), ["S2"]);
    assert_eq!(codes(&coverage.unanswered), ["W1", "T1"]);
}

#[test]
fn the_same_factor_in_two_quadrants_is_pointed_out() {
    // 推广 广效 效率 率低 | 推广 广效 效率 率变 变低 低了: 2·3 ÷ 10 = 60 %.
    let found = said_twice(&swot());
    assert_eq!(found.len(), 1);
    let codes = (found[0].first.code.as_str(), found[0].second.code.as_str());
    assert_eq!((codes, found[0].likeness_bp), (("W1", "T1"), 6_000));
}

#[test]
fn likeness_looks_at_letters_alone() {
    assert_eq!(likeness_bp("Fast shipping", "fast, shipping!"), 10_000);
    assert_eq!(likeness_bp("快", "快"), 0);
    assert_eq!(likeness_bp("", "现货"), 0);
}

#[test]
fn two_days_are_compared_entry_by_entry() {
    let before = swot().entries;
    let mut after = before.clone();
    after.remove(0);
    after[0].quadrant = Threat;
    after[0].weight = 4;
    after.push(entry(6, Opportunity, "新平台", 3, 3));
    let found = compare(&before, &after);
    let became: Vec<_> = found.iter().map(|one| (one.entry.id, one.became.clone())).collect();
    assert_eq!(
        became,
        [
            (id(2), vec![Became::Moved(Weakness), Became::Weighed(20)]),
            (id(6), vec![Became::Added]),
            (id(1), vec![Became::Removed]),
        ]
    );
    assert_eq!(compare(&before, &before), []);
}

proptest! {
    /// Whatever the order, answers that follow it lead to it.
    #[test]
    fn a_ranking_by_pairs_ends_in_the_order_of_the_answers(
        order in Just((0_u64..12).collect::<Vec<_>>()).prop_shuffle(),
        n in 0_usize..12,
    ) {
        let ids: Vec<Id> = (0..n as u64).map(id).collect();
        let rank = |wanted: Id| order.iter().position(|one| id(*one) == wanted);
        let mut ranking = Ranking::new(&ids);
        let mut n_asked = 0;
        while let Some((first, second)) = ranking.question() {
            ranking.answer(rank(first) < rank(second));
            n_asked += 1;
            prop_assert!(n_asked <= 12 * 4);
        }
        let mut expected = ids.clone();
        expected.sort_by_key(|one| rank(*one));
        prop_assert_eq!(ranking.ranked(), expected.as_slice());
        prop_assert_eq!(ranking.progress(), (n, n));
    }

    #[test]
    fn likeness_is_between_nothing_and_all_and_the_same_both_ways(a in ".{0,12}", b in ".{0,12}") {
        let likeness = likeness_bp(&a, &b);
        prop_assert!(likeness <= 10_000);
        prop_assert_eq!(likeness, likeness_bp(&b, &a));
    }

    #[test]
    fn what_is_used_and_what_is_left_is_all(
        used in prop::collection::vec(1_u64..6, 0..6),
    ) {
        let mut swot = swot();
        swot.strategies =
            vec![Strategy::new(id(10), String::new(), used.into_iter().map(id).collect())];
        let coverage = coverage(&swot);
        let n_left = coverage.unused.len() + coverage.unanswered.len();
        prop_assert_eq!(coverage.n_used + n_left, coverage.n_all);
    }
}
