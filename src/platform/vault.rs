//! The browser's database as [`Mirror`]; `vault.js` does what is said here.

use std::collections::BTreeMap;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::base::id::Id;
use crate::persist::mirror::{Answer, Held, Mirror, MirrorError, Put};
use crate::persist::snapshot::{Reason, Snapshot, SnapshotKey};
use crate::platform::clock;

/// The origin's database `zhanggui-1`.
#[derive(Clone, Copy, Debug)]
pub struct Vault;

/// Calls a function of `vault.js`, which `boot.js` fetches at the first call.
async fn call(name: &str, args: Array) -> Result<JsValue, MirrorError> {
    let window = web_sys::window().ok_or(MirrorError::Missing)?;
    if Reflect::get(&window, &"indexedDB".into()).map_or(true, |db| !db.is_object()) {
        return Err(MirrorError::Missing);
    }
    let ask = Reflect::get(&window, &"zhangguiVault".into()).ok();
    let ask = ask.and_then(|ask| ask.dyn_into::<Function>().ok()).ok_or(MirrorError::Failed)?;
    args.unshift(&name.into());
    let answer = ask.apply(&JsValue::NULL, &args).map_err(|error| fault(&error))?;
    let answer = answer.dyn_into::<Promise>().map_err(|_| MirrorError::Failed)?;
    JsFuture::from(answer).await.map_err(|error| fault(&error))
}

fn fault(error: &JsValue) -> MirrorError {
    let name = error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name);
    match name.as_deref() {
        Some("QuotaExceededError") => MirrorError::Full,
        Some("NewerError" | "VersionError") => MirrorError::Newer,
        // A browser that does not allow it, or one in a mode without it.
        Some("SecurityError" | "InvalidStateError" | "NotAllowedError") => MirrorError::Missing,
        _ => MirrorError::Failed,
    }
}

fn args(texts: impl IntoIterator<Item = JsValue>) -> Array {
    texts.into_iter().collect()
}

fn text(text: &str) -> JsValue {
    JsValue::from_str(text)
}

fn id_text(id: Id) -> JsValue {
    text(&id.to_string())
}

/// Milliseconds fit into a double for 285,000 years.
fn ms(ts: i64) -> JsValue {
    JsValue::from_f64(ts as f64)
}

fn facts(chunks: &[(String, String)]) -> JsValue {
    chunks.iter().flat_map(|(name, chunk)| [text(name), text(chunk)]).collect::<Array>().into()
}

fn strings(value: &JsValue) -> Vec<String> {
    let Some(array) = value.dyn_ref::<Array>() else { return Vec::new() };
    array.iter().filter_map(|item| item.as_string()).collect()
}

fn frames(ids: &JsValue, frames: &JsValue) -> BTreeMap<Id, String> {
    let pairs = strings(ids).into_iter().zip(strings(frames));
    pairs.filter_map(|(id, frame)| Some((id.parse().ok()?, frame))).collect()
}

fn json(info: &Snapshot) -> JsValue {
    // A record of texts and numbers cannot fail to be written.
    text(&serde_json::to_string(info).unwrap_or_default())
}

impl Mirror for Vault {
    fn read(&self) -> Answer<'_, Held> {
        Box::pin(async {
            let found = call("read", Array::new()).await?;
            let found = found.dyn_into::<Array>().map_err(|_| MirrorError::Failed)?;
            Ok(Held {
                frames: frames(&found.get(0), &found.get(1)),
                trash: frames(&found.get(2), &found.get(3)),
                chunks: strings(&found.get(4)).into_iter().collect(),
            })
        })
    }

    fn chunks(&self, names: Vec<String>) -> Answer<'_, BTreeMap<String, String>> {
        Box::pin(async move {
            let names: Array = names.iter().map(|name| text(name)).collect();
            let found = strings(&call("chunks", args([names.into()])).await?);
            let pairs = found.chunks_exact(2);
            Ok(pairs.map(|pair| (pair[0].clone(), pair[1].clone())).collect())
        })
    }

    fn put(&self, put: Put) -> Answer<'_, ()> {
        Box::pin(async move {
            let overtaken = Snapshot {
                id: put.id,
                ts: clock::now_ms(),
                at: clock::now_text(),
                name: String::new(),
                reason: Reason::Overtaken,
                size: 0,
                refs: Vec::new(),
            };
            let args =
                args([id_text(put.id), text(&put.frame), facts(&put.chunks), json(&overtaken)]);
            call("put", args).await.map(|_| ())
        })
    }

    fn mark_trash(&self, id: Id, is_trash: bool) -> Answer<'_, ()> {
        Box::pin(async move {
            call("markTrash", args([id_text(id), is_trash.into()])).await.map(|_| ())
        })
    }

    fn forget(&self, id: Id) -> Answer<'_, ()> {
        Box::pin(async move { call("forget", args([id_text(id)])).await.map(|_| ()) })
    }

    fn set_aside(&self, id: Id) -> Answer<'_, ()> {
        Box::pin(async move { call("setAside", args([id_text(id)])).await.map(|_| ()) })
    }

    fn snapshots(&self) -> Answer<'_, Vec<Snapshot>> {
        Box::pin(async {
            let found = call("snapshots", Array::new()).await?;
            // What a damaged record said is lost; its text is still there for the recovery page.
            Ok(strings(&found).iter().filter_map(|one| serde_json::from_str(one).ok()).collect())
        })
    }

    fn add_snapshot(&self, info: Snapshot, put: Put) -> Answer<'_, ()> {
        Box::pin(async move {
            let args = args([
                id_text(info.id),
                ms(info.ts),
                json(&info),
                text(&put.frame),
                facts(&put.chunks),
            ]);
            call("addSnapshot", args).await.map(|_| ())
        })
    }

    fn snapshot(&self, (id, ts): SnapshotKey) -> Answer<'_, Option<String>> {
        Box::pin(async move {
            let found = call("snapshot", args([id_text(id), ms(ts)])).await?;
            Ok(strings(&found).pop())
        })
    }

    fn remove_snapshots(&self, keys: Vec<SnapshotKey>) -> Answer<'_, ()> {
        Box::pin(async move {
            let keys = keys.into_iter().flat_map(|(id, ts)| [id_text(id), ms(ts)]);
            call("removeSnapshots", args(keys)).await.map(|_| ())
        })
    }
}
