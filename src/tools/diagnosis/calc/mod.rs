//! Where a difference comes from: factors, items, sources, campaigns, and how sure it is.

pub mod baseline;
pub mod findings;
pub mod health;
pub mod hero;
pub mod increment;
pub mod items;
pub mod mixif;
pub mod period;
pub mod ratings;
pub mod sanity;
pub mod sources;
pub mod sure;
pub mod verdict;
pub mod worth;
