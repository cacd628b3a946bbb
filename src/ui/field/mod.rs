//! Fields that are typed into.

mod number;
mod text;

pub use number::{CountField, MoneyField, RatioField};
pub use text::{TextArea, TextField};
