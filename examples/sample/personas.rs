//! The sample's personas: two groups of gift buyers, a company's, and the older group that the
//! specification describes. All shares are invented.

use zhanggui::base::evidence::{Evidence, EvidenceKind};
use zhanggui::base::extra::Extra;
use zhanggui::base::id::Id;
use zhanggui::base::locale::Locale;
use zhanggui::base::money::Money;
use zhanggui::base::ratio::Ratio;
use zhanggui::tools::personas::edit::PersonasEdit;
use zhanggui::tools::personas::model::needs::{Insight, InsightTarget, Need, NeedKind, NeedSource};
use zhanggui::tools::personas::model::persona::{Claim, Persona, ShareRow};
use zhanggui::tools::personas::model::tables::{MallVisit, Region, Segment};

/// Words in Chinese and in English.
type Words = (&'static str, &'static str);

/// The persona that other parts of the sample point at: who buys for a girlfriend.
pub const GIFT: Id = Id::from_bits(1_001);
/// The persona that buys for herself.
pub const OWN: Id = Id::from_bits(1_002);

/// Everything of the personas' page.
pub fn edits(locale: Locale) -> Vec<PersonasEdit> {
    let personas = [gift(locale), own(locale), company(locale), older(locale)];
    let puts = personas.into_iter().map(|persona| PersonasEdit::Put(Box::new(persona)));
    puts.chain([
        PersonasEdit::SetRegions(regions(locale)),
        PersonasEdit::SetVisits(visits(locale)),
        PersonasEdit::SetSegments(segments(locale)),
    ])
    .collect()
}

fn say(words: Words, locale: Locale) -> String {
    match locale {
        Locale::Zh => words.0.to_owned(),
        Locale::En => words.1.to_owned(),
    }
}

fn share(bp: i32) -> Option<Ratio> {
    Some(Ratio::from_bp(bp))
}

fn yuan(yuan: i64) -> Option<Money> {
    Some(Money::fen_const(yuan * 100))
}

fn rows(rows: &[(Words, i32)], locale: Locale) -> Vec<ShareRow> {
    rows.iter().map(|(name, bp)| ShareRow::new(say(*name, locale), share(*bp))).collect()
}

fn tags(tags: &[Words], locale: Locale) -> Vec<String> {
    tags.iter().map(|tag| say(*tag, locale)).collect()
}

fn piece(kind: EvidenceKind, words: Words, is_fact: bool, locale: Locale) -> Vec<Evidence> {
    let day = "2026-10-21".parse().ok();
    vec![Evidence { kind, text: say(words, locale), day, is_fact, ..Evidence::default() }]
}

struct NeedRow {
    kind: NeedKind,
    source: NeedSource,
    words: Words,
    keyword: Words,
    volume: Option<i64>,
    product: Words,
}

fn needs(rows: &[NeedRow], first: u64, locale: Locale) -> Vec<Need> {
    let need = |(number, row): (u64, &NeedRow)| Need {
        source: row.source,
        keyword: say(row.keyword, locale),
        volume: row.volume,
        product: say(row.product, locale),
        ..Need::new(Id::from_bits(number), row.kind, say(row.words, locale))
    };
    (first..).zip(rows).map(need).collect()
}

const MOONLIGHT: Words = ("月光镜面双层首饰盒", "Moonlight mirror box, two tiers");
const WALNUT: Words = ("胡桃木复古首饰收纳盒", "Walnut jewellery box");
const NONE: Words = ("", "");

fn gift(locale: Locale) -> Persona {
    let mut one = Persona {
        share: share(4_100),
        cvr: share(310),
        aov: yuan(163),
        age_from: Some(25),
        age_to: Some(34),
        female: share(900),
        male: share(8_800),
        mobile: share(9_200),
        desktop: share(600),
        price_from: yuan(120),
        price_to: yuan(220),
        ages: rows(
            &[
                (("18–24 岁", "18–24"), 2_200),
                (("25–29 岁", "25–29"), 3_800),
                (("30–34 岁", "30–34"), 2_300),
                (("35–39 岁", "35–39"), 900),
                (("40 岁以上", "40 and over"), 600),
            ],
            locale,
        ),
        regions: rows(
            &[
                (("广东", "广东"), 1_420),
                (("浙江", "浙江"), 1_180),
                (("江苏", "江苏"), 1_040),
                (("四川", "四川"), 710),
                (("山东", "山东"), 630),
            ],
            locale,
        ),
        occasions: rows(
            &[
                (("生日", "a birthday"), 4_600),
                (("纪念日", "an anniversary"), 2_700),
                (("节日", "a festival"), 1_900),
            ],
            locale,
        ),
        occupation: say(("上班的男生", "young men with a job"), locale),
        life_space: say(("一二线城市", "large cities"), locale),
        keywords: tags(
            &[
                ("首饰盒 送女友", "jewellery box for girlfriend"),
                ("生日礼物 女生", "birthday gift for her"),
                ("首饰收纳盒 高级感", "elegant jewellery box"),
            ],
            locale,
        ),
        gift_detail: say(
            (
                "拆开的第一眼，和能不能按时到",
                "The first look on opening, and whether it comes in time",
            ),
            locale,
        ),
        source: say(
            (
                "订单 1,012 单（8 至 10 月）、评价 84 条、客服记录",
                "1,012 orders (August to October), 84 reviews, service chats",
            ),
            locale,
        ),
        checked: "2026-10-21".parse().ok(),
        review_by: "2026-12-31".parse().ok(),
        ..Persona::new(GIFT, say(("送女友礼物的他", "He who buys for her"), locale))
    };
    one.needs = needs(
        &[
            NeedRow {
                kind: NeedKind::Hard,
                source: NeedSource::Service,
                words: ("3 天内到", "arrives within 3 days"),
                keyword: NONE,
                volume: None,
                product: MOONLIGHT,
            },
            NeedRow {
                kind: NeedKind::Hard,
                source: NeedSource::Suggestions,
                words: ("带礼袋与贺卡", "comes with bag and card"),
                keyword: ("首饰盒 礼盒装", "jewellery box gift set"),
                volume: Some(6_200),
                product: MOONLIGHT,
            },
            NeedRow {
                kind: NeedKind::Latent,
                source: NeedSource::Reviews,
                words: ("显得用心", "looks thoughtful"),
                keyword: ("首饰盒 高级感", "elegant jewellery box"),
                volume: Some(4_800),
                product: MOONLIGHT,
            },
            NeedRow {
                kind: NeedKind::Latent,
                source: NeedSource::Keywords,
                words: ("可以刻名字", "can carry her name"),
                keyword: ("首饰盒 刻字", "engraved jewellery box"),
                volume: Some(3_900),
                product: NONE,
            },
        ],
        1_010,
        locale,
    );
    let late = ("84 条评价里 31 条说怕来不及", "31 of 84 reviews fear it comes too late");
    one.needs[0].evidence = piece(EvidenceKind::Review, late, true, locale);
    let thoughtful = ("“拆开很惊喜”出现 22 次", "“A surprise to open” stands there 22 times");
    one.needs[2].evidence = piece(EvidenceKind::Review, thoughtful, true, locale);
    for (claim, kind, words, is_fact) in [
        (
            Claim::Regions,
            EvidenceKind::Metric,
            ("付款买家分布，8 至 10 月", "Paying buyers by province, August to October"),
            true,
        ),
        (
            Claim::Occasions,
            EvidenceKind::Review,
            ("84 条评价里 39 条提到生日", "39 of 84 reviews mention a birthday"),
            true,
        ),
        (
            Claim::Gender,
            EvidenceKind::Interview,
            ("客服问过 60 位，按称呼推断", "Service asked 60 buyers; judged by how they sign"),
            false,
        ),
        (
            Claim::Keywords,
            EvidenceKind::Keyword,
            ("流量来源里的搜索词，10 月", "Search terms of October's traffic"),
            true,
        ),
        (
            Claim::Weight,
            EvidenceKind::Metric,
            ("10 月下单备注与礼袋选项", "Order notes and gift bags in October"),
            false,
        ),
    ] {
        one.set_evidence(claim, piece(kind, words, is_fact, locale));
    }
    let insight =
        |number, target, words| Insight::new(Id::from_bits(number), target, say(words, locale));
    one.insights = vec![
        insight(
            1_020,
            InsightTarget::AdPictures,
            (
                "主图与首屏先回答“够不够精致、来不来得及”",
                "First picture and screen: is it fine enough, is it in time?",
            ),
        ),
        insight(
            1_021,
            InsightTarget::ProductPage,
            ("内页加“拆开的样子”和发货时间表", "Show the opening, and a table of delivery times"),
        ),
    ];
    one
}

fn own(locale: Locale) -> Persona {
    let mut one = Persona {
        share: share(3_300),
        aov: yuan(128),
        age_from: Some(22),
        age_to: Some(30),
        female: share(9_400),
        male: share(400),
        price_from: yuan(80),
        price_to: yuan(160),
        ages: rows(
            &[
                (("18–24 岁", "18–24"), 4_100),
                (("25–29 岁", "25–29"), 3_700),
                (("30–34 岁", "30–34"), 1_500),
            ],
            locale,
        ),
        regions: rows(
            &[(("浙江", "浙江"), 1_310), (("广东", "广东"), 1_260), (("上海", "上海"), 940)],
            locale,
        ),
        occasions: rows(&[(("自用", "herself"), 8_700)], locale),
        attitudes: tags(&[("收纳", "a tidy room"), ("穿搭", "dressing well")], locale),
        media: tags(&[("小红书", "Xiaohongshu"), ("逛逛", "Taobao's feed")], locale),
        keywords: tags(&[("首饰收纳盒 桌面", "jewellery box for the desk")], locale),
        own_detail: say(("分格够不够、会不会刮花", "Enough trays, and no scratches"), locale),
        source: say(("评价 62 条、买家秀", "62 reviews and their pictures"), locale),
        checked: "2026-07-02".parse().ok(),
        review_by: "2026-10-15".parse().ok(),
        ..Persona::new(OWN, say(("给自己买的她", "She who buys for herself"), locale))
    };
    one.needs = needs(
        &[
            NeedRow {
                kind: NeedKind::Hard,
                source: NeedSource::Reviews,
                words: ("戒指项链分开放", "rings and chains apart"),
                keyword: ("首饰盒 分格", "jewellery box trays"),
                volume: Some(5_400),
                product: WALNUT,
            },
            NeedRow {
                kind: NeedKind::Latent,
                source: NeedSource::Reviews,
                words: ("摆在桌上好看", "looks good on the desk"),
                keyword: NONE,
                volume: None,
                product: WALNUT,
            },
        ],
        1_030,
        locale,
    );
    let trays = ("62 条评价里 27 条提到分格", "27 of 62 reviews mention trays");
    one.needs[0].evidence = piece(EvidenceKind::Review, trays, true, locale);
    one
}

fn company(locale: Locale) -> Persona {
    let mut one = Persona {
        share: share(900),
        cvr: share(180),
        aov: yuan(612),
        occupation: say(("行政、人事", "office managers"), locale),
        occasions: rows(
            &[
                (("年会伴手礼", "a company party"), 6_200),
                (("客户回礼", "thanks to clients"), 2_400),
            ],
            locale,
        ),
        mobile: share(3_800),
        desktop: share(6_000),
        price_attitude: say(("看开票和批量价", "wants an invoice and a bulk price"), locale),
        source: say(("客服记录 23 条", "23 service chats"), locale),
        checked: "2026-10-09".parse().ok(),
        review_by: "2027-01-31".parse().ok(),
        ..Persona::new(
            Id::from_bits(1_003),
            say(("采购伴手礼的行政", "Who buys for the company"), locale),
        )
    };
    one.needs = needs(
        &[NeedRow {
            kind: NeedKind::Hard,
            source: NeedSource::Service,
            words: ("可开票、可印标志", "with an invoice, and a logo"),
            keyword: ("伴手礼 定制", "custom favours"),
            volume: Some(2_700),
            product: NONE,
        }],
        1_040,
        locale,
    );
    one
}

/// X-01, as the specification has it.
fn older(locale: Locale) -> Persona {
    Persona {
        age_from: Some(35),
        age_to: Some(50),
        female: share(5_200),
        male: share(4_600),
        life_space: say(("退休老干部生活空间", "homes of retired officials"), locale),
        attitudes: tags(
            &[
                ("养花", "flowers"),
                ("厨房烹饪", "cooking"),
                ("锻炼身体", "exercise"),
                ("热衷打折商品", "bargains"),
            ],
            locale,
        ),
        words_zh: Some(
            "你的消费者是：中老年群体，追求放松，打折；他们不标榜过度奢华，喜欢自在，有条有理，不紧不慢的生活。"
                .to_owned(),
        ),
        words_en: Some(
            "Your customer: an older group that wants ease and bargains; no display of luxury, but \
             a free, orderly and unhurried life."
                .to_owned(),
        ),
        ..Persona::new(Id::from_bits(1_004), say(("中老年群体", "The older group"), locale))
    }
}

fn regions(locale: Locale) -> Vec<Region> {
    type Row = (&'static str, i32, i32, i32, Words, bool, Option<i64>);
    const ROWS: [Row; 8] = [
        ("广东", 1_420, 1_380, 310, ("潮湿，注意防霉", "humid: mind the mould"), true, Some(52)),
        ("浙江", 1_180, 1_210, 290, NONE, true, Some(47)),
        ("江苏", 1_040, 1_060, 330, NONE, true, Some(38)),
        ("四川", 710, 740, 360, NONE, true, Some(21)),
        ("上海", 690, 720, 280, NONE, true, Some(24)),
        ("山东", 630, 640, 340, NONE, false, Some(17)),
        ("河南", 560, 590, 390, NONE, false, Some(12)),
        (
            "辽宁",
            310,
            360,
            920,
            ("冬季干冷，木盒易开裂", "cold and dry: wood may crack"),
            true,
            Some(6),
        ),
    ];
    let region = |(name, buyers, visitors, returns, climate, has_ads, presale): &Row| Region {
        name: (*name).to_owned(),
        buyers: share(*buyers),
        visitors: share(*visitors),
        returns: share(*returns),
        climate: say(*climate, locale),
        has_ads: *has_ads,
        presale: *presale,
        ..Region::default()
    };
    ROWS.iter().map(region).collect()
}

fn visits(locale: Locale) -> Vec<MallVisit> {
    vec![MallVisit {
        brand: say(("某饰品集合店", "A jewellery chain"), locale),
        mall: say(("万象城", "MixC mall"), locale),
        location: say(("市中心", "centre"), locale),
        floor: "B1".to_owned(),
        traffic: say(("周末下午每小时约 600 人", "about 600 an hour on Saturday"), locale),
        ages: say(("20–30 岁", "20–30"), locale),
        prices: say(("80–260 元", "¥80–260"), locale),
        note: say(
            ("地下层，顺手买；礼袋另收费", "Basement, bought in passing; bags cost extra"),
            locale,
        ),
        day: "2026-09-12".parse().ok(),
        extra: Extra::new(),
    }]
}

fn segments(locale: Locale) -> Vec<Segment> {
    vec![
        Segment {
            name: say(("送女友的男生", "Men who buy for her"), locale),
            size: Some(120_000),
            need: say(("体面、来得及", "fine, and in time"), locale),
            product: say(MOONLIGHT, locale),
            satisfaction: Some(4),
            next_need: say(("刻名字", "her name on it"), locale),
            next_product: say(("刻字服务", "engraving"), locale),
            extra: Extra::new(),
        },
        Segment {
            name: say(("公司采购", "Companies"), locale),
            size: Some(30_000),
            need: say(("可开票、可印标志", "invoice and logo"), locale),
            product: say(("定制礼盒（待研发）", "custom boxes (to develop)"), locale),
            satisfaction: Some(2),
            next_need: say(("分批寄送", "sent to many addresses"), locale),
            next_product: say(("代发服务", "direct shipping"), locale),
            extra: Extra::new(),
        },
    ]
}
