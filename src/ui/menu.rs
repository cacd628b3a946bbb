//! A list of things to do that opens from a button.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

use crate::ui::element_id;
use crate::ui::icon::Icon;
use crate::ui::icon_name::IconName;

/// One thing to do.
#[derive(Clone, Debug)]
pub struct MenuItem {
    /// The sign before the words.
    pub icon: Option<IconName>,
    /// The words.
    pub label: String,
    /// Whether it is the chosen one of several.
    pub is_checked: bool,
    /// What is done.
    pub on_press: Callback<()>,
}

impl MenuItem {
    /// A thing to do.
    pub fn new(label: impl Into<String>, on_press: impl Fn() + Send + Sync + 'static) -> Self {
        let on_press = Callback::new(move |()| on_press());
        Self { icon: None, label: label.into(), is_checked: false, on_press }
    }

    /// The same with a sign.
    #[must_use]
    pub fn with_icon(self, icon: IconName) -> Self {
        Self { icon: Some(icon), ..self }
    }

    /// The same, marked as the chosen one.
    #[must_use]
    pub fn checked(self, is_checked: bool) -> Self {
        Self { is_checked, ..self }
    }
}

/// A button that opens a list. Arrows move in it, Escape and leaving close it.
#[component]
pub fn Menu(
    /// The button's name where it shows no words.
    #[prop(into)]
    label: Signal<String>,
    /// What can be done; asked for each time that it opens.
    #[prop(into)]
    items: Signal<Vec<MenuItem>>,
    /// Classes of the button.
    #[prop(default = "button")]
    class: &'static str,
    /// What the button shows.
    children: Children,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let id = element_id("menu");
    let list = NodeRef::<html::Ul>::new();
    // Not `on_load`, which is for an element that comes once: the list comes with every opening.
    Effect::new(move || {
        if let Some(list) = list.get() {
            focus_item(&list, 0);
        }
    });
    let root = NodeRef::<html::Div>::new();
    let button = NodeRef::<html::Button>::new();
    let close = move || {
        open.set(false);
        if let Some(button) = button.get_untracked() {
            let _ = button.focus();
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let Some(list) = list.get_untracked() else { return };
        match event.key().as_str() {
            "Escape" => close(),
            "ArrowDown" => move_focus(&list, 1),
            "ArrowUp" => move_focus(&list, -1),
            "Home" => focus_item(&list, 0),
            "End" => focus_item(&list, list.child_element_count().saturating_sub(1)),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let on_leave = move |event: FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        let root = root.get_untracked();
        if !root.is_some_and(|root| to.is_some_and(|to| root.contains(Some(&to)))) {
            open.set(false);
        }
    };
    view! {
        <div class="menu" node_ref=root on:focusout=on_leave>
            <button
                node_ref=button
                type="button"
                class=class
                aria-haspopup="menu"
                aria-expanded=move || open.get().to_string()
                aria-controls=id.clone()
                aria-label=label
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {children()}
            </button>
            {move || {
                open.get()
                    .then(|| {
                        view! {
                            <ul
                                node_ref=list
                                class="menu-list"
                                id=id.clone()
                                role="menu"
                                on:keydown=on_key
                            >
                                {items
                                    .get()
                                    .into_iter()
                                    .map(|item| view! { <Entry item close=Callback::new(move |()| close()) /> })
                                    .collect_view()}
                            </ul>
                        }
                    })
            }}
        </div>
    }
}

#[component]
fn Entry(item: MenuItem, close: Callback<()>) -> impl IntoView {
    let press = move |_| {
        close.run(());
        item.on_press.run(());
    };
    view! {
        <li role="none">
            <button
                type="button"
                role="menuitem"
                tabindex="-1"
                aria-current=item.is_checked.then_some("true")
                on:click=press
            >
                {item.icon.map(|name| view! { <Icon name /> })}
                <span>{item.label}</span>
                {item.is_checked.then(|| view! { <Icon name=IconName::Check size=14 /> })}
            </button>
        </li>
    }
}

fn focus_item(list: &HtmlElement, idx: u32) {
    let item = list
        .children()
        .item(idx)
        .and_then(|item| item.first_element_child())
        .and_then(|item| item.dyn_into::<HtmlElement>().ok());
    if let Some(item) = item {
        let _ = item.focus();
    }
}

fn move_focus(list: &HtmlElement, step: i32) {
    let items = list.children();
    let n_items = items.length() as i32;
    let focused = (0..n_items).find(|idx| {
        items.item(*idx as u32).is_some_and(|item| item.matches(":focus-within") == Ok(true))
    });
    let next = focused.map_or(0, |idx| (idx + step).rem_euclid(n_items.max(1)));
    focus_item(list, next as u32);
}
