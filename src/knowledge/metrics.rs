//! The registry of figures (§2): what the exports give, what can be worked out from it, and what
//! each is judged by. A new one is one row.

use crate::facts::measure::Bound::{self, Above, AtLeast, AtMost, Below};
use crate::facts::measure::Grade::{self, Good, Pass, Peers, Returning};
use crate::facts::measure::{Limit, LimitFrom, Measure, Parts, Rule};
use crate::facts::metric::Direction::{self, Down, Neutral, Up};
use crate::facts::metric::Unit::{self, BasisPoints, Fen, X100};
use crate::facts::metric::{AD_SPEND, SHOP_DAY, metric};

/// 推广花费, the spend of M-35.
pub const AD_SPEND_SUM: &str = "ad_spend";
/// 推广费用占比 (M-35).
pub const AD_RATIO: &str = "ad_ratio";
/// 退款率 by amount (M-65).
pub const REFUND_RATE: &str = "refund_rate";
/// 加购率 (M-22).
pub const CART_RATE: &str = "cart_rate";

/// The figures of a board that nobody has arranged yet, in this order.
pub const USUAL: [&str; 6] = ["sales", "visitors", "cvr", "aov", REFUND_RATE, AD_RATIO];

/// The steps from being seen to being paid, as far as the files of a whole shop have them.
pub const FUNNEL: [&str; 5] =
    ["visitors", "item_visitors", "cart_adders", "order_buyers", "buyers"];

/// The steps before them, as the files of advertisements have them.
pub const AD_FUNNEL: [&str; 2] = ["impressions", "clicks"];

const AD: Parts = Parts { plus: &AD_SPEND, minus: &[], is_any: true };
const SALES: Parts = Parts::one(&["sales"]);
const VISITORS: Parts = Parts::one(&["visitors"]);

/// What the exports do not have as a column, but give.
static DERIVED: &[Measure] = &[
    Measure {
        limits: &[limit(Pass, AtMost, LimitFrom::AdCap, "M-35")],
        ..share(AD_RATIO, ("推广费用占比", "Ad spend of sales"), AD, SALES, Down, "M-35")
    },
    Measure {
        key: AD_SPEND_SUM,
        zh: "推广花费",
        en: "Ad spend",
        unit: Fen,
        direction: Neutral,
        rule: Rule::Sum(AD),
        limits: &[],
        note: ("不含淘宝客佣金。", "Without affiliate commission."),
        source: "M-35",
    },
    Measure {
        unit: Fen,
        note: (
            "花费分到全部访客，免费的也算。",
            "Spend shared among all visitors, those who came for nothing included.",
        ),
        ..share("visitor_cost", ("访客成本", "Cost per visitor"), AD, VISITORS, Down, "M-42")
    },
    Measure {
        note: (
            "按退款完结日，退的可能是以前的订单。",
            "By the day of completion: what is refunded may have been paid long before.",
        ),
        ..share(
            REFUND_RATE,
            ("成功退款率", "Refunds of sales"),
            Parts::one(&["refunds"]),
            SALES,
            Down,
            "M-65",
        )
    },
    Measure {
        key: "net_sales",
        zh: "净支付金额",
        en: "Sales less refunds",
        unit: Fen,
        direction: Up,
        rule: Rule::Sum(Parts { plus: &["sales"], minus: &["refunds"], is_any: false }),
        limits: &[],
        note: (
            "支付金额减当日完结的退款。",
            "What was paid on a day less the refunds completed on it.",
        ),
        source: "M-01; M-65",
    },
    share(
        CART_RATE,
        ("加购率", "Add-to-cart rate"),
        Parts::one(&["cart_adders"]),
        VISITORS,
        Up,
        "M-22",
    ),
    share(
        "favourite_rate",
        ("商品收藏率", "Favourite rate"),
        Parts::one(&["item_favouriters"]),
        VISITORS,
        Up,
        "M-21",
    ),
    share(
        "returning_share",
        ("老访客占比", "Returning visitors of all"),
        Parts::one(&["returning_visitors"]),
        VISITORS,
        Neutral,
        "M-24",
    ),
    share(
        "returning_buyer_share",
        ("老买家占比", "Returning buyers of all"),
        Parts::one(&["returning_buyers"]),
        Parts::one(&["buyers"]),
        Neutral,
        "M-09; within a day",
    ),
    share(
        "returning_sales_share",
        ("老买家支付占比", "Share of sales to returning buyers"),
        Parts::one(&["returning_sales"]),
        SALES,
        Neutral,
        "M-09; by amount",
    ),
    Measure {
        unit: X100,
        ..share(
            "units_per_buyer",
            ("人均支付件数", "Units per buyer"),
            Parts::one(&["units"]),
            Parts::one(&["buyers"]),
            Up,
            "T-51; the reading of 连带",
        )
    },
    Measure {
        unit: X100,
        ..share(
            "orders_per_buyer",
            ("人均支付单数", "Orders per buyer"),
            Parts::one(&["orders"]),
            Parts::one(&["buyers"]),
            Up,
            "M-10",
        )
    },
    Measure {
        unit: Fen,
        ..share(
            "unit_price",
            ("件单价", "Price per unit"),
            SALES,
            Parts::one(&["units"]),
            Neutral,
            "M-08; of what was sold",
        )
    },
    share(
        "positive_rate",
        ("好评率", "Positive reviews of all"),
        Parts::one(&["positive_reviews"]),
        Parts::one(&["reviews"]),
        Up,
        "M-61",
    ),
    share(
        "negative_rate",
        ("负面评价率", "Negative reviews of all"),
        Parts::one(&["negative_reviews"]),
        Parts::one(&["reviews"]),
        Down,
        "M-62",
    ),
    share(
        "commission_rate",
        ("淘宝客佣金占比", "Affiliate commission of sales"),
        Parts::one(&["affiliate_commission"]),
        SALES,
        Down,
        "formats 4.2",
    ),
];

/// What a metric of the exports is judged by.
static LIMITS: &[(&str, &[Limit])] = &[
    (
        "bounce_rate",
        &[
            limit(Pass, Below, LimitFrom::Source(7_000), "M-18; V-21"),
            limit(Good, Below, LimitFrom::Source(6_000), "M-18; V-21"),
            limit(Returning, Below, LimitFrom::Source(5_000), "M-18; R-39"),
        ],
    ),
    (
        "pages_per_visitor",
        &[
            limit(Pass, AtLeast, LimitFrom::Source(250), "M-19; V-21"),
            limit(Good, Above, LimitFrom::Source(350), "M-19; V-21"),
            limit(Returning, Above, LimitFrom::Source(400), "M-19; R-39"),
        ],
    ),
    ("cvr", &[limit(Peers, Above, LimitFrom::User, "M-04; R-36")]),
    ("visitor_value", &[limit(Peers, Above, LimitFrom::User, "M-41")]),
    ("inquiry_cvr", &[limit(Pass, AtLeast, LimitFrom::Source(5_000), "M-54; R-79")]),
    ("rating_item", &[limit(Pass, AtLeast, LimitFrom::Source(480_000), "M-60; R-81")]),
    ("rating_logistics", &[limit(Pass, AtLeast, LimitFrom::Source(480_000), "M-60; R-81")]),
    ("rating_service", &[limit(Pass, AtLeast, LimitFrom::Source(480_000), "M-60; R-81")]),
];

/// What to know when reading a metric of the exports.
static NOTES: &[(&str, (&str, &str))] = &[
    ("visitors", PEOPLE),
    ("item_visitors", PEOPLE),
    ("new_visitors", PEOPLE),
    ("returning_visitors", PEOPLE),
    ("buyers", PEOPLE),
    ("order_buyers", PEOPLE),
    ("cart_adders", PEOPLE),
    (
        "cvr",
        (
            "预售商品当天的支付转化率为 0，看下单转化率 (R-55)。",
            "On presale nobody pays that day: read order conversion instead (R-55).",
        ),
    ),
    (
        "refunds",
        (
            "按退款完结日，不是支付日。",
            "By the day on which the refund was completed, not the day of payment.",
        ),
    ),
];

const PEOPLE: (&str, &str) = (
    "人天：多天相加，同一个人每天各算一次。",
    "Person-days: over several days who comes on two of them counts twice.",
);

const fn limit(grade: Grade, bound: Bound, from: LimitFrom, source: &'static str) -> Limit {
    Limit { grade, bound, from, source }
}

/// One part of another, in basis points.
const fn share(
    key: &'static str,
    (zh, en): (&'static str, &'static str),
    above: Parts,
    below: Parts,
    direction: Direction,
    source: &'static str,
) -> Measure {
    let unit: Unit = BasisPoints;
    let rule = Rule::Ratio { above, below };
    Measure { key, zh, en, unit, direction, rule, limits: &[], note: ("", ""), source }
}

/// The figure with this key.
pub fn measure(key: &str) -> Option<Measure> {
    let derived = DERIVED.iter().find(|measure| measure.key == key).copied();
    derived.or_else(|| {
        let limits = LIMITS.iter().find(|(of, _)| *of == key).map_or(&[][..], |(_, found)| found);
        let note = NOTES.iter().find(|(of, _)| *of == key).map_or(("", ""), |(_, note)| *note);
        Some(Measure { limits, note, ..Measure::of(metric(key)?) })
    })
}

/// Every figure: the metrics in the order of the exports, then what is worked out from them.
pub fn measures() -> impl Iterator<Item = Measure> {
    let keys = SHOP_DAY.iter().map(|metric| metric.key);
    keys.chain(DERIVED.iter().map(|measure| measure.key)).filter_map(measure)
}

#[cfg(test)]
mod tests;
