//! What the parts of the page share.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::list;
use crate::base::locale::Locale;
use crate::i18n::errors::edit_error;
use crate::i18n::use_locale;
use crate::platform::random::new_id;
use crate::store::{WorkbookStore, use_workbook};
use crate::tools::rivals::edit::{RivalField, RivalsEdit};
use crate::tools::rivals::model::{Rival, Rivals};
use crate::tools::rivals::text::{Text, text};
use crate::ui::{Toasts, use_toasts};
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
    pub section: Memo<Shared<Rivals>>,
    /// The names of the competitors.
    pub names: Memo<Vec<(Id, String)>>,
    /// The competitor that is looked at.
    pub chosen: RwSignal<Option<Id>>,
    /// The competitor whose dialog is open.
    pub opened: RwSignal<Option<Id>>,
    /// The competitor that is to be removed and that others point at.
    pub removing: RwSignal<Option<Id>>,
    /// Why the last change was refused.
    pub refused: RwSignal<Option<String>>,
}

impl Page {
    /// The state of a page that opens. Called in the body of the page's component.
    pub fn new() -> Self {
        let (store, locale) = (use_workbook(), use_locale());
        let names = store.select(|wb| wb.rival_names());
        let first = names.with_untracked(|names| names.first().map(|(id, _)| *id));
        Self {
            store,
            locale,
            t: text(locale),
            toasts: use_toasts(),
            section: store.select(|wb| wb.rivals.clone()),
            names,
            chosen: RwSignal::new(first),
            opened: RwSignal::new(None),
            removing: RwSignal::new(None),
            refused: RwSignal::new(None),
        }
    }

    /// Carries out an edit, or keeps why it was refused. Says whether it was carried out.
    pub fn edit(self, edit: impl Into<Edit>) -> bool {
        let refused = self.store.edit(edit).err().map(|error| edit_error(&error, self.locale));
        let is_done = refused.is_none();
        self.refused.set(refused);
        is_done
    }

    /// Changes a field of a competitor.
    pub fn set(self, id: Id, field: RivalField) {
        self.edit(RivalsEdit::Set { id, field });
    }

    /// Adds a competitor, and opens it.
    pub fn add(self) {
        let id = new_id();
        if self.edit(RivalsEdit::Put(Rival::new(id, self.t.new_name.to_owned()))) {
            self.chosen.set(Some(id));
            self.opened.set(Some(id));
        }
    }

    /// Looks at a competitor, told anew when it changes.
    pub fn rival(self, id: Id) -> Memo<Option<Rival>> {
        Memo::new(move |_| self.section.with(|section| list::find(&section.rivals, id).cloned()))
    }

    /// Removes a competitor; asks first where something points at it.
    pub fn remove(self, id: Id) {
        let link = Link::new(LinkKind::Rival, id);
        if self.store.with(|wb| wb.pointing_at(link).is_empty()) {
            self.remove_now(id);
        } else {
            self.opened.set(None);
            self.removing.set(Some(id));
        }
    }

    /// Removes a competitor.
    pub fn remove_now(self, id: Id) {
        self.opened.set(None);
        if self.edit(RivalsEdit::Remove(id)) {
            if self.chosen.get_untracked() == Some(id) {
                let first = self.names.with_untracked(|names| names.first().map(|(id, _)| *id));
                self.chosen.set(first);
            }
            self.say_undoable(self.t.removed.to_owned());
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
