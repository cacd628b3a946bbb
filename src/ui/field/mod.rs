//! Fields that are typed into.

mod date;
mod number;
mod text;

pub use date::DateField;
pub use number::{CountField, MoneyField, RatioField};
pub use text::{TextArea, TextField};
