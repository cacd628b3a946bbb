//! The published schema describes the files: a small checker of the words that it uses.

use std::fs;

use serde_json::Value;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Adds to `wrong` every place at which `value` is not what `schema` says. Words of JSON Schema
/// that are not known here fail the test: the checker grows with the schema.
fn check(root: &Value, schema: &Value, value: &Value, path: &str, wrong: &mut Vec<String>) {
    let Some(words) = schema.as_object() else { return };
    for (word, rule) in words {
        let is_fine = match word.as_str() {
            "$ref" => {
                let name = rule.as_str().unwrap().trim_start_matches("#/");
                let mut target = root;
                for part in name.split('/') {
                    target = &target[part];
                }
                assert!(target.is_object(), "{name} is not defined");
                check(root, target, value, path, wrong);
                true
            }
            "type" => match rule {
                Value::String(kind) => is_of_type(value, kind),
                kinds => kinds
                    .as_array()
                    .unwrap()
                    .iter()
                    .any(|kind| is_of_type(value, kind.as_str().unwrap())),
            },
            "const" => value == rule,
            "enum" => rule.as_array().unwrap().contains(value),
            "anyOf" | "oneOf" => rule.as_array().unwrap().iter().any(|one| {
                let mut inner = Vec::new();
                check(root, one, value, path, &mut inner);
                inner.is_empty()
            }),
            "required" => {
                let fields = rule.as_array().unwrap().iter().filter_map(Value::as_str);
                value
                    .as_object()
                    .is_none_or(|object| fields.into_iter().all(|field| object.contains_key(field)))
            }
            "properties" => {
                for (field, schema) in rule.as_object().unwrap() {
                    if let Some(inner) = value.get(field) {
                        check(root, schema, inner, &format!("{path}.{field}"), wrong);
                    }
                }
                true
            }
            "additionalProperties" => {
                let known = words.get("properties").and_then(Value::as_object);
                for (field, inner) in value.as_object().into_iter().flatten() {
                    if known.is_none_or(|known| !known.contains_key(field)) {
                        let path = format!("{path}.{field}");
                        if *rule == Value::Bool(false) {
                            wrong.push(format!("{path}: not known"));
                        }
                        check(root, rule, inner, &path, wrong);
                    }
                }
                true
            }
            "items" => {
                for (idx, inner) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, rule, inner, &format!("{path}[{idx}]"), wrong);
                }
                true
            }
            "minItems" => {
                value.as_array().is_none_or(|list| rule.as_u64() <= Some(list.len() as u64))
            }
            "maxItems" => {
                value.as_array().is_none_or(|list| Some(list.len() as u64) <= rule.as_u64())
            }
            "minimum" => value.as_i64() >= rule.as_i64(),
            "maximum" => value.as_i64() <= rule.as_i64(),
            "$schema" | "$defs" | "title" | "description" | "default" | "format" => true,
            word => panic!("the checker does not know `{word}`"),
        };
        if !is_fine {
            wrong.push(format!("{path}: {word}"));
        }
    }
}

fn is_of_type(value: &Value, kind: &str) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        kind => panic!("no field of the format is a {kind}"),
    }
}

fn read(path: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(format!("{ROOT}/{path}")).unwrap()).unwrap()
}

#[track_caller]
fn check_file(path: &str) {
    let (schema, value) = (read("docs/workbook.schema.json"), read(path));
    let mut wrong = Vec::new();
    check(&schema, &schema, &value, "", &mut wrong);
    assert!(wrong.is_empty(), "{path} does not fit the schema:\n  {}", wrong.join("\n  "));
}

#[test]
fn the_golden_file_fits_the_schema() {
    check_file("tests/golden/workbook_v1.json");
}

#[test]
fn the_sample_workbooks_fit_the_schema() {
    check_file("public/sample.zhanggui.json");
    check_file("public/sample-en.zhanggui.json");
}

#[test]
fn the_checker_sees_what_is_wrong() {
    let schema = read("docs/workbook.schema.json");
    let mut value = read("tests/golden/workbook_v1.json");
    value["workbook"]["shop"]["name"] = 5.into();
    value["workbook"]["goals"]["plans"][0]["unit"] = "euros".into();
    value["workbook"]["goals"]["plans"][0].as_object_mut().unwrap().remove("year");
    let mut wrong = Vec::new();
    check(&schema, &schema, &value, "", &mut wrong);
    assert_eq!(wrong.len(), 3, "{wrong:?}");
}
