//! Sources, search words, advertising, 淘宝联盟 and the shop's months, against `expected.json`.

use std::path::Path;

use serde_json::Value;
use zhanggui::base::span::Span;
use zhanggui::facts::edit::FileTable;
use zhanggui::facts::items::merge::preview_items;
use zhanggui::facts::items::metric::flow::SourcePath;
use zhanggui::facts::items::subject::Subject;
use zhanggui::facts::items::views::{AdsBy, Sources};
use zhanggui::facts::merge::{Of, preview};
use zhanggui::facts::metric::Kind;
use zhanggui::facts::set::{FactSet, Restated};

use crate::samples::{apply, assert_totals, expected, items, list, open, report, samples};

const SOURCE_OLD: &str = "sycm/【生意参谋平台】无线店铺流量来源_2026-10-30_2026-10-30.xls";
const SOURCE_NEW: &str = "sycm/【生意参谋平台】无线店铺流量来源_2026-10-31_2026-10-31.xls";
const WORDS: &str = "sycm/【生意参谋平台】无线店铺三级流量来源详情_2026-10-31_2026-10-31.xls";
const MONTHS: &str = "sycm/【生意参谋平台】参谋店铺月报_自助取数_2024-11-01_2026-10-31.xls";
const SHOP: &str = "sycm/【生意参谋平台】参谋店铺整体日报_2024-11-01_2026-10-31.xls";
const SHOP_UPDATE: &str = "sycm/参谋店铺整体日报_2026-08-01_2026-10-31.xlsx";
const PLANS: &str = "ads/计划报表_20261101_093012.csv";
const PLANS_UPDATE: &str = "ads/计划报表_20261105_101502.xlsx";
const PLANS_OLD: &str = "ads/计划报表_20250130_101500.csv";
const AD_ITEMS: &str = "ads/商品报表_20261101_093255.csv";
const AFFILIATE: &str = "other/淘宝联盟_效果报表_20261101.csv";
const OVERVIEW: &str = "other/首页数据概览_2026-10-18_2026-10-31.xlsx";
const REFUNDS: &str = "other/退款分析_20260812_20260831.csv";

fn span(from: &str, to: &str) -> Span {
    Span::new(from.parse().unwrap(), to.parse().unwrap())
}

fn imported(dir: &Path, paths: &[&str]) -> FactSet {
    let mut facts = FactSet::default();
    for path in paths {
        apply(&mut facts, path, open(dir, path).unwrap());
    }
    facts
}

/// The file's entry in `expected.json`.
fn entry<'a>(expected: &'a Value, path: &str) -> &'a Value {
    list(expected, "files").iter().find(|file| file["path"] == path).unwrap()
}

/// Every table that is neither a shop's day nor an item nor of orders.
#[test]
fn every_keyed_sample_is_read_as_expected() {
    let Some(dir) = samples() else { return };
    let expected = expected(&dir);
    let dialects = [
        "sycm.flow_source",
        "sycm.flow_keyword",
        "sycm.shop_period",
        "ads.plan",
        "ads.item",
        "ads.audience",
        "taobaoke.daily",
        "sycm.overview_transposed",
        "sycm.refund",
    ];
    let is_one = |file: &&Value| dialects.iter().any(|id| file["dialect"] == *id);
    let files: Vec<&Value> = list(&expected, "files").iter().filter(is_one).collect();
    assert_eq!(files.len(), 12);
    for file in files {
        let path = file["path"].as_str().unwrap();
        let read = open(&dir, path).unwrap_or_else(|why| panic!("{why}"));
        let found = report(&read);
        for key in ["container", "dialect", "header_row", "rows", "skip_rows", "quarantine"] {
            assert_eq!(found[key], file[key], "{path}: {key}");
        }
        for key in ["from", "to", "grain"] {
            assert_eq!(found["period"][key], file["period"][key], "{path}: {key}");
        }
        if let Some(encoding) = file.get("encoding") {
            assert_eq!(&found["encoding"], encoding, "{path}");
        }
        let totals = file.get("totals").or_else(|| file.get("totals_leaf_rows")).unwrap();
        assert_totals(totals, &found["totals"], path);
        // The file's own ratios, recomputed from their parts.
        let (n_known, n_same) = read.ratios;
        eprintln!("{path}: {n_same} of {n_known} ratios");
        let has_ratios = !["sycm.refund"].iter().any(|id| file["dialect"] == *id);
        assert_eq!(n_known > 0, has_ratios, "{path}");
        assert!(n_same * 1_000 >= n_known * 998, "{path}: {n_same} of {n_known}");
        assert!(read.report.dropped_columns.is_empty(), "{path}");
    }
}

#[test]
fn subtotals_of_sources_are_kept_apart_from_what_they_sum() {
    let Some(dir) = samples() else { return };
    let expected = expected(&dir);
    let facts = imported(&dir, &[SOURCE_OLD, SOURCE_NEW]);
    for (path, day) in [(SOURCE_OLD, "2026-10-30"), (SOURCE_NEW, "2026-10-31")] {
        let file = entry(&expected, path);
        let table = items(open(&dir, path).unwrap());
        assert_eq!(table.subject, Subject::Source);
        let is_sum = |id: &str| SourcePath::of(id).is_subtotal();
        let n_sums = table.items.iter().filter(|label| is_sum(&label.id)).count();
        assert_eq!(n_sums, list(file, "subtotal_rows").len());
        assert_eq!((table.rows.len() - n_sums) as u64, file["leaf_rows"].as_u64().unwrap());
        let day = span(day, day);
        for (sources, key) in
            [(Sources::Leaves, "totals_leaf_rows"), (Sources::FirstLevels, "totals_first_level")]
        {
            let metrics = ["visitors", "sales", "buyers", "ordered_amount", "new_visitors"];
            let names = ["访客数", "支付金额", "支付买家数", "下单金额", "新访客"];
            let sums = facts.source_sums(day, &metrics, sources);
            assert_eq!(sums.n_days, 1);
            for (place, name) in names.iter().enumerate() {
                let total: i64 = sums.items.values().filter_map(|sums| sums[place].total).sum();
                assert_eq!(Some(total), file[key][name]["total"].as_i64(), "{path}: {name}");
            }
        }
    }
    // A channel's old name in brackets is the channel.
    let both = facts.source_sums(span("2026-10-30", "2026-10-31"), &["visitors"], Sources::Leaves);
    assert_eq!(both.items["付费流量›关键词推广›关键词推广"][0].total, Some(93));
    assert_eq!(both.items["广告流量›阿里妈妈推广›关键词推广"][0].total, Some(121));
    assert_eq!((both.n_days, both.is_of_days), (2, true));
    let words = imported(&dir, &[WORDS]);
    assert_eq!(words.labels_of(Subject::SearchWord).len(), 91);
    let day = "2026-10-31".parse().unwrap();
    assert_eq!(words.value_of(Subject::SearchWord, "首饰盒", "sales", day), Some(63_680));
    assert_eq!(words.imports[0].subject, Some(Subject::SearchWord));
}

#[test]
fn plans_keep_one_channel_under_its_old_and_new_name_and_equal_the_shops_spend() {
    let Some(dir) = samples() else { return };
    let expected = expected(&dir);
    let facts = imported(&dir, &[SHOP, SHOP_UPDATE, PLANS, PLANS_OLD, AD_ITEMS]);
    for path in [PLANS, PLANS_OLD] {
        let file = entry(&expected, path);
        let period = &file["period"];
        let span = span(period["from"].as_str().unwrap(), period["to"].as_str().unwrap());
        let metrics = ["spend", "sales", "clicks"];
        let channels = facts.ad_sums(span, &metrics, AdsBy::Channel);
        let said = file["by_channel"].as_object().unwrap();
        assert_eq!(channels.items.len(), said.len(), "{path}");
        for (channel, said) in said {
            for (place, key) in ["花费_fen", "总成交金额_fen", "点击量"].iter().enumerate()
            {
                let found = channels.items[channel][place].total;
                assert_eq!(found, said[key].as_i64(), "{path}: {channel} {key}");
            }
        }
    }
    // Of the same days the items are the same money: asked for one or the other.
    let days = span("2026-08-03", "2026-10-31");
    let total = |by| {
        let sums = facts.ad_sums(days, &["spend"], by);
        sums.items.values().filter_map(|sums| sums[0].total).sum::<i64>()
    };
    assert_eq!(total(AdsBy::Plan), 3_682_924);
    assert_eq!(total(AdsBy::Item), 3_682_924);
    // Each day's spend of a channel is what the shop's day says.
    for (channel, key) in [
        ("全站推广", "ad_sitewide"),
        ("关键词推广", "ad_keyword"),
        ("精准人群推广", "ad_audience"),
        ("智能场景", "ad_smart"),
    ] {
        for day in days.days() {
            let sums = facts.ad_sums(Span::day(day), &["spend"], AdsBy::Channel);
            assert_eq!(sums.items[channel][0].total, facts.value(key, day), "{channel} {day}");
        }
    }
}

#[test]
fn a_later_plan_report_restates_what_attribution_moved() {
    let Some(dir) = samples() else { return };
    let expected = expected(&dir);
    let mut facts = imported(&dir, &[PLANS]);
    let update = items(open(&dir, PLANS_UPDATE).unwrap());
    let seen = preview_items(&facts, &update);
    assert_eq!((seen.of, seen.n_new_rows), (Of::Each(Subject::AdPlan), 0));
    let overlap = list(&expected, "overlaps").iter().find(|one| one["update"] == PLANS_UPDATE);
    let mut n_kept = 0;
    for said in list(overlap.unwrap(), "cells") {
        let name = said["column"].as_str().unwrap();
        let metric = Subject::AdPlan.metrics().iter().find(|metric| metric.zh == name);
        let Some(metric) = metric.filter(|metric| metric.kind == Kind::Additive) else { continue };
        let amount = |key: &str| {
            let number: f64 = said[key].as_str().unwrap().parse().unwrap();
            Some((number * metric.unit.scale() as f64).round() as i64)
        };
        let is_it = |cell: &&Restated| {
            cell.day.to_string() == said["date"].as_str().unwrap()
                && cell.item == said["计划ID"].as_str().unwrap()
                && cell.metric == metric.key
        };
        let cell = seen.restated.iter().find(is_it).unwrap();
        assert_eq!((cell.old, cell.new), (amount("old"), amount("new")), "{said}");
        n_kept += 1;
    }
    // The others of the 464 are ratios, which follow, and columns that are not kept.
    assert_eq!((n_kept, seen.restated.len()), (210, 210));
    assert!(seen.restated.iter().any(|cell| cell.metric == "sales"));
    assert!(seen.restated.iter().all(|cell| cell.metric != "spend"), "money spent does not move");
    apply(&mut facts, PLANS_UPDATE, open(&dir, PLANS_UPDATE).unwrap());
    let days = span("2026-10-25", "2026-10-31");
    let sums = facts.ad_sums(days, &["sales", "spend"], AdsBy::Plan);
    let total = |place: usize| sums.items.values().filter_map(|one| one[place].total).sum::<i64>();
    assert_eq!((total(0), total(1)), (1_287_860, 309_129));
    let log = &facts.imports[1];
    assert_eq!(log.n_restated as usize, seen.restated.len());
    assert!(!log.restated.is_empty() && log.restated[0].old.is_some());
    assert!(preview_items(&facts, &update).is_no_change());
}

#[test]
fn months_of_the_shop_stand_beside_its_days_and_partial_reports_agree_with_them() {
    let Some(dir) = samples() else { return };
    let expected = expected(&dir);
    let mut facts = imported(&dir, &[SHOP, SHOP_UPDATE]);
    let days = facts.shop_days.clone();
    apply(&mut facts, MONTHS, open(&dir, MONTHS).unwrap());
    assert_eq!(facts.shop_days, days, "a month is no day");
    for said in list(entry(&expected, MONTHS), "periods") {
        let (from, to) = said["range"].as_str().unwrap().split_once(" ~ ").unwrap();
        let sums = facts.sums_of(Subject::Shop, span(from, to), &["visitors", "buyers", "sales"]);
        let shop = &sums.items["shop"];
        assert!(!sums.is_of_days);
        assert_eq!(shop[0].total, said["访客数"].as_i64());
        assert_eq!(shop[1].total, said["支付买家数"].as_i64());
        assert_eq!(shop[2].total, said["支付金额_fen"].as_i64());
    }
    // The overview with the days across and the refund page say what the days say.
    for path in [OVERVIEW, REFUNDS] {
        let FileTable::Days(table) = open(&dir, path).unwrap().table else { panic!("{path}") };
        let seen = preview(&facts, &table);
        assert!(seen.new_days.is_empty() && seen.restated.is_empty(), "{path}: {seen:?}");
    }
    apply(&mut facts, AFFILIATE, open(&dir, AFFILIATE).unwrap());
    for day in span("2026-10-01", "2026-10-31").days() {
        let paid = facts.value_of(Subject::Affiliate, "店铺推广", "commission", day);
        assert_eq!(paid, facts.value("affiliate_commission", day), "{day}");
    }
}

/// A year of eight plans with all their measures, beside everything else in localStorage.
#[test]
fn a_year_of_plan_days_is_small() {
    let Some(dir) = samples() else { return };
    let facts = imported(&dir, &[PLANS, PLANS_OLD]);
    let n_chars: usize = facts
        .keyed_refs()
        .map(|one| serde_json::to_string(one.chunk.as_ref().unwrap()).unwrap().chars().count())
        .sum();
    eprintln!("1,260 plan days in {n_chars} characters");
    // 180 days are here; a year is twice that.
    assert!(n_chars * 2 < 260_000, "{n_chars}");
}
