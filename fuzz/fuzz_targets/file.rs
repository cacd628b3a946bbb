//! A file of any bytes, dropped on the page.
#![no_main]

#[path = "../../tests/it/hostile/oracle.rs"]
#[allow(dead_code)]
mod oracle;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // Some tables say their day in the file's name only.
    oracle::dropped("【生意参谋平台】商品_全部_2026-10-31_2026-10-31.xls", bytes);
});
