//! What the products say to the other sections: what they point at, and what is let go.

use std::sync::Arc;

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::list;
use crate::tools::products::edit::ProductsEdit;
use crate::tools::products::model::Product;
use crate::tools::tasks::model::{Task, TaskStatus};
use crate::workbook::Workbook;
use crate::workbook::edit::Edit;

impl Workbook {
    /// The ids and names of the products, in the user's order.
    pub fn product_names(&self) -> Vec<(Id, String)> {
        self.products.products.iter().map(|item| (item.id, item.name.clone())).collect()
    }

    /// What products are called, in the order of the ids; one that is gone has an empty name.
    pub fn product_names_of(&self, ids: &[Id]) -> Vec<String> {
        let name = |id: &Id| {
            let found = list::find(&self.products.products, *id);
            found.map(|one| one.name.clone()).unwrap_or_default()
        };
        ids.iter().map(name).collect()
    }

    /// How many actions of a product are not done or given up yet.
    pub fn open_product_tasks(&self, id: Id) -> usize {
        let link = Some(Link::new(LinkKind::Product, id));
        let is_open = |task: &&Task| {
            task.source == link && matches!(task.status, TaskStatus::Open | TaskStatus::Doing)
        };
        self.tasks.tasks.iter().filter(is_open).count()
    }

    /// Whether something of a thing is still to be done whose title begins so.
    pub fn has_open_task_of(&self, link: Link, begin: &str) -> bool {
        self.tasks.tasks.iter().any(|task| {
            let is_open = matches!(task.status, TaskStatus::Open | TaskStatus::Doing);
            is_open && task.source == Some(link) && task.title.starts_with(begin)
        })
    }

    /// The products that point at the thing.
    pub(super) fn products_pointing_at(&self, link: Link) -> Vec<Link> {
        let products = self.products.products.iter().filter(|product| points_at(product, link));
        products.map(|product| Link::new(LinkKind::Product, product.id)).collect()
    }

    /// Lets go of a removed thing.
    pub(super) fn products_detach(&mut self, link: Link) {
        if !self.products.products.iter().any(|product| points_at(product, link)) {
            return;
        }
        for product in &mut self.products.make_mut().products {
            if points_at(product, link) {
                Arc::make_mut(product).persona = None;
            }
        }
    }
}

/// The edit that adds a product of which only the name is known.
pub fn new_product(id: Id, name: String) -> Edit {
    ProductsEdit::Put(vec![Product::new(id, name)]).into()
}

fn points_at(product: &Product, link: Link) -> bool {
    link.kind == LinkKind::Persona && product.persona == Some(link.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::personas::edit::PersonasEdit;
    use crate::tools::personas::model::persona::Persona;
    use crate::tools::tasks::edit::TasksEdit;

    #[test]
    fn a_product_lets_go_of_its_persona_and_tasks_let_go_of_a_product() {
        let [persona, product, task] = [1, 2, 3].map(Id::from_bits);
        let mut item = Product::new(product, "月光首饰盒".to_owned());
        item.persona = Some(persona);
        let link = Link::new(LinkKind::Product, product);
        let mut workbook = Workbook::default();
        for edit in [
            PersonasEdit::Put(Box::new(Persona::new(persona, "送礼的人".to_owned()))).into(),
            ProductsEdit::Put(vec![item]).into(),
            TasksEdit::Put(Task::new(task, "做套餐".to_owned(), Some(link))).into(),
        ] {
            workbook.apply(edit).unwrap();
        }
        let who = Link::new(LinkKind::Persona, persona);
        assert_eq!(workbook.pointing_at(who), [link]);
        assert_eq!(workbook.title_of(link), Some("月光首饰盒"));
        assert_eq!(workbook.open_product_tasks(product), 1);
        assert!(workbook.has_open_task_of(link, "做") && !workbook.has_open_task_of(link, "补"));
        workbook.apply(PersonasEdit::Remove(persona).into()).unwrap();
        assert_eq!(workbook.products.products[0].persona, None);
        workbook.apply(ProductsEdit::Remove(product).into()).unwrap();
        assert_eq!(workbook.tasks.tasks[0].source, None);
        assert_eq!(workbook.title_of(link), None);
    }
}
