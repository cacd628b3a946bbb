//! Competitors of any shape.

use proptest::collection::vec;
use proptest::prelude::*;
use zhanggui::base::day::Day;
use zhanggui::base::extra::Extra;
use zhanggui::base::id::Id;
use zhanggui::base::money::Money;
use zhanggui::base::ratio::Ratio;
use zhanggui::tools::rivals::edit::RivalsEdit;
use zhanggui::tools::rivals::model::price::{OwnPoint, PriceMode, PriceResponse, PriceStep};
use zhanggui::tools::rivals::model::{
    FoundBy, GradeLimit, Observation, Rival, RivalClass, RivalProduct, Rivals,
};

use super::{amount, day, id, text, unique_id};

fn price() -> impl Strategy<Value = Option<Money>> {
    prop::option::of((0_i64..100_000_000).prop_map(Money::fen_const))
}

fn seen() -> impl Strategy<Value = Observation> {
    let attribute = prop_oneof![Just("price".to_owned()), Just("rank".to_owned()), text()];
    (unique_id(), day(), prop::option::of(id()), attribute, amount(), text()).prop_map(
        |(id, day, product, attribute, number, note)| Observation {
            number,
            source: note.clone(),
            note,
            ..Observation::new(id, day, product, attribute)
        },
    )
}

fn rival(id: impl Strategy<Value = Id>) -> impl Strategy<Value = Rival> {
    let product =
        (unique_id(), text()).prop_map(|(id, name)| RivalProduct { id, name, extra: Extra::new() });
    let class = prop::sample::select(RivalClass::ALL.to_vec());
    let found = prop::sample::select(FoundBy::ALL.to_vec());
    (
        (id, text(), text(), class, prop::option::of(1_u8..=5), found),
        (price(), price(), vec(product, 0..2), vec(seen(), 0..4)),
    )
        .prop_map(
            |((id, name, url, class, style, found), (from, to, products, observations))| Rival {
                platform: url.clone(),
                strength: url.clone(),
                launches: url.clone(),
                url,
                class,
                style,
                found,
                price_from: from,
                price_to: to,
                products,
                observations,
                ..Rival::new(id, name)
            },
        )
}

fn own_point(id: impl Strategy<Value = Id>) -> impl Strategy<Value = OwnPoint> {
    (id, text(), price(), price(), prop::option::of(0..9_900), amount()).prop_map(
        |(id, name, price, cost, rate, monthly_units)| OwnPoint {
            price,
            cost,
            rate: rate.map(Ratio::from_bp),
            monthly_units,
            ..OwnPoint::new(id, name)
        },
    )
}

fn response() -> impl Strategy<Value = PriceResponse> {
    let mode = prop::sample::select(PriceMode::ALL.to_vec());
    let step = prop::sample::select(PriceStep::ALL.to_vec());
    (unique_id(), prop::option::of(id()), id(), price(), price(), mode, step, text()).prop_map(
        |(id, rival, own, their, price, mode, step, result)| PriceResponse {
            their,
            price,
            mode,
            step,
            day: rival.map(|_| Day::MIN),
            decision: result.clone(),
            result,
            ..PriceResponse::new(id, rival, own)
        },
    )
}

pub fn rivals() -> impl Strategy<Value = Rivals> {
    let limit = (text(), 0_i64..100, 100_i64..200).prop_map(|(attribute, important, urgent)| {
        GradeLimit { attribute, important, urgent, extra: Extra::new() }
    });
    let edge = (1_i64..100_000).prop_map(Money::fen_const);
    (
        vec(rival(unique_id()), 0..3),
        prop::option::of(day()),
        vec(limit, 0..2),
        vec(edge, 0..3),
        vec(own_point(unique_id()), 0..3),
        vec(response(), 0..2),
    )
        .prop_map(|(rivals, looked, limits, bands, own, responses)| Rivals {
            rivals,
            looked,
            limits,
            bands,
            own,
            responses,
            extra: Extra::new(),
        })
}

pub fn rivals_edit() -> impl Strategy<Value = RivalsEdit> {
    prop_oneof![
        rival(id()).prop_map(RivalsEdit::Put),
        id().prop_map(RivalsEdit::Remove),
        (id(), vec(seen(), 0..3))
            .prop_map(|(rival, observations)| RivalsEdit::Observe { rival, observations }),
        (id(), id()).prop_map(|(rival, product)| RivalsEdit::RemoveProduct { rival, product }),
        own_point(id()).prop_map(RivalsEdit::PutOwn),
        id().prop_map(RivalsEdit::RemoveOwn),
        response().prop_map(RivalsEdit::PutResponse),
        vec((0_i64..1_000).prop_map(Money::fen_const), 0..4).prop_map(RivalsEdit::SetBands),
    ]
}
