//! The words of advertising.

use crate::base::locale::Locale;
use crate::base::words::words;
use crate::tools::ads::calc::Reason;
use crate::tools::ads::calc::curve::NoCurve;
use crate::tools::ads::model::{AdsBy, Decision};

type S = &'static str;

/// The English ending of a count.
fn s(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}

words! {
    /// What the page says.
    title: S = "推广", "Advertising";
    question: S = "花出去的广告费回本了吗？同样的钱怎么分更值？", "Does what we spend come back, and where is the same money worth more?";
    empty_title: S = "还没有推广数据", "No figures of advertising yet";
    empty_words: S = "导入万相台的计划报表（按天），这里算每个计划花了多少、带来多少、保本要多少，以及再加一块钱能带来多少。",
        "Import a plan report of the ad platform (Wanxiangtai, by day): each plan is shown here with what it costs and brings, what it must bring to pay, and what one yuan more would bring.";
    to_import: S = "去导入", "Import";
    undo: S = "撤销", "Undo";

    period: S = "时间", "Period";
    last: fn(u32) -> String = |n| format!("最近 {n} 天"), |n| format!("Last {n} days");
    by: S = "按什么看", "Shown by";
    by_name: fn(AdsBy) -> S = |by| match by { AdsBy::Plan => "计划", AdsBy::Channel => "场景" },
        |by| match by { AdsBy::Plan => "Plans", AdsBy::Channel => "Channels" };

    total: S = "合计", "All together";
    total_note: fn(&str, usize, usize) -> String = |span, n, of| format!("{span}，{of} 天里有 {n} 天有数；成交按万相台的归因口径"),
        |span, n, of| format!("{span}, {n} of {of} days; sales as the ad platform attributes them");
    spend: S = "花费", "Spend";
    sales: S = "成交金额", "Attributed sales";
    roi: S = "投入产出比 ROI", "Return (ROI)";
    cpc: S = "点击单价", "Cost per click";
    share: S = "推广占比", "Share of sales";
    was: fn(&str) -> String = |was| format!("上一期 {was}"), |was| format!("before: {was}");
    no_before: S = "没有上一期的数", "nothing known of before";
    even: fn(&str) -> String = |roi| format!("保本 {roi}"), |roi| format!("breaks even at {roi}");
    even_unknown: S = "填毛利率才知道保本线", "type a margin to see where it breaks even";
    cap: fn(&str) -> String = |cap| format!("上限 {cap}（设置里改）"), |cap| format!("limit {cap} (in the settings)");
    share_unknown: S = "缺全店支付金额", "the shop's sales are not known";
    over_cap: S = "超上限", "over";
    pays: S = "回本", "pays";
    loses: S = "没回本", "does not pay";

    table: S = "计划", "Plans";
    table_note: S = "建议按 R-65 … R-69：先看回报是否真的过保本线（95% 区间），再看点击率高于还是低于平均", "By R-65 … R-69: first whether the return really breaks even (95 % interval), then whether the click rate is above the mean";
    name: S = "名称", "Name";
    channel: S = "场景", "Channel";
    impressions: S = "展现", "Impressions";
    clicks: S = "点击", "Clicks";
    ctr: S = "点击率", "Click rate";
    orders: S = "成交", "Orders";
    cvr: S = "转化率", "Per click";
    roi_short: S = "ROI", "ROI";
    roi_before: S = "上一期 ROI", "ROI before";
    left: S = "毛利 − 花费", "Margin − spend";
    advice: S = "建议", "Advice";
    decision: S = "决定", "Decision";
    unit_orders: S = "笔", "orders";
    unit_clicks: S = "次", "clicks";
    undecided: S = "还没决定", "Not decided";
    unnamed: S = "没有名称", "No name";

    chart: S = "回报有多确定", "How sure a return is";
    chart_note: S = "点是算出的 ROI，线是 95% 区间；虚线是保本线", "The dot is the return, the bar its 95 % interval; dashed: where it breaks even";
    chart_summary: fn(usize, usize, usize) -> String =
        |n, pays, loses| format!("{n} 个里，{pays} 个确定回本，{loses} 个确定没回本，其余说不准。"),
        |n, pays, loses| format!("Of {n}, {pays} surely pay{}, {loses} surely do{} not; of the others it cannot be told.", if pays == 1 { "s" } else { "" }, if loses == 1 { "es" } else { "" });
    low: S = "下限", "Low";
    high: S = "上限", "High";
    file_name: S = "推广回报", "return-on-advertising";

    chosen: S = "选中的计划", "The chosen plan";
    chosen_none: S = "在表里选一个，看它为什么这样建议、再加一块钱能带来多少。", "Choose one in the table: why it is advised so, and what one yuan more would bring.";
    between: fn(&str, &str) -> String = |low, high| format!("ROI 的 95% 区间：{low} – {high}"), |low, high| format!("95 % interval of the return: {low} – {high}");
    marginal: fn(&str, &str, usize) -> String =
        |now, daily, n| format!("再多花一块钱，大约再带来 ¥{now} 的成交（现在一天花 {daily}，由 {n} 个平常日子拟合）"),
        |now, daily, n| format!("One yuan more brings about ¥{now} of sales (at {daily} a day; fitted to {n} usual days)");
    shared: S = "它自己的日子太分散，形状用所有计划合起来的。", "Its own days are too scattered; the shape is that of all plans together.";
    marginal_pays: S = "高于保本线：还可以加", "above what breaks even: there is room for more";
    marginal_loses: S = "低于保本线：再加就亏", "below what breaks even: more would lose money";
    left_words: fn(&str) -> String = |left| format!("毛利减花费：{left}"), |left| format!("Margin less spend: {left}");
    why: S = "为什么这样决定", "Why";
    floor: S = "每天最少花", "At least a day";
    limit: S = "每天最多花", "At most a day";
    limit_help: S = "分预算时不会越过", "The budget is shared out within these";
    make_task: S = "生成任务", "Make a task";
    task: fn(&str, &str, &str) -> String = |decision, name, why| format!("推广「{name}」：{decision}。{why}"), |decision, name, why| format!("Advertising “{name}”: {decision}. {why}");
    made: fn(usize) -> String = |n| format!("已生成 {n} 个任务"), |n| format!("{n} task{} made", s(n));
    has_task: S = "任务已生成", "The task is made";

    budget: S = "同样的预算怎么分", "How the same budget could be shared out";
    budget_note: S = "让每个计划的最后一块钱带来一样多；只在每个计划的下限和上限之间挪", "So that the last yuan brings as much in every plan, within the limits of each";
    budget_total: S = "每天一共花", "A day in all";
    budget_help: S = "不填就是现在花的", "Empty: what is spent now";
    step: S = "每个计划最多变动", "Each plan moves by at most";
    step_help: S = "没有自己的上下限时", "Where it has no limits of its own";
    now_daily: S = "现在每天", "Now, a day";
    then_daily: S = "建议每天", "Suggested, a day";
    change: S = "变动", "Change";
    marginal_short: S = "再加一块钱带来", "Next yuan brings";
    keeps: S = "保持", "keeps";
    result: fn(&str) -> String = |sales| format!("按拟合的曲线，成交每天大约 {sales}。曲线是这些天的经验，不是保证；挪了以后看一周再挪。"),
        |sales| format!("By the fitted curves, sales change by about {sales} a day. A curve is what these days were like, no promise: move, look for a week, move again.");
    floors_above: fn(&str) -> String = |sum| format!("下限和不能判断的计划加起来已经要 {sum}，比预算多。放低下限或提高预算。"),
        |sum| format!("Floors, and plans that cannot be judged, come to {sum}: more than the budget. Lower a floor or raise the budget.");
    caps_below: fn(&str) -> String = |sum| format!("上限和不能判断的计划加起来只能花 {sum}，比预算少。提高上限或放低预算。"),
        |sum| format!("Caps, and plans that cannot be judged, allow {sum}: less than the budget. Raise a cap or lower the budget.");
    nothing_to_move: S = "至少要有两个计划能看出「多花多少、多卖多少」，才有得分。让花费有些变化，攒够天数再来。",
        "Of at least two plans it must be known what more would bring. Let their spending vary, and come back when there are enough days.";
    make_tasks: S = "按建议生成任务", "Make tasks of it";
    task_budget: fn(&str, &str, &str) -> String = |name, from, to| format!("推广「{name}」：日预算 {from} → {to}"), |name, from, to| format!("Advertising “{name}”: daily budget {from} → {to}");

    terms: S = "口径和门槛", "Basis and thresholds";
    margin: S = "毛利率（不计推广）", "Margin before advertising";
    margin_help: fn(&str) -> String = |earned| format!("不填就用商品算出来的：{earned}"), |earned| format!("Empty: what the products earn, {earned}");
    margin_none: S = "商品的价格、成本和销量还不够算", "Prices, costs and sales of the products are not known";
    min_clicks: S = "少于这么多点击不下结论", "Fewer clicks say nothing";
    min_days: S = "少于这么多天不拟合曲线", "Fewer days make no curve";
    unit_days: S = "天", "days";
    source: fn(&str, &str) -> String = |file, at| format!("数据来自 {file}，导入于 {at}"), |file, at| format!("From {file}, imported {at}");
    same_money: S = "计划报表和商品报表是同一笔钱，不会相加。", "Reports by plan and by item are the same money and are never added up.";
}

/// What is done with a plan.
pub fn decision(decision: Decision, locale: Locale) -> &'static str {
    let (zh, en) = match decision {
        Decision::Raise => ("加价", "Raise"),
        Decision::Lower => ("降价", "Lower"),
        Decision::Picture => ("换图", "New picture"),
        Decision::Watch => ("观察", "Watch"),
        Decision::Add => ("新增同类", "Add more of it"),
        Decision::Remove => ("停掉", "Stop"),
    };
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

/// Why a rule fired.
pub fn reason(reason: Reason, locale: Locale) -> &'static str {
    let (zh, en) = match reason {
        Reason::FewClicks => ("点击太少，还不能下结论", "Too few clicks to say anything"),
        Reason::OnlyClicks => (
            "不知道毛利率，只看点击率与平均比（R-65、R-66）",
            "The margin is not known; by the click rate alone (R-65, R-66)",
        ),
        Reason::CannotTell => (
            "回报与保本线的差，偶然也会这样",
            "Chance alone could put the return on either side of breaking even",
        ),
        Reason::PaysAndClicks => (
            "回本，点击率不低于平均（R-65、R-69）",
            "It pays and is clicked no less than the others (R-65, R-69)",
        ),
        Reason::PaysFewClicks => (
            "回本，但点击率低于平均：先换图（R-67）",
            "It pays but is clicked less than the others: try another picture (R-67)",
        ),
        Reason::LosesAndClicks => (
            "点的人不少，成交不够：先看落地页和价格，再谈预算（R-66）",
            "It is clicked but does not pay: look at the page and the price first (R-66)",
        ),
        Reason::LosesFewClicks => (
            "点击率低于平均，也没回本（R-66）",
            "It is clicked less than the others and does not pay (R-66)",
        ),
        Reason::LosesMuch => ("回来的不到保本的一半", "Not half of what breaks even comes back"),
    };
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

/// Why nothing can be said of what more would bring.
pub fn no_curve(why: NoCurve, locale: Locale) -> String {
    match (why, locale) {
        (NoCurve::FewDays(n), Locale::Zh) => {
            format!("只有 {n} 个平常日子有花费，还看不出多花会怎样")
        }
        (NoCurve::FewDays(n), Locale::En) => {
            format!(
                "Only {n} usual day{} with spending: what more would bring cannot be seen",
                s(n)
            )
        }
        (NoCurve::SameSpend, Locale::Zh) => "每天花得差不多，没试过多花少花".to_owned(),
        (NoCurve::SameSpend, Locale::En) => {
            "The same was spent every day; more or less was never tried".to_owned()
        }
        (NoCurve::TooWide, Locale::Zh) => "天与天差得太多，说不准多花会怎样".to_owned(),
        (NoCurve::TooWide, Locale::En) => {
            "The days differ too much to say what more would bring".to_owned()
        }
        (NoCurve::NotItsDoing, Locale::Zh) => {
            "花费和成交不是一起动的，或有别的原因，不能算到花费头上".to_owned()
        }
        (NoCurve::NotItsDoing, Locale::En) => {
            "Sales did not move with the spending, or something else moved both".to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_said_in_both_languages() {
        let all = [
            Reason::FewClicks,
            Reason::OnlyClicks,
            Reason::CannotTell,
            Reason::PaysAndClicks,
            Reason::PaysFewClicks,
            Reason::LosesAndClicks,
            Reason::LosesFewClicks,
            Reason::LosesMuch,
        ];
        for one in all {
            assert!(reason(one, Locale::En).is_ascii());
            assert!(!reason(one, Locale::Zh).is_ascii());
        }
        for one in Decision::ALL {
            assert_ne!(decision(one, Locale::Zh), decision(one, Locale::En));
        }
    }
}
