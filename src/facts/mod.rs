//! Imported numbers: what they mean, how they are kept, how they add up.

pub mod chunk;
pub mod edit;
pub mod items;
pub mod merge;
pub mod metric;
pub mod set;
