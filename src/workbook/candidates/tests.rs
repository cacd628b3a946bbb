use super::*;
use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::ratio::Ratio;
use crate::base::score::Score;
use crate::base::span::Span;
use crate::facts::chunk::Chunk;
use crate::facts::set::FactSet;
use crate::tools::journey::edit::JourneyEdit;
use crate::tools::journey::model::{Factor, Stage};
use crate::tools::rivals::edit::RivalsEdit;
use crate::tools::rivals::model::{Observation, Rival};
use crate::tools::shop::edit::ShopEdit;
use crate::tools::swot::edit::SwotEdit;
use crate::tools::swot::model::{Quadrant, SwotEntry};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// 28 days in October 2026 and the same weekdays a year before, each day with these values.
fn with_days(now: &[(&str, i64)], before: &[(&str, i64)]) -> Workbook {
    let now_span = Span::new(day("2026-10-04"), day("2026-10-31"));
    let before_span = Span::new(day("2025-10-05"), day("2025-11-01"));
    let chunk = |span: Span, values: &[(&str, i64)]| {
        let mut chunk = Chunk::empty(span);
        for day in span.days() {
            for (key, value) in values {
                chunk.set(key, day, Some(*value));
            }
        }
        chunk.into_ref().unwrap()
    };
    let shop_days = vec![chunk(before_span, before), chunk(now_span, now)];
    let facts = FactSet { shop_days, ..FactSet::default() };
    Workbook { facts: facts.into(), ..Workbook::default() }
}

fn found(workbook: &Workbook, key: &str) -> Vec<Candidate> {
    let mut all = workbook.candidates(day("2026-11-01"));
    all.retain(|one| one.rule == key);
    all
}

#[test]
fn a_metric_is_held_against_the_same_weekdays_a_year_before() {
    // 3 % against 2.5 %: up by a fifth.
    let workbook =
        with_days(&[("buyers", 30), ("visitors", 1_000)], &[("buyers", 25), ("visitors", 1_000)]);
    let up = found(&workbook, "cvr_up");
    assert_eq!(up.len(), 1);
    assert_eq!(
        up[0].figures,
        [
            Figure::MetricName("cvr"),
            Figure::Metric("cvr", 300),
            Figure::Percent(2_000),
            Figure::Day(day("2026-10-04")),
            Figure::Day(day("2026-10-31")),
            Figure::Metric("cvr", 250),
        ]
    );
    assert_eq!(found(&workbook, "cvr_down"), []);
    assert_eq!(found(&workbook, "visitors_up"), []);
}

#[test]
fn the_users_limit_counts_and_a_dismissal_is_remembered() {
    let mut workbook = with_days(&[("visitors", 110)], &[("visitors", 100)]);
    assert_eq!(found(&workbook, "visitors_up").len(), 1);
    let limit = |limit| SwotEdit::SetLimit { rule: "visitors_up".to_owned(), limit };
    workbook.apply(limit(Some(1_001)).into()).unwrap();
    assert_eq!(found(&workbook, "visitors_up"), []);
    workbook.apply(limit(None).into()).unwrap();
    let at = day("2026-11-01");
    workbook.apply(SwotEdit::Dismiss { candidate: "visitors_up".to_owned(), at }.into()).unwrap();
    assert_eq!(found(&workbook, "visitors_up"), []);
    workbook.apply(SwotEdit::Restore("visitors_up".to_owned()).into()).unwrap();
    let mut entry = SwotEntry::new(Id::from_bits(1), Quadrant::Strength, "访客多".to_owned());
    entry.candidate = Some("visitors_up".to_owned());
    workbook.apply(SwotEdit::Put(entry).into()).unwrap();
    assert_eq!(found(&workbook, "visitors_up"), []);
    let all = workbook.all_candidates(at);
    assert!(all.iter().any(|one| one.key == "visitors_up"));
}

#[test]
fn too_few_days_say_nothing() {
    let mut workbook = with_days(&[("visitors", 200)], &[("visitors", 100)]);
    let mut chunk = Chunk::empty(Span::new(day("2026-10-04"), day("2026-10-31")));
    for idx in 0..20 {
        chunk.set("visitors", day("2026-10-31") - idx, Some(200));
    }
    workbook.facts.make_mut().shop_days[1] = chunk.into_ref().unwrap();
    assert_eq!(found(&workbook, "visitors_up"), []);
    assert_eq!(
        Workbook::default()
            .all_candidates(day("2026-01-01"))
            .iter()
            .filter(|one| one.metric.is_some())
            .count(),
        0
    );
}

#[test]
fn shares_are_those_of_the_sums() {
    let workbook = with_days(
        &[("returning_buyers", 1), ("buyers", 6), ("refunds", 100), ("sales", 1_000)],
        &[],
    );
    // 28 ÷ 168 = 16.67 %; 10 % is at the limit of refunds.
    assert_eq!(found(&workbook, "loyalty_low")[0].figures[0], Figure::Percent(1_667));
    assert_eq!(found(&workbook, "loyalty_high"), []);
    assert_eq!(found(&workbook, "refunds_high")[0].figures[0], Figure::Percent(1_000));
}

#[test]
fn advertising_is_held_against_the_shops_cap() {
    let mut workbook = with_days(&[("ad_keyword", 120), ("sales", 1_000)], &[]);
    assert_eq!(found(&workbook, "ads_high")[0].figures[0], Figure::Percent(1_200));
    workbook.apply(ShopEdit::SetAdCap(Ratio::from_bp(1_200)).into()).unwrap();
    assert_eq!(found(&workbook, "ads_high"), []);
}

#[test]
fn an_event_ahead_is_proposed_once_a_year() {
    let found = found(&Workbook::default(), "event_ahead");
    let keys: Vec<&str> = found.iter().map(|one| one.key.as_str()).collect();
    assert!(keys.contains(&"event_ahead/double_11/2026"), "{keys:?}");
    let event = found.iter().find(|one| one.key.contains("double_11")).unwrap();
    assert_eq!(event.figures[1], Figure::Count(10));
}

#[test]
fn a_competitors_last_two_prices_are_compared() {
    let mut workbook = Workbook::default();
    let rival = Id::from_bits(1);
    workbook.apply(RivalsEdit::Put(Rival::new(rival, "木作坊".to_owned())).into()).unwrap();
    for (bits, at, price) in [(2, "2026-10-01", 10_000), (3, "2026-10-20", 8_800)] {
        let mut seen = Observation::new(Id::from_bits(bits), day(at), None, "price".to_owned());
        seen.number = Some(price);
        let edit = RivalsEdit::Observe { rival, observations: vec![seen] };
        workbook.apply(edit.into()).unwrap();
    }
    let down = found(&workbook, "rival_price_down");
    assert_eq!(down[0].figures[4], Figure::Percent(1_200));
    assert_eq!(down[0].about, Some(Link::new(LinkKind::Rival, rival)));
    assert_eq!(found(&workbook, "rival_price_up"), []);
}

#[test]
fn important_factors_are_weaknesses_strengths_or_threats() {
    let rule = |importance, own, rival| {
        let mut factor = Factor::new(Id::from_bits(1), "包装".to_owned(), Stage::Receive);
        factor.importance = Some(importance);
        factor.own = Some(own);
        factor.rivals = vec![Score::new(Id::from_bits(2), rival)];
        let mut workbook = Workbook::default();
        workbook.apply(JourneyEdit::Put(factor).into()).unwrap();
        let all = workbook.candidates(day("2000-06-01"));
        let mut rules: Vec<&str> = all.iter().map(|one| one.rule).collect();
        rules.retain(|rule| rule.starts_with("factor"));
        rules
    };
    assert_eq!(rule(5, 3, 3), ["factor_gap"]);
    assert_eq!(rule(5, 3, 5), ["factor_gap", "factor_behind"]);
    assert_eq!(rule(4, 4, 3), ["factor_lead"]);
    assert!(rule(3, 1, 5).is_empty());
}
