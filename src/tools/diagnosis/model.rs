//! How the diagnosis is looked at (T-79). What it finds is calculated.

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::ratio::Ratio;
use crate::base::record::Record;

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
            extra: Extra::new(),
        }
    }
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
