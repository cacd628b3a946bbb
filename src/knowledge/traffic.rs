//! Where visitors come from, as data (T-81): what a source is called in the old and the new layout
//! of the export, and whether it is free, paid, the shop's own, or something else.

use serde::{Deserialize, Serialize};

use crate::base::locale::Locale;
use crate::facts::items::metric::flow::SourcePath;

/// What kind of traffic a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// 免费: the platform sends them.
    Free,
    /// 付费: they are paid for.
    Paid,
    /// 自主: they knew the shop and came by themselves.
    Own,
    /// 其他: from outside, or unknown.
    Other,
}

impl Channel {
    /// In the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Free, Self::Paid, Self::Own, Self::Other];

    /// What it is called.
    pub fn name(self, locale: Locale) -> &'static str {
        let names = match self {
            Self::Free => ("免费流量", "Free"),
            Self::Paid => ("付费流量", "Paid"),
            Self::Own => ("自主访问", "Own"),
            Self::Other => ("其他", "Other"),
        };
        pick(names, locale)
    }
}

/// A source that is known by name.
#[derive(Clone, Copy, Debug)]
pub struct TrafficSource {
    /// 来源名称 of the export, as it is today; its key.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
    /// What kind of traffic it is, wherever it stands in the tree.
    pub channel: Channel,
    /// Other names of it.
    pub aliases: &'static [&'static str],
    /// The shop-day metric that says what it costs, where no report of plans does.
    pub cost: Option<&'static str>,
}

const fn row(zh: &'static str, en: &'static str, channel: Channel) -> TrafficSource {
    TrafficSource { zh, en, channel, aliases: &[], cost: None }
}

const fn also(
    zh: &'static str,
    en: &'static str,
    channel: Channel,
    aliases: &'static [&'static str],
) -> TrafficSource {
    TrafficSource { zh, en, channel, aliases, cost: None }
}

const fn paid(zh: &'static str, en: &'static str, cost: &'static str) -> TrafficSource {
    TrafficSource { zh, en, channel: Channel::Paid, aliases: &[], cost: Some(cost) }
}

/// Organic search (M-25).
pub const SEARCH: &str = "手淘搜索";
/// 淘宝客, whose cost is in the report of 淘宝联盟.
pub const AFFILIATES: &str = "淘宝客";

/// The sources that are known by name (T-81; formats §4.2, both layouts). Others are told by the
/// first level of the tree in which they stand.
pub static SOURCES: &[TrafficSource] = &[
    also(SEARCH, "Taobao search", Channel::Free, &["淘宝搜索", "天猫搜索"]),
    also("首页推荐", "Home feed", Channel::Free, &["手淘首页", "首页"]),
    row("猜你喜欢", "Suggested items", Channel::Free),
    row("购物车猜你喜欢", "Cart feed", Channel::Free),
    row("订单页推荐", "Order-page feed", Channel::Free),
    row("购后推荐", "After-purchase feed", Channel::Free),
    row("手淘推荐", "Taobao feed", Channel::Free),
    also("逛逛", "Guangguang (content)", Channel::Free, &["微淘"]),
    row("淘宝直播", "Taobao Live", Channel::Free),
    row("手淘其他店铺商品详情", "Other shops’ pages", Channel::Free),
    row("聚划算", "Juhuasuan", Channel::Free),
    row("淘金币", "Taobao coins", Channel::Free),
    row("淘内免费其他", "Other free on Taobao", Channel::Free),
    paid("关键词推广", "Keyword ads", "ad_keyword"),
    paid("精准人群推广", "Audience ads", "ad_audience"),
    paid("智能场景", "Smart-scene ads", "ad_smart"),
    paid("全站推广", "Site-wide ads", "ad_sitewide"),
    paid(AFFILIATES, "Affiliates", "affiliate_commission"),
    row("购物车", "Cart", Channel::Own),
    row("我的淘宝", "My Taobao", Channel::Own),
    also("直接访问", "Direct visits", Channel::Own, &["手淘直接访问"]),
    also("收藏", "Favourites", Channel::Own, &["宝贝收藏", "我的收藏"]),
    row("店铺页", "Shop pages", Channel::Own),
    also("粉丝", "Followers", Channel::Own, &["关注店铺", "店铺关注"]),
    row("会员中心", "Member centre", Channel::Own),
    row("会员专享券", "Member coupons", Channel::Own),
    also("其它来源", "Other sources", Channel::Other, &["其他来源", "其它", "其他"]),
];

/// What the first levels of both layouts are.
static FIRST_LEVELS: &[(&str, Channel)] = &[
    ("淘内免费", Channel::Free),
    ("平台流量", Channel::Free),
    ("付费流量", Channel::Paid),
    ("广告流量", Channel::Paid),
    ("自主访问", Channel::Own),
    ("经营优势", Channel::Own),
];

/// Where a source belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed<'a> {
    /// Its name as it is today: the same in the old and the new layout.
    pub name: &'a str,
    /// What kind of traffic it is.
    pub channel: Channel,
}

/// The source of that name, under any of its names.
pub fn source(name: &str) -> Option<&'static TrafficSource> {
    SOURCES.iter().find(|one| one.zh == name || one.aliases.contains(&name))
}

/// Where the source with this key of a keyed table (`一级来源›二级来源›三级来源`) belongs.
pub fn place(key: &str) -> Placed<'_> {
    let path = SourcePath::of(key);
    let name = path.parts().filter(|part| !part.trim().is_empty()).last().unwrap_or(key);
    if let Some(known) = source(name) {
        return Placed { name: known.zh, channel: known.channel };
    }
    let level = FIRST_LEVELS.iter().find(|(first, _)| *first == path.first());
    Placed { name, channel: level.map_or(Channel::Other, |(_, channel)| *channel) }
}

/// What a source is called; one that is not known has the platform's name in both languages.
pub fn source_name(name: &str, locale: Locale) -> &str {
    match (source(name), locale) {
        (Some(known), Locale::En) => known.en,
        (Some(known), Locale::Zh) => known.zh,
        (None, _) => name,
    }
}

fn pick((zh, en): (&'static str, &'static str), locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::facts::metric::metric;

    #[test]
    fn every_name_means_one_source_and_every_cost_is_a_metric() {
        let all = SOURCES.iter().flat_map(|one| one.aliases.iter().copied().chain([one.zh]));
        let names: Vec<&str> = all.collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
        for one in SOURCES {
            assert!(one.cost.is_none_or(|key| metric(key).is_some()), "{}", one.zh);
            assert!(one.en.chars().all(|c| c.is_ascii() || c == '’'), "{}", one.en);
        }
    }

    #[test]
    fn both_layouts_lead_to_the_same_source() {
        for (old, new, name, channel) in [
            (
                "付费流量›关键词推广›关键词推广",
                "广告流量›阿里妈妈推广›关键词推广",
                "关键词推广",
                Channel::Paid,
            ),
            ("淘内免费›手淘推荐›首页推荐", "平台流量›手淘推荐›首页推荐", "首页推荐", Channel::Free),
            // The cart moved from 自主访问 to 平台流量, and is people who knew the shop all the same.
            ("自主访问›购物车›购物车", "平台流量›购物车›购物车", "购物车", Channel::Own),
            ("其它来源›其它来源›其它来源", "其它来源", "其它来源", Channel::Other),
        ] {
            assert_eq!(place(old), Placed { name, channel });
            assert_eq!(place(new), Placed { name, channel });
        }
    }

    #[test]
    fn a_source_without_a_row_is_told_by_its_first_level() {
        assert_eq!(place("经营优势›会员›会员日").channel, Channel::Own);
        assert_eq!(place("淘外APP›示例内容平台›示例内容平台").channel, Channel::Other);
        let placed = place("付费流量›品销宝›");
        assert_eq!((placed.name, placed.channel), ("品销宝", Channel::Paid));
        assert_eq!(source_name("品销宝", Locale::En), "品销宝");
        assert_eq!(source_name("手淘搜索", Locale::En), "Taobao search");
    }
}
