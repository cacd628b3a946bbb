//! Handing a file to the user.

use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// The browser did not take the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the browser did not take the download")]
pub struct DownloadFault;

/// Offers `bytes` as a download called `name`, of the MIME type `mime`.
pub fn save(name: &str, mime: &str, bytes: &[u8]) -> Result<(), DownloadFault> {
    try_save(name, mime, bytes).map_err(|_| DownloadFault)
}

fn try_save(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // The browser has taken its own reference when the click returns; a moment more does not hurt
    // browsers that ask the user first.
    super::page::after(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    });
    Ok(())
}
