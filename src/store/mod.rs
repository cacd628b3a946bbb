//! The open workbook: the session with its history, and what the views see of it.

pub mod session;
