//! The words of the advice.

use crate::base::locale::Locale;
use crate::base::words::words;
use crate::facts::items::metric::ITEM;
use crate::facts::metric::Unit;
use crate::i18n::measure as told;
use crate::knowledge::advice_rules::{Figure, Own, Scope};
use crate::knowledge::metrics::measure;

type S = &'static str;

words! {
    /// What the page says.
    title: S = "建议", "Advice";
    question: S = "数字说明该做什么，凭哪几个数？", "What do the figures say is to be done, and on what figures?";
    empty_title: S = "还没有可以判断的数据", "No figures to judge by yet";
    empty_words: S = "导入店铺日报和商品数据后，按操盘的决策规则给出建议，每条都写明凭的数字和门槛。",
        "Once the shop's days and items are imported, the decision rules speak here, each with the figures and limits that it rests on.";
    to_import: S = "去导入", "Import";
    none_title: S = "今天没有规则被触发", "No rule speaks today";
    none_words: S = "所有数字都在门槛之内。", "All figures are within their limits.";
    undo: S = "撤销", "Undo";

    n_given: fn(usize, usize) -> String = |n, quiet| if quiet == 0 { format!("{n} 条") } else { format!("{n} 条，另有 {quiet} 条稍后再看") },
        |n, quiet| if quiet == 0 { format!("{n} in all") } else { format!("{n}, and {quiet} for later") };
    disclaimer: S = "这些是经验规则，门槛可以改；不是平台的官方指引，也不保证结果。",
        "These are rules of thumb with limits of your own; they are no official guidance and promise no result.";
    source: fn(&str) -> String = |ids| format!("规则 {ids}"), |ids| format!("Rule {ids}");
    limit: fn(&str, &str) -> String = |sign, value| format!("门槛 {sign} {value}"), |sign, value| format!("limit {sign} {value}");
    figures: S = "凭的数字", "The figures";
    make_task: S = "建任务", "Make a task";
    is_task: S = "已建任务", "Task made";
    task: fn(&str, &str) -> String = |head, what| format!("{head}。{what}"), |head, what| format!("{head}. {what}");
    made: S = "已建任务", "Task made";
    snooze: S = "稍后再看", "Later";
    until: fn(&str) -> String = |day| format!("到 {day}"), |day| format!("Until {day}");
    snooze_days: fn(i32) -> String = |n| format!("{n} 天后"), |n| format!("In {n} days");
    snoozed: S = "已放到稍后", "Kept for later";
    wake: S = "现在就看", "Show it now";
    quiet: S = "稍后再看的", "For later";
    quiet_none: S = "没有放到稍后的建议。", "Nothing is kept for later.";
    more: fn(usize) -> String = |n| format!("再看 {n} 条"), |n| format!("{n} more");
    less: S = "只看前几条", "Only the first";
    open_item: S = "看这款商品", "Open the product";
    open_diagnosis: S = "看诊断", "See the diagnosis";

    rules: S = "规则与门槛", "Rules and limits";
    rules_note: S = "每条规则看最近几天的数字，全部条件成立才提醒；门槛清空就用默认值", "A rule speaks where all its conditions hold over its last days; an emptied limit is the usual one again";
    rule_days: fn(i32) -> String = |n| format!("看最近 {n} 天"), |n| format!("looks at the last {n} days");
    subject: S = "该商品", "The item";
    subject_rating: S = "该项评分", "The rating";
    subject_event: S = "该活动", "The event";
}

/// The heading of a scope.
pub fn scope(scope: Scope, locale: Locale) -> &'static str {
    let (zh, en) = match scope {
        Scope::Shop => ("店铺", "The shop"),
        Scope::Item => ("商品", "Items"),
        Scope::Rating => ("评分", "Ratings"),
        Scope::Event => ("活动", "Events"),
    };
    pick(zh, en, locale)
}

fn pick<'a>(zh: &'a str, en: &'a str, locale: Locale) -> &'a str {
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

/// The name of a metric of a scope.
fn metric_name(key: &str, scope: Scope, locale: Locale) -> String {
    let of_item = ITEM.iter().find(|metric| metric.key == key);
    match (of_item.filter(|_| scope == Scope::Item), measure(key)) {
        (Some(metric), _) => pick(metric.zh, metric.en, locale).to_owned(),
        (None, Some(measure)) => told::name(&measure, locale).to_owned(),
        (None, None) => key.to_owned(),
    }
}

/// What a figure is called.
pub fn name(figure: Figure, scope: Scope, locale: Locale) -> String {
    let of = |key: &str| metric_name(key, scope, locale);
    match (figure, locale) {
        (Figure::Now(key), _) => of(key),
        (Figure::Before(key), Locale::Zh) => format!("{}（之前）", of(key)),
        (Figure::Before(key), Locale::En) => format!("{} (before)", of(key)),
        (Figure::Change(key), Locale::Zh) => format!("{}的变化", of(key)),
        (Figure::Change(key), Locale::En) => format!("{}: change", of(key)),
        (Figure::Median(key), Locale::Zh) => format!("{}（按天的中位数）", of(key)),
        (Figure::Median(key), Locale::En) => format!("{} (median of days)", of(key)),
        (Figure::Own(own), _) => own_name(own, locale).to_owned(),
    }
}

fn own_name(own: Own, locale: Locale) -> &'static str {
    let (zh, en) = match own {
        Own::Attained => ("达成率", "Of the target"),
        Own::ByVisitors => ("访客数的影响", "By visitors"),
        Own::ByRate => ("转化率的影响", "By conversion"),
        Own::ByValue => ("客单价的影响", "By order value"),
        Own::RateMoved => ("转化率的变化不是偶然", "The change is beyond chance"),
        Own::MissingDays => ("没有数据的天数", "Days without figures"),
        Own::TopShare => ("卖得最好一款的占比", "Share of the best seller"),
        Own::VisitorRank => ("访客数排名", "Place by visitors"),
        Own::SalesRankBefore => ("之前的销售额排名", "Place by sales before"),
        Own::CoverDays => ("库存还能卖几天", "Days that the stock lasts"),
        Own::UnitMargin => ("件利润率", "Margin of a piece"),
        Own::Rating => ("评分", "Rating"),
        Own::Ratings => ("近 180 天评价数", "Reviews of 180 days"),
        Own::StarsNeeded => ("还要多少个五星", "Five-star ratings needed"),
        Own::DaysAhead => ("还有几天", "Days to go"),
        Own::Uplift => ("预计是平常的", "Of a usual day"),
    };
    pick(zh, en, locale)
}

/// The unit of a figure.
pub fn unit(figure: Figure, scope: Scope) -> Unit {
    match figure {
        Figure::Change(_) => Unit::BasisPoints,
        Figure::Own(own) => own.unit(),
        Figure::Now(key) | Figure::Before(key) | Figure::Median(key) => {
            let of_item = ITEM.iter().find(|metric| metric.key == key);
            let of_item = of_item.filter(|_| scope == Scope::Item).map(|metric| metric.unit);
            of_item.or_else(|| measure(key).map(|one| one.unit)).unwrap_or(Unit::Count)
        }
    }
}

/// A figure's value with its unit; a change has its sign.
pub fn value(figure: Figure, scope: Scope, value: i64, locale: Locale) -> String {
    let is_signed = matches!(
        figure,
        Figure::Change(_) | Figure::Own(Own::ByVisitors | Own::ByRate | Own::ByValue)
    );
    let plus = if is_signed && 0 < value { "+" } else { "" };
    format!("{plus}{}", told::value(value, unit(figure, scope), locale))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::advice_rules::advice_rules;

    #[test]
    fn every_figure_of_a_rule_has_a_name_in_both_languages() {
        for rule in advice_rules() {
            let figures =
                rule.when.iter().map(|cond| cond.figure).chain(rule.shows.iter().copied());
            for figure in figures {
                let [zh, en] = [Locale::Zh, Locale::En].map(|of| name(figure, rule.scope, of));
                assert!(zh != en && en.is_ascii() && !zh.is_empty(), "{}: {zh} {en}", rule.key);
            }
        }
        let change = Figure::Change("visitors");
        assert_eq!(value(change, Scope::Shop, 1_500, Locale::En), "+15.00%");
        assert_eq!(value(change, Scope::Shop, -1_500, Locale::Zh), "−15.00%");
        assert_eq!(value(Figure::Own(Own::Rating), Scope::Rating, 479_000, Locale::Zh), "4.79000");
    }
}
