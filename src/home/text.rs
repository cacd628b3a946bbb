//! The words of the home page.

pub mod empty;
pub mod steps;

use crate::base::locale::Locale;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::home::calc::gaps::{Cause, Factor};
use crate::home::calc::result::Reference;
use crate::i18n::format;
use crate::knowledge::events::EventName;

type S = &'static str;

/// Declares the words with both languages side by side, so that a missing one does not compile.
macro_rules! words {
    ($($key:ident: $kind:ty = $zh:expr, $en:expr;)*) => {
        /// Every word of the page.
        pub struct Text {
            $(pub $key: $kind,)*
        }

        static ZH: Text = Text { $($key: $zh,)* };
        static EN: Text = Text { $($key: $en,)* };
    };
}

/// The words in a language.
pub fn text(locale: Locale) -> &'static Text {
    match locale {
        Locale::Zh => &ZH,
        Locale::En => &EN,
    }
}

words! {
    title: S = "今天", "Today";
    question: fn(&str, &str) -> String =
        |day, week| format!("{day}，{week}。今天要做到多少，差在哪里，先做什么？"),
        |day, week| format!("{day}, {week}. How much is due today, where is it missing, what comes first?");
    print: S = "打印", "Print";
    import_yesterday: S = "导入昨天的数据", "Import yesterday's data";
    import: S = "导入数据", "Import data";
    set_target: S = "设定年目标", "Set a target";

    target: S = "今天的目标", "Target for today";
    no_target: S = "今年还没有目标", "No target for this year yet";
    no_target_words: S = "设好年目标，它就会按季节、星期和活动落到每一天。", "Set a target for the year: season, weekdays and events bring it down to each day.";
    conflict: S = "锁定的数互相矛盾，目标拆不到天。", "Locked amounts contradict each other, so there is no target by day.";
    see_conflict: S = "去看是哪几个", "See which ones";
    of_month: fn(&str, &str, &str) -> String =
        |day, month, share| format!("{day}，占{month} {share}"),
        |day, month, share| format!("{day}, {share} of {month}");
    need_visitors: S = "需要访客数", "Visitors needed";
    at_cvr: S = "按支付转化率", "at conversion";
    at_aov: S = "按客单价", "at order value";
    ad_cap: fn(&str) -> String = |share| format!("广告上限（{share}）"), |share| format!("Ad spend, at most ({share})");
    rates_planned: S = "转化率与客单价取自本月计划。", "Conversion and order value as planned for the month.";
    rates_history: fn(&str) -> String =
        |span| format!("转化率与客单价取 {span} 的实际，没有实际的取计划。"),
        |span| format!("Conversion and order value as they were {span}, where not planned.");
    rates_unknown: S = "还没有转化率与客单价：导入数据，或在目标页填计划。", "Conversion and order value are not known: import data, or plan them on the goals page.";

    yesterday: S = "昨天", "Yesterday";
    latest: fn(&str) -> String = |day| format!("最近有数据的一天：{day}"), |day| format!("Last day with data: {day}");
    no_actual: S = "最近 31 天没有数据。", "No data in the last 31 days.";
    met: fn(&str) -> String = |share| format!("达标 {share}"), |share| format!("Met {share}");
    missed: fn(&str) -> String = |share| format!("未达标 {share}"), |share| format!("Missed {share}");
    target_is: fn(&str) -> String = |amount| format!("目标 {amount}"), |amount| format!("target {amount}");
    strip: fn(&str, usize, usize) -> String =
        |span, n_met, of| format!("{span}每天的实际与目标：有目标和数据的 {of} 天里 {n_met} 天达标。"),
        |span, n_met, of| format!("Actual and target by day, {span}: {n_met} of {of} days with both met the target.");
    day: S = "日期", "Day";
    actual: S = "实际", "Actual";
    target_head: S = "目标", "Target";
    factor: S = "因素", "Factor";
    effect: S = "对支付金额的影响", "Effect on sales";
    visitors: S = "访客数", "Visitors";
    cvr: S = "支付转化率", "Conversion";
    aov: S = "客单价", "Order value";
    total: S = "合计", "Total";
    no_effect: S = "没有可比的转化率与客单价，算不出各因素的影响。", "Without rates to compare with, the effect of each factor is not known.";

    pace_of: fn(usize, usize) -> String = |n, of| format!("第 {n} / {of} 天"), |n, of| format!("day {n} of {of}");
    pace_target: fn(&str, &str) -> String =
        |target, share| format!("目标 {target}，已完成 {share}"),
        |target, share| format!("target {target}, {share} done");
    due: S = "应到", "due";
    ahead: S = "超前", "ahead";
    behind: S = "落后", "behind";
    on_plan: S = "正好", "exact";
    forecast: fn(&str, &str) -> String = |low, high| format!("预测 {low} 至 {high}"), |low, high| format!("forecast {low} to {high}");
    no_forecast: S = "满四周后才有预测", "forecast after four full weeks";
    required: fn(usize, &str) -> String =
        |n, amount| format!("余 {n} 天，平均每天要 {amount}"),
        |n, amount| match n {
            1 => format!("the last day must bring {amount}"),
            n => format!("{n} days left, {amount} a day"),
        };
    pace_unknown: S = "还没有数据", "no data yet";
    pace_days: fn(usize, usize) -> String =
        |n, of| format!("只算有数据的 {n} / {of} 天"),
        |n, of| format!("counts the {n} of {of} days with data");
    pace_label: fn(&str, &str, &str) -> String =
        |name, actual, rest| format!("{name}：实际 {actual}，{rest}。"),
        |name, actual, rest| format!("{name}: actual {actual}, {rest}.");
    key_actual: S = "实际", "actual";
    key_forecast: S = "预测区间", "forecast";
    key_due: S = "至今应到", "due by now";
    key_target: S = "全部目标", "whole target";

    gaps: S = "差得最多的三天", "The three largest gaps";
    gaps_note: fn(&str, usize) -> String =
        |span, n| format!("{span}，共 {n} 天未达标"),
        |span, n| format!("{span}, {n} day{} below target", if n == 1 { "" } else { "s" });
    no_gaps: S = "没有低于目标的一天。", "No day fell below its target.";
    no_gaps_unknown: S = "有了目标和数据，这里列出差得最多的三天和主要原因。", "With a target and data, this lists the three worst days and what did most of it.";
    gap_figures: fn(&str, &str) -> String =
        |actual, target| format!("实际 {actual}，目标 {target}"),
        |actual, target| format!("actual {actual}, target {target}");
    gap_no_cause: S = "缺访客数或买家数，看不出主要原因。", "Visitors or buyers are missing, so the main cause is not known.";
    all_goals: S = "目标拆解", "Goals";

    coming: S = "将到的活动", "Coming events";
    no_coming: S = "120 天内没有活动。", "No event in the next 120 days.";
    starts_in: fn(i32) -> String =
        |n| match n { ..=0 => "进行中".to_owned(), n => format!("{n} 天") },
        |n| match n { ..=0 => "running".to_owned(), 1 => "1 day".to_owned(), n => format!("{n} days") };
    event_target: fn(&str, bool) -> String =
        |amount, locked| format!("期间目标 {amount}{}", if locked { "（已锁定）" } else { "" }),
        |amount, locked| format!("target {amount}{}", if locked { " (locked)" } else { "" });

    steps: S = "接下来做", "What to do next";
    no_steps: S = "现在没有要做的。", "Nothing to do right now.";

    coverage: S = "数据是否齐全", "Is the data complete?";
    coverage_month: fn(&str, usize, usize) -> String =
        |month, n, of| format!("{month}有 {n} / {of} 天的数据"),
        |month, n, of| format!("{month}: data for {n} of {of} days");
    coverage_last: fn(&str) -> String = |day| format!("数据到 {day}"), |day| format!("Data up to {day}.");
    coverage_none: S = "还没有导入过数据。", "Nothing imported yet.";
    coverage_missing: fn(&str) -> String = |spans| format!("今年缺：{spans}"), |spans| format!("Missing this year: {spans}");
    coverage_whole: S = "今年到昨天的每一天都有数据。", "Every day of the year up to yesterday has data.";
    coverage_more: fn(usize) -> String = |n| format!("，还有 {n} 段"), |n| format!(", and {n} more");
    coverage_import: fn(&str, &str) -> String =
        |file, at| format!("上次导入 {at}：{file}"),
        |file, at| format!("Last import {at}: {file}");
    comma: S = "、", ", ";
}

/// An amount of the plan: whole yuan, or pieces with their unit.
pub fn amount(value: i64, is_sales: bool, locale: Locale) -> String {
    match (is_sales, locale) {
        (true, _) => format::money_whole(Money::from_fen_clamped(value)),
        (false, Locale::Zh) => format!("{} 件", format::count(value)),
        (false, Locale::En) if value == 1 => "1 unit".to_owned(),
        (false, Locale::En) => format!("{} units", format::count(value)),
    }
}

/// An amount of the plan in little room: `¥12.35万`, `1.2万 件`.
pub fn amount_compact(value: i64, is_sales: bool, locale: Locale) -> String {
    match (is_sales, locale) {
        (true, _) => format::money_compact(Money::from_fen_clamped(value), locale),
        (false, Locale::Zh) => format!("{} 件", format::count_compact(value, locale)),
        (false, Locale::En) => format!("{} units", format::count_compact(value, locale)),
    }
}

/// A difference of amounts with its sign and unit.
pub fn signed(value: i64, is_sales: bool, locale: Locale) -> String {
    match (is_sales, locale) {
        (true, _) => format::signed_money(Money::from_fen_clamped(value)),
        (false, Locale::Zh) => format!("{} 件", format::signed_count(value)),
        (false, Locale::En) => format!("{} units", format::signed_count(value)),
    }
}

/// The name of an event.
pub fn event(name: &EventName, locale: Locale) -> String {
    match locale {
        Locale::Zh => name.zh.clone(),
        Locale::En => name.en.clone(),
    }
}

/// A ratio, or "–".
pub fn share(ratio: Option<Ratio>) -> String {
    ratio.map_or_else(|| format::NONE.to_owned(), format::percent1)
}

/// A factor's name, its value and what it was measured by, with its share of the gap.
pub fn cause(cause: Cause, locale: Locale) -> String {
    let t = text(locale);
    let (name, was, should) = match cause.factor {
        Factor::Visitors(was, should) => (t.visitors, format::count(was), format::count(should)),
        Factor::Cvr(was, should) => (t.cvr, format::percent(was), format::percent(should)),
        Factor::Aov(was, should) => (t.aov, format::money(was), format::money(should)),
    };
    let effect = format::signed_money(Money::from_fen_clamped(cause.effect));
    match locale {
        Locale::Zh => format!("主要是{name}：{was}，目标按 {should}，影响 {effect}。"),
        Locale::En => {
            let name = name.to_lowercase();
            format!("Mostly {name}: {was}, planned {should}, {effect}.")
        }
    }
}

/// What the factors of a day are compared with.
pub fn reference(reference: Reference, locale: Locale) -> String {
    match (reference, locale) {
        (Reference::Planned, Locale::Zh) => "目标按本月计划的转化率与客单价。".to_owned(),
        (Reference::Planned, Locale::En) => {
            "Target at the month's planned conversion and order value.".to_owned()
        }
        (Reference::Days(span), Locale::Zh) => {
            format!("目标按 {} 的转化率与客单价。", format::span_short(span, locale))
        }
        (Reference::Days(span), Locale::En) => {
            format!("Target at the rates of {}.", format::span_short(span, locale))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_carry_their_unit() {
        assert_eq!(amount(431_400, true, Locale::Zh), "¥4,314");
        assert_eq!(amount(1_200, false, Locale::Zh), "1,200 件");
        assert_eq!(amount(1, false, Locale::En), "1 unit");
        assert_eq!(signed(-300, true, Locale::En), "−¥3");
        assert_eq!(signed(5, false, Locale::Zh), "+5 件");
    }

    #[test]
    fn a_cause_is_a_sentence() {
        let factor = Factor::Cvr(Ratio::from_bp(179), Ratio::from_bp(275));
        let found = cause(Cause { factor, effect: -158_100 }, Locale::Zh);
        assert_eq!(found, "主要是支付转化率：1.79%，目标按 2.75%，影响 −¥1,581。");
        let found = cause(Cause { factor, effect: -158_100 }, Locale::En);
        assert_eq!(found, "Mostly conversion: 1.79%, planned 2.75%, −¥1,581.");
    }
}
