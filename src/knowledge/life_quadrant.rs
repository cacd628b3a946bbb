//! The four fields of traffic × conversion, and what to do with the items in each (T-42,
//! R-10 … R-13), as data.

use serde::{Deserialize, Serialize};

use crate::base::locale::Locale;

/// For how many days an item that neither draws nor sells keeps its slot, unless the user says
/// otherwise.
pub const WATCH_DAYS: u32 = 14;

/// Where an item stands by its visitors and its conversion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LifeField {
    /// Both are high.
    Push,
    /// Few come, and many of them buy.
    Feed,
    /// Many come, and few of them buy.
    Lift,
    /// Neither.
    Watch,
}

impl LifeField {
    /// In the order in which they are talked of.
    pub const ALL: [Self; 4] = [Self::Push, Self::Feed, Self::Lift, Self::Watch];

    /// The field of values that are at or above their cuts, or not.
    pub fn of(is_traffic_high: bool, is_rate_high: bool) -> Self {
        match (is_traffic_high, is_rate_high) {
            (true, true) => Self::Push,
            (false, true) => Self::Feed,
            (true, false) => Self::Lift,
            (false, false) => Self::Watch,
        }
    }

    /// What is known of it.
    pub fn row(self) -> &'static LifeRow {
        &LIFE_FIELDS[self as usize]
    }
}

/// What is known of one field.
#[derive(Clone, Copy, Debug)]
pub struct LifeRow {
    /// The field.
    pub field: LifeField,
    /// What it is called: Chinese, English.
    pub name: (&'static str, &'static str),
    /// What the source advises; `{days}` stands for the days of watching.
    pub action: (&'static str, &'static str),
    /// What to look at first; empty where nothing is in the way.
    pub first: (&'static str, &'static str),
    /// The id of the rule.
    pub source: &'static str,
}

impl LifeRow {
    /// What it is called.
    pub fn name(&self, locale: Locale) -> &'static str {
        pick(self.name, locale)
    }

    /// What the source advises, where an item is watched for so many days.
    pub fn action(&self, locale: Locale, watch_days: u32) -> String {
        pick(self.action, locale).replace("{days}", &watch_days.to_string())
    }

    /// What to look at first.
    pub fn first(&self, locale: Locale) -> &'static str {
        pick(self.first, locale)
    }
}

fn pick((zh, en): (&'static str, &'static str), locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

/// One row a field, in the order of [`LifeField::ALL`].
pub static LIFE_FIELDS: [LifeRow; 4] = [
    LifeRow {
        field: LifeField::Push,
        name: ("高流量高转化", "Much traffic, high conversion"),
        action: ("增加库存量，加大广告投放", "Add stock, raise ad spend"),
        first: ("", ""),
        source: "R-10",
    },
    LifeRow {
        field: LifeField::Feed,
        name: ("低流量高转化", "Little traffic, high conversion"),
        action: ("增加广告引流，优化自然搜索", "Bring traffic: ads and search"),
        first: ("", ""),
        source: "R-11",
    },
    LifeRow {
        field: LifeField::Lift,
        name: ("高流量低转化", "Much traffic, low conversion"),
        action: ("按衰退期处理：做促销，提升转化", "Treat as decline: promote to lift conversion"),
        first: (
            "先排除：是不是新来的流量、流量不精准，或页面出了问题",
            "First rule out new traffic, imprecise traffic, or a fault of the page",
        ),
        source: "R-13, A-16",
    },
    LifeRow {
        field: LifeField::Watch,
        name: ("低流量低转化", "Little traffic, low conversion"),
        action: (
            "继续给位置展示；观察 {days} 天仍无变化就撤掉",
            "Keep its slot; withdraw it if nothing changes in {days} days",
        ),
        first: ("", ""),
        source: "R-12",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_its_row() {
        for field in LifeField::ALL {
            assert_eq!(field.row().field, field);
        }
        assert_eq!(LifeField::of(true, false).row().source, "R-13, A-16");
        let watched = LifeField::Watch.row().action(Locale::En, 21);
        assert_eq!(watched, "Keep its slot; withdraw it if nothing changes in 21 days");
    }
}
