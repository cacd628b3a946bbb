//! The words of the courses and of the sheet of one product against another.

use crate::base::locale::Locale;
use crate::base::ratio::Ratio;
use crate::base::words::words;
use crate::i18n::format;
use crate::knowledge::rival_attributes::{Counts, rival_attribute};
use crate::tools::rivals::calc::trends::Trend;
use crate::tools::rivals::calc::versus::Verdict;
use crate::tools::rivals::text::value_words;

type S = &'static str;

words! {
    // The courses.
    trends: S = "走势对比", "Courses compared";
    trends_note: S = "一次看一项，所有对手和我们放在一张图上", "one attribute at a time, all competitors and we in one chart";
    attribute: S = "看哪一项", "Attribute";
    no_trends: S = "还没有数字。在上面记一次观察。", "No numbers yet. Note down what you see.";
    index_warning: S = "这是平台指数，不是真实的数：只看各家自己的涨跌，不和实数放在一张图上。", "An index of the platform, not a real number: read each line by itself. It never shares a chart with real numbers.";
    file_name: S = "竞争对手走势", "competitor-courses";
    whole_shop: S = "整店", "whole shop";
    seen_on: fn(&str) -> String = |day| format!("{day} 看到"), |day| format!("seen {day}");
    // One product against another.
    versus: S = "我们的商品对比对手的商品", "Our product against theirs";
    versus_note: S = "各取最近看到的；按买家看，价格和排名低的算好", "what was last seen of each; as a buyer sees it, a lower price or rank is better";
    own_product: S = "我们的商品", "Our product";
    their_product: S = "对手的商品", "Their product";
    heads: [S; 6] = ["看什么", "结论", "我们", "对手", "差（我们 − 对手）", "我们 ÷ 对手"], ["What", "Verdict", "We", "They", "Difference (we − they)", "We ÷ they"];
    verdict: fn(Verdict) -> (S, S) = |one| match one {
        Verdict::Better => ("▲", "我们好"),
        Verdict::Equal => ("＝", "一样"),
        Verdict::Worse => ("▼", "对手好"),
    }, |one| match one {
        Verdict::Better => ("▲", "We are better"),
        Verdict::Equal => ("=", "Equal"),
        Verdict::Worse => ("▼", "They are better"),
    };
    listed: S = "商品列表", "from our list";
    unknown: S = "还没看", "not seen";
    index_only: S = "指数，只比高低", "index: order only";
    sheet_words: fn(usize, usize, usize) -> String = |better, equal, worse| format!("我们好 {better} 项，一样 {equal} 项，对手好 {worse} 项"), |better, equal, worse| format!("We are better in {better}, equal in {equal}, they in {worse}");
    needs_both: S = "要对比，先给对手加一款盯的商品，再在下面“我们的商品”里加一款。", "To compare, add a product to a competitor, and one of ours under “Our products”.";
    nothing_seen: S = "两边都还没有记录。记下我们的数，再给对手记一次观察。", "Nothing was seen of either yet. Note down our facts, and what you see of theirs.";
    note_ours: S = "记下我们的数", "Note down our facts";
    ours_of: fn(&str) -> String = |name| format!("记下“{name}”的数"), |name| format!("Facts of “{name}”");
    todo: S = "我们怎么办", "What to do";
    make_task: S = "做成任务", "Make a task";
    is_task: S = "已是任务", "Is a task";
}

/// Which values a chart has, and how they are counted: the unit above the axis.
pub fn axis_unit(attribute: &str, locale: Locale) -> &'static str {
    let (zh, en) = match rival_attribute(attribute).map(|row| row.counts) {
        Some(Counts::Fen) => ("元", "¥"),
        Some(Counts::Place) => ("名次（1 在上）", "Place (first on top)"),
        Some(Counts::Points100) => ("分", "Points"),
        Some(Counts::Share) => ("%", "%"),
        Some(Counts::Index) => ("指数（不是实数）", "Index (not a real number)"),
        _ if attribute == "visitors" => ("人", "People"),
        _ if attribute == "reviews" => ("条", "Reviews"),
        _ => ("件", "Pieces"),
    };
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

/// The courses in one sentence: of every line its first and last value and the change between
/// them; of indices and places only the values.
pub fn trends_sentence(attribute: &str, name: &str, all: &[Trend], locale: Locale) -> String {
    let counts = rival_attribute(attribute).map(|row| row.counts);
    let has_change = !matches!(counts, Some(Counts::Place | Counts::Points100 | Counts::Share));
    let mut parts = Vec::new();
    for trend in all {
        let (Some(first), Some(last)) = (trend.points.first(), trend.points.last()) else {
            continue;
        };
        let mut words = format!("{} {}", trend.name, value_words(attribute, first));
        if first.day != last.day {
            words.push_str(&format!(" → {}", value_words(attribute, last)));
            let change = first.number.zip(last.number).and_then(|(a, b)| Ratio::of(b - a, a));
            if let Some(change) = change.filter(|_| has_change) {
                words.push_str(&match locale {
                    Locale::Zh => format!("（{}）", format::signed_percent(change)),
                    Locale::En => format!(" ({})", format::signed_percent(change)),
                });
            }
        }
        parts.push(words);
    }
    let days = || all.iter().flat_map(|trend| &trend.points).map(|point| point.day);
    let (Some(from), Some(to)) = (days().min(), days().max()) else { return name.to_owned() };
    let span = format::span_short(crate::base::span::Span::new(from, to), locale);
    match locale {
        Locale::Zh => format!("{name}，{span}：{}。", parts.join("；")),
        Locale::En => format!("{name}, {span}: {}.", parts.join("; ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::day::Day;
    use crate::base::id::Id;
    use crate::tools::rivals::calc::series::Point;
    use crate::tools::rivals::calc::trends::Whose;

    #[test]
    fn the_courses_read_as_a_sentence() {
        let point = |day: &str, number| Point {
            day: day.parse::<Day>().unwrap(),
            number: Some(number),
            note: String::new(),
            id: Id::from_bits(1),
        };
        let trend = |name: &str, points| Trend {
            whose: Whose::Rival(0),
            name: name.to_owned(),
            product: None,
            points,
        };
        let mut all = vec![
            trend("镜月", vec![point("2026-09-10", 12_800), point("2026-10-20", 10_800)]),
            trend("木作坊", vec![point("2026-10-19", 22_200)]),
        ];
        let found = trends_sentence("price", "价格", &all, Locale::Zh);
        let wanted = "价格，9月10日–10月20日：镜月 ¥128.00 → ¥108.00（−15.6%）；木作坊 ¥222.00。";
        assert_eq!(found, wanted);
        all.pop();
        let found = trends_sentence("rank", "Rank", &all, Locale::En);
        assert_eq!(found, "Rank, Sep 10–Oct 20: 镜月 #12800 → #10800.");
        assert_eq!(trends_sentence("rank", "Rank", &[], Locale::En), "Rank");
        assert_eq!(axis_unit("trade_index", Locale::Zh), "指数（不是实数）");
    }
}
