//! Floating bars in the page: canvas, read-out, table, pictures.

use leptos::html;
use leptos::prelude::*;

use crate::chart::frame::Size;
use crate::chart::measure::Estimate;
use crate::chart::pen::Pen;
use crate::chart::spans::{SpanChart, SpanFrame, draw_spans, spans_svg};
use crate::chart::theme::ChartTheme;
use crate::i18n::chart_text::text;
use crate::i18n::use_locale;
use crate::platform::canvas::Place;
use crate::ui::chart::{Pictures, stepped, use_place};

/// Bars that begin anywhere, a row each, with everything that reads them.
#[component]
pub fn SpanFigure(
    /// What the chart shows.
    #[prop(into)]
    chart: Signal<SpanChart>,
    /// What it says, in one sentence; also its name for a screen reader.
    #[prop(into)]
    summary: Signal<String>,
    /// The name of a saved picture, without its ending.
    #[prop(into)]
    file_name: Signal<String>,
) -> impl IntoView {
    let t = text(use_locale());
    let chart: Signal<SpanChart> = Memo::new(move |_| chart.get()).into();
    let stage = NodeRef::<html::Div>::new();
    let surface = NodeRef::<html::Canvas>::new();
    let frame = RwSignal::new(None::<SpanFrame>);
    let cursor = RwSignal::new(None::<usize>);
    let place = use_place(stage);
    Effect::new(move |_| {
        let (Some(place), Some(surface)) = (place.get(), surface.get()) else { return };
        frame.set(chart.with(|chart| draw_on(place, &surface, chart)));
    });
    let move_to = move |event: leptos::ev::PointerEvent| {
        let Some(stage) = stage.get_untracked() else { return };
        let y = f64::from(event.client_y()) - stage.get_bounding_client_rect().top();
        cursor.set(frame.with_untracked(|frame| frame.as_ref().and_then(|f| f.row_at(y))));
    };
    let step = move |event: leptos::ev::KeyboardEvent| {
        let key = match event.key().as_str() {
            "ArrowDown" => "ArrowRight".to_owned(),
            "ArrowUp" => "ArrowLeft".to_owned(),
            _ => event.key(),
        };
        let n_rows = chart.with_untracked(|chart| chart.rows.len());
        if let Some(next) = stepped(&key, cursor.get_untracked(), n_rows) {
            event.prevent_default();
            cursor.set(next);
        }
    };
    // On paper and in other programs the page is white.
    let svg = move |size: Size| {
        chart.with_untracked(|chart| spans_svg(chart, size, &ChartTheme::LIGHT, &Estimate))
    };
    let lines = move || {
        let at = cursor.get()?;
        chart.with(|chart| {
            let row = chart.rows.get(at)?;
            let heads = chart.heads.iter().skip(1).cloned();
            let lines: Vec<(String, String)> = heads.zip(row.cells.iter().cloned()).collect();
            Some((row.name.clone(), lines))
        })
    };
    let spoken = move || {
        let (name, lines) = lines()?;
        let values: Vec<String> =
            lines.into_iter().map(|(name, value)| format!("{name} {value}")).collect();
        Some(format!("{name}: {}", values.join(", ")))
    };
    let shown_at = move || {
        let at = cursor.get()?;
        frame.with(|frame| frame.as_ref().map(|frame| (frame.top(at), frame.row)))
    };
    let top = move || shown_at().map_or(String::new(), |(top, _)| format!("{top}px"));
    let height = move || shown_at().map_or(String::new(), |(_, row)| format!("{row}px"));
    let is_low = move || {
        let (at, n) = (cursor.get().unwrap_or(0), chart.with(|chart| chart.rows.len()));
        (n / 2 <= at).then_some("")
    };
    let readout = move || {
        let (name, lines) = lines()?;
        let rows = lines.into_iter().map(|(name, value)| view! { <dt>{name}</dt><dd>{value}</dd> });
        Some(view! { <b>{name}</b><dl>{rows.collect_view()}</dl> })
    };
    let n_rows = move || chart.with(|chart| chart.rows.len().max(1)).to_string();
    view! {
        <figure class="chart">
            <div
                class="chart-stage chart-spans"
                style:--chart-rows=n_rows
                node_ref=stage
                role="img"
                tabindex="0"
                aria-label=move || format!("{} {}", summary.get(), t.row_keys)
                on:pointermove=move_to
                on:pointerdown=move_to
                on:pointerleave=move |_| cursor.set(None)
                on:blur=move |_| cursor.set(None)
                on:keydown=step
            >
                <canvas class="chart-canvas" node_ref=surface aria-hidden="true"></canvas>
                <div
                    class="chart-row"
                    hidden=move || shown_at().is_none()
                    data-low=is_low
                    style:top=top
                    style:height=height
                    aria-hidden="true"
                >
                    <div class="chart-readout" data-side="left">
                        {readout}
                    </div>
                </div>
            </div>
            <p class="visually-hidden" aria-live="polite">{spoken}</p>
            <div class="chart-foot">
                <p class="chart-note">{summary}</p>
                <Pictures svg stage surface file_name />
            </div>
            <SpanTable chart />
        </figure>
    }
}

fn draw_on(
    place: Place,
    surface: &web_sys::HtmlCanvasElement,
    chart: &SpanChart,
) -> Option<SpanFrame> {
    let (mut backend, measure) = place.prepare(surface)?;
    let frame = SpanFrame::of(chart, place.size, &measure);
    let mut pen = Pen::new(&mut backend, 1.0);
    // A canvas that refuses a stroke leaves the chart unfinished; the table still has it all.
    let _ = draw_spans(&mut pen, chart, &frame, &place.theme);
    Some(frame)
}

/// The same numbers as the chart's, behind "view as a table". Built when it is opened.
#[component]
fn SpanTable(chart: Signal<SpanChart>) -> impl IntoView {
    let t = text(use_locale());
    let is_open = RwSignal::new(false);
    let head = move || {
        chart.with(|chart| {
            let cell = |(idx, name): (usize, &String)| {
                let class = if idx == 0 { "" } else { "chart-number" };
                view! { <th scope="col" class=class>{name.clone()}</th> }
            };
            chart.heads.iter().enumerate().map(cell).collect_view()
        })
    };
    let rows = move || {
        chart.with(|chart| {
            let mut rows = Vec::with_capacity(chart.rows.len());
            for row in &chart.rows {
                let cells = row.cells.iter().cloned();
                let cells =
                    cells.map(|cell| view! { <td class="chart-number">{cell}</td> }).collect_view();
                rows.push(view! { <tr><th scope="row">{row.name.clone()}</th>{cells}</tr> });
            }
            rows
        })
    };
    let table = move || {
        view! {
            <div class="table-scroll" role="group" tabindex="0" aria-label=t.as_table>
                <table class="table">
                    <thead>
                        <tr>{head}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    };
    view! {
        <details
            class="chart-table"
            on:toggle:target=move |event| is_open.set(event.target().open())
        >
            <summary>{t.as_table}</summary>
            <Show when=move || is_open.get()>{table}</Show>
        </details>
    }
}
