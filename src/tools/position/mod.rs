//! 定位与价值曲线 (T-09, T-34, T-36 … T-38): in what we are first, and what follows from it.

pub mod edit;
pub mod model;
