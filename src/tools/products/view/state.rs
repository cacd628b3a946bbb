//! What the parts of the two pages share.

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::list;
use crate::base::locale::Locale;
use crate::base::span::Span;
use crate::i18n::errors::edit_error;
use crate::i18n::format;
use crate::i18n::use_locale;
use crate::platform::{clock, page};
use crate::store::{WorkbookStore, use_workbook};
use crate::tools::products::calc::figures::{Figures, figures};
use crate::tools::products::calc::matrix::period;
use crate::tools::products::edit::{ProductField, ProductsEdit};
use crate::tools::products::model::{Product, Products, SalesPeriod};
use crate::tools::products::text::{Text, text};
use crate::ui::{Toasts, use_toasts};
use crate::workbook::edit::Edit;
use crate::workbook::shared::Shared;

/// The state of a page. A copy of the handle is the same page.
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
    pub section: Memo<Shared<Products>>,
    /// The period that is looked at.
    pub period: Memo<Option<Id>>,
    /// The figures of that period, in the order of the list.
    pub figures: Memo<Arc<Vec<Figures>>>,
    /// The personas.
    pub personas: Memo<Vec<(Id, String)>>,
    /// The product that is looked at.
    pub chosen: RwSignal<Option<Id>>,
    /// The product that will be, if the cursor stays at it.
    next: StoredValue<Option<Id>>,
    /// Why the last change was refused.
    pub refused: RwSignal<Option<String>>,
}

impl Page {
    /// The state of a page that opens. Called in the body of the page's component.
    pub fn new() -> Self {
        let (store, locale) = (use_workbook(), use_locale());
        let section = store.select(|wb| wb.products.clone());
        let chosen_period = Memo::new(move |_| section.with(|section| period(section)));
        let all = Memo::new(move |_| {
            let found = section.with(|section| {
                chosen_period.get().map(|period| figures(section, period)).unwrap_or_default()
            });
            Arc::new(found)
        });
        Self {
            store,
            locale,
            t: text(locale),
            toasts: use_toasts(),
            today: clock::today(),
            section,
            period: chosen_period,
            figures: all,
            personas: store.select(|wb| wb.persona_names()),
            chosen: RwSignal::new(None),
            next: StoredValue::new(None),
            refused: RwSignal::new(None),
        }
    }

    /// Carries out an edit, or keeps why it was refused. Says whether it was carried out.
    pub fn edit(self, edit: impl Into<Edit>) -> bool {
        let refused = self.try_edit(edit).err();
        let is_done = refused.is_none();
        self.refused.set(refused);
        is_done
    }

    /// Carries out an edit, or says why it was refused.
    pub fn try_edit(self, edit: impl Into<Edit>) -> Result<(), String> {
        self.store.edit(edit).map_err(|error| edit_error(&error, self.locale))
    }

    /// Changes a field of a product.
    pub fn set(self, id: Id, field: ProductField) -> bool {
        self.edit(ProductsEdit::set(id, field))
    }

    /// Looks at a product, told anew when it changes.
    pub fn product(self, id: Id) -> Memo<Option<Arc<Product>>> {
        Memo::new(move |_| self.section.with(|section| list::find(&section.products, id).cloned()))
    }

    /// The chosen product, told anew when it changes; `None` after it was removed.
    pub fn chosen_product(self) -> Memo<Option<Arc<Product>>> {
        Memo::new(move |_| {
            let id = self.chosen.get()?;
            self.section.with(|section| list::find(&section.products, id).cloned())
        })
    }

    /// Looks at a product once the cursor rests at it: its sheet is some thirty fields, and who
    /// walks down the list, or types down a column, does not wait for each of them.
    pub fn choose_at_rest(self, id: Id) {
        const REST_MS: i32 = 150;
        self.next.set_value(Some(id));
        page::after(REST_MS, move || {
            let is_there = self.next.try_get_value().flatten() == Some(id);
            if is_there && self.chosen.get_untracked() != Some(id) {
                self.chosen.set(Some(id));
            }
        });
    }

    /// What a product is called now.
    pub fn name_of(self, id: Id) -> String {
        self.section.with_untracked(|section| {
            list::find(&section.products, id).map_or(String::new(), |product| self.name(product))
        })
    }

    /// What a product is called, or that it has no name yet.
    pub fn name(self, product: &Product) -> String {
        match product.name.trim() {
            "" => self.t.unnamed.to_owned(),
            name => name.to_owned(),
        }
    }

    /// What a period is called: its name, else its days.
    pub fn period_name(self, period: &SalesPeriod) -> String {
        match period.name.trim() {
            "" => self.days(period.span()),
            name => name.to_owned(),
        }
    }

    /// Days in words.
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
