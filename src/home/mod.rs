//! 今天, the home page: what today must bring, how the last day went, and what to do next.
//!
//! It stands above the tools and reads what they say; it keeps nothing of its own.

pub mod calc;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod view;
