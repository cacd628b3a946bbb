//! Price and profit (T-50 … T-53, T-94, T-131): what a piece earns after every discount, refund and
//! fee, at which price it would earn what is wanted, and what the months come to.

pub mod calc;
pub mod edit;
pub mod model;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod view;
