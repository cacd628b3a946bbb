//! The returns with their intervals, drawn.

use leptos::prelude::*;

use crate::base::ratio::Ratio;
use crate::chart::intervals::{IntervalChart, IntervalRow};
use crate::tools::ads::calc::Plan;
use crate::tools::ads::model::Decision;
use crate::tools::ads::view::state::{Page, times};
use crate::ui::{IntervalFigure, RowCells, Section};

/// The most plans of the chart: those that cost most.
const MAX_ROWS: usize = 12;

/// The chart, where there is a return to draw.
#[component]
pub fn Chart(page: Page) -> impl IntoView {
    let t = page.t;
    let drawn = Memo::new(move |_| {
        page.review.with(|review| {
            let plans = review.iter().flat_map(|review| review.plans.iter());
            let known = plans
                .filter_map(|plan| Some((plan.clone(), plan.now.roi()?, plan.now.roi_between()?)));
            known.take(MAX_ROWS).collect::<Vec<(Plan, Ratio, (Ratio, Ratio))>>()
        })
    });
    let even = Memo::new(move |_| {
        page.review.with(|review| review.as_ref().and_then(|review| review.even_roi()))
    });
    // A basis point of a multiple is 100 millionths.
    let millionths = |roi: Ratio| i64::from(roi.bp()) * 100;
    let chart = Memo::new(move |_| IntervalChart {
        rows: drawn.with(|all| {
            let row = |(plan, roi, (low, high)): &(Plan, Ratio, (Ratio, Ratio))| IntervalRow {
                name: page.name(plan),
                value: millionths(*roi),
                low: millionths(*low),
                high: millionths(*high),
                words: times(*roi),
                is_leader: plan.advice.is_some_and(|one| one.decision == Decision::Raise),
            };
            all.iter().map(row).collect()
        }),
        reference: even.get().map(millionths),
        is_times: true,
    });
    let cells = Memo::new(move |_| {
        drawn.with(|all| {
            let row = |(plan, roi, (low, high)): &(Plan, Ratio, (Ratio, Ratio))| {
                (page.name(plan), [roi, low, high].map(|one| times(*one)).to_vec())
            };
            all.iter().map(row).collect::<Vec<RowCells>>()
        })
    });
    let summary = Signal::derive(move || {
        drawn.with(|all| {
            let even = even.get();
            let n = |is: fn((Ratio, Ratio), Ratio) -> bool| {
                all.iter().filter(|(_, _, between)| even.is_some_and(|at| is(*between, at))).count()
            };
            (t.chart_summary)(all.len(), n(|(low, _), at| at <= low), n(|(_, high), at| high < at))
        })
    });
    let header = Signal::stored([t.name, t.roi_short, t.low, t.high].map(str::to_owned).to_vec());
    let has_any = Memo::new(move |_| drawn.with(|all| !all.is_empty()));
    view! {
        <Show when=move || has_any.get()>
            <Section title=t.chart note=t.chart_note>
                <p class="small">{summary}</p>
                <IntervalFigure
                    chart
                    summary
                    header
                    cells
                    file_name=t.file_name
                />
            </Section>
        </Show>
    }
}
