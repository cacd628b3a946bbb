//! The file format: what goes out comes back, whatever it is, and nothing that comes in harms.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use zhanggui::persist::decode::{self, DecodeError};
use zhanggui::persist::envelope::{self, Meta};
use zhanggui::workbook::Workbook;

use crate::any::any_workbook;

fn meta() -> Meta {
    Meta {
        created: "2026-01-02T03:04:05".to_owned(),
        modified: "2026-11-21T14:03:27".to_owned(),
        extra: Default::default(),
    }
}

fn file(workbook: &Workbook) -> String {
    envelope::to_file(workbook, &meta()).unwrap()
}

/// Puts a field that nobody knows into every record. Maps are not records, and a chunk of facts
/// is named by its content.
fn inject(value: &mut Value, unknown: &Value, path: &str) {
    match value {
        Value::Object(fields) => {
            for (key, field) in fields.iter_mut().filter(|(key, _)| !key.ends_with("chunks")) {
                inject(field, unknown, &format!("{path}.{key}"));
            }
            // The two ways to give a target are one word each, and a link is a name of two words:
            // neither is a record.
            let is_link =
                fields.len() == 2 && fields.contains_key("kind") && fields.contains_key("id");
            if !path.contains(".target") && !is_link {
                fields.insert("zz_unknown".to_owned(), unknown.clone());
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| inject(item, unknown, path)),
        _ => {}
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::btree_map("[a-z]{1,4}", inner, 0..3)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// The whole of a workbook, facts by value.
fn as_json(workbook: &Workbook) -> Value {
    serde_json::from_str(&file(workbook)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_exported_comes_back(workbook in any_workbook()) {
        let text = file(&workbook);
        let decoded = decode::from_file(&text).unwrap();
        prop_assert_eq!(&decoded.workbook, &workbook);
        prop_assert_eq!(as_json(&decoded.workbook), as_json(&workbook));
        prop_assert_eq!(&decoded.meta, &meta());
        prop_assert_eq!(decoded.n_missing, 0);
        prop_assert_eq!(envelope::to_file(&decoded.workbook, &decoded.meta).unwrap(), text);
    }

    #[test]
    fn fields_that_nobody_knows_come_back(workbook in any_workbook(), unknown in any_json()) {
        let mut value = as_json(&workbook);
        inject(&mut value, &unknown, "");
        let decoded = decode::from_file(&value.to_string()).unwrap();
        let again = envelope::to_file(&decoded.workbook, &decoded.meta).unwrap();
        prop_assert_eq!(serde_json::from_str::<Value>(&again).unwrap(), value);
    }

    #[test]
    fn damaged_files_are_refused_or_read_but_never_end_the_program(
        workbook in any_workbook(),
        damages in vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = file(&workbook).into_bytes();
        for (idx, byte) in damages {
            let idx = idx.index(bytes.len());
            bytes[idx] = byte;
        }
        let _ = decode::from_file(&String::from_utf8_lossy(&bytes));
        bytes.truncate(cut.index(bytes.len()));
        prop_assert!(decode::from_file(&String::from_utf8_lossy(&bytes)).is_err());
    }

    #[test]
    fn any_json_is_refused_or_read(value in any_json(), key in "shop|calendar|goals|facts") {
        let text = json!({
            "format": "zhanggui.workbook", "schema": 1, "workbook": { key: value },
        });
        let _ = decode::from_file(&text.to_string());
    }
}

/// A workbook with two quarters of facts, as JSON.
fn with_facts() -> Value {
    let golden = std::fs::read_to_string(crate::golden::PATH).unwrap();
    serde_json::from_str(&golden).unwrap()
}

#[test]
fn facts_that_were_changed_by_hand_are_refused() {
    let mut value = with_facts();
    let id = value["workbook"]["facts"]["shop_days"][0]["id"].as_str().unwrap().to_owned();
    value["chunks"][&id]["columns"]["sales"][0] = 1.into();
    let error = decode::from_file(&value.to_string()).unwrap_err();
    assert_eq!(error, DecodeError::Facts { id });
}

#[test]
fn figures_of_items_that_were_changed_by_hand_are_refused() {
    let mut value = with_facts();
    let id = value["workbook"]["facts"]["item_days"][0]["id"].as_str().unwrap().to_owned();
    value["item_chunks"][&id]["items"][0]["values"][0] = "&&".into();
    let error = decode::from_file(&value.to_string()).unwrap_err();
    assert_eq!(error, DecodeError::Facts { id });
}

#[test]
fn facts_of_other_days_than_their_reference_says_are_refused() {
    let mut value = with_facts();
    value["workbook"]["facts"]["shop_days"][0]["to"] = "2026-12-30".into();
    assert!(matches!(decode::from_file(&value.to_string()), Err(DecodeError::Facts { .. })));
}

#[test]
fn missing_facts_are_counted_and_the_rest_opens() {
    let mut value = with_facts();
    value["chunks"] = json!({});
    value["item_chunks"] = json!({});
    value["order_chunks"] = json!({});
    value["line_chunks"] = json!({});
    let decoded = decode::from_file(&value.to_string()).unwrap();
    assert_eq!(decoded.n_missing, decoded.workbook.facts.chunk_ids().len());
    assert!(decoded.workbook.facts.shop_days.iter().all(|chunk| chunk.chunk.is_none()));
}
