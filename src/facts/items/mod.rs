//! Keyed tables: what a day or a longer period says of each item, and in the same way of each
//! traffic source, search word, advertising plan … (`subject`).
//!
//! They are many: 200 items × 12 measures × 365 days are 876,000 cells. A chunk therefore keeps
//! each column as a short text (`code`), in memory as in storage, and is opened column by column
//! where a page asks (`read`). Days and longer periods never mix: people are counted once a
//! period, so a month is no sum of its days.

pub mod chunk;
pub mod code;
#[cfg(test)]
mod laws;
pub mod merge;
pub mod metric;
pub mod period;
pub mod read;
pub mod subject;
pub mod table;
pub mod views;
