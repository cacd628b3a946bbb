//! Tests of the whole crate without a browser.

// Helpers of tests are not test functions to clippy.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod architecture;
mod samples;
mod source;
