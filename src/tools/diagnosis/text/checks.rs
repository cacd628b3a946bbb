//! The words of the check-up.

use crate::base::locale::Locale;
use crate::base::words::words;
use crate::tools::diagnosis::calc::hero::Flag;
use crate::tools::diagnosis::calc::sanity::Odd;
use crate::tools::diagnosis::calc::worth::Lever;

type S = &'static str;

words! {
    scores: S = "评分还差多少", "What the scores are short of";
    scores_note: S = "要多少个五星评价", "how many five-star ratings it takes";
    scores_none: S = "这段时间没有店铺评分的数据。", "No scores of the shop for this time.";
    score: S = "评分", "Score";
    at: S = "现在", "Now";
    goal: S = "目标", "Goal";
    to_goal: S = "到目标要", "To the goal";
    to_next: S = "显示进一档", "Shown next";
    next: fn(&str, &str) -> String = |tenth, n| format!("{tenth} 要 {n} 个"), |tenth, n| format!("{tenth}: {n}");
    ratings_unit: fn(&str) -> String = |n| format!("{n} 个"), |n| n.to_owned();
    reached: S = "✓ 已到", "✓ There";
    weakest: S = "最弱", "weakest";
    n_ratings: S = "计入评分的评价数", "Ratings that count";
    n_help: fn(&str) -> String = |n| format!("空着就用近 180 天导入的评价数：{n}"), |n| format!("Empty: the reviews of the last 180 days, {n}");
    n_unknown: S = "没有导入评价数，请填写", "No reviews imported: type how many";
    scores_how: S = "还要的五星数 = ⌈(目标 − 现在) × 评价数 ÷ (5 − 目标)⌉。前提是新评价全是五星；有别的评价就要更多。先改进商品和服务，不刷评、不用补偿换好评。",
        "Five-star ratings = ⌈(goal − now) × ratings ÷ (5 − goal)⌉, if all new ones have five stars; with any others it takes more. Mend goods and service first; ratings are not for sale.";
    score_task: fn(&str, &str, &str) -> String = |name, at, goal| format!("{name} {at}，低于 {goal}：先查商品质量，再查物流和客服"), |name, at, goal| format!("{name} is {at}, below {goal}: check quality first, then logistics and service");

    worth: S = "访客价值与访客成本", "What a visitor is worth and costs";
    worth_note: S = "哪一项改好一成，收益最大", "which of them, a tenth better, brings most";
    worth_none: S = "这段时间没有访客、买家和金额的数据。", "No visitors, buyers and sales for this time.";
    value_is: fn(&str, &str, &str) -> String = |value, cvr, aov| format!("访客价值 {value} = 支付转化率 {cvr} × 客单价 {aov}。"), |value, cvr, aov| format!("A visitor is worth {value} = conversion {cvr} × order value {aov}.");
    cost_is: fn(&str) -> String = |cost| format!("访客成本 {cost}（推广花费 ÷ 全部访客）。"), |cost| format!("A visitor costs {cost} (advertising ÷ all visitors).");
    net_is: fn(&str, &str) -> String = |net, margin| format!("按毛利率 {margin}，每位访客净 {net}。"), |net, margin| format!("At a margin of {margin} a visitor leaves {net}.");
    margin_unknown: S = "还不知道毛利率（在“定价与利润”里填成本），下面按支付金额算。", "The margin is not known (type costs under Price and profit): gains are of sales.";
    by: S = "改好", "Better by";
    lever: S = "改哪一项", "What";
    gain: S = "这段时间多赚", "It would bring";
    gains_partly: S = "免费流量、点击率要有整段的流量来源数据才能算。", "Free visitors and click rate need figures of sources on all days.";
    worth_task: fn(&str, &str, &str) -> String = |lever, by, gain| format!("{lever}改好 {by}：预计多 {gain}"), |lever, by, gain| format!("{lever} better by {by}: {gain} expected");

    inquiry: S = "询单转化", "Those who ask";
    inquiry_note: S = "问了客服的人里有多少买了", "how many of those who asked bought";
    inquiry_none: S = "这段时间没有询单的数据。", "No figures of inquiries for this time.";
    inquiry_is: fn(&[&str; 6]) -> String = |a| format!("{} 人询单，{} 人买了：{}（{} 把握下 {} – {}）。", a[0], a[1], a[2], a[3], a[4], a[5]),
        |a| format!("{} asked, {} bought: {} ({} sure: {} – {}).", a[0], a[1], a[2], a[3], a[4], a[5]);
    inquiry_short: fn(&str, &str, &str) -> String = |limit, n, money| format!("到 {limit} 还差 {n} 人，按客单价值 {money}。先培训客服（R-79）。"), |limit, n, money| format!("To {limit} it takes {n} more of them, worth {money} at the order value. Train customer service first (R-79).");
    inquiry_kept: fn(&str) -> String = |limit| format!("✓ 不低于 {limit}。"), |limit| format!("✓ Not below {limit}.");
    inquiry_task: fn(&str, &str) -> String = |rate, limit| format!("询单转化率 {rate}，低于 {limit}：培训客服，复盘没成交的咨询"), |rate, limit| format!("Inquiry conversion {rate}, below {limit}: train customer service, go through inquiries that did not sell");

    heroes: S = "主推款检查", "Hero products";
    heroes_note: S = "流量前 5 的商品，其他可以先不看", "the five with the most visitors; others can wait";
    heroes_none: S = "这段时间没有商品的数据。", "No figures of items for this time.";
    item: S = "商品", "Product";
    visitors: S = "访客", "Visitors";
    share: S = "占比", "Share";
    cvr: S = "支付转化率", "Conversion";
    change: S = "变化", "Change";
    cart: S = "加购率", "To cart";
    refunds: S = "退款占比", "Refunds";
    says: S = "数字说明", "Figures say";
    warns: fn(&str) -> String = |says| format!("⚠ {says}"), |says| format!("⚠ {says}");
    fine: S = "没有异常", "nothing odd";
    order_cvr: fn(&str) -> String = |rate| format!("下单转化率 {rate}"), |rate| format!("order conversion {rate}");
    hero_task: fn(&str) -> String = |name| format!("检查主推款链接：{name}（同款与盗图、中差评、主图和价格）"), |name| format!("Check the listing of {name}: same items and stolen pictures, poor reviews, picture and price");
    heroes_how: S = "每款都查两件事：有没有同款和盗图、有没有新的中差评。数字只在有把握时才下结论。", "Two things to check of each: same items and stolen pictures, new poor reviews. Figures conclude only what is sure.";
    same: S = "去查同款", "Same items";

    sanity: S = "数据可信吗", "Can the figures be right";
    sanity_note: S = "先排除数据问题，再下结论", "before conclusions are drawn";
    sanity_fine: S = "✓ 没有发现可疑的数据。", "✓ Nothing odd was found.";
    odd: S = "可疑之处", "What is odd";
    days: S = "日期", "Days";
    figures: S = "数字", "Figures";
    instead: S = "怎么看", "How to read it";
    n_days: fn(usize) -> String = |n| format!("共 {n} 天"), |n| format!("{n} days");
    more_days: fn(&str, usize) -> String = |days, n| format!("{days} 等 {n} 天"), |days, n| format!("{days} … {n} days");
    against: fn(&str, &str) -> String = |a, b| format!("{a} 对 {b}"), |a, b| format!("{a} against {b}");
    comma: S = "，", ", ";
}

fn pick((zh, en): (&'static str, &'static str), locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

/// What an item's figures say.
pub fn flag(flag: Flag, locale: Locale) -> &'static str {
    let words = match flag {
        Flag::Fell => (
            "转化下降：先看页面，再看流量是否精准",
            "conversion fell: the page first, then whether the traffic fits",
        ),
        Flag::Below => ("转化低于其他商品", "converts worse than the others"),
        Flag::Presale => (
            "只下单未支付：预售，看下单转化率",
            "ordered, not paid: a presale, see the order conversion",
        ),
    };
    pick(words, locale)
}

/// What can be bettered.
pub fn lever(lever: Lever, locale: Locale) -> &'static str {
    let words = match lever {
        Lever::Aov => ("客单价", "Order value"),
        Lever::Cvr => ("支付转化率", "Conversion"),
        Lever::Repeat => ("回购（买家再来一次）", "Repurchase (buyers come once more)"),
        Lever::Free => ("免费流量", "Free visitors"),
        Lever::Ctr => ("点击率（同样的钱多来人）", "Click rate (more visitors for the money)"),
        Lever::Cpc => ("点击单价（同样的人少花钱）", "Cost per click (the same visitors for less)"),
    };
    pick(words, locale)
}

/// What is odd about figures, and how to read them.
pub fn odd(odd: Odd, locale: Locale) -> (&'static str, &'static str) {
    let (what, how) = match odd {
        Odd::Presale => (
            ("有人下单、没人支付", "Ordered, and nobody paid"),
            (
                "多半是预售：支付转化率为 0 不能用，看下单转化率",
                "Most likely a presale: a conversion of 0 says nothing, look at the order conversion",
            ),
        ),
        Odd::MoreBuyers => (
            ("买家多于访客", "More buyers than visitors"),
            (
                "付款的人可能前一天来过；整月看，不按天看转化",
                "They may have come the day before: look at the month, not at the day",
            ),
        ),
        Odd::FewSources => (
            ("各来源访客之和少于店铺", "Sources add up to fewer than the shop"),
            (
                "来源会重叠，只会多不会少：来源文件可能不全，重新导出",
                "Sources overlap, so they can only be more: the file may lack some, export it again",
            ),
        ),
        Odd::MoreClicks => (
            ("广告点击多于访客", "More clicks than visitors"),
            (
                "同一人会点几次；多很多时看有没有无效点击",
                "One person may click often; where it is far more, look for invalid clicks",
            ),
        ),
        Odd::Shares => (
            ("新老访客之和不等于访客数", "New and returning are not all visitors"),
            ("平台有延迟，过一天重新导出", "The platform lags: export again a day later"),
        ),
        Odd::SuddenZero => (
            ("突然归零", "Suddenly nothing"),
            (
                "先看导出是否完整，再看店铺是否被限制、链接是否下架",
                "See whether the export is whole, then whether the shop or its listings were taken down",
            ),
        ),
        Odd::Missing => (
            ("缺数据的日子", "Days without figures"),
            ("合计只含有数的天；补导这些天", "Sums hold the other days alone: import these"),
        ),
    };
    (pick(what, locale), pick(how, locale))
}

/// What the two figures of a doubt are.
pub fn odd_figures(odd: Odd, locale: Locale) -> (&'static str, &'static str) {
    let (a, b) = match odd {
        Odd::Presale => (("下单买家", "ordered"), ("访客", "visitors")),
        Odd::MoreBuyers => (("买家", "buyers"), ("访客", "visitors")),
        Odd::FewSources => (("各来源", "of sources"), ("店铺", "of the shop")),
        Odd::MoreClicks => (("点击", "clicks"), ("访客", "visitors")),
        Odd::Shares => (("新+老", "new + returning"), ("访客", "visitors")),
        Odd::SuddenZero | Odd::Missing => (("", ""), ("", "")),
    };
    (pick(a, locale), pick(b, locale))
}
