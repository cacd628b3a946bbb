//! Prints the goals of a workbook by quarter, month and day.
//!
//! `cargo run --example goal_breakdown -- WORKBOOK.json`
//!
//! It reads the file and works the amounts out as the program does, in the scenario that each
//! plan shows. A locked cell is marked `=`, one with a floor or a cap `~`.

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::ExitCode;

use zhanggui::base::calendar::Cut;
use zhanggui::base::locale::Locale;
use zhanggui::base::money::Money;
use zhanggui::base::span::Span;
use zhanggui::i18n::format::{count, weekday_short, yuan};
use zhanggui::knowledge::events::EventInstance;
use zhanggui::persist::decode::from_file;
use zhanggui::tools::goals::calc::breakdown::{Breakdown, breakdown};
use zhanggui::tools::goals::calc::periods::{Hold, Level, Period, periods};
use zhanggui::tools::goals::model::{CellKey, GoalUnit, Scenario, YearPlan};
use zhanggui::workbook::Workbook;

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: goal_breakdown WORKBOOK.json");
        return ExitCode::from(2);
    };
    let printed = report(&path).and_then(|text| {
        std::io::stdout().write_all(text.as_bytes())?;
        Ok(())
    });
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{path}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn report(path: &str) -> Result<String, Box<dyn Error>> {
    let decoded = from_file(&std::fs::read_to_string(path)?)?;
    let workbook = decoded.workbook;
    let mut text = String::new();
    writeln!(text, "{}", workbook.shop.name)?;
    if workbook.goals.plans.is_empty() {
        writeln!(text, "no goals")?;
    }
    for plan in &workbook.goals.plans {
        write_plan(&mut text, &workbook, plan)?;
    }
    Ok(text)
}

fn write_plan(
    text: &mut String,
    workbook: &Workbook,
    plan: &YearPlan,
) -> Result<(), Box<dyn Error>> {
    let cut = workbook.shop.cut();
    let events = workbook.events(cut.year(plan.year));
    let breakdown = breakdown(plan, &events, cut)?;
    let unit = match plan.unit {
        GoalUnit::Sales => "yuan",
        GoalUnit::Units => "pieces",
    };
    let scenario = match plan.scenarios.shown {
        Scenario::Floor => "floor",
        Scenario::Target => "target",
        Scenario::Stretch => "stretch",
    };
    writeln!(
        text,
        "\n{} ({} … {}), {scenario}: {} {unit}",
        plan.year,
        breakdown.year.from(),
        breakdown.year.to(),
        amount(plan, breakdown.total()),
    )?;
    for (level, title) in
        [(Level::Quarter, "quarter"), (Level::Month, "month"), (Level::Day, "day")]
    {
        write_level(text, plan, &breakdown, (level, title), &events, cut)?;
    }
    Ok(())
}

fn write_level(
    text: &mut String,
    plan: &YearPlan,
    breakdown: &Breakdown,
    (level, title): (Level, &str),
    events: &[EventInstance],
    cut: Cut,
) -> Result<(), Box<dyn Error>> {
    writeln!(text, "\n{title:<14} {:>20}", "amount")?;
    let cells = periods(plan, breakdown, level, cut);
    for cell in &cells {
        let mark = match cell.hold() {
            Hold::Free => ' ',
            Hold::Bounded => '~',
            Hold::Locked => '=',
        };
        let line = format!("{:<14} {:>20} {mark} {}", name(cell), amount(plan, cell.amount), {
            remark(cell, events)
        });
        writeln!(text, "{}", line.trim_end())?;
    }
    let total: i64 = cells.iter().map(|cell| cell.amount).sum();
    writeln!(text, "{:<14} {:>20}", "total", amount(plan, total))?;
    Ok(())
}

fn name(cell: &Period) -> String {
    match cell.key {
        CellKey::Day(day) => format!("{day} {}", weekday_short(day.weekday(), Locale::En)),
        key => key.to_string(),
    }
}

/// The events of a day, and the note of any cell.
fn remark(cell: &Period, events: &[EventInstance]) -> String {
    let is_on = |event: &&EventInstance| match cell.key {
        CellKey::Day(day) => event.span.overlap(Span::day(day)).is_some(),
        _ => false,
    };
    let note = cell.rule.as_ref().map(|rule| rule.note.as_str());
    let names = events.iter().filter(is_on).map(|event| event.name.zh.as_str());
    let parts: Vec<&str> = names.chain(note).filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

fn amount(plan: &YearPlan, amount: i64) -> String {
    match plan.unit {
        GoalUnit::Sales => yuan(Money::from_fen_clamped(amount)),
        GoalUnit::Units => count(amount),
    }
}
