//! The rates with their intervals, drawn.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::chart::intervals::{IntervalChart, IntervalRow};
use crate::i18n::format;
use crate::tools::trials::calc::Reading;
use crate::tools::trials::model::Trial;
use crate::tools::trials::text::{level, percent};
use crate::tools::trials::view::state::Page;
use crate::ui::{IntervalFigure, RowCells, Section};

/// The chart, where there is a rate to draw.
#[component]
pub fn Chart(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let (trial, reading) = (page.trial_of(id), page.reading_of(id));
    let both = move || Some((trial.get()?, reading.get()?));
    let shown = Memo::new(move |_| {
        both().map_or(IntervalChart::default(), |(trial, reading)| chart(page, &trial, &reading))
    });
    let rows = Memo::new(move |_| {
        both().map_or(Vec::new(), |(trial, reading)| cells(page, &trial, &reading))
    });
    let summary = Signal::derive(move || {
        let rate = trial.with(|one| one.as_ref().map_or("", |one| (t.rates)(one.decides)));
        let arms = rows.with(|rows| {
            let say = |(name, cells): &RowCells| (t.arm)(name, &cells[1], &cells[2], &cells[3]);
            rows.iter().map(say).collect::<Vec<_>>()
        });
        (t.summary)(rate, &arms.join(t.between))
    });
    let header = Signal::derive(move || {
        let rate = trial.with(|one| one.as_ref().map_or("", |one| (t.rates)(one.decides)));
        [t.row, t.size, rate, t.low, t.high].map(str::to_owned).to_vec()
    });
    let note = Signal::derive(move || {
        reading
            .with(|one| one.as_ref().map(|one| (t.chart_note)(&level(one.level))))
            .unwrap_or_default()
    });
    let file_name = Signal::derive(move || {
        trial.with(|one| one.as_ref().map(|one| page.name(one))).unwrap_or_default()
    });
    let has_any = Memo::new(move |_| !shown.read().rows.is_empty());
    view! {
        <Show when=move || has_any.get()>
            <Section title=t.chart note>
                <p class="trials-summary">{summary}</p>
                <IntervalFigure chart=shown summary header cells=rows file_name />
            </Section>
        </Show>
    }
}

/// Casting saturates.
fn millionths(share: f64) -> i64 {
    (share * 1_000_000.0).round() as i64
}

fn chart(page: Page, trial: &Trial, reading: &Reading) -> IntervalChart {
    let names = page.variant_names(trial);
    let leader = reading.verdict.leader();
    let rows = reading.arms.iter().enumerate().zip(names).filter_map(|((place, arm), name)| {
        let (rate, (low, high)) = (arm.hits?.rate(), arm.interval?);
        Some(IntervalRow {
            name,
            value: millionths(rate),
            low: millionths(low),
            high: millionths(high),
            words: percent(rate),
            is_leader: leader == Some(place),
        })
    });
    let rows: Vec<_> = rows.collect();
    IntervalChart { reference: rows.first().map(|row| row.value), rows, is_times: false }
}

/// Size, rate, low and high of every variant that has a rate.
fn cells(page: Page, trial: &Trial, reading: &Reading) -> Vec<RowCells> {
    let names = page.variant_names(trial);
    let rows = reading.arms.iter().zip(names).filter_map(|(arm, name)| {
        let (hits, (low, high)) = (arm.hits?, arm.interval?);
        let size = format::count(hits.of);
        Some((name, vec![size, percent(hits.rate()), percent(low), percent(high)]))
    });
    rows.collect()
}
