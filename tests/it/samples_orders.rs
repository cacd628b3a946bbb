//! Orders, against `expected.json`: what they come to, and that nothing names a person.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};
use zhanggui::base::day::Day;
use zhanggui::facts::edit::FileTable;
use zhanggui::facts::orders::line_merge::{item_lines, preview_lines};
use zhanggui::facts::orders::lines::LineSums;
use zhanggui::facts::orders::merge::{merge_orders, preview_orders};
use zhanggui::facts::orders::read::{Buyers, COHORT_DAYS, buyers, by_day, by_status, cohorts};
use zhanggui::facts::set::FactSet;
use zhanggui::files::orders::state_name;
use zhanggui::files::scan::{Personal, personal};
use zhanggui::persist::envelope::{Meta, to_file};
use zhanggui::workbook::Workbook;

use crate::samples::{apply, expected, list, open, report, row_numbers, samples};

const FIRST: &str = "orders/ExportOrderList202608051012.csv";
const SECOND: &str = "orders/ExportOrderList202611010930.csv";

fn imported(dir: &Path, paths: &[&str]) -> FactSet {
    let mut facts = FactSet::default();
    for path in paths {
        apply(&mut facts, path, open(dir, path).unwrap());
    }
    facts
}

#[test]
fn every_sample_of_orders_is_read_as_expected() {
    let Some(dir) = samples() else { return };
    let expected = expected(&dir);
    for path in [FIRST, SECOND] {
        let file = list(&expected, "files").iter().find(|file| file["path"] == path).unwrap();
        let read = open(&dir, path).unwrap();
        let found = report(&read);
        for key in ["container", "encoding", "dialect", "header_row", "rows", "skip_rows"] {
            assert_eq!(found[key], file[key], "{path}: {key}");
        }
        for key in ["from", "to", "grain"] {
            assert_eq!(found["period"][key], file["period"][key], "{path}: {key}");
        }
        let rows = |value: &Value| -> Vec<u64> {
            list(value, "quarantine").iter().flat_map(row_numbers).collect()
        };
        assert_eq!(rows(&found), rows(file), "{path}");
        assert_eq!(found["orders"], file["totals"], "{path}");
        let mut dropped = read.report.dropped_columns.clone();
        dropped.sort();
        let pii = list(file, "pii_columns").iter().map(|name| name.as_str().unwrap().trim());
        let mut pii: Vec<String> = pii.map(str::to_owned).collect();
        pii.sort();
        assert_eq!(dropped, pii, "{path}");
        let n_names = read.report.dropped_cells["收货人姓名"] as u64;
        let n_records = file["records"].as_u64().unwrap();
        assert!(n_names <= n_records && n_names + 6 >= n_records, "{path}: {n_names}");
    }
}

#[test]
fn orders_of_two_exports_come_to_what_is_known_of_them() {
    let Some(dir) = samples() else { return };
    let known = &expected(&dir)["orders"];
    let facts = imported(&dir, &[FIRST, SECOND]);
    let orders = facts.all_orders();
    assert_eq!(json!(orders.len()), known["distinct_orders"]);
    let states: BTreeMap<String, usize> = by_status(&orders)
        .into_iter()
        .map(|(status, n)| (state_name(status).replace(',', "，"), n))
        .collect();
    assert_eq!(json!(states), known["status"]);
    let paid: Vec<_> = orders.iter().filter(|order| order.paid.is_some()).collect();
    let refund = |order: &&&zhanggui::facts::orders::table::Order| order.refund_fen.unwrap_or(0);
    let figures = [
        ("paid_orders", paid.len() as i64),
        ("paid_fen", paid.iter().map(|order| order.paid_fen).sum()),
        ("refund_fen", paid.iter().map(|order| refund(&order)).sum()),
        ("refunded_orders", paid.iter().filter(|order| refund(order) > 0).count() as i64),
        (
            "fully_refunded_orders",
            paid.iter().filter(|order| order.is_fully_refunded()).count() as i64,
        ),
        ("refund_pending_orders", orders.iter().filter(|o| o.refund_fen == Some(0)).count() as i64),
        ("staged_orders", orders.iter().filter(|order| order.is_staged).count() as i64),
        ("mobile_orders", orders.iter().filter(|order| order.is_mobile).count() as i64),
    ];
    for (key, found) in figures {
        assert_eq!(Some(found), known[key].as_i64(), "{key}");
    }
    assert_eq!(json!(facts.orders_by_province()), known["paid_orders_by_province"]);
    let days = by_day(&orders);
    assert_eq!(days.len(), list(known, "daily").len());
    for said in list(known, "daily") {
        let day: Day = said["date"].as_str().unwrap().parse().unwrap();
        let found = days[&day];
        assert_eq!(json!(found.n_orders), said["paid_orders"], "{day}");
        assert_eq!(json!(found.paid_fen), said["paid_fen"], "{day}");
        assert_eq!(json!(found.n_buyers), said["buyers"], "{day}");
        assert_eq!(json!(found.refund_fen), said["refund_fen"], "{day}");
    }
    let as_of = "2026-10-31".parse().unwrap();
    assert_buyers(&buyers(&orders, as_of, true), &known["rfm_all_paid"]);
    assert_buyers(&buyers(&orders, as_of, false), &known["rfm_without_fully_refunded"]);
    let found = cohorts(&orders, as_of);
    let months = known["cohorts_by_first_paid_month"]["months"].as_object().unwrap();
    assert_eq!(found.len(), months.len());
    for (month, cohort) in found {
        let said = &months[&month.to_string()];
        assert_eq!(json!(cohort.n_buyers), said["buyers"], "{month}");
        for (n_days, (observable, repurchased)) in COHORT_DAYS.iter().zip(cohort.within) {
            let said = &said[format!("d{n_days}")];
            assert_eq!(json!(observable), said["observable"], "{month} {n_days}");
            assert_eq!(json!(repurchased), said["repurchased"], "{month} {n_days}");
        }
    }
}

fn assert_buyers(found: &Buyers, known: &Value) {
    for (key, found) in [
        ("buyers", found.n_buyers as i64),
        ("orders", found.n_orders as i64),
        ("paid_fen", found.paid_fen),
        ("buyers_with_2plus_orders", found.n_repeat as i64),
        ("buyers_with_2plus_paid_days", found.n_repeat_days as i64),
        ("max_orders_of_one_buyer", *found.by_orders.keys().last().unwrap() as i64),
        ("median_paid_fen", found.median_fen.unwrap()),
    ] {
        assert_eq!(Some(found), known[key].as_i64(), "{key}");
    }
    let by_orders: BTreeMap<String, usize> =
        found.by_orders.iter().map(|(n, buyers)| (n.to_string(), *buyers)).collect();
    assert_eq!(json!(by_orders), known["orders_per_buyer"]);
    let bins = |key: &str, names: [&str; 6]| -> Vec<u64> {
        names.iter().map(|name| known[key][name].as_u64().unwrap()).collect()
    };
    let days = ["0-30", "31-60", "61-90", "91-180", "181-365", "366+"];
    assert_eq!(json!(found.by_recency), json!(bins("recency_days_bins", days)));
    let yuan = ["<50", "50-99.99", "100-199.99", "200-499.99", "500-999.99", ">=1000"];
    assert_eq!(json!(found.by_money), json!(bins("monetary_yuan_bins", yuan)));
    for (key, part) in [
        ("repeat_purchase_rate_orders", found.n_repeat),
        ("repeat_purchase_rate_days", found.n_repeat_days),
    ] {
        let rate = part as f64 / found.n_buyers as f64;
        assert!((rate - known[key].as_f64().unwrap()).abs() < 1e-6, "{key}");
    }
}

#[test]
fn the_later_export_counts_in_whichever_order_they_come() {
    let Some(dir) = samples() else { return };
    let known = &expected(&dir)["orders"];
    let mut facts = imported(&dir, &[FIRST]);
    let FileTable::Orders(second) = open(&dir, SECOND).unwrap().table else { panic!() };
    let seen = preview_orders(&facts, &second);
    assert_eq!(json!(seen.n_same_days + seen.n_changed_days), known["orders_present_in_two_files"]);
    assert_eq!(seen.n_new_rows, 2_441 - 199);
    assert!(seen.n_changed_days > 0);
    apply(&mut facts, SECOND, open(&dir, SECOND).unwrap());
    assert!(preview_orders(&facts, &second).is_no_change());
    let by_id = |facts: &FactSet| -> BTreeMap<u64, _> {
        // Places of provinces depend on which file came first.
        let all = facts.all_orders().into_iter();
        all.map(|one| (one.id, (one.paid, one.paid_fen, one.refund_fen, one.status))).collect()
    };
    let turned = imported(&dir, &[SECOND, FIRST]);
    assert_eq!(by_id(&facts), by_id(&turned));
    assert_eq!(facts.imports.len(), 2);
}

/// Nothing of a person is anywhere in what is stored, logged or said to the page.
#[test]
fn no_personal_text_is_in_what_is_stored() {
    let Some(dir) = samples() else { return };
    let expected = expected(&dir);
    let mut workbook = Workbook::default();
    let mut said = String::new();
    for path in [FIRST, SECOND, DETAILS[0].0, DETAILS[1].0] {
        let read = open(&dir, path).unwrap();
        said.push_str(&serde_json::to_string(&read).unwrap());
        let mut facts = (*workbook.facts).clone();
        apply(&mut facts, path, read);
        workbook.facts = facts.into();
    }
    let stored = to_file(&workbook, &Meta::new("2026-11-01T09:00:00")).unwrap();
    let n_chars = stored.chars().count();
    eprintln!("5,000 orders and their lines in {n_chars} characters");
    assert!(n_chars < 350_000, "{n_chars}");
    // By their first bytes: thousands of strings are looked for in one pass.
    let mut by_start: BTreeMap<[u8; 3], Vec<&str>> = BTreeMap::new();
    let strings = expected["pii"]["strings"].as_object().unwrap().values();
    let listed = strings.flat_map(|all| all.as_array().unwrap());
    let mut n_strings = 0;
    for text in listed.chain(list(&expected["pii"], "quick_scan")).filter_map(Value::as_str) {
        by_start.entry(*text.as_bytes().first_chunk().unwrap()).or_default().push(text);
        n_strings += 1;
    }
    for all in [&stored, &said] {
        for (at, start) in all.as_bytes().windows(3).enumerate() {
            for text in by_start.get(start).into_iter().flatten() {
                assert!(!all.as_bytes()[at..].starts_with(text.as_bytes()), "{text}");
            }
        }
    }
    assert!(n_strings > 15_000, "{n_strings}");
    let chunks = workbook.facts.orders.iter().filter_map(|one| one.chunk.clone());
    for chunk in chunks {
        let is_fine = |found: Option<Personal>| found.is_none_or(|one| one == Personal::Email);
        assert!(chunk.columns.values().all(|text| is_fine(personal(text))));
    }
}

const DETAILS: [(&str, &str); 2] = [
    ("orders/ExportOrderDetailList202608051012.csv", FIRST),
    ("orders/ExportOrderDetailList202611010930.csv", SECOND),
];

/// What lines come to by the month in which their orders were paid.
fn by_paid_month(facts: &FactSet) -> Value {
    let mut months: BTreeMap<String, LineSums> = BTreeMap::new();
    for (day, items) in item_lines(facts).days {
        for sums in items.values() {
            months.entry(day.month().to_string()).or_default().add(sums);
        }
    }
    let month = |sums: LineSums| {
        json!({"lines": sums.lines, "qty": sums.units, "paid_fen": sums.paid_fen,
            "refund_fen": sums.refund_fen})
    };
    months.into_iter().map(|(name, sums)| (name, month(sums))).collect()
}

#[test]
fn lines_add_to_the_days_of_their_items_and_join_their_orders() {
    let Some(dir) = samples() else { return };
    let expected = expected(&dir);
    for (details, orders) in DETAILS {
        let file = list(&expected, "files").iter().find(|file| file["path"] == details).unwrap();
        let read = open(&dir, details).unwrap();
        let found = report(&read);
        for key in ["container", "dialect", "header_row", "rows", "skip_rows", "quarantine"] {
            assert_eq!(found[key], file[key], "{details}: {key}");
        }
        // They use nothing of GB18030 that GBK does not have, and are named so.
        assert_eq!(found["encoding"], "gbk");
        for key in ["paid_fen", "refund_fen"] {
            assert_eq!(found["lines"][key], file["totals"][key], "{details}: {key}");
        }
        assert_eq!(found["lines"]["orders"], file["orders"], "{details}");
        assert_eq!(found["lines"]["is_single"], true);
        // The lines first, as files come by their names, or their orders: it is the same.
        let sold = &file["totals"]["by_paid_month"];
        for paths in [[details, orders], [orders, details]] {
            let facts = imported(&dir, &paths);
            assert_eq!(by_paid_month(&facts), *sold, "{details}");
            assert!(item_lines(&facts).undated.is_empty());
        }
        let FileTable::Lines(table) = open(&dir, details).unwrap().table else { panic!() };
        assert!(preview_lines(&imported(&dir, &[details]), &table).is_no_change());
    }
}

#[test]
fn lines_of_two_exports_that_overlap_are_counted_once() {
    let Some(dir) = samples() else { return };
    let known = &expected(&dir)["orders"];
    let facts = imported(&dir, &[FIRST, DETAILS[0].0, SECOND, DETAILS[1].0]);
    let sold = item_lines(&facts);
    let mut all = LineSums::default();
    sold.days.values().flat_map(BTreeMap::values).for_each(|sums| all.add(sums));
    // Σ 买家实付金额 of the lines = 买家实际支付金额 of the orders.
    assert_eq!(json!(all.paid_fen), known["paid_fen"]);
    assert_eq!(json!(all.refund_fen), known["refund_fen"]);
    for day in list(known, "daily") {
        let items = &sold.days[&day["date"].as_str().unwrap().parse::<Day>().unwrap()];
        let paid: i64 = items.values().map(|sums| sums.paid_fen).sum();
        assert_eq!(json!(paid), day["paid_fen"], "{}", day["date"]);
        assert!(items.keys().all(|item| item.starts_with("TX-")), "{items:?}");
    }
    let FileTable::Lines(second) = open(&dir, DETAILS[1].0).unwrap().table else { panic!() };
    let before = imported(&dir, &[DETAILS[0].0]);
    let seen = preview_lines(&before, &second);
    assert_eq!(seen.n_new_rows + seen.n_same_days + seen.n_changed_days, 2_704);
    assert!(seen.n_changed_days > 0 && seen.n_same_days > 0);
}

/// Early versions numbered orders under half a salt. What they stored opens, and an export that
/// tells the same days again takes its place.
#[test]
fn orders_numbered_under_half_a_salt_are_renewed() {
    let Some(dir) = samples() else { return };
    let mut old = imported(&dir, &[FIRST]);
    old.salt_more = None;
    let FileTable::Orders(same) = open(&dir, FIRST).unwrap().table else { panic!() };
    let mut other = same.clone();
    other.orders.iter_mut().for_each(|order| order.id ^= 1);
    other.orders.sort_by_key(|order| order.id);
    // Other numbers for the same orders: none is there twice.
    assert_eq!(preview_orders(&old, &other).n_new_rows, 2_758);
    merge_orders(&mut old, &other);
    assert_eq!(old.all_orders().len(), 2_758);
    assert_eq!(old.salt_more, Some(same.salt.more));
    // From now on numbers fit.
    assert!(preview_orders(&old, &other).is_no_change());
    merge_orders(&mut old, &same);
    assert_eq!(old.all_orders().len(), 2 * 2_758);
}
