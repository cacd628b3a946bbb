//! The sample workbook that the page opens in one click: `examples/make_sample.rs` makes it.

use zhanggui::base::day::{Day, Month};
use zhanggui::base::id::Id;
use zhanggui::base::link::{Link, LinkKind};
use zhanggui::base::span::Span;
use zhanggui::persist::decode::{Decoded, from_file};
use zhanggui::persist::keeper::Keeper;
use zhanggui::persist::kv::MemKv;
use zhanggui::persist::shelf;
use zhanggui::tools::diagnosis::calc::baseline::Calendar;
use zhanggui::tools::diagnosis::calc::findings::{Factor, Finding, findings};
use zhanggui::tools::diagnosis::calc::increment::increment;
use zhanggui::tools::diagnosis::calc::items::changes;
use zhanggui::tools::diagnosis::calc::sources::sources;
use zhanggui::tools::diagnosis::calc::sure::{Bar, Sure};
use zhanggui::tools::diagnosis::calc::verdict::verdict;
use zhanggui::tools::diagnosis::model::{Basis, Diagnosis};
use zhanggui::tools::goals::calc::breakdown::breakdown;
use zhanggui::tools::launch::calc::season::{Peers, peers, progress};
use zhanggui::tools::launch::calc::{Outcome, scorecard};
use zhanggui::tools::trials::calc::{Verdict, reading};
use zhanggui::workbook::Workbook;

const SAMPLE: &str = include_str!("../../public/sample.zhanggui.json");
const SAMPLE_EN: &str = include_str!("../../public/sample-en.zhanggui.json");

fn sample() -> Decoded {
    from_file(SAMPLE).unwrap()
}

#[test]
fn the_english_sample_has_the_same_figures_and_no_chinese_name() {
    let (zh, en) = (sample().workbook, from_file(SAMPLE_EN).unwrap().workbook);
    assert_eq!(zh.facts, en.facts);
    let (plan, same) = (en.goals.plan(2026).unwrap(), zh.goals.plan(2026).unwrap());
    assert_eq!((plan.target, &plan.shape), (same.target, &same.shape));
    let parts = plan.splits.iter().flat_map(|split| &split.parts).map(|part| &part.name);
    let notes = plan.cells.iter().map(|cell| &cell.note);
    let rules = en.calendar.rules.iter().map(|rule| &rule.name);
    for name in parts.chain(notes).chain(rules).chain([&en.shop.name, &plan.baselines[0].name]) {
        assert!(name.is_ascii(), "{name}");
    }
}

#[test]
fn the_sample_opens_whole_and_says_that_it_is_one() {
    let Decoded { workbook, n_missing, .. } = sample();
    assert_eq!(n_missing, 0);
    assert!(workbook.shop.is_sample);
    assert!(SAMPLE.len() < 400_000, "{} bytes", SAMPLE.len());
    let span = workbook.facts.span().unwrap();
    assert_eq!(span.n_days(), 730);
    // Σ 支付金额 after both exports, as the sample exports say.
    assert_eq!(workbook.facts.sum("sales", span).total, Some(291_198_208));
}

#[test]
fn the_samples_sources_bring_what_the_shop_took_and_overlap() {
    let workbook = sample().workbook;
    let span = Span::new("2026-09-01".parse().unwrap(), "2026-09-30".parse().unwrap());
    let found = sources(&workbook.facts, span, &|_| None).unwrap();
    let (all, shop) = (found.total(), found.shop.unwrap());
    assert_eq!((found.n_days, all.sales, all.buyers), (30, shop.sales, shop.buyers));
    assert!(shop.visitors < all.visitors, "{all:?}");
    assert!(found.lines.iter().any(|one| one.cost.is_some_and(|cost| 0 < cost.0)));
}

#[test]
fn the_sample_fills_every_page() {
    for workbook in [sample().workbook, from_file(SAMPLE_EN).unwrap().workbook] {
        assert!(2 <= workbook.personas.personas.len());
        assert_eq!(workbook.journey.factors.len(), 25);
        assert!(!workbook.journey.stages.is_empty() && !workbook.journey.visits.is_empty());
        assert_eq!(workbook.rivals.rivals.len(), 4);
        let rivals = &workbook.rivals;
        assert_eq!((rivals.differences.len(), rivals.same_items.len()), (8, 3));
        assert!(10 <= rivals.shop_changes.len());
        assert!(rivals.own.iter().any(|own| 4 <= own.seen.len()));
        assert!(rivals.rivals[0].products[0].own.is_some());
        // Sums of imported days: a week before the listing was adjusted, and the week from then.
        let adjusted = rivals.differences.iter().find_map(|one| one.adjusted).unwrap();
        let (before, after) = workbook.visitors_around(adjusted).unwrap();
        let sum = |from: i32| -> i64 {
            let days = (0..7).map(|n| Day::from_number(adjusted.number() + from + n));
            days.map(|day| workbook.facts.value("visitors", day).unwrap()).sum()
        };
        assert_eq!((before, after), (sum(-7), sum(0)));
        let at_the_edge: Day = "2026-10-29".parse().unwrap();
        assert_eq!(workbook.visitors_around(at_the_edge), None);
        assert_eq!(workbook.swot.entries.len(), 11);
        assert_eq!((workbook.position.claims.len(), workbook.position.faces.len()), (3, 5));
        assert!(workbook.position.level.is_some() && workbook.position.role.is_some());
        assert!(6 <= workbook.position.curve.len() && 6 <= workbook.position.chain.len());
        // Every step of the price is there, each product with terms is one of the list.
        assert_eq!((workbook.profit.steps.len(), workbook.profit.terms.len()), (5, 2));
        assert_eq!((workbook.profit.bundles.len(), workbook.profit.pulls.len()), (2, 1));
        for terms in &workbook.profit.terms {
            assert!(workbook.products.products.iter().any(|one| one.id == terms.product));
        }
        // Every link of the sample leads somewhere.
        let curve = workbook.position.curve.iter().filter_map(|one| one.factor);
        let visits = workbook.journey.visits.iter().filter_map(|visit| visit.factor);
        for id in curve.chain(visits) {
            assert!(workbook.title_of(Link::new(LinkKind::Factor, id)).is_some(), "{id}");
        }
        let outcomes = workbook.launch.items.iter().map(|item| {
            let card = scorecard(&workbook.launch, item);
            card.outcome
        });
        let outcomes: Vec<_> = outcomes.collect();
        assert_eq!(outcomes[4..], [Outcome::Pass, Outcome::Fail]);
        assert!(outcomes[..4].iter().all(|one| *one == Outcome::Open));
        let season = &workbook.launch.seasons[0];
        assert_eq!(peers(season, workbook.launch.enough).says, Peers::Selling);
        assert_eq!(progress(&workbook.launch.hits[0]), (4, Some("value")));
        // One test is over, one would be by a glance, one is before and after.
        let today: Day = "2026-11-01".parse().unwrap();
        let verdicts: Vec<_> =
            workbook.trials.trials.iter().map(|one| reading(one, today).verdict).collect();
        let expected = [Verdict::NotEnough, Verdict::Winner(1), Verdict::TooEarly(2)];
        assert_eq!(verdicts, expected);
        let change = &workbook.position.changes[0];
        assert!(workbook.title_of(change.source.unwrap()).is_some());
    }
}

#[test]
fn the_samples_plan_adds_up_with_its_locks() {
    let workbook = sample().workbook;
    let cut = workbook.shop.cut();
    let plan = workbook.goals.plan(2026).unwrap();
    let days = breakdown(plan, &workbook.events(cut.year(2026)), cut).unwrap();
    assert_eq!(days.total(), 165_000_000);
    let month = |number| {
        let month = Month::new(2026, number);
        days.sum(zhanggui::base::span::Span::new(month.first(), month.last()))
    };
    assert_eq!((month(6), month(11)), (15_000_000, 17_500_000));
    let day: Day = "2026-10-24".parse().unwrap();
    assert_eq!(days.day(day), Some(600_000));
}

#[test]
fn the_stored_sample_is_found_again_and_its_size_counts_its_facts() {
    const NOW: &str = "2026-11-01T09:10:00";
    let kv = MemKv::default();
    let mut own = Keeper::fresh(Id::from_bits(1), NOW);
    own.save(&kv, &Workbook::default(), 1, NOW, 0);
    assert_eq!(shelf::sample(&kv).unwrap(), None);

    let Decoded { workbook, meta, .. } = sample();
    let id = Id::from_bits(2);
    Keeper::imported(id, meta).save(&kv, &workbook, 1, NOW, 0);
    assert_eq!(shelf::sample(&kv).unwrap(), Some(id));
    let look = shelf::look(&kv).unwrap();
    // Nothing else is stored: what the two take is what the origin holds.
    assert_eq!(look.workbooks.iter().map(|entry| entry.size).sum::<usize>(), look.used);
    let size = |id| look.workbooks.iter().find(|entry| entry.id == id).unwrap().size;
    assert!(100_000 < size(id) && size(Id::from_bits(1)) < 10_000, "{look:?}");

    shelf::throw_away(&kv, id, NOW).unwrap();
    assert_eq!(shelf::sample(&kv).unwrap(), None, "a discarded sample is made anew");
}

fn september(basis: Basis) -> Diagnosis {
    let day = |text: &str| Some(text.parse().unwrap());
    Diagnosis { from: day("2026-09-01"), to: day("2026-09-30"), basis, ..Diagnosis::default() }
}

#[test]
fn the_diagnosis_finds_the_item_whose_conversion_fell() {
    // The story of the samples: from 2026-09-03 the hero's visitors rise with 全站推广 while its
    // conversion roughly halves; the other items are as before.
    let workbook = sample().workbook;
    let section = september(Basis::Before);
    let events = workbook.events_of_facts();
    let found = verdict(&section, &workbook.facts, &events, |_| None).unwrap();
    assert_eq!((found.base.sales, found.now.sales), (12_979_026, 12_104_593));
    assert_eq!(found.n_days, (30, 31));
    let parts = found.causes.parts();
    assert_eq!(parts.iter().sum::<i64>(), -874_433);
    // As the design's screen has them, in whole yuan.
    assert_eq!(parts.map(|part| (part as f64 / 100.0).round() as i64), [31_940, -26_082, -14_602]);
    assert_eq!(found.sure, Sure::Down);

    let items = changes(&workbook.facts, found.other.unwrap(), found.span).unwrap();
    assert_eq!(items.total().total(), items.items.iter().map(|item| item.gap()).sum::<i64>());
    let why = findings(&found, Some(&items), &workbook.facts, Bar::of(&section));
    assert_eq!(why[0], Finding::Against);
    assert!(matches!(why[1], Finding::Main { factor: Factor::Cvr, .. }));
    let Finding::Item { item, sure, rest, .. } = &why[2] else { panic!("{why:?}") };
    assert_eq!((item.id.as_str(), *sure), ("994280026318", Sure::Down));
    assert_eq!((item.from.visitors, item.to.visitors), (7_617.0, 13_452.0));
    assert_eq!((item.from.buyers, item.to.buyers), (239.0, 193.0));
    assert!(rest.0.cvr() < rest.1.cvr(), "the others did not fall");
    assert!(matches!(why[3], Finding::Ads { key: "ad_sitewide", from, to } if from < to));
}

#[test]
fn the_diagnosis_holds_a_month_against_its_target_and_its_baseline() {
    let workbook = sample().workbook;
    let events = workbook.events_of_facts();
    let of = |basis| {
        verdict(&september(basis), &workbook.facts, &events, |span| workbook.planned(span)).unwrap()
    };
    let target = of(Basis::Target);
    assert_eq!(Some(target.base.sales), workbook.target_of(target.span));
    let baseline = of(Basis::Baseline);
    // The shop's own event of three days has not been before: these days have no baseline.
    assert_eq!(baseline.n_days, (27, 27));
    for found in [target, baseline, of(Basis::LastYear)] {
        assert_eq!(found.causes.parts().iter().sum::<i64>(), found.gap());
        // Whatever it is held against, more came and fewer of them bought.
        assert!(0 < found.causes.visitors && found.causes.cvr < 0, "{found:?}");
        assert_eq!(found.sure, Sure::Down);
    }
    let year = workbook.facts.span().unwrap();
    let calendar = Calendar::new(&workbook.facts, &events);
    let festival = |key: &str| {
        let within = |span: Span| span.overlap(year) == Some(span);
        events.iter().rev().find(|event| event.key == key && within(event.span)).unwrap()
    };
    let sale = increment(&calendar, festival("double_11"), 7).unwrap();
    assert!(0 < sale.total() && sale.during.n_days == sale.during.of_days);
}

#[test]
fn the_samples_figures_fire_the_rules_that_its_story_has() {
    let workbook = sample().workbook;
    let given = workbook.advice("2026-11-01".parse().unwrap());
    let keys: Vec<String> = given.iter().map(|one| one.key()).collect();
    // In October the hero is partly repaired; few of those who ask buy; logistics is rated 4.798.
    let expected = [
        "inquiry_low/shop",
        "item_rate_rose/994280026318",
        "item_hero/994280026318",
        "rating_low/rating_logistics",
    ];
    for key in expected {
        assert!(keys.iter().any(|one| one == key), "{key}: {keys:#?}");
    }
    for one in &given {
        assert!(one.figures.iter().any(|seen| seen.limit.is_some()), "{}", one.key());
    }
}
