//! What follows from a plan; nothing here is stored.

pub mod attain;
pub mod breakdown;
pub mod forecast;
pub mod funnel;
pub mod learn;
pub mod needs;
pub mod page;
pub mod periods;
pub mod recover;
pub mod split_conflict;
pub mod splits;
#[cfg(test)]
mod tests;
