//! What the parts of the page share.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::locale::Locale;
use crate::facts::items::table::ItemLabel;
use crate::i18n::errors::edit_error;
use crate::i18n::{measure, use_locale};
use crate::knowledge::metrics;
use crate::platform::clock::today;
use crate::platform::random::new_id;
use crate::store::{WorkbookStore, use_workbook};
use crate::tools::advice::calc::{Given, Subject};
use crate::tools::advice::model::Advice;
use crate::tools::advice::text::{Text, text};
use crate::ui::{Toasts, use_toasts};
use crate::workbook::edit::Edit;
use crate::workbook::make;
use crate::workbook::shared::Shared;

/// The longest title of a task, in characters.
const MAX_TITLE: usize = 300;

/// The state of the page. A copy of the handle is the same page.
#[derive(Clone, Copy)]
pub struct Page {
    /// The open workbook.
    pub store: WorkbookStore,
    /// The language.
    pub locale: Locale,
    /// The words.
    pub t: &'static Text,
    toasts: Toasts,
    /// Everything that the rules advise.
    pub given: Memo<Arc<Vec<Given>>>,
    section: Memo<Shared<Advice>>,
    products: Memo<BTreeMap<String, (Id, String)>>,
    labels: Memo<Arc<BTreeMap<String, ItemLabel>>>,
    /// Why the last change was refused.
    pub refused: RwSignal<Option<String>>,
}

impl Page {
    /// The state of a page that opens. Called in the body of the page's component.
    pub fn new() -> Self {
        let (store, locale) = (use_workbook(), use_locale());
        let given = store.select(|wb| wb.advice(today()));
        let labels = store.select(|wb| wb.facts.item_labels());
        Self {
            store,
            locale,
            t: text(locale),
            toasts: use_toasts(),
            given: Memo::new(move |_| Arc::new(given.get())),
            section: store.select(|wb| wb.advice.clone()),
            products: store.select(|wb| wb.products_by_item()),
            labels: Memo::new(move |_| Arc::new(labels.get())),
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

    /// Carries out an edit, says so and offers to take it back.
    pub fn do_undoable(self, edit: impl Into<Edit>, said: &'static str) {
        if self.edit(edit) {
            let store = self.store;
            self.toasts.say_with(said, self.t.undo, move || {
                store.undo();
            });
        }
    }

    /// Until when a piece of advice is quiet.
    pub fn quiet(self, key: &str) -> Option<Day> {
        self.section.with(|section| section.quiet_until(key, today()))
    }

    /// The product of a piece of advice.
    pub fn product(self, subject: &Subject) -> Option<Id> {
        let Subject::Item(id) = subject else { return None };
        self.products.with(|all| all.get(id).map(|(id, _)| *id))
    }

    /// What a subject is called: an item as its product, else as the files say, else its number.
    pub fn name(self, subject: &Subject) -> String {
        match subject {
            Subject::Shop => String::new(),
            Subject::Rating(key) => metrics::measure(key).map_or_else(
                || (*key).to_owned(),
                |one| measure::name(&one, self.locale).to_owned(),
            ),
            Subject::Event(_, name, _) => match self.locale {
                Locale::Zh => name.zh.clone(),
                Locale::En => name.en.clone(),
            },
            Subject::Item(id) => {
                let product = self.products.with(|all| all.get(id).map(|(_, name)| name.clone()));
                let title = || self.labels.with(|all| all.get(id).map(|one| one.title.clone()));
                let is_said = |name: &String| !name.trim().is_empty();
                product.filter(is_said).or_else(|| title().filter(is_said)).unwrap_or(id.clone())
            }
        }
    }

    /// The title of the task that a piece of advice can become.
    pub fn task_title(self, given: &Given) -> String {
        let head = given.rule.head(&self.name(&given.subject), self.locale);
        let title = (self.t.task)(&head, given.rule.what(self.locale));
        title.chars().take(MAX_TITLE).collect()
    }

    /// Makes the task.
    pub fn make_task(self, title: String, product: Option<Id>) {
        let edit = match product {
            Some(id) => make::task(new_id(), title, Link::new(LinkKind::Product, id)),
            None => make::own_task(new_id(), title),
        };
        self.do_undoable(edit, self.t.made);
    }
}
