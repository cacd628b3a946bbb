//! 看板 (T-73 … T-78): the figures that are watched, what they are held against, and their charts.

pub mod edit;
pub mod model;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod view;
