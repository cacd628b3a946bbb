//! SWOT 与 TOWS (T-31): what we win with, what we mend first.

pub mod calc;
pub mod edit;
pub mod model;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod view;
