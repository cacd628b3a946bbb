//! Decision factors and positionings of any shape.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use zhanggui::base::evidence::{Evidence, EvidenceKind};
use zhanggui::base::link::{Link, LinkKind};
use zhanggui::base::score::Score;
use zhanggui::tools::journey::edit::{
    FactorField, JourneyEdit, MoodChange, MoodOf, ScoreChange, ScoreField,
};
use zhanggui::tools::journey::model::{
    Factor, FactorAction, FactorLimits, Journey, Lane, LaneView, Stage, StageNote, Visit, VisitPath,
};
use zhanggui::tools::position::edit::{ChainField, CurveChange, CurveScore, PositionEdit};
use zhanggui::tools::position::model::{
    ChainAction, ChainKind, ChainLink, ChainRole, Change, CurveFactor, CurveLimits, Department,
    Face, FaceKind, Follower, FourAction, Level, LevelClaim, Position, PriceTier,
};

use super::{Extra, day, id, text};

fn maybe<T: std::fmt::Debug + Clone + 'static>(all: &[T]) -> impl Strategy<Value = Option<T>> {
    prop::option::of(select(all.to_vec()))
}

fn five() -> impl Strategy<Value = Option<u8>> {
    prop::option::of(1_u8..=5)
}

fn ten() -> impl Strategy<Value = Option<u8>> {
    prop::option::of(0_u8..=10)
}

fn yes_or_no() -> impl Strategy<Value = Option<bool>> {
    prop::option::of(any::<bool>())
}

fn scores(max: u8) -> impl Strategy<Value = Vec<Score>> {
    vec((id(), 1..=max).prop_map(|(of, value)| Score::new(of, value)), 0..3)
}

fn link() -> impl Strategy<Value = Link> {
    let kinds = [LinkKind::Persona, LinkKind::Factor, LinkKind::Rival, LinkKind::ChainLink];
    (select(kinds.to_vec()), id()).prop_map(|(kind, id)| Link::new(kind, id))
}

fn evidence() -> impl Strategy<Value = Evidence> {
    (text(), prop::option::of(day()), any::<bool>(), prop::option::of(link())).prop_map(
        |(text, day, is_fact, link)| Evidence {
            kind: EvidenceKind::Keyword,
            text,
            day,
            is_fact,
            link,
            ..Evidence::default()
        },
    )
}

fn factor() -> impl Strategy<Value = Factor> {
    let words = (id(), text(), select(Stage::ALL.to_vec()), text(), text());
    let numbers = (five(), scores(5), five(), scores(5), five());
    (words, numbers, maybe(&FactorAction::ALL), vec(evidence(), 0..2)).prop_map(
        |((id, name, stage, owner, note), numbers, action, evidence)| {
            let (importance, personas, own, rivals, effort) = numbers;
            let factor = Factor::new(id, name, stage);
            Factor {
                importance,
                personas,
                own,
                rivals,
                effort,
                action,
                owner,
                note,
                evidence,
                template: own.map(|_| "fair_price".to_owned()),
                ..factor
            }
        },
    )
}

fn visit() -> impl Strategy<Value = Visit> {
    let ends = (prop::option::of(id()), prop::option::of(id()));
    (id(), day(), select(VisitPath::ALL.to_vec()), text(), text(), ends, any::<bool>()).prop_map(
        |(id, day, path, saw, cared, (rival, factor), is_bought)| Visit {
            path,
            saw,
            cared,
            rival,
            factor,
            is_bought,
            ..Visit::new(id, day)
        },
    )
}

pub fn journey() -> impl Strategy<Value = Journey> {
    let mood = prop::option::of(1_u8..=5);
    let note = (select(Stage::ALL.to_vec()), text(), text(), mood.clone(), mood, scores(5));
    let stages = vec(note, 0..3);
    let parts = (vec(factor(), 0..4), stages, vec(lane_view(), 0..3), vec(visit(), 0..3));
    parts.prop_map(|(factors, stages, views, visits)| {
        let stages = stages.into_iter().map(|(stage, pain, chance, mood, target_mood, moods)| {
            let words = [chance.clone(), pain.clone(), chance.clone()];
            let [touch, doing, thinking] = words;
            let extra = Extra::new();
            let words =
                StageNote { stage, touch, doing, thinking, pain, chance, ..Default::default() };
            StageNote { mood, target_mood, moods, extra, ..words }
        });
        let stages = stages.collect();
        let limits = FactorLimits::default();
        Journey { factors, stages, views, visits, limits, extra: Extra::new() }
    })
}

fn lane_view() -> impl Strategy<Value = LaneView> {
    let lanes = vec(select(Lane::ALL.to_vec()), 0..4);
    let preset = prop::option::of(select(vec!["owner".to_owned(), "x".to_owned()]));
    (id(), preset, text(), lanes, any::<bool>()).prop_map(|(id, preset, name, lanes, has_mood)| {
        LaneView { id, preset, name, lanes, has_mood, extra: Extra::new() }
    })
}

fn claim() -> impl Strategy<Value = LevelClaim> {
    let level = select(Level::ALL.to_vec());
    (level, yes_or_no(), text(), five(), five(), vec(evidence(), 0..2)).prop_map(
        |(level, can_lead, reason, feasibility, attraction, evidence)| LevelClaim {
            level,
            can_lead,
            reason,
            feasibility,
            attraction,
            evidence,
            extra: Extra::new(),
        },
    )
}

fn curve_factor() -> impl Strategy<Value = CurveFactor> {
    let numbers = (five(), ten(), ten(), ten(), scores(10));
    (id(), text(), prop::option::of(id()), numbers, maybe(&FourAction::ALL)).prop_map(
        |(id, name, factor, (importance, today, target, industry, rivals), action)| CurveFactor {
            factor,
            importance,
            today,
            target,
            industry,
            rivals,
            action,
            ..CurveFactor::new(id, name)
        },
    )
}

fn chain_link() -> impl Strategy<Value = ChainLink> {
    let words = (text(), text(), text(), text());
    let answers = (yes_or_no(), yes_or_no(), yes_or_no(), maybe(&ChainAction::ALL));
    (id(), select(ChainKind::ALL.to_vec()), words, answers).prop_map(
        |(id, kind, (name, who, standard, state), answers)| {
            let (is_ours, conforms, serves_next, action) = answers;
            let link = ChainLink::new(id, kind);
            ChainLink { name, who, standard, state, is_ours, conforms, serves_next, action, ..link }
        },
    )
}

fn follower() -> impl Strategy<Value = Follower> {
    let department = select(Department::ALL.to_vec());
    (department, yes_or_no(), text(), text(), prop::option::of(day()), any::<bool>()).prop_map(
        |(department, needs, what, owner, due, is_done)| Follower {
            department,
            needs,
            what,
            owner,
            due,
            is_done,
            extra: Extra::new(),
        },
    )
}

fn change() -> impl Strategy<Value = Change> {
    (id(), text(), text(), day(), prop::option::of(link()), vec(follower(), 0..3)).prop_map(
        |(id, title, reason, day, source, followers)| Change {
            reason,
            followers,
            ..Change::new(id, title, day, source)
        },
    )
}

pub fn position() -> impl Strategy<Value = Position> {
    let words = (text(), text(), text(), text());
    let choices = (maybe(&Level::ALL), maybe(&PriceTier::ALL), maybe(&ChainRole::ALL));
    let faces = vec((select(FaceKind::ALL.to_vec()), text(), yes_or_no()), 0..3);
    let lists = (vec(claim(), 0..2), faces, vec(curve_factor(), 0..4));
    (words, choices, lists, vec(chain_link(), 0..3), vec(change(), 0..2)).prop_map(
        |(words, (level, price_tier, role), (claims, faces, curve), chain, changes)| {
            let (field, statement, proposition, slogan) = words;
            let faces = faces.into_iter().map(|(kind, text, fits)| Face {
                kind,
                text,
                fits,
                extra: Extra::new(),
            });
            Position {
                claims,
                level,
                field,
                statement,
                proposition,
                price_tier,
                slogan,
                faces: faces.collect(),
                curve,
                limits: CurveLimits::default(),
                role,
                chain,
                changes,
                extra: Extra::new(),
            }
        },
    )
}

pub fn journey_edit() -> impl Strategy<Value = JourneyEdit> {
    let field = prop_oneof![
        Just(ScoreField::Own),
        Just(ScoreField::Importance),
        id().prop_map(ScoreField::Rival),
    ];
    let scores = (id(), field, prop::option::of(0_u8..7))
        .prop_map(|(id, field, value)| ScoreChange { id, field, value });
    let lane = select(Lane::ALL.to_vec());
    let of =
        prop_oneof![Just(MoodOf::Today), Just(MoodOf::Target), id().prop_map(MoodOf::Persona),];
    let moods = (select(Stage::ALL.to_vec()), of, prop::option::of(0_u8..7))
        .prop_map(|(stage, of, value)| MoodChange { stage, of, value });
    prop_oneof![
        factor().prop_map(JourneyEdit::Put),
        vec(factor(), 0..3).prop_map(JourneyEdit::PutAll),
        vec(scores, 0..4).prop_map(JourneyEdit::SetScores),
        (id(), text())
            .prop_map(|(id, name)| JourneyEdit::Set { id, field: FactorField::Name(name) }),
        (select(Stage::ALL.to_vec()), lane, text())
            .prop_map(|(stage, lane, text)| JourneyEdit::SetStage { stage, lane, text }),
        vec(moods, 0..4).prop_map(JourneyEdit::SetMoods),
        lane_view().prop_map(JourneyEdit::PutView),
        id().prop_map(JourneyEdit::RemoveView),
        visit().prop_map(JourneyEdit::PutVisit),
        id().prop_map(JourneyEdit::RemoveVisit),
        (id(), 0_usize..4).prop_map(|(id, to)| JourneyEdit::Move { id, to }),
        id().prop_map(JourneyEdit::Remove),
    ]
}

pub fn position_edit() -> impl Strategy<Value = PositionEdit> {
    let field = prop_oneof![
        Just(CurveScore::Today),
        Just(CurveScore::Target),
        id().prop_map(CurveScore::Rival),
    ];
    let scores = (id(), field, prop::option::of(0_u8..12))
        .prop_map(|(id, field, value)| CurveChange { id, field, value });
    prop_oneof![
        maybe(&Level::ALL).prop_map(PositionEdit::Choose),
        curve_factor().prop_map(PositionEdit::Put),
        vec(scores, 0..4).prop_map(PositionEdit::SetScores),
        (id(), maybe(&FourAction::ALL))
            .prop_map(|(id, action)| PositionEdit::SetAction { id, action }),
        vec(chain_link(), 0..3).prop_map(PositionEdit::PutLinks),
        (id(), text())
            .prop_map(|(id, who)| PositionEdit::SetLink { id, field: ChainField::Who(who) }),
        change().prop_map(PositionEdit::PutChange),
        (id(), follower()).prop_map(|(id, follower)| PositionEdit::SetFollower { id, follower }),
        id().prop_map(PositionEdit::RemoveLink),
        id().prop_map(PositionEdit::RemoveChange),
        id().prop_map(PositionEdit::Remove),
    ]
}
