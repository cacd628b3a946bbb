//! The rows of the customer's map, who wants to see which of them, and where customers meet a
//! shop of the platform at each stage (T-17; the choice of rows is this program's).

use serde::{Deserialize, Serialize};

use crate::base::locale::Locale;
use crate::knowledge::factors::Stage;

/// A row of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Lane {
    /// Where the customer meets us.
    Touch,
    /// What the customer does.
    Doing,
    /// What the customer thinks.
    Thinking,
    /// What hurts.
    Pain,
    /// What could be made of it.
    Chance,
}

impl Lane {
    /// From above.
    pub const ALL: [Self; 5] = [Self::Touch, Self::Doing, Self::Thinking, Self::Pain, Self::Chance];
}

/// Rows for one kind of reader.
#[derive(Clone, Copy, Debug)]
pub struct LanePreset {
    /// Its name in the file format, for good.
    pub key: &'static str,
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
    /// The rows.
    pub lanes: &'static [Lane],
    /// Whether the curve of the mood is shown.
    pub has_mood: bool,
}

impl LanePreset {
    /// What it is called.
    pub fn name(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::Zh => self.zh,
            Locale::En => self.en,
        }
    }
}

use Lane::{Chance, Doing, Pain, Thinking, Touch};

/// The presets: who decides sees what hurts and what could be made of it, who talks to customers
/// what they do and think, who draws the pages where they look.
pub static PRESETS: [LanePreset; 3] = [
    LanePreset { key: "owner", zh: "老板", en: "Owner", lanes: &[Pain, Chance], has_mood: true },
    LanePreset {
        key: "service",
        zh: "客服",
        en: "Customer service",
        lanes: &[Doing, Thinking, Pain],
        has_mood: true,
    },
    LanePreset {
        key: "design",
        zh: "设计",
        en: "Design",
        lanes: &[Touch, Doing, Thinking, Chance],
        has_mood: false,
    },
];

/// Where customers meet a shop of the platform at a stage.
pub fn touchpoints(stage: Stage, locale: Locale) -> &'static str {
    let (zh, en) = match stage {
        Stage::Aware => ("推荐、搜索 → 主图", "Feed, search → main picture"),
        Stage::Consider => ("详情页 → 问大家 → 加购", "Product page → Q&A → cart"),
        Stage::Buy => ("客服 → 支付", "Customer service → payment"),
        Stage::Receive => ("物流 → 开箱", "Delivery → unpacking"),
        Stage::Share => ("评价 → 复购", "Review → buying again"),
    };
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_unique_and_rows_stand_in_their_order() {
        for (idx, preset) in PRESETS.iter().enumerate() {
            assert!(PRESETS[..idx].iter().all(|other| other.key != preset.key));
            assert!(preset.lanes.is_sorted() && !preset.lanes.is_empty());
        }
    }
}
