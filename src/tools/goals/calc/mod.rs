//! What follows from a plan; nothing here is stored.

pub mod breakdown;
pub mod funnel;
pub mod needs;
pub mod page;
pub mod periods;
pub mod splits;
#[cfg(test)]
mod tests;
