//! What comes from outside, changed at random and by intent: refused with a reason or taken
//! harmlessly, never the end of the program. The same seed every time; the fuzz targets in
//! `fuzz/` look for more, for as long as one lets them.

mod oracle;

use std::cell::Cell;
use std::fs;
use std::ops::Range;
use std::path::PathBuf;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};

use crate::samples::samples;

const GOLDEN: &str = include_str!("../golden/workbook_v1.json");

/// Files beyond this are left to the fuzz targets: without optimization they take seconds each.
const MAX_BYTES: u64 = 32 * 1024;

/// What is put where something else was.
const TOKENS: [&str; 26] = [
    "",
    "-",
    "\"",
    "\"\"",
    ",",
    "\t",
    "\r\n",
    "\0",
    "\u{feff}",
    "\u{fffd}",
    "\u{202e}",
    "999999999999999999999999999999999999999",
    "-9223372036854775808",
    "1e308",
    "NaN",
    "=1+1",
    "<td colspan=99999>",
    "</table>",
    "<![CDATA[",
    "&#xD800;",
    "r=\"XFD1048576\"",
    "统计日期",
    "合计",
    "2026-02-30",
    "１２，３４５．６万",
    "4.16307E+18",
];

/// One change of some bytes.
#[derive(Clone, Debug)]
enum Change {
    Byte(Index, u8),
    Remove(Index, usize),
    Repeat(Index, usize, usize),
    Insert(Index, &'static str),
    Swap(Index, Index, usize),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        (any::<Index>(), 1_usize..400).prop_map(|(at, n)| Change::Remove(at, n)),
        (any::<Index>(), 1_usize..200, 1_usize..50)
            .prop_map(|(at, n, times)| Change::Repeat(at, n, times)),
        (any::<Index>(), select(&TOKENS[..])).prop_map(|(at, text)| Change::Insert(at, text)),
        (any::<Index>(), any::<Index>(), 1_usize..64)
            .prop_map(|(from, to, n)| Change::Swap(from, to, n)),
    ]
}

impl Change {
    fn on(&self, bytes: &mut Vec<u8>) {
        if bytes.is_empty() {
            return;
        }
        let range = |at: &Index, n: usize, len: usize| -> Range<usize> {
            let from = at.index(len);
            from..(from + n).min(len)
        };
        match self {
            Self::Byte(at, byte) => {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            Self::Remove(at, n) => drop(bytes.drain(range(at, *n, bytes.len()))),
            Self::Repeat(at, n, times) => {
                let range = range(at, *n, bytes.len());
                let more = bytes[range.clone()].repeat(*times);
                bytes.splice(range.end..range.end, more);
            }
            Self::Insert(at, text) => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, text.bytes());
            }
            Self::Swap(one, other, n) => {
                let part = bytes[range(one, *n, bytes.len())].to_vec();
                bytes.splice(range(other, part.len(), bytes.len()), part);
            }
        }
    }
}

/// The same cases on every machine.
fn run<T: std::fmt::Debug>(cases: u32, strategy: impl Strategy<Value = T>, test: impl Fn(T)) {
    let config =
        Config { cases, max_shrink_iters: 200, failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let done = runner.run(&strategy, |value| {
        test(value);
        Ok(())
    });
    if let Err(failed) = done {
        panic!("{failed}");
    }
}

/// The small files of a folder of samples.
fn small(folder: &str) -> Vec<PathBuf> {
    let Some(dir) = samples() else { return Vec::new() };
    let mut files: Vec<PathBuf> = fs::read_dir(dir.join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.metadata().unwrap().len() <= MAX_BYTES)
        .collect();
    files.sort();
    files
}

#[test]
fn changed_export_files_never_end_the_program() {
    let folders = ["sycm", "ads", "orders", "other", "bad"];
    let files: Vec<(String, Vec<u8>)> = folders
        .into_iter()
        .flat_map(small)
        .map(|path| {
            (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap())
        })
        .collect();
    if files.is_empty() {
        return;
    }
    run(400, (any::<Index>(), vec(change(), 1..4)), |(file, changes)| {
        let (name, mut bytes) = files[file.index(files.len())].clone();
        for change in &changes {
            change.on(&mut bytes);
        }
        oracle::dropped(&name, &bytes);
    });
}

#[test]
fn changed_orders_are_the_same_in_pieces() {
    use crate::order_stream::{LINES, LIST};
    run(400, (any::<bool>(), any::<Index>(), vec(change(), 0..4)), |(is_list, cut, changes)| {
        let mut bytes = if is_list { LIST } else { LINES }.as_bytes().to_vec();
        for change in &changes {
            change.on(&mut bytes);
        }
        oracle::dropped("orders.csv", &bytes);
        oracle::dropped_in_pieces("orders.csv", &bytes, cut.index(bytes.len() + 1));
    });
}

#[test]
fn changed_sheets_of_a_spreadsheet_never_end_the_program() {
    let sheet = r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:C3"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>支付金额</t></is></c></row><row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>120</v></c><c r="C2" t="str"><v>1,234.50</v></c></row><row r="3"><c r="A3"><v>46327</v></c><c r="B3" t="e"><v>#REF!</v></c><c r="C3"><f>1+1</f><v>2</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells></worksheet>"#;
    let strings = r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="3" uniqueCount="3"><si><t>统计日期</t></si><si><t>访客数</t></si><si><r><t>2026-10-31</t></r></si></sst>"#;
    run(400, (vec(change(), 0..4), vec(change(), 0..2)), |(in_sheet, in_strings)| {
        let changed = |text: &str, changes: &[Change]| {
            let mut bytes = text.as_bytes().to_vec();
            for change in changes {
                change.on(&mut bytes);
            }
            String::from_utf8_lossy(&bytes).into_owned()
        };
        let packed = oracle::packed(&changed(sheet, &in_sheet), &changed(strings, &in_strings));
        oracle::dropped("parts.xlsx", &packed);
    });
}

#[test]
fn changed_text_of_a_table_never_ends_the_program() {
    let csv = "统计日期,访客数,支付金额\n2026-10-30,120,\"1,234.50\"\n2026-10-31,-,2.5万\n";
    let html = "<html><meta charset=utf-8><table><tr><th colspan=2>统计日期</th><td>访客数</td></tr>\
                <tr><td rowspan=2>2026-10-31</td><td>120&nbsp;</td></tr></table></html>";
    run(2_000, (any::<bool>(), vec(change(), 1..4)), |(is_html, changes)| {
        let mut bytes = if is_html { html } else { csv }.as_bytes().to_vec();
        for change in &changes {
            change.on(&mut bytes);
        }
        oracle::table(&String::from_utf8_lossy(&bytes));
    });
}

#[test]
fn changed_text_of_a_workbook_never_ends_the_program() {
    run(150, vec(change(), 1..3), |changes| {
        let mut bytes = GOLDEN.as_bytes().to_vec();
        for change in &changes {
            change.on(&mut bytes);
        }
        oracle::sent(&String::from_utf8_lossy(&bytes));
    });
}

/// Values that no field expects.
fn odd() -> impl Strategy<Value = Value> {
    prop_oneof![
        select(vec![
            json!(null),
            json!(true),
            json!(0),
            json!(-1),
            json!(1),
            json!(255),
            json!(65_536),
            json!(i64::MAX),
            json!(i64::MIN),
            json!(u64::MAX),
            json!(9_000_000_000_000_000_i64),
            json!(0.1),
            json!(1e300),
            json!(""),
            json!("0000000000000000"),
            json!("0001-01-01"),
            json!("9999-12-31"),
            json!("2026-02-30"),
            json!("<img src=x onerror=alert(1)>"),
            json!("\u{202e}\u{2066}\u{0}\u{ffff}"),
            json!("=HYPERLINK(\"http://x\")"),
            json!("\u{feff}".repeat(5_000)),
            json!([]),
            json!([[[[]]]]),
            json!({}),
            json!({"__proto__": {"x": 1}, "constructor": 1}),
        ]),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ]
}

/// Every place of a document.
fn places(value: &Value, at: String, all: &mut Vec<String>) {
    match value {
        Value::Array(list) => {
            for (idx, one) in list.iter().enumerate() {
                places(one, format!("{at}/{idx}"), all);
            }
        }
        Value::Object(map) => {
            for (key, one) in map {
                let key = key.replace('~', "~0").replace('/', "~1");
                places(one, format!("{at}/{key}"), all);
            }
        }
        _ => {}
    }
    all.push(at);
}

/// One change of a document.
#[derive(Clone, Debug)]
enum Turn {
    Set(Index, Value),
    Remove(Index),
    Twice(Index),
    Move(Index, Index),
}

fn turn() -> impl Strategy<Value = Turn> {
    prop_oneof![
        4 => (any::<Index>(), odd()).prop_map(|(at, value)| Turn::Set(at, value)),
        1 => any::<Index>().prop_map(Turn::Remove),
        2 => any::<Index>().prop_map(Turn::Twice),
        2 => (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Turn::Move(from, to)),
    ]
}

fn turned(document: &mut Value, turn: &Turn) {
    let mut all = Vec::new();
    places(document, String::new(), &mut all);
    let at = |idx: &Index| all[idx.index(all.len())].as_str();
    match turn {
        Turn::Set(idx, value) => {
            if let Some(place) = document.pointer_mut(at(idx)) {
                place.clone_from(value);
            }
        }
        Turn::Move(from, to) => {
            let value = document.pointer(at(from)).cloned();
            if let Some((place, value)) = document.pointer_mut(at(to)).zip(value) {
                *place = value;
            }
        }
        Turn::Remove(idx) | Turn::Twice(idx) => {
            let Some((parent, key)) = at(idx).rsplit_once('/') else { return };
            let is_twice = matches!(turn, Turn::Twice(_));
            match document.pointer_mut(parent) {
                Some(Value::Object(map)) if !is_twice => drop(map.remove(key)),
                Some(Value::Array(list)) => {
                    let Ok(idx) = key.parse::<usize>() else { return };
                    if is_twice {
                        list.insert(idx, list[idx].clone());
                    } else {
                        list.remove(idx);
                    }
                }
                _ => {}
            }
        }
    }
}

#[test]
fn changed_values_of_a_workbook_never_end_the_program() {
    let golden: Value = serde_json::from_str(GOLDEN).unwrap();
    let n_opened = Cell::new(0);
    run(600, vec(turn(), 1..4), |turns| {
        let mut document = golden.clone();
        for turn in &turns {
            turned(&mut document, turn);
        }
        n_opened.set(n_opened.get() + usize::from(oracle::sent(&document.to_string())));
    });
    // Neither are all refused at the door, nor are all of them harmless.
    assert!((60..540).contains(&n_opened.get()), "{} were opened", n_opened.get());
}

#[test]
fn odd_values_of_cells_never_end_the_program() {
    let number = "[-+]?[0-9０-９,，.。]{0,14}[%％万亿元]?";
    let date = "[0-9]{0,5}[-/.年]?[0-9]{0,3}[-/.月]?[0-9]{0,3}[日 ~至]{0,2}[0-9-]{0,10}";
    let any_text =
        prop_oneof![number, date, ".{0,12}", select(&TOKENS[..]).prop_map(str::to_owned)];
    run(4_000, any_text, |text| oracle::value(&text));
}

mod attacks {
    //! Files made to do harm.

    use super::oracle;

    /// The whole golden workbook with a list in it replaced by another text.
    fn with(section: &str, list: &str) -> String {
        format!(
            r#"{{"format":"zhanggui.workbook","schema":1,"workbook":{{"{section}":{list}}},"created":"2026-11-21T14:03:27","modified":"2026-11-21T14:03:27"}}"#
        )
    }

    #[test]
    fn depth_is_refused() {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let deep = format!("{}1{}", open.repeat(200_000), close.repeat(200_000));
            assert!(!oracle::sent(&deep));
            assert!(!oracle::sent(&with("shop", &deep)));
            assert!(!oracle::sent(&with("unknown", &deep)));
        }
    }

    #[test]
    fn what_is_no_json_is_refused() {
        for text in ["", "NaN", "{", "[1,]", "{'a':1}", "\u{feff}", "{\"format\":\"\\ud800\"}"] {
            assert!(!oracle::sent(text), "{text:?}");
        }
        assert!(!oracle::sent(&with("shop", "NaN")));
        assert!(!oracle::sent(&with("shop", "{\"ad_cap\": Infinity}")));
        assert!(!oracle::sent(&with("shop", "{\"name\": \"\\ud800\"}")));
    }

    #[test]
    fn names_that_mean_something_to_a_browser_are_only_names() {
        let text = with("shop", r#"{"name":"<script>alert(1)</script>","__proto__":{"x":1}}"#);
        assert!(oracle::sent(&text));
    }

    #[test]
    fn a_number_of_a_newer_version_is_kept_to_its_last_digit() {
        let text = with("shop", r#"{"name":"店","weight":8.888888888888889e+74}"#);
        assert!(oracle::sent(&text));
    }

    #[test]
    fn the_same_field_twice_is_refused() {
        assert!(!oracle::sent(&with("shop", r#"{"name":"a","name":"b"}"#)));
        let text = with("shop", "{}").replacen("\"schema\":1", "\"schema\":1,\"schema\":1", 1);
        assert!(!oracle::sent(&text));
    }

    #[test]
    fn a_million_entries_are_refused_or_kept() {
        let list = format!("{{\"products\":[{}]}}", vec!["{}"; 1_000_000].join(","));
        assert!(!oracle::sent(&with("products", &list)), "an entry needs its id");
    }

    #[test]
    fn a_file_beyond_the_limit_is_refused_before_it_is_read() {
        assert!(!oracle::sent(&" ".repeat(200 * 1024 * 1024)));
    }
}

/// What the fuzz targets ran through, and what they stopped at before it was mended: a small part
/// of what they keep, in `fuzz/seeds/`.
#[test]
fn what_the_fuzz_targets_found_never_ends_the_program_again() {
    let dir = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fuzz").join("seeds");
    let (mut n_seeds, mut n_merged) = (0, 0);
    for target in ["value", "table", "file", "xlsx", "workbook", "merge"] {
        let mut files: Vec<PathBuf> =
            fs::read_dir(dir.join(target)).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        for file in files {
            let bytes = fs::read(&file).unwrap();
            let text = std::str::from_utf8(&bytes);
            match (target, text) {
                ("file", _) => {
                    let name = "【生意参谋平台】商品_全部_2026-10-31_2026-10-31.xls";
                    oracle::dropped(name, &bytes);
                }
                ("value", Ok(text)) => oracle::value(text),
                ("table", Ok(text)) => oracle::table(text),
                ("xlsx", Ok(text)) => {
                    let (sheet, strings) = text.split_once('\0').unwrap_or((text, ""));
                    oracle::dropped("parts.xlsx", &oracle::packed(sheet, strings));
                }
                ("workbook", Ok(text)) => {
                    oracle::sent(text);
                }
                ("merge", Ok(text)) => {
                    n_merged += u32::from(oracle::merged(text));
                }
                // Targets of text leave out what is none.
                _ => {}
            }
            n_seeds += 1;
        }
    }
    assert!(n_seeds > 250, "{n_seeds} seeds");
    assert!(n_merged > 8, "{n_merged} seeds were merged");
}

#[test]
fn changed_copies_that_are_merged_never_end_the_program() {
    let golden: Value = serde_json::from_str(GOLDEN).unwrap();
    let n_merged = Cell::new(0);
    run(60, (vec(turn(), 1..3), vec(turn(), 0..2)), |(theirs, mine)| {
        let turned = |turns: &[Turn]| {
            let mut document = golden.clone();
            turns.iter().for_each(|one| turned(&mut document, one));
            document.to_string()
        };
        let is_merged = oracle::merged(&format!("{}\0{}", turned(&theirs), turned(&mine)));
        n_merged.set(n_merged.get() + u32::from(is_merged));
    });
    assert!(n_merged.get() > 3, "{} pairs were merged", n_merged.get());
}
