//! What the rows of a keyed table are about.

use serde::{Deserialize, Serialize};

use crate::base::extra::Extra;
use crate::base::record::Record;
use crate::facts::items::chunk::ItemRef;
use crate::facts::items::metric::ITEM;
use crate::facts::items::metric::ads::{AD, AFFILIATE};
use crate::facts::items::metric::flow::FLOW;
use crate::facts::metric::{Metric, SHOP_DAY};

/// What one row of a keyed table is about. Figures of two subjects are never added up: the items
/// of a plan are the same money as the plan, and a visitor who came by two sources is one visitor
/// of the shop.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// An item of the shop, by 商品ID.
    #[default]
    Item,
    /// The whole shop over a longer period, in which people are counted once.
    Shop,
    /// Where visitors come from: `一级来源›二级来源›三级来源`, see [`super::metric::flow`].
    Source,
    /// What visitors searched for.
    SearchWord,
    /// An advertising plan, by 计划ID; its code is the channel.
    AdPlan,
    /// An item in a plan: `计划ID›主体ID`; its code is the channel.
    AdItem,
    /// An audience of a plan: `计划ID›主体ID›人群名字`; its code is the channel.
    AdAudience,
    /// What 淘宝联盟 brought, by 数据内容.
    Affiliate,
}

/// Stands between the parts of a key that has several.
pub const PART: char = '›';

impl Subject {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Item,
        Self::Shop,
        Self::Source,
        Self::SearchWord,
        Self::AdPlan,
        Self::AdItem,
        Self::AdAudience,
        Self::Affiliate,
    ];

    /// The metrics of such a row, in the order of their export.
    pub fn metrics(self) -> &'static [Metric] {
        match self {
            Self::Item => ITEM,
            Self::Shop => SHOP_DAY,
            Self::Source | Self::SearchWord => FLOW,
            Self::AdPlan | Self::AdItem | Self::AdAudience => AD,
            Self::Affiliate => AFFILIATE,
        }
    }

    /// The metric with this key.
    pub fn metric(self, key: &str) -> Option<&'static Metric> {
        self.metrics().iter().find(|metric| metric.key == key)
    }

    /// Whether its rows come from 万相台.
    pub fn is_of_ads(self) -> bool {
        matches!(self, Self::AdPlan | Self::AdItem | Self::AdAudience)
    }

    /// The longest key, in characters.
    pub fn max_id(self) -> usize {
        match self {
            Self::Item => super::table::MAX_ITEM_ID,
            _ => super::table::MAX_KEY,
        }
    }
}

/// The figures of a subject other than items.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct KeyedFacts {
    /// What the rows are about.
    pub subject: Subject,
    /// Days, in order, no two chunks with a day in common.
    #[serde(default)]
    pub days: Vec<ItemRef>,
    /// Longer periods as one figure each, in order, each period once.
    #[serde(default)]
    pub periods: Vec<ItemRef>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl KeyedFacts {
    /// Of a subject of which nothing is known.
    pub fn new(subject: Subject) -> Self {
        Self { subject, days: Vec::new(), periods: Vec::new(), extra: Extra::new() }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::facts::metric::Kind;

    #[test]
    fn keys_and_names_of_a_subject_are_unique_and_ratios_have_additive_parts() {
        for subject in Subject::ALL {
            let all = subject.metrics();
            let keys: BTreeSet<_> = all.iter().map(|metric| metric.key).collect();
            let names: BTreeSet<_> = all.iter().map(|metric| metric.zh).collect();
            assert_eq!((keys.len(), names.len()), (all.len(), all.len()), "{subject:?}");
            for row in all {
                if let Kind::Ratio { numerator, denominator } = row.kind {
                    for part in [numerator, denominator] {
                        let part = subject.metric(part).unwrap();
                        assert_eq!(part.kind, Kind::Additive, "{}", row.key);
                    }
                }
            }
        }
    }
}
