//! Competitors of any shape.

use proptest::collection::vec;
use proptest::prelude::*;
use zhanggui::base::day::Day;
use zhanggui::base::extra::Extra;
use zhanggui::base::id::Id;
use zhanggui::base::money::Money;
use zhanggui::base::ratio::Ratio;
use zhanggui::tools::rivals::edit::RivalsEdit;
use zhanggui::tools::rivals::edit::checks::CheckEdit;
use zhanggui::tools::rivals::model::checks::{
    Aspect, Complaint, Difference, IdeaStatus, SameItem, ShopChange,
};
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
        (unique_id(), text(), prop::option::of(super::id())).prop_map(|(id, name, own)| {
            RivalProduct { own, todo: name.clone(), ..RivalProduct::new(id, name) }
        });
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
    (id, text(), price(), price(), prop::option::of(0..9_900), amount(), vec(seen(), 0..3))
        .prop_map(|(id, name, price, cost, rate, monthly_units, seen)| OwnPoint {
            price,
            cost,
            rate: rate.map(Ratio::from_bp),
            monthly_units,
            seen,
            ..OwnPoint::new(id, name)
        })
}

fn difference() -> impl Strategy<Value = Difference> {
    let aspect = prop::sample::select(Aspect::ALL.to_vec());
    (unique_id(), prop::option::of(id()), aspect, text(), id(), prop::option::of(day()), amount())
        .prop_map(|(id, own, aspect, ours, rival, adjusted, n)| {
            let mut one = Difference {
                difference: ours.clone(),
                adjustment: ours.clone(),
                ours: ours.clone(),
                adjusted,
                views_before: n,
                views_after: adjusted.map(|_| 7),
                visitors_before: adjusted.map(|_| 9),
                visitors_after: n,
                ..Difference::new(id, own, aspect)
            };
            one.set_peer(rival, ours);
            one
        })
}

fn shop_change() -> impl Strategy<Value = ShopChange> {
    let status = prop::sample::select(IdeaStatus::ALL.to_vec());
    (unique_id(), day(), text(), text(), status).prop_map(|(id, day, shop, what, status)| {
        ShopChange {
            good: what.clone(),
            idea: shop.clone(),
            applied_to: what.clone(),
            what,
            status,
            ..ShopChange::new(id, day, shop)
        }
    })
}

fn same_item() -> impl Strategy<Value = SameItem> {
    let complaint = prop::sample::select(Complaint::ALL.to_vec());
    let look = (prop::option::of(0_i64..99), price(), price(), prop::option::of(any::<bool>()));
    (unique_id(), day(), id(), look, any::<bool>(), complaint, text()).prop_map(
        |(id, day, own, (count, from, to, theft), is_our_picture, complaint, outcome)| SameItem {
            count,
            from,
            to,
            theft,
            is_our_picture,
            complaint,
            outcome,
            ..SameItem::new(id, day, own)
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
        (vec(difference(), 0..2), vec(shop_change(), 0..2), vec(same_item(), 0..2)),
    )
        .prop_map(|(rivals, looked, limits, bands, own, responses, checks)| Rivals {
            rivals,
            looked,
            limits,
            bands,
            own,
            responses,
            differences: checks.0,
            shop_changes: checks.1,
            same_items: checks.2,
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
        (id(), vec(seen(), 0..3))
            .prop_map(|(own, observations)| RivalsEdit::ObserveOwn { own, observations }),
        vec(difference(), 0..3).prop_map(|all| CheckEdit::PutDifferences(all).into()),
        shop_change().prop_map(|one| CheckEdit::PutShopChange(one).into()),
        same_item().prop_map(|one| CheckEdit::PutSameItem(one).into()),
        id().prop_map(|id| CheckEdit::RemoveSameItem(id).into()),
    ]
}
