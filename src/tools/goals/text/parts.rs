//! The words of the page's dialogs: refusals, cells, versions, splits, recovery, export.

use crate::base::locale::Locale;
use crate::tools::goals::text::{S, s};

words! {
    /// What dialogs and messages say.
    refused: S = "这个数放不进去：", "This number does not fit:";
    too_much: fn(&str, &str, &str, &str) -> String =
        |parts, sum, whole, amount| format!("{parts}合计至少 {sum}，比{whole} {amount} 多 "),
        |parts, sum, whole, amount| {
            format!("{parts} add up to at least {sum}, against {amount} for {whole}: over by ")
        };
    too_much_one: fn(&str, &str, &str) -> String =
        |part, whole, amount| format!("{part}，比{whole} {amount} 多 "),
        |part, whole, amount| format!("{part}, against {amount} for {whole}: over by ");
    too_little: fn(&str, &str, &str, &str) -> String =
        |parts, sum, whole, amount| format!("{parts}合计最多 {sum}，比{whole} {amount} 少 "),
        |parts, sum, whole, amount| {
            format!("{parts} add up to at most {sum}, against {amount} for {whole}: short by ")
        };
    crossed: fn(&str) -> String =
        |members| format!("{members} 不能同时成立，相差 "),
        |members| format!("{members} cannot hold together; they are apart by ");
    unchanged: S = "。还没有改动任何数。", ". Nothing was changed.";
    n_locked_days: fn(usize) -> String =
        |n| format!("锁定的 {n} 天"), |n| format!("{n} locked day{}", s(n));
    n_locked_cells: fn(usize) -> String =
        |n| format!("锁定的 {n} 格"), |n| format!("{n} locked cell{}", s(n));
    year_target: S = "年目标", "the year";
    month_target: fn(&str) -> String = |v| format!("{v}目标"), str::to_owned;
    raise: fn(&str, &str) -> String =
        |whole, amount| format!("{whole}提到 {amount}"),
        |whole, amount| format!("Raise {whole} to {amount}");
    lower: fn(&str, &str) -> String =
        |whole, amount| format!("{whole}降到 {amount}"),
        |whole, amount| format!("Lower {whole} to {amount}");
    see_locks: fn(usize) -> String =
        |n| format!("看锁定的 {n} 格"), |n| format!("Show {n} locked cell{}", s(n));
    dismiss: S = "知道了", "Dismiss";
    at_least: fn(&str) -> String = |v| format!("至少 {v}"), |v| format!("at least {v}");
    at_most: fn(&str) -> String = |v| format!("至多 {v}"), |v| format!("at most {v}");
    is_exactly: fn(&str) -> String = |v| format!("锁定 {v}"), |v| format!("locked at {v}");

    locks_title: S = "锁定与上下限", "Locks and bounds";
    locks_note: S = "放开的格子由程序重新分配。", "Freed cells are spread again.";
    free: S = "放开", "Free";
    free_all: S = "全部放开", "Free all";
    no_locks: S = "没有锁定的格子。", "No cell is locked.";
    col_note: S = "备注", "Note";
    close: S = "关闭", "Close";
    cancel: S = "取消", "Cancel";
    save: S = "保存", "Save";
    remove: S = "删除", "Remove";
    undo: S = "撤销", "Undo";

    cell_title: fn(&str) -> String = |v| format!("{v}的目标"), |v| format!("Target of {v}");
    cell_amount: S = "目标（锁定）", "Target (locked)";
    cell_free_now: fn(&str) -> String =
        |v| format!("现在自动分配 {v}；填数即锁定，清空即解锁。"),
        |v| format!("Now spread: {v}. Type to lock, clear to unlock.");
    cell_floor: S = "不少于", "Not less than";
    cell_cap: S = "不多于", "Not more than";
    cell_bound_hint: S = "清空即不限", "Clear for no limit";
    cell_note: S = "备注", "Note";
    unlock: S = "解锁", "Unlock";
    bad_number: S = "这不是数", "Not a number";
    negative: S = "目标不能是负数", "A target cannot be negative";
    bad_cell: fn(&str, &str, &str) -> String =
        |cell, text, why| format!("{cell}「{text}」：{why}"),
        |cell, text, why| format!("{cell}, “{text}”: {why}");

    versions: S = "版本", "Versions";
    versions_title: S = "冻结的版本", "Frozen versions";
    versions_note: S =
        "冻结把现在每天的数存下来，之后的改动与它对比。",
        "Freezing keeps every day as it is now; later changes compare to it.";
    version_name: S = "版本名称", "Name of the version";
    version_default: fn(usize) -> String = |n| format!("版本 {n}"), |n| format!("Version {n}");
    freeze: S = "冻结现在的数", "Freeze as it is";
    frozen: fn(&str) -> String = |name| format!("已冻结「{name}」"), |name| format!("“{name}” is frozen");
    compare: S = "对比", "Compare";
    compare_to: fn(&str) -> String = |name| format!("对比：{name}"), |name| format!("vs {name}");
    compare_none: S = "不对比", "No comparison";
    no_versions: S = "还没有冻结的版本。", "No frozen versions yet.";
    version_facts: fn(&str, &str) -> String =
        |day, total| format!("{day}冻结，全年 {total}"),
        |day, total| format!("frozen {day}, year {total}");
    removed: fn(&str) -> String = |name| format!("已删除「{name}」"), |name| format!("“{name}” was removed");

    splits_title: S = "分到谁、分到哪", "Who and where";
    splits_note: S =
        "两边的合计都分毫不差。", "Both margins add up exactly.";
    by_product: S = "商品", "Product";
    by_channel: S = "渠道", "Channel";
    by_owner: S = "负责人", "Owner";
    add_split: S = "添加拆分", "Add a split";
    remove_split: S = "删除拆分", "Remove the split";
    part_name: S = "名称", "Name";
    part_weight: S = "权重", "Weight";
    add_part: fn(&str) -> String = |by| format!("添加{by}"), |by| format!("Add a {}", by.to_lowercase());
    new_part: fn(&str, usize) -> String = |by, n| format!("{by} {n}"), |by, n| format!("{by} {n}");
    splits_empty: S =
        "把目标分给商品、渠道或负责人，每月每份都对得上。",
        "Divide the goal by product, channel or owner; every month and every part adds up.";
    split_edit_parts: S = "名称与权重", "Names and weights";
    split_view: S = "按月还是按天看", "By month or by day";
    split_by_month: S = "全年各月", "Months of the year";
    split_by_day: S = "本月各天", "Days of the month";
    split_day_note: S =
        "每天的合计就是当天的目标，每份的合计就是它当月的数。锁定请在“全年各月”里改。",
        "Each day adds up to its target, each part to its month. Lock cells in the months of the year.";
    split_year: S = "全年", "Year";
    split_conflict: S = "这一格放不进去：这个月或这一份的锁定已经超出。", "This does not fit: the locks of the month or of the part are beyond it.";

    recovery_title: S = "补回差距的方案", "A plan to close the gap";
    recovery_note: S =
        "差额摊到剩下的日子，每天不超过它好的时候能卖的数（历史 95% 分位 × 活动倍数）。采用后，剩下的日子锁定为新数，已过的日子重新分配、合计等于已经卖的，总数不变；原来的数冻结成一个版本，可以对比。",
        "The gap is spread over the days left; no day asks for more than it plausibly sells (95th percentile of history × event uplift). The days left are then locked, the days before come to what they sold, every sum stays, and the plan as it was is frozen to compare to.";
    recovery_version: S = "补差之前", "Before closing the gap";
    recovery_sums: fn(&str, &str) -> String =
        |needed, plausible| format!("还需 {needed}，剩下的日子好的时候合计能卖 {plausible}。"),
        |needed, plausible| format!("{needed} are needed; at their best the days left sell {plausible}.");
    recovery_over: S = "没有剩下的日子，或者还没有实际数。", "No days are left, or there are no actuals yet.";
    recovery_scope: S = "补到什么时候", "Close it";
    recovery_apply: fn(usize) -> String =
        |n| format!("改这 {n} 天"), |n| format!("Change {n} day{}", s(n));
    recovery_applied: fn(usize) -> String =
        |n| format!("已改 {n} 天的目标"), |n| format!("Changed the target of {n} day{}", s(n));
    recovery_too_far: fn(&str) -> String =
        |times| format!("补不回来：需要每天卖到历史最好一天的 {times} 倍。"),
        |times| format!("It cannot be closed: every day would need {times} times the best day ever.");
    recovery_too_far_note: S =
        "更诚实的做法是把目标降到预测能到的数，或者另想办法增加流量。",
        "The honest way is to lower the target to what the forecast reaches, or to find new traffic.";
    recovery_none: S = "没有差距要补。", "There is no gap to close.";
    recovery_month: S = "本月之内", "Within the month";
    recovery_year: S = "到年底", "By the end of the year";
    col_day: S = "日期", "Day";
    col_now: S = "现在", "Now";
    col_then: S = "改成", "Then";
    col_more: S = "多", "More";

    export: S = "导出", "Export";
    export_csv: S = "每日 CSV", "Days as CSV";
    export_months_csv: S = "每月 CSV", "Months as CSV";
    export_xlsx: S = "Excel（月、周、日）", "Excel (months, weeks, days)";
    download_failed: S =
        "浏览器没有接收这个下载，请再试一次。", "The browser did not take the download. Try again.";
    file_name: fn(i32) -> String =
        |year| format!("目标拆解-{year}"), |year| format!("goals-{year}");
    sheet_months: S = "月", "Months";
    sheet_weeks: S = "周", "Weeks";
    sheet_days: S = "日", "Days";
    from: S = "起", "From";
    to: S = "止", "To";
    weekday: S = "星期", "Weekday";
    scenario: S = "情景", "Scenario";
    locked: S = "锁定", "Locked";
    yes: S = "是", "yes";
}
