//! Files: what comes in and what goes out.

pub mod csv_out;
pub mod xlsx_out;
pub mod zip_out;
