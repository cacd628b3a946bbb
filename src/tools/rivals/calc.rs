//! What the observations of competitors say.

pub mod series;
