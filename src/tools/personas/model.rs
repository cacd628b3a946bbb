//! The personas' section of the workbook (T-12 … T-16, T-19, T-21).

pub mod needs;
pub mod persona;
pub mod tables;

use serde::Serialize;

use crate::base::extra::Extra;
use crate::base::ratio::Ratio;
use crate::base::record::Record;
use crate::tools::personas::model::persona::Persona;
use crate::tools::personas::model::tables::{MallVisit, Region, Segment};

/// The personas' section of the workbook (T-12).
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Personas {
    /// In the user's order; the first one is the main one.
    pub personas: Vec<Persona>,
    /// Where buyers and visitors are (T-14).
    pub regions: Vec<Region>,
    /// What was seen in shopping malls (T-15).
    pub visits: Vec<MallVisit>,
    /// Who comes next, in the order of expansion (T-21).
    pub segments: Vec<Segment>,
    /// The visitors of a month that the implied sales are reckoned with; none for those of the
    /// last 30 days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visitors: Option<i64>,
    /// How much of the buyers the recommended regions of advertising cover (T-14).
    pub ad_cover: Ratio,
    /// From which multiple of the overall return rate on a region is an outlier (T-14).
    pub return_alert: Ratio,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Default for Personas {
    fn default() -> Self {
        Self {
            personas: Vec::new(),
            regions: Vec::new(),
            visits: Vec::new(),
            segments: Vec::new(),
            visitors: None,
            ad_cover: Ratio::from_bp(8_000),
            return_alert: Ratio::from_bp(15_000),
            extra: Extra::new(),
        }
    }
}
