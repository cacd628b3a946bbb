//! How a workbook is kept: in two self-checking slots of the browser's storage, and as a file.

pub mod kv;
pub mod state;
