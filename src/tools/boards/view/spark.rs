//! A small line: the last days of a figure, and what they were to bring.

use leptos::prelude::*;

/// The field that it is drawn in.
const WIDTH: f64 = 160.0;
const HEIGHT: f64 = 36.0;
const EDGE: f64 = 4.0;

/// A value and a target a day.
pub type SparkDays = Vec<(Option<i64>, Option<i64>)>;

/// Days with their value and their target. Missing days break the line.
#[component]
pub fn Spark(#[prop(into)] days: Signal<SparkDays>) -> impl IntoView {
    let paths = Memo::new(move |_| days.with(|days| paths(days)));
    let actual = move || paths.with(|(actual, _, _)| actual.clone());
    let target = move || paths.with(|(_, target, _)| target.clone());
    let last = move || paths.with(|(_, _, last)| *last);
    view! {
        <svg class="board-spark" viewBox="0 0 160 36" aria-hidden="true">
            <path class="board-spark-target" d=target />
            <path class="board-spark-line" d=actual />
            {move || {
                last().map(|(x, y)| {
                    view! {
                        <circle class="board-spark-end" cx=x.to_string() cy=y.to_string() r="2.5" />
                    }
                })
            }}
        </svg>
    }
}

type Paths = (String, String, Option<(f64, f64)>);
/// What happened on a day, and what was planned.
type Day = (Option<i64>, Option<i64>);

fn paths(days: &[Day]) -> Paths {
    let values = || days.iter().flat_map(|(actual, target)| [*actual, *target]).flatten();
    let (Some(low), Some(high)) = (values().min(), values().max()) else {
        return (String::new(), String::new(), None);
    };
    let step = (WIDTH - 2.0 * EDGE) / (days.len().max(2) - 1) as f64;
    let at = |idx: usize, value: i64| {
        let share = (value - low) as f64 / ((high - low) as f64).max(1.0);
        let y = HEIGHT - EDGE - share * (HEIGHT - 2.0 * EDGE);
        ((EDGE + idx as f64 * step).round(), (y * 10.0).round() / 10.0)
    };
    let line = |of: fn(&Day) -> Option<i64>| {
        let mut path = String::new();
        let mut is_open = false;
        for (idx, day) in days.iter().enumerate() {
            if let Some(value) = of(day) {
                let (x, y) = at(idx, value);
                // A day alone between two gaps is a dot: a line of no length with round ends.
                let go = if is_open { format!("L{x} {y}") } else { format!("M{x} {y}h0") };
                path.push_str(&go);
                is_open = true;
            } else {
                is_open = false;
            }
        }
        path
    };
    let last = days.iter().enumerate().rev().find_map(|(idx, day)| Some(at(idx, day.0?)));
    (line(|day| day.0), line(|day| day.1), last)
}
