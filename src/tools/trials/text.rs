//! The words of the page on tests of products and pictures.

use crate::base::locale::Locale;
use crate::base::ratio::Ratio;
use crate::base::words::words;
use crate::i18n::format;
use crate::tools::trials::calc::{Verdict, Warning};
use crate::tools::trials::model::{Audience, Step, TrialMode, TrialOf};

type S = &'static str;

words! {
    title: S = "测款测图", "A/B tests";
    question: S = "哪个款、哪张图真的更好，还是只是碰巧？", "Which product or picture is really better, and which was luck?";
    undo: S = "撤销", "Undo";
    new: S = "新建测试", "New test";
    unnamed: S = "未命名测试", "Untitled test";
    no_variant_name: fn(char) -> String = |letter| format!("方案 {letter}"), |letter| format!("Variant {letter}");
    empty_title: S = "还没有测试", "No tests yet";
    empty_words: S = "把两张图、两个款或两段文案同时给同样的人看，记下各自的展现、点击、访客和买家。这里算出点击率和转化率的可信区间、差别是不是碰巧、还要测多久。", "Show two pictures, products or texts to the same kind of people at the same time, and note impressions, clicks, visitors and buyers of each. This page works out how sure each rate is, whether the difference may be luck, and how long to go on.";
    tests: S = "全部测试", "All tests";
    removed: S = "已删除测试", "Test deleted";
    delete: S = "删除测试", "Delete the test";
    // The head of a test.
    setup: S = "测什么", "What is tested";
    name: S = "测试名称", "Name of the test";
    of: S = "测的是", "Differs in";
    ofs: fn(TrialOf) -> S = |of| match of { TrialOf::Product => "款", TrialOf::Image => "图", TrialOf::Words => "文案", TrialOf::Page => "详情页" }, |of| match of { TrialOf::Product => "Product", TrialOf::Image => "Picture", TrialOf::Words => "Copy", TrialOf::Page => "Detail page" };
    mode: S = "怎么测", "How it runs";
    modes: fn(TrialMode) -> S = |mode| match mode { TrialMode::Beside => "同时对比", TrialMode::BeforeAfter => "前后对比" }, |mode| match mode { TrialMode::Beside => "Side by side", TrialMode::BeforeAfter => "Before and after" };
    audience: S = "给谁看", "Audience";
    audiences: fn(Audience) -> S = |one| match one { Audience::Regulars => "老顾客", Audience::Display => "钻展", Audience::Search => "直通车", Audience::Everyone => "全部访客" }, |one| match one { Audience::Regulars => "Regular customers", Audience::Display => "Display ads", Audience::Search => "Search ads", Audience::Everyone => "All visitors" };
    product: S = "对应商品", "Product";
    none: S = "不填", "None";
    decides: S = "看哪个率", "Decided by";
    rates: fn(Step) -> S = |step| match step { Step::Click => "点击率", Step::Favourite => "收藏率", Step::Cart => "加购率", Step::Buy => "支付转化率" }, |step| match step { Step::Click => "Click rate", Step::Favourite => "Favourite rate", Step::Cart => "Cart rate", Step::Buy => "Conversion" };
    formulas: fn(Step) -> S = |step| match step { Step::Click => "点击量 ÷ 展现量", Step::Favourite => "收藏 ÷ 访客", Step::Cart => "加购 ÷ 访客", Step::Buy => "支付买家 ÷ 访客" }, |step| match step { Step::Click => "clicks ÷ impressions", Step::Favourite => "favourites ÷ visitors", Step::Cart => "carts ÷ visitors", Step::Buy => "buyers ÷ visitors" };
    bases: fn(Step) -> S = |step| match step { Step::Click => "次展现", _ => "个访客" }, |step| match step { Step::Click => "impressions", _ => "visitors" };
    // The numbers.
    numbers: S = "各方案的数字", "Numbers of each variant";
    numbers_note: S = "第一个是原来的", "The first one is what there was before";
    add_variant: S = "加一个方案", "Add a variant";
    remove_variant: fn(&str) -> String = |name| format!("删除方案 {name}"), |name| format!("Remove variant {name}");
    paste: S = "粘贴表格", "Paste a table";
    row: S = "项目", "Item";
    variant_name: S = "方案名称", "Name of the variant";
    from: S = "开始", "First day";
    to: S = "结束", "Last day";
    impressions: S = "展现量", "Impressions";
    clicks: S = "点击量", "Clicks";
    visitors: S = "访客", "Visitors";
    favourites: S = "收藏", "Favourites";
    carts: S = "加购", "Added to cart";
    buyers: S = "支付买家", "Buyers";
    spend: S = "花费", "Spend";
    per_click: S = "点击花费", "Cost per click";
    of_variant: fn(&str, &str) -> String = |field, name| format!("{name} {field}"), |field, name| format!("{field}, {name}");
    impossible: S = "分子大于分母，请核对", "More than there were: check it";
    paste_words: S = "每个方案一行。有表头就按表头认列（展现量、点击量、访客、收藏、加购、支付买家、花费）；没有表头就按这个顺序，第一列是名称。", "One variant a line. Headings say what a column is (impressions, clicks, visitors, favourites, cart, buyers, spend); without them that is the order, with the name first.";
    paste_field: S = "粘贴到这里", "Paste here";
    paste_found: fn(usize) -> String = |n| format!("认出 {n} 个方案，替换现在的方案"), |n| if n == 1 { "1 variant, in place of those that are there".to_owned() } else { format!("{n} variants, in place of those that are there") };
    paste_none: S = "没有认出带数字的行", "No line with numbers was found";
    paste_skipped: fn(&str) -> String = |lines| format!("略过：{lines}"), |lines| format!("Left out: {lines}");
    paste_unread: fn(&str) -> String = |cells| format!("不是数字，当作没填：{cells}"), |cells| format!("Not numbers, taken as empty: {cells}");
    paste_apply: S = "采用", "Take over";
    cancel: S = "取消", "Cancel";
    // What comes of it.
    result: S = "结论", "What it says";
    verdict_tag: fn(Verdict) -> S = |verdict| match verdict { Verdict::NoData => "缺数据", Verdict::Winner(_) => "有胜出", Verdict::TooEarly(_) => "领先，还早", Verdict::NotEnough => "还不够", Verdict::NoDifference => "没差别" }, |verdict| match verdict { Verdict::NoData => "No data", Verdict::Winner(_) => "Winner", Verdict::TooEarly(_) => "Ahead, too early", Verdict::NotEnough => "Not enough", Verdict::NoDifference => "No difference" };
    no_data: S = "至少两个方案要有数字，才能比较。", "Two variants need numbers before they can be compared.";
    winner: fn(&str, &str) -> String = |name, rate| format!("“{name}”的{rate}更高，差别不像是碰巧，计划的数量也够了。可以换上它。"), |name, rate| format!("“{name}” has the better {rate}: the difference is hardly luck, and the planned size is reached. Take it.");
    too_early: fn(&str, &str) -> String = |name, rate| format!("“{name}”的{rate}现在领先，但还没到计划的数量：早看一眼常会看到假的胜出。测满再定。"), |name, rate| format!("“{name}” is ahead in {rate}, but the planned size is not reached: whoever looks early often sees winners that are none. Run it to the end.");
    not_enough: S = "数据还不够，现在的差别可能只是碰巧。继续测，先不要换。", "Not enough yet: the difference may be luck. Go on, and change nothing for now.";
    no_difference: fn(&str) -> String = |lift| format!("测满了，没有哪个方案胜过其他全部：就算有差别，也多半不到 {lift}。按成本和感觉选，或换一个差别更大的方案再测。"), |lift| format!("The test is complete and no variant beats all others: if there is a difference, it is hardly as large as {lift}. Choose by cost or taste, or test something bolder.");
    progress: fn(&str, &str, S) -> String = |least, needed, base| format!("最少的方案 {least} {base}，每个方案要 {needed}"), |least, needed, base| format!("The smallest variant has {least} of the {needed} {base} that each needs");
    full: fn(&str, S) -> String = |needed, base| format!("每个方案要 {needed} {base}，已够"), |needed, base| format!("Each variant has the {needed} {base} it needs");
    no_need: S = "还没有基准率，算不出要测多少。", "Without a base rate nobody can say how many are needed.";
    days_left: fn(i64) -> String = |n| format!("按现在的速度还要约 {n} 天"), |n| if n == 1 { "About 1 more day at the present pace".to_owned() } else { format!("About {n} more days at the present pace") };
    long_way: S = "一年都测不完：只找更大的提升，或把流量集中到这个测试。", "More than a year: look for a larger lift, or give this test more traffic.";
    no_pace: S = "填上开始日期，就能算还要几天。", "With the first days it also says how many days are left.";
    warning: fn(Warning) -> S = |warning| match warning { Warning::UnderBase => "有方案没到最低数量，先不看结论。", Warning::FewHits => "有方案的次数太少（预计不到 5 次），检验只作参考。", Warning::OtherDays => "各方案的日期不一样：流量和节点不同，比不出图的好坏。", Warning::Overlap => "前后两段日期有重叠，分不清是谁带来的。", Warning::OtherLength => "前后两段不一样长，周末和工作日的比例不同。" }, |warning| match warning { Warning::UnderBase => "A variant is under the least that was set: do not read the result yet.", Warning::FewHits => "A variant has very few hits (fewer than 5 expected): the test is rough.", Warning::OtherDays => "The variants run on different days: traffic and season differ, not only the picture.", Warning::Overlap => "Before and after overlap: nobody can say which of them did it.", Warning::OtherLength => "Before and after are not equally long: weekends weigh differently." };
    events: fn(&str) -> String = |names| format!("先看时间节点：测试期间有 {names}，那几天的人不是平时的人。"), |names| format!("Mind the season: {names} falls into the test, and its visitors are not the usual ones.");
    // The chart and the pairs.
    chart: S = "各方案的区间", "How sure each rate is";
    chart_note: fn(&str) -> String = |level| format!("点是实测值，线是 {level} 可信区间（Wilson）"), |level| format!("Dot: what was measured; bar: {level} interval (Wilson)");
    summary: fn(&str, &str) -> String = |rate, arms| format!("{rate}：{arms}。"), |rate, arms| format!("{rate}: {arms}.");
    arm: fn(&str, &str, &str, &str) -> String = |name, rate, low, high| format!("{name} {rate}（{low} 到 {high}）"), |name, rate, low, high| format!("{name} {rate} ({low} to {high})");
    between: S = "；", "; ";
    comma: S = "、", ", ";
    low: S = "区间下限", "Low";
    high: S = "区间上限", "High";
    size: S = "数量", "Size";
    compare: S = "两两比较", "Compared in pairs";
    compare_two: fn(&str) -> String = |level| format!("双侧两比例 z 检验；差值的 {level} 区间按 Newcombe"), |level| format!("Two-sided two-proportion z-test; {level} interval of the difference by Newcombe");
    compare_many: fn(usize, &str, &str) -> String = |n, level, all| format!("同时看 {n} 对，p 值按 Holm 校正；每对的区间是 {level}，合起来至少 {all}"), |n, level, all| format!("{n} pairs at once: p-values are corrected after Holm; each interval is {level}, together at least {all}");
    pair: S = "比较", "Pair";
    against: fn(&str, &str) -> String = |b, a| format!("{b} 比 {a}"), |b, a| format!("{b} against {a}");
    difference: S = "差值", "Difference";
    interval: S = "差值区间", "Its interval";
    lift: S = "相对提升", "Relative lift";
    z: S = "z", "z";
    p: S = "p 值", "p-value";
    adjusted: S = "校正后 p", "p corrected";
    surely: S = "是否碰巧", "Luck?";
    not_luck: S = "不像碰巧", "Hardly luck";
    maybe_luck: S = "可能碰巧", "May be luck";
    range: fn(&str, &str) -> String = |low, high| format!("{low} 到 {high} 个百分点"), |low, high| format!("{low} to {high} pp");
    // The plan.
    plan: S = "要测多少", "How many are needed";
    plan_note: S = "最好开始前就定下，测完再看", "Best set before the test begins, and looked at when it is over";
    least_lift: S = "想找到的最小提升", "Least lift worth finding";
    lift_help: S = "相对值：2% 提升 20% 是 2.4%", "Relative: 20% on 2% is 2.4%";
    power: S = "把握", "Power";
    power_help: S = "真有这么大提升时，能测出来的可能", "How probably a lift that is there is found";
    alpha: S = "误判上限", "Level";
    alpha_help: S = "其实没差别、却判为有差别的可能", "How probably one is found that is not there";
    base_rate: S = "原来的率", "Base rate";
    base_help: fn(&str) -> String = |rate| format!("不填就用第一个方案的 {rate}"), |rate| format!("Empty: that of the first variant, {rate}");
    base_none: S = "不填就用第一个方案的率", "Empty: that of the first variant";
    min_base: S = "最低数量", "Least base";
    min_help: S = "每个方案不到这么多，先不下结论", "Under so many a variant nothing is concluded";
    // The decision.
    decision: S = "决定", "Decision";
    taken: S = "采用哪个", "Variant that is taken";
    undecided: S = "还没定", "Not decided";
    nobody: S = "都不用", "None of them";
    decided_on: S = "决定日期", "Decided on";
    why: S = "理由", "Why";
    make_task: S = "建成行动", "Make it an action";
    task: fn(&str, &str) -> String = |test, name| format!("{test}：换上“{name}”"), |test, name| format!("{test}: put “{name}” in place");
    task_go_on: fn(&str) -> String = |test| format!("{test}：测满计划的数量再定"), |test| format!("{test}: run it to the planned size, then decide");
    task_made: S = "已建成行动", "Action made";
    linked: S = "连着它的", "Linked to it";
}

/// A share of 0–1 as a percentage with two places.
pub fn percent(share: f64) -> String {
    format::percent(ratio(share))
}

/// A level of 0–1 as a percentage with as many places as it needs.
pub fn level(share: f64) -> String {
    let tenths = (share * 1_000.0).round() as i32;
    let ratio = Ratio::from_bp(tenths.saturating_mul(10));
    if tenths % 10 == 0 { format::percent0(ratio) } else { format::percent1(ratio) }
}

/// A difference of two shares of 0–1, in percentage points with a sign.
pub fn points(difference: f64, locale: Locale) -> String {
    format::points(ratio(difference), locale)
}

/// The same without its unit.
pub fn bare_points(difference: f64) -> String {
    format!("{:+.2}", difference * 100.0).replace('-', "\u{2212}")
}

/// A relative change of a share, with a sign.
pub fn lift(change: f64) -> String {
    format::signed_percent(ratio(change))
}

/// A probability with four places; what is smaller is said to be.
pub fn probability(p: f64) -> String {
    if p < 0.000_1 { "< 0.0001".to_owned() } else { format!("{p:.4}") }
}

/// A number of standard errors.
pub fn z_value(z: f64) -> String {
    format!("{z:.3}").replace('-', "\u{2212}")
}

/// Rounded half away from zero to the basis point; casting saturates.
fn ratio(share: f64) -> Ratio {
    Ratio::from_bp((share * 10_000.0).round() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_with_their_units() {
        assert_eq!(percent(0.0239), "2.39%");
        assert_eq!((level(0.95).as_str(), level(1.0 - 0.05 / 3.0).as_str()), ("95%", "98.3%"));
        assert_eq!(points(-0.005, Locale::En), "−0.50 pp");
        assert_eq!(
            (bare_points(-0.0081).as_str(), bare_points(0.0181).as_str()),
            ("−0.81", "+1.81")
        );
        assert_eq!(lift(0.5), "+50.0%");
        assert_eq!(
            (probability(0.00881).as_str(), probability(1e-9).as_str()),
            ("0.0088", "< 0.0001")
        );
        assert_eq!(z_value(-2.6216), "−2.622");
    }
}
