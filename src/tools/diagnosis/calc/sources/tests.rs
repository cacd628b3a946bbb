use proptest::prelude::*;

use super::*;
use crate::base::day::Day;
use crate::facts::chunk::Chunk;
use crate::facts::edit::FactsEdit;
use crate::facts::items::table::{ItemLabel, ItemTable};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn no_override(_: &str) -> Option<Channel> {
    None
}

/// Imports rows of a day: key, code, one value a metric.
fn import(
    facts: &mut FactSet,
    subject: Subject,
    on: &str,
    metrics: &[&str],
    rows: &[(&str, &str, &[i64])],
) {
    let mut rows = rows.to_vec();
    rows.sort_by_key(|row| row.0);
    let column = |at: usize| rows.iter().map(|row| Some(row.2[at])).collect::<Vec<_>>();
    let table = ItemTable {
        subject,
        items: rows
            .iter()
            .map(|(id, code, _)| ItemLabel {
                id: (*id).to_owned(),
                title: String::new(),
                code: (*code).to_owned(),
            })
            .collect(),
        periods: vec![(day(on), day(on))],
        rows: (0..rows.len()).map(|row| (0, row)).collect(),
        columns: metrics
            .iter()
            .enumerate()
            .map(|(at, key)| ((*key).to_owned(), column(at)))
            .collect(),
        rounded: Vec::new(),
    };
    table.check().unwrap();
    let text = || "sources".to_owned();
    let id = crate::base::id::Id::from_bits(7);
    FactsEdit::ApplyItems { id, file: text(), dialect: text(), at: text(), table }
        .apply(facts)
        .unwrap();
}

/// A day of the old layout and one of the new one, with their sums, and the shop of both.
fn facts() -> FactSet {
    let (first, last) = (day("2026-10-30"), day("2026-10-31"));
    let mut chunk = Chunk::empty(Span::new(first, last));
    for (day, values) in [(first, [100, 6, 60_000]), (last, [120, 6, 66_000])] {
        for (key, value) in METRICS.into_iter().zip(values) {
            chunk.set(key, day, Some(value));
        }
        chunk.set("ad_keyword", day, Some(3_000));
    }
    let mut facts = FactSet { shop_days: vec![chunk.into_ref().unwrap()], ..FactSet::default() };
    import(
        &mut facts,
        Subject::Source,
        "2026-10-30",
        &METRICS,
        &[
            ("付费流量›关键词推广›关键词推广", "", &[50, 1, 10_000]),
            ("付费流量›汇总›汇总", "", &[50, 1, 10_000]),
            ("淘内免费›手淘搜索›手淘搜索", "", &[50, 3, 30_000]),
            ("自主访问›购物车›购物车", "", &[20, 2, 20_000]),
        ],
    );
    import(
        &mut facts,
        Subject::Source,
        "2026-10-31",
        &METRICS,
        &[
            ("广告流量›阿里妈妈推广›关键词推广", "", &[80, 1, 11_000]),
            ("广告流量›阿里妈妈推广›汇总", "", &[75, 1, 11_000]),
            ("广告流量›汇总›汇总", "", &[75, 1, 11_000]),
            ("平台流量›手淘搜索›手淘搜索", "", &[40, 3, 33_000]),
            ("平台流量›购物车›购物车", "", &[30, 2, 22_000]),
        ],
    );
    facts
}

fn of(facts: &FactSet, on: &str) -> Sources {
    sources(facts, Span::day(day(on)), &no_override).unwrap()
}

#[test]
fn both_layouts_are_one_list_and_sums_are_not_counted_again() {
    let facts = facts();
    let (old, new) = (of(&facts, "2026-10-30"), of(&facts, "2026-10-31"));
    let names = |of: &Sources| {
        let mut names: Vec<_> = of.lines.iter().map(|one| one.name.clone()).collect();
        names.sort();
        names
    };
    assert_eq!(names(&old), names(&new));
    // 50 + 50 + 20 of 100 people: twenty came by two sources.
    assert_eq!(old.total(), Funnel::of(120, 6, 60_000));
    assert_eq!(new.total(), Funnel::of(150, 6, 66_000));
    assert_eq!(old.of_channel(Channel::Own).state, Funnel::of(20, 2, 20_000));
    assert_eq!(new.of_channel(Channel::Own).state, Funnel::of(30, 2, 22_000));
    let both = sources(&facts, Span::new(day("2026-10-30"), day("2026-10-31")), &no_override);
    assert_eq!(both.unwrap().n_days, 2);
    // What the user says of a channel holds.
    let own = |name: &str| (name == "购物车").then_some(Channel::Free);
    let found = sources(&facts, Span::day(day("2026-10-31")), &own).unwrap();
    assert_eq!(found.of_channel(Channel::Free).state, Funnel::of(70, 5, 55_000));
    assert_eq!(sources(&facts, Span::day(day("2026-10-29")), &no_override), None);
}

#[test]
fn parts_of_sources_add_up_to_the_headline() {
    let facts = facts();
    let found = source_changes(of(&facts, "2026-10-30"), of(&facts, "2026-10-31")).unwrap();
    assert_eq!(found.total().total(), 6_000);
    let channels = Channel::ALL.map(|one| found.of_channel(one).2.total());
    assert_eq!(channels, [3_000, 1_000, 2_000, 0]);
    // Twenty more visitors of the shop: thirty by search, ads and cart, ten of them counted twice.
    assert_eq!(found.people(), Some([(100, 120), (20, 30)]));
    let by_source: f64 =
        found.lines.iter().map(|one| one.change.to.visitors - one.change.from.visitors).sum();
    assert_eq!(by_source as i64 - (30 - 20), 120 - 100);
    assert!(found.is_whole());
}

#[test]
fn v13_a_mix_alone_moves_the_conversion_of_all() {
    // 4,000 at 4 % and 6,000 at 1 % are 2.2 %; 6,000 and 4,000 are 2.8 %.
    let side = |rich: (i64, i64), poor: (i64, i64)| {
        let line = |name: &str, (visitors, buyers): (i64, i64)| Source {
            name: name.to_owned(),
            channel: Channel::Free,
            state: Funnel::of(visitors, buyers, buyers * 100),
            cost: None,
        };
        Sources {
            span: Span::day(day("2026-10-01")),
            n_days: 1,
            is_of_days: true,
            lines: vec![line("rich", rich), line("poor", poor)],
            shop: None,
        }
    };
    let before = side((4_000, 160), (6_000, 60));
    let found = source_changes(before, side((6_000, 240), (4_000, 40))).unwrap();
    let rates = found.rates().unwrap();
    assert_eq!(rates.rates, (220, 280));
    // A fifth of all moved from 1 % to 4 %: 0.2 × 3 % = 0.6 points, half of it by each.
    assert_eq!((rates.mix.iter().sum::<i64>(), rates.own.iter().sum::<i64>()), (60, 0));
    assert_eq!(found.total(), ItemCauses { mix: 6_000, ..ItemCauses::default() });
    assert_eq!(found.people(), None);
}

#[test]
fn costs_are_those_of_the_days_with_sources() {
    let mut facts = facts();
    let cost =
        |found: &Sources, name: &str| found.lines.iter().find(|one| one.name == name).unwrap().cost;
    // Without a report of plans the shop's own figure counts; free sources have none.
    let found = of(&facts, "2026-10-31");
    assert_eq!(cost(&found, "关键词推广"), Some((3_000, 1)));
    assert_eq!(cost(&found, "手淘搜索"), None);
    let plans: &[(&str, &str, &[i64])] =
        &[("7001", "关键词推广", &[2_500]), ("7002", "关键词推广", &[700])];
    for on in ["2026-10-28", "2026-10-30"] {
        import(&mut facts, Subject::AdPlan, on, &[SPEND], plans);
    }
    // Of the 28th no source is known: what was spent then is not held against them.
    let found = sources(&facts, Span::new(day("2026-10-28"), day("2026-10-31")), &no_override);
    let found = found.unwrap();
    assert_eq!((found.n_days, cost(&found, "关键词推广")), (2, Some((3_200 + 3_000, 2))));
    assert_eq!(found.of_channel(Channel::Paid).cost, Some((6_200, 2)));
}

#[test]
fn people_counted_once_are_not_held_against_days() {
    let facts = facts();
    let mut month = of(&facts, "2026-10-30");
    month.is_of_days = false;
    assert_eq!(source_changes(month, of(&facts, "2026-10-31")), None);
}

fn any_source() -> impl Strategy<Value = (u8, u8, [i64; 3])> {
    (0_u8..12, 0_u8..4, [0_i64..100_000, 0_i64..5_000, 0_i64..900_000_000])
}

fn side_of(all: &[(u8, u8, [i64; 3])]) -> Sources {
    let mut sums: BTreeMap<(String, Channel), Funnel> = BTreeMap::new();
    for (name, channel, [visitors, buyers, sales]) in all {
        let key = (name.to_string(), Channel::ALL[usize::from(*channel)]);
        let sum = sums.entry(key).or_default();
        *sum = sum.plus(Funnel::of(*visitors, *buyers, *sales));
    }
    let line = |((name, channel), state)| Source { name, channel, state, cost: None };
    Sources {
        span: Span::day(day("2026-10-01")),
        n_days: 1,
        is_of_days: true,
        lines: sums.into_iter().map(line).collect(),
        shop: Some(Funnel::of(70_000, 900, 1)),
    }
}

proptest! {
    #[test]
    fn whatever_sources_did_their_parts_are_the_headline(
        before in prop::collection::vec(any_source(), 0..30),
        now in prop::collection::vec(any_source(), 0..30),
    ) {
        let (from, to) = (side_of(&before), side_of(&now));
        let gap = to.total().sales - from.total().sales;
        let more = (to.total().visitors - from.total().visitors) as i64;
        let found = source_changes(from, to).unwrap();
        for one in &found.lines {
            prop_assert_eq!(one.change.causes.total(), one.change.gap());
        }
        prop_assert_eq!(found.total().total(), gap);
        let channels = Channel::ALL.map(|one| found.of_channel(one).2);
        prop_assert_eq!(channels.iter().map(|one| one.total()).sum::<i64>(), gap);
        prop_assert_eq!(channels.iter().map(|one| one.mix).sum::<i64>(), found.total().mix);
        // People: the sources' changes, less what is counted in several, are the shop's change.
        let [(a, b), (more_a, more_b)] = found.people().unwrap();
        prop_assert_eq!(more - (more_b - more_a), b - a);
        if let Some(rates) = found.rates() {
            let sum: i64 = rates.mix.iter().chain(&rates.own).sum();
            prop_assert_eq!(sum, rates.rates.1 - rates.rates.0);
        }
    }
}
