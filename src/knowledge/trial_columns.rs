//! The headings under which platforms and spreadsheets write what a variant of a test did (T-48).

/// What a column of a pasted table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TrialColumn {
    /// What the variant is called.
    Name,
    /// 展现量.
    Impressions,
    /// 点击量.
    Clicks,
    /// 访客数.
    Visitors,
    /// 收藏.
    Favourites,
    /// 加购.
    Carts,
    /// 支付买家数.
    Buyers,
    /// 花费.
    Spend,
    /// A column that is of no use here: rates, for one, are worked out.
    Other,
}

/// The columns of a table without headings, in their order.
pub const PLAIN: [TrialColumn; 8] = [
    TrialColumn::Name,
    TrialColumn::Impressions,
    TrialColumn::Clicks,
    TrialColumn::Visitors,
    TrialColumn::Favourites,
    TrialColumn::Carts,
    TrialColumn::Buyers,
    TrialColumn::Spend,
];

/// A heading is of the first row of which it has one of the words.
static HEADINGS: &[(TrialColumn, &[&str])] = &[
    (TrialColumn::Other, &["率", "均", "单价", "排名", "roi", "ctr", "cvr", "cpc", "rate", "%"]),
    (TrialColumn::Impressions, &["展现", "曝光", "impression", "views"]),
    (TrialColumn::Clicks, &["点击", "click"]),
    (TrialColumn::Favourites, &["收藏", "favourite", "favorite"]),
    (TrialColumn::Carts, &["加购", "购物车", "cart"]),
    (TrialColumn::Buyers, &["买家", "成交笔", "buyer", "order", "purchase"]),
    (TrialColumn::Visitors, &["访客", "visitor", "uv"]),
    (TrialColumn::Spend, &["花费", "消耗", "spend", "cost"]),
    (
        TrialColumn::Name,
        &["名称", "创意", "素材", "标题", "方案", "款", "图", "variant", "name", "creative"],
    ),
];

/// What a heading stands over.
pub fn column(heading: &str) -> TrialColumn {
    let heading = heading.trim().to_lowercase();
    let fits = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    let found = HEADINGS.iter().find(|(_, words)| fits(words));
    found.map_or(TrialColumn::Other, |(column, _)| *column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_the_platform_are_known() {
        for (heading, expected) in [
            ("创意名称", TrialColumn::Name),
            ("展现量", TrialColumn::Impressions),
            ("点击量", TrialColumn::Clicks),
            ("点击率", TrialColumn::Other),
            ("平均点击花费", TrialColumn::Other),
            ("总收藏数", TrialColumn::Favourites),
            ("加购件数", TrialColumn::Carts),
            ("支付买家数", TrialColumn::Buyers),
            ("访客数", TrialColumn::Visitors),
            ("花费(元)", TrialColumn::Spend),
            ("Clicks", TrialColumn::Clicks),
            ("备注", TrialColumn::Other),
        ] {
            assert_eq!(column(heading), expected, "{heading}");
        }
    }
}
