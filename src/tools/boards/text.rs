//! The words of the board.

use crate::base::locale::Locale;
use crate::base::period::PeriodKind;
use crate::tools::boards::model::PanelKind;

type S = &'static str;

/// Declares the words with both languages side by side: one that is missing does not compile.
macro_rules! words {
    ($(#[$doc:meta])* $($key:ident: $kind:ty = $zh:expr, $en:expr;)*) => {
        $(#[$doc])*
        pub struct Text {
            $(
                #[doc = stringify!($key)]
                pub $key: $kind,
            )*
        }

        static ZH: Text = Text { $($key: $zh,)* };
        static EN: Text = Text { $($key: $en,)* };

        /// The words in a language.
        pub fn text(locale: Locale) -> &'static Text {
            match locale {
                Locale::Zh => &ZH,
                Locale::En => &EN,
            }
        }
    };
}

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
    }
}
