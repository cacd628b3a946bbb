//! The frame around every page: navigation, history, saving, language and theme.

pub mod prefs;

#[cfg(target_arch = "wasm32")]
pub mod frame;
#[cfg(target_arch = "wasm32")]
pub mod navigation;
#[cfg(target_arch = "wasm32")]
pub mod screen;
