//! The tables around the personas: regions (T-14), visits to malls (T-15), segments (T-21).

use serde::Serialize;

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::ratio::Ratio;
use crate::base::record::Record;

/// A province or city (T-14).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Region {
    /// Its name.
    pub name: String,
    /// Its share of the paying buyers (付款买家数占比).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub buyers: Option<Ratio>,
    /// Its share of the visitors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visitors: Option<Ratio>,
    /// How many of its orders come back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returns: Option<Ratio>,
    /// Climate and season.
    pub climate: String,
    /// Customs.
    pub customs: String,
    /// Whether advertising runs there (投放).
    pub has_ads: bool,
    /// Orders of a presale so far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub presale: Option<i64>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What was seen in a shopping mall (T-15). No buyer's name belongs here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct MallVisit {
    /// Brand or agent.
    pub brand: String,
    /// The mall.
    pub mall: String,
    /// Where in the city (地段).
    pub location: String,
    /// On which floor.
    pub floor: String,
    /// How many people pass (人流量).
    pub traffic: String,
    /// How old the buyers are, as asked.
    pub ages: String,
    /// Price level.
    pub prices: String,
    /// What the floor implies, what was photographed.
    pub note: String,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A rung of the ladder of expansion (T-21).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Segment {
    /// Who.
    pub name: String,
    /// How many people, estimated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<i64>,
    /// What they need most.
    pub need: String,
    /// Our best product for them.
    pub product: String,
    /// How content they are, 1–5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub satisfaction: Option<u8>,
    /// What they will need next.
    pub next_need: String,
    /// The product for that, found or to be developed.
    pub next_product: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
