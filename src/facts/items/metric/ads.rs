//! The metrics of 万相台 (plans, items, audiences) and of 淘宝联盟, and the names of channels.

use crate::facts::metric::Direction::{Down, Neutral, Up};
use crate::facts::metric::Kind::Additive;
use crate::facts::metric::Unit::{BasisPoints, Count, Fen, X100};
use crate::facts::metric::{Metric, ratio, row};

/// Columns of 万相台.
const COLUMNS: &str = "formats 4.3";
/// Its ratios, as one project reproduced them from exports.
const RATIOS: &str = "formats 4.4";

/// What an advertisement cost.
pub const SPEND: &str = "spend";

/// The metrics of a plan, of an item in it and of an audience. Sales are what 万相台 attributes
/// to the advertisement: they move until the attribution's window closes, and are no part of the
/// shop's sales.
pub static AD: &[Metric] = &[
    row("impressions", "展现量", "Impressions", Count, Additive, Up, COLUMNS),
    row("clicks", "点击量", "Clicks", Count, Additive, Up, COLUMNS),
    row(SPEND, "花费", "Spend", Fen, Additive, Neutral, "formats 4.3; M-35"),
    row("ctr", "点击率", "Click rate", BasisPoints, ratio("clicks", "impressions"), Up, RATIOS),
    row("cpc", "平均点击花费", "Cost per click", Fen, ratio(SPEND, "clicks"), Down, RATIOS),
    row(
        "cpm",
        "千次展现花费",
        "Cost per 1,000 impressions",
        Fen,
        ratio(SPEND, "impressions"),
        Down,
        RATIOS,
    )
    .per(1_000),
    row("presale_sales", "总预售成交金额", "Presale sales", Fen, Additive, Up, COLUMNS),
    row("presale_orders", "总预售成交笔数", "Presale orders", Count, Additive, Up, COLUMNS),
    row("direct_sales", "直接成交金额", "Direct sales", Fen, Additive, Up, COLUMNS),
    row("indirect_sales", "间接成交金额", "Indirect sales", Fen, Additive, Up, COLUMNS),
    row("sales", "总成交金额", "Attributed sales", Fen, Additive, Up, COLUMNS),
    row("orders", "总成交笔数", "Attributed orders", Count, Additive, Up, COLUMNS),
    row("direct_orders", "直接成交笔数", "Direct orders", Count, Additive, Up, COLUMNS),
    row("indirect_orders", "间接成交笔数", "Indirect orders", Count, Additive, Up, COLUMNS),
    row(
        "click_cvr",
        "点击转化率",
        "Orders per click",
        BasisPoints,
        ratio("orders", "clicks"),
        Up,
        RATIOS,
    ),
    row("roi", "投入产出比", "Return on spend (ROI)", X100, ratio("sales", SPEND), Up, RATIOS),
    row("order_cost", "总成交成本", "Cost per order", Fen, ratio(SPEND, "orders"), Down, RATIOS),
    row("carts", "总购物车数", "Added to cart", Count, Additive, Up, COLUMNS),
    row("direct_carts", "直接购物车数", "Directly added to cart", Count, Additive, Up, COLUMNS),
    row("cart_rate", "加购率", "Cart rate", BasisPoints, ratio("carts", "clicks"), Up, RATIOS),
    row("favourites", "收藏宝贝数", "Item favourites", Count, Additive, Up, COLUMNS),
    row("shop_favourites", "收藏店铺数", "Shop favourites", Count, Additive, Up, COLUMNS),
    row(
        "shop_favourite_cost",
        "店铺收藏成本",
        "Cost per shop favourite",
        Fen,
        ratio(SPEND, "shop_favourites"),
        Down,
        RATIOS,
    ),
    row("favourite_carts", "总收藏加购数", "Favourites and carts", Count, Additive, Up, COLUMNS),
    row(
        "favourite_cart_cost",
        "总收藏加购成本",
        "Cost per favourite or cart",
        Fen,
        ratio(SPEND, "favourite_carts"),
        Down,
        RATIOS,
    ),
    row(
        "item_favourite_carts",
        "宝贝收藏加购数",
        "Item favourites and carts",
        Count,
        Additive,
        Up,
        COLUMNS,
    ),
    row(
        "item_favourite_cart_cost",
        "宝贝收藏加购成本",
        "Cost per item favourite or cart",
        Fen,
        ratio(SPEND, "item_favourite_carts"),
        Down,
        RATIOS,
    ),
    row(
        "favourite_cost",
        "宝贝收藏成本",
        "Cost per item favourite",
        Fen,
        ratio(SPEND, "favourites"),
        Down,
        RATIOS,
    ),
    row(
        "favourite_rate",
        "宝贝收藏率",
        "Item favourite rate",
        BasisPoints,
        ratio("favourites", "clicks"),
        Up,
        RATIOS,
    ),
    row("cart_cost", "加购成本", "Cost per cart", Fen, ratio(SPEND, "carts"), Down, RATIOS),
    row("ordered", "拍下订单笔数", "Orders placed", Count, Additive, Up, COLUMNS),
    row("ordered_amount", "拍下订单金额", "Amount of orders placed", Fen, Additive, Up, COLUMNS),
    row("coupons", "优惠券领取量", "Coupons taken", Count, Additive, Up, COLUMNS),
    row("inquiries", "旺旺咨询量", "Inquiries", Count, Additive, Up, COLUMNS),
    row("visits", "引导访问量", "Guided visits", Count, Additive, Up, COLUMNS),
    row(
        "visitors",
        "引导访问人数",
        "Guided visitors",
        Count,
        Additive,
        Up,
        "formats 4.3; 人天 over several days",
    ),
    row("prospects", "引导访问潜客数", "Guided prospects", Count, Additive, Up, COLUMNS),
    row(
        "prospect_share",
        "引导访问潜客占比",
        "Share of prospects",
        BasisPoints,
        ratio("prospects", "visitors"),
        Neutral,
        RATIOS,
    ),
    row("members_joined", "入会量", "Members joined", Count, Additive, Up, COLUMNS),
    row(
        "visit_rate",
        "引导访问率",
        "Guided visits per impression",
        BasisPoints,
        ratio("visits", "impressions"),
        Up,
        RATIOS,
    ),
    row("deep_visits", "深度访问量", "Deep visits", Count, Additive, Up, COLUMNS),
    row("new_buyers", "成交新客数", "New buyers", Count, Additive, Up, COLUMNS),
    row(
        "new_buyer_share",
        "成交新客占比",
        "Share of new buyers",
        BasisPoints,
        ratio("new_buyers", "buyers"),
        Neutral,
        RATIOS,
    ),
    row("buyers", "成交人数", "Buyers", Count, Additive, Up, "formats 4.3; 人天 over several days"),
    row(
        "buyer_value",
        "人均成交金额",
        "Sales per buyer",
        Fen,
        ratio("sales", "buyers"),
        Up,
        RATIOS,
    ),
    row(
        "natural_sales",
        "自然流量转化金额",
        "Sales of natural traffic",
        Fen,
        Additive,
        Up,
        COLUMNS,
    ),
];

/// The metrics of 淘宝联盟, by the day of payment.
pub static AFFILIATE: &[Metric] = &[
    row("clicks", "点击量(进店量)", "Clicks", Count, Additive, Up, COLUMNS),
    row("visitors", "点击人数(进店人数)", "Visitors", Count, Additive, Up, COLUMNS),
    row(
        "cvr",
        "点击转化率(付款转化率)",
        "Pay conversion",
        BasisPoints,
        ratio("buyers", "visitors"),
        Up,
        COLUMNS,
    ),
    row("buyers", "付款人数", "Paying buyers", Count, Additive, Up, COLUMNS),
    row("sales", "付款金额", "Sales", Fen, Additive, Up, COLUMNS),
    row("orders", "付款笔数", "Paid orders", Count, Additive, Up, COLUMNS),
    row("units", "付款件数", "Units sold", Count, Additive, Up, COLUMNS),
    row("commission", "付款佣金支出", "Commission", Fen, Additive, Neutral, COLUMNS),
    row("service_fee", "付款服务费支出", "Service fee", Fen, Additive, Neutral, COLUMNS),
    row(
        "commission_rate",
        "付款佣金率",
        "Commission rate",
        BasisPoints,
        ratio("commission", "sales"),
        Neutral,
        COLUMNS,
    ),
    row(SPEND, "付款支出费用", "Cost", Fen, Additive, Neutral, COLUMNS),
    row("settled_buyers", "结算人数", "Settled buyers", Count, Additive, Up, COLUMNS),
    row("settled_orders", "结算笔数", "Settled orders", Count, Additive, Up, COLUMNS),
    row("settled_sales", "结算金额", "Settled sales", Fen, Additive, Up, COLUMNS),
    row(
        "settled_commission",
        "结算佣金支出",
        "Settled commission",
        Fen,
        Additive,
        Neutral,
        COLUMNS,
    ),
    row("settled_fee", "结算服务费支出", "Settled service fee", Fen, Additive, Neutral, COLUMNS),
    row("settled_cost", "结算支出费用", "Settled cost", Fen, Additive, Neutral, COLUMNS),
    row("confirmed_buyers", "确认收货人数", "Buyers who received", Count, Additive, Up, COLUMNS),
    row("confirmed_orders", "确认收货笔数", "Orders received", Count, Additive, Up, COLUMNS),
    row("confirmed_sales", "确认收货金额", "Sales received", Fen, Additive, Up, COLUMNS),
    row(
        "unit_cost",
        "单件商品付款支出费用",
        "Cost per unit",
        Fen,
        ratio(SPEND, "units"),
        Down,
        COLUMNS,
    ),
];

/// A channel's name from a day on.
#[derive(Clone, Copy, Debug)]
pub struct Renamed {
    /// What it was called.
    pub old: &'static str,
    /// What it is called.
    pub new: &'static str,
    /// Since when; reports of later days may keep the old name all the same.
    pub since: &'static str,
}

/// Channels that were renamed when 万相台无界 took them in (formats §4.3, samples' README).
pub static RENAMED: &[Renamed] = &[
    Renamed { old: "直通车", new: "关键词推广", since: "2024-02-19" },
    Renamed { old: "引力魔方", new: "精准人群推广", since: "2024-02-19" },
    Renamed { old: "超级推荐", new: "精准人群推广", since: "2024-02-19" },
    Renamed { old: "钻展", new: "精准人群推广", since: "2024-02-19" },
    Renamed { old: "万相台", new: "智能场景", since: "2024-02-19" },
];

/// The name of a channel as it is today: `直通车` and `关键词推广(原直通车)` are 关键词推广.
pub fn channel(name: &str) -> &str {
    let name = name.trim();
    let name = match name.find(['(', '（']) {
        Some(at) if name[at..].contains('原') => name[..at].trim_end(),
        _ => name,
    };
    RENAMED.iter().find(|one| one.old == name).map_or(name, |one| one.new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_names_of_channels_mean_the_new_ones() {
        assert_eq!(channel("直通车"), "关键词推广");
        assert_eq!(channel("智能场景(原万相台)"), "智能场景");
        assert_eq!(channel("精准人群推广（原引力魔方）"), "精准人群推广");
        assert_eq!(channel("全站推广"), "全站推广");
        assert_eq!(channel("首页(新版)"), "首页(新版)");
    }
}
