//! The words of the items' quadrant.

use crate::base::locale::Locale;
use crate::base::words::words;
use crate::tools::quadrant::model::CutBy;

type S = &'static str;

/// The English ending of a count.
fn s(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}

words! {
    /// What the page says.
    title: S = "生命周期四象限", "Traffic × conversion";
    question: S = "哪些商品有流量、哪些会卖，各自该做什么？", "Which items have traffic, which of them sell, and what to do with each?";
    empty_title: S = "还没有商品的数据", "No figures of items yet";
    empty_words: S = "导入生意参谋的商品排行（单日、整月或按天的明细），这里按 商品ID 画出每件商品的访客数和支付转化率。",
        "Import item rankings (a day, a month, or items by day): each item is shown here by its visitors and its pay conversion.";
    to_import: S = "去导入", "Import";

    period: S = "时间", "Period";
    last: fn(u32) -> String = |n| format!("最近 {n} 天"), |n| format!("Last {n} days");
    compare: S = "与上一期比", "Compare with the time before";
    chart: S = "访客数 × 支付转化率", "Visitors × pay conversion";
    basis_days: S = "按天相加（人天）", "days added up (who comes on two days counts twice)";
    basis_once: S = "平台的整期去重数", "the platform's figure, each person once";
    note: fn(&str, usize, usize, S) -> String = |span, n, of, basis| format!("{span}，{of} 天里有 {n} 天有数；{basis}"),
        |span, n, of, basis| format!("{span}, {n} of {of} days; {basis}");
    visitors: S = "访客数", "Visitors";
    unit_people: S = "人", "people";
    unit_days: S = "天", "d";
    rate: S = "支付转化率", "Pay conversion";
    rate_unit: S = "支付转化率（预售按下单转化率）", "Pay conversion (of presale items: order conversion)";
    people: fn(&str) -> String = |n| format!("{n} 人"), |n| n.to_owned();
    cuts_printed: fn(&str, &str, &str, &str) -> String =
        |x, by_x, y, by_y| format!("分界线：访客数 {x}（{by_x}），支付转化率 {y}（{by_y}）"),
        |x, by_x, y, by_y| format!("Cuts: visitors {x} ({by_x}), pay conversion {y} ({by_y})");
    summary: fn(usize, &str) -> String = |n, parts| format!("{n} 件有访客的商品：{parts}。"),
        |n, parts| format!("{n} item{} with visitors: {parts}.", s(n));
    part: fn(&str, usize) -> String = |name, n| format!("{name} {n} 件"), |name, n| format!("{name} {n}");
    comma: S = "，", ", ";
    cut_x: S = "访客数的分界线", "Cut of the visitors";
    cut_y: S = "支付转化率的分界线", "Cut of the conversion";
    keys: S = "方向键在商品之间移动，回车选中。", "Arrow keys go from item to item, Enter chooses.";
    before_key: S = "灰点是上一期的位置，箭头指向现在。", "A grey dot is where it was in the time before; the arrow leads to now.";
    file_name: S = "生命周期四象限", "traffic-conversion";
    unvisited: fn(usize) -> String = |n| format!("另有 {n} 件没有访客，没有转化率，不在图上。"),
        |n| format!("{n} more without visitors have no conversion and are not shown.");
    source: fn(&str, &str) -> String = |file, at| format!("数据来自 {file}，导入于 {at}"), |file, at| format!("From {file}, imported {at}");

    fields: S = "四个象限，四种做法", "Four fields, four actions";
    n_items: fn(usize) -> String = |n| format!("{n} 件"), |n| format!("{n} item{}", s(n));
    make_tasks: S = "生成任务", "Make tasks";
    all_made: S = "任务都已生成", "All tasks are made";
    made: fn(usize) -> String = |n| format!("已生成 {n} 个任务"), |n| format!("{n} task{} made", s(n));
    task: fn(&str, &str) -> String = |name, action| format!("{name}：{action}"), |name, action| format!("{name}: {action}");
    rewrite: S = "改写", "Rewrite";
    rewrite_done: S = "完成", "Done";
    rewrite_label: fn(&str) -> String = |name| format!("{name}怎么做"), |name| format!("What to do with: {name}");
    own: S = "你的写法", "Your words";
    usual: S = "恢复原文", "Back to the usual words";
    watch_days: S = "观察期", "Watch for";
    watched: fn(usize, u32) -> String = |n, days| format!("其中 {n} 件已观察满 {days} 天：可以撤掉"), |n, days| format!("{n} of them watched for {days} days: withdraw");
    undo: S = "撤销", "Undo";

    cuts: S = "分界线", "Cuts";
    cut_by: fn(&str) -> String = |axis| format!("{axis}按"), |axis| format!("{axis} by");
    cut_value: fn(&str) -> String = |axis| format!("{axis}的分界值"), |axis| format!("{axis}: cut at");
    moved: S = "换了象限的", "Changed its field";
    moved_none: S = "与上一期比，没有商品换象限。", "No item has changed its field since the time before.";
    moved_no_before: S = "没有上一期的数据可比。", "There are no figures of the time before.";
    moved_line: fn(&str, &str) -> String = |from, to| format!("{from} → {to}"), |from, to| format!("{from} → {to}");

    chosen: S = "选中的商品", "The chosen item";
    chosen_none: S = "在图上或表里选一件商品，看它的数和走势。", "Choose an item on the chart or in the table.";
    working: fn(&str, &str, &str) -> String = |rate, buyers, visitors| format!("支付转化率 = 支付买家数 {buyers} ÷ 访客数 {visitors} = {rate}"),
        |rate, buyers, visitors| format!("Pay conversion = paying buyers {buyers} ÷ visitors {visitors} = {rate}");
    working_presale: fn(&str, &str, &str) -> String = |rate, buyers, visitors| format!("下单转化率 = 下单买家数 {buyers} ÷ 访客数 {visitors} = {rate}"),
        |rate, buyers, visitors| format!("Order conversion = ordering buyers {buyers} ÷ visitors {visitors} = {rate}");
    rounded: S = "平台给的是取整过的数（如 2.5万），转化率是近似值。", "The platform had rounded its figures; the conversion is approximate.";
    was: fn(&str, &str, &str) -> String = |visitors, rate, field| format!("上一期：访客数 {visitors}，转化率 {rate}，{field}"),
        |visitors, rate, field| format!("Before: {visitors} visitors, {rate}, {field}");
    stay: fn(usize, bool) -> String = |n, is_least| format!("在这个象限{} {n} 天（按同样长的时间逐日往前看）", if is_least { "至少" } else { "已" }),
        |n, is_least| format!("In this field for {}{n} day{} (looking back day by day over the same length of time)", if is_least { "at least " } else { "" }, s(n));
    presale: S = "预售商品：按下单转化率判断", "On presale: judged by order conversion";
    open_product: S = "打开商品", "Open the product";
    add_product: S = "加入商品表", "Add to the products";
    added: S = "已加入商品表", "Added to the products";

    table: S = "逐件", "Item by item";
    table_note: S = "点表头排序；选一行在图上看它", "Press a heading to sort; choose a row to see it on the chart";
    filter: S = "筛选", "Filter";
    all_fields: S = "全部象限", "All fields";
    search: S = "找商品", "Find an item";
    item: S = "商品", "Item";
    field: S = "象限", "Field";
    field_before: S = "上一期", "Before";
    buyers: S = "支付买家数", "Paying buyers";
    sales: S = "支付金额", "Sales";
    days: S = "天数", "Days";
    least: fn(usize) -> String = |n| format!("≥{n}"), |n| format!("≥{n}");
}

/// What decides a cut.
pub fn cut_by(by: CutBy, locale: Locale) -> &'static str {
    let (zh, en) = match by {
        CutBy::Median => ("店内中位数", "the shop's median"),
        CutBy::Mean => ("店内平均", "the shop's mean"),
        CutBy::Peers => ("同行同层平均", "the peers' mean"),
        CutBy::Number => ("自定", "own number"),
    };
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}
