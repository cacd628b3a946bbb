//! 商品与波士顿矩阵 (T-07, T-41, T-43): what is sold, in which role, and what to push or to stop.

pub mod calc;
pub mod edit;
pub mod model;
pub mod text;

#[cfg(target_arch = "wasm32")]
pub mod view;
