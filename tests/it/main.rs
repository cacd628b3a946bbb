//! Tests of the whole crate without a browser.

// Helpers of tests are not test functions to clippy.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod any;
mod architecture;
mod faults;
mod format;
mod golden;
mod history;
mod hostile;
mod merge;
mod mirror;
mod order_stream;
mod removal;
mod sample_workbook;
mod samples;
mod samples_keyed;
mod samples_orders;
mod schema;
mod source;
