//! The two languages: numbers and dates, and the words that belong to no tool.

pub mod chart_text;
pub mod claims;
pub mod copy_words;
pub mod errors;
pub mod evidence;
pub mod format;
pub mod links;
pub mod measure;
pub mod metric;
pub mod text;
pub mod words;

#[cfg(target_arch = "wasm32")]
mod context;
#[cfg(target_arch = "wasm32")]
pub mod store_words;
#[cfg(target_arch = "wasm32")]
pub use context::{provide_locale, use_locale};
