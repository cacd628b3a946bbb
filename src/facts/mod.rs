//! Imported numbers: what they mean, how they are kept, how they add up.

pub mod chunk;
pub mod compare;
pub mod edit;
pub mod items;
pub mod mapping;
pub mod measure;
pub mod merge;
pub mod metric;
pub mod orders;
pub mod set;
