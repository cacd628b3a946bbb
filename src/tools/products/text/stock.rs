//! The words of stock and replenishment.

use crate::base::locale::Locale;
use crate::base::words::words;
use crate::tools::products::calc::stock::StockState;
use crate::tools::products::text::names::pick;

type S = &'static str;

words! {
    states: S = "库存状态，点一个只看它", "States of the stock; press one to see only it";
    average: S = "日均销量按", "Average sales of";
    last: fn(i64) -> String = |n| format!("最近 {n} 天"), |n| format!("The last {n} days");
    basis: fn(&str, usize) -> String = |days, n| format!("{days}，{n} 件导入商品有支付件数；每款按它有数的天数平均。没有导入的按最近时段填的件数。"), |days, n| format!("{days}; {n} imported items have pieces, each averaged over its days with figures. Products without an item: the pieces typed for the last period.");
    no_items: S = "还没有导入商品数据：按最近时段填的支付件数平均。", "No items imported yet: averaged from the pieces typed for the last period.";
    task: fn(&str, i64) -> String = |name, n| format!("补货：{name}（建议 {n} 件）"), |name, n| format!("Reorder: {name} ({n} pcs suggested)");
    make: fn(usize) -> String = |n| format!("给 {n} 款建补货任务"), |n| if n == 1 { "Make a task to reorder 1 product".to_owned() } else { format!("Make tasks to reorder {n} products") };
    made: fn(usize) -> String = |n| format!("已建 {n} 个补货任务"), |n| if n == 1 { "Made 1 task".to_owned() } else { format!("Made {n} tasks") };
    all_made: S = "补货任务都已建好", "All tasks to reorder are made";
    nothing_due: S = "现在没有要补的货", "Nothing to reorder now";
    rules: S = "界线：多久到货、多少天算快没货", "Limits: lead time, what runs low";
    lead: S = "到货周期（默认）", "Lead time (usual)";
    safety: S = "安全天数（默认）", "Safety days (usual)";
    low: S = "快没货：可卖天数不超过", "Running low: lasts for at most";
    slow: S = "卖得不好：30 天少于", "Sells poorly: in 30 days fewer than";
    cover: S = "一次补够卖", "An order lasts for";
    days: S = "天", "days";
    pieces: S = "件", "pcs";
    formula: S = "可卖天数 = 库存 ÷ 日均；补货点 = 日均 ×（到货周期 + 安全天数）；库存 + 在途 ≤ 补货点就该补；建议补货 = 日均 ×（到货周期 + 安全天数 + 一次补够卖的天数）− 库存 − 在途（T-54）", "Days of cover = stock ÷ daily sales; reorder point = daily sales × (lead time + safety); order where stock + on order ≤ reorder point; suggested = daily sales × (lead time + safety + days of an order) − stock − on order (T-54)";
    average_note: fn(usize, usize) -> String = |n, of| format!("{of} 天里有 {n} 天有数"), |n, of| format!("{n} of {of} days");
    typed_note: S = "按时段里填的件数", "From the pieces typed for a period";
}

/// What a task to reorder begins with, in both languages: a product has one at a time.
pub const TASKS: [&str; 2] = ["补货：", "Reorder: "];

/// What a state is called.
pub fn state(state: StockState, locale: Locale) -> S {
    let words = match state {
        StockState::Out => ("缺货", "Out of stock"),
        StockState::Reorder => ("需补货", "Reorder"),
        StockState::Low => ("快没货", "Running low"),
        StockState::Plenty => ("有货", "In stock"),
        StockState::Slow => ("不需补货（卖得不好）", "Leave: sells poorly"),
        StockState::Unknown => ("缺库存或销量", "Stock or sales missing"),
    };
    pick(words, locale)
}

/// The word of a state for the style sheet.
pub fn word(state: StockState) -> S {
    match state {
        StockState::Out => "out",
        StockState::Reorder => "reorder",
        StockState::Low => "low",
        StockState::Plenty => "plenty",
        StockState::Slow => "slow",
        StockState::Unknown => "unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_begins_as_is_looked_for() {
        for (locale, begin) in Locale::ALL.into_iter().zip(TASKS) {
            assert!((text(locale).task)("首饰盒", 5).starts_with(begin));
        }
    }
}
