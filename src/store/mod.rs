//! The open workbook: the session with its history, and what the views see of it.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod handle;
#[cfg(target_arch = "wasm32")]
mod library;
#[cfg(target_arch = "wasm32")]
mod saving;
pub mod session;

#[cfg(target_arch = "wasm32")]
pub use handle::{WorkbookStore, use_workbook};
#[cfg(target_arch = "wasm32")]
pub use library::StoreError;
