//! 导入: what files say, what they would change, and the change as one step (issue 2, §5).

pub mod calc;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod view;
