//! The parts of a spreadsheet, packed: a mutated archive seldom gets past its checksums.
//!
//! The input is the sheet's XML, a zero byte, and the shared strings' XML.
#![no_main]

#[path = "../../tests/it/hostile/oracle.rs"]
#[allow(dead_code)]
mod oracle;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|parts: &str| {
    let (sheet, strings) = parts.split_once('\0').unwrap_or((parts, ""));
    oracle::dropped("parts.xlsx", &oracle::packed(sheet, strings));
});
