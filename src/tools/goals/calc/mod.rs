//! What follows from a plan: its breakdown, its standing, and what the page shows of both.

pub mod page;
