//! The sample exports, against what is known of them (`expected.json` beside the files).
//!
//! The samples stand outside of the repository, in `shared/samples` beside it or wherever
//! `ZHANGGUI_SAMPLES` says; without them these tests say so and pass.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;
use zhanggui::base::id::Id;
use zhanggui::facts::edit::FactsEdit;
use zhanggui::facts::merge::preview;
use zhanggui::facts::metric::metric;
use zhanggui::facts::set::FactSet;
use zhanggui::files::decode::Decoders;
use zhanggui::files::refusal::Refusal;
use zhanggui::files::report::{Report, totals};
use zhanggui::files::{ReadFile, read};

const BASE: &str = "sycm/【生意参谋平台】参谋店铺整体日报_2024-11-01_2026-10-31.xls";
const UPDATE: &str = "sycm/参谋店铺整体日报_2026-08-01_2026-10-31.xlsx";
const OLD_NAMES: &str = "sycm/参谋店铺整体日报_2026-08-01_2026-10-31.csv";

fn samples() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let near = || here.ancestors().map(|dir| dir.join("shared/samples")).find(|dir| dir.is_dir());
    let found = std::env::var_os("ZHANGGUI_SAMPLES").map(PathBuf::from).or_else(near);
    if found.is_none() {
        eprintln!("no sample exports here: set ZHANGGUI_SAMPLES");
    }
    found
}

fn expected(dir: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(dir.join("expected.json")).unwrap()).unwrap()
}

fn open(dir: &Path, path: &str) -> Result<ReadFile, Box<Refusal>> {
    read(path, &std::fs::read(dir.join(path)).unwrap(), &Decoders::native())
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// The report as a program would read it.
fn report(read: &ReadFile) -> Value {
    serde_json::to_value(&read.report).unwrap()
}

/// What the file says of its totals: no `nulls` means none.
fn with_nulls(total: &Value) -> Value {
    let mut total = total.clone();
    total.as_object_mut().unwrap().entry("nulls").or_insert_with(|| 0.into());
    total
}

fn assert_totals(expected: &Value, found: &Value, of: &str) {
    for (name, total) in expected.as_object().unwrap() {
        assert_eq!(found[name], with_nulls(total), "{of}: {name}");
    }
}

#[test]
fn every_shop_day_sample_is_read_as_expected() {
    let Some(dir) = samples() else { return };
    let expected = expected(&dir);
    let is_shop_day = |file: &&Value| file["dialect"] == "sycm.shop_day";
    let files: Vec<&Value> = list(&expected, "files").iter().filter(is_shop_day).collect();
    assert!(files.len() >= 4);
    for file in files {
        let path = file["path"].as_str().unwrap();
        let found = report(&open(&dir, path).unwrap());
        for key in ["container", "dialect", "header_row", "period", "rows", "skip_rows"] {
            assert_eq!(found[key], file[key], "{path}: {key}");
        }
        assert_eq!(found["action"], "import");
        assert_eq!(found["quarantine"], file["quarantine"], "{path}");
        if let Some(encoding) = file.get("encoding") {
            assert_eq!(&found["encoding"], encoding, "{path}");
        }
        assert_totals(&file["totals"], &found["totals"], path);
        assert_spot_checks(&dir, file);
    }
}

/// Single cells of every unit.
fn assert_spot_checks(dir: &Path, file: &Value) {
    let path = file["path"].as_str().unwrap();
    let table = open(dir, path).unwrap().table;
    for check in list(file, "spot_checks") {
        let day = check["date"].as_str().unwrap().parse().unwrap();
        let row = table.days.binary_search(&day).unwrap();
        for (name, cell) in check.as_object().unwrap().iter().filter(|(name, _)| *name != "date") {
            let metric = zhanggui::files::dialects::shop_day_metric(name).unwrap();
            assert_eq!(cell["unit"], metric.unit.label(), "{name}");
            let value = table.columns[metric.key][row];
            assert_eq!(value, cell["value"].as_i64(), "{path}: {day} {name}");
        }
    }
}

#[test]
fn a_later_export_restates_exactly_the_cells_that_changed() {
    let Some(dir) = samples() else { return };
    let expected = expected(&dir);
    let mut facts = FactSet::default();
    apply(&mut facts, BASE, open(&dir, BASE).unwrap());
    let update = open(&dir, UPDATE).unwrap();
    let seen = preview(&facts, &update.table);
    assert!(seen.new_days.is_empty());
    assert_eq!(seen.n_filled, 0);
    let overlap = &list(&expected, "overlaps")[0];
    assert_eq!(seen.restated.len(), 38);
    let found: BTreeMap<(String, String), (Option<i64>, Option<i64>)> = seen
        .restated
        .iter()
        .map(|cell| {
            let name = metric(&cell.metric).unwrap().zh.to_owned();
            ((cell.day.to_string(), name), (cell.old, cell.new))
        })
        .collect();
    for cell in list(overlap, "cells") {
        let text = |key: &str| cell[key].as_str().unwrap().to_owned();
        let values = (cell["old"].as_i64(), cell["new"].as_i64());
        assert_eq!(found.get(&(text("date"), text("column"))), Some(&values), "{cell}");
    }
    let untouched = facts.shop_days[..7].to_vec();
    apply(&mut facts, UPDATE, update.clone());
    assert_eq!(facts.shop_days[..7], untouched, "quarters before the update stay the same chunks");
    assert_eq!((facts.imports[1].n_new, facts.imports[1].n_restated), (0, 38));
    assert!(preview(&facts, &update.table).is_no_change());
    let csv = open(&dir, OLD_NAMES).unwrap();
    assert!(preview(&facts, &csv.table).is_no_change(), "the same data in another container");

    let span = facts.span().unwrap();
    let mut all = update.table;
    all.days = span.days().collect();
    for (key, column) in &mut all.columns {
        *column = span.days().map(|day| facts.value(key, day)).collect();
    }
    let found = serde_json::to_value(totals(&all)).unwrap();
    let after = &expected["shop_days_after_all_imports"]["totals"];
    assert_totals(after, &found, "after all imports");
}

fn apply(facts: &mut FactSet, file: &str, read: ReadFile) {
    let edit = FactsEdit::ApplyDays {
        id: Id::from_bits(facts.imports.len() as u64),
        file: file.to_owned(),
        dialect: read.report.dialect.unwrap(),
        at: "2026-11-01T09:00:00".to_owned(),
        table: read.table,
    };
    edit.apply(facts).unwrap();
}

/// A row or record number of a quarantined entry; a conflict names several.
fn row_numbers(entry: &Value) -> Vec<u64> {
    let single = entry.get("row").or_else(|| entry.get("record")).and_then(Value::as_u64);
    single.map_or_else(
        || list(entry, "records").iter().filter_map(Value::as_u64).collect(),
        |row| vec![row],
    )
}

/// Broken files whose rows, were they whole, would be days of the shop are imported or refused as
/// expected; the others are refused for what they are.
#[test]
fn every_broken_sample_is_refused_or_read_as_expected() {
    let Some(dir) = samples() else { return };
    let expected = expected(&dir);
    let other_tables = ["sycm.item_rank", "sycm.item_day_plain", "orders.list"];
    let mut n_other = 0;
    for file in list(&expected, "bad") {
        let path = file["path"].as_str().unwrap();
        let expect = &file["expect"];
        match open(&dir, path) {
            Ok(read) => {
                assert_eq!(expect["action"], "import", "{path}");
                assert_eq!(read.report.rows as u64, expect["rows"].as_u64().unwrap(), "{path}");
                assert_eq!(read.n_issues as u64, expect["quarantine"].as_u64().unwrap(), "{path}");
                let mut rows: Vec<u64> =
                    list(expect, "quarantined").iter().flat_map(row_numbers).collect();
                rows.sort_unstable();
                let found: Vec<u64> =
                    read.report.quarantine.iter().map(|note| note.row as u64).collect();
                assert!(rows.is_empty() || found == rows, "{path}: {found:?}");
                for (name, total) in expect["totals"].as_object().into_iter().flatten() {
                    let name = name.trim_end_matches("_fen");
                    assert_eq!(read.report.totals[name].total, total.as_i64().unwrap(), "{path}");
                }
                if let Some(period) = file.get("period") {
                    let found = &report(&read)["period"];
                    let ends = (&found["from"], &found["to"]);
                    assert_eq!(ends, (&period["from"], &period["to"]), "{path}");
                }
            }
            Err(refusal) => {
                let dialect = refusal.dialect.as_deref().unwrap_or_default();
                if refusal.reason.code() == "unsupported_dialect" {
                    assert!(other_tables.contains(&dialect), "{path}: {dialect}");
                    n_other += 1;
                    continue;
                }
                assert_eq!(expect["action"], "refuse", "{path}: {refusal}");
                assert_eq!(expect["reason"], refusal.reason.code(), "{path}");
            }
        }
    }
    assert_eq!(n_other, 6, "tables of items and orders among the broken files");
}

#[test]
fn every_other_sample_is_recognised_and_refused_without_its_personal_data() {
    let Some(dir) = samples() else { return };
    let expected = expected(&dir);
    for file in list(&expected, "files").iter().filter(|file| file["dialect"] != "sycm.shop_day") {
        let path = file["path"].as_str().unwrap();
        let refusal = open(&dir, path).unwrap_err();
        assert_eq!(refusal.reason.code(), "unsupported_dialect", "{path}");
        assert_eq!(file["dialect"], refusal.dialect.clone().unwrap(), "{path}");
        let said = serde_json::to_string(&(&refusal, Report::refused(&refusal))).unwrap();
        for secret in list(&expected["pii"], "quick_scan") {
            assert!(!said.contains(secret.as_str().unwrap()), "{path}: {said}");
        }
    }
}
