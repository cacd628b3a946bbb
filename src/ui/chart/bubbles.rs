//! Bubbles in the page: canvas, a button a bubble, a slider a cut, pictures.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;

use crate::base::order;
use crate::chart::bubbles::{BubbleChart, BubbleFrame, bubbles_svg, draw_bubbles};
use crate::chart::frame::Size;
use crate::chart::measure::Estimate;
use crate::chart::pen::Pen;
use crate::chart::theme::ChartTheme;
use crate::platform::canvas::{self, Place};
use crate::platform::document;
use crate::ui::chart::{Pictures, use_place};
use crate::ui::drag::Drag;
use crate::ui::element_id;

/// A cut that was moved: whether it is the one across, and the value it came to.
pub type Cut = (bool, i64);

/// The words of the figure.
#[derive(Clone, Copy)]
pub struct BubbleWords {
    /// The cut across.
    pub cut_x: &'static str,
    /// The cut upwards.
    pub cut_y: &'static str,
    /// How bubbles are walked by keys.
    pub keys: &'static str,
    /// A value on the axis across (true) or upwards, with its unit.
    pub value: Callback<Cut, String>,
}

/// Bubbles over two axes. A bubble is a button: one Tab reaches them, arrows go on in the order of
/// the axis across. A cut is a slider that follows the pointer and the arrows.
#[component]
pub fn BubbleFigure(
    /// What the chart shows.
    #[prop(into)]
    chart: Signal<BubbleChart>,
    /// What it says, in one sentence; also its name for a screen reader.
    #[prop(into)]
    summary: Signal<String>,
    /// The words.
    words: BubbleWords,
    /// Receives the place of a bubble that was pressed.
    #[prop(into)]
    on_choose: Callback<usize>,
    /// Receives a cut that was moved.
    #[prop(into)]
    on_cut: Callback<Cut>,
    /// The name of a saved picture, without its ending.
    #[prop(into)]
    file_name: Signal<String>,
    /// Takes bubbles, named by their places, to lists of the page. Whoever offers it offers the
    /// same without a pointer elsewhere.
    #[prop(optional)]
    drag: Option<Drag>,
) -> impl IntoView {
    let stage = NodeRef::<html::Div>::new();
    let surface = NodeRef::<html::Canvas>::new();
    let frame = RwSignal::new(None::<BubbleFrame>);
    let dragged = RwSignal::new(None::<Cut>);
    // What is drawn: a cut that is being dragged is already where the pointer is.
    let drawn = Signal::derive(move || {
        let mut chart = chart.get();
        match dragged.get() {
            Some((true, value)) => chart.x.cut = Some(value),
            Some((false, value)) => chart.y.cut = Some(value),
            None => {}
        }
        chart
    });

    let place = use_place(stage);
    Effect::new(move |_| {
        let (Some(place), Some(surface)) = (place.get(), surface.get()) else { return };
        frame.set(drawn.with(|chart| draw_on(place, &surface, chart)));
    });
    let svg = move |size: Size| {
        drawn.with_untracked(|chart| bubbles_svg(chart, size, &ChartTheme::LIGHT, &Estimate))
    };
    let names = Memo::new(move |_| {
        chart.with(|chart| chart.bubbles.iter().map(|one| one.name.clone()).collect::<Vec<_>>())
    });
    let id = element_id("bubbles");
    let ghost = RwSignal::new(None::<Ghost>);
    // One Tab reaches the chosen one, or the first.
    let entry = Memo::new(move |_| {
        chart.with(|chart| chart.bubbles.iter().position(|one| one.is_chosen)).unwrap_or(0)
    });
    let grip = drag.map(|drag| Grip { drag, ghost, stage });
    let buttons = {
        let id = id.clone();
        move || {
            names.with(|names| {
                let one = |(idx, name): (usize, &String)| {
                    let (name, id) = (name.clone(), format!("{id}-{idx}"));
                    view! { <BubbleButton chart frame idx name id entry grip on_choose /> }
                };
                names.iter().enumerate().map(one).collect_view()
            })
        }
    };
    let walk = move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => 1,
            "ArrowLeft" | "ArrowUp" => -1,
            _ => return,
        };
        let target = event_target::<web_sys::HtmlElement>(&event);
        let here = target.id().rsplit('-').next().and_then(|place| place.parse::<usize>().ok());
        let Some(here) = here.filter(|_| target.class_name() == "chart-bubble") else { return };
        event.prevent_default();
        let next = frame.with_untracked(|frame| frame.as_ref().and_then(|f| next(f, here, by)));
        if let Some(next) = next {
            document::focus(&format!("{id}-{next}"));
        }
    };
    let has_cut = move |is_x: bool| {
        let cut = chart.with(|chart| if is_x { chart.x.cut } else { chart.y.cut });
        cut.is_some().then(|| view! { <CutHandle chart frame dragged stage is_x words on_cut /> })
    };
    let has_x = Memo::new(move |_| chart.with(|chart| chart.x.cut.is_some()));
    let has_y = Memo::new(move |_| chart.with(|chart| chart.y.cut.is_some()));
    view! {
        <figure class="chart">
            <div
                class="chart-stage chart-bubbles"
                node_ref=stage
                role="group"
                aria-label=move || format!("{} {}", summary.get(), words.keys)
                on:keydown=walk
            >
                <canvas class="chart-canvas" node_ref=surface aria-hidden="true"></canvas>
                {move || has_x.get().then(|| untrack(|| has_cut(true)))}
                {move || has_y.get().then(|| untrack(|| has_cut(false)))}
                {buttons}
                {move || ghost.get().map(|ghost| view! { <GhostLabel ghost /> })}
            </div>
            <p class="chart-note">{move || drawn.with(|chart| chart.note.clone())}</p>
            <div class="chart-foot">
                <span></span>
                <Pictures svg stage surface file_name />
            </div>
        </figure>
    }
}

fn draw_on(
    place: Place,
    surface: &web_sys::HtmlCanvasElement,
    chart: &BubbleChart,
) -> Option<BubbleFrame> {
    let (mut backend, measure) = place.prepare(surface)?;
    let frame = BubbleFrame::of(chart, place.size, &measure);
    let mut pen = Pen::new(&mut backend, 1.0);
    // A canvas that refuses a stroke leaves the chart unfinished; the table still has it all.
    let _ = draw_bubbles(&mut pen, chart, &frame, &place.theme);
    Some(frame)
}

/// The bubble after another one from left to right, or before it.
fn next(frame: &BubbleFrame, here: usize, by: isize) -> Option<usize> {
    let mut order: Vec<usize> = (0..frame.circles.len()).collect();
    order::sort_by(&mut order, |a, b| frame.circles[*a].x.total_cmp(&frame.circles[*b].x));
    let place = order.iter().position(|idx| *idx == here)?;
    order.get(place.checked_add_signed(by)?).copied()
}

/// What goes with the pointer while a bubble is held.
#[derive(Clone, PartialEq)]
struct Ghost {
    name: String,
    x: f64,
    y: f64,
}

/// How a bubble is dragged.
#[derive(Clone, Copy)]
struct Grip {
    drag: Drag,
    ghost: RwSignal<Option<Ghost>>,
    stage: NodeRef<html::Div>,
}

impl Grip {
    fn go(self, event: &PointerEvent, idx: usize, name: &str) {
        let item = idx.to_string();
        self.drag.go(event, &item);
        let Some(stage) = self.stage.get_untracked().filter(|_| self.drag.is_held(&item)) else {
            return;
        };
        let rect = stage.get_bounding_client_rect();
        self.ghost.set(Some(Ghost {
            name: name.to_owned(),
            x: f64::from(event.client_x()) - rect.left(),
            y: f64::from(event.client_y()) - rect.top(),
        }));
    }

    fn end(self, is_drop: bool) {
        self.ghost.set(None);
        if is_drop { self.drag.release() } else { self.drag.cancel() }
    }
}

#[component]
fn GhostLabel(ghost: Ghost) -> impl IntoView {
    view! {
        <span
            class="chart-ghost"
            aria-hidden="true"
            style:left=format!("{:.1}px", ghost.x)
            style:top=format!("{:.1}px", ghost.y)
        >
            {ghost.name}
        </span>
    }
}

/// A bubble as a button over the canvas.
#[component]
fn BubbleButton(
    chart: Signal<BubbleChart>,
    frame: RwSignal<Option<BubbleFrame>>,
    idx: usize,
    name: String,
    id: String,
    entry: Memo<usize>,
    grip: Option<Grip>,
    on_choose: Callback<usize>,
) -> impl IntoView {
    // Style is text: the place in pixels, and a side that a finger can hit.
    let circle = Memo::new(move |_| {
        frame.with(|frame| frame.as_ref().and_then(|frame| frame.circles.get(idx).copied()))
    });
    let px = move |of: fn(crate::chart::bubbles::labels::Circle) -> f64| {
        move || circle.get().map_or(String::new(), |circle| format!("{:.1}px", of(circle)))
    };
    let is_chosen = Memo::new(move |_| {
        chart.with(|chart| chart.bubbles.get(idx).is_some_and(|one| one.is_chosen))
    });
    let is_entry = Memo::new(move |_| entry.get() == idx);
    let held_name = name.clone();
    let go = move |event: PointerEvent| {
        if let Some(grip) = grip {
            grip.go(&event, idx, &held_name);
        }
    };
    let end = move |is_drop: bool| {
        if let Some(grip) = grip {
            grip.end(is_drop);
        }
    };
    view! {
        <button
            type="button"
            id=id
            class="chart-bubble"
            aria-label=name.clone()
            title=name
            aria-pressed=move || is_chosen.get().to_string()
            tabindex=move || if is_entry.get() { "0" } else { "-1" }
            draggable=grip.map(|_| "false")
            style:left=px(|circle| circle.x)
            style:top=px(|circle| circle.y)
            style:width=px(|circle| (circle.r * 2.0).max(18.0))
            on:click=move |_| on_choose.run(idx)
            on:pointerdown=move |event| {
                if let Some(grip) = grip {
                    grip.drag.press(&event);
                }
            }
            on:pointermove=go
            on:pointerup=move |_| end(true)
            on:pointercancel=move |_| end(false)
        ></button>
    }
}

/// A cut, moved by pointer or keys.
#[component]
fn CutHandle(
    chart: Signal<BubbleChart>,
    frame: RwSignal<Option<BubbleFrame>>,
    dragged: RwSignal<Option<Cut>>,
    stage: NodeRef<html::Div>,
    is_x: bool,
    words: BubbleWords,
    on_cut: Callback<Cut>,
) -> impl IntoView {
    let stored = Memo::new(move |_| {
        chart.with(|chart| if is_x { chart.x.cut } else { chart.y.cut }).unwrap_or(0)
    });
    let value = Memo::new(move |_| match dragged.get() {
        Some((axis, value)) if axis == is_x => value,
        _ => stored.get(),
    });
    let place = move || {
        let value = value.get();
        frame.with(|frame| {
            let at = |frame: &BubbleFrame| if is_x { frame.x.at(value) } else { frame.y.at(value) };
            frame.as_ref().map_or(String::new(), |frame| format!("{:.1}px", at(frame)))
        })
    };
    let follow = move |event: &PointerEvent| {
        let Some(stage) = stage.get_untracked() else { return };
        let rect = stage.get_bounding_client_rect();
        let value = frame.with_untracked(|frame| {
            frame.as_ref().map(|frame| {
                if is_x {
                    frame.x.value_at(f64::from(event.client_x()) - rect.left())
                } else {
                    frame.y.value_at(f64::from(event.client_y()) - rect.top())
                }
            })
        });
        dragged.set(value.map(|value| (is_x, value)));
    };
    let is_held = move || dragged.with_untracked(|held| held.is_some_and(|(axis, _)| axis == is_x));
    let held = StoredValue::new(false);
    let down = move |event: PointerEvent| {
        if event.button() == 0 {
            canvas::hold(&event);
            held.set_value(true);
        }
    };
    let moved = move |event: PointerEvent| {
        if held.get_value() {
            follow(&event);
        }
    };
    let up = move |_: PointerEvent| {
        held.set_value(false);
        let now = dragged.get_untracked();
        if is_held() {
            dragged.set(None);
        }
        if let Some((_, value)) =
            now.filter(|(axis, to)| *axis == is_x && *to != stored.get_untracked())
        {
            on_cut.run((is_x, value));
        }
    };
    let cancel = move |_: PointerEvent| {
        held.set_value(false);
        dragged.set(None);
    };
    let key = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
            return;
        }
        let step = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => 1.0,
            "ArrowLeft" | "ArrowDown" => -1.0,
            "PageUp" => 5.0,
            "PageDown" => -5.0,
            _ => return,
        };
        event.prevent_default();
        // On a reversed axis the right is the lesser side; up is always more.
        let is_sideways = event.key() == "ArrowRight" || event.key() == "ArrowLeft";
        let is_mirrored = is_x && is_sideways && chart.with_untracked(|c| c.x.is_reversed);
        let step = if is_mirrored { -step } else { step };
        let next = frame.with_untracked(|frame| {
            let frame = frame.as_ref()?;
            let scale = if is_x { &frame.x } else { &frame.y };
            Some(scale.stepped(stored.get_untracked(), step))
        });
        if let Some(next) = next {
            on_cut.run((is_x, next));
        }
    };
    view! {
        <span
            class="chart-cut"
            data-axis=if is_x { "x" } else { "y" }
            role="slider"
            tabindex="0"
            aria-orientation=if is_x { "horizontal" } else { "vertical" }
            aria-label=if is_x { words.cut_x } else { words.cut_y }
            aria-valuenow=move || value.get()
            aria-valuetext=move || words.value.run((is_x, value.get()))
            style:--cut-at=place
            on:pointerdown=down
            on:pointermove=moved
            on:pointerup=up
            on:pointercancel=cancel
            on:keydown=key
        ></span>
    }
}
