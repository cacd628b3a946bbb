//! The document: one shared section a tool. It changes through [`edit::Edit`] only.

pub mod ads;
pub mod advice;
pub mod boards;
pub mod candidates;
pub mod check;
pub mod derive;
pub mod edit;
pub mod event_year;
pub mod events;
mod guard;
pub mod insights;
pub mod items;
pub mod journey;
pub mod launch;
pub mod links;
pub mod make;
pub mod metrics;
pub mod normalize;
pub mod planned;
pub mod position;
pub mod products;
pub mod profit;
pub mod profit_control;
pub mod profit_parts;
pub mod rivals;
pub mod segments;
pub mod shared;
pub mod swot;
pub mod trials;

use serde::Serialize;

use crate::base::extra::Extra;
use crate::base::record::Record;
use crate::facts::mapping::Mappings;
use crate::facts::set::FactSet;
use crate::tools::ads::model::Ads;
use crate::tools::advice::model::Advice;
use crate::tools::boards::model::Boards;
use crate::tools::calendar::model::Calendar;
use crate::tools::diagnosis::model::Diagnosis;
use crate::tools::goals::model::Goals;
use crate::tools::journey::model::Journey;
use crate::tools::launch::model::Launch;
use crate::tools::personas::model::Personas;
use crate::tools::position::model::Position;
use crate::tools::products::model::Products;
use crate::tools::profit::model::Profit;
use crate::tools::quadrant::model::LifeQuadrant;
use crate::tools::rivals::model::Rivals;
use crate::tools::shop::model::Shop;
use crate::tools::swot::model::Swot;
use crate::tools::tasks::model::Tasks;
use crate::tools::trials::model::Trials;
use crate::workbook::shared::Shared;

/// A workbook: everything that an export file holds and undo takes back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Workbook {
    /// The shop and its settings.
    pub shop: Shared<Shop>,
    /// Its events.
    pub calendar: Shared<Calendar>,
    /// Its goals.
    pub goals: Shared<Goals>,
    /// Who buys.
    pub personas: Shared<Personas>,
    /// What decides a purchase.
    pub journey: Shared<Journey>,
    /// The competitors.
    pub rivals: Shared<Rivals>,
    /// What we win with and what we mend first.
    pub swot: Shared<Swot>,
    /// In what we are first.
    pub position: Shared<Position>,
    /// What is sold.
    pub products: Shared<Products>,
    /// What it earns.
    pub profit: Shared<Profit>,
    /// What is to be sold.
    pub launch: Shared<Launch>,
    /// What was tried against what.
    pub trials: Shared<Trials>,
    /// How the quadrant of the items is looked at.
    pub quadrant: Shared<LifeQuadrant>,
    /// How the diagnosis is looked at.
    pub diagnosis: Shared<Diagnosis>,
    /// What is watched.
    pub boards: Shared<Boards>,
    /// Limits of the decision rules, and what is kept quiet.
    pub advice: Shared<Advice>,
    /// How advertising is looked at, and what was decided.
    pub ads: Shared<Ads>,
    /// What is to be done.
    pub tasks: Shared<Tasks>,
    /// How tables are read that no dialect knows.
    pub mappings: Shared<Mappings>,
    /// What was imported.
    pub facts: Shared<FactSet>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
