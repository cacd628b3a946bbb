//! A file piece by piece, from within the import worker.
//!
//! What the browser hands over has to be taken out of a pipe by the thread that asked for it: a
//! worker that is busy reading would stop the pipe. A second small worker takes the pieces out, a
//! few ahead, and gives them away without a copy.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, MessageEvent, Worker, WorkerOptions};

/// The name by which the worker's own file knows what it is started for.
const NAME: &str = "pieces";
/// How many pieces are under way or wait to be read.
const AHEAD: f64 = 3.0;

/// The browser did not hand over the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoBytes;

/// The pieces of a file, in order.
pub struct Pieces {
    file: File,
    step: f64,
    /// How many bytes were handed out.
    at: f64,
    /// How many were asked for.
    asked: f64,
    fetcher: Option<Fetcher>,
}

impl Pieces {
    /// The pieces of a file, of this many bytes each. The first ones are asked for at once.
    pub fn new(file: File, step: usize) -> Self {
        let step = step as f64;
        // Nothing is read meanwhile where the file is one piece. Where no second worker can be
        // started this one takes the pieces out itself.
        let fetcher = if file.size() > step { Fetcher::start().ok() } else { None };
        let mut pieces = Self { file, step, at: 0.0, asked: 0.0, fetcher };
        pieces.ask();
        pieces
    }

    fn ask(&mut self) {
        let (Some(fetcher), size) = (&self.fetcher, self.file.size()) else { return };
        while self.asked < size && self.asked < self.at + AHEAD * self.step {
            let end = size.min(self.asked + self.step);
            fetcher.ask(&self.file, self.asked, end);
            self.asked = end;
        }
    }

    /// How many bytes were handed out.
    pub fn at(&self) -> f64 {
        self.at
    }

    /// The next piece; `None` after the last one.
    ///
    /// # Errors
    ///
    /// [`NoBytes`] where the file was moved or changed.
    pub async fn next(&mut self) -> Result<Option<Uint8Array>, NoBytes> {
        let size = self.file.size();
        if self.at >= size {
            return Ok(None);
        }
        let to = size.min(self.at + self.step);
        self.ask();
        let fetched = match &self.fetcher {
            Some(fetcher) => fetcher.wait(self.at).await,
            None => None,
        };
        let buffer = match fetched {
            Some(buffer) => buffer,
            None => {
                self.fetcher = None;
                part(&self.file, self.at, to).await?
            }
        };
        let bytes = Uint8Array::new(&buffer);
        if f64::from(bytes.length()) != to - self.at {
            return Err(NoBytes);
        }
        self.at = to;
        Ok(Some(bytes))
    }
}

/// A part of a file.
///
/// # Errors
///
/// [`NoBytes`] where the file was moved or changed.
pub async fn part(file: &File, from: f64, to: f64) -> Result<ArrayBuffer, NoBytes> {
    let part = file.slice_with_f64_and_f64(from, to).map_err(|_| NoBytes)?;
    let buffer = JsFuture::from(part.array_buffer()).await.map_err(|_| NoBytes)?;
    buffer.dyn_into().map_err(|_| NoBytes)
}

/// What has come and who waits for it.
#[derive(Default)]
struct Arrivals {
    /// By the place in the file at which a piece begins.
    buffers: RefCell<BTreeMap<u64, ArrayBuffer>>,
    is_broken: Cell<bool>,
    waiting: RefCell<Option<Function>>,
}

impl Arrivals {
    fn wake(&self) {
        if let Some(waiting) = self.waiting.take() {
            // Who waits for it does not mind an error: it looks again.
            let _ = waiting.call0(&JsValue::NULL);
        }
    }
}

/// The worker that takes pieces out; it ends when this is dropped.
struct Fetcher {
    worker: Worker,
    arrivals: Rc<Arrivals>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(web_sys::Event)>,
}

impl Drop for Fetcher {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Fetcher {
    fn start() -> Result<Self, JsValue> {
        // The file that this worker was started from, wherever it lies.
        let location = Reflect::get(&js_sys::global(), &"location".into())?;
        let href = Reflect::get(&location, &"href".into())?.as_string().unwrap_or_default();
        let options = WorkerOptions::new();
        options.set_name(NAME);
        let worker = Worker::new_with_options(&href, &options)?;
        let arrivals = Rc::new(Arrivals::default());
        let come = Rc::clone(&arrivals);
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let said = Array::from(&event.data());
            match (said.get(0).as_f64(), said.get(1).dyn_into()) {
                (Some(from), Ok(buffer)) => {
                    come.buffers.borrow_mut().insert(from as u64, buffer);
                }
                _ => come.is_broken.set(true),
            }
            come.wake();
        });
        let broken = Rc::clone(&arrivals);
        let on_error = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            // It is done without: not an error of the page.
            event.prevent_default();
            broken.is_broken.set(true);
            broken.wake();
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { worker, arrivals, _on_message: on_message, _on_error: on_error })
    }

    fn ask(&self, file: &File, from: f64, to: f64) {
        let request = Array::of3(file, &from.into(), &to.into());
        if self.worker.post_message(&request).is_err() {
            self.arrivals.is_broken.set(true);
        }
    }

    /// The piece that begins at a place, when it has come; `None` where nothing more will.
    async fn wait(&self, from: f64) -> Option<ArrayBuffer> {
        loop {
            if let Some(buffer) = self.arrivals.buffers.borrow_mut().remove(&(from as u64)) {
                return Some(buffer);
            }
            if self.arrivals.is_broken.get() {
                return None;
            }
            let promise = Promise::new(&mut |resolve, _| {
                self.arrivals.waiting.replace(Some(resolve));
            });
            // It is never rejected.
            let _ = JsFuture::from(promise).await;
        }
    }
}
