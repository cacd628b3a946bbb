//! Times what has to be worked out anew after one edit of a year's goal.
//!
//! `cargo run --release --example bench_native` prints one line of JSON a measure;
//! `-- --json` prints one object of all figures, `{"respread_ms": 1.9, …}`.

#[path = "../bench/kernel.rs"]
mod kernel;

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use zhanggui::base::calendar::Cut;
use zhanggui::base::span::Span;
use zhanggui::base::spread::{Bound, check};

use kernel::{Bench, YEAR};

/// Runs that are timed; the median counts.
const N_RUNS: usize = 41;
/// Runs before, to fill the caches.
const N_WARM: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let cut = Cut::default();
    let mut figures = Vec::new();
    let mut bench = Bench::new(false)?;
    let days = median(|| {
        black_box(bench.spread_days()?);
        Ok(())
    })?;
    figures.push(("breakdown_ms", "edit a day, spread the year", days));
    for (name, note, has_locks) in [
        ("respread_ms", "edit a day, spread the year and its 500 products by day", false),
        ("respread_locked_ms", "the same with 100 locked months of products", true),
    ] {
        let mut bench = Bench::new(has_locks)?;
        let run = || match bench.spread_cells()? {
            182_500 => Ok(()),
            n => Err(format!("a year of 500 products has 182,500 days, not {n}").into()),
        };
        figures.push((name, note, median(run)?));
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

/// All months and all weeks locked, in amounts that contradict each other.
fn conflict(cut: Cut) -> Vec<Bound> {
    let months = cut.months(YEAR).map(|month| Span::new(month.first(), month.last()));
    let weeks = cut.weeks(cut.year(YEAR));
    let month_locks = months.into_iter().map(|span| Bound::lock(span, 1_000_000 / 12));
    let week_locks = weeks.into_iter().map(|span| Bound::lock(span, 2_700 * span.n_days() as i64));
    month_locks.chain(week_locks).collect()
}
