//! Advertising (T-95 … T-97): what each plan or channel cost and brought, whether it pays, what one
//! yuan more would bring, and how the same budget could be shared out.

pub mod calc;
pub mod edit;
pub mod model;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod view;
