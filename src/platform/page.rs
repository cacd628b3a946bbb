//! The life of the page: timers, being hidden, being left, other tabs.
//!
//! A listener here lives as long as the page does; none is ever taken off.

use std::pin::Pin;

use js_sys::{Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, EventTarget, StorageEvent};

/// Carries on with a task whenever what it waits for is there. Boxed: what runs a task is then in
/// the program once, and not once for every task.
pub fn spawn(task: Pin<Box<dyn Future<Output = ()>>>) {
    wasm_bindgen_futures::spawn_local(task);
}

/// Runs `work` once, `ms` milliseconds from now.
pub fn after(ms: i32, work: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let work = Closure::once_into_js(work);
    let _ = window
        .set_timeout_with_callback_and_timeout_and_arguments_0(work.unchecked_ref(), ms.max(0));
}

/// Lets the browser do what it has to do before the work goes on.
pub async fn pause() {
    let promise = Promise::new(&mut |resolve, _| {
        after(0, move || {
            // A promise cannot fail to be kept.
            let _ = resolve.call0(&JsValue::NULL);
        });
    });
    let _ = JsFuture::from(promise).await;
}

/// Runs `work` once, after the browser has painted what has changed by now.
pub fn after_paint(work: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let frame = Closure::once_into_js(move || after(0, work));
    let _ = window.request_animation_frame(frame.unchecked_ref());
}

fn listen(target: &EventTarget, name: &str, work: impl FnMut(Event) + 'static) {
    let work = Closure::<dyn FnMut(Event)>::new(work).into_js_value();
    let _ = target.add_event_listener_with_callback(name, work.unchecked_ref());
}

/// Runs `work` whenever the page may be about to end or to be frozen: a hidden tab can be thrown
/// away without another word.
pub fn on_leave(work: impl Fn() + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    for name in ["pagehide", "blur"] {
        let work = work.clone();
        listen(&window, name, move |_| work());
    }
    let Some(document) = window.document() else { return };
    for name in ["visibilitychange", "freeze"] {
        let (work, document) = (work.clone(), document.clone());
        listen(&document.clone(), name, move |_| {
            if name == "freeze" || document.hidden() {
                work();
            }
        });
    }
}

/// Lets the browser ask before the page is left, while `is_unsaved` says so.
pub fn on_close(is_unsaved: impl Fn() -> bool + 'static) {
    let Some(window) = web_sys::window() else { return };
    listen(&window, "beforeunload", move |event| {
        if is_unsaved() {
            event.prevent_default();
            // Browsers before 2024 go by this field alone.
            let _ = Reflect::set(&event, &"returnValue".into(), &true.into());
        }
    });
}

/// Tells `work` each key that another tab has written or removed.
pub fn on_foreign_key(work: impl Fn(&str) + 'static) {
    let Some(window) = web_sys::window() else { return };
    listen(&window, "storage", move |event| {
        if let Some(key) = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key) {
            work(&key);
        }
    });
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Opens the browser's own dialog for printing; where it has none, nothing happens.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Puts words on the clipboard; says whether the browser let it.
pub async fn copy_text(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let navigator = window.navigator();
    // Missing outside of secure contexts; reading it through Reflect tells without a panic.
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into());
    if !clipboard.is_ok_and(|clipboard| !clipboard.is_undefined()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
