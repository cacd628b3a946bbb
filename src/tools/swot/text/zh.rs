//! The words in Chinese.

use super::Text;
use crate::tools::swot::calc::Way;
use crate::tools::swot::calc::compare::Became;
use crate::tools::swot::model::{Horizon, Progress, Quadrant};

fn quadrant(quadrant: Quadrant) -> &'static str {
    match quadrant {
        Quadrant::Strength => "优势",
        Quadrant::Weakness => "弱势",
        Quadrant::Opportunity => "机会",
        Quadrant::Threat => "威胁",
    }
}

/// The words.
pub static ZH: Text = Text {
    title: "SWOT",
    question: "我们凭什么赢，先补哪里？每条都有数据作证据，每条都要变成行动。",
    quadrant,
    handling: |quadrant| match quadrant {
        Quadrant::Strength => "找出来并保持",
        Quadrant::Weakness => "人员培训、流程梳理",
        Quadrant::Opportunity => "全部突破",
        Quadrant::Threat => "先分析，再集中攻击",
    },
    n_entries: |n| format!("{n} 条"),
    axis: ["有利", "不利"],
    add: |one| format!("添加{}", quadrant(one)),
    text: "内容",
    move_it: |code| format!("移动 {code}"),
    move_help: "按住拖动；或用方向键：上下换顺序，左右换象限",
    moved: |code| format!("现在是 {code}"),
    menu: |code| format!("{code} 的操作"),
    edit: "编辑",
    up: "上移",
    down: "下移",
    to: |one| format!("移到{}", quadrant(one)),
    make_task: "做成任务",
    task_made: "已加到任务",
    remove: "删除",
    removed: "已删除",
    undo: "撤销",
    weight: "权重：有多重要",
    rating: |quadrant| match quadrant {
        Quadrant::Strength => "评分：比对手强多少",
        Quadrant::Weakness => "评分：伤得多重",
        Quadrant::Opportunity => "评分：有多大、多有把握",
        Quadrant::Threat => "评分：多可能、多严重",
    },
    score: |n| format!("{n} 分"),
    impact: "影响",
    scores: |weight, rating, impact| format!("权重 {weight}，评分 {rating}，影响 {impact}"),
    horizon: "时间",
    horizon_name: |horizon| match horizon {
        None => "未定",
        Some(Horizon::Now) => "现在",
        Some(Horizon::Quarter) => "本季",
        Some(Horizon::Year) => "本年",
    },
    owner: "负责人",
    action: "怎么处理",
    status: "进度",
    status_name: |status| match status {
        Progress::Open => "未做",
        Progress::Doing => "在做",
        Progress::Done => "做完",
        Progress::Dropped => "放弃",
    },
    is_core: "核心竞争力的依据",
    open_source: "打开出处",
    made_from: "来自",
    done: "完成",
    cancel: "取消",
    sort: "排列",
    sorts: ["我的顺序", "按影响"],
    totals: "合计",
    totals_head: ["象限", "条数", "有证据", "影响合计", "加权评分"],
    balance: |inner, outer| {
        let sign = |n: i64| if n < 0 { format!("−{}", -n) } else { format!("+{n}") };
        format!("内部（优势−弱势）{}，外部（机会−威胁）{}", sign(inner), sign(outer))
    },
    tows: "TOWS：两两配成策略",
    tows_note: |n, coverage| {
        format!("{n} 条策略，用到 {} / {} 条", coverage.n_used, coverage.n_all)
    },
    tows_head: ["用到", "策略", "谁", "到期", "进度"],
    way: |way| match way {
        Way::So => "用优势抓机会",
        Way::Wo => "补弱势抓机会",
        Way::St => "用优势挡威胁",
        Way::Wt => "减弱势避威胁",
        Way::Unpaired => "还没配成对",
    },
    pair: "建策略",
    template: |ours, outside| format!("用{}应对{}：", ours.join("、"), outside.join("、")),
    strategy: "策略",
    pairs: "配对的条目",
    pair_note: "内部（S、W）和外部（O、T）各选至少一条。",
    due: "到期",
    metric: "要推动的指标",
    no_metric: "不选",
    save: "保存",
    no_strategies: "还没有策略。选一条内部和一条外部，配成一条要做的事。",
    unused: "还没用到",
    unanswered: "还没应对",
    all_used: "都已有策略",
    twice: "像是重复",
    twice_words: |a, b, percent| {
        format!("{a} 与 {b} 有 {percent}% 的字相同：合并，或各留证据说清区别")
    },
    not_twice: "没有两条说的是同一件事",
    competence: "核心竞争力",
    competence_help: |codes| {
        if codes.is_empty() {
            "一句话；在条目里勾选它的依据。".to_owned()
        } else {
            format!("依据：{}", codes.join("、"))
        }
    },
    candidates: |n| format!("从数据找候选 {n}"),
    candidates_title: "候选条目",
    candidates_note: "由写明的规则从工作簿里的数算出，由你决定要不要。不要的会记住，不再提。",
    no_candidates: "没有新的候选。导入更多数据、登记竞争对手、给决策因素打分后会有。",
    accept: "采用",
    dismiss: "不要",
    rule: |name, source| format!("规则：{name}（{source}）"),
    rules: "规则和界限",
    limit: "界限",
    dismissed: |n| format!("不要的 {n} 条"),
    restore: "恢复",
    checked: |day| format!("核对于 {day}"),
    check_today: "今天核对过",
    export: "导出",
    png: "存为图片",
    markdown: "存为 Markdown",
    print: "打印",
    rank: |one| format!("两两比较，给{}排序", quadrant(one)),
    which: "哪一条更重要？",
    ranked: |done, all| format!("已排 {done} / {all}"),
    take_order: "用这个顺序",
    versions: "历次版本",
    versions_note: "存下今天的样子，以后和它对比",
    version_name: "版本名称",
    keep: "存下现在",
    compare: ["从", "到"],
    now: "现在",
    became: |became| match became {
        Became::Added => "新增".to_owned(),
        Became::Removed => "没有了".to_owned(),
        Became::Moved(from) => format!("原在{}", quadrant(*from)),
        Became::Weighed(before) => format!("影响原为 {before}"),
        Became::Reworded(before) => format!("原文：{before}"),
    },
    same: "两个版本一样。",
    empty_title: "先写下一条优势",
    empty_words: "把店铺的优势、弱势、机会、威胁列出来，找到核心竞争力。有了导入的数据、竞争对手和决策因素，这里会按规则给出候选。",
    empty_begin: "看候选",
    board: "四个象限",
};
