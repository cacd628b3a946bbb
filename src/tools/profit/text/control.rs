//! The words of the profit-control table.

use crate::base::locale::Locale;
use crate::base::words::words;
use crate::tools::profit::calc::control::ControlRow;
use crate::tools::profit::model::ControlLine;

type S = &'static str;

words! {
    title: S = "利润控制表", "Profit control";
    question: S = "这个月赚了多少，钱花得超没超？", "What did the month earn, and was more spent than meant?";
    to_profit: S = "单品定价", "Price by product";
    year: S = "年度", "Year";
    month: S = "月份", "Month";
    look: S = "看什么", "Show";
    look_month: S = "一个月", "One month";
    look_budget: S = "全年预算", "Budget, year";
    look_actual: S = "全年实际", "Actual, year";
    look_variance: S = "全年差额", "Variance, year";
    basis: S = "按付款日算销售，按退款日算退款；输入的数优先于导入的数和目标计划", "Sales count when paid, refunds when made; what is typed counts before imports and plan";
    table: S = "预算、实际、差额", "Budget, actual, variance";
    line: S = "项目", "Line";
    budget: S = "预算", "Budget";
    actual: S = "实际", "Actual";
    variance: S = "差额", "Variance";
    variance_share: S = "差额 %", "Variance, %";
    share: S = "占销售", "Of sales";
    run_rate: S = "按现在的速度", "At this pace";
    total: S = "全年", "Year";
    help: S = "预算和实际直接输入；从 Excel、WPS 整块粘贴；清空就回到导入的数或目标计划。", "Type budget and actual, or paste a block from Excel or WPS; an emptied cell goes back to imports or plan.";
    from_plan: S = "来自目标计划", "From the plan";
    typed_over: S = "手工输入，盖过了导入或计划的数", "Typed, in place of imports or plan";
    imported: fn(usize, usize) -> String = |n, of| if n == of { "来自导入的日报".to_owned() } else { format!("来自导入的日报，{of} 天里有 {n} 天") }, |n, of| if n == of { "From imported days".to_owned() } else { format!("From imported days, {n} of {of}") };
    unallocated_note: S = "没有分到商品或渠道的费用也在利润里扣", "What belongs to no product or channel is taken off the profit too";
    missing: fn(&str) -> String = |lines| format!("还没有数、没算进利润的：{lines}"), |lines| format!("Not known, and not in the profit: {lines}");
    comma: S = "、", ", ";
    profit: S = "利润", "Profit";
    margin: S = "利润率", "Margin";
    net: S = "净销售额", "Net sales";
    ad_ratio: S = "推广占比", "Advertising ÷ sales";
    of_budget: fn(&str) -> String = |budget| format!("预算 {budget}"), |budget| format!("Budget {budget}");
    no_amount: S = "还没有数", "Nothing known";
    ads: S = "推广占比不超过", "Advertising at most";
    ads_section: S = "推广占比", "Advertising against sales";
    ads_note: S = "推广费用不要超过营业额的 10%（可改，M-35）", "Not more than 10 % of sales, unless changed (M-35)";
    over: fn(&str, &str, &str, &str) -> String = |month, ratio, cap, by| format!("{month}推广占 {ratio}，超过 {cap} 的上限，多花 {by}。"), |month, ratio, cap, by| format!("{month}: advertising took {ratio} of sales, above the cap of {cap}, {by} too much.");
    over_rule: S = "财务每周报数，超了要找出原因：如果是流量来源的问题，就重新测试，控制好流量的花费（R-64）。", "Finance reports weekly; find the cause. If a source of visitors is the problem, test it anew and hold its cost (R-64).";
    over_most: fn(&str) -> String = |line| format!("花得最多的是{line}。"), |line| format!("Most was spent on {line}.");
    within: fn(&str, &str) -> String = |ratio, left| format!("没超：占 {ratio}，还能再花 {left}。"), |ratio, left| format!("Within the cap: {ratio}, {left} to spare.");
    no_ratio: S = "有了销售和推广费用才能算。", "Needs sales and advertising.";
    over_list: S = "超上限的月份", "Months above the cap";
    none_over: S = "全年没有月份超过上限。", "No month of the year is above the cap.";
    floor: S = "利润率低于下限的活动不要做，或改机制（R-136）。", "Below the floor, do not run a campaign, or change how it works (R-136).";
}

/// What a row is called.
pub fn row(row: ControlRow, locale: Locale) -> &'static str {
    let words = match row {
        ControlRow::Line(line) => self::line_words(line),
        ControlRow::Net => ("净销售额", "Net sales"),
        ControlRow::Ads => ("推广合计", "Advertising in all"),
        ControlRow::Costs => ("费用合计", "Costs in all"),
        ControlRow::Profit => ("利润", "Profit"),
    };
    match locale {
        Locale::Zh => words.0,
        Locale::En => words.1,
    }
}

/// What a line is called.
pub fn line(line: ControlLine, locale: Locale) -> &'static str {
    row(ControlRow::Line(line), locale)
}

fn line_words(line: ControlLine) -> (&'static str, &'static str) {
    match line {
        ControlLine::Sales => ("支付金额", "Sales paid"),
        ControlLine::Refunds => ("退款", "Refunds"),
        ControlLine::Goods => ("货", "Goods"),
        ControlLine::Packaging => ("包装", "Packaging"),
        ControlLine::Freight => ("运费", "Parcels"),
        ControlLine::Gifts => ("赠品", "Gifts"),
        ControlLine::Commission => ("平台佣金", "Commission"),
        ControlLine::Discounts => ("另付的优惠", "Discounts paid apart"),
        ControlLine::AdsSitewide => ("全站推广", "Ads: whole site"),
        ControlLine::AdsKeyword => ("关键词推广", "Ads: keywords"),
        ControlLine::AdsAudience => ("精准人群推广", "Ads: audiences"),
        ControlLine::AdsSmart => ("智能场景", "Ads: smart scenes"),
        ControlLine::AdsAffiliate => ("淘宝客", "Ads: affiliates"),
        ControlLine::AdsOther => ("其他推广", "Ads: other"),
        ControlLine::Bonus => ("员工提成", "Staff bonus"),
        ControlLine::Unallocated => ("未分摊费用", "Unallocated"),
    }
}
