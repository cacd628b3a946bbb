//! The shop's section of the workbook.

use serde::Serialize;

use crate::base::calendar::{Cut, WeekStart};
use crate::base::extra::Extra;
use crate::base::ratio::Ratio;
use crate::base::record::Record;

/// The shop's name and the settings that belong to the shop and not to the screen.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Shop {
    /// The workbook's name; most often the shop's.
    pub name: String,
    /// Whether this is the fictional sample, which can be thrown away in one click.
    pub is_sample: bool,
    /// The first month of the fiscal year, 1–12.
    pub fiscal_start: u8,
    /// On which day a week begins.
    pub week_start: WeekStart,
    /// The most that advertising may cost, as a share of sales (R on 推广占比; 10 % in the source).
    pub ad_cap: Ratio,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Default for Shop {
    fn default() -> Self {
        Self {
            name: String::new(),
            is_sample: false,
            fiscal_start: 1,
            week_start: WeekStart::Monday,
            ad_cap: Ratio::from_bp(1_000),
            extra: Extra::new(),
        }
    }
}

impl Shop {
    /// How the shop cuts time into periods.
    pub fn cut(&self) -> Cut {
        Cut { fiscal_start: self.fiscal_start.clamp(1, 12), week_start: self.week_start }
    }
}
