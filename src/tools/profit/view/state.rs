//! What the parts of the pages share.

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::locale::Locale;
use crate::base::money::Money;
use crate::i18n::errors::edit_error;
use crate::i18n::use_locale;
use crate::platform::clock;
use crate::store::{WorkbookStore, use_workbook};
use crate::tools::profit::calc::product::{Earned, Priced};
use crate::tools::profit::edit::ProfitEdit;
use crate::tools::profit::model::{CrossSell, ProductTerms, Profit};
use crate::tools::profit::text::{Text, text};
use crate::workbook::edit::Edit;
use crate::workbook::shared::Shared;

/// A product and what it comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What the list of products says of it.
    pub product: Priced,
    /// What it comes to; none without a price or costs.
    pub earned: Option<Earned>,
}

/// The state of a page. A copy of the handle is the same page.
#[derive(Clone, Copy)]
pub struct Page {
    /// The open workbook.
    pub store: WorkbookStore,
    /// The language.
    pub locale: Locale,
    /// The words.
    pub t: &'static Text,
    /// The section.
    pub section: Memo<Shared<Profit>>,
    /// The products with what they come to, in the user's order.
    pub products: Memo<Arc<Vec<Row>>>,
    /// The product that the user named.
    pub named: RwSignal<Option<Id>>,
    /// The product that is looked at: the named one, else the first that can be worked out.
    pub chosen: Memo<Option<Id>>,
    /// What it comes to.
    pub earned: Memo<Option<Arc<Earned>>>,
    /// Why the last change was refused.
    pub refused: RwSignal<Option<String>>,
}

impl Page {
    /// The state of a page that opens. Called in the body of the page's component.
    pub fn new() -> Self {
        let (store, locale) = (use_workbook(), use_locale());
        let today: Day = clock::today();
        let section = store.select(|wb| wb.profit.clone());
        let priced = store.select(move |wb| wb.priced(today));
        let products = Memo::new(move |_| {
            let row = |product: &Priced| Row {
                product: product.clone(),
                earned: section.with(|section| Earned::of(section, product)),
            };
            Arc::new(priced.with(|all| all.iter().map(row).collect::<Vec<_>>()))
        });
        let named = RwSignal::new(None::<Id>);
        let chosen = Memo::new(move |_| {
            products.with(|all| {
                let named = named.get().filter(|id| all.iter().any(|row| row.product.id == *id));
                let can = || all.iter().find(|row| row.earned.is_some()).map(|row| row.product.id);
                named.or_else(can)
            })
        });
        let earned = Memo::new(move |_| {
            let id = chosen.get()?;
            products.with(|all| {
                let row = all.iter().find(|row| row.product.id == id)?;
                row.earned.clone().map(Arc::new)
            })
        });
        let refused = RwSignal::new(None);
        Self { store, locale, t: text(locale), section, products, named, chosen, earned, refused }
    }

    /// Carries out an edit, or keeps why it was refused. Says whether it was carried out.
    pub fn edit(self, edit: impl Into<Edit>) -> bool {
        let refused = self.store.edit(edit).err().map(|error| edit_error(&error, self.locale));
        let is_done = refused.is_none();
        self.refused.set(refused);
        is_done
    }

    /// What the matrix calls the field of the product that a look recommends.
    pub fn class_of(self, look: Memo<Option<CrossSell>>) -> Memo<Option<String>> {
        let locale = self.locale;
        self.store.select(move |wb| {
            let linked = look.with(|look| look.as_ref().map(|look| look.linked))?;
            wb.bcg_name(linked, locale).map(str::to_owned)
        })
    }

    /// What a buyer of the shop spent on average lately.
    pub fn shop_order_value(self) -> Memo<Option<Money>> {
        self.store.select(|wb| wb.shop_order_value())
    }

    /// What a product is called, or that it has no name yet.
    pub fn name_of(self, id: Id) -> String {
        self.products.with(|all| {
            let row = all.iter().find(|row| row.product.id == id);
            row.map_or(String::new(), |row| self.name(&row.product))
        })
    }

    /// What a product is called, or that it has no name yet.
    pub fn name(self, product: &Priced) -> String {
        match product.name.trim() {
            "" => self.t.unnamed.to_owned(),
            name => name.to_owned(),
        }
    }

    /// What holds of the product that is looked at.
    pub fn terms(self) -> Memo<Option<ProductTerms>> {
        Memo::new(move |_| {
            let id = self.chosen.get()?;
            Some(self.section.with(|section| section.terms_of(id)))
        })
    }

    /// Changes what holds of the product that is looked at.
    pub fn set_terms(self, change: impl FnOnce(&mut ProductTerms)) {
        let Some(id) = self.chosen.get_untracked() else { return };
        let mut terms = self.section.with_untracked(|section| section.terms_of(id));
        change(&mut terms);
        self.edit(ProfitEdit::SetTerms(Box::new(terms)));
    }

    /// Something of the product that is looked at, told anew when it changes.
    pub fn of<T>(
        self,
        look: impl Fn(&Earned) -> Option<T> + Send + Sync + 'static,
    ) -> Signal<Option<T>>
    where
        T: Send + Sync + Clone + 'static,
    {
        Signal::derive(move || self.earned.with(|earned| earned.as_ref().and_then(|one| look(one))))
    }
}
