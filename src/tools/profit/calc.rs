//! What follows from prices and costs: what is paid and received, what a piece earns, at which price
//! it would earn what is wanted. Money is whole 分 all through.

pub mod bundle;
pub mod control;
pub mod cross;
pub mod parts;
pub mod product;
pub mod solve;
pub mod stack;
pub mod unit;
pub mod whatif;

#[cfg(test)]
mod laws;
