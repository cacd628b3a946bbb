//! How the diagnosis is looked at (T-79). What it finds is calculated.

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::ratio::Ratio;
use crate::base::record::Record;
use crate::knowledge::traffic::Channel;

/// The fewest visitors of a rate that says something, unless the user says otherwise.
pub const USUAL_LEAST: u32 = 200;

/// How the diagnosis is looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Diagnosis {
    /// So many last days with figures; the month of the last day where nothing is chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_days: Option<u32>,
    /// The first day of the chosen period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// The last day of the chosen period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// What it is held against.
    pub basis: Basis,
    /// The fewest visitors of a rate that says something.
    pub least: u32,
    /// How sure a rate's change must be to be shown as one.
    pub confidence: Ratio,
    /// How many days before and after a campaign are looked at for its dips.
    pub dip_days: u32,
    /// Sources that the user counts to another channel than the program does.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<SourceChannel>,
    /// How many ratings the shop's scores are the means of; `None` takes the reviews of the last
    /// half year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n_ratings: Option<i64>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Default for Diagnosis {
    fn default() -> Self {
        Self {
            last_days: None,
            from: None,
            to: None,
            basis: Basis::default(),
            least: USUAL_LEAST,
            confidence: Ratio::from_bp(9_500),
            dip_days: 7,
            channels: Vec::new(),
            n_ratings: None,
            extra: Extra::new(),
        }
    }
}

impl Diagnosis {
    /// The channel to which the user counts a source, by its name.
    pub fn channel_of(&self, name: &str) -> Option<Channel> {
        self.channels.iter().find(|one| one.source == name).map(|one| one.channel)
    }
}

/// To which channel the user counts a source (T-81).
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SourceChannel {
    /// The source's name, the same in both layouts of the export.
    pub source: String,
    /// The channel.
    pub channel: Channel,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a period is held against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// 上期: the time before, as long.
    #[default]
    Before,
    /// 目标: the days of the year's plan.
    Target,
    /// 去年: the same dates, or the same weekdays, a year before.
    LastYear,
    /// 基线: what days like these usually bring.
    Baseline,
}

impl Basis {
    /// In the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Before, Self::Target, Self::LastYear, Self::Baseline];
}
