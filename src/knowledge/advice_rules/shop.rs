//! The rules of the shop, one row a rule.

use super::Figure::{self, Before, Change, Median, Now};
use super::From::{AdCap, Fixed, Usual};
use super::Own::{Attained, ByRate, ByValue, ByVisitors, MissingDays, RateMoved, TopShare};
use super::{AdviceRule, ENOUGH, ENOUGH_BEFORE, Scope, cond};
use crate::facts::measure::Bound::{Above, AtLeast, AtMost, Below};

/// In the order in which they are told.
pub static SHOP: &[AdviceRule] = &[
    AdviceRule {
        key: "target_missed",
        scope: Scope::Shop,
        days: 31,
        when: &[cond("attained", Figure::Own(Attained), Below, Usual(9_500))],
        shows: &[Figure::Own(ByVisitors), Figure::Own(ByRate), Figure::Own(ByValue)],
        head: ("本月还没达标", "This month is behind its target"),
        what: (
            "看差在哪一环：访客、转化还是客单价；为什么，怎么补，要多少预算",
            "Find which link is short (visitors, conversion or order value), why, how to refill it, at what budget",
        ),
        source: "R-42, T-79",
    },
    AdviceRule {
        key: "visitors_short",
        scope: Scope::Shop,
        days: 31,
        when: &[
            cond("attained", Figure::Own(Attained), Below, Usual(9_500)),
            cond("by_visitors", Figure::Own(ByVisitors), AtMost, Usual(-500)),
            cond("by_rate", Figure::Own(ByRate), AtLeast, Usual(-200)),
            cond("by_value", Figure::Own(ByValue), AtLeast, Usual(-200)),
        ],
        shows: &[],
        head: (
            "转化率和客单价没差多少，差在访客数",
            "Conversion and order value hold; it is visitors that are missing",
        ),
        what: (
            "逐个来源查访客数：哪一块少了，排名和主图有没有变，要不要补推广",
            "Go through the sources: which one is short, have rank or main picture changed, should promotion refill it",
        ),
        source: "R-40; 2 % and 5 % [D]",
    },
    AdviceRule {
        key: "target_met",
        scope: Scope::Shop,
        days: 31,
        when: &[cond("attained", Figure::Own(Attained), AtLeast, Usual(10_500))],
        shows: &[Figure::Own(ByVisitors), Figure::Own(ByRate), Figure::Own(ByValue)],
        head: ("本月超过目标", "This month is ahead of its target"),
        what: (
            "看是哪块流量增多、投入了多少，这个优势能不能复制到其他宝贝",
            "See which traffic grew and at what cost, and whether that can be copied to other items",
        ),
        source: "R-41",
    },
    AdviceRule {
        key: "visitors_fell",
        scope: Scope::Shop,
        days: 7,
        when: &[cond("change", Change("visitors"), AtMost, Usual(-1_500)), ENOUGH_BEFORE],
        shows: &[Now("visitors"), Before("visitors")],
        head: ("一周访客数在下降", "Visitors fell this week"),
        what: (
            "看搜索排名有没有掉、主图点击率有没有低；再看推广花费是不是少了",
            "Look at search rank and the main picture; then whether less was spent on promotion",
        ),
        source: "R-43; 15 % [D]",
    },
    AdviceRule {
        key: "rate_fell",
        scope: Scope::Shop,
        days: 28,
        when: &[
            cond("moved", Figure::Own(RateMoved), AtMost, Fixed(-1)),
            cond("change", Change("cvr"), AtMost, Usual(-1_000)),
            ENOUGH,
            ENOUGH_BEFORE,
        ],
        shows: &[Now("cvr"), Before("cvr")],
        head: ("店铺的支付转化率下降了", "The shop's conversion fell"),
        what: (
            "先提高转化率，再提高访客数：从转化率掉得最多的商品入手，对手 → 消费者 → 平台 → 自己",
            "Conversion first, then visitors: begin with the item that fell most; competitors, customers, platform, ourselves",
        ),
        source: "R-35, R-36, R-01; 10 % [D]",
    },
    AdviceRule {
        key: "bounce_high",
        scope: Scope::Shop,
        days: 7,
        when: &[cond("bounce", Median("bounce_rate"), AtLeast, Usual(7_000))],
        shows: &[Now("pages_per_visitor")],
        head: ("跳失率不合格", "The bounce rate fails"),
        what: (
            "先调整页面，不要加大推广；跳失率和来源有关，新流量多的日子要分开看",
            "Mend the pages first, do not raise promotion; bounce depends on the source, so look at days of much new traffic apart",
        ),
        source: "R-37, T-80",
    },
    AdviceRule {
        key: "depth_low",
        scope: Scope::Shop,
        days: 7,
        when: &[cond("depth", Now("pages_per_visitor"), Below, Usual(250)), ENOUGH],
        shows: &[],
        head: ("访问深度不合格", "Visitors see too few pages"),
        what: (
            "先调整页面和关联推荐，不要加大推广",
            "Mend pages and linked items first, do not raise promotion",
        ),
        source: "R-37, T-80",
    },
    AdviceRule {
        key: "page_good",
        scope: Scope::Shop,
        days: 7,
        when: &[
            cond("bounce", Median("bounce_rate"), Below, Usual(6_000)),
            cond("depth", Now("pages_per_visitor"), Above, Usual(350)),
        ],
        shows: &[],
        head: ("页面健康，基本不用再调", "The pages are well; leave them as they are"),
        what: (
            "把力气放到流量上；老访客多的店铺标准更高（跳失率 50% 以下、深度 4.0 以上）",
            "Put the effort into traffic; a shop of many returning visitors has a higher bar (bounce below 50 %, depth above 4.0)",
        ),
        source: "R-38, R-39, T-80",
    },
    AdviceRule {
        key: "stay_short",
        scope: Scope::Shop,
        days: 7,
        when: &[cond("stay", Change("stay_time"), AtMost, Usual(-1_500))],
        shows: &[Median("stay_time")],
        head: ("停留时长变短了", "Visitors stay for less time"),
        what: ("优化详情页", "Improve the detail pages"),
        source: "R-44; 15 % [D]",
    },
    AdviceRule {
        key: "ads_over_cap",
        scope: Scope::Shop,
        days: 28,
        when: &[cond("ratio", Now("ad_ratio"), Above, AdCap)],
        shows: &[Now("ad_spend"), Now("sales")],
        head: ("推广费用占比超过上限", "Advertising costs more than its cap"),
        what: (
            "找出超比例的原因；是流量来源的问题就重新测试，控制花费",
            "Find the cause; where it is the source of traffic, test again and keep the spend in hand",
        ),
        source: "R-64, V-18",
    },
    AdviceRule {
        key: "traffic_dearer",
        scope: Scope::Shop,
        days: 28,
        when: &[
            cond("change", Change("visitor_cost"), AtLeast, Usual(2_000)),
            cond("cost", Now("visitor_cost"), AtLeast, Usual(10)),
        ],
        shows: &[Now("visitor_cost"), Before("visitor_cost"), Now("visitor_value")],
        head: ("每个访客的花费在变贵", "A visitor costs more and more"),
        what: (
            "三个办法：扩品类和套餐提客单价；礼盒、赠品提转化；维护老客提复购。再看免费流量、点击率和点击单价",
            "Three answers: more kinds and bundles for a higher order value; boxes and gifts for conversion; care for returning customers. Then free traffic, click rate and price per click",
        ),
        source: "R-52, R-54, T-99; 20 % [D]",
    },
    AdviceRule {
        key: "visitor_value_fell",
        scope: Scope::Shop,
        days: 28,
        when: &[
            cond("change", Change("visitor_value"), AtMost, Usual(-1_000)),
            ENOUGH,
            ENOUGH_BEFORE,
        ],
        shows: &[Now("visitor_value"), Before("visitor_value"), Now("visitor_cost")],
        head: ("每个访客带来的销售额下降了", "A visitor brings less in sales"),
        what: (
            "访客价值 = 转化率 × 客单价：提高客单价、转化率或回购率中最容易的一个",
            "A visitor's value = conversion × order value: raise whichever of order value, conversion and repurchase is easiest",
        ),
        source: "R-53, T-99; 10 % [D]",
    },
    AdviceRule {
        key: "inquiry_low",
        scope: Scope::Shop,
        days: 7,
        when: &[
            cond("rate", Now("inquiry_cvr"), Below, Usual(5_000)),
            cond("least", Now("inquirers"), AtLeast, Usual(50)),
        ],
        shows: &[Now("inquiry_buyers"), Median("response_time")],
        head: ("询单转化率不到一半", "Fewer than half of those who ask buy"),
        what: (
            "客服培训：产品熟悉度、响应速度、话术；询单未购的列为潜在客户回访",
            "Train the service team: knowledge of the products, speed, phrasing; follow up on those who asked and did not buy",
        ),
        source: "R-79, R-96, T-88",
    },
    AdviceRule {
        key: "one_bestseller",
        scope: Scope::Shop,
        days: 28,
        when: &[cond("share", Figure::Own(TopShare), AtLeast, Usual(4_000))],
        shows: &[],
        head: ("一款商品撑着全店", "One item carries the shop"),
        what: (
            "用同样的方式打造更多爆款，并做关联销售",
            "Build more bestsellers the same way, and link them",
        ),
        source: "R-131; 40 % [D]",
    },
    AdviceRule {
        key: "days_missing",
        scope: Scope::Shop,
        days: 28,
        when: &[cond("missing", Figure::Own(MissingDays), AtLeast, Usual(1))],
        shows: &[],
        head: ("有几天没有数据", "Some days have no figures"),
        what: (
            "先补导缺的日子，再看结论：缺数不是零",
            "Import the missing days before judging: no figure is not zero",
        ),
        source: "R-112, T-92",
    },
];
