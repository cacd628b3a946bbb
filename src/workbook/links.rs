//! What points at what. Every section says of its own things what they are called, what they point
//! at, and lets go of what was removed; here they are asked in turn.

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::list;
use crate::workbook::Workbook;

impl Workbook {
    /// What the thing at the end of a link is called; `None` when there is none.
    pub fn title_of(&self, link: Link) -> Option<&str> {
        let Link { kind, id } = link;
        match kind {
            LinkKind::Persona => {
                list::find(&self.personas.personas, id).map(|item| item.name.as_str())
            }
            LinkKind::Factor => {
                list::find(&self.journey.factors, id).map(|item| item.name.as_str())
            }
            LinkKind::Rival => list::find(&self.rivals.rivals, id).map(|item| item.name.as_str()),
            LinkKind::Swot => list::find(&self.swot.entries, id).map(|item| item.text.as_str()),
            LinkKind::CurveFactor => {
                list::find(&self.position.curve, id).map(|item| item.name.as_str())
            }
            LinkKind::Task => list::find(&self.tasks.tasks, id).map(|item| item.title.as_str()),
            LinkKind::ChainLink => {
                list::find(&self.position.chain, id).map(|item| item.name.as_str())
            }
            LinkKind::Change => {
                list::find(&self.position.changes, id).map(|item| item.title.as_str())
            }
            LinkKind::Strategy => {
                list::find(&self.swot.strategies, id).map(|item| item.text.as_str())
            }
            LinkKind::NewItem => list::find(&self.launch.items, id).map(|item| item.name.as_str()),
            LinkKind::Trial => list::find(&self.trials.trials, id).map(|item| item.name.as_str()),
            LinkKind::Product => {
                list::find(&self.products.products, id).map(|item| item.name.as_str())
            }
        }
    }

    /// Everything that points at the thing, so that removing it can say so first.
    pub fn pointing_at(&self, link: Link) -> Vec<Link> {
        let mut found = self.journey_pointing_at(link);
        let personas = self.personas.pointing_at(link).into_iter();
        found.extend(personas.map(|id| Link::new(LinkKind::Persona, id)));
        found.extend(self.position_pointing_at(link));
        found.extend(self.products_pointing_at(link));
        found.extend(self.launch_pointing_at(link));
        found.extend(self.trials_pointing_at(link));
        found.extend(self.swot_pointing_at(link));
        let tasks = self.tasks.tasks.iter().filter(|task| task.source == Some(link));
        found.extend(tasks.map(|task| Link::new(LinkKind::Task, task.id)));
        found
    }

    /// Takes the links to a removed thing away; sections without one stay shared with the undo
    /// snapshots.
    pub(super) fn detach(&mut self, link: Link) {
        self.journey_detach(link);
        if !self.personas.pointing_at(link).is_empty() {
            self.personas.make_mut().let_go(link);
        }
        self.position_detach(link);
        self.products_detach(link);
        self.profit_detach(link);
        self.launch_detach(link);
        self.trials_detach(link);
        self.swot_detach(link);
        if self.tasks.tasks.iter().any(|task| task.source == Some(link)) {
            for task in &mut self.tasks.make_mut().tasks {
                task.source = task.source.filter(|source| *source != link);
            }
        }
    }

    /// Everything that a link may lead to.
    pub fn things(&self) -> Vec<Link> {
        let mut all = Vec::new();
        let mut add = |kind, ids: &mut dyn Iterator<Item = Id>| {
            all.extend(ids.map(|id| Link::new(kind, id)));
        };
        add(LinkKind::Persona, &mut self.personas.personas.iter().map(|item| item.id));
        add(LinkKind::Factor, &mut self.journey.factors.iter().map(|item| item.id));
        add(LinkKind::Rival, &mut self.rivals.rivals.iter().map(|item| item.id));
        add(LinkKind::Swot, &mut self.swot.entries.iter().map(|item| item.id));
        add(LinkKind::Strategy, &mut self.swot.strategies.iter().map(|item| item.id));
        add(LinkKind::CurveFactor, &mut self.position.curve.iter().map(|item| item.id));
        add(LinkKind::ChainLink, &mut self.position.chain.iter().map(|item| item.id));
        add(LinkKind::Change, &mut self.position.changes.iter().map(|item| item.id));
        add(LinkKind::Task, &mut self.tasks.tasks.iter().map(|item| item.id));
        add(LinkKind::Product, &mut self.products.products.iter().map(|item| item.id));
        add(LinkKind::NewItem, &mut self.launch.items.iter().map(|item| item.id));
        add(LinkKind::Trial, &mut self.trials.trials.iter().map(|item| item.id));
        all
    }

    /// Takes the links to things away that are gone; how many of these were pointed at.
    pub fn let_go(&mut self, gone: &[Link]) -> usize {
        let mut n_pointed_at = 0;
        for link in gone {
            n_pointed_at += usize::from(!self.pointing_at(*link).is_empty());
            self.detach(*link);
        }
        n_pointed_at
    }

    /// The ids and names of the personas, in the user's order.
    pub fn persona_names(&self) -> Vec<(Id, String)> {
        self.personas.personas.iter().map(|item| (item.id, item.name.clone())).collect()
    }

    /// The ids and names of the decision factors, in the user's order.
    pub fn factor_names(&self) -> Vec<(Id, String)> {
        self.journey.factors.iter().map(|item| (item.id, item.name.clone())).collect()
    }

    /// The ids and names of the competitors, in the user's order.
    pub fn rival_names(&self) -> Vec<(Id, String)> {
        self.rivals.rivals.iter().map(|item| (item.id, item.name.clone())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::personas::edit::PersonasEdit;
    use crate::tools::personas::model::persona::Persona;
    use crate::tools::tasks::edit::TasksEdit;
    use crate::tools::tasks::model::Task;

    #[test]
    fn removing_a_thing_takes_the_links_to_it_away() {
        let mut workbook = Workbook::default();
        let id = Id::from_bits(1);
        let persona = Persona::new(id, "送礼的人".to_owned());
        let link = Link::new(LinkKind::Persona, id);
        let task = Task::new(Id::from_bits(2), "访谈".to_owned(), Some(link));
        workbook.apply(PersonasEdit::Put(Box::new(persona)).into()).unwrap();
        workbook.apply(TasksEdit::Put(task).into()).unwrap();
        assert_eq!(workbook.title_of(link), Some("送礼的人"));
        assert_eq!(workbook.pointing_at(link), [Link::new(LinkKind::Task, Id::from_bits(2))]);
        workbook.apply(PersonasEdit::Remove(id).into()).unwrap();
        assert_eq!(workbook.title_of(link), None);
        assert_eq!(workbook.tasks.tasks[0].source, None);
    }
}
