//! Asks before a new product is removed.

use leptos::prelude::*;

use crate::base::link::{Link, LinkKind};
use crate::i18n::links::linked;
use crate::tools::launch::edit::LaunchEdit;
use crate::tools::launch::view::state::Page;
use crate::ui::{RemovalDialog, open_for};

/// The dialog; open while an item is named.
#[component]
pub fn RemoveDialog(page: Page) -> impl IntoView {
    let open = open_for(page.removed);
    let name =
        Signal::derive(move || page.removed.get().map(|id| page.name_of(id)).unwrap_or_default());
    let items = page.store.select(move |wb| {
        let link = |id| Link::new(LinkKind::NewItem, id);
        let ends = page.removed.get().map(|id| wb.pointing_at(link(id))).unwrap_or_default();
        linked(wb, &ends, page.locale)
    });
    let remove = move |()| {
        let Some(id) = page.removed.get_untracked() else { return };
        if page.edit(LaunchEdit::Remove(id)) {
            page.say_undoable(page.t.removed.to_owned());
        }
    };
    view! { <RemovalDialog open name items on_remove=remove /> }
}
