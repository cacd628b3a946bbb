//! What is in a file that the user chose, and in a file that lies beside the page.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The browser could not read the file: it was moved, or may not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the file could not be read")]
pub struct ReadFault;

/// All bytes of a file.
pub async fn bytes(file: &web_sys::File) -> Result<Vec<u8>, ReadFault> {
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| ReadFault)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The text of a file in UTF-8; bytes that are no text become U+FFFD.
pub async fn text(file: &web_sys::File) -> Result<String, ReadFault> {
    let text = JsFuture::from(file.text()).await.map_err(|_| ReadFault)?;
    text.as_string().ok_or(ReadFault)
}

/// The text of a file that is served with the page, by a path relative to it.
pub async fn beside(path: &str) -> Result<String, ReadFault> {
    let window = web_sys::window().ok_or(ReadFault)?;
    let response = JsFuture::from(window.fetch_with_str(path)).await.map_err(|_| ReadFault)?;
    read_response(&response).await.map_err(|_| ReadFault)
}

async fn read_response(response: &JsValue) -> Result<String, JsValue> {
    if Reflect::get(response, &"ok".into())?.as_bool() != Some(true) {
        return Err(JsValue::NULL);
    }
    let read: Function = Reflect::get(response, &"text".into())?.dyn_into()?;
    let promise: Promise = read.call0(response)?.dyn_into()?;
    JsFuture::from(promise).await?.as_string().ok_or(JsValue::NULL)
}
