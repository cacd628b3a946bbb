//! Files of every released version of the format, and the documents that describe it.

use std::fs;

use serde_json::Value;
use zhanggui::persist::decode;
use zhanggui::persist::envelope::{self, Envelope};
use zhanggui::persist::migrate::CURRENT;

/// A file of the current version that fills every field. While the version is current, it may
/// gain fields; when the next one appears, it is frozen, and kept for good.
pub const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/workbook_v1.json");
const SCHEMA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/workbook.schema.json");

/// Compares `text` with a committed file, or writes the file anew when asked to.
#[track_caller]
fn check_file(path: &str, text: &str) {
    if std::env::var_os("ZHANGGUI_REGENERATE").is_some() {
        fs::write(path, text).unwrap();
    }
    let committed = fs::read_to_string(path).unwrap_or_default();
    assert!(committed == text, "{path} is out of date: run the tests with ZHANGGUI_REGENERATE=1");
}

#[test]
fn a_workbook_of_every_version_still_opens() {
    for version in 1..=CURRENT {
        let path = PATH.replace("_v1", &format!("_v{version}"));
        let text = fs::read_to_string(&path).unwrap();
        let decoded = decode::from_file(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(decoded.workbook.shop.name, "山野茶铺旗舰店", "{path}");
        assert_eq!(decoded.workbook.goals.plans.len(), 2, "{path}");
        assert_eq!(decoded.n_missing, 0, "{path}");
    }
}

#[test]
fn the_current_file_comes_out_key_for_key() {
    let text = fs::read_to_string(PATH).unwrap();
    let decoded = decode::from_file(&text).unwrap();
    let again = envelope::to_file(&decoded.workbook, &decoded.meta).unwrap();
    let before: Value = serde_json::from_str(&text).unwrap();
    let mut after: Value = serde_json::from_str(&again).unwrap();
    // Who wrote it is the only thing that may differ.
    after["app"] = before["app"].clone();
    assert_eq!(before, after);
}

/// Every field that the types can write is in the golden file.
#[test]
fn the_current_file_fills_every_field() {
    let schema = serde_json::to_value(schemars::schema_for!(Envelope)).unwrap();
    let golden: Value = serde_json::from_str(&fs::read_to_string(PATH).unwrap()).unwrap();
    let mut missing = Vec::new();
    let mut known: Vec<(&str, &Value)> = schema["$defs"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, record)| (name.as_str(), record))
        .collect();
    known.push(("Envelope", &schema));
    let text = golden.to_string();
    for (name, record) in known {
        for field in record["properties"].as_object().into_iter().flat_map(|fields| fields.keys()) {
            if !text.contains(&format!("\"{field}\":")) {
                missing.push(format!("{name}.{field}"));
            }
        }
    }
    assert!(missing.is_empty(), "{PATH} lacks {missing:?}");
}

#[test]
fn the_schema_is_that_of_the_types() {
    let schema = schemars::schema_for!(Envelope);
    check_file(SCHEMA, &(serde_json::to_string_pretty(&schema).unwrap() + "\n"));
}
