//! An operator's workbook that lives in the browser.
//!
//! Read in this order: [`workbook`] (what the document is), [`tools`] (what a tool is),
//! [`store`] (how it changes), `persist` (how it is kept), `app` (how it is shown).
//!
//! Natively only the pure part is compiled: what needs a browser is not there, so that pure code
//! cannot name it by accident. The rules that hold everywhere, and the tests that hold them, are
//! in `ARCHITECTURE.md`.

#[cfg(target_arch = "wasm32")]
pub mod app;
pub mod base;
pub mod chart;
pub mod facts;
pub mod files;
pub mod home;
pub mod i18n;
pub mod knowledge;
pub mod persist;
#[cfg(target_arch = "wasm32")]
pub mod platform;
pub mod route;
pub mod shell;
pub mod store;
pub mod tools;
pub mod ui;
pub mod workbook;
