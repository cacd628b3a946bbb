//! Buttons, and links that look like them.

use leptos::prelude::*;

use crate::ui::icon::Icon;
use crate::ui::icon_name::IconName;

/// How much a button asks to be pressed. One primary button a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// One of several things that can be done.
    #[default]
    Plain,
    /// What most people want to do next.
    Primary,
    /// Stays in the background: bars, ends of rows.
    Quiet,
    /// Reads as a link within a sentence or a heading.
    Link,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            Self::Plain => "button",
            Self::Primary => "button button-primary",
            Self::Quiet => "button button-quiet",
            Self::Link => "button button-link",
        }
    }
}

/// A button with words.
#[component]
pub fn Button(
    /// What is done.
    #[prop(into)]
    on_press: Callback<()>,
    /// How much it asks to be pressed.
    #[prop(optional)]
    kind: ButtonKind,
    /// A sign before the words.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// Whether it cannot be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// More words for the pointer.
    #[prop(optional, into)]
    title: Option<Signal<String>>,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=kind.class()
            disabled=disabled
            title=move || title.map(|title| title.get())
            data-primary=(kind == ButtonKind::Primary).then_some("")
            on:click=move |_| on_press.run(())
        >
            {icon.map(|name| view! { <Icon name /> })}
            {children()}
        </button>
    }
}

/// A button that is only a sign; its name is read aloud and shown to the pointer.
#[component]
pub fn IconButton(
    /// The sign.
    icon: IconName,
    /// What it does, in words.
    #[prop(into)]
    label: Signal<String>,
    /// What is done.
    #[prop(into)]
    on_press: Callback<()>,
    /// Whether it cannot be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// For a button that stays down.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button button-quiet button-icon"
            aria-label=label
            title=label
            aria-pressed=move || pressed.map(|pressed| pressed.get().to_string())
            disabled=disabled
            on:click=move |_| on_press.run(())
        >
            <Icon name=icon />
        </button>
    }
}

/// A link to another place of the program that looks like a button.
#[component]
pub fn LinkButton(
    /// The address: `#/import`.
    #[prop(into)]
    href: String,
    /// How much it asks to be pressed.
    #[prop(optional)]
    kind: ButtonKind,
    /// A sign before the words.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <a class=kind.class() href=href>
            {icon.map(|name| view! { <Icon name /> })}
            {children()}
        </a>
    }
}
