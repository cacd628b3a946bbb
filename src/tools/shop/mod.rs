//! The shop itself: its name and the settings that every page uses (T-01).

pub mod edit;
pub mod model;
