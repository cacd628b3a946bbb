//! The shop's events: the trade's own, as the user changed them, and the user's.

pub mod calc;
pub mod edit;
pub mod model;
pub mod text;

#[cfg(target_arch = "wasm32")]
pub mod view;
