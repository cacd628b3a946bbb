//! What follows from the products: figures of a period, roles, the matrix, who is shown in which
//! order.

pub mod figures;
pub mod list;
pub mod matrix;
pub mod near;
pub mod roles;
pub mod sheet;
pub mod stock;

#[cfg(test)]
mod laws;
