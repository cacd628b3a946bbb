//! A window over a long run of days, which charts look through: by pointer and by keys.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;

use crate::platform::canvas;
use crate::ui::chart::use_place;

/// The words of the window.
#[derive(Clone, Copy)]
pub struct BrushWords {
    /// The whole.
    pub label: &'static str,
    /// Its first edge.
    pub first: &'static str,
    /// Its last edge.
    pub last: &'static str,
    /// A place in words.
    pub place: Callback<usize, String>,
}

/// What is held.
#[derive(Clone, Copy, PartialEq)]
enum Held {
    First,
    Last,
    /// The whole, with the place at which it was taken.
    Window(usize, (usize, usize)),
}

/// A window over `values`: both edges are sliders (an arrow goes one place, Page Up and Page Down
/// twenty-eight), and the window can be dragged along.
#[component]
pub fn Brush(
    /// One a place; what is not there is a gap.
    #[prop(into)]
    values: Signal<Vec<Option<i64>>>,
    /// The first and the last place that are looked at.
    #[prop(into)]
    window: Signal<(usize, usize)>,
    /// The words.
    words: BrushWords,
    /// Receives the window that is wanted.
    #[prop(into)]
    on_change: Callback<(usize, usize)>,
) -> impl IntoView {
    let track = NodeRef::<html::Div>::new();
    let held = StoredValue::new(None::<Held>);
    // The line follows the width of its box by itself; the box is watched for the pointer's sake.
    let size = use_place(track);
    let n = move || values.with(Vec::len);
    let path = Memo::new(move |_| values.with(|values| path(values)));
    let place_of = move |event: &PointerEvent| {
        let track = track.get_untracked()?;
        let width = size.with_untracked(|size| size.as_ref().map(|size| size.size.width))?;
        let n = values.with_untracked(Vec::len);
        let share = canvas::offset_x(&track, event.client_x()) / width.max(1.0);
        Some(((share * n as f64).floor().max(0.0) as usize).min(n.saturating_sub(1)))
    };
    let press = move |what: Option<bool>| {
        move |event: PointerEvent| {
            if event.button() != 0 {
                return;
            }
            canvas::hold(&event);
            let Some(place) = place_of(&event) else { return };
            held.set_value(Some(match what {
                Some(true) => Held::First,
                Some(false) => Held::Last,
                None => Held::Window(place, window.get_untracked()),
            }));
        }
    };
    let go = move |event: PointerEvent| {
        let (Some(held), Some(place)) = (held.get_value(), place_of(&event)) else { return };
        let (first, last) = window.get_untracked();
        let end = values.with_untracked(Vec::len).saturating_sub(1);
        let next = match held {
            Held::First => (place.min(last), last),
            Held::Last => (first, place.max(first)),
            Held::Window(at, (first, last)) => {
                let by = place as isize - at as isize;
                let by = by.max(-(first as isize)).min(end as isize - last as isize);
                (first.saturating_add_signed(by), last.saturating_add_signed(by))
            }
        };
        if next != (first, last) {
            on_change.run(next);
        }
    };
    let release = move |_: PointerEvent| held.set_value(None);
    let step = move |is_first: bool| {
        move |event: KeyboardEvent| {
            let end = values.with_untracked(Vec::len).saturating_sub(1);
            let (first, last) = window.get_untracked();
            let at = if is_first { first } else { last };
            let to = match event.key().as_str() {
                "ArrowLeft" | "ArrowDown" => at.saturating_sub(1),
                "ArrowRight" | "ArrowUp" => at + 1,
                "PageDown" => at.saturating_sub(28),
                "PageUp" => at + 28,
                "Home" => 0,
                "End" => end,
                _ => return,
            };
            event.prevent_default();
            let to = to.min(end);
            on_change.run(if is_first { (to.min(last), last) } else { (first, to.max(first)) });
        }
    };
    let percent = move |place: usize| format!("{}%", place as f64 * 100.0 / n().max(1) as f64);
    let left = move || percent(window.get().0);
    let right = move || percent(n().saturating_sub(window.get().1 + 1));
    let edge = move |is_first: bool| {
        let at = move || if is_first { window.get().0 } else { window.get().1 };
        view! {
            <div
                class="brush-edge"
                data-edge=if is_first { "first" } else { "last" }
                role="slider"
                tabindex="0"
                aria-label=if is_first { words.first } else { words.last }
                aria-valuemin="0"
                aria-valuemax=move || n().saturating_sub(1).to_string()
                aria-valuenow=move || at().to_string()
                aria-valuetext=move || words.place.run(at())
                on:pointerdown=press(Some(is_first))
                on:pointermove=go
                on:pointerup=release
                on:pointercancel=release
                on:keydown=step(is_first)
            ></div>
        }
    };
    view! {
        <div class="brush" role="group" aria-label=words.label node_ref=track>
            <svg class="brush-line" viewBox="0 0 1000 32" preserveAspectRatio="none" aria-hidden="true">
                <path d=move || path.get() />
            </svg>
            <div class="brush-window" style:left=left style:right=right>
                <div
                    class="brush-grip"
                    on:pointerdown=press(None)
                    on:pointermove=go
                    on:pointerup=release
                    on:pointercancel=release
                ></div>
                {edge(true)} {edge(false)}
            </div>
        </div>
    }
}

/// The line through the values in a field of 1,000 × 32.
fn path(values: &[Option<i64>]) -> String {
    let most = values.iter().copied().flatten().max().unwrap_or(1).max(1) as f64;
    let mut path = String::new();
    let mut is_open = false;
    for (place, value) in values.iter().enumerate() {
        let Some(value) = value else {
            is_open = false;
            continue;
        };
        let x = (place as f64 + 0.5) * 1_000.0 / values.len() as f64;
        let y = 30.0 - (*value).max(0) as f64 / most * 28.0;
        path.push_str(&format!("{}{x:.1} {y:.1}", if is_open { "L" } else { "M" }));
        is_open = true;
    }
    path
}
