//! Names of what there is several of.

use crate::base::locale::Locale;
use crate::tools::profit::calc::unit::UnitLine;
use crate::tools::profit::model::{PriceStep, Rounding, StepKind, StepRule};

fn pick(words: (&'static str, &'static str), locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => words.0,
        Locale::En => words.1,
    }
}

/// What a kind of step is called.
pub fn kind(kind: StepKind, locale: Locale) -> &'static str {
    let words = match kind {
        StepKind::Item => ("单品优惠", "Product discount"),
        StepKind::Member => ("会员价", "Member price"),
        StepKind::ShopCoupon => ("店铺券 / 店铺满减", "Shop coupon"),
        StepKind::CrossShop => ("跨店满减", "Cross-shop discount"),
        StepKind::PlatformCoupon => ("平台券", "Platform coupon"),
        StepKind::RedPacket => ("红包 / 淘金币", "Red packet or coins"),
        StepKind::Other => ("其他优惠", "Other discount"),
    };
    pick(words, locale)
}

/// How a step takes.
pub fn rule(rule: StepRule, locale: Locale) -> &'static str {
    let words = match rule {
        StepRule::Percent => ("每件打折", "A share of each piece"),
        StepRule::Cut => ("每件立减", "An amount of each piece"),
        StepRule::Price => ("每件一口价", "A price for each piece"),
        StepRule::Once => ("整单满减", "Once per order from an amount on"),
        StepRule::Every => ("整单每满减", "For each full amount of the order"),
    };
    pick(words, locale)
}

/// What a step is called: its name, else that of its kind.
pub fn step(step: &PriceStep, locale: Locale) -> String {
    match step.name.trim() {
        "" => kind(step.kind, locale).to_owned(),
        name => name.to_owned(),
    }
}

/// What a worked out price ends in.
pub fn rounding(rounding: Rounding, locale: Locale) -> &'static str {
    let words = match rounding {
        Rounding::Fen => ("到分", "Any fen"),
        Rounding::Jiao => ("到角", "Whole 角"),
        Rounding::Yuan => ("到元", "Whole yuan"),
        Rounding::Nine => ("尾数 9 元", "Yuan ending in 9"),
    };
    pick(words, locale)
}

/// A line between what is received and what is earned.
pub fn line(line: UnitLine, locale: Locale) -> &'static str {
    let words = match line {
        UnitLine::Refunds => ("退款", "Refunds"),
        UnitLine::Goods => ("货", "Goods"),
        UnitLine::GoodsBack => ("退回可再卖的货", "Goods that sell again"),
        UnitLine::Freight => ("发货运费", "Parcels to buyers"),
        UnitLine::FreightBack => ("退回运费", "Parcels back"),
        UnitLine::Gift => ("赠品", "Gifts"),
        UnitLine::Commission => ("平台佣金", "Commission"),
        UnitLine::CommissionBack => ("退款返还的佣金", "Commission given back"),
        UnitLine::Fees => ("退不回的费用", "Fees that do not come back"),
        UnitLine::Ads => ("推广", "Advertising"),
    };
    pick(words, locale)
}
