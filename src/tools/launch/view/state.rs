//! What the parts of the page share.

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::list;
use crate::base::locale::Locale;
use crate::i18n::errors::edit_error;
use crate::i18n::use_locale;
use crate::platform::clock;
use crate::platform::random::new_id;
use crate::store::{WorkbookStore, use_workbook};
use crate::tools::launch::calc::{in_stage, place_of};
use crate::tools::launch::edit::LaunchEdit;
use crate::tools::launch::model::{Launch, LaunchStage, NewItem};
use crate::tools::launch::text::{Text, text};
use crate::ui::{Drag, DropPlace, Toasts, use_toasts};
use crate::workbook::edit::Edit;
use crate::workbook::make::task;
use crate::workbook::shared::Shared;

/// The state of the page. A copy of the handle is the same page.
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
    /// The day on which the page was opened.
    pub today: Day,
    /// The section.
    pub section: Memo<Shared<Launch>>,
    /// The personas.
    pub personas: Memo<Vec<(Id, String)>>,
    /// The item whose dialog is open.
    pub opened: RwSignal<Option<Id>>,
    /// The item that is to be removed.
    pub removed: RwSignal<Option<Id>>,
    /// What is being dragged.
    pub drag: Drag,
    /// What was moved where, for those who cannot see it.
    pub said: RwSignal<String>,
    /// Why the last change was refused.
    pub refused: RwSignal<Option<String>>,
}

/// The name of a stage's list on the page.
pub fn list_name(stage: LaunchStage) -> &'static str {
    match stage {
        LaunchStage::Find => "launch-find",
        LaunchStage::Style => "launch-style",
        LaunchStage::Supply => "launch-supply",
        LaunchStage::Check => "launch-check",
    }
}

/// The id of an item's handle in the page.
pub fn handle_id(id: Id) -> String {
    format!("launch-handle-{id}")
}

impl Page {
    /// The state of a page that opens. Called in the body of the page's component.
    pub fn new() -> Self {
        let (store, locale) = (use_workbook(), use_locale());
        let (said, refused) = (RwSignal::new(String::new()), RwSignal::new(None));
        let section = store.select(|wb| wb.launch.clone());
        let today = clock::today();
        let drop = Callback::new(move |(item, place): (String, DropPlace)| {
            let stage = LaunchStage::ALL.into_iter().find(|one| list_name(*one) == place.list);
            if let (Some(to), Ok(id)) = (stage, item.parse()) {
                let edit = LaunchEdit::Move { id, to, at: place.at, on: today };
                refused.set(store.edit(edit).map_err(|error| edit_error(&error, locale)).err());
            }
        });
        Self {
            store,
            locale,
            t: text(locale),
            toasts: use_toasts(),
            today,
            section,
            personas: store.select(|wb| wb.persona_names()),
            opened: RwSignal::new(None),
            removed: RwSignal::new(None),
            drag: Drag::new(drop),
            said,
            refused,
        }
    }

    /// Whether there is such an item.
    pub fn has(self, id: Id) -> bool {
        self.section.with(|section| list::find(&section.items, id).is_some())
    }

    /// Carries out an edit, or keeps why it was refused. Says whether it was carried out.
    pub fn edit(self, edit: impl Into<Edit>) -> bool {
        let refused = self.store.edit(edit).map_err(|error| edit_error(&error, self.locale)).err();
        let is_done = refused.is_none();
        self.refused.set(refused);
        is_done
    }

    fn now(self, id: Id) -> Option<NewItem> {
        self.section.with_untracked(|section| list::find(&section.items, id).cloned())
    }

    /// Changes an item as one step.
    pub fn change(self, id: Id, change: impl FnOnce(&mut NewItem)) -> bool {
        let Some(mut item) = self.now(id) else { return false };
        change(&mut item);
        self.edit(LaunchEdit::Put(Box::new(item)))
    }

    /// Changes a text of an item: typing on is the same step.
    pub fn write(
        self,
        id: Id,
        field: &'static str,
        of: Option<Id>,
        change: impl FnOnce(&mut NewItem),
    ) {
        let Some(mut item) = self.now(id) else { return };
        change(&mut item);
        self.edit(LaunchEdit::Write { item: Box::new(item), field, of });
    }

    /// Looks at an item, told anew when it changes.
    pub fn item(self, id: Id) -> Memo<Option<Arc<NewItem>>> {
        Memo::new(move |_| {
            self.section.with(|section| list::find(&section.items, id).cloned().map(Arc::new))
        })
    }

    /// What an item is called, or that it has no name yet.
    pub fn name(self, item: &NewItem) -> String {
        match item.name.trim() {
            "" => self.t.unnamed.to_owned(),
            name => name.to_owned(),
        }
    }

    /// What an item is called now, followed by those who look at it.
    pub fn name_of(self, id: Id) -> String {
        self.section.with(|section| {
            list::find(&section.items, id).map_or(String::new(), |item| self.name(item))
        })
    }

    /// Adds an item to a stage. Says whether it was added.
    pub fn add(self, stage: LaunchStage, name: String) -> bool {
        let item = NewItem::new(new_id(), name, stage, self.today);
        self.edit(LaunchEdit::Put(Box::new(item)))
    }

    /// Moves an item by a step of its handle or its menu, and says where it is then.
    pub fn place(self, id: Id, to: LaunchStage, at: usize) {
        if !self.edit(LaunchEdit::Move { id, to, at, on: self.today }) {
            return;
        }
        let place = self.section.with_untracked(|section| place_of(section, id));
        if let Some((stage, at)) = place {
            let name = self.now(id).map(|item| self.name(&item)).unwrap_or_default();
            self.said.set((self.t.moved)(&name, (self.t.stage)(stage), at + 1));
        }
    }

    /// Where an item stands on the board.
    pub fn place_of(self, id: Id) -> Option<(LaunchStage, usize)> {
        self.section.with_untracked(|section| place_of(section, id))
    }

    /// The items on the board in a stage.
    pub fn in_stage(self, stage: LaunchStage) -> Memo<Vec<Id>> {
        Memo::new(move |_| self.section.with(|section| in_stage(section, stage)))
    }

    /// Makes a product of an item.
    pub fn list_it(self, id: Id) {
        let today = self.today;
        let edit = self.store.select(move |wb| wb.list_item(id, new_id(), today)).get_untracked();
        let name = self.now(id).map(|item| self.name(&item)).unwrap_or_default();
        if let Some(edit) = edit
            && self.edit(edit)
        {
            self.opened.set(None);
            self.say_undoable((self.t.listed_toast)(&name));
        }
    }

    /// Makes an action of what an item needs next.
    pub fn make_task(self, id: Id) {
        let Some(item) = self.now(id) else { return };
        let title = (self.t.task)(&self.name(&item), (self.t.task_next)(item.stage));
        // A name may be as long as a task's title.
        let title = title.chars().take(300).collect();
        if self.edit(task(new_id(), title, Link::new(LinkKind::NewItem, id))) {
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
