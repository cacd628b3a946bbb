//! The shop itself: its name and the settings that every page uses (T-01).

pub mod edit;
pub mod model;
pub mod text;

#[cfg(target_arch = "wasm32")]
pub mod view;
