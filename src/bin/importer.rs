//! The import worker: bytes of a file in, typed rows or a refusal out.
//!
//! It holds whatever a file could break: a panic, an endless loop or too much memory ends this
//! worker, and the page says so and goes on.

#[cfg(target_arch = "wasm32")]
fn main() {
    worker::listen();
}

/// Natively there is no worker: `cargo run --example import_report` reads files.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}

#[cfg(target_arch = "wasm32")]
mod worker {
    use js_sys::{Reflect, Uint8Array};
    use wasm_bindgen::prelude::*;
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, TextDecoder, TextDecoderOptions};
    use zhanggui::files::decode::Decoders;
    use zhanggui::files::protocol::{Answer, BYTES, NAME, SALT};
    use zhanggui::files::read;
    use zhanggui::files::refusal::{Reason, Refusal};

    /// Answers files for as long as the page lets it.
    pub fn listen() {
        let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
        let answering = scope.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            say(&answering, answer(&event.data()));
        });
        scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        // It lives as long as the worker.
        on_message.forget();
        say(&scope, Answer::Ready);
    }

    fn say(scope: &DedicatedWorkerGlobalScope, answer: Answer) {
        // A text cannot fail to be posted; a page that is gone no longer listens.
        let _ = scope.post_message(&JsValue::from_str(&answer.to_json()));
    }

    fn answer(request: &JsValue) -> Answer {
        let field = |name: &str| Reflect::get(request, &name.into()).unwrap_or_default();
        let name = field(NAME).as_string().unwrap_or_default();
        let bytes = Uint8Array::new(&field(BYTES)).to_vec();
        let salt = field(SALT).as_string().and_then(|text| text.parse().ok());
        // Without a salt names would be numbers that anybody can make: nothing is read then.
        let Some(salt) = salt else {
            let reason = Reason::PersonalData;
            return Answer::Refused(Box::new(Refusal::unseen(&name, reason)));
        };
        match read(&name, &bytes, &Decoders { gb18030, salt }) {
            Ok(read) => Answer::Read(Box::new(read)),
            Err(refusal) => Answer::Refused(refusal),
        }
    }

    /// The browser's own tables: compiled in, they would be as large as everything else here.
    fn gb18030(bytes: &[u8]) -> Option<String> {
        let options = TextDecoderOptions::new();
        options.set_fatal(true);
        let decoder = TextDecoder::new_with_label_and_options("gb18030", &options).ok()?;
        decoder.decode_with_u8_array(bytes).ok()
    }
}
