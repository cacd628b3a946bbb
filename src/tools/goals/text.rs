//! The words of the goals page.

use crate::base::locale::Locale;
use crate::tools::goals::model::GoalUnit;

/// A word that is the same wherever it stands.
pub(super) type S = &'static str;

/// Declares a table of words with both languages side by side, so that a missing or a forgotten
/// translation does not compile, and a reader sees the two at once.
macro_rules! words {
    ($(#[$doc:meta])* $($key:ident: $kind:ty = $zh:expr, $en:expr;)*) => {
        $(#[$doc])*
        pub struct Text {
            $(pub $key: $kind,)*
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

pub mod names;
pub mod parts;
pub mod setup;

impl Text {
    /// The unit of a column of amounts.
    pub fn unit_of(&self, unit: GoalUnit) -> S {
        match unit {
            GoalUnit::Sales => self.unit_yuan,
            GoalUnit::Units => self.unit_pieces,
        }
    }
}

/// The English ending of a count.
pub(super) fn s(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}

words! {
    /// What the page itself says: head, strip, chart, calendar, tables, needs, progress.
    title: S = "目标拆解", "Goals";
    question: fn(&str, bool) -> String =
        |total, is_learned| {
            let by = if is_learned { "学到的季节与星期" } else { "设定的季节与星期" };
            format!("全年 {total} 怎样落到每一天？锁定的数不动，其余按{by}分配，合计分毫不差。")
        },
        |total, is_learned| {
            let by = if is_learned { "learned" } else { "set" };
            format!(
                "How does {total} become a number for each day? Locked cells stay, the rest is \
                 spread by the {by} season and weekdays, the sum is exact."
            )
        };
    choose_year: S = "年度", "Year";

    level: S = "按什么看", "View by";
    level_year: S = "年", "Year";
    level_month: S = "月", "Month";
    level_week: S = "周", "Week";
    scenario: S = "情景", "Scenario";
    floor: S = "保底", "Floor";
    target: S = "目标", "Target";
    stretch: S = "冲刺", "Stretch";
    scenario_note: fn(&str, &str) -> String =
        |name, share| format!("{name} = 目标 × {share}，由目标推得，只能看；要改数请切回目标。"),
        |name, share| format!("{name} = target × {share}. It follows from the target: switch back to edit.");
    to_target: S = "切回目标", "Back to target";
    set_up: S = "设定", "Set up";
    recover: S = "补回差距", "Close the gap";

    quarter_actual: fn(&str) -> String = |v| format!("实际 {v}"), |v| format!("act. {v}");
    none: S = "–", "–";
    ahead: S = "未到", "ahead";
    met: S = "达标", "met";
    missed: S = "未达标", "missed";
    unknown: S = "数据不全", "days missing";
    running: S = "进行中", "running";
    locked: S = "已锁定", "locked";
    unit_yuan: S = "元", "¥";
    unit_people: S = "人", "";
    unit_pieces: S = "件", "units";
    actual: S = "实际", "Actual";
    strip: S = "全年各月", "The year by month";

    chart_title: fn(&str) -> String =
        |period| format!("{period}：目标与实际"), |period| format!("{period}: target and actual");
    ahead_by: S = "超前", "Ahead";
    behind_by: S = "落后", "Behind";
    on_plan: S = "正好到应到的数", "Exactly on plan";
    n_left: fn(usize, &str) -> String =
        |n, share| format!("，其余 {n} 天占目标 {share}"),
        |n, share| match n {
            1 => format!("; the last day carries {share} of the target"),
            n => format!("; the last {n} days carry {share} of the target"),
        };
    over: fn(&str) -> String =
        |attainment| format!("，达成率 {attainment}"), |attainment| format!(", {attainment} attained");
    no_actuals: S = "还没有导入实际数", "No actuals imported yet";
    axis_each: fn(&str) -> String =
        |unit| format!("左轴：每期（{unit}）"), |unit| format!("Left: each ({unit})");
    axis_sum: fn(&str) -> String =
        |unit| format!("右轴：累计（{unit}）"), |unit| format!("Right: cumulative ({unit})");
    end_actual: fn(&str) -> String = |v| format!("累计 {v}"), |v| format!("{v} to date");
    end_target: fn(&str) -> String = |v| format!("目标 {v}"), |v| format!("target {v}");
    end_forecast: fn(&str, &str) -> String =
        |low, high| format!("预测 {low}–{high}"), |low, high| format!("forecast {low}–{high}");
    chart_summary: fn(&str, &str, &str, &str) -> String =
        |period, target, actual, gap| {
            format!("{period}目标 {target}，至今实际 {actual}，比应到 {gap}。")
        },
        |period, target, actual, gap| {
            format!("{period}: target {target}, actual to date {actual}, {gap} against plan.")
        };

    calendar_title: fn(&str) -> String =
        |period| format!("{period}日历"), |period| format!("{period} calendar");
    heat_low2: S = "<70%", "<70%";
    heat_low1: S = "<95%", "<95%";
    heat_met: S = "达标", "met";
    heat_high1: S = ">110%", ">110%";
    heat_high2: S = ">140%", ">140%";
    missing: S = "缺数", "missing";
    event: S = "活动", "event";
    calendar_day: fn(&str, &str, &str) -> String =
        |day, target, rest| format!("{day}，目标 {target}{rest}，打开单元格设置"),
        |day, target, rest| format!("{day}, target {target}{rest}; open the cell");
    calendar_attained: fn(&str) -> String =
        |v| format!("，达成率 {v}"), |v| format!(", {v} attained");

    days_title: S = "每日目标", "Daily targets";
    weeks_title: S = "每周目标", "Weekly targets";
    months_title: S = "每月目标", "Monthly targets";
    n_locked: fn(usize, usize, S) -> String =
        |locked, free, unit| format!("{locked} {unit}锁定，{free} {unit}自动分配"),
        |locked, free, _| format!("{locked} locked, {free} spread");
    unit_day: S = "天", "days";
    unit_week: S = "周", "weeks";
    unit_month: S = "个月", "months";
    sum: fn(&str) -> String = |v| format!("合计 {v}"), |v| format!("Sum {v}");
    total: S = "合计", "Total";
    col_day: S = "日期", "Day";
    col_week: S = "周", "Week";
    col_month: S = "月", "Month";
    col_quarter: S = "季度", "Quarter";
    col_target_yuan: S = "目标（元）", "Target ¥";
    col_target_units: S = "目标（件）", "Target, units";
    col_actual_yuan: S = "实际（元）", "Actual ¥";
    col_actual_units: S = "实际（件）", "Actual, units";
    col_attainment: S = "达成率", "Done";
    col_gap: S = "差距", "Gap";
    col_cum_gap: S = "累计差距", "Cum. gap";
    col_baseline: S = "对比版本", "Frozen";
    col_change: S = "与版本差", "Change";
    col_visitors: S = "需访客数", "Visitors needed";
    col_buyers: S = "需买家数", "Buyers needed";
    col_ad: S = "推广上限", "Ad cap";
    grid_help: S =
        "直接输入即锁定；Delete 解锁；F2 改；Alt+Enter 打开单元格设置；可从 Excel/WPS 粘贴，也可复制出去。",
        "Type to lock a cell; Delete unlocks; F2 edits; Alt+Enter opens the cell; paste from and copy to Excel or WPS.";
    cell_settings: S = "单元格设置…", "Cell settings…";

    needs_title: S = "要做到这些，需要什么", "What it takes";
    still_needed: fn(&str) -> String =
        |period| format!("{period}还需"), |period| format!("Still needed in {period}");
    n_days_daily: fn(usize, &str) -> String =
        |n, daily| format!("{n} 天，日均 {daily}"), |n, daily| format!("{n} day{}, {daily} a day", s(n));
    visitors: S = "访客数", "Visitors";
    daily_so_far: fn(&str, &str) -> String =
        |need, now| format!("日均 {need}，至今 {now}"), |need, now| format!("{need} a day, {now} so far");
    daily: fn(&str) -> String = |v| format!("日均 {v}"), |v| format!("{v} a day");
    cvr: S = "支付转化率", "Pay CVR";
    aov: S = "客单价", "AOV";
    buyers: S = "支付买家数", "Buyers";
    gmv: S = "支付金额", "Sales";
    ad_cap: S = "推广费上限", "Ad budget cap";
    ad_share: S = "推广费占比上限", "Ad cap, share of sales";
    same_visitors: S = "访客数不变时", "Same visitors";
    cvr_needed: S = "转化率要到", "pay CVR needed";
    of_target: fn(&str) -> String = |v| format!("目标的 {v}"), |v| format!("{v} of the target");
    from_history: fn(&str) -> String =
        |span| format!("{span}实际"), |span| format!("actual, {span}");
    needs_period: S = "周期", "Period";
    from_plan: S = "已填", "planned";
    from_around: S = "按其他周期的计划", "as planned for another period";
    from_parts: S = "各月合计", "its months together";
    only_target: S =
        "先切回“目标”方案再改支付金额。", "Sales can be changed in the target scenario only.";
    from_shop: S = "店铺设置", "shop setting";
    from_plan_back: S = "已填，清空即恢复", "planned; clear to go back";
    hold: fn(&str) -> String = |v| format!("固定{v}"), |v| format!("Hold {v}");
    held: S = "固定", "held";
    hold_note: S =
        "固定的数不动，改一个数时由没固定的数来补，乘积始终等于目标。",
        "Held numbers stay; when one changes, a free one moves so that the product stays exact.";
    all_held: S =
        "其余的数都固定了，先放开一个。", "Everything else is held: let one go first.";
    no_rates: S =
        "还没有转化率或客单价：填上计划值，或先导入日报。",
        "No CVR or AOV yet: type a plan, or import daily data first.";

    progress_title: S = "进度与预测", "Progress and forecast";
    attained: S = "达成率", "Attained";
    expected: S = "应到", "Expected by now";
    gap: S = "差距", "Gap";
    required: S = "其余每天要做", "Needed a day";
    required_for: fn(usize) -> String =
        |n| format!("其余 {n} 天"), |n| format!("for {n} more day{}", s(n));
    forecast: S = "预测", "Forecast";
    forecast_range: fn(&str, &str) -> String =
        |low, high| format!("{low} 到 {high}，十次里八次"),
        |low, high| format!("{low} to {high}, 8 times in 10");
    over_now: S = "已经过完", "it is over";
    no_forecast: S = "历史还不够，不作预测", "Not enough history for a forecast";
    n_of_days: fn(usize, usize) -> String =
        |n, of| format!("{n}/{of} 天有数"), |n, of| format!("{n} of {of} days with data");
    year_whole: S = "全年", "Year";

    empty_title: S = "先定今年的目标", "Set this year's target";
    empty_body: S =
        "一个数，自动落到每一天。之后每天的实际与它对比。",
        "One number, spread to every day, and held against what each day really sells.";
    empty_history: S =
        "先导入一年以上的店铺日报，季节、星期和活动倍数就从历史学；没有也能先定，以后再学。",
        "With a year of imported days, season, weekdays and uplifts are learned from history. Without, set the target now and learn later.";
    cannot_spread: S = "这份计划不能成立", "This plan cannot hold";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_carry_their_numbers() {
        let zh = text(Locale::Zh);
        assert!((zh.question)("¥1,650,000", true).starts_with("全年 ¥1,650,000 怎样"));
        let en = text(Locale::En);
        assert_eq!((en.n_left)(1, "3%"), "; the last day carries 3% of the target");
    }
}
