//! The import worker: a file in, typed rows or a refusal out.
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
    use wasm_bindgen_futures::spawn_local;
    use web_sys::{
        DedicatedWorkerGlobalScope, File, MessageEvent, TextDecoder, TextDecoderOptions,
    };
    use zhanggui::files::decode::Decoders;
    use zhanggui::files::limits::{HEAD_BYTES, MAX_TEXT_BYTES, PIECE_BYTES};
    use zhanggui::files::mapping::Hand;
    use zhanggui::files::orders::intake::Intake;
    use zhanggui::files::protocol::{Answer, FILE, HAND, NAME, Progress, SALT};
    use zhanggui::files::refusal::{Reason, Refusal};
    use zhanggui::files::{ReadFile, read_by};
    use zhanggui::platform::pieces::{NoBytes, Pieces, part};

    /// Answers files for as long as the page lets it.
    pub fn listen() {
        let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
        let answering = scope.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let scope = answering.clone();
            spawn_local(async move {
                let answer = answer(&scope, &event.data()).await;
                say(&scope, answer.unwrap_or(Answer::NoBytes));
            });
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

    async fn answer(
        scope: &DedicatedWorkerGlobalScope,
        request: &JsValue,
    ) -> Result<Answer, NoBytes> {
        let field = |name: &str| Reflect::get(request, &name.into()).unwrap_or_default();
        let name = field(NAME).as_string().unwrap_or_default();
        let refuse = |reason| Answer::Refused(Box::new(Refusal::unseen(&name, reason)));
        // Without a salt names would be numbers that anybody can make: nothing is read then.
        let salt = field(SALT).as_string().and_then(|text| text.parse().ok());
        let Some(salt) = salt else { return Ok(refuse(Reason::PersonalData)) };
        let decoders = Decoders { gb18030, salt };
        let file = field(FILE).dyn_into::<File>().map_err(|_| NoBytes)?;
        let size = file.size();
        // On their way while the head is looked at: most files of that size are orders.
        let is_long = size > MAX_TEXT_BYTES.min(4 * PIECE_BYTES) as f64;
        let pieces = is_long.then(|| Pieces::new(file.clone(), PIECE_BYTES));
        let head = bytes(&file, size.min(HEAD_BYTES as f64)).await?;
        if let Some(intake) = Intake::begin(&name, &head, &decoders) {
            return match intake {
                Ok(intake) => {
                    let pieces = pieces.unwrap_or_else(|| Pieces::new(file, PIECE_BYTES));
                    stream(scope, size, pieces, intake).await
                }
                Err(refusal) => Ok(Answer::Refused(refusal)),
            };
        }
        if size > MAX_TEXT_BYTES as f64 {
            return Ok(refuse(Reason::TooLarge { max: MAX_TEXT_BYTES as u64 }));
        }
        let whole = bytes(&file, size).await?;
        // A page of another build is not believed anyway: its mappings are none.
        let hand = field(HAND).as_string().unwrap_or_default();
        let hand: Hand = serde_json::from_str(&hand).unwrap_or_default();
        Ok(said(read_by(&name, &whole, &decoders, &hand)))
    }

    fn said(read: Result<ReadFile, Box<Refusal>>) -> Answer {
        match read {
            Ok(read) => Answer::Read(Box::new(read)),
            Err(refusal) => Answer::Refused(refusal),
        }
    }

    /// Reads a file of orders in pieces; while one is read the browser fetches the next ones.
    async fn stream(
        scope: &DedicatedWorkerGlobalScope,
        size: f64,
        mut pieces: Pieces,
        mut intake: Intake,
    ) -> Result<Answer, NoBytes> {
        let mut bytes = Vec::new();
        while let Some(piece) = pieces.next().await? {
            bytes.resize(piece.length() as usize, 0);
            piece.copy_to(&mut bytes);
            if let Err(refusal) = intake.push(&bytes) {
                return Ok(Answer::Refused(refusal));
            }
            let at = pieces.at();
            if at < size {
                let records = intake.n_records() as u64;
                let (done, of) = (at as u64, size as u64);
                say(scope, Answer::Reading(Progress { done, of, records }));
            }
        }
        drop(bytes);
        Ok(said(intake.finish()))
    }

    /// The first bytes of a file.
    async fn bytes(file: &File, n: f64) -> Result<Vec<u8>, NoBytes> {
        let buffer = part(file, 0.0, n).await?;
        Ok(Uint8Array::new(&buffer).to_vec())
    }

    /// The browser's own tables: compiled in, they would be as large as everything else here.
    fn gb18030(bytes: &[u8]) -> Option<String> {
        let options = TextDecoderOptions::new();
        options.set_fatal(true);
        let decoder = TextDecoder::new_with_label_and_options("gb18030", &options).ok()?;
        decoder.decode_with_u8_array(bytes).ok()
    }
}
