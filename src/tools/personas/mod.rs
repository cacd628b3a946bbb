//! 客户画像 (T-12 … T-16, T-19, T-21): who buys, in what shares, and what each claim rests on.

pub mod calc;
pub mod edit;
pub mod model;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod view;
