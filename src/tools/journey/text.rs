//! The words of the page on decision factors.

use crate::base::locale::Locale;
use crate::base::quadrant::Quadrant;
use crate::base::words::words;
use crate::knowledge::factors::{FunnelStep, Stage};
use crate::tools::journey::model::{FactorAction, Lane, VisitPath};

type S = &'static str;

words! {
    title: S = "购买决策", "Purchase decision";
    question: S = "顾客凭什么下单？我们在哪里不够，在哪里白花力气？", "What makes customers buy? Where do we fall short, and where is effort wasted?";
    empty_title: S = "从 25 个影响购买的因素开始", "Begin with the 25 factors that decide a purchase";
    empty_words: S = "给每个因素打两个分：对顾客有多重要、我们做得怎样。差距最大的是重点突破，不重要又花力气的减少或砍掉。", "Score each factor twice: how important it is to customers, and how well we do it. The widest gaps come first; what matters little and costs much is cut.";
    take_template: S = "载入 25 个因素", "Take the 25 factors";
    take_rest: fn(usize) -> String = |n| format!("补上模板里没有的 {n} 个"), |n| format!("Add the {n} missing of the template");
    add: S = "加因素", "Add a factor";
    new_factor: S = "新因素", "New factor";
    first_own: S = "自己写第一个", "Write my own first one";
    // The funnel.
    funnel: S = "漏斗", "Funnel";
    funnel_note: fn(&str) -> String = |span| format!("店铺日报 {span}，人数按天累加"), |span| format!("Shop days {span}; people added up by day");
    funnel_none: S = "导入店铺日报后，这里显示每一步的真实人数。", "Import the shop's daily export to see the real numbers of each step.";
    funnel_gap: fn(&str) -> String = |steps| format!("导入的文件里没有：{steps}。"), |steps| format!("Not in the imported files: {steps}.");
    not_in_files: S = "文件里没有", "not in the files";
    comma: S = "、", ", ";
    to_import: S = "去导入", "Go to import";
    of_before: S = "占上一步", "of the step before";
    // The table.
    factors: S = "决策因素", "Decision factors";
    factors_note: S = "1–5 分，直接输入，可从表格粘贴", "1–5, typed or pasted";
    lens: S = "看谁的重要度", "Importance to";
    everyone: S = "全部顾客", "All customers";
    col_factor: S = "因素", "Factor";
    col_importance: S = "重要度", "Importance";
    col_own: S = "我们", "We";
    col_gap: S = "差距", "Gap";
    col_effort: S = "投入", "Effort";
    col_action: S = "对策", "Action";
    col_visits: S = "试购", "Visits";
    mean_of: fn(usize) -> String = |n| format!("{n} 个画像的加权平均；选一个画像即可修改"), |n| format!("Weighted mean of {n} personas; choose one to change its score");
    suggested_mark: fn(&str) -> String = |action| format!("建议{action}"), |action| format!("{action}?");
    score_wanted: S = "请填 1 到 5 的整数，或清空。", "Type a whole number from 1 to 5, or clear the cell.";
    // One factor.
    detail: S = "所选因素", "Chosen factor";
    choose_one: S = "在表中选一个因素。", "Choose a factor in the table.";
    name: S = "名称", "Name";
    stage: S = "阶段", "Stage";
    action: S = "对策", "Action";
    undecided: fn(&str) -> String = |action| format!("未定（建议{action}）"), |action| format!("Undecided (suggested: {action})");
    undecided_plain: S = "未定", "Undecided";
    owner: S = "负责人", "Owner";
    note: S = "批注", "Note";
    to_swot: S = "记入 SWOT", "To the SWOT";
    to_curve: S = "放上价值曲线", "Onto the value curve";
    on_curve: S = "已在价值曲线上", "On the value curve";
    to_task: S = "建行动", "Make an action";
    delete: S = "删除", "Delete";
    up: S = "上移", "Move up";
    down: S = "下移", "Move down";
    more: S = "更多", "More";
    made_swot: fn(&str) -> String = |name| format!("已记入 SWOT：{name}"), |name| format!("Put into the SWOT: {name}");
    made_curve: fn(&str) -> String = |name| format!("已放上价值曲线：{name}"), |name| format!("Put onto the value curve: {name}");
    made_task: fn(&str) -> String = |name| format!("已建行动：{name}"), |name| format!("Made an action: {name}");
    removed: fn(&str) -> String = |name| format!("已删除“{name}”"), |name| format!("Deleted “{name}”");
    remove_note: S = "试购记录里以它为决定因素的，会改回“还没有”。", "Notes of visits that it decided then say “Nothing yet”.";
    undo: S = "撤销", "Undo";
    lead_by: fn(u8) -> String = |points| format!("最强对手领先我们 {points} 分。"), |points| format!("The best competitor leads by {points}.");
    strength_text: fn(&str) -> String = |name| format!("{name}：达到或超过顾客的要求"), |name| format!("{name}: meets what customers want");
    gap_text: fn(&str) -> String = |name| format!("{name}：顾客要的比我们给的多"), |name| format!("{name}: customers want more than we give");
    task_text: fn(&str, &str) -> String = |action, name| format!("{action}：{name}"), |action, name| format!("{action}: {name}");
    // The lists.
    first: S = "重点突破", "Break through";
    first_note: S = "按重要度 × 差距", "by importance × gap";
    first_none: S = "还没有重要而且有差距的因素。先给重要度和“我们”打分。", "No important factor with a gap yet. Score importance and ourselves first.";
    savings: S = "减少或砍掉", "Reduce or cut";
    savings_note: S = "不重要却花力气", "little valued, much spent";
    savings_none: S = "没有不重要又花力气的因素。", "Nothing of low importance takes much effort.";
    limit_low: S = "重要度不高于", "Importance at most";
    limit_effort: S = "投入不低于", "Effort at least";
    limit_top: S = "最多列出", "List at most";
    limits: S = "列出的条件", "What is listed";
    gap_of: fn(&str, &str) -> String = |importance, own| format!("重要 {importance}，我们 {own}"), |importance, own| format!("wanted {importance}, we {own}");
    effort_of: fn(&str, &str) -> String = |importance, effort| format!("重要 {importance}，投入 {effort}"), |importance, effort| format!("wanted {importance}, effort {effort}");
    // The stages.
    stages: S = "旅程", "Journey";
    stages_note: S = "每个阶段顾客碰到什么、想什么、哪里痛", "What customers meet, think and suffer at each stage";
    view: S = "给谁看", "Shown to";
    view_all: S = "全部", "Everything";
    view_rows: S = "显示哪些行", "Rows shown";
    view_name: S = "视图名称", "Name of the view";
    view_own: S = "我的视图", "My view";
    view_delete: S = "删除视图", "Delete the view";
    view_reset: S = "恢复原样", "Back as it was";
    view_removed: S = "已删除视图", "Deleted the view";
    view_is_reset: S = "视图已恢复原样", "The view is as it was";
    take_touch: S = "填入淘宝接触点", "Take Taobao's touchpoints";
    // The mood.
    mood: S = "心情曲线", "Mood";
    mood_note: S = "1–5，拖动圆点，或在表中输入", "1–5, drag the dots or type into the table";
    mood_today: S = "今天", "Today";
    mood_target: S = "目标", "Target";
    mood_edited: S = "拖动哪条线", "The dots move";
    mood_none: S = "还没有给心情打分：选一条线，把圆点拖到顾客在这一步的心情。", "No mood yet: choose a line and drag its dots to how customers feel at each stage.";
    mood_says: fn(&str, u8, &str, u8) -> String = |low, low_mood, high, high_mood| format!("最低在“{low}”（{low_mood} 分），最高在“{high}”（{high_mood} 分）"), |low, low_mood, high, high_mood| format!("Lowest at “{low}” ({low_mood} of 5), highest at “{high}” ({high_mood} of 5)");
    mood_below: fn(&str) -> String = |stages| format!("；低于目标：{stages}。"), |stages| format!("; under the target: {stages}.");
    mood_met: S = "。", ".";
    mood_table: S = "各阶段的心情", "Mood at each stage";
    mood_who: S = "谁", "Who";
    mood_file: S = "心情曲线", "mood";
    pain_to: fn(&str) -> String = |stage| format!("把“{stage}”的痛点变成……"), |stage| format!("Turn the pain of “{stage}” into …");
    as_weakness: S = "SWOT 弱势", "a SWOT weakness";
    as_threat: S = "SWOT 威胁", "a SWOT threat";
    as_task: S = "一项行动", "an action";
    // The log of visits.
    visits: S = "模拟购物记录", "Shopping as a customer";
    visits_note: S = "记下自己在意的环节；购买须是自己花钱的真实购买", "Note what you care about; a purchase must be a real one, paid by you";
    visits_none: S = "从搜索、类目、广告、推送几条路各买一次，把每一步看到什么、在意什么记下来。", "Reach the shops by search, category, advertising and push, and note at each step what you saw and cared about.";
    add_visit: S = "记一步", "Note a step";
    visit_day: S = "日期", "Date";
    visit_path: S = "路径", "Way";
    visit_shop: S = "店铺", "Shop";
    own_shop: S = "自己的店", "Our own";
    visit_saw: S = "看到什么", "What I saw";
    visit_cared: S = "在意什么", "What I cared about";
    visit_factor: S = "决定因素", "What decided";
    no_factor: S = "还没有", "Nothing yet";
    visit_bought: S = "真实购买", "Really bought";
    delete_visit: S = "删除这一步", "Delete this step";
    visit_removed: S = "已删除一步记录", "Deleted a step";
}

/// A stage's name.
pub fn stage_name(stage: Stage, locale: Locale) -> S {
    let (zh, en) = match stage {
        Stage::Aware => ("认知", "Aware"),
        Stage::Consider => ("考虑", "Consider"),
        Stage::Buy => ("购买", "Buy"),
        Stage::Receive => ("收货", "Receive"),
        Stage::Share => ("传播", "Share"),
    };
    pick(zh, en, locale)
}

/// What is done about a factor.
pub fn action_name(action: FactorAction, locale: Locale) -> S {
    let (zh, en) = match action {
        FactorAction::Raise => ("加大投入", "Raise"),
        FactorAction::Keep => ("保持", "Keep"),
        FactorAction::Reduce => ("减少", "Reduce"),
        FactorAction::Cut => ("砍掉", "Cut"),
    };
    pick(zh, en, locale)
}

/// A row of the journey's grid.
pub fn lane_name(lane: Lane, locale: Locale) -> S {
    let (zh, en) = match lane {
        Lane::Touch => ("接触点", "Touchpoints"),
        Lane::Doing => ("在做", "Doing"),
        Lane::Thinking => ("在想", "Thinking"),
        Lane::Pain => ("痛点", "Pain"),
        Lane::Chance => ("机会", "Opportunity"),
    };
    pick(zh, en, locale)
}

/// A mood, 1–5, in a word.
pub fn mood_name(mood: u8, locale: Locale) -> S {
    let (zh, en) = match mood {
        ..=1 => ("很糟", "Awful"),
        2 => ("不满", "Unhappy"),
        3 => ("一般", "Fair"),
        4 => ("满意", "Pleased"),
        5.. => ("惊喜", "Delighted"),
    };
    pick(zh, en, locale)
}

/// A quadrant of the SWOT.
pub fn quadrant_name(quadrant: Quadrant, locale: Locale) -> S {
    let (zh, en) = match quadrant {
        Quadrant::Strength => ("S 优势", "S strength"),
        Quadrant::Weakness => ("W 弱势", "W weakness"),
        Quadrant::Opportunity => ("O 机会", "O opportunity"),
        Quadrant::Threat => ("T 威胁", "T threat"),
    };
    pick(zh, en, locale)
}

/// A way to a shop.
pub fn path_name(path: VisitPath, locale: Locale) -> S {
    let (zh, en) = match path {
        VisitPath::Search => ("关键字搜索", "Keyword search"),
        VisitPath::Category => ("首页类目", "Category"),
        VisitPath::Advertising => ("广告推荐", "Advertising"),
        VisitPath::Push => ("平台推送", "Push"),
    };
    pick(zh, en, locale)
}

/// A step of the funnel.
pub fn step_name(step: &FunnelStep, locale: Locale) -> S {
    pick(step.zh, step.en, locale)
}

/// A score in hundredths: `4`, `3.5`, `−0.25`.
pub fn points(hundredths: i32) -> String {
    let sign = if hundredths < 0 { "−" } else { "" };
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    match rest {
        0 => format!("{sign}{whole}"),
        rest if rest % 10 == 0 => format!("{sign}{whole}.{}", rest / 10),
        rest => format!("{sign}{whole}.{rest:02}"),
    }
}

fn pick(zh: S, en: S, locale: Locale) -> S {
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_written_with_as_many_decimals_as_they_have() {
        let written: Vec<String> = [400, 350, -25, 333, 0].map(points).to_vec();
        assert_eq!(written, ["4", "3.5", "−0.25", "3.33", "0"]);
    }
}
