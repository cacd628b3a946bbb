//! The rules of items, ratings and events, one row a rule.

use super::Figure::{self, Before, Change, Now};
use super::From::{Fixed, Usual};
use super::Own::{
    CoverDays, DaysAhead, RateMoved, Rating, Ratings, SalesRankBefore, StarsNeeded, UnitMargin,
    Uplift, VisitorRank,
};
use super::{AdviceRule, ENOUGH, ENOUGH_BEFORE, Scope, cond};
use crate::facts::measure::Bound::{Above, AtLeast, AtMost, Below};

/// In the order in which they are told.
pub static THINGS: &[AdviceRule] = &[
    AdviceRule {
        key: "item_rate_fell",
        scope: Scope::Item,
        days: 28,
        when: &[
            cond("moved", Figure::Own(RateMoved), AtMost, Fixed(-1)),
            cond("change", Change("cvr"), AtMost, Usual(-2_000)),
            ENOUGH,
            ENOUGH_BEFORE,
        ],
        shows: &[Now("cvr"), Before("cvr"), Now("sales")],
        head: ("{}：支付转化率下降了", "{}: conversion fell"),
        what: (
            "分析原因并调整、观察；仍提不上来，就把流量导向转化率更高的商品",
            "Find the reason, mend and watch; where it cannot be raised, lead its traffic to items that convert better",
        ),
        source: "R-20; 20 % [D]",
    },
    AdviceRule {
        key: "item_rate_rose",
        scope: Scope::Item,
        days: 28,
        when: &[
            cond("moved", Figure::Own(RateMoved), AtLeast, Fixed(1)),
            cond("change", Change("cvr"), AtLeast, Usual(2_000)),
            ENOUGH,
            ENOUGH_BEFORE,
        ],
        shows: &[Now("cvr"), Before("cvr")],
        head: ("{}：支付转化率升高了", "{}: conversion rose"),
        what: (
            "给更多流量；看升高的原因能不能用到其他商品",
            "Give it more traffic; see whether the reason can be applied to other items",
        ),
        source: "R-19; 20 % [D]",
    },
    AdviceRule {
        key: "item_stopped",
        scope: Scope::Item,
        days: 28,
        when: &[
            cond("rank", Figure::Own(SalesRankBefore), AtMost, Usual(10)),
            cond("change", Change("sales"), AtMost, Usual(-5_000)),
        ],
        shows: &[Now("sales"), Before("sales")],
        head: ("{}：畅销款突然卖不动", "{}: a good seller has stopped selling"),
        what: (
            "在老客群里了解原因；查同款、价格、评价、库存，必要时准备接替款",
            "Ask returning customers why; check identical items, price, reviews and stock; have a successor ready",
        ),
        source: "R-56, R-126; 50 % [D]",
    },
    AdviceRule {
        key: "item_unsold",
        scope: Scope::Item,
        days: 28,
        when: &[
            cond("buyers", Now("buyers"), AtMost, Fixed(0)),
            cond("orders", Now("order_buyers"), AtMost, Fixed(0)),
            cond("least", Now("visitors"), AtLeast, Usual(100)),
        ],
        shows: &[],
        head: ("{}：有访客，没有一单", "{}: visitors, and not one order"),
        what: (
            "用老客首批、会员专享带来第一批真实订单；仍不动就把位置让出来",
            "Win the first real orders through returning customers and members; if nothing moves, give its place to another",
        ),
        source: "R-26; 100 [D]",
    },
    AdviceRule {
        key: "item_presale",
        scope: Scope::Item,
        days: 7,
        when: &[
            cond("buyers", Now("buyers"), AtMost, Fixed(0)),
            cond("orders", Now("order_buyers"), AtLeast, Usual(3)),
        ],
        shows: &[Now("order_cvr"), Now("visitors")],
        head: (
            "{}：支付转化率是 0，但有人下单",
            "{}: pay conversion is 0, and yet there are orders",
        ),
        what: (
            "像是预售：看下单转化率，不按支付转化率判断",
            "It looks like a presale: judge it by order conversion",
        ),
        source: "R-55, V-17, T-92",
    },
    AdviceRule {
        key: "item_more_buyers",
        scope: Scope::Item,
        days: 7,
        when: &[
            cond("rate", Now("cvr"), Above, Fixed(10_000)),
            cond("buyers", Now("buyers"), AtLeast, Usual(3)),
        ],
        shows: &[Now("visitors")],
        head: ("{}：支付转化率超过 100%", "{}: conversion above 100 %"),
        what: (
            "数据不在合理场景里：多半是前几天的访客在这几天付款，换长一点的时间看",
            "The figure is out of its scene: most likely visitors of earlier days paid now; look at a longer time",
        ),
        source: "R-112, T-92",
    },
    AdviceRule {
        key: "item_hero",
        scope: Scope::Item,
        days: 7,
        when: &[cond("rank", Figure::Own(VisitorRank), AtMost, Usual(5)), ENOUGH],
        shows: &[Now("cvr")],
        head: ("{}：主推款，每天检查链接", "{}: a leading item, check its page every day"),
        what: (
            "查有没有同款和更低价、盗图，查新的中差评；其他款可以不看",
            "Look for identical and cheaper items, stolen pictures, new bad reviews; the other items may wait",
        ),
        source: "R-87, R-86, R-83, T-84",
    },
    AdviceRule {
        key: "item_restock",
        scope: Scope::Item,
        days: 28,
        when: &[cond("cover", Figure::Own(CoverDays), Below, Usual(15))],
        shows: &[Now("units")],
        head: ("{}：库存快不够了", "{}: stock is running out"),
        what: (
            "按交期加安全天数补货；卖得不好的不补",
            "Replenish for lead time plus safety; what sells badly is not restocked",
        ),
        source: "R-32, T-54; 15 days [D]",
    },
    AdviceRule {
        key: "item_at_cost",
        scope: Scope::Item,
        days: 28,
        when: &[
            cond("margin", Figure::Own(UnitMargin), AtMost, Fixed(0)),
            cond("units", Now("units"), AtLeast, Usual(5)),
        ],
        shows: &[Now("unit_price")],
        head: ("{}：卖一件不赚钱", "{}: a piece earns nothing"),
        what: (
            "算清它带来的连带；只拼单品亏本引流不是出路",
            "Work out what it pulls along; leading with a loss alone is no way out",
        ),
        source: "R-119",
    },
    AdviceRule {
        key: "item_thin",
        scope: Scope::Item,
        days: 28,
        when: &[
            cond("margin", Figure::Own(UnitMargin), Below, Usual(1_500)),
            cond("above", Figure::Own(UnitMargin), Above, Fixed(0)),
            cond("units", Now("units"), AtLeast, Usual(5)),
        ],
        shows: &[Now("unit_price")],
        head: ("{}：利润率低", "{}: a thin margin"),
        what: (
            "不要轻易销售利润率低的产品；引流款要限量，并且有带动",
            "Avoid selling thin margins; a traffic item needs a limit and must pull others along",
        ),
        source: "R-25; 15 % [D]",
    },
    AdviceRule {
        key: "rating_low",
        scope: Scope::Rating,
        days: 31,
        when: &[cond("line", Figure::Own(Rating), Below, Usual(480_000))],
        shows: &[Figure::Own(Ratings), Figure::Own(StarsNeeded)],
        head: ("{}低于标准线", "{} is below the line"),
        what: (
            "先查产品质量，再查物流和客服；三项评分会互相带动，先提最容易提的一项",
            "Look at the quality of the product first, then logistics and service; the three pull each other, so raise the easiest",
        ),
        source: "R-81, R-82, T-85",
    },
    AdviceRule {
        key: "event_plan",
        scope: Scope::Event,
        days: 1,
        when: &[
            cond("ahead", Figure::Own(DaysAhead), AtLeast, Usual(15)),
            cond("near", Figure::Own(DaysAhead), AtMost, Usual(30)),
            cond("uplift", Figure::Own(Uplift), AtLeast, Usual(15_000)),
        ],
        shows: &[],
        head: ("{}：该交活动计划了", "{}: time to hand in the plan"),
        what: (
            "提前 15 天把活动计划发给平台的类目运营，提前一个月发给渠道",
            "Send the plan to the platform's category team 15 days ahead, and to the channels a month ahead",
        ),
        source: "R-102, R-103, T-60",
    },
    AdviceRule {
        key: "event_check",
        scope: Scope::Event,
        days: 1,
        when: &[
            cond("near", Figure::Own(DaysAhead), AtMost, Usual(3)),
            cond("ahead", Figure::Own(DaysAhead), AtLeast, Fixed(0)),
        ],
        shows: &[Figure::Own(Uplift)],
        head: ("{}：开始前核对设置", "{}: check the settings before it begins"),
        what: (
            "核对折扣、限购、库存和优惠叠加，按核查单逐项过一遍",
            "Check discounts, limits, stock and how discounts add up, item by item",
        ),
        source: "R-107, T-65; 3 days [D]",
    },
];
