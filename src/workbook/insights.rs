//! What the personas' insights become.

use crate::base::day::Day;
use crate::base::edit::EditError;
use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::list;
use crate::tools::personas::edit::PersonasEdit;
use crate::tools::tasks::edit::TasksEdit;
use crate::tools::tasks::model::{Task, TaskStatus};
use crate::workbook::edit::Edit;
use crate::workbook::{Workbook, make};

/// What is said of a task from the page that it came from.
#[derive(Clone, Debug, PartialEq)]
pub enum TaskChange {
    /// How far it is, as a place among the four.
    Status(usize),
    /// Who does it.
    Owner(String),
    /// Until when.
    Due(Option<Day>),
}

impl TaskChange {
    /// The edit that changes `task` so.
    pub fn of(self, task: &Task) -> Edit {
        const STATES: [TaskStatus; 4] =
            [TaskStatus::Open, TaskStatus::Doing, TaskStatus::Done, TaskStatus::Dropped];
        let mut task = task.clone();
        match self {
            Self::Status(place) => task.status = STATES[place.min(3)],
            Self::Owner(owner) => task.owner = owner,
            Self::Due(due) => task.due = due,
        }
        TasksEdit::Put(task).into()
    }
}

impl Workbook {
    /// Makes a task of a persona's insight (T-19); the insight keeps its id, and the task the
    /// persona's.
    ///
    /// # Errors
    ///
    /// [`EditError::NoSuchItem`] if the persona or the insight was removed.
    pub fn insight_task(&self, persona: Id, insight: Id, task: Id) -> Result<Edit, EditError> {
        let found = list::find(&self.personas.personas, persona);
        let mut changed = found.ok_or(EditError::NoSuchItem(persona))?.clone();
        let insight = list::find_mut(&mut changed.insights, insight)?;
        let made = make::task(task, insight.text.clone(), Link::new(LinkKind::Persona, persona));
        insight.task = Some(task);
        Ok(Edit::All(vec![made, PersonasEdit::Put(Box::new(changed)).into()]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::personas::model::needs::{Insight, InsightTarget};
    use crate::tools::personas::model::persona::Persona;

    #[test]
    fn an_insight_becomes_a_task_and_lets_go_of_it() {
        let [persona, insight, task] = [1, 2, 3].map(Id::from_bits);
        let mut one = Persona::new(persona, "送礼的人".to_owned());
        let words = "首屏先答来不来得及".to_owned();
        one.insights = vec![Insight::new(insight, InsightTarget::ProductPage, words.clone())];
        let mut workbook = Workbook::default();
        workbook.apply(PersonasEdit::Put(Box::new(one)).into()).unwrap();
        let edit = workbook.insight_task(persona, insight, task).unwrap();
        workbook.apply(edit).unwrap();
        assert_eq!(workbook.tasks.tasks[0].title, words);
        assert_eq!(workbook.personas.personas[0].insights[0].task, Some(task));
        let link = Link::new(LinkKind::Persona, persona);
        assert_eq!(workbook.pointing_at(link), [Link::new(LinkKind::Task, task)]);
        let made = workbook.tasks.tasks[0].clone();
        workbook.apply(TaskChange::Status(2).of(&made)).unwrap();
        assert_eq!(workbook.tasks.tasks[0].status, TaskStatus::Done);
        workbook.apply(TasksEdit::Remove(task).into()).unwrap();
        assert_eq!(workbook.personas.personas[0].insights[0].task, None);
        let gone = workbook.insight_task(persona, task, task);
        assert_eq!(gone, Err(EditError::NoSuchItem(task)));
    }
}
