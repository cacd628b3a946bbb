//! Makes the sample workbook from the sample exports, through the importer and the edits that
//! the page uses:
//!
//! `cargo run --example make_sample -- SAMPLES_DIR public`
//!
//! writes `sample.zhanggui.json` and, with the same figures under English names,
//! `sample-en.zhanggui.json`. The shop is fictional. Its plan for 2026 was made on the first day of the year, so its weights
//! are learned from what was known then.

#[path = "sample/boards.rs"]
mod boards;
#[path = "sample/journey.rs"]
mod journey;
#[path = "sample/launch.rs"]
mod launch;
#[path = "sample/personas.rs"]
mod personas;
#[path = "sample/position.rs"]
mod position;
#[path = "sample/products.rs"]
mod products;
#[path = "sample/profit.rs"]
mod profit;
#[path = "sample/rivals.rs"]
mod rivals;
#[path = "sample/sources.rs"]
mod sources;
#[path = "sample/swot.rs"]
mod swot;
#[path = "sample/trials.rs"]
mod trials;

use std::error::Error;
use std::path::Path;

use zhanggui::base::day::{Day, Month};
use zhanggui::base::id::Id;
use zhanggui::base::locale::Locale;
use zhanggui::base::money::Money;
use zhanggui::base::ratio::Ratio;
use zhanggui::base::span::Span;
use zhanggui::facts::edit::{FactsEdit, FileTable};
use zhanggui::facts::items::subject::Subject;
use zhanggui::facts::items::table::ItemTable;
use zhanggui::facts::metric::{AOV, CVR};
use zhanggui::files::decode::Decoders;
use zhanggui::files::read;
use zhanggui::knowledge::events::built_in;
use zhanggui::persist::envelope::{Meta, to_file};
use zhanggui::tools::calendar::edit::CalendarEdit;
use zhanggui::tools::calendar::model::EventRule;
use zhanggui::tools::goals::calc::breakdown::breakdown;
use zhanggui::tools::goals::calc::learn::{Weights, learn};
use zhanggui::tools::goals::edit::{CellChange, GoalsEdit};
use zhanggui::tools::goals::model::{
    Baseline, CellKey, GoalUnit, Learned, MonthRates, Part, Shape, Split, SplitBy, Target, YearPlan,
};
use zhanggui::tools::shop::edit::ShopEdit;
use zhanggui::workbook::Workbook;

/// The exports, in the order in which they were downloaded, and when.
const EXPORTS: [(&str, &str); 5] = [
    ("sycm/【生意参谋平台】参谋店铺整体日报_2024-11-01_2026-10-31.xls", "2026-11-01T09:02:11"),
    ("sycm/参谋店铺整体日报_2026-08-01_2026-10-31.xlsx", "2026-11-01T09:05:40"),
    ("sycm/商品每日数据_2025-11-01_2026-10-31.csv", "2026-11-01T09:08:12"),
    ("ads/计划报表_20261101_093012.csv", "2026-11-01T09:31:20"),
    ("ads/计划报表_20261105_101502.xlsx", "2026-11-05T10:16:02"),
];
/// The last days of sources, in the old layout and in the new one.
const SOURCES: [(&str, &str); 2] = [
    ("sycm/【生意参谋平台】无线店铺流量来源_2026-10-30_2026-10-30.xls", "2026-11-01T09:33:05"),
    ("sycm/【生意参谋平台】无线店铺流量来源_2026-10-31_2026-10-31.xls", "2026-11-01T09:33:05"),
];
/// The days of sources before them.
const SOURCE_DAYS: (&str, &str) = ("2026-08-01", "2026-10-29");
/// The first day of single items in the sample.
const ITEMS_FROM: &str = "2026-08-01";
/// What the sample keeps of advertising: a report has forty columns, and pages show these.
const AD_METRICS: [&str; 5] = ["impressions", "clicks", "spend", "orders", "sales"];
const YEAR: i32 = 2026;
const TARGET_FEN: i64 = 165_000_000;

/// A name in Chinese and in English.
type Name = (&'static str, &'static str);

const SHOP: Name = ("汀匣礼品示例旗舰店", "Tingxia Gifts (sample shop)");
const BASELINE: Name = ("年初定稿", "Agreed in January");

/// Amounts that were typed over: the period, the amount in 分, why.
const LOCKS: [(&str, i64, Name); 9] = [
    ("2026-06", 15_000_000, ("618 已报名，按平台要求", "Signed up for 618: the platform's floor")),
    ("2026-11", 17_500_000, ("双11 备货上限", "All the stock for Double 11")),
    ("2026-10-01", 260_000, ("国庆发货减半", "Half the parcels over the holiday")),
    ("2026-10-02", 260_000, ("", "")),
    ("2026-10-03", 260_000, ("", "")),
    ("2026-10-18", 520_000, ("直播专场", "Live show")),
    ("2026-10-24", 600_000, ("双11 预售首日", "First day of the presale")),
    ("2026-10-31", 1_200_000, ("双11 第一波", "First wave of Double 11")),
    ("2026-11-11", 2_200_000, ("双11 当天", "Double 11 itself")),
];

/// The shop's own event: its birthday, with a day before and after; uplift in basis points.
const BIRTHDAY: (Name, &str, u32) = (("店庆", "Shop anniversary"), "2026-09-19", 12_500);

/// The products of one split and their shares of the last twelve months, in basis points.
const PRODUCTS: [(Name, u32); 5] = [
    (("月光镜面双层首饰盒", "Moonlight mirror box, two tiers"), 3_899),
    (("胡桃木复古首饰收纳盒", "Walnut jewellery box"), 1_383),
    (("八音盒旋转首饰盒", "Music box, turning"), 501),
    (("磁吸折叠首饰盒", "Folding box, magnetic"), 498),
    (("其他商品", "Other products"), 3_719),
];

/// The channels of the other split and their shares, as the shop plans them, in basis points.
const CHANNELS: [(Name, u32); 5] = [
    (("手淘搜索", "Taobao search"), 3_800),
    (("推广", "Advertising"), 2_600),
    (("手淘推荐", "Taobao feed"), 1_500),
    (("直播", "Live shows"), 1_200),
    (("老客与其他", "Repeat buyers and others"), 900),
];

fn named((zh, en): Name, locale: Locale) -> String {
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
    .to_owned()
}

/// Ids of the sample: fixed, so that making it twice gives the same file.
fn id(number: u64) -> Id {
    Id::from_bits(0x5a4d_504c_0000_0000 + number)
}

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [samples, out] = args.as_slice() else {
        return Err("usage: make_sample SAMPLES_DIR OUT_DIR".into());
    };
    let mut meta = Meta::new("2026-01-01T09:00:00");
    meta.modified = "2026-11-01T09:10:00".to_owned();
    for (locale, file) in
        [(Locale::Zh, "sample.zhanggui.json"), (Locale::En, "sample-en.zhanggui.json")]
    {
        let workbook = sample(Path::new(samples), locale)?;
        std::fs::write(Path::new(out).join(file), narrower(&to_file(&workbook, &meta)?))?;
    }
    Ok(())
}

/// With half of the blanks at the beginning of its lines: everybody who looks fetches them.
fn narrower(file: &str) -> String {
    let line = |line: &str| {
        let words = line.trim_start_matches(' ');
        format!("{:1$}{words}", "", (line.len() - words.len()) / 2)
    };
    file.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn sample(samples: &Path, locale: Locale) -> Result<Workbook, Box<dyn Error>> {
    let mut workbook = Workbook::default();
    workbook.apply(ShopEdit::Rename(named(SHOP, locale)).into())?;
    workbook.shop.make_mut().is_sample = true;
    for (number, (file, at)) in (1..).zip(EXPORTS) {
        workbook.apply(import(samples, file, at, id(number))?.into())?;
    }
    import_sources(&mut workbook, samples)?;
    make_plan(&mut workbook, locale)?;
    for edit in personas::edits(locale) {
        workbook.apply(edit.into())?;
    }
    for edit in rivals::edits(locale) {
        workbook.apply(edit.into())?;
    }
    for edit in journey::edits(locale) {
        workbook.apply(edit.into())?;
    }
    for edit in swot::edits(locale) {
        workbook.apply(edit.into())?;
    }
    for edit in position::edits(locale) {
        workbook.apply(edit.into())?;
    }
    for edit in products::edits(locale) {
        workbook.apply(edit.into())?;
    }
    for edit in profit::edits(locale) {
        workbook.apply(edit.into())?;
    }
    for edit in launch::edits(locale) {
        workbook.apply(edit.into())?;
    }
    for edit in trials::edits(locale) {
        workbook.apply(edit.into())?;
    }
    for edit in boards::edits(locale) {
        workbook.apply(edit.into())?;
    }
    Ok(workbook)
}

fn import(samples: &Path, file: &str, at: &str, id: Id) -> Result<FactsEdit, Box<dyn Error>> {
    let bytes = std::fs::read(samples.join(file))?;
    let name = file.rsplit('/').next().unwrap_or(file);
    let read = read(name, &bytes, &Decoders::native())?;
    let (file, at) = (name.to_owned(), at.to_owned());
    let dialect = read.report.dialect.unwrap_or_default();
    Ok(match read.table {
        FileTable::Days(table) => FactsEdit::ApplyDays { id, file, dialect, at, table },
        FileTable::Orders(table) => FactsEdit::ApplyOrders { id, file, dialect, at, table },
        FileTable::Lines(table) => FactsEdit::ApplyLines { id, file, dialect, at, table },
        FileTable::Items(table) => {
            let table = since(table, day(ITEMS_FROM)?);
            FactsEdit::ApplyItems { id, file, dialect, at, table }
        }
    })
}

/// Sources: the days that are made, then the exports of the last two.
fn import_sources(workbook: &mut Workbook, samples: &Path) -> Result<(), Box<dyn Error>> {
    let span = Span::new(day(SOURCE_DAYS.0)?, day(SOURCE_DAYS.1)?);
    let table = sources::table(&workbook.facts, span)?;
    let file = format!("【生意参谋平台】无线店铺流量来源_{}_{}.xls", SOURCE_DAYS.0, SOURCE_DAYS.1);
    let (dialect, at) = ("sycm.flow_source".to_owned(), "2026-10-30T09:11:40".to_owned());
    workbook.apply(FactsEdit::ApplyItems { id: id(6), file, dialect, at, table }.into())?;
    for (number, (file, at)) in (7..).zip(SOURCES) {
        workbook.apply(import(samples, file, at, id(number))?.into())?;
    }
    Ok(())
}

/// The rows from a day on: a sample is fetched by everybody who looks, and two months are enough
/// to be held against each other.
fn since(mut table: ItemTable, from: Day) -> ItemTable {
    let is_kept: Vec<bool> =
        table.rows.iter().map(|(period, _)| from <= table.periods[*period].0).collect();
    let n_early = table.periods.iter().filter(|(first, _)| *first < from).count();
    table.periods.drain(..n_early);
    let mut kept = is_kept.iter();
    table.rows.retain(|_| *kept.next().unwrap_or(&false));
    for (period, _) in &mut table.rows {
        *period -= n_early;
    }
    for column in table.columns.values_mut() {
        let mut kept = is_kept.iter();
        column.retain(|_| *kept.next().unwrap_or(&false));
    }
    if table.subject.is_of_ads() {
        table.columns.retain(|metric, _| AD_METRICS.contains(&metric.as_str()));
    }
    if table.subject == Subject::Source {
        table.columns.retain(|metric, _| sources::METRICS.contains(&metric.as_str()));
    }
    table
}

fn make_plan(workbook: &mut Workbook, locale: Locale) -> Result<(), Box<dyn Error>> {
    let known = Span::new(day("2024-11-01")?, day("2025-12-31")?);
    let events = workbook.events(known);
    let weights = learn(known, |day| workbook.actual(GoalUnit::Sales, day), &events)?;
    workbook.apply(CalendarEdit::PutAll(learned_events(&weights)).into())?;
    workbook.apply(CalendarEdit::Put(birthday(locale)?).into())?;
    let plan = YearPlan::new(id(10), YEAR, GoalUnit::Sales, Target::Amount(TARGET_FEN));
    workbook.apply(GoalsEdit::PutPlan(Box::new(plan)).into())?;
    let shape = Shape {
        months: weights.months.map(|month| month.weight),
        weekdays: weights.weekdays.map(|weekday| weekday.weight),
        learned: Some(Learned::from_span(known)),
        ..Shape::default()
    };
    workbook.apply(GoalsEdit::SetShape { year: YEAR, shape }.into())?;
    plan_rates(workbook)?;
    freeze(workbook, locale)?;
    lock(workbook, locale)?;
    put_split(workbook, SplitBy::Product, 30, shares(&PRODUCTS, locale))?;
    put_split(workbook, SplitBy::Channel, 50, shares(&CHANNELS, locale))
}

/// The built-in events with the uplifts that history shows.
fn learned_events(weights: &Weights) -> Vec<EventRule> {
    let learned = weights.uplifts.iter().filter(|uplift| uplift.n_days > 0);
    let rules = learned.zip(100..).filter_map(|(uplift, number)| {
        let event = built_in(&uplift.key)?;
        Some(EventRule {
            id: id(number),
            built_in: Some(uplift.key.clone()),
            name: String::new(),
            is_on: true,
            before: event.before,
            after: event.after,
            uplift_bp: uplift.uplift_bp,
            days: Vec::new(),
            extra: Default::default(),
        })
    });
    rules.collect()
}

fn birthday(locale: Locale) -> Result<EventRule, Box<dyn Error>> {
    let (name, on, uplift_bp) = BIRTHDAY;
    Ok(EventRule {
        id: id(90),
        built_in: None,
        name: named(name, locale),
        is_on: true,
        before: 1,
        after: 1,
        uplift_bp,
        days: vec![day(on)?],
        extra: Default::default(),
    })
}

/// Conversion and order value of every month as they were a year before.
fn plan_rates(workbook: &mut Workbook) -> Result<(), Box<dyn Error>> {
    for number in 1..=12 {
        let before = Month::new(YEAR - 1, number);
        let span = Span::new(before.first(), before.last());
        let rates = MonthRates {
            cvr: ratio(workbook.facts.aggregate(CVR, span)),
            aov: workbook.facts.aggregate(AOV, span).and_then(|fen| Money::from_fen(fen).ok()),
            ..MonthRates::default()
        };
        let month = Month::new(YEAR, number);
        workbook.apply(GoalsEdit::SetRates { year: YEAR, month, rates }.into())?;
    }
    Ok(())
}

fn ratio(bp: Option<i64>) -> Option<Ratio> {
    Some(Ratio::from_bp(i32::try_from(bp?).ok()?))
}

/// The plan as it was agreed, before anything was typed over.
fn freeze(workbook: &mut Workbook, locale: Locale) -> Result<(), Box<dyn Error>> {
    let cut = workbook.shop.cut();
    let plan = workbook.goals.plan(YEAR).ok_or("no plan")?;
    let days = breakdown(plan, &workbook.events(cut.year(YEAR)), cut)?.days;
    let baseline = Baseline {
        id: id(20),
        name: named(BASELINE, locale),
        at: day("2026-01-01")?,
        from: None,
        days,
        extra: Default::default(),
    };
    Ok(workbook.apply(GoalsEdit::Freeze { year: YEAR, baseline }.into())?)
}

fn lock(workbook: &mut Workbook, locale: Locale) -> Result<(), Box<dyn Error>> {
    let cells = LOCKS.map(|(period, amount, note)| -> Result<CellChange, Box<dyn Error>> {
        let period = CellKey::try_from(period.to_owned())?;
        let note = Some(named(note, locale)).filter(|note| !note.is_empty());
        Ok(CellChange { note, ..CellChange::lock(period, Some(amount)) })
    });
    let cells = cells.into_iter().collect::<Result<Vec<_>, _>>()?;
    Ok(workbook.apply(GoalsEdit::SetCells { year: YEAR, cells }.into())?)
}

fn shares(parts: &[(Name, u32)], locale: Locale) -> Vec<(String, u32)> {
    parts.iter().map(|(name, weight)| (named(*name, locale), *weight)).collect()
}

fn put_split(
    workbook: &mut Workbook,
    by: SplitBy,
    number: u64,
    parts: Vec<(String, u32)>,
) -> Result<(), Box<dyn Error>> {
    let parts = parts.into_iter().zip(number + 1..).map(|((name, weight), number)| Part {
        id: id(number),
        name,
        weight,
        locks: Vec::new(),
        extra: Default::default(),
    });
    let split = Split { id: id(number), by, parts: parts.collect(), extra: Default::default() };
    Ok(workbook.apply(GoalsEdit::PutSplit { year: YEAR, split }.into())?)
}

fn day(text: &str) -> Result<Day, Box<dyn Error>> {
    Ok(text.parse()?)
}
