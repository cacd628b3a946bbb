//! The document around the page: its address, title, language and theme.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CustomEvent, CustomEventInit, Document, Element, Event, HtmlElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The part of the address from `#` on.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to an address within the page; a step of the browser's history.
pub fn go(href: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(href.trim_start_matches('#'));
    }
}

/// The element that the page is mounted in, emptied of what was shown while the program loaded.
pub fn take_mount_point() -> Option<HtmlElement> {
    let element = document()?.get_element_by_id("app")?.dyn_into::<HtmlElement>().ok()?;
    element.set_text_content(None);
    Some(element)
}

/// Tells `boot.js` that the page stands.
pub fn report_standing() {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new("zhanggui:stands")) {
        let _ = window.dispatch_event(&event);
    }
}

/// Waits for the style of what a first visit does not show, which `boot.js` fetches; whether it
/// applies now. Where all styles came with the page there is nothing to wait for.
pub async fn has_style() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let fetch = Reflect::get(&window, &"zhangguiStyle".into()).ok();
    match fetch.and_then(|fetch| fetch.dyn_into::<Function>().ok()) {
        Some(fetch) => match fetch.call0(&JsValue::NULL).map(Promise::from) {
            Ok(style) => JsFuture::from(style).await.is_ok(),
            Err(_) => false,
        },
        None => true,
    }
}

/// Focuses an element without scrolling to it.
pub fn focus_in_place(element: &HtmlElement) {
    let options = Object::new();
    let _ = Reflect::set(&options, &"preventScroll".into(), &true.into());
    // Every browser has it; where it were missing, the focus stays where it is.
    let focus = Reflect::get(element, &"focus".into()).ok();
    if let Some(focus) = focus.and_then(|focus| focus.dyn_into::<Function>().ok()) {
        let _ = focus.call1(element, &options);
    }
}

/// Names the page in the browser's tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

fn root() -> Option<Element> {
    document()?.document_element()
}

/// Sets an attribute of the whole document; `None` removes it.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    if let Some(root) = root() {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// The languages that the user has set in the browser, the first one.
pub fn browser_language() -> Option<String> {
    web_sys::window()?.navigator().language()
}

/// Whether the system asks for dark colours.
pub fn prefers_dark() -> bool {
    web_sys::window()
        .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten())
        .is_some_and(|query| query.matches())
}

/// Moves the focus to the element with this id.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Tells `boot.js` where the program stopped, before the trap does: it stops all writing and
/// shows the way out.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|info| {
        let init = CustomEventInit::new();
        init.set_detail(&info.to_string().into());
        let event = CustomEvent::new_with_event_init_dict("zhanggui:panic", &init);
        if let (Some(window), Ok(event)) = (web_sys::window(), event) {
            let _ = window.dispatch_event(&event);
        }
    }));
}

/// Whether the focus is in a field with text that is not taken over yet.
pub fn is_typing() -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|element| element.has_attribute("data-uncommitted"))
}

/// Whether a dialog is open over the page.
pub fn has_dialog() -> bool {
    let dialog = document().and_then(|document| document.query_selector("dialog[open]").ok()?);
    dialog.is_some()
}

/// Leaves the field that is being typed in, so that it takes over what is typed.
pub fn blur() {
    let active = document().and_then(|document| document.active_element());
    if let Some(element) = active.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.blur();
    }
}

/// Scrolls the page to its beginning.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Opens the browser's dialog for printing.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Presses the element with this id, such as a hidden field that chooses files.
pub fn press(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}
