//! Intervals in the page: canvas, read-out, table, pictures.

use leptos::html;
use leptos::prelude::*;

use crate::chart::frame::Size;
use crate::chart::intervals::{
    IntervalChart, IntervalFrame, draw_intervals, height, intervals_svg,
};
use crate::chart::measure::Estimate;
use crate::chart::pen::Pen;
use crate::chart::theme::ChartTheme;
use crate::i18n::chart_text::text;
use crate::i18n::use_locale;
use crate::platform::canvas::Place;
use crate::ui::chart::rows::{RowCells, RowTable, said, walk_rows};
use crate::ui::chart::{Pictures, use_place};

/// Intervals under each other, with everything that reads them.
#[component]
pub fn IntervalFigure(
    /// What the chart shows.
    #[prop(into)]
    chart: Signal<IntervalChart>,
    /// What it says, in one sentence; also its name for a screen reader.
    #[prop(into)]
    summary: Signal<String>,
    /// The headings of the table.
    #[prop(into)]
    header: Signal<Vec<String>>,
    /// The rows of the table, in the order of the chart.
    #[prop(into)]
    cells: Signal<Vec<RowCells>>,
    /// The name of a saved picture, without its ending.
    #[prop(into)]
    file_name: Signal<String>,
) -> impl IntoView {
    let t = text(use_locale());
    let stage = NodeRef::<html::Div>::new();
    let surface = NodeRef::<html::Canvas>::new();
    let frame = RwSignal::new(None::<IntervalFrame>);
    let cursor = RwSignal::new(None::<usize>);
    let place = use_place(stage);
    Effect::new(move |_| {
        let (Some(place), Some(surface)) = (place.get(), surface.get()) else { return };
        frame.set(chart.with(|chart| draw_on(place, &surface, chart)));
    });
    let move_to = move |event: leptos::ev::PointerEvent| {
        let Some(stage) = stage.get_untracked() else { return };
        let y = f64::from(event.client_y()) - stage.get_bounding_client_rect().top();
        cursor.set(frame.with_untracked(|frame| frame.as_ref().and_then(|one| one.row_at(y))));
    };
    let step = move |event: leptos::ev::KeyboardEvent| {
        walk_rows(&event, cursor, chart.with_untracked(|chart| chart.rows.len()));
    };
    // On paper and in other programs the page is white.
    let svg = move |size: Size| {
        chart.with_untracked(|chart| {
            let size = Size { height: height(chart.rows.len()), ..size };
            intervals_svg(chart, size, &ChartTheme::LIGHT, &Estimate)
        })
    };
    let spoken = move || {
        let row = cells.with(|cells| cells.get(cursor.get()?).cloned())?;
        Some(said(&header.read(), &row))
    };
    let tall = move || format!("{}px", chart.with(|chart| height(chart.rows.len())));
    view! {
        <figure class="chart">
            <div
                class="chart-stage chart-intervals"
                node_ref=stage
                role="img"
                tabindex="0"
                aria-label=move || format!("{} {}", summary.get(), t.row_keys)
                style:block-size=tall
                on:pointermove=move_to
                on:pointerleave=move |_| cursor.set(None)
                on:blur=move |_| cursor.set(None)
                on:keydown=step
            >
                <canvas class="chart-canvas" node_ref=surface aria-hidden="true"></canvas>
            </div>
            <p class="chart-said muted small" aria-live="polite">{spoken}</p>
            <div class="chart-foot">
                <span></span>
                <Pictures svg stage surface file_name />
            </div>
            <RowTable heads=header rows=cells />
        </figure>
    }
}

fn draw_on(
    place: Place,
    surface: &web_sys::HtmlCanvasElement,
    chart: &IntervalChart,
) -> Option<IntervalFrame> {
    let (mut backend, measure) = place.prepare(surface)?;
    let frame = IntervalFrame::of(chart, place.size, &measure);
    let mut pen = Pen::new(&mut backend, 1.0);
    // A canvas that refuses a stroke leaves the chart unfinished; the table still has it all.
    let _ = draw_intervals(&mut pen, chart, &frame, &place.theme);
    Some(frame)
}
