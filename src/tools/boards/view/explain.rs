//! "Explain this number": formula, inputs, limits, files, restatements.

use leptos::prelude::*;

use crate::facts::measure::{Limit, LimitFrom, Measure, Reading};
use crate::facts::metric::metric;
use crate::files::header;
use crate::i18n::{format, measure, metric as metric_words};
use crate::knowledge::metrics;
use crate::tools::boards::edit::BoardsEdit;
use crate::tools::boards::view::state::Page;
use crate::ui::{Dialog, TextField, open_for};
use crate::workbook::boards::Explained;

/// So many files are named.
const MAX_FILES: usize = 6;
/// So many restated cells are listed.
const MAX_CELLS: usize = 20;

/// The dialog about one figure.
#[component]
pub fn Explain(page: Page) -> impl IntoView {
    let open = open_for(page.explained);
    let figure = Memo::new(move |_| page.explained.get().and_then(metrics::measure));
    let title = Signal::derive(move || {
        figure.with(|figure| figure.as_ref().map_or("", |figure| page.name(figure)).to_owned())
    });
    let body = move || figure.get().map(|figure| view! { <Body page figure /> });
    view! {
        <Dialog title open is_wide=true>
            {body}
        </Dialog>
    }
}

#[component]
fn Body(page: Page, figure: Measure) -> impl IntoView {
    let t = page.t;
    let found = page.store.select(move |wb| {
        let span = page.with(|board| board.span)?;
        Some((figure.reading(&wb.facts, span), wb.explained(&figure, span)))
    });
    let value = move || {
        let reading = found.with(|found| found.as_ref().map(|found| found.0));
        reading.map(|reading| said(page, &figure, reading))
    };
    let inputs = move || found.with(|found| found.as_ref().map(|found| inputs(page, &found.1)));
    let files = move || found.with(|found| found.as_ref().map(|found| files(page, &found.1)));
    let cells = move || found.with(|found| found.as_ref().map(|found| cells(page, &found.1)));
    let note = measure::note(&figure, page.locale);
    let limits: Vec<_> = figure
        .limits
        .iter()
        .map(|limit| view! { <LimitField page figure limit=*limit /> })
        .collect();
    let has_limits = !limits.is_empty();
    view! {
        <div class="board-explain">
            <p class="board-explain-value">{value}</p>
            <h3>{t.formula}</h3>
            <p>{measure::formula(&figure, page.locale)}</p>
            {(!note.is_empty()).then(|| view! { <p class="muted small">{note}</p> })}
            <h3>{t.inputs}</h3>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{t.input}</th>
                        <th scope="col" class="chart-number">{t.sum}</th>
                        <th scope="col" class="chart-number">{t.days}</th>
                    </tr>
                </thead>
                <tbody>{inputs}</tbody>
            </table>
            {has_limits
                .then(|| {
                    view! {
                        <h3>{t.limits}</h3>
                        <p class="muted small">{t.limits_words}</p>
                        <div class="board-limits">{limits}</div>
                    }
                })}
            <h3>{t.files}</h3>
            <ul class="board-list">{files}</ul>
            <h3>{t.restated}</h3>
            <ul class="board-list">{cells}</ul>
            <p class="muted small">{(t.source)(figure.source)}</p>
        </div>
    }
}

/// The value with its period and its days, in one line.
fn said(page: Page, figure: &Measure, reading: Reading) -> String {
    let value = reading.value.map_or_else(
        || page.t.none.to_owned(),
        |value| measure::value(value, figure.unit, page.locale),
    );
    let days = page
        .with(|board| (page.t.days_known)(&page.days(board.span), reading.n_days, reading.of_days));
    format!("{value} · {}", days.unwrap_or_default())
}

fn inputs(page: Page, found: &Explained) -> Vec<AnyView> {
    let row = |(key, sum): &(&'static str, crate::facts::set::Sum)| {
        let unit = metric(key).map(|metric| metric.unit);
        let total = sum.total.zip(unit).map_or_else(
            || format::NONE.to_owned(),
            |(total, unit)| measure::value(total, unit, page.locale),
        );
        view! {
            <tr>
                <th scope="row">{metric_words::metric_name(key, page.locale).to_owned()}</th>
                <td class="chart-number">{total}</td>
                <td class="chart-number">{(page.t.part_of_days)(sum.n_days, sum.of_days)}</td>
            </tr>
        }
        .into_any()
    };
    found.inputs.iter().map(row).collect()
}

fn files(page: Page, found: &Explained) -> Vec<AnyView> {
    let line = |import: &crate::facts::set::Import| {
        let file = header::shown(&import.file);
        (page.t.file_line)(&file, &format::time_short(&import.at))
    };
    let mut lines: Vec<String> = found.imports.iter().take(MAX_FILES).map(line).collect();
    if MAX_FILES < found.imports.len() {
        lines.push((page.t.more_files)(found.imports.len() - MAX_FILES));
    }
    if lines.is_empty() {
        lines.push(page.t.none.to_owned());
    }
    lines.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect()
}

fn cells(page: Page, found: &Explained) -> Vec<AnyView> {
    let mut lines: Vec<String> = Vec::new();
    for (cell, at) in found.restated.iter().take(MAX_CELLS) {
        let unit = metric(&cell.metric).map(|metric| metric.unit);
        let value = |value: Option<i64>| {
            value.zip(unit).map_or_else(
                || page.t.none.to_owned(),
                |(value, unit)| measure::value(value, unit, page.locale),
            )
        };
        let day = format::day_short(cell.day, page.locale);
        let name = metric_words::metric_name(&cell.metric, page.locale);
        let at = format::time_short(at);
        lines.push((page.t.restated_line)(&day, name, &value(cell.old), &value(cell.new), &at));
    }
    if lines.is_empty() {
        lines.push(page.t.not_restated.to_owned());
    }
    lines.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect()
}

/// A limit that can be typed over.
#[component]
fn LimitField(page: Page, figure: Measure, limit: Limit) -> impl IntoView {
    let t = page.t;
    let grade = measure::grade(limit.grade, page.locale);
    let label = (t.limit_of)(grade, limit.bound.sign(), limit.source);
    let value = page.store.select(move |wb| {
        let value = wb.limit(&figure, &limit);
        value.map_or_else(String::new, |value| measure::value(value, figure.unit, page.locale))
    });
    let error = RwSignal::new(None::<String>);
    let commit = move |typed: String| {
        let typed = typed.trim().to_owned();
        let value = if typed.is_empty() {
            None
        } else {
            match measure::parse(&typed, figure.unit) {
                Ok(value) => Some(value),
                Err(_) => return error.set(Some(t.bad_limit.to_owned())),
            }
        };
        error.set(None);
        let metric = figure.key.to_owned();
        page.edit(BoardsEdit::Limit { metric, grade: limit.grade, value });
    };
    if limit.from == LimitFrom::AdCap {
        return view! {
            <p>
                {label}
                ": "
                {move || value.get()}
                " "
                <span class="muted small">{t.cap_in_settings}</span>
            </p>
        }
        .into_any();
    }
    view! { <TextField label value=value on_commit=commit error /> }.into_any()
}
