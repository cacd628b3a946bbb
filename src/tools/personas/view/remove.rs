//! Asks before a persona is removed, and names what points at it.

use leptos::prelude::*;

use crate::base::link::{Link, LinkKind};
use crate::i18n::links::linked;
use crate::tools::personas::edit::PersonasEdit;
use crate::tools::personas::text::text;
use crate::tools::personas::view::state::Page;
use crate::ui::{RemovalDialog, use_toasts};

/// The dialog.
#[component]
pub fn RemoveDialog(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let toasts = use_toasts();
    let name = Signal::derive(move || {
        page.persona.with(|one| one.as_ref().map(|one| one.name.clone())).unwrap_or_default()
    });
    let items = page.store.select(move |wb| {
        let link = page.persona.with(|one| one.as_ref().map(|one| one.id));
        let link = link.map(|id| Link::new(LinkKind::Persona, id));
        link.map_or(Vec::new(), |link| linked(wb, &wb.pointing_at(link), page.locale))
    });
    let remove = move |()| {
        let Some(persona) = page.persona.get_untracked() else { return };
        if page.edit(PersonasEdit::Remove(persona.id)) {
            toasts.say_with((t.removed)(&persona.name), t.undo, move || {
                page.store.undo();
            });
        }
    };
    view! { <RemovalDialog open=page.is_removing name items note=t.remove_note on_remove=remove /> }
}
