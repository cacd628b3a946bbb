use proptest::prelude::*;

use super::bands::bands;
use super::changes::{Grade, changes, limits};
use super::response::{answers, bundle};
use super::*;
use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::ratio::Ratio;
use crate::tools::rivals::model::price::{OwnPoint, PriceResponse};
use crate::tools::rivals::model::{GradeLimit, Observation, RivalProduct};

fn id(bits: u64) -> Id {
    Id::from_bits(bits)
}

fn day(n: i32) -> Day {
    Day::from_number(20_000 + n)
}

fn yuan(yuan: i64) -> Money {
    Money::fen_const(yuan * 100)
}

fn seen(bits: u64, at: i32, attribute: &str, number: i64) -> Observation {
    let mut seen = Observation::new(id(bits), day(at), None, attribute.to_owned());
    seen.number = Some(number);
    seen
}

fn with(observations: Vec<Observation>) -> Rivals {
    let mut rival = Rival::new(id(1), "木作坊".to_owned());
    rival.observations = observations;
    Rivals { rivals: vec![rival], ..Rivals::default() }
}

#[test]
fn three_to_five_with_two_of_each_are_watched() {
    let of = |better: usize, similar: usize| {
        let mut section = Rivals::default();
        for idx in 0..better + similar {
            let mut rival = Rival::new(id(idx as u64), String::new());
            if idx < better {
                rival.class = RivalClass::Better;
            }
            section.rivals.push(rival);
        }
        mix(&section)
    };
    assert!(of(1, 1).is_few() && !of(2, 2).is_few());
    assert!(of(3, 3).is_many() && !of(2, 3).is_many());
    assert_eq!(of(2, 2).lacking(), (0, 0));
    assert_eq!(of(0, 5).lacking(), (2, 0));
}

#[test]
fn changes_since_the_last_look_are_graded() {
    let mut section = with(vec![
        seen(10, 1, "price", 10_000),
        seen(11, 1, "rank", 3),
        seen(12, 1, "reviews", 1_000),
        seen(13, 5, "price", 8_900),
        seen(14, 5, "rank", 5),
        seen(15, 5, "reviews", 1_010),
    ]);
    section.looked = Some(day(2));
    let found: Vec<_> =
        changes(&section).into_iter().map(|one| (one.attribute, one.by, one.grade)).collect();
    let row = |key: &str, by, grade| (key.to_owned(), Some(by), grade);
    assert_eq!(
        found,
        [
            // 11 % is beyond 10 %; two places are important; 1 % of the reviews is noise.
            row("price", -1_100, Grade::Urgent),
            row("rank", 2, Grade::Important),
            row("reviews", 100, Grade::Low),
        ]
    );
    section.looked = Some(day(5));
    assert_eq!(changes(&section), []);
}

#[test]
fn the_users_limits_grade_and_words_are_moves() {
    let mut section = with(vec![seen(10, 1, "price", 10_000), seen(11, 5, "price", 9_900)]);
    assert_eq!(changes(&section)[0].grade, Grade::Low);
    let extra = Default::default();
    section.limits.push(GradeLimit {
        attribute: "price".to_owned(),
        important: 100,
        urgent: 200,
        extra,
    });
    assert_eq!(changes(&section)[0].grade, Grade::Important);
    assert_eq!(limits(&section, "main_image"), None);

    let mut image = Observation::new(id(20), day(1), None, "main_image".to_owned());
    image.note = "白底".to_owned();
    let mut other = Observation { id: id(21), day: day(5), ..image.clone() };
    let same = with(vec![image.clone(), other.clone()]);
    assert_eq!(changes(&same), []);
    other.note = "场景图".to_owned();
    assert_eq!(changes(&with(vec![image, other]))[0].grade, Grade::Important);
}

#[test]
fn indices_are_never_counted_as_pieces() {
    let section = with(vec![seen(10, 1, "price", 9_900), seen(11, 1, "trade_index", 88_000)]);
    assert_eq!(priced(&section.rivals[0])[0].units, None);
    assert_eq!(bands(&section)[0].units, None);
}

#[test]
fn prices_stand_in_their_bands_with_our_own() {
    let mut section = with(vec![seen(10, 1, "price", 9_900), seen(11, 1, "units", 300)]);
    let product = RivalProduct::new(id(2), "礼盒".to_owned());
    section.rivals[0].products.push(product);
    for (bits, attribute, number) in
        [(12, "price", 20_000), (13, "final_price", 15_000), (14, "units", 100)]
    {
        let mut one = seen(bits, 2, attribute, number);
        one.product = Some(id(2));
        section.rivals[0].observations.push(one);
    }
    section.own.push(OwnPoint {
        price: Some(yuan(150)),
        monthly_units: Some(100),
        ..OwnPoint::new(id(3), "我们".to_owned())
    });
    section.bands = vec![yuan(100), yuan(150), yuan(200)];
    let found = bands(&section);
    assert_eq!(found.len(), 4);
    // The product's price after discounts counts, and a price at an edge is in the band above.
    assert_eq!((found[2].rivals.len(), found[2].own.len()), (1, 1));
    assert_eq!((found[2].units, found[2].own_units), (Some(100), Some(100)));
    assert_eq!(found[2].share, Some(Ratio::from_bp(10_000)));
    assert_eq!((found[0].from, found[0].to), (None, Some(yuan(100))));
    section.bands.clear();
    assert!(bands(&section).len() <= 7);
}

#[test]
fn an_answer_says_what_it_earns_and_offers_the_bundle() {
    let own = OwnPoint {
        cost: Some(yuan(69)),
        rate: Some(Ratio::from_bp(1_500)),
        ..OwnPoint::new(id(3), "首饰盒".to_owned())
    };
    let mut response = PriceResponse::new(id(4), None, id(3));
    response.price = Some(yuan(128));
    response.their = Some(yuan(50));
    let section = Rivals { own: vec![own.clone()], responses: vec![response], ..Rivals::default() };
    let answer = &answers(&section)[0];
    // V-14: ¥39.80, 31.09 %, break-even ¥81.18.
    assert_eq!(answer.profit, Some(Money::fen_const(3_980)));
    assert_eq!(answer.margin, Some(Ratio::from_bp(3_109)));
    assert_eq!((answer.floor, answer.is_under), (Some(Money::fen_const(8_118)), false));
    // V-01: two for ¥90, ¥45 each, 10 % off; with these costs that loses money.
    let found = bundle(&own, yuan(50)).unwrap();
    assert_eq!((found.price, found.each), (yuan(90), yuan(45)));
    assert_eq!(found.discount, Ratio::from_bp(1_000));
    assert_eq!(found.profit, Some(Money::fen_const(9_000 - 1_350 - 13_800)));
}

proptest! {
    #[test]
    fn every_price_is_in_the_band_that_holds_it(
        prices in prop::collection::vec(1_i64..10_000_000, 1..12),
        edges in prop::collection::btree_set(1_i64..10_000_000, 0..6),
    ) {
        let mut section = Rivals::default();
        for (idx, price) in prices.iter().enumerate() {
            let price = Some(Money::fen_const(*price));
            section.own.push(OwnPoint { price, ..OwnPoint::new(id(idx as u64), String::new()) });
        }
        section.bands = edges.into_iter().map(Money::fen_const).collect();
        let found = bands(&section);
        let n_placed: usize = found.iter().map(|band| band.own.len()).sum();
        prop_assert_eq!(n_placed, prices.len());
        for band in &found {
            for one in &band.own {
                prop_assert!(band.from.is_none_or(|from| from <= one.price));
                prop_assert!(band.to.is_none_or(|to| one.price < to));
            }
        }
    }

    /// The break-even price never loses money, and one 分 less does.
    #[test]
    fn break_even_is_the_lowest_price_that_loses_nothing(
        cost in 1_i64..1_000_000, rate in 0_i32..9_000,
    ) {
        let own = OwnPoint {
            cost: Some(Money::fen_const(cost)),
            rate: Some(Ratio::from_bp(rate)),
            ..OwnPoint::new(id(1), String::new())
        };
        let floor = own.break_even().unwrap();
        let kept = |fen: i64| i128::from(fen) * i128::from(10_000 - rate) - i128::from(cost) * 10_000;
        prop_assert!(0 <= kept(floor.fen()));
        prop_assert!(kept(floor.fen() - 1) < 0);
    }
}
