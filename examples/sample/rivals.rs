//! The sample's competitors: two that do better and two that do as well, with what was seen of
//! them, our own products, and one answer to a price. All of it is invented.

use zhanggui::base::extra::Extra;
use zhanggui::base::id::Id;
use zhanggui::base::locale::Locale;
use zhanggui::base::money::Money;
use zhanggui::base::ratio::Ratio;
use zhanggui::tools::rivals::edit::RivalsEdit;
use zhanggui::tools::rivals::model::price::{OwnPoint, PriceMode, PriceResponse, PriceStep};
use zhanggui::tools::rivals::model::{FoundBy, Observation, Rival, RivalClass, RivalProduct};

/// Words in Chinese and in English.
type Words = (&'static str, &'static str);

/// The competitor that cut its price; other parts of the sample point at it.
pub const MIRROR: Id = Id::from_bits(3_001);
/// The one that is better made and dearer.
pub const WOOD: Id = Id::from_bits(3_002);

fn say(words: Words, locale: Locale) -> String {
    match locale {
        Locale::Zh => words.0.to_owned(),
        Locale::En => words.1.to_owned(),
    }
}

fn id(number: u64) -> Id {
    Id::from_bits(3_000 + number)
}

fn yuan(yuan: i64) -> Money {
    Money::fen_const(yuan * 100)
}

/// Name, class, how found, style, usual prices, the product that is watched.
type Row = (Words, RivalClass, FoundBy, u8, (i64, i64), Words);

const ROWS: [Row; 4] = [
    (
        ("镜月家居旗舰店", "Mirrormoon Home"),
        RivalClass::Better,
        FoundBy::Ranking,
        4,
        (88, 268),
        ("镜面双层首饰盒", "Mirror box, two tiers"),
    ),
    (
        ("木作坊", "Woodworks"),
        RivalClass::Better,
        FoundBy::PriceSearch,
        5,
        (158, 398),
        ("黑胡桃首饰盒", "Black walnut box"),
    ),
    (
        ("拾光礼物铺", "Shiguang Gifts"),
        RivalClass::Similar,
        FoundBy::Advertising,
        4,
        (69, 199),
        ("八音盒首饰盒", "Music box"),
    ),
    (
        ("云绒饰品收纳", "Cloud Velvet"),
        RivalClass::Similar,
        FoundBy::PriceSearch,
        3,
        (49, 139),
        ("绒布折叠盒", "Folding velvet box"),
    ),
];

/// What was seen: of which competitor, when, what, which number or words.
const SEEN: [(usize, &str, &str, Option<i64>, Words); 21] = [
    (0, "2026-09-10", "price", Some(12_800), ("", "")),
    (0, "2026-09-10", "units", Some(3_200), ("", "")),
    (0, "2026-09-10", "rank", Some(2), ("", "")),
    (0, "2026-09-10", "rating", Some(484), ("", "")),
    (0, "2026-09-10", "trade_index", Some(182_340), ("", "")),
    (0, "2026-10-20", "price", Some(10_800), ("", "")),
    (0, "2026-10-20", "units", Some(4_300), ("", "")),
    (0, "2026-10-20", "rank", Some(1), ("", "")),
    (0, "2026-10-20", "trade_index", Some(236_810), ("", "")),
    (0, "2026-10-20", "promotion", None, ("第二件半价", "Second one half price")),
    (1, "2026-09-12", "price", Some(19_800), ("", "")),
    (1, "2026-09-12", "units", Some(1_100), ("", "")),
    (1, "2026-09-12", "main_image", None, ("白底正面", "Front on white")),
    (1, "2026-10-19", "price", Some(22_200), ("", "")),
    (1, "2026-10-19", "units", Some(1_050), ("", "")),
    (1, "2026-10-19", "main_image", None, ("女生手持，送礼场景", "Held as a gift")),
    (2, "2026-09-15", "price", Some(9_900), ("", "")),
    (2, "2026-10-18", "final_price", Some(9_400), ("", "")),
    (2, "2026-10-18", "units", Some(860), ("", "")),
    (3, "2026-10-18", "price", Some(6_900), ("", "")),
    (3, "2026-10-18", "units", Some(2_400), ("", "")),
];

/// Name, price, cost, rate in basis points, pieces a month.
const OWN: [(Words, i64, i64, i32, i64); 3] = [
    (("月光镜面双层首饰盒", "Moonlight mirror box, two tiers"), 128, 69, 1_500, 420),
    (("胡桃木复古首饰收纳盒", "Walnut jewellery box"), 188, 96, 1_500, 130),
    (("磁吸折叠首饰盒", "Folding box, magnetic"), 59, 31, 1_500, 160),
];

/// Everything of the competitors' page.
pub fn edits(locale: Locale) -> Vec<RivalsEdit> {
    let mut edits = Vec::new();
    for (number, (name, class, found, style, (from, to), product)) in (1..).zip(ROWS) {
        let mut rival = Rival::new(id(number), say(name, locale));
        rival.platform = say(("天猫", "Tmall"), locale);
        rival.class = class;
        rival.found = found;
        rival.style = Some(style);
        rival.price_from = Some(yuan(from));
        rival.price_to = Some(yuan(to));
        let name = say(product, locale);
        rival.products = vec![RivalProduct { id: id(10 + number), name, extra: Extra::new() }];
        edits.push(RivalsEdit::Put(rival));
    }
    for (number, (rival, day, attribute, value, note)) in (100..).zip(SEEN) {
        let Ok(day) = day.parse() else { continue };
        let whole = attribute == "trade_index" || attribute == "rating";
        let product = (!whole).then(|| id(11 + rival as u64));
        let mut seen = Observation::new(id(number), day, product, attribute.to_owned());
        seen.number = value;
        seen.note = say(note, locale);
        let rival = id(1 + rival as u64);
        edits.push(RivalsEdit::Observe { rival, observations: vec![seen] });
    }
    edits.push(RivalsEdit::SetLooked("2026-10-01".parse().ok()));
    for (number, (name, price, cost, rate, units)) in (21..).zip(OWN) {
        let mut own = OwnPoint::new(id(number), say(name, locale));
        own.price = Some(yuan(price));
        own.cost = Some(yuan(cost));
        own.rate = Some(Ratio::from_bp(rate));
        own.monthly_units = Some(units);
        edits.push(RivalsEdit::PutOwn(own));
    }
    let mut answer = PriceResponse::new(id(31), Some(MIRROR), id(21));
    answer.their = Some(yuan(108));
    answer.price = Some(yuan(118));
    answer.mode = PriceMode::Seizing;
    answer.step = PriceStep::Watch;
    answer.day = "2026-10-21".parse().ok();
    let decision =
        ("看一周，不低于 118；同时上两件套餐", "Watch a week, not below 118; offer the pair");
    answer.decision = say(decision, locale);
    edits.push(RivalsEdit::PutResponse(answer));
    edits
}
