//! The sample's competitors: two that do better and two that do as well, with what was seen of
//! them, our own products, and one answer to a price. All of it is invented.

use zhanggui::base::day::Day;
use zhanggui::base::id::Id;
use zhanggui::base::locale::Locale;
use zhanggui::base::money::Money;
use zhanggui::base::ratio::Ratio;
use zhanggui::tools::rivals::edit::RivalsEdit;
use zhanggui::tools::rivals::edit::checks::CheckEdit;
use zhanggui::tools::rivals::model::checks::{
    Aspect, Complaint, Difference, IdeaStatus, SameItem, ShopChange,
};
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
const SEEN: [(usize, &str, &str, Option<i64>, Words); 39] = [
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
    (0, "2026-09-26", "price", Some(11_800), ("", "")),
    (0, "2026-09-26", "units", Some(3_600), ("", "")),
    (1, "2026-09-28", "price", Some(20_800), ("", "")),
    (2, "2026-10-02", "price", Some(9_900), ("", "")),
    (2, "2026-09-15", "units", Some(790), ("", "")),
    (3, "2026-09-16", "price", Some(7_900), ("", "")),
    (3, "2026-09-16", "units", Some(1_900), ("", "")),
    (0, "2026-10-20", "final_price", Some(9_900), ("", "")),
    (0, "2026-10-20", "visitors", Some(61_000), ("", "")),
    (0, "2026-10-20", "reviews", Some(12_400), ("", "")),
    (0, "2026-10-20", "search_share", Some(4_200), ("", "")),
    (0, "2026-10-20", "event_cvr", Some(680), ("", "")),
    (0, "2026-10-20", "main_image", None, ("蓝底，镜面打开", "Blue, mirror open")),
    (1, "2026-09-28", "trade_index", Some(121_450), ("", "")),
    (1, "2026-10-19", "trade_index", Some(118_920), ("", "")),
    (2, "2026-09-15", "trade_index", Some(84_300), ("", "")),
    (2, "2026-10-18", "trade_index", Some(91_760), ("", "")),
    (0, "2026-10-20", "cross_sell", None, ("加 19 元换绒布内衬", "Velvet lining for ¥19 more")),
];

/// What was seen of our first product: when, what, which number or words.
const OWN_SEEN: [(&str, &str, Option<i64>, Words); 14] = [
    ("2026-09-10", "price", Some(13_800), ("", "")),
    ("2026-10-08", "price", Some(12_800), ("", "")),
    ("2026-10-20", "final_price", Some(11_800), ("", "")),
    ("2026-09-10", "units", Some(360), ("", "")),
    ("2026-10-20", "units", Some(420), ("", "")),
    ("2026-10-20", "visitors", Some(9_800), ("", "")),
    ("2026-10-20", "rank", Some(9), ("", "")),
    ("2026-10-20", "reviews", Some(2_160), ("", "")),
    ("2026-10-20", "rating", Some(488), ("", "")),
    ("2026-10-20", "event_cvr", Some(710), ("", "")),
    ("2026-10-20", "search_share", Some(5_300), ("", "")),
    ("2026-10-20", "trade_index", Some(61_200), ("", "")),
    ("2026-10-20", "main_image", None, ("白底，盒子合上", "White, box shut")),
    ("2026-10-20", "promotion", None, ("送贺卡", "A card for free")),
];

/// Aspect, how it is with us, with the first and with the second competitor, the difference, what
/// we adjust.
type Compared = (Aspect, Words, Words, Words, Words, Words);

const COMPARED: [Compared; 8] = [
    (
        Aspect::Material,
        ("密度板烤漆，绒布内衬", "Lacquered board, velvet lining"),
        ("密度板贴皮", "Board with veneer"),
        ("实木", "Solid wood"),
        ("比镜月耐刮，比木作坊轻", "Harder to scratch than Mirrormoon, lighter than Woodworks"),
        ("", ""),
    ),
    (
        Aspect::Work,
        ("镜面磁吸，开合 3 万次", "Magnetic mirror, opens 30,000 times"),
        ("镜面卡扣", "Mirror on a clip"),
        ("手工榫卯", "Jointed by hand"),
        ("开合顺，但没有写出来", "Opens smoothly, and we do not say so"),
        ("详情第二屏拍开合", "Film it for the second screen"),
    ),
    (
        Aspect::Pictures,
        ("白底为主", "Mostly on white"),
        ("蓝底，有场景", "Blue, in use"),
        ("送礼场景", "As a gift"),
        ("看不出是礼物", "Nobody sees that it is a gift"),
        ("补三张送礼场景", "Three pictures of it as a gift"),
    ),
    (
        Aspect::Service,
        ("手写贺卡，48 小时发货", "A card by hand, sent within 48 hours"),
        ("24 小时发货", "Sent within 24 hours"),
        ("刻字", "Engraving"),
        ("发货慢一天", "A day later"),
        ("主推款备现货", "Keep the first product in stock"),
    ),
    (
        Aspect::Price,
        ("到手 118", "118 after discounts"),
        ("到手 99", "99 after discounts"),
        ("到手 222", "222 after discounts"),
        ("比镜月贵 19", "19 dearer than Mirrormoon"),
        ("不跟价，做两件套餐", "Do not follow; offer the pair"),
    ),
    (
        Aspect::Title,
        ("首饰盒 双层 大容量", "Jewellery box, two tiers, roomy"),
        ("首饰盒 生日礼物 女生", "Jewellery box, birthday present"),
        ("结婚礼物 首饰盒", "Wedding present, jewellery box"),
        ("标题里没有送礼的词", "No word of presents in the title"),
        ("加“生日礼物”“闺蜜”", "Add the words for presents"),
    ),
    (
        Aspect::ListingPictures,
        ("第一张白底合上", "First picture shut, on white"),
        ("第一张镜面打开", "First picture with the mirror open"),
        ("第一张女生手持", "First picture held in hands"),
        ("第一眼看不到镜子", "The mirror is not seen at first sight"),
        ("第一张改成打开的镜面", "Show the open mirror first"),
    ),
    (
        Aspect::Details,
        ("参数在前", "Figures first"),
        ("礼盒拆箱在前", "Unpacking first"),
        ("材料故事在前", "The wood’s story first"),
        ("", ""),
        ("", ""),
    ),
];

/// Shop, day, what changed, why it is good, what we learn, where we use it, how far that is.
type Change = (Words, &'static str, Words, Words, Words, Words, IdeaStatus);

const CHANGES: [Change; 4] = [
    (
        ("镜月家居旗舰店", "Mirrormoon Home"),
        "2026-10-20",
        ("主图换成镜面打开，蓝底", "Main image with the mirror open, on blue"),
        ("一眼看到镜子", "The mirror is seen at once"),
        ("我们也先露出镜面，用自己的照片", "Show the mirror first, in our own picture"),
        ("月光镜面双层首饰盒", "Moonlight mirror box"),
        IdeaStatus::Trying,
    ),
    (
        ("木作坊", "Woodworks"),
        "2026-10-19",
        ("主图加女生手持", "Held in hands on the main image"),
        ("大小一看就懂", "Its size is clear"),
        ("拍手持对比大小", "A picture in hands for the size"),
        ("胡桃木复古首饰收纳盒", "Walnut jewellery box"),
        IdeaStatus::Applied,
    ),
    (
        ("拾光礼物铺", "Shiguang Gifts"),
        "2026-10-18",
        ("详情加拆箱视频", "A film of the unpacking"),
        ("送礼的人想看包装", "Who gives presents wants to see the parcel"),
        ("拍 15 秒拆箱", "Film 15 seconds of unpacking"),
        ("", ""),
        IdeaStatus::Noted,
    ),
    (
        ("云绒饰品收纳", "Cloud Velvet"),
        "2026-10-18",
        ("首页改成按场合分类", "Home page by occasions"),
        ("找礼物快", "Presents are found quickly"),
        ("", ""),
        ("", ""),
        IdeaStatus::Dropped,
    ),
];

/// Shops that were looked at on one day and had changed nothing.
const QUIET: [Words; 8] = [
    ("纸鸢文创", "Kite Paper"),
    ("山茶小屋", "Camellia House"),
    ("小满手作", "Grain Craft"),
    ("南窗家居", "South Window"),
    ("青禾礼品", "Green Ear Gifts"),
    ("白鹭文具", "Egret Stationery"),
    ("月白生活", "Pale Moon Living"),
    ("林间木器", "Forest Wood"),
];

/// Own product, day, how many are the same, from and to which price, whether our pictures are
/// used, how far the complaint is, its outcome.
type Looked = (u64, &'static str, i64, (i64, i64), bool, Complaint, Words);

const LOOKED: [Looked; 3] = [
    (
        21,
        "2026-10-19",
        4,
        (99, 139),
        true,
        Complaint::Filed,
        ("平台已受理", "The platform looks into it"),
    ),
    (
        21,
        "2026-10-20",
        5,
        (95, 139),
        true,
        Complaint::Upheld,
        ("两家已下架图片", "Two took them down"),
    ),
    (23, "2026-10-20", 2, (62, 75), false, Complaint::None, ("", "")),
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
        rival.products = vec![RivalProduct::new(id(10 + number), name)];
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
    edits.extend(compared(locale));
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

fn day(text: &str) -> Option<Day> {
    text.parse().ok()
}

/// Our first product against the competitors', and the daily checks.
fn compared(locale: Locale) -> Vec<RivalsEdit> {
    let mut edits = Vec::new();
    let mut observations = Vec::new();
    for (number, (seen_on, attribute, value, note)) in (200..).zip(OWN_SEEN) {
        let Some(seen_on) = day(seen_on) else { continue };
        let mut seen = Observation::new(id(number), seen_on, None, attribute.to_owned());
        seen.number = value;
        seen.note = say(note, locale);
        observations.push(seen);
    }
    edits.push(RivalsEdit::ObserveOwn { own: id(21), observations });
    let mut matched = RivalProduct::new(id(11), say(ROWS[0].5, locale));
    matched.own = Some(id(21));
    let todo = ("主图先换成打开的镜面，看一周点击率", "Show the open mirror first; watch a week");
    matched.todo = say(todo, locale);
    edits.push(RivalsEdit::PutProduct { rival: MIRROR, product: matched });

    let mut sheet = Vec::new();
    for (number, (aspect, ours, mirror, wood, difference, adjustment)) in (300..).zip(COMPARED) {
        let mut one = Difference::new(id(number), Some(id(21)), aspect);
        one.ours = say(ours, locale);
        one.set_peer(MIRROR, say(mirror, locale));
        one.set_peer(WOOD, say(wood, locale));
        one.difference = say(difference, locale);
        one.adjustment = say(adjustment, locale);
        if aspect == Aspect::Title {
            one.adjusted = day("2026-10-12");
            (one.views_before, one.views_after) = (Some(18_600), Some(21_900));
            (one.visitors_before, one.visitors_after) = (Some(6_120), Some(7_040));
        }
        sheet.push(one);
    }
    edits.push(CheckEdit::PutDifferences(sheet).into());

    for (number, (shop, seen_on, what, good, idea, applied_to, status)) in (400..).zip(CHANGES) {
        let Some(seen_on) = day(seen_on) else { continue };
        let mut change = ShopChange::new(id(number), seen_on, say(shop, locale));
        change.what = say(what, locale);
        change.good = say(good, locale);
        change.idea = say(idea, locale);
        change.applied_to = say(applied_to, locale);
        change.status = status;
        edits.push(CheckEdit::PutShopChange(change).into());
    }
    for (number, shop) in (410..).zip(QUIET) {
        let Some(seen_on) = day("2026-10-18") else { continue };
        let change = ShopChange::new(id(number), seen_on, say(shop, locale));
        edits.push(CheckEdit::PutShopChange(change).into());
    }
    for (number, (own, on, count, (from, to), theft, complaint, outcome)) in (430..).zip(LOOKED) {
        let Some(on) = day(on) else { continue };
        let mut look = SameItem::new(id(number), on, id(own));
        look.count = Some(count);
        look.from = Some(yuan(from));
        look.to = Some(yuan(to));
        look.theft = Some(theft);
        look.complaint = complaint;
        look.outcome = say(outcome, locale);
        edits.push(CheckEdit::PutSameItem(look).into());
    }
    edits
}
