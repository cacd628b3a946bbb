//! The sample's decision factors: the template of T-17 with scores, what happens in the stages,
//! and two visits. All scores are invented.

use zhanggui::base::evidence::{Evidence, EvidenceKind};
use zhanggui::base::id::Id;
use zhanggui::base::locale::Locale;
use zhanggui::base::score::Score;
use zhanggui::knowledge::factors::{FACTORS, Stage};
use zhanggui::tools::journey::edit::{JourneyEdit, MoodChange, MoodOf};
use zhanggui::tools::journey::model::{Factor, FactorAction, Lane, Visit, VisitPath};

use crate::personas::{GIFT, OWN};
use crate::rivals::{MIRROR, WOOD};

/// Words in Chinese and in English.
type Words = (&'static str, &'static str);

fn say(words: Words, locale: Locale) -> String {
    match locale {
        Locale::Zh => words.0.to_owned(),
        Locale::En => words.1.to_owned(),
    }
}

/// The id of a factor of the template, by its key.
pub fn factor(key: &str) -> Id {
    let place = FACTORS.iter().position(|row| row.key == key).unwrap_or(FACTORS.len());
    Id::from_bits(2_001 + place as u64)
}

/// Key; importance to all, to who gives, to who keeps it; ours, two competitors'; our effort.
type Row = (&'static str, [u8; 3], [u8; 3], u8);

const SCORES: [Row; 20] = [
    ("advertising", [2, 2, 2], [3, 4, 2], 4),
    ("workmanship", [5, 4, 5], [4, 3, 5], 4),
    ("function_size", [4, 3, 5], [3, 3, 4], 2),
    ("looks", [5, 5, 4], [4, 4, 4], 3),
    ("gift_worthy", [5, 5, 2], [3, 4, 4], 3),
    ("page_design", [3, 3, 3], [4, 4, 3], 4),
    ("description", [4, 4, 4], [3, 3, 4], 2),
    ("fair_price", [3, 3, 4], [4, 5, 2], 3),
    ("expert_advice", [2, 3, 2], [3, 2, 3], 2),
    ("communication", [3, 3, 3], [4, 3, 3], 3),
    ("special_offers", [2, 2, 3], [4, 5, 2], 4),
    ("free_shipping", [3, 2, 4], [5, 5, 5], 3),
    ("thoughtful_gift", [3, 4, 2], [3, 2, 3], 2),
    ("greeting_card", [4, 5, 1], [2, 2, 3], 1),
    ("ships_in_24h", [5, 5, 3], [5, 3, 3], 3),
    ("packaging", [5, 5, 4], [4, 3, 4], 3),
    ("easy_returns", [3, 2, 4], [4, 4, 3], 2),
    ("fast_refund", [2, 2, 3], [4, 4, 4], 2),
    ("word_of_mouth", [4, 4, 4], [3, 4, 4], 2),
    ("brand_culture", [2, 2, 2], [3, 2, 4], 4),
];

/// Stage, row of the grid, what stands there.
const NOTES: [(Stage, Lane, Words); 19] = [
    (Stage::Aware, Lane::Touch, ("手淘搜索、首页推荐", "Taobao search, home feed")),
    (
        Stage::Aware,
        Lane::Doing,
        ("搜“首饰盒 送女友”，划主图", "Searches “jewellery box gift”, scrolls"),
    ),
    (
        Stage::Aware,
        Lane::Thinking,
        ("生日快到了，送什么不踩雷？", "Her birthday is near: what cannot go wrong?"),
    ),
    (
        Stage::Consider,
        Lane::Touch,
        ("详情页、问大家、评价图", "Product page, Q&A, review pictures"),
    ),
    (Stage::Consider, Lane::Thinking, ("她会觉得用心吗？", "Will she see the care in it?")),
    (Stage::Consider, Lane::Doing, ("比三四家主图和评价", "Compares three or four shops")),
    (Stage::Consider, Lane::Pain, ("看不出开合和尺寸", "Cannot see how it opens, or its size")),
    (Stage::Consider, Lane::Chance, ("首屏放 15 秒开盒视频", "A 15-second opening video first")),
    (Stage::Buy, Lane::Touch, ("客服、优惠券、支付", "Customer service, coupons, payment")),
    (Stage::Buy, Lane::Doing, ("问能不能写贺卡", "Asks for a handwritten card")),
    (Stage::Buy, Lane::Pain, ("不确定来不来得及", "Not sure that it comes in time")),
    (Stage::Buy, Lane::Chance, ("按收货城市写到货日", "Say the day of arrival by city")),
    (Stage::Receive, Lane::Touch, ("物流短信、快递箱、礼袋", "Delivery message, parcel, gift bag")),
    (Stage::Receive, Lane::Thinking, ("拆开就能直接送吗？", "Can it be given as it comes?")),
    (Stage::Receive, Lane::Pain, ("贺卡字太小", "The card's letters are too small")),
    (Stage::Share, Lane::Touch, ("评价、朋友圈", "Reviews, posts to friends")),
    (Stage::Share, Lane::Doing, ("她收到后拍照", "She takes a picture of it")),
    (Stage::Receive, Lane::Chance, ("贺卡放大一号、手写", "Larger letters, by hand")),
    (Stage::Share, Lane::Chance, ("晒单送首饰布", "A polishing cloth for a photo")),
];

/// How customers feel at each stage: today, as it is to be, who gives, who keeps it.
const MOODS: [(Stage, [u8; 4]); 5] = [
    (Stage::Aware, [3, 4, 2, 3]),
    (Stage::Consider, [3, 4, 3, 4]),
    (Stage::Buy, [2, 4, 1, 3]),
    (Stage::Receive, [4, 5, 4, 3]),
    (Stage::Share, [3, 4, 4, 2]),
];

/// Everything of the page.
pub fn edits(locale: Locale) -> Vec<JourneyEdit> {
    let factors = FACTORS.iter().map(|row| {
        let mut made = Factor::new(factor(row.key), row.name(locale).to_owned(), row.stage);
        made.template = Some(row.key.to_owned());
        if let Some((_, [all, gift, own], [ours, mirror, wood], effort)) =
            SCORES.iter().find(|scores| scores.0 == row.key)
        {
            (made.importance, made.own, made.effort) = (Some(*all), Some(*ours), Some(*effort));
            made.personas = vec![Score::new(GIFT, *gift), Score::new(OWN, *own)];
            made.rivals = vec![Score::new(MIRROR, *mirror), Score::new(WOOD, *wood)];
        }
        more(&mut made, row.key, locale);
        made
    });
    let notes = NOTES.map(|(stage, lane, words)| JourneyEdit::SetStage {
        stage,
        lane,
        text: say(words, locale),
    });
    let mut all = vec![JourneyEdit::PutAll(factors.collect())];
    all.extend(notes);
    all.push(JourneyEdit::SetMoods(moods()));
    all.extend(visits(locale).map(JourneyEdit::PutVisit));
    all
}

fn moods() -> Vec<MoodChange> {
    let whose = [MoodOf::Today, MoodOf::Target, MoodOf::Persona(GIFT), MoodOf::Persona(OWN)];
    let stage = |(stage, scores): (Stage, [u8; 4])| {
        whose.into_iter().zip(scores).map(move |(of, score)| MoodChange {
            stage,
            of,
            value: Some(score),
        })
    };
    MOODS.into_iter().flat_map(stage).collect()
}

/// What else is known of single factors.
fn more(made: &mut Factor, key: &str, locale: Locale) {
    match key {
        "greeting_card" => {
            made.action = Some(FactorAction::Raise);
            made.owner = say(("小雨", "Xiaoyu"), locale);
            made.evidence = vec![Evidence {
                kind: EvidenceKind::Review,
                text: say(
                    ("10 月 18 条评价提到贺卡", "18 reviews in October speak of the card"),
                    locale,
                ),
                day: "2026-10-31".parse().ok(),
                is_fact: true,
                ..Evidence::default()
            }];
        }
        "gift_worthy" => made.action = Some(FactorAction::Raise),
        "ships_in_24h" | "packaging" => made.action = Some(FactorAction::Keep),
        "special_offers" => made.action = Some(FactorAction::Reduce),
        _ => {}
    }
}

fn visits(locale: Locale) -> [Visit; 2] {
    let visit = |number, day: &str, rival, saw, cared, key| Visit {
        id: Id::from_bits(number),
        day: day.parse().ok(),
        path: VisitPath::default(),
        rival,
        saw: say(saw, locale),
        cared: say(cared, locale),
        factor: Some(factor(key)),
        is_bought: false,
        extra: Default::default(),
    };
    [
        visit(
            2_101,
            "2026-10-20",
            Some(MIRROR),
            ("主图写“¥88 起”，点进去是单层", "The picture says “from ¥88”; that is one tier"),
            ("同样的价买到几层", "How many tiers for the same money"),
            "fair_price",
        ),
        visit(
            2_102,
            "2026-10-21",
            None,
            ("评价第三屏才有开盒视频", "The opening video comes on the third screen"),
            ("打开的样子", "What it looks like when it opens"),
            "gift_worthy",
        ),
    ]
}
