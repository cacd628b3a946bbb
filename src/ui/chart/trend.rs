//! Courses in the page: canvas, legend, read-out, table, pictures.

use leptos::html;
use leptos::prelude::*;

use crate::chart::frame::Size;
use crate::chart::measure::Estimate;
use crate::chart::pen::Pen;
use crate::chart::theme::ChartTheme;
use crate::chart::trend::{TrendChart, TrendFrame, draw_trend, trend_svg};
use crate::i18n::chart_text::text;
use crate::i18n::use_locale;
use crate::platform::canvas::{self, Place};
use crate::ui::chart::curve::PlayerLegend;
use crate::ui::chart::{Pictures, stepped, use_place};

/// One attribute of several players over time, with everything that reads it.
#[component]
pub fn TrendFigure(
    /// What the chart shows.
    #[prop(into)]
    chart: Signal<TrendChart>,
    /// What it says, in one sentence; also its name for a screen reader.
    #[prop(into)]
    summary: Signal<String>,
    /// Says when a value was seen that is older than the day that is read.
    seen_on: fn(&str) -> String,
    /// The name of a saved picture, without its ending.
    #[prop(into)]
    file_name: Signal<String>,
) -> impl IntoView {
    let t = text(use_locale());
    let stage = NodeRef::<html::Div>::new();
    let surface = NodeRef::<html::Canvas>::new();
    let hidden = RwSignal::new(Vec::<String>::new());
    let frame = RwSignal::new(None::<TrendFrame>);
    let cursor = RwSignal::new(None::<usize>);
    let drawn: Signal<TrendChart> = Memo::new(move |_| {
        let mut chart = chart.get();
        hidden.with(|hidden| chart.lines.retain(|line| !hidden.contains(&line.name)));
        chart
    })
    .into();

    let place = use_place(stage);
    Effect::new(move |_| {
        let (Some(place), Some(surface)) = (place.get(), surface.get()) else { return };
        frame.set(drawn.with(|chart| draw_on(place, &surface, chart)));
    });
    // Another attribute has other days.
    Effect::new(move |_| {
        chart.track();
        cursor.set(None);
    });
    let move_to = move |event: leptos::ev::PointerEvent| {
        let Some(stage) = stage.get_untracked() else { return };
        let x = canvas::offset_x(&stage, event.client_x());
        cursor.set(frame.with_untracked(|frame| frame.as_ref().and_then(|f| f.day_at(x))));
    };
    let step = move |event: leptos::ev::KeyboardEvent| {
        let n_days = chart.with_untracked(|chart| chart.days.len());
        if let Some(next) = stepped(&event.key(), cursor.get_untracked(), n_days) {
            event.prevent_default();
            cursor.set(next);
        }
    };
    // On paper and in other programs the page is white.
    let svg = move |size: Size| {
        drawn.with_untracked(|chart| trend_svg(chart, size, &ChartTheme::LIGHT, &Estimate))
    };
    let lines = move || {
        cursor.get().map_or(Vec::new(), |at| drawn.with(|chart| values(chart, at, seen_on)))
    };
    let day = move || {
        let at = cursor.get()?;
        chart.with(|chart| chart.days.get(at).map(|day| day.1.clone()))
    };
    let spoken = move || {
        let day = day()?;
        let values: Vec<String> =
            lines().into_iter().map(|(name, value)| format!("{name} {value}")).collect();
        Some(format!("{day}: {}", values.join(", ")))
    };
    let x = move || {
        let at = cursor.get()?;
        frame.with(|frame| {
            let frame = frame.as_ref()?;
            Some((frame.x(*frame.days.get(at)?), frame.size.width))
        })
    };
    let left = move || x().map_or(String::new(), |(x, _)| format!("{x}px"));
    let side = move || {
        if x().is_some_and(|(x, width)| width / 2.0 < x) { "left" } else { "right" }
    };
    let rows = move || {
        lines()
            .into_iter()
            .map(|(name, value)| view! { <dt>{name}</dt><dd>{value}</dd> })
            .collect_view()
    };
    let keys = Signal::derive(move || {
        chart.with(|chart| {
            let keys = chart.lines.iter().map(|line| (line.name.clone(), line.player));
            keys.collect::<Vec<_>>()
        })
    });
    view! {
        <figure class="chart">
            <div
                class="chart-stage"
                node_ref=stage
                role="img"
                tabindex="0"
                aria-label=move || format!("{} {}", summary.get(), t.keys)
                on:pointermove=move_to
                on:pointerdown=move_to
                on:pointerleave=move |_| cursor.set(None)
                on:blur=move |_| cursor.set(None)
                on:keydown=step
            >
                <canvas class="chart-canvas" node_ref=surface aria-hidden="true"></canvas>
                <div
                    class="chart-cursor"
                    hidden=move || x().is_none()
                    style:left=left
                    aria-hidden="true"
                >
                    <div class="chart-readout" data-side=side>
                        <b>{day}</b>
                        <dl>{rows}</dl>
                    </div>
                </div>
            </div>
            <p class="visually-hidden" aria-live="polite">{spoken}</p>
            <div class="chart-foot">
                <PlayerLegend keys hidden />
                <Pictures svg stage surface file_name />
            </div>
            <TrendTable chart />
        </figure>
    }
}

fn draw_on(
    place: Place,
    surface: &web_sys::HtmlCanvasElement,
    chart: &TrendChart,
) -> Option<TrendFrame> {
    let (mut backend, measure) = place.prepare(surface)?;
    let frame = TrendFrame::of(chart, place.size, &measure);
    let mut pen = Pen::new(&mut backend, 1.0);
    // A canvas that refuses a stroke leaves the chart unfinished; the table still has it all.
    let _ = draw_trend(&mut pen, chart, &frame, &place.theme);
    Some(frame)
}

/// What is known of every line on a day: its name and the value last seen, with the day on which
/// that was where it was an earlier one.
fn values(chart: &TrendChart, at: usize, seen_on: fn(&str) -> String) -> Vec<(String, String)> {
    let Some((day, _)) = chart.days.get(at) else { return Vec::new() };
    let mut values = Vec::new();
    for line in &chart.lines {
        let Some(point) = line.until(*day) else { continue };
        let earlier = chart.days.iter().find(|other| other.0 == point.day && point.day != *day);
        let words = match earlier {
            Some((_, name)) => format!("{} · {}", point.words, seen_on(name)),
            None => point.words.clone(),
        };
        values.push((line.name.clone(), words));
    }
    values
}

/// The same numbers as the chart's, behind "view as a table". Built when it is opened.
#[component]
fn TrendTable(chart: Signal<TrendChart>) -> impl IntoView {
    let t = text(use_locale());
    let is_open = RwSignal::new(false);
    let head = move || {
        chart.with(|chart| {
            let names = chart.lines.iter().map(|line| line.name.clone());
            names
                .map(|name| view! { <th scope="col" class="chart-number">{name}</th> })
                .collect_view()
        })
    };
    let rows = move || {
        chart.with(|chart| {
            let mut rows = Vec::with_capacity(chart.days.len());
            for (day, name) in &chart.days {
                let cell = |line: &crate::chart::trend::TrendLine| {
                    let point = line.points.iter().find(|point| point.day == *day);
                    let words = point.map_or("–".to_owned(), |point| point.words.clone());
                    view! { <td class="chart-number">{words}</td> }
                };
                let cells = chart.lines.iter().map(cell).collect_view();
                rows.push(view! { <tr><th scope="row">{name.clone()}</th>{cells}</tr> });
            }
            rows
        })
    };
    let table = move || {
        view! {
            <div class="table-scroll" role="group" tabindex="0" aria-label=t.as_table>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{t.slot}</th>
                            {head}
                        </tr>
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
