//! What the parts of the page share.

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::list;
use crate::base::locale::Locale;
use crate::i18n::errors::edit_error;
use crate::i18n::use_locale;
use crate::platform::clock;
use crate::platform::random::new_id;
use crate::store::{WorkbookStore, use_workbook};
use crate::tools::trials::calc::{Reading, reading};
use crate::tools::trials::edit::TrialsEdit;
use crate::tools::trials::model::{Trial, Trials, Variant};
use crate::tools::trials::text::{Text, text};
use crate::ui::{Toasts, use_toasts};
use crate::workbook::edit::Edit;
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
    pub section: Memo<Shared<Trials>>,
    /// The products.
    pub products: Memo<Vec<(Id, String)>>,
    /// The test that was chosen.
    pub chosen: RwSignal<Option<Id>>,
    /// The test that is looked at: the chosen one, else the last one.
    pub current: Memo<Option<Id>>,
    /// The test that is to be removed.
    pub removed: RwSignal<Option<Id>>,
    /// Whether a table is being pasted.
    pub is_pasting: RwSignal<bool>,
    /// Why the last change was refused.
    pub refused: RwSignal<Option<String>>,
}

impl Page {
    /// The state of a page that opens. Called in the body of the page's component.
    pub fn new() -> Self {
        let (store, locale) = (use_workbook(), use_locale());
        let section = store.select(|wb| wb.trials.clone());
        let chosen = RwSignal::new(None);
        let current = Memo::new(move |_| {
            section.with(|section| {
                let chosen = chosen.get().filter(|id| list::find(&section.trials, *id).is_some());
                chosen.or_else(|| section.trials.last().map(|trial| trial.id))
            })
        });
        Self {
            store,
            locale,
            t: text(locale),
            toasts: use_toasts(),
            today: clock::today(),
            section,
            products: store.select(|wb| wb.product_names()),
            chosen,
            current,
            removed: RwSignal::new(None),
            is_pasting: RwSignal::new(false),
            refused: RwSignal::new(None),
        }
    }

    /// Whether there is such a test.
    pub fn has(self, id: Id) -> bool {
        self.section.with(|section| list::find(&section.trials, id).is_some())
    }

    /// Carries out an edit, or keeps why it was refused. Says whether it was carried out.
    pub fn edit(self, edit: impl Into<Edit>) -> bool {
        let refused = self.store.edit(edit).map_err(|error| edit_error(&error, self.locale)).err();
        let is_done = refused.is_none();
        self.refused.set(refused);
        is_done
    }

    /// Changes a test as one step.
    pub fn change(self, id: Id, change: impl FnOnce(&mut Trial)) -> bool {
        let Some(mut trial) = self.now(id) else { return false };
        change(&mut trial);
        self.edit(TrialsEdit::Put(Box::new(trial)))
    }

    /// Changes a text of a test: typing on is the same step.
    pub fn write(
        self,
        id: Id,
        field: &'static str,
        of: Option<Id>,
        change: impl FnOnce(&mut Trial),
    ) {
        let Some(mut trial) = self.now(id) else { return };
        change(&mut trial);
        self.edit(TrialsEdit::Write { trial: Box::new(trial), field, of });
    }

    fn now(self, id: Id) -> Option<Trial> {
        self.section.with_untracked(|section| list::find(&section.trials, id).cloned())
    }

    /// Looks at a test, told anew when it changes.
    pub fn trial_of(self, id: Id) -> Memo<Option<Arc<Trial>>> {
        Memo::new(move |_| {
            self.section.with(|section| list::find(&section.trials, id).cloned().map(Arc::new))
        })
    }

    /// What a test says, told anew when it says something else.
    pub fn reading_of(self, id: Id) -> Memo<Option<Arc<Reading>>> {
        Memo::new(move |_| {
            self.section.with(|section| {
                let trial = list::find(&section.trials, id)?;
                Some(Arc::new(reading(trial, self.today)))
            })
        })
    }

    /// What a test is called, or that it has no name yet.
    pub fn name(self, trial: &Trial) -> String {
        match trial.name.trim() {
            "" => self.t.unnamed.to_owned(),
            name => name.to_owned(),
        }
    }

    /// What the variants are called; those without a name by letters.
    pub fn variant_names(self, trial: &Trial) -> Vec<String> {
        let name = |(letter, variant): (char, &Variant)| match variant.name.trim() {
            "" => (self.t.no_variant_name)(letter),
            name => name.to_owned(),
        };
        ('A'..='Z').zip(&trial.variants).map(name).collect()
    }

    /// A new test with two variants, from today on.
    pub fn add(self) {
        let id = new_id();
        let mut trial = Trial::new(id, String::new());
        for _ in 0..2 {
            let mut variant = Variant::new(new_id(), String::new());
            variant.from = Some(self.today);
            trial.variants.push(variant);
        }
        if self.edit(TrialsEdit::Put(Box::new(trial))) {
            self.chosen.set(Some(id));
        }
    }

    /// Says that something was done, and offers to take it back.
    pub fn say_undoable(self, said: &str) {
        let store = self.store;
        self.toasts.say_with(said, self.t.undo, move || {
            store.undo();
        });
    }
}
