//! The words of the comparisons and daily checks (T-26 … T-28).

use crate::base::locale::Locale;
use crate::base::words::words;
use crate::tools::rivals::calc::checks::SheetState;
use crate::tools::rivals::model::checks::{Aspect, Complaint, IdeaStatus};

type S = &'static str;

words! {
    delete: S = "删除", "Delete";
    unsaid: S = "没看", "Not looked";
    yes: S = "有", "Yes";
    no: S = "没有", "No";
    day: S = "日期", "Date";
    // T-26.
    differences: S = "同行差异对比", "Differences from our peers";
    differences_note: S = "逐项写我们、各家、差在哪、怎么调，再看调整前后的流量", "aspect by aspect: we, they, the difference, what we adjust, and the traffic before and after";
    sheet_of: S = "对比哪一款", "Which product";
    whole_shop: S = "整店", "The whole shop";
    begin: S = "列出八项", "Lay out the eight aspects";
    ours: S = "我们", "We";
    difference: S = "差在哪", "The difference";
    adjustment: S = "怎么调", "What we adjust";
    adjusted: S = "调整日期", "Adjusted on";
    views_before: S = "调整前浏览量", "Page views before";
    views_after: S = "调整后浏览量", "Page views after";
    visitors_before: S = "调整前访客", "Visitors before";
    visitors_after: S = "调整后访客", "Visitors after";
    take_visitors: S = "取店铺前后 7 天的访客", "Take the shop’s visitors of 7 days before and after";
    prices_seen: fn(&str) -> String = |prices| format!("最近看到：{prices}"), |prices| format!("Last seen: {prices}");
    effect: fn(Option<&str>, Option<&str>) -> String = |views, visitors| match (views, visitors) {
        (None, None) => "填上前后的数，这里算出变化。".to_owned(),
        (Some(views), None) => format!("浏览量 {views}"),
        (None, Some(visitors)) => format!("访客 {visitors}"),
        (Some(views), Some(visitors)) => format!("浏览量 {views}，访客 {visitors}"),
    }, |views, visitors| match (views, visitors) {
        (None, None) => "Type both figures; the change stands here.".to_owned(),
        (Some(views), None) => format!("Page views {views}"),
        (None, Some(visitors)) => format!("Visitors {visitors}"),
        (Some(views), Some(visitors)) => format!("Page views {views}, visitors {visitors}"),
    };
    sheet_words: fn(SheetState) -> String = |one| format!("{} 项里写清 {} 项差异，调整 {} 项，其中 {} 项访客涨了", one.n, one.n_written, one.n_adjusted, one.n_grown), |one| format!("{} of {} aspects written down, {} adjusted, visitors grew after {}", one.n_written, one.n, one.n_adjusted, one.n_grown);
    // T-27.
    watch: S = "美工每日十店", "Ten shops a day";
    watch_note: S = "借鉴思路，不抄图片、文案和设计", "learn ideas; never copy pictures, words or designs";
    watch_words: fn(usize, usize, usize) -> String = |n, wanted, full| format!("今天看了 {n} / {wanted} 家；最近 7 天有 {full} 天看满"), |n, wanted, full| format!("{n} of {wanted} shops today; {full} of the last 7 days were full");
    add_change: S = "记一家", "Note a shop";
    shop: S = "店铺", "Shop";
    what: S = "改了什么（没变就空着）", "What changed (empty: nothing)";
    good: S = "好在哪里", "Why it is good";
    idea: S = "可以借鉴什么", "What we can learn";
    applied_to: S = "用到哪里", "Used where";
    status: S = "进度", "Progress";
    earlier: fn(usize) -> String = |n| format!("更早的 {n} 条"), |n| format!("Earlier: {n}");
    no_changes: S = "今天还没有记。美工每天看 10 家，不必都是竞争对手。", "Nothing noted today. A designer looks at 10 shops a day; they need not be competitors.";
    // T-28.
    same: S = "同款检查（主推 5 款）", "Same items (our first five)";
    same_note: S = "整个标题拿去搜，点“同款”；流量最大的 5 款每天查", "search for the full title, open “same items”; the five with the most traffic, every day";
    same_words: fn(usize, usize) -> String = |done, all| format!("今天查了 {done} / {all} 款"), |done, all| format!("{done} of {all} checked today");
    same_none: S = "先在“我们的商品”里加上主推款。", "Add our products first.";
    check_button: S = "今天查一次", "Check today";
    count: S = "同款数", "How many";
    from: S = "最低价", "Lowest price";
    to: S = "最高价", "Highest price";
    theft: S = "盗图", "Our pictures used";
    is_ours: S = "图是我们自己的", "The pictures are our own";
    complaint: S = "投诉", "Complaint";
    outcome: S = "结果", "Outcome";
    never: S = "还没查过", "never checked";
    last: fn(&str) -> String = |day| format!("上次 {day}"), |day| format!("last {day}");
    today: S = "今天查过", "checked today";
    undercut: fn(&str, &str) -> String = |by, share| format!("最低的比我们便宜 {by}（{share}）"), |by, share| format!("the cheapest is {by} ({share}) below us");
    not_undercut: S = "没有比我们便宜的", "nobody is cheaper";
    complain: S = "有人用我们的图：去投诉", "Somebody uses our picture: complain";
    complain_task: S = "做成投诉任务", "Make a task of the complaint";
    complain_title: fn(&str) -> String = |name| format!("投诉盗图：{name}"), |name| format!("Complain of used pictures: {name}");
    made_task: S = "已做成任务", "Made a task";
    removed: S = "已删除", "Deleted";
    // What goes with an own product.
    own_note: S = "下面这些会一起删除；撤销可以全部找回。", "These go with it; undo brings all of it back.";
    uses: [S; 4] = ["价格应对", "同行差异对比", "同款检查", "对比的对手商品"], ["Answers to prices", "Differences from our peers", "Same items", "Their products it is held against"];
    n_uses: fn(usize) -> String = |n| format!("{n} 条"), |n| n.to_string();
    history: fn(usize) -> String = |n| format!("以前查过 {n} 次"), |n| format!("Checked before: {n}");
}

/// What is compared.
pub fn aspect(one: Aspect, locale: Locale) -> &'static str {
    let (zh, en) = match one {
        Aspect::Material => ("材质", "Material"),
        Aspect::Work => ("工料", "Workmanship"),
        Aspect::Pictures => ("图片", "Pictures"),
        Aspect::Service => ("服务", "Service"),
        Aspect::Price => ("价格", "Price"),
        Aspect::Title => ("标题", "Title"),
        Aspect::ListingPictures => ("商品主图", "Listing pictures"),
        Aspect::Details => ("详情描述", "Details"),
    };
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

/// How far an idea is.
pub fn idea_status(one: IdeaStatus, locale: Locale) -> &'static str {
    let (zh, en) = match one {
        IdeaStatus::Noted => ("记下", "Noted"),
        IdeaStatus::Trying => ("在试", "Trying"),
        IdeaStatus::Applied => ("用上了", "In use"),
        IdeaStatus::Dropped => ("不用", "Dropped"),
    };
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

/// How far a complaint is.
pub fn complaint(one: Complaint, locale: Locale) -> &'static str {
    let (zh, en) = match one {
        Complaint::None => ("没有投诉", "None"),
        Complaint::Filed => ("已投诉", "Filed"),
        Complaint::Upheld => ("成立，已下架", "Upheld: taken down"),
        Complaint::Refused => ("不成立", "Refused"),
    };
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_in_their_sentences() {
        let state = SheetState { n: 8, n_written: 3, n_adjusted: 2, n_grown: 1 };
        let t = text(Locale::Zh);
        assert_eq!((t.sheet_words)(state), "8 项里写清 3 项差异，调整 2 项，其中 1 项访客涨了");
        assert_eq!((t.effect)(None, Some("+25.0%")), "访客 +25.0%");
        assert_eq!(
            (text(Locale::En).watch_words)(3, 10, 1),
            "3 of 10 shops today; 1 of the last 7 days were full"
        );
    }
}
