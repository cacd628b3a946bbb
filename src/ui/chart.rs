//! The goals' chart in the page: canvas, legend, read-out, table, pictures.

mod brush;
mod bubbles;
mod curve;
mod days;
mod heat;
mod intervals;
mod multiples;
mod readout;
mod rows;
mod spans;
mod table;
mod trend;

pub use brush::{Brush, BrushWords};
pub use bubbles::{BubbleFigure, BubbleWords, Cut};
pub use curve::{CurveFigure, Scored};
pub use days::DayFigure;
pub use heat::HeatFigure;
pub use intervals::IntervalFigure;
pub use multiples::MultiplesFigure;
pub use rows::{RowCells, RowTable};
pub use spans::SpanFigure;
pub use trend::TrendFigure;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::chart::combo::{ComboChart, Series, Shown};
use crate::chart::draw::draw_combo;
use crate::chart::frame::{Frame, Size};
use crate::chart::measure::Estimate;
use crate::chart::pen::Pen;
use crate::chart::svg::combo_svg;
use crate::chart::theme::ChartTheme;
use crate::i18n::chart_text::text;
use crate::i18n::use_locale;
use crate::platform::canvas::{self, Place};
use crate::platform::download;
use crate::ui::chart::readout::{Readout, spoken};
use crate::ui::chart::table::ChartTable;

/// Writes an amount of the chart with its unit.
pub type Amount = fn(i64) -> String;

/// A chart of daily bars, targets and cumulative lines, with everything that reads it.
#[component]
pub fn ComboFigure(
    /// What the chart shows.
    #[prop(into)]
    chart: Signal<ComboChart>,
    /// What it says, in one sentence; also its name for a screen reader.
    #[prop(into)]
    summary: Signal<String>,
    /// How an amount is written.
    amount: Amount,
    /// The name of a saved picture, without its ending.
    #[prop(into)]
    file_name: Signal<String>,
) -> impl IntoView {
    let t = text(use_locale());
    // Canvas, read-out and table ask for it: it is worked out once a change.
    let chart: Signal<ComboChart> = Memo::new(move |_| chart.get()).into();
    let stage = NodeRef::<html::Div>::new();
    let surface = NodeRef::<html::Canvas>::new();
    let shown = RwSignal::new(Shown::default());
    let cursor = RwSignal::new(None::<usize>);
    let frame = RwSignal::new(None::<Frame>);

    let place = use_place(stage);
    Effect::new(move |_| {
        let (Some(place), Some(surface)) = (place.get(), surface.get()) else { return };
        frame.set(chart.with(|chart| draw_on(place, &surface, chart, shown.get())));
    });

    let move_to = move |event: leptos::ev::PointerEvent| {
        let Some(stage) = stage.get_untracked() else { return };
        let x = canvas::offset_x(&stage, event.client_x());
        let slot = frame.with_untracked(|frame| frame.as_ref().and_then(|f| f.slot_at(x)));
        cursor.set(slot.filter(|&slot| slot < chart.with_untracked(|c| c.slots.len())));
    };
    // On paper and in other programs the page is white.
    let svg = move |size: Size| {
        chart.with_untracked(|chart| {
            combo_svg(chart, shown.get_untracked(), size, &ChartTheme::LIGHT, &Estimate)
        })
    };
    let step = move |event: leptos::ev::KeyboardEvent| {
        let n_slots = chart.with_untracked(|chart| chart.slots.len());
        if let Some(next) = stepped(&event.key(), cursor.get_untracked(), n_slots) {
            event.prevent_default();
            cursor.set(next);
        }
    };
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
                <Readout chart frame cursor amount />
            </div>
            <p class="visually-hidden" aria-live="polite">
                {move || {
                    let slot = cursor.get()?;
                    chart.with(|chart| spoken(chart, slot, amount, t))
                }}
            </p>
            <div class="chart-foot">
                <Legend shown />
                <Pictures svg stage surface file_name />
            </div>
            <ChartTable chart amount />
        </figure>
    }
}

/// Where a chart is drawn, told anew when its box or the theme changes; `None` until the page has
/// been laid out. The canvas is the world outside: it is watched from here.
fn use_place(stage: NodeRef<html::Div>) -> RwSignal<Option<Place>> {
    let place = RwSignal::new(None);
    let watch = StoredValue::new_local(None::<canvas::Watch>);
    Effect::new(move |_| {
        if let Some(stage) = stage.get() {
            watch.set_value(Some(canvas::Watch::new(&stage, move |now| place.set(now))));
        }
    });
    on_cleanup(move || watch.set_value(None));
    place
}

/// Where a key leads; `None` for a key that is not the chart's.
fn stepped(key: &str, cursor: Option<usize>, n_slots: usize) -> Option<Option<usize>> {
    let last = n_slots.checked_sub(1)?;
    match (key, cursor) {
        ("ArrowRight", None) | ("Home", _) => Some(Some(0)),
        ("ArrowLeft", None) | ("End", _) => Some(Some(last)),
        ("ArrowRight", Some(slot)) => Some(Some((slot + 1).min(last))),
        ("ArrowLeft", Some(slot)) => Some(Some(slot.saturating_sub(1))),
        ("Escape", Some(_)) => Some(None),
        _ => None,
    }
}

fn draw_on(
    place: Place,
    surface: &web_sys::HtmlCanvasElement,
    chart: &ComboChart,
    shown: Shown,
) -> Option<Frame> {
    let (mut backend, measure) = place.prepare(surface)?;
    let frame = Frame::of(chart, place.size, &measure);
    let mut pen = Pen::new(&mut backend, 1.0);
    // A canvas that refuses a stroke leaves the chart unfinished; the table still has it all.
    let _ = draw_combo(&mut pen, chart, &frame, shown, &place.theme, &measure);
    Some(frame)
}

#[component]
fn Legend(shown: RwSignal<Shown>) -> impl IntoView {
    let t = text(use_locale());
    let button = move |series: Series| {
        let is_on = move || shown.get().has(series);
        view! {
            <button
                type="button"
                class="chart-key"
                data-series=key_name(series)
                aria-pressed=move || is_on().to_string()
                on:click=move |_| shown.update(|shown| *shown = shown.toggled(series))
            >
                {t.series[series as usize]}
            </button>
        }
    };
    view! {
        <div class="chart-legend" role="group" aria-label=t.legend>
            {Series::ALL.map(button)}
        </div>
    }
}

fn key_name(series: Series) -> &'static str {
    match series {
        Series::Actual => "actual",
        Series::Target => "target",
        Series::TotalActual => "total-actual",
        Series::TotalTarget => "total-target",
        Series::Forecast => "forecast",
    }
}

/// Saves or copies the chart as a picture.
#[component]
fn Pictures(
    /// Draws it as an SVG document of this size.
    #[prop(into)]
    svg: Callback<Size, String>,
    stage: NodeRef<html::Div>,
    surface: NodeRef<html::Canvas>,
    file_name: Signal<String>,
) -> impl IntoView {
    let t = text(use_locale());
    let said = RwSignal::new("");
    let save_png = move |_| {
        let Some(surface) = surface.get_untracked() else { return };
        let name = format!("{}.png", file_name.get_untracked());
        canvas::png(&surface, move |blob| {
            spawn_local(async move {
                if let Some(bytes) = canvas::bytes(blob).await {
                    let _ = download::save(&name, "image/png", &bytes);
                }
            });
        });
    };
    let copy_png = move |_| {
        let Some(surface) = surface.get_untracked() else { return };
        canvas::png(&surface, move |blob| {
            spawn_local(async move {
                let is_copied = canvas::copy_picture(blob).await;
                said.set(if is_copied { t.copied } else { t.not_copied });
            });
        });
    };
    let save_svg = move |_| {
        let Some(stage) = stage.get_untracked() else { return };
        let Size { width, height } = canvas::size_of(&stage);
        let size = Size { width: width.max(320.0), height: height.max(200.0) };
        let svg = svg.run(size);
        let name = format!("{}.svg", file_name.get_untracked());
        let _ = download::save(&name, "image/svg+xml", svg.as_bytes());
    };
    view! {
        <div class="chart-pictures">
            <span role="status">{said}</span>
            <button type="button" class="chart-action" on:click=save_png>{t.save_png}</button>
            <button type="button" class="chart-action" on:click=copy_png>{t.copy_png}</button>
            <button type="button" class="chart-action" on:click=save_svg>{t.save_svg}</button>
        </div>
    }
}
