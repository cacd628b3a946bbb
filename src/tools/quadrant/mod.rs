//! 生命周期四象限 (T-42): which items have visitors, which of them sell, and what to do with each.

pub mod calc;
pub mod edit;
pub mod model;
pub mod text;

#[cfg(target_arch = "wasm32")]
pub mod view;
