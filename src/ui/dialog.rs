//! A dialog over the page.

use leptos::children::ViewFnOnce;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement};

use crate::i18n::text::text;
use crate::i18n::use_locale;
use crate::ui::button::IconButton;
use crate::ui::element_id;
use crate::ui::icon_name::IconName;

/// A dialog. The browser's own: it keeps the focus inside, gives it back afterwards, and closes
/// on Escape. Enter presses the primary button, but not from an area of several lines.
#[component]
pub fn Dialog(
    /// What happened, or what is to be done.
    #[prop(into)]
    title: Signal<String>,
    /// Whether it is open; set to false when the user closes it.
    open: RwSignal<bool>,
    /// The buttons; the primary one last, at the right.
    #[prop(optional, into)]
    actions: Option<ViewFn>,
    /// Whether it is as wide as a page's column and not as a question.
    #[prop(optional)]
    is_wide: bool,
    /// What is in it; built when it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let children = StoredValue::new(children);
    let actions = StoredValue::new(actions);
    view! {
        <Show when=move || open.get()>
            <OpenDialog title open is_wide actions=move || {
                actions.with_value(|actions| actions.as_ref().map(ViewFn::run))
            }>{children.with_value(|children| children())}</OpenDialog>
        </Show>
    }
}

#[component]
fn OpenDialog(
    title: Signal<String>,
    open: RwSignal<bool>,
    is_wide: bool,
    #[prop(into)] actions: ViewFnOnce,
    children: Children,
) -> impl IntoView {
    let t = text(use_locale());
    let id = element_id("dialog");
    let title_id = id.clone();
    let dialog = NodeRef::<html::Dialog>::new();
    dialog.on_load(|dialog| {
        // Already open, or not in the document any more: either way there is nothing to do.
        let _ = dialog.show_modal();
    });
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() && is_plain_field(&event) {
            event.prevent_default();
            press_primary(&event);
        }
    };
    view! {
        <dialog
            node_ref=dialog
            class="dialog"
            data-size=is_wide.then_some("wide")
            aria-labelledby=id
            on:close=move |_| open.set(false)
            on:keydown=on_key
        >
            <header class="dialog-head">
                <h2 id=title_id>{title}</h2>
                <IconButton
                    icon=IconName::Close
                    label=t.close
                    on_press=move |()| open.set(false)
                />
            </header>
            <div class="dialog-body">{children()}</div>
            <footer class="dialog-actions">{actions.run()}</footer>
        </dialog>
    }
}

/// Whether the dialog about a thing is open: it opens when a thing is named, and no thing is named
/// any more when it was closed. Called in the body of a component.
pub fn open_for<T: Send + Sync + 'static>(thing: RwSignal<Option<T>>) -> RwSignal<bool> {
    let open = RwSignal::new(false);
    Effect::new(move || open.set(thing.read().is_some()));
    Effect::new(move || {
        if !open.get() && thing.read_untracked().is_some() {
            thing.set(None);
        }
    });
    open
}

/// Whether Enter was pressed in something that does nothing with it.
fn is_plain_field(event: &KeyboardEvent) -> bool {
    let Some(target) = event.target() else { return false };
    target.dyn_ref::<HtmlTextAreaElement>().is_none()
        && target.dyn_ref::<HtmlElement>().is_some_and(|element| element.tag_name() == "INPUT")
}

fn press_primary(event: &KeyboardEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let Some(target) = target else { return };
    // Leaving the field commits what is typed in it, as a press on the button would.
    let _ = target.blur();
    let button = target
        .closest("dialog")
        .ok()
        .flatten()
        .and_then(|dialog| dialog.query_selector("[data-primary]:enabled").ok().flatten())
        .and_then(|button| button.dyn_into::<HtmlElement>().ok());
    if let Some(button) = button {
        button.click();
    }
}
