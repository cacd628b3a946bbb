//! What the trade knows, as data with its evaluators.

pub mod advice_rules;
pub mod ages;
pub mod claims;
pub mod events;
pub mod fact_sheet;
pub mod factor_checks;
pub mod factors;
pub mod hits;
pub mod lanes;
pub mod launch;
pub mod life_quadrant;
pub mod lunar;
pub mod metrics;
pub mod regions;
pub mod rival_attributes;
pub mod swot_rules;
pub mod traffic;
pub mod trial_columns;
