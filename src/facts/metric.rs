//! The metric registry: what a number means, as data.

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

/// How values of several days become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// They add up.
    Additive,
    /// Recomputed as `scale × numerator ÷ denominator` of the summed parts; never added.
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

/// Every metric of the shop's day.
pub static SHOP_DAY: &[Metric] = &[];

/// The metric with this key.
pub fn metric(key: &str) -> Option<&'static Metric> {
    SHOP_DAY.iter().find(|metric| metric.key == key)
}
