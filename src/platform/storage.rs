//! The origin's local storage: text under keys, about five million UTF-16 units of it.

use gloo_storage::Storage as _;
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};

/// Why local storage did not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StorageFault {
    /// There is no room left.
    #[error("the browser's storage is full")]
    Full,
    /// The user or the browser does not allow it.
    #[error("the browser does not allow storage")]
    Blocked,
    /// Anything else; the browser's own name for it.
    #[error("the browser's storage failed: {0}")]
    Other(String),
}

/// The storage, if it may be used.
///
/// Asked of the window first: gloo's own accessor panics where site data are blocked.
fn local() -> Result<web_sys::Storage, StorageFault> {
    let window = web_sys::window().ok_or(StorageFault::Blocked)?;
    match window.local_storage() {
        Ok(Some(_)) => Ok(gloo_storage::LocalStorage::raw()),
        Ok(None) | Err(_) => Err(StorageFault::Blocked),
    }
}

fn fault(error: JsValue) -> StorageFault {
    let name = match error.dyn_ref::<web_sys::DomException>() {
        Some(exception) => exception.name(),
        None => return StorageFault::Other("unknown".to_owned()),
    };
    match name.as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StorageFault::Full,
        "SecurityError" => StorageFault::Blocked,
        _ => StorageFault::Other(name),
    }
}

/// The text under a key; `None` where there is none.
pub fn get(key: &str) -> Result<Option<String>, StorageFault> {
    local()?.get_item(key).map_err(fault)
}

/// The words of a JSON object under a key, by their names; the browser reads it. Where there is no
/// such object it has no words.
pub fn words(key: &str) -> impl Fn(&str) -> Option<String> {
    let text = get(key).ok().flatten();
    let object = text.and_then(|text| js_sys::JSON::parse(&text).ok());
    move |name| js_sys::Reflect::get(object.as_ref()?, &name.into()).ok()?.as_string()
}

/// Puts a text under a key. One call is one step: it is done or not, never half.
pub fn set(key: &str, text: &str) -> Result<(), StorageFault> {
    local()?.set_item(key, text).map_err(fault)
}

/// Removes a key and its text, if there is one.
pub fn remove(key: &str) -> Result<(), StorageFault> {
    local()?.remove_item(key).map_err(fault)
}

/// All keys of the origin, of other programs too.
pub fn keys() -> Result<Vec<String>, StorageFault> {
    let storage = local()?;
    let n_keys = storage.length().map_err(fault)?;
    let mut keys = Vec::with_capacity(n_keys as usize);
    for idx in 0..n_keys {
        keys.extend(storage.key(idx).map_err(fault)?);
    }
    Ok(keys)
}
