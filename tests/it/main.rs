//! Tests of the whole crate without a browser.
