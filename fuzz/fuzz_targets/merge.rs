//! Copies of a workbook that are merged: theirs, mine, and the one that both come from.
#![no_main]

#[path = "../../tests/it/hostile/oracle.rs"]
#[allow(dead_code)]
mod oracle;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    oracle::merged(text);
});
