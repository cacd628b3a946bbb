//! Carries a persona to another workbook, and takes one in.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::page as browser;
use crate::platform::random::new_id;
use crate::tools::personas::calc::fragment::{from_text, to_text};
use crate::tools::personas::text::text;
use crate::tools::personas::view::state::Page;
use crate::ui::{Button, ButtonKind, Dialog, IconName, TextArea, use_toasts};

/// Puts the persona that is looked at on the clipboard, as text for another workbook.
#[component]
pub fn CarryButton(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let toasts = use_toasts();
    let carry = move |()| {
        let Some(persona) = page.persona.get_untracked() else { return };
        let text = to_text(&persona);
        spawn_local(async move {
            let is_copied = browser::copy_text(&text).await;
            toasts.say(if is_copied { t.carried } else { t.not_carried });
        });
    };
    view! { <Button on_press=carry>{t.carry}</Button> }
}

/// Takes a persona in that was carried here, from a dialog.
#[component]
pub fn TakeIn(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let open = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let take = move |()| match from_text(&typed.read_untracked(), &mut new_id) {
        Some(persona) => {
            open.set(false);
            page.add(persona);
        }
        None => error.set(Some(t.no_persona.to_owned())),
    };
    let begin = move |()| {
        typed.set(String::new());
        error.set(None);
        open.set(true);
    };
    let actions = move || {
        view! {
            <Button on_press=move |()| open.set(false)>{t.cancel}</Button>
            <Button
                kind=ButtonKind::Primary
                disabled=Signal::derive(move || typed.read().trim().is_empty())
                on_press=take
            >
                {t.take_in_now}
            </Button>
        }
    };
    view! {
        <Button kind=ButtonKind::Quiet icon=IconName::Import on_press=begin>
            {t.take_in}
        </Button>
        <Dialog title=t.take_in open actions>
            <p class="muted">{t.take_in_words}</p>
            <TextArea
                label=t.take_in_field
                rows=7
                value=typed
                error
                on_commit=move |text: String| {
                    typed.set(text);
                    error.set(None);
                }
            />
        </Dialog>
    }
}
