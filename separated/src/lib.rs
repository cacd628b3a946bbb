//! Records of separated text, found in pieces of it without a copy of any cell, and what most of
//! their cells say.
//!
//! A crate of its own because a million rows go through it: it is compiled for speed, what calls
//! it for size. It knows the text's separators and digits, and nothing of what they are about.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod distinct;
mod find;
mod hash;
mod line;
mod marks;
mod places;
pub mod quick;
mod scanner;
mod utf8;

pub use distinct::Distinct;
pub use find::{lost, n_line_ends};
pub use hash::Keyed;
pub use line::{LinePlaces, QuickLine};
pub use places::{Names, Numbers};
pub use scanner::{Cells, Records, Scanner};
pub use utf8::n_whole;
