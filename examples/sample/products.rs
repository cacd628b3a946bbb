//! The sample's products. Numbers of the items, pieces and sales are those of the sample exports
//! (商品每日数据, May–July and August–October 2026); prices, costs, stock, competitors' and market
//! figures are invented.

use zhanggui::base::day::Day;
use zhanggui::base::extra::Extra;
use zhanggui::base::id::Id;
use zhanggui::base::locale::Locale;
use zhanggui::base::money::Money;
use zhanggui::base::ratio::Ratio;
use zhanggui::base::span::Span;
use zhanggui::tools::products::edit::{MatrixChange, ProductsEdit};
use zhanggui::tools::products::model::{
    CostFrom, LifeStage, Product, Role, SalesPeriod, SalesRow, SheetEntry,
};

use crate::personas::{GIFT, OWN};

/// Words in Chinese and in English.
type Words = (&'static str, &'static str);

fn say(words: Words, locale: Locale) -> String {
    match locale {
        Locale::Zh => words.0.to_owned(),
        Locale::En => words.1.to_owned(),
    }
}

/// The periods, from and to; the second is the one that is looked at.
const PERIODS: [(&str, &str); 2] = [("2026-05-01", "2026-07-31"), ("2026-08-01", "2026-10-31")];

/// A product: price and goods in yuan, pieces and sales of both periods.
struct Row {
    name: Words,
    item: &'static str,
    role: Option<Role>,
    stage: LifeStage,
    yuan: (i64, i64),
    stock: Option<i64>,
    units: [Option<i64>; 2],
    fen: [Option<i64>; 2],
}

/// Pieces that were ordered and have not come yet, by the place of the product.
const ON_ORDER: [(usize, i64); 3] = [(2, 100), (5, 40), (12, 200)];
/// What comes later than the rest, in days.
const LEAD_DAYS: [(usize, i64); 4] = [(1, 35), (3, 30), (6, 25), (9, 20)];

/// By what they sold.
const ROWS: [Row; 24] = [
    Row {
        name: ("月光镜面双层首饰盒", "Moonlight mirror box, two tiers"),
        item: "994280026318",
        role: Some(Role::Traffic),
        stage: LifeStage::Hit,
        yuan: (168, 60),
        stock: Some(1_240),
        units: [Some(931), Some(899)],
        fen: [Some(14_762_371), Some(14_248_521)],
    },
    Row {
        name: ("胡桃木复古首饰收纳盒", "Walnut jewellery box"),
        item: "996712742542",
        role: Some(Role::Image),
        stage: LifeStage::Growth,
        yuan: (329, 118),
        stock: Some(70),
        units: [Some(195), Some(158)],
        fen: [Some(5_984_386), Some(4_765_596)],
    },
    Row {
        name: ("磁吸折叠首饰盒", "Folding box, magnetic"),
        item: "997495979579",
        role: Some(Role::Regular),
        stage: LifeStage::Mature,
        yuan: (149, 72),
        stock: Some(15),
        units: [Some(152), Some(136)],
        fen: [Some(2_139_836), Some(1_920_641)],
    },
    Row {
        name: ("八音盒旋转首饰盒", "Music box, turning"),
        item: "995847090165",
        role: Some(Role::Regular),
        stage: LifeStage::Mature,
        yuan: (139, 74),
        stock: Some(58),
        units: [Some(162), Some(143)],
        fen: [Some(2_134_262), Some(1_871_531)],
    },
    Row {
        name: ("便携旅行首饰包", "Travel jewellery pouch"),
        item: "991185198336",
        role: Some(Role::Experience),
        stage: LifeStage::Hit,
        yuan: (49, 27),
        stock: Some(36),
        units: [Some(357), Some(275)],
        fen: [Some(1_651_207), Some(1_302_320)],
    },
    Row {
        name: ("珐琅彩花卉首饰盒", "Enamel flower box"),
        item: "998978099397",
        role: Some(Role::Image),
        stage: LifeStage::Growth,
        yuan: (218, 92),
        stock: Some(64),
        units: [Some(67), Some(58)],
        fen: [Some(1_371_770), Some(1_191_834)],
    },
    Row {
        name: ("植鞣皮手表收纳盒", "Leather watch box"),
        item: "994346019171",
        role: Some(Role::Regular),
        stage: LifeStage::Mature,
        yuan: (268, 104),
        stock: Some(52),
        units: [Some(49), Some(46)],
        fen: [Some(1_214_632), Some(1_175_649)],
    },
    Row {
        name: ("七夕星河投影礼盒", "Starlight gift box"),
        item: "991940788203",
        role: Some(Role::Campaign),
        stage: LifeStage::Decline,
        yuan: (258, 124),
        stock: Some(36),
        units: [Some(21), Some(48)],
        fen: [Some(521_846), Some(1_172_934)],
    },
    Row {
        name: ("月光系列小号首饰盒", "Moonlight box, small"),
        item: "996355880009",
        role: Some(Role::Campaign),
        stage: LifeStage::Mature,
        yuan: (89, 52),
        stock: Some(410),
        units: [Some(204), Some(126)],
        fen: [Some(1_719_960), Some(1_072_074)],
    },
    Row {
        name: ("全身镜首饰柜", "Mirror cabinet, standing"),
        item: "996798185983",
        role: Some(Role::Image),
        stage: LifeStage::Start,
        yuan: (589, 318),
        stock: Some(14),
        units: [Some(9), Some(19)],
        fen: [Some(496_624), Some(1_048_049)],
    },
    Row {
        name: ("透光玉髓纹首饰托盘", "Agate-look tray"),
        item: "994107700777",
        role: Some(Role::Regular),
        stage: LifeStage::Growth,
        yuan: (119, 40),
        stock: Some(150),
        units: [Some(76), Some(83)],
        fen: [Some(880_565), Some(951_554)],
    },
    Row {
        name: ("云母贝壳首饰盒", "Mother-of-pearl box"),
        item: "999756484000",
        role: Some(Role::Image),
        stage: LifeStage::Start,
        yuan: (459, 148),
        stock: Some(0),
        units: [Some(32), Some(21)],
        fen: [Some(1_338_317), Some(909_020)],
    },
    Row {
        name: ("香薰蜡烛礼盒", "Scented candle set"),
        item: "998568471461",
        role: Some(Role::Regular),
        stage: LifeStage::Mature,
        yuan: (128, 58),
        stock: Some(120),
        units: [Some(62), Some(57)],
        fen: [Some(749_400), Some(681_769)],
    },
    Row {
        name: ("桌面翻页日历礼盒", "Desk calendar set"),
        item: "997491508383",
        role: Some(Role::Campaign),
        stage: LifeStage::Decline,
        yuan: (79, 43),
        stock: Some(260),
        units: [Some(107), Some(77)],
        fen: [Some(809_606), Some(575_176)],
    },
    Row {
        name: ("绒布项链收纳册", "Velvet necklace book"),
        item: "992034418998",
        role: Some(Role::Experience),
        stage: LifeStage::Growth,
        yuan: (39, 13),
        stock: Some(30),
        units: [Some(62), Some(127)],
        fen: [Some(231_753), Some(478_261)],
    },
    Row {
        name: ("大漆戒枕", "Lacquer ring cushion"),
        item: "996551694972",
        role: Some(Role::Image),
        stage: LifeStage::Start,
        yuan: (88, 36),
        stock: Some(75),
        units: [Some(49), Some(56)],
        fen: [Some(419_881), Some(469_893)],
    },
    Row {
        name: ("桌面化妆品收纳盒", "Cosmetics and jewellery box"),
        item: "996063533617",
        role: Some(Role::Regular),
        stage: LifeStage::Decline,
        yuan: (128, 73),
        stock: Some(88),
        units: [Some(53), Some(39)],
        fen: [Some(647_790), Some(464_020)],
    },
    Row {
        name: ("真丝眼罩礼盒", "Silk eye mask set"),
        item: "991654810552",
        role: Some(Role::Campaign),
        stage: LifeStage::Decline,
        yuan: (159, 86),
        stock: Some(70),
        units: [Some(52), Some(28)],
        fen: [Some(739_591), Some(418_684)],
    },
    Row {
        name: ("儿童发饰收纳盒", "Hair clip box for children"),
        item: "991148513469",
        role: None,
        stage: LifeStage::Mature,
        yuan: (68, 37),
        stock: Some(130),
        units: [Some(61), Some(61)],
        fen: [Some(381_600), Some(384_824)],
    },
    Row {
        name: ("四宫格丝巾礼盒", "Scarf gift box"),
        item: "992216828883",
        role: Some(Role::Campaign),
        stage: LifeStage::Start,
        yuan: (98, 44),
        stock: Some(90),
        units: [None, Some(40)],
        fen: [None, Some(376_939)],
    },
    Row {
        name: ("透明耳环展示架", "Clear earring stand"),
        item: "995721945954",
        role: Some(Role::Experience),
        stage: LifeStage::Mature,
        yuan: (45, 20),
        stock: Some(200),
        units: [Some(69), Some(70)],
        fen: [Some(295_158), Some(300_490)],
    },
    Row {
        name: ("保险柜造型存钱罐", "Safe-shaped money box"),
        item: "991976056536",
        role: None,
        stage: LifeStage::Decline,
        yuan: (98, 60),
        stock: Some(55),
        units: [Some(34), Some(30)],
        fen: [Some(308_104), Some(274_543)],
    },
    Row {
        name: ("丝绒戒指盒", "Velvet ring box"),
        item: "996012690194",
        role: Some(Role::Campaign),
        stage: LifeStage::Mature,
        yuan: (59, 26),
        stock: Some(310),
        units: [Some(108), Some(45)],
        fen: [Some(601_871), Some(256_676)],
    },
    Row {
        name: ("双面绒手串盘", "Bracelet tray"),
        item: "998813313066",
        role: None,
        stage: LifeStage::Mature,
        yuan: (68, 30),
        stock: None,
        units: [Some(54), Some(37)],
        fen: [Some(351_440), Some(241_699)],
    },
];

/// Name of the product by its place: the largest competitor's sales in yuan in both periods, the
/// market's in ten thousand yuan before them and in them, the category's growth in basis points.
const MARKETS: [(usize, [i64; 2], [i64; 3], i32); 12] = [
    (0, [96_000, 88_000], [210, 214, 236], 1_030),
    (1, [82_000, 97_000], [148, 150, 171], 1_400),
    (2, [31_000, 30_500], [96, 97, 98], 150),
    (3, [12_800, 12_000], [74, 72, 70], -280),
    (4, [42_000, 51_000], [63, 70, 82], 1_720),
    (5, [7_400, 9_800], [41, 43, 50], 1_630),
    (6, [15_800, 16_000], [58, 58, 59], 170),
    (8, [28_000, 33_000], [83, 80, 76], -500),
    (10, [10_400, 9_900], [37, 39, 44], 1_280),
    (11, [21_000, 19_000], [52, 55, 63], 1_450),
    (12, [4_900, 5_600], [33, 32, 32], 0),
    (14, [9_500, 11_800], [18, 20, 25], 2_500),
];

/// What the fact sheet of the first product says.
const SHEET: [(&str, Words); 16] = [
    (
        "advantages",
        (
            "双层带镜，一盒装下首饰和化妆小物",
            "Two tiers and a mirror: jewellery and make-up in one box",
        ),
    ),
    ("origin", ("浙江东阳", "Dongyang, Zhejiang")),
    (
        "usage",
        (
            "送女友、闺蜜生日礼物；自用梳妆台收纳",
            "A birthday gift; a box for one's own dressing table",
        ),
    ),
    ("processing", ("自有设计，代工厂装配", "Own design, assembled by a partner")),
    (
        "packing",
        ("六面珍珠棉加硬纸箱，附礼袋", "Foam on six sides in a hard carton, with a gift bag"),
    ),
    ("fabric", ("PU 皮 0.9 mm，内衬超细绒", "PU leather 0.9 mm, microfibre lining")),
    (
        "workmanship",
        ("折边车线，镜面双面胶加卡槽", "Folded and stitched edges; the mirror sits in a groove"),
    ),
    ("style", ("奶油白、雾蓝两色", "Cream and mist blue")),
    ("design", ("镜面可取下手持", "The mirror comes off and can be held")),
    ("material_source", ("皮料来自海宁", "Leather from Haining")),
    ("selling_point", ("打开就是梳妆台", "Open it and it is a dressing table")),
    ("same_makers", ("木作坊、镜匣家居有相近款", "Two competitors have something like it")),
    (
        "title",
        (
            "月光镜面双层首饰盒 带锁大容量 送女友生日礼物",
            "Moonlight mirror box, two tiers, with a lock, a birthday gift",
        ),
    ),
    ("attributes", ("材质 PU 皮；带锁；带镜", "PU leather; with lock; with mirror")),
    ("specs", ("24 × 17 × 12 cm", "24 × 17 × 12 cm")),
    ("category", ("家居收纳 > 首饰盒", "Home storage > jewellery boxes")),
];

fn period_id(number: usize) -> Id {
    Id::from_bits(5_001 + number as u64)
}

fn day(text: &str) -> Day {
    // The days above are dates.
    text.parse().unwrap_or(Day::MIN)
}

fn yuan(yuan: i64) -> Money {
    Money::fen_const(yuan * 100)
}

/// The product by its place in the list: other parts of the sample point at it.
pub fn product(number: usize) -> Id {
    Id::from_bits(5_101 + number as u64)
}

/// Everything of the products' pages.
pub fn edits(locale: Locale) -> Vec<ProductsEdit> {
    let mut edits = Vec::new();
    for (number, (from, to)) in PERIODS.into_iter().enumerate() {
        let span = Span::new(day(from), day(to));
        edits.push(ProductsEdit::PutPeriod(SalesPeriod::new(period_id(number), span)));
    }
    let products = ROWS.iter().enumerate().map(|(number, row)| made(number, row, locale));
    edits.push(ProductsEdit::Put(products.collect()));
    edits.push(ProductsEdit::SetMatrix(MatrixChange::Compared(Some(period_id(0)))));
    edits
}

fn made(number: usize, row: &Row, locale: Locale) -> Product {
    let (price, goods) = row.yuan;
    let cost = |from: Option<&str>, goods| CostFrom {
        freight: yuan(6),
        gift: if goods < 40 { Money::ZERO } else { yuan(3) },
        commission: Ratio::from_bp(500),
        ads: Ratio::from_bp(1_000),
        ..CostFrom::of_goods(from.map(day), yuan(goods))
    };
    let mut product = Product::new(product(number), say(row.name, locale));
    product.item_id = row.item.to_owned();
    product.role = row.role;
    product.stage = Some(row.stage);
    product.price = Some(yuan(price));
    product.stock = row.stock;
    let of = |all: &[(usize, i64)]| all.iter().find(|(one, _)| *one == number).map(|(_, n)| *n);
    product.on_order = of(&ON_ORDER);
    product.lead_days = of(&LEAD_DAYS);
    product.persona = match row.role {
        Some(Role::Image | Role::Traffic | Role::Campaign) => Some(GIFT),
        Some(Role::Regular | Role::Experience) => Some(OWN),
        None => None,
    };
    product.costs = vec![cost(None, goods)];
    if number == 0 {
        // The leather became dearer in September.
        product.costs = vec![cost(None, goods - 2), cost(Some("2026-09-01"), goods)];
        product.launched = Some(day("2024-03-08"));
        product.pricing = say(
            (
                "引流款，不降价，用两件套餐让利",
                "Draws visitors: hold the price, give way in sets of two",
            ),
            locale,
        );
        let entry = |(key, words): (&str, Words)| SheetEntry {
            key: key.to_owned(),
            text: say(words, locale),
            extra: Extra::new(),
        };
        product.sheet = SHEET.into_iter().map(entry).collect();
    }
    let market = MARKETS.iter().find(|(place, ..)| *place == number);
    for period in 0..PERIODS.len() {
        let mut sold = SalesRow::new(period_id(period));
        sold.units = row.units[period];
        sold.revenue = row.fen[period].map(Money::fen_const);
        if let Some((_, rivals, markets, growth)) = market {
            sold.rival = Some(yuan(rivals[period]));
            sold.market_before = Some(yuan(markets[period] * 10_000));
            sold.market = Some(yuan(markets[period + 1] * 10_000));
            sold.category_growth = (period == 1).then(|| Ratio::from_bp(*growth));
        }
        if sold != SalesRow::new(period_id(period)) {
            product.sales.push(sold);
        }
    }
    product
}
