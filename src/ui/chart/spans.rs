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
use crate::ui::chart::rows::{RowTable, said, walk_rows};
use crate::ui::chart::{Pictures, use_place};

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
        walk_rows(&event, cursor, chart.with_untracked(|chart| chart.rows.len()));
    };
    // On paper and in other programs the page is white.
    let svg = move |size: Size| {
        chart.with_untracked(|chart| spans_svg(chart, size, &ChartTheme::LIGHT, &Estimate))
    };
    let heads = Signal::derive(move || chart.with(|chart| chart.heads.clone()));
    let rows = Signal::derive(move || {
        chart.with(|chart| {
            let rows = chart.rows.iter().map(|row| (row.name.clone(), row.cells.clone()));
            rows.collect::<Vec<_>>()
        })
    });
    let row = Memo::new(move |_| rows.with(|rows| rows.get(cursor.get()?).cloned()));
    let spoken = move || row.with(|row| row.as_ref().map(|row| said(&heads.read(), row)));
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
        let (name, cells) = row.get()?;
        let lines = heads.get().into_iter().skip(1).zip(cells);
        let lines = lines.map(|(name, value)| view! { <dt>{name}</dt><dd>{value}</dd> });
        Some(view! { <b>{name}</b><dl>{lines.collect_view()}</dl> })
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
            <RowTable heads rows />
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
