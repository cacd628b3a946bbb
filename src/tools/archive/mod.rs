//! 数据档案: the workbooks in this browser, the room that they take, and what was imported.

pub mod text;

#[cfg(target_arch = "wasm32")]
pub mod view;
