//! Figures over time in the page: canvas, key, read-out, a run that is marked to look closer, table,
//! pictures.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;

use crate::chart::days::{DayChart, DayForm, DayFrame, days_svg, draw_days};
use crate::chart::frame::Size;
use crate::chart::measure::Estimate;
use crate::chart::pen::Pen;
use crate::chart::theme::ChartTheme;
use crate::i18n::chart_text::text;
use crate::i18n::use_locale;
use crate::platform::canvas::{self, Place};
use crate::ui::chart::rows::RowTable;
use crate::ui::chart::{Pictures, stepped, use_place};

/// How far the pointer must go before a press marks a run, in CSS pixels.
const THRESHOLD: f64 = 6.0;

/// Figures over time with everything that reads them.
#[component]
pub fn DayFigure(
    /// What the chart shows.
    #[prop(into)]
    chart: Signal<DayChart>,
    /// What it says, in one sentence; also its name for a screen reader.
    #[prop(into)]
    summary: Signal<String>,
    /// Receives the first and the last slot of a run that is to be looked at closer.
    #[prop(into)]
    on_zoom: Callback<(usize, usize)>,
    /// The name of a saved picture, without its ending.
    #[prop(into)]
    file_name: Signal<String>,
) -> impl IntoView {
    let t = text(use_locale());
    let chart: Signal<DayChart> = Memo::new(move |_| chart.get()).into();
    let stage = NodeRef::<html::Div>::new();
    let surface = NodeRef::<html::Canvas>::new();
    let frame = RwSignal::new(None::<DayFrame>);
    let cursor = RwSignal::new(None::<usize>);
    // Where a run began, and whether the pointer has gone far enough for it to be one.
    let anchor = RwSignal::new(None::<usize>);
    let pressed = StoredValue::new(None::<f64>);
    let place = use_place(stage);
    Effect::new(move |_| {
        let (Some(place), Some(surface)) = (place.get(), surface.get()) else { return };
        frame.set(chart.with(|chart| draw_on(place, &surface, chart)));
    });
    // Other days: what was read and marked was of those before.
    Effect::new(move |_| {
        chart.with(|chart| chart.slots.len());
        cursor.set(None);
        anchor.set(None);
    });
    let n_slots = move || chart.with_untracked(|chart| chart.slots.len());
    let slot_at =
        move |x: f64| frame.with_untracked(|frame| frame.as_ref().map(|frame| frame.slot_near(x)));
    let x_of = move |event: &PointerEvent| {
        stage.get_untracked().map(|stage| canvas::offset_x(&stage, event.client_x()))
    };
    let press = move |event: PointerEvent| {
        if event.button() == 0 {
            canvas::hold(&event);
            pressed.set_value(x_of(&event));
        }
    };
    let go = move |event: PointerEvent| {
        let Some(x) = x_of(&event) else { return };
        if let Some(from) = pressed.get_value()
            && anchor.get_untracked().is_none()
            && THRESHOLD < (x - from).abs()
        {
            anchor.set(slot_at(from));
        }
        cursor.set(slot_at(x).filter(|_| 0 < n_slots()));
    };
    let zoom = move || {
        let marked = anchor.get_untracked().zip(cursor.get_untracked());
        anchor.set(None);
        if let Some((a, b)) = marked.filter(|(a, b)| a != b) {
            on_zoom.run((a.min(b), a.max(b)));
        }
    };
    let release = move |_: PointerEvent| {
        pressed.set_value(None);
        zoom();
    };
    let leave = move || {
        if pressed.get_value().is_none() {
            cursor.set(None);
            anchor.set(None);
        }
    };
    let step = move |event: KeyboardEvent| {
        let at = cursor.get_untracked();
        let key = event.key();
        if key == "Enter" && anchor.get_untracked().is_some() {
            event.prevent_default();
            return zoom();
        }
        if event.shift_key() && key.starts_with("Arrow") {
            if anchor.get_untracked().is_none() {
                anchor.set(at);
            }
        } else if !event.shift_key() {
            anchor.set(None);
        }
        if let Some(next) = stepped(&key, at, n_slots()) {
            event.prevent_default();
            cursor.set(next);
        }
    };
    // On paper and in other programs the page is white.
    let svg = move |size: Size| {
        chart.with_untracked(|chart| days_svg(chart, size, &ChartTheme::LIGHT, &Estimate))
    };
    let heads = Signal::derive(move || {
        chart.with(|chart| {
            let names = chart.series.iter().map(|series| series.name.clone());
            [t.slot.to_owned()].into_iter().chain(names).collect::<Vec<_>>()
        })
    });
    let rows = Signal::derive(move || chart.with(|chart| table_rows(chart, t.missing)));
    let name = move || {
        let at = cursor.get()?;
        chart.with(|chart| chart.slots.get(at).map(|slot| slot.name.clone()))
    };
    let lines = move || {
        cursor.get().map_or(Vec::new(), |at| chart.with(|chart| read(chart, at, t.missing)))
    };
    let spoken = move || {
        let values: Vec<String> =
            lines().into_iter().map(|(name, value)| format!("{name} {value}")).collect();
        Some(format!("{}: {}", name()?, values.join(", ")))
    };
    let readout = move || {
        let rows =
            lines().into_iter().map(|(name, value)| view! { <dt>{name}</dt><dd>{value}</dd> });
        rows.collect_view()
    };
    let x = move || {
        let at = cursor.get()?;
        frame.with(|frame| frame.as_ref().map(|frame| (frame.x(at), frame.size.width)))
    };
    let left = move || x().map_or(String::new(), |(x, _)| format!("{x}px"));
    let side = move || {
        if x().is_some_and(|(x, width)| width / 2.0 < x) { "left" } else { "right" }
    };
    let marked = move || {
        let (a, b) = (anchor.get()?, cursor.get()?);
        frame.with(|frame| {
            let frame = frame.as_ref()?;
            Some((frame.edge(a.min(b)), frame.edge(a.max(b) + 1)))
        })
    };
    let marked_left = move || marked().map_or(String::new(), |(from, _)| format!("{from}px"));
    let marked_width =
        move || marked().map_or(String::new(), |(from, to)| format!("{}px", to - from));
    view! {
        <figure class="chart">
            <DayKeys chart />
            <div
                class="chart-stage chart-days"
                node_ref=stage
                role="img"
                tabindex="0"
                aria-label=move || format!("{} {}", summary.get(), t.zoom_keys)
                on:pointerdown=press
                on:pointermove=go
                on:pointerup=release
                on:pointercancel=move |_| {
                    pressed.set_value(None);
                    leave();
                }
                on:pointerleave=move |_| leave()
                on:blur=move |_| leave()
                on:keydown=step
            >
                <canvas class="chart-canvas" node_ref=surface aria-hidden="true"></canvas>
                <div
                    class="chart-marked"
                    hidden=move || marked().is_none()
                    style:left=marked_left
                    style:width=marked_width
                    aria-hidden="true"
                ></div>
                <div
                    class="chart-cursor"
                    hidden=move || x().is_none()
                    style:left=left
                    aria-hidden="true"
                >
                    <div class="chart-readout" data-side=side>
                        <b>{name}</b>
                        <dl>{readout}</dl>
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

/// What each sign of the chart is.
#[component]
fn DayKeys(chart: Signal<DayChart>) -> impl IntoView {
    let keys = Memo::new(move |_| {
        chart.with(|chart| {
            let mut n_stacked = 0;
            let keys = chart.series.iter().map(|series| {
                let place = if series.form == DayForm::Stack {
                    n_stacked += 1;
                    n_stacked
                } else {
                    0
                };
                let tone = if series.is_right { "right".to_owned() } else { place.to_string() };
                (series.name.clone(), series.form.key(), tone)
            });
            keys.collect::<Vec<_>>()
        })
    });
    let one = |(name, form, tone): (String, &'static str, String)| {
        view! { <li class="chart-sign" data-form=form data-tone=tone>{name}</li> }
    };
    view! { <ul class="chart-signs">{move || keys.get().into_iter().map(one).collect_view()}</ul> }
}

fn draw_on(
    place: Place,
    surface: &web_sys::HtmlCanvasElement,
    chart: &DayChart,
) -> Option<DayFrame> {
    let (mut backend, measure) = place.prepare(surface)?;
    let frame = DayFrame::of(chart, place.size, &measure);
    let mut pen = Pen::new(&mut backend, 1.0);
    // A canvas that refuses a stroke leaves the chart unfinished; the table still has it all.
    let _ = draw_days(&mut pen, chart, &frame, &place.theme, &measure);
    Some(frame)
}

/// What is said of a slot: each series with its value, the events and the notes.
fn read(chart: &DayChart, at: usize, missing: &str) -> Vec<(String, String)> {
    let word = |series: &crate::chart::days::DaySeries| {
        let is_there = series.values.get(at).copied().flatten().is_some();
        if is_there {
            series.words.get(at).cloned().unwrap_or_default()
        } else {
            missing.to_owned()
        }
    };
    let mut lines: Vec<(String, String)> =
        chart.series.iter().map(|series| (series.name.clone(), word(series))).collect();
    for band in chart.bands.iter().filter(|band| band.from <= at && at <= band.to) {
        lines.push((band.name.clone(), String::new()));
    }
    for (number, (_, note)) in (1..).zip(&chart.notes).filter(|(_, (slot, _))| *slot == at) {
        lines.push((format!("{number}. {note}"), String::new()));
    }
    lines
}

fn table_rows(chart: &DayChart, missing: &str) -> Vec<(String, Vec<String>)> {
    let n_series = chart.series.len();
    let row = |(at, slot): (usize, &crate::chart::days::DaySlot)| {
        let cells = read(chart, at, missing).into_iter().take(n_series).map(|line| line.1);
        (slot.name.clone(), cells.collect())
    };
    chart.slots.iter().enumerate().map(row).collect()
}
