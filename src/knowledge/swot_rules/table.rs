//! The rules themselves.

use super::{LimitUnit, Probe, SwotRule, rule};
use crate::base::quadrant::Quadrant::{Opportunity, Strength, Threat, Weakness};
use LimitUnit::{Days, Percent, Points, Rating};
use Probe::{
    AdOverCap, EventAhead, FactorBehind, FactorGap, FactorLead, MetricDown, MetricUp, RatingOver,
    RatingUnder, RivalPriceDown, RivalPriceUp, RivalSalesUp, SeasonAhead, ShareOver, ShareUnder,
};

const UP: (&str, &str) = ("{0} {1}，比去年同期高 {2}", "{0} {1}, {2} above a year before");
const DOWN: (&str, &str) = ("{0} {1}，比去年同期低 {2}", "{0} {1}, {2} below a year before");
const YEAR: (&str, &str) = (
    "{3} 至 {4} 这 28 天 {0} {1}，去年同期（按星期对齐）{5}",
    "{0} {1} in the 28 days {3} to {4}; {5} on the same weekdays a year before",
);

/// The rules, in the order in which their candidates are shown.
pub static SWOT_RULES: &[SwotRule] = &[
    rule("cvr_up", Strength, MetricUp("cvr"), (500, Percent), ("转化率上升", "Conversion rose"))
        .says(UP.0, UP.1)
        .basis(YEAR.0, YEAR.1, "R-35"),
    rule("aov_up", Strength, MetricUp("aov"), (500, Percent), ("客单价上升", "Order value rose"))
        .says(UP.0, UP.1)
        .basis(YEAR.0, YEAR.1, "M-06"),
    rule(
        "visitors_up",
        Strength,
        MetricUp("visitors"),
        (1_000, Percent),
        ("访客上升", "Traffic rose"),
    )
    .says(UP.0, UP.1)
    .basis(YEAR.0, YEAR.1, "M-03"),
    rule(
        "rating_high",
        Strength,
        RatingOver("rating_item"),
        (480_000, Rating),
        ("描述相符高", "Rated high"),
    )
    .says("{0} {1}，口碑好", "{0} {1}: buyers get what they expect")
    .basis(
        "{3} 的 {0} 是 {1}，规则的线是 {2}",
        "{0} was {1} on {3}; the rule's line is {2}",
        "M-60",
    ),
    rule(
        "factor_lead",
        Strength,
        FactorLead,
        (1, Points),
        ("重要因素领先", "Ahead where it counts"),
    )
    .says("{0} 比对手强", "Better than competitors at {0}")
    .basis(
        "重要性 {1}，我们 {2}，对手最高 {3}",
        "Importance {1}, we {2}, the best competitor {3}",
        "T-17",
    ),
    rule(
        "cvr_down",
        Weakness,
        MetricDown("cvr"),
        (500, Percent),
        ("转化率下降", "Conversion fell"),
    )
    .says(DOWN.0, DOWN.1)
    .basis(YEAR.0, YEAR.1, "R-36"),
    rule(
        "aov_down",
        Weakness,
        MetricDown("aov"),
        (500, Percent),
        ("客单价下降", "Order value fell"),
    )
    .says(DOWN.0, DOWN.1)
    .basis(YEAR.0, YEAR.1, "M-06"),
    rule(
        "visitors_down",
        Weakness,
        MetricDown("visitors"),
        (1_000, Percent),
        ("访客下降", "Traffic fell"),
    )
    .says(DOWN.0, DOWN.1)
    .basis(YEAR.0, YEAR.1, "M-03"),
    rule(
        "loyalty_low",
        Weakness,
        ShareUnder("returning_buyers", "buyers"),
        (2_000, Percent),
        ("老买家少", "Few come back"),
    )
    .says("老买家只占 {0}，忠诚度低", "Only {0} of buyers have bought before")
    .basis(
        "{3} 至 {4} 这 28 天，支付老买家 {1} 人，支付买家 {2} 人",
        "{1} returning of {2} buyers in the 28 days {3} to {4}",
        "X-02",
    ),
    rule(
        "loyalty_high",
        Strength,
        ShareOver("returning_buyers", "buyers"),
        (3_500, Percent),
        ("老买家多", "Many come back"),
    )
    .says("老买家占 {0}，忠诚度高", "{0} of buyers have bought before")
    .basis(
        "{3} 至 {4} 这 28 天，支付老买家 {1} 人，支付买家 {2} 人",
        "{1} returning of {2} buyers in the 28 days {3} to {4}",
        "X-02",
    ),
    rule(
        "refunds_high",
        Weakness,
        ShareOver("refunds", "sales"),
        (1_000, Percent),
        ("退款多", "Many refunds"),
    )
    .says("退款占支付金额的 {0}", "Refunds are {0} of sales")
    .basis(
        "{3} 至 {4} 这 28 天，退款 {1} 元（按完成日），支付金额 {2} 元",
        "¥{1} refunded (by day of completion) of ¥{2} sales in the 28 days {3} to {4}",
        "M-60",
    ),
    rule(
        "ads_high",
        Weakness,
        AdOverCap,
        (0, Percent),
        ("推广费超上限", "Advertising above the cap"),
    )
    .says(
        "推广费占支付金额 {0}，超过上限 {1}",
        "Advertising costs {0} of sales, above the cap of {1}",
    )
    .basis(
        "{4} 至 {5} 这 28 天，推广费 {2}，支付金额 {3}；上限是店铺设置里的",
        "{2} spent on sales of {3} in the 28 days {4} to {5}; the cap is the shop's setting",
        "X-06",
    ),
    rule(
        "rating_low",
        Weakness,
        RatingUnder("rating_item"),
        (470_000, Rating),
        ("描述相符低", "Rated low"),
    )
    .says("{0} 只有 {1}", "{0} is only {1}")
    .basis(
        "{3} 的 {0} 是 {1}，规则的线是 {2}",
        "{0} was {1} on {3}; the rule's line is {2}",
        "M-60",
    ),
    rule(
        "factor_gap",
        Weakness,
        FactorGap,
        (2, Points),
        ("重要因素没做好", "Poor where it counts"),
    )
    .says("{0} 没做好：客户看重，我们只有 {2} 分", "Poor at {0}: customers care, we score {2}")
    .basis("重要性 {1}，我们 {2}，差 {3}", "Importance {1}, we {2}: a gap of {3}", "T-17"),
    rule("event_ahead", Opportunity, EventAhead, (45, Days), ("大促快到了", "An event is coming"))
        .says("{0} 还有 {1} 天", "{0} is {1} days away")
        .basis(
            "{2} 是 {0}，日历里它的增幅是 {3}",
            "{0} falls on {2}; the calendar's uplift is {3}",
            "T-62",
        ),
    rule(
        "season_ahead",
        Opportunity,
        SeasonAhead,
        (12_000, Percent),
        ("旺季快到了", "A strong month is coming"),
    )
    .says("{0} 是旺季：去年同月支付金额 {1}", "{0} is strong: {1} sold a year before")
    .basis(
        "去年同月 {1}，是去年月均 {3} 的 {2}",
        "{1} then, {2} of that year's monthly average of {3}",
        "M-01",
    ),
    rule(
        "rival_price_up",
        Opportunity,
        RivalPriceUp,
        (500, Percent),
        ("对手涨价", "A competitor raised a price"),
    )
    .says(
        "{0} 的 {1} 涨价 {4}，原来的价格带空出来了",
        "{0} raised {1} by {4}: its old price is free",
    )
    .basis("{5} 看到 {3}，上一次是 {2}", "{3} seen on {5}, {2} the time before", "T-24"),
    rule(
        "rival_price_down",
        Threat,
        RivalPriceDown,
        (500, Percent),
        ("对手降价", "A competitor cut a price"),
    )
    .says("{0} 的 {1} 降价 {4}", "{0} cut {1} by {4}")
    .basis("{5} 看到 {3}，上一次是 {2}", "{3} seen on {5}, {2} the time before", "T-24"),
    rule(
        "rival_sales_up",
        Threat,
        RivalSalesUp,
        (2_000, Percent),
        ("对手卖得更多", "A competitor sells more"),
    )
    .says("{0} 的 {1} 月销量涨了 {4}", "{0} sells {4} more of {1}")
    .basis(
        "{5} 看到 {3} 件，上一次是 {2} 件",
        "{3} a month seen on {5}, {2} the time before",
        "T-24",
    ),
    rule(
        "factor_behind",
        Threat,
        FactorBehind,
        (2, Points),
        ("重要因素被超过", "Behind where it counts"),
    )
    .says("{0} 明显不如对手", "Well behind competitors at {0}")
    .basis(
        "重要性 {1}，我们 {2}，对手最高 {3}",
        "Importance {1}, we {2}, the best competitor {3}",
        "T-25",
    ),
];
