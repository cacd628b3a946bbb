use super::*;
use crate::base::ratio::Ratio;

fn id(bits: u64) -> Id {
    Id::from_bits(bits)
}

fn yuan(yuan: i64) -> Money {
    Money::fen_const(yuan * 100)
}

/// A competitor 1 with a product 2, an own product 3 that breaks even at ¥81.18.
fn section() -> Rivals {
    let mut section = Rivals::default();
    let own = OwnPoint {
        cost: Some(yuan(69)),
        rate: Some(Ratio::from_bp(1_500)),
        ..OwnPoint::new(id(3), "首饰盒".to_owned())
    };
    let product = RivalProduct::new(id(2), "胡桃木盒".to_owned());
    for edit in [
        RivalsEdit::Put(Rival::new(id(1), "木作坊".to_owned())),
        RivalsEdit::PutProduct { rival: id(1), product },
        RivalsEdit::PutOwn(own),
    ] {
        edit.apply(&mut section).unwrap();
    }
    section
}

fn seen(bits: u64, product: Option<Id>) -> Observation {
    let day = Day::new(2026, 10, 1).unwrap();
    Observation::new(id(bits), day, product, "price".to_owned())
}

#[test]
fn a_price_under_break_even_is_refused() {
    let mut section = section();
    let response = |price| PriceResponse {
        price: Some(Money::fen_const(price)),
        ..PriceResponse::new(id(4), Some(id(1)), id(3))
    };
    let refused = RivalsEdit::PutResponse(response(8_117)).apply(&mut section);
    let floor = Some(Money::fen_const(8_118));
    let price = Money::fen_const(8_117);
    assert_eq!(refused, Err(EditError::UnderBreakEven { price, floor }));
    assert_eq!(RivalsEdit::PutResponse(response(8_118)).apply(&mut section), Ok(()));

    // Costs rise: the old price stays as it is, another one under the floor is refused.
    let mut own = section.own[0].clone();
    own.cost = Some(yuan(80));
    RivalsEdit::PutOwn(own).apply(&mut section).unwrap();
    let mut decided = response(8_118);
    decided.decision = "停".to_owned();
    assert_eq!(RivalsEdit::PutResponse(decided).apply(&mut section), Ok(()));
    assert!(RivalsEdit::PutResponse(response(8_200)).apply(&mut section).is_err());
}

#[test]
fn without_a_cost_no_price_is_taken() {
    let mut section = section();
    let bare = OwnPoint::new(id(5), "贺卡".to_owned());
    RivalsEdit::PutOwn(bare).apply(&mut section).unwrap();
    let response = PriceResponse { price: Some(yuan(9)), ..PriceResponse::new(id(6), None, id(5)) };
    let refused = RivalsEdit::PutResponse(response).apply(&mut section);
    assert_eq!(refused, Err(EditError::UnderBreakEven { price: yuan(9), floor: None }));
}

#[test]
fn what_was_seen_goes_with_its_product() {
    let mut section = section();
    let observations = vec![seen(10, Some(id(2))), seen(11, None)];
    RivalsEdit::Observe { rival: id(1), observations }.apply(&mut section).unwrap();
    RivalsEdit::RemoveProduct { rival: id(1), product: id(2) }.apply(&mut section).unwrap();
    let left: Vec<Id> = section.rivals[0].observations.iter().map(|seen| seen.id).collect();
    assert_eq!(left, [id(11)]);
    let observations = vec![seen(12, Some(id(2)))];
    let gone = RivalsEdit::Observe { rival: id(1), observations }.apply(&mut section);
    assert_eq!(gone, Err(EditError::NoSuchItem(id(2))));
}

#[test]
fn answers_outlive_the_competitor_but_not_the_own_product() {
    let mut section = section();
    let response = PriceResponse::new(id(4), Some(id(1)), id(3));
    RivalsEdit::PutResponse(response).apply(&mut section).unwrap();
    RivalsEdit::Remove(id(1)).apply(&mut section).unwrap();
    assert_eq!(section.responses[0].rival, None);
    RivalsEdit::RemoveOwn(id(3)).apply(&mut section).unwrap();
    assert_eq!(section.responses, []);
}

#[test]
fn bands_are_put_into_order() {
    let mut section = section();
    let edges = vec![yuan(200), yuan(100), yuan(200)];
    RivalsEdit::SetBands(edges).apply(&mut section).unwrap();
    assert_eq!(section.bands, [yuan(100), yuan(200)]);
    assert!(RivalsEdit::SetBands(vec![Money::ZERO]).apply(&mut section).is_err());
}

#[test]
fn what_stands_on_an_own_product_goes_with_it_and_the_rest_stays() {
    use crate::tools::rivals::model::checks::{Aspect, Difference, SameItem, ShopChange};
    let mut section = section();
    let day = Day::new(2026, 10, 20).unwrap();
    let mut product = section.rivals[0].products[0].clone();
    product.own = Some(id(3));
    let mut sheet = Difference::new(id(20), Some(id(3)), Aspect::Work);
    sheet.set_peer(id(1), "双层".to_owned());
    let mut whole = Difference::new(id(21), None, Aspect::Service);
    whole.set_peer(id(1), "24 小时".to_owned());
    for edit in [
        RivalsEdit::PutProduct { rival: id(1), product },
        RivalsEdit::ObserveOwn { own: id(3), observations: vec![seen(10, None)] },
        CheckEdit::PutDifferences(vec![sheet, whole]).into(),
        CheckEdit::PutSameItem(SameItem::new(id(22), day, id(3))).into(),
        CheckEdit::PutShopChange(ShopChange::new(id(23), day, "木作坊".to_owned())).into(),
    ] {
        edit.apply(&mut section).unwrap();
    }
    assert_eq!(section.own[0].seen.len(), 1);
    RivalsEdit::RemoveOwnObservation { own: id(3), observation: id(10) }
        .apply(&mut section)
        .unwrap();
    assert_eq!(section.own[0].seen, []);
    let uses = crate::tools::rivals::calc::own_uses(&section, id(3));
    assert_eq!((uses.n_answers, uses.n_differences), (0, 1));
    assert_eq!((uses.n_looks, uses.n_matched), (1, 1));
    RivalsEdit::RemoveOwn(id(3)).apply(&mut section).unwrap();
    assert_eq!(section.rivals[0].products[0].own, None);
    assert_eq!((section.same_items.len(), section.shop_changes.len()), (0, 1));
    let left: Vec<Id> = section.differences.iter().map(|one| one.id).collect();
    assert_eq!(left, [id(21)]);
    // A competitor that goes takes its column along.
    RivalsEdit::Remove(id(1)).apply(&mut section).unwrap();
    assert_eq!(section.differences[0].peers, []);
}

#[test]
fn checks_of_what_is_not_there_are_refused() {
    use crate::tools::rivals::model::checks::{Aspect, Difference, SameItem};
    let mut section = section();
    let day = Day::new(2026, 10, 20).unwrap();
    let gone = id(99);
    let of_gone = Difference::new(id(20), Some(gone), Aspect::Work);
    let matched = RivalProduct { own: Some(gone), ..section.rivals[0].products[0].clone() };
    let mut negative = SameItem::new(id(22), day, id(3));
    negative.count = Some(-1);
    for edit in [
        CheckEdit::PutDifferences(vec![of_gone]).into(),
        CheckEdit::PutSameItem(SameItem::new(id(22), day, gone)).into(),
        CheckEdit::PutSameItem(negative).into(),
        RivalsEdit::PutProduct { rival: id(1), product: matched },
        RivalsEdit::ObserveOwn { own: gone, observations: Vec::new() },
    ] {
        assert!(edit.clone().apply(&mut section).is_err(), "{edit:?}");
    }
}
