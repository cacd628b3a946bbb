//! 新品: from a material to a product that is for sale (T-44, T-45, T-46).

pub mod calc;
pub mod edit;
pub mod model;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod view;
