//! Traffic sources and search words: their metrics, and the tree of sources.

use std::collections::BTreeSet;

use crate::facts::items::subject::PART;
use crate::facts::metric::Direction::Up;
use crate::facts::metric::Kind::Additive;
use crate::facts::metric::Unit::{BasisPoints, Count, Fen};
use crate::facts::metric::{Metric, ratio, row};

/// The source of these columns.
const COLUMNS: &str = "formats 4.2";
/// What stands in the place of a source's part in a row of sums.
pub const SUBTOTAL: &str = "汇总";

/// The metrics of a source and of a search word. The columns 变化 compare with a period that the
/// file does not name, and are not read.
pub static FLOW: &[Metric] = &[
    row("visitors", "访客数", "Visitors", Count, Additive, Up, "M-03; 人天 over several days"),
    row("ordered_amount", "下单金额", "Ordered amount", Fen, Additive, Up, COLUMNS),
    row("order_buyers", "下单买家数", "Ordering buyers", Count, Additive, Up, COLUMNS),
    row(
        "order_cvr",
        "下单转化率",
        "Order conversion",
        BasisPoints,
        ratio("order_buyers", "visitors"),
        Up,
        "M-05",
    ),
    row("sales", "支付金额", "Sales (GMV)", Fen, Additive, Up, "M-01"),
    row("buyers", "支付买家数", "Paying buyers", Count, Additive, Up, COLUMNS),
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
    row(
        "followers",
        "关注店铺买家数",
        "People who followed the shop",
        Count,
        Additive,
        Up,
        COLUMNS,
    ),
    row(
        "favouriters",
        "收藏商品买家数",
        "People who favourited an item",
        Count,
        Additive,
        Up,
        "M-21",
    ),
    row("cart_adders", "加购人数", "People who added to cart", Count, Additive, Up, "M-22"),
    row("new_visitors", "新访客", "New visitors", Count, Additive, Up, COLUMNS),
    row("direct_buyers", "直接支付买家数", "Buyers who paid at once", Count, Additive, Up, COLUMNS),
    row(
        "favourite_buyers",
        "收藏商品-支付买家数",
        "Buyers who had favourited",
        Count,
        Additive,
        Up,
        COLUMNS,
    ),
    row("fan_buyers", "粉丝支付买家数", "Buyers who follow the shop", Count, Additive, Up, COLUMNS),
    row(
        "cart_buyers",
        "加购商品-支付买家数",
        "Buyers who had it in their cart",
        Count,
        Additive,
        Up,
        COLUMNS,
    ),
];

/// A place in the tree of sources, as its key says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourcePath<'a> {
    key: &'a str,
}

impl<'a> SourcePath<'a> {
    /// Of the key of a source.
    pub fn of(key: &'a str) -> Self {
        Self { key }
    }

    /// The names from the first level down; what only says 汇总 is left out.
    pub fn parts(self) -> impl Iterator<Item = &'a str> {
        self.key.split(PART).filter(|part| *part != SUBTOTAL)
    }

    /// How deep it is: 1 for a first level such as 付费流量.
    pub fn level(self) -> usize {
        self.parts().count()
    }

    /// Its own name, without those above it.
    pub fn name(self) -> &'a str {
        self.parts().last().unwrap_or(self.key)
    }

    /// The name of its first level.
    pub fn first(self) -> &'a str {
        self.key.split(PART).next().unwrap_or(self.key)
    }

    /// Whether it is the sum of the sources below it, and must not be added to them.
    pub fn is_subtotal(self) -> bool {
        self.key.rsplit(PART).next() == Some(SUBTOTAL)
    }

    /// Whether it stands for a whole first level: its row of sums, or the only row of a level that
    /// has none (`其它来源›其它来源›其它来源`). One figure per first level: the visitors of a level
    /// are fewer than the sum of its sources, since people come by several.
    pub fn is_first_level(self) -> bool {
        let mut rest = self.key.split(PART).skip(1);
        let first = self.first();
        rest.clone().all(|part| part == SUBTOTAL) || rest.all(|part| part == first)
    }
}

/// The keys that nothing stands below: neither a row of sums, nor a row that leaves its last parts
/// open and whose path others continue.
pub fn leaves<'a>(keys: impl IntoIterator<Item = &'a str>) -> BTreeSet<&'a str> {
    let keys: BTreeSet<&str> =
        keys.into_iter().filter(|key| !SourcePath::of(key).is_subtotal()).collect();
    let is_leaf = |key: &&str| {
        let open = key.trim_end_matches(|c: char| c == PART || c.is_whitespace());
        let continues = |other: &str| {
            let rest = other.strip_prefix(open).and_then(|rest| rest.strip_prefix(PART));
            rest.is_some_and(|rest| rest.chars().any(|c| c != PART && !c.is_whitespace()))
        };
        !keys.iter().any(|other| continues(other))
    };
    keys.iter().copied().filter(is_leaf).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_that_others_continue_is_no_leaf() {
        let keys = [
            "平台流量›汇总›汇总",
            "平台流量›手淘推荐›",
            "平台流量›手淘推荐›首页推荐",
            "平台流量›手淘搜索›",
            "平台流量›手淘搜索›汇总",
            "其它来源››",
        ];
        let found: Vec<&str> = leaves(keys).into_iter().collect();
        assert_eq!(found, ["其它来源››", "平台流量›手淘推荐›首页推荐", "平台流量›手淘搜索›"]);
    }

    #[test]
    fn subtotals_are_told_from_the_sources_below_them() {
        let of = |key| {
            let path = SourcePath::of(key);
            (path.level(), path.name(), path.is_subtotal(), path.is_first_level())
        };
        assert_eq!(of("付费流量›汇总›汇总"), (1, "付费流量", true, true));
        assert_eq!(of("平台流量›手淘搜索›汇总"), (2, "手淘搜索", true, false));
        assert_eq!(of("平台流量›手淘搜索›手淘搜索"), (3, "手淘搜索", false, false));
        assert_eq!(of("其它来源›其它来源›其它来源"), (3, "其它来源", false, true));
    }
}
