//! What is linked to a thing, and the question before such a thing is removed.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::i18n::links::{Linked, removal_text};
use crate::i18n::text::text;
use crate::i18n::use_locale;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::Dialog;
use crate::ui::icon_name::IconName;

/// The id of the element that stands for a thing on its page: where a link to it leads.
pub fn anchor(thing: Id) -> String {
    format!("at-{thing}")
}

/// The things at the ends of links, each a way to its page.
#[component]
pub fn LinkedList(
    /// The things.
    #[prop(into)]
    items: Signal<Vec<Linked>>,
) -> impl IntoView {
    let t = removal_text(use_locale());
    let row = |item: Linked| {
        let end = match item.href {
            Some(href) => view! { <a href=href>{item.title}</a> }.into_any(),
            None => view! { <span>{item.title}</span> }.into_any(),
        };
        view! {
            <li>
                <span class="linked-kind">{item.kind}</span>
                {end}
            </li>
        }
    };
    view! {
        <ul class="linked">{move || items.get().into_iter().map(row).collect_view()}</ul>
        <p class="muted small" hidden=move || !items.read().is_empty()>
            {t.none}
        </p>
    }
}

/// Asks before a thing is removed, and names what points at it. The way back is the primary button.
#[component]
pub fn RemovalDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What is removed.
    #[prop(into)]
    name: Signal<String>,
    /// What points at it.
    #[prop(into)]
    items: Signal<Vec<Linked>>,
    /// What goes with it, if something does.
    #[prop(optional)]
    note: &'static str,
    /// Removes it.
    #[prop(into)]
    on_remove: Callback<()>,
) -> impl IntoView {
    let locale = use_locale();
    let (t, shell) = (removal_text(locale), text(locale));
    let remove = move |()| {
        open.set(false);
        on_remove.run(());
    };
    let actions = move || {
        view! {
            <Button icon=IconName::Delete on_press=remove>
                {t.remove}
            </Button>
            <Button kind=ButtonKind::Primary on_press=move |()| open.set(false)>
                {shell.cancel}
            </Button>
        }
    };
    view! {
        <Dialog title=Signal::derive(move || (t.title)(&name.read())) open actions>
            <p>{move || if items.read().is_empty() { t.free } else { t.note }}</p>
            <p hidden=note.is_empty()>{note}</p>
            <Show when=move || !items.read().is_empty()>
                <LinkedList items />
            </Show>
        </Dialog>
    }
}
