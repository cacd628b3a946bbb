//! The words of the season check and of the bestseller list.

use crate::base::words::words;
use crate::tools::launch::calc::season::Peers;

type S = &'static str;

words! {
    title: S = "上新时间节点", "Season timing";
    note: S = "同行上了没有、卖得动吗；离节日还有几天", "Have competitors launched, does it sell, and how far is the event";
    empty: S = "加一个季节，比如春装、年货，再看同行和日期。", "Add a season, spring items for one, then look at competitors and dates.";
    add: S = "加一个季节", "Add a season";
    name: S = "季节名称", "Name of the season";
    event: S = "为哪个节点", "For which event";
    none: S = "不对应节点", "No event";
    own_launch: S = "我们计划上新", "Own launch planned on";
    early: S = "最早提前（天）", "Days ahead, at most";
    late: S = "最晚提前（天）", "Days ahead, at least";
    remove: fn(&str) -> String = |name| format!("删除季节 {name}"), |name| format!("Remove season {name}");
    removed: S = "已删除季节", "Season deleted";
    unnamed: S = "未命名季节", "Untitled season";
    enough: S = "多少同行在卖才算行", "Share of competitors that has to sell";
    peers: fn(Peers) -> S = |says| match says { Peers::Unknown => "还没看同行。先去看三五家。", Peers::NoneLaunched => "同行都还没上：再等等。", Peers::NotMoving => "同行上了但没怎么动：再等等，现在测出来的数据会很差。", Peers::Selling => "同行上了而且卖得动：可以上。" }, |says| match says { Peers::Unknown => "Nobody looked yet. Look at three to five competitors.", Peers::NoneLaunched => "None of them has launched: wait.", Peers::NotMoving => "They launched, and it hardly sells: wait; tests would look poor now.", Peers::Selling => "They launched, and it sells: go." };
    counted: fn(usize, usize, usize) -> String = |seen, launched, selling| format!("看了 {seen} 家，上了 {launched} 家，在卖 {selling} 家"), |seen, launched, selling| format!("{seen} looked at, {launched} launched, {selling} selling");
    peer: S = "同行", "Competitor";
    launched: fn(&str) -> String = |name| format!("{name} 上新了吗"), |name| format!("{name}: launched?");
    selling: fn(&str) -> String = |name| format!("{name} 卖得动吗"), |name| format!("{name}: selling?");
    seen_on: fn(&str) -> String = |name| format!("{name} 哪天看的"), |name| format!("{name}: seen on");
    head_launched: S = "上新了吗", "Launched?";
    head_selling: S = "卖得动吗", "Selling?";
    head_seen: S = "哪天看的", "Seen on";
    not_seen: S = "没看", "Not seen";
    not_yet: S = "还没上", "Not yet";
    has_launched: S = "已上", "Launched";
    unknown: S = "看不出", "Cannot tell";
    yes: S = "在卖", "Sells";
    no: S = "没动", "Does not sell";
    no_rivals: S = "还没有同行，先在“竞争对手”里添加。", "No competitors yet: add them on the page of competitors.";
    too_early: fn(&str, i32, &str, &str) -> String = |event, days, from, to| format!("太早 {days} 天：{event} 前合适的上新日是 {from} 到 {to}。"), |event, days, from, to| format!("{days} days too early: before {event}, launch between {from} and {to}.");
    too_late: fn(&str, i32, &str, &str) -> String = |event, days, from, to| format!("太晚 {days} 天：{event} 前合适的上新日是 {from} 到 {to}。"), |event, days, from, to| format!("{days} days too late: before {event}, launch between {from} and {to}.");
    in_time: fn(&str, &str, &str) -> String = |event, from, to| format!("时间合适：{event} 前的 {from} 到 {to}。"), |event, from, to| format!("In time: between {from} and {to}, before {event}.");
    on_day: fn(&str, &str) -> String = |name, day| format!("{name}（{day}）"), |name, day| format!("{name} ({day})");
    no_date: S = "填上计划上新日和节点，才知道早晚。", "With a planned day and an event it says whether that is early or late.";
    month: fn(&str, &str, bool) -> String = |month, share, learned| format!("{month}的平常日是全年平均的 {share}（{}）", if learned { "从历史学到" } else { "目标里填的权重" }), |month, share, learned| format!("A usual day of {month} sells {share} of the year's average ({})", if learned { "learned from history" } else { "weights typed into the goals" });
    // The bestseller list.
    hits: S = "爆款打造清单", "Building a bestseller";
    hits_note: S = "一款一张单，做完一步记一步的前后数字", "One list a product; note the figure before and after each step";
    product: S = "给哪款商品打单", "Product";
    add_product: S = "加一款商品", "Add a product";
    no_products: S = "还没有商品：先加一款，再一步一步打造它。", "No products yet: add one, then build it step by step.";
    choose: S = "选一款商品", "Choose a product";
    progress: fn(usize, usize) -> String = |n, all| format!("完成 {n} / {all} 步"), |n, all| format!("{n} of {all} steps done");
    next: fn(&str) -> String = |step| format!("下一步：{step}"), |step| format!("Next: {step}");
    all_done: S = "全部完成", "All done";
    step: S = "步骤", "Step";
    done_on: S = "完成日期", "Done on";
    owner: S = "负责人", "Owner";
    before: S = "之前", "Before";
    after: S = "之后", "After";
    of_step: fn(&str, &str) -> String = |field, step| format!("{step} {field}"), |field, step| format!("{field}, {step}");
    traffic: S = "这款是引流商品：引流爆款不做聚划算、淘金币，“报名活动”这一步先跳过。", "This product is there to draw visitors: such products stay out of deals, so leave that step out.";
}
