//! The words of the set-up: target, shape, events.

use crate::base::locale::Locale;
use crate::tools::goals::text::{S, s};

words! {
    /// What the set-up says.
    title: S = "设定年度目标", "Set the year's goal";
    close: S = "完成", "Done";
    cancel: S = "取消", "Cancel";
    save: S = "保存", "Save";
    create: S = "按天拆解", "Break it down";
    unit: S = "目标计什么", "Counted in";
    unit_sales: S = "支付金额（元）", "Sales (¥)";
    unit_units: S = "支付件数（件）", "Units sold";
    mode: S = "目标怎么定", "How the target is set";
    mode_amount: S = "直接填", "Type it";
    mode_growth: S = "去年 × 增长", "Last year × growth";
    amount_yuan: S = "年目标（元）", "Target of the year (¥)";
    amount_units: S = "年目标（件）", "Target of the year (units)";
    amount_hint: S = "可以写 165万、1.2亿、1,650,000", "1,650,000 or 1.65M";
    base_yuan: S = "去年实际（元）", "Last year's actual (¥)";
    base_units: S = "去年实际（件）", "Last year's actual (units)";
    base_from: fn(i32, usize, usize) -> String =
        |year, n, of| format!("来自 {year} 年导入的日报：{n}/{of} 天有数"),
        |year, n, of| format!("From the imported days of {year}: {n} of {of} have data");
    base_none: fn(i32) -> String =
        |year| format!("{year} 年还没有导入日报，请手填"),
        |year| format!("No imported days for {year}: type it");
    growth: S = "增长", "Growth";
    growth_result: fn(&str) -> String = |v| format!("年目标 {v}"), |v| format!("Target {v}");
    missing_amount: S = "先填年目标", "Type the target first";
    unit_changed: S =
        "换了计量单位，原来的锁定、上下限、拆分和版本会清掉；可以撤销。",
        "Changing the unit clears locks, bounds, splits and frozen versions. It can be undone.";

    shape_title: S = "月份与星期的形状", "Shape of months and weekdays";
    shape_note: S =
        "100 是平常的一天。数字相对，不必合计成什么。",
        "100 is a usual day. Numbers are relative; they need not add up to anything.";
    months: S = "各月，平常一天的相对销售", "Months: a usual day, relative";
    weekdays: S = "星期", "Weekdays";
    typed: S = "手填", "typed";
    learned_from: fn(&str, &str) -> String =
        |from, to| format!("学自 {from} 至 {to}"), |from, to| format!("learned from {from} to {to}");
    n_days: fn(usize) -> String = |n| format!("{n} 天"), |n| format!("{n} day{}", s(n));
    learn: S = "从历史学", "Learn from history";
    learn_note: S =
        "去掉活动后取中位数；春节、中秋按农历对齐。学到的数都列在这里，可以改。",
        "Medians with events taken out; Spring Festival and Mid-Autumn aligned by lunar date. What is learned is listed here and can be changed.";
    learn_preview: S = "学到的数", "What was learned";
    learn_apply: S = "采用", "Use these";
    learn_first: S = "用历史学到的月份、星期和活动倍数", "Use the months, weekdays and uplifts learned from history";
    learn_done: S = "已采用学到的形状", "The learned shape is in use";
    col_now: S = "现在", "Now";
    col_learned: S = "学到", "Learned";
    col_days: S = "依据", "Based on";
    reset_even: S = "全部设为 100", "Set all to 100";
    too_short: fn(usize) -> String =
        |n| format!("至少要一整年的日报才能学，现在有 {n} 天。"),
        |n| format!("Learning needs a full year of days; there {} {n}.", if n == 1 { "is" } else { "are" });

    no_usual_days: S =
        "有的星期几每次都在活动里，量不出平常的样子。先缩短活动的天数。",
        "Some weekday never stands outside of an event. Shorten the events first.";

    events_title: S = "活动", "Events";
    events_note: S =
        "活动日的目标 = 平常一天 × 倍数，200% 是两倍。哪些活动、在哪几天、卖多少倍，都在活动页。",
        "An event day's target = a usual day × its uplift; 200% is twice. Which events count, on which days and by how much, stands on the events page.";
    to_events: S = "到活动页改", "Change them on the events page";

    levels_title: S = "保底与冲刺", "Floor and stretch";
    floor_share: S = "保底，占目标", "Floor, share of target";
    stretch_share: S = "冲刺，占目标", "Stretch, share of target";
    fiscal_note: S = "财年起始月与每周起始日在「设置」里改。", "Fiscal start and first weekday are in Settings.";
    remove_plan: S = "删除这一年的计划", "Remove this year's plan";
    removed_plan: fn(i32) -> String =
        |year| format!("已删除 {year} 年的计划"), |year| format!("The plan of {year} was removed");
    undo: S = "撤销", "Undo";
}
