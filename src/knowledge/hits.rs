//! The steps of building a bestseller (T-49), as data. What the source says of fabricated orders is
//! left out (N-01): first reviews come from real customers.

/// One step.
#[derive(Clone, Copy, Debug)]
pub struct HitStepKind {
    /// Its name in the file format, for good.
    pub key: &'static str,
    /// What is done: Chinese, English.
    pub name: (&'static str, &'static str),
    /// What is measured before and after: Chinese, English; empty where nothing is.
    pub metric: (&'static str, &'static str),
}

const fn step(
    key: &'static str,
    name: (&'static str, &'static str),
    metric: (&'static str, &'static str),
) -> HitStepKind {
    HitStepKind { key, name, metric }
}

/// In the order of the source.
pub static HIT_STEPS: [HitStepKind; 13] = [
    step("needs", ("了解顾客群需求", "Know what the customers need"), ("", "")),
    step("value", ("提高产品价值", "Raise the product's value"), ("好评率", "Good reviews, %")),
    step("page", ("提高页面吸引力", "Make the page attractive"), ("支付转化率", "Conversion, %")),
    step("title", ("优化标题", "Improve the title"), ("搜索访客", "Visitors from search")),
    step(
        "reviews",
        (
            "真实评价积累：老客首批购买、真实晒图邀请",
            "Real reviews: regulars buy first, ask them for pictures",
        ),
        ("评价数", "Reviews"),
    ),
    step(
        "notify",
        ("用 CRM、钻展通知老顾客", "Tell regulars by CRM and display ads"),
        ("老客买家", "Returning buyers"),
    ),
    step(
        "ads",
        ("直通车、钻展引精准流量", "Bring the right visitors by ads"),
        ("推广访客", "Visitors from ads"),
    ),
    step(
        "links",
        ("店内关联推荐", "Recommend it within the shop"),
        ("店内访客", "Visitors from the shop"),
    ),
    step(
        "ranking",
        ("做关键词排名", "Rise in the ranking of its keywords"),
        ("核心词排名", "Rank of the main word"),
    ),
    step(
        "deals",
        ("报名聚划算等高质量活动", "Enter deals of high quality"),
        ("活动件数", "Pieces in deals"),
    ),
    step(
        "sources",
        ("分析流量来源，放大高转化来源", "See where visitors come from, and widen what converts"),
        ("高转化来源访客", "Visitors from what converts"),
    ),
    step(
        "hold",
        ("长期维持比同行稍高的流量和销量", "Stay a little above the peers for long"),
        ("月销件数", "Pieces a month"),
    ),
    step(
        "copy",
        ("复制更多爆款并关联销售", "Build more of them, and sell them together"),
        ("关联件数", "Pieces sold with it"),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_their_own_and_no_step_fabricates_orders() {
        for (idx, one) in HIT_STEPS.iter().enumerate() {
            assert!(HIT_STEPS[..idx].iter().all(|other| other.key != one.key));
            // N-01.
            assert!(!one.name.0.contains('\u{5237}'), "{}", one.name.0);
        }
    }
}
