//! The words of the board.

use crate::base::locale::Locale;
use crate::base::period::PeriodKind;
use crate::base::words::words;
use crate::tools::boards::model::{PanelKind, Split};

type S = &'static str;

/// The English ending of a count.
fn s(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}

words! {
    /// What the page says.
    title: S = "看板", "Board";
    question: S = "哪些数在变？", "Which numbers move?";
    empty_title: S = "还没有全店的数据", "No figures of the shop yet";
    empty_words: S = "导入生意参谋的店铺整体日报，这里就有每个指标的数、目标、对照和图。",
        "Import the daily report of the shop: each figure stands here with its target, its comparison and its chart.";
    to_import: S = "去导入", "Import";
    undo: S = "撤销", "Undo";

    period: S = "时间", "Period";
    earlier_period: S = "往前一期", "Previous period";
    later_period: S = "往后一期", "Next period";
    from: S = "从", "From";
    until: S = "到", "To";
    against: S = "对照", "Compare with";
    days_known: fn(&str, usize, usize) -> String =
        |span, n, of| format!("{span}，{of} 天里 {n} 天有数据"),
        |span, n, of| format!("{span}, data for {n} of {of} day{}", s(of));
    compared: fn(S, &str, usize) -> String =
        |basis, span, n| format!("对照{basis}：{span}（{n} 天）"),
        |basis, span, n| format!("compared with {}: {span} ({n} day{})", basis.to_lowercase(), s(n));
    by_event: fn(&str) -> String = |name| format!("，按{name}对齐"), |name| format!(", aligned by {name}");
    head: fn(&str, &str) -> String = |own, against| format!("{own}，{against}。"), |own, against| format!("{own}, {against}. ");
    no_event: S = "这几天没有去年也有的活动，无从对照", "no event of these days came last year as well, so there is nothing to compare with";
    not_compared: S = "不对照", "not compared";

    tiles: S = "指标", "Figures";
    add_tile: S = "加指标", "Add a figure";
    pick_title: S = "看板上的指标", "Figures on the board";
    pick_words: S = "勾上的会放到看板上。", "What is ticked stands on the board.";
    filter: S = "找指标", "Find a figure";
    nothing_found: S = "没有这样的指标。", "No such figure.";
    done: S = "好", "Done";
    move_it: fn(&str) -> String = |name| format!("移动{name}"), |name| format!("Move {name}");
    move_help: S = "拖动，或用方向键移动", "Drag, or move with the arrow keys";
    moved: fn(&str, usize, usize) -> String =
        |name, at, of| format!("{name}：第 {at} / {of} 个"),
        |name, at, of| format!("{name}: {at} of {of}");
    menu: fn(&str) -> String = |name| format!("{name}的操作"), |name| format!("What to do with {name}");
    explain: S = "这个数怎么来的", "Explain this number";
    show: S = "看走势", "Show its line";
    forward: S = "往前移", "Move forward";
    back: S = "往后移", "Move back";
    unpin: S = "拿下来", "Take off";
    unpinned: fn(&str) -> String = |name| format!("{name}拿下来了"), |name| format!("{name} was taken off");
    met: S = "达标", "Met";
    missed: S = "差", "Short";
    target: S = "目标", "Target";
    gap: S = "差距", "Gap";
    versus: fn(&str) -> String = |span| format!("较 {span}"), |span| format!("vs {span}");
    none: S = "没有数", "no value";
    part_of_days: fn(usize, usize) -> String = |n, of| format!("{n}/{of} 天"), |n, of| format!("{n} of {of} days");
    no_sum: S = "多天不能相加", "several days cannot be added";

    formula: S = "算法", "Formula";
    inputs: S = "用到的数", "What it is made of";
    input: S = "数据", "Figure";
    sum: S = "合计", "Sum";
    days: S = "天数", "Days";
    limits: S = "标准", "Limits";
    limits_words: S = "可以改成自己的；清空就回到来源的标准。", "Set your own; empty goes back to that of the source.";
    bad_limit: S = "请填一个数", "A number is wanted";
    limit_of: fn(S, S, &str) -> String =
        |grade, sign, source| format!("{grade}（{sign}；{source}）"),
        |grade, sign, source| format!("{grade} ({sign}; {source})");
    cap_in_settings: S = "推广上限在设置里改。", "The cap on advertising is changed in the settings.";
    files: S = "来自这些文件", "The files behind it";
    file_line: fn(&str, &str) -> String = |file, at| format!("{file}，{at} 导入"), |file, at| format!("{file}, imported {at}");
    more_files: fn(usize) -> String = |n| format!("还有 {n} 个更早的文件"), |n| format!("and {n} earlier file{}", s(n));
    restated: S = "后来改过的数", "Figures that were restated";
    not_restated: S = "这段时间没有改过。", "None in this period.";
    restated_line: fn(&str, &str, &str, &str, &str) -> String =
        |day, name, old, new, at| format!("{day} {name}：{old} → {new}（{at} 导入）"),
        |day, name, old, new, at| format!("{day} {name}: {old} → {new} (import of {at})");
    source: fn(&str) -> String = |id| format!("定义来源：{id}"), |id| format!("Definition: {id}");

    charts: S = "图", "Charts";
    add_chart: S = "加图", "Add a chart";
    brush: S = "图的时间范围", "The days of the charts";
    brush_first: S = "范围的第一天", "First day of the range";
    brush_last: S = "范围的最后一天", "Last day of the range";
    brush_note: fn(&str, usize, usize) -> String =
        |span, n, of| format!("{span}，{of} 天里 {n} 天有数据。在图上拖一段可以放大。"),
        |span, n, of| format!("{span}, data for {n} of {of} days. Drag over a part of a chart to look closer.");
    whole_range: S = "回到原来的范围", "Back to the usual range";
    no_value: S = "没有数", "no value";
    figure: S = "指标", "Figure";
    figure_n: fn(usize) -> String = |n| format!("指标 {n}"), |n| format!("Figure {n}");
    chart_menu: fn(&str) -> String = |name| format!("「{name}」图的操作"), |name| format!("What to do with the chart: {name}");
    move_chart: fn(&str) -> String = |name| format!("移动「{name}」图"), |name| format!("Move the chart: {name}");
    remove_chart: S = "拿下这张图", "Take the chart off";
    chart_removed: S = "图拿下来了", "The chart was taken off";
    mean_of_7: S = "7 天平均", "7-day mean";
    each_day: S = "每天", "Each day";
    days_before: fn(i32) -> String = |n| format!("{n} 天前"), |n| format!("{n} days before");
    chart_summary: fn(&str, &str, &str, &str, &str) -> String =
        |name, low, low_day, high, high_day| format!("{name}最低 {low}（{low_day}），最高 {high}（{high_day}）。"),
        |name, low, low_day, high, high_day| format!("{name}: lowest {low} ({low_day}), highest {high} ({high_day}).");
    chart_empty: fn(&str) -> String = |name| format!("{name}在这些天没有数。"), |name| format!("{name}: no value on these days.");
    week_of: fn(&str, usize, usize) -> String =
        |span, n, of| format!("{span}（{n}/{of} 天）"),
        |span, n, of| format!("{span} ({n} of {of} days)");
    funnel_heads: [S; 5] = ["步骤", "人天", "占上一步", "上一步的占比（对照）", "变化"],
        ["Step", "Person-days", "Of the step before", "The same, earlier", "Change"];
    funnel_words: fn(&str, &str) -> String = |n, share| format!("{n} · {share}"), |n, share| format!("{n} · {share}");
    funnel_caption: S = "人天；百分比是占上一步的", "person-days; percentages are of the step before";
    funnel_summary: fn(&str, &str, &str) -> String =
        |first, last, share| format!("从{first}到{last}：{share}。"),
        |first, last, share| format!("From {first} to {last}: {share}.");
    of_ads: fn(&str) -> String = |name| format!("推广{name}"), |name| format!("{name} of ads");
    fall_heads: [S; 4] = ["项目", "金额", "占第一项", "剩下"], ["Step", "Amount", "Of the first", "Left"];
    fall_left: S = "剩下", "Left";
    fall_summary: fn(&str, &str, &str, &str) -> String =
        |first, value, left, share| format!("{first} {value}，扣掉后面几项剩 {left}，占 {share}。"),
        |first, value, left, share| format!("{first} {value}; {left} is left after the others, {share} of it.");
    fall_empty: S = "这段时间没有第一项的数。", "The first figure has no value in this period.";
    fall_caption: fn(&str) -> String = |unit| format!("金额（{unit}）"), |unit| format!("amount ({unit})");
    by: S = "分开看", "Told apart by";
    multiples_summary: fn(&str, usize, &str, &str) -> String =
        |name, n, first, value| format!("{name}，分成 {n} 份，同一把尺；最多的是{first}（{value}）。"),
        |name, n, first, value| format!("{name} in {n} part{} on one scale; first {first} ({value}).", s(n));
    multiples_more: fn(usize) -> String = |n| format!("另有 {n} 份较小的没有画。"), |n| format!("{n} smaller one{} not drawn.", if n == 1 { " is" } else { "s are" });
    multiples_empty: fn(&str, S) -> String =
        |name, by| format!("这些天没有{by}的{name}，导入后就有。"),
        |name, by| format!("No {name} by {} on these days; import them to see it.", by.to_lowercase());
    add_figure: S = "再加一个指标", "Add one more figure";
    remove_figure: S = "去掉最后一个指标", "Take the last figure off";
    heat_head: S = "数", "Value";
    scatter_summary: fn(&str, &str, usize) -> String =
        |x, y, n| format!("横轴{x}，纵轴{y}，一个点一天，共 {n} 天。"),
        |x, y, n| format!("{x} across, {y} upwards, a dot a day, {n} day{}.", s(n));
    scatter_keys: S = "方向键逐点", "Arrow keys go from dot to dot";
    file: fn(&str) -> String = |name| format!("看板-{name}"), |name| format!("board-{name}");

    gaps: S = "数据缺口", "Gaps in the data";
    gaps_note: fn(usize, usize, usize, usize) -> String =
        |whole, part, restated, missing| format!("齐 {whole} 天，不全 {part} 天，改过 {restated} 天，缺 {missing} 天"),
        |whole, part, restated, missing| format!("{whole} complete, {part} partial, {restated} restated, {missing} missing");
    gaps_head: S = "状态", "State";
    gap_whole: S = "齐", "complete";
    gap_part: fn(usize, usize) -> String = |n, of| format!("不全：{of} 个指标里有 {n} 个"), |n, of| format!("partial: {n} of {of} figures");
    gap_missing: S = "缺", "missing";
    gap_restated: S = "，后来改过", ", restated later";
    gap_keys: [S; 4] = ["齐", "不全", "缺", "后来改过"], ["complete", "partial", "missing", "restated"];
    gap_import: S = "补导入", "Import what is missing";

    notes: S = "标注", "Notes";
    notes_words: S = "记下某天做了什么，图上会标出来。", "Note what was done on a day: the charts mark it.";
    note_day: S = "日期", "Day";
    note_text: S = "做了什么", "What was done";
    add_note: S = "加标注", "Add the note";
    remove_note: fn(&str) -> String = |text| format!("删掉标注：{text}"), |text| format!("Remove the note: {text}");
    note_removed: S = "标注删掉了", "The note was removed";
}

/// What a kind of period is called.
pub fn period_name(kind: PeriodKind, locale: Locale) -> S {
    match (kind, locale) {
        (PeriodKind::Day, Locale::Zh) => "日",
        (PeriodKind::Day, Locale::En) => "Day",
        (PeriodKind::Days7, Locale::Zh) => "7 天",
        (PeriodKind::Days7, Locale::En) => "7 days",
        (PeriodKind::Days30, Locale::Zh) => "30 天",
        (PeriodKind::Days30, Locale::En) => "30 days",
        (PeriodKind::Month, Locale::Zh) => "月",
        (PeriodKind::Month, Locale::En) => "Month",
        (PeriodKind::Quarter, Locale::Zh) => "季",
        (PeriodKind::Quarter, Locale::En) => "Quarter",
        (PeriodKind::Custom, Locale::Zh) => "自定义",
        (PeriodKind::Custom, Locale::En) => "Custom",
    }
}

/// What a kind of chart is called.
pub fn panel_name(kind: PanelKind, locale: Locale) -> S {
    match (kind, locale) {
        (PanelKind::Line, Locale::Zh) => "折线",
        (PanelKind::Line, Locale::En) => "Line",
        (PanelKind::Bar, Locale::Zh) => "柱形",
        (PanelKind::Bar, Locale::En) => "Bars",
        (PanelKind::Stacked, Locale::Zh) => "堆叠",
        (PanelKind::Stacked, Locale::En) => "Stacked bars",
        (PanelKind::Combo, Locale::Zh) => "组合",
        (PanelKind::Combo, Locale::En) => "Bars and line",
        (PanelKind::Funnel, Locale::Zh) => "转化漏斗",
        (PanelKind::Funnel, Locale::En) => "Funnel",
        (PanelKind::Heat, Locale::Zh) => "日历热图",
        (PanelKind::Heat, Locale::En) => "Heat calendar",
        (PanelKind::Scatter, Locale::Zh) => "散点",
        (PanelKind::Scatter, Locale::En) => "Scatter",
        (PanelKind::Waterfall, Locale::Zh) => "瀑布",
        (PanelKind::Waterfall, Locale::En) => "Waterfall",
        (PanelKind::Multiples, Locale::Zh) => "分组小图",
        (PanelKind::Multiples, Locale::En) => "Small multiples",
    }
}

/// What parts of a figure are called.
pub fn split_name(by: Split, locale: Locale) -> S {
    match (by, locale) {
        (Split::Product, Locale::Zh) => "商品",
        (Split::Product, Locale::En) => "Product",
        (Split::Source, Locale::Zh) => "流量来源",
        (Split::Source, Locale::En) => "Traffic source",
    }
}
