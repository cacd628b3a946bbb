//! The metric registry: what a number means, as data.

use Direction::{Down, Neutral, Up};
use Kind::{Additive, Opaque};
use Unit::{BasisPoints, Centiseconds, Count, Fen, X100, X100000};

use crate::base::money::div_round;

/// The unit that a value's integer counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// 分.
    Fen,
    /// People, pieces, orders …
    Count,
    /// 0.01 %.
    BasisPoints,
    /// 1/100 of the thing that is counted (pages per visitor).
    X100,
    /// 1/100,000 (shop ratings).
    X100000,
    /// Seconds × 100.
    Centiseconds,
}

impl Unit {
    /// What 1 of the thing is in this unit: 100 for yuan, 10,000 for a ratio.
    pub const fn scale(self) -> i64 {
        match self {
            Self::Count => 1,
            Self::Fen | Self::X100 | Self::Centiseconds => 100,
            Self::BasisPoints => 10_000,
            Self::X100000 => 100_000,
        }
    }

    /// The unit's label in an import report.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Fen => "fen",
            Self::Count => "count",
            Self::BasisPoints => "bp",
            Self::X100 | Self::Centiseconds => "x100",
            Self::X100000 => "x100000",
        }
    }
}

/// How values of several days become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// They add up.
    Additive,
    /// Recomputed as numerator ÷ denominator of the summed parts, in the metric's unit and rounded
    /// half away from zero; never added. Where the denominator is 0 there is no value.
    Ratio {
        /// Key of the metric above the line.
        numerator: &'static str,
        /// Key of the metric below the line.
        denominator: &'static str,
    },
    /// Cannot be recomputed from what the files hold: several days show "–".
    Opaque,
}

/// Which way is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// Neither.
    Neutral,
}

/// One metric of the registry.
#[derive(Clone, Copy, Debug)]
pub struct Metric {
    /// Its name in the file format, for good.
    pub key: &'static str,
    /// Its name in the exports of 生意参谋.
    pub zh: &'static str,
    /// Its English name.
    pub en: &'static str,
    /// The unit of its integers.
    pub unit: Unit,
    /// How days add up.
    pub kind: Kind,
    /// Of a ratio: per how many of the metric below the line it is said; 1 but for 千次展现花费.
    pub per: i64,
    /// Which way is good.
    pub direction: Direction,
    /// The id of its definition (M-xx), or the source of the column.
    pub source: &'static str,
}

/// 支付金额, paid sales.
pub const SALES: &str = "sales";
/// 访客数, unique visitors.
pub const VISITORS: &str = "visitors";
/// 支付买家数, paying buyers.
pub const BUYERS: &str = "buyers";
/// 支付件数, units sold.
pub const UNITS: &str = "units";
/// 支付转化率, pay conversion.
pub const CVR: &str = "cvr";
/// 客单价, average order value.
pub const AOV: &str = "aov";
/// 成功退款金额, refunds by the day of their completion.
pub const REFUNDS: &str = "refunds";
/// What advertising cost, by channel; together the spend of M-35.
pub const AD_SPEND: [&str; 4] = ["ad_sitewide", "ad_keyword", "ad_audience", "ad_smart"];

/// Every metric of the shop's day, in the order of the exports of 生意参谋.
///
/// Ratios were recomputed against the samples: all but 下单-支付转化率 (of the day's own orders,
/// not of the day's payments), 跳失率 and the mean times follow from their parts.
pub static SHOP_DAY: &[Metric] = &[
    row("visitors", "访客数", "Visitors", Count, Additive, Up, "M-03; 人天 over several days"),
    row("page_views", "浏览量", "Page views", Count, Additive, Up, "M-23"),
    row(
        "pages_per_visitor",
        "人均浏览量",
        "Pages per visitor",
        X100,
        ratio("page_views", "visitors"),
        Up,
        "M-19",
    ),
    row("stay_time", "平均停留时长", "Stay time (s)", Centiseconds, Opaque, Up, "M-20"),
    row("bounce_rate", "跳失率", "Bounce rate", BasisPoints, Opaque, Down, "M-18"),
    row("new_visitors", "新访客数", "New visitors", Count, Additive, Up, COLUMNS),
    row(
        "returning_visitors",
        "老访客数",
        "Returning visitors",
        Count,
        Additive,
        Up,
        "formats 4.2; M-24 is its share",
    ),
    row("item_visitors", "商品访客数", "Item visitors", Count, Additive, Up, COLUMNS),
    row("item_views", "商品浏览量", "Item views", Count, Additive, Up, COLUMNS),
    row(
        "item_favouriters",
        "商品收藏买家数",
        "People who favourited an item",
        Count,
        Additive,
        Up,
        "M-21",
    ),
    row("item_favourites", "商品收藏次数", "Item favourites", Count, Additive, Up, "M-21"),
    row(
        "shop_favouriters",
        "店铺收藏买家数",
        "People who favourited the shop",
        Count,
        Additive,
        Up,
        "M-21",
    ),
    row("cart_adders", "加购人数", "People who added to cart", Count, Additive, Up, "M-22"),
    row("cart_units", "加购件数", "Units added to cart", Count, Additive, Up, "M-22"),
    row("ordered_amount", "下单金额", "Ordered amount", Fen, Additive, Up, COLUMNS),
    row("order_buyers", "下单买家数", "Ordering buyers", Count, Additive, Up, COLUMNS),
    row("order_units", "下单件数", "Units ordered", Count, Additive, Up, COLUMNS),
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
        "order_pay_rate",
        "下单-支付转化率",
        "Orders that were paid",
        BasisPoints,
        Opaque,
        Up,
        "formats 4.2; of the day's own orders",
    ),
    row("sales", "支付金额", "Sales (GMV)", Fen, Additive, Up, "M-01"),
    row(
        "buyers",
        "支付买家数",
        "Paying buyers",
        Count,
        Additive,
        Up,
        "formats 4.2; 人天 over several days",
    ),
    row("units", "支付件数", "Units sold", Count, Additive, Up, "M-02"),
    row(
        "paid_items",
        "支付商品数",
        "Items sold (distinct)",
        Count,
        Opaque,
        Up,
        "M-13; items of several days overlap",
    ),
    row("sub_orders", "支付子订单数", "Paid order lines", Count, Additive, Up, COLUMNS),
    row("orders", "支付父订单数", "Paid orders", Count, Additive, Up, COLUMNS),
    row(
        "cvr",
        "支付转化率",
        "Pay conversion (CVR)",
        BasisPoints,
        ratio("buyers", "visitors"),
        Up,
        "M-04",
    ),
    row("aov", "客单价", "Average order value (AOV)", Fen, ratio("sales", "buyers"), Up, "M-06"),
    row(
        "visitor_value",
        "UV价值",
        "Value per visitor",
        Fen,
        ratio("sales", "visitors"),
        Up,
        "M-41",
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
    row(
        "refunds",
        "成功退款金额",
        "Refunds completed",
        Fen,
        Additive,
        Down,
        "M-65; by the day of completion",
    ),
    row("reviews", "评价数", "Reviews", Count, Additive, Up, "M-63"),
    row("photo_reviews", "有图评价数", "Reviews with pictures", Count, Additive, Up, COLUMNS),
    row("positive_reviews", "正面评价数", "Positive reviews", Count, Additive, Up, "M-61"),
    row("negative_reviews", "负面评价数", "Negative reviews", Count, Additive, Down, "M-62"),
    row("rating_item", "描述相符评分", "Rating: as described", X100000, Opaque, Up, "M-60"),
    row("rating_logistics", "物流服务评分", "Rating: logistics", X100000, Opaque, Up, "M-60"),
    row("rating_service", "服务态度评分", "Rating: service", X100000, Opaque, Up, "M-60"),
    row("parcels_collected", "揽收包裹数", "Parcels collected", Count, Additive, Neutral, COLUMNS),
    row("parcels_sent", "发货包裹数", "Parcels sent", Count, Additive, Neutral, COLUMNS),
    row("parcels_out", "派送包裹数", "Parcels out for delivery", Count, Additive, Neutral, COLUMNS),
    row(
        "parcels_signed",
        "签收成功包裹数",
        "Parcels signed for",
        Count,
        Additive,
        Neutral,
        COLUMNS,
    ),
    row(
        "pay_to_sign_time",
        "平均支付_签收时长(秒)",
        "From payment to delivery (s)",
        Centiseconds,
        Opaque,
        Down,
        COLUMNS,
    ),
    row(
        "affiliate_commission",
        "淘宝客佣金",
        "Affiliate commission",
        Fen,
        Additive,
        Neutral,
        COLUMNS,
    ),
    row(
        "ad_sitewide",
        "全站推广花费",
        "Ad spend: whole site",
        Fen,
        Additive,
        Neutral,
        "formats 4.2; part of M-35",
    ),
    row(
        "ad_keyword",
        "关键词推广花费",
        "Ad spend: keywords",
        Fen,
        Additive,
        Neutral,
        "formats 4.2; part of M-35",
    ),
    row(
        "ad_audience",
        "精准人群推广花费",
        "Ad spend: audiences",
        Fen,
        Additive,
        Neutral,
        "formats 4.2; part of M-35",
    ),
    row(
        "ad_smart",
        "智能场景花费",
        "Ad spend: smart scenes",
        Fen,
        Additive,
        Neutral,
        "formats 4.2; part of M-35",
    ),
    row("inquirers", "询单人数", "People who asked", Count, Additive, Up, "M-55"),
    row("inquiry_buyers", "询单支付买家数", "Buyers who asked", Count, Additive, Up, "M-54"),
    row(
        "inquiry_cvr",
        "询单转化率",
        "Inquiry conversion",
        BasisPoints,
        ratio("inquiry_buyers", "inquirers"),
        Up,
        "M-54",
    ),
    row(
        "inquiry_rate",
        "咨询率",
        "Inquiry rate",
        BasisPoints,
        ratio("inquirers", "visitors"),
        Neutral,
        COLUMNS,
    ),
    row(
        "response_time",
        "旺旺人工响应时长(秒)",
        "Response time (s)",
        Centiseconds,
        Opaque,
        Down,
        "M-59",
    ),
];

/// The source of a column that the specification does not name: the list of columns that
/// 自助取数 offers.
const COLUMNS: &str = "formats 4.2";

pub(crate) const fn ratio(numerator: &'static str, denominator: &'static str) -> Kind {
    Kind::Ratio { numerator, denominator }
}

pub(crate) const fn row(
    key: &'static str,
    zh: &'static str,
    en: &'static str,
    unit: Unit,
    kind: Kind,
    direction: Direction,
    source: &'static str,
) -> Metric {
    Metric { key, zh, en, unit, kind, per: 1, direction, source }
}

impl Metric {
    /// The same ratio, said per so many of the metric below the line.
    pub(crate) const fn per(self, per: i64) -> Self {
        Self { per, ..self }
    }

    /// What a ratio comes to, in the metric's unit and rounded half away from zero, from the sums
    /// of its parts, each in its own unit; `None` where the denominator is 0.
    pub fn ratio_of(&self, above: (i128, Unit), below: (i128, Unit)) -> Option<i64> {
        self.ratio_in(self.unit, above, below)
    }

    /// The same in another unit, as a file may write it with more places.
    pub fn ratio_in(&self, unit: Unit, above: (i128, Unit), below: (i128, Unit)) -> Option<i64> {
        if below.0 == 0 {
            return None;
        }
        let scale = i128::from(unit.scale()) * i128::from(below.1.scale()) * i128::from(self.per);
        let below = below.0 * i128::from(above.1.scale());
        i64::try_from(div_round(above.0 * scale, below)).ok()
    }
}

/// The metric with this key.
pub fn metric(key: &str) -> Option<&'static Metric> {
    SHOP_DAY.iter().find(|metric| metric.key == key)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn keys_and_names_are_unique_and_ratios_have_additive_parts() {
        let keys: BTreeSet<_> = SHOP_DAY.iter().map(|metric| metric.key).collect();
        let names: BTreeSet<_> = SHOP_DAY.iter().map(|metric| metric.zh).collect();
        assert_eq!(keys.len(), 54, "the 55 columns of the export but the date");
        assert_eq!(names.len(), 54);
        for row in SHOP_DAY {
            if let Kind::Ratio { numerator, denominator } = row.kind {
                for part in [numerator, denominator] {
                    assert_eq!(metric(part).unwrap().kind, Kind::Additive, "{}", row.key);
                }
            }
        }
    }
}
