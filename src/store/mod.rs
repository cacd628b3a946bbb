//! The open workbook: the session with its history, and what the views see of it.

#[cfg(target_arch = "wasm32")]
pub mod bookkeeper;
#[cfg(target_arch = "wasm32")]
pub mod books;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
pub mod copy;
#[cfg(target_arch = "wasm32")]
mod dropped;
#[cfg(target_arch = "wasm32")]
mod handle;
#[cfg(target_arch = "wasm32")]
mod library;
#[cfg(target_arch = "wasm32")]
mod mirroring;
#[cfg(target_arch = "wasm32")]
mod room;
#[cfg(target_arch = "wasm32")]
mod saving;
#[cfg(target_arch = "wasm32")]
mod screen;
pub mod session;
#[cfg(target_arch = "wasm32")]
mod snapshots;

#[cfg(target_arch = "wasm32")]
pub use dropped::{DroppedFiles, OPEN_WORKBOOK, use_dropped_files};
#[cfg(target_arch = "wasm32")]
pub use handle::{WorkbookStore, use_workbook};
#[cfg(target_arch = "wasm32")]
pub use library::{StoreError, is_fresh};
#[cfg(target_arch = "wasm32")]
pub use screen::{Screen, use_screen};
