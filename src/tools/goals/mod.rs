//! 目标拆解: the year's goal broken down to the day and held against real sales (T-59, T-79).

pub mod bounds;
pub mod calc;
pub mod cell_key;
pub mod edit;
pub mod model;
pub mod rate_period;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod view;
