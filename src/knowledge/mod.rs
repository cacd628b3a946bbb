//! What the trade knows, as data with its evaluators.

pub mod events;
pub mod lunar;
