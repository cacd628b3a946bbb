//! The metrics of a single item, as data.
//!
//! Keys are those of the shop's day where the thing is the same, so that a calculation that knows
//! `visitors` and `buyers` knows them of an item too.

pub mod ads;
pub mod flow;
pub mod orders;

use crate::facts::metric::Direction::{Down, Neutral, Up};
use crate::facts::metric::Kind::{Additive, Opaque};
use crate::facts::metric::Unit::{BasisPoints, Centiseconds, Count, Fen, X100};
use crate::facts::metric::{Metric, ratio, row};

/// 下单买家数, people who ordered.
pub const ORDER_BUYERS: &str = "order_buyers";

/// The source of a column that the specification does not name.
const COLUMNS: &str = "formats 4.1";

/// Every metric of an item, in the order of 商品排行. What adds up is kept; ratios follow from
/// their parts and are compared with them; what is opaque or runs on from the first of the month
/// or year is read for the sake of its row, and not kept.
pub static ITEM: &[Metric] = &[
    row(
        "visitors",
        "商品访客数",
        "Item visitors",
        Count,
        Additive,
        Up,
        "M-03; 人天 over several days",
    ),
    row("page_views", "商品浏览量", "Item views", Count, Additive, Up, "M-23"),
    row("stay_time", "平均停留时长", "Stay time (s)", Centiseconds, Opaque, Up, "M-20"),
    row(
        "bounce_rate",
        "商品详情页跳出率",
        "Bounce rate of the page",
        BasisPoints,
        Opaque,
        Down,
        "M-18",
    ),
    row("favouriters", "商品收藏人数", "People who favourited it", Count, Additive, Up, "M-21"),
    row("cart_units", "商品加购件数", "Units added to cart", Count, Additive, Up, "M-22"),
    row("cart_adders", "商品加购人数", "People who added to cart", Count, Additive, Up, "M-22"),
    row("order_buyers", "下单买家数", "Ordering buyers", Count, Additive, Up, COLUMNS),
    row("order_units", "下单件数", "Units ordered", Count, Additive, Up, COLUMNS),
    row("ordered_amount", "下单金额", "Ordered amount", Fen, Additive, Up, COLUMNS),
    row(
        "order_cvr",
        "下单转化率",
        "Order conversion",
        BasisPoints,
        ratio("order_buyers", "visitors"),
        Up,
        "M-05",
    ),
    row(
        "buyers",
        "支付买家数",
        "Paying buyers",
        Count,
        Additive,
        Up,
        "formats 4.1; 人天 over several days",
    ),
    row("units", "支付件数", "Units sold", Count, Additive, Up, "M-02"),
    row("sales", "支付金额", "Sales (GMV)", Fen, Additive, Up, "M-01"),
    row(
        "cvr",
        "商品支付转化率",
        "Pay conversion (CVR)",
        BasisPoints,
        ratio("buyers", "visitors"),
        Up,
        "M-04",
    ),
    row("new_buyers", "支付新买家数", "New buyers", Count, Additive, Up, COLUMNS),
    row("returning_buyers", "支付老买家数", "Returning buyers", Count, Additive, Up, COLUMNS),
    row(
        "returning_sales",
        "老买家支付金额",
        "Sales to returning buyers",
        Fen,
        Additive,
        Up,
        COLUMNS,
    ),
    row("deal_sales", "聚划算支付金额", "Sales through Juhuasuan", Fen, Additive, Up, COLUMNS),
    row(
        "visitor_value",
        "访客平均价值",
        "Value per visitor",
        Fen,
        ratio("sales", "visitors"),
        Up,
        "M-41",
    ),
    row(
        "refunds",
        "成功退款金额",
        "Refunds completed",
        Fen,
        Additive,
        Down,
        "M-65; by the day of completion",
    ),
    row("rivalry_score", "竞争力评分", "Competitiveness score", X100, Opaque, Up, COLUMNS),
    row(
        "sales_of_year",
        "年累计支付金额",
        "Sales since January 1",
        Fen,
        Opaque,
        Up,
        "formats 4.4; runs on, never added over days",
    ),
    row(
        "sales_of_month",
        "月累计支付金额",
        "Sales since the 1st",
        Fen,
        Opaque,
        Up,
        "formats 4.4; runs on, never added over days",
    ),
    row(
        "units_of_month",
        "月累计支付件数",
        "Units since the 1st",
        Count,
        Opaque,
        Up,
        "formats 4.4; runs on, never added over days",
    ),
    row(
        "search_cvr",
        "搜索引导支付转化率",
        "Search: pay conversion",
        BasisPoints,
        ratio("search_buyers", "search_visitors"),
        Up,
        COLUMNS,
    ),
    row("search_visitors", "搜索引导访客数", "Search: visitors", Count, Additive, Up, COLUMNS),
    row(
        "search_buyers",
        "搜索引导支付买家数",
        "Search: paying buyers",
        Count,
        Additive,
        Up,
        COLUMNS,
    ),
    row(
        "detail_cvr",
        "结构化详情引导转化率",
        "Structured page: conversion",
        BasisPoints,
        Opaque,
        Up,
        COLUMNS,
    ),
    row(
        "detail_share",
        "结构化详情引导成交占比",
        "Structured page: share of sales",
        BasisPoints,
        Opaque,
        Neutral,
        COLUMNS,
    ),
];

/// The metric of an item with this key.
pub fn item_metric(key: &str) -> Option<&'static Metric> {
    ITEM.iter().find(|metric| metric.key == key)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::facts::metric::Kind;

    #[test]
    fn keys_and_names_are_unique_and_ratios_have_additive_parts() {
        let keys: BTreeSet<_> = ITEM.iter().map(|metric| metric.key).collect();
        let names: BTreeSet<_> = ITEM.iter().map(|metric| metric.zh).collect();
        assert_eq!(keys.len(), 30, "the 38 columns but the date and what names the item");
        assert_eq!(names.len(), 30);
        for row in ITEM {
            if let Kind::Ratio { numerator, denominator } = row.kind {
                for part in [numerator, denominator] {
                    assert_eq!(item_metric(part).unwrap().kind, Kind::Additive, "{}", row.key);
                }
            }
        }
    }
}
