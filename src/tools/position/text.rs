//! The words of the page on positioning, value curve, chain and changes.

pub mod names;

use crate::base::words::words;

type S = &'static str;

words! {
    title: S = "定位与价值曲线", "Positioning and value curve";
    question: S = "我们在哪一层做 NO.1？每一项多给还是少给，其他环节跟上了吗？", "On which level are we No. 1? What do we offer more of, what less, and does everything follow?";
    comma: S = "、", ", ";
    undo: S = "撤销", "Undo";
    unsaid: S = "未定", "Open";
    yes: S = "是", "Yes";
    no: S = "否", "No";
    delete: S = "删除", "Delete";
    more: S = "更多", "More";
    removed: fn(&str) -> String = |name| format!("已删除“{name}”"), |name| format!("Deleted “{name}”");
    file_name: S = "价值曲线", "value-curve";
    // The three levels.
    levels: S = "定位三层面", "Three levels";
    levels_note: S = "只选一个，在这一层做 NO.1", "Choose exactly one to be No. 1 on";
    none_chosen: S = "还没有选定层面：在三个里选一个，后面的曲线和价值链都以它为准。", "No level is chosen yet. Choose one of three; the curve and the chain follow from it.";
    chosen_but_no: S = "选定的层面标着“做不到 NO.1”。改选，或改理由。", "The chosen level is marked as one where we cannot be No. 1. Choose another, or change the answer.";
    choose: S = "选这一层", "Choose this level";
    can_lead: S = "能做 NO.1 吗", "Can we be No. 1";
    reason: S = "理由", "Why";
    feasibility: S = "可行 1–5", "Feasible 1–5";
    attraction: S = "值得 1–5", "Attractive 1–5";
    score: fn(u8) -> String = |score| format!("可行 × 值得 = {score}"), |score| format!("feasible × attractive = {score}");
    best: S = "分最高", "highest score";
    // The statement.
    statement: S = "定位陈述", "Positioning statement";
    field: S = "做谁、哪个区域或哪个品类的", "First for whom, where, or in what";
    own_statement: S = "自己的说法（空着就用上面那句）", "In our own words (empty: the sentence above)";
    proposition: S = "价值主张", "Value proposition";
    price_tier: S = "价格档", "Price class";
    slogan: S = "口号", "Slogan";
    written: fn(&str) -> String = |field| format!("我要做{field}的 NO.1"), |field| format!("We are going to be No. 1: {field}");
    no_statement: S = "填上下面第一格，这里会写出一句话。", "Fill in the first field below, and a sentence stands here.";
    // The five faces.
    faces: S = "战略五面", "Five faces of the strategy";
    faces_note: fn(usize, usize) -> String = |n, fits| format!("写了 {n} / 5 面，{fits} 面与定位一致"), |n, fits| format!("{n} of 5 written, {fits} fit the positioning");
    fits: S = "与定位一致", "Fits the positioning";
    // The curve.
    curve: S = "价值曲线", "Value curve";
    curve_note: S = "0–10 分，拖动圆点，或在表中输入", "0–10: drag the dots, or type into the table";
    curve_none: S = "曲线上还没有因素。从购买决策里最重要的开始，或自己加。", "No factor on the curve yet. Begin with the most important decision factors, or add your own.";
    take_factors: fn(usize) -> String = |n| format!("放上最重要的 {n} 个决策因素"), |n| format!("Take the {n} most important decision factors");
    add_factor: S = "加因素", "Add a factor";
    new_factor: S = "新因素", "New factor";
    edited: S = "拖动哪条线", "Which line the dots move";
    today: S = "我们今天", "We today";
    target: S = "我们目标", "Our target";
    industry: S = "行业平均", "Industry";
    scores: S = "曲线分数", "Scores of the curve";
    col_factor: S = "因素", "Factor";
    col_importance: S = "重要度", "Importance";
    col_delta: S = "目标−今天", "Target − today";
    col_action: S = "动作", "Action";
    score_wanted: S = "请填 0 到 10 的整数，或清空。", "Type a whole number from 0 to 10, or clear the cell.";
    importance_wanted: S = "重要度请填 1 到 5 的整数，或清空。", "Type an importance from 1 to 5, or clear the cell.";
    from_factor: S = "来自购买决策，在那里修改", "From the decision factors; change it there";
    over: S = "不重要却比谁都多", "little wanted, more than anybody offers";
    suggested_mark: fn(&str) -> String = |action| format!("建议{action}"), |action| format!("{action}?");
    curve_summary: fn(usize, &str) -> String = |n, players| format!("{n} 个因素的价值曲线：{players}。"), |n, players| format!("Value curve over {n} factors: {players}.");
    // Focus and divergence.
    figures: S = "聚焦与差异", "Focus and divergence";
    focus: S = "聚焦", "Focus";
    focus_help: S = "我们各项分数的基尼系数：0% 是样样一样高，越高越集中在少数几项。好的曲线有取舍。", "The Gini coefficient of our scores: 0 % where all are the same, higher where few stand out. A good curve leaves things out.";
    turns: S = "转折", "Turns";
    turns_help: S = "曲线由升转降或由降转升的次数。来回转折多，说明主次不清。因素的排列顺序会影响它。", "How often the curve turns. Many turns mean no clear line. It depends on the order of the factors.";
    distance: fn(&str) -> String = |name| format!("与{name}的距离"), |name| format!("Distance from {name}");
    distance_help: S = "双方都有分的各项，分差绝对值的平均（0–10 分）。越大越不同。", "The mean difference over the factors both have a score of (0–10). More is more different.";
    shape: fn(&str) -> String = |name| format!("与{name}的形状差异"), |name| format!("Shape against {name}");
    shape_help: S = "1 − 两条曲线的相关系数：0% 是同升同降，100% 是各走各的，200% 是正好相反。", "1 − the correlation of the two curves: 0 % rise and fall together, 100 % unrelated, 200 % opposite.";
    figure: S = "指标", "Figure";
    // The four actions.
    actions: S = "四步动作", "Four actions";
    actions_note: S = "目标减今天；虚线框是建议，选定后变实", "Target less today; a suggestion is dashed until it is decided";
    nothing_here: S = "没有", "Nothing";
    decide: S = "动作", "Action";
    by_suggestion: S = "按建议", "As suggested";
    make_change: S = "建联动变更", "Make a change to follow";
    make_task: S = "建行动", "Make an action";
    made_change: fn(&str) -> String = |name| format!("已建联动变更：{name}"), |name| format!("Made a change to follow: {name}");
    made_task: fn(&str) -> String = |name| format!("已建行动：{name}"), |name| format!("Made an action: {name}");
    move_left: S = "在曲线上左移", "Move left on the curve";
    move_right: S = "在曲线上右移", "Move right on the curve";
    limits: S = "建议的条件", "When something is suggested";
    limit_low: S = "重要度不高于（减少、剔除）", "Importance at most (reduce, eliminate)";
    limit_high: S = "重要度不低于（增加、创造）", "Importance at least (raise, create)";
    limit_much: S = "得分不低于（算高）", "Score at least (is high)";
    // The chain.
    chain: S = "价值链", "Value chain";
    chain_note: fn(usize, usize) -> String = |ok, n| format!("{ok} / {n} 个环节符合定位"), |ok, n| format!("{ok} of {n} links conform");
    chain_none: S = "从原材料到消费者的六个环节，逐个对照定位检查。", "Six links from the raw material to the customer, each held against the positioning.";
    rest_of_chain: fn(usize) -> String = |n| format!("补上缺的 {n} 个环节"), |n| format!("Add the {n} missing links");
    delete_link: fn(&str) -> String = |name| format!("删除环节“{name}”"), |name| format!("Delete the link “{name}”");
    begin_chain: S = "列出六个环节", "Lay out the six links";
    role: S = "我们在", "We are";
    who: S = "谁来做", "Who does it";
    is_ours: S = "自己做", "We do it";
    standard: S = "定位要求", "What the positioning demands";
    state: S = "现状", "As it is";
    conforms: S = "符合要求", "Conforms";
    serves_next: S = "满足下一环节", "Serves the next link";
    link_action: S = "对策", "Action";
    mismatch: fn(&str) -> String = |names| format!("价值链环节不匹配：{names}"), |names| format!("Links that do not fit: {names}");
    link_changed: fn(&str) -> String = |name| format!("{name}变更"), |name| format!("{name} changes");
    // The changes.
    changes: S = "联动变更", "Changes to follow";
    changes_note: S = "一个环节变，其他全部跟进", "One link changes, all others follow";
    changes_none: S = "从曲线的动作或价值链的环节建一项变更，这里逐个部门问：要不要跟着变？", "Make a change from an action or a link; here every department is asked whether it must follow.";
    add_change: S = "记一项变更", "Note a change";
    new_change: S = "新变更", "New change";
    change_title: S = "变了什么", "What changed";
    change_reason: S = "为什么", "Why";
    change_day: S = "日期", "Date";
    followed: fn(&str, usize, usize) -> String = |share, done, needed| format!("跟进 {share}（{done} / {needed}）"), |share, done, needed| format!("{share} followed through ({done} of {needed})");
    nobody_follows: S = "还没有部门要跟进", "No department has to follow yet";
    n_open: fn(usize) -> String = |n| format!("{n} 个部门还没回答"), |n| if n == 1 { "1 department has not answered".to_owned() } else { format!("{n} departments have not answered") };
    closed: S = "已关闭", "Closed";
    open: S = "未关闭", "Open";
    department: S = "部门", "Department";
    needs: S = "要变吗", "Must change";
    what: S = "变什么", "What";
    owner: S = "负责人", "Owner";
    due: S = "到期", "Due";
    done: S = "完成", "Done";
    source: S = "来自", "From";
}

/// Hundredths with one decimal, rounded half up: 196 is 2.0.
pub fn tenths(hundredths: i32) -> String {
    let tenths = (hundredths.max(0) + 5) / 10;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distance_rounds_into_the_next_whole_number() {
        let written: Vec<String> = [0, 4, 5, 163, 195, 196].map(tenths).to_vec();
        assert_eq!(written, ["0.0", "0.0", "0.1", "1.6", "2.0", "2.0"]);
    }
}
