//! Times what has to be worked out anew after one edit of a year's goal.
//!
//! `cargo run --release --example bench_native` prints one line of JSON a measure;
//! `-- --json` prints one object of all figures, `{"respread_ms": 1.9, …}`.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use zhanggui::base::calendar::Cut;
use zhanggui::base::day::{Day, Month};
use zhanggui::base::id::Id;
use zhanggui::base::span::Span;
use zhanggui::base::spread::{Bound, check};
use zhanggui::knowledge::events::{EventInstance, EventName};
use zhanggui::tools::goals::calc::breakdown::breakdown;
use zhanggui::tools::goals::calc::splits::{PartDays, part_months};
use zhanggui::tools::goals::edit::{CellChange, GoalsEdit};
use zhanggui::tools::goals::model::{
    CellKey, CellRule, GoalUnit, Goals, Part, PartLock, Split, SplitBy, Target, YearPlan,
};

const YEAR: i32 = 2026;
const N_PARTS: u64 = 500;
/// Runs that are timed; the median counts.
const N_RUNS: usize = 41;
/// Runs before, to fill the caches.
const N_WARM: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let cut = Cut::default();
    let events = events();
    let mut goals = Goals::default();
    GoalsEdit::PutPlan(Box::new(plan(cut))).apply(&mut goals, cut)?;
    let mut figures = Vec::new();

    let mut amount = 800_000;
    let mut edit = |goals: &mut Goals| {
        amount += 1_234;
        let day = CellKey::Day(Month::new(YEAR, 11).first() + 10);
        GoalsEdit::SetCells { year: YEAR, cells: vec![CellChange::lock(day, Some(amount))] }
            .apply(goals, cut)
    };
    figures.push((
        "breakdown_ms",
        "edit a day, spread the year",
        median(|| {
            edit(&mut goals)?;
            let plan = goals.plan(YEAR).ok_or("no plan")?;
            black_box(breakdown(plan, &events, cut)?);
            Ok(())
        })?,
    ));
    for (name, note, has_locks) in [
        ("respread_ms", "edit a day, spread the year and its 500 products by day", false),
        ("respread_locked_ms", "the same with 100 locked months of products", true),
    ] {
        let split = split(has_locks);
        // The page keeps the table, so that an edit does not ask for its memory anew.
        let mut cells = PartDays { year: cut.year(YEAR), cells: Vec::new() };
        figures.push((
            name,
            note,
            median(|| {
                edit(&mut goals)?;
                let plan = goals.plan(YEAR).ok_or("no plan")?;
                let days = breakdown(plan, &events, cut)?;
                let months = part_months(plan, &split, &days, cut)?;
                cells.fill(&months, &days)?;
                if cells.cells.len() != 182_500 {
                    return Err("a year of 500 products has 182,500 days".into());
                }
                black_box(&cells);
                Ok(())
            })?,
        ));
    }
    let (year, bounds) = (cut.year(YEAR), conflict(cut));
    figures.push((
        "conflict_ms",
        "find the smallest conflict among 65 locks",
        median(|| match check(year, 1_000_000, &bounds) {
            Err(conflict) => {
                black_box(conflict);
                Ok(())
            }
            Ok(()) => Err("the locks should contradict each other".into()),
        })?,
    ));

    if std::env::args().any(|arg| arg == "--json") {
        let fields: Vec<String> =
            figures.iter().map(|(name, _, ms)| format!("\"{name}\": {ms:.3}")).collect();
        println!("{{{}}}", fields.join(", "));
    } else {
        for (name, note, ms) in figures {
            println!("{{\"measure\": \"{name}\", \"value\": {ms:.3}, \"note\": \"{note}\"}}");
        }
    }
    Ok(())
}

/// The median of the runs, in milliseconds.
fn median(mut run: impl FnMut() -> Result<(), Box<dyn Error>>) -> Result<f64, Box<dyn Error>> {
    let mut times = Vec::with_capacity(N_RUNS);
    for idx in 0..N_WARM + N_RUNS {
        let start = Instant::now();
        run()?;
        if idx >= N_WARM {
            times.push(start.elapsed().as_secs_f64() * 1_000.0);
        }
    }
    times.sort_by(f64::total_cmp);
    Ok(times[N_RUNS / 2])
}

/// A year of 12 million yuan with a season, weekdays, a locked month, a locked week that lies in
/// two months, a capped day and a floor under a quarter that bind.
fn plan(cut: Cut) -> YearPlan {
    let mut plan =
        YearPlan::new(Id::from_bits(1), YEAR, GoalUnit::Sales, Target::Amount(1_200_000_000));
    plan.shape.months =
        [8_000, 5_000, 9_000, 8_000, 8_000, 12_000, 7_000, 8_000, 9_000, 9_000, 20_000, 12_000];
    plan.shape.weekdays = [9_500, 9_400, 9_600, 9_800, 10_200, 10_900, 10_600];
    let lock = |period, amount| CellRule { lock: Some(amount), ..CellRule::new(period) };
    let march = Month::new(YEAR, 3);
    plan.cells = vec![
        CellRule { floor: Some(300_000_000), ..CellRule::new(CellKey::Quarter(2)) },
        lock(CellKey::Month(march), 93_913_000),
        lock(CellKey::Week(cut.week_of(march.last())), 21_000_000),
        CellRule { cap: Some(2_000_000), ..CellRule::new(CellKey::Day(march.first() + 7)) },
    ];
    plan
}

fn events() -> Vec<EventInstance> {
    let event = |month: u8, day: i32, before: i32, uplift_bp: u32| {
        let anchor: Day = Month::new(YEAR, month).first() + (day - 1);
        EventInstance {
            key: format!("{month}.{day}"),
            rule: None,
            name: EventName { zh: format!("{month}·{day}"), en: format!("{month}.{day}") },
            span: Span::new(anchor - before, anchor),
            anchor,
            uplift_bp,
        }
    };
    vec![
        event(1, 12, 6, 14_000),
        event(2, 14, 4, 16_000),
        event(3, 8, 4, 22_000),
        event(6, 1, 8, 15_000),
        event(6, 18, 3, 32_000),
        event(8, 8, 1, 15_000),
        event(9, 9, 2, 16_000),
        event(10, 31, 9, 14_000),
        event(11, 11, 0, 80_000),
        event(12, 12, 2, 25_000),
    ]
}

/// 500 products, the first of which sells 500 times the last.
fn split(has_locks: bool) -> Split {
    let part = |idx: u64| {
        let lock = |month: u8| PartLock {
            month: Month::new(YEAR, month),
            amount: 50_000,
            extra: Default::default(),
        };
        Part {
            id: Id::from_bits(100 + idx),
            name: format!("商品 {idx}"),
            weight: (N_PARTS * 10 / (idx + 1)) as u32 + 1,
            locks: if has_locks && idx < 100 { vec![lock(1 + (idx % 12) as u8)] } else { vec![] },
            extra: Default::default(),
        }
    };
    Split {
        id: Id::from_bits(2),
        by: SplitBy::Product,
        parts: (0..N_PARTS).map(part).collect(),
        extra: Default::default(),
    }
}

/// All months and all weeks locked, in amounts that contradict each other.
fn conflict(cut: Cut) -> Vec<Bound> {
    let months = cut.months(YEAR).map(|month| Span::new(month.first(), month.last()));
    let weeks = cut.weeks(cut.year(YEAR));
    let month_locks = months.into_iter().map(|span| Bound::lock(span, 1_000_000 / 12));
    let week_locks = weeks.into_iter().map(|span| Bound::lock(span, 2_700 * span.n_days() as i64));
    month_locks.chain(week_locks).collect()
}
