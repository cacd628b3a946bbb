//! Tests of products and pictures of any shape.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use zhanggui::base::extra::Extra;
use zhanggui::base::id::Id;
use zhanggui::base::money::Money;
use zhanggui::base::ratio::Ratio;
use zhanggui::tools::trials::edit::TrialsEdit;
use zhanggui::tools::trials::model::{
    Audience, Step, Trial, TrialDecision, TrialMode, TrialOf, TrialPlan, Trials, Variant,
};

use super::{amount, day, id, text, unique_id};

fn plan() -> impl Strategy<Value = TrialPlan> {
    let bp = (100..20_000, 4_000..9_999, 1..4_000, of(1..9_999));
    (bp, 0_i64..10_000).prop_map(|((lift, power, alpha, base_rate), min_base)| TrialPlan {
        lift: Ratio::from_bp(lift),
        power: Ratio::from_bp(power),
        alpha: Ratio::from_bp(alpha),
        base_rate: base_rate.map(Ratio::from_bp),
        min_base,
        extra: Extra::new(),
    })
}

fn variant() -> impl Strategy<Value = Variant> {
    let counts = [amount(), amount(), amount(), amount(), amount(), amount()];
    (id(), text(), of(day()), of(day()), counts, amount()).prop_map(
        |(id, name, from, to, counts, spend)| {
            let [impressions, clicks, visitors, favourites, carts, buyers] = counts;
            Variant {
                from,
                to,
                impressions,
                clicks,
                visitors,
                favourites,
                carts,
                buyers,
                spend: spend.map(Money::fen_const),
                ..Variant::new(id, name)
            }
        },
    )
}

fn trial(id: impl Strategy<Value = Id>) -> impl Strategy<Value = Trial> {
    let kinds = (
        select(TrialOf::ALL.to_vec()),
        select(vec![TrialMode::Beside, TrialMode::BeforeAfter]),
        of(select(Audience::ALL.to_vec())),
        select(Step::ALL.to_vec()),
    );
    let decision = (of(super::id()), day(), text())
        .prop_map(|(taken, day, why)| TrialDecision { why, ..TrialDecision::new(taken, day) });
    ((id, text(), of(super::id())), kinds, plan(), vec(variant(), 0..3), of(decision)).prop_map(
        |((id, name, product), (what, mode, audience, decides), plan, variants, decision)| Trial {
            of: what,
            mode,
            audience,
            decides,
            product,
            plan,
            variants,
            decision,
            ..Trial::new(id, name)
        },
    )
}

pub fn trials() -> impl Strategy<Value = Trials> {
    vec(trial(unique_id()), 0..3).prop_map(|trials| Trials { trials, extra: Extra::new() })
}

pub fn trials_edit() -> impl Strategy<Value = TrialsEdit> {
    prop_oneof![
        trial(id()).prop_map(|trial| TrialsEdit::Put(Box::new(trial))),
        (trial(id()), of(id())).prop_map(|(trial, of)| TrialsEdit::Write {
            trial: Box::new(trial),
            field: "trials.trials.name",
            of
        }),
        id().prop_map(TrialsEdit::Remove),
    ]
}
