//! What the parts of the page share.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::locale::Locale;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::facts::items::table::ItemLabel;
use crate::facts::set::FactSet;
use crate::i18n::errors::edit_error;
use crate::i18n::{format, use_locale};
use crate::store::{WorkbookStore, use_workbook};
use crate::tools::quadrant::calc::{LifeMap, Placed, Stay, map, stays};
use crate::tools::quadrant::model::LifeQuadrant;
use crate::tools::quadrant::text::{Text, text};
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
    /// The section.
    pub section: Memo<Shared<LifeQuadrant>>,
    /// What was imported.
    pub facts: Memo<Shared<FactSet>>,
    /// The quadrant; none without figures of items.
    pub map: Memo<Option<Arc<LifeMap>>>,
    /// For how long each item is in its field.
    pub stays: Memo<Arc<BTreeMap<String, Stay>>>,
    /// The products by the number of their item.
    pub products: Memo<BTreeMap<String, (Id, String)>>,
    /// What each item is called.
    pub labels: Memo<Arc<BTreeMap<String, ItemLabel>>>,
    /// The item that is looked at.
    pub chosen: RwSignal<Option<String>>,
    /// Why the last change was refused.
    pub refused: RwSignal<Option<String>>,
}

impl Page {
    /// The state of a page that opens. Called in the body of the page's component.
    pub fn new() -> Self {
        let (store, locale) = (use_workbook(), use_locale());
        let section = store.select(|wb| wb.quadrant.clone());
        let facts = store.select(|wb| wb.facts.clone());
        let found = Memo::new(move |_| {
            section.with(|section| facts.with(|facts| map(section, facts).map(Arc::new)))
        });
        let stays = Memo::new(move |_| {
            let stays = found
                .get()
                .map(|map| section.with(|section| facts.with(|facts| stays(section, facts, &map))));
            Arc::new(stays.unwrap_or_default())
        });
        Self {
            store,
            locale,
            t: text(locale),
            toasts: use_toasts(),
            section,
            facts,
            map: found,
            stays,
            products: store.select(|wb| wb.products_by_item()),
            labels: Memo::new(move |_| Arc::new(facts.with(|facts| facts.item_labels()))),
            chosen: RwSignal::new(None),
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

    /// What an item is called: as its product, else as the files say, else its number.
    pub fn name(self, id: &str) -> String {
        let product = self.products.with(|all| all.get(id).map(|(_, name)| name.clone()));
        let title = || self.labels.with(|all| all.get(id).map(|label| label.title.clone()));
        let is_said = |name: &String| !name.trim().is_empty();
        product.filter(is_said).or_else(|| title().filter(is_said)).unwrap_or_else(|| id.to_owned())
    }

    /// The chosen item, where it is on the chart.
    pub fn chosen_item(self) -> Option<Placed> {
        let (id, map) = (self.chosen.get()?, self.map.get()?);
        map.items.iter().find(|item| item.id == id).cloned()
    }

    /// A period in words.
    pub fn days(self, span: Span) -> String {
        format::span_short(span, self.locale)
    }

    /// Says that something was done, and offers to take it back.
    pub fn say_undoable(self, said: String) {
        let store = self.store;
        self.toasts.say_with(said, self.t.undo, move || {
            store.undo();
        });
    }
}

/// Basis points as `2.50%`.
pub fn percent(bp: i64) -> String {
    format::percent(Ratio::from_bp(i32::try_from(bp).unwrap_or(i32::MAX)))
}
