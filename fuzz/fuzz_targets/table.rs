//! The text of a CSV or an HTML table that was decoded already.
#![no_main]

#[path = "../../tests/it/hostile/oracle.rs"]
#[allow(dead_code)]
mod oracle;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| oracle::table(text));
