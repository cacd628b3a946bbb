//! 测款测图: which of some products, pictures or words does better (T-48).

pub mod calc;
pub mod edit;
pub mod model;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod view;
