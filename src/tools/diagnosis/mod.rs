//! 诊断 (T-79): whether a period met what it is held against, and why.

pub mod calc;
pub mod edit;
pub mod model;
pub mod text;

#[cfg(target_arch = "wasm32")]
pub mod view;
