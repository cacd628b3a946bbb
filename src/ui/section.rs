//! How a page is laid out: its head, its sections, its tiles.

use leptos::children::ViewFnOnce;
use leptos::prelude::*;

use crate::ui::element_id;

/// A page's title, the question that the page answers, and what can be done with the whole page.
#[component]
pub fn PageHead(
    /// The page's name.
    #[prop(into)]
    title: Signal<String>,
    /// The one question that it answers.
    #[prop(optional, into)]
    question: Signal<String>,
    /// Buttons at the right; at most one is primary.
    #[prop(optional, into)]
    actions: ViewFnOnce,
) -> impl IntoView {
    view! {
        <header class="page-head">
            <div class="page-head-words">
                <h1>{title}</h1>
                <p class="page-head-question">{question}</p>
            </div>
            <div class="page-head-actions">{actions.run()}</div>
        </header>
    }
}

/// A part of a page: a heading over a hairline, never a box.
#[component]
pub fn Section(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// What is to be seen in it, in a few words.
    #[prop(optional, into)]
    note: Signal<String>,
    /// What stands at the end of the heading: a link, a key, a choice.
    #[prop(optional, into)]
    more: ViewFnOnce,
    /// The part itself.
    children: Children,
) -> impl IntoView {
    let id = element_id("section");
    let title_id = id.clone();
    view! {
        <section class="section" aria-labelledby=id>
            <header class="section-head">
                <h2 id=title_id>{title}</h2>
                <p class="section-note">{note}</p>
                <div class="section-more">{more.run()}</div>
            </header>
            {children()}
        </section>
    }
}

/// A number with its name and its unit; details stand under it.
#[component]
pub fn Tile(
    /// What the number is.
    #[prop(into)]
    label: Signal<String>,
    /// The number.
    #[prop(into)]
    value: Signal<String>,
    /// Its unit, smaller.
    #[prop(optional, into)]
    unit: Signal<String>,
    /// A word on its state: a tag.
    #[prop(optional, into)]
    status: ViewFnOnce,
    /// What stands under it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="tile">
            <p class="tile-label">{label} {status.run()}</p>
            <p class="tile-value">
                {value} <small>{unit}</small>
            </p>
            {children.map(|children| children())}
        </div>
    }
}
