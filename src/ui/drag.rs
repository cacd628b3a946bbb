//! Moving things between lists by pointer, finger or keys.
//!
//! A list carries `data-drop-list="its name"`, each of its things `data-drop-item="its name"`; one
//! whose things stand beside each other and wrap also carries `data-drop-rows`.
//! A [`DragHandle`] picks a thing up; arrow keys on it are reported as steps, so that whatever can
//! be dragged can be moved without a pointer too.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// How far the pointer must go before a press becomes a drag, in CSS pixels.
const THRESHOLD: i32 = 5;

/// Where a thing would be put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DropPlace {
    /// The list.
    pub list: String,
    /// The place in it, counted without the thing that is held.
    pub at: usize,
    /// The thing that would follow; none at the end.
    pub before: Option<String>,
}

/// A step by an arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One place up.
    Up,
    /// One place down.
    Down,
    /// To the list at the left.
    Left,
    /// To the list at the right.
    Right,
}

/// What is being dragged on a page. A copy of the handle is the same drag.
#[derive(Clone, Copy)]
pub struct Drag {
    held: RwSignal<Option<String>>,
    place: RwSignal<Option<DropPlace>>,
    start: StoredValue<Option<(i32, i32)>>,
    on_drop: Callback<(String, DropPlace)>,
}

impl Drag {
    /// Nothing is held yet; `on_drop` receives the thing and where it was put.
    pub fn new(on_drop: Callback<(String, DropPlace)>) -> Self {
        let (held, place) = (RwSignal::new(None), RwSignal::new(None));
        Self { held, place, start: StoredValue::new(None), on_drop }
    }

    /// Whether this thing is held.
    pub fn is_held(self, item: &str) -> bool {
        self.held.with(|held| held.as_deref() == Some(item))
    }

    /// Whether the held thing would be put before this one.
    pub fn is_before(self, item: &str) -> bool {
        self.place
            .with(|place| place.as_ref().is_some_and(|place| place.before.as_deref() == Some(item)))
    }

    /// Whether the held thing would be put at the end of this list.
    pub fn is_at_end(self, list: &str) -> bool {
        self.place.with(|place| {
            place.as_ref().is_some_and(|place| place.list == list && place.before.is_none())
        })
    }

    /// A press on a thing: from some pixels on it is a drag.
    pub fn press(self, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        if let Some(element) = event.current_target().and_then(|to| to.dyn_into::<Element>().ok()) {
            // A browser that does not capture still tells of moves over the handle.
            let _ = element.set_pointer_capture(event.pointer_id());
        }
        self.start.set_value(Some((event.client_x(), event.client_y())));
    }

    /// The pointer moved over or from a pressed thing.
    pub fn go(self, event: &PointerEvent, item: &str) {
        let Some((x, y)) = self.start.get_value() else { return };
        let is_held = self.held.with_untracked(Option::is_some);
        let far = (event.client_x() - x).abs().max((event.client_y() - y).abs());
        if !is_held && far < THRESHOLD {
            return;
        }
        event.prevent_default();
        if !is_held {
            self.held.set(Some(item.to_owned()));
        }
        let place = place_at(event.client_x(), event.client_y(), item);
        if place != self.place.get_untracked() {
            self.place.set(place);
        }
    }

    /// The pointer was released: what is held is put where it is.
    pub fn release(self) {
        self.start.set_value(None);
        let (held, place) = (self.held.get_untracked(), self.place.get_untracked());
        self.cancel();
        if let (Some(held), Some(place)) = (held, place) {
            self.on_drop.run((held, place));
        }
    }

    /// What is held stays where it was.
    pub fn cancel(self) {
        self.start.set_value(None);
        if self.held.with_untracked(Option::is_some) {
            self.held.set(None);
            self.place.set(None);
        }
    }
}

/// Where the pointer is, among the lists of the page.
fn place_at(x: i32, y: i32, held: &str) -> Option<DropPlace> {
    let under = web_sys::window()?.document()?.element_from_point(x as f32, y as f32)?;
    let list = under.closest("[data-drop-list]").ok()??;
    let items = list.query_selector_all("[data-drop-item]").ok()?;
    let is_in_rows = list.has_attribute("data-drop-rows");
    let mut at = 0;
    let mut before = None;
    for idx in 0..items.length() {
        let Some(item) = items.item(idx).and_then(|item| item.dyn_into::<HtmlElement>().ok())
        else {
            continue;
        };
        let name = item.get_attribute("data-drop-item").unwrap_or_default();
        if name == held {
            continue;
        }
        let rect = item.get_bounding_client_rect();
        let (x, y) = (f64::from(x), f64::from(y));
        let is_ahead = if is_in_rows {
            y < rect.top() || (y < rect.bottom() && x < rect.left() + rect.width() / 2.0)
        } else {
            y < rect.top() + rect.height() / 2.0
        };
        if is_ahead {
            before = Some(name);
            break;
        }
        at += 1;
    }
    Some(DropPlace { list: list.get_attribute("data-drop-list")?, at, before })
}

/// Picks a thing up: by pointer and finger; arrow keys are reported as steps.
#[component]
pub fn DragHandle(
    /// The drag that it belongs to.
    drag: Drag,
    /// The name of the thing.
    item: String,
    /// The id of the handle in the page, to give the focus back to it after a step.
    id: String,
    /// What it does, in words.
    #[prop(into)]
    label: Signal<String>,
    /// How it is used.
    help: &'static str,
    /// Receives a step by an arrow key.
    #[prop(into)]
    on_step: Callback<Step>,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let on_key = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowUp" => Step::Up,
            "ArrowDown" => Step::Down,
            "ArrowLeft" => Step::Left,
            "ArrowRight" => Step::Right,
            "Escape" => return drag.cancel(),
            _ => return,
        };
        event.prevent_default();
        on_step.run(step);
    };
    view! {
        <button
            type="button"
            id=id
            class="drag-handle"
            aria-label=label
            title=help
            on:pointerdown=move |event| drag.press(&event)
            on:pointermove=move |event| drag.go(&event, &item)
            on:pointerup=move |_| drag.release()
            on:pointercancel=move |_| drag.cancel()
            on:keydown=on_key
        >
            {children()}
        </button>
    }
}
