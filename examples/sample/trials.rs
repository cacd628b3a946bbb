//! The sample's tests of pictures and pages: one that is over, one that looks like it is, one before
//! and after. All of it is invented.

use zhanggui::base::day::Day;
use zhanggui::base::id::Id;
use zhanggui::base::locale::Locale;
use zhanggui::base::money::Money;
use zhanggui::base::ratio::Ratio;
use zhanggui::tools::trials::edit::TrialsEdit;
use zhanggui::tools::trials::model::{
    Audience, Step, Trial, TrialDecision, TrialMode, TrialOf, Variant,
};

use crate::products::product;

/// Words in Chinese and in English.
type Words = (&'static str, &'static str);

fn say(words: Words, locale: Locale) -> String {
    match locale {
        Locale::Zh => words.0.to_owned(),
        Locale::En => words.1.to_owned(),
    }
}

fn day(text: &str) -> Day {
    text.parse().unwrap_or(Day::MIN)
}

/// A variant: its name, days, impressions, clicks, spend in yuan.
type Ad = (Words, (&'static str, &'static str), i64, i64, i64);

const MOONLIGHT: [Ad; 2] = [
    (("白底图", "White background"), ("2026-10-08", "2026-10-21"), 10_812, 413, 372),
    (("妆台场景图", "On a dressing table"), ("2026-10-08", "2026-10-21"), 10_764, 522, 459),
];

const WALNUT: [Ad; 3] = [
    (("原图", "As it was"), ("2026-10-15", "2026-10-21"), 2_140, 62, 81),
    (("木纹特写", "Close-up of the grain"), ("2026-10-15", "2026-10-21"), 2_096, 71, 90),
    (("送礼文案", "Gift wording"), ("2026-10-15", "2026-10-21"), 2_118, 118, 133),
];

/// Everything of the page.
pub fn edits(locale: Locale) -> Vec<TrialsEdit> {
    let mut moonlight =
        ads(6_000, ("月光首饰盒主图", "Moonlight box: main picture"), &MOONLIGHT, locale);
    moonlight.product = Some(product(0));
    moonlight.plan.base_rate = Some(Ratio::from_bp(400));
    let mut decision = TrialDecision::new(Some(moonlight.variants[1].id), day("2026-10-22"));
    decision.why = say(
        ("点击率高四分之一，点击花费还低", "A quarter more clicks, and each is cheaper"),
        locale,
    );
    moonlight.decision = Some(decision);

    let mut walnut = ads(6_010, ("胡桃木盒三张图", "Walnut box: three pictures"), &WALNUT, locale);
    walnut.product = Some(product(1));

    let mut page = Trial::new(
        Id::from_bits(6_020),
        say(("首饰盒详情页首屏", "Jewellery box: top of the page"), locale),
    );
    (page.of, page.mode, page.decides) = (TrialOf::Page, TrialMode::BeforeAfter, Step::Buy);
    (page.audience, page.product) = (Some(Audience::Everyone), Some(product(0)));
    page.plan.lift = Ratio::from_bp(3_000);
    for (number, (name, days, counts)) in (6_021..).zip([
        (("旧首屏", "Old top"), ("2026-10-08", "2026-10-14"), [1_386, 92, 131, 35]),
        (("新首屏", "New top"), ("2026-10-15", "2026-10-21"), [1_402, 117, 158, 44]),
    ]) {
        let mut one = variant(number, name, days, locale);
        let [visitors, favourites, carts, buyers] = counts.map(Some);
        (one.visitors, one.favourites) = (visitors, favourites);
        (one.carts, one.buyers) = (carts, buyers);
        page.variants.push(one);
    }
    [page, moonlight, walnut].map(|trial| TrialsEdit::Put(Box::new(trial))).to_vec()
}

fn variant(number: u64, name: Words, (from, to): (&str, &str), locale: Locale) -> Variant {
    let mut one = Variant::new(Id::from_bits(number), say(name, locale));
    (one.from, one.to) = (Some(day(from)), Some(day(to)));
    one
}

fn ads(number: u64, name: Words, rows: &[Ad], locale: Locale) -> Trial {
    let mut trial = Trial::new(Id::from_bits(number), say(name, locale));
    trial.audience = Some(Audience::Search);
    for (number, (name, days, impressions, clicks, yuan)) in (number + 1..).zip(rows) {
        let mut one = variant(number, *name, *days, locale);
        (one.impressions, one.clicks) = (Some(*impressions), Some(*clicks));
        one.spend = Some(Money::fen_const(yuan * 100));
        trial.variants.push(one);
    }
    trial
}
