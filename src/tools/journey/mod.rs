//! 购买决策 (T-17, T-18): the factors that decide a purchase, and how well they are met.

pub mod edit;
pub mod model;
