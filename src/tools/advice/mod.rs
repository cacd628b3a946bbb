//! 建议 (§3): the decision rules that the shop's own figures fire, each with these figures.

pub mod calc;
pub mod edit;
pub mod model;
pub mod text;

#[cfg(target_arch = "wasm32")]
pub mod view;
