//! Messages that stay: what happened, what was not changed, what to do.

use leptos::children::ViewFnOnce;
use leptos::prelude::*;

use crate::ui::icon::Icon;
use crate::ui::icon_name::IconName;

/// What a message or a tag means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    #[default]
    Info,
    /// A person is needed: a refusal, a conflict, an error.
    Alert,
    /// Done, reached.
    Done,
    /// Says nothing of importance.
    Plain,
}

impl Tone {
    fn attribute(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Alert => "alert",
            Self::Done => "done",
            Self::Plain => "plain",
        }
    }

    fn icon(self) -> Option<IconName> {
        match self {
            Self::Info => Some(IconName::Info),
            Self::Alert => Some(IconName::Alert),
            Self::Done => Some(IconName::Check),
            Self::Plain => None,
        }
    }
}

/// A message: an edge, a mark, words, and the ways out at the right.
#[component]
pub fn Message(
    /// What it means.
    #[prop(optional)]
    tone: Tone,
    /// The ways out, the safest one first.
    #[prop(optional, into)]
    actions: ViewFnOnce,
    /// The words; the most important ones bold and first.
    children: Children,
) -> impl IntoView {
    let role = if tone == Tone::Alert { "alert" } else { "status" };
    view! {
        <div class="message" data-tone=tone.attribute() role=role>
            <span class="message-mark">{tone.icon().map(|name| view! { <Icon name /> })}</span>
            <div class="message-words">{children()}</div>
            <div class="message-actions">{actions.run()}</div>
        </div>
    }
}

/// A word on the state of a thing.
#[component]
pub fn Tag(
    /// What it means; a sign says the same.
    #[prop(optional)]
    tone: Tone,
    /// The word.
    children: Children,
) -> impl IntoView {
    view! {
        <span class="tag" data-tone=tone.attribute()>
            {(tone != Tone::Info)
                .then(|| tone.icon())
                .flatten()
                .map(|name| view! { <Icon name size=12 /> })}
            {children()}
        </span>
    }
}

/// A place with nothing in it yet: what would be here, and how to get it.
#[component]
pub fn EmptyState(
    /// What to do first.
    #[prop(into)]
    title: Signal<String>,
    /// The ways to begin; one is primary.
    #[prop(optional, into)]
    actions: ViewFnOnce,
    /// What it is good for.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="empty">
            <h2 class="empty-title">{title}</h2>
            <div class="empty-words">{children()}</div>
            <div class="row">{actions.run()}</div>
        </section>
    }
}
