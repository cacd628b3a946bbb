//! The SWOT of any shape.

use proptest::collection::vec;
use proptest::prelude::*;
use zhanggui::base::evidence::{Evidence, EvidenceKind};
use zhanggui::base::extra::Extra;
use zhanggui::base::id::Id;
use zhanggui::base::link::{Link, LinkKind};
use zhanggui::tools::swot::edit::{EntryField, StrategyField, SwotEdit};
use zhanggui::tools::swot::model::{
    Dismissed, Horizon, Progress, Quadrant, RuleLimit, Strategy as TowsStrategy, Swot, SwotEntry,
    SwotVersion,
};

use super::{day, id, text, unique_id};

fn evidence() -> impl Strategy<Value = Evidence> {
    let kind = prop_oneof![Just(EvidenceKind::Review), Just(EvidenceKind::Metric)];
    (kind, text(), prop::option::of(day()), any::<bool>(), prop::option::of(link())).prop_map(
        |(kind, text, day, is_fact, link)| Evidence {
            kind,
            text,
            day,
            is_fact,
            metric: is_fact.then(|| "sales".to_owned()),
            link,
            extra: Extra::new(),
        },
    )
}

fn link() -> impl Strategy<Value = Link> {
    let kind = prop_oneof![Just(LinkKind::Persona), Just(LinkKind::Factor), Just(LinkKind::Rival)];
    (kind, id()).prop_map(|(kind, id)| Link::new(kind, id))
}

fn progress() -> impl Strategy<Value = Progress> {
    prop::sample::select(Progress::ALL.to_vec())
}

fn quadrant() -> impl Strategy<Value = Quadrant> {
    prop::sample::select(Quadrant::ALL.to_vec())
}

fn swot_entry(id: impl Strategy<Value = Id>) -> impl Strategy<Value = SwotEntry> {
    let horizon = prop::option::of(prop::sample::select(Horizon::ALL.to_vec()));
    (
        (id, quadrant(), text(), 1_u8..=5, 1_u8..=5, horizon),
        (text(), progress(), any::<bool>(), prop::option::of(link()), vec(evidence(), 0..2)),
    )
        .prop_map(
            |(
                (id, quadrant, text, weight, rating, horizon),
                (owner, status, is_core, source, evidence),
            )| {
                SwotEntry {
                    weight,
                    rating,
                    horizon,
                    action: owner.clone(),
                    candidate: is_core.then(|| owner.clone()),
                    owner,
                    status,
                    is_core,
                    source,
                    evidence,
                    ..SwotEntry::new(id, quadrant, text)
                }
            },
        )
}

fn tows_strategy(id: impl Strategy<Value = Id>) -> impl Strategy<Value = TowsStrategy> {
    (id, text(), vec(super::id(), 0..3), text(), prop::option::of(day()), progress()).prop_map(
        |(id, text, entries, owner, due, status)| TowsStrategy {
            owner,
            due,
            metric: due.map(|_| "cvr".to_owned()),
            status,
            ..TowsStrategy::new(id, text, entries)
        },
    )
}

pub fn swot() -> impl Strategy<Value = Swot> {
    let version = (unique_id(), text(), day(), vec(swot_entry(unique_id()), 0..3)).prop_map(
        |(id, name, at, entries)| SwotVersion { id, name, at, entries, extra: Extra::new() },
    );
    let dismissed = (text(), day()).prop_map(|(candidate, at)| Dismissed {
        candidate,
        at,
        extra: Extra::new(),
    });
    let limit = (text(), 0_i64..9_000).prop_map(|(rule, limit)| RuleLimit {
        rule,
        limit,
        extra: Extra::new(),
    });
    (
        (vec(swot_entry(unique_id()), 0..4), vec(tows_strategy(unique_id()), 0..3), text()),
        (prop::option::of(day()), vec(dismissed, 0..2), vec(limit, 0..2), vec(version, 0..2)),
    )
        .prop_map(
            |((entries, strategies, competence), (checked, dismissed, limits, versions))| Swot {
                entries,
                strategies,
                competence,
                checked,
                dismissed,
                limits,
                versions,
                extra: Extra::new(),
            },
        )
}

pub fn swot_edit() -> impl Strategy<Value = SwotEdit> {
    let field = prop_oneof![
        text().prop_map(EntryField::Text),
        any::<u8>().prop_map(|weight| EntryField::Weight(weight % 8)),
        any::<bool>().prop_map(EntryField::Core),
        vec(evidence(), 0..3).prop_map(EntryField::Evidence),
    ];
    prop_oneof![
        swot_entry(id()).prop_map(SwotEdit::Put),
        (id(), field).prop_map(|(id, field)| SwotEdit::Set { id, field }),
        (id(), quadrant(), 0_usize..5).prop_map(|(id, quadrant, to)| SwotEdit::Place {
            id,
            quadrant,
            to
        }),
        (quadrant(), vec(id(), 0..4))
            .prop_map(|(quadrant, order)| SwotEdit::Arrange { quadrant, order }),
        id().prop_map(SwotEdit::Remove),
        tows_strategy(id()).prop_map(SwotEdit::PutStrategy),
        (id(), text())
            .prop_map(|(id, text)| SwotEdit::SetStrategy { id, field: StrategyField::Text(text) }),
        id().prop_map(SwotEdit::RemoveStrategy),
        (text(), day()).prop_map(|(candidate, at)| SwotEdit::Dismiss { candidate, at }),
        text().prop_map(SwotEdit::Restore),
        (id(), text(), day()).prop_map(|(id, name, at)| SwotEdit::Keep { id, name, at }),
    ]
}
