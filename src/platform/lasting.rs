//! Asking the browser not to clear what is stored when it needs room.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Calls a method of `navigator.storage` that answers yes or no; `None` where there is none, as
/// outside of secure contexts.
async fn call(name: &str) -> Option<bool> {
    let navigator = web_sys::window()?.navigator();
    let storage = Reflect::get(&navigator, &"storage".into()).ok().filter(JsValue::is_object)?;
    let method = Reflect::get(&storage, &name.into()).ok()?.dyn_into::<Function>().ok()?;
    let answer = method.call0(&storage).ok()?.dyn_into::<Promise>().ok()?;
    JsFuture::from(answer).await.ok()?.as_bool()
}

/// Whether the browser has promised to keep what is stored; `None` where it cannot.
pub async fn is_kept() -> Option<bool> {
    call("persisted").await
}

/// Asks for it; the browser may ask the user, or decide by itself.
pub async fn ask_to_keep() -> Option<bool> {
    call("persist").await
}
