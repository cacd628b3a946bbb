use super::*;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::facts::chunk::Chunk;
use crate::facts::items::merge::merge_items;
use crate::facts::items::subject::Subject;
use crate::facts::items::table::{ItemLabel, ItemTable};
use crate::facts::set::FactSet;
use crate::tools::boards::edit::BoardsEdit;
use crate::tools::goals::edit::GoalsEdit;
use crate::tools::goals::model::{GoalUnit, Target, YearPlan};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// September sold ¥100 a day to 50 visitors, October ¥120 to 50; 5 October is missing. Two buyers
/// a day.
fn workbook() -> Workbook {
    let span = Span::new(day("2026-09-01"), day("2026-10-21"));
    let chunks =
        [Span::new(span.from(), day("2026-09-30")), Span::new(day("2026-10-01"), span.to())];
    let shop_days = chunks.into_iter().map(|part| {
        let mut chunk = Chunk::empty(part);
        for one in part.days().filter(|one| *one != day("2026-10-05")) {
            let sales = if one < day("2026-10-01") { 10_000 } else { 12_000 };
            chunk.set("sales", one, Some(sales));
            chunk.set("visitors", one, Some(50));
            chunk.set("buyers", one, Some(2));
        }
        chunk.into_ref().unwrap()
    });
    let import = |bits: u64, at: &str, restated: Vec<Restated>| Import {
        id: Id::from_bits(bits),
        file: format!("{bits}.xls"),
        dialect: "sycm.shop_day".to_owned(),
        at: at.to_owned(),
        from: span.from(),
        to: span.to(),
        n_new: 51,
        is_of_items: false,
        subject: None,
        n_restated: restated.len() as u32,
        restated,
        extra: Extra::new(),
    };
    let cell = |metric: &str| Restated {
        day: day("2026-10-02"),
        item: String::new(),
        metric: metric.to_owned(),
        old: Some(1),
        new: Some(2),
        extra: Extra::new(),
    };
    let imports = vec![
        import(1, "2026-10-22T09:00:00", Vec::new()),
        import(2, "2026-10-22T10:00:00", vec![cell("buyers"), cell("refunds")]),
    ];
    let facts = FactSet { shop_days: shop_days.collect(), imports, ..FactSet::default() };
    Workbook { facts: facts.into(), ..Workbook::default() }
}

fn tile(board: &Board, key: &str) -> TileFigures {
    board.tiles.iter().find(|tile| tile.measure.key == key).unwrap().clone()
}

#[test]
fn a_running_month_is_held_against_the_same_days_before() {
    let board = workbook().board().unwrap();
    assert_eq!(board.span, Span::new(day("2026-10-01"), day("2026-10-21")));
    let earlier = board.earlier.clone().unwrap();
    assert_eq!(earlier.span, Span::new(day("2026-09-01"), day("2026-09-21")));
    let sales = tile(&board, "sales");
    // 20 days of ¥120 against 21 of ¥100: ¥2,400 is 14.29 % more than ¥2,100.
    assert_eq!((sales.reading.value, sales.reading.n_days), (Some(240_000), 20));
    assert_eq!(sales.change, Some(Change::Relative(1_429)));
    assert_eq!(sales.spark.len(), 21);
    assert_eq!(sales.spark[4], (None, None));
    let cvr = tile(&board, "cvr");
    assert_eq!((cvr.reading.value, cvr.change), (Some(400), Some(Change::Points(0))));
    assert_eq!((cvr.aim, cvr.is_met()), (None, None));
}

#[test]
fn the_aim_is_the_plan_for_the_days_with_a_value_else_the_limit() {
    let mut workbook = workbook();
    let target = Target::Amount(365 * 11_000);
    let plan = YearPlan::new(Id::from_bits(1), 2026, GoalUnit::Sales, target);
    workbook.apply(GoalsEdit::PutPlan(Box::new(plan)).into()).unwrap();
    let board = workbook.board().unwrap();
    let sales = tile(&board, "sales");
    let aim = sales.aim.unwrap();
    let targets = workbook.targets(board.span);
    let known = board.span.days().filter(|one| *one != day("2026-10-05"));
    assert_eq!(Some(aim.value), targets.of("sales", known));
    assert_eq!(sales.gap(), Some(240_000 - aim.value));
    assert_eq!(sales.is_met(), Some(aim.value <= 240_000));
    // What advertising may cost is a most.
    let targets = workbook.targets(board.span);
    let ads = measure("ad_ratio").unwrap();
    assert_eq!(workbook.aim(&ads, board.span, &targets).map(|aim| aim.bound), Some(Bound::AtMost));
    let bounce = measure("bounce_rate").unwrap();
    let own = BoardsEdit::Limit {
        metric: "bounce_rate".to_owned(),
        grade: Grade::Pass,
        value: Some(6_500),
    };
    workbook.apply(own.into()).unwrap();
    let aim = workbook.aim(&bounce, board.span, &workbook.targets(board.span)).unwrap();
    assert_eq!((aim.value, aim.bound, aim.grade), (6_500, Bound::Below, Some(Grade::Pass)));
    assert_eq!(workbook.grade(&bounce, 6_600), Some(None));
}

#[test]
fn a_figure_says_what_it_is_made_of_and_where_that_is_from() {
    let workbook = workbook();
    let board = workbook.board().unwrap();
    let found = workbook.explained(&measure("cvr").unwrap(), board.span);
    let sums: Vec<_> =
        found.inputs.iter().map(|(key, sum)| (*key, sum.total, sum.n_days)).collect();
    assert_eq!(sums, [("buyers", Some(40), 20), ("visitors", Some(1_000), 20)]);
    let files: Vec<&str> = found.imports.iter().map(|import| import.file.as_str()).collect();
    assert_eq!(files, ["2.xls", "1.xls"]);
    // Refunds are not a part of it.
    let cells: Vec<&str> = found.restated.iter().map(|(cell, _)| cell.metric.as_str()).collect();
    assert_eq!(cells, ["buyers"]);
    assert!(Workbook::default().board().is_none());
}

#[test]
fn arranging_and_undoing_are_edits_of_the_workbook() {
    let mut workbook = workbook();
    let pin = BoardsEdit::Pin { metric: "net_sales".to_owned(), at: 0 };
    workbook.apply(pin.into()).unwrap();
    workbook.apply(BoardsEdit::Against(Basis::Off).into()).unwrap();
    let board = workbook.board().unwrap();
    assert_eq!(board.tiles[0].measure.key, "net_sales");
    // Refunds are in no file: no value, and not sales alone.
    assert_eq!(board.tiles[0].reading.value, None);
    assert!(board.earlier.is_none() && board.tiles[1].change.is_none());
}

#[test]
fn a_line_has_its_mean_its_target_and_what_it_was_before() {
    let workbook = workbook();
    let days = Span::new(day("2026-10-01"), day("2026-10-07"));
    let course = workbook.course(measure("sales").unwrap(), days, Some(30));
    assert_eq!(course.values[3..6], [Some(12_000), None, Some(12_000)]);
    // 7 October: six days of ¥120; 1 October: six of ¥100 and one of ¥120; 5 October has none.
    assert_eq!(course.means[6], Some(12_000));
    assert_eq!(course.means[0], Some(10_286));
    assert_eq!(course.means[4], None);
    assert!(course.targets.iter().all(Option::is_none));
    assert_eq!(course.before, [Some(10_000); 7]);
    let rate = workbook.course(measure("cvr").unwrap(), days, None);
    assert_eq!((rate.means[6], rate.before.len()), (Some(400), 0));
    let weeks = workbook.by_week(&measure("sales").unwrap(), days);
    let sums: Vec<_> =
        weeks.iter().map(|(week, sum)| (week.n_days(), sum.value, sum.n_days)).collect();
    assert_eq!(sums, [(4, Some(48_000), 4), (3, Some(24_000), 2)]);
}

#[test]
fn the_funnel_has_the_steps_that_there_are_figures_of() {
    let workbook = workbook();
    let board = workbook.board().unwrap();
    let steps = workbook.funnel(board.span, board.earlier.map(|earlier| earlier.span));
    let keys: Vec<&str> = steps.iter().map(|step| step.measure.key).collect();
    assert_eq!(keys, ["visitors", "buyers"]);
    assert_eq!(steps[0].share, None);
    // 40 of 1,000, as 42 of 1,050 before.
    assert_eq!(steps[1].share.map(|share| share.bp()), Some(400));
    assert_eq!(steps[1].share_before.map(|share| share.bp()), Some(400));
    assert_eq!(steps[1].change, Some(Change::Relative(-476)));
}

#[test]
fn days_are_whole_in_part_missing_or_restated() {
    let workbook = workbook();
    let figures = ["sales", "cvr", "refunds"].map(|key| measure(key).unwrap());
    let days = Span::new(day("2026-10-01"), day("2026-10-05"));
    let states = workbook.day_states(&figures, days);
    let known: Vec<_> = states.iter().map(|state| (state.known, state.n_there)).collect();
    let part = (series::Known::Part, 2);
    assert_eq!(known, [part, part, part, part, (series::Known::Missing, 0)]);
    assert_eq!(states.iter().filter(|state| state.is_restated).count(), 1);
    assert!(states[1].is_restated);
    let whole = workbook.day_states(&figures[..2], days);
    assert_eq!(whole[0].known, series::Known::Whole);
}

/// Rows of a keyed table on 1 October and the days after it: key, day, then one value a metric.
fn add(workbook: &mut Workbook, subject: Subject, keys: &[&str], rows: &[(&str, i32, &[i64])]) {
    let ids: std::collections::BTreeSet<&str> = rows.iter().map(|row| row.0).collect();
    let label = |id: &&str| ItemLabel {
        id: (*id).to_owned(),
        title: if subject == Subject::Item { format!("盒 {id}") } else { String::new() },
        code: String::new(),
    };
    let mut sorted = rows.to_vec();
    sorted.sort_by_key(|row| (row.1, row.0));
    let days: std::collections::BTreeSet<i32> = rows.iter().map(|row| row.1).collect();
    let place = |row: &(&str, i32, &[i64])| {
        let of = days.iter().position(|day| *day == row.1).unwrap();
        (of, ids.iter().position(|id| *id == row.0).unwrap())
    };
    let column = |at: usize| sorted.iter().map(|row| Some(row.2[at])).collect();
    let table = ItemTable {
        subject,
        items: ids.iter().map(label).collect(),
        periods: days.iter().map(|n| (day("2026-10-01") + *n, day("2026-10-01") + *n)).collect(),
        rows: sorted.iter().map(place).collect(),
        columns: keys.iter().enumerate().map(|(at, key)| ((*key).to_owned(), column(at))).collect(),
        rounded: Vec::new(),
    };
    merge_items(workbook.facts.make_mut(), &table);
}

#[test]
fn impressions_and_clicks_are_of_ads_and_stand_before_the_visitors() {
    let mut workbook = workbook();
    add(
        &mut workbook,
        Subject::AdPlan,
        &["impressions", "clicks"],
        &[("甲", 0, &[6_000, 90]), ("乙", 0, &[4_000, 110]), ("甲", 1, &[10_000, 200])],
    );
    let board = workbook.board().unwrap();
    let steps = workbook.funnel(board.span, None);
    let found: Vec<_> =
        steps.iter().map(|step| (step.measure.key, step.is_of_ads, step.reading.value)).collect();
    assert_eq!(found[..2], [("impressions", true, Some(20_000)), ("clicks", true, Some(400))]);
    assert_eq!(found[2], ("visitors", false, Some(1_000)));
    assert_eq!(steps[1].share.map(|share| share.bp()), Some(200));
    // Visitors come by other ways as well: they are no share of the clicks.
    assert_eq!(steps[2].share, None);
}

#[test]
fn parts_come_by_their_sums_and_only_sources_without_others_below_them() {
    let mut workbook = workbook();
    add(
        &mut workbook,
        Subject::Source,
        &["visitors", "buyers"],
        &[
            ("平台流量›汇总›汇总", 0, &[300, 9]),
            ("平台流量›手淘搜索›手淘搜索", 0, &[100, 4]),
            ("平台流量›手淘推荐›手淘推荐", 0, &[200, 5]),
            ("平台流量›手淘搜索›手淘搜索", 1, &[50, 2]),
        ],
    );
    let days = Span::new(day("2026-10-01"), day("2026-10-03"));
    let found = workbook.part_courses(Subject::Source, "visitors", days);
    let names: Vec<_> = found.parts.iter().map(|part| (part.name.as_str(), part.total)).collect();
    assert_eq!(names, [("手淘推荐", Some(200)), ("手淘搜索", Some(150))]);
    assert_eq!(found.parts[1].values, [Some(100), Some(50), None]);
    // 6 of 150, and those with the most visitors still first.
    let rates = workbook.part_courses(Subject::Source, "cvr", days);
    assert_eq!(rates.parts[1].total, Some(400));
    assert_eq!(rates.parts[0].name, "手淘推荐");
    assert!(workbook.part_courses(Subject::Source, "no_such", days).parts.is_empty());
}

#[test]
fn more_parts_than_there_is_room_for_are_counted() {
    let mut workbook = workbook();
    let ids: Vec<String> = (10..25).map(|n| n.to_string()).collect();
    let values: Vec<[i64; 1]> = (0..15).map(|n| [n * 100]).collect();
    let rows: Vec<(&str, i32, &[i64])> =
        ids.iter().zip(&values).map(|(id, value)| (id.as_str(), 0, &value[..])).collect();
    add(&mut workbook, Subject::Item, &["sales"], &rows);
    let days = Span::day(day("2026-10-01"));
    let found = workbook.part_courses(Subject::Item, "sales", days);
    assert_eq!((found.parts.len(), found.n_more), (9, 6));
    assert_eq!((found.parts[0].name.as_str(), found.parts[0].total), ("盒 24", Some(1_400)));
}

#[test]
fn a_waterfall_ends_with_what_is_left_and_passes_over_what_is_not_known() {
    let mut workbook = workbook();
    let mut chunk = Chunk::empty(Span::new(day("2026-10-01"), day("2026-10-21")));
    chunk.set("sales", day("2026-10-01"), Some(50_000));
    chunk.set("refunds", day("2026-10-01"), Some(60_000));
    workbook.facts.make_mut().shop_days[1] = chunk.into_ref().unwrap();
    let keys = ["sales", "cvr", "ad_spend", "refunds"].map(str::to_owned);
    let steps = workbook.waterfall(&keys, Span::day(day("2026-10-01")));
    let found: Vec<_> = steps.iter().map(|step| (step.measure.key, step.left)).collect();
    assert_eq!(found, [("sales", 50_000), ("refunds", -10_000)]);
    assert!(workbook.waterfall(&keys, Span::day(day("2026-10-02"))).is_empty());
}
