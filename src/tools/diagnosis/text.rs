//! The words of the diagnosis.

pub mod checks;
pub mod traffic;

use crate::base::locale::Locale;
use crate::base::words::words;
use crate::tools::diagnosis::calc::findings::Factor;
use crate::tools::diagnosis::calc::sure::Sure;
use crate::tools::diagnosis::model::Basis;

type S = &'static str;

words! {
    /// What the page says.
    title: S = "诊断", "Diagnosis";
    question: S = "达标了没有，差在哪里，为什么，先做什么？", "Was it met, where does the difference come from, why, and what first?";
    empty_title: S = "还没有店铺的数据", "No figures of the shop yet";
    empty_words: S = "导入生意参谋的店铺整体日报（要有访客数、支付买家数、支付金额），这里说清销售额差在哪里。",
        "Import the shop's days (visitors, paying buyers, sales): the page then says where sales differ and why.";
    to_import: S = "去导入", "Import";
    undo: S = "撤销", "Undo";

    period: S = "时间", "Period";
    last: fn(u32) -> String = |n| format!("最近 {n} 天"), |n| format!("Last {n} days");
    custom: S = "自选日期", "Own dates";
    from: S = "从", "From";
    to: S = "到", "To";
    basis: S = "和什么比", "Held against";
    none_before: S = "之前没有可比的数据。换一个时间，或换一种比法。", "There is nothing before to hold it against. Choose another period or another basis.";
    none_target: S = "这段时间没有销售额目标。先定目标，或换一种比法。", "There is no sales target for these days. Set a goal first, or choose another basis.";
    to_goals: S = "去定目标", "Set a goal";
    none_baseline: S = "前八周的数据不够，还画不出基线。", "The eight weeks before do not hold enough for a baseline.";

    met: S = "达标", "Met";
    missed: S = "未达标", "Missed";
    grew: S = "增长", "Up";
    fell: S = "下降", "Down";
    lead: fn(&str, &str, &str) -> String = |period, amount, other| format!("{period}支付金额 {amount}，比{other} "),
        |period, amount, other| format!("{period}: sales {amount}, against {other} ");
    because: S = "：", ": ";
    comma: S = "，", ", ";
    stop: S = "。", ".";
    the_target: S = "目标", "the target of";
    the_baseline: S = "平常", "usual days at";

    chart: S = "访客数 × 支付转化率 × 客单价", "Visitors × conversion × order value";
    chart_note: S = "三项相加正好等于差额，没有“其他”", "the three add up to the difference, with nothing left over";
    chart_says: fn(&str, &str, &str) -> String = |from, to, parts| format!("支付金额从 {from} 到 {to}：{parts}。"),
        |from, to, parts| format!("Sales from {from} to {to}: {parts}.");
    head_step: S = "项目", "Step";
    head_amount: S = "金额", "Amount";
    head_then: S = "之后", "Then";
    yuan: S = "元", "yuan";
    many_yuan: S = "万元", "thousand yuan";
    axis_from: fn(&str, &str) -> String = |unit, from| format!("{unit}，横轴从 {from} 起"), |unit, from| format!("{unit}, axis from {from}");
    file_name: S = "诊断", "diagnosis";
    factors: S = "三个因素", "The three factors";
    factor: S = "因素", "Factor";
    change: S = "变化", "Change";
    effect: S = "影响金额", "Effect on sales";
    how: S = "怎么算的", "How it is calculated";
    how_words: S = "销售额 = 访客数 × 支付转化率 × 客单价。差额按对数均值迪氏分解（LMDI）精确分给三项：L = 差额 ÷ ln(现值 ÷ 基值)，每项 = L × ln(该项现值 ÷ 该项基值)；有一项为 0 时改用 Shapley 值。结果按最大余数取到分，三项之和等于差额。",
        "Sales = visitors × pay conversion × order value. The difference is shared out exactly by log-mean Divisia: L = difference ÷ ln(now ÷ base), each part = L × ln(factor now ÷ factor before); where a factor is 0, by Shapley's value. Parts are rounded to the 分 by largest remainder and add up to the difference.";
    how_order: fn(&str) -> String = |parts| format!("按顺序替代法（先访客、再转化、再客单）会算成：{parts}。"),
        |parts| format!("Replacing one factor after another (visitors, conversion, order value) would say: {parts}.");
    how_people: S = "访客数和买家数按天相加（人天），不去重：同一个人来两天算两次。",
        "Visitors and buyers of several days are added up and not de-duplicated: who comes on two days counts twice.";
    how_days: fn(&str, usize, usize) -> String = |span, n, of| format!("{span}：{of} 天里有 {n} 天有数"), |span, n, of| format!("{span}: {n} of {of} days have figures");
    how_target: S = "目标按有数的天相加；访客数、转化率、客单价是目标按计划里的转化率和客单价倒推的。",
        "The target is that of the days with figures; its visitors follow from the plan's conversion and order value.";
    how_rates_own: S = "计划里没有填全转化率和客单价，缺的用去年同月（没有就用之前四周）的。",
        "The plan does not say all rates; what is missing is taken from the same month last year, or else from the four weeks before.";
    how_baseline: S = "基线：平常日子取前八周同一星期几、不在活动里的日子的平均，再乘最近四周的走势；活动日取上一次同一活动的同一天（T±n），按现在和那时的水平调整。访客、买家、金额分开算。",
        "Baseline: a usual day is the mean of the same weekday's days of no event in the eight weeks before, times the trend of the last four; a day T±n of an event is T±n of the same event last time, adjusted for how the shop does now. Visitors, buyers and sales each.";
    months_differ: S = "两段天数不同，金额直接相比，没有按天折算。", "The two periods have different numbers of days; amounts are compared as they are.";

    why: S = "为什么，怎么办", "Why, and what to do";
    against_more: fn(&str, &str) -> String = |people, money| format!("访客数多了 {people}，支付金额反而少 {money}。"),
        |people, money| format!("{people} more visitors, and yet {money} less in sales.");
    against_less: fn(&str, &str) -> String = |people, money| format!("访客数少了 {people}，支付金额反而多 {money}。"),
        |people, money| format!("{people} fewer visitors, and yet {money} more in sales.");
    main_down: fn(&str) -> String = |factor| format!("主要差在：{factor}。"), |factor| format!("Most of it was lost by {factor}.");
    main_up: fn(&str) -> String = |factor| format!("主要靠：{factor}。"), |factor| format!("Most of it was won by {factor}.");
    main_words: fn(&str, &str, &str, &str) -> String = |from, to, part, who| format!("{from} → {to}，影响 {part}。先问{who}。"),
        |from, to, part, who| format!("{from} → {to}, worth {part}. Ask {who} first.");
    one_item: fn(&str) -> String = |name| format!("集中在一款：{name}。"), |name| format!("Most of it is one item: {name}.");
    item_words: fn(&[&str; 8]) -> String = |a| format!("访客 {} → {}，买家 {} → {}，转化率 {} → {}；其余商品合计转化率 {} → {}。", a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7]),
        |a| format!("Visitors {} → {}, buyers {} → {}, conversion {} → {}; all other items together {} → {}.", a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7]);
    item_task: fn(&str, &str, &str, &str) -> String = |name, factor, from, to| format!("{name}：{factor} {from} → {to}，查原因并调整"),
        |name, factor, from, to| format!("{name}: {factor} {from} → {to}, find the reason and mend it");
    open_item: S = "看这款商品", "Open the product";
    ads_more: fn(&str) -> String = |name| format!("{name}多了。"), |name| format!("{name} rose.");
    ads_less: fn(&str) -> String = |name| format!("{name}少了。"), |name| format!("{name} fell.");
    ads_words: fn(&str, &str, &str) -> String = |from, to, change| format!("{from} → {to}（{change}）。看这笔钱带来的访客买不买。"),
        |from, to, change| format!("{from} → {to} ({change}). See whether the visitors it brings buy.");
    ads_task: fn(&str, &str, &str) -> String = |name, from, to| format!("{name} {from} → {to}：看带来的访客的转化，不行就收回预算"),
        |name, from, to| format!("{name} {from} → {to}: see whether its visitors buy, or take the budget back");
    checks: fn(&str, &str) -> String = |factor, who| format!("{factor}要查的（{who}）"), |factor, who| format!("What to check on {factor} ({who})");
    make_task: S = "建任务", "Make a task";
    is_task: S = "已建任务", "Task made";
    made: S = "已建任务", "Task made";
    nothing: S = "没有差额，没有什么要解释的。", "There is no difference to explain.";

    items: S = "按商品", "By product";
    items_note: fn(&str, &str) -> String = |to, from| format!("{to}比{from}，差额最大的在前，单位：元"), |to, from| format!("{to} against {from}, greatest change first, in yuan");
    items_none: S = "这两段时间没有商品的数据（或一段按天、一段是整期去重数，不能相比）。", "No figures of items for both periods (or days on one side and one de-duplicated figure on the other, which cannot be compared).";
    items_to_import: S = "导入商品数据", "Import items";
    item: S = "商品", "Product";
    gap: S = "差", "Change";
    all_items: fn(usize) -> String = |n| format!("全部 {n} 款"), |n| format!("All {n}");
    first_items: S = "只看最大的", "The largest only";
    rest_items: fn(usize) -> String = |n| format!("其余 {n} 款"), |n| format!("{n} more");
    not_items: S = "不在商品数据里的", "Not in the items' figures";
    sum: S = "合计", "Total";
    maybe: S = "可能是偶然", "may be chance";

    mix: S = "量、结构与转化", "Volume, mix and rate";
    mix_note: S = "各商品相加，等于差额", "added up over the products, the difference";
    part: S = "部分", "Part";
    part_amount: S = "金额", "Amount";
    mix_parts: [S; 4] = ["规模：来的人总数变了", "结构：人去了别的商品", "转化：各商品自己的转化率", "客单：各商品自己的客单价"],
        ["Volume: how many came in all", "Mix: to which products they came", "Rate: each product's own conversion", "Order value: each product's own"];

    campaigns: S = "活动的真实增量", "What campaigns really added";
    campaigns_note: fn(u32) -> String = |n| format!("活动期的增量，加上前后各 {n} 天被压低或被透支的"), |n| format!("The days of the event, and the dips of {n} days before and after");
    campaigns_none: S = "这段时间没有活动，或没有可比的平常日子。", "No event in this time, or no usual days to hold it against.";
    event: S = "活动", "Event";
    days: S = "日期", "Days";
    during: S = "活动期多卖", "In the event";
    dip_before: S = "活动前", "Before it";
    dip_after: S = "活动后", "After it";
    real: S = "真实增量", "Really added";
    of_days: fn(usize, usize) -> String = |n, of| format!("{n}/{of} 天有数"), |n, of| format!("{n}/{of} days");

    health: S = "店铺体检", "Check-up";
    health_note: S = "页面、访客价值、客服、评分", "pages, what a visitor is worth, service, ratings";
    health_figure: S = "指标", "Figure";
    health_value: S = "这段时间", "This time";
    health_light: S = "判断", "Judged";
    health_limits: S = "标准", "Limits";
    health_basis: S = "依据", "Basis";
    health_last: S = "最后一天的值", "value of the last day";
    health_median: S = "按天的中位数", "median of the days";
    light_fail: S = "⚠ 不合格", "⚠ Fails";
    light_pass: S = "✓ 合格", "✓ Passes";
    light_good: S = "✓ 好", "✓ Good";
    order_value: S = "全店客单价 ÷ 主打款客单价", "Order value: shop ÷ leading item";
    order_value_words: fn(&str, &str, &str) -> String = |all, hero, name| format!("{all} ÷ {hero}（{name}）"), |all, hero, name| format!("{all} ÷ {hero} ({name})");
    pages_mend: S = "⚠ 页面有不合格项：先调整页面，不要加大推广。跳失率和访问深度与流量来源有关。", "⚠ Something about the pages fails: mend the pages first, do not raise promotion. Bounce and depth depend on the sources.";
    pages_leave: S = "✓ 页面健康，基本不用再调。", "✓ The pages are well; leave them as they are.";
    pages_pass: S = "✓ 页面合格。", "✓ The pages pass.";

    settings: S = "判断的门槛", "When a change counts";
    least: S = "至少要有的访客数", "Least visitors of a rate";
    confidence: S = "把握", "Confidence";
    dip_days: S = "活动前后看几天", "Days around an event";
    people_unit: S = "人", "";
    days_unit: S = "天", "d";
    settings_note: S = "转化率的变化用威尔逊区间判断：区间里含“没有变化”，或访客太少，就不画箭头。",
        "A change of a conversion is judged by Wilson intervals: where the interval holds no change, or visitors are too few, there is no arrow.";
}

/// What a period is held against.
pub fn basis(basis: Basis, locale: Locale) -> &'static str {
    let (zh, en) = match basis {
        Basis::Before => ("上期", "Before"),
        Basis::Target => ("目标", "Target"),
        Basis::LastYear => ("去年", "Last year"),
        Basis::Baseline => ("基线", "Baseline"),
    };
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

/// The name of a factor.
pub fn factor(factor: Factor, locale: Locale) -> &'static str {
    let (zh, en) = match factor {
        Factor::Visitors => ("访客数", "visitors"),
        Factor::Cvr => ("支付转化率", "conversion"),
        Factor::Aov => ("客单价", "order value"),
    };
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

/// What to say of a change that is not sure; empty for one that is.
pub fn doubt(sure: Sure, locale: Locale) -> &'static str {
    let (zh, en) = match sure {
        Sure::Up | Sure::Down => ("", ""),
        Sure::Open => ("可能是偶然", "may be chance"),
        Sure::Few => ("访客太少", "too few visitors"),
    };
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}
