//! The import worker, from the page's side: started for a file or shortly before one comes, thrown
//! away after it.

use std::cell::RefCell;

use js_sys::{Function, Object, Promise, Reflect};
use thiserror::Error;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, MessageEvent, Worker};

use crate::facts::orders::salt::Salt;
use crate::files::ReadFile;
use crate::files::limits::MAX_STREAM_BYTES;
use crate::files::mapping::Hand;
use crate::files::protocol::{Answer, FILE, HAND, NAME, Progress, SALT};
use crate::files::refusal::{Reason, Refusal};

/// The worker, beside the page.
const LOADER: &str = "./importer_loader.js";
/// How long the worker may take to arrive, in milliseconds.
const MAX_LOAD_MS: i32 = 60_000;
/// How long it may say nothing while it reads a file, in milliseconds.
const MAX_READ_MS: i32 = 20_000;

/// Why a file was not read. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ImportFault {
    /// The reader understood the file well enough to refuse it.
    #[error(transparent)]
    Refused(Box<Refusal>),
    /// The browser did not hand over the bytes: the file was moved or changed.
    #[error("the browser did not hand over the file")]
    NoBytes,
    /// The worker could not be loaded.
    #[error("the reader could not be loaded")]
    NoReader,
    /// The worker ended while reading.
    #[error("the reader stopped")]
    Stopped,
    /// The worker took too long.
    #[error("the reader took more than {} seconds", MAX_READ_MS / 1_000)]
    TooSlow,
    /// The user did not want to wait for it.
    #[error("reading was cancelled")]
    Cancelled,
    /// The worker is of another version than the page.
    #[error("the page and the reader are of different versions")]
    OtherVersion,
}

thread_local! {
    /// A worker that listens and has read nothing yet.
    static SPARE: RefCell<Option<Reader>> = const { RefCell::new(None) };
    /// Ends the waiting for the worker that reads.
    static STOP: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Starts a worker for a file that is about to come, as when the import page opens: choosing the
/// file takes longer than that. Nothing happens where one waits already.
pub fn prepare() {
    if SPARE.with_borrow(Option::is_some) {
        return;
    }
    wasm_bindgen_futures::spawn_local(async {
        // One that does not start is said when a file needs it.
        if let Ok(reader) = Reader::start().await {
            SPARE.set(Some(reader));
        }
    });
}

/// Ends the worker that is reading, if one is; nothing has changed.
pub fn stop() {
    if let Some(stop) = STOP.take() {
        // A promise that is settled does not mind.
        let _ = stop.call1(&JsValue::NULL, &JsValue::FALSE);
    }
}

/// Reads a file in a worker of its own, which says how far it is. Orders and buyers become
/// numbers under `salt`, and tables that no dialect knows are read as `hand` says.
///
/// # Errors
///
/// An [`ImportFault`]; whatever happens in the worker, the page goes on.
pub async fn read_file(
    file: File,
    salt: Salt,
    hand: &Hand,
    on_progress: impl Fn(Progress),
) -> Result<ReadFile, ImportFault> {
    let name = file.name();
    if file.size() > MAX_STREAM_BYTES as f64 {
        let reason = Reason::TooLarge { max: MAX_STREAM_BYTES };
        return Err(ImportFault::Refused(Box::new(Refusal::unseen(&name, reason))));
    }
    let reader = match SPARE.take() {
        Some(reader) => reader,
        None => Reader::start().await?,
    };
    let mut answer = reader.ask(&name, &file, salt, hand).await?;
    loop {
        match answer {
            Answer::Read(read) => return Ok(*read),
            Answer::Refused(refusal) => return Err(ImportFault::Refused(refusal)),
            Answer::NoBytes => return Err(ImportFault::NoBytes),
            Answer::Ready => return Err(ImportFault::OtherVersion),
            Answer::Reading(progress) => on_progress(progress),
        }
        answer = next(&reader.0, MAX_READ_MS, |_| Ok(())).await?;
    }
}

/// A worker that listens; it ends when this is dropped.
struct Reader(Worker);

impl Drop for Reader {
    fn drop(&mut self) {
        self.0.terminate();
    }
}

impl Reader {
    async fn start() -> Result<Self, ImportFault> {
        let reader = Self(Worker::new(LOADER).map_err(|_| ImportFault::NoReader)?);
        match next(&reader.0, MAX_LOAD_MS, |_| Ok(())).await {
            Ok(Answer::Ready) => Ok(reader),
            Ok(_) | Err(ImportFault::OtherVersion) => Err(ImportFault::OtherVersion),
            Err(_) => Err(ImportFault::NoReader),
        }
    }

    async fn ask(
        &self,
        name: &str,
        file: &File,
        salt: Salt,
        hand: &Hand,
    ) -> Result<Answer, ImportFault> {
        // Texts, numbers and ids cannot fail to be written.
        let hand = serde_json::to_string(hand).unwrap_or_default();
        let post = |worker: &Worker| {
            let request = Object::new();
            Reflect::set(&request, &NAME.into(), &name.into())?;
            Reflect::set(&request, &SALT.into(), &salt.to_string().into())?;
            Reflect::set(&request, &HAND.into(), &hand.as_str().into())?;
            // A file is a handle: its bytes never come to the page.
            Reflect::set(&request, &FILE.into(), file)?;
            worker.post_message(&request)
        };
        next(&self.0, MAX_READ_MS, post).await
    }
}

/// What the worker says next, after `post`.
async fn next(
    worker: &Worker,
    max_ms: i32,
    post: impl Fn(&Worker) -> Result<(), JsValue>,
) -> Result<Answer, ImportFault> {
    // A text is what the worker says, `null` that it ended, `undefined` that time is over, `false`
    // that nobody waits any more.
    let kept = RefCell::new(None);
    let timer = RefCell::new(None);
    let promise = Promise::new(&mut |resolve: Function, _| {
        let said = resolve.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let _ = said.call1(&JsValue::NULL, &event.data());
        });
        let ended = resolve.clone();
        let on_error = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            // Said on the page, in words: not once more in the console.
            event.prevent_default();
            let _ = ended.call1(&JsValue::NULL, &JsValue::NULL);
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        if post(worker).is_err() {
            let _ = resolve.call1(&JsValue::NULL, &JsValue::NULL);
        }
        let window = web_sys::window();
        *timer.borrow_mut() = window.and_then(|window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, max_ms).ok()
        });
        STOP.set(Some(resolve));
        *kept.borrow_mut() = Some((on_message, on_error));
    });
    let said = JsFuture::from(promise).await.unwrap_or(JsValue::NULL);
    worker.set_onmessage(None);
    worker.set_onerror(None);
    if let (Some(window), Some(timer)) = (web_sys::window(), timer.take()) {
        window.clear_timeout_with_handle(timer);
    }
    drop(kept);
    STOP.set(None);
    if said == JsValue::FALSE {
        return Err(ImportFault::Cancelled);
    }
    if said.is_undefined() {
        return Err(ImportFault::TooSlow);
    }
    let text = said.as_string().ok_or(ImportFault::Stopped)?;
    Answer::from_json(&text).map_err(|_| ImportFault::OtherVersion)
}
