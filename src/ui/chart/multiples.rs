//! Small charts side by side in the page: canvas, one cursor in all of them, table, pictures.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;

use crate::chart::frame::Size;
use crate::chart::measure::Estimate;
use crate::chart::multiples::{
    MultiplesChart, MultiplesFrame, draw_multiples, multiples_svg, n_rows,
};
use crate::chart::pen::Pen;
use crate::chart::theme::ChartTheme;
use crate::i18n::chart_text::text;
use crate::i18n::use_locale;
use crate::platform::canvas::{self, Place};
use crate::ui::chart::rows::{RowTable, said};
use crate::ui::chart::{Pictures, stepped, use_place};

/// One figure told apart, a small chart each. The pointer, or the arrows, read one day in all.
#[component]
pub fn MultiplesFigure(
    /// What the charts show.
    #[prop(into)]
    chart: Signal<MultiplesChart>,
    /// What they say, in one sentence; also their name for a screen reader.
    #[prop(into)]
    summary: Signal<String>,
    /// The name of a saved picture, without its ending.
    #[prop(into)]
    file_name: Signal<String>,
) -> impl IntoView {
    let t = text(use_locale());
    let chart: Signal<MultiplesChart> = Memo::new(move |_| chart.get()).into();
    let stage = NodeRef::<html::Div>::new();
    let surface = NodeRef::<html::Canvas>::new();
    let frame = RwSignal::new(None::<MultiplesFrame>);
    let cursor = RwSignal::new(None::<usize>);
    let place = use_place(stage);
    Effect::new(move |_| {
        let (Some(place), Some(surface)) = (place.get(), surface.get()) else { return };
        frame.set(chart.with(|chart| draw_on(place, &surface, chart, cursor.get())));
    });
    // Other days: what was read was of those before.
    Effect::new(move |_| {
        chart.with(|chart| chart.slots.len());
        cursor.set(None);
    });
    let move_to = move |event: PointerEvent| {
        let Some(stage) = stage.get_untracked() else { return };
        let x = canvas::offset_x(&stage, event.client_x());
        cursor.set(frame.with_untracked(|frame| frame.as_ref().and_then(|f| f.slot_at(x))));
    };
    let step = move |event: KeyboardEvent| {
        let n_slots = chart.with_untracked(|chart| chart.slots.len());
        if let Some(next) = stepped(&event.key(), cursor.get_untracked(), n_slots) {
            event.prevent_default();
            cursor.set(next);
        }
    };
    // On paper and in other programs the page is white.
    let svg = move |size: Size| {
        chart.with_untracked(|chart| multiples_svg(chart, size, &ChartTheme::LIGHT, &Estimate))
    };
    let heads = Signal::derive(move || {
        chart.with(|chart| {
            let names = chart.cells.iter().map(|cell| cell.name.clone());
            std::iter::once(chart.head.clone()).chain(names).collect::<Vec<_>>()
        })
    });
    let day = move |chart: &MultiplesChart, slot: usize| {
        let name = chart.slots.get(slot).map_or(String::new(), |slot| slot.1.clone());
        let cells =
            chart.cells.iter().map(|cell| cell.words.get(slot).cloned().unwrap_or_default());
        (name, cells.collect::<Vec<_>>())
    };
    let rows = Signal::derive(move || {
        chart.with(|chart| (0..chart.slots.len()).map(|slot| day(chart, slot)).collect::<Vec<_>>())
    });
    let spoken = move || {
        let slot = cursor.get()?;
        Some(chart.with(|chart| said(&heads.read(), &day(chart, slot))))
    };
    let rows_of = move |n_columns: usize| {
        chart.with(|chart| n_rows(chart.cells.len(), n_columns)).to_string()
    };
    view! {
        <figure class="chart chart-of-many">
            <div
                class="chart-stage chart-multiples"
                style:--rows-of-2=move || rows_of(2)
                style:--rows-of-3=move || rows_of(3)
                style:--rows-of-4=move || rows_of(4)
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
    chart: &MultiplesChart,
    cursor: Option<usize>,
) -> Option<MultiplesFrame> {
    let (mut backend, measure) = place.prepare(surface)?;
    let frame = MultiplesFrame::of(chart, place.size, &measure);
    let mut pen = Pen::new(&mut backend, 1.0);
    // A canvas that refuses a stroke leaves the chart unfinished; the table still has it all.
    let _ = draw_multiples(&mut pen, chart, &frame, cursor, (&place.theme, &measure));
    Some(frame)
}
