//! The sample's discounts, refunds and what holds of single products. All of it is invented.

use zhanggui::base::id::Id;
use zhanggui::base::locale::Locale;
use zhanggui::base::money::Money;
use zhanggui::base::ratio::Ratio;
use zhanggui::tools::profit::edit::ProfitEdit;
use zhanggui::tools::profit::model::{
    PriceStep, ProductTerms, RefundTerms, Rounding, StepKind, StepRule,
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

/// Everything of the page on price and profit.
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
    edits
}
