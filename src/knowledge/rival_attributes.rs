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
    /// An index of the platform: it rises and falls with the real number, and is none.
    Index,
    /// Nothing: words.
    Words,
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
    /// before; for [`Counts::Place`] places, for [`Counts::Points100`] 1/100 of a point. Words
    /// have none: any change of them is important.
    pub limits: (i64, i64),
}

const fn row(
    key: &'static str,
    name: (&'static str, &'static str),
    counts: Counts,
    limits: (i64, i64),
) -> RivalAttribute {
    RivalAttribute { key, name, counts, limits }
}

use Counts::{Fen, Index, Pieces, Place, Points100, Words};

/// The attributes, in the order in which they are asked for. Price counts more than the rest
/// (features 2.3): its limits are the narrowest.
pub static RIVAL_ATTRIBUTES: &[RivalAttribute] = &[
    row("price", ("价格", "Price"), Fen, (300, 1_000)),
    row("final_price", ("到手价", "Price after discounts"), Fen, (300, 1_000)),
    row("units", ("月销量", "Monthly sales"), Pieces, (1_000, 3_000)),
    row("visitors", ("访客数", "Visitors"), Pieces, (2_000, 5_000)),
    row("rank", ("排名", "Rank"), Place, (2, 5)),
    row("reviews", ("评价数", "Reviews"), Pieces, (2_000, 5_000)),
    row("rating", ("评分", "Rating"), Points100, (5, 10)),
    row("trade_index", ("交易指数", "Trade index"), Index, (1_000, 3_000)),
    row("traffic_index", ("流量指数", "Traffic index"), Index, (2_000, 5_000)),
    row("main_image", ("主图", "Main image"), Words, (0, 0)),
    row("promotion", ("活动", "Promotion"), Words, (0, 0)),
    row("new_product", ("上新", "New product"), Words, (0, 0)),
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
        }
    }
}
