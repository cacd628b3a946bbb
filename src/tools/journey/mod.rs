//! 购买决策 (T-17, T-18): the factors that decide a purchase, and how well they are met.

pub mod calc;
pub mod edit;
pub mod model;
pub mod text;

#[cfg(target_arch = "wasm32")]
pub mod view;
