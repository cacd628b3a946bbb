//! How sure the sources' conversions are, drawn.

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::money::div_round;
use crate::base::order;
use crate::chart::intervals::{IntervalChart, IntervalRow};
use crate::i18n::format;
use crate::knowledge::traffic::source_name;
use crate::tools::diagnosis::calc::sources::Sources;
use crate::tools::diagnosis::calc::sure::hits;
use crate::tools::diagnosis::view::state::{Page, ratio};
use crate::tools::diagnosis::view::traffic::sure_words;
use crate::ui::{IntervalFigure, RowCells, Section};

/// The most sources of the chart.
const MAX_ROWS: usize = 14;

/// One source of the chart: its rate and the ends of its interval, in millionths.
type Drawn = (String, i64, i64, i64);

/// The conversion of each source with its interval, the highest first.
#[component]
pub fn Rates(page: Page) -> impl IntoView {
    let w = page.w;
    let found = Memo::new(move |_| {
        let bar = page.bar();
        page.sources.with(|all| {
            let all: &Sources = all.as_deref()?;
            let (mut drawn, mut n_few) = (Vec::<Drawn>::new(), 0);
            for one in &all.lines {
                let Some(hits) = hits(one.state).filter(|_| bar.least <= one.state.visitors) else {
                    n_few += 1;
                    continue;
                };
                let (low, high) = hits.wilson(bar.z);
                let millionths = |rate: f64| (rate * 1e6).round() as i64;
                let name = source_name(&one.name, page.locale).to_owned();
                drawn.push((name, millionths(hits.rate()), millionths(low), millionths(high)));
            }
            order::sort_by(&mut drawn, |a, b| b.1.cmp(&a.1));
            drawn.truncate(MAX_ROWS);
            let mean = all.total().cvr().map(|rate| (rate * 1e6).round() as i64);
            Some(Arc::new((drawn, mean, n_few)))
        })
    });
    let percent = |millionths: i64| {
        let bp = div_round(millionths.into(), 100) as i64;
        format::percent(ratio(bp))
    };
    let chart = Memo::new(move |_| {
        let Some(found) = found.get() else { return IntervalChart::default() };
        let (drawn, mean, _) = &*found;
        let row = |(name, value, low, high): &Drawn| IntervalRow {
            name: name.clone(),
            value: *value,
            low: *low,
            high: *high,
            words: percent(*value),
            is_leader: mean.is_some_and(|mean| mean < *low),
        };
        let rows = drawn.iter().map(row).collect();
        IntervalChart { rows, reference: *mean, is_times: false }
    });
    let cells = Memo::new(move |_| {
        let row = |(name, value, low, high): &Drawn| {
            (name.clone(), [value, low, high].map(|one| percent(*one)).to_vec())
        };
        let rows = found.with(|found| {
            found.as_ref().map(|found| found.0.iter().map(row).collect::<Vec<RowCells>>())
        });
        rows.unwrap_or_default()
    });
    let summary = Signal::derive(move || {
        let Some(found) = found.get() else { return String::new() };
        let (drawn, mean, _) = &*found;
        let Some((name, value, ..)) = drawn.first() else { return String::new() };
        let n = |is: fn(&Drawn, i64) -> bool| {
            drawn.iter().filter(|one| mean.is_some_and(|mean| is(one, mean))).count()
        };
        let (high, low) = (n(|one, mean| mean < one.2), n(|one, mean| one.3 < mean));
        (w.chart_summary)(name, &percent(*value), high, low)
    });
    let few = move || {
        let n = found.with(|found| found.as_ref().map_or(0, |found| found.2));
        let least = page.section.with(|section| section.least);
        (0 < n).then(|| view! { <p class="muted small">{(w.chart_few)(n, least)}</p> })
    };
    let header = Signal::stored([w.source, w.cvr, w.low, w.high].map(str::to_owned).to_vec());
    let has_any =
        Memo::new(move |_| found.with(|found| found.as_ref().is_some_and(|f| !f.0.is_empty())));
    let note = Signal::derive(move || (w.chart_note)(&sure_words(page)));
    view! {
        <Section title=w.chart note>
            <Show
                when=move || has_any.get()
                fallback=move || view! { <p class="muted">{w.chart_none}</p> }
            >
                <IntervalFigure chart summary header cells file_name=w.chart_file />
            </Show>
            {few}
        </Section>
    }
}
