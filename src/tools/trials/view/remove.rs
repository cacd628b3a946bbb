//! Asks before a test is removed.

use leptos::prelude::*;

use crate::base::link::{Link, LinkKind};
use crate::i18n::links::linked;
use crate::tools::trials::edit::TrialsEdit;
use crate::tools::trials::view::state::Page;
use crate::ui::{RemovalDialog, open_for};

/// The dialog; open while a test is named.
#[component]
pub fn RemoveDialog(page: Page) -> impl IntoView {
    let open = open_for(page.removed);
    let name = Signal::derive(move || {
        let found = page.removed.get().and_then(|id| page.trial_of(id).get());
        found.map(|one| page.name(&one)).unwrap_or_default()
    });
    let items = page.store.select(move |wb| {
        let link = |id| Link::new(LinkKind::Trial, id);
        let ends = page.removed.get().map(|id| wb.pointing_at(link(id))).unwrap_or_default();
        linked(wb, &ends, page.locale)
    });
    let remove = move |()| {
        let Some(id) = page.removed.get_untracked() else { return };
        if page.edit(TrialsEdit::Remove(id)) {
            page.say_undoable(page.t.removed);
        }
    };
    view! { <RemovalDialog open name items on_remove=remove /> }
}
