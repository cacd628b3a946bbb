//! Short notices that go by themselves. Never the only place of an error.

use std::time::Duration;

use leptos::prelude::*;

use crate::i18n::text::text;
use crate::i18n::use_locale;
use crate::ui::button::IconButton;
use crate::ui::icon_name::IconName;

/// How long a notice stays, in seconds; one with an action stays longer.
const SHORT_S: u8 = 4;
const LONG_S: u8 = 10;

/// The notices on the screen. A copy of the handle means the same notices.
#[derive(Clone, Copy, Debug)]
pub struct Toasts {
    list: RwSignal<Vec<Toast>>,
    next_id: StoredValue<u32>,
    is_held: RwSignal<bool>,
    /// What a notice needs lives as long as the page, not as the dialog that made it: a notice
    /// is often the last thing that a dialog does.
    owner: StoredValue<Owner>,
}

#[derive(Clone, Debug)]
struct Toast {
    id: u32,
    text: String,
    action: Option<(String, Callback<()>)>,
    left: RwSignal<u8>,
}

/// The notices of this page; [`Toasts::provide`] has put them there.
pub fn use_toasts() -> Toasts {
    expect_context()
}

impl Toasts {
    /// Lets every component below show notices.
    pub fn provide() -> Self {
        let toasts = Self {
            list: RwSignal::new(Vec::new()),
            next_id: StoredValue::new(0),
            is_held: RwSignal::new(false),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
        };
        provide_context(toasts);
        toasts
    }

    /// Says something for a few seconds.
    pub fn say(self, text: impl Into<String>) {
        self.push(text.into(), None, SHORT_S);
    }

    /// Says something and offers one way to go on or back: "Deleted … · Undo".
    pub fn say_with(
        self,
        text: impl Into<String>,
        action: impl Into<String>,
        on_press: impl Fn() + Send + Sync + 'static,
    ) {
        let on_press = self.keep(move || Callback::new(move |()| on_press()));
        self.push(text.into(), Some((action.into(), on_press)), LONG_S);
    }

    /// Makes something that lives as long as the notices do.
    fn keep<T>(self, make: impl FnOnce() -> T) -> T {
        self.owner.with_value(|owner| owner.with(make))
    }

    fn push(self, text: String, action: Option<(String, Callback<()>)>, seconds: u8) {
        let id = self.next_id.get_value();
        self.next_id.set_value(id.wrapping_add(1));
        let left = self.keep(move || RwSignal::new(seconds));
        let toast = Toast { id, text, action, left };
        self.list.update(|list| {
            list.push(toast.clone());
            // More than three at once nobody reads.
            if 3 < list.len() {
                list.remove(0);
            }
        });
        self.count_down(id, toast.left);
    }

    /// A second less, unless the pointer or the focus holds the notices.
    fn count_down(self, id: u32, left: RwSignal<u8>) {
        set_timeout(
            move || {
                if !self.is_held.get_untracked() {
                    left.try_update(|left| *left = left.saturating_sub(1));
                }
                match left.try_get_untracked() {
                    None => {}
                    Some(0) => self.close(id),
                    Some(_) => self.count_down(id, left),
                }
            },
            Duration::from_secs(1),
        );
    }

    fn close(self, id: u32) {
        self.list.update(|list| list.retain(|toast| toast.id != id));
        if self.list.with_untracked(Vec::is_empty) {
            self.is_held.set(false);
        }
    }
}

/// Where the notices appear; once, at the end of the page.
#[component]
pub fn ToastStack() -> impl IntoView {
    let toasts = use_toasts();
    let hold = move |is_held: bool| toasts.is_held.set(is_held);
    view! {
        <div
            class="toasts"
            role="status"
            on:pointerenter=move |_| hold(true)
            on:pointerleave=move |_| hold(false)
            on:focusin=move |_| hold(true)
            on:focusout=move |_| hold(false)
        >
            <For each=move || toasts.list.get() key=|toast| toast.id let:toast>
                <ToastView toast />
            </For>
        </div>
    }
}

#[component]
fn ToastView(toast: Toast) -> impl IntoView {
    let t = text(use_locale());
    let toasts = use_toasts();
    let Toast { id, text, action, left } = toast;
    view! {
        <div class="toast">
            <span>{text}</span>
            {action
                .map(|(label, on_press)| {
                    view! {
                        <button
                            type="button"
                            class="toast-action"
                            on:click=move |_| {
                                toasts.close(id);
                                on_press.run(());
                            }
                        >
                            {label}
                            " "
                            <span aria-hidden="true">{move || (t.seconds)(left.get())}</span>
                        </button>
                    }
                })}
            <IconButton icon=IconName::Close label=t.close on_press=move |()| toasts.close(id) />
        </div>
    }
}
