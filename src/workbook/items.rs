//! What imported items and the list of products say to each other.

use std::collections::BTreeMap;

use crate::base::id::Id;
use crate::facts::items::table::ItemLabel;
use crate::tools::products::edit::ProductsEdit;
use crate::tools::products::model::Product;
use crate::tools::tasks::model::{Task, TaskStatus};
use crate::workbook::Workbook;
use crate::workbook::edit::Edit;

impl Workbook {
    /// The products by the number of their item (商品ID); of two with the same the first.
    pub fn products_by_item(&self) -> BTreeMap<String, (Id, String)> {
        let mut all = BTreeMap::new();
        for product in self.products.products.iter().filter(|one| !one.item_id.is_empty()) {
            let name = || (product.id, product.name.clone());
            all.entry(product.item_id.trim().to_owned()).or_insert_with(name);
        }
        all
    }

    /// The items with figures that no product stands for.
    pub fn items_without_product(&self) -> Vec<ItemLabel> {
        let known = self.products_by_item();
        let labels = self.facts.item_labels().into_values();
        labels.filter(|label| !known.contains_key(&label.id)).collect()
    }

    /// Whether something of this title is still to be done.
    pub fn has_open_task(&self, title: &str) -> bool {
        let is_open = |task: &Task| matches!(task.status, TaskStatus::Open | TaskStatus::Doing);
        self.tasks.tasks.iter().any(|task| is_open(task) && task.title == title)
    }
}

/// The edit that puts items into the list of products, in their order, under these ids.
pub fn add_products(items: &[ItemLabel], ids: impl IntoIterator<Item = Id>) -> Edit {
    let product = |(id, label): (Id, &ItemLabel)| {
        let name = if label.title.is_empty() { label.id.clone() } else { label.title.clone() };
        Product { item_id: label.id.clone(), ..Product::new(id, name) }
    };
    ProductsEdit::Put(ids.into_iter().zip(items).map(product).collect()).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::edit::FactsEdit;
    use crate::facts::items::table::ItemTable;

    #[test]
    fn items_become_products_once() {
        let label = |id: &str, title: &str| ItemLabel {
            id: id.to_owned(),
            title: title.to_owned(),
            code: String::new(),
        };
        let day = "2026-10-01".parse().unwrap();
        let table = ItemTable {
            subject: Default::default(),
            items: vec![label("650000000071", "龙井礼盒"), label("650000000072", "")],
            periods: vec![(day, day)],
            rows: vec![(0, 0), (0, 1)],
            columns: [("visitors".to_owned(), vec![Some(3), Some(4)])].into(),
            rounded: Vec::new(),
        };
        let mut workbook = Workbook::default();
        let text = || "商品.xls".to_owned();
        let import = FactsEdit::ApplyItems {
            id: Id::from_bits(9),
            file: text(),
            dialect: text(),
            at: text(),
            table,
        };
        workbook.apply(import.into()).unwrap();
        let missing = workbook.items_without_product();
        assert_eq!(missing.len(), 2);
        workbook.apply(add_products(&missing, [1, 2].map(Id::from_bits))).unwrap();
        assert_eq!(workbook.items_without_product(), []);
        let names: Vec<&str> =
            workbook.products.products.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["龙井礼盒", "650000000072"]);
        assert_eq!(workbook.products_by_item()["650000000071"].0, Id::from_bits(1));
    }
}
