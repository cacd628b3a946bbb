//! 定位与价值曲线 (T-09, T-34, T-36 … T-38): in what we are first, and what follows from it.

pub mod calc;
pub mod edit;
pub mod model;
pub mod text;

#[cfg(target_arch = "wasm32")]
pub mod view;
