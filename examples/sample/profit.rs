//! The sample's discounts, refunds and what holds of single products. All of it is invented.

use zhanggui::base::day::{Day, Month};
use zhanggui::base::id::Id;
use zhanggui::base::locale::Locale;
use zhanggui::base::money::Money;
use zhanggui::base::ratio::Ratio;
use zhanggui::tools::profit::edit::{ControlChange, ProfitEdit};
use zhanggui::tools::profit::model::{
    Bundle, BundleItem, ControlLine, CrossSell, Decision, Determinant, DeterminantNote, PriceStep,
    ProductTerms, Pull, RefundTerms, Rounding, StepKind, StepRule,
};

use crate::products::product;

fn yuan(yuan: i64) -> Money {
    Money::fen_const(yuan * 100)
}

/// The discounts of Double 11, in the order in which the platform takes them.
fn steps(locale: Locale) -> Vec<PriceStep> {
    let name = |zh: &str, en: &str| match locale {
        Locale::Zh => zh.to_owned(),
        Locale::En => en.to_owned(),
    };
    let step = |number: u64, kind, name: String| PriceStep {
        name,
        ..PriceStep::new(Id::from_bits(5_400 + number), kind)
    };
    vec![
        PriceStep {
            percent: Ratio::from_bp(500),
            rule: StepRule::Percent,
            ..step(1, StepKind::Item, name("双11 预售 95 折", "Presale, 5 % off"))
        },
        PriceStep {
            from: yuan(199),
            amount: yuan(10),
            group: 1,
            ..step(2, StepKind::ShopCoupon, name("店铺券 满 199 减 10", "Shop coupon, 10 off 199"))
        },
        PriceStep {
            from: yuan(99),
            amount: yuan(5),
            group: 1,
            ..step(3, StepKind::ShopCoupon, name("店铺券 满 99 减 5", "Shop coupon, 5 off 99"))
        },
        PriceStep {
            from: yuan(300),
            amount: yuan(50),
            ..step(
                4,
                StepKind::CrossShop,
                name("跨店每满 300 减 50", "50 off each 300, across shops"),
            )
        },
        PriceStep {
            from: yuan(150),
            amount: yuan(8),
            ..step(5, StepKind::PlatformCoupon, String::new())
        },
    ]
}

/// What finance typed: the sales of a month in yuan, by which its costs are made up.
const MONTHS: [(u8, i64); 10] = [
    (1, 135_879),
    (2, 93_079),
    (3, 122_123),
    (4, 117_838),
    (5, 162_430),
    (6, 138_195),
    (7, 119_642),
    (8, 129_790),
    (9, 121_046),
    (10, 127_110),
];

/// The lines that finance types, as shares of the sales in basis points, budget and actual.
const SHARES: [(ControlLine, i64, i64); 7] = [
    (ControlLine::Goods, 4_300, 4_410),
    (ControlLine::Packaging, 160, 150),
    (ControlLine::Freight, 520, 560),
    (ControlLine::Gifts, 180, 210),
    (ControlLine::Commission, 500, 470),
    (ControlLine::AdsAffiliate, 120, 90),
    (ControlLine::Bonus, 150, 150),
];

/// Rent, software and accounting, which belong to no product and no channel.
const UNALLOCATED: (i64, i64) = (9_800, 10_350);

fn control() -> ProfitEdit {
    let mut changes = Vec::new();
    let mut put = |month: u8, line, is_actual, yuan: i64| {
        let value = Some(Money::fen_const(yuan * 100));
        changes.push(ControlChange { month: Month::new(2026, month), line, is_actual, value });
    };
    for (month, sales) in MONTHS {
        for (line, budget, actual) in SHARES {
            put(month, line, false, sales * budget / 10_000);
            put(month, line, true, sales * actual / 10_000);
        }
        let ads = [ControlLine::AdsSitewide, ControlLine::AdsKeyword, ControlLine::AdsAudience];
        for (line, share) in ads.into_iter().zip([280, 360, 150]) {
            put(month, line, false, sales * share / 10_000);
        }
        put(month, ControlLine::Refunds, false, sales * 900 / 10_000);
        put(month, ControlLine::Unallocated, false, UNALLOCATED.0);
        put(month, ControlLine::Unallocated, true, UNALLOCATED.1);
    }
    ProfitEdit::SetControl(changes)
}

/// Two sets: the hero twice, and with the tray.
fn bundles(locale: Locale) -> Vec<Bundle> {
    let words = |zh: &str, en: &str| match locale {
        Locale::Zh => zh.to_owned(),
        Locale::En => en.to_owned(),
    };
    vec![
        Bundle {
            theme: words(
                "送自己一个，送妈妈一个，配手写贺卡",
                "One for yourself, one for mother, with a written card",
            ),
            items: vec![BundleItem::new(product(0), 2)],
            price: Some(yuan(302)),
            rival: Some(yuan(159)),
            takes_steps: true,
            ..Bundle::new(Id::from_bits(5_450), words("月光盒两件装", "Two moonlight boxes"))
        },
        Bundle {
            theme: words("梳妆台整套", "The whole dressing table"),
            items: vec![BundleItem::new(product(0), 1), BundleItem::new(product(10), 1)],
            price: Some(yuan(239)),
            ..Bundle::new(Id::from_bits(5_451), words("首饰盒 + 托盘", "Box and tray"))
        },
    ]
}

/// The tray on the hero's page, looked at twice: it fell.
fn looks(locale: Locale) -> Vec<CrossSell> {
    let slot = match locale {
        Locale::Zh => "详情页首屏",
        Locale::En => "Top of the page",
    };
    let look = |number: u64, day: &str, units, visitors, conversion, decision| CrossSell {
        slot: slot.to_owned(),
        units: Some(units),
        visitors: Some(visitors),
        conversion: Some(Ratio::from_bp(conversion)),
        decision,
        ..CrossSell::new(
            Id::from_bits(5_460 + number),
            product(0),
            product(10),
            day.parse().unwrap_or(Day::MIN),
        )
    };
    vec![
        look(1, "2026-10-12", 46, 1_380, 330, Some(Decision::Keep)),
        look(2, "2026-10-26", 39, 1_402, 280, None),
    ]
}

fn determinants(locale: Locale) -> Vec<DeterminantNote> {
    let note = |determinant, zh: [&str; 3], en: [&str; 3], effect| {
        let [state, action, owner] = match locale {
            Locale::Zh => zh,
            Locale::En => en,
        };
        DeterminantNote {
            state: state.to_owned(),
            action: action.to_owned(),
            owner: owner.to_owned(),
            effect: Some(Ratio::from_bp(effect)),
            ..DeterminantNote::new(determinant)
        }
    };
    vec![
        note(
            Determinant::Value,
            ["送人有面子，评价里常说“拿得出手”", "主图先讲送礼场景，配礼袋", "小满"],
            ["A gift to be proud of, as reviews say", "Show the gift first, add a bag", "Man"],
            120,
        ),
        note(
            Determinant::Cost,
            ["镜面从中间商拿货，9 月涨了 2 元", "找玻璃厂直采，试单 300 件", "老周"],
            [
                "Mirrors through a trader, 2 dearer since September",
                "Order 300 from the works",
                "Zhou",
            ],
            180,
        ),
    ]
}

/// Everything of the pages on price and profit.
pub fn edits(locale: Locale) -> Vec<ProfitEdit> {
    let refunds = RefundTerms {
        rate: Ratio::from_bp(900),
        before: Ratio::from_bp(4_500),
        resaleable: Ratio::from_bp(8_500),
        freight: yuan(6),
        fee: Money::fen_const(60),
        ..RefundTerms::default()
    };
    let hero = ProductTerms {
        pieces: Some(2),
        conversion: Some(Ratio::from_bp(320)),
        click: Some(Money::fen_const(145)),
        ..ProductTerms::new(product(0))
    };
    let second = ProductTerms {
        beside: Some(yuan(89)),
        conversion: Some(Ratio::from_bp(250)),
        click: Some(Money::fen_const(180)),
        ..ProductTerms::new(product(1))
    };
    let mut edits: Vec<ProfitEdit> = steps(locale).into_iter().map(ProfitEdit::PutStep).collect();
    edits.push(ProfitEdit::SetRefunds(refunds));
    edits.push(ProfitEdit::SetTerms(Box::new(hero)));
    edits.push(ProfitEdit::SetTerms(Box::new(second)));
    edits.push(ProfitEdit::SetTarget(Ratio::from_bp(2_500)));
    edits.push(ProfitEdit::SetRounding(Rounding::Nine));
    edits.push(control());
    edits.extend(looks(locale).into_iter().map(ProfitEdit::PutCross));
    edits.extend(determinants(locale).into_iter().map(ProfitEdit::SetDeterminant));
    edits.extend(bundles(locale).into_iter().map(ProfitEdit::PutBundle));
    edits.push(ProfitEdit::PutPull(Pull {
        buyers: Some(250),
        attach: Some(Ratio::from_bp(2_200)),
        attached: Some(yuan(31)),
        ads: Some(yuan(2_400)),
        members: Some(80),
        member_value: Some(yuan(6)),
        ..Pull::new(product(0))
    }));
    edits
}
