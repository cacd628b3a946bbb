//! What the parts of the page share.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::list;
use crate::base::locale::Locale;
use crate::i18n::errors::edit_error;
use crate::i18n::use_locale;
use crate::platform::random::new_id;
use crate::platform::{document, page};
use crate::store::{WorkbookStore, use_workbook};
use crate::tools::swot::calc;
use crate::tools::swot::edit::{EntryField, SwotEdit};
use crate::tools::swot::model::{Quadrant, Swot, SwotEntry};
use crate::tools::swot::text::{Text, text};
use crate::ui::{Drag, DropPlace, Toasts, anchor, use_toasts};
use crate::workbook::edit::Edit;
use crate::workbook::shared::Shared;

/// The page's state. A copy of the handle is the same page.
#[derive(Clone, Copy)]
pub struct Page {
    /// The open workbook.
    pub store: WorkbookStore,
    /// The language.
    pub locale: Locale,
    /// The words.
    pub t: &'static Text,
    /// Notices.
    pub toasts: Toasts,
    /// The section.
    pub swot: Memo<Shared<Swot>>,
    /// Whether entries are shown by impact.
    pub by_impact: RwSignal<bool>,
    /// Why the last change was refused.
    pub refused: RwSignal<Option<String>>,
    /// What is dragged.
    pub drag: Drag,
    /// The entry whose dialog is open.
    pub opened: RwSignal<Option<Id>>,
    /// The entry or the strategy that is to be removed and that others point at.
    pub removing: RwSignal<Option<Link>>,
    /// What was done, for those who cannot see it.
    pub said: RwSignal<String>,
}

impl Page {
    /// The state of a page that opens. Called in the body of the page's component.
    pub fn new() -> Self {
        let (store, locale) = (use_workbook(), use_locale());
        let by_impact = RwSignal::new(false);
        let refused = RwSignal::new(None);
        let drop = move |(item, place): (String, DropPlace)| {
            let Ok(id) = item.parse::<Id>() else { return };
            let quadrant = Quadrant::ALL.into_iter().find(|one| list_name(*one) == place.list);
            if let Some(quadrant) = quadrant {
                // An order by impact is not the user's: what is dropped there goes to the end.
                let to = if by_impact.get_untracked() { usize::MAX } else { place.at };
                let edit = SwotEdit::Place { id, quadrant, to };
                refused.set(store.edit(edit).err().map(|error| edit_error(&error, locale)));
            }
        };
        Self {
            store,
            locale,
            t: text(locale),
            toasts: use_toasts(),
            swot: store.select(|wb| wb.swot.clone()),
            by_impact,
            refused,
            drag: Drag::new(Callback::new(drop)),
            opened: RwSignal::new(None),
            removing: RwSignal::new(None),
            said: RwSignal::new(String::new()),
        }
    }

    /// Carries out an edit, or keeps why it was refused. Says whether it was carried out.
    pub fn edit(self, edit: impl Into<Edit>) -> bool {
        let refused = self.store.edit(edit).err().map(|error| edit_error(&error, self.locale));
        let is_done = refused.is_none();
        self.refused.set(refused);
        is_done
    }

    /// Changes a field of an entry.
    pub fn set(self, id: Id, field: EntryField) {
        self.edit(SwotEdit::Set { id, field });
    }

    /// Adds an entry at the end of a quadrant.
    pub fn add(self, quadrant: Quadrant, text: String) -> bool {
        self.edit(SwotEdit::Put(SwotEntry::new(new_id(), quadrant, text)))
    }

    /// Looks at an entry once.
    pub fn entry<T>(self, id: Id, look: impl FnOnce(&SwotEntry) -> T) -> Option<T> {
        self.store.with(|wb| list::find(&wb.swot.entries, id).map(look))
    }

    /// Puts an entry somewhere, says where it is now, and keeps the focus on its handle.
    pub fn place(self, id: Id, quadrant: Quadrant, to: usize) {
        if !self.edit(SwotEdit::Place { id, quadrant, to }) {
            return;
        }
        let code = self.store.with(|wb| calc::codes(&wb.swot, &[id]).join(""));
        self.said.set((self.t.moved)(&code));
        // The row may have been built anew in another list: the focus follows it.
        page::after(0, move || document::focus(&handle_id(id)));
    }

    /// The quadrant and the place of an entry in the user's order.
    pub fn place_of(self, id: Id) -> Option<(Quadrant, usize)> {
        let quadrant = self.entry(id, |entry| entry.quadrant)?;
        let rows = self.store.with(|wb| calc::quadrant(&wb.swot, quadrant, false));
        Some((quadrant, rows.iter().position(|row| row.entry.id == id)?))
    }

    /// Removes an entry or a strategy; asks first where something points at it.
    pub fn remove(self, link: Link) {
        if self.store.with(|wb| wb.pointing_at(link).is_empty()) {
            self.remove_now(link);
        } else {
            self.removing.set(Some(link));
        }
    }

    /// Removes an entry or a strategy.
    pub fn remove_now(self, link: Link) {
        self.opened.set(None);
        let edit = match link.kind {
            LinkKind::Strategy => SwotEdit::RemoveStrategy(link.id),
            _ => SwotEdit::Remove(link.id),
        };
        if self.edit(edit) {
            self.say_undoable(self.t.removed.to_owned());
        }
    }

    /// Makes a task of a thing of this page.
    pub fn make_task(self, title: String, source: Link) {
        if self.edit(crate::workbook::make::task(new_id(), title, source)) {
            self.say_undoable(self.t.task_made.to_owned());
        }
    }

    /// Says that something was done, and offers to take it back.
    pub fn say_undoable(self, said: String) {
        let store = self.store;
        self.toasts.say_with(said, self.t.undo, move || {
            store.undo();
        });
    }
}

/// The name of a quadrant's list for dragging.
pub fn list_name(quadrant: Quadrant) -> &'static str {
    ["swot-s", "swot-w", "swot-o", "swot-t"][quadrant.idx()]
}

/// The id of an entry's handle in the page.
pub fn handle_id(id: Id) -> String {
    anchor(id)
}
