//! What is observed of a competitor, as data (T-24): the unit of each, which are indices of the
//! platform, and from when on a change matters.

/// What an observation's number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// 分.
    Fen,
    /// Pieces, people, reviews.
    Pieces,
    /// A place in a list; 1 is the first.
    Place,
    /// 1/100 of a point.
    Points100,
    /// A share of a whole, in basis points.
    Share,
    /// An index of the platform: it rises and falls with the real number, and is none.
    Index,
    /// Nothing: words.
    Words,
}

/// Which of two values is the better one for a buyer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Best {
    /// The higher one: sales, ratings.
    High,
    /// The lower one: prices, places in a list.
    Low,
    /// Neither: it is only another.
    Neither,
}

/// One attribute.
#[derive(Clone, Copy, Debug)]
pub struct RivalAttribute {
    /// Its name in the file format, for good.
    pub key: &'static str,
    /// Its name: Chinese, English.
    pub name: (&'static str, &'static str),
    /// What its number counts.
    pub counts: Counts,
    /// From this change on it is important, and from this on urgent: basis points of the value
    /// before; for [`Counts::Place`] places, for [`Counts::Points100`] 1/100 of a point, for
    /// [`Counts::Share`] basis points of the whole. Words have none: any change of them is
    /// important.
    pub limits: (i64, i64),
    /// Which value is the better one.
    pub best: Best,
    /// Whether it is looked at every time; the others now and then (T-24, columns of the shop).
    pub is_usual: bool,
}

const fn row(
    key: &'static str,
    name: (&'static str, &'static str),
    counts: Counts,
    limits: (i64, i64),
    best: Best,
) -> RivalAttribute {
    RivalAttribute { key, name, counts, limits, best, is_usual: true }
}

/// One that is looked at now and then.
const fn rare(row: RivalAttribute) -> RivalAttribute {
    RivalAttribute { is_usual: false, ..row }
}

const fn words(key: &'static str, name: (&'static str, &'static str)) -> RivalAttribute {
    row(key, name, Words, (0, 0), Neither)
}

use Best::{High, Low, Neither};
use Counts::{Fen, Index, Pieces, Place, Points100, Share, Words};

/// The attributes, in the order in which they are asked for. Price counts more than the rest
/// (features 2.3): its limits are the narrowest.
pub static RIVAL_ATTRIBUTES: &[RivalAttribute] = &[
    row("price", ("价格", "Price"), Fen, (300, 1_000), Low),
    row("final_price", ("到手价", "Price after discounts"), Fen, (300, 1_000), Low),
    row("units", ("月销量", "Monthly sales"), Pieces, (1_000, 3_000), High),
    row("visitors", ("访客数", "Visitors"), Pieces, (2_000, 5_000), High),
    row("rank", ("排名", "Rank"), Place, (2, 5), Low),
    row("reviews", ("评价数", "Reviews"), Pieces, (2_000, 5_000), High),
    row("rating", ("评分", "Rating"), Points100, (5, 10), High),
    rare(row("aov", ("客单价", "Order value"), Fen, (500, 1_500), High)),
    rare(row(
        "search_share",
        ("自然搜索占比", "Share of free search"),
        Share,
        (500, 1_500),
        Neither,
    )),
    rare(row("event_cvr", ("活动转化率", "Conversion in campaigns"), Share, (100, 300), High)),
    row("trade_index", ("交易指数", "Trade index"), Index, (1_000, 3_000), High),
    row("traffic_index", ("流量指数", "Traffic index"), Index, (2_000, 5_000), High),
    words("main_image", ("主图", "Main image")),
    words("promotion", ("活动", "Promotion")),
    words("new_product", ("上新", "New product")),
    rare(words("traffic_sources", ("流量来源", "Sources of traffic"))),
    rare(words("structure", ("产品结构", "Structure of products"))),
    rare(words("hit_traits", ("爆款特点", "What its bestsellers have"))),
    rare(words("cross_sell", ("关联产品策略", "What is sold along"))),
];

/// The attribute with this key; `None` for a word of the user's own.
pub fn rival_attribute(key: &str) -> Option<&'static RivalAttribute> {
    RIVAL_ATTRIBUTES.iter().find(|attribute| attribute.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_attribute_has_its_own_key_and_rising_limits() {
        for (idx, row) in RIVAL_ATTRIBUTES.iter().enumerate() {
            assert!(RIVAL_ATTRIBUTES[..idx].iter().all(|other| other.key != row.key));
            assert!(row.limits.0 <= row.limits.1, "{}", row.key);
            assert!(row.counts != Words || row.best == Neither, "{}", row.key);
        }
    }
}
