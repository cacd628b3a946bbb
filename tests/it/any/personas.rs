//! Personas of any shape.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use zhanggui::base::evidence::Evidence;
use zhanggui::base::id::Id;
use zhanggui::base::money::Money;
use zhanggui::base::ratio::Ratio;
use zhanggui::tools::personas::edit::PersonasEdit;
use zhanggui::tools::personas::model::Personas;
use zhanggui::tools::personas::model::needs::{Insight, InsightTarget, Need, NeedKind};
use zhanggui::tools::personas::model::persona::{Claim, Persona, ShareRow};
use zhanggui::tools::personas::model::tables::{MallVisit, Region, Segment};

use super::{day, id, text, unique_id};

fn ratio() -> impl Strategy<Value = Option<Ratio>> {
    option::of((0..10_001).prop_map(Ratio::from_bp))
}

fn rows() -> impl Strategy<Value = Vec<ShareRow>> {
    let row = (text(), ratio(), option::of(id()))
        .prop_map(|(name, share, factor)| ShareRow { factor, ..ShareRow::new(name, share) });
    vec(row, 0..3)
}

fn need() -> impl Strategy<Value = Need> {
    (unique_id(), text(), any::<bool>(), option::of(0_i64..1_000_000), text()).prop_map(
        |(id, text, is_hard, volume, product)| {
            let kind = if is_hard { NeedKind::Hard } else { NeedKind::Latent };
            Need { volume, product, ..Need::new(id, kind, text) }
        },
    )
}

fn persona(id: impl Strategy<Value = Id>) -> impl Strategy<Value = Persona> {
    let numbers = (ratio(), ratio(), ratio(), option::of(0_i64..9_000_000), option::of(0_u8..121));
    let lists = (rows(), rows(), vec(need(), 0..2), vec(text(), 0..3), option::of(text()));
    let insight = (unique_id(), text(), option::of(super::id())).prop_map(|(id, text, task)| {
        Insight { task, ..Insight::new(id, InsightTarget::Supply, text) }
    });
    let rest = (vec(insight, 0..2), option::of(day()), text());
    (id, text(), numbers, lists, rest).prop_map(|(id, name, numbers, lists, rest)| {
        let (share, cvr, female, price, age_from) = numbers;
        let (ages, occasions, needs, keywords, words_zh) = lists;
        let (insights, review_by, evidence) = rest;
        let mut persona = Persona {
            share,
            cvr,
            female,
            price_to: price.map(Money::fen_const),
            age_from,
            ages,
            occasions,
            needs,
            keywords,
            words_zh,
            insights,
            review_by,
            ..Persona::new(id, name)
        };
        persona.set_evidence(Claim::Age, vec![Evidence { text: evidence, ..Evidence::default() }]);
        persona
    })
}

fn region() -> impl Strategy<Value = Region> {
    (text(), ratio(), ratio(), any::<bool>()).prop_map(|(name, buyers, returns, has_ads)| Region {
        name,
        buyers,
        returns,
        has_ads,
        ..Region::default()
    })
}

fn visit() -> impl Strategy<Value = MallVisit> {
    (text(), text(), option::of(day())).prop_map(|(mall, note, day)| MallVisit {
        mall,
        note,
        day,
        ..MallVisit::default()
    })
}

fn segment() -> impl Strategy<Value = Segment> {
    (text(), option::of(1_u8..6), option::of(0_i64..1_000_000)).prop_map(
        |(name, satisfaction, size)| Segment { name, satisfaction, size, ..Segment::default() },
    )
}

/// The personas' section.
pub fn personas() -> impl Strategy<Value = Personas> {
    (vec(persona(unique_id()), 0..3), vec(region(), 0..3), vec(visit(), 0..2), vec(segment(), 0..2))
        .prop_map(|(personas, regions, visits, segments)| Personas {
            personas,
            regions,
            visits,
            segments,
            ..Personas::default()
        })
}

/// Any edit of them, some on personas that are not there.
pub fn personas_edit() -> impl Strategy<Value = PersonasEdit> {
    prop_oneof![
        persona(id()).prop_map(|persona| PersonasEdit::Put(Box::new(persona))),
        persona(id()).prop_map(|persona| PersonasEdit::Write {
            persona: Box::new(persona),
            field: "personas.personas.name",
            of: None,
        }),
        id().prop_map(PersonasEdit::Remove),
        (id(), 0_usize..4).prop_map(|(id, to)| PersonasEdit::Move { id, to }),
        vec(region(), 0..3).prop_map(PersonasEdit::SetRegions),
        vec(visit(), 0..3).prop_map(PersonasEdit::SetVisits),
        vec(segment(), 0..3).prop_map(PersonasEdit::SetSegments),
        option::of(-1_i64..1_000_000).prop_map(PersonasEdit::SetVisitors),
        (-1..12_000, 9_000..90_000).prop_map(|(cover, alert)| PersonasEdit::SetRegionRule {
            ad_cover: Ratio::from_bp(cover),
            return_alert: Ratio::from_bp(alert),
        }),
    ]
}
