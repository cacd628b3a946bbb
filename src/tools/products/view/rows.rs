//! The rows of the table: made anew only where a product, or what is shown of it, has changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::id::Id;
use crate::tools::products::calc::figures::Figures;
use crate::tools::products::calc::stock::StockLine;
use crate::tools::products::model::Product;
use crate::tools::products::text::names::Col;
use crate::tools::products::view::cells::{self, Around, Worked};
use crate::ui::grid::Row;

/// Rows with what they were made of. Of two thousand products an edit changes one: the others'
/// rows are the ones that stood before, and the table finds that without reading them.
#[derive(Clone, Default, PartialEq)]
pub struct Rows {
    cols: Vec<Col>,
    period: Option<Id>,
    personas: Vec<(Id, String)>,
    made: Vec<Made>,
}

#[derive(Clone)]
struct Made {
    product: Arc<Product>,
    worked: Worked,
    row: Row,
}

impl PartialEq for Made {
    fn eq(&self, other: &Self) -> bool {
        self.row == other.row
    }
}

impl Rows {
    /// The rows of products in an order, with those of `old` that are the same.
    pub fn new(
        old: Option<&Self>,
        order: &[Id],
        (products, figures, lines): (&[Arc<Product>], &[Figures], &[StockLine]),
        (cols, around): (&[Col], &Around<'_>),
    ) -> Self {
        let old = old.filter(|old| {
            old.cols == cols && old.period == around.period && old.personas == around.personas
        });
        let old: BTreeMap<Id, &Made> =
            old.into_iter().flat_map(|old| &old.made).map(|one| (one.product.id, one)).collect();
        let places: BTreeMap<Id, usize> =
            products.iter().enumerate().map(|(idx, one)| (one.id, idx)).collect();
        let made = |id: &Id| {
            let idx = *places.get(id)?;
            let product = &products[idx];
            let worked = figures.get(idx).map(Worked::of).unwrap_or_default();
            let worked = worked.with(lines.get(idx).copied());
            let same = old
                .get(id)
                .filter(|one| Arc::ptr_eq(&one.product, product) && one.worked == worked);
            Some(match same {
                Some(&same) => same.clone(),
                None => Made {
                    product: product.clone(),
                    worked,
                    row: cells::row(product, worked, cols, around),
                },
            })
        };
        Self {
            cols: cols.to_vec(),
            period: around.period,
            personas: around.personas.to_vec(),
            made: order.iter().filter_map(made).collect(),
        }
    }

    /// As the table takes them.
    pub fn rows(&self) -> Vec<Row> {
        self.made.iter().map(|one| one.row.clone()).collect()
    }
}
