//! The four quadrants of a SWOT (T-31).

use serde::{Deserialize, Serialize};

/// Where an entry of a SWOT stands.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Quadrant {
    /// 优势: ours, and for us. 找出来并保持.
    #[default]
    Strength,
    /// 弱势: ours, and against us. 人员培训、流程梳理.
    Weakness,
    /// 机会: outside, and for us. 全部突破.
    Opportunity,
    /// 威胁: outside, and against us. 先分析竞争对手, 找到突破口集中攻击.
    Threat,
}

impl Quadrant {
    /// In the order of the letters.
    pub const ALL: [Self; 4] = [Self::Strength, Self::Weakness, Self::Opportunity, Self::Threat];

    /// 0 for S … 3 for T.
    pub const fn idx(self) -> usize {
        self as usize
    }

    /// The letter that an entry's short name begins with.
    pub const fn letter(self) -> char {
        match self {
            Self::Strength => 'S',
            Self::Weakness => 'W',
            Self::Opportunity => 'O',
            Self::Threat => 'T',
        }
    }

    /// Whether it is about ourselves.
    pub const fn is_internal(self) -> bool {
        matches!(self, Self::Strength | Self::Weakness)
    }

    /// Whether it is for us.
    pub const fn is_helpful(self) -> bool {
        matches!(self, Self::Strength | Self::Opportunity)
    }
}
