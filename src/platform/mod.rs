//! The browser: the one place that names its interfaces. Values in, values out.

pub mod canvas;
pub mod clock;
pub mod document;
pub mod download;
pub mod files;
pub mod importer;
pub mod lasting;
pub mod page;
pub mod pieces;
pub mod random;
pub mod storage;
mod surface;
pub mod vault;
