//! What a file may ask of the machine. Beyond a limit it is refused, and the refusal names it.

/// The largest text, HTML or JSON file, in bytes.
pub const MAX_TEXT_BYTES: usize = 50_000_000;
/// The largest text file of orders or their lines, in bytes: it is read in pieces, and only what
/// becomes of its rows is in memory.
pub const MAX_STREAM_BYTES: u64 = 400_000_000;
/// The most records of such a file.
pub const MAX_STREAM_ROWS: usize = 5_000_000;
/// The pieces in which it is read, in bytes. Larger ones were tried: four times as large a million
/// lines took a twentieth less time and twice the memory.
pub const PIECE_BYTES: usize = 4_194_304;
/// How much of a file is looked at to see whether it is such a one, in bytes.
pub const HEAD_BYTES: usize = 262_144;
/// The longest record of such a file, in bytes; a longer one is a quote that is never closed.
pub const MAX_RECORD_BYTES: usize = 2_000_000;
/// The largest spreadsheet file, in bytes.
pub const MAX_SHEET_BYTES: usize = 30_000_000;
/// The most entries of a zip.
pub const MAX_ZIP_ENTRIES: usize = 2_000;
/// The longest name of a zip entry, in bytes.
pub const MAX_ZIP_NAME: usize = 512;
/// The most that one entry of a zip may inflate to, in bytes.
pub const MAX_ENTRY_BYTES: u64 = 150_000_000;
/// The most that a whole zip may inflate to, in bytes.
pub const MAX_INFLATED_BYTES: u64 = 250_000_000;
/// Above [`FREE_INFLATED_BYTES`] an entry may be this many times its packed size.
pub const MAX_ZIP_RATIO: u64 = 200;
/// Up to here the ratio is not looked at, in bytes.
pub const FREE_INFLATED_BYTES: u64 = 10_000_000;
/// The most shared strings of a workbook.
pub const MAX_SHARED_STRINGS: u64 = 2_000_000;
/// The deepest nesting of XML elements.
pub const MAX_XML_DEPTH: usize = 64;
/// The longest XML tag with its attributes, in bytes.
pub const MAX_XML_TAG: usize = 65_536;
/// The deepest nesting of JSON.
pub const MAX_JSON_DEPTH: usize = 64;
/// The most sheets of a workbook that are looked at.
pub const MAX_SHEETS: usize = 32;
/// The most columns of a table.
pub const MAX_COLUMNS: usize = 200;
/// The most rows of a table.
pub const MAX_ROWS: usize = 300_000;
/// The most cells of a table's bounding box.
pub const MAX_CELLS: usize = 5_000_000;
/// The longest text of a cell, in characters; what is longer is cut. Excel's own limit.
pub const MAX_CELL_CHARS: usize = 32_767;
/// Among this many first rows the header is looked for.
pub const MAX_HEADER_ROWS: usize = 20;
/// How many refused rows are listed; the others are counted.
pub const MAX_ISSUES: usize = 200;
/// The largest amount either way, in 分: 9·10¹² yuan.
pub const MAX_FEN: i64 = 900_000_000_000_000;
/// The largest count, and the largest value of any other unit.
pub const MAX_COUNT: i64 = 1_000_000_000_000;
/// The first serial number of a day in Excel's 1900 system that is read: 2000-01-01.
pub const MIN_SERIAL: i64 = 36_526;
/// The last one: 2100-12-31.
pub const MAX_SERIAL: i64 = 73_415;
/// How much of a cell a message quotes, in characters.
pub const MAX_QUOTE: usize = 24;
/// How much of a column's name is kept, in characters.
pub const MAX_NAME: usize = 60;
