//! Words.

use leptos::ev::CompositionEvent;
use leptos::prelude::*;

use crate::ui::element_id;

/// Holds text back while an input method is composing it: a half-typed syllable is not yet the
/// user's text, and writing into the field would end the composition.
#[derive(Clone, Copy)]
struct Typing {
    is_composing: StoredValue<bool>,
    value: Signal<String>,
    on_commit: Callback<String>,
}

impl Typing {
    fn new(value: Signal<String>, on_commit: Callback<String>) -> Self {
        Self { is_composing: StoredValue::new(false), value, on_commit }
    }

    fn start(self, _: CompositionEvent) {
        self.is_composing.set_value(true);
    }

    fn end(self, text: String) {
        self.is_composing.set_value(false);
        self.commit(text);
    }

    fn commit(self, text: String) {
        if !self.is_composing.get_value() && text != *self.value.read_untracked() {
            self.on_commit.run(text);
        }
    }
}

/// A line of text. It commits as it is typed; edits of one field in quick succession are one step
/// of undo.
#[component]
pub fn TextField(
    /// The visible label, and the accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// The text to show; may change from outside, by undo for one.
    #[prop(into)]
    value: Signal<String>,
    /// Receives the text each time that the user has changed it.
    #[prop(into)]
    on_commit: Callback<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What it is good for.
    #[prop(optional, into)]
    help: Signal<String>,
    /// An example, shown while it is empty.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// Whether the label is only for those who cannot see the field's surroundings.
    #[prop(optional)]
    is_bare: bool,
) -> impl IntoView {
    let typing = Typing::new(value, on_commit);
    let id = element_id("text");
    let note_id = format!("{id}-note");
    view! {
        <div class="field" data-bare=is_bare.then_some("")>
            <label class="field-label" for=id.clone()>
                {label}
            </label>
            <input
                id=id
                class="field-input"
                type="text"
                autocomplete="off"
                prop:value=value
                placeholder=placeholder
                aria-invalid=move || error.read().is_some().then_some("true")
                aria-describedby=note_id.clone()
                on:compositionstart=move |event| typing.start(event)
                on:compositionend:target=move |event| typing.end(event.target().value())
                on:input:target=move |event| typing.commit(event.target().value())
            />
            <FieldNote id=note_id error help />
        </div>
    }
}

/// Several lines of text. Like [`TextField`] in everything else.
#[component]
pub fn TextArea(
    /// The visible label, and the accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// The text to show.
    #[prop(into)]
    value: Signal<String>,
    /// Receives the text each time that the user has changed it.
    #[prop(into)]
    on_commit: Callback<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What it is good for.
    #[prop(optional, into)]
    help: Signal<String>,
    /// How many lines are seen.
    #[prop(default = 3)]
    rows: u8,
) -> impl IntoView {
    let typing = Typing::new(value, on_commit);
    let id = element_id("text");
    let note_id = format!("{id}-note");
    view! {
        <div class="field">
            <label class="field-label" for=id.clone()>
                {label}
            </label>
            <textarea
                id=id
                class="field-input field-area"
                rows=rows
                prop:value=value
                aria-invalid=move || error.read().is_some().then_some("true")
                aria-describedby=note_id.clone()
                on:compositionstart=move |event| typing.start(event)
                on:compositionend:target=move |event| typing.end(event.target().value())
                on:input:target=move |event| typing.commit(event.target().value())
            ></textarea>
            <FieldNote id=note_id error help />
        </div>
    }
}

/// What stands under a field: what is wrong with it, or else what it is good for.
#[component]
pub(super) fn FieldNote(
    id: String,
    error: Signal<Option<String>>,
    help: Signal<String>,
) -> impl IntoView {
    view! {
        <p
            id=id
            class="field-note"
            data-tone=move || error.read().is_some().then_some("alert")
            hidden=move || error.read().is_none() && help.read().is_empty()
        >
            {move || error.get().unwrap_or_else(|| help.get())}
        </p>
    }
}
