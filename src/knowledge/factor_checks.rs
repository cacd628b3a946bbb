//! What to look at when one of the three factors of sales moved, and whom to ask (T-79, R-01,
//! R-40 … ), as data.

use crate::base::locale::Locale;

/// One thing to look at.
#[derive(Clone, Copy, Debug)]
pub struct FactorCheck {
    /// Its name for good.
    pub key: &'static str,
    /// Place of the factor: visitors, conversion, order value.
    pub factor: usize,
    /// What to do: Chinese, English.
    pub what: (&'static str, &'static str),
    /// The ids of the rules.
    pub source: &'static str,
}

impl FactorCheck {
    /// What to do.
    pub fn what(&self, locale: Locale) -> &'static str {
        pick(self.what, locale)
    }
}

/// Who answers for a factor: visitors, conversion, order value.
pub fn asked(factor: usize, locale: Locale) -> &'static str {
    const WHO: [(&str, &str); 3] = [
        ("推广", "promotion"),
        ("美工与客服", "design and customer service"),
        ("运营", "operations"),
    ];
    pick(WHO[factor.min(2)], locale)
}

fn pick((zh, en): (&'static str, &'static str), locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

const fn row(
    key: &'static str,
    factor: usize,
    zh: &'static str,
    en: &'static str,
    source: &'static str,
) -> FactorCheck {
    FactorCheck { key, factor, what: (zh, en), source }
}

/// In the order in which they are looked at.
pub static FACTOR_CHECKS: &[FactorCheck] = &[
    row(
        "sources",
        0,
        "逐个来源比访客数和花费：差在哪一块，怎么补，要多少预算",
        "Compare visitors and cost source by source: which part differs, how to refill it, at what budget",
        "R-42",
    ),
    row(
        "rank",
        0,
        "看主推款的搜索排名和主图点击率",
        "Look at the search rank and the main picture of the leading items",
        "R-43",
    ),
    row(
        "order",
        1,
        "按顺序查：竞争对手 → 消费者 → 平台规则 → 自己改了什么（价格、主图、详情、评价、库存）",
        "Check in this order: competitors, customers, the platform, what we changed ourselves (price, pictures, page, reviews, stock)",
        "R-01, R-20",
    ),
    row(
        "precision",
        1,
        "看新来的访客准不准：从哪个计划、哪个来源来，转化多少",
        "Look whether new visitors are the right ones: from which plan and source, and how many buy",
        "R-47",
    ),
    row(
        "page",
        1,
        "看跳失率、停留时长和访问深度；不合格先调页面，不加推广",
        "Look at bounce, stay and depth; where they fail, mend the page before adding promotion",
        "R-37, R-44",
    ),
    row(
        "discounts",
        2,
        "看优惠叠加后的成交价，低价款的占比有没有变高",
        "Look at the price after all discounts, and whether cheap items have gained",
        "T-52",
    ),
    row(
        "bundles",
        2,
        "用 2–3 件套餐、满减和关联销售提高客单价",
        "Raise the order value with bundles of 2–3, thresholds and linked items",
        "R-16, R-52",
    ),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_factor_has_checks_under_names_of_their_own() {
        let keys: BTreeSet<_> = FACTOR_CHECKS.iter().map(|check| check.key).collect();
        assert_eq!(keys.len(), FACTOR_CHECKS.len());
        for factor in 0..3 {
            assert!(2 <= FACTOR_CHECKS.iter().filter(|check| check.factor == factor).count());
            assert!(!asked(factor, Locale::En).is_empty());
        }
    }
}
