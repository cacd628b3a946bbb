//! Keys that work on every page.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::platform::document;
use crate::shell::history::History;

/// Listens for the life of the component: Ctrl+Z, Ctrl+Shift+Z, Ctrl+Y, Ctrl+S; ⌘ on a Mac.
pub fn listen(history: History) {
    let listener = window_event_listener(leptos::ev::keydown, move |event| on_key(history, &event));
    on_cleanup(move || listener.remove());
}

fn on_key(history: History, event: &KeyboardEvent) {
    // Keys of an input method, and keys that a component has used up, are not ours.
    let is_ctrl = event.ctrl_key() || event.meta_key();
    if !is_ctrl || event.alt_key() || event.is_composing() || event.default_prevented() {
        return;
    }
    match event.key().to_ascii_lowercase().as_str() {
        "s" => history.export(),
        // What is typed and not yet taken over is the field's own to undo; what lies under a
        // dialog is not to be changed from within it.
        "z" | "y" if document::is_typing() || document::has_dialog() => return,
        "z" if event.shift_key() => history.redo(),
        "z" => history.undo(),
        "y" => history.redo(),
        _ => return,
    }
    event.prevent_default();
}
