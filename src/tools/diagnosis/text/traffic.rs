//! The words on traffic sources.

use crate::base::words::words;

type S = &'static str;

words! {
    /// What the parts say.
    part: S = "看什么", "Look at";
    parts: [S; 3] = ["差在哪里", "流量来源", "体检"], ["Where it differs", "Traffic sources", "Check-up"];

    by_source: S = "按流量来源", "By traffic source";
    by_source_note: fn(&str, &str) -> String = |to, from| format!("{to}比{from}，只算最末级来源，单位：元"), |to, from| format!("{to} against {from}, lowest level of sources only, in yuan");
    by: S = "按什么分", "Split by";
    by_names: [S; 2] = ["渠道", "来源"], ["Channel", "Source"];
    none: S = "这段时间没有流量来源的数据。导入生意参谋的“无线店铺流量来源”，新旧两种版式都认。",
        "No figures of traffic sources for this time. Import the shop's traffic sources (无线店铺流量来源); both layouts are read.";
    none_before: S = "对比的那段时间没有流量来源的数据（或一段按天、一段是整期去重数，不能相比）。",
        "No figures of sources for the other period (or days on one side and one de-duplicated figure on the other).";
    to_import: S = "导入流量来源", "Import sources";
    source: S = "来源", "Source";
    channel: S = "渠道", "Channel";
    rest: fn(usize) -> String = |n| format!("其余 {n} 个来源"), |n| format!("{n} more sources");
    outside: S = "没有计入任何来源的", "Not in any source's figures";
    all: fn(usize) -> String = |n| format!("全部 {n} 个"), |n| format!("All {n}");
    first: S = "只看最大的", "The largest only";
    people: fn(&str, &str, &str, &str) -> String =
        |shop, counted, change, more| format!("访客按来源有重叠：店铺 {shop} 人天，各来源相加 {counted}。店铺访客变化 {change} = 各来源变化之和 − 重叠的变化（{more}）。"),
        |shop, counted, change, more| format!("Visitors by source overlap, so they add to more than the shop's: {shop} of the shop, {counted} over all sources. The shop's change {change} = the sum of the sources' changes − the change of the overlap ({more}).");
    people_unknown: S = "访客按来源有重叠，各来源相加会大于店铺访客数。", "Visitors by source overlap, so they add to more than the shop's.";
    rates: fn(&str, &str, &str, &str) -> String =
        |from, to, mix, own| format!("按来源合计的支付转化率 {from} → {to}：来源结构 {mix}，各来源自身 {own}。"),
        |from, to, mix, own| format!("Conversion over all sources {from} → {to}: {mix} by the mix of sources, {own} by the sources' own.");
    parts_said: fn(&[String; 4]) -> String = |p| format!("规模 {}，结构 {}，转化 {}，客单 {}。", p[0], p[1], p[2], p[3]),
        |p| format!("Volume {}, mix {}, rate {}, order value {}.", p[0], p[1], p[2], p[3]);
    days: fn(usize, usize, usize, usize) -> String =
        |n, of, m, om| format!("来源数据：本期 {of} 天里有 {n} 天，对比期 {om} 天里有 {m} 天；只比有数的天。"),
        |n, of, m, om| format!("Figures of sources on {n} of {of} days, and on {m} of {om} days before; only those are compared.");
    chart_says: fn(&str, &str, &str) -> String = |from, to, most| format!("支付金额从 {from} 到 {to}，变化最大的来源：{most}。"),
        |from, to, most| format!("Sales from {from} to {to}; the source that changed most: {most}.");
    chart_title: S = "差额来自哪些来源", "Which sources the difference comes from";
    file_name: S = "流量来源", "traffic-sources";

    table: S = "流量来源", "Traffic sources";
    table_note: fn(&str, usize, usize) -> String = |days, n, of| format!("{days}，{of} 天里有 {n} 天有数；点表头排序"), |days, n, of| format!("{days}, {n} of {of} days; press a heading to sort");
    table_help: S = "渠道可以改：选中单元格，按 Enter 选择。清空就恢复默认分法。", "A channel can be changed: press Enter in its cell. Emptied, it is as the program says.";
    channel_unknown: fn(&str) -> String = |names| format!("渠道只能是：{names}"), |names| format!("A channel is one of: {names}");
    visitors: S = "访客", "Visitors";
    share: S = "占比", "Share";
    change: S = "变化", "Change";
    cvr: S = "支付转化率", "Conversion";
    cvr_change: S = "转化变化", "Its change";
    aov: S = "客单价", "Order value";
    sales: S = "支付金额", "Sales";
    value: S = "访客价值", "Value";
    cost: S = "花费", "Cost";
    cost_each: S = "访客成本", "Cost each";
    roi: S = "ROI", "ROI";
    left: S = "价值−成本", "Value − cost";
    fresh: S = "新增", "new";
    between: fn(&str, &str, &str) -> String = |sure, low, high| format!("{sure} 把握下 {low} – {high}"), |sure, low, high| format!("{low} – {high} at {sure}");
    was: fn(&str) -> String = |value| format!("对比期 {value}"), |value| format!("before: {value}");
    cost_days: fn(usize, usize) -> String = |n, of| format!("{of} 天里有 {n} 天有花费数据"), |n, of| format!("cost known on {n} of {of} days");
    together: S = "各来源合计", "All sources";
    value_note: S = "访客价值 = 支付金额 ÷ 访客；成本只算平台报表里有的推广费和佣金，商品成本没有扣。",
        "Value = sales ÷ visitors; cost is what reports say of advertising and commission, before the goods' cost.";

    tile_shop: S = "店铺访客", "Visitors of the shop";
    tile_counted: S = "各来源相加", "Over all sources";
    tile_overlap: fn(&str) -> String = |times| format!("每位访客平均来自 {times} 个来源"), |times| format!("{times} sources a visitor");
    tile_cvr: S = "支付转化率", "Conversion";
    tile_cvr_note: S = "各来源合计", "over all sources";
    tile_ratio: S = "免费 : 付费", "Free : paid";
    tile_ratio_note: S = "经验参考 1 : 1", "1 : 1 is a rule of thumb";
    tile_search: S = "手淘搜索占比", "Search share";
    tile_cost: S = "访客成本", "Cost per visitor";
    tile_cost_note: fn(&str) -> String = |value| format!("访客价值 {value}"), |value| format!("a visitor is worth {value}");
    unit_people: S = "人天", "visits";

    chart: S = "哪个来源转化高", "Which sources convert";
    chart_note: fn(&str) -> String = |sure| format!("横条是 {sure} 的威尔逊区间，虚线是合计"), |sure| format!("bars are Wilson intervals at {sure}, the dashed line is all together");
    chart_summary: fn(&str, &str, usize, usize) -> String =
        |name, cvr, high, low| format!("转化最高的是{name}（{cvr}）；{high} 个来源明显高于合计，{low} 个明显低于。"),
        |name, cvr, high, low| format!("{name} converts best ({cvr}); {high} sources clearly above all together, {low} clearly below.");
    chart_few: fn(usize, u32) -> String = |n, least| format!("{n} 个来源不足 {least} 位访客，没有画。"), |n, least| format!("{n} sources with fewer than {least} visitors are not drawn.");
    chart_none: S = "没有一个来源的访客够多，画不出区间。", "No source has enough visitors for an interval.";
    low: S = "下限", "Low";
    high: S = "上限", "High";
    chart_file: S = "来源转化率", "conversion-by-source";

    mix: S = "换一种来源结构", "Another mix of sources";
    mix_note: S = "只是试算，不改数据；建任务才会留下", "a trial: nothing is stored until it is a task";
    mix_total: S = "访客总数", "All visitors";
    mix_modes: [S; 2] = ["总数不变", "总数可变"], ["Stay the same", "May change"];
    mix_rest: S = "其余来源", "All other sources";
    mix_number: fn(&str) -> String = |name| format!("{name} · 访客"), |name| format!("{name} · visitors");
    mix_as_is: S = "恢复原状", "As it is";
    mix_now: S = "现在", "Now";
    mix_then: S = "试算", "Trial";
    mix_item: S = "指标", "Figure";
    mix_net: S = "支付金额 − 花费", "Sales − cost";
    mix_says: fn(&str, &str) -> String = |sales, cvr| format!("支付金额 {sales}，支付转化率 {cvr}。"), |sales, cvr| format!("Sales {sales}, conversion {cvr}.");
    mix_same: S = "还没有改动。拖动滑块，或输入访客数。", "Nothing moved yet. Drag a slider, or type visitors.";
    mix_premise: S = "前提：各来源保持现在的转化率、客单价和访客成本。多出来的访客未必一样好，先小步试。",
        "Each source is taken to keep its conversion, its order value and what its visitors cost. More of them need not be as good: try in small steps.";
    mix_task: fn(&str, &str) -> String = |moves, sales| format!("调整流量结构：{moves}；预计支付金额 {sales}"), |moves, sales| format!("Change the mix of sources: {moves}; sales expected {sales}");
    mix_move: fn(&str, &str, &str) -> String = |name, from, to| format!("{name} {from} → {to}"), |name, from, to| format!("{name} {from} → {to}");
    comma: S = "，", ", ";
}
