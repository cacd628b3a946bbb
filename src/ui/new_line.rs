//! A line at the end of a list that adds to it.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::platform::document;
use crate::platform::page::after;
use crate::ui::field::TextField;

/// Adds what is typed, line after line, until Escape or a line that is left empty.
#[component]
pub fn NewLine(
    /// What is typed; its accessible name.
    label: String,
    /// Whether the line is there; it takes itself away.
    is_adding: RwSignal<bool>,
    /// Takes what was typed; whether it was taken.
    #[prop(into)]
    on_add: Callback<String, bool>,
) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let take = move || {
        let typed = text.try_get_untracked().unwrap_or_default().trim().to_owned();
        if !typed.is_empty() && on_add.run(typed) {
            text.set(String::new());
            return true;
        }
        false
    };
    let on_key = move |event: KeyboardEvent| {
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                if !take() {
                    document::blur();
                }
            }
            "Escape" => {
                event.stop_propagation();
                // Leaving the line takes what is typed: here it is given up.
                text.set(String::new());
                document::blur();
            }
            _ => {}
        }
    };
    // The line goes a moment after it has lost the focus: a field that is taken out of the page
    // while it has the focus loses it in the middle of the work that takes it out.
    let leave = move |_| {
        take();
        after(0, move || {
            is_adding.try_set(false);
        });
    };
    let root = NodeRef::<html::Div>::new();
    root.on_load(|root| {
        let input = root.query_selector("input").ok().flatten();
        if let Some(input) = input.and_then(|one| one.dyn_into::<HtmlElement>().ok()) {
            let _ = input.focus();
        }
    });
    view! {
        <div class="new-line" node_ref=root on:keydown=on_key on:focusout=leave>
            <TextField
                label=label
                is_bare=true
                value=text
                on_commit=move |typed| text.set(typed)
            />
        </div>
    }
}
