//! The words of the page on new products.

pub mod season;

use crate::base::locale::Locale;
use crate::base::words::words;
use crate::knowledge::launch::criterion;
use crate::tools::launch::calc::{Criterion, Outcome};
use crate::tools::launch::model::{ItemVerdict, LaunchStage};

type S = &'static str;

words! {
    title: S = "新品", "New products";
    question: S = "哪些新品在路上，卡在哪一步，够不够格上架？", "Which new products are on the way, where do they wait, and are they fit for sale?";
    undo: S = "撤销", "Undo";
    comma: S = "、", ", ";
    unnamed: S = "未命名", "Untitled";
    none: S = "不填", "None";
    yes: S = "是", "Yes";
    no: S = "否", "No";
    // The board.
    board: S = "新品流程板", "Board of new products";
    stage: fn(LaunchStage) -> S = |stage| match stage { LaunchStage::Find => "找款", LaunchStage::Style => "定风格", LaunchStage::Supply => "供应商", LaunchStage::Check => "上线前考核" }, |stage| match stage { LaunchStage::Find => "Find", LaunchStage::Style => "Decide the style", LaunchStage::Supply => "Supplier", LaunchStage::Check => "Check before launch" };
    stage_note: fn(LaunchStage) -> S = |stage| match stage { LaunchStage::Find => "设计部找材料元素，店长收集热销款式", LaunchStage::Style => "产品部开会，说清为消费者解决什么", LaunchStage::Supply => "生产周期，是否支持小批量", LaunchStage::Check => "打分过线才上架" }, |stage| match stage { LaunchStage::Find => "Design finds materials, the shop collects what sells", LaunchStage::Style => "Say what it solves for the customer", LaunchStage::Supply => "Lead time, and whether a small batch is made", LaunchStage::Check => "For sale only above the pass line" };
    add: fn(S) -> String = |stage| format!("在“{stage}”添加新品"), |stage| format!("Add to {stage}");
    count: fn(usize) -> String = |n| format!("{n} 个"), |n| n.to_string();
    move_it: fn(&str) -> String = |name| format!("移动 {name}"), |name| format!("Move {name}");
    move_help: S = "拖动，或用方向键：左右换阶段，上下换顺序", "Drag, or use the arrow keys: left and right for the stage, up and down for the order";
    menu: fn(&str) -> String = |name| format!("{name} 的操作"), |name| format!("Actions for {name}");
    move_to: fn(S) -> String = |stage| format!("移到“{stage}”"), |stage| format!("Move to {stage}");
    moved: fn(&str, S, usize) -> String = |name, stage, place| format!("{name} 在“{stage}”第 {place} 位"), |name, stage, place| format!("{name}: {stage}, place {place}");
    open: S = "打开", "Open";
    delete: S = "删除", "Delete";
    removed: S = "已删除新品", "New product deleted";
    days: fn(i32) -> String = |n| format!("在这一步 {n} 天"), |n| if n == 1 { "1 day in this stage".to_owned() } else { format!("{n} days in this stage") };
    empty_words: S = "还没有新品。在“找款”里加一个：写下它为消费者解决什么，再一步步推到上架。", "No new products yet. Add one to Find: say what it solves for the customer, and bring it to the shelf step by step.";
    // Those that left the board.
    listed: S = "已上架", "For sale";
    stopped: S = "已放弃", "Given up";
    back: S = "放回板上", "Back to the board";
    list_it: S = "上架为商品", "Make it a product";
    list_anyway: S = "未过考核，仍要上架", "Make it a product all the same";
    list_note: fn(Outcome) -> S = |outcome| match outcome { Outcome::Pass => "考核已过线。", Outcome::Open => "考核还没打完分。", Outcome::Fail => "考核没过线，先改再上更稳。" }, |outcome| match outcome { Outcome::Pass => "It passes the check.", Outcome::Open => "The check is not complete.", Outcome::Fail => "It does not pass the check: mend it first." };
    listed_toast: fn(&str) -> String = |name| format!("“{name}”已成为商品"), |name| format!("“{name}” is a product now");
    to_product: S = "看商品", "See the product";
    // One item.
    name: S = "名称", "Name";
    stage_field: S = "阶段", "Stage";
    since: S = "从哪天起在这一步", "In this stage since";
    owner: S = "负责人", "Owner";
    origin: S = "来源", "Where the idea comes from";
    problem: S = "为消费者解决什么", "What it solves for the customer";
    advantage: S = "材料、功能的优势", "What its material or features are better in";
    persona: S = "给哪个人群", "Persona";
    fits: S = "符合人群", "Fits the persona";
    supplier: S = "供应商", "Supplier";
    lead_days: S = "生产周期（天）", "Lead time (days)";
    soonest: fn(&str) -> String = |day| format!("今天下单，最快 {day} 到货"), |day| format!("Ordered today, here by {day} at the soonest");
    small_batch: S = "支持小批量", "Small batch";
    min_order: S = "起订量（件）", "Minimum order (pieces)";
    verdict: S = "决定", "Decision";
    verdicts: fn(ItemVerdict) -> S = |one| match one { ItemVerdict::Go => "通过", ItemVerdict::Revise => "改了再看", ItemVerdict::Stop => "放弃" }, |one| match one { ItemVerdict::Go => "Go", ItemVerdict::Revise => "Mend first", ItemVerdict::Stop => "Give up" };
    judged_on: S = "决定日期", "Decided on";
    basics: S = "资料", "Facts";
    // The scorecard.
    scorecard: S = "上线前考核", "Check before launch";
    score_of: fn(&str) -> String = |name| format!("{name} 得分"), |name| format!("Score, {name}");
    score_none: S = "未评", "None";
    outcome: fn(Outcome) -> S = |one| match one { Outcome::Open => "未评完", Outcome::Pass => "过线", Outcome::Fail => "未过线" }, |one| match one { Outcome::Open => "Not scored", Outcome::Pass => "Passes", Outcome::Fail => "Fails" };
    mean: fn(&str, &str) -> String = |mean, line| format!("加权平均 {mean} 分，及格线 {line} 分"), |mean, line| format!("Weighted mean {mean}, pass line {line} of 5");
    still_open: fn(&str) -> String = |names| format!("还没评：{names}"), |names| format!("Not scored yet: {names}");
    to_fix: S = "先改这些", "Mend these first";
    weight_share: fn(&str) -> String = |share| format!("权重 {share}"), |share| format!("Weight {share}");
    scoring: S = "考核标准", "Criteria and pass line";
    scoring_note: S = "权重只看相互比例，0 就不计；低于单项底线直接不过。", "Only the proportion of weights counts, 0 leaves one out; under the floor a criterion fails by itself.";
    weight: fn(&str) -> String = |name| format!("{name} 权重"), |name| format!("Weight, {name}");
    pass_line: S = "及格线（分）", "Pass line (points)";
    floor: S = "单项底线（分）", "Floor of one criterion (points)";
    long_wait: S = "一步停留几天要提醒（天）", "Stands out after so many days in a stage (days)";
    own_name: S = "自定标准", "Own criterion";
    add_own: S = "加一条标准", "Add a criterion";
    remove_own: fn(&str) -> String = |name| format!("删除标准 {name}"), |name| format!("Remove criterion {name}");
    // The plan.
    plan: S = "上市计划", "Launch plan";
    strategy: S = "推广策略", "How it is promoted";
    launch_on: S = "计划上架日", "For sale on";
    ready_by: S = "图和详情完成日", "Pictures and page ready by";
    ready_how: S = "怎么完成", "How they get done";
    trial_from: S = "试销开始", "Trial sale from";
    trial_to: S = "试销结束", "Trial sale to";
    channels: S = "渠道和预算", "Channels and budgets";
    channel: S = "渠道", "Channel";
    channel_n: fn(usize) -> String = |n| format!("渠道 {n}"), |n| format!("Channel {n}");
    budget_n: fn(usize) -> String = |n| format!("渠道 {n} 预算"), |n| format!("Budget, channel {n}");
    add_channel: S = "加一个渠道", "Add a channel";
    remove_channel: fn(usize) -> String = |n| format!("删除渠道 {n}"), |n| format!("Remove channel {n}");
    budget_sum: fn(&str) -> String = |sum| format!("预算合计 {sum}"), |sum| format!("Budgets: {sum}");
    late: fn(&str) -> String = |day| format!("图和详情 {day} 才好，晚于计划上架日。"), |day| format!("Pictures and page are ready on {day}, after the day for sale.");
    goods_late: fn(&str) -> String = |day| format!("货最快 {day} 到，晚于计划上架日。"), |day| format!("The goods are here on {day} at the soonest, after the day for sale.");
    feedback: S = "试销反馈", "What the trial sale says";
    heard_n: fn(usize) -> String = |n| format!("反馈 {n}"), |n| format!("Feedback {n}");
    heard_on_n: fn(usize) -> String = |n| format!("反馈 {n} 日期"), |n| format!("Day, feedback {n}");
    answer_n: fn(usize) -> String = |n| format!("反馈 {n} 改了什么"), |n| format!("What was changed, feedback {n}");
    add_feedback: S = "记一条反馈", "Note feedback";
    remove_feedback: fn(usize) -> String = |n| format!("删除反馈 {n}"), |n| format!("Remove feedback {n}");
    make_task: S = "建成行动", "Make it an action";
    task: fn(&str, &str) -> String = |name, what| format!("{name}：{what}"), |name, what| format!("{name}: {what}");
    task_next: fn(LaunchStage) -> S = |stage| match stage { LaunchStage::Find => "备好材料和参考款，开风格会", LaunchStage::Style => "定下风格，发给供应商", LaunchStage::Supply => "问清生产周期和小批量", LaunchStage::Check => "打完上线前考核" }, |stage| match stage { LaunchStage::Find => "bring material and examples, meet on the style", LaunchStage::Style => "settle the style, send it to the supplier", LaunchStage::Supply => "ask for lead time and a small batch", LaunchStage::Check => "complete the check before launch" };
    task_made: S = "已建成行动", "Action made";
    linked: S = "连着它的", "Linked to it";
}

/// What a criterion is called: that of the trade in a language, the user's own as typed.
pub fn criterion_name(one: &Criterion, locale: Locale) -> String {
    if let Some(known) = criterion(&one.key) {
        return pick(known.name, locale).to_owned();
    }
    match one.name.trim() {
        "" => text(locale).own_name.to_owned(),
        name => name.to_owned(),
    }
}

/// Words in a language: Chinese, English.
pub fn pick(words: (S, S), locale: Locale) -> S {
    match locale {
        Locale::Zh => words.0,
        Locale::En => words.1,
    }
}

/// Hundredths of a point with two places.
pub fn points(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_have_two_places() {
        assert_eq!(points(350), "3.50");
        assert_eq!(points(405), "4.05");
    }
}
