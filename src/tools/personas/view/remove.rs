//! Asks before a persona is removed, and names what points at it.

use leptos::prelude::*;

use crate::base::link::{Link, LinkKind};
use crate::tools::personas::edit::PersonasEdit;
use crate::tools::personas::text::text;
use crate::tools::personas::view::state::Page;
use crate::ui::{Button, ButtonKind, Dialog, use_toasts};

/// The dialog.
#[component]
pub fn RemoveDialog(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let toasts = use_toasts();
    let open = page.is_removing;
    let name = move || {
        page.persona.with(|one| one.as_ref().map(|one| one.name.clone())).unwrap_or_default()
    };
    let title = Signal::derive(move || (t.remove_title)(&name()));
    let remove = move |()| {
        let Some(persona) = page.persona.get_untracked() else { return };
        open.set(false);
        if page.edit(PersonasEdit::Remove(persona.id)) {
            toasts.say_with((t.removed)(&persona.name), t.undo, move || {
                page.store.undo();
            });
        }
    };
    let actions = move || {
        view! {
            <Button on_press=remove>{t.remove}</Button>
            <Button kind=ButtonKind::Primary on_press=move |()| open.set(false)>
                {t.cancel}
            </Button>
        }
    };
    let pointing = move || {
        let id = page.persona.with(|one| one.as_ref().map(|one| one.id));
        let titles: Vec<String> = page.store.with(|wb| {
            let ends = id.map(|id| wb.pointing_at(Link::new(LinkKind::Persona, id)));
            let ends = ends.unwrap_or_default().into_iter();
            ends.filter_map(|end| wb.title_of(end).map(str::to_owned)).collect()
        });
        if titles.is_empty() {
            return view! { <p>{t.remove_free}</p> }.into_any();
        }
        let items = titles.into_iter().map(|title| view! { <li>{title}</li> }).collect_view();
        view! {
            <p>{t.remove_pointing}</p>
            <ul class="personas-pointing">{items}</ul>
        }
        .into_any()
    };
    view! {
        <Dialog title open actions>
            {pointing}
        </Dialog>
    }
}
