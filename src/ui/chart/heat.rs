//! Days as squares in the page: canvas, read-out, table, pictures.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;

use crate::chart::frame::Size;
use crate::chart::heat::{HeatChart, HeatFrame, draw_heat, heat_svg};
use crate::chart::measure::Estimate;
use crate::chart::pen::Pen;
use crate::chart::theme::ChartTheme;
use crate::i18n::chart_text::text;
use crate::i18n::use_locale;
use crate::platform::canvas::Place;
use crate::ui::chart::rows::RowTable;
use crate::ui::chart::{Pictures, stepped, use_place};

/// Days as squares with everything that reads them. Arrows go by days and by weeks.
#[component]
pub fn HeatFigure(
    /// What the chart shows.
    #[prop(into)]
    chart: Signal<HeatChart>,
    /// What it says, in one sentence; also its name for a screen reader.
    #[prop(into)]
    summary: Signal<String>,
    /// The head of the table's column of words.
    head: &'static str,
    /// The name of a saved picture, without its ending.
    #[prop(into)]
    file_name: Signal<String>,
) -> impl IntoView {
    let t = text(use_locale());
    let chart: Signal<HeatChart> = Memo::new(move |_| chart.get()).into();
    let stage = NodeRef::<html::Div>::new();
    let surface = NodeRef::<html::Canvas>::new();
    let frame = RwSignal::new(None::<HeatFrame>);
    let cursor = RwSignal::new(None::<usize>);
    let place = use_place(stage);
    Effect::new(move |_| {
        let (Some(place), Some(surface)) = (place.get(), surface.get()) else { return };
        frame.set(chart.with(|chart| draw_on(place, &surface, chart)));
    });
    Effect::new(move |_| {
        chart.with(|chart| chart.days.len());
        cursor.set(None);
    });
    let move_to = move |event: PointerEvent| {
        let Some(stage) = stage.get_untracked() else { return };
        let rect = stage.get_bounding_client_rect();
        let at =
            (f64::from(event.client_x()) - rect.left(), f64::from(event.client_y()) - rect.top());
        let found = frame.with_untracked(|frame| {
            let frame = frame.as_ref()?;
            chart.with_untracked(|chart| frame.day_at(chart, at))
        });
        cursor.set(found);
    };
    let step = move |event: KeyboardEvent| {
        let n_days = chart.with_untracked(|chart| chart.days.len());
        let at = cursor.get_untracked();
        // Up and down go by days, sideways by weeks.
        let next = match (event.key().as_str(), at) {
            ("ArrowDown", at) => stepped("ArrowRight", at, n_days),
            ("ArrowUp", at) => stepped("ArrowLeft", at, n_days),
            ("ArrowRight", Some(at)) => Some(Some((at + 7).min(n_days.saturating_sub(1)))),
            ("ArrowLeft", Some(at)) => Some(Some(at.saturating_sub(7))),
            (key, at) => stepped(key, at, n_days),
        };
        if let Some(next) = next {
            event.prevent_default();
            cursor.set(next);
        }
    };
    // On paper and in other programs the page is white.
    let svg = move |size: Size| {
        chart.with_untracked(|chart| heat_svg(chart, size, &ChartTheme::LIGHT, &Estimate))
    };
    let heads = Signal::derive(move || vec![t.slot.to_owned(), head.to_owned()]);
    let rows = Signal::derive(move || {
        chart.with(|chart| {
            let rows = chart.days.iter().map(|day| (day.name.clone(), vec![day.words.clone()]));
            rows.collect::<Vec<_>>()
        })
    });
    let day = Memo::new(move |_| {
        let at = cursor.get()?;
        chart.with(|chart| chart.days.get(at).map(|day| (day.name.clone(), day.words.clone())))
    });
    let at = move || {
        let place = cursor.get()?;
        let frame = frame.get()?;
        let corner = chart.with(|chart| chart.days.get(place).map(|day| frame.corner(day)))?;
        Some((corner, frame))
    };
    let px = |value: f64| format!("{value}px");
    let left = move || at().map_or(String::new(), |((x, _), _)| px(x - 1.0));
    let top = move || at().map_or(String::new(), |((_, y), _)| px(y - 1.0));
    let width = move || at().map_or(String::new(), |(_, frame)| px(frame.cell.0 - 1.0));
    let height = move || at().map_or(String::new(), |(_, frame)| px(frame.cell.1 - 1.0));
    let side = move || {
        let is_late = at().is_some_and(|((x, _), frame)| frame.size.width / 2.0 < x);
        if is_late { "left" } else { "right" }
    };
    let spoken = move || day.get().map(|(name, words)| format!("{name}: {words}"));
    view! {
        <figure class="chart">
            <div
                class="chart-stage chart-heat"
                node_ref=stage
                role="img"
                tabindex="0"
                aria-label=move || format!("{} {}", summary.get(), t.heat_keys)
                on:pointermove=move_to
                on:pointerdown=move_to
                on:pointerleave=move |_| cursor.set(None)
                on:blur=move |_| cursor.set(None)
                on:keydown=step
            >
                <canvas class="chart-canvas" node_ref=surface aria-hidden="true"></canvas>
                <div
                    class="chart-square"
                    hidden=move || at().is_none()
                    style:left=left
                    style:top=top
                    style:width=width
                    style:height=height
                    aria-hidden="true"
                >
                    <div class="chart-readout" data-side=side>
                        <b>{move || day.get().map(|day| day.0)}</b>
                        <p>{move || day.get().map(|day| day.1)}</p>
                    </div>
                </div>
            </div>
            <p class="visually-hidden" aria-live="polite">{spoken}</p>
            <div class="chart-foot">
                <RowTable heads rows />
                <Pictures svg stage surface file_name />
            </div>
        </figure>
    }
}

fn draw_on(
    place: Place,
    surface: &web_sys::HtmlCanvasElement,
    chart: &HeatChart,
) -> Option<HeatFrame> {
    let (mut backend, measure) = place.prepare(surface)?;
    let frame = HeatFrame::of(chart, place.size);
    let mut pen = Pen::new(&mut backend, 1.0);
    // A canvas that refuses a stroke leaves the chart unfinished; the table still has it all.
    let _ = draw_heat(&mut pen, chart, &frame, &place.theme, &measure);
    Some(frame)
}
