//! New products of any shape.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use zhanggui::base::extra::Extra;
use zhanggui::base::id::Id;
use zhanggui::base::money::Money;
use zhanggui::base::ratio::Ratio;
use zhanggui::tools::launch::edit::LaunchEdit;
use zhanggui::tools::launch::model::{
    Channel, CriterionRule, Feedback, HitPlan, HitStep, ItemVerdict, Launch, LaunchPlan,
    LaunchStage, Mark, NewItem, PeerSeen, Season,
};

use super::{amount, day, id, text, unique_id};

fn channel() -> impl Strategy<Value = Channel> {
    (id(), text(), amount()).prop_map(|(id, name, budget)| Channel {
        id,
        name,
        budget: budget.map(Money::fen_const),
        extra: Extra::new(),
    })
}

fn feedback() -> impl Strategy<Value = Feedback> {
    (id(), day(), text(), text()).prop_map(|(id, heard_on, said, answer)| Feedback {
        id,
        heard_on,
        said,
        answer,
        extra: Extra::new(),
    })
}

fn plan() -> impl Strategy<Value = LaunchPlan> {
    let days = [of(day()), of(day()), of(day()), of(day())];
    (text(), text(), vec(channel(), 0..2), days, vec(feedback(), 0..2)).prop_map(
        |(strategy, ready_how, channels, [ready_by, launch_on, trial_from, trial_to], feedback)| {
            LaunchPlan {
                strategy,
                channels,
                ready_by,
                ready_how,
                launch_on,
                trial_from,
                trial_to,
                feedback,
                extra: Extra::new(),
            }
        },
    )
}

fn stage() -> impl Strategy<Value = LaunchStage> {
    select(LaunchStage::ALL.to_vec())
}

fn item(id: impl Strategy<Value = Id>) -> impl Strategy<Value = NewItem> {
    let mark =
        (text(), 0_u8..7).prop_map(|(key, points)| Mark { key, points, extra: Extra::new() });
    let words = (text(), text(), text(), text(), text(), text());
    let supply = (amount(), of(any::<bool>()), amount(), of(any::<bool>()));
    let verdict = (of(select(ItemVerdict::ALL.to_vec())), of(day()), vec(mark, 0..3));
    let links = (of(super::id()), of(super::id()), of(day()));
    ((id, stage(), day()), words, supply, verdict, plan(), links).prop_map(
        |(
            (id, stage, since),
            (name, owner, origin, problem, advantage, supplier),
            (lead_days, small_batch, min_order, fits_persona),
            (verdict, judged_on, marks),
            plan,
            (persona, product, other),
        )| NewItem {
            owner,
            origin,
            problem,
            advantage,
            persona,
            fits_persona,
            supplier,
            lead_days,
            small_batch,
            min_order,
            verdict,
            judged_on: judged_on.or(other),
            marks,
            plan,
            product,
            ..NewItem::new(id, name, stage, since)
        },
    )
}

fn rule() -> impl Strategy<Value = CriterionRule> {
    (text(), text(), 0_u32..2_000).prop_map(|(key, name, weight)| CriterionRule {
        key,
        name,
        weight,
        extra: Extra::new(),
    })
}

fn season(id: impl Strategy<Value = Id>) -> impl Strategy<Value = Season> {
    let seen = (super::id(), any::<bool>(), of(any::<bool>()), of(day())).prop_map(
        |(rival, has_launched, is_selling, seen_on)| PeerSeen {
            rival,
            has_launched,
            is_selling,
            seen_on,
            extra: Extra::new(),
        },
    );
    let days = (-5_i64..400, -5_i64..400);
    (id, text(), of(text()), days, of(day()), vec(seen, 0..3)).prop_map(
        |(id, name, event, (days_early, days_late), own_launch, seen)| Season {
            event,
            days_early,
            days_late,
            own_launch,
            seen,
            ..Season::new(id, name)
        },
    )
}

fn hits() -> impl Strategy<Value = HitPlan> {
    let step = (text(), of(day()), text(), text(), text()).prop_map(
        |(key, done_on, owner, before, after)| HitStep {
            done_on,
            owner,
            before,
            after,
            ..HitStep::new(key)
        },
    );
    (id(), vec(step, 0..3)).prop_map(|(product, steps)| HitPlan {
        product,
        steps,
        extra: Extra::new(),
    })
}

pub fn launch() -> impl Strategy<Value = Launch> {
    let scoring = (vec(rule(), 0..2), 0_u32..600, 0_u8..8, 0_u16..1_200);
    let other = (vec(season(unique_id()), 0..2), 0..12_000, vec(hits(), 0..2));
    (vec(item(unique_id()), 0..3), scoring, other).prop_map(
        |(items, (criteria, pass_line, floor, long_wait), (seasons, enough, hits))| Launch {
            items,
            criteria,
            pass_line,
            floor,
            long_wait,
            seasons,
            enough: Ratio::from_bp(enough),
            hits,
            extra: Extra::new(),
        },
    )
}

pub fn launch_edit() -> impl Strategy<Value = LaunchEdit> {
    prop_oneof![
        item(id()).prop_map(|item| LaunchEdit::Put(Box::new(item))),
        (item(id()), of(id())).prop_map(|(item, of)| LaunchEdit::Write {
            item: Box::new(item),
            field: "launch.items.name",
            of
        }),
        (id(), stage(), 0_usize..4, day()).prop_map(|(id, to, at, on)| LaunchEdit::Move {
            id,
            to,
            at,
            on
        }),
        id().prop_map(LaunchEdit::Remove),
        season(id()).prop_map(LaunchEdit::PutSeason),
        id().prop_map(LaunchEdit::RemoveSeason),
        (0..12_000).prop_map(|bp| LaunchEdit::SetEnough(Ratio::from_bp(bp))),
        hits().prop_map(|plan| LaunchEdit::PutHits { plan, step: "page" }),
        (vec(rule(), 0..2), 0_u32..600, 0_u8..8, 0_u16..1_200).prop_map(
            |(criteria, pass_line, floor, long_wait)| {
                LaunchEdit::SetScoring { criteria, pass_line, floor, long_wait }
            },
        ),
    ]
}
