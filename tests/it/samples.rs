//! The sample exports, against what is known of them (`expected.json` beside the files).
//!
//! The samples stand outside of the repository, in `shared/samples` beside it or wherever
//! `ZHANGGUI_SAMPLES` says; without them these tests say so and pass.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;
use zhanggui::base::id::Id;
use zhanggui::facts::edit::{DayTable, FactsEdit, FileTable};
use zhanggui::facts::items::merge::{merge_items, preview_items};
use zhanggui::facts::items::table::ItemTable;
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

pub fn samples() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let near = || here.ancestors().map(|dir| dir.join("shared/samples")).find(|dir| dir.is_dir());
    let found = std::env::var_os("ZHANGGUI_SAMPLES").map(PathBuf::from).or_else(near);
    if found.is_none() {
        eprintln!("no sample exports here: set ZHANGGUI_SAMPLES");
    }
    found
}

pub fn expected(dir: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(dir.join("expected.json")).unwrap()).unwrap()
}

pub fn open(dir: &Path, path: &str) -> Result<ReadFile, Box<Refusal>> {
    read(path, &std::fs::read(dir.join(path)).unwrap(), &Decoders::native())
}

pub fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// The report as a program would read it.
pub fn report(read: &ReadFile) -> Value {
    serde_json::to_value(&read.report).unwrap()
}

/// What the file says of its totals: no `nulls` means none.
fn with_nulls(total: &Value) -> Value {
    let mut total = total.clone();
    total.as_object_mut().unwrap().entry("nulls").or_insert_with(|| 0.into());
    total
}

pub fn assert_totals(expected: &Value, found: &Value, of: &str) {
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
    let table = days(open(dir, path).unwrap());
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
    let update_days = days(update.clone());
    let seen = preview(&facts, &update_days);
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
    assert!(preview(&facts, &update_days).is_no_change());
    let csv = open(&dir, OLD_NAMES).unwrap();
    assert!(preview(&facts, &days(csv)).is_no_change(), "the same data in another container");

    let span = facts.span().unwrap();
    let mut all = update_days;
    all.days = span.days().collect();
    for (key, column) in &mut all.columns {
        *column = span.days().map(|day| facts.value(key, day)).collect();
    }
    let found = serde_json::to_value(totals(&all)).unwrap();
    let after = &expected["shop_days_after_all_imports"]["totals"];
    assert_totals(after, &found, "after all imports");
}

pub fn apply(facts: &mut FactSet, file: &str, read: ReadFile) {
    let (id, file) = (Id::from_bits(facts.imports.len() as u64), file.to_owned());
    let (dialect, at) = (read.report.dialect.unwrap(), "2026-11-01T09:00:00".to_owned());
    let edit = match read.table {
        FileTable::Days(table) => FactsEdit::ApplyDays { id, file, dialect, at, table },
        FileTable::Orders(table) => FactsEdit::ApplyOrders { id, file, dialect, at, table },
        FileTable::Lines(table) => FactsEdit::ApplyLines { id, file, dialect, at, table },
        FileTable::Items(table) => FactsEdit::ApplyItems { id, file, dialect, at, table },
    };
    edit.apply(facts).unwrap();
}

fn days(read: ReadFile) -> DayTable {
    match read.table {
        FileTable::Days(table) => table,
        _ => panic!("{} is no table of days", read.report.file),
    }
}

pub fn items(read: ReadFile) -> ItemTable {
    match read.table {
        FileTable::Items(table) => table,
        _ => panic!("{} is no keyed table", read.report.file),
    }
}

const ITEM_YEAR: &str = "sycm/商品每日数据_2025-11-01_2026-10-31.csv";
const ITEM_DAYS: [&str; 3] = [
    "sycm/【生意参谋平台】商品_全部_2026-10-29_2026-10-29.xls",
    "sycm/【生意参谋平台】商品_全部_2026-10-30_2026-10-30.xls",
    "sycm/【生意参谋平台】商品_全部_2026-10-31_2026-10-31 (1).xlsx",
];
const ITEM_MONTH: &str = "sycm/【生意参谋平台】商品_全部_2026-09-01_2026-09-30.xls";

/// Days in three containers, a month with rounded figures, a year in one table.
#[test]
fn every_sample_of_items_is_read_as_expected() {
    let Some(dir) = samples() else { return };
    let expected = expected(&dir);
    let is_of_items = |file: &&Value| {
        ["sycm.item_rank", "sycm.item_day_plain"].iter().any(|id| file["dialect"] == *id)
    };
    let files: Vec<&Value> = list(&expected, "files").iter().filter(is_of_items).collect();
    assert_eq!(files.len(), 5);
    for file in files {
        let path = file["path"].as_str().unwrap();
        let read = open(&dir, path).unwrap();
        let found = report(&read);
        for key in ["container", "dialect", "header_row", "period", "rows"] {
            assert_eq!(found[key], file[key], "{path}: {key}");
        }
        let numbers = |value: &Value, key: &str| -> Vec<u64> {
            list(value, key).iter().flat_map(row_numbers).collect()
        };
        for key in ["skip_rows", "quarantine"] {
            assert_eq!(numbers(&found, key), numbers(file, key), "{path}: {found}");
        }
        if let Some(encoding) = file.get("encoding") {
            assert_eq!(&found["encoding"], encoding, "{path}");
        }
        let totals = file.get("totals").or_else(|| file.get("totals_as_parsed")).unwrap();
        assert!(totals.as_object().unwrap().len() >= 12);
        assert_totals(totals, &found["totals"], path);
        let (n_known, n_same) = read.ratios;
        assert!(n_known == n_same, "{path}: {n_same} of {n_known} ratios");
        let table = items(read);
        let row_of = |id: &Value| {
            (0..table.rows.len()).find(|row| table.label(*row).unwrap().id == *id).unwrap()
        };
        for check in list(file, "id_checks") {
            let row = row_of(&check["商品ID"]);
            let cell = |key: &str| table.columns[key][row];
            assert_eq!(cell("sales"), check["支付金额_fen"].as_i64(), "{path}");
            assert_eq!(cell("visitors"), check["商品访客数"].as_i64(), "{path}");
        }
        for (id, total) in file["by_item_paid_fen"].as_object().into_iter().flatten() {
            let rows = (0..table.rows.len()).filter(|row| table.label(*row).unwrap().id == *id);
            let sales: i64 = rows.filter_map(|row| table.columns["sales"][row]).sum();
            assert_eq!(Some(sales), total.as_i64(), "{id}");
        }
    }
}

#[test]
fn items_of_a_day_agree_with_those_of_the_year_and_a_month_stands_beside_its_days() {
    let Some(dir) = samples() else { return };
    let mut facts = FactSet::default();
    apply(&mut facts, ITEM_YEAR, open(&dir, ITEM_YEAR).unwrap());
    let year = items(open(&dir, ITEM_YEAR).unwrap());
    assert!(preview_items(&facts, &year).is_no_change());
    for path in ITEM_DAYS {
        let seen = preview_items(&facts, &items(open(&dir, path).unwrap()));
        assert_eq!((seen.n_new_rows, seen.n_new_items), (0, 0), "{path}");
        // Measures that the year's table does not have; nothing says something else.
        assert!(seen.restated.is_empty() && seen.n_filled > 0, "{path}: {:?}", seen.restated);
        apply(&mut facts, path, open(&dir, path).unwrap());
    }
    let chunks = facts.item_days.clone();
    apply(&mut facts, ITEM_MONTH, open(&dir, ITEM_MONTH).unwrap());
    assert_eq!(facts.item_days, chunks);
    let september = facts.item_periods[0].span();
    assert_eq!(september.n_days(), 30);
    let hero = |facts: &FactSet| facts.item_sums(september, &["visitors"]).items["994280026318"][0];
    assert_eq!(hero(&facts).total, Some(13_452), "people are counted by day");
    facts.item_days.clear();
    assert_eq!(hero(&facts).total, Some(12_000), "each person once, rounded by the platform");
    assert!(facts.item_sums(september, &["visitors"]).rounded.contains(&"994280026318".to_owned()));
    assert_eq!(facts.imports.len(), 5);
}

/// A year of 200 items × 12 measures, as five shops of the sample with other numbers.
#[test]
fn a_year_of_two_hundred_items_fits_beside_everything_else() {
    let Some(dir) = samples() else { return };
    let year = items(open(&dir, ITEM_YEAR).unwrap());
    let mut facts = FactSet::default();
    for copy in 0..5_i64 {
        let mut table = year.clone();
        for label in &mut table.items {
            label.id = format!("{copy}{}", label.id);
        }
        for column in table.columns.values_mut() {
            for (row, cell) in column.iter_mut().enumerate() {
                // Another shop: up to a third more or less, not the same numbers again.
                let by = 67 + (row as i64 * 31 + copy * 17) % 67;
                *cell = cell.map(|value| value * by / 100);
            }
        }
        merge_items(&mut facts, &table);
    }
    let sizes = facts.item_days.iter().map(|wanted| {
        serde_json::to_string(wanted.chunk.as_ref().unwrap()).unwrap().chars().count()
    });
    let n_chars: usize = sizes.sum();
    let n_cells = 365 * 200 * 12;
    eprintln!("{n_cells} cells in {n_chars} characters");
    // At two bytes a character less than two fifths of the 5,242,880 bytes of localStorage.
    assert!(n_chars < 1_000_000, "{n_chars} characters");
}

/// A row or record number of a quarantined entry; a conflict names several.
pub fn row_numbers(entry: &Value) -> Vec<u64> {
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
                assert_eq!(expect["action"], "refuse", "{path}: {refusal}");
                assert_eq!(expect["reason"], refusal.reason.code(), "{path}");
            }
        }
    }
}

#[test]
fn every_other_sample_is_recognised_and_refused_without_its_personal_data() {
    let Some(dir) = samples() else { return };
    let expected = expected(&dir);
    let is_read = |file: &Value| file["dialect"] != "alipay.ledger";
    for file in list(&expected, "files").iter().filter(|file| !is_read(file)) {
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
