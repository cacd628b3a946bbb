//! How the table of the products is looked at.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::span::Span;
use crate::persist::keys::PRODUCT_COLUMNS;
use crate::platform::{document, storage};
use crate::tools::products::calc::list::{Filter, SortBy, shown};
use crate::tools::products::calc::stock::{Daily, StockLine, StockState, item_sales, stock_lines};
use crate::tools::products::model::Role;
use crate::tools::products::text::columns::{Columns, View};
use crate::tools::products::text::names::Col;
use crate::tools::products::view::state::Page;
use crate::ui::grid::new_row;

/// How the table is looked at; nothing of it is the workbook's.
#[derive(Clone, Copy)]
pub struct Look {
    /// The page.
    pub page: Page,
    /// What is shown of the products.
    pub view: RwSignal<View>,
    /// Which columns there are and which stay in sight; this browser keeps it.
    pub columns: RwSignal<Columns>,
    /// What is looked for.
    pub text: RwSignal<String>,
    /// Products of one role alone.
    pub role: RwSignal<Option<Option<Role>>>,
    /// What they are sorted by, and whether the greatest is first.
    pub sort: RwSignal<Option<(SortBy, bool)>>,
    /// The columns that are shown.
    pub cols: Memo<Vec<Col>>,
    /// The products that are shown, in their order. It is settled when sort or filter change, and
    /// when products come or go: a cell that is typed into does not run away.
    pub order: Memo<Arc<Vec<Id>>>,
    /// The rows that are selected.
    pub selected: RwSignal<Vec<i64>>,
    /// Products whose stock is in this state alone, while stock is shown.
    pub state: RwSignal<Option<StockState>>,
    /// What imported items sold a day, while stock is shown.
    pub sold: Memo<Option<Sold>>,
    /// The stock of every product, in the order of the list, while stock is shown.
    pub lines: Memo<Arc<Vec<StockLine>>>,
}

/// Days, and what each item sold over them.
pub type Sold = (Span, Arc<BTreeMap<String, Daily>>);

impl Look {
    /// As the address and this browser say.
    pub fn new(page: Page) -> Self {
        let view = RwSignal::new(match document::hash().rsplit('/').next() {
            Some("stock") => View::Stock,
            _ => View::Facts,
        });
        let columns = RwSignal::new(Columns::of_words(storage::words(PRODUCT_COLUMNS)));
        let (text, role) = (RwSignal::new(String::new()), RwSignal::new(None));
        let sort = RwSignal::new(None);
        let cols = Memo::new(move |_| columns.with(|columns| columns.shown(view.get())));
        let ids = Memo::new(move |_| {
            let ids = page.section.with(|section| {
                section.products.iter().map(|product| product.id).collect::<Vec<_>>()
            });
            Arc::new(ids)
        });
        let state = RwSignal::new(None);
        let is_stock = Memo::new(move |_| view.get() == View::Stock);
        let facts = page.store.select(|wb| wb.facts.clone());
        let sold = Memo::new(move |_| {
            let days = page.section.with(|section| section.stock.days);
            let found = is_stock.get().then(|| facts.with(|facts| item_sales(facts, days)));
            found.flatten().map(|(span, items)| (span, Arc::new(items)))
        });
        let lines = Memo::new(move |_| {
            if !is_stock.get() {
                return Arc::new(Vec::new());
            }
            let found = sold.with(|sold| {
                let none = BTreeMap::new();
                let items = sold.as_ref().map_or(&none, |(_, items)| items);
                page.section.with(|section| stock_lines(section, items))
            });
            Arc::new(found)
        });
        let order = Memo::new(move |_| {
            // Read and not only tracked: a memo that nobody reads counts as changed for ever.
            ids.with(|_| ());
            let state = if is_stock.get() { state.get() } else { None };
            let filter = Filter { text: text.get(), role: role.get(), state };
            let when = (page.today, page.period.get());
            let found = page.section.with_untracked(|section| {
                let lines = lines.get_untracked();
                let places = shown(section, &filter, sort.get(), when, &lines);
                places.into_iter().map(|idx| section.products[idx].id).collect::<Vec<_>>()
            });
            Arc::new(found)
        });
        let selected = RwSignal::new(Vec::new());
        Self { page, view, columns, text, role, sort, cols, order, selected, state, sold, lines }
    }

    /// Changes how the columns are looked at. A browser without storage shows it until it is
    /// closed.
    pub fn change_columns(self, change: impl FnOnce(&mut Columns)) {
        self.columns.update(change);
        let _ = storage::set(PRODUCT_COLUMNS, &self.columns.read_untracked().json());
    }

    /// Whether some products are left out.
    pub fn is_filtered(self) -> bool {
        let is_in_state = self.view.get() == View::Stock && self.state.get().is_some();
        !self.text.read().trim().is_empty() || self.role.get().is_some() || is_in_state
    }

    /// The selected products; the empty row is none.
    pub fn selected_ids(self) -> Vec<Id> {
        let is_there = |key: &i64| new_row(*key).is_none();
        let keys = self.selected.get();
        keys.into_iter().filter(is_there).map(|key| Id::from_bits(key.cast_unsigned())).collect()
    }
}
