//! A cell of an export, or what somebody types into a field.
#![no_main]

#[path = "../../tests/it/hostile/oracle.rs"]
#[allow(dead_code)]
mod oracle;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| oracle::value(text));
