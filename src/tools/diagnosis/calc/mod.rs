//! Where a difference comes from: factors, items, campaigns, and how sure it is.

pub mod baseline;
pub mod findings;
pub mod health;
pub mod increment;
pub mod items;
pub mod period;
pub mod sure;
pub mod verdict;
