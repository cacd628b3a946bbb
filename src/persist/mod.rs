//! How a workbook is kept: in two self-checking slots of the browser's storage, and as a file.
//!
//! [`frame`] is one version as one text, [`slots`] are the two places that such texts go to in
//! turn, [`chunks`] the imported facts beside them, [`keeper`] the open workbook's place in
//! storage, [`autosave`] its clock, [`shelf`] all workbooks. [`mirror`] is the second copy in
//! another database, [`recover`] what comes back from it, [`snapshot`] which earlier versions it
//! keeps and [`risk`] before what. [`envelope`], [`decode`] and [`migrate`] are the format,
//! [`merge`] brings two copies together, [`copies`] knows which they were, [`kv`] is storage as all
//! of them see it, [`keys`] every key of it.
//!
//! All of it is pure: storage and time are handed in.

pub mod autosave;
pub mod chunks;
pub mod copies;
pub mod decode;
pub mod envelope;
pub mod file_name;
pub mod frame;
pub mod keeper;
pub mod keys;
pub mod kv;
pub mod merge;
pub mod migrate;
pub mod mirror;
pub mod place;
pub mod pretty;
pub mod recover;
pub mod risk;
pub mod room;
pub mod shelf;
pub mod slots;
pub mod snapshot;
pub mod state;
