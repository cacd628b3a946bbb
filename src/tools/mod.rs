//! One folder a tool. A tool imports no other tool.

pub mod archive;
pub mod calendar;
pub mod goals;
pub mod import;
pub mod shop;
