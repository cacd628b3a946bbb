//! Takes a table of variants from the clipboard: what was understood is shown before it is taken.

use leptos::prelude::*;

use crate::platform::random::new_id;
use crate::tools::trials::calc::paste::{Pasted, read_table};
use crate::tools::trials::model::Variant;
use crate::tools::trials::view::state::Page;
use crate::ui::{Button, ButtonKind, Dialog, TextArea};

/// The dialog.
#[component]
pub fn PasteDialog(page: Page) -> impl IntoView {
    let t = page.t;
    let typed = RwSignal::new(String::new());
    let read = Memo::new(move |_| read_table(&typed.read()));
    let open = page.is_pasting;
    let nothing = Signal::derive(move || read.read().variants.is_empty());
    let close = move || {
        open.set(false);
        typed.set(String::new());
    };
    let apply = move |()| {
        let (Some(id), table) = (page.current.get_untracked(), read.get_untracked()) else {
            return;
        };
        let is_done = page.change(id, |one| {
            let days = one.variants.first().map(|first| (first.from, first.to));
            let (from, to) = days.unwrap_or((Some(page.today), None));
            let dated = |variant: Variant| Variant { id: new_id(), from, to, ..variant };
            one.variants = table.variants.into_iter().map(dated).collect();
            if let Some(decision) = &mut one.decision {
                decision.taken = None;
            }
        });
        if is_done {
            close();
        }
    };
    let actions = move || {
        view! {
            <Button on_press=move |()| close()>{t.cancel}</Button>
            <Button kind=ButtonKind::Primary disabled=nothing on_press=apply>
                {t.paste_apply}
            </Button>
        }
    };
    view! {
        <Dialog title=t.paste open actions>
            <p class="muted">{t.paste_words}</p>
            <TextArea
                label=t.paste_field
                rows=7
                value=typed
                on_commit=move |text: String| typed.set(text)
            />
            <p role="status">
                {move || (!typed.read().trim().is_empty()).then(|| said(page, &read.read()))}
            </p>
        </Dialog>
    }
}

/// What was understood, in a line.
fn said(page: Page, table: &Pasted) -> String {
    let t = page.t;
    let mut lines = vec![match table.variants.len() {
        0 => t.paste_none.to_owned(),
        n => (t.paste_found)(n),
    }];
    if !table.skipped.is_empty() {
        lines.push((t.paste_skipped)(&table.skipped.join(" / ")));
    }
    if !table.unread.is_empty() {
        lines.push((t.paste_unread)(&table.unread.join(" / ")));
    }
    lines.join(" · ")
}
