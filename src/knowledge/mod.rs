//! What the trade knows, as data that a few mechanisms read.

pub mod events;
