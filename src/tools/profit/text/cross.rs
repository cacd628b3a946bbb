//! The words of recommendations and of what decides a margin.

use crate::base::locale::Locale;
use crate::base::words::words;
use crate::tools::profit::model::Determinant;

type S = &'static str;

words! {
    cross: S = "关联销售记录", "Recommendations";
    cross_note: S = "同一位置每看一次记一行；销量或转化率掉了就换（R-22）", "A row for each look at a place; where pieces or conversion fell, replace (R-22)";
    add: S = "记一行", "Add a look";
    none: S = "还没有记录。主推款的页面上推荐了什么、卖得怎样，每周记一次。", "Nothing yet. Note weekly what the main product's page recommends and how that sells.";
    needs_two: S = "要有两款商品才能关联。", "Needs two products.";
    main: S = "主商品", "Main product";
    linked: S = "关联商品", "Recommended";
    slot: S = "位置", "Place";
    day: S = "哪天看的", "Seen on";
    units: S = "销售量", "Pieces";
    pieces: S = "件", "pcs";
    visitors: S = "访客数", "Visitors";
    people: S = "人", "";
    conversion: S = "转化率", "Conversion";
    decision: S = "决定", "Decision";
    undecided: S = "未定", "Open";
    keep: S = "保留", "Keep";
    replace: S = "更换", "Replace";
    remove: S = "删除这一行", "Delete this look";
    changed: fn(&str, &str, &str) -> String = |units, conversion, visitors| format!("比上次：销量 {units}，转化率 {conversion}，访客 {visitors}。"), |units, conversion, visitors| format!("Since the last look: pieces {units}, conversion {conversion}, visitors {visitors}.");
    first: S = "第一次记。", "The first look.";
    worse: S = "建议更换：先看对手格局和消费者需求，再看自己商品的生命周期。", "Replace it: look at rivals and needs first, then at the life of our own products.";
    class: fn(&str) -> String = |class| format!("关联商品是{class}。"), |class| format!("The recommended product is a {class}.");
    four: S = "利润率四因素", "What decides the margin";
    four_note: S = "决定利润率的第一个因素是价值，而不是成本（T-53）", "Value decides it first, and not cost (T-53)";
    state: S = "现状", "How it stands";
    action: S = "怎么做", "What is done";
    effect: S = "预计利润率变化（百分点）", "Expected change, points";
    owner: S = "负责人", "Who";
    expected: fn(&str) -> String = |points| format!("四项合计预计：{points}。"), |points| format!("Expected of all four: {points}.");
}

/// What a determinant is called, and what the source names under it.
pub fn determinant(one: Determinant, locale: Locale) -> (S, S) {
    let (zh, en) = match one {
        Determinant::Value => (
            ("价值", "质量好、用户体验好、有面子"),
            ("Value", "Good quality, good to use, something to be proud of"),
        ),
        Determinant::Appeal => (
            ("吸引力", "提高质量、增加功能、提高服务、提供赠品、提高品牌知名度"),
            ("Appeal", "Better quality, more functions, service, gifts, a known brand"),
        ),
        Determinant::Cost => (
            ("成本", "更上游货源、大批量进货、兼职员工、入驻孵化园"),
            ("Cost", "Sources further up, larger lots, part-time staff, shared premises"),
        ),
        Determinant::Competition => (
            ("竞争", "比成本控制与供应链优化，不拼机会（R-130）"),
            ("Competition", "Control of costs and the supply chain, not chance (R-130)"),
        ),
    };
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}
