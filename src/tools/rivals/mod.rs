//! 竞争对手 (T-23 … T-30): who they are, what was seen of them, how to answer.

pub mod calc;
pub mod edit;
pub mod model;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod view;
