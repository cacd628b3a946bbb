//! The value curve in the page: canvas, legend, pictures, and a handle a factor that is dragged,
//! or moved by keys.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;

use crate::chart::frame::Size;
use crate::chart::measure::Estimate;
use crate::chart::pen::Pen;
use crate::chart::player::Player;
use crate::chart::theme::ChartTheme;
use crate::chart::value_curve::{CurveChart, CurveFrame, Scale, curve_svg, draw_curve};
use crate::i18n::chart_text::text;
use crate::i18n::use_locale;
use crate::platform::canvas::{self, Place};
use crate::ui::chart::{Pictures, use_place};

/// A score that was dragged or keyed: the factor's place, and what it became.
pub type Scored = (usize, Option<u8>);

/// The value curve. The line at the place `edited` has a handle at every factor: a slider that
/// follows the pointer, the arrows and the digits; Delete takes the score away.
#[component]
pub fn CurveFigure(
    /// What the chart shows.
    #[prop(into)]
    chart: Signal<CurveChart>,
    /// What it says, in one sentence; also its name for a screen reader.
    #[prop(into)]
    summary: Signal<String>,
    /// The line whose scores can be moved.
    #[prop(into)]
    edited: Signal<usize>,
    /// Receives a score that was moved.
    #[prop(into)]
    on_score: Callback<Scored>,
    /// The name of a saved picture, without its ending.
    #[prop(into)]
    file_name: Signal<String>,
) -> impl IntoView {
    let stage = NodeRef::<html::Div>::new();
    let surface = NodeRef::<html::Canvas>::new();
    let hidden = RwSignal::new(Vec::<String>::new());
    let frame = RwSignal::new(None::<CurveFrame>);
    let dragged = RwSignal::new(None::<(usize, u8)>);
    // What is drawn: a score that is being dragged is already where the pointer is.
    let drawn = Signal::derive(move || {
        let mut chart = chart.get();
        if let (Some((factor, score)), Some(line)) =
            (dragged.get(), chart.lines.get_mut(edited.get()))
            && let Some(place) = line.scores.get_mut(factor)
        {
            *place = Some(score);
        }
        hidden.with(|hidden| chart.lines.retain(|line| !hidden.contains(&line.name)));
        chart
    });

    let place = use_place(stage);
    Effect::new(move |_| {
        let (Some(place), Some(surface)) = (place.get(), surface.get()) else { return };
        frame.set(drawn.with(|chart| draw_on(place, &surface, chart)));
    });
    let svg = move |size: Size| {
        drawn.with_untracked(|chart| curve_svg(chart, size, &ChartTheme::LIGHT, &Estimate))
    };
    let keys = Signal::derive(move || {
        chart.with(|chart| {
            let keys = chart.lines.iter().map(|line| (line.name.clone(), line.player));
            keys.collect::<Vec<_>>()
        })
    });
    let n_factors = Memo::new(move |_| chart.with(|chart| chart.factors.len()));
    view! {
        <figure class="chart">
            <div class="chart-stage" node_ref=stage role="group" aria-label=summary>
                <canvas class="chart-canvas" node_ref=surface aria-hidden="true"></canvas>
                {move || {
                    (0..n_factors.get())
                        .map(|factor| {
                            view! { <Handle chart edited factor frame dragged stage on_score /> }
                        })
                        .collect_view()
                }}
            </div>
            <div class="chart-foot">
                <PlayerLegend keys hidden />
                <Pictures svg stage surface file_name />
            </div>
        </figure>
    }
}

fn draw_on(
    place: Place,
    surface: &web_sys::HtmlCanvasElement,
    chart: &CurveChart,
) -> Option<CurveFrame> {
    let (mut backend, measure) = place.prepare(surface)?;
    let frame = CurveFrame::of(chart, place.size, &measure);
    let mut pen = Pen::new(&mut backend, 1.0);
    // A canvas that refuses a stroke leaves the chart unfinished; the table still has it all.
    let _ = draw_curve(&mut pen, chart, &frame, &place.theme);
    Some(frame)
}

/// The handle of one factor on the line that is edited.
#[component]
fn Handle(
    chart: Signal<CurveChart>,
    edited: Signal<usize>,
    factor: usize,
    frame: RwSignal<Option<CurveFrame>>,
    dragged: RwSignal<Option<(usize, u8)>>,
    stage: NodeRef<html::Div>,
    on_score: Callback<Scored>,
) -> impl IntoView {
    let t = text(use_locale());
    let stored = Memo::new(move |_| {
        chart.with(|chart| chart.lines.get(edited.get())?.scores.get(factor).copied().flatten())
    });
    let score = Memo::new(move |_| match dragged.get() {
        Some((at, score)) if at == factor => Some(score),
        _ => stored.get(),
    });
    let name = move || {
        chart.with(|chart| {
            let line = chart.lines.get(edited.get()).map(|line| line.name.as_str());
            let factor = chart.factors.get(factor).map(String::as_str);
            format!("{} {}", factor.unwrap_or_default(), line.unwrap_or_default())
        })
    };
    let place = move |of: fn(&CurveFrame, usize, u8) -> f64| {
        frame.with(|frame| {
            let frame = frame.as_ref().filter(|frame| factor < frame.labels.len());
            frame.map_or(String::new(), |frame| {
                format!("{}px", of(frame, factor, score.get().unwrap_or(frame.range.0)))
            })
        })
    };
    let follow = move |event: &PointerEvent| {
        let Some(stage) = stage.get_untracked() else { return };
        let y = f64::from(event.client_y()) - stage.get_bounding_client_rect().top();
        let score = frame.with_untracked(|frame| frame.as_ref().map(|frame| frame.score_at(y)));
        dragged.set(score.map(|score| (factor, score)));
    };
    let down = move |event: PointerEvent| {
        if event.button() == 0 {
            canvas::hold(&event);
            follow(&event);
        }
    };
    let moved = move |event: PointerEvent| {
        if dragged.with_untracked(Option::is_some) {
            follow(&event);
        }
    };
    let up = move |_: PointerEvent| {
        if let Some((factor, score)) = dragged.get_untracked() {
            dragged.set(None);
            if stored.get_untracked() != Some(score) {
                on_score.run((factor, Some(score)));
            }
        }
    };
    let key = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
            return;
        }
        let next =
            chart.with_untracked(|chart| keyed(&event.key(), stored.get_untracked(), &chart.scale));
        if let Some(next) = next {
            event.prevent_default();
            if next != stored.get_untracked() {
                on_score.run((factor, next));
            }
        }
    };
    view! {
        <span
            class="chart-handle"
            role="slider"
            tabindex="0"
            aria-orientation="vertical"
            aria-label=name
            aria-valuemin=move || chart.with(|chart| chart.scale.low)
            aria-valuemax=move || chart.with(|chart| chart.scale.top)
            aria-valuenow=move || score.get().unwrap_or_else(|| chart.with(|one| one.scale.low))
            aria-valuetext=move || {
                score.get().map_or_else(
                    || t.missing.to_owned(),
                    |score| chart.with(|chart| chart.scale.words(score)),
                )
            }
            data-none=move || score.get().is_none().then_some("")
            style:left=move || place(|frame, factor, _| frame.x(factor))
            style:top=move || place(|frame, _, score| frame.y(score))
            on:pointerdown=down
            on:pointermove=moved
            on:pointerup=up
            on:pointercancel=move |_| dragged.set(None)
            on:keydown=key
        ></span>
    }
}

/// What a key makes of a score; `None` for a key that is not the handle's.
fn keyed(key: &str, score: Option<u8>, scale: &Scale) -> Option<Option<u8>> {
    let Scale { low, top, .. } = *scale;
    let now = score.unwrap_or(low);
    let up = |steps: u8| Some(now.saturating_add(steps).min(top));
    let down = |steps: u8| Some(now.saturating_sub(steps).max(low));
    let next = match key {
        "ArrowUp" | "ArrowRight" => up(1),
        "ArrowDown" | "ArrowLeft" => down(1),
        "PageUp" => up(2),
        "PageDown" => down(2),
        "Home" => Some(low),
        "End" => Some(top),
        "Delete" | "Backspace" => None,
        digit => {
            let digit = digit.parse::<u8>().ok().filter(|_| digit.len() == 1)?;
            Some(Some(digit).filter(|digit| (low..=top).contains(digit))?)
        }
    };
    Some(next)
}

/// Which line is whose; a press hides a line and shows it again.
#[component]
pub(super) fn PlayerLegend(
    /// The lines: what each is called, and how it is drawn.
    keys: Signal<Vec<(String, Player)>>,
    /// The names of those that are hidden.
    hidden: RwSignal<Vec<String>>,
) -> impl IntoView {
    let t = text(use_locale());
    let button = move |(name, player): (String, Player)| {
        let (shown, toggled) = (name.clone(), name.clone());
        let is_on = move || !hidden.with(|hidden| hidden.contains(&shown));
        let toggle = move |_| {
            hidden.update(|hidden| match hidden.iter().position(|other| *other == toggled) {
                Some(idx) => drop(hidden.remove(idx)),
                None => hidden.push(toggled.clone()),
            });
        };
        view! {
            <button
                type="button"
                class="chart-key"
                data-series=key_name(player)
                aria-pressed=move || is_on().to_string()
                on:click=toggle
            >
                {name}
            </button>
        }
    };
    view! {
        <div class="chart-legend" role="group" aria-label=t.legend>
            {move || keys.get().into_iter().map(button).collect_view()}
        </div>
    }
}

fn key_name(player: Player) -> &'static str {
    match player {
        Player::Today => "total-actual",
        Player::Target => "total-target",
        Player::Rival(place) => {
            const NAMES: [&str; 8] = [
                "other-1", "other-2", "other-3", "other-4", "other-5", "other-6", "other-7",
                "other-8",
            ];
            NAMES[place % NAMES.len()]
        }
        Player::Industry => "average",
    }
}
